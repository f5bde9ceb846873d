"""Which files hold theorems; their text is looked at, and nothing is imported.

Main results: `is_proof_file`, `is_no_module_of_tests`, `holds_proofs`, `uses_derive`, `folder_of`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

_NOT_PROOFS = ("test_*.py", "*_test.py", "conftest.py")
_OTHERS = rb"(?:[\w.]+(?:[ \t]+as[ \t]+\w+)?[ \t]*,[ \t]*)*"
_IMPORTS_DERIVE = re.compile(
    rb"(?:^|[;:])[ \t]*(?:from[ \t]+|import[ \t]+" + _OTHERS + rb")derive\b", re.MULTILINE
)
_IMPORTS_A_NEIGHBOUR = re.compile(rb"^[ \t]*from[ \t]+\.", re.MULTILINE)


def folder_of(path: Path, folders: Sequence[str]) -> Path | None:
    """The nearest folder, going up from a file or a folder, that one of the patterns matches."""
    above = [path, *path.parents] if path.is_dir() else path.parents
    matching = (folder for folder in above if any(folder.match(one) for one in folders))
    return next(matching, None)


def is_proof_file(path: Path, folders: Sequence[str]) -> bool:
    """Whether a Python file, which is no file of tests, may make entries.

    Any may in a folder of theorems where one imports `derive`: its own text need not say so.
    """
    if path.suffix != ".py" or any(fnmatch(path.name, pattern) for pattern in _NOT_PROOFS):
        return False
    folder = folder_of(path, folders)
    return folder is not None and uses_derive(folder)


def is_no_module_of_tests(path: Path) -> bool:
    """Whether a file imports `derive`, or files beside it as only `derive` can."""
    return _matches(_IMPORTS_DERIVE, path) or _matches(_IMPORTS_A_NEIGHBOUR, path)


def holds_proofs(path: Path, folders: Sequence[str]) -> bool:
    """Whether entries are surely made in a folder of theorems or in a folder below it."""
    if folder_of(path, folders) is None:
        return False
    files = (file for file in path.rglob("*.py") if is_proof_file(file, folders))
    return any(is_no_module_of_tests(file) for file in files)


@cache
def uses_derive(folder: Path) -> bool:
    """Whether a file of a folder, or of one below it, imports `derive`; asked once for each."""
    return any(_matches(_IMPORTS_DERIVE, file) for file in folder.rglob("*.py"))


def _matches(pattern: re.Pattern[bytes], path: Path) -> bool:
    try:
        return pattern.search(path.read_bytes()) is not None
    except OSError:
        return False
