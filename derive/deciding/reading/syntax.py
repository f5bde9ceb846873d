r"""Which of the two syntaxes a text is written in, plain text or LaTeX.

Most texts can be only one: `==` and `**` are never LaTeX, a backslash or a single `=` is never
plain text.  What could be either is read both ways, and refused if these differ.

Main results: `relations_in`, `expression_in`, `is_relation`, `normalised`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

from derive.deciding.claims.expressions import (
    MINUS_ONE,
    ONE,
    Application,
    Binder,
    Call,
    Expression,
    Grid,
    Number,
    Relation,
    add,
    multiply,
)
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.building import factors_of, terms_of
from derive.deciding.reading.text import read_text, read_text_expression
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary

Syntax = Literal["latex", "text"]

_LATEX_ONLY = re.compile(r"[\\{}$]")
_TEXT_ONLY = re.compile(r"==|\*\*|(?<=\s)!=|<=|>=|(?<!\^)\*|^\s*(?:Eq|Ne|Ge|Gt|Le|Lt)\(")
_LATEX_UNLESS_TEXT = re.compile(r"\^|(?<![=!<>])=(?!=)")
_RELATION = re.compile(
    r"[=<>]|\\(?:neq?|leq?|geq?|lt|gt|leqslant|geqslant)(?![A-Za-z])|^\s*(?:Eq|Ne|Ge|Gt|Le|Lt)\("
)

Read = TypeVar("Read")


def is_relation(text: str) -> bool:
    """Whether a text contains the sign of a relation."""
    return _RELATION.search(text) is not None


def relations_in(
    text: str, names: Mapping[str, Declared], glossary: Glossary | None, syntax: Syntax | None
) -> tuple[Relation, ...]:
    """The relations that a text writes, in the syntax given or in the one that it can be.

    Raises:
        LanguageError: it is neither, or both with two meanings.
    """

    def from_latex() -> tuple[Relation, ...]:
        from derive.deciding.reading.latex import read_latex

        return read_latex(text, names, glossary)

    def agree(first: tuple[Relation, ...], second: tuple[Relation, ...]) -> bool:
        return [*map(_normal_relation, first)] == [*map(_normal_relation, second)]

    return _read(text, syntax, lambda: read_text(text, names), from_latex, agree)


def expression_in(
    text: str, names: Mapping[str, Declared], glossary: Glossary | None, syntax: Syntax | None
) -> Expression:
    """The expression that a text writes, in the syntax given or in the one that it can be.

    Raises:
        LanguageError: it is neither, or both with two meanings.
    """

    def from_latex() -> Expression:
        from derive.deciding.reading.latex import read_latex_expression

        return read_latex_expression(text, names, glossary)

    def agree(first: Expression, second: Expression) -> bool:
        return normalised(first) == normalised(second)

    return _read(text, syntax, lambda: read_text_expression(text, names), from_latex, agree)


def _read(
    text: str,
    syntax: Syntax | None,
    from_text: Callable[[], Read],
    from_latex: Callable[[], Read],
    agree: Callable[[Read, Read], bool],
) -> Read:
    if syntax not in (None, "latex", "text"):
        raise LanguageError(f"the syntax {syntax!r} is not known", hint='it is "latex" or "text"')
    certain = syntax or _certain_syntax(text)
    if certain is not None:
        return from_text() if certain == "text" else from_latex()
    results: list[Read] = []
    errors: list[LanguageError] = []
    for read in (from_text, from_latex):
        try:
            results.append(read())
        except LanguageError as error:
            errors.append(error)
    if not results:
        raise errors[0]
    if len(results) == 2 and not agree(*results):
        raise LanguageError(
            f"as plain text and as LaTeX this says two different things: {text}",
            hint='write syntax="text" or syntax="latex"',
        )
    return results[0]


def _certain_syntax(text: str) -> Syntax | None:
    if _LATEX_ONLY.search(text):
        return "latex"
    if _TEXT_ONLY.search(text):
        return "text"
    return "latex" if _LATEX_UNLESS_TEXT.search(text) else None


def _normal_relation(relation: Relation) -> Relation:
    return Relation(relation.kind, normalised(relation.left), normalised(relation.right))


def normalised(expression: Expression) -> Expression:
    """The expression with sums and products flattened and numerals gathered in front.

    It tells whether two readers have understood the same.
    """
    match expression:
        case Call("add", arguments):
            return add(*(term for part in arguments for term in terms_of(normalised(part))))
        case Call("multiply", arguments):
            return _normal_product([f for p in arguments for f in factors_of(normalised(p))])
        case Call("power", (base, exponent)):
            below, above = normalised(base), normalised(exponent)
            if isinstance(below, Number) and below.value != 0 and above == MINUS_ONE:
                return Number(1 / below.value)
            return Call("power", (below, above))
        case Call(function, arguments):
            return Call(function, tuple(map(normalised, arguments)))
        case Application(name, arguments):
            return Application(name, tuple(map(normalised, arguments)))
        case Grid(rows):
            return Grid(tuple(tuple(map(normalised, row)) for row in rows))
        case Binder(kind, variable, body, bounds):
            return Binder(kind, variable, normalised(body), tuple(map(normalised, bounds)))
    return expression


def _normal_product(factors: list[Expression]) -> Expression:
    coefficient = ONE.value
    others: list[Expression] = []
    for factor in factors:
        if isinstance(factor, Number):
            coefficient *= factor.value
        else:
            others.append(factor)
    if coefficient == 1 and others:
        return multiply(*others)
    return multiply(Number(coefficient), *others)
