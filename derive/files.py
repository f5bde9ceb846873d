"""Files that appear whole or not at all.

Main results: `write_whole`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import uuid
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that nobody ever reads a part of it.

    The content goes to a file beside it, which then takes its name; what is no regular file, such
    as a pipe, is written as it is.

    Raises:
        OSError: the file cannot be written; then an older one is still there.
    """
    path = path.resolve()
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder does not exist", str(path.parent))
    whole = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(whole)
        return
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        temporary.write_bytes(whole)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
