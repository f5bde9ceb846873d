"""What is known of a folder of theorems while documents are built.

Main results: `Knowledge`, `language_of`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from derive.checking import Proof, replay
from derive.entries import Entry, Erratum, Remark
from derive.library import Library, ordered
from derive.loading import LIBRARY, LoadError, NotFound
from derive.proofreading import ErratumOutcome, proofread, undecided
from derive.runner import Outcome, changed, check, recall
from derive.store import Store, key_of_erratum, keys_of
from derive.theorem import Theorem
from derive.translation import LANGUAGES, Translation, translation

Warn = Callable[[str], None]

_FOLDER = "proofs"


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

    def __contains__(self, name: object) -> bool:
        return name in self.library or name in self.library.entries

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
        if name in self.library.entries:
            raise NotFound(f"{name} is no theorem ({type(self.library.entries[name]).__name__})")
        return self.library[name]

    def erratum(self, name: str) -> Erratum:
        """The erratum of a name.  Raises `NotFound`."""
        entry = self._entry(name)
        if not isinstance(entry, Erratum):
            raise NotFound(f"{name} is no erratum")
        return entry

    def remark(self, name: str) -> Remark:
        """The remark of a name.  Raises `NotFound`."""
        entry = self._entry(name)
        if not isinstance(entry, Remark):
            raise NotFound(f"{name} is no remark")
        return entry

    def outcome(self, name: str) -> Outcome:
        """What is known of a theorem.  Raises `NotFound` or `LoadError`."""
        if name not in self._outcomes:
            below = [one for one in ordered([self.theorem(name)]) if one in self.library]
            for outcome in recall(self.library, self.store, below, self.warn):
                self._outcomes.setdefault(outcome.theorem.name, outcome)
        return self._outcomes[name]

    def proof(self, theorem: Theorem) -> Proof:
        """The proof of a theorem that is proved, also of one cited from elsewhere."""
        if theorem.name in self.library:
            found = self.outcome(theorem.name).proof
        else:
            cited = {one.theorem.name: self.proof(one.theorem) for one in theorem.citations}
            found = replay(theorem, cited, self.store.read(self._keys[theorem.name]) or "")
        assert found is not None
        return found

    def erratum_outcome(self, name: str) -> ErratumOutcome:
        """What is known of an erratum.  Raises `NotFound`."""
        self.erratum(name)
        if name not in self._errata:
            (found,) = proofread(self.library, self.store, [name], self.warn, search=False)
            self._errata[name] = found
        return self._errata[name]

    def fingerprint(self, name: str) -> str:
        """A hash of all that a document shows of something, and of what its status rests on.

        It is empty where there is nothing of that name, and for what is not as it should be, so
        that a document that shows it is read each time.
        """
        if name in self.library:
            parts = self._theorem_parts(self.library[name])
        elif name in self.library.entries:
            parts = self._entry_parts(self.library.entries[name])
        else:
            return ""
        return hashlib.sha256(repr([self.t.language, *parts]).encode()).hexdigest()

    @cached_property
    def whole_fingerprint(self) -> str:
        """A hash of all theorems: their titles, what they cite, and what their statuses rest on."""
        parts = [self.fingerprint(theorem.name) for theorem in self.library]
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @cached_property
    def _keys(self) -> dict[str, str]:
        return keys_of(self.library.in_order)

    def _theorem_parts(self, theorem: Theorem) -> list[object]:
        given, _, _ = theorem.as_given()
        kinds = [(h, getattr(g, "kind", ""), getattr(g, "source", "")) for h, g in given.items()]
        below = [
            (one.title, self._keys[name], self._stored(self._keys[name]))
            for name, one in ordered([theorem]).items()
        ]
        return [theorem.title, theorem.source, theorem.immediate, kinds, below]

    def _entry_parts(self, entry: Entry) -> list[object]:
        told: list[object] = [entry.title, entry.source, entry.text]
        if isinstance(entry, Remark):
            return [*told, entry.label, entry.shows, entry.does_not_show]
        assert isinstance(entry, Erratum)
        theorems = [self.fingerprint(one.name) for one in entry.theorems]
        key = key_of_erratum(entry)
        return [*told, entry.reference, key, self._stored(key), *theorems]

    def _stored(self, key: str) -> str:
        return hashlib.sha256((self.store.read(key) or "").encode()).hexdigest()

    def _entry(self, name: str) -> Entry:
        if name in self.library.entries:
            return self.library.entries[name]
        if name in self.library:
            raise NotFound(f"{name} is a theorem")
        self.library[name]  # raises NotFound with what may have been meant
        raise AssertionError(name)


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


