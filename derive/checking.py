"""Proving a theorem, and replaying what was proved.

Main results: `Proof`, `StepReport`, `prove`, `replay`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from derive.kernel import rules
from derive.language import syntax
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
    theorems included, that are not theorems themselves.
    """

    theorem: Theorem
    certificate: str
    closed: tuple[rules.Theorem, ...]
    premises: tuple[Hypothesis, ...]
    steps: tuple[StepReport, ...]

    @property
    def status(self) -> Status:
        """Computed from the certificate's replay."""
        return "proved"


def prove(
    theorem: Theorem, cited: Mapping[str, Proof], *, timeout: float | None = None
) -> Proof:
    """Search a proof of every line and of the claims, and let the kernel replay it.

    Args:
        theorem: what to prove.
        cited: the proofs of the theorems that it cites, by name.
        timeout: seconds for the search.

    Raises:
        TheoremError: with the line that fails and what is left over.
    """
    raise NotImplementedError


def replay(theorem: Theorem, cited: Mapping[str, Proof], certificate: str) -> Proof:
    """The proof that a certificate holds, if it is of this theorem as read from its source.

    Raises:
        KernelError: if the certificate is damaged or proves something else.
    """
    raise NotImplementedError
