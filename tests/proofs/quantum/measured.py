"""Random states under measurement, exactly: orthogonal eigenvectors of any length, and numbers.

Numbers are 1 by 1 matrices, so that they are added, multiplied and compared as exactly as matrices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from flint import fmpq
from hypothesis import assume
from hypothesis import strategies as st

from derive.linalg.matrices import ExactMatrix
from derive.strategies import unitaries

PARTS = st.tuples(st.integers(-2, 2), st.integers(-2, 2))
NONZERO = PARTS.filter(any)


@dataclass(frozen=True)
class Superposition:
    """A normal operator with orthogonal eigenvectors, and a state that is made of them."""

    operator: ExactMatrix
    values: Sequence[ExactMatrix]
    vectors: Sequence[ExactMatrix]
    coefficients: Sequence[ExactMatrix]
    state: ExactMatrix

    @property
    def probabilities(self) -> list[ExactMatrix]:
        """Those of the eigenvectors, by the rule of Born."""
        return [probability(vector, self.state) for vector in self.vectors]


def number(real: int | fmpq, imaginary: int | fmpq = 0) -> ExactMatrix:
    return ExactMatrix.gaussian(1, 1, [(real, imaginary)])


def real_part(value: ExactMatrix) -> fmpq:
    """The value of a number that must be real."""
    assert value == value.adjoint()
    return value[0, 0].real[0]


def inner(left: ExactMatrix, right: ExactMatrix) -> ExactMatrix:
    return left.adjoint() @ right


def quotient(value: ExactMatrix, divisor: ExactMatrix) -> ExactMatrix:
    return divisor.solve(value)


def total(summands: Iterable[ExactMatrix]) -> ExactMatrix:
    return reduce(ExactMatrix.__add__, summands)


def probability(vector: ExactMatrix, state: ExactMatrix) -> ExactMatrix:
    """The rule of Born, for vectors of any length."""
    amplitude = inner(vector, state)
    return quotient(amplitude.adjoint() @ amplitude, inner(vector, vector) @ inner(state, state))


def mean(operator: ExactMatrix, state: ExactMatrix) -> ExactMatrix:
    return quotient(inner(state, operator @ state), inner(state, state))


@st.composite
def superpositions(draw: st.DrawFn, real: bool = False, whole: bool = True) -> Superposition:
    """Superpositions of all eigenvectors; if not `whole`, of others too that are left out.

    Args:
        draw: given by Hypothesis.
        real: whether the operator is Hermitian.
        whole: whether all eigenvectors are given.
    """
    size = draw(st.integers(1, 3))
    basis = draw(unitaries(size))
    parts = draw(st.lists(PARTS, min_size=size, max_size=size))
    values = [number(a, 0 if real else b) for a, b in parts]
    lengths = draw(st.lists(NONZERO, min_size=size, max_size=size))
    vectors = [basis.column(k).scaled(*lengths[k]) for k in range(size)]
    coefficients = [number(*draw(PARTS)) for _ in range(size)]
    state = total(v @ c for v, c in zip(vectors, coefficients, strict=True))
    assume(not state.is_zero())
    unit = [quotient(v.adjoint(), inner(v, v)) for v in vectors]
    operator = total(v @ o @ u for v, o, u in zip(vectors, values, unit, strict=True))
    kept = size if whole else draw(st.integers(1, size))
    return Superposition(operator, values[:kept], vectors[:kept], coefficients[:kept], state)
