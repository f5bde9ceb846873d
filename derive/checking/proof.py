"""Proving a theorem, and replaying what was proved.

A theorem is lowered to a kernel statement; every line of its proof is searched for from the
hypotheses that its reason names, then the claims are from what the lines show.  Whatever the
search found counts only once the kernel has replayed the certificate against the statement.

Main results: `Proof`, `StepReport`, `prove`, `replay`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from derive.checking.citations import Closed
from derive.checking.premises import Premise, premises_of
from derive.checking.statement import Lowered, lower
from derive.kernel.certificates import verify
from derive.language import syntax
from derive.language.glossary import Declaration
from derive.location import Location
from derive.theorem import Hypothesis, Theorem

Status = Literal["proved", "computed", "tested", "refuted", "undecided"]


@dataclass(frozen=True)
class StepReport:
    """One line of a proof: what became of it."""

    step: syntax.Step
    status: Status
    location: Location
    message: str = ""


@dataclass(frozen=True)
class Proof:
    """A theorem that the kernel has proved, with its certificate.

    `closed` has one kernel theorem for each claim, without hypotheses or free symbols: for all
    symbols, if the hypotheses then the claim.  `assumed` has the premises with what they say to the
    kernel; `symbols` the declarations of all symbols in the statement, whose properties (real,
    nonzero, Hermitian...) are assumed, too.
    """

    theorem: Theorem
    certificate: str
    closed: tuple[Closed, ...]
    assumed: tuple[Premise, ...]
    symbols: tuple[Declaration, ...]
    steps: tuple[StepReport, ...]

    @property
    def premises(self) -> tuple[Hypothesis, ...]:
        """The hypotheses, and in place of cited theorems what these bring along, as it is used."""
        return tuple(dict.fromkeys(hypothesis for hypothesis, _ in self.assumed))

    @property
    def status(self) -> Status:
        """Only the kernel makes a proof."""
        return "proved"


def prove(theorem: Theorem, cited: Mapping[str, Proof], *, timeout: float | None = None) -> Proof:
    """Search a proof of every line and of the claims, and let the kernel replay it.

    Args:
        theorem: what to prove.
        cited: the proofs of the theorems that it cites, by name.
        timeout: seconds for the search.

    Raises:
        TheoremError: with the lines that fail and what is left over of each.
    """
    from derive.checking.derivation import derive_claims

    lowered = lower(theorem, _closed(cited))
    certificate = derive_claims(lowered, timeout)
    return _checked(lowered, cited, certificate)


def replay(theorem: Theorem, cited: Mapping[str, Proof], certificate: str) -> Proof:
    """The proof that a certificate holds, if it is of this theorem as read from its source.

    Raises:
        KernelError: if the certificate is damaged or proves something else.
        TheoremError: if the theorem is not well formed.
    """
    return _checked(lower(theorem, _closed(cited)), cited, certificate)


def _closed(cited: Mapping[str, Proof]) -> dict[str, tuple[Closed, ...]]:
    return {name: proof.closed for name, proof in cited.items()}


def _checked(lowered: Lowered, cited: Mapping[str, Proof], certificate: str) -> Proof:
    theorem = lowered.theorem
    theorems = verify(certificate, lowered.statement, lowered.citable())
    reports = tuple(
        StepReport(step, "proved", theorem.place(step.position)) for step in theorem.steps()
    )
    return Proof(
        theorem,
        certificate,
        tuple(lowered.close(one, certificate, k) for k, one in enumerate(theorems)),
        tuple(premises_of(lowered, {name: proof.assumed for name, proof in cited.items()})),
        _symbols(lowered, cited),
        reports,
    )


def _symbols(lowered: Lowered, cited: Mapping[str, Proof]) -> tuple[Declaration, ...]:
    """The declared symbols of the statement: the glossary's in its order, then those brought."""
    used = {variable.name for variable in lowered.statement.signature}
    brought = [d for proof in cited.values() for d in proof.symbols]
    declared = {d.name: d for d in (*brought, *lowered.theorem.glossary.symbols())}
    own = [d.name for d in lowered.theorem.glossary.symbols()]
    names = dict.fromkeys([*own, *declared])
    return tuple(declared[name] for name in names if name in used)
