"""Plans: hypotheses solved once, in triangular order, and then only evaluated.

A plan says for one unknown number after the other either that it is free, or which equation, linear
in it, gives it from those before.  It is compiled to a Python function of the choices, over exact
rational and Gaussian numbers.  Where hypotheses are not of this kind there is no plan, and each
model is solved for by itself (`derive.refuter.attempts`).

Nothing rests on a plan: some of its models, and every counterexample, are verified anew.

Main results: `Plan`, `Plans`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from derive.kernel.atoms import NATURAL, Atom, C
from derive.kernel.formulas import Equation, Formula, NonNegative
from derive.refuter.beginnings import AttemptFailed, Problem, Size, Start, begun, without_affine
from derive.refuter.choices import Choices
from derive.refuter.clauses import holds, sufficient
from derive.refuter.gaussian import NOUGHT, conjugate, exact, is_real, polynomial_of
from derive.refuter.model import Model, Unknown, number_of
from derive.refuter.polynomials import Polynomial, Rational, Symbol, rational, variable
from derive.refuter.pools import pool_of
from derive.refuter.samples import chosen_size
from derive.refuter.verification import faults, has_properties

_ORDERS = 8
_CHANGES = 300
_TRIALS = 40
_LEAST_RATE = 0.1
_GOOD_RATE = 0.9
_MOST_TERMS = 500
_MOST_SYMBOLS = 30
_LONG = 50
_SPREAD = 2.0
_REUSE = 6
_VERIFIED = 10

Values = Sequence[Any]
"""Numbers, in the order of the symbols of a plan."""


class _NoPlan(Exception):
    """The hypotheses are of no kind that is solved in triangular order."""


@dataclass(frozen=True)
class Plan:
    """A compiled solution.

    `run` gives the values of the symbols for some choices, or None where the equations have no
    solution; `tests` say of values whether a formula holds, None where only a model tells.
    """

    model: Model
    symbols: tuple[Symbol, ...]
    formulas: Sequence[Formula]
    run: Callable[[Choices], Values | None]
    tests: tuple[Callable[[Values], bool] | None, ...]

    def holds(self, number: int, values: Values) -> bool | None:
        """Whether one of the formulas holds; None if that is not decided."""
        test = self.tests[number]
        if test is None:
            return holds(self.formulas[number], self.model_of(values))
        return test(values)

    def model_of(self, values: Values) -> Model:
        """The model with these values."""
        put = {s: polynomial_of(v) for s, v in zip(self.symbols, values, strict=True)}
        put |= {s.conjugated: value.conjugate() for s, value in put.items()}
        families = {atom: family.substitute(put) for atom, family in self.model.values.items()}
        return self.model.extended(families)


class Plans:
    """The plans of a problem: one for each size, choice of indices and growth of sequences.

    Args:
        problem: what there are models of.
        sizes: the sizes to try, small ones first.
        formulas: what is tested in the models.
    """

    def __init__(
        self, problem: Problem, sizes: Sequence[Size], formulas: Sequence[Formula], most: int
    ) -> None:
        self.problem, self.sizes, self.formulas, self.left = problem, sizes, formulas, most
        self.known: dict[int, Plan | None] = {}
        self.good: list[Plan] = []

    def next(self, choices: Choices) -> Plan | None:
        """A plan; a new one as long as more may be tried."""
        if not self.left or (self.good and choices.draw(_REUSE, evenly=True)):
            return self.good[choices.draw(len(self.good), evenly=True)] if self.good else None
        size = self.sizes[chosen_size(self.sizes, choices)]
        try:
            start = begun(self.problem, size, choices.following())
        except AttemptFailed:
            return None
        key = id(start)
        if key not in self.known:
            self.left -= 1
            self.known[key] = self.made(start)
        return self.known[key]

    def made(self, start: Start) -> Plan | None:
        """The best plan that is found for attempts that begin so."""
        try:
            plan = _Planner(self.problem, start).best(self.formulas)
        except (_NoPlan, AttemptFailed, Unknown, ValueError, ZeroDivisionError):
            return None
        source = random.Random(0)
        for _ in range(_VERIFIED):
            values = plan.run(Choices((), source, _SPREAD))
            if values is not None and self.has_faults(plan.model_of(values)):
                raise AssertionError("a plan leads to what is no model")
        self.good.append(plan)
        return plan

    def has_faults(self, model: Model) -> bool:
        """Whether it is not a model."""
        return any(faults(model, self.problem.signature, self.problem.hypotheses))


class _Planner:
    """Tries orders of the unknown numbers."""

    def __init__(self, problem: Problem, start: Start) -> None:
        families = start.model.values.items()
        if start.others or not all(_is_simple(atom) for atom, f in families if f.symbols):
            raise _NoPlan
        self.start = without_affine(start)
        model = self.start.model
        self.atoms: dict[Symbol, Atom] = {}
        for atom in problem.atoms:
            symbols = model.values[atom].symbols
            if not symbols and not has_properties(atom, model):
                raise _NoPlan
            for symbol in sorted(symbols):
                plain = symbol if symbol.kind == "real" else symbol._replace(kind="complex")
                self.atoms.setdefault(plain, atom)
        self.symbols = tuple(self.atoms)
        self.constants: dict[str, Any] = {"NOUGHT": NOUGHT}
        self.named: dict[tuple[Rational, bool], str] = {}
        terms = sum(len(equation.terms) for equation in self.start.equations)
        if terms > _MOST_TERMS or len(self.symbols) > _MOST_SYMBOLS:
            raise _NoPlan

    def best(self, formulas: Sequence[Formula]) -> Plan:
        """The plan whose random choices most often have a solution."""
        source = random.Random(0)
        best, highest = "", 0.0
        for order in self.orders(source):
            code = "\n    ".join(self.lines(order))
            run = self.compiled(code)
            runs = (run(Choices((), source, _SPREAD)) for _ in range(_TRIALS))
            rate = sum(values is not None for values in runs) / _TRIALS
            if rate > highest:
                best, highest = code, rate
            if rate > _GOOD_RATE:
                break
        if highest < _LEAST_RATE:
            raise _NoPlan
        tests = tuple(self.test(formula) for formula in formulas)
        return Plan(self.start.model, self.symbols, formulas, self.compiled(best), tests)

    def orders(self, source: random.Random) -> list[list[Symbol]]:
        """Orders in which few equations are left to be satisfied by chance, best ones first."""
        places = {atom: place for place, atom in enumerate(self.start.order)}
        current = sorted(self.symbols, key=lambda symbol: places[self.atoms[symbol]])
        shapes = [(_numbers(one), self.solvable(one)) for one in self.start.equations]
        found = [(_left_over(current, shapes), 0, current)]
        for number in range(1, _CHANGES if len(current) > 1 else 1):
            changed = list(found[0][2])
            changed.insert(
                source.randrange(len(changed)), changed.pop(source.randrange(len(changed)))
            )
            found.append((_left_over(changed, shapes), number, changed))
            found = sorted(found)[:_ORDERS]
        return [order for _, _, order in found]

    def solvable(self, equation: Polynomial) -> frozenset[int]:
        """The unknown numbers for which an equation can be solved once all others are known."""
        own = (s for s in self.symbols if s.number in _numbers(equation))
        return frozenset(symbol.number for symbol in own if _is_linear(equation, symbol))

    def compiled(self, code: str) -> Callable[[Choices], Values | None]:
        """The function of choices that consists of the lines."""
        pools = [[exact(n) for n in pool_of(s, self.atoms[s])] for s in self.symbols]
        results = "".join(f"{_name(symbol)}, " for symbol in self.symbols)
        text = f"def run(choices):\n    draw = choices.draw\n    {code}\n    return ({results})"
        run: Callable[[Choices], Values | None] = self.made(text, "run", pools=pools)
        return run

    def test(self, formula: Formula) -> Callable[[Values], bool] | None:
        """Whether values satisfy a formula; None where only a model tells."""
        model = self.start.model
        if isinstance(formula, Equation):
            parts = [one for one in sufficient(formula, model) if one]
            if sum(len(one.terms) for one in parts) > _MOST_TERMS:
                return None
            lines = [f"if {self.code(one)}: return False" for one in parts]
        elif isinstance(formula, NonNegative):
            number = self.code(number_of(model.term(formula.term)))
            lines = [f"a = {number}", "if not is_real(a) or a < 0: return False"]
        else:
            return None
        names = "".join(f"{_name(symbol)}, " for symbol in self.symbols)
        head = [f"{names} = values" if names else "pass"]
        head += [
            f"{_name(symbol.conjugated)} = conjugate({_name(symbol)})"
            for symbol in self.symbols
            if symbol.kind == "complex"
        ]
        body = "\n    ".join([*head, *lines, "return True"])
        test: Callable[[Values], bool] = self.made(f"def test(values):\n    {body}", "test")
        return test

    def made(self, text: str, name: str, **more: Any) -> Any:
        """The function that a text defines: arithmetic of numbers, made here alone."""
        room = {"conjugate": conjugate, "is_real": is_real, **self.constants, **more}
        exec(compile(text, "<plan>", "exec"), room)
        return room[name]

    def code(self, polynomial: Polynomial) -> str:
        """A polynomial as an expression.  Raises `_NoPlan` where a root occurs in it."""
        parts = []
        for monomial, coefficient in sorted(polynomial.terms.items()):
            if monomial.radicand > 1:
                raise _NoPlan
            number = (coefficient, monomial.imaginary)
            name = self.named.setdefault(number, f"q{len(self.named)}")
            self.constants[name] = exact(
                rational(0, coefficient) if number[1] else rational(coefficient)
            )
            powers = "".join(
                f"*{_name(symbol)}" + (f"**{power}" if power != 1 else "")
                for symbol, power in monomial.powers
            )
            parts.append(name + powers)
        if len(parts) > _LONG:  # deep trees of sums are refused by the compiler
            return f"sum(({', '.join(parts)}))"
        return " + ".join(parts) or "NOUGHT"

    def lines(self, order: Sequence[Symbol]) -> Iterator[str]:
        """The lines of the function, for one order in which numbers are free if they can be."""
        known: set[int] = set()
        equations = list(self.start.equations)
        waiting = list(order)
        while waiting or equations:
            solved = False
            for equation in sorted(equations, key=lambda one: len(one.terms)):
                left = {s.number for s in equation.symbols} - known
                if not left:
                    yield f"if {self.code(equation)}: return None"
                elif len(left) == 1 and (given := self.solved(equation, left.pop())):
                    symbol, lines = given
                    yield from lines
                    yield from self.declared(symbol)
                    known.add(symbol.number)
                    waiting.remove(symbol)
                else:
                    continue
                equations.remove(equation)
                solved = True
                break
            if not solved:
                if not waiting:
                    raise _NoPlan
                symbol = waiting.pop(0)
                pool = f"pools[{self.symbols.index(symbol)}]"
                yield f"{_name(symbol)} = {pool}[draw({len(pool_of(symbol, self.atoms[symbol]))})]"
                yield from self.declared(symbol)
                known.add(symbol.number)
        yield from self.declared_later()

    def solved(self, equation: Polynomial, number: int) -> tuple[Symbol, list[str]] | None:
        """The lines that solve an equation for its only unknown, if it is linear in it."""
        symbol = next(s for s in self.symbols if s.number == number)
        if not _is_linear(equation, symbol):
            return None
        parts = equation.split([symbol, symbol.conjugated])
        linear = ((symbol, 1),), ((symbol.conjugated, 1),), ()
        first, second, rest = (
            self.code(parts[key]) if key in parts else "NOUGHT" for key in linear
        )
        lines = [f"a, b = {first}, {rest}"]
        if symbol.kind == "real" or second == "NOUGHT":
            lines += ["if not a: return None", f"{_name(symbol)} = -b / a"]
        else:  # a z + c z̄ + b = 0 and its conjugate
            lines += [
                f"c = {second}",
                "d = a * conjugate(a) - c * conjugate(c)",
                "if not d: return None",
                f"{_name(symbol)} = (c * conjugate(b) - conjugate(a) * b) / d",
            ]
        return symbol, lines

    def declared(self, symbol: Symbol) -> Iterator[str]:
        """The lines that refuse a value that is not as declared."""
        name = _name(symbol)
        if symbol.kind == "real":
            yield f"if not is_real({name}): return None"
        else:
            yield f"{_name(symbol.conjugated)} = conjugate({name})"
        atom = self.atoms[symbol]
        if _is_restricted(atom) and self.is_value(symbol, atom):
            yield _refusal(atom, name)

    def is_value(self, symbol: Symbol, atom: Atom) -> bool:
        """Whether a symbol is the value of an atom without slots."""
        matrices = list(self.start.model.values[atom].matrices)
        return len(matrices) == 1 and number_of(matrices[0]) == variable(symbol)

    def declared_later(self) -> Iterator[str]:
        """The lines that refuse values of what is given by several symbols."""
        for atom, family in self.start.model.values.items():
            symbols = sorted(family.symbols)
            if _is_restricted(atom) and symbols and not self.is_value(symbols[0], atom):
                for matrix in family.matrices:
                    yield f"a = {self.code(number_of(matrix))}"
                    yield _refusal(atom, "a")


def _is_restricted(atom: Atom) -> bool:
    return bool({"positive", "invertible"} & set(atom.properties))


def _refusal(atom: Atom, name: str) -> str:
    """The line that refuses a number that is not as declared."""
    if "positive" in atom.properties:
        return f"if not is_real({name}) or not {name} > 0: return None"
    return f"if not {name}: return None"


def _numbers(equation: Polynomial) -> frozenset[int]:
    return frozenset(symbol.number for symbol in equation.symbols)


def _is_linear(equation: Polynomial, symbol: Symbol) -> bool:
    """Whether a symbol and its conjugate occur in no other power than the first, and apart."""
    return all(
        not powers or (len(powers) == 1 and powers[0][1] == 1)
        for powers in equation.split([symbol, symbol.conjugated])
    )


def _left_over(
    order: Sequence[Symbol], shapes: Sequence[tuple[frozenset[int], frozenset[int]]]
) -> int:
    """How many equations nothing is solved for, if numbers are free in this order."""
    known: set[int] = set()
    waiting = [symbol.number for symbol in order]
    equations = list(shapes)
    checks = 0
    while equations:
        rest = []
        solved = False
        for numbers, solvable in equations:
            unknown = numbers - known
            if not unknown:
                checks += 1
            elif not solved and len(unknown) == 1 and unknown <= solvable:
                known |= unknown
                solved = True
            else:
                rest.append((numbers, solvable))
        equations = rest
        if not solved and equations:
            known.add(next(number for number in waiting if number not in known))
    return checks


def _name(symbol: Symbol) -> str:
    return f"{symbol.kind[:4]}{symbol.number}"


def _is_simple(atom: Atom) -> bool:
    """Whether all that is declared of an atom can be seen from one number after the other."""
    scalar = atom.codomain == C == atom.domain
    restricted = {"invertible", "positive", NATURAL} & set(atom.properties)
    return NATURAL not in restricted and (not restricted or (scalar and NATURAL not in atom.slots))
