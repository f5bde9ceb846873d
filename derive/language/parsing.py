"""Lark at work: the parser of grammar.lark, fed by our lexer, with errors in the author's terms.

Main result: `parse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from lark import Lark, Token
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer as LarkLexer

from derive.language.builder import Builder
from derive.language.errors import LanguageError, Position
from derive.language.glossary import Glossary
from derive.language.lexer import Lexer
from derive.language.syntax import (
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Sum,
    Symbol,
)
from derive.language.tex import TexToken


def parse(
    start: str, tokens: Sequence[TexToken], text: str, glossary: Glossary, first_line: int
) -> Any:
    """What the rule `start` of the grammar makes of the tokens.

    Args:
        start: "formula", "expression" or "continuation".
        tokens: what to read.
        text: the text in which the tokens stand.
        glossary: the declared symbols.
        first_line: number of the first line of the text.

    Raises:
        LanguageError: the tokens are not what the rule asks for.
    """
    return _parse(start, tokens, _lexer(glossary), text, first_line)


class _Tokens(LarkLexer):
    """Hands tokens through to Lark: `lexer.py` has made them."""

    def __init__(self, _: object) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        yield from lexer_state


@lru_cache(maxsize=1)
def _parser() -> Lark:
    grammar = resources.files("derive.language").joinpath("grammar.lark").read_text("utf-8")
    return Lark(
        grammar,
        parser="lalr",
        lexer=_Tokens,
        start=["formula", "expression", "continuation"],
        transformer=Builder(),
    )


@lru_cache(maxsize=64)
def _lexer(glossary: Glossary) -> Lexer:
    naturals = Glossary(*(entry for entry in glossary if entry.is_natural))
    without_slots = Lexer(naturals, lambda tokens: None)

    def read_natural(tokens: Sequence[TexToken]) -> Expression | None:
        try:
            expression = _parse("expression", tokens, without_slots, "", 1)
        except LanguageError:
            return None
        assert isinstance(expression, Expression)
        return expression if is_natural_term(expression) else None

    return Lexer(glossary, read_natural)


def _parse(start: str, tokens: Sequence[TexToken], lexer: Lexer, text: str, first_line: int) -> Any:
    parts = lexer.tokens(tokens, text, first_line)
    try:
        return _parser().parse(parts, start=start)
    except UnexpectedToken as error:
        raise _unexpected(error, text, first_line) from None


def _unexpected(error: UnexpectedToken, text: str, first_line: int) -> LanguageError:
    """What the author should know about a token that the grammar does not take."""
    token = error.token
    if token.type == "$END":
        position = Position(text, len(text.rstrip()), first_line)
        return LanguageError.at(position, "the formula ends too early", _hint(error))
    return LanguageError.at(token.value[1], f"unexpected {token!s}", _hint(error))


def _hint(error: UnexpectedToken) -> str:
    kind = error.token.type
    if kind == "INDEX":
        return "an index stands in slots, in δ and under Σ only; write \\mathrm{i} for the number"
    return _HINTS.get(kind, "") or (
        "a relation such as = is missing" if error.accepts == {"RELATION"} else ""
    )


_HINTS = {
    "RELATION": "one term is expected here; a chain a = b stands alone",
    "RBRACKET": "square brackets make commutators [a, b]; write parentheses",
    "RCURLY": "curly brackets make anticommutators; write parentheses",
    "MINUS": "put a negative factor in parentheses: a \\cdot (-b)",
    "CARET": "write \\left(x^a\\right)^b or x^{ab}",
    "BANG": "write \\left(n!\\right)! or \\left(n^2\\right)!",
    "AMPERSAND": "an & stands in matrices and before relations",
}


def is_natural_term(expression: Expression) -> bool:
    """Whether an expression can stand in a natural slot: integers, naturals, sums and products."""
    return all(
        (isinstance(node, Number) and "." not in node.text)
        or isinstance(node, Symbol | Sum | Negative | Product | Power)
        for node in expression.walk()
    )
