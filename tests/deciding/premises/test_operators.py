"""Every premise about operators at random matrices that meet its conditions, in ball arithmetic."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flint
import pytest

from derive.deciding.claims.expressions import Call, Constant, Expression, Number, Relation, Symbol
from derive.deciding.premises.operators import PREMISES
from derive.deciding.premises.premise import Premise

Matrix = Any
Values = dict[str, Any]
Samples = Callable[[random.Random, int], Values]
DRAWS = 12


def matrix(rows: list[list[Any]]) -> Matrix:
    return flint.acb_mat(rows)


def multiple(value: Any, size: int) -> Matrix:
    return matrix([[value if i == j else 0 for j in range(size)] for i in range(size)])


def number(rng: random.Random) -> Any:
    return rng.choice([0, 1, -1, flint.acb(rng.randint(-3, 3), rng.randint(-3, 3)) / 2])


def any_matrix(rng: random.Random, size: int, columns: int | None = None) -> Matrix:
    return matrix([[number(rng) for _ in range(columns or size)] for _ in range(size)])


def basis(rng: random.Random, size: int) -> tuple[Matrix, Matrix]:
    """An integer matrix of determinant 1, and its inverse."""
    lower = [
        [1 if i == j else rng.randint(-2, 2) * (i > j) for j in range(size)] for i in range(size)
    ]
    upper = [
        [1 if i == j else rng.randint(-2, 2) * (i < j) for j in range(size)] for i in range(size)
    ]
    change = flint.fmpz_mat(lower) * flint.fmpz_mat(upper)
    return flint.acb_mat(change), flint.acb_mat(change.inv(integer=True))


def diagonalisable(rng: random.Random, size: int, values: list[Any]) -> Matrix:
    change, inverse = basis(rng, size)
    chosen = [rng.choice(values) for _ in range(size)]
    rows = [[chosen[i] if i == j else 0 for j in range(size)] for i in range(size)]
    return change * matrix(rows) * inverse


def nilpotent(rng: random.Random, size: int, height: int) -> Matrix:
    """A matrix whose power of this height is 0."""
    change, inverse = basis(rng, size)
    near = [[int(j == i + 1 and j % height != 0) for j in range(size)] for i in range(size)]
    return change * matrix(near) * inverse


def with_spectrum(*values: Any) -> Samples:
    return lambda rng, size: {"t": number(rng), "A": diagonalisable(rng, size, list(values))}


def with_height(height: int) -> Samples:
    return lambda rng, size: {"A": nilpotent(rng, max(size, height), height)}


def one(rng: random.Random, size: int) -> Values:
    return {"A": any_matrix(rng, size)}


def commuting(rng: random.Random, size: int) -> Values:
    a = any_matrix(rng, size)
    return {"A": a, "B": number(rng) * a * a + number(rng) * a + multiple(number(rng), size)}


def similar(rng: random.Random, size: int) -> Values:
    change, inverse = basis(rng, size)
    return {"A": any_matrix(rng, size), "S": change, "T": inverse}


def heisenberg(rng: random.Random, size: int) -> Values:
    """Two strictly triangular matrices, whose commutator is central among such."""
    del size
    a, b = (
        matrix([[0, number(rng), number(rng)], [0, 0, number(rng)], [0, 0, 0]]) for _ in range(2)
    )
    change, inverse = basis(rng, 3)
    a, b = change * a * inverse, change * b * inverse
    return {"A": a, "B": b, "C": a * b - b * a}


def eigenvector_of_commutator(rng: random.Random, size: int) -> Values:
    """[A, B] = cB for a diagonal A and a B that raises its eigenvalue by c."""
    change, inverse = basis(rng, size)
    c, start = number(rng), number(rng)
    a = matrix([[start - c * i if i == j else 0 for j in range(size)] for i in range(size)])
    b = matrix([[number(rng) if j == i + 1 else 0 for j in range(size)] for i in range(size)])
    return {"A": change * a * inverse, "B": change * b * inverse, "c": c}


def eigenvector(rng: random.Random, size: int) -> Values:
    change, inverse = basis(rng, size)
    upper = [[number(rng) if i <= j else 0 for j in range(size)] for i in range(size)]
    first = matrix([[int(i == 0)] for i in range(size)])
    return {"A": change * matrix(upper) * inverse, "v": change * first, "c": upper[0][0]}


def root_of_number(rng: random.Random, size: int) -> Values:
    c = flint.acb(rng.randint(1, 3), rng.randint(-2, 2)) / 2
    return {"A": diagonalisable(rng, size, [c, -c]), "c": c}


def rank_one(rng: random.Random, size: int) -> Values:
    return {name: any_matrix(rng, size, 1) for name in "vw"}


def power(rng: random.Random, size: int) -> Values:
    return {"A": any_matrix(rng, size), "n": rng.randint(0, 3)}


SAMPLES: dict[str, Samples] = {
    "inverse of an exponential": one,
    "exponential of a sum of commuting operators": commuting,
    "exponential of a multiple of an operator": power,
    "what commutes with an operator commutes with its exponential": commuting,
    "adjoint of an exponential of an operator": one,
    "exponential of a similar operator": similar,
    "product of exponentials with a central commutator": heisenberg,
    "conjugation with a commutator that commutes": heisenberg,
    "conjugation of an eigenvector of the commutator": eigenvector_of_commutator,
    "exponential of an involution": with_spectrum(1, -1),
    "exponential of a root of -1": with_spectrum(flint.acb(0, 1), flint.acb(0, -1)),
    "exponential of a root of a number": root_of_number,
    "exponential of a projector": with_spectrum(0, 1),
    "exponential of a cubic idempotent": with_spectrum(0, 1, -1),
    "exponential of a generator of a rotation": with_spectrum(0, flint.acb(0, 1), flint.acb(0, -1)),
    "exponential with a square of zero": with_height(2),
    "exponential with a cube of zero": with_height(3),
    "exponential with a fourth power of zero": with_height(4),
    "exponential of an eigenvector": eigenvector,
    "trace of an operator of rank one": rank_one,
}


def samples_of(premise: Premise) -> Samples:
    for size in (2, 3):
        if premise.name.endswith(f"of a {size}x{size} matrix"):
            return lambda rng, _, size=size: power(rng, size)  # type: ignore[misc]
    return SAMPLES[premise.name]


def value(expression: Expression, values: Values, size: int) -> Matrix:
    """The value of an expression, where a number is that multiple of the identity."""
    if isinstance(expression, Number):
        return multiple(flint.acb(flint.fmpq(*expression.value.as_integer_ratio())), size)
    if isinstance(expression, Constant):
        return multiple(flint.acb(0, 1), size)
    if isinstance(expression, Symbol):
        found = values[expression.name]
        return found if isinstance(found, flint.acb_mat) else multiple(found, size)
    assert isinstance(expression, Call)
    if expression.function == "power":
        exponent = value(expression.arguments[1], values, size)[0, 0]
        base = value(expression.arguments[0], values, size)
        whole = int(exponent.real.unique_fmpz())
        return base**whole if whole >= 0 else base.inv() ** -whole
    parts = [value(part, values, size) for part in expression.arguments]
    match expression.function:
        case "add":
            return sum(parts[1:], parts[0])
        case "multiply":
            return product(parts)
        case "exp":
            return parts[0].exp()
        case "adjoint":
            return parts[0].conjugate().transpose()
        case "conjugate":
            return parts[0].conjugate()
        case "transpose":
            return parts[0].transpose()
        case "determinant":
            return multiple(parts[0].det(), size)
        case "trace":
            return multiple(parts[0].trace(), size)
        case "cosh" | "sinh" | "cos" | "sin" as name:
            return multiple(getattr(parts[0][0, 0], name)(), size)
    raise AssertionError(expression)


def product(parts: list[Matrix]) -> Matrix:
    found = parts[0]
    for part in parts[1:]:
        scalar = found.nrows() == found.ncols() == 1 and part.nrows() > 1
        found = found[0, 0] * part if scalar else found * part
    return found


def same(relation: Relation, values: Values, size: int) -> bool:
    left, right = (value(side, values, size) for side in relation.sides)
    if left.ncols() != right.ncols() or left.nrows() != right.nrows():
        left, right = (m if m.nrows() == 1 else matrix([[m[0, 0]]]) for m in (left, right))
    return bool(left.overlaps(right))


def holds(premise: Premise, seed: int) -> bool:
    """Whether the premise holds at random matrices; they meet its conditions."""
    rng = random.Random(seed)
    values = samples_of(premise)(rng, rng.randint(1, 3))
    operator = next(v for k, v in values.items() if isinstance(v, flint.acb_mat))
    size = operator.nrows()
    assert all(same(condition, values, size) for condition in premise.problem.given)
    return all(same(claim, values, size) for claim in premise.problem.claims)


@pytest.mark.parametrize("premise", PREMISES, ids=lambda premise: premise.name)
def test_premise_holds(premise: Premise) -> None:
    assert all(holds(premise, seed) for seed in range(DRAWS))


WRONG = {
    "inverse of an exponential": "exp(A)*exp(A) == 1",
    "product of exponentials with a central commutator": "exp(A)*exp(B) == exp(A + B)*exp(-C/2)",
    "conjugation with a commutator that commutes": "exp(A)*B == (B - C)*exp(A)",
    "conjugation of an eigenvector of the commutator": "exp(A)*B == exp(-c)*B*exp(A)",
    "exponential of a root of a number": "exp(A) == cosh(c) - sinh(c)/c*A",
    "exponential of a generator of a rotation": "exp(t*A) == 1 + sin(t)*A - (1 - cos(t))*A**2",
    "exponential with a cube of zero": "exp(A) == 1 + A + A**2",
    "exponential with a fourth power of zero": "exp(A) == 1 + A + A**2/2",
    "exponential of an eigenvector": "exp(A)*v == c*v",
    "determinant of the exponential of a 2x2 matrix": "Determinant(exp(A)) == Trace(exp(A))",
    "trace of an operator of rank one": "Trace(v*Dagger(w)) == Dagger(v)*w",
}


@pytest.mark.parametrize("premise", [p for p in PREMISES if p.name in WRONG], ids=lambda p: p.name)
def test_a_wrong_formula_is_found_out(premise: Premise) -> None:
    wrong = replace(premise, formula=WRONG[premise.name])
    assert not all(holds(wrong, seed) for seed in range(DRAWS))
