"""`derive list`: the theorems and what is known of them, without a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, chosen, words_argument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from derive.runner import Outcome

EXAMPLES = """\b
Examples:
  derive list                all theorems of ./proofs
  derive list hall           those whose names begin with hall.
  derive list --json         for programs
"""


@click.command("list", epilog=EXAMPLES)
@words_argument
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def list_theorems(words: tuple[str, ...], as_json: bool) -> None:
    """List theorems with their status.

    Nothing is searched for: a theorem is proved if its stored proof holds, else undecided.
    """
    from derive.cli.output import print_json, print_table, report_problems
    from derive.render.terminal import mark, place_text

    parts = chosen(words)
    problems = report_problems(part.library for part in parts)
    outcomes = known(parts)
    if as_json:
        print_json([theorem_data(outcome) for outcome in outcomes])
    else:
        print_table(
            ["", "name", "title", "status", "where"],
            [
                (
                    mark(outcome.status),
                    outcome.theorem.name,
                    outcome.theorem.title,
                    outcome.status,
                    place_text(outcome.theorem.location),
                )
                for outcome in outcomes
            ],
        )
    if problems:
        raise click.exceptions.Exit(1)


def known(parts: Iterable[Chosen]) -> list[Outcome]:
    """What the stores know of theorems."""
    from derive.cli.output import warn
    from derive.runner import recall
    from derive.store import Store

    return [
        outcome
        for part in parts
        for outcome in recall(part.library, Store.of(part.library.root), part.names, warn)
    ]


def theorem_data(outcome: Outcome) -> dict[str, Any]:
    """What programs may want to know of a theorem."""
    theorem = outcome.theorem
    data: dict[str, Any] = {
        "name": theorem.name,
        "status": outcome.status,
        "title": theorem.title,
        "source": theorem.source,
        "file": theorem.location.path,
        "line": theorem.location.line,
        "cites": [citation.theorem.name for citation in theorem.citations],
    }
    if outcome.proof is not None:
        data["premises"] = [
            {"name": premise.name, "kind": premise.kind} for premise in outcome.proof.premises
        ]
    elif not outcome.malformed:
        data["premises"] = [
            {"name": hypothesis.name, "kind": hypothesis.kind}
            for hypothesis in theorem.hypotheses
            if hypothesis.citation is None
        ]
    return data
