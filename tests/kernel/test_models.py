"""Theorems that random rules make from random parts hold in random models."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive.kernel import rules
from derive.kernel.atoms import Atom, C, Index, KernelError
from derive.kernel.formulas import Clause, Equation, NonNegative, forall, image
from derive.kernel.rules import Multiple, Theorem, assume, combination, generalise, instance
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, letter, number, total
from tests.kernel.matrices import Model
from tests.kernel.strategies import ATOMS, INDICES, SPACES, E, M, N, V, W, models, to_term, trees
from tests.kernel.vocabulary import same

I, J, K = INDICES
SPACE = st.sampled_from(SPACES)
DEFINED = (
    (Atom("d0"), ()),
    (Atom("d1", V, C, slots=("I",)), (I,)),
    (Atom("d2", V, V), ()),
    (Atom("d3", W, V, slots=("J", "I")), (J, I)),
    (Atom("d4", V, E), ()),
)
"""Atoms whose values in a model are those of random terms, and the parameters of these."""

Definitions = dict[Atom, tuple[tuple[Index, ...], Term]]


def sides(theorem: Theorem) -> tuple[Term, Term]:
    """Left and right of a theorem that is an equation."""
    equation = theorem.concludes(Equation)
    return equation.left, equation.right


class Proofs:
    """Theorems, and ways to make one more from them."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw = draw
        self.definitions: Definitions = {}
        self.theorems: list[Theorem] = []
        for atom, parameters in DEFINED:
            term = self.term(atom.codomain, atom.domain, indices=parameters)
            self.definitions[atom] = parameters, term
            equation = Equation(letter(atom, *parameters), term)
            hypothesis = assume(forall(parameters, [], equation) if parameters else equation)
            self.theorems.append(hypothesis)
            if parameters:
                self.theorems.append(instance(hypothesis, parameters))

    def one(self, *kinds: type) -> Theorem:
        fit = [t for t in self.theorems if isinstance(t.conclusion, kinds)]
        return self.draw(st.sampled_from(fit))  # type: ignore[no-any-return]

    def term(self, *ends: Any, depth: int = 1, **settings: Any) -> Term:
        return to_term(self.draw(trees(*ends, depth=depth, **settings)))

    def indices(self) -> list[Index]:
        return self.draw(st.lists(st.sampled_from(INDICES), max_size=2, unique=True))  # type: ignore[no-any-return]

    def multiple(self, to: Any, of: Any) -> Multiple:
        equation = self.one(Equation)
        turned = self.draw(st.booleans())
        side = sides(equation)[0].adjoint() if turned else sides(equation)[0]
        left, right = self.term(to, side.codomain), self.term(side.domain, of)
        return Multiple(equation, left, right, tuple(self.indices()), turned)

    def combination(self) -> Theorem:
        to, of = self.draw(SPACE), self.draw(SPACE)
        multiples = [self.multiple(to, of) for _ in range(self.draw(st.integers(0, 2)))]
        right = left = self.term(to, of)
        for multiple in multiples:
            a, b = sides(multiple.theorem)
            part = (
                multiple.left * ((a - b).adjoint() if multiple.adjoint else a - b) * multiple.right
            )
            for index in multiple.over:
                part = total(index, part)
            left = left + part
        return combination(left, right, multiples)

    def generalise(self) -> Theorem:
        theorem = self.one(Equation, NonNegative, Clause)
        atoms = self.draw(
            st.lists(st.sampled_from([*ATOMS, N, *self.definitions]), max_size=2, unique=True)
        )
        premises = [h for h in theorem.hypotheses if self.draw(st.booleans())]
        return generalise(theorem, [*self.indices(), *atoms], premises)

    def instance(self) -> Theorem:
        theorem = self.one(Clause)
        values, evidence = [], []
        for variable in theorem.concludes(Clause).variables:
            if isinstance(variable, Index):
                values.append(self.draw(st.sampled_from(INDICES)))
                continue
            atom = self.draw(
                st.sampled_from([a for a in (*ATOMS, N) if a[1:] == variable[1:]] or [None])
            )
            parameters = tuple(Index(f"z{k}", s) for k, s in enumerate(variable.slots))
            if atom and "natural" not in variable.slots and self.draw(st.booleans()):
                inverse = (
                    letter(atom, *parameters) ** -1 if "invertible" in atom.properties else None
                )
                value = Replacement(letter(atom, *parameters), parameters, inverse)
            else:
                value = Replacement(self.term(variable.codomain, variable.domain), parameters)
            values.append(value)
            for wanted in rules.required(variable, value):
                evidence.append(self.evident(wanted))
        premises = []
        for premise in theorem.concludes(Clause).premises:
            kept = [t for t in self.theorems if t.conclusion == premise]
            premises += kept[:1]
        return instance(theorem, values, evidence, premises)

    def evident(self, formula: Any) -> Theorem:
        if isinstance(formula, Clause):
            return (
                generalise(same(formula.conclusion.left, formula.conclusion.right), [])
                if not formula.variables
                else self.opened(formula)
            )
        if isinstance(formula, NonNegative):
            return rules.nonnegative_power(Fraction(1), formula.term)
        return same(formula.left, formula.right)

    def opened(self, clause: Clause) -> Theorem:
        """A clause without premises, proved for fresh indices."""
        fresh = [
            Index(f"y{k}", v.over) for k, v in enumerate(clause.variables) if isinstance(v, Index)
        ]
        inner = Substitution(dict(zip(clause.variables, fresh, strict=True)))
        return generalise(self.evident(image(clause.conclusion, inner)), fresh)

    def square(self) -> Theorem:
        return rules.nonnegative_square(
            self.term(self.draw(st.sampled_from([C, V, W])), C, depth=2, adjointable=True)
        )

    def power(self) -> Theorem:
        positive = [a for a in (*ATOMS, N) if {"positive", "natural"} & {*a.properties}]
        factors = self.draw(st.lists(st.sampled_from(positive), max_size=2))
        term = number(1)
        for atom in factors:
            term = term * letter(atom) ** self.draw(st.sampled_from([1, 2, letter(N)]))
        return rules.nonnegative_power(Fraction(self.draw(st.integers(0, 3)), 2), term)

    def order(self) -> Theorem:
        match self.draw(
            st.sampled_from(["sum", "product", "total", "order", "reality", "antisymmetry"])
        ):
            case "sum":
                parts = [self.one(NonNegative) for _ in range(2)]
                whole = sum((p.concludes(NonNegative).term for p in parts), number(0))
                return rules.order(same(whole, whole), parts)
            case "product":
                return rules.nonnegative_product([self.one(NonNegative) for _ in range(2)])
            case "total":
                return rules.nonnegative_total(
                    self.one(NonNegative), self.draw(st.sampled_from(INDICES))
                )
            case "order":
                order = self.one(NonNegative)
                equation = self.one(Equation)
                bound = order.concludes(NonNegative).term
                new = bound + sides(equation)[0] - sides(equation)[1]
                return rules.order(
                    combination(new, bound, [Multiple(equation, number(1), number(1))]), [order]
                )
            case "reality":
                return rules.reality(self.one(NonNegative))
        return rules.antisymmetry(self.one(NonNegative), self.one(NonNegative))

    def cases(self) -> Theorem:
        return rules.cases(
            *[self.one(Equation, NonNegative, Clause)] * 2, self.term(C, C), Atom("q")
        )

    def extension(self) -> Theorem:
        equation, ket = self.one(Equation), Atom("fresh", self.draw(SPACE))
        left, right = sides(equation)
        applied = combination(
            left * letter(ket), right * letter(ket), [Multiple(equation, number(1), letter(ket))]
        )
        return rules.extension(applied, left, right, ket)

    def induction(self) -> Theorem:
        theorem = self.one(Equation, NonNegative)
        closed = generalise(theorem, [N])
        at = [instance(closed, [Replacement(k)]) for k in (number(0), letter(N) + number(1))]
        return rules.induction(*at, N, theorem.conclusion)

    def parity(self) -> Theorem:
        theorem = self.one(Equation, NonNegative)
        closed = generalise(theorem, [N])
        twice = letter(M) + letter(M)
        at = [instance(closed, [Replacement(k)]) for k in (twice, twice + number(1))]
        return rules.parity(*at, N, M, theorem.conclusion)

    def grow(self) -> None:
        makers = (
            [self.combination] * 4 + [self.generalise] * 2 + [self.instance] * 2 + [self.square] * 2
        )
        makers += [self.order] * 3 + [
            self.power,
            self.cases,
            self.extension,
            self.induction,
            self.parity,
        ]
        for maker in self.draw(st.lists(st.sampled_from(makers), min_size=2, max_size=8)):
            with suppress(KernelError):
                self.theorems.append(maker())


