"""What equations of operators and kets say of expectation values.

Of L = R follows ⟨ψ|L|ψ⟩ = ⟨ψ|R|ψ⟩, of Lψ = Rψ the same; and ⟨ψ|A†A|ψ⟩ is at least 0.

Main results: `expectations`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.deciding.proving.cauchy_schwarz import halves
from derive.kernel.atoms import Atom, C
from derive.kernel.formulas import Equation, Formula, NonNegative, free
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, identity, letter
from derive.prover.recorder import Recorder

_MOST_KETS = 2
_MOST_FACTS = 12


def expectations(
    recorder: Recorder, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> Iterator[Theorem]:
    """Equations and orders of expectation values, where kets are spoken of."""
    formulas = [*goals, *(fact.conclusion for fact in facts)]
    atoms = {a for f in formulas for a in free(f) if isinstance(a, Atom) and not a.slots}
    kets = [letter(a) for a in sorted(atoms) if a.domain == C and a.codomain != C]
    if not kets or len(kets) > _MOST_KETS or len(facts) > _MOST_FACTS:
        return
    equations: list[Theorem] = []
    for fact in facts:
        formula = fact.conclusion
        if isinstance(formula, Equation) and not formula.left.is_scalar:
            equations += _sandwiched(recorder, fact, formula, kets)
    yield from equations
    terms = [side for fact in equations for side in _sides(fact)]
    terms += [goal.term for goal in goals if isinstance(goal, NonNegative)]
    for root in dict.fromkeys(half for term in terms for half in halves(term)):
        yield recorder.step("nonnegative square", root)


def _sandwiched(
    recorder: Recorder, fact: Theorem, formula: Equation, kets: Sequence[Term]
) -> Iterator[Theorem]:
    """The equation between a bra and a ket."""
    for ket in kets:
        bra = ket.adjoint()
        if formula.left.codomain != ket.codomain:
            continue
        if formula.left.domain == C:
            left, right = bra * formula.left, bra * formula.right
            yield recorder.step("combination", left, right, [Multiple(fact, bra, identity())])
        elif formula.left.domain == ket.codomain:
            left, right = bra * formula.left * ket, bra * formula.right * ket
            yield recorder.step("combination", left, right, [Multiple(fact, bra, ket)])


def _sides(fact: Theorem) -> tuple[Term, Term]:
    formula = fact.concludes(Equation)
    return formula.left, formula.right
