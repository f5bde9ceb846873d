"""Sums of vectors with coefficients that are not negative."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from derive.deciding.proving.cone import Cone, Vector

NUMBERS = st.integers(-4, 4).map(Fraction)
VECTORS = st.lists(NUMBERS, min_size=3, max_size=3).map(lambda v: dict(zip("xyz", v, strict=True)))


def total(coefficients: list[Fraction], vectors: list[Vector]) -> dict[str, Fraction]:
    """The sum of the vectors times the coefficients, without zeros."""
    found: dict[str, Fraction] = {}
    for c, vector in zip(coefficients, vectors, strict=True):
        for name, value in vector.items():
            found[name] = found.get(name, Fraction(0)) + c * value
    return {name: value for name, value in found.items() if value}


@settings(max_examples=60, deadline=None)
@given(st.lists(VECTORS, min_size=1, max_size=4), st.lists(VECTORS, max_size=2), st.data())
def test_combination(signed: list[Vector], free: list[Vector], data: st.DataObject) -> None:
    """Every sum is found again, exactly and with the right signs."""
    scales = [Fraction(data.draw(st.integers(0, 3))) for _ in signed]
    shares = [Fraction(data.draw(st.integers(-3, 3))) for _ in free]
    target = total([*scales, *shares], [*signed, *free])
    found, _ = Cone(signed, free).combination(target)
    if found is not None:
        assert all(c >= 0 for c in found[: len(signed)])
        assert total(found, [*signed, *free]) == target


def test_found_and_separated() -> None:
    """A plain sum is found; outside of the cone a form separates."""
    x, y = {"x": Fraction(1)}, {"y": Fraction(1)}
    assert Cone([x, y], []).combination({"x": Fraction(2), "y": Fraction(1, 3)})[0] == [
        2,
        Fraction(1, 3),
    ]
    found, form = Cone([x, y], []).combination({"x": Fraction(-1), "y": Fraction(1)})
    assert found is None
    assert form["x"] < 0
