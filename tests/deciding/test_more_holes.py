"""Wrong answers that an adversary found once, and claims that made `decide` fail.

Each claim stands with the status that it must not have.
"""

from __future__ import annotations

from typing import Any

import pytest

from derive import decide

_HOLES: tuple[tuple[str, tuple[str, ...], dict[str, str], str], ...] = (
    # the entries of a matrix have names that a binder around it may bind
    ("Integral(Trace(A), (A_11, 0, 1)) == 1/2", (), {"A": "matrix 1x1 complex"}, "proved"),
    ("Limit(Determinant(A), A_11, 0) == 0", (), {"A": "matrix 1x1 complex"}, "proved"),
    ("Sum(Determinant(A), (A_11, 1, 2)) == 3", (), {"A": "matrix 1x1 complex"}, "proved"),
    # 0**v is 0 for all v > 0, and not exp(v*log(0))
    ("Limit(0**x, x, 0) == 1", (), {}, "proved"),
    ("Limit(0**(1/x), x, oo) == 1", (), {}, "proved"),
    ("Limit(0**exp(-x), x, oo) == 1", (), {}, "proved"),
    ("Limit(0**(x**2), x, 0) == 1", (), {}, "proved"),
    ("Limit((0*x)**x, x, 0) == 1", (), {}, "proved"),
    ("Limit((x - x)**x, x, 0) == 1", (), {}, "proved"),
    ("Limit(a**sqrt(x), x, 0) == 1", (), {"a": "real nonnegative"}, "proved"),
    ("Limit(a**(-x*log(x)), x, 0) == 1", (), {"a": "complex"}, "proved"),
)


@pytest.mark.parametrize(("claim", "given", "assume", "wrong"), _HOLES)
def test_no_hole_is_open(
    claim: str, given: tuple[str, ...], assume: dict[str, str], wrong: str
) -> None:
    assert decide(claim, given, assume, syntax="text", timeout=3).status != wrong


@pytest.mark.parametrize(
    ("claim", "assume"),
    [
        ("Integral(sqrt(x), (x, a, b)) == 2*(b**(3/2) - a**(3/2))/3", {"a b": "real"}),
        ("Integral(exp(-a*x**2), (x, -oo, oo)) == sqrt(pi/a)", {"a": "complex"}),
    ],
)
def test_the_time_may_run_out_within_an_integral(claim: str, assume: dict[str, str]) -> None:
    assert decide(claim, (), assume, syntax="text", timeout=0.5).status != "refuted"


def _with_own_relations() -> list[Any]:
    from sympy import Eq, Ne, Pow
    from sympy.physics.quantum.cartesian import Px, X, Y
    from sympy.physics.quantum.fermion import FermionOp
    from sympy.physics.quantum.pauli import SigmaMinus, SigmaX

    return [
        Eq(Pow(FermionOp("c"), 2, evaluate=False), 0, evaluate=False),
        Eq(Pow(SigmaX(), 2, evaluate=False), 1, evaluate=False),
        Eq(Pow(SigmaMinus(), 2, evaluate=False), 0, evaluate=False),
        Eq(X * Y, Y * X, evaluate=False),
        Ne(X * Px, Px * X, evaluate=False),
    ]


@pytest.mark.parametrize("claim", _with_own_relations(), ids=str)
def test_operators_with_relations_of_their_own_are_not_taken_for_free_ones(claim: Any) -> None:
    from derive.language.errors import LanguageError

    try:
        assert decide(claim, timeout=2).status != "refuted"
    except LanguageError:
        return


def test_an_antiderivative_of_a_determinant_is_no_error() -> None:
    from sympy import Determinant, Eq, Integral, MatrixSymbol, Symbol

    entry = Symbol("N_11")
    claim = Eq(Integral(Determinant(MatrixSymbol("N", 2, 2)), entry), entry, evaluate=False)
    assert decide(claim, timeout=2).status != "proved"
