"""The symbols of a theorem: what their declarations assume, and what citations put for them.

Main results: `assumed`, `property_text`, `put`, `symbol_of`, `written`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import TypeAlias

from derive.checking import Proof
from derive.checking.values import named_whole
from derive.language import syntax
from derive.language.glossary import Declaration, Glossary
from derive.language.reader import read_expression
from derive.render.punctuation import SEMICOLON, joined
from derive.theorem import Citation, Readable, Theorem
from derive.translation import message

Writer: TypeAlias = Callable[[syntax.Expression, Glossary], str]
"""How an expression is written: as text for a terminal, or as LaTeX."""

_WORDS = {
    "hermitian": message("Hermitian"),
    "invertible": message("invertible"),
    "natural": message("natural"),
    "nonzero": message("nonzero"),
    "positive": message("positive"),
    "real": message("real"),
    "without adjoint": message("without adjoint"),
}
"""What a property is called."""


def assumed(
    theorem: Theorem, proof: Proof | None, writer: Writer, translate: Callable[[str], str] = str
) -> str:
    """What the declarations of the symbols assume, such as `a, b real; H Hermitian`.

    Args:
        theorem: whose symbols; those that its proof uses, or else those that occur in it.
        proof: its proof, if it has one.
        writer: how a symbol is written.
        translate: the words for properties from English to another language.

    Raises:
        TheoremError: a formula is not well formed.
    """
    found: dict[str, list[str]] = {}
    for declaration in proof.symbols if proof else _occurring(theorem):
        words = property_text(declaration, translate)
        if words:
            found.setdefault(words, []).append(written(declaration, theorem.glossary, writer))
    each = (f"{', '.join(symbols)} {words}" for words, symbols in found.items())
    return joined(each, SEMICOLON, translate)


def put(citation: Citation, theorem: Theorem, writer: Writer) -> str:
    """What a citation puts for symbols of the cited theorem, such as `E := 2a, H := U`.

    Raises:
        LanguageError: a value is not well formed, or there is no such symbol.
    """
    cited = citation.theorem.glossary
    return ", ".join(
        f"{written(cited[name], cited, writer)} := "
        f"{_value(value, cited[name], theorem.glossary, writer)}"
        for name, value in citation.values.items()
    )


def property_text(declaration: Declaration, translate: Callable[[str], str] = str) -> str:
    """What the declaration of a symbol assumes, in words."""
    words = [translate(_WORDS[word]) for word in sorted(declaration.properties)]
    both = translate("{first} and {second}")
    return reduce(lambda first, second: both.format(first=first, second=second), words or [""])


def symbol_of(declaration: Declaration, glossary: Glossary) -> syntax.Symbol | None:
    """A symbol as it stands in formulas, a family with letters in its slots.

    None if the glossary has no letters for the slots.
    """
    letters = []
    for slot in declaration.slots:
        fitting = [d for d in glossary if (d.is_natural if slot == "natural" else d.over == slot)]
        unused = [d for d in fitting if syntax.Symbol(d.name) not in letters] or fitting
        if not unused:
            return None
        letters.append(syntax.Symbol(unused[0].name))
    return syntax.Symbol(declaration.name, tuple(letters))


def written(declaration: Declaration, glossary: Glossary, writer: Writer) -> str:
    """A symbol as it stands in formulas; its name if the glossary lacks letters for its slots."""
    symbol = symbol_of(declaration, glossary)
    return writer(symbol, glossary) if symbol else declaration.name


def _value(value: Readable, declared: Declaration, glossary: Glossary, writer: Writer) -> str:
    named = named_whole(value, declared, glossary)
    if named:
        return written(named, glossary, writer)
    if isinstance(value, str):
        return writer(read_expression(value, glossary), glossary)
    return writer(value, glossary) if isinstance(value, syntax.Expression) else str(value)


def _occurring(theorem: Theorem) -> list[Declaration]:
    formulas = [*theorem.claims, *(h.formula for h in theorem.hypotheses if h.formula)]
    nodes = [node for formula in formulas for node in formula.walk()]
    names = {node.name for node in nodes if isinstance(node, syntax.Symbol)}
    return [declaration for declaration in theorem.glossary.symbols() if declaration.name in names]
