"""Where certificates are kept, so that what has not changed is replayed instead of searched.

A certificate is found by a key: a hash of the theorem as its author gave it, its glossary, the
keys of the theorems that it cites, and the code of `derive` itself.  Nothing is believed because it
lies here: a certificate counts only after the kernel has replayed it and compared what it proves
with the statement as read from the source.  What was found of an erratum is no proof of anything
else, so it is kept as it is, under a key made in the same way.

The certificates of a folder lie in `.derive/` beside it.  Those of the installed library, and of
folders whose surroundings cannot be written, lie in the user's cache (`$XDG_CACHE_HOME/derive`).
`DERIVE_STORE` names another place for both.

Main results: `Store`, `key_of`, `key_of_erratum`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import derive
from derive.entries import Erratum
from derive.environment import STORE
from derive.files import write_whole
from derive.language.syntax import Node
from derive.loading import LIBRARY
from derive.theorem import Chain, Citation, Given, Suppose, Theorem

_UNUSED_SECONDS = 30 * 24 * 3600
_IGNORE = "# Certificates that derive keeps; they can be deleted at any time.\n*\n"


class Store:
    """A folder of certificates, one file for each key; it need not exist.

    Several processes may use it at once: a file appears whole or not at all.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, root: Path) -> Store:
        """The store of a folder of theorems."""
        chosen = os.environ.get(STORE)
        if chosen:
            return cls(Path(chosen))
        beside = root.parent / ".derive"
        is_checkout = (root.parent / "pyproject.toml").is_file()
        writable = os.access(beside if beside.exists() else root.parent, os.W_OK)
        if writable and (root != LIBRARY or is_checkout):
            return cls(beside)
        cache_folder = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        return cls(Path(cache_folder) / "derive")

    def __contains__(self, key: str) -> bool:
        return self._path(key).is_file()

    def read(self, key: str) -> str | None:
        """The certificate under a key, or None; what is damaged comes out as it is."""
        path = self._path(key)
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            os.utime(path)
        except OSError:
            return None
        return text

    def write(self, key: str, certificate: str) -> None:
        """Keep a certificate.

        Raises:
            OSError: the folder cannot be written.
        """
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / ".gitignore", _IGNORE)
        write_whole(self._path(key), certificate)

    def prune(self) -> None:
        """Delete what has not been used for a month."""
        oldest = time.time() - _UNUSED_SECONDS
        for path in self.folder.glob("*"):
            with contextlib.suppress(OSError):  # another process may have deleted it
                if path.name != ".gitignore" and path.stat().st_mtime < oldest:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def key_of(theorem: Theorem) -> str:
    """The key of a theorem's certificate."""
    return _key(theorem, {})


def key_of_erratum(erratum: Erratum) -> str:
    """The key of what was found of an erratum's claims."""
    parts = (
        erratum.claims("written"),
        erratum.claims("right"),
        erratum.hypotheses("written"),
        erratum.hypotheses("right"),
        erratum.assume or {},
    )
    content = [
        code_fingerprint(),
        "erratum",
        erratum.name,
        erratum.glossary.fingerprint() if erratum.glossary else "",
        *(_content(part, {}) for part in parts),
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def keys_of(theorems: Mapping[str, Theorem]) -> dict[str, str]:
    """The keys of theorems, each of which stands after what it cites."""
    known: dict[str, str] = {}
    for name, theorem in theorems.items():
        known[name] = _key(theorem, known)
    return known


def _key(theorem: Theorem, known: dict[str, str]) -> str:
    given, claims, proof = theorem.as_given()
    content = [
        code_fingerprint(),
        theorem.name,
        theorem.glossary.fingerprint(),
        *(_content(part, known) for part in (given, claims, proof)),
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _content(value: Any, known: dict[str, str]) -> Any:
    """What a hash takes of something that an author wrote."""
    if isinstance(value, str):
        return value
    if isinstance(value, Theorem):
        return _content(value.at(), known)
    if isinstance(value, Citation):
        key = known.get(value.theorem.name) or _key(value.theorem, known)
        return ["citation", key, _content(value.values, known)]
    if isinstance(value, Given):
        return _content(value.formula, known)
    if isinstance(value, Suppose):
        return ["suppose", _content(value.given, known), _content(value.proof, known)]
    if isinstance(value, Chain):
        return ["chain", _content([value.start, *value.lines], known)]
    if isinstance(value, Node):
        return ["tree", repr(value)]
    if isinstance(value, Mapping):
        return [[name, _content(part, known)] for name, part in value.items()]
    if isinstance(value, Sequence):
        return [_content(part, known) for part in value]
    from sympy import srepr

    return ["sympy", srepr(value)]


WITHOUT_PROVING = frozenset(
    "cli documents linalg necessity pictures pytest_plugin render sphinx strategies".split()
)
"""The rooms of `derive` that what is proved, refuted or read does not depend on."""


@cache
def code_fingerprint(*, whole: bool = False) -> str:
    """A hash of the code of `derive`: what has proved something before may not prove it now.

    Args:
        whole: also of the rooms that have no part in proving, such as those that print.
    """
    folder = Path(derive.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        room = path.relative_to(folder).parts[0]
        if path.suffix in (".py", ".lark") and (whole or room not in WITHOUT_PROVING):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()
