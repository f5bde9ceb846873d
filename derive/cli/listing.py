"""`derive list`: theorems, remarks and errata and what is known of them, without a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, chosen, words_argument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from derive.runner import Outcome

EXAMPLES = """\b
Examples:
  derive list                all theorems, errata and remarks of ./proofs
  derive list hall           those whose names begin with hall.
  derive list --json         for programs
"""


@click.command("list", epilog=EXAMPLES)
@words_argument
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def list_theorems(words: tuple[str, ...], as_json: bool) -> None:
    """List theorems and errata with their status, and remarks with their label.

    Nothing is searched for: a theorem is proved if its stored proof holds, else undecided.
    """
    from derive.cli.entries import erratum_data, known_errata, remark_data, remarks
    from derive.cli.output import print_json, print_table, report_problems
    from derive.render.entries import entry_mark, erratum_told
    from derive.render.terminal import mark, place_text

    parts = chosen(words, entries=True)
    problems = report_problems(part.library for part in parts)
    outcomes, errata, said = known(parts), known_errata(parts), remarks(parts)
    if as_json:
        print_json(
            [*map(theorem_data, outcomes), *map(erratum_data, errata), *map(remark_data, said)]
        )
    else:
        others = [
            *((one.entry, one.status, erratum_told(one)) for one in errata),
            *((one, one.label, one.label) for one in said),
        ]
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
            ]
            + [
                (entry_mark(status), one.name, one.title, told, place_text(one.location))
                for one, status, told in others
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
        "kind": "theorem",
        "status": outcome.status,
        "title": theorem.title,
        "source": theorem.source,
        "file": theorem.location.path,
        "line": theorem.location.line,
        "cites": [citation.theorem.name for citation in theorem.citations],
    }
    if outcome.has_model is not None:
        data["possibly_vacuous"] = not outcome.has_model
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
