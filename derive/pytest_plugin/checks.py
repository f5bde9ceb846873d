"""What became of the theorems and errata of a folder: each is checked once, when first asked for.

A line that does not follow is refuted by a model in which all that is granted holds and the line
does not; without one it is undecided.

Main results: `Checks`, `Verdict`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, Self, TypeVar

import pytest
from hypothesis.database import DirectoryBasedExampleDatabase

from derive import proofreading, runner
from derive.checking.errata import SECONDS as SECONDS_OF_A_CLAIM
from derive.entries import Erratum
from derive.library import Library, Named
from derive.loading import LoadError
from derive.proofreading import GOOD, ErratumOutcome
from derive.refuter.campaign import examples_folder
from derive.refuter.reports import Failure, Report
from derive.refuter.testing import EXAMPLES, check_in_models
from derive.render.terminal import place_text
from derive.runner import Outcome
from derive.store import Store
from derive.theorem import Malformed, Theorem, TheoremError, Unproved

Kind = Literal["passed", "failed", "undecided", "skipped"]
Found = TypeVar("Found")

CLAIM = 0
"""The number of the claims among the failures of a proof; lines are counted from 1."""


@dataclass(frozen=True)
class Verdict:
    """What became of an item, and how many models were examined for it."""

    kind: Kind
    message: str = ""
    examples: int = 0


PASSED = Verdict("passed")


class Checks:
    """The theorems and errata of a folder.

    Args:
        library: where they are.
        examples: models in which each theorem is tested.
        seed: what the choice of models begins with.
        seconds: how long one search may take.
        alone: whether this process checks everything; one of several that pytest-xdist runs begins
            no search before it is asked for the result.
    """

    def __init__(
        self, library: Library, *, examples: int, seed: int, seconds: float, alone: bool
    ) -> None:
        self.library, self.number_of_examples, self.seed = library, examples, seed
        self.seconds, self.alone = seconds, alone
        self.wanted: list[str] = []
        self._store = Store.of(library.root)
        self._proofs = _Results(self._prove, lambda outcome: outcome.theorem.name)
        self._errata = _Results(self._proofread, lambda outcome: outcome.entry.name)
        self._reports: dict[str, Report | TheoremError] = {}

    @classmethod
    def of(cls, folder: Path, config: pytest.Config) -> Self:
        """Those of a folder, with the options of a run.

        Raises:
            CollectError: the folder cannot be loaded.
        """
        try:
            library = Library.load(folder)
        except LoadError as error:
            raise pytest.Collector.CollectError(str(error)) from None
        return cls(
            library,
            examples=config.option.derive_examples,
            seed=config.option.derive_seed,
            seconds=config.option.derive_timeout,
            alone=not hasattr(config, "workerinput"),
        )

    def entries(self, file: Path) -> list[Named]:
        """What a file makes, in this order.

        Raises:
            CollectError: it cannot be loaded, or something in it has no name of its own.
        """
        known = self.library.problems
        problems = [one for one in known if one.location and one.location.path == str(file)]
        if self.library.module(str(file.relative_to(self.library.root))) is None:
            problems = problems or list(known)  # it imports one that cannot be loaded
        if problems:
            raise pytest.Collector.CollectError("\n".join(map(_told, problems)))
        return self.library.made_in(file)

    def step(self, theorem: Theorem, number: int) -> Verdict:
        """Whether a line follows from what its reason names."""
        error = self._outcome(theorem).error
        if error is None:
            return PASSED
        if not isinstance(error, Unproved):
            return Verdict("skipped", "not checked: see the claim")
        return self._unproved(theorem, error, number) if number in error.failures else PASSED

    def claim(self, theorem: Theorem) -> Verdict:
        """Whether the kernel has proved the claims."""
        error = self._outcome(theorem).error
        if error is None:
            return PASSED
        if not isinstance(error, Unproved):
            return Verdict("failed" if isinstance(error, Malformed) else "undecided", _told(error))
        if CLAIM in error.failures:
            return self._unproved(theorem, error, CLAIM)
        kinds = {self._unproved(theorem, error, number).kind for number in error.failures}
        lines = " and ".join(f"step {number}" for number in error.failures)
        message = f"{place_text(theorem.location)}: the claim is not proved, because of {lines}"
        return Verdict("failed" if "failed" in kinds else "undecided", message)

    def examples(self, theorem: Theorem) -> Verdict:
        """Whether lines and claims hold in models of the hypotheses."""
        report = self._tested(theorem)
        if isinstance(report, TheoremError):
            if isinstance(self._outcome(theorem).error, Malformed):
                return Verdict("skipped", "not tested: see the claim")
            return Verdict("failed", _told(report))
        failure = report.failure
        if failure is not None:
            what = f"{failure.what} {failure.number}"
            if self._outcome(theorem).error is not None:
                return Verdict("skipped", f"a counterexample: see {what}", report.examples)
            place = place_text(failure.location)
            message = f"{place}: {what}: {failure.claimed}\n{_counterexample(failure)}"
            return Verdict("failed", message, report.examples)
        if not report.has_model:
            given = " in which its models= hold" if theorem.models else ""
            message = f"possibly vacuous: no model of the hypotheses is found{given}"
            return Verdict("skipped", message)
        return Verdict("passed", "", report.examples)

    def erratum(self, erratum: Erratum) -> Verdict:
        """Whether what is written is refuted and what is right is proved."""
        try:
            outcome = self._errata.of(erratum.name, self._wanted(erratum.name))
        except LoadError as error:
            return Verdict("failed", _told(error))
        if outcome.error is None or outcome.status in GOOD:
            return PASSED
        wrong = outcome.status == "wrong" or outcome.malformed
        return Verdict("failed" if wrong else "undecided", _told(outcome.error))

    def close(self) -> None:
        """End what is still running."""
        self._proofs.close()
        self._errata.close()

    def _outcome(self, theorem: Theorem) -> Outcome:
        try:
            return self._proofs.of(theorem.name, self._wanted(theorem.name))
        except LoadError as error:
            wrong = theorem.malformed(error.message, error.location)
            return Outcome(theorem, "undecided", "not searched", error=wrong)

    def _unproved(self, theorem: Theorem, error: Unproved, number: int) -> Verdict:
        """A line or the claims that do not follow, with a counterexample if there is one."""
        failure = error.failures[number]
        if isinstance(failure, Malformed):
            return Verdict("failed", _told(failure))
        report = self._tested(theorem)
        if isinstance(report, TheoremError):
            return Verdict("undecided", f"{_told(failure)}\n{_told(report)}")
        found = report.failure
        of_this = ("claim", CLAIM) if number == CLAIM else ("step", number)
        if found and (found.what, CLAIM if found.what == "claim" else found.number) == of_this:
            kind: Kind = "undecided" if found.lawless else "failed"
            return Verdict(kind, f"{_told(failure)}\n{_counterexample(found)}")
        return Verdict("undecided", f"{_told(failure)}\n{_searched(report)}")

    def _tested(self, theorem: Theorem) -> Report | TheoremError:
        """The theorem in models of its hypotheses, or what cannot be read of it."""
        if theorem.name not in self._reports:
            examples = self.number_of_examples or EXAMPLES
            database = DirectoryBasedExampleDatabase(examples_folder(self._store))
            try:
                self._reports[theorem.name] = check_in_models(
                    theorem, examples=examples, seed=self.seed, database=database
                )
            except TheoremError as error:
                self._reports[theorem.name] = error
        return self._reports[theorem.name]

    def _wanted(self, name: str) -> list[str]:
        """What to check next, if this is what is asked for."""
        return [*self.wanted, name] if self.alone else [name]

    def _prove(self, names: Iterable[str]) -> Iterator[Outcome]:
        own = [name for name in names if name in self.library]
        jobs = None if self.alone else 1
        return runner.check(self.library, self._store, own, _warn, jobs=jobs, seconds=self.seconds)

    def _proofread(self, names: Iterable[str]) -> Iterator[ErratumOutcome]:
        own = [name for name in names if name in self.library.entries]
        seconds = min(self.seconds, SECONDS_OF_A_CLAIM)
        jobs = None if self.alone else 1
        return proofreading.proofread(
            self.library, self._store, own, _warn, jobs=jobs, seconds=seconds
        )


class _Results(Generic[Found]):
    """Results by name, which come one after the other and no sooner than one is asked for."""

    def __init__(
        self, begin: Callable[[Iterable[str]], Iterator[Found]], name_of: Callable[[Found], str]
    ) -> None:
        self.begin = begin
        self.name_of = name_of
        self.known: dict[str, Found] = {}
        self.coming: Iterator[Found] = iter(())

    def of(self, name: str, wanted: Iterable[str]) -> Found:
        """The result of a name; if it is not coming, all that is wanted is begun."""
        if name not in self.known:
            self.advance(name)
        if name not in self.known:
            self.coming = self.begin(one for one in dict.fromkeys(wanted) if one not in self.known)
            self.advance(name)
        return self.known[name]

    def advance(self, name: str) -> None:
        for result in self.coming:
            self.known[self.name_of(result)] = result
            if name in self.known:
                return

    def close(self) -> None:
        if isinstance(self.coming, Generator):
            self.coming.close()


def _counterexample(failure: Failure) -> str:
    """Where a line or a claim fails, and by how much."""
    what = "where e and π have no laws" if failure.lawless else "counterexample"
    values = ", ".join(failure.values_text) or "always"
    return f"{what}: {values}; left over there: {failure.left_over_text}"


def _searched(report: Report) -> str:
    """What has been done to find a counterexample."""
    if not report.has_model:
        return "no counterexample: no model of the hypotheses is found"
    if report.failure is not None:
        failing = f"{report.failure.what} {report.failure.number}"
        return f"no counterexample: {failing} fails in the models that are found"
    models = "model" if report.examples == 1 else "models"
    return f"no counterexample in {report.examples} {models}"


def _told(error: TheoremError | LoadError) -> str:
    """A message with its place, as short as it can be clicked on."""
    place = f"{place_text(error.location)}: " if error.location else ""
    return f"{place}{error.message}".replace(f"{Path.cwd()}/", "")


def _warn(message: str) -> None:
    warnings.warn(message, pytest.PytestWarning, stacklevel=2)
