"""Lecture notes: an article with theorems, proofs, pictures and a table of symbols.

Main results: `article_latex`, `WIDTH`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from derive.documents.bibliography import bibliography
from derive.documents.contents import Contents
from derive.documents.graph import dependencies
from derive.documents.markdown import Node, directive
from derive.documents.outline import Outline
from derive.documents.references import References
from derive.documents.symbols import symbol_rows
from derive.documents.templating import render
from derive.documents.text import Text
from derive.documents.theorems import Linked, Theorems, theorem_label
from derive.documents.typography import TYPOGRAPHY, with_spaced_units
from derive.documents.wording import words

WIDTH = 41.5
"""The width of a line in em: 160 mm at 11pt."""

_SECTIONS = ("section", "subsection", "subsubsection", "paragraph", "subparagraph")


def article_latex(contents: Contents, figure: Callable[[str], Path]) -> str:
    """The whole article.

    Args:
        contents: the lecture with all that it refers to.
        figure: writes a picture, by its name, and returns the file as the article finds it.

    Raises:
        LectureError: a reference to what is not there.
    """
    return _Article(contents, figure).latex()


class _Article:
    def __init__(self, contents: Contents, figure: Callable[[str], Path]) -> None:
        self.contents = contents
        self.figure = figure
        self.t = contents.translate
        style = Linked(self.t, unicode=True, width=WIDTH, link=self.link, title=contents.title)
        self.theorems = Theorems(contents, style)
        self.references = References(contents, style, self.link)
        self.text = Text(contents.lecture, self.t, self.references)
        self.outline = Outline(contents.lecture)
        self.words = words(self.t)

    def latex(self) -> str:
        lecture = self.contents.lecture
        blocks = [self.block(node) for node in lecture.tree.children]
        return render(
            "article.tex.jinja",
            typography=TYPOGRAPHY[self.contents.language],
            title=self.text.plain(lecture.title),
            author=self.text.plain(lecture.author) if lecture.author else "",
            body=with_spaced_units("\n\n".join(block for block in blocks if block)),
            bibliography=bibliography(self.contents, self.text, self.theorems.style),
            symbols=symbol_rows(self.contents),
            words=self.words,
            sections=self.outline.has_sections,
        )

    def link(self, name: str) -> str:
        """A reference to a theorem by its number."""
        if name not in self.contents.printed:
            return ""
        number = rf"\ref*{{{theorem_label(name)}}}"
        text = self.t("Theorem {number}").format(number=number)
        return rf"\hyperref[{theorem_label(name)}]{{{text}}}"

    def block(self, node: Node) -> str:
        found = directive(node)
        if found is not None:
            return self.directive(*found)
        if node.type == "heading":
            return self.heading(node)
        return self.text.block(node)

    def heading(self, node: Node) -> str:
        level = self.outline.level(node)
        if level is None:
            return ""
        return rf"\{_SECTIONS[min(level, 4)]}{{{self.text.inline(node.children[0])}}}"

    def directive(self, name: str, target: str) -> str:
        match name:
            case "derive-theorem" | "derive-calculation":
                template = "theorem" if name == "derive-theorem" else "calculation"
                printed = self.theorems.printed(self.contents.outcomes[target])
                return render(f"{template}.tex.jinja", theorem=printed, words=self.words)
            case "derive-erratum":
                erratum = self.contents.errata[target]
                told = self.references.erratum_text(erratum)
                return render(
                    "erratum.tex.jinja", words=self.words, erratum=told, label=f"erratum:{target}"
                )
            case "derive-picture":
                words = self.contents.pictures[target].words(self.contents.language)
                return render(
                    "figure.tex.jinja",
                    file=self.figure(target).as_posix(),
                    caption=self.theorems.style.prose(words.caption),
                    label=f"figure:{target}",
                )
        return render(
            "graph.tex.jinja", rows=dependencies(self.contents, self.link), words=self.words
        )
