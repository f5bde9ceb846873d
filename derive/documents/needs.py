"""Why a theorem assumes what it assumes, as short as notes want it.

Symbols that are assumed to be of one kind and of which the same is known share a line, and of a
counterexample that is long only the command is told that prints it.

Main results: `printed_need`, `PrintedNeed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeAlias

from derive.necessity import Necessity, remark_latex
from derive.necessity.weakening import NONNEGATIVE, Words
from derive.render.latex import inline
from derive.render.measure import text_height
from derive.render.prose import escaped, prose
from derive.render.punctuation import STOP, joined
from derive.render.style import Style
from derive.render.symbols import property_text, written
from derive.theorem import Theorem
from derive.translation import message

_HIGHEST = 4.5
"""How high a counterexample may be in em: about three lines."""
_LONG = message("Needed: a counterexample is known; {command} prints it.")
_EACH = message("Not needed: it is proved with {what} in place of any one of them.")
_ANY: dict[Words, str] = {
    frozenset(): message("any complex number"),
    frozenset({"real"}): message("any real number"),
    frozenset({"real", NONNEGATIVE}): message("any real number that is at least 0"),
    frozenset({"nonzero"}): message("any complex number that is not zero"),
    frozenset({"real", "nonzero"}): message("any real number that is not zero"),
    frozenset({"hermitian"}): message("any Hermitian operator"),
    frozenset({"invertible"}): message("any operator with an inverse"),
}
_ANY_OPERATOR = message("any operator")

_Alike: TypeAlias = tuple[str, Words, bool]
"""The word that is dropped, the words that are left, and whether it is about numbers."""


class PrintedNeed(NamedTuple):
    """What a theorem assumes, each with what goes wrong without it, and a remark on all."""

    rows: tuple[str, ...] = ()
    remark: str = ""


def printed_need(found: Sequence[Necessity], theorem: Theorem, style: Style) -> PrintedNeed:
    """What is printed of what is known; that a divisor must not be zero goes without saying.

    Args:
        found: what a theorem assumes, with what is known of it.
        theorem: that theorem.
        style: of the document.
    """
    told = [one for one in found if one.verdict in ("needed", "not needed")]
    single = [_one(one, theorem, style) for one in told if _alike(one) is None]
    kinds = {_alike(one): None for one in told} if told else {}
    rows = single + [
        _together([one for one in told if _alike(one) == kind], kind, theorem, style)
        for kind in kinds
        if kind is not None
    ]
    remark = prose(remark_latex(found, style.translate), unicode=style.unicode)
    return PrintedNeed(tuple(rows), remark if rows else "")


def _alike(one: Necessity) -> _Alike | None:
    """What symbols that are told of together have in common; None for what stands alone."""
    dropped = one.dropped
    if one.verdict == "needed" or dropped.part != "property" or NONNEGATIVE in dropped.word:
        return None
    is_scalar = dropped.glossary[dropped.name].kind == "scalar"
    return dropped.word, dropped.left, is_scalar


def _one(one: Necessity, theorem: Theorem, style: Style) -> str:
    t, plain = style.translate, partial(prose, unicode=style.unicode)
    why = plain(one.latex(t))
    if one.verdict == "needed" and text_height(why, style.width) > _HIGHEST:
        command = f"derive why {theorem.name}"
        named = rf"\texttt{{{escaped(command)}}}"
        why = named.join(map(plain, t(_LONG).split("{command}")))
    return joined([plain(one.what_latex(t)), why], STOP, t)


def _together(alike: Sequence[Necessity], kind: _Alike, theorem: Theorem, style: Style) -> str:
    """A line about symbols of one kind."""
    if len(alike) == 1:
        return _one(alike[0], theorem, style)
    t = style.translate
    word, left, is_scalar = kind
    declared = [(one.dropped.glossary[one.dropped.name], one.dropped.glossary) for one in alike]
    symbols = ", ".join(written(symbol, glossary, inline) for symbol, glossary in declared)
    first = replace(declared[0][0], properties=frozenset(word.split()))
    what = f"{symbols} {property_text(first, t)}"
    domain = _ANY[left] if is_scalar or left else _ANY_OPERATOR
    each = t(_EACH).format(what=t(domain))
    return joined([what, prose(each, unicode=style.unicode)], STOP, t)
