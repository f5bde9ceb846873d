"""What each part of a theorem is needed for: all questions asked, from records or by searching.

Of a symbol, everything is dropped that can be; the words that are then left are asked for one by
one.  The words that are not needed are dropped together, if that can be proved, so that one
certificate answers for all of them: whoever grants more has a special case of it.

Main result: `Inquiry`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from derive.language.glossary import Declaration
from derive.necessity.answers import Necessity
from derive.necessity.consistency import is_still_granted
from derive.necessity.keeping import Records
from derive.necessity.question import Dropped, Question
from derive.necessity.questions import Questions
from derive.necessity.records import (
    OPEN,
    Answer,
    Record,
    Stale,
    Unbelievable,
    believed,
    record_of,
)
from derive.necessity.searching import proved, refuted, search
from derive.necessity.weakening import Words, granted, steps, weaker
from derive.refuter.given import check_without

JOINT = "together"
"""The key of the record of all properties that are dropped together."""


class Inquiry:
    """The questions about one theorem and their answers.

    Args:
        questions: the questions.
        known: what is known already: collections of records, each by the keys of what is dropped.
        warn: is told of records that do not show what they say.
        seconds: how long to search for the last counterexample of a question; without it nothing
            is searched for, and what the records do not answer is open.
        again: whether to search also for what a record says to be open.

    After `found`, `records` has the records of all answers, and `unknown` the keys of the questions
    that no record answers.
    """

    def __init__(
        self,
        questions: Questions,
        known: Sequence[Records],
        warn: Callable[[str], None],
        *,
        seconds: float | None = None,
        again: bool = False,
    ) -> None:
        self.questions = questions
        self.known, self.warn = known, warn
        self.seconds, self.again = seconds, again
        self.records: dict[str, Record] = {}
        self.unknown: list[str] = []
        self.answers: dict[str, Answer] = {}
        self.dropped: dict[str, Words] = {}
        self.certificate = ""

    def found(self) -> tuple[Necessity, ...]:
        """All answers: of hypotheses, of premises of the claims, of declared words."""
        answered = [Necessity(question, self.ask(question)) for question in self.parts]
        self.recall_joint()
        symbols = self.questions.declared()
        least = {symbol.name: self.least(symbol) for symbol in symbols}
        for symbol in symbols:
            answered += self.about(symbol, least[symbol.name])
        self.record_joint()
        return tuple(answered)

    @cached_property
    def parts(self) -> list[Question]:
        """The questions of hypotheses and of premises of the claims."""
        return [*self.questions.hypotheses(), *self.questions.premises()]

    def check_models(self) -> None:
        """Refuse a model by the author without something of which nothing is asked.

        Raises:
            Malformed: there is one.
        """
        names = [one.dropped.name for one in self.parts]
        names += [symbol.name for symbol in self.questions.declared()]
        check_without(self.questions.theorem, names)

    def about(self, symbol: Declaration, least: Words) -> Iterator[Necessity]:
        """What of a symbol is not needed, then each word that is left."""
        words = granted(symbol.properties)
        if least != words:
            lost = "positive" if "positive" in words else " ".join(sorted(words - least))
            question = self.questions.property(symbol, lost, least)
            yield Necessity(question, self.ask(question))
        for word, left in steps(least):
            question = self.questions.property(symbol, word, left)
            yield Necessity(question, self.ask(question))

    def least(self, symbol: Declaration) -> Words:
        """The least that must be declared of a symbol, as far as is proved."""
        words = granted(symbol.properties)
        for left in weaker(words):
            question = self.questions.property(symbol, "", left)
            if self.ask(question).verdict == "not needed":
                return left
        return words

    def ask(self, question: Question) -> Answer:
        """The answer to a question."""
        key = question.dropped.key
        if key not in self.answers:
            self.answers[key] = self.answer(question)
        return self.answers[key]

    def answer(self, question: Question) -> Answer:
        """The answer that has been found before, or is found now."""
        dropped = question.dropped
        if self.is_joint(dropped):
            return Answer("not needed", certificate=self.certificate)
        if question.lacking:
            return Answer(question.lacking)
        answer = self.recalled(question)
        if answer is None or (answer.verdict == "open" and self.again):
            self.unknown.append(dropped.key)
            answer = self.searched_for(question)
            if answer.counterexample and is_still_granted(question, answer.counterexample):
                answer = OPEN
        was_asked = self.seconds is not None or dropped.key not in self.unknown
        if was_asked and not self.is_joint(dropped):
            self.records[dropped.key] = record_of(question, answer)
        return answer

    def is_joint(self, dropped: Dropped) -> bool:
        """Whether what is dropped is among what has been dropped together."""
        least = self.dropped.get(dropped.name) if dropped.part == "property" else None
        return least is not None and (least == dropped.left or least in weaker(dropped.left))

    def recalled(self, question: Question) -> Answer | None:
        """What the records say, if it can be believed."""
        found = None
        for record in self.recorded(question.dropped.key):
            try:
                answer = believed(question, record)
            except Unbelievable as error:
                self.refuse(question.dropped.key, error)
                continue
            if answer.verdict != "open":
                return answer
            found = answer
        return found

    def recorded(self, key: str) -> list[Any]:
        """The records of one key."""
        return [records[key] for records in self.known if key in records]

    def refuse(self, key: str, error: Exception) -> None:
        """Tell of a record that is damaged; one about another statement is just old."""
        if not isinstance(error, Stale):
            name = self.questions.theorem.name
            self.warn(f"{name}, {key}: the record is not used: {error}")

    def searched_for(self, question: Question) -> Answer:
        """What a search finds; of a property, first whether it can be dropped with the others."""
        if self.seconds is None:
            return OPEN
        if question.dropped.part == "property":
            if self.joined(question.dropped, quickly=True):
                return Answer("not needed", certificate=self.certificate)
            quick = refuted(question)
            if quick is not None:
                return quick
            if self.joined(question.dropped, quickly=False):
                return Answer("not needed", certificate=self.certificate)
        return search(question, self.questions.proof.certificate, self.seconds)

    def joined(self, dropped: Dropped, *, quickly: bool) -> bool:
        """Drop a word together with all that have been dropped so, if that can be proved."""
        if dropped.name in self.dropped:
            return False
        together = {**self.dropped, dropped.name: dropped.left}
        question = self.questions.together(together)
        certificate = proved(question, quickly=quickly) if not question.lacking else ""
        if certificate:
            self.dropped, self.certificate = together, certificate
        return bool(certificate)

    def recall_joint(self) -> None:
        """What a record of the words that are dropped together says, if it can be believed."""
        for record in self.recorded(JOINT):
            try:
                left = {name: frozenset(words) for name, words in record["left"].items()}
                if not self.are_weaker(left):
                    raise Stale("it is about symbols that are declared otherwise")
                question = self.questions.together(left)
                self.certificate = believed(question, record).certificate
                self.dropped = left if self.certificate else {}
                return
            except (Unbelievable, AttributeError, KeyError, TypeError) as error:
                self.refuse(JOINT, error)

    def are_weaker(self, left: Mapping[str, Words]) -> bool:
        """Whether of each symbol less is left than is declared, and it may be dropped at all."""
        declared = {one.name: granted(one.properties) for one in self.questions.declared()}
        return all(
            name in declared and words in weaker(declared[name]) for name, words in left.items()
        )

    def record_joint(self) -> None:
        """Make the record of the words that are dropped together."""
        if self.dropped:
            question = self.questions.together(self.dropped)
            answer = Answer("not needed", certificate=self.certificate)
            left = {name: sorted(words) for name, words in self.dropped.items()}
            self.records[JOINT] = {"left": left, **record_of(question, answer)}
