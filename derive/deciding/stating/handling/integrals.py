"""Definite integrals: a linear combination of symbols, one for each shape of the integrand.

The integrand is taken at any point of the interval, multiplied out, and what does not depend on
the point comes before the integral.  That holds for all integrals that exist, and it can be
taken to hold for all symbols: a linear functional on the integrable functions extends to all
functions.  Two integrands with the same normal form are equal wherever they are defined.

At that point the integrand is defined, so its divisors are not 0: an integrand may be undefined
at single points only.

This module says what is proved: a mistake here is a wrong answer.

Main results: `lower_integral`, `bound_term`, `lies_above_zero`, `apart`.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import (
    INFINITY,
    Binder,
    Call,
    Expression,
    Symbol,
    free_names,
    negative,
    substituted,
)
from derive.deciding.stating.families import under_binder
from derive.deciding.stating.handling.generic import declared, forgotten
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import Atom, C
from derive.kernel.terms import Term, identity, zero

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction
    from derive.kernel.terms import Monomial

_PLACE = "_1"
_CONSTANT_FAMILIES = ("factorial", "binomial")
BELOW = negative(INFINITY)


def bound_term(abstraction: Abstraction, bound: Expression) -> Term | str:
    """The term of a bound, or a word for an infinite one.

    Raises:
        Unsupported: the bound is not evidently real.
    """
    if bound == INFINITY:
        return "above"
    if bound == BELOW:
        return "below"
    term = abstraction.term(bound)
    if not evidently("real", term) or under_binder(term):
        raise abstraction.unsupported("an integral between such bounds")
    return term


def lies_above_zero(bounds: tuple[Term | str, ...]) -> bool:
    """Whether all between the bounds is evidently positive."""
    return all(
        evidently("nonnegative", bound) if isinstance(bound, Term) else bound == "above"
        for bound in bounds
    )


def lower_integral(abstraction: Abstraction, expression: Binder) -> Term:
    """The value of a definite integral.

    Raises:
        Unsupported: of operators, or of what else cannot be taken apart.
    """
    with forgotten(abstraction):
        return _lowered(abstraction, expression)


def _lowered(abstraction: Abstraction, expression: Binder) -> Term:
    bounds = tuple(bound_term(abstraction, bound) for bound in expression.bounds)
    inside = _inside(abstraction, expression, positive=lies_above_zero(bounds))
    body = abstraction.term(substituted(expression.body, {expression.variable: inside}))
    if not body.is_scalar or under_binder(body):
        raise abstraction.unsupported("an integral of operators")
    if len(bounds) == 2 and bounds[0] == bounds[1]:
        return zero()
    total = zero()
    for monomial, c in sorted(body.monomials.items()):
        coefficient, shape = apart(abstraction, inside, Term(C, C, {monomial: c}))
        total = total + coefficient * _symbol(abstraction, inside, shape, expression, bounds)
    return total


def _inside(abstraction: Abstraction, expression: Binder, *, positive: bool) -> Symbol:
    """A symbol for a point of the interval that does not stand in the integral."""
    word = "inside" if positive else "within"
    taken = free_names(expression)
    name = next(name for k in count(1) if (name := f"{word}@{k}") not in taken)
    return declared(abstraction, name, positive=positive)


def _symbol(
    abstraction: Abstraction,
    inside: Symbol,
    shape: Term,
    expression: Binder,
    bounds: tuple[Term | str, ...],
) -> Term:
    body = substituted(abstraction.expression(shape), {inside.name: Symbol(_PLACE)})
    meaning = Binder("integral", _PLACE, body, expression.bounds)
    least = _inside(abstraction, meaning, positive=lies_above_zero(bounds))
    if least != inside:
        shape = abstraction.term(substituted(body, {_PLACE: least}))
    key = ("integral", shape, bounds)
    properties = ("hermitian",) if evidently("real", shape) else ()
    return abstraction.atom(key, abstraction.fresh_name("integral"), meaning, properties)


def apart(abstraction: Abstraction, inside: Symbol, part: Term) -> tuple[Term, Term]:
    """What does not depend on the point, and what does, of a single monomial."""
    ((monomial, c),) = part.monomials.items()
    if monomial.deltas or monomial.bound:
        raise abstraction.unsupported("an integral of a sum over an index set")
    moving = [
        pair
        for pair in monomial.scalars
        if any(_moves(abstraction, inside, here.atom) for here, _ in pair[0])
    ]
    fixed = tuple(pair for pair in monomial.scalars if pair not in moving)
    plain = next(iter(identity().monomials))
    shape: Monomial = plain._replace(scalars=tuple(moving))
    return (
        Term(C, C, {monomial._replace(scalars=fixed): c}),
        Term(C, C, {shape: next(iter(identity().monomials.values()))}),
    )


def _moves(abstraction: Abstraction, inside: Symbol, atom: Atom) -> bool:
    if atom in map(abstraction.families.get, _CONSTANT_FAMILIES):
        return False
    if atom.slots:
        raise abstraction.unsupported("an integral of a sequence")
    meaning = abstraction.meanings.get(atom, inside)
    if inside.name not in free_names(meaning):
        return False
    match meaning:
        case Call(function, arguments) if function not in ("add", "multiply", "power"):
            terms = map(abstraction.term, arguments)
            return any(_moves(abstraction, inside, one) for term in terms for one in _atoms(term))
    return True


def _atoms(term: Term) -> list[Atom]:
    return [one for one in term.free if isinstance(one, Atom)]
