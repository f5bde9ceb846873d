"""What the words on the command line choose: folders, files, theorems and entries by name.

Main results: `Chosen`, `chosen`, `only`, `words_argument`, `folder_option`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from derive.library import Library


@dataclass(frozen=True)
class Chosen:
    """A library, and which of its theorems and of its other entries are meant."""

    library: Library
    names: list[str]
    entries: list[str] = field(default_factory=list)


def chosen(
    words: Sequence[str], folder: Path | None = None, *, entries: bool = False
) -> list[Chosen]:
    """What the words choose; without words, all of the folder.

    A word that ends in .py, has a slash, or is an existing folder is a path.  Any other is the
    name of a theorem or the beginning of one: of the folder, or else of the installed library.
    With `entries`, remarks and errata are chosen as theorems are.

    Raises:
        NotFound: a path or a name that is not there.
        LoadError: a folder without theorems.
    """
    from derive.library import Library, default_folder, root_of
    from derive.loading import LoadError

    paths = [word for word in words if _is_path(word)]
    names = [word for word in words if not _is_path(word)]
    together: dict[Path, list[Path]] = {}
    for path in map(Path, paths):
        together.setdefault(root_of(path), []).append(path)
    result = [_whole(Library.load(*group), entries) for group in together.values()]
    if names or not words:
        library = Library.load(folder or default_folder())
        result += _named(library, names, entries) if names else [_whole(library, entries)]
    if not any(one.names or one.entries or one.library.problems for one in result):
        where = ", ".join(str(one.library.root) for one in result)
        raise LoadError(f"there is no theorem in {where}")
    return result


def _whole(library: Library, entries: bool) -> Chosen:
    names = [theorem.name for theorem in library]
    return Chosen(library, names, list(library.entries) if entries else [])


def _part(library: Library, words: Sequence[str], entries: bool) -> Chosen:
    """What words name in a library.  Raises `NotFound` for one that names nothing."""
    if not entries:
        return Chosen(library, [t.name for word in words for t in library.select([word])])
    found = [name for word in words for name in library.names_of([word])]
    theorems = [name for name in found if name in library]
    return Chosen(library, theorems, [name for name in found if name in library.entries])


def _named(library: Library, words: Sequence[str], entries: bool) -> list[Chosen]:
    """What the words name in the library, or else in the installed one."""
    from derive.cli.output import report_problems
    from derive.library import Library
    from derive.loading import LIBRARY, LoadError, NotFound

    own, others = [], []
    for word in words:
        try:
            _part(library, [word], entries)
            own.append(word)
        except NotFound:
            if library.root == LIBRARY:
                report_problems([library])
                raise
            others.append(word)
    result = [_part(library, own, entries)] if own else []
    if others:
        try:
            result.append(_part(Library.load(LIBRARY), others, entries))
        except LoadError:
            report_problems([library])
            _part(library, others, entries)  # whose message speaks of the author's own folder
            raise
    return [Chosen(one.library, _once(one.names), _once(one.entries)) for one in result]


def _once(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def only(name: str, folder: Path | None, *, entries: bool = False) -> tuple[Library, str]:
    """The one theorem of a name, or with `entries` also the remark or the erratum.

    Raises:
        NotFound: none, or several, are called so.
    """
    from derive.loading import NotFound

    parts = chosen([name], folder, entries=entries)
    found = [(one.library, n) for one in parts for n in (*one.names, *one.entries)]
    exact = [pair for pair in found if pair[1] == name] or found
    if len(exact) > 1:
        what = "entries" if any(one.entries for one in parts) else "theorems"
        raise NotFound(f"{name} names several {what}: {', '.join(n for _, n in exact)}")
    return exact[0]


def _is_path(word: str) -> bool:
    return word.endswith(".py") or "/" in word or "\\" in word or Path(word).is_dir()


def complete_name(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names of theorems that begin so, for the shell."""
    with contextlib.suppress(Exception):  # a broken folder must not spoil the prompt
        from derive.library import Library

        folder = context.params.get("folder")
        return _completions(Library.load(*([folder] if folder else [])), incomplete)
    return []


def _completions(library: Library, incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(one.name, help=one.title)
        for one in (*library, *library.entries.values())
        if one.name.startswith(incomplete)
    ]


def words_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Paths and names of theorems."""
    return click.argument(
        "words", metavar="[PATH|NAME]...", nargs=-1, shell_complete=complete_name
    )(command)


def folder_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The folder in which names are looked up."""
    return click.option(
        "-f",
        "--folder",
        type=click.Path(exists=True, path_type=Path),
        help="The folder or file of theorems, instead of ./proofs or the installed library.",
    )(command)
