"""SymPy objects: relations, expressions, matrices, and operators, bras and kets of its physics.

Main results: `relation_of`, `expression_of`, `is_sympy`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from derive.deciding.claims.expressions import (
    IMAGINARY,
    INFINITY,
    MINUS_ONE,
    ONE,
    PI,
    ZERO,
    Application,
    Binder,
    Expression,
    Grid,
    Relation,
    RelationKind,
    Symbol,
    add,
    call,
    multiply,
    number,
    power,
    substituted,
)
from derive.deciding.claims.functions import TEXT_NAMES
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.building import (
    anticommutator,
    commutator,
    derivative,
    grid,
    identity,
    limit,
    negated,
    product,
)
from derive.deciding.reading.sympy_names import name_of
from derive.language.errors import LanguageError

_DEEPEST_NESTING = 100
_LARGEST_TREE = 20_000
_LARGEST_MATRIX = 64

_RELATIONS: dict[str, tuple[RelationKind, bool]] = {
    "Equality": ("=", False),
    "Unequality": ("!=", False),
    "GreaterThan": (">=", False),
    "StrictGreaterThan": (">", False),
    "LessThan": (">=", True),
    "StrictLessThan": (">", True),
}
_CONSTANTS = {
    "ImaginaryUnit": IMAGINARY,
    "Pi": PI,
    "Exp1": call("exp", ONE),
    "Infinity": INFINITY,
    "NegativeInfinity": negated(INFINITY),
    "IdentityOperator": ONE,
}
_SIDES = {"+": 1, "-": -1, "+-": 0}


def is_sympy(value: object) -> bool:
    """Whether a value is an object of SymPy, which then has been imported already."""
    if "sympy" not in sys.modules:
        return False
    import sympy

    return isinstance(value, sympy.Basic | sympy.MatrixBase)


def relation_of(value: Any, names: Mapping[str, Declared]) -> Relation | None:
    """The relation that an object of SymPy is, or None.

    Raises:
        LanguageError: a side has no meaning here.
    """
    kind = type(value).__name__
    if kind not in _RELATIONS:
        return None
    relation, turned = _RELATIONS[kind]
    left, right = (expression_of(side, names) for side in value.args)
    return Relation(relation, right, left) if turned else Relation(relation, left, right)


def expression_of(value: Any, names: Mapping[str, Declared]) -> Expression:
    """The expression that an object of SymPy, an integer or a fraction is.

    Raises:
        LanguageError: it has no meaning here.
    """
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return number(value)
    if not is_sympy(value):
        raise LanguageError(
            f"{value!r} is no expression", hint="write text, SymPy objects, or exact numbers"
        )
    return _SympyReader(names).expression(value)


class _SympyReader:
    """Turns SymPy objects into expressions, one method for each family of classes."""

    def __init__(self, names: Mapping[str, Declared]) -> None:
        self.names = names
        self._depth = 0
        self._copies = 1
        self._size = 0

    def expression(self, value: Any) -> Expression:
        self._depth += 1
        self._size += self._copies
        if self._depth > _DEEPEST_NESTING or self._size > _LARGEST_TREE:
            raise LanguageError("a SymPy object is nested too deeply or too large")
        result = self._converted(value)
        self._depth -= 1
        return result

    def _converted(self, value: Any) -> Expression:
        import sympy
        from sympy.core.function import AppliedUndef

        if isinstance(value, sympy.Rational):
            return number(Fraction(int(value.p), int(value.q)))
        if isinstance(value, sympy.Symbol | sympy.MatrixSymbol):
            return Symbol(name_of(value))
        if isinstance(value, AppliedUndef):
            return Application(name_of(value), self.all(value.args))
        if isinstance(value, sympy.MatrixBase):
            return grid([self.all(value.row(row)) for row in range(value.rows)])
        for family in type(value).__mro__:
            if family.__name__ in _CONSTANTS:
                return _CONSTANTS[family.__name__]
            if family.__name__ in _FAMILIES:
                return _FAMILIES[family.__name__](self, value)
            if family.__name__ in TEXT_NAMES and isinstance(value, sympy.Function):
                return call(TEXT_NAMES[family.__name__].name, *self.all(value.args))
        raise self._refused(value)

    def all(self, values: Any) -> tuple[Expression, ...]:
        return tuple(self.expression(value) for value in values)

    def sum(self, value: Any) -> Expression:
        if type(value)(*value.args).args == value.args and value.is_Add:
            return add(*self.all(value.as_ordered_terms()))
        return add(*self.all(value.args))

    def product(self, value: Any) -> Expression:
        if type(value)(*value.args).args == value.args and value.is_Mul:
            return multiply(*self.all(sorted(value.as_ordered_factors(), key=_place_in_product)))
        return multiply(*self.all(value.args))

    def power(self, value: Any) -> Expression:
        base, exponent = self.all(value.args)
        return power(base, exponent)

    def bracket(self, value: Any) -> Expression:
        self._copies *= 2
        left, right = self.all(value.args)
        self._copies //= 2
        return (anticommutator if type(value).__name__ == "AntiCommutator" else commutator)(
            left, right
        )

    def quantum_product(self, value: Any) -> Expression:
        return product(*self.all(value.args))

    def bra(self, value: Any) -> Expression:
        name = name_of(value)
        return call("adjoint", Symbol(name))

    def named(self, value: Any) -> Expression:
        return Symbol(name_of(value))

    def derivative(self, value: Any) -> Expression:
        result = self.expression(value.expr)
        for variable, order in value.variable_count:
            result = derivative(result, self.variable(variable), self.expression(order))
        return result

    def variable(self, value: Any) -> str:
        import sympy

        if not isinstance(value, sympy.Symbol):
            raise self._refused(value)
        return name_of(value)

    def ranged(self, value: Any) -> Expression:
        kind = type(value).__name__.lower()
        assert kind in ("integral", "sum", "product")
        result = self.expression(value.function)
        for variable, *bounds in value.limits:
            name = self.variable(variable)
            if len(bounds) == 2:
                low, high = self.all(bounds)
                result = Binder(_RANGED[kind], name, result, (low, high))
            elif bounds or kind != "integral":
                raise self._refused(value)
            else:
                result = Binder("antiderivative", name, result, (Symbol(name),))
        return result

    def limit(self, value: Any) -> Expression:
        body, variable, point, side = value.args
        return limit(
            self.expression(body),
            self.variable(variable),
            self.expression(point),
            _SIDES[str(side)],
        )

    def substitution(self, value: Any) -> Expression:
        points = map(self.expression, value.point)
        variables = map(self.variable, value.variables)
        return substituted(self.expression(value.expr), dict(zip(variables, points, strict=True)))

    def identity(self, value: Any) -> Expression:
        return identity(self.sizes(value)[0])

    def zeros(self, value: Any) -> Expression:
        rows, columns = self.sizes(value)
        return Grid(((ZERO,) * columns,) * rows)

    def sizes(self, value: Any) -> tuple[int, int]:
        rows, columns = value.shape
        if not (rows.is_Integer and columns.is_Integer) or max(rows, columns) > _LARGEST_MATRIX:
            raise self._refused(value)
        return int(rows), int(columns)

    def blocks(self, value: Any) -> Expression:
        rows, columns = value.blockshape
        blocks = value.blocks
        return grid([[self.expression(blocks[i, j]) for j in range(columns)] for i in range(rows)])

    def trace(self, value: Any) -> Expression:
        if len(value.args) > 1 and value.args[1]:
            raise self._refused(value)
        return call("trace", self.expression(value.args[0]))

    def _refused(self, value: Any) -> LanguageError:
        shown = str(value)
        shown = shown if len(shown) <= 60 else f"{shown[:57]}…"
        hint = "pass an exact number such as Rational(1, 2)" if _is_float(value) else ""
        return LanguageError(f"{type(value).__name__} is not known here: {shown}", hint=hint)


_RANGED: dict[str, Any] = {"integral": "integral", "sum": "sum", "product": "product"}


def _place_in_product(factor: Any) -> int:
    """SymPy orders what commutes: here divisors stand behind, and operators after all."""
    if not factor.is_commutative:
        return 2
    return int(factor.is_Pow and factor.exp.could_extract_minus_sign())


def _is_float(value: Any) -> bool:
    return type(value).__name__ == "Float"


def _of_one(function: str) -> Callable[[_SympyReader, Any], Expression]:
    return lambda reader, value: call(function, reader.expression(value.args[0]))


_FAMILIES: Mapping[str, Callable[[_SympyReader, Any], Expression]] = {
    "Add": _SympyReader.sum,
    "MatAdd": _SympyReader.sum,
    "Mul": _SympyReader.product,
    "MatMul": _SympyReader.product,
    "Pow": _SympyReader.power,
    "Inverse": lambda reader, value: power(reader.expression(value.args[0]), MINUS_ONE),
    "MatPow": _SympyReader.power,
    "Commutator": _SympyReader.bracket,
    "AntiCommutator": _SympyReader.bracket,
    "InnerProduct": _SympyReader.quantum_product,
    "OuterProduct": _SympyReader.quantum_product,
    "Bra": _SympyReader.bra,
    "Ket": _SympyReader.named,
    "Operator": _SympyReader.named,
    "Derivative": _SympyReader.derivative,
    "Integral": _SympyReader.ranged,
    "Sum": _SympyReader.ranged,
    "Product": _SympyReader.ranged,
    "Limit": _SympyReader.limit,
    "Subs": _SympyReader.substitution,
    "Identity": _SympyReader.identity,
    "ZeroMatrix": _SympyReader.zeros,
    "BlockMatrix": _SympyReader.blocks,
    "Trace": _SympyReader.trace,
    "Tr": _SympyReader.trace,
    "Determinant": _of_one("determinant"),
    "Transpose": _of_one("transpose"),
    "Adjoint": _of_one("adjoint"),
    "adjoint": _of_one("adjoint"),
    "transpose": _of_one("transpose"),
}
