"""Which files hold theorems; their text is looked at, and nothing is imported.

Main results: `is_proof_file`, `holds_proofs`, `folder_of`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

_NOT_PROOFS = ("test_*.py", "*_test.py", "conftest.py")
_MAKES_ENTRIES = re.compile(rb"\b(Theorem|Erratum|Remark)\s*\(")


def folder_of(path: Path, folders: Sequence[str]) -> Path | None:
    """The nearest folder, going up from a file or a folder, that one of the patterns matches."""
    above = [path, *path.parents] if path.is_dir() else path.parents
    matching = (folder for folder in above if any(folder.match(one) for one in folders))
    return next(matching, None)


def is_proof_file(path: Path, folders: Sequence[str]) -> bool:
    """Whether a Python file in a folder of theorems, which is no file of tests, makes entries."""
    if path.suffix != ".py" or any(fnmatch(path.name, pattern) for pattern in _NOT_PROOFS):
        return False
    if folder_of(path, folders) is None:
        return False
    try:
        text = path.read_bytes()
    except OSError:
        return False
    return b"derive" in text and _MAKES_ENTRIES.search(text) is not None


def holds_proofs(path: Path, folders: Sequence[str]) -> bool:
    """Whether there is such a file in a folder of theorems or in a folder below it."""
    if folder_of(path, folders) is None:
        return False
    return any(is_proof_file(file, folders) for file in path.rglob("*.py"))
