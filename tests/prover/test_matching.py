"""Where a leading monomial occurs: every match multiplies back, and the corner cases."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive.kernel import rules
from derive.kernel.atoms import NATURAL, Atom, C, KernelError, Space
from derive.kernel.formulas import Equation, forall
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from derive.prover.conclusions import sides
from derive.prover.matching import matches, opened, unify
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, instantiate, relations_of
from tests.kernel.strategies import to_term, trees
from tests.prover.problems import (
    N,
    V,
    W,
    equal,
    f,
    fi,
    fj,
    i,
    imaginary,
    isometry,
    j,
    ket,
    ki,
    n,
    one,
    operator,
    scalar,
    two,
    vanishes,
)

A, B = operator("A", "adjointable"), operator("B", "adjointable")
v, w, x = ket("v"), ket("w"), scalar("x")
PSI, LAMBDA = Atom("psi", V), Atom("lambda")
psi = letter(PSI)


def relation(formula: object) -> tuple[Recorder, Relation]:
    """The first relation of an equation or a clause."""
    recorder = Recorder()
    return recorder, next(relations_of(recorder.step("assume", formula)))


def products(recorder: Recorder, rule: Relation, term: Term) -> list[Term]:
    """What each match of the relation in a term of one monomial multiplies back to.

    The equation is that a monomial vanishes, so that the multiple is the monomial itself.
    """
    ((monomial, _),) = term.monomials.items()
    found = []
    for match in matches(recorder, rule, monomial, term.domain, term.codomain):
        theorem = instantiate(recorder, rule.theorem, match.bindings) if rule.variables else rule.theorem
        lead = sides(theorem)[0] - sides(theorem)[1]
        lead = lead.adjoint() if rule.adjoint else lead
        part = match.beside * (match.left * lead * match.right)
        for index in match.over:
            part = total(index, part)
        found.append(part)
    return found


def count(formula: object, term: Term) -> int:
    """How many matches there are; each multiplies back to the monomial."""
    recorder, rule = relation(formula)
    found = products(recorder, rule, term)
    ((monomial, _),) = term.monomials.items()
    assert all(part == Term(term.codomain, term.domain, {monomial: Fraction(1)}) for part in found)
    return len(found)


@pytest.mark.parametrize(
    ("lead", "term", "expected"),
    [
        (A * B, A * B, 1),
        (A * B, B * A * B * A * B, 2),
        (A * B, B * A, 0),
        (A * B, number(Fraction(3, 7)) * A * B, 1),
        (A**2, A**5, 1),
        (A**2, A * B * A, 0),
        (A * B * A, A**2 * B * A**2, 1),
        (A**n, A ** (n + two), 1),
        (A, A**n, 0),
        (A**2 * v, A**3 * v, 1),
        (B * A * v, B**2 * A * v * w.adjoint() * B, 1),
        (w.adjoint() * v, w.adjoint() * v, 1),
        (w.adjoint() * v, (w.adjoint() * v) ** 2 * x, 1),
        (A * v, w.adjoint() * B * A * v, 1),
        (A * v, (w.adjoint() * A * v) * B, 1),
        (w.adjoint() * A, w.adjoint() * A * v, 1),
        (v * w.adjoint(), (w.adjoint() * A * v) * v * w.adjoint(), 3),
        (v * w.adjoint(), (w.adjoint() * v) * (w.adjoint() * A * v), 2),
        (isometry.adjoint() * isometry, isometry * isometry.adjoint() * isometry, 1),
        (isometry.adjoint() * isometry, isometry * isometry.adjoint(), 0),
        (total(i, ki * ki.adjoint()), A * total(i, ki * ki.adjoint()), 1),
        (total(i, ki * ki.adjoint()), total(i, fi * ki * ki.adjoint()), 0),
        (total(i, ki * ki.adjoint()), w.adjoint() * total(i, ki * ki.adjoint()) * v, 1),
        (delta(i, j) * fi, delta(i, j) * fi, 0),
        (sign(n) * A, sign(n) * A, 0),
        (A, sign(n) * delta(i, j) * A * v, 1),
        (imaginary * A, imaginary * A * B, 1),
        (imaginary * A, A * B, 1),
        (A, imaginary * A * B, 1),
        (x * identity(V), x * A, 1),
        (x * identity(W), x * A, 0),
        (x * identity(W), x * w.adjoint() * v, 0),
    ],
)
def test_how_often_a_lead_occurs(lead: Term, term: Term, expected: int) -> None:
    assert count(vanishes(lead), term) == expected


@pytest.mark.parametrize(
    ("clause", "term", "expected"),
    [
        (forall([PSI], [], vanishes(A * psi)), A * B * v, 1),
        (forall([PSI], [], vanishes(A * psi)), B * A, 0),
        (forall([PSI], [], vanishes(A * psi)), w.adjoint() * A * v, 1),
        (forall([PSI], [], vanishes(psi.adjoint() * A * psi)), v.adjoint() * A * v, 1),
        (forall([PSI], [], vanishes(psi.adjoint() * A * psi)), w.adjoint() * A * v, 0),
        (forall([i], [], vanishes(ki)), B * ki, 1),
        (forall([i], [], vanishes(ki)), total(i, ki * ki.adjoint()), 1),
        (forall([i, j], [], vanishes(ki.adjoint() * letter(Atom("k", V, C, (), ("I",)), j))), total(i, ki.adjoint() * ki), 1),
        (forall([N], [], vanishes(letter(Atom("s", slots=(NATURAL,)), n + two))), letter(Atom("s", slots=(NATURAL,)), number(5)), 1),
        (forall([N], [], vanishes(letter(Atom("s", slots=(NATURAL,)), n + two))), letter(Atom("s", slots=(NATURAL,)), one), 0),
        (forall([N], [], vanishes(letter(Atom("s", slots=(NATURAL,)), n))), letter(Atom("s", slots=(NATURAL,)), n * n + one), 1),
    ],
)
def test_how_often_a_pattern_occurs(clause: object, term: Term, expected: int) -> None:
    assert count(clause, term) == expected


def test_opening_gives_declared_names() -> None:
    recorder = Recorder()
    ((monomial, _),) = total(i, fi * fj).monomials.items()
    target, (name,) = opened(recorder, monomial)
    assert not target.bound
    assert total(name, Term(C, C, {target: Fraction(1)})) == total(i, fi * fj)


@st.composite
def occurrences(draw: st.DrawFn) -> tuple[Term, Term, list[object]]:
    """A monomial, a multiple of it, and some of its variables to be patterns."""
    inner = [Space("V"), Space("W"), Space("E", inner=False), C]
    codomain, middle, other, domain = (draw(st.sampled_from(inner)) for _ in range(4))
    parts = []
    for ends in ((codomain, middle), (middle, other), (other, domain)):
        term = to_term(draw(trees(*ends, depth=1)))
        monomials = sorted(term.monomials.items())
        if not monomials:
            return zero(), zero(), []
        monomial, _ = draw(st.sampled_from(monomials))
        parts.append(Term(*ends, {monomial: Fraction(1)}))
    left, lead, right = parts
    free = sorted(lead.free, key=lambda variable: variable.name)
    free = [v for v in free if not v.name.startswith("#")]
    patterns = draw(st.lists(st.sampled_from(free), unique=True, max_size=3)) if free else []
    return lead, left * lead * right, patterns


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(occurrences())
def test_every_match_multiplies_back(case: tuple[Term, Term, list[object]]) -> None:
    lead, whole, patterns = case
    try:
        clause = forall(patterns, (), vanishes(lead)) if patterns else vanishes(lead)
        recorder = Recorder()
        rules_ = list(relations_of(recorder.step("assume", clause)))
    except KernelError:
        return
    for monomial in whole.monomials:
        term = Term(whole.codomain, whole.domain, {monomial: Fraction(1)})
        for rule in rules_:
            try:
                found = products(recorder, rule, term)
            except KernelError:
                continue
            assert all(part == term for part in found)


@pytest.mark.parametrize(
    ("pattern", "target", "value"),
    [
        (letter(LAMBDA) * v, x * v, x),
        (letter(LAMBDA) * v, v, one),
        (letter(LAMBDA) * v, number(Fraction(-2, 3)) * x**2 * v, number(Fraction(-2, 3)) * x**2),
        (letter(LAMBDA) * v, imaginary * v, imaginary),
        (two * letter(LAMBDA) * v, x * v, number(Fraction(1, 2)) * x),
        (letter(LAMBDA).adjoint() * v, x * v, x.adjoint()),
        (letter(LAMBDA) * x, x**3, x**2),
        (letter(LAMBDA) * v, x * w, None),
        (letter(LAMBDA) * v, x * A * v, None),
        (letter(LAMBDA) * x * v, scalar("y") * v, None),
    ],
)
def test_unify_binds_a_scalar(pattern: Term, target: Term, value: Term | None) -> None:
    bindings: dict[object, object] = {}
    assert unify(pattern, target, frozenset([LAMBDA]), bindings) is (value is not None)  # type: ignore[arg-type]
    assert bindings.get(LAMBDA) == value


@pytest.mark.parametrize(
    ("pattern", "target"),
    [
        (A * psi, A * B * v),
        (psi.adjoint() * A * psi, v.adjoint() * A * v),
        (letter(LAMBDA) * A * psi, x * A * v),
        (fi * psi, fj * v),
    ],
)
def test_unify_makes_the_pattern_the_target(pattern: Term, target: Term) -> None:
    clause = forall([LAMBDA, PSI, i], [], Equation(pattern, pattern))
    bindings: dict[object, object] = {}
    assert unify(pattern, target, frozenset([LAMBDA, PSI, i]), bindings)  # type: ignore[arg-type]
    recorder = Recorder()
    full = {LAMBDA: one, PSI: v, i: j, **bindings}
    chosen = dict(zip(clause.variables, (full[k] for k in (LAMBDA, PSI, i)), strict=True))
    theorem = instantiate(recorder, rules.generalise(rules.combination(pattern, pattern, []), [LAMBDA, PSI, i]), chosen)  # type: ignore[arg-type]
    assert theorem.conclusion == equal(target, target)


@pytest.mark.parametrize(
    ("pattern", "target"),
    [
        (psi.adjoint() * A * psi, v.adjoint() * A * w),
        (A * psi, B * v),
        (psi, letter(Atom("other", W))),
        (letter(f, i) * letter(f, j), fi),
        (A * psi + v, A * v + v),
    ],
)
def test_unify_refuses(pattern: Term, target: Term) -> None:
    assert not unify(pattern, target, frozenset([PSI, LAMBDA]), {})
