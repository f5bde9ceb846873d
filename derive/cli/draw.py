"""`derive draw`: formulas and proofs as string diagrams."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from derive.cli.selection import complete_name

if TYPE_CHECKING:
    from derive.render.diagrams.shapes import Drawing

EXAMPLES = """\b
Examples:
  derive draw '\\hat O|o\\rangle = o|o\\rangle' -o eigen.svg
  derive draw '\\langle\\psi|\\hat O|\\psi\\rangle' --format tikz
  derive draw quantum.orthogonality -o proof.svg
"""
_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")
_STATEMENT = re.compile(r"=|[<>]|\\(neq?|leq?|geq?|Rightarrow|forall)(?![A-Za-z])|\\[lg]eqslant")


@click.command(epilog=EXAMPLES)
@click.argument("what", metavar="FORMULA|NAME", shell_complete=complete_name)
@click.option(
    "--glossary",
    "path",
    type=click.Path(exists=True, path_type=Path),
    help="The folder or file whose symbols are used, instead of ./proofs or the library.",
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
    what: str, path: Path | None, form: str | None, normal_form: bool, output: Path | None
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
        title, drawing = _proof(what, path)
    else:
        title, drawing = _formula(what, path, normal_form)
    written_as = form or ("tikz" if output and output.suffix in (".tex", ".tikz") else "svg")
    text = tikz(drawing) if written_as == "tikz" else svg(drawing, title)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(output, text)


def _proof(name: str, path: Path | None) -> tuple[str, Drawing]:
    from derive.cli.selection import only
    from derive.render.diagrams.columns import entries_of
    from derive.render.diagrams.layout import column

    library, found = only(name, path)
    theorem = library[found]
    return theorem.title, column(entries_of(theorem))


def _formula(text: str, path: Path | None, normal_form: bool) -> tuple[str, Drawing]:
    from derive.cli.output import report_problems
    from derive.language.reader import read_expression, read_formula
    from derive.language.syntax import Expression
    from derive.language.text_writer import write_text
    from derive.library import Library, default_folder
    from derive.render.diagrams.columns import entries_of_formula
    from derive.render.diagrams.layout import Entry, column, layout
    from derive.render.diagrams.trees import normal_forms, picture_of

    library = Library.load(path or default_folder())
    report_problems([library])
    glossary = library.glossary
    tree = (read_formula if _STATEMENT.search(text) else read_expression)(text, glossary)
    title = write_text(tree, glossary)
    if normal_form:
        return title, column([Entry(None, "", form) for form in normal_forms(tree, glossary)])
    if isinstance(tree, Expression):
        return title, layout(picture_of(tree, glossary))
    return title, column(list(entries_of_formula(tree, glossary)))
