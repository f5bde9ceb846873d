"""The nodes that the extension adds to a document.

Each is a kind of an ordinary node, so that a builder that knows nothing of it shows it as that.

Main results: `Formula`, `Display`, `Environment`, `Heading`, `Folded`, `Summary`, `Calculation`,
`Step`, `StatusMark`, `CertificateLink`, `Graph`, `Hint`, `ErratumMark`, `CitationMark`, `Entry`,
`generated`.
"""

from __future__ import annotations

from docutils import nodes


class Formula(nodes.math):
    """A formula in a line; `plain` is how it looks as plain text."""


class Display(nodes.math_block):
    """A formula on lines of its own.

    Attributes: `plain`, how it looks as plain text; `paper`, as a display of amsmath that fits.
    """


class Environment(nodes.container):
    """A numbered block: a theorem, a lemma, an erratum.

    Attributes: `style` (the amsthm environment), `label` ("Theorem" in the reader's language),
    `title` (as LaTeX), `numbered`, and `number` once all documents have been read.
    """


class Heading(nodes.paragraph):
    """The first line of an environment: label, number, title."""


class Assumption(nodes.list_item):
    """A hypothesis in the list of an environment, which references may lead to."""


class Folded(nodes.container):
    """What unfolds below its summary; attributes: `open`, `proof` (whether it is a proof)."""


class Summary(nodes.paragraph):
    """The line that is there while the rest is folded."""


class Calculation(nodes.container):
    """A chain of steps; attribute `latex`, the whole as `align`."""


class Step(nodes.paragraph):
    """A line of a calculation; attributes `status`, and as plain text `left`, `right`, `reason`."""


class StatusMark(nodes.inline):
    """A status; attribute `word`, what it is called."""


class CertificateLink(nodes.inline):
    """A link to a certificate, where there are pages to link to.

    Attributes: `name` of the theorem; `step`, a number or None; `before`, what stands between the
    text and a link that is nothing but a link, else empty.
    """


class Graph(nodes.container):
    """A graph of theorems, which holds the same as a list.

    Attributes: what `derive.sphinx.drawing.graph_svg` takes, and `as_list`, a heading.
    """


class Hint(nodes.inline):
    """A part of a line; attribute `hint`, which the reader sees on hover."""


class ErratumMark(nodes.inline):
    """Stands where a footnote with an erratum will be; attribute `name`."""


class CitationMark(nodes.inline):
    """Stands where a reference to the bibliography will be; attribute `keys`."""


class Entry(nodes.container):
    """An entry of the bibliography until it has its number; attribute `key`, empty if none."""


def generated(node: nodes.Element) -> nodes.Element:
    """A node whose texts have been translated, and are not to be translated with the document."""
    for one in node.findall(nodes.TextElement):
        if not isinstance(one, nodes.Inline):
            one["translatable"] = False
    return node
