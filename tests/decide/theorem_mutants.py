"""Mutants of the claims of proved theorems, made of kernel terms: dimensions play no part.

Main results: `prepare`, `names`, `statement_of`, `statement_mutants`, `fate`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import cache
from typing import Literal

from derive.checking import Proof, prove
from derive.checking.statement import lower
from derive.kernel import exponents
from derive.kernel.atoms import KernelError
from derive.kernel.certificates import Statement, verify
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, forall, image, renaming
from derive.kernel.terms import Letter, Monomial, Term, identity, number, single
from derive.library import Library, ordered
from derive.loading import LIBRARY
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.recorder import Recorder
from derive.prover.search import NotProved, Search
from derive.refuter import examine, find_counterexample
from derive.refuter.counterexample import NoCounterexample
from derive.refuter.sampling import known_models
from derive.theorem import Theorem

Fate = Literal["refuted", "still true", "undecided", "WRONG"]


@cache
def _statements() -> Mapping[str, Statement]:
    proofs: dict[str, Proof] = {}
    for name, theorem in ordered(Library.load(LIBRARY)).items():
        proofs[name] = prove(theorem, proofs)
    closed = {name: proof.closed for name, proof in proofs.items()}
    return {name: lower(proof.theorem, closed).statement for name, proof in proofs.items()}


def prepare() -> None:
    """Prove the whole library once, for this process and those that it forks."""
    _statements()


def names() -> tuple[str, ...]:
    """The names of all theorems of the library."""
    return tuple(theorem.name for theorem in Library.load(LIBRARY))


@cache
def theorem_of(name: str) -> Theorem:
    """A theorem of the library, as its author wrote it."""
    return Library.load(LIBRARY)[name]


def statement_of(name: str) -> Statement:
    """What the certificate of a theorem of the library proves."""
    return _statements()[name]


def statement_mutants(statement: Statement) -> Iterator[tuple[str, Statement]]:
    """Statements with one change in one claim, each once."""
    seen = {statement.claims}
    for place, claim in enumerate(statement.claims):
        for operator, changed in _formulas(claim):
            claims = (*statement.claims[:place], changed, *statement.claims[place + 1 :])
            if claims not in seen:
                seen.add(claims)
                yield operator, statement._replace(claims=claims)


def _formulas(formula: Formula) -> Iterator[tuple[str, Formula]]:
    match formula:
        case Equation(left, right):
            for operator, term in _terms(left):
                yield operator, Equation(term, right)
            for operator, term in _terms(right):
                yield operator, Equation(left, term)
        case NonNegative(term):
            for operator, changed in _terms(term):
                yield operator, NonNegative(changed)
        case Clause(variables, premises, conclusion):
            fresh = [v._replace(name=f"m{k}") for k, v in enumerate(variables)]
            put = renaming(variables, fresh)
            inner = [image(premise, put) for premise in premises]
            for operator, changed in _formulas(image(conclusion, put)):
                yield operator, forall(fresh, inner, changed)


def _terms(term: Term) -> Iterator[tuple[str, Term]]:
    """The term with one of its monomials changed."""
    for monomial, c in term.monomials.items():
        here = Term(term.codomain, term.domain, {monomial: c})
        rest = term - here
        yield "sign", rest - here
        yield "factor", rest + here * number(2)
        yield "factor", rest + here * number(Fraction(1, 2))
        if len(term.monomials) > 1:
            yield "dropped term", rest
        for operator, changed in _monomials(monomial, term):
            try:
                yield operator, rest + changed * number(c)
            except KernelError:
                continue


def _monomials(monomial: Monomial, term: Term) -> Iterator[tuple[str, Term]]:
    """What becomes of a monomial without bound indices when one of its letters changes."""
    if monomial.bound or monomial.deltas or monomial.sign:
        return
    words = [(word, power) for word, power in monomial.scalars]
    others = sorted({part[0].atom for word, _ in (*words, (monomial.word, None)) for part in word})
    for place, (word, power) in enumerate(words):
        beside = (*words[:place], *words[place + 1 :])
        kept = Term(term.codomain, term.domain, {monomial._replace(scalars=beside): Fraction(1)})
        for operator, changed in _words(word, others):
            yield from _attempt(operator, lambda c=changed, k=kept, p=power: (_product(c) ** p) * k)
        for step in (exponents.constant(1), exponents.constant(-1)):
            moved = exponents.add(power, step)
            yield from _attempt("exponent", lambda w=word, k=kept, p=moved: (_product(w) ** p) * k)
    plain = monomial._replace(word=())
    scalars = Term(identity().codomain, identity().domain, {plain: Fraction(1)})
    for operator, changed in _words(monomial.word, others):
        yield from _attempt(operator, lambda c=changed: scalars * _product(c))


def _words(word: tuple, others: list) -> Iterator[tuple[str, tuple]]:  # type: ignore[type-arg]
    for place, (here, power) in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        if "adjointable" in here.atom.properties and "hermitian" not in here.atom.properties:
            flipped = here._replace(adjoint=not here.adjoint)
            yield "dropped dagger", (*before, (flipped, power), *after)
        if after:
            yield "swapped neighbours", (*before, after[0], (here, power), *after[1:])
        for atom in others:
            same = (atom.codomain, atom.domain, atom.slots) == (
                here.atom.codomain,
                here.atom.domain,
                here.atom.slots,
            )
            if same and atom != here.atom:
                yield "symbol", (*before, (Letter(atom, here.arguments, False), power), *after)


def _product(word: tuple) -> Term:  # type: ignore[type-arg]
    factors = [single(here, power) for here, power in word]
    result = factors[0]
    for factor in factors[1:]:
        result = result * factor
    return result


def _attempt(operator: str, make: object) -> Iterator[tuple[str, Term]]:
    try:
        yield operator, make()  # type: ignore[operator]
    except KernelError:
        return


def fate(
    statement: Statement, original: Statement, theorem: Theorem, seconds: float, seed: int = 1
) -> Fate:
    """Whether a mutant is refuted, or proved from the hypotheses and the true claims.

    What is proved is looked at once more with exact random models.
    """
    found = find_counterexample(statement, seconds=seconds / 2, seed=seed)
    if found is not None:
        return "refuted"
    if not _is_proved(statement, original, seconds):
        found = find_counterexample(statement, seconds=seconds, seed=seed + 1)
        told = found is not None or _fails_in_a_known_model(statement, theorem)
        return "refuted" if told else "undecided"
    again = find_counterexample(statement, seconds=seconds, seed=seed + 2)
    return "still true" if again is None else "WRONG"


def _fails_in_a_known_model(statement: Statement, theorem: Theorem) -> bool:
    """Whether one of the models of the theorem itself is a counterexample to the mutant."""
    for model in known_models(theorem):
        for place in range(len(statement.claims)):
            with suppress(NoCounterexample):
                examine(statement, model, place)
                return True
    return False


def _is_proved(statement: Statement, original: Statement, seconds: float) -> bool:
    recorder = Recorder()
    assumed = [*statement.hypotheses, *original.claims]
    try:
        facts = [recorder.step("assume", formula) for formula in assumed]
        search = Search(recorder, Budget(5_000, seconds))
        proved = [search.prove(claim, facts) for claim in statement.claims]
        text = recorder.certificate(proved)
        verify(text, replace_hypotheses(statement, frozenset(assumed), proved))
    except (KernelError, NotProved, SearchExhausted):
        return False
    return True


def replace_hypotheses(statement: Statement, more: frozenset[Formula], proved: list) -> Statement:  # type: ignore[type-arg]
    """The statement with more hypotheses, and the symbols of its proofs."""
    signature = frozenset(v for theorem in proved for v in theorem.signature)
    return Statement(statement.signature | signature, more, statement.claims)
