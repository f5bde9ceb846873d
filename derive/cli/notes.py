"""`derive notes`: a lecture as notes, as slides, or as fragments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from derive.cli.selection import folder_option

if TYPE_CHECKING:
    from derive.documents.building import Format

EXAMPLES = """\b
Examples:
  derive notes quantum_hall --pdf              a lecture that comes with derive
  derive notes my_lecture.md -o build          one's own, with theorems of ./proofs
  derive notes quantum_hall --format beamer --lang ja --pdf
"""

_FORMATS = ("article", "beamer", "fragments")
_LANGUAGES = ("en", "zh", "ja")
_NAMED = 5
"""How many theorems are named that are not proved."""


def _complete(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from derive.documents.lecture import provided_lectures

    names = [CompletionItem(n) for n in provided_lectures() if n.startswith(incomplete)]
    return [*names, CompletionItem(incomplete, type="file")]


@click.command(epilog=EXAMPLES)
@click.argument(
    "lectures", metavar="LECTURE|PATH...", nargs=-1, required=True, shell_complete=_complete
)
@folder_option
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="article",
    show_default=True,
    help="Notes, slides, or each theorem as a file to \\input.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(_LANGUAGES),
    default="en",
    show_default=True,
    help="English, Chinese or Japanese.",
)
@click.option(
    "--why/--no-why",
    default=True,
    help="Tell in notes why each hypothesis is needed; without it, they are ready sooner.",
)
@click.option("--pdf", is_flag=True, help="Compile with LuaLaTeX as well.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("notes"),
    show_default=True,
    metavar="DIR",
    help="The folder for what is made.",
)
def notes(
    lectures: tuple[str, ...],
    folder: Path | None,
    form: Format,
    language: str,
    why: bool,
    pdf: bool,
    output: Path,
) -> None:
    """Print a lecture: its prose with the theorems, proofs and pictures that it refers to.

    A lecture is a Markdown file.  Its theorems are taken from ./proofs if there is such a folder,
    and those that are not there from the installed library.
    """
    from derive.cli.output import warn
    from derive.documents.building import build
    from derive.documents.contents import gather
    from derive.documents.lecture import find_lecture, read_lecture

    found = [read_lecture(find_lecture(word)) for word in lectures]
    complete = True
    for lecture in found:
        contents = gather(lecture, folder, language, warn, why=why)
        unproved = [name for name, one in contents.outcomes.items() if one.status != "proved"]
        if unproved:
            warn(f"{len(unproved)} not proved, run derive check: {_few(unproved)}")
        for file in build(contents, form, output):
            click.echo(file)
            if pdf and form != "fragments":
                complete &= _compile(file)
    if not complete:
        raise click.exceptions.Exit(1)


def _few(names: list[str]) -> str:
    """Some names, and how many there are besides."""
    others = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {others} more" if others > 0 else shown


def _compile(file: Path) -> bool:
    """Make the PDF of a file; whether all fits on its pages, as far as this can be known."""
    from derive.cli.output import warn
    from derive.documents.engine import HOW_TO_GET_TEX, EngineError, missing_tools, typeset

    missing = missing_tools()
    if missing:
        warn(f"there is no {' and no '.join(missing)}; {HOW_TO_GET_TEX}")
        return True
    try:
        faults = typeset(file)
    except EngineError as error:
        raise click.ClickException(str(error)) from None
    click.echo(file.with_suffix(".pdf"))
    for fault in faults:
        warn(f"{file}: {fault}")
    return not faults
