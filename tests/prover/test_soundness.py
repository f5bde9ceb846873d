"""Whatever the search proves is true: random goals from random hypotheses, in a concrete model.

All hypotheses hold in one model of exact matrices.  A goal that does not hold there must not be
proved, whether it is a combination of the hypotheses with one thing changed, or anything else.
"""

from __future__ import annotations

from functools import reduce
from operator import add, mul

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from derive.kernel.atoms import Atom, C
from derive.kernel.certificates import replay
from derive.kernel.formulas import Equation, Formula, forall
from derive.kernel.terms import Term, identity, letter, number, total, zero
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.search import NotProved
from tests.prover.counterexamples import Counterexample
from tests.prover.problems import (
    SIGMA_X,
    SIGMA_Y,
    SIGMA_Z,
    V,
    equal,
    fi,
    i,
    imaginary,
    ket,
    ki,
    n,
    one,
    operator,
    scalar,
    sx,
    sy,
    sz,
)
from tests.prover.test_search import searched

MODEL = Counterexample(
    {
        "sx": SIGMA_X,
        "sy": SIGMA_Y,
        "sz": SIGMA_Z,
        "T": [[1, 1], [0, 2]],
        "v": [1, 0],
        "w": [1, 1],
        "x": 2,
        "y": -1,
        "p": 3,
        "n": 2,
        "f": lambda at: at + 1,
        "k": lambda at: [int(row == at) for row in range(2)],
    },
    {"V": 2},
    {"I": 2},
)
T, v, w = operator("T", "adjointable"), ket("v"), ket("w")
x, y, p = scalar("x"), scalar("y"), scalar("p", "positive")
KET = Atom("any", V)
any_ket = letter(KET)
HYPOTHESES: list[Formula] = [
    *(equal(s * s, identity(V)) for s in (sx, sy, sz)),
    equal(sx * sy, imaginary * sz),
    equal(sy * sz, imaginary * sx),
    equal(sy * sx, -imaginary * sz),
    equal(sz * v, v),
    equal(T * v, v),
    equal(T * w, x * w),
    equal(T**2 + x * identity(V), p * T),
    equal(x**2, number(4)),
    equal(x + y, one),
    equal(p * x, x + number(4)),
    equal(x**n, number(4)),
    equal(v.adjoint() * v, one),
    equal(w.adjoint() * w, x),
    equal(w.adjoint() * v, v.adjoint() * w),
    equal(total(i, ki * ki.adjoint()), identity(V)),
    equal(total(i, fi), p),
    forall([KET], [], equal(sy * sz * any_ket, imaginary * sx * any_ket)),
    forall([i], [], equal(ki.adjoint() * ki, one)),
]


def test_the_hypotheses_hold_in_the_model() -> None:
    assert all(MODEL.holds(formula) for formula in HYPOTHESES)


OPERATORS = [sx, sy, sz, T, T.adjoint(), total(i, fi * ki * ki.adjoint()), v * w.adjoint()]
KETS = [v, w, total(i, ki), total(i, fi * ki)]
SCALARS = [x, y, p, p**-1, x**n, v.adjoint() * w, w.adjoint() * T * v, total(i, fi), x.adjoint()]
NUMBERS = [number(k) for k in (-2, -1, 1, 2)] + [imaginary]


@st.composite
def words(draw: st.DrawFn, kind: str, most: int = 2) -> Term:
    """A product of a number, scalars, and a word V <- V, V <- C or C <- C."""
    factors = [draw(st.sampled_from(NUMBERS))]
    factors += draw(st.lists(st.sampled_from(SCALARS), max_size=1))
    if kind == "scalar":
        factors += draw(st.lists(st.sampled_from(SCALARS), max_size=1))
    else:
        factors += draw(st.lists(st.sampled_from(OPERATORS), min_size=kind == "operator", max_size=most))
        factors += [draw(st.sampled_from(KETS))] if kind == "ket" else []
    return reduce(mul, factors)


