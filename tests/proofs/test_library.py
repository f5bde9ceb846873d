"""The library as a whole: everything is proved, named by its file, sourced, and in three languages."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from derive.checking import Proof, prove, replay
from derive.kernel.formulas import Equation
from derive.language.lowering import Lowering
from derive.language.syntax import Comparison
from derive.language.writer import write
from derive.library import Library, ordered
from derive.loading import LIBRARY
from derive.render.prose import prose
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
def test_every_latex_engine_has_the_letters_of_sources(name: str, library: Library) -> None:
    theorem = library[name]
    texts = [theorem.title, theorem.source, *(h.source for h in theorem.hypotheses)]
    reasons = [step.reason for step in theorem.steps()]
    for text in (*texts, *reasons):
        assert "derivescript" not in prose(text), text


@pytest.mark.parametrize("called", ["proofs", "a copy"])
def test_a_copy_of_the_folder_proves_itself(called: str, tmp_path: Path) -> None:
    """Its files import each other, and not the library that is installed."""
    shutil.copytree(LIBRARY, tmp_path / called, ignore=shutil.ignore_patterns("__pycache__"))
    copy = Library.load(tmp_path / called)
    assert not copy.problems
    assert [theorem.name for theorem in copy] == NAMES
    theorem = copy["landau.degeneracies_agree"]
    assert all(tmp_path in Path(c.theorem.location.path).parents for c in theorem.citations)
    assert theorem.glossary is not glossary
    found: dict[str, Proof] = {}
    for name, one in ordered([theorem]).items():
        found[name] = prove(one, found)


def test_files_of_the_library_import_each_other_relatively() -> None:
    for path in LIBRARY.rglob("*.py"):
        assert "from proofs" not in path.read_text(encoding="utf-8"), path


PREMISES = {
    "quantum.orthogonality": [
        ("Hermitian", r"\hat O^\dagger = \hat O"),
        ("first eigenvector", r"\hat O|o_1\rangle = o_1|o_1\rangle"),
        ("second eigenvector", r"\hat O|o_2\rangle = o_2|o_2\rangle"),
        ("distinct", r"o_1 \neq o_2"),
        ("not zero", r"|o_1\rangle \neq 0"),
    ],
    "hall.resistance": [
        ("Hall resistivity", r"\rho_H = \frac{E_y}{J_x}"),
        ("a current flows", r"J_x \neq 0"),
        ("Hall voltage", "V_H = wE_y"),
        ("current", "I_x = wJ_x"),
    ],
}


@pytest.mark.parametrize("name", PREMISES)
def test_premises_are_listed_as_they_are_used(name: str, proofs: Mapping[str, Proof]) -> None:
    shown = [(p.name, write(p.formula, glossary)) for p in proofs[name].premises if p.formula]
    assert shown == PREMISES[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_premise_is_listed_twice(name: str, proofs: Mapping[str, Proof]) -> None:
    said = [formulas for _, formulas in proofs[name].assumed]
    assert len(set(said)) == len(said)


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
