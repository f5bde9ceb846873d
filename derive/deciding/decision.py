"""Deciding a claim: a quick look for a counterexample, a proof, then a longer look.

Main results: `decide`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from derive.deciding.claims.expressions import Relation
from derive.deciding.claims.problem import Problem
from derive.deciding.verdict import Certificate, Verdict

if TYPE_CHECKING:
    from derive.deciding.counterexample import Counterexample
    from derive.deciding.proving.proof import CaseProof, Failure, Proof
    from derive.deciding.reading import Reading
    from derive.language.glossary import Glossary

DEFAULT_TIMEOUT = 10.0
_FIRST_LOOK = 0.02
_SHARE_OF_PROOF = 0.6


def decide(
    claim: Any,
    given: Any = (),
    assume: Mapping[Any, str] | None = None,
    *,
    glossary: Glossary | None = None,
    syntax: Literal["text", "latex"] | None = None,
    strict: bool = False,
    timeout: float = DEFAULT_TIMEOUT,
    seed: int = 0,
) -> Verdict:
    r"""Decide a claim: proved by a certificate, refuted by a counterexample, or undecided.

    A claim says that its two sides are equal at every point that the assumptions and hypotheses
    allow and at which both are defined; for operators, in every model of every dimension.

    Args:
        claim: text such as `"sin(x)**2 + cos(x)**2 == 1"`, LaTeX such as `r"\sqrt{a^2} = a"`, a
            relation of SymPy, or a pair of two sides.
        given: hypotheses, one or several, in the same forms.
        assume: for each name (or several names with blanks between them) what it is, such as
            `"real positive"`, `"integer odd"`, `"operator hermitian"`, `"matrix 2x3 complex"`.
        glossary: declarations of a library, beside those in `assume`.
        syntax: "text" or "latex", for a string that could be both.
        strict: whether the claim must hold without conditions for its sides to be defined.
        timeout: how many seconds it may take.
        seed: what the random choices of the search for counterexamples begin with.

    Raises:
        LanguageError: the claim, a hypothesis or an assumption cannot be read.
        IllFormed: the types of a claim do not fit.
    """
    from derive.deciding.reading import read_problem

    reading = read_problem(claim, given, assume, glossary, syntax)
    return decide_reading(reading, strict=strict, timeout=timeout, seed=seed)


def decide_reading(
    reading: Reading, *, strict: bool = False, timeout: float = DEFAULT_TIMEOUT, seed: int = 0
) -> Verdict:
    """Decide a claim that has been read."""
    return _Decision(reading, strict, time.monotonic(), timeout, seed).verdict()


class _Decision:
    """The work on one claim within its time."""

    def __init__(
        self, reading: Reading, strict: bool, started: float, timeout: float, seed: int
    ) -> None:
        self.reading = reading
        self.problem = reading.problem
        self.strict = strict
        self.started = started
        self.end = started + timeout
        self.seed = seed

    def verdict(self) -> Verdict:
        from derive.prover.budget import Budget, SearchExhausted

        if self.reading.evaluated is not None:
            return self._answer("undecided", self.reading.warnings[0])
        try:
            with Budget(0, self.left()).at_most(self.left()):
                return self._decided()
        except (SearchExhausted, MemoryError, RecursionError, SystemError):
            return self._answer("undecided", "the time was not enough")

    def left(self) -> float:
        """The seconds that are left."""
        return max(self.end - time.monotonic(), 0.001)

    def _decided(self) -> Verdict:
        found = self._refuted(min(_FIRST_LOOK, self.left()))
        if found is not None:
            return found
        proof = self._proof(self.left() * _SHARE_OF_PROOF)
        from derive.deciding.proving.proof import Proof

        if isinstance(proof, Proof):
            return self._proved(proof)
        return self._refuted(self.left() * 0.9) or self._answer("undecided", proof.reason)

    def _refuted(self, seconds: float) -> Verdict | None:
        counterexample = refute(self.problem, seconds, self.seed)
        if counterexample is None:
            return None
        reason = f"it fails for {counterexample}" if counterexample.values else "it is false"
        return self._answer("refuted", reason, counterexample=counterexample)

    def _proof(self, seconds: float) -> Proof | Failure:
        """The proofs of all claims, each by itself: other points are excluded for each."""
        from derive.deciding.proving.proof import Failure, Proof, prove
        from derive.deciding.stating.matrices import expanded

        parts: list[CaseProof] = []
        for claim in self.problem.claims:
            single = replace(self.problem, claims=(claim,))
            found = prove(expanded(single).problem, seconds / len(self.problem.claims))
            if isinstance(found, Failure):
                return found
            parts += found.cases
        return Proof(tuple(parts))

    def _proved(self, proof: Proof) -> Verdict:
        from derive.deciding.conditions import open_conditions
        from derive.deciding.existence import doubtful

        wanted = (*_texts(open_conditions(self.problem)), *doubtful(self.problem, proof.cases))
        if wanted and self.strict:
            reason = f"a side may be undefined; show that {', '.join(wanted)}"
            return self._answer("undecided", reason)
        reason = "a certificate was replayed by the kernel"
        return self._answer("proved", reason, certificate=Certificate(proof), conditions=wanted)

    def _answer(self, status: Any, reason: str, **more: Any) -> Verdict:
        from derive.deciding.auditing import audit
        from derive.deciding.writing import as_text

        verdict = Verdict(
            status,
            " and ".join(map(as_text, self.problem.claims)),
            reason,
            seconds=time.monotonic() - self.started,
            audit=lambda: audit(self.reading, verdict, self.seed),
            **more,
        )
        return verdict


def refute(problem: Problem, seconds: float, seed: int) -> Counterexample | None:
    """A verified counterexample that is found in time."""
    plain = all(declared.kind in ("scalar", "function") for declared in problem.names.values())
    if plain and not _has_grids(problem):
        from derive.deciding.refuting.scalars import refute_scalars

        return refute_scalars(problem, seconds, seed)
    from derive.deciding.refuting.operators import refute_operators

    return refute_operators(problem, seconds, seed)


def _has_grids(problem: Problem) -> bool:
    from derive.deciding.claims.expressions import Grid

    sides = [side for r in (*problem.claims, *problem.given) for side in r.sides]
    return any(isinstance(part, Grid) for side in sides for part in side.walk())


def _texts(relations: Sequence[Relation]) -> tuple[str, ...]:
    from derive.deciding.writing import as_text

    return tuple(map(as_text, relations))
