"""Combinations of rays add up to the arguments that they were made of."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.supplying.rays import combinations, rays_of
from derive.kernel.atoms import Atom, natural_atom
from derive.kernel.terms import Term, letter, number, zero

_SYMBOLS = [letter(Atom(name)) for name in "xyz"]
_FACTORS = [number(1), letter(natural_atom("n")), letter(natural_atom("m"))]
_PARTS = st.tuples(
    st.sampled_from(_SYMBOLS),
    st.sampled_from(_FACTORS),
    st.fractions(-3, 3, max_denominator=4),
)


def _sum(parts: list[tuple[Term, Term, Fraction]]) -> Term:
    total = zero()
    for symbol, factor, c in parts:
        total = total + number(c) * symbol * factor
    return total


@given(arguments=st.lists(st.lists(_PARTS, max_size=4).map(_sum), min_size=1, max_size=4))
def test_arguments_are_combinations_of_rays(arguments: list[Term]) -> None:
    """Each argument is the sum over all rays of what stands before the ray, times the ray."""
    forms = [combinations(argument) for argument in arguments]
    rays = rays_of(forms, lambda _: False)
    one = Fraction(1)
    for argument, form in zip(arguments, forms, strict=True):
        total = zero()
        for ray in rays:
            total = total + ray.times(form, one) * ray.term(one)
        assert total == argument


def test_what_occurs_only_as_a_whole_is_one_ray() -> None:
    """x - y in exp(x - y), exp(n (y - x)) and so on."""
    x, y, n = _SYMBOLS[0], _SYMBOLS[1], _FACTORS[1]
    assert len(rays_of([combinations(x - y), combinations(n * (y - x))], lambda _: False)) == 1
    assert len(rays_of([combinations(x - y), combinations(x + y)], lambda _: False)) == 2
