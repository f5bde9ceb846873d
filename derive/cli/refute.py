"""`derive refute`: look for counterexamples to theorems, line by line."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, chosen, words_argument

if TYPE_CHECKING:
    from derive.refuter.campaign import Effort, Tested
    from derive.refuter.reports import Failure, Report

EXAMPLES = """\b
Examples:
  derive refute quantum.orthogonality                  100 models of its hypotheses
  derive refute landau --examples 1000 --seed 7        other models, more of them
  derive refute --all --examples 1000 --time 30        everything, 30 s each at the most

\b
Exit code: 0 all lines and claims held in models, 1 one is refuted or a file cannot be loaded,
2 wrong usage, 3 something has no model, could not be evaluated, or fails only where e or π has
no laws.
"""
_REFUTED, _UNTESTED = 1, 3
_MARKS = {
    "held": ("~", "green"),
    "refuted": ("✘", "red"),
    "undecided": ("?", "yellow"),
    "possibly vacuous": ("∅", "yellow"),
    "untested": ("?", "yellow"),
}


@click.command(epilog=EXAMPLES)
@words_argument
@click.option("--all", "everything", is_flag=True, help="All theorems of the folder.")
@click.option(
    "--examples",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="How many models of each theorem are examined.",
)
@click.option(
    "--seed", type=click.IntRange(min=0), help="What random choices begin with [default: 0]."
)
@click.option(
    "--time",
    "seconds",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="When to stop with each theorem at the latest.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="Theorems at a time [default: processors]."
)
@click.option("--json", "as_json", is_flag=True, help="Print an object.")
def refute(
    words: tuple[str, ...],
    everything: bool,
    examples: int,
    seed: int | None,
    seconds: float | None,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Look for a model of a theorem's hypotheses in which a line of its proof or a claim fails.

    Nothing needs to be proved for this.  A theorem of whose hypotheses no model is found is
    possibly vacuous.  Equal seeds give equal models, unless --time ends the run.
    """
    from derive.cli.output import print_json, report_problems
    from derive.refuter.campaign import Effort
    from derive.runner import processors

    if not words and not everything:
        raise click.UsageError("name theorems, or use --all for those of the whole folder")
    if words and everything:
        raise click.UsageError("--all takes no names")
    started = time.monotonic()
    parts = chosen(words)
    problems = report_problems(part.library for part in parts)
    effort = Effort(examples, seed or 0, seconds)
    results = _with_progress(_results(parts, effort, jobs or processors()), parts)
    if as_json:
        done = list(results)
        print_json(
            {
                "seed": effort.seed,
                "theorems": [_data(one) for one in done],
                "seconds": round(time.monotonic() - started, 3),
            }
        )
    else:
        done = list(_printed(results, parts))
        click.echo(_summary(done, effort.seed, time.monotonic() - started))
    verdicts = {one.report.verdict for one in done if one.report is not None}
    if problems or "refuted" in verdicts or any(one.error for one in done):
        raise click.exceptions.Exit(_REFUTED)
    if verdicts - {"held"}:
        raise click.exceptions.Exit(_UNTESTED)


def _results(parts: Sequence[Chosen], effort: Effort, jobs: int) -> Iterator[Tested]:
    from derive.refuter.campaign import test
    from derive.store import Store

    for part in parts:
        yield from test(part.library, part.names, Store.of(part.library.root), effort, jobs)


def _with_progress(results: Iterator[Tested], parts: Sequence[Chosen]) -> Iterator[Tested]:
    """Show a bar on a terminal while results come in."""
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # the processes that test are copies of this one
        redirect_stdout=sys.stdout.isatty(),
    )
    with bar as progress:
        task = progress.add_task("refuting", total=sum(len(part.names) for part in parts))
        progress.refresh()
        for result in results:
            progress.advance(task)
            progress.refresh()
            yield result


