"""Which entries a file makes while it is imported, whatever becomes of its variables.

A theorem that stands in a list, that is made in a loop, or whose variable is then used for another
one belongs to its file as any other does: what is written down must not be passed over in silence.

Main results: `register`, `made_by`.
"""

from __future__ import annotations

from types import FrameType, ModuleType

_MADE = "__derive_entries__"
"""The variable of a module that lists what it has made; so both live equally long."""

_NO_AUTHORS = ("derive", "dataclasses")
"""Packages that make theorems and remarks for themselves, and copies."""


def register(entry: object, caller: FrameType) -> None:
    """Note what a caller has made as an entry of the file that is being imported, if one is.

    It is the innermost one, so a function of another file makes entries of the file that calls it.
    """
    if str(caller.f_globals.get("__name__")).partition(".")[0] in _NO_AUTHORS:
        return
    frame: FrameType | None = caller
    while frame is not None and frame.f_code.co_name != "<module>":
        frame = frame.f_back
    if frame is not None and _is_imported(frame):
        frame.f_globals.setdefault(_MADE, []).append(entry)


def made_by(module: ModuleType) -> list[object]:
    """What a file has made, in this order."""
    return list(vars(module).get(_MADE, ()))


def _is_imported(frame: FrameType) -> bool:
    """Whether a module is, and not a program that runs."""
    names = frame.f_globals
    return names.get("__spec__") is not None and names.get("__name__") != "__main__"
