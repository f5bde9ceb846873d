"""Types of expressions: numbers, linear maps between spaces, matrices of a shape.

A ket is a map from `C`, a bra one to `C`, and a map from `C` to `C` is a number.  Products compose
from left to right.  A number beside a map from a space to itself, or beside a square matrix, means
that multiple of the identity; 0 fits everything.

Main results: `typed`, `check_relation`, `declared_type`; the types themselves are in `type_rules`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from derive.deciding.claims.expressions import (
    INFINITY,
    MINUS_ONE,
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
    multiply,
    negative,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.type_rules import (
    COMPLEX_NUMBERS,
    FUNCTIONS_OF_MAPS,
    SCALAR,
    IllFormed,
    MapType,
    MatrixType,
    ScalarType,
    Type,
    composed,
    is_square,
)
from derive.language.errors import LanguageError

__all__ = [
    "SCALAR",
    "IllFormed",
    "MapType",
    "MatrixType",
    "ScalarType",
    "Type",
    "check_functions",
    "check_relation",
    "declared_type",
    "is_square",
    "typed",
]

_INFINITE = (INFINITY, negative(INFINITY))
_LONGEST_QUOTATION = 60


def declared_type(declared: Declared) -> Type:
    """The type of a declared name; of a function, that of its values."""
    if declared.kind in ("operator", "ket", "bra"):
        domain = COMPLEX_NUMBERS if declared.kind == "ket" else declared.domain
        return MapType(domain, COMPLEX_NUMBERS if declared.kind == "bra" else declared.codomain)
    return MatrixType(*declared.shape) if declared.kind == "matrix" else SCALAR


def typed(expression: Expression, names: Mapping[str, Declared]) -> Type:
    """The type of an expression over declared names.

    Raises:
        IllFormed: the types of its parts do not fit.
        LanguageError: it uses a name or an infinity where that means nothing.
    """
    match expression:
        case Number():
            return SCALAR
        case Constant(name):
            if name == "infinity":
                raise LanguageError(
                    "infinity is no number",
                    hint="it stands as a bound of an integral or a sum, or as the point of a limit",
                )
            return SCALAR
        case Symbol(name):
            return _name_type(name, names)
        case Application(name, arguments):
            _check_function(name, names)
            _demand_scalars(f"the function {name}", arguments, names)
            return SCALAR
        case Binder():
            return _binder_type(expression, names)
        case Grid(rows):
            return _grid_type(rows, names)
        case Call("add", arguments):
            return _common("add", arguments, [typed(part, names) for part in arguments])
        case Call("multiply", arguments):
            return _product_type(arguments, names)
        case Call("power", (base, exponent)):
            return _power_type(base, exponent, names)
        case Call(function, (argument,)) if function in FUNCTIONS_OF_MAPS:
            return FUNCTIONS_OF_MAPS[function](typed(argument, names))
        case Call(function, arguments):
            _demand_scalars(function, arguments, names)
            return SCALAR
    raise AssertionError(expression)


def check_relation(relation: Relation, names: Mapping[str, Declared]) -> None:
    """Refuse a relation between things that cannot be compared.

    Raises:
        IllFormed: the types do not fit.
    """
    kinds = [typed(side, names) for side in relation.sides]
    if relation.kind in (">=", ">"):
        for kind in kinds:
            if kind != SCALAR:
                raise IllFormed(
                    f"only numbers have an order, and one side is {kind}",
                    hint="compare for instance traces or expectation values",
                )
    _common("compare", relation.sides, kinds)


def check_functions(relations: Iterable[Relation]) -> None:
    """Refuse a function that is used with different numbers of arguments.

    Raises:
        IllFormed: there is one.
    """
    found: dict[str, int] = {}
    for relation in relations:
        for part in (*relation.left.walk(), *relation.right.walk()):
            if isinstance(part, Application):
                count = len(part.arguments)
                if found.setdefault(part.name, count) != count:
                    raise IllFormed(
                        f"the function {part.name} is used with {found[part.name]} and with "
                        f"{count} arguments"
                    )


def _name_type(name: str, names: Mapping[str, Declared]) -> Type:
    if name not in names:
        raise LanguageError(
            f"{name!r} is not declared", hint=f'write assume={{"{name}": "complex"}}'
        )
    declared = names[name]
    if declared.kind == "function":
        raise IllFormed(f"{name} is a function", hint=f"write it with its argument: {name}(x)")
    return declared_type(declared)


def _check_function(name: str, names: Mapping[str, Declared]) -> None:
    if name not in names:
        raise LanguageError(
            f"the function {name!r} is not declared", hint=f'write assume={{"{name}": "function"}}'
        )
    if names[name].kind != "function":
        raise IllFormed(
            f"{name} is {declared_type(names[name])}, not a function",
            hint=f"write {name}*(…) for a product",
        )


def _demand_scalars(
    what: str, arguments: Sequence[Expression], names: Mapping[str, Declared]
) -> None:
    for argument in arguments:
        kind = typed(argument, names)
        if kind != SCALAR:
            raise IllFormed(f"{what} takes numbers, not {kind}")


def _common(verb: str, parts: Sequence[Expression], kinds: Sequence[Type]) -> Type:
    """The one type of things that are added or compared."""
    found: Type = SCALAR
    place = 0
    for other, kind in enumerate(kinds):
        if kind in (SCALAR, found):
            continue
        if found != SCALAR:
            raise _mismatch(verb, parts[place], found, parts[other], kind)
        found, place = kind, other
    if found != SCALAR and not is_square(found):
        for part, kind in zip(parts, kinds, strict=True):
            if kind == SCALAR and part != ZERO:
                raise _mismatch(verb, parts[place], found, part, kind)
    return found


def _mismatch(
    verb: str, left: Expression, left_type: Type, right: Expression, right_type: Type
) -> IllFormed:
    return IllFormed(
        f"cannot {verb} {_shown(left)}, which is {left_type}, and {_shown(right)}, which is "
        f"{right_type}"
    )


def _shown(expression: Expression) -> str:
    from derive.deciding.writing import as_text

    text = as_text(expression)
    return text if len(text) <= _LONGEST_QUOTATION else f"{text[: _LONGEST_QUOTATION - 1]}…"


def _product_type(factors: Sequence[Expression], names: Mapping[str, Declared]) -> Type:
    result: Type = SCALAR
    for place, factor in enumerate(factors):
        kind = typed(factor, names)
        together = composed(result, kind)
        if together is None:
            raise _mismatch("multiply", multiply(*factors[:place]), result, factor, kind)
        result = together
    return result


def _power_type(base: Expression, exponent: Expression, names: Mapping[str, Declared]) -> Type:
    kind, exponent_kind = typed(base, names), typed(exponent, names)
    if exponent_kind != SCALAR:
        raise IllFormed(f"an exponent is a number, not {exponent_kind}")
    if kind == SCALAR:
        return SCALAR
    if isinstance(kind, MapType) and exponent == MINUS_ONE:
        if COMPLEX_NUMBERS in (kind.domain, kind.codomain):
            raise IllFormed(f"{kind} has no inverse")
        return MapType(kind.codomain, kind.domain)
    if not is_square(kind):
        raise IllFormed(f"{kind} has no powers: it does not map a space to itself")
    if not _may_be_integer(exponent, names):
        raise IllFormed(f"{kind} has integer powers only")
    return kind


def _may_be_integer(exponent: Expression, names: Mapping[str, Declared]) -> bool:
    """Whether an exponent is made of integers; `n*(n + 1)/2` is."""
    if isinstance(exponent, Number):
        return exponent.value.denominator == 1
    return all(
        isinstance(part, Number)
        or (isinstance(part, Symbol) and "integer" in names[part.name].words)
        or (isinstance(part, Call) and part.function in _OF_INTEGERS)
        for part in exponent.walk()
    )


_OF_INTEGERS = frozenset("add multiply power factorial binomial floor ceiling delta abs".split())


def _binder_type(binder: Binder, names: Mapping[str, Declared]) -> Type:
    for bound in binder.bounds:
        if bound not in _INFINITE:
            _demand_scalars("a bound", [bound], names)
    if binder.kind in ("derivative", "antiderivative"):
        _check_continuous(binder.bounds[0], names)
    counted = binder.kind in ("sum", "product")
    words = frozenset({"integer", "real"} if counted else ())
    inside = {**names, binder.variable: Declared(binder.variable, "scalar", words)}
    kind = typed(binder.body, inside)
    if binder.kind == "product" and kind != SCALAR and not is_square(kind):
        raise IllFormed(f"{kind} cannot be multiplied by its like")
    return kind


def _check_continuous(point: Expression, names: Mapping[str, Declared]) -> None:
    if isinstance(point, Symbol) and "integer" in names[point.name].words:
        raise LanguageError(
            f"{point.name} takes integer values only, so that nothing is differentiated by it",
            hint=f'write assume={{"{point.name}": "real"}}',
        )


def _grid_type(rows: Sequence[Sequence[Expression]], names: Mapping[str, Declared]) -> Type:
    if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
        raise IllFormed("the rows of a matrix differ in length, or there are none")
    kinds = [[typed(entry, names) for entry in row] for row in rows]
    if all(kind == SCALAR for row in kinds for kind in row):
        return MatrixType(len(rows), len(rows[0]))
    heights = [{_shape(kind)[0] for kind in row} for row in kinds]
    widths = [{_shape(kind)[1] for kind in column} for column in zip(*kinds, strict=True)]
    if any(len(sizes) != 1 for sizes in (*heights, *widths)):
        raise IllFormed("the blocks of a matrix do not fit: their shapes differ in a row or column")
    return MatrixType(sum(map(sum, heights)), sum(map(sum, widths)))


def _shape(kind: Type) -> tuple[int, int]:
    if isinstance(kind, MatrixType):
        return kind.rows, kind.columns
    raise IllFormed(
        f"{kind} stands beside matrices as a block",
        hint="write zeros(2, 2) for a block of zeros",
    )
