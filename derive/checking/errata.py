"""Checking an erratum: what is written must be refuted, what is right must be proved.

Main results: `examine`, `complaint`, `Finding`, `to_record`, `from_record`.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from derive.entries import Erratum
from derive.language.errors import LanguageError
from derive.theorem import Readable, TheoremError

Role = Literal["written", "right"]
WANTED: Mapping[Role, str] = {"written": "refuted", "right": "proved"}

SECONDS = 20.0
"""How long one claim may take, unless something else is said."""

_SECONDS_OF_A_MODEL = 2.0
_FALSITY = ("0", "1")


@dataclass(frozen=True)
class Finding:
    """What was found of one claim of an erratum.

    Args:
        role: whether it is what is written or what is right.
        claim: the claim as it was read, in plain text.
        status: proved, refuted or undecided.
        reason: one sentence; for what is written, where it fails.
        values: the counterexample by names, if there is one.
        left, right: what the two sides are there.
        conditions: what must not vanish for the sides to be defined.
    """

    role: Role
    claim: str
    status: str
    reason: str
    values: Mapping[str, str]
    left: str = ""
    right: str = ""
    conditions: tuple[str, ...] = ()

    @property
    def is_wanted(self) -> bool:
        """Whether it is as the erratum says."""
        return self.status == WANTED[self.role]


def examine(erratum: Erratum, seconds: float = SECONDS) -> tuple[Finding, ...]:
    """Decide all claims of an erratum.

    Raises:
        Malformed: a claim or a hypothesis cannot be read.
        TheoremError: what is right is shown from hypotheses that contradict each other.
    """
    ready()
    findings = [
        _found(erratum, claim, role, seconds) for role in WANTED for claim in erratum.claims(role)
    ]
    if erratum.right_given and any(one.role == "right" for one in findings):
        _refuse_contradiction(erratum)
    return tuple(findings)


def ready() -> None:
    """Import what `decide` uses of other packages: its alarms would leave an import half done."""
    for package in ("flint", "numpy", "derive.deciding.decision"):
        importlib.import_module(package)


def complaint(erratum: Erratum, findings: Sequence[Finding]) -> TheoremError | None:
    """Why an erratum is not right, at the line of the first claim that is not as it says."""
    numbers = {"written": -1, "right": -1}
    for finding in findings:
        numbers[finding.role] += 1
        if not finding.is_wanted:
            claim = erratum.claims(finding.role)[numbers[finding.role]]
            place = erratum.location.of_text(str(claim), 1, finding.role)
            return erratum.error(_message(finding), place)
    return None


def to_record(findings: Sequence[Finding]) -> str:
    """Findings as text for the store."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False)


def from_record(record: str, erratum: Erratum) -> tuple[Finding, ...]:
    """The findings of a record.

    Raises:
        ValueError: it is damaged, or not about these claims.
    """
    data = json.loads(record)
    findings = tuple(_decoded(one) for one in data) if isinstance(data, list) else ()
    roles = [role for role in WANTED for _ in erratum.claims(role)]
    if [finding.role for finding in findings] != roles:
        raise ValueError("it has other claims")
    if not all(finding.is_wanted for finding in findings):
        raise ValueError("it has a claim that is not as the erratum says")
    return findings


def _decoded(data: Any) -> Finding:
    if not isinstance(data, dict):
        raise ValueError("a finding is no object")
    try:
        finding = Finding(**{**data, "conditions": tuple(data.get("conditions", ()))})
    except TypeError as error:
        raise ValueError(f"a finding has other parts: {error}") from None
    texts = (finding.role, finding.claim, finding.status, finding.reason, finding.left)
    if not all(isinstance(text, str) for text in (*texts, finding.right)):
        raise ValueError("a part of a finding is no text")
    if finding.role not in WANTED or not isinstance(finding.values, dict):
        raise ValueError("a finding has another role or no values")
    return finding


def _found(erratum: Erratum, claim: Readable, role: Role, seconds: float) -> Finding:
    from derive.deciding.decision import decide

    try:
        verdict = decide(
            claim,
            erratum.hypotheses(role),
            erratum.assume,
            glossary=erratum.glossary,
            timeout=seconds,
        )
    except LanguageError as error:
        raise erratum.misread(error, claim, role) from None
    point = verdict.counterexample
    return Finding(
        role=role,
        claim=verdict.claim,
        status=verdict.status,
        reason=verdict.reason,
        values={} if point is None else {value.name: value.text for value in point.values},
        left="" if point is None else point.left,
        right="" if point is None else point.right,
        conditions=verdict.conditions,
    )


def _refuse_contradiction(erratum: Erratum) -> None:
    """What is written is refuted by a model of `given`; `right_given` may contradict it."""
    from derive.deciding.decision import decide

    verdict = decide(
        _FALSITY,
        erratum.hypotheses("right"),
        erratum.assume,
        glossary=erratum.glossary,
        timeout=_SECONDS_OF_A_MODEL,
    )
    if verdict.status == "proved":
        place = erratum.location.of_text("", 1, "right_given")
        raise erratum.error("the hypotheses of what is right contradict each other", place)


def _message(finding: Finding) -> str:
    if finding.status == "undecided":
        return f"what is {finding.role} is undecided ({finding.reason}): {finding.claim}"
    if finding.role == "written":
        return f"what is written is no error, it is proved: {finding.claim}"
    return f"what is said to be right is refuted: {finding.claim}; {finding.reason}"
