"""Entries that are no theorems: what a source says that is no mathematics, or is wrong.

A `Remark` says of a definition, a postulate, a fact or an opinion what is and what is not shown.
An `Erratum` has claims that `derive check` must refute, and claims or theorems that it must prove.
Nothing is decided here: `derive.checking.errata` does that.

Main results: `Remark`, `Erratum`, `Entry`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

from derive.language.errors import LanguageError
from derive.language.glossary import Glossary
from derive.location import Location
from derive.registry import register
from derive.theorem import Given, Malformed, Readable, Theorem, TheoremError

Label = Literal["definition", "postulate", "experiment", "heuristic", "citation", "opinion"]
LABELS: tuple[Label, ...] = get_args(Label)


@dataclass(frozen=True, eq=False)
class Entry:
    """What every entry has: a dotted name, `subject.result`, a title, and where it stands.

    `location` is the line of the author's file that makes it.
    """

    name: str
    _: KW_ONLY
    title: str = ""
    source: str = ""
    text: str = ""
    location: Location = field(init=False, repr=False)

    def __post_init__(self) -> None:
        author = sys._getframe(3)  # above are those of the kind of entry and of its constructor
        self._set("location", Location.of_caller(author))
        self._set("title", self.title or _title(self.name))
        register(self, author)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    def error(self, message: str, location: Location | None = None) -> TheoremError:
        """An error about this entry."""
        return TheoremError(message, location or self.location, self.name)


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Remark(Entry):
    """What a source says that is no mathematics.

    Args:
        name: dotted path, `subject.result`.
        title: what the reader sees.
        source: where it stands: lecture item, textbook or paper.
        label: `definition`, `postulate`, `experiment`, `heuristic`, `citation` or `opinion`.
        text: what is said, and what there is to say of it.
        shows: what of it is shown, and by what.
        does_not_show: what is not, and why.

    Raises:
        LanguageError: another label, or no text.
    """

    label: Label
    shows: str = ""
    does_not_show: str = ""

    def __post_init__(self) -> None:
        _named(self.name)
        if self.label not in LABELS:
            raise LanguageError(
                f"{self.name}: {self.label!r} is no label of a remark",
                hint=f"write one of {', '.join(LABELS)}",
            )
        if not self.text.strip():
            raise LanguageError(f"{self.name}: a remark needs a text", hint='write text="…"')
        super().__post_init__()

    @property
    def status(self) -> str:
        """Its label: there is nothing to decide."""
        return self.label


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Erratum(Entry):
    r"""What a source says wrongly, and what is right.

    Claims and hypotheses are LaTeX, plain text, or relations of SymPy, as `decide` takes them; a
    pair of two sides stands in a list.

    Args:
        name: dotted path, `subject.result`.
        title: what the reader sees.
        source: where it stands: lecture item, textbook or paper.
        text: what is wrong and why, in words.
        written: one claim or several; each must be refuted by a counterexample.
        right: one claim, `Theorem` or several; each must be proved.
        given: hypotheses of all claims, by name or as a list.
        right_given: what must be known besides for what is right.
        assume: for each name what it is, as in `decide`.
        glossary: declared symbols.
        reference: where what is right can be read, if there is nothing to decide.

    Raises:
        LanguageError: there is neither a claim nor a text, or a theorem where a claim belongs.
    """

    written: Any = ()
    right: Any = ()
    given: Any = ()
    right_given: Any = ()
    assume: Mapping[str, str] | None = None
    glossary: Glossary | None = None
    reference: str = ""

    def __post_init__(self) -> None:
        _named(self.name)
        for role in ("written", "right", "given", "right_given"):
            self._set(role, _several(getattr(self, role)))
        if self.assume is not None:
            self._set("assume", MappingProxyType(dict(self.assume)))
        if any(isinstance(part, Theorem) for part in (*self.written, *self.hypotheses("right"))):
            raise LanguageError(
                f"{self.name}: only what is right may be a theorem", hint="write its formula"
            )
        if not (self.is_decidable or self.text.strip()):
            raise LanguageError(
                f"{self.name}: an erratum needs claims or a text",
                hint='write written="…" and right="…", or text="…"',
            )
        super().__post_init__()

    @property
    def is_decidable(self) -> bool:
        """Whether it has claims or theorems, and not words alone."""
        return bool(self.written or self.right)

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """The theorems that say what is right."""
        return tuple(part for part in self.right if isinstance(part, Theorem))

    def claims(self, role: Literal["written", "right"]) -> tuple[Readable, ...]:
        """The claims in one of the two roles."""
        return tuple(part for part in getattr(self, role) if not isinstance(part, Theorem))

    def hypotheses(self, role: Literal["written", "right"]) -> tuple[Readable, ...]:
        """The formulas that are given for the claims in a role."""
        parts = self.given if role == "written" else (*self.given, *self.right_given)
        return tuple(part.formula if isinstance(part, Given) else part for part in parts)

    def misread(self, error: LanguageError, claim: Readable, role: str) -> Malformed:
        """What the language refuses about a claim or its hypotheses, with file and line."""
        texts = [part for part in (claim, *self.given, *self.right_given) if isinstance(part, str)]
        text = next((one for one in texts if error.text in one.splitlines()), str(claim))
        place = self.location.of_text(text, error.line if error.text else 1, role)
        return Malformed(f"in what is {role}: {error}", place, self.name)


def _named(name: object) -> None:
    if not isinstance(name, str):
        raise LanguageError(
            f"the name of an entry is no text: {name!r}", hint='write it like "subject.result"'
        )


def _title(name: str) -> str:
    return name.rpartition(".")[2].replace("_", " ").capitalize()


def _several(parts: object) -> tuple[Any, ...]:
    """One thing or several, also by name, as a tuple."""
    if isinstance(parts, Mapping):
        return tuple(parts.values())
    if isinstance(parts, Sequence) and not isinstance(parts, str):
        return tuple(parts)
    return (parts,)
