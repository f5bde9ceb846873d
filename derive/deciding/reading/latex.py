r"""LaTeX to expressions: the language's strict reader over the declared names.

Main results: `read_latex`, `read_latex_expression`.
"""

from __future__ import annotations

from collections.abc import Mapping

from derive.deciding.claims.expressions import Expression, Relation, RelationKind
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.latex_names import vocabulary
from derive.deciding.reading.latex_trees import TreeReader
from derive.language import syntax as tree
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary
from derive.language.reader import read_expression, read_formula

_MARKS = (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"))
_RELATIONS: dict[tree.Relation, tuple[RelationKind, bool]] = {
    "=": ("=", False),
    r"\neq": ("!=", False),
    r"\ge": (">=", False),
    ">": (">", False),
    r"\le": (">=", True),
    "<": (">", True),
}


def read_latex(
    text: str, names: Mapping[str, Declared], glossary: Glossary | None = None
) -> tuple[Relation, ...]:
    r"""The relations that a chain such as `a = b \le c` writes.

    Args:
        text: LaTeX, with or without dollar signs or `\[ … \]` around it.
        names: the declared names; `latex_names` says how each of them is written.
        glossary: declarations with their own LaTeX.

    Raises:
        LanguageError: the text is no chain of relations over the declared names.
    """
    written = vocabulary(names, glossary)
    formula = read_formula(_without_dollars(text), written.glossary)
    if not isinstance(formula, tree.Comparison):
        raise LanguageError.at(
            formula.position,
            "a claim is an equation or inequality, without ∀ and ⇒",
            "what stands before ⇒ is a hypothesis: pass it as given=[…]",
        )
    reader = TreeReader(names, written)
    sides = [reader.expression(side) for side in formula.sides]
    links = zip(sides, formula.relations, sides[1:], strict=False)
    return tuple(_relation(left, relation, right) for left, relation, right in links)


def read_latex_expression(
    text: str, names: Mapping[str, Declared], glossary: Glossary | None = None
) -> Expression:
    r"""The expression that a text writes.

    Args:
        text: LaTeX, with or without dollar signs or `\[ … \]` around it.
        names: the declared names.
        glossary: declarations with their own LaTeX.

    Raises:
        LanguageError: the text is no expression over the declared names.
    """
    written = vocabulary(names, glossary)
    return TreeReader(names, written).expression(
        read_expression(_without_dollars(text), written.glossary)
    )


def _without_dollars(text: str) -> str:
    """The text with blanks for the marks of mathematics around it, so that positions stay."""
    stripped = text.strip()
    for opening, closing in _MARKS:
        width = len(opening) + len(closing)
        if stripped.startswith(opening) and stripped.endswith(closing) and len(stripped) > width:
            start = text.index(opening) + len(opening)
            return " " * start + text[start : text.rindex(closing)]
    return text


def _relation(left: Expression, relation: tree.Relation, right: Expression) -> Relation:
    kind, turned = _RELATIONS[relation]
    return Relation(kind, right, left) if turned else Relation(kind, left, right)
