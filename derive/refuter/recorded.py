"""Models as data, read back: the values that a counterexample gives to everything.

The data are those of `derive.refuter.as_json`: numbers such as `-1/2+√3i` as text, matrices as
lists of rows.  What is read here is only a proposal, which `derive.refuter.examine` verifies.

Main result: `model_of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from derive.kernel.atoms import Atom, Index, Variable
from derive.refuter.matrices import Matrix, made
from derive.refuter.model import Family, Model, Summand
from derive.refuter.polynomials import IMAGINARY, NOUGHT, Polynomial, rational, root_of

_PART = re.compile(r"([+-]?)(\d{1,4000}(?:/\d{1,4000})?)?(?:√(\d{1,9}))?(i)?")


class UnreadableModel(Exception):
    """The data are not those of a model."""


def model_of(data: Any, variables: Iterable[Variable]) -> Model:
    """The model that data describe.

    Args:
        data: what `as_json` gave.
        variables: the atoms and indices that may have values.

    Raises:
        UnreadableModel: the data are of another form, or speak of something else.
    """
    named = {variable.name: variable for variable in variables}
    try:
        indices = {_index(named[name]): int(k) for name, k in data["indices"].items()}
        dimensions = {str(name): _size(n) for name, n in data["dimensions"].items()}
        sizes = {str(name): _size(n) for name, n in data["sizes"].items()}
        frame = Model(dimensions, sizes, indices, {})
        values = {}
        for name, places in data["values"].items():
            atom = _atom(named[name])
            values[atom] = _family(places, frame.shape(atom))
        return frame.extended(values)
    except UnreadableModel:
        raise
    except Exception as error:
        raise UnreadableModel(f"no model: {error!r:.200}") from None


def _size(number: Any) -> int:
    if not isinstance(number, int) or not 0 <= number <= 16:
        raise UnreadableModel(f"no dimension or size: {number!r:.50}")
    return number


def _index(variable: Variable) -> Index:
    if not isinstance(variable, Index):
        raise UnreadableModel(f"{variable.name} is no index")
    return variable


def _atom(variable: Variable) -> Atom:
    if not isinstance(variable, Atom):
        raise UnreadableModel(f"{variable.name} is no term")
    return variable


def _family(places: Any, shape: tuple[int, int]) -> Family:
    return Family(
        {
            tuple(map(int, place["indices"])): tuple(
                Summand(
                    _matrix(summand["matrix"], shape),
                    tuple((int(degree), number_of(ratio)) for degree, ratio in summand["growth"]),
                )
                for summand in place["summands"]
            )
            for place in places
        }
    )


def _matrix(rows: Any, shape: tuple[int, int]) -> Matrix:
    return made(*shape, [[number_of(entry) for entry in row] for row in rows])


def number_of(text: str) -> Polynomial:
    """The number that a text such as `-1/2+√3i` is.

    Raises:
        UnreadableModel: it is none.
    """
    total, place = NOUGHT, 0
    while place < len(text):
        found = _PART.match(text, place)
        if found is None or (not found[2] and not found[3] and not found[4]):
            break
        if place and not found[1]:
            break
        value = rational(Fraction(found[2] or 1) * (-1 if found[1] == "-" else 1))
        root = root_of(rational(int(found[3] or 1)))
        if root is None:
            break
        total = total + value * root * (IMAGINARY if found[4] else rational(1))
        place = found.end()
    if not text or place < len(text):
        raise UnreadableModel(f"no number: {text!r:.50}")
    return total
