"""What a string diagram consists of, before anything has a place on the page.

A box stands for a linear map; its left leg is the codomain and its right leg the domain, so that a
word reads from left to right as its formula does, and a leg of C is no leg.  Composing joins legs.
Where no leg is joined there is a gap, and a diagram without legs is a number.

Main results: `Picture` and its kinds `Label`, `Box`, `Wire`, `Bond`, `Product`, `Sum`, `Fraction`,
`Power`, `Enclosed`, `Grid`, `Row`; `composed`, `added`, `summed`, `compared`,
`with_legs`, `boxes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from derive.language.errors import LanguageError


class Legs(NamedTuple):
    """The spaces at the left and at the right end; "" where there is no leg."""

    codomain: str = ""
    domain: str = ""

    @property
    def turned(self) -> Legs:
        """The legs of the adjoint and of the inverse."""
        return Legs(self.domain, self.codomain)


CLOSED = Legs()

Mark = Literal["(", "|", "norm", "overline", "root", "frame"]
"""What a diagram is enclosed in: a frame is crossed by wires, all others are for numbers."""


@dataclass(frozen=True)
class Label:
    """A number, written as a formula."""

    latex: str
    indices: tuple[str, ...] = ()
    legs: Legs = CLOSED


@dataclass(frozen=True)
class Box:
    """A linear map; a vector or a functional has one leg."""

    latex: str
    legs: Legs
    indices: tuple[str, ...] = ()

    @property
    def shape(self) -> Literal["operator", "ket", "bra"]:
        """How the box is drawn: by which legs it has."""
        if self.legs.codomain and self.legs.domain:
            return "operator"
        return "ket" if self.legs.codomain else "bra"


@dataclass(frozen=True)
class Wire:
    """The identity of a space."""

    legs: Legs
    indices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bond:
    """A sum over an index between a vector and a functional that both carry it."""

    latex: str
    indices: tuple[str, ...] = ()
    legs: Legs = CLOSED


@dataclass(frozen=True)
class Product:
    """Pictures from left to right, joined wherever a leg meets a leg."""

    parts: tuple[Picture, ...]

    @property
    def legs(self) -> Legs:
        """The legs that are not joined."""
        runs = list(self.runs())
        left = [run[0].legs.codomain for run in runs if run[0].legs.codomain]
        right = [run[-1].legs.domain for run in runs if run[-1].legs.domain]
        return Legs(left[0] if left else "", right[-1] if right else "")

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices of all parts."""
        return tuple(index for part in self.parts for index in part.indices)

    def runs(self) -> Iterator[tuple[Picture, ...]]:
        """The parts that hang together."""
        start = 0
        for place in range(1, len(self.parts) + 1):
            if place == len(self.parts) or not self.parts[place - 1].legs.domain:
                yield self.parts[start:place]
                start = place


@dataclass(frozen=True)
class Sum:
    """Pictures with the same legs, each with the sign before it."""

    signs: tuple[str, ...]
    parts: tuple[Picture, ...]
    legs: Legs

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices of all parts."""
        return tuple(index for part in self.parts for index in part.indices)


@dataclass(frozen=True)
class Fraction:
    """One number divided by another."""

    above: Picture
    below: Picture
    legs: Legs = CLOSED

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices above and below."""
        return self.above.indices + self.below.indices


@dataclass(frozen=True)
class Power:
    """A closed or framed picture with a superscript."""

    base: Picture
    exponent: str
    legs: Legs

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices of the base."""
        return self.base.indices


@dataclass(frozen=True)
class Enclosed:
    """A picture in brackets, under a bar, or in a frame that its legs cross."""

    body: Picture
    mark: Mark
    legs: Legs = CLOSED

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices of the body."""
        return self.body.indices


