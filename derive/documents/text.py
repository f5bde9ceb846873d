r"""The Markdown of a lecture as LaTeX, block by block, in the language of the document.

Each block is translated as its Markdown source and read again, so that formulas and references
survive a translation.

Main results: `Text`, `Links`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from derive.documents.lecture import Lecture, line_of
from derive.documents.markdown import ROLES, Node, directive, parser, split_target
from derive.render.prose import escaped
from derive.translation import Translation

_ALIGNED = re.compile(r"\s*\\begin\{(align|gather|multline|equation)\*?\}")
_ROWS = re.compile(r"\\\\")
_ENVIRONMENTS = re.compile(r"\\begin\{(\w+\*?)\}.*?\\end\{\1\}", re.DOTALL)


class Links(Protocol):
    """How a document refers to things; `text` is what the author wants to read, if not empty."""

    def theorem(self, target: str, text: str, line: int) -> str:
        """A reference to a theorem."""

    def hypothesis(self, target: str, text: str, line: int) -> str:
        """A reference to a hypothesis, `theorem/name`."""

    def symbol(self, target: str, text: str, line: int) -> str:
        """A symbol of the glossary."""

    def erratum(self, target: str, text: str, line: int) -> str:
        """A footnote with an erratum."""

    def cite(self, target: str, text: str, line: int) -> str:
        """A reference to the bibliography."""


class Text:
    """Turns the prose of a lecture into LaTeX.

    Args:
        lecture: the lecture.
        translate: its blocks from English to the language of the document.
        links: how the document refers to things.
    """

    def __init__(self, lecture: Lecture, translate: Translation, links: Links) -> None:
        self.lecture = lecture
        self.translate = translate
        self.links = links
        self.footnotes = _footnotes(lecture.tree)
        self.open_footnotes: list[str] = []

    def block(self, node: Node) -> str:
        """A block that is no heading and no directive.

        Raises:
            LectureError: a role is unknown, or refers to what is not there.
        """
        match node.type:
            case "paragraph":
                return self.inline(node.children[0])
            case "bullet_list" | "ordered_list":
                name = "itemize" if node.type == "bullet_list" else "enumerate"
                items = [rf"\item {self.blocks(item.children)}" for item in node.children]
                return _environment(name, "\n".join(items))
            case "math_block" | "math_block_label":
                return display(node.content)
            case "blockquote":
                return _environment("quote", self.blocks(node.children))
            case "fence" if directive(node):
                message = "a directive cannot stand inside a list, a quotation or a footnote"
                raise self.lecture.error(message, line_of(node))
            case "fence" | "code_block":
                return _environment("verbatim", node.content.rstrip("\n"))
            case "table":
                return self.table(node)
            case "hr":
                return r"\medskip\hrule\medskip"
            case "front_matter" | "footnote_reference" | "html_block" | "myst_line_comment":
                return ""
        raise self.lecture.error(f"this cannot be printed: {node.type}", line_of(node))

    def blocks(self, nodes: Sequence[Node]) -> str:
        """Blocks one after the other."""
        return "\n\n".join(text for text in map(self.block, nodes) if text)

    def inline(self, node: Node) -> str:
        """The text of one block, translated."""
        line = line_of(node)
        (translated,) = parser().parseInline(self.translate(node.content), self.lecture.environment)
        return self.spans(Node([translated]).children[0].children, line)

    def plain(self, source: str) -> str:
        """A text of the front matter, translated."""
        return self.inline(Node(parser().parseInline(source)).children[0])

    def spans(self, nodes: Sequence[Node], line: int) -> str:
        """The parts of a line of text."""
        return "".join(self.span(node, line) for node in nodes)

    def span(self, node: Node, line: int) -> str:
        """A part of a line of text."""
        match node.type:
            case "text":
                return escaped(node.content)
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "\\\\\n"
            case "em":
                return rf"\emph{{{self.spans(node.children, line)}}}"
            case "strong":
                return rf"\textbf{{{self.spans(node.children, line)}}}"
            case "code_inline":
                return rf"\texttt{{{escaped(node.content)}}}"
            case "math_inline":
                return f"${node.content}$"
            case "math_inline_double":
                return display(node.content)
            case "link":
                address = str(node.attrs["href"]).replace("%", r"\%").replace("#", r"\#")
                return rf"\href{{{address}}}{{{self.spans(node.children, line)}}}"
            case "footnote_ref":
                return self.footnote(node.meta["label"])
            case "myst_role":
                return self.role(node, line)
            case "html_inline":
                return ""
        raise self.lecture.error(f"this cannot be printed: {node.type}", line)

    def footnote(self, label: str) -> str:
        """A footnote where it is referred to.  Raises `LectureError` if it refers to itself."""
        node = self.footnotes[label]
        if label in self.open_footnotes:
            raise self.lecture.error(f"the footnote {label} refers to itself", line_of(node))
        self.open_footnotes.append(label)
        text = self.blocks(node.children)
        self.open_footnotes.pop()
        return rf"\footnote{{{text}}}"

    def role(self, node: Node, line: int) -> str:
        """A reference."""
        text, target = split_target(node.content)
        name = node.meta["name"]
        if name not in ROLES:
            raise self.lecture.error(f"there is no role {name}; there are {', '.join(ROLES)}", line)
        link = getattr(self.links, name.rpartition(":")[2])
        written: str = link(target, escaped(text), line)
        return written

    def table(self, node: Node) -> str:
        """A table whose first row is its head."""
        rows = [row for part in node.children for row in part.children]
        lines = [
            " & ".join(self.inline(cell.children[0]) if cell.children else "" for cell in row)
            for row in (row.children for row in rows)
        ]
        head, *body = lines
        columns = "l" * len(rows[0].children)
        text = "\n".join([rf"{head} \\", r"\hline", *(rf"{line} \\" for line in body)])
        return _environment(
            "center", rf"\begin{{tabular}}{{{columns}}}" + f"\n{text}\n" + r"\end{tabular}"
        )


def display(formula: str) -> str:
    """A formula of the lecture as a display, in rows if it has several."""
    formula = formula.strip()
    if _ALIGNED.match(formula):
        return formula
    if _ROWS.search(_ENVIRONMENTS.sub("", formula)):
        aligned = "aligned" if "&" in _ENVIRONMENTS.sub("", formula) else "gathered"
        formula = rf"\begin{{{aligned}}} {formula} \end{{{aligned}}}"
    return _environment("equation*", formula)


def _environment(name: str, body: str) -> str:
    return rf"\begin{{{name}}}" + f"\n{body}\n" + rf"\end{{{name}}}"


def _footnotes(tree: Node) -> Mapping[str, Node]:
    return {node.meta["label"]: node for node in tree.walk() if node.type == "footnote_reference"}
