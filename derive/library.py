"""The theorems of a folder and its other entries: found, named, and ordered by what cites what.

Main results: `Library`, `cite`, `default_folder`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from derive.entries import Entry
from derive.language.glossary import Glossary, GlossaryError
from derive.loading import LIBRARY, LoadError, NotFound, Package
from derive.registry import made_by
from derive.theorem import Theorem

NOTATION = "notation.py"
"""The file that holds the glossary which the files of a folder share, under the name `glossary`."""

Named: TypeAlias = Theorem | Entry

_NAME = re.compile(r"\w+(\.\w+)*")


def default_folder() -> Path:
    """`./proofs` if it exists, else the installed library."""
    own = Path("proofs")
    return own.resolve() if own.is_dir() else LIBRARY


def cite(name: str) -> Theorem:
    """A theorem of the installed library, by its name.

    >>> cite("landau.degeneracy")                                      # doctest: +SKIP
    <Theorem landau.degeneracy>

    Raises:
        NotFound: it has none of that name.
    """
    return _installed()[name]


@cache
def _installed() -> Library:
    return Library.load(LIBRARY)


class Library:
    """The theorems of a folder, in the order of their names, and its remarks and errata.

    Args:
        root: the folder.
        theorems: its theorems.
        problems: why some of its files could not be used.
        modules: the imported files by path.
        paths: from where it has been loaded.
        entries: its remarks and errata.

    Use `Library.load` to make one.
    """

    def __init__(
        self,
        root: Path,
        theorems: Iterable[Theorem],
        problems: Sequence[LoadError] = (),
        modules: Mapping[Path, ModuleType] | None = None,
        paths: Sequence[Path] = (),
        entries: Iterable[Entry] = (),
    ) -> None:
        self.root = root
        self._paths = tuple(paths)
        self.problems = tuple(problems)
        self._theorems = {t.name: t for t in sorted(theorems, key=lambda t: t.name)}
        self.entries = {e.name: e for e in sorted(entries, key=lambda e: e.name)}
        self._modules = dict(modules or {})

    @classmethod
    def load(cls, *paths: Path | str) -> Library:
        """Load all that lies below some paths of one folder; without paths, of the default folder.

        A file that raises becomes one of the `problems`, and the others are loaded.

        Raises:
            LoadError: there is no such path, or no file below it, or the paths have no folder in
                common.
        """
        chosen = [Path(path) for path in paths] or [default_folder()]
        files = [file for path in chosen for file in python_files(path)]
        roots = {root_of(path) for path in chosen}
        if len(roots) > 1:
            raise LoadError(f"these are different folders: {', '.join(map(str, sorted(roots)))}")
        root = roots.pop()
        collector = _Collector(root)
        for file in sorted(dict.fromkeys(files)):
            collector.load(file)
        theorems = [one for one in collector.found.values() if isinstance(one, Theorem)]
        entries = [one for one in collector.found.values() if isinstance(one, Entry)]
        return cls(root, theorems, collector.problems, collector.modules, chosen, entries)

    def __reduce__(self) -> tuple[object, ...]:
        """In another process it is loaded again."""
        return Library.load, self._paths

    def __iter__(self) -> Iterator[Theorem]:
        return iter(self._theorems.values())

    def __len__(self) -> int:
        return len(self._theorems)

    def __contains__(self, name: object) -> bool:
        return name in self._theorems

    def __getitem__(self, name: str) -> Theorem:
        try:
            return self._theorems[name]
        except KeyError:
            raise NotFound(self._unknown(name)) from None

    def __repr__(self) -> str:
        return f"<Library of {len(self)} theorems in {self.root}>"

    def select(self, words: Iterable[str]) -> list[Theorem]:
        """The theorems that words name: by the whole name or by its beginning, such as `landau`.

        Raises:
            NotFound: a word names none.
        """
        chosen: set[str] = set()
        for word in words:
            found = self.names_of([word])
            if not any(name in self for name in found):
                kinds = sorted({type(self.entries[name]).__name__.lower() for name in found})
                raise NotFound(f"{word} is no theorem ({' and '.join(kinds)})")
            chosen.update(found)
        return [theorem for theorem in self if theorem.name in chosen]

    def names_of(self, words: Iterable[str]) -> list[str]:
        """The names of theorems and entries that words are, or with which they begin.

        Raises:
            NotFound: a word names none.
        """
        known = [*self._theorems, *self.entries]
        chosen: set[str] = set()
        for word in words:
            found = {name for name in known if name == word or name.startswith(f"{word}.")}
            if not found:
                raise NotFound(self._unknown(word))
            chosen |= found
        return [name for name in known if name in chosen]

    def module(self, name: str) -> ModuleType | None:
        """A file that lies in the folder itself, such as `notation.py`, if it has been loaded."""
        return self._modules.get(self.root / name)

    def made_in(self, file: Path) -> list[Named]:
        """The theorems and entries that a file has made, in this order."""
        module = self._modules.get(file)
        return [] if module is None else entries_of(module)

    def _unknown(self, word: str) -> str:
        known = [*self._theorems, *self.entries]
        subjects = {name.rpartition(".")[0] for name in known} - {""}
        names = [*known, *sorted(subjects)]
        close = difflib.get_close_matches(word, names, n=3, cutoff=0.5)
        close = close or [name for name in names if name.rpartition(".")[2] == word]
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        return f"there is no theorem {word} in {self.root}{hint}"

    @cached_property
    def in_order(self) -> Mapping[str, Theorem]:
        """All theorems of the folder and all that they cite, each after what it cites."""
        return ordered(self)

    def dependents(self, names: Iterable[str]) -> list[Theorem]:
        """The theorems of the folder that cite one of these, directly or not."""
        reached = set(names)
        for theorem in self.in_order.values():
            if any(citation.theorem.name in reached for citation in theorem.citations):
                reached.add(theorem.name)
        return [t for t in self if t.name in reached.difference(names)]

    @cached_property
    def glossary(self) -> Glossary:
        """The symbols of the folder, those of `notation.py` first, then what its theorems add.

        Raises:
            LoadError: there is none, or two theorems use one symbol for different things.
        """
        notation = self.module(NOTATION)
        shared = getattr(notation, "glossary", None)
        parts = [shared] if isinstance(shared, Glossary) else []
        parts += [theorem.glossary for theorem in self if theorem.glossary not in parts]
        if not parts:
            raise LoadError(f"there is no glossary in {self.root}")
        union = parts[0]
        for part in parts[1:]:
            try:
                union |= part
            except GlossaryError as error:
                raise LoadError(
                    f"the glossaries of {self.root} contradict each other: {error}; name one file"
                ) from None
        return union


def ordered(theorems: Iterable[Theorem]) -> dict[str, Theorem]:
    """Theorems and all that they cite, by name, each after what it cites.

    Raises:
        LoadError: two of one name, or a circle of citations.
    """
    known: dict[str, Theorem] = {}
    cited: dict[str, list[str]] = {}
    waiting = list(theorems)
    while waiting:
        theorem = waiting.pop()
        if _is_new(theorem, known):
            known[theorem.name] = theorem
            below = [citation.theorem for citation in theorem.citations]
            cited[theorem.name] = sorted(t.name for t in below)
            waiting += below
    sorter = TopologicalSorter({name: cited[name] for name in sorted(cited)})
    try:
        return {name: known[name] for name in sorter.static_order()}
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        raise LoadError(
            f"cyclic citation: {' cites '.join(circle)}", known[circle[0]].location
        ) from None


def _is_new(theorem: Theorem, known: Mapping[str, Theorem]) -> bool:
    """Whether it is not yet known.  Raises `LoadError` if another one has its name."""
    first = known.get(theorem.name)
    if first is None:
        return True
    if first.location != theorem.location:
        raise _same_name(theorem, first)
    return False


def _same_name(one: Named, first: Named) -> LoadError:
    kinds = {isinstance(both, Theorem) for both in (one, first)}
    what = "two theorems" if kinds == {True} else "two entries"
    message = f"{what} are called {one.name}; the other one is at {first.location}"
    return LoadError(message, one.location)


def entries_of(module: ModuleType) -> list[Named]:
    """The theorems and entries that an imported file has made, in this order."""
    return [one for one in made_by(module) if isinstance(one, Theorem | Entry)]


def python_files(path: Path) -> list[Path]:
    """The Python files at or below a path, in order.

    Raises:
        NotFound: the path does not exist, or is another file.
        LoadError: the folder has none.
    """
    if path.is_file() and path.suffix == ".py":
        return [path.resolve()]
    if not path.is_dir():
        what = "is not a Python file" if path.exists() else "does not exist"
        raise NotFound(f"{path} {what}")
    found = sorted(
        file.resolve()
        for file in path.rglob("*.py")
        if not any(part.startswith((".", "__pycache__")) for part in file.relative_to(path).parts)
    )
    if not found:
        raise LoadError(f"there is no Python file in {path}")
    return found


def root_of(path: Path) -> Path:
    """The top folder of the package that a path belongs to.

    It is the installed library; or the nearest folder, going up, that is called `proofs`; or else
    the nearest one that holds a `notation.py`; or the folder itself.
    """
    path = path.resolve()
    folder = path if path.is_dir() else path.parent
    above = [folder, *folder.parents]
    if LIBRARY in above:
        return LIBRARY
    named = [f for f in above if f.name == "proofs"]
    notated = [f for f in above if (f / NOTATION).is_file()]
    return next(iter([*named, *notated, folder]))


class _Collector:
    """Loads files one after the other and keeps what went wrong."""

    def __init__(self, root: Path) -> None:
        self.package = Package(root)
        self.found: dict[str, Named] = {}
        self.problems: list[LoadError] = []
        self.modules: dict[Path, ModuleType] = {}

    def load(self, file: Path) -> None:
        try:
            module = self.package.load(file)
        except LoadError as error:
            if str(error) not in map(
                str, self.problems
            ):  # a broken file breaks those that import it
                self.problems.append(error)
            return
        self.modules[file] = module
        for one in entries_of(module):
            self.add(one)
        for value in vars(module).values():
            if isinstance(value, Theorem | Entry) and self.is_own(value):
                self.add(value)  # which it has imported

    def is_own(self, one: Named) -> bool:
        return Path(one.location.path).is_relative_to(self.package.root)

    def add(self, one: Named) -> None:
        first = self.found.setdefault(one.name, one)
        if first is not one:
            self.report(_same_name(one, first))
        elif not _NAME.fullmatch(one.name):
            del self.found[one.name]
            what = "a theorem" if isinstance(one, Theorem) else "an entry"
            message = f"{one.name!r} is no name of {what}; write it like subject.result"
            self.report(LoadError(message, one.location))

    def report(self, error: LoadError) -> None:
        if str(error) not in map(str, self.problems):  # a broken file breaks those that import it
            self.problems.append(error)
