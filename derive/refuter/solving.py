"""Exact solutions of small systems of polynomial equations.

Two kinds are solved: those affine in all unknowns together, and those that become affine once one
unknown has a value, such as the eigenvalue in Hv = Ev.  A solution set is a list of pieces; a piece
says what each unknown is in terms of those that stay free.

Main results: `Piece`, `affine`, `pieces`, `roots`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from derive.refuter.polynomials import (
    IMAGINARY,
    NOUGHT,
    UNIT,
    Polynomial,
    Symbol,
    fresh,
    rational,
    root_of,
    variable,
)

Piece = Mapping[Symbol, Polynomial]


class Unsolved(Exception):
    """The equations are of no kind that is solved here."""


def affine(equations: Iterable[Polynomial]) -> Piece | None:
    """The common zeros of polynomials of degree 1 in all their symbols, or None without any.

    All real and complex values of the symbols that stay free give solutions, and all are given.

    Raises `Unsolved` if an equation is not affine.
    """
    equations = [equation for equation in equations if equation]
    if not all(map(is_affine, equations)):
        raise Unsolved
    unknown = frozenset(symbol for equation in equations for symbol in equation.symbols)
    if all(symbol.kind == "complex" for symbol in unknown):
        solved = _eliminated(equations)
        return None if solved is None else with_conjugates(solved)
    halves = _halves(unknown)
    real = [part for e in equations for part in e.substitute(halves).realized()]
    solution = _eliminated(real)
    if solution is None:
        return None
    put = {symbol: value.substitute(solution) for symbol, value in halves.items()}
    return {**solution, **put}


def _eliminated(equations: Sequence[Polynomial]) -> dict[Symbol, Polynomial] | None:
    """Gauss: what is solved for, in terms of the rest; None if the equations contradict."""
    solution: dict[Symbol, Polynomial] = {}
    for equation in equations:
        equation = equation.substitute(solution)
        if not equation:
            continue
        if equation.is_number:
            return None
        parts = equation.split()
        powers = max(powers for powers in parts if powers)
        ((symbol, _),) = powers
        rest = equation - parts[powers] * variable(symbol)
        value = rest * -parts[powers].inverse()
        solution = {s: v.substitute({symbol: value}) for s, v in solution.items()}
        solution[symbol] = value
    return solution


def _halves(symbols: Iterable[Symbol]) -> dict[Symbol, Polynomial]:
    """For each complex symbol and its conjugate, x + iy and x - iy in new real ones."""
    halves: dict[Symbol, Polynomial] = {}
    for symbol in sorted(symbols):
        if symbol.kind != "real" and symbol not in halves:
            x, y = variable(fresh("real")), IMAGINARY * variable(fresh("real"))
            holomorphic = symbol._replace(kind="complex")
            halves |= {holomorphic: x + y, holomorphic.conjugated: x - y}
    return halves


def with_conjugates(solution: Mapping[Symbol, Polynomial]) -> dict[Symbol, Polynomial]:
    """The solution, and the conjugate values for the conjugate symbols."""
    conjugates = {symbol.conjugated: value.conjugate() for symbol, value in solution.items()}
    return {**conjugates, **solution}


def pieces(equations: Iterable[Polynomial]) -> list[Piece]:
    """All common zeros, as pieces; every value of what stays free gives a solution.

    Raises `Unsolved` where the equations are of no kind that is solved here.
    """
    found: list[list[Piece]] = []
    for component in _components([equation for equation in equations if equation]):
        found.append(_pieces_of(component))
    return [
        {symbol: value for piece in chosen for symbol, value in piece.items()}
        for chosen in product(*found)
    ]


def _components(equations: Sequence[Polynomial]) -> list[list[Polynomial]]:
    """The equations in groups that have no unknown in common."""
    groups: list[tuple[set[int], list[Polynomial]]] = []
    for equation in equations:
        numbers = {symbol.number for symbol in equation.symbols}
        members = [equation]
        apart = []
        for known, others in groups:
            if known.isdisjoint(numbers):
                apart.append((known, others))
            else:
                numbers |= known
                members = others + members
        groups = [*apart, (numbers, members)]
    return [members for _, members in groups]


def _pieces_of(equations: list[Polynomial]) -> list[Piece]:
    try:
        solution = affine(equations)
        return [] if solution is None else [solution]
    except Unsolved:
        pass
    unknown = frozenset(symbol for equation in equations for symbol in equation.symbols)
    for symbol in sorted(unknown):
        others = unknown - {symbol}
        holomorphic = symbol.kind != "conjugate" and all(s.kind == "complex" for s in others)
        if holomorphic and all(_is_affine(equation, others) for equation in equations):
            return list(_pencil(equations, symbol))
    raise Unsolved


def is_affine(equation: Polynomial) -> bool:
    """Whether a polynomial is of degree 1 in all its symbols together."""
    return all(
        not monomial.powers or (len(monomial.powers) == 1 and monomial.powers[0][1] == 1)
        for monomial in equation.terms
    )


def _is_affine(equation: Polynomial, symbols: Collection[Symbol]) -> bool:
    parts = equation.split(symbols)
    return all(sum(power for _, power in powers) <= 1 for powers in parts) and all(
        power > 0 for powers in parts for _, power in powers
    )


def _pencil(equations: list[Polynomial], symbol: Symbol) -> Iterator[Piece]:
    """The zeros of equations that are affine once the symbol has a value."""
    solution, divisors = _fraction_free(equations, symbol)
    special: list[Polynomial] = []
    for divisor in divisors:
        special += [root for root in roots(divisor, symbol) if root not in special]
    for root in special:
        if symbol.kind == "real" and root.sign is None:
            continue
        value = {symbol: root, symbol.conjugated: root.conjugate()}
        found = affine([equation.substitute(value) for equation in equations])
        if found is not None:
            yield {**found, **value}
    if solution is not None:
        yield with_conjugates(solution)


def _fraction_free(
    equations: list[Polynomial], symbol: Symbol
) -> tuple[dict[Symbol, Polynomial] | None, list[Polynomial]]:
    """The solution for all but special values of a symbol, and what vanishes at those."""
    divisors: list[Polynomial] = []
    rows: list[tuple[Symbol, Polynomial, Polynomial]] = []
    waiting = list(equations)
    while waiting:
        waiting = [equation for equation in waiting if equation]
        if not waiting:
            break
        choices = [
            (_degree(c, symbol), place, powers[0][0], c)
            for place, equation in enumerate(waiting)
            for powers, c in equation.split(_others(equation, symbol)).items()
            if powers
        ]
        if not choices:
            return None, [*divisors, *waiting]
        _, place, pivot, coefficient = min(choices, key=lambda choice: choice[:3])
        divisors.append(coefficient)
        row = waiting.pop(place)
        waiting = [
            coefficient * e - _coefficient(e, pivot, symbol) * row if pivot in e.symbols else e
            for e in waiting
        ]
        rows.append((pivot, coefficient, row - coefficient * variable(pivot)))
    return _substituted_back(rows, symbol), divisors


def _substituted_back(
    rows: list[tuple[Symbol, Polynomial, Polynomial]], symbol: Symbol
) -> dict[Symbol, Polynomial] | None:
    """What the pivots are, if it is a polynomial in the rest; what is zero always is."""
    solution: dict[Symbol, Polynomial] = {}
    for pivot, coefficient, rest in reversed(rows):
        rest = rest.substitute(solution)
        if not rest:
            solution[pivot] = NOUGHT
        elif coefficient.is_number:
            solution[pivot] = rest * -coefficient.inverse()
        else:
            raise Unsolved
    return solution


def _others(equation: Polynomial, symbol: Symbol) -> frozenset[Symbol]:
    return equation.symbols - {symbol}


def _coefficient(equation: Polynomial, pivot: Symbol, symbol: Symbol) -> Polynomial:
    parts = equation.split(_others(equation, symbol))
    return parts.get(((pivot, 1),), NOUGHT)


def _degree(polynomial: Polynomial, symbol: Symbol) -> int:
    powers = polynomial.split([symbol])
    return max((power for part in powers for _, power in part), default=0)


def roots(polynomial: Polynomial, symbol: Symbol) -> list[Polynomial]:
    """All roots of a polynomial in one symbol, which is not zero.

    Raises `Unsolved` if not all of them are found.
    """
    parts = {sum(p for _, p in powers): c for powers, c in polynomial.split([symbol]).items()}
    if not parts or not all(c.is_number for c in parts.values()):
        raise Unsolved
    low = min(parts)
    found = [NOUGHT] if low > 0 else []
    coefficients = [parts.get(power, NOUGHT) for power in range(low, max(parts) + 1)]
    while len(coefficients) > 3:
        root = next((r for r in _candidates() if not _value(coefficients, r)), None)
        if root is None:
            raise Unsolved
        coefficients = _divided(coefficients, root)
        found.append(root)
    found += _quadratic(coefficients)
    return list(dict.fromkeys(found))


def _quadratic(coefficients: list[Polynomial]) -> list[Polynomial]:
    if len(coefficients) == 1:
        return []
    if len(coefficients) == 2:
        return [-coefficients[0] * coefficients[1].inverse()]
    c, b, a = coefficients
    root = root_of(b * b - rational(4) * a * c)
    if root is None:
        raise Unsolved
    half = (rational(2) * a).inverse()
    return [(root - b) * half, (-root - b) * half]


def _candidates() -> Iterator[Polynomial]:
    for size in range(13):
        for below in (1, 2, 3, 4, 5):
            part = Fraction(size, below)
            yield from (rational(part), rational(-part), rational(0, part), rational(0, -part))


def _value(coefficients: list[Polynomial], at: Polynomial) -> Polynomial:
    total = NOUGHT
    for coefficient in reversed(coefficients):
        total = total * at + coefficient
    return total


def _divided(coefficients: list[Polynomial], root: Polynomial) -> list[Polynomial]:
    """The coefficients after division by (symbol - root), which divides."""
    quotient = [UNIT * coefficients[-1]]
    for coefficient in reversed(coefficients[1:-1]):
        quotient.append(coefficient + root * quotient[-1])
    return list(reversed(quotient))
