"""`derive draw`: formulas and proofs as string diagrams."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from derive.cli.selection import complete_name

if TYPE_CHECKING:
    from derive.language.glossary import Glossary
    from derive.render.diagrams.shapes import Drawing

EXAMPLES = """\b
Examples:
  derive draw '\\hat O|o\\rangle = o|o\\rangle' --glossary quantum.orthogonality -o eigen.svg
  derive draw 'A = a b' --glossary proofs/geometry --format tikz
  derive draw quantum.orthogonality -o proof.svg
"""
_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")
_STATEMENT = re.compile(r"=|[<>]|\\(neq?|leq?|geq?|Rightarrow|forall)(?![A-Za-z])|\\[lg]eqslant")


@click.command(epilog=EXAMPLES)
@click.argument("what", metavar="FORMULA|NAME", shell_complete=complete_name)
@click.option(
    "--glossary",
    "source",
    metavar="PATH|NAME",
    help="The folder, file or theorem whose symbols are used, instead of ./proofs or the library.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "tikz"]),
    help="SVG, or TikZ for a document that says \\usepackage{tikz}; else as FILE ends.",
)
@click.option("--normal-form", is_flag=True, help="Draw what the kernel makes of the formula.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to a file instead of the screen.",
)
def draw(
    what: str, source: str | None, form: str | None, normal_form: bool, output: Path | None
) -> None:
    """Draw a formula, or each line of the proof of a theorem, as boxes joined by wires.

    A vector has one leg, an operator has two, and a number has none.
    """
    from derive.files import write_whole
    from derive.render.diagrams.svg import svg
    from derive.render.diagrams.tikz import tikz

    if _NAME.fullmatch(what):
        if normal_form:
            raise click.UsageError("--normal-form draws a formula, not a theorem")
        title, drawing = _proof(what, source)
    else:
        title, drawing = _formula(what, _glossary(source), normal_form)
    written_as = form or ("tikz" if output and output.suffix in (".tex", ".tikz") else "svg")
    text = tikz(drawing) if written_as == "tikz" else svg(drawing, title)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(output, text)


def _proof(name: str, source: str | None) -> tuple[str, Drawing]:
    from derive.cli.selection import only
    from derive.render.diagrams.columns import entries_of
    from derive.render.diagrams.layout import column

    library, found = only(name, Path(source) if source else None)
    theorem = library[found]
    return theorem.title, column(entries_of(theorem))


def _glossary(source: str | None) -> Glossary:
    """The symbols of a folder or a file, or of one theorem."""
    from derive.cli.output import report_problems
    from derive.cli.selection import only
    from derive.library import Library, default_folder

    if source and not Path(source).exists():
        library, name = only(source, None)
        return library[name].glossary
    library = Library.load(Path(source) if source else default_folder())
    report_problems([library])
    return library.glossary


def _formula(text: str, glossary: Glossary, normal_form: bool) -> tuple[str, Drawing]:
    from derive.language.reader import read_expression, read_formula
    from derive.language.syntax import Expression
    from derive.language.text_writer import write_text
    from derive.render.diagrams.columns import entries_of_formula
    from derive.render.diagrams.layout import Entry, column, layout
    from derive.render.diagrams.trees import normal_forms, picture_of

    tree = (read_formula if _STATEMENT.search(text) else read_expression)(text, glossary)
    title = write_text(tree, glossary)
    if normal_form:
        return title, column([Entry(None, "", form) for form in normal_forms(tree, glossary)])
    if isinstance(tree, Expression):
        return title, layout(picture_of(tree, glossary))
    return title, column(list(entries_of_formula(tree, glossary)))
