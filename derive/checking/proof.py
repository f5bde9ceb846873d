"""Proving a theorem, and replaying what was proved.

A theorem is lowered to a kernel statement; every line of its proof is searched for from the
hypotheses that its reason names, then the claims are from what the lines show.  Whatever the
search found counts only once the kernel has replayed the certificate against the statement.

Main results: `Proof`, `StepReport`, `prove`, `replay`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from derive.checking.citations import Closed
from derive.checking.statement import Lowered, lower
from derive.kernel.certificates import verify
from derive.language import syntax
from derive.language.glossary import Declaration
from derive.language.lifting import Lifting
from derive.language.writer import write
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
    symbols, if the hypotheses then the claim.  `premises` lists the hypotheses, those of cited
    theorems included, that are not theorems themselves; `symbols` the declarations of all symbols
    in the statement, whose properties (real, nonzero, Hermitian...) are assumed, too.
    """

    theorem: Theorem
    certificate: str
    closed: tuple[Closed, ...]
    premises: tuple[Hypothesis, ...]
    symbols: tuple[Declaration, ...]
    steps: tuple[StepReport, ...]

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
        tuple(_premises(lowered, cited)),
        _symbols(lowered),
        reports,
    )


def _premises(lowered: Lowered, cited: Mapping[str, Proof]) -> Iterator[Hypothesis]:
    """What the theorem is proved from, each once, roots and their laws included."""
    theorem = lowered.theorem
    found: list[Hypothesis] = []
    for hypothesis in theorem.hypotheses:
        if hypothesis.citation is None:
            found.append(hypothesis)
        else:
            found += cited[hypothesis.citation.theorem.name].premises
    lifting = Lifting(lowered.lowering)
    for definition in lowered.lowering.definitions:
        name = f"definition of {write(definition.tree, theorem.glossary)}"
        formulas = map(lifting.formula, definition.formulas)
        found += [Hypothesis(name, "definition", formula) for formula in formulas]
    yield from {(one.name, one.formula): one for one in found}.values()


def _symbols(lowered: Lowered) -> tuple[Declaration, ...]:
    """The declared symbols of the statement, in the order of the glossary."""
    used = {variable.name for variable in lowered.statement.signature}
    return tuple(d for d in lowered.theorem.glossary.symbols() if d.name in used)
