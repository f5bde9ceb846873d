"""The command `derive`.

One module for each command; what they need is imported when they run, so that help is quick.

Main results: `main`.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

import click

from derive.cli.check import check
from derive.cli.completion import completion
from derive.cli.decide import decide
from derive.cli.draw import draw
from derive.cli.explain import explain
from derive.cli.items import items
from derive.cli.latex import latex
from derive.cli.listing import list_theorems
from derive.cli.new import new
from derive.cli.notes import notes
from derive.cli.picture import picture
from derive.cli.refute import refute
from derive.cli.show import show
from derive.cli.symbols import symbols
from derive.cli.why import why
from derive.environment import DEBUG


class _Group(click.Group):
    """The commands in their order; whatever goes wrong in one becomes one message."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get(DEBUG) or _is_broken_pipe(error):
                raise
            raise _explained(error) from error


class _NotFound(click.ClickException):
    """Something is not there."""

    exit_code = 2


def _explained(error: Exception) -> click.ClickException:
    """The one message that tells a user what is wrong."""
    from derive.cli.output import load_error_text
    from derive.language.errors import LanguageError
    from derive.loading import LoadError, NotFound
    from derive.render.terminal import failure_text
    from derive.theorem import TheoremError

    if isinstance(error, NotFound):
        return _NotFound(load_error_text(error))
    if isinstance(error, LoadError):
        return click.ClickException(load_error_text(error))
    if isinstance(error, TheoremError):
        return click.ClickException(f"{error.theorem}\n{failure_text(error)}")
    if isinstance(error, LanguageError):
        return click.ClickException(str(error))
    if isinstance(error, OSError) and error.filename:
        return click.ClickException(f"{error.filename}: {error.strerror}")
    fault = f"{type(error).__name__}: {error}"
    return click.ClickException(
        f"derive has a fault, please report it: {fault} ({DEBUG}=1 shows where)"
    )


def _is_broken_pipe(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno == errno.EPIPE


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Each command has --help with examples.",
)
@click.version_option(package_name="derive-proofs", prog_name="derive")
@click.option("--traceback", is_flag=True, help=f"Show tracebacks, as does {DEBUG}=1.")
@click.pass_context
def cli(context: click.Context, traceback: bool) -> None:
    """Prove the derivations of physics lecture notes, and print what was proved.

    Theorems are taken from ./proofs if there is such a folder, else from the library that is
    installed with derive.
    """
    if traceback:
        os.environ[DEBUG] = "1"
        context.call_on_close(lambda: os.environ.pop(DEBUG, None))
    if os.environ.get("NO_COLOR"):
        context.color = False


for _command in (
    check,
    refute,
    decide,
    list_theorems,
    items,
    show,
    latex,
    notes,
    draw,
    picture,
    explain,
    symbols,
    new,
    why,
    completion,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # terminals that cannot show ✔ show ?
    cli.main(prog_name="derive")
