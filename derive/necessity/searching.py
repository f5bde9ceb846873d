"""The search for the answer to one question: a counterexample or a proof, whichever comes first.

Nothing here needs to be right: what is found is verified.

Main results: `search`, `proved`, `refuted`, `models_by_author`.
"""

from __future__ import annotations

from derive.checking.derivation import derive_claims
from derive.checking.statement import Lowered
from derive.kernel.atoms import KernelError
from derive.necessity.cases import by_cases
from derive.necessity.itself import by_itself
from derive.necessity.planting import planted, planted_by_author
from derive.necessity.question import Question
from derive.necessity.records import OPEN, Answer, Unbelievable, replayed
from derive.refuter.counterexample import symbols
from derive.refuter.given import Given, all_given
from derive.refuter.search import find_counterexample
from derive.theorem import TheoremError

_QUICK_SECONDS = 0.8
_PROOF_SECONDS = 6.0
_AUTHOR_SECONDS = 20.0


def search(question: Question, certificate: str, seconds: float) -> Answer:
    """The answer that is found in time; `open` if none is.

    Args:
        question: what to answer; its statement has a meaning.
        certificate: that of the theorem itself, which may not use what is dropped.
        seconds: how long to search for a counterexample in the end.
    """
    if question.dropped.part != "property":
        if _is_replayed(question, certificate):
            return Answer("not needed", certificate=certificate)
        quick = refuted(question)
        if quick is not None:
            return quick
    certificate = proved(question)
    if certificate:
        return Answer("not needed", certificate=certificate)
    models = models_by_author(question)
    found = planted_by_author(question.statement, models, seconds=_AUTHOR_SECONDS)
    found = found or planted(question.statement, seconds=seconds)
    if found is not None:
        return Answer("needed", counterexample=found)
    return refuted(question, seconds) or OPEN


def models_by_author(question: Question) -> list[Given]:
    """The parts of models that the author gives of what is left of the theorem."""
    own = [variable for closed in question.proof.closed for variable in closed.variables]
    variables = [*own, *symbols(question.statement)]  # the weaker words count
    models = all_given(question.proof.theorem, variables)
    return [model for model in models if model.without in ("", question.dropped.name)]


def refuted(question: Question, seconds: float = _QUICK_SECONDS) -> Answer | None:
    """A counterexample, if one is found in time."""
    found = find_counterexample(question.statement, seconds=seconds)
    return None if found is None else Answer("needed", counterexample=found)


def proved(question: Question, *, quickly: bool = False) -> str:
    """A certificate, if one is found: by the author's lines, then from all hypotheses at once.

    Quickly, only the lines are tried, and not for long.
    """
    for form in question.forms[:1] if quickly else question.forms:
        certificate = _derived(form, _QUICK_SECONDS if quickly else _PROOF_SECONDS)
        if certificate and _is_replayed(question, certificate):
            return certificate
    for way in () if quickly else (by_itself, by_cases):
        certificate = way(question, _PROOF_SECONDS)
        if certificate and _is_replayed(question, certificate):
            return certificate
    return ""


def _derived(form: Lowered, seconds: float) -> str:
    try:
        return derive_claims(form, seconds)
    except (TheoremError, KernelError):
        return ""


def _is_replayed(question: Question, certificate: str) -> bool:
    try:
        return bool(replayed(question, certificate))
    except Unbelievable:
        return False
