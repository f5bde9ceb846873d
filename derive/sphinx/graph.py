"""The graph of what uses what, of a library or around one theorem: `derive-graph`.

Main results: `GraphDirective`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

import networkx as nx
from docutils import nodes

from derive.render.terminal import statement_texts
from derive.runner import Outcome
from derive.sphinx.directives import DeriveDirective
from derive.sphinx.knowledge import WHOLE
from derive.sphinx.layers import layered
from derive.sphinx.nodes import Graph
from derive.sphinx.writing import joined, link, paragraph, plain_prose
from derive.theorem import Theorem


class Told(NamedTuple):
    """What the drawing says of a theorem."""

    title: str
    status: str
    word: str
    statement: str


class GraphDirective(DeriveDirective):
    """What uses what: in the whole folder, among the theorems that words begin, or around one."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {}

    def shown(self) -> list[nodes.Node]:
        """The drawing, and the same as a list for those who cannot see it."""
        words = " ".join(self.arguments).split()
        self.depend(WHOLE)
        graph = self.uses()
        names = self.chosen(graph, words)
        part = graph.subgraph(names)
        outcomes = {name: self.known(name) for name in sorted(names)}
        node = Graph(
            drawing=layered(sorted(names), part.edges),
            told={name: self.told(outcome) for name, outcome in outcomes.items()},
            label=self.knowledge.t("Which theorem uses which"),
            legend={one: self.knowledge.t(one) for one in _statuses(outcomes.values())},
            arrow=self.knowledge.t("is used in"),
            as_list=self.knowledge.t("As a list"),
            focus=words[0] if len(words) == 1 and words[0] in graph else "",
            classes=["derive-graph"],
        )
        node += self.listed(part, outcomes)
        return [node]

    def uses(self) -> nx.DiGraph[str]:
        """All theorems of the folder, with an edge from each to those that cite it."""
        library = self.knowledge.library
        graph: nx.DiGraph[str] = nx.DiGraph()
        for theorem in library:
            graph.add_node(theorem.name)
            for citation in theorem.citations:
                if citation.theorem.name in library:
                    graph.add_edge(citation.theorem.name, theorem.name)
        return graph

    def chosen(self, graph: nx.DiGraph[str], words: Sequence[str]) -> set[str]:
        """The theorems to show.  Raises `NotFound`."""
        if not words:
            return set(graph)
        if len(words) == 1 and words[0] in graph:
            return {words[0], *nx.ancestors(graph, words[0]), *nx.descendants(graph, words[0])}
        return {theorem.name for theorem in self.knowledge.library.select(words)}

    def told(self, outcome: Outcome) -> Told:
        """What the drawing says of a theorem."""
        theorem, t = outcome.theorem, self.knowledge.t
        return Told(
            plain_prose(t(theorem.title)),
            outcome.status,
            t(outcome.status),
            "; ".join(statement_texts(theorem)),
        )

    def listed(self, part: nx.DiGraph[str], outcomes: dict[str, Outcome]) -> nodes.bullet_list:
        """Each theorem, and what it uses."""
        t = self.knowledge.t
        found = nodes.bullet_list()
        for name, outcome in outcomes.items():
            item = paragraph(self.linked(outcome.theorem), f" ({t(outcome.status)})")
            used = [self.linked(outcomes[one].theorem) for one in sorted(part.predecessors(name))]
            if used:
                item += [nodes.Text(" " + t("uses:") + " "), *joined(used)]
            found += nodes.list_item("", item)
        return found

    def linked(self, theorem: Theorem) -> nodes.Node:
        """The title, as a link if a document shows the theorem."""
        title = self.knowledge.t(theorem.title)
        return link("theorem", theorem.name, self.env.docname, title, optional=True)


def _statuses(outcomes: Iterable[Outcome]) -> list[str]:
    return sorted({outcome.status for outcome in outcomes})
