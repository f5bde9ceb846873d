"""`derive check`: prove theorems, or replay their proofs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, chosen, words_argument

if TYPE_CHECKING:
    from derive.runner import Outcome

EXAMPLES = """\b
Examples:
  derive check                        all theorems of ./proofs
  derive check landau                 those whose names begin with landau.
  derive check proofs/hall.py -j 4    those of a file, four at a time
  derive check --changed              what has changed since it was proved
  derive check --allow undecided      succeed also while some are not proved
"""


@click.command(epilog=EXAMPLES)
@words_argument
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="Searches at a time [default: processors]."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long the search for one theorem may take.",
)
@click.option(
    "--changed", is_flag=True, help="Only theorems without a stored proof, and who cites them."
)
@click.option(
    "--allow",
    multiple=True,
    type=click.Choice(["computed", "tested", "refuted", "undecided"]),
    help="Let theorems of this status pass too; can be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def check(
    words: tuple[str, ...],
    jobs: int | None,
    timeout: float,
    changed: bool,
    allow: tuple[str, ...],
    as_json: bool,
) -> None:
    """Prove theorems, or replay their stored proofs.

    The exit code is 1 if anything is wrong: a theorem that is not proved (nor allowed not to be),
    a file that cannot be loaded.
    """
    from derive.cli.output import print_json, report_problems

    started = time.monotonic()
    parts = chosen(words)
    problems = report_problems(part.library for part in parts)
    if changed:
        parts = [Chosen(part.library, _changed(part)) for part in parts]
    outcomes = _outcomes(parts, jobs, timeout)
    if as_json:
        done = list(_with_progress(outcomes, parts))
        print_json([_data(outcome) for outcome in done])
    else:
        done = list(_printed(_with_progress(outcomes, parts), parts))
        click.echo(_summary(done, time.monotonic() - started))
    failed = [one for one in done if one.malformed or one.status not in ("proved", *allow)]
    if failed or problems:
        raise click.exceptions.Exit(1)


def _changed(part: Chosen) -> list[str]:
    from derive.runner import changed
    from derive.store import Store

    new = set(changed(part.library, Store.of(part.library.root)))
    return [name for name in part.names if name in new]


def _outcomes(parts: Iterable[Chosen], jobs: int | None, timeout: float) -> Iterator[Outcome]:
    from derive import runner
    from derive.cli.output import warn
    from derive.store import Store

    for part in parts:
        store = Store.of(part.library.root)
        yield from runner.check(part.library, store, part.names, warn, jobs=jobs, seconds=timeout)
        store.prune()


def _with_progress(outcomes: Iterator[Outcome], parts: Sequence[Chosen]) -> Iterator[Outcome]:
    """Show a bar on a terminal while outcomes come in."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # searches are copies of this process, which must have no threads then
        redirect_stdout=sys.stdout.isatty(),  # lines go above the bar, but not from a pipe
    )
    with bar as progress:
        task = progress.add_task("checking", total=sum(len(part.names) for part in parts))
        progress.refresh()
        for outcome in outcomes:
            progress.advance(task)
            progress.refresh()
            yield outcome


def _printed(outcomes: Iterator[Outcome], parts: Sequence[Chosen]) -> Iterator[Outcome]:
    """Print what became of each theorem."""
    from rich.cells import cell_len

    from derive.render.terminal import failure_text, outcome_line

    theorems = [part.library[name] for part in parts for name in part.names]
    names = max((cell_len(theorem.name) for theorem in theorems), default=0)
    titles = max((cell_len(theorem.title) for theorem in theorems), default=0)
    for outcome in outcomes:
        click.echo(outcome_line(outcome, names, titles))
        if outcome.error is not None:
            click.echo(failure_text(outcome.error))
        yield outcome


def _summary(outcomes: Sequence[Outcome], seconds: float) -> str:
    from derive.render.terminal import duration_text

    if not outcomes:
        return "nothing to check"
    counts: dict[str, int] = {}
    for outcome in outcomes:
        counts[outcome.status] = counts.get(outcome.status, 0) + 1
    searched = sum(outcome.how == "searched" for outcome in outcomes)
    listed = ", ".join(f"{count} {status}" for status, count in counts.items())
    noun = "theorem" if len(outcomes) == 1 else "theorems"
    return f"{len(outcomes)} {noun}: {listed}; {searched} searched, in {duration_text(seconds)}"


def _data(outcome: Outcome) -> dict[str, Any]:
    from derive.cli.listing import theorem_data

    data = {**theorem_data(outcome), "how": outcome.how, "seconds": round(outcome.seconds, 4)}
    if outcome.error is not None:
        place = outcome.error.location or outcome.theorem.location
        data["error"] = {
            "message": outcome.error.message,
            "file": place.path,
            "line": place.line,
        }
    return data
