"""What commands print: tables, JSON, warnings, and errors of files.

Main results: `print_table`, `print_json`, `warn`, `report_problems`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from derive.library import Library
    from derive.loading import LoadError

_WIDTH_OF_A_FILE = 1000


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that fits the terminal; in a file or a pipe, each row is one line."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    on_terminal = sys.stdout.isatty()
    plain = not on_terminal or click.get_current_context().color is False
    console = Console(
        width=None if on_terminal else _WIDTH_OF_A_FILE,
        color_system=None if plain else "auto",
        highlight=False,
    )
    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text.from_ansi(cell) for cell in row))
    console.print(table)


def print_json(data: Any) -> None:
    """Print data as JSON."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def warn(message: str) -> None:
    """Print a warning where it does not mix with the results."""
    click.echo(f"{click.style('warning', fg='yellow')}: {message}", err=True)


def load_error_text(error: LoadError) -> str:
    """An error in a file, with the place first."""
    from derive.render.terminal import place_text

    return f"{place_text(error.location)}: {error.message}" if error.location else error.message


def report_problems(libraries: Iterable[Library]) -> int:
    """Print the errors of files that could not be loaded, and count them."""
    problems = [problem for library in libraries for problem in library.problems]
    for problem in problems:
        click.echo(f"{click.style('error', fg='red')}: {load_error_text(problem)}", err=True)
    return len(problems)
