"""Logarithms: what they are candidates for, by the claim and by the factors of their arguments.

A logarithm is known by its exponential and by the strip of its imaginary part, so a candidate is
enough; the points of `derive.deciding.supplying.sampling` tell which candidates are worth a proof.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import permutations

from derive.deciding.claims.expressions import (
    HALF,
    IMAGINARY,
    PI,
    ZERO,
    Call,
    Expression,
    Number,
    Relation,
    Symbol,
    add,
    call,
    free_names,
    multiply,
    number,
    subtract,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.candidates import from_claims, from_hypotheses
from derive.deciding.supplying.sampling import Samples, samples_of
from derive.kernel.terms import Monomial, Term

_MOST_PAIRS = 12
_MARGINS = (PI, multiply(HALF, PI), multiply(number(Fraction(1, 8)), PI))
_RANGES = (
    "arguments are at most pi",
    "arguments are above -pi",
)


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant what logarithms of known arguments are."""
    logarithms = [*closed_calls(abstraction, "log")]
    if logarithms:
        _Logarithms(abstraction, problem, samples_of(problem), logarithms).supply()


@dataclass
class _Logarithms:
    """The logarithms of a problem."""

    abstraction: Abstraction
    problem: Problem
    samples: Samples
    logarithms: list[Call]

    def supply(self) -> None:
        """Grant the instances."""
        for logarithm in self.logarithms:
            for candidate in self._candidates(logarithm):
                if self.samples.allow(Relation("=", logarithm, candidate)):
                    self._propose(logarithm, candidate)
                    break
        for one, other in list(permutations(self.logarithms, 2))[:_MOST_PAIRS]:
            if _precedes(one, other) and self.samples.allow(Relation("=", one, other)):
                self._propose_multiple(one, other, ZERO)
        self._conjugates()
        self._real()
        for logarithm in self.logarithms:
            for value in from_hypotheses(self.abstraction, self.problem, logarithm):
                propose(self.abstraction, "exponentials of equals", a=logarithm, b=value)

    def _real(self) -> None:
        """That logarithms are real, where it is not evident that their arguments are positive."""
        for logarithm in self.logarithms:
            (argument,) = logarithm.arguments
            if evidently("real", self.abstraction.term(logarithm)):
                continue
            if self.samples.allow(Relation("=", call("im", logarithm), ZERO)):
                propose(self.abstraction, "logarithm of a positive number", a=argument)
                if not free_names(argument):
                    propose(self.abstraction, "numeric bound", a=argument)

    def _candidates(self, logarithm: Call) -> Iterator[Expression]:
        chosen = logarithm == self._chosen
        by_claims = [*from_claims(self.abstraction, self.problem, logarithm)] if chosen else []
        yield from by_claims
        by_factors = self._by_factors(logarithm)
        if by_factors is not None:
            yield by_factors

    @cached_property
    def _chosen(self) -> Call | None:
        """The logarithm for which the claims are solved: one of a compound argument if possible."""

        def rank(pair: tuple[Call, Expression]) -> tuple[bool, bool, int]:
            logarithm, candidate = pair
            (argument,) = logarithm.arguments
            whole = all(
                c.denominator == 1 for c in self.abstraction.term(candidate).monomials.values()
            )
            plain = isinstance(argument, Symbol | Number)
            return not whole, plain, self.logarithms.index(logarithm)

        found = (
            (logarithm, candidate)
            for logarithm in self.logarithms
            for candidate in from_claims(self.abstraction, self.problem, logarithm)
        )
        best = min(found, key=rank, default=None)
        return best and best[0]

    def _propose(self, logarithm: Call, candidate: Expression) -> None:
        term = self.abstraction.term(candidate)
        (argument,) = logarithm.arguments
        if evidently("real", term):
            propose(self.abstraction, "logarithm", a=candidate, b=argument, c=PI)
            return
        for other in self._logarithms_in(term):
            rest = subtract(candidate, other)
            if evidently("real", self.abstraction.term(rest)):
                self._propose_multiple(logarithm, other, rest)
                return
        self._ranges(term)
        for margin in _MARGINS:
            lowest = subtract(margin, PI)
            if self.samples.allow(Relation(">=", call("im", candidate), lowest)):
                propose(self.abstraction, "logarithm", a=candidate, b=argument, c=margin)
                return

    def _propose_multiple(self, logarithm: Call, other: Call, rest: Expression) -> None:
        argument, beside = logarithm.arguments[0], other.arguments[0]
        name = "logarithm of a real multiple"
        propose(self.abstraction, name, a=rest, b=argument, d=beside)

    def _logarithms_in(self, term: Term) -> Iterator[Call]:
        """The logarithms that are summands of a term with the coefficient 1."""
        for meaning in closed_calls(self.abstraction, "log"):
            ((monomial, _),) = self.abstraction.term(meaning).monomials.items()
            if term.monomials.get(monomial) == 1:
                yield meaning

    def _ranges(self, term: Term) -> None:
        """Where the imaginary parts of the logarithms in a term lie."""
        for meaning in closed_calls(self.abstraction, "log"):
            atoms = self.abstraction.term(meaning).free
            (argument,) = meaning.arguments
            if not atoms <= term.free or evidently("real", self.abstraction.term(meaning)):
                continue
            right = self.samples.allow(Relation(">=", call("re", argument), ZERO))
            half = "arguments in the right half plane"
            names = (f"{half}, above", f"{half}, below") if right else _RANGES
            for name in names:
                propose(self.abstraction, name, a=argument)
            if self.samples.allow(Relation(">=", call("im", argument), ZERO)):
                propose(self.abstraction, "arguments in the upper half plane", a=argument)

    def _conjugates(self) -> None:
        for meaning in self.logarithms:
            argument = call("conjugate", meaning.arguments[0])
            known = self.abstraction.term(argument)
            terms = [self.abstraction.term(one.arguments[0]) for one in self.logarithms]
            if evidently("real", known) or known not in terms:
                continue
            law = Relation("=", call("log", argument), call("conjugate", meaning))
            if self.samples.allow(law):
                for name in (
                    "logarithm of a conjugate",
                    "logarithm of a conjugate off the real axis",
                ):
                    propose(self.abstraction, name, a=meaning.arguments[0])

    # factors

    def _by_factors(self, logarithm: Call) -> Expression | None:
        """The sum of the logarithms of the factors of the argument; None if that is itself."""
        from derive.prover.polynomials import factors

        term = self.abstraction.term(logarithm.arguments[0])
        if not term:
            return None
        unit, found = factors(term)
        parts = []
        for part, times in found:
            if len(part.monomials) == 1:
                unit = unit * part**times
            else:
                parts.append((part, times))
        summands = [*self._of_monomial(unit)]
        if len(parts) == 1 and not summands and parts[0][1] == 1:
            return None
        if not parts and summands == [multiply(number(1), logarithm)]:
            return None
        for part, times in parts:
            summands.append(multiply(number(times), call("log", self.abstraction.expression(part))))
        return add(*summands) if summands else ZERO

    def _of_monomial(self, unit: Term) -> Iterator[Expression]:
        ((monomial, coefficient),) = unit.monomials.items()
        if monomial.imaginary:
            turns = Fraction(1, 2) if coefficient > 0 else Fraction(-1, 2)
            yield multiply(number(turns), IMAGINARY, PI)
        elif coefficient < 0:
            yield multiply(IMAGINARY, PI)
        for whole, sign in ((abs(coefficient.numerator), 1), (coefficient.denominator, -1)):
            for prime, times in _prime_factors(whole):
                yield multiply(number(sign * times), call("log", number(prime)))
        yield from self._of_letters(monomial)

    def _of_letters(self, monomial: Monomial) -> Iterator[Expression]:
        for word, exponent in monomial.scalars:
            times = self.abstraction.expression(_exponent_term(exponent))
            meaning = self.abstraction.meanings.get(word[0][0].atom)
            plain = len(word) == 1 and not word[0][0].adjoint
            yield multiply(times, _logarithm_of(meaning if plain else None, self._value(word)))

    def _value(self, word: object) -> Expression:
        from derive.kernel.exponents import ONE as once
        from derive.prover.matching import scalar_power

        return self.abstraction.expression(scalar_power(word, once))  # type: ignore[arg-type]


def _logarithm_of(meaning: Expression | None, value: Expression) -> Expression:
    """What the logarithm of a value may be: of exp(x) it may be x."""
    match meaning:
        case Call("exp", (argument,)):
            return argument
        case Call("power", (base, exponent)):
            return multiply(exponent, call("log", base))
    return call("log", value)


def _precedes(one: Call, other: Call) -> bool:
    return repr(one) < repr(other)


def _exponent_term(exponent: object) -> Term:
    from derive.kernel.terms import natural_term

    return natural_term(exponent)  # type: ignore[arg-type]


def _prime_factors(whole: int) -> list[tuple[int, int]]:
    import flint

    if whole <= 1 or whole.bit_length() > 64:
        return []
    return [(int(p), int(e)) for p, e in flint.fmpz(whole).factor()]
