"""`derive picture`: the pictures that belong to theorems."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from derive.cli.selection import folder_option

_SENTENCE_END = re.compile(r"\.(?:\s|$)|。")

EXAMPLES = """\b
Examples:
  derive picture                                       all pictures
  derive picture hall.plateaus -o plateaus.pdf
  derive picture hall.plateaus --lang ja -o plateaus.svg
"""


def complete_picture(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names of pictures that begin so, for the shell."""
    with contextlib.suppress(Exception):  # a broken folder must not spoil the prompt
        from derive.pictures import pictures_of

        found = pictures_of(context.params.get("folder")).values()
        return [
            CompletionItem(one.name, help=one.caption)
            for one in found
            if one.name.startswith(incomplete)
        ]
    return []


def complete_language(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The languages that begin so, for the shell."""
    from derive.translation import LANGUAGES

    return [CompletionItem(one) for one in LANGUAGES if one.startswith(incomplete)]


@click.command(epilog=EXAMPLES)
@click.argument("name", required=False, shell_complete=complete_picture)
@click.option(
    "--lang",
    "language",
    default="en",
    metavar="en|zh|ja",
    shell_complete=complete_language,
    help="The language of captions and labels (en).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to a file that ends in .svg, .pdf or .png, a string diagram also in .tex;"
    " else SVG goes to the screen.",
)
@folder_option
def picture(name: str | None, language: str, output: Path | None, folder: Path | None) -> None:
    """Draw a picture, or list all pictures.

    Pictures are functions in files pictures.py, and are computed from theorems.
    """
    from derive.pictures import find

    if name is None:
        if output is not None:
            raise click.UsageError("-o needs the name of a picture; `derive picture` lists all")
        _list(folder, language)
    elif output is None or str(output) == "-":
        click.echo(find(name, folder).rendered("svg", language), nl=False)
    else:
        find(name, folder).write(output, language)


def _list(folder: Path | None, language: str) -> None:
    from derive.cli.output import print_table
    from derive.pictures import pictures_of
    from derive.render.terminal import place_text

    found = pictures_of(folder)
    if not found:
        click.echo("There is no picture here: see docs/pictures.md.", err=True)
        return
    print_table(
        ["name", "caption", "where"],
        [
            (one.name, _begin(one.words(language).caption), place_text(one.location))
            for one in found.values()
        ],
    )


def _begin(caption: str) -> str:
    """The first sentence, which says what the picture is of."""
    return _SENTENCE_END.split(caption, maxsplit=1)[0]
