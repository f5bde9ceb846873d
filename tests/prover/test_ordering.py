"""Why a scalar is at least 0: squares, products, sums, and what is known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from derive.kernel.certificates import replay
from derive.kernel.formulas import Formula, NonNegative
from derive.kernel.terms import Term, identity, number
from derive.prover.ordering import nonnegative
from derive.prover.recorder import Recorder
from derive.prover.search import NotProved
from tests.prover.problems import equal, ket, n, operator, scalar, scalars
from tests.prover.test_search import searched

x, y = scalars("x y")
r, s = scalars("r s", "hermitian")
p, q = scalars("p q", "positive")
a, b, H, T = ket("a"), ket("b"), operator("H", "hermitian"), operator("T", "adjointable")
one = identity()

BY_ITSELF = {
    "zero": one - one,
    "a number": number(Fraction(2, 3)),
    "positive symbols": number(3) * p * q**-2,
    "a natural": n * n + n + one,
    "a symbolic power": p**n * q ** (number(-1) * n),
    "a real square": r**2,
    "a complex square": x * x.adjoint(),
    "a product of squares": x**3 * x.adjoint() ** 3 * r**4 * p,
    "a norm": a.adjoint() * a,
    "a norm of an image": a.adjoint() * T.adjoint() * T * a,
    "an even power of a Hermitian operator": a.adjoint() * H**4 * a,
    "a Hermitian square between operators": a.adjoint() * T.adjoint() * H**2 * T * a,
    "a probability": a.adjoint() * b * b.adjoint() * a,
    "a sum of them": a.adjoint() * a + x * x.adjoint() + p,
}
NOT_BY_ITSELF = {
    "a negative number": number(-1),
    "an imaginary number": number(0, 1),
    "a real symbol": r,
    "a complex symbol": x,
    "the square of a complex symbol": x**2,
    "an odd power": r**3,
    "a difference": p - q,
    "a Hermitian expectation": a.adjoint() * H * a,
    "a product of two reals": r * s,
    "an amplitude": a.adjoint() * b,
    "the square of an amplitude": (a.adjoint() * b) ** 2,
    "a symbolic power of a real symbol": r**n,
    "minus a square": -(r**2),
    "a square and a negative number": r**2 - one,
}


@pytest.mark.parametrize("term", BY_ITSELF.values(), ids=BY_ITSELF)
def test_it_is_at_least_0(term: Term) -> None:
    recorder = Recorder()
    theorem = nonnegative(recorder, term, [])
    assert theorem is not None
    assert theorem.conclusion == NonNegative(term)
    assert not theorem.hypotheses
    assert replay(recorder.certificate([theorem])) == (theorem,)


@pytest.mark.parametrize("term", NOT_BY_ITSELF.values(), ids=NOT_BY_ITSELF)
def test_it_need_not_be_at_least_0(term: Term) -> None:
    assert nonnegative(Recorder(), term, []) is None


@pytest.mark.parametrize(
    ("goal", "given"),
    [
        (r, [NonNegative(r)]),
        (r + p, [NonNegative(r)]),
        (r + s**2, [NonNegative(r)]),
        (s + q, [NonNegative(r), equal(s, r)]),
        pytest.param(
            r + s,
            [NonNegative(r), NonNegative(s)],
            marks=pytest.mark.xfail(raises=NotProved, reason="two known orders are not added"),
        ),
        pytest.param(
            s - r,
            [NonNegative(x - r), NonNegative(y - x), NonNegative(s - y)],
            marks=pytest.mark.xfail(raises=NotProved, reason="two known orders are not added"),
        ),
        pytest.param(
            p * r,
            [NonNegative(r)],
            marks=pytest.mark.xfail(raises=NotProved, reason="a known order is not multiplied"),
        ),
        pytest.param(
            number(2) * r,
            [NonNegative(r)],
            marks=pytest.mark.xfail(raises=NotProved, reason="a known order is not multiplied"),
        ),
        pytest.param(
            r**2 - number(2) * r * s + s**2,
            [],
            marks=pytest.mark.xfail(raises=NotProved, reason="a square of a sum is not recognised"),
        ),
    ],
    ids=["known", "plus positive", "plus square", "by an equation", "sum of two", "chain of three", "times positive", "twice", "square of a difference"],
)
def test_from_what_is_known(goal: Term, given: list[Formula]) -> None:
    theorem, certificate = searched(NonNegative(goal), given)
    assert theorem.hypotheses == set(given)
    assert replay(certificate) == (theorem,)


@pytest.mark.parametrize(
    ("goal", "given"),
    [
        (-r, [NonNegative(r)]),
        (r - one, [NonNegative(r)]),
        (r * s, [NonNegative(r), NonNegative(s), NonNegative(-r)]),
        (scalar("z"), [NonNegative(r)]),
        (r, []),
    ],
)
def test_not_from_what_is_known(goal: Term, given: list[Formula]) -> None:
    with pytest.raises(NotProved) as failure:
        searched(NonNegative(goal), given)
    assert failure.value.rest == goal