@dataclass(frozen=True)
class Grid:
    """A matrix of numbers."""

    rows: tuple[tuple[Picture, ...], ...]
    brackets: Literal["[", "("]
    legs: Legs = CLOSED

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices of all entries."""
        return tuple(index for row in self.rows for entry in row for index in entry.indices)


@dataclass(frozen=True)
class Row:
    """Pictures beside each other with nothing joined: a formula with its relations."""

    parts: tuple[Picture, ...]
    legs: Legs = CLOSED
    indices: tuple[str, ...] = ()


Picture: TypeAlias = (
    "Label | Box | Wire | Bond | Product | Sum | Fraction | Power | Enclosed | Grid | Row"
)

ZERO, ONE = Label("0"), Label("1")


def composed(factors: Sequence[Picture]) -> Picture:
    """The product of pictures; a number that would interrupt a wire goes before it.

    Raises:
        LanguageError: legs are left between the factors, or belong to different spaces.
    """
    parts: list[Picture] = []
    for factor in factors:
        whole = enclosed(factor) if isinstance(factor, Sum) else factor
        for run in whole.runs() if isinstance(whole, Product) else [(whole,)]:
            is_number = not run[0].legs.codomain and not run[-1].legs.domain
            place = _start_of_open_run(parts) if is_number else len(parts)
            parts[place:place] = run
    product = Product(tuple(parts))
    _check_legs(product)
    return parts[0] if len(parts) == 1 else product


def _check_legs(product: Product) -> None:
    for left, right in pairwise(product.parts):
        if left.legs.domain and left.legs.domain != right.legs.codomain:
            raise LanguageError(
                f"a leg of {left.legs.domain} meets {right.legs.codomain or 'no leg'}",
                hint="in a product each factor takes what the factor to its right gives",
            )
    runs = list(product.runs())
    if sum(bool(run[0].legs.codomain) for run in runs) > 1 or (
        sum(bool(run[-1].legs.domain) for run in runs) > 1
    ):
        raise LanguageError("two vectors, or two functionals, are multiplied")


def _start_of_open_run(parts: Sequence[Picture]) -> int:
    """Where a number may stand: behind the parts, but before the wire that is still open."""
    place = len(parts)
    while place and parts[place - 1].legs.domain:
        place -= 1
    return place


def added(signs: Sequence[str], parts: Sequence[Picture]) -> Picture:
    """A sum of pictures; a number among maps is that number times the identity.

    Raises:
        LanguageError: the parts differ in their legs.
    """
    legs = next((part.legs for part in parts if part.legs != CLOSED), CLOSED)
    same = tuple(with_legs(part, legs) for part in parts)
    return same[0] if tuple(signs) == ("+",) else Sum(tuple(signs), same, legs)


def with_legs(picture: Picture, legs: Legs) -> Picture:
    """The picture as a map with these legs: a number becomes a multiple of the identity.

    Raises:
        LanguageError: it has other legs.
    """
    if picture.legs == legs:
        return picture
    if picture == ZERO:
        return Box("0", legs)
    if picture.legs == CLOSED and legs.codomain == legs.domain:
        if picture == ONE:
            return Wire(legs)
        if isinstance(picture, Sum):
            parts = [with_legs(part, legs) for part in picture.parts]
            return added(picture.signs, parts)
        return composed([picture, Wire(legs)])
    raise LanguageError(
        "terms or sides with different legs stand together",
        hint="add and compare maps of one type only",
    )


def compared(sides: Sequence[Picture]) -> list[Picture]:
    """The sides of a relation: where the others are maps, a number is a multiple of the identity.

    The number 0 stays as it is.

    Raises:
        LanguageError: the sides differ in their legs.
    """
    legs = next((side.legs for side in sides if side.legs != CLOSED), CLOSED)
    return [side if side == ZERO else with_legs(side, legs) for side in sides]


def enclosed(picture: Picture, mark: Mark = "(") -> Picture:
    """The picture as one factor: in a frame if it has legs, else in brackets."""
    return Enclosed(picture, "frame" if picture.legs != CLOSED else mark, picture.legs)


def summed(index: str, sign: str, body: Picture) -> Picture:
    r"""The sum of a picture over an index.

    Where a vector and a functional stand beside each other and both carry the index, a bond joins
    them.  If the index occurs nowhere else, the bond bears the sign of the sum, as in a resolution
    of the identity; otherwise the sign stands before the picture.
    """
    parts = body.parts if isinstance(body, Product) else (body,)
    joined: list[Picture] = []
    bonds = 0
    for place, part in enumerate(parts):
        joined.append(part)
        following = parts[place + 1 : place + 2]
        if following and _carries(part, index, "ket") and _carries(following[0], index, "bra"):
            joined.append(Bond(index))
            bonds += 1
    if bonds == 1 and body.indices.count(index) == 2:
        signed = [replace(p, latex=sign) if p == Bond(index) else p for p in joined]
        return Product(tuple(signed))
    inner = enclosed(body) if isinstance(body, Sum) else Product(tuple(joined))
    return composed([Label(sign, (index,)), inner])


def _carries(part: Picture, index: str, shape: str) -> bool:
    return isinstance(part, Box) and part.shape == shape and index in part.indices


def boxes(picture: Picture) -> Iterator[Box]:
    """All boxes from left to right."""
    if isinstance(picture, Box):
        yield picture
    for part in parts_of(picture):
        yield from boxes(part)


def parts_of(picture: Picture) -> tuple[Picture, ...]:
    """The pictures directly inside."""
    match picture:
        case Product() | Sum() | Row():
            return picture.parts
        case Fraction():
            return picture.above, picture.below
        case Power():
            return (picture.base,)
        case Enclosed():
            return (picture.body,)
        case Grid():
            return tuple(entry for row in picture.rows for entry in row)
    return ()
