"""`derive why`: what each hypothesis and each declared property of a theorem is needed for."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, chosen, words_argument

if TYPE_CHECKING:
    from derive.necessity import Investigation, Necessity, Verdict

EXAMPLES = """\b
Examples:
  derive why quantum.orthogonality    what goes wrong without Hermiticity
  derive why landau                   the theorems whose names begin with landau.
  derive why --all --brief            one line for each theorem of ./proofs, and counts
  derive why --all --write            keep what was found beside the theorems
"""


@click.command(epilog=EXAMPLES)
@words_argument
@click.option("--all", "everything", is_flag=True, help="All theorems of the folder.")
@click.option("--brief", is_flag=True, help="Print one line for each theorem.")
@click.option(
    "--time",
    "seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="How long the last search for a counterexample of each question may take.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Searches at a time.")
@click.option("--again", is_flag=True, help="Search again for what has been left open.")
@click.option("--write", is_flag=True, help="Write what was found to necessities.json.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def why(
    words: tuple[str, ...],
    everything: bool,
    brief: bool,
    seconds: float,
    jobs: int | None,
    again: bool,
    write: bool,
    as_json: bool,
) -> None:
    """Show why theorems assume what they assume.

    Each hypothesis and each declared property is dropped in turn.  Either there is a counterexample
    then, or the theorem is proved without it, or the question is open.

    The exit code is 1 if a question is open, or a theorem is not proved.
    """
    from derive.cli.output import print_json, report_problems

    if not words and not everything:
        raise click.UsageError("name theorems, or say --all")
    if words and everything:
        raise click.UsageError("--all takes no names")
    started = time.monotonic()
    parts = chosen(words)
    problems = report_problems(part.library for part in parts)
    found = _with_progress(_found(parts, jobs, seconds, again), parts)
    done = list(found) if as_json else list(_printed(found, brief))
    if as_json:
        print_json([_data(one) for one in done])
    else:
        click.echo(_summary(done, time.monotonic() - started))
    if write:
        _write(done, parts)
    verdicts = [one.verdict for investigation in done for one in investigation.necessities]
    if problems or "open" in verdicts or any(one.error for one in done):
        raise click.exceptions.Exit(1)


def _found(
    parts: Iterable[Chosen], jobs: int | None, seconds: float, again: bool
) -> Iterator[Investigation]:
    from derive.cli.output import warn
    from derive.necessity import investigate

    for part in parts:
        yield from investigate(
            part.library, part.names, warn, jobs=jobs, seconds=seconds, again=again
        )


def _with_progress(
    found: Iterator[Investigation], parts: Sequence[Chosen]
) -> Iterator[Investigation]:
    """Show a bar on a terminal while theorems are looked at."""
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # searches are copies of this process, which must have no threads then
        redirect_stdout=sys.stdout.isatty(),
    )
    with bar as progress:
        task = progress.add_task("asking why", total=sum(len(part.names) for part in parts))
        progress.refresh()
        for one in found:
            progress.advance(task)
            progress.refresh()
            yield one


def _printed(found: Iterator[Investigation], brief: bool) -> Iterator[Investigation]:
    """Print what was found, theorem by theorem."""
    from derive.necessity import remark
    from derive.render.terminal import failure_text

    for one in found:
        counts = "" if one.error else f"  {_counted(one.necessities)}"
        click.echo(f"{click.style(one.theorem.name, bold=True)}{counts}")
        if one.error is not None:
            click.echo(failure_text(one.error))
        if not brief:
            for necessity in one.necessities:
                mark = click.style(*_MARKS[necessity.verdict])
                hypothesis = necessity.dropped.hypothesis
                kind = f"  ({hypothesis.kind})" if hypothesis else ""
                click.echo(f"  {mark} {necessity.what()}{kind}\n      {necessity.text()}")
            if more := remark(one.necessities):
                click.echo(f"  {more}")
        yield one


_MARKS = {
    "needed": ("!", "green"),
    "meaning": ("!", "green"),
    "not needed": ("-", "yellow"),
    "open": ("?", "red"),
}


_COUNTED: tuple[tuple[Verdict, str], ...] = (
    ("needed", "needed"),
    ("meaning", "needed to divide or to count"),
    ("not needed", "not needed"),
    ("open", "open"),
)


def _counted(necessities: Iterable[Necessity]) -> str:
    """How many there are of each verdict."""
    counts = Counter(one.verdict for one in necessities)
    parts = [f"{counts[verdict]} {word}" for verdict, word in _COUNTED if verdict in counts]
    return ", ".join(parts) or "nothing is assumed"


def _summary(found: Sequence[Investigation], seconds: float) -> str:
    from derive.render.terminal import duration_text

    theorems = f"{len(found)} {'theorem' if len(found) == 1 else 'theorems'}"
    counted = _counted(one for investigation in found for one in investigation.necessities)
    searched = sum(len(one.unknown) for one in found)
    failed = sum(one.error is not None for one in found)
    parts = [counted] if failed < len(found) or not found else []
    parts += [f"{failed} without answers, for the reasons above"] if failed else []
    parts.append(f"{searched} searched, in {duration_text(seconds)}")
    return f"{theorems}: {'; '.join(parts)}"


def _data(found: Investigation) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": found.theorem.name,
        "title": found.theorem.title,
        "file": found.theorem.location.path,
        "line": found.theorem.location.line,
        "searched": len(found.unknown),
        "seconds": round(found.seconds, 4),
        "necessities": [one.data() for one in found.necessities],
    }
    if found.error is not None:
        data["error"] = {"message": found.error.message}
    return data


def _write(found: Iterable[Investigation], parts: Iterable[Chosen]) -> None:
    """Write the records beside the theorems."""
    from derive.necessity.keeping import ship

    known = {theorem.name for part in parts for theorem in part.library}
    records = {one.theorem: one.records for one in found if one.records is not None}
    for path in ship(records, known):
        click.echo(f"written: {path}", err=True)
