r"""Slides: one theorem at a time, the steps of a calculation one after the other.

What a frame holds is decided by estimated heights; LaTeX tells afterwards whether it fits.
Paragraphs of the lecture become the speaker's notes, which beamer prints if it is told to.

Main results: `slides_latex`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from derive.documents.bibliography import bibliography
from derive.documents.contents import Contents
from derive.documents.frames import Frame, Item, packed
from derive.documents.markdown import Node, directive
from derive.documents.outline import Outline
from derive.documents.references import References
from derive.documents.slide_theorems import SlideTheorems
from derive.documents.templating import render
from derive.documents.text import Text
from derive.documents.theorems import Linked, theorem_label
from derive.documents.typography import TYPOGRAPHY, with_spaced_units
from derive.documents.wording import words
from derive.render.measure import text_height
from derive.render.punctuation import BRACKETS, COLON, joined

WIDTH = 38.0
"""The width of a line in em: 140 mm at 10pt."""

_SECTIONS = ("section", "subsection", "subsubsection")


def slides_latex(contents: Contents, figure: Callable[[str], Path]) -> str:
    """All slides.

    Args:
        contents: the lecture with all that it refers to.
        figure: writes a picture, by its name, and returns the file as the slides find it.

    Raises:
        LectureError: a reference to what is not there.
    """
    return _Slides(contents, figure).latex()


class _SlideReferences(References):
    """Slides have no footnotes."""

    def erratum(self, target: str, text: str, line: int) -> str:
        t = self.contents.translate
        told = self.erratum_text(self.contents.errata[target])
        noted = joined([rf"\emph{{{t('Erratum')}}}", told.text], COLON, t)
        return t(BRACKETS).format(first=text, second=noted)


class _Slides:
    def __init__(self, contents: Contents, figure: Callable[[str], Path]) -> None:
        self.contents = contents
        self.figure = figure
        self.t = contents.translate
        self.words = words(self.t)
        self.numbers = {name: number + 1 for number, name in enumerate(contents.printed)}
        style = Linked(self.t, unicode=True, width=WIDTH, link=self.link, title=contents.title)
        self.style = style
        self.theorems = SlideTheorems(style, self.words)
        self.references = _SlideReferences(contents, style, self.link)
        self.text = Text(contents.lecture, self.t, self.references)
        self.outline = Outline(contents.lecture)
        self.heading = self.text.plain(contents.lecture.title)

    def latex(self) -> str:
        lecture = self.contents.lecture
        return render(
            "slides.tex.jinja",
            typography=TYPOGRAPHY[self.contents.language],
            title=self.text.plain(lecture.title),
            author=self.text.plain(lecture.author) if lecture.author else "",
            body=with_spaced_units("\n\n".join(self.parts())),
            bibliography=bibliography(self.contents, self.text, self.style),
            words=self.words,
        )

    def link(self, name: str) -> str:
        """A reference to a theorem by its number."""
        if name not in self.numbers:
            return ""
        text = self.t("Theorem {number}").format(number=self.numbers[name])
        return rf"\hyperlink{{{theorem_label(name)}}}{{{text}}}"

    def parts(self) -> Iterator[str]:
        """Sections, frames and notes in order."""
        waiting: list[Item] = []
        for node in self.contents.lecture.tree.children:
            found = directive(node)
            if node.type == "heading" or found is not None:
                yield from self.flushed(waiting)
                waiting = []
            if found is not None:
                yield from map(self.frame, self.directive(*found))
            elif node.type == "heading":
                yield from self.begun(node)
            elif node.type == "paragraph":
                yield rf"\note{{{self.text.block(node)}}}"
            else:
                waiting += self.items(node)
        yield from self.flushed(waiting)

    def flushed(self, items: list[Item]) -> Iterator[str]:
        frames = packed(self.heading, items)
        return map(self.frame, frames)

    def frame(self, frame: Frame) -> str:
        return render("frame.tex.jinja", frame=frame)

    def begun(self, node: Node) -> Iterator[str]:
        """A heading; one of the top level has a slide of its own."""
        level = self.outline.level(node)
        if level is None:
            return
        self.heading = self.text.inline(node.children[0])
        yield rf"\{_SECTIONS[min(level, 2)]}{{{self.heading}}}"
        if level == 0:
            yield r"\begin{frame}\sectionpage\end{frame}"

    def items(self, node: Node) -> list[Item]:
        """What of a block stands on slides; an item of a list can go to the next one."""
        if node.type in ("bullet_list", "ordered_list"):
            name = "itemize" if node.type == "bullet_list" else "enumerate"
            texts = [self.text.blocks(item.children) for item in node.children]
            return [
                Item(text, text_height(text, WIDTH - 3), environment=name, first=number)
                for number, text in enumerate(texts)
            ]
        latex = self.text.block(node)
        fragile = node.type in ("fence", "code_block")
        height = 1.3 * (latex.count("\n") + 1) if fragile else text_height(latex, WIDTH)
        return [Item(latex, height, fragile=fragile)] if latex else []

    def directive(self, name: str, target: str) -> list[Frame]:
        match name:
            case "derive-theorem" | "derive-calculation":
                outcome = self.contents.outcomes[target]
                number = self.numbers[target]
                return self.theorems.frames(outcome, number, whole=name == "derive-theorem")
            case "derive-erratum":
                told = self.references.erratum_text(self.contents.errata[target])
                body = render("erratum.slide.tex.jinja", erratum=told, words=self.words)
                return packed(told.title, [Item(body, text_height(body, WIDTH))])
            case "derive-picture":
                said = self.contents.pictures[target].words(self.contents.language)
                file = self.figure(target).as_posix()
                caption = self.style.prose(said.caption)
                body = render("figure.slide.tex.jinja", file=file, caption=caption)
                return [Frame(self.heading, body)]
        return []  # the graph is for readers
