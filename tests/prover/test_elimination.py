"""Commutative elimination: cofactors, with and without inverse units."""

from __future__ import annotations

from functools import reduce
from itertools import starmap
from operator import add, mul

import pytest

from derive.kernel.terms import Term, identity, number, sign, total, zero
from derive.prover.elimination import cofactors
from tests.prover.problems import fi, i, ket, n, scalars

x, y, z = scalars("x y z")
(p,) = scalars("p", "positive")
w, u = scalars("w u", "invertible")
one, two, imaginary = identity(), number(2), number(0, 1)
braket = ket("a").adjoint() * ket("b")

MEMBERS: dict[str, tuple[Term, list[Term]]] = {
    "a multiple": (x**3 - one, [x**2 + x + one]),
    "of several": (x**2 * z - z, [x**2 - y, y - one]),
    "of several, none of them leading": (x**4 - y**4, [x + y, z]),
    "an S-polynomial": (z * x - y * y, [x**2 - y, x * y - z]),
    "a negative power in the goal": (x * w**-1 - y * w**-1, [x - y]),
    "a negative power in the equation": (x - y * w, [x * w**-1 - y]),
    "cancelling a unit": (x - y, [w * x - w * y]),
    "cancelling units of a power": (x - y, [w**2 * u * x - w**2 * u * y]),
    "a unit on one side": (x - p**-1, [p * x - one]),
    "with the imaginary unit": (x**2 + one, [x - imaginary]),
    "factors of a sum of squares": ((x + imaginary * y) * z, [x**2 + y**2, z * x + imaginary * y * z]),
    "closed words": (braket**2 - one, [braket - one]),
    "a symbolic power": (x ** (n + n) - number(4), [x**n - two]),
    "an inverse symbolic power": (w ** (number(-1) * n) * x - one, [x - w**n]),
    "a sign": (sign(n) * x - sign(n), [x - one]),
    "a sum is one unknown": (total(i, fi) + x - two, [total(i, fi) - one, x - one]),
}
NOT_MEMBERS: dict[str, tuple[Term, list[Term]]] = {
    "a root of it": (x - one, [x**2 - two * x + one]),
    "no unit": (x - y, [z * x - z * y]),
    "another variable": (z, [x, y]),
    "nothing vanishes": (x, []),
    "a number": (one, [x**2 + one]),
}


@pytest.mark.parametrize(("goal", "vanishing"), MEMBERS.values(), ids=MEMBERS)
def test_cofactors(goal: Term, vanishing: list[Term]) -> None:
    found = cofactors(goal, vanishing)
    assert found is not None
    assert len(found) == len(vanishing)
    assert reduce(add, starmap(mul, zip(found, vanishing, strict=True)), zero()) == goal


@pytest.mark.parametrize(("goal", "vanishing"), NOT_MEMBERS.values(), ids=NOT_MEMBERS)
def test_no_cofactors(goal: Term, vanishing: list[Term]) -> None:
    assert cofactors(goal, vanishing) is None


def test_inconsistent_equations_have_everything() -> None:
    found = cofactors(x, [y - one, y - two])
    assert found is not None
    assert found[0] * (y - one) + found[1] * (y - two) == x
