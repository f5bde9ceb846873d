"""A model is accepted only if everything is shown to hold in it, and never by sampling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.kernel.atoms import NATURAL, Atom, C, Index, Space, natural_atom
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Equation, Formula, NonNegative, forall, free
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from derive.refuter import Family, Model, examine
from derive.refuter.clauses import holds
from derive.refuter.counterexample import NoCounterexample
from derive.refuter.matrices import Matrix, made, scalar
from derive.refuter.model import Summand
from derive.refuter.polynomials import UNIT, rational
from derive.refuter.verification import faults

V = Space("V")
I = Index("i", "I")
H, X, E, v = Atom("H", V, V, ["adjointable"]), Atom("X", V, V), Atom("E"), Atom("v", V, C)
n, m = natural_atom("n"), natural_atom("m")
s = Atom("s", C, C, (), [NATURAL])
a = Atom("a")
NOUGHT = Equation(identity(), zero())


def matrix(*rows: list[int]) -> Matrix:
    return made(len(rows), len(rows[0]), [[rational(x) for x in row] for row in rows])


def model(**values: Matrix | Family) -> Model:
    named = {atom.name: atom for atom in (H, X, E, v, s, a, n, m)}
    families = {
        named[k]: x if isinstance(x, Family) else Family.of(x) for k, x in values.items()
    }
    return Model({"V": 2}, {"I": 2}, {}, families)


def eigen(atom: Atom = H) -> Formula:
    return Equation(letter(atom) * letter(v), letter(E) * letter(v))


def complete() -> Formula:
    vanishes = forall([E, v], [eigen()], Equation(letter(X) * letter(v), zero(V, C)))
    return forall([X], [vanishes], Equation(letter(X), zero(V, V)))


def growing(*parts: tuple[int, int, int]) -> Family:
    return Family({(): tuple(Summand(scalar(rational(c)), ((d, rational(r)),)) for c, d, r in parts)})


def at(term: Term) -> Term:
    return letter(s, term)


N, M_ = letter(n), letter(m)

HOLDS = {
    "complete": (complete(), model(H=matrix([1, 0], [0, 2]))),
    "complete with irrational eigenvalues": (complete(), model(H=matrix([0, 2], [1, 0]))),
    "every vector": (forall([v], [], NonNegative(letter(v).adjoint() * letter(v))), model()),
    "a form": (
        forall([v], [], NonNegative(letter(v).adjoint() * letter(H) * letter(v))),
        model(H=matrix([2, 1], [1, 1])),
    ),
    "eigenvectors": (
        forall([E, v], [eigen()], Equation(letter(X) * letter(v), letter(v) * letter(E))),
        model(H=matrix([1, 0], [0, 2]), X=matrix([1, 0], [0, 2])),
    ),
    "arithmetic sequence": (
        forall([n], [], Equation(at(N + number(1)), at(N) + number(2))),
        model(s=growing((1, 0, 1), (2, 1, 1))),
    ),
    "geometric sequence": (
        forall([n, m], [], Equation(at(N + M_), at(N) * at(M_))),
        model(s=growing((1, 0, 2))),
    ),
    "Cayley and Hamilton": (
        forall([n], [], Equation(letter(H) ** (N + number(2)), letter(H) ** N)),
        model(H=matrix([0, 1], [1, 0])),
    ),
    "a sign": (forall([n], [], Equation(sign(N) * sign(N), identity())), model()),
    "a sum": (Equation(total(term=delta(I, I), index=I), number(2)), model()),
}

NOT_KNOWN_TO_HOLD = {
    "not complete": (complete(), model(H=matrix([1, 1], [0, 1]))),
    "not positive": (
        forall([v], [], NonNegative(letter(v).adjoint() * letter(H) * letter(v))),
        model(H=matrix([1, 2], [2, 1])),
    ),
    "true for the first numbers only": (
        forall([n], [], Equation(at(N), zero())),
        model(s=growing((-6, 0, 1), (11, 1, 1), (-6, 2, 1), (1, 3, 1), (6, 0, 0))),
    ),
    "a premise on a natural number": (
        forall(
            [n, v],
            [Equation((N - number(5)) * letter(v), zero(V, C))],
            Equation(letter(v), zero(V, C)),
        ),
        model(),
    ),
    "quadratic premises may hold": (
        forall([a], [Equation(letter(a) * letter(a), letter(a))], Equation(letter(a), zero())),
        model(),
    ),
    "false": (forall((), [], NOUGHT), model()),
}


@pytest.mark.parametrize("name", HOLDS)
def test_what_holds_is_known_to_hold(name: str) -> None:
    formula, here = HOLDS[name]
    assert holds(formula, here) is True


@pytest.mark.parametrize("name", NOT_KNOWN_TO_HOLD)
def test_what_fails_is_not_accepted(name: str) -> None:
    formula, here = NOT_KNOWN_TO_HOLD[name]
    assert holds(formula, here) is not True


@given(*[st.integers(-3, 3)] * 4)
def test_complete_means_diagonalisable(p: int, q: int, r: int, t: int) -> None:
    discriminant = (p - t) ** 2 + 4 * q * r
    diagonalisable = discriminant != 0 or (q == r == 0 and p == t)
    assert holds(complete(), model(H=matrix([p, q], [r, t]))) is (True if diagonalisable else None)


@given(*[st.integers(-3, 3)] * 3)
def test_positive_means_minors_at_least_zero(p: int, q: int, t: int) -> None:
    claim = forall([v], [], NonNegative(letter(v).adjoint() * letter(H) * letter(v)))
    positive = p >= 0 and t >= 0 and p * t >= q * q
    assert (holds(claim, model(H=matrix([p, q], [q, t]))) is True) == positive


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=3), st.integers(-2, 2))
def test_a_sequence_vanishes_everywhere_or_is_not_accepted(parts: list[int], ratio: int) -> None:
    family = growing(*((c, d, 1) for d, c in enumerate(parts)), (1, 0, ratio))
    claim = forall([n], [], Equation(at(N), zero()))
    here = model(s=family)
    values = [here.value(s, [k]).number for k in range(8)]
    assert (holds(claim, here) is True) == (not any(values))


@given(st.lists(st.integers(-1, 1), min_size=1, max_size=4), st.integers(-1, 1))
def test_a_sequence_that_ends_is_not_zero_before_it_ends(values: list[int], rest: int) -> None:
    """What is 1 at n = d and 0 elsewhere, for each d, together with a constant."""
    family = growing(*((c, d, 0) for d, c in enumerate(values)), (rest, 0, 1))
    here = model(s=family)
    found = [here.value(s, [k]).number for k in range(8)]
    ended = [*values, *[0] * (8 - len(values))]
    assert found == [rational(value + rest) for value in ended]
    claim = forall([n], [], Equation(at(N), zero()))
    assert (holds(claim, here) is True) == (not any(found))


DECLARED = [
    ("hermitian", matrix([0, 1], [2, 0])),
    ("invertible", matrix([1, 1], [1, 1])),
    ("hermitian", matrix([1])),
]


@pytest.mark.parametrize(("name", "value"), DECLARED)
def test_declared_properties_are_checked(name: str, value: Matrix) -> None:
    atom = Atom("Y", V, V, [name])
    here = Model({"V": 2}, {}, {}, {atom: Family.of(value)})
    assert list(faults(here, [atom], []))


@pytest.mark.parametrize(
    ("name", "value"),
    [("natural", -1), ("positive", 0), ("invertible", 0)],
)
def test_declared_properties_of_scalars_are_checked(name: str, value: int) -> None:
    atom = Atom("y", C, C, [name])
    here = Model({}, {}, {}, {atom: Family.of(scalar(rational(value)))})
    assert list(faults(here, [atom], []))
    assert not list(faults(here.extended({atom: Family.of(scalar(UNIT))}), [atom], []))


def test_a_sequence_must_be_positive_everywhere() -> None:
    atom = Atom("y", C, C, ["positive"], [NATURAL])
    falling = growing((3, 0, 1), (-1, 1, 1))
    assert list(faults(Model({}, {}, {}, {atom: falling}), [atom], []))


def test_everything_needs_a_value() -> None:
    free_index = Index("i", "I")
    here = Model({}, {"I": 0}, {free_index: 0}, {})
    assert list(faults(here, [free_index], []))
    assert list(faults(Model({}, {}, {}, {}), [a], []))
    assert list(faults(Model({}, {"I": -1}, {}, {}), [], []))


def test_a_true_claim_is_not_refuted() -> None:
    claim = Equation(letter(a), letter(a))
    here = model(a=scalar(UNIT))
    with pytest.raises(NoCounterexample, match="holds"):
        examine(Statement(free(claim), frozenset(), (claim,)), here)


def test_a_hypothesis_that_fails_refutes_nothing() -> None:
    claim, hypothesis = Equation(letter(a), zero()), Equation(letter(a), number(2))
    here = model(a=scalar(UNIT))
    with pytest.raises(NoCounterexample, match="hypothesis"):
        examine(Statement(free(claim), frozenset([hypothesis]), (claim,)), here)
