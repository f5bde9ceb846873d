r"""The strict reader: LaTeX to syntax trees.

It reads over the declared symbols of a glossary and refuses rather than guesses.  Main results:
`read_expression`, `read_formula`, `read_calculation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from derive.language.errors import LanguageError, Position
from derive.language.glossary import Glossary
from derive.language.syntax import Calculation, Comparison, Expression, Formula, Step
from derive.language.tex import TexToken, tex_tokens

_RELATIONS = frozenset({"=", r"\neq", r"\le", r"\ge", "<", ">"})
_DEPTH = {r"\begin": 1, r"\end": -1, "{": 1, "}": -1}
_DEPTH_LEXEME = re.compile(r"(?:\\begin|\\end)(?=\{)|(?<!\\)[{}]")
_ESCAPE_OR_COMMENT = re.compile(r"\\.|%")


def read_expression(text: str, glossary: Glossary, *, first_line: int = 1) -> Expression:
    """Read one term.

    Args:
        text: LaTeX without dollar signs.
        glossary: the declared symbols.
        first_line: number of the first line of the text, for messages.

    Raises:
        LanguageError: the text is no term over the glossary.
    """
    result = _read("expression", tex_tokens(text, first_line), text, glossary, first_line)
    assert isinstance(result, Expression)
    return result


def read_formula(text: str, glossary: Glossary, *, first_line: int = 1) -> Formula:
    """Read one statement: a chain of relations, or a clause.

    Args:
        text: LaTeX without dollar signs.
        glossary: the declared symbols.
        first_line: number of the first line of the text, for messages.

    Raises:
        LanguageError: the text is no statement over the glossary.
    """
    result = _read("formula", tex_tokens(text, first_line), text, glossary, first_line)
    assert isinstance(result, Formula)
    return result


def read_calculation(
    text: str, glossary: Glossary, *, first_line: int = 1
) -> tuple[Calculation, ...]:
    r"""Read lines of chained relations with the reason of each line after `%`.

    A line that begins with a relation goes on with the chain; any other line begins a new one.

    Args:
        text: LaTeX, one line per step; the marks `&` and `\\` of an align environment may stay.
        glossary: the declared symbols.
        first_line: number of the first line of the text, for messages and positions.

    Raises:
        LanguageError: a line is no chain of relations over the glossary.
    """
    chains: list[list[Step]] = []
    for start, end, reason in _logical_lines(text):
        tokens = _without_alignment(tex_tokens(text, first_line, start, end))
        if not tokens:
            continue
        position = Position(text, tokens[0].offset, first_line)
        if tokens[0].text in _RELATIONS:
            if not chains:
                raise LanguageError.at(
                    position,
                    "the first line of a calculation begins with a relation",
                    "write its left side before it",
                )
            relations, new_sides = _read("continuation", tokens, text, glossary, first_line)
            sides = (chains[-1][-1].right, *new_sides)
        else:
            formula = _read("formula", tokens, text, glossary, first_line)
            if not isinstance(formula, Comparison):
                raise LanguageError.at(
                    position, "a calculation consists of relations, not of clauses"
                )
            sides, relations = formula.sides, formula.relations
            chains.append([])
        for left, relation, right in zip(sides, relations, sides[1:], strict=False):
            chains[-1].append(Step(left, relation, right, reason=reason, position=position))
    return tuple(Calculation(tuple(steps)) for steps in chains)


def _logical_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each line begins and ends without its comment, and the comment.

    Lines that leave a brace or a matrix open go on in the next one.
    """
    begin: int | None = None
    depth = 0
    start = 0
    for line in text.split("\n"):
        comment = _comment_start(line)
        code = line[:comment]
        begin = start if begin is None else begin
        depth += sum(_DEPTH[lexeme] for lexeme in _DEPTH_LEXEME.findall(code))
        if depth <= 0:
            yield begin, start + len(code), line[comment + 1 :].strip()
            begin, depth = None, 0
        start += len(line) + 1
    if begin is not None:
        yield begin, len(text), ""


def _comment_start(line: str) -> int:
    """Where the comment begins; the length of the line if there is none."""
    for match in _ESCAPE_OR_COMMENT.finditer(line):
        if match[0] == "%":
            return match.start()
    return len(line)


def _without_alignment(tokens: list[TexToken]) -> list[TexToken]:
    r"""The tokens of a line without the `&` before its relations and the `\\` at its end."""
    if tokens and tokens[-1].text == r"\\":
        tokens = tokens[:-1]
    kept = list(tokens)
    depth = 0
    for place in reversed(range(len(tokens))):
        text = tokens[place].text
        depth += text.startswith(r"\end{") - text.startswith(r"\begin{")
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if depth == 0 and text == "&" and following in _RELATIONS:
            del kept[place]
    return kept


def _read(
    start: str, tokens: Sequence[TexToken], text: str, glossary: Glossary, first_line: int
) -> Any:
    """Parse; Lark is imported only now, so that programs that read nothing do not pay for it."""
    from derive.language.parsing import parse

    return parse(start, tokens, text, glossary, first_line)
