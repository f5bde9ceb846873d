"""What a lecture refers to: theorems with their proofs, errata, pictures; and in which language.

Main results: `Contents`, `gather`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from derive.documents.lecture import Lecture, Reference
from derive.entries import Erratum
from derive.language.glossary import Declaration, Glossary
from derive.library import Library, Named, default_folder
from derive.loading import LIBRARY, NotFound
from derive.pictures import Picture, pictures_of
from derive.runner import Outcome, recall
from derive.store import Store
from derive.theorem import Theorem
from derive.translation import Translation, translation

Warn: TypeAlias = Callable[[str], None]

_PRINTED = ("derive-theorem", "derive-calculation")
_THEOREMS = (*_PRINTED, "derive:theorem", "derive:hypothesis")
_ERRATA = ("derive-erratum", "derive:erratum")


@dataclass(frozen=True)
class Contents:
    """A lecture with all that it refers to.

    Args:
        lecture: the lecture.
        libraries: where the names of theorems are looked up, in this order.
        outcomes: what is known of its theorems, by name.
        errata: by name.
        pictures: by name.
        translate: from English to the language of the document.
        why: whether it tells why theorems assume what they assume.
    """

    lecture: Lecture
    libraries: tuple[Library, ...]
    outcomes: Mapping[str, Outcome]
    errata: Mapping[str, Erratum]
    pictures: Mapping[str, Picture]
    translate: Translation
    why: bool

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.translate.language

    @cached_property
    def printed(self) -> dict[str, Outcome]:
        """The theorems that are printed, in order."""
        names = [one.target for one in self.lecture.references() if one.kind in _PRINTED]
        return {name: self.outcomes[name] for name in names}

    def symbol(self, name: str) -> tuple[Declaration, Glossary] | None:
        """A symbol by its name, and the glossary that declares it."""
        for theorem in (one.theorem for one in self.outcomes.values()):
            if name in theorem.glossary:
                return theorem.glossary[name], theorem.glossary
        return None

    def title(self, name: str) -> str:
        """The title of a theorem, or nothing if there is none of that name."""
        return next((one[name].title for one in self.libraries if name in one), "")

    def library_of(self, theorem: Theorem) -> Library:
        """The library that holds a theorem."""
        return next(one for one in self.libraries if theorem.name in one)


def gather(
    lecture: Lecture, folder: Path | None, language: str, warn: Warn, *, why: bool = True
) -> Contents:
    """Look up all that a lecture refers to; nothing is searched for.

    Args:
        lecture: the lecture.
        folder: where its theorems are, instead of ./proofs; what is not there is looked up in the
            installed library.
        language: "en", "zh" or "ja".
        warn: is told of what is not proved, and of damaged certificates.
        why: whether the document tells why theorems assume what they assume, which takes a second
            for each.

    Raises:
        LectureError: a reference to what is not there, or a theorem printed twice.
        LoadError: there is no such folder or language, or it has no theorems.
        TheoremError: a formula is not well formed.
    """
    libraries = _libraries(folder)
    _check_once(lecture)
    theorems: dict[str, Theorem] = {}
    errata: dict[str, Erratum] = {}
    pictures: dict[str, Picture] = {}
    for reference in lecture.references():
        if reference.kind in _THEOREMS:
            name = reference.target.partition("/")[0]
            theorems[name] = _theorem(lecture, reference, _named(lecture, reference, libraries))
        elif reference.kind in _ERRATA:
            erratum = _erratum(lecture, reference, _named(lecture, reference, libraries))
            errata[reference.target] = erratum
            theorems.update({one.name: one for one in erratum.theorems})
        elif reference.kind == "derive-picture":
            pictures[reference.target] = _picture(lecture, reference, libraries)
    outcomes = _outcomes(theorems.values(), libraries, warn)
    translate = translation(language, libraries[0].root, lecture=lecture.path)
    return Contents(lecture, libraries, outcomes, errata, pictures, translate, why)


def _libraries(folder: Path | None) -> tuple[Library, ...]:
    own = Library.load(folder or default_folder())
    return (own,) if own.root == LIBRARY else (own, Library.load(LIBRARY))


def _named(lecture: Lecture, reference: Reference, libraries: Sequence[Library]) -> Named:
    name = reference.target.partition("/")[0] if "/" in reference.target else reference.target
    for library in libraries:
        if name in library:
            return library[name]
        if name in library.entries:
            return library.entries[name]
    try:
        return libraries[0][name]
    except NotFound as error:
        raise lecture.error(error.message, reference.line) from None


def _theorem(lecture: Lecture, reference: Reference, found: Named) -> Theorem:
    if isinstance(found, Theorem):
        return found
    what = type(found).__name__.lower()
    hint = f"; write {{derive-erratum}} {found.name}" if isinstance(found, Erratum) else ""
    raise lecture.error(f"{found.name} is no theorem ({what}){hint}", reference.line)


def _erratum(lecture: Lecture, reference: Reference, found: Named) -> Erratum:
    if isinstance(found, Erratum):
        return found
    what = type(found).__name__.lower()
    raise lecture.error(f"{found.name} is no erratum ({what})", reference.line)


def _picture(lecture: Lecture, reference: Reference, libraries: Sequence[Library]) -> Picture:
    known = [pictures_of(library.root) for library in libraries]
    for pictures in known:
        if reference.target in pictures:
            return pictures[reference.target]
    names = [name for pictures in known for name in pictures]
    close = difflib.get_close_matches(reference.target, names, n=1, cutoff=0.5)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise lecture.error(f"there is no picture {reference.target}{hint}", reference.line)


def _check_once(lecture: Lecture) -> None:
    """Refuse a directive with the same argument twice: its labels would not be unique."""
    seen: dict[tuple[str, str], Reference] = {}
    for one in lecture.references():
        if one.kind.startswith("derive-") and one.target:
            key = ("printed" if one.kind in _PRINTED else one.kind, one.target)
            first = seen.setdefault(key, one)
            if first is not one:
                message = f"{one.target} is printed in line {first.line} already"
                raise lecture.error(f"{message}; refer to it by a role", one.line)


def _outcomes(
    theorems: Iterable[Theorem], libraries: Sequence[Library], warn: Warn
) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    for library in libraries:
        names = [one.name for one in theorems if one.name in library and one.name not in outcomes]
        for outcome in recall(library, Store.of(library.root), names, warn):
            if outcome.malformed and outcome.error is not None:
                raise outcome.error
            outcomes[outcome.theorem.name] = outcome
    return outcomes
