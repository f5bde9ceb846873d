"""Proofs by cases: where `t ≠ 0` is dropped, t is 0 or it is not.

If it is not, the theorem itself can be cited; if it is, the claim is searched for.

Main result: `by_cases`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checking.citations import place
from derive.kernel.atoms import Atom, KernelError
from derive.kernel.formulas import Equation, Formula, free
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, letter, zero
from derive.necessity.question import ITSELF, Question, free_in
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.failures import NotProved
from derive.prover.recorder import Recorder
from derive.prover.search import Search


def by_cases(question: Question, seconds: float) -> str:
    """A certificate of the claims without `t ≠ 0`, or nothing.

    Args:
        question: what drops one formula q·t = 1, in which q is the inverse that it brings.
        seconds: how long to search.
    """
    found = None
    if len(question.formulas) == 1:
        (formula,) = question.formulas
        found = next(_inverted(formula, question), None)
    if found is None:
        return ""
    recorder = Recorder()
    search = Search(recorder, Budget(seconds=seconds))
    try:
        claims = [
            _claimed(question, number, recorder, search, *found)
            for number in range(len(question.statement.claims))
        ]
        return recorder.certificate(claims)
    except (KernelError, NotProved, SearchExhausted):
        return ""


def _inverted(formula: Formula, question: Question) -> Iterator[tuple[Term, Atom]]:
    """The pair t, q of a formula q·t = 1 in which nothing but q is new."""
    if not isinstance(formula, Equation) or formula.right != identity():
        return
    new = free(formula) - free_in(question.statement.hypotheses)
    for atom in sorted(variable for variable in new if isinstance(variable, Atom)):
        if atom == Atom(atom.name):
            put = Substitution({atom: Replacement(identity())})
            term = put.term(formula.left)
            if letter(atom) * term == formula.left:
                yield term, atom


def _claimed(
    question: Question, number: int, recorder: Recorder, search: Search, term: Term, inverse: Atom
) -> Theorem:
    """One of the claims, by the two cases.

    Raises:
        NotProved, SearchExhausted: where t is 0, it is not found to hold.
        KernelError: a rule does not apply.
    """
    statement = question.statement
    nought = recorder.step("assume", Equation(term, zero()))
    facts = [recorder.step("assume", formula) for formula in question.assumed]
    vanishing = search.prove(
        statement.claims[number], [nought, *_vanish(recorder, nought, term), *facts]
    )
    closed = question.proof.closed[number]
    own = {variable.name: variable for variable in closed.variables}
    placed = place(closed, {}, own, [*question.assumed, *question.formulas], ITSELF)
    unit = placed.use(recorder, f"{ITSELF}/{number}")
    return recorder.step("cases", vanishing, unit, term, inverse)


def _vanish(recorder: Recorder, nought: Theorem, term: Term) -> Iterator[Theorem]:
    """If t is s†s: that s vanishes."""
    for atom in sorted(variable for variable in term.free if isinstance(variable, Atom)):
        if not atom.slots and "adjointable" in atom.properties:
            root = letter(atom)
            if root.adjoint() * root == term:
                yield recorder.step("definite", nought, root)
