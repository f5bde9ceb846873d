"""Where records lie: beside the theorems, and in the store of certificates.

The file `necessities.json` of a folder has the records of the theorems in the files of that folder,
by name.  It belongs to the theorems as the proofs do, so that nobody who gets them need search; the
store has what has been found since.  Nothing is believed because it lies here.

Main results: `FILE`, `Records`, `shipped`, `stored`, `store_records`, `ship`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from derive.files import write_whole
from derive.store import Store
from derive.theorem import Theorem

FILE = "necessities.json"

Records: TypeAlias = Mapping[str, Any]
"""The records of one theorem, by the keys of what is dropped."""

_MOST_BYTES = 50_000_000


def file_of(theorem: Theorem) -> Path:
    """The file beside the theorem's own."""
    return Path(theorem.location.path).with_name(FILE)


def shipped(theorem: Theorem, warn: Callable[[str], None]) -> Records:
    """The records that lie beside the theorem; a damaged file is warned of."""
    path = file_of(theorem)
    try:
        status = path.stat()
    except OSError:
        return {}
    records = _read(path, status.st_mtime_ns, status.st_size, warn).get(theorem.name, {})
    return records if isinstance(records, dict) else {}


@lru_cache(maxsize=16)
def _read(path: Path, changed: int, size: int, warn: Callable[[str], None]) -> Mapping[str, Any]:
    """A file as it is at a time; `changed` and `size` tell a newer file from an older one."""
    try:
        return _parsed(path)
    except (OSError, ValueError, RecursionError) as error:
        warn(f"{path} is damaged and not used: {error}")
        return {}


def _parsed(path: Path) -> dict[str, Any]:
    """What a file holds.  Raises `OSError`, `ValueError` or `RecursionError`."""
    if path.stat().st_size > _MOST_BYTES:
        raise ValueError("it is too large")
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ValueError("it has no names of theorems")
    return data


def ship(records: Mapping[Theorem, Records], known: Collection[str]) -> list[Path]:
    """Write the records of theorems beside them; return the files.

    Args:
        records: what to write.
        known: the names of all theorems of the folder; what a file has of others is left out.

    Raises:
        OSError: a file cannot be written.
    """
    files: dict[Path, dict[str, Records]] = {}
    for theorem, found in records.items():
        files.setdefault(file_of(theorem), {})[theorem.name] = found
    for path, new in files.items():
        old: dict[str, Any] = {}
        with contextlib.suppress(OSError, ValueError, RecursionError):  # a new file, or a damaged
            old = _parsed(path)
        kept = {name: one for name, one in old.items() if name in known}
        write_whole(path, _written({**kept, **new}))
    return list(files)


def _written(data: Mapping[str, Any]) -> str:
    """One line for each theorem, so that a change of one is a change of one line."""
    lines = [
        f"{json.dumps(name)}: {json.dumps(data[name], ensure_ascii=False, separators=(',', ':'))}"
        for name in sorted(data)
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def stored(theorem: Theorem, store: Store) -> Records:
    """The records in the store."""
    text = store.read(_key(theorem))
    try:
        data = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def store_records(theorem: Theorem, store: Store, records: Records) -> None:
    """Keep records in the store.  Raises `OSError` if it cannot be written."""
    store.write(_key(theorem), json.dumps(records, separators=(",", ":")))


def _key(theorem: Theorem) -> str:
    """The key of a theorem's records, each of which says itself which statement it is about."""
    content = ["necessity", theorem.name, str(theorem.location.path)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
