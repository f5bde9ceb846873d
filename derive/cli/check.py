"""`derive check`: prove theorems, or replay their proofs, and check errata."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, chosen, words_argument

if TYPE_CHECKING:
    from derive.proofreading import ErratumOutcome
    from derive.runner import Outcome
    from derive.theorem import Theorem

EXAMPLES = """\b
Examples:
  derive check                        all theorems and errata of ./proofs
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
    help="How long the search for one theorem may take; a claim of an erratum, at most 20.",
)
@click.option(
    "--changed", is_flag=True, help="Only theorems without a stored proof, and who cites them."
)
@click.option(
    "--allow",
    multiple=True,
    type=click.Choice(["computed", "tested", "refuted", "undecided"]),
    help="Let theorems and errata of this status pass too; can be repeated.",
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
    """Prove theorems, or replay their stored proofs; refute what errata say is wrong.

    The exit code is 1 if anything is wrong: a theorem that is not proved (nor allowed not to be),
    an erratum that is not as it says, a file that cannot be loaded.
    """
    from derive.checking.errata import SECONDS
    from derive.cli.entries import checked_errata, erratum_data, remark_data, remarks
    from derive.cli.output import print_json, report_problems
    from derive.proofreading import GOOD

    started = time.monotonic()
    parts = chosen(words, entries=True)
    problems = report_problems(part.library for part in parts)
    if changed:
        parts = [_changed(part) for part in parts]
    outcomes = _with_progress(_outcomes(parts, jobs, timeout), parts)
    errata = checked_errata(parts, jobs, min(timeout, SECONDS))
    said = remarks(parts)
    if as_json:
        done, read = list(outcomes), list(errata)
        print_json([*map(_data, done), *map(erratum_data, read), *map(remark_data, said)])
    else:
        done, read = list(_printed(outcomes, parts)), list(_printed_errata(errata, parts))
        click.echo(_summary(done, read, len(said), time.monotonic() - started))
    failed = [one for one in done if one.malformed or one.status not in ("proved", *allow)]
    wrong = [one for one in read if one.malformed or one.status not in (*GOOD, *allow)]
    if failed or wrong or problems:
        raise click.exceptions.Exit(1)


def _changed(part: Chosen) -> Chosen:
    from derive.proofreading import undecided
    from derive.runner import changed
    from derive.store import Store

    store = Store.of(part.library.root)
    theorems = set(changed(part.library, store))
    errata = set(undecided(part.library, store))
    return Chosen(
        part.library,
        [name for name in part.names if name in theorems],
        [name for name in part.entries if name in errata],
    )


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
    from derive.render.terminal import failure_text, outcome_line

    names, titles = _widths(parts)
    for outcome in outcomes:
        click.echo(outcome_line(outcome, names, titles))
        if outcome.error is not None:
            click.echo(failure_text(outcome.error))
        yield outcome


def _printed_errata(
    errata: Iterator[ErratumOutcome], parts: Sequence[Chosen]
) -> Iterator[ErratumOutcome]:
    """Print what became of each erratum."""
    from derive.render.entries import erratum_line
    from derive.render.terminal import failure_text

    names, titles = _widths(parts)
    for outcome in errata:
        click.echo(erratum_line(outcome, names, titles))
        if outcome.error is not None:
            click.echo(failure_text(outcome.error))
        yield outcome


def _widths(parts: Sequence[Chosen]) -> tuple[int, int]:
    """How wide names and titles of what is checked are."""
    from rich.cells import cell_len

    from derive.entries import Erratum

    theorems = [part.library[name] for part in parts for name in part.names]
    entries = [part.library.entries[name] for part in parts for name in part.entries]
    shown: list[Theorem | Erratum] = [*theorems]
    shown += [one for one in entries if isinstance(one, Erratum)]
    names = max((cell_len(one.name) for one in shown), default=0)
    return names, max((cell_len(one.title) for one in shown), default=0)


def _summary(
    outcomes: Sequence[Outcome], errata: Sequence[ErratumOutcome], remarks: int, seconds: float
) -> str:
    from derive.render.terminal import duration_text

    parts = []
    if outcomes:
        searched = sum(outcome.how == "searched" for outcome in outcomes)
        counted = _counted("theorem", "theorems", [one.status for one in outcomes])
        parts.append(f"{counted}; {searched} searched")
    if errata:
        decided = sum(outcome.how == "decided" for outcome in errata)
        counted = _counted("erratum", "errata", [one.status for one in errata])
        parts.append(f"{counted}; {decided} decided")
    if remarks:
        parts.append(f"{remarks} {'remark' if remarks == 1 else 'remarks'}")
    if not parts:
        return "nothing to check"
    return f"{'; '.join(parts)}, in {duration_text(seconds)}"


def _counted(singular: str, plural: str, statuses: Sequence[str]) -> str:
    """How many there are of each status, in the order in which these were met."""
    listed = ", ".join(f"{count} {status}" for status, count in Counter(statuses).items())
    return f"{len(statuses)} {singular if len(statuses) == 1 else plural}: {listed}"


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
