"""The headings of a lecture.

Main results: `Outline`.
"""

from __future__ import annotations

from derive.documents.lecture import Lecture
from derive.documents.markdown import Node


class Outline:
    """Which headings begin sections.

    A single heading of the first level that says the title of the lecture is the title; those of
    the next level begin sections then.
    """

    def __init__(self, lecture: Lecture) -> None:
        headings = [node for node in lecture.tree.children if node.type == "heading"]
        levels = [int(node.tag[1]) for node in headings]
        titled = levels.count(1) == 1 and headings[0].children[0].content == lecture.title
        self.top = 2 if titled else min(levels, default=1)
        self.has_sections = self.top in levels

    def level(self, heading: Node) -> int | None:
        """0 for a section, 1 for a subsection and so on; None for the title."""
        level = int(heading.tag[1]) - self.top
        return level if level >= 0 else None
