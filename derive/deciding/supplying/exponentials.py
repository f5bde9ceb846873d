"""Every exponential as a product of powers of few: exp(2x + iπn/3) = exp(x)²·exp(iπ/3)ⁿ.

The arguments of all exponentials are combinations of rays, with polynomials in natural numbers as
coefficients.  The largest common fraction of all coefficients of one ray gives the generator of
that ray; instances of two laws, for sums and for multiples, then express every exponential by
generators, each by one that comes later.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import gcd, isqrt, lcm

from derive.deciding.claims.expressions import (
    IMAGINARY,
    PI,
    Call,
    Expression,
    Number,
    add,
    divide,
    multiply,
    number,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import closed_calls, propose
from derive.deciding.supplying.rays import Combination, Ray, combinations, product, rays_of
from derive.deciding.supplying.simplifying import simplified
from derive.kernel.exponents import ONE, ZERO
from derive.kernel.formulas import Clause, Equation, Formula
from derive.kernel.terms import Monomial, Term
from derive.kernel.terms import number as number_term

_LARGEST_ORDER = 120
_PRIMES = (2, 3, 5, 7, 11, 13)
_OTHERS = {"asin": "cosine", "acos": "sine"}
_BY_EXPONENTIALS = frozenset(
    ("exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "power")
)
_INVERSES = {
    (True, "asin"): "exponential of asin",
    (True, "acos"): "exponential of acos",
    (True, "atan"): "exponential of atan",
    (False, "asinh"): "exponential of asinh",
    (False, "acosh"): "exponential of acosh",
    (False, "atanh"): "exponential of atanh",
}


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Express all exponentials by generators, and say what is known of these."""
    arguments = list(_arguments(abstraction))
    for argument in arguments:
        term = abstraction.term(argument)
        other = simplified(abstraction, term)
        if other != term:
            value = abstraction.expression(other)
            propose(abstraction, "exponentials of equals", a=argument, b=value)
    _equal(abstraction, arguments)
    _injective(abstraction, problem)
    if arguments:
        _Generators(abstraction, problem, list(_arguments(abstraction))).supply()


def _equal(abstraction: Abstraction, arguments: Sequence[Expression]) -> None:
    """Exponentials whose arguments are the same by the definitions of the functions in them."""
    found: dict[Term, Expression] = {}
    for argument in arguments:
        term = simplified(abstraction, abstraction.term(argument), by_definitions=True)
        first = found.setdefault(term, argument)
        if first != argument:
            propose(abstraction, "exponentials of equals", a=argument, b=first)


def _injective(abstraction: Abstraction, problem: Problem) -> None:
    """That the sides of a claim are equal if their exponentials are, where these are known of."""
    given = [side for relation in problem.given for side in relation.sides]
    if any(isinstance(part, Call) and part.function == "exp" for s in given for part in s.walk()):
        for claim in problem.claims:
            if claim.kind == "=" and all(
                evidently("real", abstraction.term(s)) for s in claim.sides
            ):
                left, right = claim.sides
                propose(abstraction, "exp takes no real value twice", a=left, b=right)


def _arguments(abstraction: Abstraction) -> Iterator[Expression]:
    """The arguments of exponentials in which nothing is bound."""
    for meaning in closed_calls(abstraction, "exp"):
        if abstraction.term(meaning.arguments[0]).is_scalar:
            yield meaning.arguments[0]


@dataclass(frozen=True)
class _Part:
    """A summand of an argument, and the law that says what its exponential is."""

    argument: Expression
    law: str = ""
    values: Mapping[str, Expression] = field(default_factory=dict)


