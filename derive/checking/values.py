"""What a citation puts for the symbols of the cited theorem.

Main results: `values_of`, `names_of`, `named_whole`.
"""

from __future__ import annotations

from collections.abc import Iterable

from derive.checking.citations import Value
from derive.kernel.atoms import NATURAL, Atom, Index, Variable
from derive.kernel.substitutions import Replacement
from derive.language import errors, syntax
from derive.language.glossary import Declaration, Glossary
from derive.language.inverses import inverse
from derive.language.lowering import Lowering
from derive.language.signature import atom_of, index_of
from derive.language.writer import write
from derive.theorem import Citation, Readable, Theorem


def values_of(
    theorem: Theorem, lowering: Lowering, hypothesis: str, citation: Citation
) -> dict[str, Value]:
    """The values of a citation, which is the hypothesis of that name.

    Raises:
        Malformed: where one cannot be put for its symbol, with file and line.
    """
    found: dict[str, Value] = {}
    for symbol, written in citation.values.items():
        what = f"hypothesis {hypothesis!r}"
        if symbol not in citation.theorem.glossary:
            message = f"in the {what}: {citation.theorem.name} has no symbol {symbol!r}"
            raise theorem.malformed(message, theorem.place(None, hypothesis))
        declared = citation.theorem.glossary[symbol]
        named = named_whole(written, declared, theorem.glossary)
        if named:
            with theorem.reading(what, None, hypothesis):
                found[symbol] = _whole(named, declared, theorem.glossary)
        else:
            tree = theorem.read_expression(written, what, hypothesis)
            with theorem.reading(what, tree, hypothesis):
                found[symbol] = _put(declared, tree, lowering)
    return found


def names_of(value: Value) -> frozenset[Variable]:
    """What a value speaks of."""
    return frozenset([value]) if isinstance(value, Atom | Index) else value.free


def named_whole(written: Readable, declared: Declaration, glossary: Glossary) -> Declaration | None:
    """What is put by its name alone: a family for a family, an index for an index."""
    if str(written) not in glossary:
        return None
    named = glossary[str(written)]
    families = bool(declared.slots and named.slots)
    return named if families or declared.kind == "index" == named.kind else None


def _whole(named: Declaration, declared: Declaration, glossary: Glossary) -> Atom | Index:
    """A family put for a family, slot for slot; or an index for an index."""
    if named.kind == "index":
        return index_of(named)
    kinds = [[slot == NATURAL for slot in one.slots] for one in (declared, named)]
    if kinds[0] != kinds[1]:
        shown = [f"{one.name} [{', '.join(one.slots)}]" for one in (declared, named)]
        raise errors.LanguageError(f"the slots of {shown[1]} are not like those of {shown[0]}")
    return atom_of(named, glossary)


def _put(declared: Declaration, tree: syntax.Expression, lowering: Lowering) -> Value:
    """An expression put for a symbol, with its inverse if the symbol has one."""
    glossary = lowering.glossary
    term = lowering.term(tree)
    bound = [v.name for v in term.free if _could_fill(v, declared.slots)]
    if bound:
        raise errors.LanguageError.at(
            tree.position,
            f"{declared.name} is a family, and {write(tree, glossary)} is one value of it, "
            f"for the {min(bound)} of the citing theorem",
            f"put a whole family by its name, as in .at({declared.name}={_example(tree)!r})",
        )
    if isinstance(tree, syntax.Symbol) and not declared.slots and not tree.arguments:
        return atom_of(glossary[tree.name], glossary)
    if not {"nonzero", "positive", "invertible"} & declared.properties:
        return term
    found = inverse(term, lowering.witnesses)
    if found is None:
        raise errors.LanguageError.at(
            tree.position,
            f"{declared.name} is {' and '.join(sorted(declared.properties))}, so what is put for "
            f"it needs an inverse, and {write(tree, glossary)} has none that could be written "
            "without division by a sum",
            rf"add the hypothesis {write(tree, glossary)} \neq 0, which brings its inverse along",
        )
    return Replacement(term, (), found)


def _could_fill(variable: Variable, slots: Iterable[str]) -> bool:
    """Whether a variable might be meant to run through a slot."""
    if isinstance(variable, Index):
        return any(slot != NATURAL for slot in slots)
    return NATURAL in slots and NATURAL in variable.properties


def _example(tree: syntax.Expression) -> str:
    names = [n.name for n in tree.walk() if isinstance(n, syntax.Symbol) and n.arguments]
    return names[0] if names else "f"
