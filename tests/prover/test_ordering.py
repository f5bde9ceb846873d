"""Why a scalar is at least 0: squares, products, sums, and what is known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from derive.kernel.atoms import Atom
from derive.kernel.certificates import replay
from derive.kernel.formulas import Formula, NonNegative, forall
from derive.kernel.terms import Term, identity, number
from derive.prover.ordering import nonnegative
from derive.prover.recorder import Recorder
from derive.prover.search import NotProved
from tests.prover.problems import V, equal, ket, n, operator, scalar, scalars
from tests.prover.test_search import searched

x, y = scalars("x y")
r, s = scalars("r s", "hermitian")
p, q = scalars("p q", "positive")
a, b, v, H, T = ket("a"), ket("b"), ket("v"), operator("H", "hermitian"), operator("T", "adjointable")
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
    "a square of a difference of positives": p**2 - number(2) * p * q + q**2,
    "a positive times a square": p * r**2 - number(2) * p * r * s + p * s**2,
    "a square with a number": r**2 - r + number(Fraction(1, 4)),
    "a square and a rest": r**2 - r + one,
    "three in a square": r**2 + s**2 + p**2 + number(2) * (r * s - r * p - s * p),
    "a norm of a sum": a.adjoint() * a + a.adjoint() * b + b.adjoint() * a + b.adjoint() * b,
    "a norm with i": a.adjoint() * a + number(0, 1) * (a.adjoint() * b - b.adjoint() * a) + b.adjoint() * b,
    "a variance": a.adjoint() * (H - r * identity(V)) ** 2 * a,
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
    "an indefinite form": r**2 - number(3) * r * s + s**2,
    "a square of a complex difference": x**2 - number(2) * x * y + y**2,
    "a form of kets": a.adjoint() * a + number(2) * (a.adjoint() * b + b.adjoint() * a) + b.adjoint() * b,
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
        (r + s, [NonNegative(r), NonNegative(s)]),
        (s - r, [NonNegative(x - r), NonNegative(y - x), NonNegative(s - y)]),
        (p * r, [NonNegative(r)]),
        (number(2) * r, [NonNegative(r)]),
        (r**2 - number(2) * r * s + s**2, []),
        (r * s, [NonNegative(r), NonNegative(s)]),
        (r * s - s * x, [NonNegative(r - x), NonNegative(s)]),
        (x * s - r * s - x * q + r * q, [NonNegative(x - r), NonNegative(s - q)]),
        (p * q**-1 * (r + s), [NonNegative(r + s)]),
        (a.adjoint() * H * a, [forall([Atom("v", V)], [], NonNegative(v.adjoint() * H * v))]),
    ],
    ids=["known", "plus positive", "plus square", "by an equation", "sum of two", "chain of three", "times positive", "twice", "square of a difference", "product of two", "product with a difference", "product of differences", "times a quotient", "clause about kets"],
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
        (r * s, [NonNegative(r), NonNegative(-r)]),
        (r * s, [NonNegative(r)]),
        (scalar("z"), [NonNegative(r)]),
        (r, []),
    ],
)
def test_not_from_what_is_known(goal: Term, given: list[Formula]) -> None:
    with pytest.raises(NotProved) as failure:
        searched(NonNegative(goal), given)
    assert failure.value.rest == goal
