"""Vectors over a basis of numbered states, and what words of ladder operators make of them.

They serve the second evaluation of models of infinite dimension.

Main results: `Vector`, `inner`, `moved`, `backwards`, `pushed`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import factorial, perm

from derive.deciding.claims.expressions import Call, Expression, add, call, multiply, power
from derive.deciding.refuting.rational_matrices import Unverifiable

Complex = tuple[Fraction, Fraction]
State = tuple[int, ...]
Vector = Mapping[State, Complex]

NOUGHT: Complex = (Fraction(0), Fraction(0))


def inner(left: Vector | Complex, right: Vector | Complex, *, oscillator: bool) -> Complex:
    """The inner product."""
    assert not isinstance(left, tuple)
    assert not isinstance(right, tuple)
    total = NOUGHT
    for state, (a, b) in left.items():
        c, d = right.get(state, NOUGHT)
        length = 1
        for n in state:
            length *= factorial(n) if oscillator else 1
        total = (total[0] + length * (a * c + b * d), total[1] + length * (a * d - b * c))
    return total


def moved(
    words: Mapping[tuple[tuple[int, int], ...], Complex],
    vector: Vector | Complex,
    *,
    oscillator: bool,
) -> Vector:
    """An operator on a vector, word by word."""
    if isinstance(vector, tuple):
        raise Unverifiable("an operator on a number")
    found: dict[State, Complex] = {}
    for state, value in vector.items():
        for word, c in words.items():
            if any(n < j for n, (_, j) in zip(state, word, strict=True)):
                continue
            weight = 1
            for n, (_, j) in zip(state, word, strict=True):
                weight *= perm(n, j) if oscillator else 1
            target = tuple(n + i - j for n, (i, j) in zip(state, word, strict=True))
            a, b = value[0] * c[0] - value[1] * c[1], value[0] * c[1] + value[1] * c[0]
            old = found.get(target, NOUGHT)
            found[target] = (old[0] + weight * a, old[1] + weight * b)
    return {state: value for state, value in found.items() if value != NOUGHT}


def number_has(value: Complex, words: frozenset[str]) -> bool:
    """Whether a number has declared properties."""
    real, imaginary = value
    whole = real.denominator == 1
    truths = {
        "complex": True,
        "nonzero": bool(real or imaginary),
        "imaginary": not real and bool(imaginary),
        "real": not imaginary,
        "rational": not imaginary,
        "positive": not imaginary and real > 0,
        "negative": not imaginary and real < 0,
        "nonnegative": not imaginary and real >= 0,
        "nonpositive": not imaginary and real <= 0,
        "integer": not imaginary and whole,
        "natural": not imaginary and whole and real >= 0,
        "even": not imaginary and whole and real % 2 == 0,
        "odd": not imaginary and whole and real % 2 == 1,
    }
    return all(truths.get(word, False) for word in words)


def backwards(
    words: Mapping[tuple[tuple[int, int], ...], Complex],
) -> Mapping[tuple[tuple[int, int], ...], Complex]:
    """The words read backwards, with conjugate coefficients."""
    return {tuple((j, i) for i, j in word): (a, -b) for word, (a, b) in words.items()}


def pushed(body: Expression) -> Expression:
    """The adjoint of an expression, moved to its letters."""
    match body:
        case Call("adjoint", (inner,)):
            return inner
        case Call("add", terms):
            return add(*(call("adjoint", term) for term in terms))
        case Call("multiply", factors):
            return multiply(*(call("adjoint", factor) for factor in reversed(factors)))
        case Call("power", (base, exponent)):
            return power(call("adjoint", base), exponent)
    raise Unverifiable(str(body))


def scaled(factor: Complex, value: Vector | Complex) -> Vector | Complex:
    """A multiple."""
    a, b = factor
    if isinstance(value, tuple):
        return a * value[0] - b * value[1], a * value[1] + b * value[0]
    if factor == NOUGHT:
        return {}
    return {state: (a * c - b * d, a * d + b * c) for state, (c, d) in value.items()}


def plus(left: Vector | Complex, right: Vector | Complex) -> Vector | Complex:
    """A sum."""
    if isinstance(left, tuple) and isinstance(right, tuple):
        return left[0] + right[0], left[1] + right[1]
    assert not isinstance(left, tuple)
    assert not isinstance(right, tuple)
    found = dict(left)
    for state, (a, b) in right.items():
        c, d = found.get(state, NOUGHT)
        found[state] = (a + c, b + d)
    return {state: value for state, value in found.items() if value != NOUGHT}


def raised(base: Complex, times: int) -> Complex:
    """An integer power of a number."""
    a, b = base
    if times < 0:
        size = a * a + b * b
        if not size:
            raise Unverifiable("a division by 0")
        a, b = a / size, -b / size
    real, imaginary = Fraction(1), Fraction(0)
    for _ in range(abs(times)):
        real, imaginary = real * a - imaginary * b, real * b + imaginary * a
    return real, imaginary
