"""What `decide` answers.

Main results: `Verdict`, `Certificate`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from derive.deciding.counterexample import Counterexample

if TYPE_CHECKING:
    from derive.deciding.proving.proof import Proof

Status = Literal["proved", "refuted", "undecided"]
EXIT_CODES: dict[Status, int] = {"proved": 0, "refuted": 1, "undecided": 2}


@dataclass(frozen=True)
class Certificate:
    """The proof of a claim: for each of its cases, steps that the kernel replays."""

    proof: Proof

    @property
    def premises(self) -> tuple[str, ...]:
        """The laws of functions that were used, each with its values."""
        from derive.deciding.reporting import premises_of

        return premises_of(self.proof)

    def verify(self) -> None:
        """Replay everything with the kernel alone.

        Raises:
            KernelError: a certificate does not prove its statement.
        """
        for case in self.proof.cases:
            case.verify()

    def as_data(self) -> list[dict[str, Any]]:
        """For each case: what the names are in it, what the symbols mean, hypotheses and steps."""
        from derive.deciding.reporting import case_data

        return [case_data(case) for case in self.proof.cases]


@dataclass(frozen=True)
class Verdict:
    """The answer to a claim.

    Args:
        status: "proved" by a certificate that the kernel has replayed, "refuted" by a
            counterexample that has been verified, or "undecided".
        claim: the claim as it was read, in plain text.
        reason: one sentence: why.
        certificate: the proof, where there is one.
        counterexample: where the claim fails, if it is refuted.
        conditions: what must not vanish for the sides to be defined, as far as it does not follow
            from the assumptions; the claim is about all other points.
        seconds: how long it took.
        audit: makes the warnings.
    """

    status: Status
    claim: str
    reason: str
    certificate: Certificate | None = None
    counterexample: Counterexample | None = None
    conditions: tuple[str, ...] = ()
    seconds: float = 0.0
    audit: Callable[[], tuple[str, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What should make one look at the claim again; hypotheses are audited when this is read.

        Hypotheses that contradict each other, that have no model that could be found, that force
        something trivial, or that were not used; objects that had evaluated themselves.
        """
        return self.audit()

    @property
    def exit_code(self) -> int:
        """0 for proved, 1 for refuted, 2 for undecided."""
        return EXIT_CODES[self.status]

    def as_data(self) -> dict[str, Any]:
        """Everything, for machines."""
        counterexample = self.counterexample
        return {
            "status": self.status,
            "claim": self.claim,
            "reason": self.reason,
            "conditions": list(self.conditions),
            "warnings": list(self.warnings),
            "counterexample": None
            if counterexample is None
            else {
                "values": {value.name: value.text for value in counterexample.values},
                "left": counterexample.left,
                "right": counterexample.right,
                "remark": counterexample.remark,
            },
            "premises": [] if self.certificate is None else list(self.certificate.premises),
            "certificate": None if self.certificate is None else self.certificate.as_data(),
            "seconds": round(self.seconds, 4),
        }

    def as_json(self) -> str:
        """The same as JSON text."""
        return json.dumps(self.as_data(), ensure_ascii=False)

    def __str__(self) -> str:
        lines = [f"{self.status}: {self.reason}"]
        lines += [f"condition: {condition}" for condition in self.conditions]
        return "\n".join(lines)
