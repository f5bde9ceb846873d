"""Powers whose exponent is not a polynomial with integer coefficients in naturals.

With rational coefficients, `a**(n + 3/2)` is `a**(n + 1)` times a power of the root `a**(1/2)`, an
atom of the function "root" for each radicand and degree.  This holds at a = 0 as well, as long as
no coefficient is negative: 0**0 = 1.  Where one is, a must not be 0: for a negative number as the
exponent the power is undefined there, otherwise it must be evident.

Any other power is an atom of the function "power", "unit_power" where the base is evidently not 0,
or "positive_power" where the base is evidently positive and the exponent real; premises say what
it is where the base is not 0.

This module says what is proved: a mistake here is a wrong answer.

Main results: `lower`.

Reference: NIST Digital Library of Mathematical Functions, 4.2.26 to 4.2.36.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Call, Number, power
from derive.deciding.stating.signs import evidently
from derive.kernel import exponents
from derive.kernel.atoms import KernelError
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Term, exponent_of, identity, natural_term, number

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction


def lower(abstraction: Abstraction, expression: Call) -> Term:
    """The power as a product of powers of the base and of a root of it, or as an atom.

    Raises:
        Unsupported: the base is an operator.
    """
    base, exponent = expression.arguments
    radicand, power_term = abstraction.term(base), abstraction.term(exponent)
    if not radicand.is_scalar or not power_term.is_scalar:
        raise abstraction.unsupported("such a power of an operator")
    parts = _parts(power_term)
    if parts is not None:
        whole, rest, degree = parts
        if _may_be_split(power_term, whole, radicand):
            outside = power(base, abstraction.expression(natural_term(whole)))
            root = _root(abstraction, Call("power", (base, Number(Fraction(1, degree)))))
            return (abstraction.term(outside) if whole else identity()) * root**rest
    return abstraction.value(_kind(radicand, power_term), (radicand, power_term), expression)


def _kind(radicand: Term, exponent: Term) -> str:
    """The function of which a general power is a value: its properties depend on the base."""
    if evidently("positive", radicand) and evidently("real", exponent):
        return "positive_power"
    return "unit_power" if evidently("nonzero", radicand) else "power"


def _root(abstraction: Abstraction, meaning: Call) -> Term:
    """The atom for the principal root, `a**(1/q)`."""
    base, exponent = meaning.arguments
    assert isinstance(exponent, Number)
    degree = number(exponent.value.denominator)
    return abstraction.value("root", (abstraction.term(base), degree), meaning)


def _parts(term: Term) -> tuple[Exponent, Exponent, int] | None:
    """(k, r, q) with the exponent k + r/q, where r has coefficients from 0 to q - 1."""
    degree = lcm(*(c.denominator for c in term.monomials.values()))
    try:
        scaled = exponent_of(number(degree) * term)
    except KernelError:
        return None
    whole = exponents.collect((atoms, c // degree) for atoms, c in scaled)
    return whole, exponents.collect((atoms, c % degree) for atoms, c in scaled), degree


def _may_be_split(term: Term, whole: Exponent, radicand: Term) -> bool:
    """Whether the power is the product of its parts wherever it is defined."""
    return exponents.is_natural(whole) or not term.free or evidently("nonzero", radicand)
