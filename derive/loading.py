"""Importing the files of a folder of theorems, by path.

The library that is installed with `derive` is the package `proofs`.  Any other folder becomes a
package of its own under a private name, also when it is called `proofs` too.  In its files a
relative import (`from .notation import glossary`) means the folder's own files, and an absolute
one (`from proofs.landau.degeneracy import degeneracy`) the installed library.  Subfolders need no
`__init__.py`.

Sources are compiled each time: Python's bytecode cache takes a file for unchanged if size and
second are the same, and a flipped sign keeps the size.

Main results: `LIBRARY`, `Package`, `LoadError`, `NotFound`.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.machinery
import importlib.util
import linecache
import sys
import traceback
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType, TracebackType
from typing import NoReturn

import derive
from derive.location import Location

LIBRARY = Path(derive.__file__).resolve().parent.parent / "proofs"
"""The folder of the installed library."""

LIBRARY_PACKAGE = "proofs"
_PRIVATE = "derive_folder_"


class LoadError(Exception):
    """A file or a folder of theorems cannot be used; the message says what to do."""

    def __init__(self, message: str, location: Location | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.location = location

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message


class NotFound(LoadError):
    """There is no such path or name."""


class _SourceLoader(importlib.machinery.SourceFileLoader):
    """Reads sources and neither reads nor writes bytecode."""

    def path_stats(self, path: str) -> NoReturn:
        """Refuse, as Python then looks for no bytecode."""
        raise OSError("sources are compiled each time")


class _Finder(MetaPathFinder):
    """Finds the modules of packages that were made by `Package`."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        top, _, rest = name.partition(".")
        if top not in _packages:
            return None
        if not rest:
            return _top_spec(name, _packages[name])
        for folder in path or ():
            finder = importlib.machinery.FileFinder(folder, (_SourceLoader, [".py"]))
            spec = finder.find_spec(name)
            if spec is not None:
                return spec
        return None


def _top_spec(name: str, folder: Path) -> importlib.machinery.ModuleSpec:
    initial = folder / "__init__.py"
    if initial.is_file():
        loader = _SourceLoader(name, str(initial))
        spec = importlib.util.spec_from_file_location(name, initial, loader=loader)
        assert spec is not None
    else:
        spec = importlib.machinery.ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    return spec


_packages: dict[str, Path] = {}


class Package:
    """A folder of theorems as a package.

    Args:
        root: the folder; files are imported relative to it.

    Raises:
        LoadError: the name `proofs` is taken by another package.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.is_library = self.root == LIBRARY
        _packages[LIBRARY_PACKAGE] = LIBRARY
        if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
            sys.meta_path.insert(0, _Finder())
        if self.is_library:
            self.name = LIBRARY_PACKAGE
            if _imposter():
                raise LoadError(f"{_imposter()}, so the library in {LIBRARY} cannot be imported")
        else:
            self.name = _PRIVATE + hashlib.sha256(str(self.root).encode()).hexdigest()[:12]
            _packages[self.name] = self.root
            _forget(self.name)

    def load(self, path: Path) -> ModuleType:
        """Import one of its files.

        Raises:
            LoadError: the file raises; the error is at its line.
        """
        parts = path.resolve().relative_to(self.root).with_suffix("").parts
        if parts[-1] == "__init__":
            parts = parts[:-1]
        linecache.checkcache(str(path))
        try:
            return importlib.import_module(".".join((self.name, *parts)))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # whatever a file raises, exit() included, is its own fault
            raise self._load_error(path, error) from error

    def _load_error(self, path: Path, error: BaseException) -> LoadError:
        if isinstance(error, SyntaxError) and error.filename:
            return LoadError(
                f"{type(error).__name__}: {error.msg}", Location(error.filename, error.lineno or 1)
            )
        places = list(self._places(error.__traceback__))
        cycle = self._cycle(error, places)
        if cycle:
            return LoadError(f"cyclic citation: {' cites '.join(cycle)}", places[-1])
        message = f"{type(error).__name__}: {error}".removesuffix(": ")
        return LoadError(
            message + self._hint(error), places[-1] if places else Location(str(path), 1)
        )

    def _places(self, trace: TracebackType | None) -> Iterator[Location]:
        """The lines of its files through which an error went, the innermost last."""
        for frame, line in traceback.walk_tb(trace):
            path = frame.f_code.co_filename
            if Path(path).is_relative_to(self.root):
                yield Location(path, line)

    def _cycle(self, error: BaseException, places: Sequence[Location]) -> list[str]:
        """The files of a circular import, from one of them back to it; else nothing."""
        if "circular import" not in str(error):
            return []
        if isinstance(error, ImportError):
            target = error.path
        else:
            target = getattr(getattr(error, "obj", None), "__file__", None)
        files = list(dict.fromkeys(place.path for place in places))
        if target not in files:
            return []
        return [self._short(path) for path in (*files[files.index(target) :], target)]

    def _short(self, path: str) -> str:
        return str(Path(path).relative_to(self.root.parent))

    def _hint(self, error: BaseException) -> str:
        if not isinstance(error, ImportError):
            return ""
        if "beyond top-level package" in str(error):
            return (
                f"; the top folder is taken to be {self.root}, because it is the nearest one that "
                f"is called proofs or holds notation.py"
            )
        missing = error.name or ""
        if not self.is_library and missing.startswith(LIBRARY_PACKAGE + "."):
            return (
                f"; {_imposter()}"
                if _imposter()
                else (
                    f"; {LIBRARY_PACKAGE}.… is the library that is installed with derive, "
                    f"and the files of this folder are imported as from .notation import …"
                )
            )
        return ""


def _imposter() -> str:
    """What is wrong if another package than the library has been imported under its name."""
    module = sys.modules.get(LIBRARY_PACKAGE)
    if module is None:
        return ""
    path = [str(Path(entry).resolve()) for entry in getattr(module, "__path__", ())]
    if path[:1] == [str(LIBRARY)]:
        return ""
    return f"{LIBRARY_PACKAGE} has been imported from {', '.join(path) or 'elsewhere'}"


def _forget(name: str) -> None:
    for module in [m for m in sys.modules if m == name or m.startswith(f"{name}.")]:
        del sys.modules[module]
