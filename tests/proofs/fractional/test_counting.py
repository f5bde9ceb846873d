"""The statistics rules over all fractions up to a large denominator, in exact arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

import pytest

from proofs.fractional.counting import (
    Move,
    counted_sign,
    exchange_sign,
    filling_after,
    moves_to,
)

LARGEST = 200
LISTED = [(1, 3), (2, 5), (3, 7), (4, 9), (5, 9), (4, 7), (3, 5), (2, 3), (5, 7), (4, 5)]


def reduced() -> Iterator[tuple[int, int]]:
    """All fractions in lowest terms between 0 and 2, with denominators up to the largest."""
    for q in range(1, LARGEST + 1):
        for p in range(1, 2 * q):
            if gcd(p, q) == 1:
                yield p, q


def test_the_formula_agrees_with_counting_pair_by_pair() -> None:
    pairs = [(p, q) for p in range(13) for q in range(13)]
    assert [exchange_sign(p, q) for p, q in pairs] == [counted_sign(p, q) for p, q in pairs]


def test_the_three_forms_of_the_sign_agree() -> None:
    for p, q in reduced():
        assert exchange_sign(p, q) == (-1) ** (p * p + p * q) == (-1) ** (p * (p + q))


def test_one_electron_has_the_sign_of_the_lecture() -> None:
    for q in range(1, LARGEST):
        filling = Fraction(1, q)
        assert exchange_sign(1, q) == (-1) ** int(1 / filling + 1)


def test_in_lowest_terms_a_boson_is_an_odd_denominator() -> None:
    found = [(exchange_sign(p, q) == 1, q % 2 == 1) for p, q in reduced()]
    assert len(found) > 20_000
    assert {boson for boson, _ in found} == {True, False}
    assert all(boson == odd for boson, odd in found)


def test_not_in_lowest_terms_the_rule_fails() -> None:
    """Pairs of the fermions of 5/2 are bosons although four flux quanta are even."""
    assert (exchange_sign(5, 2), exchange_sign(10, 4)) == (-1, 1)


def test_the_listed_plateaus_are_bosons_and_one_half_is_not() -> None:
    assert {exchange_sign(p, q) for p, q in LISTED} == {1}
    assert exchange_sign(1, 2) == -1


def test_a_joined_composite_has_the_sign_of_its_parts() -> None:
    sizes = range(7)
    for p, q, k, l in ((p, q, k, l) for p in sizes for q in sizes for k in sizes for l in sizes):
        parts = exchange_sign(p, q) * exchange_sign(k, l)
        assert exchange_sign(p + k, q + l) == parts * (-1) ** (p * l + k * q)


def test_the_strings_of_the_exercise() -> None:
    """3 + 2 + 2 and 3 + 2 + 2 + 2 arrows."""
    for discs, arrows in ((3, [3, 2, 2]), (4, [3, 2, 2, 2])):
        assert len(arrows) == discs
        assert exchange_sign(discs, sum(arrows)) == counted_sign(discs, sum(arrows)) == 1


def test_moves_lead_to_every_odd_denominator_and_through_odd_ones_alone() -> None:
    for p, q in reduced():
        if q % 2:
            moves = moves_to(Fraction(p, q))
            assert filling_after(moves) == Fraction(p, q)
            if q <= 41:
                between = [filling_after(moves[:done]) for done in range(len(moves))]
                assert all(filling.denominator % 2 for filling in between)


def test_no_moves_lead_to_an_even_denominator() -> None:
    with pytest.raises(ValueError, match="no moves lead from 0 to 5/2, as its denominator is even"):
        moves_to(Fraction(5, 2))
    reached = {Fraction(0)}
    steps = [Move("levels", n) for n in (1, -1)] + [Move("flux pairs", n) for n in (1, -1)]
    for _ in range(6):
        reached |= {
            filling + step.number
            if step.kind == "levels"
            else filling / (2 * step.number * filling + 1)
            for filling in reached
            for step in steps
        }
        reached |= {1 - filling for filling in reached}
    assert len(reached) > 500
    assert all(filling.denominator % 2 for filling in reached)
