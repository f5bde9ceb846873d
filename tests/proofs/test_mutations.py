"""Change one thing in the file of a theorem, and it is no longer proved.

Every mutant is loaded from a folder of its own.  There, symbols have no dimensions, so that it is
the prover which has to notice; `test_dimensions_notice_a_changed_exponent` gives them back.
"""

from __future__ import annotations

import multiprocessing
import re
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from derive.checking import Proof, prove
from derive.kernel.atoms import KernelError
from derive.library import Library
from derive.loading import LIBRARY
from derive.theorem import TheoremError
from tests.proofs.mutations import Mutant, formulas, lines_with_reason, mutants
from tests.proofs.plain_numbers import holds
from tests.proofs.still_true import STILL_TRUE, StillTrue, reason_to_be_true

NAMES = [theorem.name for theorem in Library.load(LIBRARY)]
SECONDS = 4.0
OUT_OF_TIME = "the search ran out of time"

NOTATION = """
from dataclasses import replace
from derive import Glossary
from derive.language.units import Dimension
from proofs.notation import glossary as dimensional
glossary = Glossary(*(replace(one, dimension=Dimension(), value=None) for one in dimensional))
"""

MAY_RUN_OUT_OF_TIME = {
    "quantum.born_rule": 3,
    "quantum.hermitian_by_expectation": 1,
    "quantum.orthogonality": 1,
    "quantum.real_eigenvalues": 1,
    "symmetry.commutation_by_resolution": 1,
    "landau.guiding_centre": 8,
    "hall.drude_conductivity": 20,
    "hall.resistivity_from_conductivity": 30,
}
"""Of how many mutants the search may run out of time before it can say what is left over."""


@dataclass(frozen=True)
class Fate:
    """What became of a mutant: proved, or an error with its place, or out of time."""

    proved: bool
    message: str = ""
    line: int = 0
    theorem: str = ""


class Laboratory:
    """A folder in which mutants of the library's files are checked."""

    def __init__(self, root: Path, proofs: Mapping[str, Proof]) -> None:
        self.root = root
        self.proofs = proofs
        (root / "notation.py").write_text(NOTATION, encoding="utf-8")

    def fate(self, name: str, mutant: Mutant, *, dimensions: bool = False) -> Fate:
        """Check a mutant in a process of its own, which ends when its processor time is up."""
        path = self.root / f"{name.replace('.', '/')}.py"
        path.parent.mkdir(exist_ok=True)
        text = re.sub(r"(?m)^from \.\.(?=\w)", "from proofs.", mutant.text)
        text = re.sub(r"(?m)^from \.(?=\w)", f"from proofs.{path.parent.name}.", text)
        if not dimensions:
            text = text.replace("from proofs.notation", "from ..notation")
        path.write_text(text, encoding="utf-8")
        context = multiprocessing.get_context("fork")
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=self._check, args=(name, path, sender))
        process.start()
        sender.close()
        try:
            answer: Fate = receiver.recv()
        except EOFError:
            process.join()
            timely = process.exitcode == -signal.SIGPROF
            return Fate(False, OUT_OF_TIME if timely else f"the search crashed: {process.exitcode}")
        process.join()
        return answer

    def _check(self, name: str, path: Path, sender: object) -> None:
        """Not by the clock on the wall, so that what is found does not depend on what else runs."""
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        library = Library.load(path)
        assert not library.problems
        try:
            prove(library[name], self.proofs)
            fate = Fate(True)
        except TheoremError as error:
            line = error.location.line if error.location else 0
            fate = Fate(False, str(error), line, error.theorem)
        sender.send(fate)  # type: ignore[attr-defined]


@pytest.fixture
def laboratory(tmp_path: Path, proofs: Mapping[str, Proof]) -> Laboratory:
    return Laboratory(tmp_path, proofs)


