"""The nodes of the extension as plain text: formulas in Unicode, steps in lines.

Main results: `VISITORS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from docutils import nodes

from derive.sphinx.nodes import Calculation, CertificateLink, Display, Formula, Step
from derive.sphinx.writing import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.text import TextTranslator


def _formula(self: TextTranslator, node: Formula) -> NoReturn:
    self.add_text(node["plain"])
    raise nodes.SkipNode


def _display(self: TextTranslator, node: Display) -> NoReturn:
    self.new_state()
    self.add_text(node["plain"])
    self.end_state(wrap=False)
    raise nodes.SkipNode


def _calculation(self: TextTranslator, node: Calculation) -> NoReturn:
    from rich.cells import cell_len

    steps = [step for step in node.children if isinstance(step, Step)]
    left = cell_len(steps[0]["left"])
    rows = [
        step["left"] + " " * (left - cell_len(step["left"])) + " " + step["right"] for step in steps
    ]
    width = max(cell_len(row) for row in rows)
    self.new_state()
    for row, step in zip(rows, steps, strict=True):
        reason = f"({step['reason']})" if step["reason"] else ""
        line = f"{MARKS[step['status']]} {row}{' ' * (width - cell_len(row))}  {reason}".rstrip()
        self.add_text(line + self.nl)
    self.end_state(wrap=False)
    raise nodes.SkipNode


def _skip(self: TextTranslator, node: nodes.Element) -> NoReturn:
    raise nodes.SkipNode


def _depart(self: TextTranslator, node: nodes.Element) -> None:
    """Nothing: the node has been skipped."""


VISITORS: dict[type[nodes.Element], tuple[Callable[..., None], Callable[..., None]]] = {
    Formula: (_formula, _depart),
    Display: (_display, _depart),
    Calculation: (_calculation, _depart),
    CertificateLink: (_skip, _depart),
}
"""For each node how it begins and ends; one that is not here is shown as what it derives from."""
