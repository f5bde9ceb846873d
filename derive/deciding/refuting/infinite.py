"""Models of infinite dimension: the states of oscillators, and the shift of sequences.

Main results: `InfiniteSearch`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from derive.deciding.claims.expressions import Symbol
from derive.deciding.claims.problem import Problem
from derive.deciding.counterexample import Counterexample
from derive.deciding.refuting.exact_matrices import (
    Model,
    Undefined,
)
from derive.deciding.refuting.gaussian import Number, scalar
from derive.deciding.refuting.infinite_verification import verified_on_states
from derive.deciding.refuting.ladder_reports import ladder_values, map_text, state_text
from derive.deciding.refuting.ladder_truncations import separated
from derive.deciding.refuting.ladder_values import Evaluation, Map, Unknown, Vector
from derive.deciding.refuting.ladders import (
    OSCILLATOR,
    SHIFT,
    Element,
    Ladder,
    letter,
    one,
)
from derive.deciding.refuting.matrix_pools import has_words, numbers
from derive.deciding.refuting.typed_terms import (
    NUMBERS,
    SCALAR,
    Type,
    Typed,
    TypedRelation,
    Untypable,
    names_of,
)

_STAGES = ((SHIFT, 1), (OSCILLATOR, 1), (OSCILLATOR, 2), (OSCILLATOR, 3))
_MOST_NUMBERS = 4
_KET = Type("V", NUMBERS)


class InfiniteSearch:
    """Values for one name after another, from a pool of ladder operators.

    Args:
        problem, types: the problem and the types of its names.
        given, claims: its relations.
    """

    def __init__(
        self,
        problem: Problem,
        types: Mapping[str, Type],
        given: list[TypedRelation],
        claims: list[TypedRelation],
    ) -> None:
        self.problem, self.types, self.given, self.claims = problem, types, given, claims
        if any(space.startswith("#") for type_ in types.values() for space in type_):
            raise Untypable("matrices are of finite size")
        self.needed = [
            (relation, names_of(relation.left) | names_of(relation.right)) for relation in given
        ]
        self.steps = 0

    def found(self, steps: int, end: float, *, any_model: bool) -> Counterexample | None:
        """A counterexample, or a model whatever becomes of the claims."""
        if all(type_ == SCALAR for type_ in self.types.values()):
            return None
        for ladder, modes in _STAGES:
            self.steps, self.end = steps, end
            state = Evaluation(ladder, modes, {}, Model({}))
            result = self._extended(state, self._ordered(), any_model)
            if result is not None or time.monotonic() > end:
                return result
        return None

    def _ordered(self) -> list[str]:
        """Constants, operators, kets, other numbers; what a hypothesis defines comes last."""
        equations = [relation for relation in self.given if relation.kind == "="]
        defined = {n for n in self.types if any(_definition(n, r) for r in equations)}

        order: list[str] = []
        constrained = frozenset[str]().union(*(names for _, names in self.needed))

        def rank(name: str) -> tuple[bool, bool, bool, bool, int]:
            type_ = self.types[name]
            is_parameter = name in constrained and "real" in self.problem.names[name].words
            open_now = [
                (len(names - known), k) for k, (_, names) in enumerate(self.needed) if name in names
            ]
            soon = min(open_now, default=(0, len(self.needed)))
            return (
                name in defined,
                not is_parameter,
                type_ == SCALAR,
                NUMBERS in type_,
                soon[0] * len(self.needed) + soon[1],
            )

        known: set[str] = set()
        while len(known) < len(self.types):
            known.add(min((name for name in self.types if name not in known), key=rank))
            order = [*order, *(known - set(order))]
        return order

    def _extended(
        self, state: Evaluation, waiting: list[str], any_model: bool
    ) -> Counterexample | None:
        if not waiting:
            return self._accepted(state, any_model)
        name, *others = waiting
        known = state.values.keys() | {name}
        for value in self._candidates(state, name, known):
            self.steps -= 1
            if self.steps < 0 or time.monotonic() > self.end:
                return None
            inner = Model({}, dict(state.numbers.values))
            if isinstance(value, tuple):
                inner.values[name] = scalar(*value)
            more = Evaluation(state.ladder, state.modes, {**state.values, name: value}, inner)
            ready = [r for r, names in self.needed if name in names and names <= known]
            if all(_holds(more, relation) for relation in ready):
                result = self._extended(more, others, any_model)
                if result is not None:
                    return result
        return None

    def _candidates(self, state: Evaluation, name: str, known: set[str]) -> Iterator[Map]:
        type_, words = self.types[name], self.problem.names[name].words
        for relation, names in self.needed:
            if relation.kind != "=" or name not in names or not names <= known:
                continue
            other = _definition(name, relation)
            if other is None:
                continue
            try:
                value = state.value(other)
            except (Unknown, Undefined):
                return
            if _has_words(value, words):
                yield value
            return
        if type_ == SCALAR:
            yield from (value.number for value in numbers(words)[:_MOST_NUMBERS])
        elif NUMBERS in type_:
            yield from _vectors(state.modes)
        else:
            yield from _pool(state.ladder, state.modes, words)

    def _accepted(self, state: Evaluation, any_model: bool) -> Counterexample | None:
        for place in [-1] if any_model else range(len(self.claims)):
            sides = ("", "") if any_model else self._failing_sides(state, place)
            if sides is None or not verified_on_states(
                self.problem, state.ladder, state.modes, state.values, place
            ):
                continue
            values = ladder_values(state.values, self.types, state.ladder)
            return Counterexample(values, *sides, max(place, 0), state.ladder.remark)
        return None

    def _failing_sides(self, state: Evaluation, place: int) -> tuple[str, str] | None:
        """Both sides where the claim fails, by normal forms or else on the lowest states."""
        claim = self.claims[place]
        compared = _compared(state, claim)
        if compared is None:
            separation = separated(self.problem.claims[place], state)
            if separation is None:
                return None
            n, *images = separation
            left, right = (map_text(image, _KET, state.ladder) for image in images)
            return f"{left} at {state_text((n,))}", right
        if compared:
            return None
        left, right = (
            map_text(state.value(side), side.type, state.ladder)
            for side in (claim.left, claim.right)
        )
        return left, right


def _both_ways(relation: TypedRelation) -> tuple[tuple[Typed, Typed], tuple[Typed, Typed]]:
    return (relation.left, relation.right), (relation.right, relation.left)


def _definition(name: str, relation: TypedRelation) -> Typed | None:
    """What a name is equal to, where the relation is an equation for it."""
    for side, other in _both_ways(relation):
        if side.kind == "symbol" and side.source == Symbol(name) and name not in names_of(other):
            return other
    return None


def _compared(state: Evaluation, relation: TypedRelation) -> bool | None:
    """Whether a relation holds; None where that is not known, or a side has no value."""
    try:
        left, right = state.value(relation.left), state.value(relation.right)
    except (Unknown, Undefined):
        return None
    if relation.kind in ("=", "!="):
        return (left == right) == (relation.kind == "=")
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    if left[1] or right[1]:
        return None
    return left[0] > right[0] if relation.kind == ">" else left[0] >= right[0]


def _holds(state: Evaluation, relation: TypedRelation) -> bool:
    return _compared(state, relation) is True


def _has_words(value: Map, words: frozenset[str]) -> bool:
    """Whether a value has the declared properties, as far as they are known in these models."""
    if isinstance(value, tuple):
        return has_words(scalar(*value), words, is_number=True)
    if isinstance(value, dict):
        return not words
    checks: dict[str, Callable[[Element], bool]] = {
        "hermitian": lambda x: x == x.adjoint(),
        "antihermitian": lambda x: x.scaled((Fraction(-1), Fraction(0))) == x.adjoint(),
        "unitary": lambda x: _is_number(x) and x * x.adjoint() == one(x.ladder, x.modes),
        "invertible": lambda x: _is_number(x) and bool(x.terms),
    }
    return all(word in checks and checks[word](value) for word in words)


def _is_number(value: Element) -> bool:
    return value.degree == 0


def _vectors(modes: int) -> Iterator[Vector]:
    """The lowest states and their sum."""
    states = [(n, *[0] * (modes - 1)) for n in range(3)]
    unit: Number = (Fraction(1), Fraction(0))
    yield from ({state: unit} for state in states)
    yield {states[0]: unit, states[1]: unit}


@lru_cache(maxsize=64)
def _pool(ladder: Ladder, modes: int, words: frozenset[str]) -> tuple[Element, ...]:
    """Operators with declared properties."""
    return tuple(each for each in _operators(ladder, modes) if _has_words(each, words))


def _operators(ladder: Ladder, modes: int) -> Iterator[Element]:
    """Ladder operators and what is made of two of them, simple ones first."""
    half, turn = Fraction(1, 2), (Fraction(0), Fraction(1))
    lower = [letter(ladder, modes, mode, raising=False) for mode in range(modes)]
    upper = [letter(ladder, modes, mode, raising=True) for mode in range(modes)]
    minus = (Fraction(-1), Fraction(0))
    yield from lower
    yield from upper
    for a, b in zip(lower, upper, strict=True):
        yield a + b
        yield (b + a.scaled(minus)).scaled((Fraction(0), half))
    if modes > 1:
        return
    (a,), (b,) = lower, upper
    identity = one(ladder, modes)
    yield b * a
    yield identity + (b * a).scaled(minus)
    yield identity
    yield Element(ladder, modes, {})
    yield (b + a.scaled(minus)).scaled(turn)
    yield (a + b.scaled(minus)).scaled((half, Fraction(0)))
    yield (a + b).scaled((half, Fraction(0)))
    yield a.scaled((Fraction(1), Fraction(1)))
    yield from (
        x.scaled(c) for c in (turn, minus, (Fraction(2), Fraction(0))) for x in (identity, a, b)
    )
    yield from (a * a, b * b, identity + b, identity + a)