def source_of(name: str) -> str:
    return (LIBRARY / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8")


def chosen(name: str, *, all_mutants: bool = False) -> list[Mutant]:
    """All mutants of a file, or those that lack a hypothesis and a tenth of the others."""
    made = list(mutants(source_of(name)))
    chance = Random(name)  # the same tenth every time
    return [one for one in made if all_mutants or one.operator == "delete" or chance.random() < 0.1]


def is_computation(name: str) -> bool:
    """Whether a theorem has no hypotheses: plain numbers then tell which of its mutants are true."""
    return not any(one.operator == "delete" for one in mutants(source_of(name)))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_no_mutant_is_proved_unless_it_is_true(
    name: str, laboratory: Laboratory, pytestconfig: pytest.Config
) -> None:
    """With `--all-mutants`, of all mutants."""
    source = source_of(name)
    out_of_time = 0
    for mutant in chosen(name, all_mutants=pytestconfig.getoption("all_mutants")):
        fate = laboratory.fate(name, mutant)
        if fate.proved and is_computation(name):
            assert all(holds(one.text) for one in formulas(mutant.text)), f"proved: {mutant.label}"
        elif fate.proved:
            reason = reason_to_be_true(name, mutant)
            assert reason is not None, f"proved: {mutant.label}"
            assert reason.check(), reason.because
        elif OUT_OF_TIME in fate.message:
            out_of_time += 1
        else:
            assert says_what_is_wrong(name, source, mutant, fate), f"{mutant.label}\n{fate}"
    assert out_of_time <= MAY_RUN_OUT_OF_TIME.get(name, 0)


def says_what_is_wrong(name: str, source: str, mutant: Mutant, fate: Fate) -> bool:
    """Whether the message names the theorem, a line where the change shows, and what is left over."""
    left_over = "left over:" in fate.message
    no_divisor = ("may be zero", "a single term is expected here, not a matrix")
    divides = any(one in fate.message for one in no_divisor) and changes_a_divisor(source, mutant)
    undeclared = "is not declared" in fate.message and mutant.operator == "index"
    misfits = {
        "dagger": ("cannot be multiplied",),
        "value": ("of different types", "in dimension"),
        "order": ("in dimension",),
    }
    unfit = any(one in fate.message for one in misfits.get(mutant.operator, ()))
    return (
        fate.theorem == name
        and (left_over or divides or undeclared or unfit)
        and fate.line in lines_that_may_fail(source, mutant, fate)
    )


def changes_a_divisor(source: str, mutant: Mutant) -> bool:
    r"""Whether the hypothesis that something is `\neq 0` changed, or what is divided by."""
    places = {one.place for one in formulas(source) if r"\neq" in one.text}
    shared = mutant.place in ("field or friction", "a current flows")
    return mutant.place in places or shared or r"\frac" in mutant.before


def lines_that_may_fail(source: str, mutant: Mutant, fate: Fate) -> set[int]:
    """The changed line, and those that build on it; those that mention a changed hypothesis.

    What is wrong with the statement is found there.
    """
    lines = source.split("\n")
    proof = next((one for one in formulas(source) if one.place == "proof"), None)
    statement = set(range(1, len(lines) + 1))
    if proof is not None:
        statement = set(range(1, source.count("\n", 0, proof.start) + 2))
    if mutant.place == "proof":
        later = lines_with_reason(source, "above")
        allowed = {mutant.line, mutant.line + 1, *(k for k in later if k > mutant.line)}
        for name in re.findall(r'"([^"]+)": r?"', mutant.before):  # what a part supposes
            allowed |= lines_with_reason(source, name)
    else:
        allowed = {mutant.line, *lines_with_reason(source, mutant.place)}
    claim = "the claim does not follow" in fate.message or "may be zero" in fate.message
    if claim or "is not declared" in fate.message or mutant.place == "claim":
        allowed |= statement
    return allowed


@pytest.mark.parametrize("name", NAMES)
def test_every_hypothesis_is_deleted_and_every_formula_is_changed(
    name: str, library: Library
) -> None:
    made = list(mutants(source_of(name)))
    given, _, _ = library[name].as_given()
    assert [one.place for one in made if one.operator == "delete"] == list(given)
    changed = {one.place for one in made if one.operator != "delete"}
    assert changed == {one.place for one in formulas(source_of(name))}
    assert "claim" in changed


@pytest.mark.parametrize("one", STILL_TRUE, ids=lambda one: f"{one.name}: {one.because}")
def test_what_is_still_true_is_so_for_a_reason(one: StillTrue) -> None:
    assert one.check()
    assert any(mutant.after.startswith(one.after) for mutant in mutants(source_of(one.name)))


@pytest.mark.parametrize("name", ["landau.degeneracy", "hall.resistivity", "hall.von_klitzing"])
def test_dimensions_notice_a_changed_exponent(name: str, laboratory: Laboratory) -> None:
    changed = [one for one in mutants(source_of(name)) if one.operator == "exponent"]
    noticed = [laboratory.fate(name, one, dimensions=True) for one in changed]
    assert len(changed) >= 2
    for mutant, fate in zip(changed, noticed, strict=True):
        assert not fate.proved
        assert fate.theorem == name
        assert "dimension" in fate.message or "left over:" in fate.message, mutant.label
    assert sum("dimension" in fate.message for fate in noticed) >= len(noticed) // 2


def test_a_mutant_is_the_file_but_for_one_line() -> None:
    source = source_of("landau.degeneracy")
    for mutant in mutants(source):
        if mutant.operator != "delete":
            pairs = zip(source.split("\n"), mutant.text.split("\n"), strict=True)
            assert [k for k, (old, new) in enumerate(pairs, 1) if old != new] == [mutant.line]


def test_replacing_a_certificate_by_that_of_a_mutant_is_noticed(
    library: Library, proofs: Mapping[str, Proof]
) -> None:
    from derive.checking import replay

    with pytest.raises(KernelError):
        replay(library["landau.degeneracy"], proofs, proofs["hall.resistivity"].certificate)
