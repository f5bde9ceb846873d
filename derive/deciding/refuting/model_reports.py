"""Finite-dimensional models and the sides of a claim in them, as values for people.

Main results: `values_of`, `remark_of`, `text_of`, `ball_text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from derive.deciding.claims.expressions import (
    IMAGINARY,
    MINUS_ONE,
    Expression,
    Grid,
    add,
    multiply,
    number,
)
from derive.deciding.counterexample import Value
from derive.deciding.refuting.gaussian import Matrix, Number
from derive.deciding.refuting.typed_terms import SCALAR, Type

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = 12


def values_of(values: Mapping[str, Matrix], types: Mapping[str, Type]) -> tuple[Value, ...]:
    """The values of the names, in the order of the names."""
    return tuple(
        Value(name, text_of(value, type_), _latex(value, type_), _exact(value, type_))
        for name, type_ in types.items()
        if (value := values.get(name)) is not None
    )


def remark_of(dimensions: Mapping[str, int], types: Iterable[Type]) -> str:
    """On which spaces the operators act."""
    spaces = {space for type_ in types for space in type_} & dimensions.keys()
    shown = [f"ℂ{str(dimensions[space]).translate(_SUPERSCRIPTS)}" for space in sorted(spaces)]
    if not shown:
        return ""
    if len(shown) == 1:
        return f"on {shown[0]}"
    return ", ".join(
        f"{space} = {power}" for space, power in zip(sorted(spaces), shown, strict=True)
    )


def text_of(value: Matrix, type_: Type) -> str:
    """A value in plain text."""
    if type_ == SCALAR:
        return number_text(value.number)
    rows = ("[" + ", ".join(map(number_text, row)) + "]" for row in value.entries())
    return "[" + ", ".join(rows) + "]"


def ball_text(value: Any) -> str:
    """An enclosure in plain text."""
    entries = value.tolist()
    shown = [[entry.str(_DIGITS, radius=False) for entry in row] for row in entries]
    if len(shown) == len(shown[0]) == 1:
        return str(shown[0][0])
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in shown) + "]"


def number_text(value: Number) -> str:
    """A number in plain text."""
    return _joined(value, "I", str, "*")


def _joined(value: Number, unit: str, shown: Any, times: str) -> str:
    """A complex number as a sum."""
    real, imaginary = value
    if not imaginary:
        return str(shown(real))
    size = abs(imaginary)
    part = unit if size == 1 else f"{shown(size)}{times}{unit}"
    if not real:
        return part if imaginary > 0 else f"-{part}"
    return f"{shown(real)} {'+' if imaginary > 0 else '-'} {part}"


def _fraction_latex(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value)
    sign = "-" if value < 0 else ""
    return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def number_latex(value: Number) -> str:
    """A number in LaTeX."""
    return _joined(value, "i", _fraction_latex, " ")


def _latex(value: Matrix, type_: Type) -> str:
    if type_ == SCALAR:
        return number_latex(value.number)
    rows = (" & ".join(map(number_latex, row)) for row in value.entries())
    return r"\begin{pmatrix}" + r" \\ ".join(rows) + r"\end{pmatrix}"


def _exact(value: Matrix, type_: Type) -> Expression:
    if type_ == SCALAR:
        return exact_number(value.number)
    return Grid(tuple(tuple(map(exact_number, row)) for row in value.entries()))


def exact_number(value: Number) -> Expression:
    """A number as an expression."""
    real, imaginary = value
    if not imaginary:
        return number(real)
    if imaginary == 1:
        turned: Expression = IMAGINARY
    else:
        turned = multiply(MINUS_ONE if imaginary == -1 else number(imaginary), IMAGINARY)
    return turned if not real else add(number(real), turned)