def _printed(results: Iterator[Tested], parts: Sequence[Chosen]) -> Iterator[Tested]:
    """Print what became of each theorem."""
    from derive.render.terminal import failure_text

    width = max((len(name) for part in parts for name in part.names), default=0)
    for one in results:
        if one.report is not None:
            click.echo(_line(one.report, width))
            click.echo(_details(one), nl=False)
        elif one.error is not None:
            click.echo(f"{click.style('✘', fg='red')}  {one.theorem.name}")
            click.echo(failure_text(one.error))
        yield one


def _line(report: Report, width: int) -> str:
    from derive.render.terminal import duration_text, padded

    sign, colour = _MARKS[report.verdict]
    return "  ".join(
        (
            click.style(sign, fg=colour),
            click.style(padded(report.theorem, width), bold=True),
            f"{report.verdict:<16}",
            f"{_many(report.examples, 'example'):>15}",
            f"{duration_text(report.seconds):>7}",
        )
    ).rstrip()


def _details(tested: Tested) -> str:
    """What failed, or could not be tested, indented."""
    report = tested.report
    assert report is not None
    if report.failure is not None:
        return "".join(f"    {line}\n" for line in _failure_lines(report.failure))
    if report.verdict == "possibly vacuous":
        if tested.theorem.models:
            return "    no model of its hypotheses is found in which its models= hold\n"
        return (
            "    no model of its hypotheses is found: they may contradict each other, "
            "or have only models of other kinds\n"
        )
    if not report.has_model:
        return "    the time was up before a model of its hypotheses was found\n"
    if report.untested:
        return f"    in no model evaluated: {', '.join(report.untested)}\n"
    if report.unmet:
        return f"    no model is found of what is supposed for {', '.join(report.unmet)}\n"
    return ""


def _failure_lines(failure: Failure) -> Iterator[str]:
    from derive.render.terminal import place_text

    where = " where e and π have no laws but what is declared" if failure.lawless else ""
    yield f"{place_text(failure.location)}: {failure.what} {failure.number} fails{where}"
    yield f"    claimed    {failure.claimed_text}"
    yield f"    left over  {failure.left_over_text}"
    yield f"    where      {', '.join(failure.values_text) or 'always'}"


def _summary(done: Sequence[Tested], seed: int, seconds: float) -> str:
    """Counts, throughput, and the seed to repeat the run."""
    from derive.render.terminal import duration_text

    reports = [one.report for one in done if one.report is not None]
    verdicts = Counter(report.verdict for report in reports)
    counts = [f"{count} {verdict}" for verdict, count in verdicts.items()]
    broken = len(done) - len(reports)
    counts += [f"{broken} not readable"] if broken else []
    examples = sum(report.examples for report in reports)
    return (
        f"{_many(len(done), 'theorem')}: {', '.join(counts)}; "
        f"{_many(examples, 'example')} in {duration_text(seconds)}, "
        f"{examples / seconds:.0f} a second; seed {seed}"
    )


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _data(one: Tested) -> dict[str, Any]:
    place = one.theorem.location
    data: dict[str, Any] = {"name": one.theorem.name, "file": place.path, "line": place.line}
    if one.error is not None:
        where = one.error.location or place
        error = {"message": one.error.message, "file": where.path, "line": where.line}
        return {**data, "verdict": "not readable", "error": error}
    assert one.report is not None
    report = one.report
    data |= {
        "verdict": report.verdict,
        "examples": report.examples,
        "checks": report.checks,
        "untested": list(report.untested),
        "unmet": list(report.unmet),
        "possibly_vacuous": report.verdict == "possibly vacuous",
        "stopped": report.stopped,
        "seconds": round(report.seconds, 4),
    }
    return data if report.failure is None else {**data, "failure": _failure_data(report.failure)}


def _failure_data(failure: Failure) -> dict[str, Any]:
    from derive.refuter import as_json

    return {
        "what": failure.what,
        "number": failure.number,
        "file": failure.location.path,
        "line": failure.location.line,
        "claimed": {"text": failure.claimed_text, "latex": failure.claimed},
        "left_over": {"text": failure.left_over_text, "latex": failure.left_over},
        "values": {"text": list(failure.values_text), "latex": list(failure.values)},
        "model": as_json(failure.model),
    }
