"""Physical dimensions as vectors of exponents of the seven SI base units.

Main results: `Dimension`, its reader `Dimension.parse("kg m^2 / s")`, and its readable form `str`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Self

from derive.language.errors import LanguageError

BASE_UNITS = ("kg", "m", "s", "A", "K", "mol", "cd")


@dataclass(frozen=True, slots=True)
class Dimension:
    """A product of powers of the base units; `exponents` are in the order of `BASE_UNITS`."""

    exponents: tuple[Fraction, ...] = (Fraction(0),) * len(BASE_UNITS)

    def __mul__(self, other: Dimension) -> Dimension:
        return Dimension(tuple(a + b for a, b in zip(self.exponents, other.exponents, strict=True)))

    def __truediv__(self, other: Dimension) -> Dimension:
        return self * other ** Fraction(-1)

    def __pow__(self, exponent: Fraction | int) -> Dimension:
        return Dimension(tuple(a * exponent for a in self.exponents))

    @property
    def is_one(self) -> bool:
        """Whether this is the dimension of a pure number."""
        return not any(self.exponents)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read units such as `"J s"`, `"kg m^2 / s"`, `"1/m^2"`, `"V/(A m)"`, `"m^(1/2)"`.

        Raises:
            LanguageError: an unknown unit, or more than one unit after a slash.
        """
        return cls(_UnitReader(text).read().exponents)

    def __str__(self) -> str:
        """The shortest of: a power of one named unit, a named unit with base units, base units."""
        plain = _join(list(zip(BASE_UNITS, self.exponents, strict=True)))
        used = sum(1 for exponent in self.exponents if exponent)
        if used < 2:
            return plain
        for power, name in product((1, 2, 3, -1, -2), _READABLE_UNITS):
            if self == _UNITS[name] ** power:
                return _join([(name, Fraction(power))])
        for allowed in range(1, min(used - 1, 3)):
            for name in _READABLE_UNITS:
                rest = (self / _UNITS[name]).exponents
                small = all(abs(exponent) <= 2 and exponent.denominator == 1 for exponent in rest)
                if small and sum(1 for exponent in rest if exponent) == allowed:
                    return _join([(name, Fraction(1)), *zip(BASE_UNITS, rest, strict=True)])
        return plain


def _join(powers: list[tuple[str, Fraction]]) -> str:
    above = [_power(unit, exponent) for unit, exponent in powers if exponent > 0]
    below = [_power(unit, -exponent) for unit, exponent in powers if exponent < 0]
    text = " ".join(above) or "1"
    if below:
        text += "/" + (below[0] if len(below) == 1 else f"({' '.join(below)})")
    return text


def _power(unit: str, exponent: Fraction) -> str:
    if exponent == 1:
        return unit
    return f"{unit}^{exponent}" if exponent.denominator == 1 else f"{unit}^({exponent})"


def _vector(**exponents: int) -> Dimension:
    return Dimension(tuple(Fraction(exponents.get(unit, 0)) for unit in BASE_UNITS))


_UNITS: dict[str, Dimension] = {
    **{unit: _vector(**{unit: 1}) for unit in BASE_UNITS},
    "Hz": _vector(s=-1),
    "N": _vector(kg=1, m=1, s=-2),
    "Pa": _vector(kg=1, m=-1, s=-2),
    "J": _vector(kg=1, m=2, s=-2),
    "eV": _vector(kg=1, m=2, s=-2),
    "W": _vector(kg=1, m=2, s=-3),
    "C": _vector(A=1, s=1),
    "V": _vector(kg=1, m=2, s=-3, A=-1),
    "F": _vector(kg=-1, m=-2, s=4, A=2),
    "ohm": _vector(kg=1, m=2, s=-3, A=-2),
    "Ω": _vector(kg=1, m=2, s=-3, A=-2),
    "S": _vector(kg=-1, m=-2, s=3, A=2),
    "Wb": _vector(kg=1, m=2, s=-2, A=-1),
    "T": _vector(kg=1, s=-2, A=-1),
    "H": _vector(kg=1, m=2, s=-2, A=-2),
    "g": _vector(kg=1),
    "rad": _vector(),
}
_READABLE_UNITS = ("J", "V", "ohm", "T", "Wb", "C", "N", "W", "F", "H", "Pa")
_TOKEN = re.compile(r"\s*(?:(?P<unit>[A-Za-zΩ]+)|(?P<number>-?\d+(?:/\d+)?)|(?P<mark>[/()^*·]))")


class _UnitReader:
    """Recursive descent over `factor {factor} {"/" factor}`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        rest = text.rstrip()
        start = 0
        while start < len(rest):
            match = _TOKEN.match(rest, start)
            if match is None:
                raise self.error(f"cannot read {rest[start:].strip()!r}")
            self.tokens.append(match[match.lastgroup or 0])
            start = match.end()
        self.place = 0

    def error(self, message: str) -> LanguageError:
        return LanguageError(
            f"dimension {self.text!r}: {message}",
            hint='write SI units such as "J s", "kg m^2 / s", "1/m^2", "V/(A m)"',
        )

    def read(self) -> Dimension:
        result = self.product()
        if self.place < len(self.tokens):
            raise self.error(f"unexpected {self.tokens[self.place]!r}")
        return result

    def product(self) -> Dimension:
        result = self.factor()
        divided = False
        while self.place < len(self.tokens) and self.tokens[self.place] != ")":
            if self.tokens[self.place] == "/":
                self.place += 1
                result, divided = result / self.factor(), True
            elif divided:
                raise self.error("more than one unit after a slash needs parentheses")
            else:
                if self.tokens[self.place] in "*·":
                    self.place += 1
                result = result * self.factor()
        return result

    def take(self) -> str:
        if self.place == len(self.tokens):
            raise self.error("a unit is missing")
        self.place += 1
        return self.tokens[self.place - 1]

    def factor(self) -> Dimension:
        token = self.take()
        if token == "(":
            result = self.product()
            if self.place == len(self.tokens):
                raise self.error("a closing parenthesis is missing")
            self.place += 1
        elif token == "1":
            result = Dimension()
        elif token in _UNITS:
            result = _UNITS[token]
        else:
            raise self.error(f"{token!r} is not an SI unit")
        if self.place < len(self.tokens) and self.tokens[self.place] == "^":
            self.place += 1
            result = result ** self.exponent()
        return result

    def exponent(self) -> Fraction:
        token = self.take()
        closing = token == "("
        if closing:
            token = self.take()
        try:
            value = Fraction(token)
        except (ValueError, ZeroDivisionError):
            raise self.error(f"{token!r} is not an exponent") from None
        if closing and self.take() != ")":
            raise self.error("a closing parenthesis is missing")
        return value
