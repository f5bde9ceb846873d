"""Rewriting accounts for what it takes away, ends, and completes relations by their overlaps."""

from __future__ import annotations

from fractions import Fraction

import pytest

from derive.kernel.atoms import Atom
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import Term, identity, number
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, evident, inverse_term, relations_of, value_of, weight
from derive.prover.rewriting import Reduction, completed, reduce, value_of_multiple
from tests.prover.problems import V, equal, imaginary, ket, letter, n, operator, scalars

A, B, C1 = operator("A", "adjointable"), operator("B", "adjointable"), operator("C1")
H = operator("H", "hermitian")
v, w = ket("v"), ket("w")
x, y = scalars("x y")
(p,) = scalars("p", "positive")
one, two, unit = identity(), number(2), identity(V)


def relations(*given: Formula) -> tuple[Recorder, list[Relation]]:
    recorder = Recorder()
    return recorder, [r for formula in given for r in relations_of(recorder.step("assume", formula))]


def reduced(term: Term, *given: Formula, steps: int = 100) -> Reduction:
    recorder, known = relations(*given)
    reduction = reduce(recorder, term, known, Budget(steps))
    accounted = reduction.rest
    for multiple in reduction.multiples:
        accounted = accounted + value_of_multiple(multiple)
    assert accounted == term
    return reduction


@pytest.mark.parametrize(
    ("term", "given", "rest"),
    [
        (A * B, equal(A * B, B), B),
        (A * B * B * v, equal(A * B, B), B**2 * v),
        (A * B * A * B, equal(A * B, unit), unit),
        (B * A, equal(A * B, unit), B * A),
        (B.adjoint() * A.adjoint(), equal(A * B, unit), unit),
        (w.adjoint() * A * v, equal(A * v, x * v), x * w.adjoint() * v),
        (v.adjoint() * A.adjoint() * w, equal(A * v, x * v), x.adjoint() * v.adjoint() * w),
        ((w.adjoint() * A * v) * B, equal(A * v, x * v), x * (w.adjoint() * v) * B),
        (A * B * v, equal(imaginary * B * v, w), -imaginary * A * w),
        (A**5 * v, equal(A**2 * v, v), A * v),
        (number(Fraction(2, 3)) * A * v + v, equal(A * v, number(3) * v), number(3) * v),
    ],
)
def test_replacing(term: Term, given: Formula, rest: Term) -> None:
    assert reduced(term, given).rest == rest


def test_it_ends_where_relations_turn_in_circles() -> None:
    reduced(A * v, equal(A * v, B * v), equal(B * v, A * v))
    assert reduced(A * v - B * v, equal(A * v, B * v), equal(B * v, A * v)).rest == v - v


def test_scalars_do_not_grow() -> None:
    """Each could be replaced by x times the other for ever."""
    reduced(A * v, equal(A * v, x * B * v), equal(B * v, x * A * v))


def test_a_term_that_only_grows_is_left_as_it_was() -> None:
    assert reduced(A * v, equal(A * v, x * A * v + B * v), steps=10_000).rest == A * v
    grown = reduced(x**2 * v, equal(x**2 * v, x**3 * v + y * x**2 * v), steps=10_000).rest
    assert len(grown.monomials) < 10


def test_it_ends_with_the_budget() -> None:
    powers = B**3 * A**6
    assert reduced(powers, equal(A * B - B * A, unit), steps=500).multiples
    with pytest.raises(SearchExhausted):
        reduced(powers, equal(A * B - B * A, unit), steps=20)


def test_completion_finds_what_overlaps_give() -> None:
    recorder, known = relations(equal(A * B, C1), equal(B * A, unit))
    found = completed(recorder, known, Budget())
    new = [relation.theorem.conclusion for relation in found[len(known) :]]
    assert any(conclusion in (Equation(A - C1 * A, A - A), Equation(C1 * A - A, A - A)) for conclusion in new)


def test_completion_of_nothing_is_nothing() -> None:
    recorder, known = relations(equal(A * v, w))
    assert completed(recorder, known, Budget()) == known


def test_completion_finds_overlaps_inside_a_power() -> None:
    recorder, known = relations(equal(C1**2, unit), equal(C1 * A, H))
    found = completed(recorder, known, Budget())
    assert len(found) > len(known)


def test_heavy_overlaps_are_left_out() -> None:
    recorder, known = relations(equal(A * B * A, C1), equal(B * A * B, H))
    assert len(completed(recorder, known, Budget(), heaviest=3)) == len(known)
    assert len(completed(recorder, known, Budget(), heaviest=6)) > len(known)


def test_an_earlier_round_is_not_repeated() -> None:
    recorder, known = relations(equal(C1**2, unit), equal(C1 * A, H))
    assert completed(recorder, known, Budget(), old=len(known)) == known


def test_completion_ends_with_the_budget() -> None:
    recorder, known = relations(equal(A * B * A, C1), equal(B * A * B, H))
    assert completed(recorder, known, Budget(steps=0)) == known


def test_an_invertible_letter_is_cancelled() -> None:
    unitary = operator("K", "invertible")
    recorder, known = relations(equal(unitary * A, unitary * H))
    found = [r.difference for r in completed(recorder, known, Budget())]
    assert A - H in found or H - A in found


# Relations.


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (equal(A * v, w), 2),
        (equal(C1 * v, w), 1),
        (equal(H, unit), 1),
        (equal(x, x), 0),
        (NonNegative(x), 0),
        (forall([], [equal(x, y)], equal(x, one)), 0),
        (forall([Atom("k", V)], [], equal(A * letter(Atom("k", V)), letter(Atom("k", V)))), 2),
    ],
    ids=["with its adjoint", "without adjoint", "its own adjoint", "trivial", "order", "with premises", "clause"],
)
def test_relations_of(formula: Formula, expected: int) -> None:
    assert len(relations(formula)[1]) == expected


def test_the_lead_has_the_most_letters() -> None:
    _, (relation, *_) = relations(equal(x**7 * v, A * B * v + A * v))
    assert weight(relation.lead) == 3
    assert relation.coefficient == -1
    assert weight(next(iter((x**5 * y).monomials))) == 0
    assert weight(next(iter(((v.adjoint() * A * v) * B).monomials))) == 4


def test_evident_inverses() -> None:
    assert inverse_term(number(3) * p**2) == number(Fraction(1, 3)) * p**-2
    assert inverse_term(p**n) == p ** (number(-1) * n)
    for term in (x, p + one, number(0), A):
        with pytest.raises(Exception, match=r"inverse|declared|power"):
            inverse_term(term)


def test_values_bring_their_inverse_where_they_need_one() -> None:
    assert value_of(x, False).inverse is None
    assert value_of(two * p, True).inverse == number(Fraction(1, 2)) * p**-1
    unitary = operator("K", "invertible")
    assert value_of(unitary, True).inverse == unitary**-1


def test_what_is_evident() -> None:
    recorder = Recorder()
    assert evident(recorder, equal(A - A, B - B)).conclusion == equal(A - A, B - B)
    assert evident(recorder, NonNegative(two * p)).conclusion == NonNegative(two * p)
    for formula in (equal(x, y), NonNegative(x), NonNegative(-p), NonNegative(p + x)):
        with pytest.raises(Exception, match=r"evident|multiples|negative|product"):
            evident(recorder, formula)
