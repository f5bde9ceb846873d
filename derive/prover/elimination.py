"""Commutative elimination: a scalar as a combination of scalars that vanish.

The scalars become polynomials: a variable for each closed word, one for each of its powers to a
symbolic exponent; denominators are cleared by units, and a variable for the inverse of all units
lets what was cleared be cancelled.  SymPy's Gröbner bases find the cofactors.

Main results: `cofactors`.

References: B. Buchberger, "An algorithmic criterion for the solvability of a system of algebraic
equations" (1970); J. L. Rabinowitsch, Math. Ann. 102, 520 (1930), for the inverse of the units.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from derive.kernel.atoms import C
from derive.kernel.terms import Monomial, Term, identity, number, zero

_I = "i"
_Key = Any
_Powers = dict[_Key, int]


def cofactors(goal: Term, vanishing: Sequence[Term]) -> list[Term] | None:
    """Scalars c with goal = Σ c·g over the vanishing scalars g, or None where none were found."""
    found = [_polynomial(term) for term in (goal, *vanishing)]
    keys = sorted({key for parts in found for powers, _ in parts for key in powers}, key=repr)
    shifts = [_shift(parts) for parts in found]
    units = [key for key in keys if any(key in shift for shift in shifts) or _is_unit(key)]
    for inverted in ([], units) if units else ([],):
        result = _solve(found, shifts, keys, inverted)
        if result is not None:
            scale = _unit_term(shifts[0], -1)
            return [
                scale * c * _unit_term(shift, 1)
                for c, shift in zip(result, shifts[1:], strict=True)
            ]
    return None


def _solve(
    found: list[list[tuple[_Powers, Fraction]]],
    shifts: list[_Powers],
    keys: list[_Key],
    inverted: list[_Key],
) -> list[Term] | None:
    from sympy import QQ, Poly, Symbol, prod
    from sympy.polys.polyerrors import PolynomialError

    symbols = {key: Symbol(f"x{k}") for k, key in enumerate(keys)}
    inverse = Symbol("t")
    in_goal = {key for powers, _ in found[0] for key in powers}
    ordered = sorted(keys, key=lambda key: (key in in_goal, keys.index(key)))
    names = [*([inverse] if inverted else []), *(symbols[key] for key in ordered)]
    if not names:
        return None
    polynomials = [
        sum(
            QQ(c.numerator, c.denominator)
            * prod(symbols[k] ** (powers.get(k, 0) + shift.get(k, 0)) for k in keys)
            for powers, c in parts
        )
        for parts, shift in zip(found, shifts, strict=True)
    ]
    generators = list(polynomials[1:])
    if _I in symbols:
        generators.append(symbols[_I] ** 2 + 1)
    if inverted:
        generators.append(inverse * prod(symbols[key] for key in inverted) - 1)
    ring = QQ.old_poly_ring(*names, order="grevlex")
    try:
        ideal = ring.ideal(*[ring.from_sympy(g) for g in generators])
        element = ring.from_sympy(polynomials[0])
        if not ideal.contains(element):
            return None
        combination = ideal.in_terms_of_generators(element)
    except (PolynomialError, ValueError):
        return None
    terms = {symbols[key]: _key_term(key) for key in keys}
    inverse_units = _unit_term(dict.fromkeys(inverted, 1), -1)
    result = []
    for c in combination[: len(found) - 1]:
        total = zero()
        for powers, coefficient in Poly(ring.to_sympy(c), *names).terms():
            product = number(Fraction(int(coefficient.p), int(coefficient.q)))
            for name, power in zip(names, powers, strict=True):
                base = inverse_units if name == inverse else terms[name]
                product = product * base**power
            total = total + product
        result.append(total)
    return result


def _polynomial(term: Term) -> list[tuple[_Powers, Fraction]]:
    return [(_powers(monomial), c) for monomial, c in term.monomials.items()]


def _powers(monomial: Monomial) -> _Powers:
    if monomial.bound or monomial.deltas:
        return {monomial: 1}
    powers: _Powers = {}
    if monomial.imaginary:
        powers[_I] = 1
    if monomial.sign:
        powers[("sign", monomial.sign)] = 1
    for word, power in monomial.scalars:
        for atoms, coefficient in power:
            powers[(word, atoms)] = coefficient
    return powers


def _shift(parts: list[tuple[_Powers, Fraction]]) -> _Powers:
    """The least powers of units that clear all denominators."""
    shift: _Powers = {}
    for powers, _ in parts:
        for key, power in powers.items():
            if power < 0:
                shift[key] = max(shift.get(key, 0), -power)
    return shift


def _is_unit(key: _Key) -> bool:
    if not isinstance(key, tuple) or isinstance(key, Monomial) or key[0] == "sign":
        return False
    word = key[0]
    return len(word) == 1 and "invertible" in word[0][0].atom.properties


def _key_term(key: _Key) -> Term:
    """The term that a variable stands for."""
    if key == _I:
        return number(0, 1)
    if isinstance(key, Monomial):
        return Term(C, C, {key: Fraction(1)})
    unit = next(iter(identity().monomials))
    if key[0] == "sign":
        return Term(C, C, {unit._replace(sign=key[1]): Fraction(1)})
    word, atoms = key
    return Term(C, C, {unit._replace(scalars=((word, ((atoms, 1),)),)): Fraction(1)})


def _unit_term(powers: _Powers, sign: int) -> Term:
    product = identity()
    for key, power in powers.items():
        product = product * (_key_term(key) ** (sign * power))
    return product
