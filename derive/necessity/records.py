"""What was found for a weaker statement, as data: a model, or a certificate, or nothing.

A record is believed only after it has been verified again: a model by `derive.refuter.examine`,
which evaluates every property and every hypothesis, and a certificate by the kernel.  A record is
about one statement, which its hash names.

Main results: `Answer`, `Record`, `record_of`, `believed`, `replayed`, `fingerprint`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from derive.kernel.atoms import KernelError
from derive.kernel.certificates import Statement, verify
from derive.kernel.formulas import Equation, Formula, NonNegative
from derive.language.signature import content_of
from derive.necessity.consistency import is_still_granted
from derive.necessity.question import Question
from derive.refuter.counterexample import Counterexample, NoCounterexample, examine, opened, symbols
from derive.refuter.describing import as_json
from derive.refuter.recorded import UnreadableModel, model_of

Verdict = Literal["needed", "not needed", "open", "meaning"]
"""`meaning`: without it nothing is left that has a meaning, such as a division by what may be 0."""

Record: TypeAlias = dict[str, Any]


class Unbelievable(Exception):
    """A record does not show what it says; the message says why."""


class Stale(Unbelievable):
    """A record is about a statement as it was once."""


@dataclass(frozen=True)
class Answer:
    """What is known of a weaker statement: a counterexample, a certificate, or neither."""

    verdict: Verdict
    counterexample: Counterexample | None = None
    certificate: str = ""


OPEN = Answer("open")


def record_of(question: Question, answer: Answer) -> Record:
    """The record of an answer."""
    record: Record = {"verdict": answer.verdict, "statement": fingerprint(question.statement)}
    if answer.counterexample is not None:
        found = answer.counterexample
        record["claim"] = question.statement.claims.index(found.claim)
        record["model"] = as_json(found.model)
    if answer.certificate:
        record["certificate"] = json.loads(answer.certificate)
    return record


def believed(question: Question, record: Any) -> Answer:
    """The answer that a record holds, verified.

    Raises:
        Unbelievable: the record is about another statement, is damaged, or shows nothing.
    """
    if question.lacking or not isinstance(record, dict):
        raise Unbelievable("there is nothing that it could be about")
    statement = question.statement
    if record.get("statement") != fingerprint(statement):
        raise Stale("it is about another statement")
    if record.get("verdict") == "open":
        return OPEN
    if record.get("verdict") == "needed":
        found = _counterexample(statement, record)
        if is_still_granted(question, found):
            raise Unbelievable("what is dropped holds in the model all the same")
        return Answer("needed", counterexample=found)
    if record.get("verdict") == "not needed":
        certificate = json.dumps(record.get("certificate"))
        return Answer("not needed", certificate=replayed(question, certificate))
    raise Unbelievable("it has no verdict")


def _counterexample(statement: Statement, record: Record) -> Counterexample:
    claim = record.get("claim")
    if not isinstance(claim, int) or not 0 <= claim < len(statement.claims):
        raise Unbelievable("there is no such claim")
    signature = symbols(statement)
    variables = {*signature, *opened(statement.claims[claim], signature).variables}
    try:
        return examine(statement, model_of(record.get("model"), variables), claim)
    except (UnreadableModel, NoCounterexample) as error:
        raise Unbelievable(str(error)) from None
    except Exception as error:  # a model of a strange form may make the evaluation fail anywhere
        raise Unbelievable(f"the model cannot be evaluated: {error!r:.200}") from None


def replayed(question: Question, certificate: str) -> str:
    """The certificate, if the kernel replays it.

    Raises:
        Unbelievable: it is damaged, or proves something else.
    """
    cited = {name: closed.theorem for name, closed in question.citable().items()}
    try:
        verify(certificate, question.provable, cited)
    except KernelError as error:
        raise Unbelievable(str(error)) from None
    return certificate


def fingerprint(statement: Statement) -> str:
    """A hash of a statement: of its symbols with their properties, hypotheses and claims."""
    content = [
        sorted(map(str, symbols(statement))),
        sorted(map(_written, statement.hypotheses)),
        [_written(claim) for claim in statement.claims],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]


def _written(formula: Formula) -> str:
    """A formula as a text that is the same in every process."""
    if isinstance(formula, Equation):
        return f"{content_of(formula.left)} = {content_of(formula.right)}"
    if isinstance(formula, NonNegative):
        return f"{content_of(formula.term)} >= 0"
    bound = ", ".join(map(str, formula.variables))
    parts = _listed(formula.premises)
    return f"for all {bound}: ({parts}) => ({_written(formula.conclusion)})"


def _listed(formulas: Iterable[Formula]) -> str:
    return "; ".join(map(_written, formulas))
