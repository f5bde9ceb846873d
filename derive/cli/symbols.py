"""`derive symbols`: the glossary of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from derive.language.glossary import Declaration

EXAMPLES = """\b
Examples:
  derive symbols                     of ./proofs
  derive symbols proofs/hall.py      what one file declares
  derive symbols --json              for programs
"""


@click.command(epilog=EXAMPLES)
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def symbols(path: Path | None, as_json: bool) -> None:
    """List the declared symbols, and warn of those that a reader may confuse."""
    from derive.cli.output import print_json, print_table, report_problems, warn
    from derive.library import Library, default_folder

    library = Library.load(path or default_folder())
    problems = report_problems([library])
    glossary = library.glossary
    if as_json:
        print_json([_data(declaration) for declaration in glossary])
    else:
        print_table(
            ["name", "LaTeX", "kind", "dimension", "English", "Chinese", "Japanese"],
            [_row(declaration) for declaration in glossary],
        )
    for first, second in glossary.near_duplicates():
        warn(f"{first.name} ({first.latex}) and {second.name} ({second.latex}) look alike")
    if problems:
        raise click.exceptions.Exit(1)


def kind_text(declaration: Declaration) -> str:
    """What sort of thing a symbol is, with its properties and its type."""
    words = [*sorted(declaration.properties), declaration.kind]
    if declaration.kind in ("operator", "ket", "functional"):
        words.append(declaration.type_text)
    if declaration.kind == "space" and declaration.inner:
        words.insert(0, "inner product")
    if declaration.over:
        words.append(f"over {declaration.over}")
    if declaration.slots:
        words.append(f"[{', '.join(declaration.slots)}]")
    return " ".join(words)


def _row(declaration: Declaration) -> tuple[str, ...]:
    return (
        declaration.name,
        declaration.latex,
        kind_text(declaration),
        "" if declaration.kind in ("space", "index set", "index") else str(declaration.dimension),
        declaration.english,
        declaration.chinese,
        declaration.japanese,
    )


def _data(declaration: Declaration) -> dict[str, Any]:
    return {
        "name": declaration.name,
        "latex": declaration.latex,
        "kind": declaration.kind,
        "properties": sorted(declaration.properties),
        "domain": declaration.domain,
        "codomain": declaration.codomain,
        "dimension": str(declaration.dimension),
        "value": None if declaration.value is None else str(declaration.value),
        "english": declaration.english,
        "chinese": declaration.chinese,
        "japanese": declaration.japanese,
        "slots": list(declaration.slots),
        "over": declaration.over,
    }
