"""Points that satisfy hypotheses exactly: some names are chosen, equations are solved for others.

An equation is solved where it is a polynomial in one unknown name, of degree 1 or 2 or with such
factors, and where one unknown can be eliminated from it.  What a solution is worth is seen only
when it has been put into all hypotheses.

Main results: `Search`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from itertools import combinations as subsets
from math import inf
from time import monotonic
from typing import Any

from flint import fmpq, fmpq_poly

from derive.deciding.claims.expressions import (
    Expression,
    Relation,
    Symbol,
    divide,
    free_names,
    negative,
    substituted,
    subtract,
)
from derive.deciding.refuting.balls import Evaluation
from derive.deciding.refuting.certainty import standing
from derive.deciding.refuting.exact import Exact, rational, root
from derive.deciding.refuting.fractions import coefficients_in, fraction
from derive.deciding.refuting.points import Candidate, combinations, expression_of
from derive.deciding.refuting.quantities import NotKnown, UndefinedHere
from derive.deciding.refuting.words import allowed

_MOST_COST = 60
_MOST_PLANS = 32
_PRECISION = 64
_ARBITRARY = 4

Values = Mapping[str, Expression]


@dataclass
class Search:
    """The search for points.

    Args:
        pools: the candidates for each name.
        words: what each name was declared to be.
        given: the hypotheses.
        deadline: when to stop (`time.monotonic`).
    """

    pools: Mapping[str, Sequence[Candidate]]
    words: Mapping[str, frozenset[str]]
    given: Sequence[Relation]
    deadline: float = inf
    _known: dict[tuple[int, str], list[Expression] | None] = field(default_factory=dict)

    def points(self) -> Iterator[Values]:
        """The points found, those of simple values first."""
        equations = [relation for relation in self.given if relation.kind == "="]
        seen: set[tuple[Expression, ...]] = set()
        plans = list(self._plans(equations))
        for cost in range(_MOST_COST):
            for free, unknown in plans:
                pools = [self.pools[name] for name in free]
                for combination in combinations(pools, cost):
                    if monotonic() > self.deadline:
                        return
                    chosen = {n: c.value for n, c in zip(free, combination, strict=True)}
                    for values in self._solved(chosen, unknown, equations):
                        key = tuple(values[name] for name in self.pools)
                        if key not in seen:
                            seen.add(key)
                            if self._satisfied(values):
                                yield values

    def _plans(
        self, equations: Sequence[Relation]
    ) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """Which names are chosen, and for which equations are solved: as many as there are."""
        occurring = [
            name for name in self.pools if any(name in _names(equation) for equation in equations)
        ]
        most = min(len(equations), len(occurring))
        sizes = range(most, 0, -1)
        chosen = chain.from_iterable(subsets(occurring[::-1], size) for size in sizes)
        for unknown in chain(islice(chosen, _MOST_PLANS), [()]):
            yield tuple(name for name in self.pools if name not in unknown), frozenset(unknown)

    def _satisfied(self, values: Values) -> bool:
        return all(self._holds(relation, values) for relation in self.given)

    def _holds(self, relation: Relation, values: Values) -> bool:
        found = standing(relation, values, _PRECISION, self.deadline)
        if found.holds is None and found.left is not None and relation.kind == "=":
            left, right = (substituted(side, values) for side in relation.sides)
            return left == right
        return found.holds is True

    def _solved(
        self, values: Values, unknown: frozenset[str], equations: Sequence[Relation]
    ) -> Iterator[Values]:
        """The values with those of the unknown names that the equations give."""
        if not unknown:
            yield values
            return
        for place, equation in enumerate(equations):
            names = _names(equation) & unknown
            if len(names) == 1:
                (name,) = names
                roots = self._roots(equation, name, values)
                if roots is not None:
                    others = [*equations[:place], *equations[place + 1 :]]
                    for value in roots:
                        if self._fits(name, value):
                            more = {**values, name: value}
                            yield from self._solved(more, unknown - {name}, others)
                    return
        yield from self._eliminated(values, unknown, equations)

    def _eliminated(
        self, values: Values, unknown: frozenset[str], equations: Sequence[Relation]
    ) -> Iterator[Values]:
        """Replaces an unknown that occurs linearly, with a known factor, by what it equals."""
        for place, equation in enumerate(equations):
            for name in sorted(_names(equation) & unknown):
                parts = self._coefficients(equation, name)
                if parts is None or len(parts) != 2 or free_names(parts[1]) & unknown:
                    continue
                factor = _exact(parts[1], values)
                if not factor:
                    continue
                value = negative(divide(parts[0], parts[1]))
                others = [
                    Relation(r.kind, *(substituted(side, {name: value}) for side in r.sides))
                    for r in (*equations[:place], *equations[place + 1 :])
                ]
                for solution in self._solved(values, unknown - {name}, others):
                    exact = _exact(value, solution)
                    if exact is not None:
                        found = expression_of(exact)
                        if self._fits(name, found):
                            yield {**solution, name: found}
                return

    def _fits(self, name: str, value: Expression) -> bool:
        try:
            return allowed(self.words[name], Evaluation().quantity(value))
        except (NotKnown, UndefinedHere):
            return False

    def _coefficients(self, equation: Relation, name: str) -> list[Expression] | None:
        key = (id(equation), name)
        if key not in self._known or len(self._known) > 200:
            above, _ = fraction(subtract(equation.left, equation.right))
            return self._known.setdefault(key, coefficients_in(above, name))
        return self._known[key]

    def _roots(self, equation: Relation, name: str, values: Values) -> list[Expression] | None:
        """The values of a name that solve an equation; None where it cannot be solved."""
        for one, other in (equation.sides, equation.sides[::-1]):
            if one == Symbol(name) and name not in free_names(other):
                exact = _exact(other, values)
                return [substituted(other, values) if exact is None else expression_of(exact)]
        parts = self._coefficients(equation, name)
        if parts is None:
            return None
        numbers = [_exact(part, values) for part in parts]
        known = [number for number in numbers if number is not None]
        if len(known) != len(numbers):
            return None
        while known and not known[-1]:
            known.pop()
        if not known:
            return [candidate.value for candidate in self.pools[name][:_ARBITRARY]]
        return [expression_of(number) for number in roots(known)]


def _names(equation: Relation) -> frozenset[str]:
    return free_names(equation.left) | free_names(equation.right)


def _exact(expression: Expression, values: Values) -> Exact | None:
    try:
        evaluation = Evaluation()
        at = evaluation.at({name: evaluation.quantity(value) for name, value in values.items()})
        return at.quantity(expression).exact
    except (NotKnown, UndefinedHere):
        return None


def roots(coefficients: Sequence[Exact]) -> list[Exact]:
    """The roots that are found of a polynomial, from its coefficients, the constant one first."""
    if len(coefficients) <= 3:
        return _roots_by_formula(coefficients)
    fractions = [number.fraction for number in coefficients]
    if any(value is None for value in fractions):
        return []
    found: list[Exact] = []
    for factor, _ in _factors(fractions):
        if 1 <= factor.degree() <= 2:
            found += _roots_by_formula([rational(value) for value in factor.coeffs()])
    return found


def _factors(fractions: Sequence[Any]) -> list[tuple[Any, int]]:
    _, factors = fmpq_poly(list(fractions)).factor()
    return list(factors)


def _roots_by_formula(coefficients: Sequence[Exact]) -> list[Exact]:
    if len(coefficients) < 2:
        return []
    c, b, *leading = coefficients
    inverted = coefficients[-1].inverse()
    if inverted is None:
        return []
    if not leading:
        found = [(-c).times(inverted)]
    else:
        square, product = b.times(b), leading[0].times(c)
        difference = None if square is None or product is None else _less(square, product, 4)
        radical = None if difference is None else root(difference)
        if radical is None:
            return []
        half = inverted.times(rational(fmpq(1, 2)))
        tops = [(-b).plus(sign) for sign in (radical, -radical)]
        found = [None if top is None or half is None else top.times(half) for top in tops]
    return list(dict.fromkeys(number for number in found if number is not None))


def _less(left: Exact, right: Exact, times: int) -> Exact | None:
    scaled = right.times(rational(-times))
    return None if scaled is None else left.plus(scaled)
