"""Operators on infinite-dimensional spaces, vectors and numbers as values for people.

Main results: `ladder_values`, `map_text`, `state_text`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from derive.deciding.counterexample import Value
from derive.deciding.refuting.gaussian import Number, scalar
from derive.deciding.refuting.ladder_values import Map
from derive.deciding.refuting.ladders import Element, Ladder, State
from derive.deciding.refuting.model_reports import exact_number, number_latex, number_text
from derive.deciding.refuting.typed_terms import NUMBERS, Type

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def ladder_values(
    values: Mapping[str, Map], types: Mapping[str, Type], ladder: Ladder
) -> tuple[Value, ...]:
    """The values of the names, in the order of the names."""
    found = []
    for name, type_ in types.items():
        value = values[name]
        exact = exact_number(value) if isinstance(value, tuple) else None
        found.append(
            Value(name, map_text(value, type_, ladder), _latex(value, type_, ladder), exact)
        )
    return tuple(found)


def map_text(value: Map, type_: Type, ladder: Ladder) -> str:
    """A value in plain text."""
    if isinstance(value, tuple):
        return number_text(value)
    if isinstance(value, Element):
        terms = [
            (number, _letters(word, ladder.raising[0], ladder.lowering[0], latex=False))
            for word, number in sorted(value.terms.items(), reverse=True)
        ]
        return _sum(terms, number_text, " ")
    shown = "adjoint of " if type_.codomain == NUMBERS else ""
    terms = [(number, state_text(state)) for state, number in sorted(value.items())]
    return shown + _sum(terms, number_text, " ")


def state_text(state: State) -> str:
    """A basis vector in plain text."""
    return "e" + ",".join(str(n).translate(_SUBSCRIPTS) for n in state)


def _latex(value: Map, type_: Type, ladder: Ladder) -> str:
    if isinstance(value, tuple):
        return number_latex(value)
    if isinstance(value, Element):
        terms = [
            (number, _letters(word, ladder.raising[1], ladder.lowering[1], latex=True))
            for word, number in sorted(value.terms.items(), reverse=True)
        ]
        return _sum(terms, number_latex, r"\,")
    terms = [
        (number, "e_{" + ",".join(map(str, state)) + "}") for state, number in sorted(value.items())
    ]
    found = _sum(terms, number_latex, r"\,")
    return rf"\left({found}\right)^\dagger" if type_.codomain == NUMBERS else found


def _letters(word: tuple[tuple[int, int], ...], up: str, down: str, *, latex: bool) -> str:
    """A word; the letters of several modes are numbered."""
    found = []
    for mode, (raised, lowered) in enumerate(word, 1):
        for letter, times in ((up, raised), (down, lowered)):
            if not times:
                continue
            shown = letter
            if len(word) > 1:
                shown += f"_{{{mode}}}" if latex else str(mode).translate(_SUBSCRIPTS)
            if times > 1:
                shown = (
                    rf"({shown})^{{{times}}}"
                    if latex
                    else f"({shown}){str(times).translate(_SUPERSCRIPTS)}"
                )
            found.append(shown)
    return (r"\," if latex else " ").join(found)


def _sum(terms: list[tuple[Number, str]], shown: Callable[[Number], str], between: str) -> str:
    """A linear combination."""
    found = ""
    for number, body in terms:
        negative = number[0] < 0 if number[0] else number[1] < 0
        size = (-number[0], -number[1]) if negative else number
        factor = "" if size == scalar(1).number and body else shown(size)
        if size[0] and size[1]:
            factor = f"({factor})"
        part = between.join(piece for piece in (factor, body) if piece)
        joint = " - " if negative else " + "
        found += (joint if found else "-" if negative else "") + part
    return found or "0"
