"""What pytest collects from a file of theorems.

A theorem is a node with one item for each line of its proof (`step 1`, …), one for its claims
(`claim`) and one for its models (`examples`); an erratum with claims is one item.

Main results: `ProofFile`, `select`, `close`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from derive.pytest_plugin.finding import folder_of

if TYPE_CHECKING:
    from derive.entries import Erratum
    from derive.location import Location
    from derive.pytest_plugin.checks import Checks, Verdict
    from derive.theorem import Theorem


class Failed(Exception):
    """Something is wrong with a theorem or an erratum; the message is all there is to show."""


class Undecided(Failed):
    """Something is neither proved nor refuted."""


class ProofFile(pytest.File):
    """A file of theorems."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Its entries in their order.  Raises `CollectError` where the file cannot be used."""
        from derive.entries import Erratum
        from derive.theorem import Theorem

        for entry in self.checks().entries(self.path.resolve()):
            if isinstance(entry, Theorem):
                yield TheoremNode.from_parent(self, name=entry.name, theorem=entry)
            elif isinstance(entry, Erratum) and entry.is_decidable:
                yield ErratumItem.from_parent(self, name=entry.name, erratum=entry)

    def checks(self) -> Checks:
        """What is known of the theorems of the folder; it is shared by its files."""
        from derive.pytest_plugin.checks import Checks

        folder = folder_of(self.path, self.config.getini("derive_proofs"))
        assert folder is not None
        known = self.session.stash.setdefault(_CHECKS, {})
        root = str(folder.resolve())
        if root not in known:
            known[root] = Checks.of(folder, self.config)
        return known[root]


class TheoremNode(pytest.Collector):
    """A theorem."""

    def __init__(self, *, theorem: Theorem, **others: Any) -> None:
        super().__init__(**others)
        self.theorem = theorem

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each line, then the claims, then the examples."""
        for number, place in enumerate(_lines(self.theorem), start=1):
            yield StepItem.from_parent(
                self, name=f"step {number}", place=place, theorem=self.theorem, number=number
            )
        place = self.theorem.location
        yield ClaimItem.from_parent(self, name="claim", place=place, theorem=self.theorem)
        if self.config.option.derive_examples:
            yield ExamplesItem.from_parent(self, name="examples", place=place, theorem=self.theorem)


class ProofItem(pytest.Item):
    """Something that is checked, with the place where it is claimed."""

    def __init__(self, *, place: Location, **others: Any) -> None:
        super().__init__(**others)
        self.place = place
        self.extra_keyword_matches.add(self.name.replace(" ", "_"))

    @property
    def checks(self) -> Checks:
        """What is known of the theorems of the folder."""
        file = self.getparent(ProofFile)
        assert file is not None
        return file.checks()

    def verdict(self) -> Verdict:
        """What became of it."""
        raise NotImplementedError

    def runtest(self) -> None:
        """Raise what became of it, unless all is well."""
        verdict = self.verdict()
        if verdict.examples:
            self.user_properties.append(("examples", verdict.examples))
        if verdict.kind == "failed":
            raise Failed(verdict.message)
        if verdict.kind == "undecided":
            raise Undecided(verdict.message)
        if verdict.kind == "skipped":
            pytest.skip(verdict.message)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is wrong, without a traceback through the plugin."""
        if isinstance(excinfo.value, Failed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[str, int, str]:
        """File, line counted from 0, and what is checked."""
        theorem = self.parent.name if isinstance(self.parent, TheoremNode) else ""
        return self.place.path, self.place.line - 1, f"{theorem} {self.name}".strip()


class StepItem(ProofItem):
    """A line of a proof."""

    def __init__(self, *, theorem: Theorem, number: int, **others: Any) -> None:
        super().__init__(**others)
        self.theorem, self.number = theorem, number

    def verdict(self) -> Verdict:
        """Whether it follows from what its reason names."""
        return self.checks.step(self.theorem, self.number)


class ClaimItem(ProofItem):
    """The claims of a theorem."""

    def __init__(self, *, theorem: Theorem, **others: Any) -> None:
        super().__init__(**others)
        self.theorem = theorem

    def verdict(self) -> Verdict:
        """Whether the kernel has proved them."""
        return self.checks.claim(self.theorem)


class ExamplesItem(ProofItem):
    """Models of the hypotheses of a theorem."""

    def __init__(self, *, theorem: Theorem, **others: Any) -> None:
        super().__init__(**others)
        self.theorem = theorem

    def verdict(self) -> Verdict:
        """Whether its lines and claims hold in them."""
        return self.checks.examples(self.theorem)


class ErratumItem(ProofItem):
    """What is written wrongly, and what is right."""

    def __init__(self, *, erratum: Erratum, **others: Any) -> None:
        super().__init__(place=erratum.location, **others)
        self.erratum = erratum

    def verdict(self) -> Verdict:
        """Whether what is written is refuted and what is right is proved."""
        return self.checks.erratum(self.erratum)


_CHECKS = pytest.StashKey[dict[str, "Checks"]]()


def select(session: pytest.Session) -> None:
    """Tell each folder which of its theorems and errata are to be checked."""
    for checks in session.stash.get(_CHECKS, {}).values():
        checks.wanted.clear()
    for item in session.items:
        if isinstance(item, ErratumItem):
            item.checks.wanted.append(item.erratum.name)
        elif isinstance(item, StepItem | ClaimItem):
            item.checks.wanted.append(item.theorem.name)


def close(session: pytest.Session) -> None:
    """End searches that are still running."""
    for checks in session.stash.get(_CHECKS, {}).values():
        checks.close()


def _lines(theorem: Theorem) -> list[Location]:
    """The places of the lines of a proof; none where it cannot be read, which the claim says."""
    from derive.theorem import TheoremError

    try:
        return [theorem.place(step.position, "proof") for step in theorem.steps()]
    except TheoremError:
        return []