def sums(kind: str) -> st.SearchStrategy[Term]:
    return st.lists(words(kind), min_size=1, max_size=2).map(lambda parts: reduce(add, parts))


def kind_of(term: Term) -> str:
    return "scalar" if term.is_scalar else "ket" if term.domain == C else "operator"


@st.composite
def combinations(draw: st.DrawFn) -> tuple[list[Formula], Equation]:
    """Some hypotheses, and an equation that is a combination of them."""
    equations = [formula for formula in HYPOTHESES if isinstance(formula, Equation)]
    given_ = draw(st.lists(st.sampled_from(HYPOTHESES), min_size=1, max_size=3, unique=True))
    used = [formula for formula in given_ if formula in equations]
    kind = draw(st.sampled_from(["operator", "ket"]))
    left = draw(sums(kind))
    right = left
    for formula in used:
        assert isinstance(formula, Equation)
        difference = formula.left - formula.right
        match kind_of(difference), kind:
            case "scalar", _:
                right = right + difference * draw(words(kind))
            case "operator", _:
                before = draw(words("operator", 1)) if draw(st.booleans()) else identity(V)
                after = draw(words("ket", 1)) if kind == "ket" else identity(V)
                right = right + before * difference * after
            case "ket", "ket":
                right = right + draw(words("operator", 1)) * difference
            case "ket", "operator":
                right = right + difference * draw(st.sampled_from(KETS)).adjoint()
    return given_, Equation(left, right)


def outcome(goal: Equation, given_: list[Formula]) -> bool:
    """Whether it was proved; what was proved holds in the model, and replays."""
    try:
        theorem, certificate = searched(goal, given_, Budget(steps=400))
    except (NotProved, SearchExhausted):
        return False
    assert theorem.conclusion == goal
    assert theorem.hypotheses <= set(given_)
    assert replay(certificate) == (theorem,)
    assert MODEL.holds(goal)
    return True


SETTINGS = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(combinations())
def test_a_combination_is_proved_or_not(case: tuple[list[Formula], Equation]) -> None:
    given_, goal = case
    assert MODEL.holds(goal)
    event("proved" if outcome(goal, given_) else "not proved")


@SETTINGS
@given(combinations(), st.sampled_from(NUMBERS), st.data())
def test_a_perturbed_goal_is_never_proved(
    case: tuple[list[Formula], Equation], scale: Term, data: st.DataObject
) -> None:
    given_, goal = case
    kind = kind_of(goal.left)
    off = data.draw(words(kind)) if data.draw(st.booleans()) else (v if kind == "ket" else identity(V))
    perturbed = Equation(goal.left, goal.right + scale * off)
    nothing = Equation(off, zero(off.codomain, off.domain))
    if MODEL.holds(nothing):
        return
    assert not MODEL.holds(perturbed)
    assert not outcome(perturbed, given_)


@SETTINGS
@given(
    st.lists(st.sampled_from(HYPOTHESES), min_size=1, max_size=3, unique=True),
    st.sampled_from(["operator", "ket", "scalar"]).flatmap(lambda kind: st.tuples(sums(kind), sums(kind))),
)
def test_any_goal(given_: list[Formula], sides: tuple[Term, Term]) -> None:
    goal = Equation(*sides)
    proved = outcome(goal, given_)
    event(f"{'proved' if proved else 'not proved'}, {'true' if MODEL.holds(goal) else 'false'}")


@pytest.mark.parametrize("formula", [f for f in HYPOTHESES if isinstance(f, Equation)])
def test_a_multiple_of_one_hypothesis_is_proved(formula: Equation) -> None:
    """A floor under the strength of the search."""
    difference = formula.left - formula.right
    factor = {"scalar": sx * T, "operator": T * v, "ket": w.adjoint() * sx}[kind_of(difference)]
    multiple = difference * factor
    assert outcome(Equation(multiple, zero(multiple.codomain, multiple.domain)), [formula])
