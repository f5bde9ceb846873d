"""Equations as rewriting rules: what is replaced, and how to justify it to the kernel.

A relation is an equation, or a clause whose conclusion is one; what the clause binds is a pattern.
Its leading monomial is the one with the most letters.

Main results: `Relation`, `relations_of`, `instantiate`, `weight`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from derive.kernel import exponents
from derive.kernel.atoms import Index, KernelError, Variable
from derive.kernel.formulas import (
    Clause,
    Equation,
    Formula,
    NonNegative,
    image,
    itself,
    renaming,
)
from derive.kernel.rules import Multiple, Theorem, required
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Monomial, Term, Word, _names, number
from derive.prover.recorder import Recorder

Binding = Term | Index


@dataclass(frozen=True)
class Relation:
    """`difference = 0` and its leading monomial; `variables` are patterns, named as in a clause."""

    theorem: Theorem
    difference: Term
    lead: Monomial
    coefficient: Fraction
    variables: tuple[Variable, ...] = ()
    adjoint: bool = False

    def multiple(
        self,
        recorder: Recorder,
        bindings: Mapping[Variable, Binding],
        left: Term,
        right: Term,
        over: tuple[Index, ...] = (),
    ) -> Multiple:
        """The multiple of the equation, for the values of the pattern."""
        theorem = self.theorem
        if self.variables:
            theorem = instantiate(recorder, theorem, bindings)
        return Multiple(theorem, left, right, over, self.adjoint)


def instantiate(
    recorder: Recorder,
    clause: Theorem,
    bindings: Mapping[Variable, Binding],
    premises: tuple[Theorem, ...] = (),
) -> Theorem:
    """The conclusion of a clause for the values of what it binds.

    Raises `KernelError` where a declared property of a variable is not evident of its value.
    """
    assert isinstance(clause.conclusion, Clause)
    values: list[Replacement | Index] = []
    evidence: list[Theorem] = []
    for variable in clause.conclusion.variables:
        value = bindings[variable]
        if isinstance(value, Index) or isinstance(variable, Index):
            values.append(value)  # type: ignore[arg-type]
            continue
        replacement = value_of(value, "invertible" in variable.properties)
        evidence += [evident(recorder, f) for f in required(variable, replacement)]
        values.append(replacement)
    return recorder.step("instance", clause, values, evidence, list(premises))


def value_of(term: Term, needs_inverse: bool) -> Replacement:
    """The term as a value, with its inverse where it has an evident one."""
    if not needs_inverse:
        return Replacement(term)
    if len(term.monomials) != 1:
        raise KernelError("only a monomial has an evident inverse")
    ((monomial, _),) = term.monomials.items()
    if len(monomial.word) == 1 and not monomial.scalars:
        ((here, power),) = monomial.word
        if power == exponents.ONE and not here.adjoint and not here.arguments:
            return itself(here.atom)
    return Replacement(term, (), inverse_term(term))


def inverse_term(term: Term) -> Term:
    """The inverse of a single monomial of invertible scalar atoms.

    Raises `KernelError` for another term.
    """
    if len(term.monomials) != 1:
        raise KernelError("only a monomial has an evident inverse")
    ((_, coefficient),) = term.monomials.items()
    unit = term * number(1 / coefficient)
    return (unit**-1) * number(1 / coefficient)


def evident(recorder: Recorder, formula: Formula) -> Theorem:
    """The theorem that a formula is by its normal form or by declared signs.

    Raises `KernelError` if it is not.
    """
    if isinstance(formula, Equation):
        return recorder.step("combination", formula.left, formula.right, [])
    if isinstance(formula, NonNegative) and len(formula.term.monomials) == 1:
        (coefficient,) = formula.term.monomials.values()
        plain = formula.term * number(1 / coefficient)
        return recorder.step("nonnegative power", coefficient, plain)
    if isinstance(formula, Clause) and not formula.premises:
        fresh = [v._replace(name=recorder.fresh_name()) for v in formula.variables]
        inner = image(formula.conclusion, renaming(formula.variables, fresh))
        return recorder.step("generalise", evident(recorder, inner), fresh, [])
    raise KernelError("this property is not evident")


def relations_of(theorem: Theorem) -> Iterator[Relation]:
    """The relations that an equation, or a clause without premises, and its adjoint give."""
    formula = theorem.conclusion
    variables: tuple[Variable, ...] = ()
    if isinstance(formula, Clause):
        if formula.premises:
            return
        variables, formula = formula.variables, formula.conclusion
    if not isinstance(formula, Equation):
        return
    difference = formula.left - formula.right
    yield from _oriented(theorem, difference, formula.left, variables, False)
    try:
        adjoint, left = difference.adjoint(), formula.left.adjoint()
    except KernelError:
        return
    if adjoint not in (difference, -difference):
        yield from _oriented(theorem, adjoint, left, variables, True)


def _oriented(
    theorem: Theorem, difference: Term, left: Term, variables: tuple[Variable, ...], adjoint: bool
) -> Iterator[Relation]:
    whole = {m for m in difference.monomials if _names(m).issuperset(variables)}
    if whole:
        lead = max(whole, key=lambda monomial: _rank(monomial, left))
        yield Relation(theorem, difference, lead, difference.monomials[lead], variables, adjoint)


def _rank(monomial: Monomial, left: Term) -> tuple[int, int, bool, int, bool, Monomial]:
    """The order of monomials: the most letters, of a sequence the latest, what is defined."""
    degree = sum(exponents.as_integer(power) or 1 for _, power in monomial.scalars)
    letters = len(monomial.scalars) + len(monomial.word)
    defined = left.monomials.keys() == {monomial} and letters == 1 and degree <= 1
    known = monomial in left.monomials
    return weight(monomial), _lateness(monomial), defined, degree, known, monomial


def _lateness(monomial: Monomial) -> int:
    """The sum of the numbers in the slots of sequences."""
    words = [monomial.word, *(word for word, _ in monomial.scalars)]
    slots = [slot for word in words for here, _ in word for slot in here.arguments]
    return sum(c for slot in slots if not isinstance(slot, Index) for a, c in slot if not a)


def weight(monomial: Monomial) -> int:
    """The number of letters in the words of a monomial; scalar atoms do not count."""
    closed = sum(_length(word) for word, _ in monomial.scalars if len(word) > 1)
    return _length(monomial.word) + closed


def _length(word: Word) -> int:
    return sum(abs(exponents.as_integer(power) or 1) for _, power in word)
