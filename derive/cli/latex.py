"""`derive latex`: theorems as LaTeX."""

from __future__ import annotations

from pathlib import Path

import click

from derive.cli.selection import chosen, complete_name, folder_option

EXAMPLES = """\b
Examples:
  derive latex landau.degeneracy
  derive latex landau.degeneracy hall.resistivity -o results.tex

Then write \\input{results} in a document that says \\usepackage{amsmath}.
"""


@click.command(epilog=EXAMPLES)
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=complete_name)
@folder_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to a file instead of the screen.",
)
def latex(names: tuple[str, ...], folder: Path | None, output: Path | None) -> None:
    """Print theorems as LaTeX: an align for each calculation, with its reasons.

    The document needs amsmath and nothing else.
    """
    from derive.cli.listing import known
    from derive.cli.output import warn
    from derive.files import write_whole
    from derive.render.latex import theorem_latex

    fragments = []
    for outcome in known(chosen(names, folder)):
        if outcome.malformed and outcome.error is not None:
            raise outcome.error
        if outcome.status != "proved":
            warn(f"{outcome.theorem.name} is {outcome.status}: run derive check")
        fragments.append(theorem_latex(outcome.theorem, outcome.status, outcome.proof))
    text = "\n\n".join(fragments) + "\n"
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
