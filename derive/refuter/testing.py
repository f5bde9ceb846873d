"""Testing a theorem in models of its hypotheses: each line of its proof, and each claim.

A formula counts as failing only after the model has been verified anew, exactly: every declared
property and every hypothesis holds in it, and the two sides differ.  A theorem of whose hypotheses
no model is found is possibly vacuous; that is never counted as a success.

Main result: `check_in_models`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from derive.checking.statement import Lowered
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.lifting import Lifting
from derive.language.writer import write
from derive.refuter.choices import Choices, simpler
from derive.refuter.clauses import holds
from derive.refuter.counterexample import examine
from derive.refuter.describing import Description, as_json, describe, map_latex
from derive.refuter.given import Given, given_by_author
from derive.refuter.model import Model, difference
from derive.refuter.plans import Plan, Plans
from derive.refuter.questions import Question, Target, lawless, questions
from derive.refuter.recorded import UnreadableModel, model_of
from derive.refuter.reports import Failure, Report
from derive.refuter.samples import Sample, Samples
from derive.refuter.search import weight
from derive.refuter.statements import stated
from derive.theorem import Theorem

if TYPE_CHECKING:
    from hypothesis.database import ExampleDatabase

EXAMPLES = 100
_SPREADS = (1.0, 2.0, 4.0)
_FRUITLESS = 300
"""After so many attempts without a new model no more are expected."""

_ONE_BY_ONE = 25
"""So many models are solved for by themselves before plans are made for others."""

_PLANS = 12
_WITHOUT_QUESTION = 5
"""In so many models a claim is evaluated as a whole if what it supposes has no model."""

_SEARCH_SECONDS = 6.0
"""How long the first model is looked for, in seconds of the processor."""

_SHRINKING_SECONDS = 2.0


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
        Malformed: the theorem, or one that it cites, is not well formed, or its `models` are not.
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
        self.questions = questions(self.lowered)
        self.lawless = lawless(theorem, self.questions)
        self.examples = self.checks = 0
        self.tested: set[Target] = set()
        self.unmet: list[Target] = []
        self.models: list[Model] = []
        self.failure: Failure | None = None

    def report(self) -> Report:
        asked = self.questions
        shared = [one for one in asked if one.targets]
        runs = [(one, given) for one in asked for given in given_by_author(self.theorem, one)]
        for place, (question, given) in enumerate(runs):
            left = len([one for one, _ in runs[place:] if one.targets])
            share = -(-(self.most - self.examples) // left) if question.targets else 1
            self.ask(question, given, place, share)
            if self.failure is not None:
                break
        else:
            self.evaluate_whole(target for one in shared for target in one.targets)
        targets = dict.fromkeys(target for one in shared for target in one.targets)
        untested = dict.fromkeys(str(target) for target in targets if target not in self.tested)
        return Report(
            self.theorem.name,
            self.seed,
            self.examples,
            self.checks,
            tuple(untested),
            tuple(dict.fromkeys(map(str, self.unmet))),
            bool(self.models),
            self.failure,
            self.is_late,
            time.monotonic() - self.started,
        )

    @property
    def is_late(self) -> bool:
        return self.end is not None and time.monotonic() > self.end

    def ask(self, question: Question, given: Given, place: int, most: int) -> None:
        """Examine models for a question until one of its targets fails."""
        key = f"{self.theorem.name} {place}".encode()
        statement = question.statement
        samples = Samples(question.signature, statement.hypotheses, statement.claims, given)
        source = random.Random(hashlib.sha256(key + str(self.seed).encode()).digest())
        for model in _recorded(self.database, key, question):
            if not samples.has_faults(model):
                self.count(model)
                failing = self.examined(model, question)
                if failing is not None:
                    self.keep(question, failing, model, key)
                    return
        number = 0
        for sample in self.samples(samples, source):
            self.count(sample.model)
            number += 1
            failing = self.examined(sample.model, question)
            if failing is not None:
                self.fail(question, failing, samples, sample, key)
                return
            if number == _ONE_BY_ONE < most:
                number += self.follow_plans(question, samples, source, most - number, key)
            if number >= most or self.failure is not None:
                return

    def count(self, model: Model) -> None:
        """Count an example, and keep it if there are few."""
        self.examples += 1
        if len(self.models) < _WITHOUT_QUESTION:
            self.models.append(model)

    def samples(self, samples: Samples, source: random.Random) -> Iterator[Sample]:
        """Different models at random, solved for one by one."""
        first = samples.first(_SEARCH_SECONDS, self.end)
        if first is None:
            return
        fruitless = 0
        seen = set()
        sample: Sample | None = first
        while fruitless < _FRUITLESS:
            if sample is None or sample.record in seen:
                fruitless += 1
            else:
                fruitless = 0
                seen.add(sample.record)
                yield sample
            if self.is_late:
                return
            sample = samples.next(Choices((), source, source.choice(_SPREADS)))

    def examined(self, model: Model, question: Question) -> Target | None:
        """The first target that fails in a model, if possible one that speaks of nothing lawless.

        One that does depends on laws that are not known here, and comes last.
        """
        doubtful = None
        for target in question.targets:
            held = holds(target.formula, model)
            if held is False:
                if not question.speaks_of(target, self.lawless):
                    return target
                doubtful = doubtful or target
            elif held:
                self.tested.add(target)
                self.checks += 1
        return doubtful

    def follow_plans(
        self, question: Question, samples: Samples, source: random.Random, most: int, key: bytes
    ) -> int:
        """Examine models by plans until a target fails; how many there were."""
        formulas = question.statement.claims
        plans = Plans(samples.problem, samples.sizes, formulas, _PLANS)
        seen: set[tuple[int, ...]] = set()
        fruitless = 0
        while len(seen) < most and fruitless < _FRUITLESS and not self.is_late:
            choices = Choices((), source, source.choice(_SPREADS))
            plan = plans.next(choices)
            chosen = choices.following()
            values = None if plan is None else plan.run(chosen)
            record = (id(plan), *chosen.made)
            if plan is None or values is None or record in seen:
                fruitless += 1
                continue
            fruitless = 0
            seen.add(record)
            for number, target in enumerate(question.targets):
                held = plan.holds(number, values)
                if held is False:
                    self.examples += len(seen)
                    self.fail_by_plan(question, target, plan, chosen.made, key)
                    return len(seen)
                if held:
                    self.checks += 1
                    self.tested.add(target)
        self.examples += len(seen)
        return len(seen)

    def evaluate_whole(self, targets: Iterator[Target]) -> None:
        """Evaluate those for whose suppositions there was no model, with all that they bind."""
        for target in targets:
            if target not in self.tested and any(holds(target.whole, m) for m in self.models):
                self.tested.add(target)
                self.unmet.append(target)
                self.checks += 1

    def fail(
        self, question: Question, target: Target, samples: Samples, sample: Sample, key: bytes
    ) -> None:
        """Keep the failure, with the model made simpler."""

        def refutes(model: Model) -> bool:
            return holds(target.formula, model) is False

        simplest = samples.simplest(sample, refutes, self.seed, _SHRINKING_SECONDS)
        self.keep(question, target, simplest.model, key)

    def fail_by_plan(
        self, question: Question, target: Target, plan: Plan, made: Sequence[int], key: bytes
    ) -> None:
        """Keep the failure, with the choices of the plan made simpler."""
        number = question.targets.index(target)
        until = time.monotonic() + _SHRINKING_SECONDS
        model: Model | None = None
        candidates = iter([list(made)])
        while time.monotonic() < until:
            given = next(candidates, None)
            if given is None:
                break
            values = plan.run(Choices(given))
            if values is None or plan.holds(number, values) is not False:
                continue
            candidate = plan.model_of(values)
            if model is None or weight(candidate) <= weight(model):
                model, candidates = candidate, simpler(given)
        assert model is not None
        self.keep(question, target, model, key)

    def keep(self, question: Question, target: Target, model: Model, key: bytes) -> None:
        """Make the failure, which verifies the model anew, and keep the model for other runs."""
        found = examine(question.statement, model, question.targets.index(target))
        description = describe(found, self.lowered.lowering, question.bound)
        self.failure = Failure(
            target.what,
            target.number,
            target.location,
            self.claimed(target, description),
            map_latex(difference(found.left, found.right)),
            description.values,
            found,
            question.speaks_of(target, self.lawless),
        )
        if self.database is not None:
            self.database.save(key, json.dumps(as_json(model), sort_keys=True).encode())

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


def _recorded(database: ExampleDatabase | None, key: bytes, question: Question) -> Iterator[Model]:
    """The models of a database; what is damaged is left out, and also what has oscillators."""
    for value in sorted(database.fetch(key)) if database else ():
        with contextlib.suppress(UnreadableModel, ValueError):
            yield model_of(json.loads(value), question.signature)
