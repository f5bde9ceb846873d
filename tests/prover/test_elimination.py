"""Commutative elimination: cofactors, with witnesses, roots, and inverses of units."""

from __future__ import annotations

import time
from fractions import Fraction
from functools import reduce
from itertools import starmap
from operator import add, mul

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, number, sign, total, zero
from derive.prover.elimination import cofactors, eliminated
from tests.prover.problems import fi, i, ket, n, scalars

x, y, z, q, r, s = scalars("x y z q r s")
(p,) = scalars("p", "positive")
w, u = scalars("w u", "invertible")
ATOMS = [next(iter(term.free)) for term in (x, y, z, w)]
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
    "factors of a sum of squares": (
        (x + imaginary * y) * z,
        [x**2 + y**2, z * x + imaginary * y * z],
    ),
    "closed words": (braket**2 - one, [braket - one]),
    "a symbolic power": (x ** (n + n) - number(4), [x**n - two]),
    "an inverse symbolic power": (w ** (number(-1) * n) * x - one, [x - w**n]),
    "a sign": (sign(n) * x - sign(n), [x - one]),
    "a sum is one unknown": (total(i, fi) + x - two, [total(i, fi) - one, x - one]),
    "beside a sum": (total(i, x * fi) - y * total(i, fi), [x - y]),
    "a product of sums": (
        total(i, fi) ** 2 * x - total(i, fi**2),
        [total(i, fi) * x - y, y * total(i, fi) - total(i, fi**2)],
    ),
    "a sign squared": (sign(n) * x - y, [x - sign(n) * y]),
    "partial fractions": (
        q - r - two * s,
        [q * (x - one) - one, r * (x + one) - one, s * (x**2 - one) - one],
    ),
    "nested fractions": (r * (x + q) - one, [q * x - one, r * (x**2 + one) - x]),
    "an inverse of an inverse": (s - x, [r * x - one, s * r - one]),
    "a root below a line": (q - y + z, [y**2 - two, z**2 - one, q * (y + z) - one]),
    "a tower of roots": (y**4 - two * y**2 + one - x, [y**2 - z - one, z**2 - x]),
    "roots that say what is under them": (
        y * z * y * z - x**2 + one,
        [y**2 - x - one, z**2 - x + one],
    ),
    "a seventh root of one": (
        reduce(add, (x**k for k in range(7)), zero()),
        [x**7 - one, q * (x - one) - one],
    ),
    "cancelling what is not zero": (y - z, [q * (x - one) - one, x * y - y - x * z + z]),
    "what is not zero is a product": (y - z, [q * x * u * (x - one) - one, x * y - x * z]),
    "units that are sums of units": (w**-1 * (u + p) - one, [w - u - p]),
    "a contradiction": (y, [x, q * x - one]),
}
NOT_MEMBERS: dict[str, tuple[Term, list[Term]]] = {
    "a root of it": (x - one, [x**2 - two * x + one]),
    "no unit": (x - y, [z * x - z * y]),
    "another variable": (z, [x, y]),
    "nothing vanishes": (x, []),
    "a number": (one, [x**2 + one]),
    "another root": (y - z, [y**2 - x, z**2 - x]),
    "one partial fraction wrong": (
        q + r - two * s,
        [q * (x - one) - one, r * (x + one) - one, s * (x**2 - one) - one],
    ),
    "a primitive root": (reduce(add, (x**k for k in range(7)), zero()), [x**7 - one]),
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


def sums(terms: list[Term]) -> Term:
    return reduce(add, terms, zero())


def polynomials(pool: list[Term]) -> st.SearchStrategy[Term]:
    monomials = st.lists(st.sampled_from(pool), max_size=3).map(
        lambda found: reduce(mul, found, one)
    )
    products = st.tuples(st.integers(-3, 3).map(number), monomials)
    return st.lists(products.map(lambda pair: pair[0] * pair[1]), min_size=1, max_size=3).map(sums)


POOL = [x, y, z, w, u**-1, p, imaginary]


@settings(deadline=None)
@given(
    st.lists(st.tuples(polynomials(POOL), polynomials(POOL)), min_size=1, max_size=3),
    polynomials([x, y]),
)
def test_a_combination_is_found(pairs: list[tuple[Term, Term]], base: Term) -> None:
    """Also beside a witness; the cofactors multiply back."""
    vanishing = [q * base - one, *(term for _, term in pairs)]
    goal = sums([q * factor * term for factor, term in pairs])
    found = cofactors(goal, vanishing)
    assert found is not None
    assert sums([c * g for c, g in zip(found, vanishing, strict=True)]) == goal


@settings(deadline=None)
@given(
    polynomials([x, y, z, w]),
    st.lists(polynomials([x, y, z, w]), min_size=1, max_size=3),
    st.integers(1, 3),
)
def test_what_does_not_vanish_where_the_others_do(goal: Term, others: list[Term], at: int) -> None:
    """Polynomials that all vanish at a point have no combination that does not."""
    point = Substitution(
        {
            v: Replacement(number(at + k), (), number(Fraction(1, at + k)))
            for k, v in enumerate(ATOMS)
        }
    )
    vanishing = [term - point.term(term) for term in others]
    assert (cofactors(goal, vanishing) is None) or not point.term(goal)


@given(polynomials(POOL), st.lists(polynomials(POOL), min_size=1, max_size=3))
@settings(deadline=None)
def test_the_parts_account_for_what_was_taken(factor: Term, vanishing: list[Term]) -> None:
    v = ket("v")
    goal = factor * v - vanishing[0] * ket("a")
    rest, parts = eliminated(goal, vanishing)
    taken = [part.factor * vanishing[part.number] * part.word for part in parts]
    assert reduce(add, taken, rest) == goal


def test_what_is_defined_is_put_in() -> None:
    rest, _ = eliminated(x + y, [x - y - z], [next(iter(y.monomials))])
    assert rest == two * x - z
    rest, _ = eliminated(x + y, [x - y - z], [next(iter(x.monomials))])
    assert rest == two * y + z


def test_every_word_loses_its_scalar() -> None:
    a, b = ket("a"), ket("b")
    rest, parts = eliminated((x - one) * a + (y - two) * b, [x - one, y - x - one])
    assert not rest
    assert {part.word for part in parts} == {a, b}


HOPELESS = {
    "a unit that is a sum of units": (x, [w - u - p, p - u - w**2]),
    "a system of high degree": (
        x,
        [
            x**7 + y**5 * z + y - one,
            y**7 - z**6 * x - x,
            z**7 - x**6 * y + z,
            w * x * y * z - x**3 + y,
        ],
    ),
    "a large power": (x, [x**999 * y - z, y**999 - x * z, q * (x**2 + y) - one]),
    "a power that is too large": (x, [x**10**6 - y, w**10**9 * x - z]),
    "a substitution that swells": (x**40, [x - reduce(add, scalars("a b c d e f g h")), y - x]),
}


@pytest.mark.parametrize(("goal", "vanishing"), HOPELESS.values(), ids=HOPELESS)
def test_it_gives_up_soon(goal: Term, vanishing: list[Term]) -> None:
    started = time.monotonic()
    assert cofactors(goal, vanishing) is None
    assert time.monotonic() - started < 3