@dataclass
class _Generators:
    """The rays of the arguments of some exponentials, with their generators."""

    abstraction: Abstraction
    problem: Problem
    arguments: Sequence[Expression]

    def supply(self) -> None:
        """Grant the instances."""
        term = self.abstraction.term
        forms = [combinations(term(argument)) for argument in self.arguments]
        self.rays = rays_of(forms, self._is_special)
        scales = {ray: _largest(self._coefficients(ray, forms)) for ray in self.rays}
        self.scales = {ray: scale for ray, scale in scales.items() if scale}
        for argument, form in zip(self.arguments, forms, strict=True):
            self._express(argument, form)
        for ray in self.scales:
            self._special_values(ray)
        self._conjugates()

    def _is_special(self, direction: Monomial) -> bool:
        """Whether something is known of the exponential along a direction."""
        return self._meaning(direction) is not None

    def _meaning(self, direction: Monomial) -> Expression | None:
        """π in iπ, a logarithm, an inverse function or i times one."""
        if len(direction.scalars) != 1:
            return None
        ((word, _),) = direction.scalars
        meaning = self.abstraction.meanings.get(word[0][0].atom)
        plain = Monomial(direction.imaginary, ZERO, (), ((word, ONE),), (), ())
        if direction != plain or len(word) != 1 or word[0][0].adjoint:
            return None
        if meaning == PI and direction.imaginary:
            return meaning
        if not isinstance(meaning, Call):
            return None
        if meaning.function == "log":
            return None if direction.imaginary else meaning
        return meaning if (direction.imaginary, meaning.function) in _INVERSES else None

    def _coefficients(self, ray: Ray, forms: Sequence[Combination]) -> set[Fraction]:
        """What stands before a ray, without what has a law of its own."""
        found = {
            c
            for form in forms
            for key, c in ray.coefficients(form).items()
            if not (key and self._law(ray, form))
        }
        meaning = self._special(ray)
        if meaning is None or not any(ray.coefficients(form) for form in forms):
            return found
        return found | {Fraction(2 if _is_tangent(meaning) else 1)}

    def _law(self, ray: Ray, form: Combination) -> tuple[str, int] | None:
        """The law for symbolic multiples along a ray, and what they are counted in."""
        meaning = self._special(ray)
        multiples = [c for key, c in ray.coefficients(form).items() if key]
        if meaning is None or not multiples:
            return None
        if meaning == PI and all(c.denominator == 1 for c in multiples):
            return "exponential of a multiple of i pi", 1
        if meaning == PI and all(c.denominator <= 2 for c in multiples) and self._has_powers_of_i():
            return "exponential of a multiple of i pi/2", 2
        whole = all(c.denominator == 1 for c in multiples)
        if isinstance(meaning, Call) and meaning.function == "log" and whole:
            return "exponential of a multiple of a logarithm", 1
        return None

    def _special(self, ray: Ray) -> Expression | None:
        return self._meaning(ray.lead) if len(ray.vector) == 1 else None

    def _generator(self, ray: Ray) -> Expression:
        return self.abstraction.expression(ray.term(self.scales[ray]))

    def _express(self, argument: Expression, form: Combination) -> None:
        """exp(argument) by generators, one factor after the other."""
        parts = [part for ray in self.scales for part in self._parts(ray, form)]
        if not parts:
            propose(self.abstraction, "exponential of zero")
        while parts:
            part, *parts = parts
            if parts:
                rest = add(*(other.argument for other in parts))
                propose(self.abstraction, "exponential of a sum", a=part.argument, b=rest)
            if part.law:
                propose(self.abstraction, part.law, **part.values)

    def _has_powers_of_i(self) -> bool:
        sides = [side for relation in self.problem.claims for side in relation.sides]
        return any(
            isinstance(part, Call) and part.function == "power" and part.arguments[0] == IMAGINARY
            for side in sides
            for part in side.walk()
        )

    def _turns(self, ray: Ray, form: Combination) -> None:
        """That a symbolic number of whole turns is 1, where fractions of turns occur."""
        for key, c in ray.coefficients(form).items():
            if key and c.denominator > 1 and self._special(ray) == PI:
                times = self.abstraction.expression(product(key, Fraction(2)))
                unit = self._generator(ray)
                often = multiply(number(1 / self.scales[ray]), times)
                propose(self.abstraction, "exponential of a multiple of i pi", n=times)
                propose(self.abstraction, "exponential of a multiple", a=unit, n=often)

    def _parts(self, ray: Ray, form: Combination) -> Iterator[_Part]:
        """The summands of an argument along a ray, with the laws for their exponentials."""
        law = self._law(ray, form)
        if law is not None:
            name, count = law
            symbolic = {key: vector for key, vector in form.items() if key}
            form = {key: vector for key, vector in form.items() if not key}
            times = self.abstraction.expression(ray.times(symbolic, Fraction(1, count)))
            unit = self.abstraction.expression(ray.term(Fraction(1, count)))
            values = {"n": times}
            meaning = self._special(ray)
            if isinstance(meaning, Call):
                values["a"] = meaning.arguments[0]
            yield _Part(multiply(times, unit), name, values)
        else:
            self._turns(ray, form)
        term = ray.times(form, self.scales[ray])
        if term:
            times, unit = self.abstraction.expression(term), self._generator(ray)
            if times == number(1):
                yield _Part(unit)
            else:
                values = {"a": unit, "n": times}
                yield _Part(multiply(times, unit), "exponential of a multiple", values)

    def _special_values(self, ray: Ray) -> None:
        meaning = self._special(ray)
        if meaning is None:
            return
        scale = self.scales[ray]
        if not isinstance(meaning, Call):
            self._roots_of_unity(scale.denominator)
            return
        (inner,) = meaning.arguments
        name = _INVERSES.get((ray.lead.imaginary, meaning.function), "exponential of a logarithm")
        whole = 1
        if _is_tangent(meaning) and scale == 2:
            name, whole = name.replace("of", "of twice"), 2
        values = {"a": inner}
        root = _rational_root(self.abstraction.term(inner))
        if meaning.function in _OTHERS and root is not None:
            name, values["c"] = f"{name} by its {_OTHERS[meaning.function]}", root
        if propose(self.abstraction, name, **values):
            self._whole(self.abstraction.expression(ray.term(Fraction(whole))))
        if meaning.function == "log" and scale.denominator > 1:
            degree = number(scale.denominator)
            propose(self.abstraction, "root as an exponential", a=inner, n=degree)

    def _roots_of_unity(self, denominator: int) -> None:
        if denominator == 1:
            propose(self.abstraction, "exponential of i pi")
        if denominator % 2 == 0 and propose(self.abstraction, "exponential of i pi/2"):
            half = divide(multiply(IMAGINARY, PI), number(2))
            self._whole(half)
        if denominator > 2 and 2 * denominator <= _LARGEST_ORDER:
            propose(self.abstraction, "primitive root of unity", n=number(2 * denominator))
        for prime in self._primes_below_roots():
            if denominator % (4 if prime == 2 else prime) == 0:
                name = "square root of a prime as a Gauss sum"
                propose(self.abstraction, name, n=number(prime))

    def _primes_below_roots(self) -> Iterator[int]:
        """The small primes of which there are square roots."""
        for meaning in closed_calls(self.abstraction, "power"):
            match meaning.arguments:
                case (Number(value), Number(exponent)) if exponent.denominator == 2:
                    yield from (p for p in _PRIMES if value.numerator % p == 0)

    def _whole(self, argument: Expression) -> None:
        """The exponential that a special value is about, by the generator."""
        self._express(argument, combinations(self.abstraction.term(argument)))

    def _conjugates(self) -> None:
        """Conjugates of generators, where conjugates of exponentials occur at all."""
        turned = _conjugated(self.abstraction, self.problem)
        for ray in self.scales if turned else ():
            generator = self._generator(ray)
            term = self.abstraction.term(generator)
            if term.adjoint() != term:
                propose(self.abstraction, "conjugate of an exponential", a=generator)


