"""The formulas of an article, taken from its LaTeX and read again by the reader.

What typesetting has added is taken away: alignment, breaks, labels, reasons, fixed sizes.  What is
left must give the trees of which the theorem is made, and from which its statement is lowered.
"""

import re
from collections.abc import Iterator

from derive.checking import Proof
from derive.language.reader import read_formula
from derive.language.syntax import Comparison, Formula
from derive.render.carried import with_carried
from derive.theorem import Theorem

_BLOCK = re.compile(
    r"\\begin\{(theorem|calculation)\}\[.*?\]\\label\{theorem:(?P<name>[^}]*)\}(?P<body>.*?)"
    r"(?:\\end\{proof\}|\\end\{calculation\})",
    re.DOTALL,
)
_LABEL = re.compile(r"\\label\{[^}]*\}")
_ITEM = re.compile(r"\\item\\phantomsection\\label\{hypothesis:[^}]*\} (.*)")
_INLINE = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")
_REASON = re.compile(r"\\(?:text\{|parbox\[t\])")


def blocks(article: str) -> dict[str, str]:
    """What an article prints of each theorem."""
    return {match["name"]: match["body"] for match in _BLOCK.finditer(article)}


def compared(theorem: Theorem, proof: Proof | None, body: str) -> Iterator[tuple[Formula, Formula]]:
    """Each formula that is printed of a theorem, with what it must be."""
    items = [match[1] for match in _ITEM.finditer(body)]
    for (hypothesis, carried), item in zip(with_carried(theorem, proof), items, strict=True):
        formulas = _INLINE.findall(item)
        written = [one for one in carried if one.formula is not None]
        along = formulas[len(formulas) - len(written) :]
        for formula, one in zip(along, written, strict=True):
            yield read_formula(formula, one.glossary or theorem.glossary), one.formula
        formulas = formulas[: len(formulas) - len(written)]
        if hypothesis.citation is None:
            yield read_formula(formulas[-1], theorem.glossary), hypothesis.formula
            continue
        cited, values = hypothesis.citation.theorem, hypothesis.citation.values
        last = len(formulas) - (2 * len(values))
        for formula, claim in zip(
            formulas[last - len(cited.claims) : last], cited.claims, strict=True
        ):
            yield read_formula(formula, cited.glossary), claim
    claims = [row for display in _displays(body, "gather") for row in _rows(display)]
    for row, claim in zip(claims, theorem.claims, strict=True):
        yield read_formula(_plain(row), theorem.glossary), claim
    calculations = [one for part in theorem.parts for one in part.calculations]
    for display, calculation in zip(_displays(body, "align"), calculations, strict=True):
        sides = (calculation.steps[0].left, *(step.right for step in calculation.steps))
        chain = Comparison(sides, tuple(step.relation for step in calculation.steps))
        yield read_formula(_chain(display), theorem.glossary), chain


def _displays(body: str, name: str) -> list[str]:
    found = re.findall(rf"\\begin\{{{name}\}}\n(.*?)\n\\end\{{{name}\}}", body, re.DOTALL)
    return [_LABEL.sub("", display).replace(r"\notag", "") for display in found]


def _chain(display: str) -> str:
    """A calculation on one line, without its reasons."""
    cells = [cell for row in _rows(display) for cell in _split(row, "&")]
    return _plain(" ".join(cell for cell in cells if not _REASON.search(cell)))


def _plain(latex: str) -> str:
    """A formula without what breaks it into rows."""
    for row in re.findall(r"\\begin\{aligned\}(.*?)\\end\{aligned\}", latex):
        latex = latex.replace(rf"\begin{{aligned}}{row}\end{{aligned}}", " ".join(_pieces(row)))
    return re.sub(r"(^|\s)\{\}(?=\S)", " ", re.sub(r"\\q?quad", " ", latex))


def _pieces(aligned: str) -> Iterator[str]:
    for row in _rows(aligned):
        yield row.strip().removeprefix("&").removeprefix(r"\quad").strip()


def _rows(display: str) -> list[str]:
    return _split(display, r"\\")


def _split(latex: str, at: str) -> list[str]:
    """The text between separators that stand in no environment and no group."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"\\(begin|end)\{\w+\*?\}|\\\\|\\[{}&]|[{}&]", latex):
        sign = match[1] or match[0]
        depth += {"begin": 1, "end": -1, "{": 1, "}": -1}.get(sign, 0)
        if match[0] == at and depth == 0:
            parts.append(latex[start : match.start()])
            start = match.end()
    return [*parts, latex[start:]]
