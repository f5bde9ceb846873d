"""A second evaluator for counterexamples in finite dimension, which shares no code with the search.

Hypotheses have to hold exactly; a claim fails where its sides differ by more than their errors.

Main results: `verified`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from derive.deciding.claims.expressions import (
    MINUS_ONE,
    ONE,
    ZERO,
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
    free_names,
    multiply,
    power,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.refuting.rational_matrices import (
    Rows,
    Unverifiable,
    Value,
    determinant,
    exponential,
    inverse,
    of_numbers,
    pi,
    plus,
    root,
    scalar,
    times,
    turned,
)

_NOUGHT = (Fraction(0), Fraction(0))
_MOST_TERMS = 64


def verified(
    problem: Problem, dimensions: Mapping[str, int], values: Mapping[str, Rows], place: int
) -> bool:
    """Whether all assumptions and hypotheses hold of the values and the claim at `place` fails."""
    try:
        reader = _Evaluator(problem, dimensions, values)
        return (
            all(reader.has_its_words(name) for name in values)
            and all(reader.truth(relation) is True for relation in problem.given)
            and (place < 0 or reader.truth(problem.claims[place]) is False)
        )
    except Unverifiable:
        return False


class _Evaluator:
    def __init__(
        self, problem: Problem, dimensions: Mapping[str, int], values: Mapping[str, Rows]
    ) -> None:
        self.names = problem.names
        self.dimensions = dimensions
        self.values = {name: self._tagged(name, rows) for name, rows in values.items()}

    def _tagged(self, name: str, rows: Rows) -> Value:
        declared = self.names[name]
        codomain = domain = ""
        if declared.kind in ("operator", "ket"):
            codomain = declared.codomain or "V"
        if declared.kind in ("operator", "bra"):
            domain = declared.domain or "V"
        if declared.kind == "matrix":
            codomain, domain = (f"#{size}" for size in declared.shape)
        shape = self._size(codomain), self._size(domain)
        if (len(rows), len(rows[0])) != shape:
            raise Unverifiable("a value of another shape")
        return Value(rows, codomain, domain)

    def _size(self, space: str) -> int:
        return int(space[1:]) if space[:1] == "#" else self.dimensions[space] if space else 1

    def has_its_words(self, name: str) -> bool:
        """Whether a value is what was declared."""
        value, declared = self.values[name], self.names[name]
        if declared.kind == "scalar":
            real, imaginary = value.number
            whole = real.denominator == 1
            truths = {
                "complex": True,
                "real": not imaginary,
                "imaginary": not real and imaginary,
                "nonzero": real or imaginary,
                "positive": not imaginary and real > 0,
                "negative": not imaginary and real < 0,
                "nonnegative": not imaginary and real >= 0,
                "nonpositive": not imaginary and real <= 0,
                "rational": not imaginary,
                "integer": not imaginary and whole,
                "natural": not imaginary and whole and real >= 0,
                "even": not imaginary and whole and real % 2 == 0,
                "odd": not imaginary and whole and real % 2 == 1,
            }
            return all(truths.get(word, False) for word in declared.words)
        symbol = Symbol(name)
        adjoint = call("adjoint", symbol)
        one = multiply(adjoint, symbol), multiply(symbol, adjoint)
        facts: dict[str, Callable[[], bool | None]] = {
            "hermitian": lambda: self.truth(Relation("=", adjoint, symbol)),
            "antihermitian": lambda: self.truth(Relation("=", add(adjoint, symbol), ZERO)),
            "unitary": lambda: all(self.truth(Relation("=", each, ONE)) for each in one),
            "invertible": lambda: self.value(power(symbol, MINUS_ONE)) is not None,
            "real": lambda: all(not b for row in value.rows for _, b in row),
            "complex": lambda: True,
        }
        return all(word in facts and facts[word]() for word in declared.words)

    def truth(self, relation: Relation) -> bool | None:
        """Whether a relation holds; None where that cannot be told."""
        left, right = self._alike([self.value(side) for side in relation.sides])
        gap = left.error + right.error
        differences = [
            (a - c, b - d)
            for one, two in zip(left.rows, right.rows, strict=True)
            for (a, b), (c, d) in zip(one, two, strict=True)
        ]
        if relation.kind in ("=", "!="):
            equal = relation.kind == "="
            if any(abs(a) > gap or abs(b) > gap for a, b in differences):
                return not equal
            return None if gap else equal
        ((above, _),) = differences
        first, second = left.rows[0][0][1], right.rows[0][0][1]
        if first or second:
            return None
        if gap:
            return False if above < -gap else None
        return above > 0 if relation.kind == ">" else above >= 0

    def _alike(self, values: list[Value]) -> list[Value]:
        """The values as maps of one type; a number is that multiple of the identity."""
        kinds = {(v.codomain, v.domain) for v in values} - {("", "")}
        if not kinds:
            return values
        if len(kinds) > 1:
            raise Unverifiable("types differ")
        ((codomain, domain),) = kinds
        return [
            v if (v.codomain, v.domain) != ("", "") else self._lifted(v, codomain, domain)
            for v in values
        ]

    def _lifted(self, value: Value, codomain: str, domain: str) -> Value:
        ((entry,),) = value.rows
        if codomain != domain and (entry != _NOUGHT or value.error):
            raise Unverifiable("no multiple of the identity")
        height, width = self._size(codomain), self._size(domain)
        rows = [[entry if i == j else _NOUGHT for j in range(width)] for i in range(height)]
        return Value(rows, codomain, domain, value.error)

    def value(self, expression: Expression) -> Value:
        """The value of an expression."""
        match expression:
            case Number(value):
                return scalar(value)
            case Constant("i"):
                return scalar(0, 1)
            case Constant("pi"):
                return pi()
            case Symbol(name) if name in self.values:
                return self.values[name]
            case Grid(rows):
                return self._grid([[self.value(entry) for entry in row] for row in rows])
            case Binder("derivative", variable, body, (place, Number(order))) if order == 1:
                if place != Symbol(variable) or "real" not in self.names[variable].words:
                    raise Unverifiable("a derivative at a point")
                return self.value(derivative(body, variable))
            case Binder("sum", variable, body, bounds):
                return self._sum(variable, body, *(self._integer(bound) for bound in bounds))
            case Call("multiply", arguments):
                return self._product([self.value(argument) for argument in arguments])
            case Call("add", arguments):
                first, *others = self._alike([self.value(argument) for argument in arguments])
                for other in others:
                    first = plus(first, other)
                return first
            case Call("power", (base, exponent)):
                return self._power(self.value(base), self._integer_or_half(exponent))
            case Call(function, arguments):
                return self._function(function, [self.value(part) for part in arguments])
        raise Unverifiable(str(expression))

    def _integer(self, expression: Expression) -> int:
        real, imaginary = self.value(expression).number
        if imaginary or real.denominator != 1 or abs(real) > _MOST_TERMS:
            raise Unverifiable("no small integer")
        return int(real)

    def _integer_or_half(self, expression: Expression) -> Fraction:
        real, imaginary = self.value(expression).number
        if imaginary or abs(real) > _MOST_TERMS:
            raise Unverifiable("a complex exponent")
        return real

    def _sum(self, variable: str, body: Expression, first: int, last: int) -> Value:
        if not first <= last <= first + _MOST_TERMS:
            raise Unverifiable("a long sum")
        outer = self.values
        total = None
        for k in range(first, last + 1):
            self.values = {**outer, variable: scalar(k)}
            term = self.value(body)
            total = term if total is None else plus(*self._alike([total, term]))
        self.values = outer
        assert total is not None
        return total

    def _grid(self, rows: list[list[Value]]) -> Value:
        flat = [value for row in rows for value in row]
        error = max(value.error for value in flat)
        if any(value.domain or value.codomain for value in flat):
            return self._blocks(rows, error)
        entries = [[value.rows[0][0] for value in row] for row in rows]
        return Value(entries, f"#{len(rows)}", f"#{len(rows[0])}", error)

    def _blocks(self, rows: list[list[Value]], error: Fraction) -> Value:
        tall = [max(len(v.rows) for v in row) for row in rows]
        wide = [max(len(v.rows[0]) for v in column) for column in zip(*rows, strict=True)]
        lines = []
        for row, height in zip(rows, tall, strict=True):
            parts = [
                v if v.codomain else self._lifted(v, f"#{height}", f"#{width}")
                for v, width in zip(row, wide, strict=True)
            ]
            lines += [
                [x for line in piece for x in line]
                for piece in zip(*(p.rows for p in parts), strict=True)
            ]
        return Value(lines, f"#{sum(tall)}", f"#{sum(wide)}", error)

    def _product(self, values: list[Value]) -> Value:
        """Adjacent maps that meet are composed; what becomes a number is a factor of all."""
        factor = scalar(1)
        stack: list[Value] = []
        for value in values:
            if (
                stack
                and (value.codomain, value.domain) != ("", "")
                and stack[-1].domain == value.codomain
            ):
                value = times(stack.pop(), value)
            if (value.codomain, value.domain) == ("", ""):
                factor = times(factor, value)
            else:
                stack.append(value)
        if not stack:
            return factor
        (whole,) = stack if len(stack) == 1 else [None]
        if whole is None:
            raise Unverifiable("factors that do not meet")
        size = len(whole.rows)
        rows = [
            [factor.rows[0][0] if i == j else _NOUGHT for j in range(size)] for i in range(size)
        ]
        number = Value(rows, whole.codomain, whole.codomain, factor.error)
        return times(number, whole)

    def _power(self, base: Value, exponent: Fraction) -> Value:
        if base.codomain != base.domain:
            raise Unverifiable("a power of a map between two spaces")
        if exponent == Fraction(1, 2) and not base.domain:
            return scalar(root(base.number))
        if exponent.denominator != 1:
            raise Unverifiable("a fractional power")
        if exponent < 0:
            base = inverse(base)
        found = self._lifted(scalar(1), base.codomain, base.domain)
        for _ in range(abs(int(exponent))):
            found = times(found, base)
        return found

    def _function(self, function: str, values: list[Value]) -> Value:
        first = values[0]
        rows = first.rows
        explicit = all(space == "" or space[0] == "#" for space in (first.codomain, first.domain))
        mirrored = [[(a, -b) for a, b in row] for row in rows]
        match function:
            case "adjoint":
                return Value(turned(mirrored), first.domain, first.codomain, first.error)
            case "conjugate" if explicit:
                return Value(mirrored, first.codomain, first.domain, first.error)
            case "transpose" if explicit:
                return Value(turned(rows), first.domain, first.codomain, first.error)
            case "trace" if first.codomain == first.domain:
                a = sum((rows[k][k][0] for k in range(len(rows))), Fraction(0))
                b = sum((rows[k][k][1] for k in range(len(rows))), Fraction(0))
                return Value([[(a, b)]], "", "", first.error * len(rows))
            case "determinant" if first.codomain == first.domain and not first.error:
                return Value([[determinant(rows)]], "", "")
            case "exp" if first.codomain == first.domain:
                return exponential(first)
            case "cos" | "sin" | "cosh" | "sinh" if first.codomain == first.domain:
                turn = scalar(0, 1) if function in ("cos", "sin") else scalar(1)
                up = exponential(self._product([turn, first]))
                down = exponential(self._product([scalar(-1), turn, first]))
                if function in ("cos", "cosh"):
                    return self._product([scalar(Fraction(1, 2)), plus(up, down)])
                below = inverse(self._product([scalar(2), turn]))
                return self._product([below, plus(up, self._product([scalar(-1), down]))])
        return Value([[of_numbers(function, [value.number for value in values])]], "", "")


def derivative(expression: Expression, variable: str) -> Expression:
    """The derivative by the rules of school, where the exponent of exp is t times a constant."""
    if variable not in free_names(expression):
        return ZERO
    match expression:
        case Symbol():
            return Number(Fraction(1))
        case Call("add", terms):
            return add(*(derivative(term, variable) for term in terms))
        case Call("multiply", factors):
            return add(
                *(
                    multiply(*factors[:k], derivative(factor, variable), *factors[k + 1 :])
                    for k, factor in enumerate(factors)
                    if variable in free_names(factor)
                )
            )
        case Call("exp", (Call("multiply", factors),)) if factors.count(Symbol(variable)) == 1:
            others = [factor for factor in factors if factor != Symbol(variable)]
            if variable not in free_names(multiply(*others)):
                return multiply(*others, expression)
        case Call("exp", (Symbol(),)):
            return expression
        case Call("cos", (Symbol(),)):
            return multiply(MINUS_ONE, call("sin", *expression.arguments))
        case Call("sin", (Symbol(),)):
            return call("cos", *expression.arguments)
        case Call("power", (base, Number(value))) if value.denominator == 1 and value > 0:
            factors = (base,) * int(value)
            return derivative(multiply(*factors), variable)
    raise Unverifiable("a derivative")
