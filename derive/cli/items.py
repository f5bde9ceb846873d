"""`derive items`: the items of a lecture with the entries about each, counted by label."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, folder_option

if TYPE_CHECKING:
    from derive.items import Item

EXAMPLES = """\b
Examples:
  derive items               all items of the sources of ./proofs
  derive items B             those whose numbers begin with B
  derive items B --json      for programs
"""


@click.command(epilog=EXAMPLES)
@click.argument("lecture", required=False, default="")
@folder_option
@click.option("--json", "as_json", is_flag=True, help="Print an object.")
def items(lecture: str, folder: Path | None, as_json: bool) -> None:
    """List the items of a lecture with the entries about each.

    The items are those that sources.py lists, the entries those whose source cites them.  Nothing
    is searched for.  The exit code is 1 if an item lacks an entry that it must have.
    """
    from derive.cli.entries import known_errata
    from derive.cli.listing import known
    from derive.cli.output import print_json, print_table, report_problems
    from derive.items import Items, counts
    from derive.library import Library, default_folder

    library = Library.load(folder or default_folder())
    problems = report_problems([library])
    whole = [Chosen(library, [theorem.name for theorem in library], list(library.entries))]
    statuses = {outcome.theorem.name: str(outcome.status) for outcome in known(whole)}
    statuses |= {outcome.entry.name: outcome.status for outcome in known_errata(whole)}
    found = Items(library, statuses).beginning(lecture)
    complaints = [f"{item.number}: {item.complaint}" for item in found if item.complaint]
    if as_json:
        print_json({"counts": counts(found), "items": [_data(item) for item in found]})
    else:
        print_table(["item", "text", "label", "entries"], map(_row, found))
        listed = ", ".join(f"{count} {label}" for label, count in counts(found).items())
        click.echo(f"{len(found)} {'item' if len(found) == 1 else 'items'}: {listed}")
    for complaint in complaints:
        click.echo(f"{click.style('error', fg='red')}: {complaint}", err=True)
    if problems or complaints:
        raise click.exceptions.Exit(1)


def _row(item: Item) -> tuple[str, ...]:
    from derive.render.entries import entry_mark

    entries = ", ".join(f"{entry_mark(one.label)} {one.name}" for one in item.entries)
    return item.number, item.text, item.label, entries


def _data(item: Item) -> dict[str, Any]:
    data: dict[str, Any] = {
        "number": item.number,
        "text": item.text,
        "label": item.label,
        "entries": [
            {"name": one.name, "kind": one.kind, "status": one.label} for one in item.entries
        ],
    }
    if item.complaint:
        data["complaint"] = item.complaint
    return data
