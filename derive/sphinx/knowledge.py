"""What is known of a folder of theorems while documents are built.

Main results: `Knowledge`, `language_of`.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from derive.checking import Proof, replay
from derive.checking.statement import Lowered
from derive.entries import Entry, Erratum, Remark
from derive.kernel.rules import Theorem as Shown
from derive.language.glossary import Declaration, Glossary
from derive.library import NOTATION, Library, ordered
from derive.loading import LIBRARY, LoadError, NotFound
from derive.necessity.keeping import shipped, stored
from derive.proofreading import ErratumOutcome, proofread, undecided
from derive.runner import Outcome, changed, check, recall
from derive.store import Store, key_of_erratum, keys_of
from derive.theorem import Given, Theorem
from derive.translation import LANGUAGES, Translation, translation

Warn = Callable[[str], None]

_FOLDER = "proofs"
WHOLE = "*"
"""Stands for all theorems of a folder."""
SYMBOL = "symbol "
"""Stands before the name of a symbol."""
WHY = "why "
"""Stands before the name of a theorem, for what its assumptions are needed for."""


class Knowledge:
    """The theorems of a folder and its other entries, and what is known of them.

    Nothing is searched for, except by `search`: a theorem is proved if its stored certificate
    holds.

    Args:
        folder: the folder of theorems.
        language: the language of the documents.
        warn: is told of damaged certificates.

    Raises:
        LoadError: there is no such folder, or no file in it.
    """

    def __init__(self, folder: Path, language: str, warn: Warn) -> None:
        self.library = Library.load(folder)
        self.store = Store.of(self.library.root)
        self.t: Translation = translation(language_of(language), self.library.root)
        self.warn = warn
        self._outcomes: dict[str, Outcome] = {}
        self._errata: dict[str, ErratumOutcome] = {}
        self.replays: dict[str, tuple[Lowered, Sequence[Shown]]] = {}
        """By theorem: its statement, and what each step of its certificate shows, once known."""

    def __contains__(self, name: object) -> bool:
        return name in self.library or name in self.library.entries

    def of(self, name: str) -> Knowledge:
        """Where something is known: here, or else in the installed library."""
        if name in self or self._installed is None or name not in self._installed:
            return self
        return self._installed

    def search(self) -> None:
        """Prove the theorems and decide the errata of which nothing is stored."""
        names = changed(self.library, self.store)
        for outcome in check(self.library, self.store, names, self.warn):
            self._outcomes[outcome.theorem.name] = outcome
        errata = undecided(self.library, self.store)
        for erratum in proofread(self.library, self.store, errata, self.warn):
            self._errata[erratum.entry.name] = erratum

    def theorem(self, name: str) -> Theorem:
        """The theorem of a name.  Raises `NotFound`."""
        found = self._named(name)
        if not isinstance(found, Theorem):
            raise _another(found, "theorem")
        return found

    def erratum(self, name: str) -> Erratum:
        """The erratum of a name.  Raises `NotFound`."""
        found = self._named(name)
        if not isinstance(found, Erratum):
            raise _another(found, "erratum")
        return found

    def remark(self, name: str) -> Remark:
        """The remark of a name.  Raises `NotFound`."""
        found = self._named(name)
        if not isinstance(found, Remark):
            raise _another(found, "remark")
        return found

    def outcome(self, name: str) -> Outcome:
        """What is known of a theorem.  Raises `NotFound` or `LoadError`."""
        return self.of(name)._own_outcome(self.theorem(name))

    def erratum_outcome(self, name: str) -> ErratumOutcome:
        """What is known of an erratum.  Raises `NotFound`."""
        return self.of(name)._own_erratum(self.erratum(name))

    def certificate(self, name: str) -> str | None:
        """The stored certificate of a theorem, if there is one.  Raises `NotFound`."""
        return self.of(name)._certificate(self.theorem(name))

    def proof(self, theorem: Theorem) -> Proof:
        """The proof of a theorem that is proved, also of one cited from elsewhere."""
        found = self._outcomes.get(theorem.name)
        if found is not None and found.proof is not None:
            return found.proof
        cited = {one.theorem.name: self.proof(one.theorem) for one in theorem.citations}
        return replay(theorem, cited, self._certificate(theorem) or "")

    def fingerprint(self, name: str) -> str:
        """A hash of all that a document shows of something, and of what its status rests on.

        `WHOLE` stands for the whole folder; `SYMBOL` and `WHY` stand before names.  Where nothing
        has the name, the hash is empty.
        """
        try:
            return _hash([self.t.language, *self._parts(name)])
        except NotFound:
            return ""

    @cached_property
    def symbols(self) -> Mapping[str, tuple[Declaration, Glossary]]:
        """Each symbol with its glossary: that of `notation.py` first, then those of theorems.

        Where two glossaries use one name for different things, the first counts.
        """
        shared = getattr(self.library.module(NOTATION), "glossary", None)
        glossaries = [shared] if isinstance(shared, Glossary) else []
        found: dict[str, tuple[Declaration, Glossary]] = {}
        for glossary in [*glossaries, *(theorem.glossary for theorem in self.library)]:
            for declaration in glossary.symbols():
                found.setdefault(declaration.name, (declaration, glossary))
        return found

    def symbol(self, name: str) -> tuple[Declaration, Glossary]:
        """The symbol of a name, and its glossary.  Raises `NotFound`."""
        if name in self.symbols:
            return self.symbols[name]
        if self._installed is not None and name in self._installed.symbols:
            return self._installed.symbols[name]
        close = difflib.get_close_matches(name, self.symbols)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise NotFound(f"there is no symbol {name} in the glossary{hint}")

    @cached_property
    def _installed(self) -> Knowledge | None:
        if self.library.root == LIBRARY:
            return None
        return Knowledge(LIBRARY, self.t.language, self.warn)

    @cached_property
    def _keys(self) -> dict[str, str]:
        return keys_of(self.library.in_order)

    def _named(self, name: str) -> Theorem | Entry:
        library = self.of(name).library
        return library.entries[name] if name in library.entries else library[name]

    def _own_outcome(self, theorem: Theorem) -> Outcome:
        if theorem.name not in self._outcomes:
            below = [one for one in ordered([theorem]) if one in self.library]
            for outcome in recall(self.library, self.store, below, self.warn):
                self._outcomes.setdefault(outcome.theorem.name, outcome)
        return self._outcomes[theorem.name]

    def _own_erratum(self, erratum: Erratum) -> ErratumOutcome:
        name = erratum.name
        if name not in self._errata:
            (found,) = proofread(self.library, self.store, [name], self.warn, search=False)
            self._errata[name] = found
        return self._errata[name]

    def _certificate(self, theorem: Theorem) -> str | None:
        return self.store.read(self._keys[theorem.name])

    def _parts(self, name: str) -> list[object]:
        """What a document shows of something.  Raises `NotFound`."""
        if name == WHOLE:
            names = [*(theorem.name for theorem in self.library), *self.library.entries]
            return [self.fingerprint(one) for one in names]
        if name.startswith(SYMBOL):
            return [self.symbol(name.removeprefix(SYMBOL))[0]]
        if name.startswith(WHY):
            theorem = self.theorem(name.removeprefix(WHY))
            store = self.of(theorem.name).store
            return [shipped(theorem, self.warn), stored(theorem, store)]
        found = self._named(name)
        home = self.of(name)
        return (
            home._theorem_parts(found) if isinstance(found, Theorem) else home._entry_parts(found)
        )

    def _theorem_parts(self, theorem: Theorem) -> list[object]:
        below = [
            (one.title, _kinds(one), self._keys[name], _hash(self._certificate(one)))
            for name, one in ordered([theorem]).items()
        ]
        return [theorem.source, theorem.immediate, below]

    def _entry_parts(self, entry: Entry) -> list[object]:
        told: list[object] = [entry.title, entry.source, entry.text]
        if isinstance(entry, Remark):
            return [*told, entry.label, entry.shows, entry.does_not_show]
        assert isinstance(entry, Erratum)
        theorems = [self.fingerprint(one.name) for one in entry.theorems]
        key = key_of_erratum(entry)
        return [*told, entry.reference, key, _hash(self.store.read(key)), *theorems]


def _kinds(theorem: Theorem) -> list[tuple[str, str, str]]:
    """What hypotheses are, and their sources, of which the key of a theorem says nothing."""
    given, _, _ = theorem.as_given()
    return [
        (name, value.kind, value.source)
        for name, value in given.items()
        if isinstance(value, Given)
    ]


def _hash(content: object) -> str:
    return hashlib.sha256(repr(content).encode()).hexdigest()


def _another(found: Theorem | Entry, wanted: str) -> NotFound:
    return NotFound(f"{found.name} is no {wanted} ({type(found).__name__.lower()})")


def language_of(language: str | None) -> str:
    """The language of the toolkit for one of Sphinx, such as `zh` for `zh_CN`; else English."""
    code = (language or "").partition("_")[0].partition("-")[0]
    return code if code in LANGUAGES else LANGUAGES[0]


def find_folder(chosen: str | None, confdir: Path) -> Path:
    """The folder of theorems of a project.

    It is the one that is configured, relative to `conf.py`; or else the folder `proofs` beside
    `conf.py` or one floor up; or else the installed library.

    Raises:
        LoadError: the configured one does not exist.
    """
    if chosen:
        folder = confdir / chosen
        if not folder.exists():
            raise LoadError(f"derive_proofs = {chosen!r}, but there is no {folder.resolve()}")
        return folder
    near = [folder / _FOLDER for folder in (confdir, confdir.parent)]
    return next((folder for folder in near if folder.is_dir()), LIBRARY)
