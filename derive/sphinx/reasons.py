"""Why a theorem assumes what it assumes: the directive `derive-why`.

Main results: `WhyDirective`, `why_nodes`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from derive.necessity import necessities, remark_latex
from derive.sphinx.directives import DeriveDirective
from derive.sphinx.knowledge import WHY, Knowledge
from derive.sphinx.writing import paragraph
from derive.theorem import Theorem


class WhyDirective(DeriveDirective):
    """For each assumption of a theorem what goes wrong without it; only what is known is told."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {}

    def shown(self) -> list[nodes.Node]:
        """The list; nothing if the theorem is not proved."""
        outcome = self.known(self.arguments[0])
        self.depend(f"{WHY}{outcome.theorem.name}")
        return why_nodes(outcome.theorem, self.knowledge)


def why_nodes(theorem: Theorem, knowledge: Knowledge) -> list[nodes.Node]:
    """What each assumption is needed for."""
    t, home = knowledge.t, knowledge.of(theorem.name)
    found = necessities(theorem, home.library, warn=knowledge.warn)
    items = [
        nodes.list_item(
            "",
            paragraph(one.what_latex(t), classes=["derive-assumed"]),
            paragraph(one.latex(t)),
            classes=[f"derive-{one.verdict.replace(' ', '-')}"],
        )
        for one in found
    ]
    told = remark_latex(found, t)
    more = [paragraph(told, classes=["derive-source"])] if told else []
    return [nodes.bullet_list("", *items, classes=["derive-why"]), *more] if items else []
