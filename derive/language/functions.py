r"""The named functions of formulas and how LaTeX writes them: `\sin`, `\operatorname{Re}`.

Main results: `LatexFunction`, `LATEX_FUNCTIONS`, `function_at`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from derive.language.tex import TexToken, tex_tokens


@dataclass(frozen=True, slots=True)
class LatexFunction:
    r"""A function of one argument.

    Args:
        name: its name in programs, that of SymPy in small letters.
        latex: how the writer writes it.
        spellings: all ways to write it; `latex` is the first.
        needs_parentheses: whether it is read as a function only before parentheses.
    """

    name: str
    latex: str
    spellings: tuple[str, ...]
    needs_parentheses: bool = False


def _written(name: str, *spellings: str, needs_parentheses: bool = False) -> LatexFunction:
    return LatexFunction(name, spellings[0], spellings, needs_parentheses)


def _named(*names: str) -> tuple[str, ...]:
    return tuple(
        rf"\{font}{{{name}}}" for name in names for font in ("operatorname", "mathrm", "text")
    )


_PLAIN = tuple(
    _written(name, rf"\{name}", *_named(name))
    for name in "log sin cos tan cot sec csc sinh cosh tanh coth arg".split()
)
_FUNCTIONS = (
    *_PLAIN,
    _written("log", r"\ln", *_named("ln")),
    _written("asin", r"\arcsin", *_named("arcsin", "asin")),
    _written("acos", r"\arccos", *_named("arccos", "acos")),
    _written("atan", r"\arctan", *_named("arctan", "atan")),
    _written("asinh", *_named("arsinh", "arcsinh", "asinh"), r"\arsinh"),
    _written("acosh", *_named("arcosh", "arccosh", "acosh"), r"\arcosh"),
    _written("atanh", *_named("artanh", "arctanh", "atanh"), r"\artanh"),
    _written("sign", *_named("sgn", "sign"), r"\sgn"),
    _written("re", *_named("Re", "re")),
    _written("re", r"\Re"),
    _written("im", *_named("Im", "im")),
    _written("im", r"\Im"),
    _written("gamma", r"\Gamma", needs_parentheses=True),
    _written("trace", *_named("tr"), r"\tr"),
    _written("trace", *_named("Tr"), r"\Tr"),
    _written("determinant", r"\det", *_named("det")),
)

LATEX_FUNCTIONS = {function.latex: function for function in _FUNCTIONS}
"""Every function by the way in which the writer writes it."""

_BY_FIRST: dict[str, list[tuple[tuple[str, ...], LatexFunction]]] = {}
for _function in _FUNCTIONS:
    for _spelling in _function.spellings:
        _tokens = tuple(token.text for token in tex_tokens(_spelling))
        _BY_FIRST.setdefault(_tokens[0], []).append((_tokens, _function))

FUNCTION_COMMANDS = frozenset(first for first in _BY_FIRST if first not in (r"\mathrm", r"\text"))
"""The commands with which the name of a function begins."""


def function_at(
    tokens: Sequence[TexToken], place: int, end: int
) -> tuple[LatexFunction, int] | None:
    """The function whose name stands at a place, and where reading goes on."""
    for wanted, function in _BY_FIRST.get(tokens[place].text, ()):
        after = place + len(wanted)
        if after <= end and all(
            token.text == text for token, text in zip(tokens[place:after], wanted, strict=True)
        ):
            if function.needs_parentheses and (after >= end or tokens[after].text not in "(^"):
                return None
            return function, after
    return None
