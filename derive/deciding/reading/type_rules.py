"""The types themselves: numbers, maps between spaces, matrices; and what becomes of them.

Main results: `ScalarType`, `MapType`, `MatrixType`, `composed`, `FUNCTIONS_OF_MAPS`, and the error
`IllFormed`.
"""

from __future__ import annotations

from dataclasses import dataclass

from derive.language.errors import LanguageError

COMPLEX_NUMBERS = "C"


class IllFormed(LanguageError):
    """A claim that says nothing, since the types in it do not fit."""


@dataclass(frozen=True)
class ScalarType:
    """A complex number."""

    def __str__(self) -> str:
        return "a number"


@dataclass(frozen=True)
class MapType:
    """A linear map from one space to another."""

    domain: str
    codomain: str

    def __str__(self) -> str:
        if self.domain == COMPLEX_NUMBERS:
            return f"a ket in {self.codomain}"
        if self.codomain == COMPLEX_NUMBERS:
            return f"a bra on {self.domain}"
        return f"an operator {self.domain}->{self.codomain}"


@dataclass(frozen=True)
class MatrixType:
    """A matrix of numbers."""

    rows: int
    columns: int

    def __str__(self) -> str:
        return f"a {self.rows}x{self.columns} matrix"


Type = ScalarType | MapType | MatrixType

SCALAR = ScalarType()


def is_square(kind: Type) -> bool:
    """Whether the identity is of this type: maps of a space to itself, square matrices."""
    match kind:
        case MapType(domain, codomain):
            return domain == codomain
        case MatrixType(rows, columns):
            return rows == columns
    return False


def composed(left: Type, right: Type) -> Type | None:
    """The type of a product of two things; None where there is no such product."""
    match left, right:
        case (ScalarType(), _):
            return right
        case (_, ScalarType()):
            return left
        case (MapType(middle, codomain), MapType(domain, other)) if middle == other:
            if domain == codomain == COMPLEX_NUMBERS:
                return SCALAR
            return MapType(domain, codomain)
        case (MatrixType(rows, inner), MatrixType(other_inner, columns)) if inner == other_inner:
            return MatrixType(rows, columns)
    return None


def _exponential(kind: Type) -> Type:
    if kind != SCALAR and not is_square(kind):
        raise IllFormed(f"{kind} has no exponential: it does not map a space to itself")
    return kind


def _adjoint(kind: Type) -> Type:
    match kind:
        case MapType(domain, codomain):
            return MapType(codomain, domain)
        case MatrixType(rows, columns):
            return MatrixType(columns, rows)
    return kind


def _transpose(kind: Type) -> Type:
    if isinstance(kind, MapType):
        raise IllFormed(f"{kind} has no transpose without a basis", hint="write adjoint(…)")
    return _adjoint(kind)


def _conjugate(kind: Type) -> Type:
    if isinstance(kind, MapType):
        raise IllFormed(f"{kind} has no conjugate without a basis", hint="write adjoint(…)")
    return kind


def _trace(kind: Type) -> Type:
    if kind == SCALAR:
        raise IllFormed("a number has no trace", hint="that of the identity is the dimension")
    if not is_square(kind):
        raise IllFormed(f"{kind} has no trace: it does not map a space to itself")
    return SCALAR


def _determinant(kind: Type) -> Type:
    if not (isinstance(kind, MatrixType) and is_square(kind)):
        raise IllFormed(f"{kind} has no determinant", hint="a square matrix has one")
    return SCALAR


FUNCTIONS_OF_MAPS = {
    "exp": _exponential,
    "adjoint": _adjoint,
    "transpose": _transpose,
    "conjugate": _conjugate,
    "trace": _trace,
    "determinant": _determinant,
}
