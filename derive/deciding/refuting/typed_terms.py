"""Expressions with their types: from which space to which, and which factors belong together.

The scalars are the maps from the numbers to the numbers.  A product is split into scalars and one
chain of maps that meet; a number beside an operator is that multiple of the identity.

Main results: `Typed`, `Typing`, `TypedRelation`, `names_of`, `check_size`,
`Untypable`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from derive.deciding.claims.expressions import (
    ZERO,
    Application,
    Binder,
    Call,
    Constant,
    Expression,
    Grid,
    Number,
    Relation,
    RelationKind,
    Symbol,
)
from derive.deciding.claims.problem import Declared


class Untypable(Exception):
    """An expression that has no type here; nothing is found out about its problem."""


class Type(NamedTuple):
    """A map between spaces; the space "" is that of the numbers, "#3" that of three entries."""

    codomain: str
    domain: str

    @property
    def is_square(self) -> bool:
        """Whether the map can be composed with itself."""
        return self.codomain == self.domain


_DEEPEST, _LARGEST = 100, 5000

NUMBERS = ""
SCALAR = Type(NUMBERS, NUMBERS)


@dataclass(frozen=True, eq=False)
class Typed:
    """A part of an expression.

    Args:
        kind: "number", "symbol", "constant", "grid", "binder", "zero" (the map 0), "multiple" (of
            the identity, by its part), "scale" (a scalar, then a map), "compose", or the name of a
            built-in function.
        type: the type.
        parts: what it consists of.
        source: the expression, where it has more to say than its parts.
    """

    kind: str
    type: Type
    parts: tuple[Typed, ...] = ()
    source: Expression = ZERO


@dataclass(frozen=True, eq=False)
class TypedRelation:
    """A relation of two expressions of one type."""

    kind: RelationKind
    left: Typed
    right: Typed


def names_of(part: Typed) -> frozenset[str]:
    """The free names of an expression."""
    if part.kind == "symbol":
        assert isinstance(part.source, Symbol)
        return frozenset({part.source.name})
    if part.kind == "binder":
        assert isinstance(part.source, Binder)
        outside = frozenset[str]().union(*map(names_of, part.parts[1:]))
        return outside | names_of(part.parts[0]) - {part.source.variable}
    return frozenset[str]().union(*map(names_of, part.parts))


def check_size(expression: Expression) -> None:
    """Refuse an expression that is too large or too deep to be evaluated many times."""
    level: list[Expression] = [expression]
    count = 0
    for _ in range(_DEEPEST):
        level = [part for above in level for part in above.children()]
        count += len(level)
        if not level:
            return
        if count > _LARGEST:
            break
    raise Untypable("an expression that is too large")


def type_of(declared: Declared) -> Type:
    """The type of a declared name."""
    match declared.kind:
        case "scalar":
            return SCALAR
        case "operator":
            return Type(declared.codomain or "V", declared.domain or "V")
        case "ket":
            return Type(declared.codomain or "V", NUMBERS)
        case "bra":
            return Type(NUMBERS, declared.domain or "V")
        case "matrix":
            return Type(f"#{declared.shape[0]}", f"#{declared.shape[1]}")
    raise Untypable(f"{declared.name} is a {declared.kind}")


class Typing:
    """Finds types, given those of the names."""

    def __init__(self, names: Mapping[str, Type]) -> None:
        self.names = names

    def relation(self, relation: Relation) -> TypedRelation:
        """A relation, its sides as maps of the same type."""
        left, right = _alike([self.expression(side) for side in relation.sides])
        if relation.kind in (">", ">=") and left.type not in (SCALAR, Type("#1", "#1")):
            raise Untypable("operators are not ordered here")
        return TypedRelation(relation.kind, left, right)

    def expression(self, expression: Expression) -> Typed:
        """An expression with its type."""
        match expression:
            case Number():
                return Typed("number", SCALAR, (), expression)
            case Constant(name) if name != "infinity":
                return Typed("constant", SCALAR, (), expression)
            case Symbol(name) if name in self.names:
                return Typed("symbol", self.names[name], (), expression)
            case Grid(rows):
                return self._grid(expression, rows)
            case Binder(_, variable, body, bounds):
                inside = Typing({**self.names, variable: SCALAR}).expression(body)
                points = tuple(_scalar(self.expression(bound)) for bound in bounds)
                return Typed("binder", inside.type, (inside, *points), expression)
            case Call(function, arguments):
                return _call(function, [self.expression(part) for part in arguments])
            case Application(name, _):
                raise Untypable(f"the function {name}")
        raise Untypable(str(expression))

    def _grid(self, grid: Grid, rows: Sequence[Sequence[Expression]]) -> Typed:
        """An explicit matrix; a number among blocks is a multiple of the identity."""
        blocks = [[self.expression(entry) for entry in row] for row in rows]
        flat = [block for row in blocks for block in row]
        if len({len(row) for row in rows}) != 1:
            raise Untypable("rows of different lengths")
        if all(block.type == SCALAR for block in flat):
            return Typed("grid", Type(f"#{len(rows)}", f"#{len(rows[0])}"), tuple(flat), grid)
        heights = [_size([b.type.codomain for b in row]) for row in blocks]
        widths = [_size([b.type.domain for b in row]) for row in zip(*blocks, strict=True)]
        parts = [
            _lifted(block, Type(f"#{height}", f"#{width}"))
            for row, height in zip(blocks, heights, strict=True)
            for block, width in zip(row, widths, strict=True)
        ]
        return Typed("grid", Type(f"#{sum(heights)}", f"#{sum(widths)}"), tuple(parts), grid)


def _size(spaces: Sequence[str]) -> int:
    """The size of a row or a column of blocks."""
    sizes = {space for space in spaces if space != NUMBERS} or {"#1"}
    if len(sizes) > 1 or not min(sizes).startswith("#"):
        raise Untypable("blocks that do not fit")
    return int(min(sizes)[1:])


def _scalar(part: Typed) -> Typed:
    if part.type != SCALAR:
        raise Untypable("an operator where a number is needed")
    return part


def _lifted(part: Typed, wanted: Type) -> Typed:
    """The part as a map of this type."""
    if part.type == wanted:
        return part
    if part.type == SCALAR and part.kind == "number" and part.source == ZERO:
        return Typed("zero", wanted)
    if part.type == SCALAR and wanted.is_square:
        return Typed("multiple", wanted, (part,))
    raise Untypable("types differ")


def _alike(parts: Sequence[Typed]) -> list[Typed]:
    """The parts as maps of one type."""
    wanted = next((part.type for part in parts if part.type != SCALAR), SCALAR)
    return [_lifted(part, wanted) for part in parts]


def _call(function: str, parts: list[Typed]) -> Typed:
    """A built-in function."""
    if function == "add":
        parts = _alike(parts)
        return Typed("add", parts[0].type, tuple(parts))
    if function == "multiply":
        return _product(parts)
    own = parts[0].type
    if function == "adjoint":
        return Typed("adjoint", Type(own.domain, own.codomain), tuple(parts))
    if function in ("conjugate", "transpose"):
        explicit = all(space.startswith("#") or space == NUMBERS for space in own)
        if own != SCALAR and not (explicit and NUMBERS not in own):
            raise Untypable(f"the {function} of an operator depends on a basis")
        turned = own if function == "conjugate" else Type(own.domain, own.codomain)
        return Typed(function, turned, tuple(parts))
    if function in ("trace", "determinant", "power") or own != SCALAR:
        if not own.is_square:
            raise Untypable(f"{function} of a map between two spaces")
        for part in parts[1:]:
            _scalar(part)
        is_number = function in ("trace", "determinant")
        if not is_number and own != SCALAR and function not in _OF_OPERATORS:
            raise Untypable(f"{function} of an operator")
        return Typed(function, SCALAR if is_number else own, tuple(parts))
    return Typed(function, SCALAR, tuple(_scalar(part) for part in parts))


_OF_OPERATORS = frozenset({"power", "exp"})


def _product(parts: Sequence[Typed]) -> Typed:
    """A product as scalars times a chain of maps that meet."""
    scalars: list[Typed] = []
    chains: list[list[Typed]] = []
    for part in parts:
        if part.type == SCALAR:
            scalars.append(part)
        elif chains and chains[-1][-1].type.domain == part.type.codomain:
            chains[-1].append(part)
        else:
            chains.append([part])
        if chains:
            begin, end = chains[-1][0].type.codomain, chains[-1][-1].type.domain
            if begin == end == NUMBERS:
                scalars.append(_chain(chains.pop()))
    if len(chains) > 1:
        raise Untypable("factors that do not meet")
    factor = None if not scalars else _chain(scalars)
    if not chains:
        return factor or Typed("number", SCALAR, (), Number(ZERO.value + 1))
    chain = _chain(chains[0])
    return chain if factor is None else Typed("scale", chain.type, (factor, chain))


def _chain(parts: Sequence[Typed]) -> Typed:
    """A composition."""
    if len(parts) == 1:
        return parts[0]
    return Typed("compose", Type(parts[0].type.codomain, parts[-1].type.domain), tuple(parts))
