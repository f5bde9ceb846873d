"""The pictures of a folder of theorems, which stand in its files `pictures.py`.

Only these files are imported, and the theorems that they import.

Main results: `pictures_of`, `find`.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from derive.library import default_folder, python_files, root_of
from derive.loading import LIBRARY, LoadError, NotFound, Package
from derive.pictures.picture import Picture

FILE = "pictures.py"
"""The files in which pictures are looked for."""


def pictures_of(folder: Path | None = None) -> dict[str, Picture]:
    """The pictures of a folder, or of one file, in the order of their names.

    Args:
        folder: it, or else `./proofs` if there is one, or else the installed library.

    Raises:
        NotFound: there is no such folder.
        LoadError: a file raises, or two pictures have one name.
    """
    folder = folder or default_folder()
    package = Package(root_of(folder))
    found: dict[str, Picture] = {}
    for file in python_files(folder):
        if file.name == FILE or folder.is_file():
            for value in vars(package.load(file)).values():
                if isinstance(value, Picture) and Path(value.location.path).resolve() == file:
                    _add(found, value)
    return dict(sorted(found.items()))


def find(name: str, folder: Path | None = None) -> Picture:
    """The picture of a name: of the folder, or else of the installed library.

    Args:
        name: as in `hall.plateaus`.
        folder: as for `pictures_of`.

    Raises:
        NotFound: none is called so.
        LoadError: a file raises, or two pictures have one name.
    """
    folder = folder or default_folder()
    known = pictures_of(folder)
    if name not in known and root_of(folder) != LIBRARY:
        known = {**pictures_of(LIBRARY), **known}
    if name in known:
        return known[name]
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    close = close or [one for one in known if one.rpartition(".")[2] == name]
    hint = f"; did you mean {' or '.join(close)}?" if close else "; `derive picture` lists all"
    raise NotFound(f"there is no picture {name} in {folder}{hint}")


def _add(found: dict[str, Picture], one: Picture) -> None:
    first = found.setdefault(one.name, one)
    if first is not one:
        message = f"two pictures are called {one.name}; the other one is at {first.location}"
        raise LoadError(message, one.location)
