"""What is false is refuted, simply; what is true never is; every refutation is checked twice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from derive.checking.statement import Lowered, lower
from derive.kernel.atoms import Atom, C, Index, Space, natural_atom
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Equation, Formula, NonNegative, forall, free
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from derive.library import Library, ordered
from derive.refuter import Counterexample, describe, find_counterexample, find_model
from derive.refuter.testing import check_in_models
from derive.runner import check
from derive.store import Store
from tests.refuter.mutants import claim_mutants, hypothesis_mutants
from tests.refuter.recheck import recheck

V, W = Space("V"), Space("W")
I = Index("i", "I")


def operator(name: str, *properties: str, to: Space = V, of: Space = V) -> Term:
    return letter(Atom(name, to, of, {"adjointable", *properties}))


def scalar(name: str, *properties: str) -> Term:
    return letter(Atom(name, C, C, properties))


def ket(name: str) -> Term:
    return letter(Atom(name, V, C))


def same(left: Term, right: Term) -> Equation:
    return Equation(left, right)


def statement(claim: Formula, *hypotheses: Formula) -> Statement:
    signature = free(claim).union(*map(free, hypotheses))
    return Statement(signature, frozenset(hypotheses), (claim,))


def refuted(claim: Formula, *hypotheses: Formula, seconds: float = 3.0) -> Counterexample:
    found = find_counterexample(statement(claim, *hypotheses), seconds=seconds)
    assert found is not None
    recheck(found)
    return found


def commutator(a: Term, b: Term) -> Term:
    return a * b - b * a


A, B, D = operator("A"), operator("B"), operator("D")
H, U, X = operator("H", "hermitian"), operator("U"), operator("X")
a, b, x = scalar("a"), scalar("b"), scalar("x", "hermitian")
n = letter(natural_atom("n"))
v, w = ket("v"), ket("w")
ONE, NOUGHT = identity(), zero()

FALSE = {
    "a square has one root": (same(a, ONE), [same(a * a, ONE)]),
    "a root is not negative": (same(scalar("r", "hermitian"), x), [same(scalar("r", "hermitian") ** 2, x * x)]),
    "root of two": (same(x, ONE), [same(x * x, number(2))]),
    "zero divisors": (same(B, zero(V, V)), [same(A * B, zero(V, V)), forall((), [same(A, zero(V, V))], same(ONE, NOUGHT))]),
    "operators commute": (same(A * B, B * A), []),
    "sign of a commutator": (same(commutator(A * B, D), A * commutator(B, D) - commutator(A, D) * B), []),
    "factor of a commutator": (same(commutator(A, B * B), commutator(A, B) * B), []),
    "order in a commutator": (same(commutator(A * B, D), A * commutator(B, D) + B * commutator(A, D)), []),
    "dagger of a product": (same((A * B).adjoint(), A.adjoint() * B.adjoint()), []),
    "dropped dagger": (same(v.adjoint() * A * w, (w.adjoint() * A * v).adjoint()), []),
    "a product of Hermitian operators": (same((H * U).adjoint(), H * U), [same(U.adjoint(), U)]),
    "unitary is Hermitian": (same(U, U.adjoint()), [same(U.adjoint() * U, identity(V))]),
    "an isometry is onto": (
        same(operator("T", to=W) * operator("T", to=W).adjoint(), identity(W)),
        [same(operator("T", to=W).adjoint() * operator("T", to=W), identity(V))],
    ),
    "a projector is Hermitian": (same(A.adjoint(), A), [same(A * A, A)]),
    "a nilpotent is zero": (same(A, zero(V, V)), [same(A * A, zero(V, V))]),
    "an expectation is positive": (NonNegative(v.adjoint() * H * v), []),
    "an even power": (same(sign(n), ONE), []),
    "n squared is n": (same(n * n, n), []),
    "a sum over a set that may be empty": (same(total(term=delta(I, I), index=I), ONE), []),
    "not empty": (forall((), [same(total(term=delta(I, I), index=I), NOUGHT)], same(ONE, NOUGHT)), []),
    "eigenvectors are orthogonal": (
        same(v.adjoint() * w, NOUGHT),
        [
            same(A * v, a * v),
            same(A * w, b * w),
            same(letter(Atom("q")) * (a - b), ONE),
        ],
    ),
    "a clause is refuted by what it binds": (
        forall([Atom("v", V, C)], [same(H * v, v)], same(v, zero(V, C))),
        [],
    ),
}

TRUE = {
    "a left inverse is a right inverse, in finite dimension": (
        same(U * U.adjoint(), identity(V)),
        [same(U.adjoint() * U, identity(V))],
    ),
    "commutator of a product": (same(commutator(A * B, D), A * commutator(B, D) + commutator(A, D) * B), []),
    "Hermitian expectation": (same(v.adjoint() * H * v, (v.adjoint() * H * v).adjoint()), []),
    "a square is positive": (NonNegative(v.adjoint() * A.adjoint() * A * v), []),
    "(-1) to the n(n+1)": (same(sign(n * n + n), ONE), []),
    "no finite model": (same(ONE, NOUGHT), [same(commutator(A, B), identity(V)), same(letter(Atom("q")) * v.adjoint() * v, ONE)]),
}


@pytest.mark.parametrize("name", FALSE)
def test_false_claims_are_refuted(name: str) -> None:
    claim, hypotheses = FALSE[name]
    refuted(claim, *hypotheses)


@pytest.mark.parametrize("name", TRUE)
def test_true_claims_are_not_refuted(name: str) -> None:
    claim, hypotheses = TRUE[name]
    assert find_counterexample(statement(claim, *hypotheses), seconds=0.5) is None


def test_orthogonality_needs_hermiticity() -> None:
    claim, hypotheses = FALSE["eigenvectors are orthogonal"]
    found = refuted(claim, *hypotheses)
    assert found.model.dimensions == {"V": 2} or found.left.number


def test_a_root_of_two_is_exact() -> None:
    found = refuted(*[FALSE["root of two"][0], *FALSE["root of two"][1]])
    assert str(found.left.number) in ("√2", "-√2")


def test_commutation_relations_have_no_finite_model() -> None:
    claim = same(ONE, NOUGHT)
    canonical = same(commutator(A, B), identity(V))
    found = find_model(statement(claim, canonical), seconds=1.0)
    assert found is None or found.dimensions == {"V": 0}


def test_the_search_is_the_same_each_time() -> None:
    claim, hypotheses = FALSE["sign of a commutator"]
    once, again = (refuted(claim, *hypotheses).model for _ in range(2))
    assert once == again


# the library

@cache
def library(*names: str) -> dict[str, Lowered]:
    """All theorems, or those of the names and what they cite."""
    loaded = Library.load(Path(__file__).parents[2] / "proofs")
    if names:
        loaded = Library(loaded.root, ordered(loaded[name] for name in names).values())
    store = Store.of(loaded.root)
    proofs = {}
    for outcome in check(loaded, store, list(loaded.in_order), print):
        assert outcome.proof is not None, outcome.error
        proofs[outcome.theorem.name] = outcome.proof
    return {
        name: lower(theorem, {c.theorem.name: proofs[c.theorem.name].closed for c in theorem.citations})
        for name, theorem in loaded.in_order.items()
    }


@pytest.mark.slow
def test_theorems_have_models_and_no_counterexample() -> None:
    for theorem in Library.load(Path(__file__).parents[2] / "proofs"):
        report = check_in_models(theorem, examples=4)
        assert report.failure is None, report.failure
        assert report.has_model, theorem.name


@pytest.mark.slow
def test_mutants_of_claims_are_refuted() -> None:
    counted = dict.fromkeys((True, False), 0)
    for lowered in library().values():
        for _, mutant in [*claim_mutants(lowered.statement)][::50]:
            counted[_is_refuted(mutant, lowered)] += 1
    assert counted[True] > 5 * counted[False]  # some are still true, and time is short


@pytest.mark.slow
def test_mutants_of_hypotheses_are_refuted_rightly() -> None:
    refutations = 0
    for lowered in library().values():
        for _, mutant in [*hypothesis_mutants(lowered.statement)][::150]:
            refutations += _is_refuted(mutant, lowered)
    assert refutations > 20  # many are true still, or have no model


def _is_refuted(mutant: Statement, lowered: Lowered) -> bool:
    found = find_counterexample(mutant, seconds=0.5)
    if found is None:
        return False
    recheck(found)
    assert describe(found, lowered.lowering).text
    return True


def test_every_hypothesis_of_orthogonality_that_is_needed() -> None:
    lowered = library("quantum.orthogonality")["quantum.orthogonality"]
    whole = lowered.statement
    described = []
    for left_out in whole.hypotheses:
        fewer = Statement(whole.signature, whole.hypotheses - {left_out}, whole.claims)
        found = find_counterexample(fewer, seconds=1)
        if found is not None:
            recheck(found)
            described.append(describe(found, lowered.lowering).text)
    assert len(described) == 4
    assert any("Ô = [" in text for text in described)
