"""Claims as kernel terms: every value of a function becomes an atom, every divisor has an inverse.

`exp(x + y)` is an atom, one for each argument in normal form; what relates it to other atoms are
instances of premises, which become hypotheses.  A divisor w gets the inverse q with q·w = 1: the
claim is about points where its sides are defined, so w ≠ 0 is granted there, and listed as a
condition.  A premise grants nothing: where it divides, the inverse must be there already.

This module says what is proved: a mistake here is a wrong answer.

Main results: `Abstraction`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, partial, reduce

from derive.deciding.claims.expressions import (
    Application,
    Binder,
    Call,
    Constant,
    Expression,
    Grid,
    Number,
    Relation,
    Symbol,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.stating import division, families, raising
from derive.deciding.stating.definedness import divisors
from derive.deciding.stating.families import under_binder
from derive.deciding.stating.grants import Grant, Unsupported
from derive.deciding.stating.raising import MOST_MONOMIALS
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import NATURAL, Atom, C, KernelError, Space
from derive.kernel.exponents import is_natural
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import Term, identity, letter, number, zero

Handler = Callable[["Abstraction", "Call | Binder"], Term]


@dataclass
class Abstraction:
    """Lowers the expressions of one problem, and keeps what that grants.

    Args:
        names: what the free names are; integers other than naturals have been split into cases.
        nonzero: symbols that a side divides by.
    """

    names: Mapping[str, Declared]
    nonzero: frozenset[str] = frozenset()
    grants: list[Grant] = field(default_factory=list)
    meanings: dict[Atom, Expression] = field(default_factory=dict)
    bound: dict[str, Term] = field(default_factory=dict)
    """What stands for the variables that a sum or another binder binds, while in its body."""

    def __post_init__(self) -> None:
        self.atoms: dict[object, Term] = {}
        self._terms: dict[Expression, Term] = {}
        self.inverses: dict[Term, Term] = {}
        self._granting = True
        self._instances: set[tuple[str, tuple[tuple[str, Expression], ...]]] = set()
        self.laws: set[object] = set()
        self.families: dict[object, Atom] = {}
        self.inhabited = False
        self.fixed_divisor = False

    def unsupported(self, message: str) -> Unsupported:
        """The error that says why something cannot be lowered."""
        return Unsupported(message)

    # formulas

    def claim(self, relation: Relation) -> tuple[Formula, ...]:
        """What is to be proved: one formula, or both that a strict inequality says.

        Raises:
            Unsupported: the kernel cannot be told this.
            Divisor: a symbol must be declared nonzero first.
        """
        left, right = self.sides(relation)
        unequal = forall((), (Equation(left, right),), Equation(identity(), zero()))
        match relation.kind:
            case "=":
                return (Equation(left, right),)
            case "!=":
                return (unequal,)
        if not (left - right).is_scalar:
            raise Unsupported("an order of operators")
        order = NonNegative(left - right)
        return (order,) if relation.kind == ">=" else (order, unequal)

    def hypothesis(self, relation: Relation, label: str) -> None:
        """Grant what the user has given."""
        left, right = self.sides(relation)
        formulas: tuple[Formula, ...]
        match relation.kind:
            case "=":
                formulas = (Equation(left, right),)
            case ">=":
                formulas = (NonNegative(left - right),)
            case "!=":
                formulas = self._unequal(left, right)
            case ">":
                formulas = (NonNegative(left - right), *self._unequal(left, right))
        self.grants.append(Grant("hypothesis", label, formulas))

    def _unequal(self, left: Term, right: Term) -> tuple[Formula, ...]:
        """S ≠ t gives an inverse of s - t, or of ⟨v|v⟩, or the clause s = t ⇒ 1 = 0."""
        difference = left - right
        if difference.domain == C:
            square = difference if difference.is_scalar else difference.adjoint() * difference
            self.inverse(square)
            return ()
        return (forall((), (Equation(left, right),), Equation(identity(), zero())),)

    def sides(self, relation: Relation) -> tuple[Term, Term]:
        """The two sides as terms of one type; a number beside an operator is a multiple of 1."""
        left, right = map(self.term, relation.sides)
        right = fitted(right, left)
        return fitted(left, right), right

    # terms

    def term(self, expression: Expression) -> Term:
        """The kernel term of an expression.

        Raises:
            Unsupported, Divisor: as for `claim`.
        """
        if self.bound:
            return self._term(expression)
        known = self._terms.get(expression)
        if known is None:
            known = self._term(expression)
            if len(known.monomials) > MOST_MONOMIALS:
                raise Unsupported("a side is too large when multiplied out")
            self._terms[expression] = known
        return known

    def _term(self, expression: Expression) -> Term:
        match expression:
            case Number(value):
                return number(value)
            case Constant("i"):
                return number(0, 1)
            case Constant("pi"):
                return self.atom(("pi",), "pi", expression, ("positive",))
            case Symbol(name):
                return self.bound[name] if name in self.bound else self._symbol(name)
            case Application(name, arguments):
                return self._applied(name, arguments, expression)
            case Call("add", arguments):
                return reduce(added, map(self.term, arguments))
            case Call("multiply", arguments):
                return self._product(arguments)
            case Call("power", (base, exponent)):
                return raising.raised(self, base, exponent, expression)
            case Call("adjoint", (body,)):
                return self._adjoint(body)
            case Call("conjugate", (body,)):
                return self._conjugate(body)
            case Call("re", (body,)):
                term = self.scalar(body)
                return (term + term.adjoint()) * number(Fraction(1, 2))
            case Call("im", (body,)):
                term = self.scalar(body)
                return (term - term.adjoint()) * number(0, Fraction(-1, 2))
            case Call() | Binder():
                return self._handled(expression)
            case Grid():
                from derive.deciding.stating.handling import grids

                return grids.lower(self, expression)
        raise Unsupported(f"{type(expression).__name__}")

    def scalar(self, expression: Expression) -> Term:
        """The term of an expression that must be a number."""
        term = self.term(expression)
        if not term.is_scalar:
            raise Unsupported("a function of an operator")
        return term

    def _symbol(self, name: str) -> Term:
        if name not in self.names:
            return families.named(self, name)
        declared = self.names[name]
        words = declared.words
        properties: list[str] = []
        if declared.kind == "scalar":
            if "real" in words:
                properties.append("hermitian")
            if "natural" in words:
                properties.append(NATURAL)
            elif "positive" in words:
                properties.append("positive")
            if "nonzero" in words or name in self.nonzero:
                properties.append("invertible")
            if {"natural", "positive"} <= words or {"natural", "invertible"} <= {*properties}:
                properties = [p for p in properties if p not in ("positive", "invertible")]
            return self.atom(("symbol", name), name, Symbol(name), properties)
        if declared.kind == "ket":
            return self._mapped(name, declared.codomain, "C", [])
        if declared.kind == "bra":
            return self._mapped(name, declared.domain, "C", []).adjoint()
        if declared.kind != "operator":
            raise Unsupported(f"{name} is a {declared.kind}")
        properties = ["adjointable"]
        if "hermitian" in words:
            properties.append("hermitian")
        if words & {"invertible", "unitary"}:
            properties.append("invertible")
        term = self._mapped(name, declared.codomain, declared.domain, properties)
        if "unitary" in words:
            self._abbreviate(f"{name} is unitary", Equation(term.adjoint(), term**-1))
        if "antihermitian" in words:
            self._abbreviate(f"{name} is antihermitian", Equation(term.adjoint(), -term))
        return term

    def _abbreviate(self, label: str, formula: Formula) -> None:
        if not any(grant.label == label for grant in self.grants):
            self.grants.append(Grant("hypothesis", label, (formula,)))

    def _mapped(self, name: str, codomain: str, domain: str, properties: Sequence[str]) -> Term:
        spaces = [C if space == "C" else Space(space) for space in (codomain, domain)]
        return self.atom(("symbol", name), name, Symbol(name), properties, *spaces)

    def atom(
        self,
        key: object,
        name: str,
        meaning: Expression,
        properties: Sequence[str] = (),
        codomain: Space = C,
        domain: Space = C,
    ) -> Term:
        """The atom that stands for what the key says; made at the first call.

        Raises:
            Unsupported: the key depends on what a sum binds, so that one atom cannot stand for it.
        """
        if key not in self.atoms:
            if self.bound and families.depends_on_bound(key, self.bound):
                raise Unsupported(f"{name} depends on the variable of a sum or a product")
            atom = Atom(name, codomain, domain, properties)
            self.meanings[atom] = meaning
            self.atoms[key] = letter(atom)
        return self.atoms[key]

    def fresh_name(self, function: str) -> str:
        """A name for the next atom that stands for a value of the function."""
        taken = sum(atom.name.startswith(f"{function}@") for atom in self.meanings)
        return f"{function}@{taken + 1}"

    # functions

    def value(self, function: str, arguments: tuple[Term, ...], meaning: Expression) -> Term:
        """The atom for the value of a function, with the properties that premises give it."""
        from derive.deciding.premises import properties

        ends = _ends_of_value(arguments)
        if ends != (C, C) and under_binder(*arguments):
            raise Unsupported(f"{function} of an operator with a bound variable in it")
        if under_binder(*arguments):
            if function == "exp":
                return families.exponential(self, *arguments)
            return families.value(self, function, arguments, partial(_declared, function))
        granted = [
            one
            for one in properties().get(function, ())
            if all(evidently(one.of, argument) for argument in arguments)
        ]
        declared: list[str] = [one.property for one in granted if one.property != "nonnegative"]
        if self.bound:
            meaning = Call(function, tuple(map(self.expression, arguments)))
        key = (function, arguments)
        new = key not in self.atoms
        if ends != (C, C):
            declared = ["adjointable", "invertible"] if function == "exp" else ["adjointable"]
        term = self.atom(key, self.fresh_name(function), meaning, declared, *ends)
        if new:
            for one in granted:
                formulas = (NonNegative(term),) if one.property == "nonnegative" else ()
                self.grants.append(Grant("premise", one.formula, formulas, subject=meaning))
        return term

    def _applied(self, name: str, arguments: tuple[Expression, ...], whole: Expression) -> Term:
        terms = tuple(map(self.scalar, arguments))
        key = ("application", name, terms)
        if families.naturals(*terms) or (self.has_naturals and any(map(_is_whole, terms))):
            return families.value(self, name, terms, partial(self._words_of_application, name))
        words = self._words_of_application(name, terms)
        return self.atom(key, self.fresh_name(name), whole, words)

    def _words_of_application(self, name: str, arguments: tuple[Term, ...]) -> list[str]:
        real = "real" in self.names[name].words and all(evidently("real", t) for t in arguments)
        return ["hermitian"] if real else []

    def _handled(self, expression: Call | Binder) -> Term:
        from derive.deciding.stating.handling import handler

        kind = expression.function if isinstance(expression, Call) else expression.kind
        special = handler(kind)
        if special is not None:
            return special(self, expression)
        if isinstance(expression, Binder):
            raise Unsupported(f"a {kind}")
        terms = tuple(map(self.term, expression.arguments))
        if kind != "exp" and not all(term.is_scalar for term in terms):
            raise Unsupported(f"{kind} of an operator")
        if self._granting:
            for divisor in divisors(expression):
                self.inverse(self.term(divisor))
        return self.value(kind, terms, expression)

    # arithmetic

    def _product(self, arguments: tuple[Expression, ...]) -> Term:
        factors = [self.term(argument) for argument in arguments]
        size = 1
        for factor in factors:
            size *= max(len(factor.monomials), 1)
        if size > MOST_MONOMIALS:
            raise Unsupported("a product is too large when multiplied out")
        return reduce(Term.__mul__, factors)

    def _adjoint(self, body: Expression) -> Term:
        try:
            return self.term(body).adjoint()
        except KernelError as error:
            raise Unsupported(str(error)) from None

    def _conjugate(self, body: Expression) -> Term:
        """The conjugate of a number is its adjoint; that of a matrix has conjugate entries."""
        from derive.deciding.stating.handling import grids

        term = self.term(body)
        explicit = any(grids.size_of(space) is not None for space in term.ends)
        return grids.conjugated(self, term) if explicit else self._adjoint(body)

    def nowhere(self, reason: str) -> Unsupported:
        """The error that a side is defined nowhere, or may be where a sum is empty."""
        from derive.deciding.stating.splitting import Vacuous

        message = f"a side is nowhere defined: {reason}"
        return Unsupported(message) if self.bound or not self._granting else Vacuous(message)

    def split(self, *polynomial: tuple[tuple[Atom, ...], int]) -> None:
        """Raise `Split` if a split tells more of the sign of a polynomial in naturals."""
        from derive.deciding.stating.splitting import pivot

        if any(atom.name.startswith("place@") for atoms, _ in polynomial for atom in atoms):
            return
        symbols = {a: m.name for a, m in self.meanings.items() if isinstance(m, Symbol)}
        found = pivot(polynomial, {a: n for a, n in symbols.items() if n in self.names})
        if found is not None:
            raise found

    @cached_property
    def has_naturals(self) -> bool:
        """Whether a natural number was declared."""
        return any("natural" in declared.words for declared in self.names.values())

    # division

    def inverse(self, term: Term) -> Term:
        """The inverse of a divisor: of its factors, each evident, known, or granted now.

        Raises:
            Unsupported: a premise divides by what may be zero; an operator without inverse.
        """
        return division.inverse(self, term)

    def unit(self, term: Term) -> tuple[Term, Equation]:
        """A symbol for the inverse of what is known not to be zero, and what makes it that."""
        return division.unit(self, term)

    # premises

    def note(self, law: str) -> None:
        """List a law that the lowering itself applies."""
        if not any(grant.label == law for grant in self.grants):
            self.grants.append(Grant("premise", law, ()))

    @property
    def granting(self) -> bool:
        """Whether what is lowered is a part of the problem, so that it is defined."""
        return self._granting

    def known(self, function: str, arguments: tuple[Term, ...]) -> bool:
        """Whether the value of the function stands somewhere in the problem."""
        return (function, arguments) in self.atoms

    @contextmanager
    def without_granting(self) -> Iterator[None]:
        """For what a premise says: it may divide only by what is known not to be zero."""
        before, self._granting = self._granting, False
        try:
            yield
        finally:
            self._granting = before

    @contextmanager
    def with_granting(self) -> Iterator[None]:
        """For what stands in the problem, so that it is defined, though a premise speaks of it."""
        before, self._granting = self._granting, True
        try:
            yield
        finally:
            self._granting = before

    def instance(self, name: str, **values: Expression) -> bool:
        """Grant an instance of a premise; whether it is new.

        What the premise asks of its variables becomes premises of the hypothesis that is granted.

        Raises:
            Unsupported: a value cannot be lowered, or the premise divides by what may be zero.
        """
        from derive.deciding.stating.instances import instance_of

        key = (name, tuple(sorted(values.items())))
        if key in self._instances:
            return False
        self._instances.add(key)
        with self.without_granting():
            try:
                formulas = instance_of(self, name, values)
            except KernelError as error:
                raise Unsupported(str(error)) from None
        self.grants.append(Grant("premise", name, formulas, values=tuple(values.items())))
        return True

    # back

    def expression(self, term: Term) -> Expression:
        """An expression that means the scalar term.

        Raises:
            Unsupported: there is a sum, a delta, or a word of operators in it.
        """
        from derive.deciding.stating.meaning import expression_of

        return expression_of(term, self.meanings)


def fitted(term: Term, other: Term) -> Term:
    """A number as that multiple of the identity where it meets an operator; 0 of any type."""
    if term.ends == other.ends:
        return term
    if not term and (term.is_scalar or other):
        return zero(*other.ends)
    if term.is_scalar and other.codomain == other.domain:
        return term * identity(other.codomain)
    return term


def added(left: Term, right: Term) -> Term:
    """The sum, where a number beside an operator is a multiple of the identity."""
    try:
        right = fitted(right, left)
        return fitted(left, right) + right
    except KernelError as error:
        raise Unsupported(str(error)) from None


def _declared(function: str, arguments: tuple[Term, ...]) -> list[str]:
    """What the kernel is told of a value where its arguments are evidently so."""
    from derive.deciding.premises import properties

    return [
        one.property
        for one in properties().get(function, ())
        if one.property != "nonnegative"
        and all(evidently(one.of, argument) for argument in arguments)
    ]


def _ends_of_value(arguments: tuple[Term, ...]) -> tuple[Space, Space]:
    return next((a.ends for a in arguments if not a.is_scalar), (C, C))


def _is_whole(term: Term) -> bool:
    exponent = families.polynomial(term)
    return exponent is not None and is_natural(exponent)
