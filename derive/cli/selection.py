"""What the words on the command line choose: folders, files, theorems by name.

Main results: `Chosen`, `chosen`, `only`, `words_argument`, `folder_option`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from derive.library import Library


@dataclass(frozen=True)
class Chosen:
    """A library, and which of its theorems are meant."""

    library: Library
    names: list[str]


def chosen(words: Sequence[str], folder: Path | None = None) -> list[Chosen]:
    """What the words choose; without words, all theorems of the folder.

    A word that ends in .py, has a slash, or is an existing folder is a path.  Any other is the
    name of a theorem or the beginning of one: of the folder, or else of the installed library.

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
    result = []
    for group in together.values():
        library = Library.load(*group)
        result.append(Chosen(library, [theorem.name for theorem in library]))
    if names or not words:
        library = Library.load(folder or default_folder())
        if names:
            result += _named(library, names)
        else:
            result.append(Chosen(library, [theorem.name for theorem in library]))
    if not any(one.names or one.library.problems for one in result):
        where = ", ".join(str(one.library.root) for one in result)
        raise LoadError(f"there is no theorem in {where}")
    return result


def _named(library: Library, names: Sequence[str]) -> list[Chosen]:
    """The theorems of those names, in the library or else in the installed one."""
    from derive.cli.output import report_problems
    from derive.library import Library
    from derive.loading import LIBRARY, LoadError, NotFound

    own, others = [], []
    for name in names:
        try:
            own += [theorem.name for theorem in library.select([name])]
        except NotFound:
            if library.root == LIBRARY:
                report_problems([library])
                raise
            others.append(name)
    result = [Chosen(library, _once(own))] if own or not others else []
    if others:
        try:
            installed = Library.load(LIBRARY)
            found = [t.name for name in others for t in installed.select([name])]
        except LoadError:
            report_problems([library])
            library.select(others)  # whose message speaks of the author's own folder
            raise
        result.append(Chosen(installed, _once(found)))
    return result


def _once(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def only(name: str, folder: Path | None) -> tuple[Library, str]:
    """The one theorem of a name.

    Raises:
        NotFound: no theorem, or several, are called so.
    """
    from derive.loading import NotFound

    found = [(one.library, n) for one in chosen([name], folder) for n in one.names]
    exact = [pair for pair in found if pair[1] == name] or found
    if len(exact) > 1:
        raise NotFound(f"{name} names several theorems: {', '.join(n for _, n in exact)}")
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
        CompletionItem(theorem.name, help=theorem.title)
        for theorem in library
        if theorem.name.startswith(incomplete)
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
