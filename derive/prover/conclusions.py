"""What theorems conclude, for rules that need a conclusion of one kind; and trivial theorems.

Main results: `sides`, `bounded`, `identity_theorem`, `sum_theorem`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from derive.kernel.formulas import Equation, NonNegative
from derive.kernel.rules import Theorem
from derive.kernel.terms import Term, zero
from derive.prover.recorder import Recorder


def sides(theorem: Theorem) -> tuple[Term, Term]:
    """Left and right of a theorem that is an equation; else `KernelError`."""
    equation = theorem.concludes(Equation)
    return equation.left, equation.right


def bounded(theorem: Theorem) -> Term:
    """The term that a theorem says is at least 0; `KernelError` if it says something else."""
    return theorem.concludes(NonNegative).term


def identity_theorem(recorder: Recorder, left: Term, right: Term) -> Theorem:
    """The equation of two terms of one normal form; else `KernelError`."""
    return recorder.step("combination", left, right, [])


def sum_theorem(recorder: Recorder, parts: Sequence[Theorem]) -> Theorem:
    """A sum of what is at least 0 is at least 0."""
    whole = reduce(Term.__add__, map(bounded, parts), zero())
    return recorder.step("order", identity_theorem(recorder, whole, whole), parts)
