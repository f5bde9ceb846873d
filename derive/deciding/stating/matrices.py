"""Explicit matrices unfolded: a claim about matrices as claims about their entries.

A declared matrix becomes a grid of new scalars, sums, products, powers, transposes, traces and
determinants are carried out on grids, and an equation of matrices becomes one for each entry.
Nothing is simplified, and no entry that may be undefined is lost: where an entry does not depend on
it, it is added with the factor 0.

Main results: `expanded`, `Expansion`, `unfolded`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain

from derive.deciding.claims.expressions import (
    ONE,
    ZERO,
    Application,
    Binder,
    Call,
    Constant,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
    add,
    call,
    multiply,
    power,
    subtract,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.grids import (
    MOST_NODES,
    Shape,
    defined_with,
    determinant,
    each,
    inverse,
    made,
    multiple,
    nodes,
    partial,
    shape_of,
    transposed,
)
from derive.deciding.stating.matrix_entries import entries_of, meaning_of_words
from derive.language.errors import LanguageError

Value = tuple[Expression, Shape | None]
"""An expression and, if it is a matrix, its shape; a matrix that is no grid was left folded."""

_LARGEST_POWER = 8
_LARGEST_DETERMINANT = 5
_ENTRYWISE_BINDERS = frozenset("derivative antiderivative integral sum limit".split())


@dataclass(frozen=True)
class Expansion:
    """A problem about entries.

    Args:
        problem: the problem, in which no declared matrix is left.
        entries: each declared matrix as the grid of its entries.
        folded: what could not be carried out and stands in the problem, on grids.
        places: for each claim of the problem, the number of the claim that it comes from.
    """

    problem: Problem
    entries: Mapping[str, Grid] = field(default_factory=dict)
    folded: tuple[Expression, ...] = ()
    places: tuple[int, ...] = ()


def expanded(problem: Problem) -> Expansion:
    """The problem with every matrix unfolded.

    Raises `LanguageError` where shapes do not meet.
    """
    entries: dict[str, Grid] = {}
    names = {name: d for name, d in problem.names.items() if d.kind != "matrix"}
    given: list[Relation] = []
    folder = _Unfolding(entries)
    taken = frozenset(problem.names) | _bound_names(problem)
    for declared in problem.names.values():
        if declared.kind == "matrix":
            entries[declared.name] = entries_of(declared, taken, names)
            given += meaning_of_words(declared)
    given += problem.given
    claims = [(folder.relations(claim), place) for place, claim in enumerate(problem.claims)]
    new = Problem(
        tuple(relation for relations, _ in claims for relation in relations),
        tuple(relation for hypothesis in given for relation in folder.relations(hypothesis)),
        names,
    )
    places = tuple(place for relations, place in claims for _ in relations)
    return Expansion(new, entries, tuple(folder.folded), places)


def _bound_names(problem: Problem) -> frozenset[str]:
    """The names that binders bind: an entry with such a name would be captured below them."""
    sides = chain.from_iterable(r.sides for r in (*problem.claims, *problem.given))
    parts = chain.from_iterable(side.walk() for side in sides)
    return frozenset(part.variable for part in parts if isinstance(part, Binder))


def unfolded(expression: Expression, entries: Mapping[str, Grid]) -> Expression:
    """An expression with its grids carried out; `entries` has the matrices among its symbols."""
    return _Unfolding(entries).value(expression, frozenset())[0]


class _Unfolding:
    """Carries out what is done with grids, and remembers what it left."""

    def __init__(self, entries: Mapping[str, Grid]) -> None:
        self.entries = entries
        self.folded: list[Expression] = []

    def relations(self, relation: Relation) -> list[Relation]:
        """A relation as relations of entries."""
        left, right = (self.value(side, frozenset()) for side in relation.sides)
        if left[1] is None and right[1] is None:
            return [Relation(relation.kind, left[0], right[0])]
        a, b = _alike([left, right])
        if not (isinstance(a, Grid) and isinstance(b, Grid)):
            return [Relation(relation.kind, a, b)]
        pairs = list(zip(a.children(), b.children(), strict=True))
        if relation.kind == "!=":
            differences = [subtract(x, y) for x, y in pairs]
            squares = [multiply(call("conjugate", d), d) for d in differences]
            return [Relation("!=", add(*squares), ZERO)]
        if relation.kind != "=" and len(pairs) > 1:
            raise LanguageError("matrices are not ordered", hint="compare traces or determinants")
        unsure = partial(chain.from_iterable(pairs))
        return [
            Relation(relation.kind, defined_with(x, [e for e in unsure if e not in (x, y)]), y)
            for x, y in pairs
        ]

    def value(self, expression: Expression, bound: frozenset[str]) -> Value:
        """The expression with its grids carried out, and its shape."""
        match expression:
            case Symbol(name) if name in self.entries and name not in bound:
                grid = self.entries[name]
                return grid, shape_of(grid)
            case Number() | Constant() | Symbol():
                return expression, None
            case Grid(rows):
                return self._blocks([[self.value(e, bound) for e in row] for row in rows])
            case Application(name, arguments):
                return Application(name, tuple(self._scalar(e, bound) for e in arguments)), None
            case Binder():
                return self._binder(expression, bound)
            case Call(function, arguments):
                values = [self.value(argument, bound) for argument in arguments]
                if all(shape is None for _, shape in values):
                    return Call(function, tuple(e for e, _ in values)), None
                return self._call(function, values)
        raise AssertionError(expression)

    def _scalar(self, expression: Expression, bound: frozenset[str]) -> Expression:
        """An expression that has to be a number."""
        found, shape = self.value(expression, bound)
        if shape is not None:
            raise LanguageError("a matrix stands where a number is needed")
        return found

    def _binder(self, expression: Binder, bound: frozenset[str]) -> Value:
        """Derivatives, sums and the like of a matrix are those of its entries."""
        inside = bound | {expression.variable}
        body, shape = self.value(expression.body, inside)
        bounds = tuple(self._scalar(e, bound) for e in expression.bounds)

        def of(entry: Expression) -> Expression:
            return Binder(expression.kind, expression.variable, entry, bounds)

        if isinstance(body, Grid) and expression.kind in _ENTRYWISE_BINDERS:
            return Grid(tuple(tuple(of(entry) for entry in row) for row in body.rows)), shape
        found = of(body)
        return (found, None) if shape is None else self._left(found, shape)

    def _left(self, expression: Expression, shape: Shape | None) -> Value:
        """What is not carried out."""
        self.folded.append(expression)
        return expression, shape

    def _call(self, function: str, values: list[Value]) -> Value:
        """A built-in function of at least one matrix."""
        if function == "add":
            return self._sum(values)
        if function == "multiply":
            return reduce(self._product, values)
        (base, shape), *others = values
        if function == "power" and shape is not None:
            return self._power(base, shape, others[0])
        if shape is None or others:
            raise LanguageError(f"a matrix cannot stand in this place of {function}")
        folded = call(function, base)
        if function in ("trace", "determinant"):
            _needs_square(shape)
        if not isinstance(base, Grid):
            scalar = function in ("trace", "determinant")
            turned = function in ("transpose", "adjoint")
            return self._left(folded, None if scalar else shape[::-1] if turned else shape)
        match function:
            case "transpose":
                return transposed(base), shape[::-1]
            case "conjugate" | "re" | "im":
                return each(base, function), shape
            case "adjoint":
                return each(transposed(base), "conjugate"), shape[::-1]
            case "trace":
                lost = (e for i, row in enumerate(base.rows) for j, e in enumerate(row) if i != j)
                diagonal = [base.rows[k][k] for k in range(shape[0])]
                return defined_with(add(*diagonal), partial(lost)), None
            case "determinant" if shape[0] <= _LARGEST_DETERMINANT:
                return determinant(base.rows), None
        _needs_square(shape)
        return self._left(folded, None if function == "determinant" else shape)

    def _sum(self, values: list[Value]) -> Value:
        """A sum in which a number stands for that multiple of the identity."""
        parts = _alike(values)
        shape = next(shape for _, shape in values if shape is not None)
        if not all(isinstance(part, Grid) for part in parts):
            return self._left(add(*parts), shape)
        columns = zip(*(part.children() for part in parts), strict=True)
        flat = [_nonzero_sum(entries) for entries in columns]
        return made(flat, shape), shape

    def _product(self, left: Value, right: Value) -> Value:
        """A product of two."""
        (a, first), (b, second) = left, right
        if first is None or second is None:
            shape = first or second
            if isinstance(a, Grid) and shape is not None:
                return made([multiply(e, b) for e in a.children()], shape), shape
            if isinstance(b, Grid) and shape is not None:
                return made([multiply(a, e) for e in b.children()], shape), shape
            return (multiply(a, b), None) if shape is None else self._left(multiply(a, b), shape)
        if first[1] != second[0]:
            raise LanguageError(f"a {_said(first)} matrix does not meet a {_said(second)} matrix")
        shape = (first[0], second[1])
        if not (isinstance(a, Grid) and isinstance(b, Grid)):
            return self._left(multiply(a, b), shape)
        size = nodes(a) * shape[1] + nodes(b) * shape[0]
        if size > MOST_NODES:
            return self._left(multiply(a, b), shape)
        down = transposed(b).rows
        rows = [[add(*map(multiply, row, column)) for column in down] for row in a.rows]
        return Grid(tuple(map(tuple, rows))), shape

    def _power(self, base: Expression, shape: Shape, exponent: Value) -> Value:
        """A power of a square matrix; a negative one by adjugate and determinant."""
        _needs_square(shape)
        above, other = exponent
        if other is not None:
            raise LanguageError("a matrix stands in an exponent")
        times = _integer(above)
        folded = power(base, above)
        if not isinstance(base, Grid) or times is None or abs(times) > _LARGEST_POWER:
            return self._left(folded, shape)
        if times == 0:
            rows = multiple(ONE, shape[0]).rows
            first = defined_with(ONE, partial(base.children()))
            return Grid(((first, *rows[0][1:]), *rows[1:])), shape
        if times < 0 and shape[0] > _LARGEST_DETERMINANT:
            return self._left(folded, shape)
        value: Value = (inverse(base), shape) if times < 0 else (base, shape)
        found = reduce(self._product, [value] * abs(times))
        return found if isinstance(found[0], Grid) else self._left(folded, shape)

    def _blocks(self, rows: list[list[Value]]) -> Value:
        """A grid; one of matrices is flattened, and a number is a multiple of the identity."""
        if len({len(row) for row in rows}) > 1 or not rows[0]:
            raise LanguageError("the rows of a matrix have different lengths")
        if all(shape is None for row in rows for _, shape in row):
            plain = Grid(tuple(tuple(e for e, _ in row) for row in rows))
            return plain, shape_of(plain)
        heights = [_common([s[0] for _, s in row if s], "row") for row in rows]
        columns = zip(*rows, strict=True)
        widths = [_common([s[1] for _, s in column if s], "column") for column in columns]
        shape = (sum(heights), sum(widths))
        blocks = [
            [_lifted(value, (h, w)) for value, w in zip(row, widths, strict=True)]
            for row, h in zip(rows, heights, strict=True)
        ]
        lines: list[tuple[Expression, ...]] = []
        for row in blocks:
            grids = [block for block in row if isinstance(block, Grid)]
            if len(grids) < len(row):
                return self._left(Grid(tuple(map(tuple, blocks))), shape)
            lines += [tuple(chain(*line)) for line in zip(*(g.rows for g in grids), strict=True)]
        return Grid(tuple(lines)), shape


def _alike(values: Sequence[Value]) -> list[Expression]:
    """Matrices of one shape, where a number stands for that multiple of the identity."""
    shapes = {shape for _, shape in values if shape is not None}
    if len(shapes) > 1:
        first, second, *_ = sorted(shapes)
        raise LanguageError(f"a {_said(first)} matrix and a {_said(second)} matrix are compared")
    (shape,) = shapes
    return [_lifted(value, shape) for value in values]


def _lifted(value: Value, shape: Shape) -> Expression:
    """A matrix of this shape, if need be that multiple of the identity."""
    expression, own = value
    if own is not None:
        return expression
    if expression == ZERO:
        return made([ZERO] * (shape[0] * shape[1]), shape)
    _needs_square(shape)
    return multiple(expression, shape[0])


def _needs_square(shape: Shape) -> None:
    """Refuse a matrix that is not square."""
    if shape[0] != shape[1]:
        raise LanguageError(f"a square matrix is needed, not a {_said(shape)} one")


def _said(shape: Shape) -> str:
    """A shape in words."""
    return f"{shape[0]}x{shape[1]}"


def _common(sizes: list[int], line: str) -> int:
    """The size of all blocks of a row or column; that of numbers alone is 1."""
    if len(set(sizes)) > 1:
        raise LanguageError(f"the blocks of a {line} have different sizes")
    return sizes[0] if sizes else 1


def _integer(expression: Expression) -> int | None:
    """The integer that a numeral, or minus a numeral, stands for."""
    match expression:
        case Number(value) if value.denominator == 1:
            return int(value)
        case Call("multiply", (Number(sign), Number(value))) if (sign * value).denominator == 1:
            return int(sign * value)
    return None


def _nonzero_sum(terms: Sequence[Expression]) -> Expression:
    """The sum without the zeros that a number beside the diagonal stands for."""
    return add(*([term for term in terms if term != ZERO] or [ZERO]))
