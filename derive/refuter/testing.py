"""Testing a theorem in models of its hypotheses: each line of its proof, and each claim.

A formula counts as failing only after the model has been verified anew, exactly: every declared
property and every hypothesis holds in it, and the two sides differ.  A theorem of whose hypotheses
no model is found is possibly vacuous; that is never counted as a success.

Main results: `check_in_models`, `Report`, `Failure`.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from derive.checking.statement import Lowered
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.lifting import Lifting
from derive.language.text_writer import text_of_latex
from derive.language.writer import write
from derive.location import Location
from derive.refuter.choices import Choices
from derive.refuter.clauses import holds
from derive.refuter.counterexample import Counterexample, examine
from derive.refuter.describing import Description, describe, map_latex
from derive.refuter.model import Model, difference
from derive.refuter.questions import Question, Target, What, questions
from derive.refuter.samples import Sample, Samples
from derive.refuter.statements import stated
from derive.theorem import Theorem

if TYPE_CHECKING:
    from hypothesis.database import ExampleDatabase

EXAMPLES = 100
_SPREADS = (1.0, 2.0, 4.0)
_FRUITLESS = 300
"""After so many attempts without a new model no more are expected."""

_SEARCH_SECONDS = 6.0
"""How long the first model is looked for, unless less time is given."""

_SHRINKING_SECONDS = 2.0

Verdict = Literal["held", "refuted", "possibly vacuous", "untested"]


@dataclass(frozen=True)
class Failure:
    """A line or a claim that does not hold in a model of all that is granted.

    Args:
        what: whether it is a line of the proof or a claim; `number` counts them from 1.
        location: where it stands.
        claimed: what it says, in LaTeX.
        left_over: the difference of its sides there, in LaTeX.
        values: what the symbols are, each in LaTeX.
        counterexample: the model, verified, as simple as possible.
    """

    what: What
    number: int
    location: Location
    claimed: str
    left_over: str
    values: tuple[str, ...]
    counterexample: Counterexample

    @property
    def model(self) -> Model:
        """The model in which it fails."""
        return self.counterexample.model

    @property
    def values_text(self) -> tuple[str, ...]:
        """What the symbols are, in Unicode."""
        return tuple(map(text_of_latex, self.values))

    @property
    def claimed_text(self) -> str:
        """What it says, in Unicode."""
        return text_of_latex(self.claimed)

    @property
    def left_over_text(self) -> str:
        """The difference of its sides, in Unicode."""
        return text_of_latex(self.left_over)

    def __str__(self) -> str:
        values = ", ".join(self.values_text) or "always"
        return (
            f"{self.location}: {self.what} {self.number}: {self.claimed_text}, "
            f"left over {self.left_over_text}, where {values}"
        )


@dataclass(frozen=True)
class Report:
    """What became of a theorem in models of its hypotheses.

    Args:
        theorem: its name.
        seed: what the random choices began with.
        examples: how many different models were examined.
        checks: how many times a line or a claim was found to hold in one.
        untested: lines and claims that were evaluated in no model, as `step 2` or `claim 1`.
        has_model: whether there is any model of the hypotheses.
        failure: the first line or claim, in the order of the proof, that fails in the model found.
        seconds: how long it took.
    """

    theorem: str
    seed: int
    examples: int
    checks: int
    untested: tuple[str, ...]
    has_model: bool
    failure: Failure | None
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """The result in a word or two."""
        if self.failure is not None:
            return "refuted"
        if not self.has_model:
            return "possibly vacuous"
        return "untested" if self.untested else "held"


def check_in_models(
    theorem: Theorem,
    *,
    examples: int = EXAMPLES,
    seed: int = 0,
    seconds: float | None = None,
    database: ExampleDatabase | None = None,
) -> Report:
    """Test a theorem in models of its hypotheses: each line of its proof, and each claim.

    With enough time the result depends on theorem, examples and seed alone.

    Args:
        theorem: what to test; it need not be proved, nor what it cites.
        examples: how many models to examine; there may be fewer different ones.
        seed: what the random choices begin with.
        seconds: when to stop at the latest.
        database: where failing examples of earlier runs are kept; they are tried first.

    Raises:
        Malformed: the theorem, or one that it cites, is not well formed.
    """
    return _Test(theorem, examples, seed, seconds, database).report()


class _Test:
    """One run over all questions of a theorem."""

    def __init__(
        self,
        theorem: Theorem,
        examples: int,
        seed: int,
        seconds: float | None,
        database: ExampleDatabase | None,
    ) -> None:
        self.started = time.monotonic()
        self.end = None if seconds is None else self.started + seconds
        self.theorem, self.most, self.seed, self.database = theorem, examples, seed, database
        self.lowered: Lowered = stated(theorem)
        self.examples = self.checks = 0
        self.tested: set[Target] = set()
        self.has_model = False
        self.failure: Failure | None = None

    def report(self) -> Report:
        asked = questions(self.lowered)
        for place, question in enumerate(asked):
            share = -(-(self.most - self.examples) // (len(asked) - place))
            self.ask(question, place, share)
            if self.failure is not None:
                break
        targets = dict.fromkeys(t for question in asked for t in question.targets)
        untested = dict.fromkeys(str(t) for t in targets if t not in self.tested)
        return Report(
            self.theorem.name,
            self.seed,
            self.examples,
            self.checks,
            tuple(untested),
            self.has_model,
            self.failure,
            time.monotonic() - self.started,
        )

    def ask(self, question: Question, place: int, most: int) -> None:
        """Examine models for a question until one of its targets fails."""
        key = f"{self.theorem.name} {place}".encode()
        statement = question.statement
        samples = Samples(question.signature, statement.hypotheses, statement.claims)
        for sample in self.samples(samples, key, most, is_first=place == 0):
            self.has_model = True
            self.examples += 1
            failing = self.examined(sample.model, question)
            if failing is not None:
                self.fail(question, failing, samples, sample, key)
                return

    def samples(
        self, samples: Samples, key: bytes, most: int, *, is_first: bool
    ) -> Iterator[Sample]:
        """Different models: first those that failed before, then others at random."""
        seen = set()
        for record in _recorded(self.database, key):
            sample = samples.again(record)
            if sample is not None and sample.record not in seen:
                seen.add(sample.record)
                yield sample
        digest = hashlib.sha256(key + str(self.seed).encode()).digest()
        source = random.Random(digest)
        began, fruitless = time.monotonic(), 0
        while len(seen) < most and fruitless < _FRUITLESS:
            sample = samples.next(Choices((), source, source.choice(_SPREADS)))
            now = time.monotonic()
            if self.end is not None and now > self.end:
                return
            if sample is None or sample.record in seen:
                fruitless += bool(seen)
                if not seen and now > began + _SEARCH_SECONDS:
                    return
                continue
            fruitless = 0
            seen.add(sample.record)
            yield sample

    def examined(self, model: Model, question: Question) -> Target | None:
        """The first target that fails in a model."""
        for target in question.targets:
            held = holds(target.formula, model)
            if held is False:
                return target
            if held:
                self.tested.add(target)
                self.checks += 1
        return None

    def fail(
        self, question: Question, target: Target, samples: Samples, sample: Sample, key: bytes
    ) -> None:
        """Keep the failure, with the model made simpler."""
        place = question.targets.index(target)

        def refutes(model: Model) -> bool:
            return holds(target.formula, model) is False

        simplest = samples.simplest(sample, refutes, self.seed, _SHRINKING_SECONDS)
        found = examine(question.statement, simplest.model, place)
        description = describe(found, self.lowered.lowering, question.bound)
        self.failure = Failure(
            target.what,
            target.number,
            target.location,
            self.claimed(target, description),
            map_latex(difference(found.left, found.right)),
            description.values,
            found,
        )
        if self.database is not None:
            self.database.save(key, _encoded(simplest.record))

    def claimed(self, target: Target, description: Description) -> str:
        """What a target says: a line as its author wrote it."""
        if target.what == "step":
            step = list(self.theorem.steps())[target.number - 1]
            line = syntax.Comparison((step.left, step.right), (step.relation,))
            return write(line, self.theorem.glossary)
        lifting = Lifting(self.lowered.lowering)
        try:
            return write(lifting.formula(target.whole), lifting.glossary)
        except LanguageError:  # what a program has made may have no notation
            return description.claim


def _recorded(database: ExampleDatabase | None, key: bytes) -> Iterator[Sequence[int]]:
    """The examples of a database, simple ones first; what is damaged is left out."""
    for value in sorted(database.fetch(key), key=lambda v: (len(v), v)) if database else ():
        parts = value.decode("ascii", "replace").split()
        if parts and all(part.isdigit() for part in parts):
            yield [int(part) for part in parts]


def _encoded(record: Sequence[int]) -> bytes:
    return " ".join(map(str, record)).encode()
