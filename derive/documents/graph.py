"""Which theorems of a lecture use which.

Main results: `dependencies`, `Dependency`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from derive.documents.contents import Contents
from derive.theorem import Theorem


class Dependency(NamedTuple):
    """A theorem and the theorems that it uses and that use it, as references."""

    theorem: str
    uses: tuple[str, ...]
    used_by: tuple[str, ...]


def dependencies(contents: Contents, link: Callable[[str], str]) -> list[Dependency]:
    """The printed theorems that use others or are used by others, in order."""
    printed = {name: outcome.theorem for name, outcome in contents.printed.items()}
    uses = {
        name: [one for one in _cited(theorem) if one in printed]
        for name, theorem in printed.items()
    }
    used_by = {name: [other for other in printed if name in uses[other]] for name in printed}
    return [
        Dependency(link(name), tuple(map(link, uses[name])), tuple(map(link, used_by[name])))
        for name in printed
        if uses[name] or used_by[name]
    ]


def _cited(theorem: Theorem) -> dict[str, None]:
    """The names of the theorems that it cites, each once."""
    return dict.fromkeys(one.theorem.name for one in theorem.citations)
