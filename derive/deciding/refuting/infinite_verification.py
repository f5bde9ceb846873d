"""A second evaluation of models of infinite dimension: what operators make of the basis.

Two polynomials of degree d in ladder operators are equal if they agree on the basis vectors whose
numbers are at most d: for an oscillator, what becomes of the n-th vector is a polynomial in n of
degree at most d, and for a shift it does not depend on n once n is at least d.

Main results: `verified_on_states`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Literal

from derive.deciding.claims.expressions import (
    Call,
    Constant,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    call,
    multiply,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.refuting.ladders import OSCILLATOR, Element, Ladder
from derive.deciding.refuting.rational_matrices import Unverifiable
from derive.deciding.refuting.state_vectors import (
    NOUGHT,
    Complex,
    State,
    Vector,
    backwards,
    inner,
    moved,
    number_has,
    plus,
    pushed,
    raised,
    scaled,
)

_Kind = Literal["number", "operator", "ket", "bra"]

_MOST_STATES = 2000
_STATES = 3
_LARGEST_POWER = 16
_ONE: Complex = (Fraction(1), Fraction(0))
_TURNED: Mapping[_Kind, _Kind] = {
    "number": "number",
    "operator": "operator",
    "ket": "bra",
    "bra": "ket",
}


def verified_on_states(
    problem: Problem,
    ladder: Ladder,
    modes: int,
    values: Mapping[str, Complex | Element | Mapping[State, Complex]],
    place: int,
) -> bool:
    """Whether all assumptions and hypotheses hold and the claim at `place` fails."""
    try:
        reader = _Action(problem, ladder, modes, values)
        return (
            all(reader.has_its_words(name) for name in values)
            and all(reader.truth(relation) for relation in problem.given)
            and (place < 0 or not reader.truth(problem.claims[place]))
        )
    except Unverifiable:
        return False


class _Action:
    def __init__(
        self,
        problem: Problem,
        ladder: Ladder,
        modes: int,
        values: Mapping[str, Complex | Element | Mapping[State, Complex]],
    ) -> None:
        self.names, self.modes = problem.names, modes
        self.oscillator = ladder is OSCILLATOR
        self.numbers: dict[str, Complex] = {}
        self.words: dict[str, Mapping[tuple[tuple[int, int], ...], Complex]] = {}
        self.vectors: dict[str, Vector] = {}
        for name, value in values.items():
            if isinstance(value, tuple):
                self.numbers[name] = value
            elif isinstance(value, Element):
                self.words[name] = value.terms
            else:
                self.vectors[name] = value

    def has_its_words(self, name: str) -> bool:
        """Whether a value is what was declared, and its adjoint is the adjoint."""
        declared, symbol = self.names[name], Symbol(name)
        if declared.kind == "scalar":
            return number_has(self.numbers[name], declared.words)
        if declared.kind != "operator":
            return not declared.words
        adjoint = call("adjoint", symbol)
        facts = {
            "hermitian": lambda: self.truth(Relation("=", adjoint, symbol)),
            "antihermitian": lambda: self.truth(
                Relation("=", add(adjoint, symbol), Number(Fraction(0)))
            ),
            "unitary": lambda: self._degree(symbol) == 0 and self._is_one(adjoint, symbol),
            "invertible": lambda: self._degree(symbol) == 0 and bool(self.words[name]),
        }
        return self._adjoint_is_right(name) and all(
            word in facts and facts[word]() for word in declared.words
        )

    def _is_one(self, *factors: Expression) -> bool:
        return self.truth(Relation("=", multiply(*factors), Number(Fraction(1))))

    def _adjoint_is_right(self, name: str) -> bool:
        """Whether <m|A n> is <A† m|n> on the first basis vectors."""
        symbol = Symbol(name)
        basis = self._basis(self._degree(symbol))
        up = {n: self._act(symbol, {n: _ONE}) for n in basis}
        down = {n: self._act(call("adjoint", symbol), {n: _ONE}) for n in basis}
        return all(
            inner({m: _ONE}, up[n], oscillator=self.oscillator)
            == inner(down[m], {n: _ONE}, oscillator=self.oscillator)
            for m in basis
            for n in basis
        )

    def _basis(self, most: int) -> list[State]:
        if (most + 1) ** self.modes > _MOST_STATES:
            raise Unverifiable("too many states")
        return list(product(range(most + 1), repeat=self.modes))

    def truth(self, relation: Relation) -> bool:
        """Whether a relation holds."""
        kinds = {self._kind(side) for side in relation.sides} - {"number"}
        if not kinds:
            return self._of_numbers(relation)
        if len(kinds) > 1 or relation.kind in (">", ">="):
            raise Unverifiable("types differ")
        (kind,) = kinds
        endless = any(map(self._is_endless, relation.sides))
        degree = _STATES if endless else max(map(self._degree, relation.sides))
        tests: list[Vector | Complex] = [_ONE]
        if kind != "ket":
            highest = max((max(s) for v in self.vectors.values() for s in v), default=0)
            tests = [{n: _ONE} for n in self._basis(degree + highest)]
        agree = all(
            self._side(relation.left, kind, test) == self._side(relation.right, kind, test)
            for test in tests
        )
        if agree and endless:
            raise Unverifiable("an exponential on all states")
        return agree == (relation.kind == "=")

    def _is_endless(self, side: Expression) -> bool:
        """Whether an exponential of an operator occurs."""
        return any(
            isinstance(part, Call) and part.function == "exp" and self._kind(part) != "number"
            for part in side.walk()
        )

    def _side(self, side: Expression, kind: _Kind, vector: Vector | Complex) -> Vector | Complex:
        """What a side makes of a vector; a number is that multiple of the identity, or 0."""
        if self._kind(side) != "number" or kind == "operator":
            return self._act(side, vector)
        if self._number(side) != NOUGHT:
            raise Unverifiable("no multiple of the identity")
        return {} if kind == "ket" else NOUGHT

    def _of_numbers(self, relation: Relation) -> bool:
        left, right = map(self._number, relation.sides)
        if relation.kind in ("=", "!="):
            return (left == right) == (relation.kind == "=")
        if left[1] or right[1]:
            raise Unverifiable("an order of what is not real")
        return left[0] > right[0] if relation.kind == ">" else left[0] >= right[0]

    def _kind(self, expression: Expression) -> _Kind:
        match expression:
            case Symbol(name):
                kind = self.names[name].kind
                if kind in ("operator", "ket", "bra"):
                    return kind
            case Call("adjoint", (body,)):
                return _TURNED[self._kind(body)]
            case Call("power" | "exp", (base, *_)):
                return self._kind(base)
            case Call("add", terms):
                kinds = [k for k in map(self._kind, terms) if k != "number"]
                return kinds[0] if kinds else "number"
            case Call("multiply", factors):
                kinds = [k for k in map(self._kind, self._grouped(factors)) if k != "number"]
                if not kinds:
                    return "number"
                first, last = kinds[0], kinds[-1]
                if first == "bra":
                    return "bra" if last != "ket" else "number"
                return "ket" if last == "ket" else "operator"
        return "number"

    def _grouped(self, factors: Sequence[Expression]) -> list[Expression]:
        """The factors, those from a bra to the next ket as one number."""
        found: list[Expression] = []
        start: int | None = None
        for factor in factors:
            kind = self._kind(factor)
            found.append(factor)
            if kind == "bra":
                start = len(found) - 1
            elif (
                kind == "ket"
                and start is not None
                and not (start == 0 and len(found) == len(factors))
            ):
                found[start:] = [Call("multiply", tuple(found[start:]))]
                start = None
        return found

    def _degree(self, expression: Expression) -> int:
        """A bound for the number of ladder operators in a word."""
        match expression:
            case Symbol(name) if name in self.words:
                return max((sum(i + j for i, j in word) for word in self.words[name]), default=0)
            case Call("power", (base, exponent)):
                return self._degree(base) * abs(self._integer(exponent))
            case Call("multiply", factors):
                return sum(map(self._degree, factors))
            case Call(_, arguments):
                return max(map(self._degree, arguments), default=0)
        return 0

    def _integer(self, expression: Expression) -> int:
        real, imaginary = self._number(expression)
        if imaginary or real.denominator != 1 or abs(real) > _LARGEST_POWER:
            raise Unverifiable("no small integer")
        return int(real)

    def _act(self, expression: Expression, vector: Vector | Complex) -> Vector | Complex:
        """What the map that the expression is makes of a vector or a number."""
        kind = self._kind(expression)
        if kind == "number":
            return scaled(self._number(expression), vector)
        match expression:
            case Symbol(name):
                return self._basic(name, kind, vector)
            case Call("adjoint", (Symbol(name),)):
                if kind == "operator":
                    return moved(backwards(self.words[name]), vector, oscillator=self.oscillator)
                return self._basic(name, kind, vector)
            case Call("adjoint", (body,)):
                return self._act(pushed(body), vector)
            case Call("add", terms):
                total = self._act(terms[0], vector)
                for term in terms[1:]:
                    total = plus(total, self._act(term, vector))
                return total
            case Call("multiply", factors):
                for factor in reversed(self._grouped(factors)):
                    vector = self._act(factor, vector)
                return vector
            case Call("power", (base, exponent)):
                times = self._integer(exponent)
                if times < 0:
                    raise Unverifiable("an inverse")
                for _ in range(times):
                    vector = self._act(base, vector)
                return vector
            case Call("exp", (body,)):
                return self._exponential(body, vector)
        raise Unverifiable(str(expression))

    def _exponential(self, body: Expression, vector: Vector | Complex) -> Vector | Complex:
        """The exponential of what lowers every state, which is a finite sum on each vector."""
        for state in self._basis(self._degree(body)):
            image = self._act(body, {state: _ONE})
            if isinstance(image, tuple) or any(sum(s) >= sum(state) for s in image):
                raise Unverifiable("the exponential of what does not lower")
        total = term = vector
        times = 0
        while term:
            times += 1
            term = scaled((Fraction(1, times), Fraction(0)), self._act(body, term))
            total = plus(total, term)
        return total

    def _basic(self, name: str, kind: _Kind, vector: Vector | Complex) -> Vector | Complex:
        if kind == "operator":
            return moved(self.words[name], vector, oscillator=self.oscillator)
        if kind == "ket":
            if not isinstance(vector, tuple):
                raise Unverifiable("a ket of a vector")
            return scaled(vector, self.vectors[name])
        if isinstance(vector, tuple):
            raise Unverifiable("a bra of a number")
        return inner(self.vectors[name], vector, oscillator=self.oscillator)

    def _number(self, expression: Expression) -> Complex:
        """The value of a scalar."""
        match expression:
            case Number(value):
                return value, Fraction(0)
            case Constant("i"):
                return Fraction(0), Fraction(1)
            case Symbol(name) if name in self.numbers:
                return self.numbers[name]
            case Call("conjugate" | "adjoint", (body,)):
                real, imaginary = self._number(body)
                return real, -imaginary
            case Call("add", terms):
                values = [self._number(term) for term in terms]
                return sum((a for a, _ in values), Fraction(0)), sum(
                    (b for _, b in values), Fraction(0)
                )
            case Call("multiply", factors):
                return self._product(factors)
            case Call("power", (base, exponent)):
                return raised(self._number(base), self._integer(exponent))
            case Call("trace", (body,)):
                return self._trace(body)
        raise Unverifiable(str(expression))

    def _product(self, factors: Sequence[Expression]) -> Complex:
        parts = self._grouped(factors)
        value: Vector | Complex = _ONE
        for factor in reversed(parts):
            if self._kind(factor) == "number" and len(parts) > 1:
                value = scaled(self._number(factor), value)
            else:
                value = self._act(factor, value)
        if not isinstance(value, tuple):
            raise Unverifiable("no number")
        return value

    def _trace(self, body: Expression) -> Complex:
        """The trace of an operator that is 0 on all basis vectors from some number on."""
        degree = self._degree(body)
        total = NOUGHT
        for state in self._basis(degree):
            image = self._act(body, {state: _ONE})
            assert not isinstance(image, tuple)
            if image and (self.oscillator or max(state) == degree):
                raise Unverifiable("not of finite rank")
            a, b = image.get(state, NOUGHT)
            total = (total[0] + a, total[1] + b)
        return total