@st.composite
def proofs(draw: st.DrawFn) -> Proofs:
    made = Proofs(draw)
    made.theorems += [made.square(), made.power()]
    made.grow()
    return made


def check(theorem: Theorem, model: Model) -> None:
    """Wherever the hypotheses hold, for all values of the free indices, so does the conclusion."""
    source = random.Random(model.seed)
    free = sorted(v for v in theorem.signature if isinstance(v, Index))
    for chosen in model.elements(free):
        at = dict(zip(free, chosen, strict=True))
        if all(model.holds(hypothesis, at, source) for hypothesis in theorem.hypotheses):
            assert model.holds(theorem.conclusion, at, source)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(proofs(), models())
def test_theorems_hold_in_models(made: Proofs, model: Model) -> None:
    model.definitions = made.definitions
    for theorem in made.theorems:
        check(theorem, model)


@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_every_rule_that_is_tried_succeeds_now_and_then(data: st.DataObject) -> None:
    del data
    done: set[str] = set()

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        made = Proofs(data.draw)
        made.theorems += [made.square(), made.power()]
        for name in (
            "combination",
            "generalise",
            "instance",
            "order",
            "cases",
            "extension",
            "induction",
            "parity",
        ):
            with suppress(KernelError):
                made.theorems.append(getattr(made, name)())
                done.add(name)

    collect()
    assert done == {
        "combination",
        "generalise",
        "instance",
        "order",
        "cases",
        "extension",
        "induction",
        "parity",
    }
