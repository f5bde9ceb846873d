"""`derive completion`: scripts that let a shell complete commands and names of theorems."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

EXAMPLES = """\b
Examples:
  derive completion bash >> ~/.bashrc
  derive completion zsh >> ~/.zshrc
  derive completion fish > ~/.config/fish/completions/derive.fish
"""


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    kind = get_completion_class(shell)
    assert kind is not None  # these three shells come with Click
    click.echo(kind(context.find_root().command, {}, "derive", "_DERIVE_COMPLETE").source())
