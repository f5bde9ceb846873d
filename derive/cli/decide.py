"""`derive decide`: prove or refute a claim that stands in no library."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

if TYPE_CHECKING:
    from derive.deciding.verdict import Verdict
    from derive.language.glossary import Glossary

EXAMPLES = """\b
Examples:
  derive decide '\\sqrt{a^2} = a' --assume 'a: real'
  derive decide 'A*(B+C) == A*B + A*C' --assume 'A B C: operator'
  derive decide 'A == 0' --given 'A**2 == 0' --assume 'A: operator hermitian'
  derive decide 'Sum(k, (k, 1, n)) == n*(n + 1)/2' --assume 'n: natural' --json

\b
Exit code: 0 proved, 1 refuted, 2 undecided, 3 the claim cannot be read.
"""
_COLOURS = {"proved": "green", "refuted": "red", "undecided": "yellow"}
_UNREADABLE = 3


class _WrongUsage(click.UsageError):
    """Wrong usage, with an exit code that no answer has."""

    exit_code = _UNREADABLE


class _Command(click.Command):
    """A command whose wrong usage is told apart from an undecided claim."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        try:
            return super().make_context(*arguments, **options)
        except click.UsageError as error:
            raise _WrongUsage(error.message, error.ctx) from None


@click.command(cls=_Command, epilog=EXAMPLES)
@click.argument("claim")
@click.option("--given", "-g", multiple=True, help="A hypothesis; may be repeated.")
@click.option(
    "--assume",
    "-a",
    multiple=True,
    metavar="NAMES: WORDS",
    help="What names are, as in 'x y: real positive' or 'A: operator hermitian'; may be repeated.",
)
@click.option(
    "--glossary",
    "path",
    type=click.Path(exists=True, path_type=Path),
    help="A folder or file with theorems whose symbols may be used.",
)
@click.option("--syntax", type=click.Choice(["text", "latex"]), help="How the claim is written.")
@click.option("--strict", is_flag=True, help="Both sides must be defined without conditions.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.001),
    default=10.0,
    show_default=True,
    help="How many seconds it may take.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="For random choices.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option(
    "--certificate",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the certificate of a proved claim to this file, as JSON.",
)
def decide(
    claim: str,
    given: tuple[str, ...],
    assume: tuple[str, ...],
    path: Path | None,
    syntax: Literal["text", "latex"] | None,
    strict: bool,
    timeout: float,
    seed: int,
    as_json: bool,
    target: Path | None,
) -> None:
    """Decide a claim: proved, refuted by a counterexample, or undecided.

    A claim is an equation (or !=, >=) in plain text, as in Python and SymPy, or in LaTeX.  It is
    about every point that the assumptions allow and at which both sides are defined.
    """
    from derive.deciding.decision import decide as decided
    from derive.language.errors import LanguageError

    try:
        with _waiting(as_json):
            verdict = decided(
                claim,
                given,
                _assumptions(assume),
                glossary=_glossary(path),
                syntax=syntax,
                strict=strict,
                timeout=timeout,
                seed=seed,
            )
            warnings = verdict.warnings
    except LanguageError as error:
        _fail(error, as_json)
    if target is not None and verdict.certificate is not None:
        _write_certificate(verdict, target)
    if as_json:
        from derive.cli.output import print_json

        print_json(verdict.as_data())
    else:
        _print(verdict, warnings)
    click.get_current_context().exit(verdict.exit_code)


def _assumptions(texts: Sequence[str]) -> dict[str, str]:
    from derive.language.errors import LanguageError

    found: dict[str, str] = {}
    for text in texts:
        names, colon, words = text.partition(":")
        if not colon:
            raise LanguageError(
                f"{text!r} does not say what a name is", hint="write --assume 'x y: real positive'"
            )
        names = " ".join(names.replace(",", " ").split())
        if names in found:
            raise LanguageError(f"{names} is declared twice")
        found[names] = words.strip()
    return found


def _glossary(path: Path | None) -> Glossary | None:
    if path is None:
        return None
    from derive.cli.output import report_problems
    from derive.library import Library

    library = Library.load(path)
    report_problems([library])
    return library.glossary


@contextmanager
def _waiting(quiet: bool) -> Iterator[None]:
    """A spinner while a claim is being decided, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status("deciding …"):
        yield


def _fail(error: Exception, as_json: bool) -> NoReturn:
    if as_json:
        from derive.cli.output import print_json

        print_json({"status": "unreadable", "error": str(error)})
    else:
        click.echo(f"{click.style('error', fg='red')}: {error}", err=True)
    raise click.exceptions.Exit(_UNREADABLE)


def _write_certificate(verdict: Verdict, target: Path) -> None:
    import json

    from derive.files import write_whole

    assert verdict.certificate is not None
    write_whole(target, json.dumps(verdict.certificate.as_data(), ensure_ascii=False) + "\n")


def _print(verdict: Verdict, warnings: Sequence[str]) -> None:
    from derive.cli.output import warn

    status = click.style(verdict.status, fg=_COLOURS[verdict.status], bold=True)
    click.echo(f"{status}: {verdict.claim}")
    click.echo(f"  {verdict.reason}")
    counterexample = verdict.counterexample
    if counterexample is not None:
        click.echo(f"  left side:  {counterexample.left}")
        click.echo(f"  right side: {counterexample.right}")
    if verdict.conditions:
        click.echo(f"  where {', '.join(verdict.conditions)}")
    if verdict.certificate is not None:
        for premise in verdict.certificate.premises:
            click.echo(f"  by {premise}")
    for warning in warnings:
        warn(warning)
