"""`derive show`: one theorem, remark or erratum, to be read in a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from derive.cli.selection import Chosen, complete_name, folder_option, only

if TYPE_CHECKING:
    from derive.runner import Outcome

EXAMPLES = """\b
Examples:
  derive show landau.degeneracy
  derive show landau.degeneracy --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("name", shell_complete=complete_name)
@folder_option
@click.option("--json", "as_json", is_flag=True, help="Print an object.")
def show(name: str, folder: Path | None, as_json: bool) -> None:
    """Show a theorem: hypotheses, claims, every step with its reason, and the status.

    Of an erratum: what is written, where it fails, and what is right; of a remark, all of it.
    """
    from derive.cli.listing import known
    from derive.cli.output import print_json
    from derive.render.terminal import theorem_text

    library, found = only(name, folder, entries=True)
    if found in library.entries:
        _show_entry(Chosen(library, [], [found]), as_json)
        return
    (outcome,) = known([Chosen(library, [found])])
    if outcome.malformed and outcome.error is not None:
        raise outcome.error
    if as_json:
        print_json(_data(outcome))
    else:
        click.echo(theorem_text(outcome))


def _show_entry(part: Chosen, as_json: bool) -> None:
    """Print a remark or an erratum."""
    from derive.cli.entries import erratum_data, known_errata, remark_data, remarks
    from derive.cli.output import print_json
    from derive.render.entries import erratum_text, remark_text

    for remark in remarks([part]):
        if as_json:
            print_json(remark_data(remark))
        else:
            click.echo(remark_text(remark))
    for outcome in known_errata([part]):
        if as_json:
            print_json(erratum_data(outcome))
        else:
            click.echo(erratum_text(outcome))


def _data(outcome: Outcome) -> dict[str, Any]:
    from derive.cli.listing import theorem_data
    from derive.language.writer import write
    from derive.render.terminal import hypothesis_text

    theorem = outcome.theorem
    statuses = [report.status for report in outcome.proof.steps] if outcome.proof else []
    steps = [
        {
            "left": write(step.left, theorem.glossary),
            "relation": step.relation,
            "right": write(step.right, theorem.glossary),
            "reason": step.reason,
            "line": theorem.place(step.position).line,
            "status": statuses[place] if statuses else "undecided",
        }
        for place, step in enumerate(theorem.steps())
    ]
    hypotheses = [
        {
            "name": hypothesis.name,
            "kind": hypothesis.kind,
            "source": hypothesis.source,
            "latex": write(hypothesis.formula, theorem.glossary) if hypothesis.formula else "",
            "text": hypothesis_text(hypothesis, theorem),
        }
        for hypothesis in theorem.hypotheses
    ]
    claims = [write(claim, theorem.glossary) for claim in theorem.claims]
    return {**theorem_data(outcome), "hypotheses": hypotheses, "claims": claims, "steps": steps}
