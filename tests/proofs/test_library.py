"""The library as a whole: everything is proved, named by its file, sourced, and in three languages."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from derive.checking import Proof, replay
from derive.kernel.formulas import Equation
from derive.language.lowering import Lowering
from derive.language.syntax import Comparison
from derive.language.writer import write
from derive.library import Library
from derive.loading import LIBRARY
from derive.theorem import Theorem
from proofs import sources
from proofs.notation import glossary

NAMES = [theorem.name for theorem in Library.load(LIBRARY)]
THE_FIVE = (
    "landau.degeneracy",
    "hall.resistivity",
    "hall.von_klitzing",
    "quantum.orthogonality",
    "symmetry.commutation",
)


def test_every_file_loads_and_the_five_results_are_there(library: Library) -> None:
    assert not library.problems
    assert set(THE_FIVE) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_theorem_is_proved_and_its_certificate_replays(
    name: str, library: Library, proofs: Mapping[str, Proof]
) -> None:
    proof = proofs[name]
    assert proof.status == "proved"
    again = replay(library[name], proofs, proof.certificate)
    assert [closed.theorem for closed in again.closed] == [c.theorem for c in proof.closed]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_of_a_theorem_is_found_by_its_name(name: str, library: Library) -> None:
    path = Path(library[name].location.path)
    assert path == LIBRARY / f"{name.replace('.', '/')}.py"
    assert f"\n{name.rpartition('.')[2]} = Theorem(\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_theorem_says_where_it_stands(name: str, library: Library) -> None:
    theorem = library[name]
    assert sources.items(theorem.source)
    for hypothesis in theorem.hypotheses:
        if hypothesis.kind not in ("definition", "theorem"):
            assert hypothesis.source, hypothesis.name


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_work_to_do(name: str, library: Library) -> None:
    """A line whose two sides have one normal form needs no reason, and any other line has one."""
    theorem = library[name]
    lowering = Lowering(theorem.glossary)
    lowering.hypotheses([h.formula for h in theorem.hypotheses if h.formula is not None])
    for step in theorem.steps():
        line = Comparison((step.left, step.right), (step.relation,))
        plain = all(f.left == f.right for f in lowering.claim(line) if isinstance(f, Equation))
        assert plain != bool(step.reason) or step.relation != "=", write(line, theorem.glossary)


def test_every_symbol_has_a_name_in_three_languages() -> None:
    for symbol in glossary.symbols():
        if symbol.kind != "index":
            assert symbol.english, symbol.name
            assert symbol.chinese, symbol.name
            assert symbol.japanese, symbol.name


def test_every_symbol_is_used(library: Library) -> None:
    used: set[str] = set()
    for theorem in library:
        lowered = [repr(h.formula) for h in theorem.hypotheses] + list(map(repr, theorem.claims))
        used |= {s.name for s in glossary.symbols() if any(f"'{s.name}'" in one for one in lowered)}
    assert {symbol.name for symbol in glossary.symbols()} == used


def test_only_families_and_units_look_like_other_symbols() -> None:
    pairs = {frozenset((a.name, b.name)) for a, b in glossary.near_duplicates()}
    assert pairs == {frozenset({"s", "second"}), frozenset({"x", "x_"}), frozenset({"E", "E_"})}


def test_the_constants_have_the_values_of_the_si() -> None:
    assert {one.name: float(one.value) for one in glossary if one.value is not None} == {
        "e": 1.602176634e-19,
        "h": 6.62607015e-34,
        "c": 299792458.0,
    }


def test_the_values_in_the_glossary_are_those_that_the_theorem_uses(library: Library) -> None:
    lowering = Lowering(glossary)
    theorem: Theorem = library["hall.von_klitzing_value"]
    for hypothesis, constant in (("Planck constant", "h"), ("elementary charge", "e")):
        formula = next(h.formula for h in theorem.hypotheses if h.name == hypothesis)
        (equation,) = lowering.hypothesis(formula)  # type: ignore[arg-type]
        assert list(equation.right.monomials.values()) == [glossary[constant].value]  # type: ignore[union-attr]


@pytest.mark.parametrize("numbers", ["", "B041", "A000", "A125", "A41", "A041 A1245"])
def test_a_lecture_has_no_other_items(numbers: str) -> None:
    with pytest.raises(ValueError, match="item"):
        sources.quantum_hall(numbers)


def test_items_are_found_again_in_a_source() -> None:
    both = f"{sources.quantum_hall('A041 A042', 'x')}; {sources.quantum_mechanics('B102')}"
    assert sources.items(both) == ("A041", "A042", "B102")
    assert sources.items(sources.SI) == ()