def _is_tangent(meaning: Expression) -> bool:
    """Whether the square of the exponential is simpler than the exponential."""
    return isinstance(meaning, Call) and meaning.function in ("atan", "atanh")


def _rational_root(term: Term) -> Expression | None:
    """The square root of 1 - a², if it and a are numbers."""
    value = next(iter(term.monomials.values()), Fraction(0))
    if term != number_term(value) or abs(value) > 1:
        return None
    square = 1 - value**2
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    return number(root) if root**2 == square else None


def _largest(fractions: set[Fraction]) -> Fraction:
    """The largest fraction of which all are whole multiples; 0 of none."""
    above = reduce(gcd, (one.numerator for one in fractions), 0)
    return Fraction(above, lcm(*(one.denominator for one in fractions)))


def _conjugated(abstraction: Abstraction, problem: Problem) -> bool:
    """Whether the conjugate of a value of a function stands in what is known or claimed."""
    sides = [side for r in (*problem.claims, *problem.given) for side in r.sides]
    terms = [abstraction.term(side) for side in sides]
    for grant in abstraction.grants:
        terms += [term for formula in grant.formulas for term in _terms(formula)]
    return any(
        here.adjoint and _is_exponential(abstraction.meanings.get(here.atom))
        for term in terms
        for monomial in term.monomials
        for word, _ in monomial.scalars
        for here, _ in word
    )


def _is_exponential(meaning: Expression | None) -> bool:
    return isinstance(meaning, Call) and meaning.function in _BY_EXPONENTIALS


def _terms(formula: Formula) -> Iterator[Term]:
    if isinstance(formula, Clause):
        for part in (*formula.premises, formula.conclusion):
            yield from _terms(part)
    elif isinstance(formula, Equation):
        yield from (formula.left, formula.right)
    else:
        yield formula.term
