"""Proofs of problems: instances of premises, a search, and certificates that the kernel replays.

Main results: `CaseProof`, `Proof`, `prove`, `Failure`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from derive.deciding.claims.problem import Problem
from derive.deciding.proving.entrywise import prove_entrywise
from derive.deciding.proving.sequential import grounded, prove_with_sequences
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.cases import Case, cases
from derive.deciding.stating.grants import Divisor, Grant, Unsupported
from derive.deciding.stating.handling.antiderivatives import without_antiderivatives
from derive.deciding.stating.splitting import Split, Vacuous, parts
from derive.deciding.supplying.sampling import samples_of
from derive.kernel.atoms import Atom, KernelError
from derive.kernel.certificates import Statement, verify
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import identity, zero

if TYPE_CHECKING:
    from derive.prover.search import Search

_MOST_STEPS = 20_000
_MOST_SECONDS_OF_ORDERS = 1.5
_MOST_PARTS = 24
_SHARE_OF_A_READING = 0.5
_AT_ONCE, _FEW_STEPS = 0.1, 500


@dataclass(frozen=True)
class CaseProof:
    """The proof of one case.

    Args:
        case: what the names are in it.
        statement: what the certificate proves.
        certificate: the steps, as JSON for the kernel.
        grants: why each hypothesis of the statement is granted.
        abstraction: what the atoms stand for.
    """

    case: Case
    statement: Statement
    certificate: str
    grants: tuple[Grant, ...]
    abstraction: Abstraction

    def verify(self) -> None:
        """Replay the certificate.

        Raises:
            KernelError: it does not prove the statement.
        """
        verify(self.certificate, self.statement)


@dataclass(frozen=True)
class Proof:
    """The proofs of all cases of a problem."""

    cases: tuple[CaseProof, ...]


@dataclass(frozen=True)
class Failure:
    """Why no proof was found."""

    reason: str


def prove(problem: Problem, seconds: float) -> Proof | Failure:
    """A proof of all claims of a problem, replayed by the kernel; or why there is none."""
    end = time.monotonic() + seconds
    problem = without_antiderivatives(problem)
    if not samples_of(problem).allow(*problem.claims):
        return Failure("it fails at a point that the assumptions allow")
    try:
        waiting = list(cases(problem))
    except ValueError as error:
        return Failure(f"too many cases: {error}")
    proofs: list[CaseProof] = []
    seen = 0
    while waiting:
        case, seen = waiting.pop(0), seen + 1
        try:
            found = _prove_case(case, end)
        except Vacuous:
            continue
        except Split as split:
            if seen > _MOST_PARTS:
                return Failure(f"too many cases: {split}")
            waiting = [*parts(case, split), *waiting]
            continue
        if isinstance(found, Failure):
            return found
        proofs.append(found)
    return Proof(tuple(proofs)) if proofs else Failure("a side is nowhere defined")


def _prove_case(case: Case, end: float) -> CaseProof | Failure:
    from derive.prover.budget import Budget, SearchExhausted
    from derive.prover.failures import NotProved
    from derive.prover.recorder import Recorder
    from derive.prover.search import Search

    try:
        abstraction, goals = lowered(case.problem)
    except (Split, Vacuous):
        raise
    except Unsupported as error:
        return Failure(f"not within reach of the kernel: {error}")
    except KernelError as error:
        return Failure(f"the kernel refuses: {error}")
    recorder = Recorder()
    budget = Budget(_MOST_STEPS, max(end - time.monotonic(), 0.001))
    search = Search(recorder, budget)
    try:
        plain, conditional = _assumed(search, abstraction.grants)
        found = _at_once(search, goals, plain) if conditional else None
        proved = found or _proved(search, goals, _discharging(search, plain, conditional))
    except NotProved as failure:
        return Failure(_left_over(abstraction, failure))
    except SearchExhausted:
        return Failure("the time was not enough")
    except KernelError as error:
        return Failure(f"the kernel refuses a step: {error}")
    statement = _statement(proved, goals, abstraction.grants)
    text = recorder.certificate(proved)
    verify(text, statement)
    return CaseProof(case, statement, text, _used(abstraction, statement), abstraction)


def _used(abstraction: Abstraction, statement: Statement) -> tuple[Grant, ...]:
    """The grants that a proof rests on: hypotheses, properties of its symbols, noted laws."""
    atoms = (one for one in statement.signature if isinstance(one, Atom))
    spoken = {abstraction.meanings[atom] for atom in atoms if atom in abstraction.meanings}
    return tuple(
        grant
        for grant in abstraction.grants
        if not statement.hypotheses.isdisjoint(grant.formulas)
        or (not grant.formulas and (grant.subject is None or grant.subject in spoken))
    )


def _proved(search: Search, goals: Sequence[Formula], facts: Sequence[Theorem]) -> list[Theorem]:
    """The goals, from the facts as they are, or else with their equations read in other ways."""
    from derive.deciding.proving.commuting import commutations
    from derive.deciding.proving.turning import closed_forms, readings
    from derive.prover.budget import Budget, SearchExhausted
    from derive.prover.failures import NotProved
    from derive.prover.search import Search

    ordered = any(isinstance(goal, NonNegative) for goal in goals)
    found = _by_orders(search, goals, facts) if ordered else None
    if found is not None:
        return found
    first: Exception | None = None
    facts = [*facts, *commutations(search.recorder, goals, facts)]
    ways = (facts, *readings(search.recorder, facts))
    for reading in (None, *ways) if closed_forms(goals, facts) else (*ways, None):
        seconds = search.budget.seconds_left() * _SHARE_OF_A_READING
        attempt = Search(search.recorder, Budget(_MOST_STEPS, seconds))
        try:
            if reading is None:
                return [_unfolded(attempt, goal, facts) for goal in goals]
            entries = [prove_entrywise(attempt, goal, reading) for goal in goals]
            if None not in entries:
                return [one for one in entries if one is not None]
            return prove_with_sequences(attempt, goals, reading)
        except (NotProved, SearchExhausted) as failure:
            first = first or failure
    assert first is not None
    found = None if ordered else _by_orders(search, goals, facts)
    if found is None:
        raise first
    return found


def _by_orders(
    search: Search, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> list[Theorem] | None:
    """The goals by sums of squares, contradictions and case distinctions."""
    from derive.deciding.proving.cauchy_schwarz import inequalities
    from derive.deciding.proving.expectations import expectations
    from derive.deciding.proving.orders import proved
    from derive.prover.budget import SearchExhausted
    from derive.prover.failures import NotProved

    known = grounded(search.recorder, goals, facts)
    known += inequalities(search.recorder, goals)
    known += expectations(search.recorder, goals, facts)
    with suppress(NotProved, SearchExhausted), search.budget.at_most(_MOST_SECONDS_OF_ORDERS):
        return [proved(search, goal, known) for goal in goals]
    return None


def _scalars(facts: Sequence[Theorem]) -> list[Theorem]:
    """The equations of numbers."""
    equations = [fact for fact in facts if isinstance(fact.conclusion, Equation)]
    return [fact for fact in equations if fact.concludes(Equation).left.is_scalar]


def _first_proved(search: Search, goal: Formula, choices: Sequence[Sequence[Theorem]]) -> Theorem:
    """The goal from the first of several lists of facts that suffices."""
    from derive.prover.failures import NotProved

    *early, last = choices
    for facts in early:
        with suppress(NotProved):
            return search.prove(goal, facts)
    return search.prove(goal, last)


def _unfolded(search: Search, goal: Formula, facts: Sequence[Theorem]) -> Theorem:
    """The goal, with letters replaced by what defines them."""
    from derive.deciding.proving.turning import without_definitions
    from derive.prover.failures import NotProved

    found = without_definitions(search.recorder, goal, facts, search.budget)
    if found is None:
        raise NotProved(goal, None)
    reduction, others = found
    rest = reduction.rest
    assert isinstance(goal, Equation)
    multiples = list(reduction.multiples)
    if rest:
        last = _first_proved(search, Equation(rest, zero(*rest.ends)), (_scalars(facts), others))
        multiples.append(Multiple(last, identity(rest.codomain), identity(rest.domain)))
    return search.recorder.step("combination", goal.left, goal.right, multiples)


def lowered(problem: Problem) -> tuple[Abstraction, tuple[Formula, ...]]:
    """The abstraction of a problem with all instances that may help, and the goals.

    A symbol that turns out to be a divisor is declared nonzero, and all begins again.

    Raises:
        Unsupported, KernelError: something cannot be said to the kernel.
    """
    nonzero: frozenset[str] = frozenset()
    while True:
        abstraction = Abstraction(problem.names, nonzero)
        try:
            goals = tuple(one for claim in problem.claims for one in abstraction.claim(claim))
            for place, relation in enumerate(problem.given, 1):
                abstraction.hypothesis(relation, f"hypothesis {place}")
            _supplied(abstraction, problem)
        except Divisor as divisor:
            if divisor.name in nonzero:
                raise Unsupported(f"{divisor.name} cannot be a divisor") from None
            nonzero |= {divisor.name}
            continue
        return abstraction, goals


def _supplied(abstraction: Abstraction, problem: Problem) -> None:
    """Grant instances; that one of them is undefined says nothing about the problem."""
    from derive.deciding.supplying import supply

    try:
        supply(abstraction, problem)
    except Vacuous as error:
        raise Unsupported(str(error)) from None


def _assumed(search: Search, grants: Sequence[Grant]) -> tuple[list[Theorem], list[Theorem]]:
    """All grants as theorems: the facts, and the instances of premises that ask for something."""
    facts: list[Theorem] = []
    waiting: list[Theorem] = []
    for grant in grants:
        for formula in grant.formulas:
            theorem = search.recorder.step("assume", formula)
            conditional = (
                grant.kind == "premise" and isinstance(formula, Clause) and not formula.variables
            )
            (waiting if conditional else facts).append(theorem)
    return facts, waiting


def _at_once(
    search: Search, goals: Sequence[Formula], facts: Sequence[Theorem]
) -> list[Theorem] | None:
    """The goals, if they are quickly proved from what needs no conditions."""
    from derive.prover.budget import Budget, SearchExhausted
    from derive.prover.failures import NotProved
    from derive.prover.search import Search

    if not all(isinstance(goal, Equation) for goal in goals):
        return None
    seconds = min(_AT_ONCE, search.budget.seconds_left())
    quick = Search(search.recorder, Budget(_FEW_STEPS, seconds))
    with suppress(NotProved, KernelError, SearchExhausted), quick.budget.at_most(seconds):
        return prove_with_sequences(quick, goals, facts)
    return None


def _discharging(search: Search, facts: list[Theorem], waiting: Sequence[Theorem]) -> list[Theorem]:
    """The facts, with the conclusions of those instances whose conditions can be proved."""
    for _ in range(3):
        still = [theorem for theorem in waiting if not _discharged(search, theorem, facts)]
        if len(still) == len(waiting):
            break
        waiting = still
    return facts


def _discharged(search: object, theorem: Theorem, facts: list[Theorem]) -> bool:
    """Whether the premises of a ground clause are proved; then its conclusion is a fact."""
    from derive.deciding.proving.orders import proved
    from derive.prover.budget import Budget, SearchExhausted
    from derive.prover.failures import NotProved
    from derive.prover.search import Search

    assert isinstance(search, Search)
    clause = theorem.concludes(Clause)
    inner = Search(search.recorder, Budget(500, min(0.3, search.budget.seconds_left())))
    seconds = inner.budget.seconds_left()
    with suppress(NotProved, KernelError, SearchExhausted), inner.budget.at_most(seconds):
        premises = [
            prove_entrywise(inner, premise, facts) or proved(inner, premise, facts)
            for premise in clause.premises
        ]
        facts.append(search.recorder.step("instance", theorem, [], [], premises))
        return True
    return False


def _statement(
    proved: Sequence[Theorem], goals: Sequence[Formula], grants: Sequence[Grant]
) -> Statement:
    """What the certificate says: the goals, from those hypotheses that were used and granted."""
    used = frozenset(formula for theorem in proved for formula in theorem.hypotheses)
    hypotheses = used & {formula for grant in grants for formula in grant.formulas}
    signature = frozenset(variable for theorem in proved for variable in theorem.signature)
    signature = signature.union(*map(free, (*hypotheses, *goals)))
    return Statement(signature, hypotheses, tuple(goals))


def _left_over(abstraction: Abstraction, failure: object) -> str:
    from derive.deciding.writing import as_text

    rest = getattr(failure, "rest", None)
    if rest is None:
        return "no proof was found"
    try:
        shown = as_text(abstraction.expression(rest))
    except Unsupported:
        return "no proof was found"
    return f"no proof was found that {shown} vanishes" if len(shown) < 300 else "no proof was found"
