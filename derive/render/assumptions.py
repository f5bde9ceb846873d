"""What the declarations of a theorem's symbols assume: real, positive, Hermitian...

Main results: `assumptions`, `symbol_of`.
"""

from __future__ import annotations

from derive.checking import Proof
from derive.language import syntax
from derive.language.glossary import Declaration, Glossary
from derive.theorem import Theorem

_WORDS = {"hermitian": "Hermitian"}


def assumptions(theorem: Theorem, proof: Proof | None = None) -> dict[str, list[Declaration]]:
    """The symbols with declared properties, by those properties, such as `real and nonzero`.

    Raises:
        TheoremError: a formula is not well formed.
    """
    found: dict[str, list[Declaration]] = {}
    for declaration in proof.symbols if proof else _occurring(theorem):
        words = " and ".join(_WORDS.get(word, word) for word in sorted(declaration.properties))
        if words:
            found.setdefault(words, []).append(declaration)
    return found


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


def _occurring(theorem: Theorem) -> list[Declaration]:
    formulas = [*theorem.claims, *(h.formula for h in theorem.hypotheses if h.formula)]
    nodes = [node for formula in formulas for node in formula.walk()]
    names = {node.name for node in nodes if isinstance(node, syntax.Symbol)}
    return [declaration for declaration in theorem.glossary.symbols() if declaration.name in names]
