"""Inverses of divisors: evident, known already, or granted as a condition of the claim.

A divisor is factorised first, so that x² - 1 and x - 1 share an inverse.  Only what stands in the
claim grants something; a premise may divide by what is known not to be zero.

This module says what is proved: a mistake here is a wrong answer.

Main results: `inverse`, `unit`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Symbol, divide
from derive.deciding.claims.expressions import number as numeral
from derive.deciding.stating import families
from derive.deciding.stating.families import under_binder
from derive.deciding.stating.grants import Divisor, Grant, Unsupported
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import NATURAL, C, KernelError
from derive.kernel.exponents import ONE, Exponent, is_natural
from derive.kernel.formulas import Equation
from derive.kernel.terms import Term, identity, natural_term, number, single

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_PLAIN = next(iter(identity().monomials))


def inverse(abstraction: Abstraction, term: Term) -> Term:
    """The inverse of a divisor: of its factors, each evident, known, or granted now.

    Raises:
        Unsupported: a premise divides by what may be zero; an operator without inverse.
    """
    if not term:
        raise abstraction.nowhere("it divides by 0")
    if not term.is_scalar:
        return _inverse_of_operator(abstraction, term)
    if term not in abstraction.inverses:
        abstraction.inverses[term] = _inverse_of_scalar(abstraction, term)
    return abstraction.inverses[term]


def _inverse_of_operator(abstraction: Abstraction, term: Term) -> Term:
    ((monomial, coefficient), *more) = term.monomials.items()
    if more or monomial.bound or monomial.deltas or monomial.sign:
        raise Unsupported("the inverse of a sum of operators")
    try:
        scalars = Term(C, C, {monomial._replace(word=(), imaginary=False): coefficient})
        reverse = [single(here, power) ** -1 for here, power in reversed(monomial.word)]
        phase = number(0, -1) if monomial.imaginary else number(1)
        return phase * abstraction.inverse(scalars) * reduce(Term.__mul__, reverse)
    except KernelError as error:
        raise Unsupported(str(error)) from None


def _inverse_of_scalar(abstraction: Abstraction, term: Term) -> Term:
    from derive.prover.polynomials import factors

    if len(term.monomials) == 1:
        return _inverse_of_monomial(abstraction, term)
    unit, parts = factors(term)
    found = _inverse_of_monomial(abstraction, unit)
    for part, times in parts:
        found = found * (_witness(abstraction, part) ** times)
    return found


def _inverse_of_monomial(abstraction: Abstraction, term: Term) -> Term:
    ((monomial, coefficient),) = term.monomials.items()
    if monomial.deltas or monomial.bound or (not monomial.scalars and monomial.sign):
        if monomial.sign and not (monomial.deltas or monomial.bound or monomial.scalars):
            return term
        raise Unsupported("a divisor with sums in it")
    found = number(0, -1 / coefficient) if monomial.imaginary else number(1 / coefficient)
    for word, power in monomial.scalars:
        one = Term(C, C, {_PLAIN._replace(scalars=((word, power),)): Fraction(1)})
        atom = word[0][0].atom
        if len(word) == 1 and "invertible" in atom.properties:
            found = found * one**-1
            continue
        _check_that_it_divides(abstraction, power)
        base = Term(C, C, {_PLAIN._replace(scalars=((word, ONE),)): Fraction(1)})
        meaning = abstraction.meanings.get(atom)
        plain = len(word) == 1 and isinstance(meaning, Symbol) and not word[0][0].arguments
        if plain and NATURAL in atom.properties and abstraction.granting:
            abstraction.split(((atom,), 1))
        elif plain and abstraction.granting and (abstraction.inhabited or not abstraction.bound):
            raise Divisor(atom.name)
        found = found * (_witness(abstraction, base) ** natural_term(power))
    return found


def _check_that_it_divides(abstraction: Abstraction, power: Exponent) -> None:
    """Whether a divisor with this power vanishes with its base: 0 to the 0 is 1.

    Raises:
        Unsupported: the power may be 0, and no split of the case tells.
    """
    if not (is_natural(power) and any(not atoms for atoms, _ in power)):
        if abstraction.granting:
            abstraction.split(*power)
        raise Unsupported("a divisor with a power that may be 0")


def _witness(abstraction: Abstraction, term: Term) -> Term:
    """The inverse of what is no product: known already, evidently there, or granted."""
    key = ("inverse", term)
    if key in abstraction.atoms:
        return abstraction.atoms[key]
    if ("inverse", -term) in abstraction.atoms:
        return -abstraction.atoms["inverse", -term]
    for sign in (number(1), number(-1)):
        found = families.reciprocal(abstraction, sign * term)
        if found is not None:
            return sign * found
    free = not under_binder(term) and (abstraction.inhabited or not abstraction.bound)
    if not free and not evidently("nonzero", term):
        abstraction.split(*families.polynomial(term) or ())
        abstraction.fixed_divisor = abstraction.fixed_divisor or not under_binder(term)
        raise Unsupported("a term of a sum or a product divides by what may be zero")
    if abstraction.granting:
        abstraction.split(*families.polynomial(term) or ())
    if not abstraction.granting and not evidently("nonzero", term):
        raise Unsupported("a premise divides by what may be zero")
    witness, equation = unit(abstraction, term)
    abstraction.grants.append(
        Grant("condition", "defined", (equation,), abstraction.expression(term))
    )
    return witness


def unit(abstraction: Abstraction, term: Term) -> tuple[Term, Equation]:
    """A symbol for the inverse of a scalar that is not zero, and what is to be granted of it.

    That the scalar is not zero is for the caller to know.
    """
    properties = ["invertible"]
    if evidently("positive", term):
        properties.append("positive")
    elif evidently("real", term):
        properties.append("hermitian")
    meaning = divide(numeral(1), abstraction.expression(term))
    name = abstraction.fresh_name("inverse")
    witness = abstraction.atom(("inverse", term), name, meaning, properties)
    return witness, Equation(witness * term, identity())
