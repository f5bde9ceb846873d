"""Typed expressions in models of infinite dimension: numbers, ladder operators, vectors.

Main results: `Evaluation`, `Map`, `Vector`, `Unknown`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from derive.deciding.claims.expressions import Symbol
from derive.deciding.refuting.exact_matrices import Model, NotExact, Undefined, compiled
from derive.deciding.refuting.gaussian import Number
from derive.deciding.refuting.ladders import Element, Ladder, State, one
from derive.deciding.refuting.typed_terms import NUMBERS, SCALAR, Type, Typed, names_of

_LARGEST_POWER = 12

Vector = dict[State, Number]
Map = Number | Element | Vector
"""A number, an operator, or a vector, which also stands for the bra of it."""

_NOUGHT: Number = (Fraction(0), Fraction(0))


class Unknown(Exception):
    """A value that is not known in these models."""


@dataclass(frozen=True)
class Evaluation:
    """Values of typed expressions in one model."""

    ladder: Ladder
    modes: int
    values: Mapping[str, Map]
    numbers: Model

    def value(self, part: Typed) -> Map:
        """The value of an expression."""
        if part.type == SCALAR and all(names in self.numbers.values for names in names_of(part)):
            return self._number(part)
        match part.kind:
            case "symbol":
                assert isinstance(part.source, Symbol)
                return self.values[part.source.name]
            case "zero":
                return self._zero(part.type)
            case "multiple":
                return one(self.ladder, self.modes).scaled(self._scalar(part.parts[0]))
            case "add":
                return self._sum([self.value(inner) for inner in part.parts])
            case "scale":
                return self._scaled(self._scalar(part.parts[0]), part.parts[1])
            case "compose":
                return self._composed(part)
            case "power" if part.type != SCALAR:
                return self._power(part)
            case "adjoint":
                body = self.value(part.parts[0])
                if isinstance(body, tuple):
                    return body[0], -body[1]
                return body.adjoint() if isinstance(body, Element) else body
            case "conjugate" if part.type == SCALAR:
                real, imaginary = self._scalar(part.parts[0])
                return real, -imaginary
            case "trace":
                body = self.value(part.parts[0])
                if isinstance(body, Element):
                    try:
                        return body.trace()
                    except ValueError as error:
                        raise Undefined from error
        raise Unknown(part.kind)

    def _number(self, part: Typed) -> Number:
        try:
            return compiled(part)(self.numbers).number
        except NotExact as error:
            raise Unknown(part.kind) from error
        except KeyError as error:
            raise Unknown(part.kind) from error

    def _scalar(self, part: Typed) -> Number:
        value = self.value(part)
        assert isinstance(value, tuple)
        return value

    def _zero(self, type_: Type) -> Map:
        if NUMBERS in type_:
            return {}
        return Element(self.ladder, self.modes, {})

    def _sum(self, values: list[Map]) -> Map:
        first, *others = values
        for other in others:
            if isinstance(first, Element) and isinstance(other, Element):
                first = first + other
            elif isinstance(first, tuple) and isinstance(other, tuple):
                first = (first[0] + other[0], first[1] + other[1])
            elif isinstance(first, dict) and isinstance(other, dict):
                found = dict(first)
                for state, (a, b) in other.items():
                    c, d = found.get(state, _NOUGHT)
                    found[state] = (a + c, b + d)
                first = {state: c for state, c in found.items() if c != _NOUGHT}
        return first

    def _scaled(self, factor: Number, part: Typed) -> Map:
        """A multiple; the vector of a bra is multiplied by the conjugate."""
        value = self.value(part)
        if isinstance(value, Element):
            return value.scaled(factor)
        if isinstance(value, tuple):
            return _times(factor, value)
        a, b = factor
        number = (a, -b) if part.type.codomain == NUMBERS else (a, b)
        return {s: x for s, c in value.items() if (x := _times(number, c)) != _NOUGHT}

    def _composed(self, part: Typed) -> Map:
        """A product: operators first, then what they make of a vector."""
        if part.type == SCALAR and part.parts[0].type == SCALAR:
            found: Number = (Fraction(1), Fraction(0))
            for inner in part.parts:
                found = _times(found, self._scalar(inner))
            return found
        place = next((k for k, p in enumerate(part.parts) if p.type.domain == NUMBERS), None)
        start = next((k for k, p in enumerate(part.parts) if p.type.codomain == NUMBERS), None)
        if place is not None and start is not None and start > place:
            raise Unknown("an operator of rank 1")
        values = [self.value(inner) for inner in part.parts]
        if place is None and start is None:
            return self._product(values)
        if place is not None:
            vector = values[place]
            for value in reversed(values[:place]):
                vector = (
                    self._inner(value, vector) if isinstance(value, dict) else _on(value, vector)
                )
            return vector
        vector = values[0]
        for value in values[1:]:
            assert isinstance(value, Element)
            vector = _on(value.adjoint(), vector)
        return vector

    def _product(self, values: list[Map]) -> Element:
        found = one(self.ladder, self.modes)
        for value in values:
            assert isinstance(value, Element)
            found = found * value
        return found

    def _inner(self, left: Map, right: Map) -> Number:
        """The inner product of two vectors."""
        assert isinstance(left, dict)
        assert isinstance(right, dict)
        total = _NOUGHT
        for state in left.keys() & right.keys():
            weight = 1
            for n in state:
                weight *= self.ladder.norm(n)
            (a, b), (c, d) = left[state], right[state]
            real, imaginary = _times((a, -b), (c, d))
            total = (total[0] + weight * real, total[1] + weight * imaginary)
        return total

    def _power(self, part: Typed) -> Map:
        base = self.value(part.parts[0])
        real, imaginary = self._scalar(part.parts[1])
        if imaginary or real.denominator != 1 or abs(real) > _LARGEST_POWER:
            raise Unknown("a power")
        assert isinstance(base, Element)
        try:
            return base.power(int(real))
        except ValueError as error:
            raise Unknown("an inverse") from error


def _on(value: Map, vector: Map) -> Vector:
    assert isinstance(value, Element)
    assert isinstance(vector, dict)
    return value.on(vector)


def _times(left: Number, right: Number) -> Number:
    (a, b), (c, d) = left, right
    return a * c - b * d, a * d + b * c
