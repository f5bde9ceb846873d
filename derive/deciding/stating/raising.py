"""Powers: whole ones are multiplied out, symbolic ones are of what the kernel can raise.

The kernel raises atoms to polynomials in natural numbers.  A sum, or a numeral, gets a symbol with
an equation that says what it stands for; a numeral one for each of its prime factors.

This module says what is proved: a mistake here is a wrong answer.

Main results: `raised`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import comb
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Call, Expression, Grid, Number
from derive.deciding.claims.expressions import number as numeral
from derive.deciding.stating.families import under_binder
from derive.deciding.stating.grants import Grant, Unsupported
from derive.deciding.stating.grids import inverse as inverse_of_grid
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import C, KernelError
from derive.kernel.exponents import Exponent, as_integer
from derive.kernel.formulas import Equation
from derive.kernel.terms import Term, exponent_of, identity, number

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

MOST_MONOMIALS = 3_000
_MOST_POWER = 200
_MOST_BITS = 20_000


def raised(
    abstraction: Abstraction, base: Expression, exponent: Expression, whole: Expression
) -> Term:
    """The power, whole, symbolic, or as a function of two numbers.

    Raises:
        Unsupported: it is too large, or the base may be 0 where the power needs an inverse.
    """
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return whole_power(abstraction, abstraction.term(base), int(exponent.value))
    term = abstraction.scalar(exponent)
    try:
        power = exponent_of(term)
    except KernelError:
        return _general_power(abstraction, base, exponent, whole)
    times = as_integer(power)
    if times is not None:
        return whole_power(abstraction, abstraction.term(base), times)
    return _symbolic_power(abstraction, base, exponent, term)


def whole_power(abstraction: Abstraction, base: Term, times: int) -> Term:
    """A whole power, multiplied out."""
    if times < 0:
        base, times = abstraction.inverse(base), -times
    if len(base.monomials) > 1 and not _affordable(base, times):
        raise Unsupported("a power is too large to multiply out")
    if len(base.monomials) == 1:
        bits = max(
            abs(c.numerator).bit_length() + c.denominator.bit_length()
            for c in base.monomials.values()
        )
        if bits > 2 and bits * times > _MOST_BITS:
            raise Unsupported("a power is too large to write down")
        return _monomial_power(base, times)
    return base**times if times or base.codomain == base.domain else base


def _symbolic_power(
    abstraction: Abstraction, base: Expression, exponent: Expression, term: Term
) -> Term:
    """A power with natural numbers in the exponent, of what the kernel can raise to it."""
    if isinstance(base, Grid) and all(c < 0 for _, c in exponent_of(term)):
        base, term = inverse_of_grid(base), -term
    found = abstraction.term(base)
    if found == -identity(found.codomain):
        return found**term
    powers = _raisable(abstraction, found, base, exponent_of(term))
    try:
        return powers**term
    except KernelError as error:
        raise Unsupported(str(error)) from None


def _raisable(abstraction: Abstraction, term: Term, meaning: Expression, power: Exponent) -> Term:
    """The term, or a symbol for it, as the base of a power with a symbolic exponent.

    A product of scalars is raised factor by factor, a numeral by its prime factors.  0 has no
    negative powers, but it has the power 0: only an exponent that is negative always makes its
    base nonzero where the power is defined.
    """
    negative = any(c < 0 for _, c in power)
    always = all(c < 0 for _, c in power) and any(not atoms for atoms, _ in power)
    if len(term.monomials) == 1 and term.is_scalar:
        ((monomial, coefficient),) = term.monomials.items()
        plain = not (monomial.imaginary or monomial.deltas or monomial.bound)
        if plain and all(len(word) == 1 for word, _ in monomial.scalars):
            rest = Term(C, C, {monomial: Fraction(1)})
            if negative:
                _as_divisor(abstraction, rest, power, granting=always)
            return rest * _numeral(abstraction, coefficient)
    if len(term.monomials) == 1 and not term.is_scalar:
        ((monomial, coefficient),) = term.monomials.items()
        if coefficient == 1 and len(monomial.word) == 1 and not monomial.scalars:
            return term
    if not term.is_scalar:
        return _abbreviation(abstraction, term, meaning, "")
    if negative:
        _as_divisor(abstraction, term, power, granting=always)
    unit = negative or evidently("nonzero", term)
    return _abbreviation(abstraction, term, meaning, "invertible" if unit else "")


def _as_divisor(abstraction: Abstraction, term: Term, power: Exponent, *, granting: bool) -> None:
    """See to it that the term has an inverse; grant it only if it must have one."""
    if granting:
        abstraction.inverse(term)
        return
    try:
        with abstraction.without_granting():
            abstraction.inverse(term)
    except Unsupported:
        if abstraction.granting:
            abstraction.split(*power)
        raise


def _numeral(abstraction: Abstraction, value: Fraction) -> Term:
    """A symbol for each prime factor, so that 2^n and 4^n are known to each other."""
    sign = number(-1) if value < 0 else number(1)
    parts = [sign]
    for whole, times in ((abs(value.numerator), 1), (value.denominator, -1)):
        if whole.bit_length() > 64:
            raise Unsupported("a large numeral to a symbolic power")
        for prime, power in _prime_factors(whole):
            base = _abbreviation(abstraction, number(prime), numeral(prime), "positive")
            parts.append(base ** (times * power))
    return reduce(Term.__mul__, parts)


def _abbreviation(abstraction: Abstraction, term: Term, meaning: Expression, word: str) -> Term:
    """A symbol that stands for a term, with the equation that says so."""
    if under_binder(term):
        raise Unsupported("a power of a sum with a bound variable in it")
    key = ("abbreviation", term)
    new = key not in abstraction.atoms
    properties = [word] if word else []
    if term.is_scalar and evidently("real", term):
        properties.append("hermitian")
    if not term.is_scalar:
        properties.append("adjointable")
    name = abstraction.fresh_name("base")
    symbol = abstraction.atom(key, name, meaning, properties, *term.ends)
    if new:
        grant = Grant("abbreviation", "abbreviation", (Equation(symbol, term),), meaning)
        abstraction.grants.append(grant)
    return symbol


def _general_power(
    abstraction: Abstraction, base: Expression, exponent: Expression, whole: Expression
) -> Term:
    from derive.deciding.stating.handling import handler

    special = handler("power")
    assert isinstance(whole, Call)
    if special is None:
        raise Unsupported("a general power")
    return special(abstraction, whole)


def _affordable(base: Term, times: int) -> bool:

    size = len(base.monomials)
    if times > _MOST_POWER:
        return False
    count = comb(size + times - 1, times) if base.is_scalar else size**times
    return count <= MOST_MONOMIALS


def _monomial_power(base: Term, times: int) -> Term:
    result = identity(base.codomain) if base.codomain == base.domain else base
    if base.codomain != base.domain and times != 1:
        raise Unsupported("a power of a map between two spaces")
    while times and base.codomain == base.domain:
        if times % 2:
            result = result * base
        base, times = base * base, times // 2
    return result


def _prime_factors(whole: int) -> list[tuple[int, int]]:
    import flint

    return [(int(p), int(e)) for p, e in flint.fmpz(whole).factor()] if whole > 1 else []
