"""Guards: a weaker statement grants nothing that is dropped, and a counterexample has lost it.

Nothing here should ever be found wanting.  A weaker statement that spoke of a symbol as it was
declared before would be proved or refuted in place of the one that readers are told about.

Main results: `is_of_one_mind`, `is_still_granted`.
"""

from __future__ import annotations

from collections.abc import Collection

from derive.checking.statement import Lowered
from derive.kernel.atoms import Atom, Variable
from derive.kernel.formulas import free
from derive.language.glossary import Declaration
from derive.language.signature import atom_of
from derive.necessity.question import Question, free_in
from derive.refuter.clauses import holds
from derive.refuter.counterexample import Counterexample
from derive.refuter.verification import has_properties


def is_of_one_mind(weaker: Lowered, names: Collection[str]) -> bool:
    """Whether a weaker statement means one thing by each name, also in roots and divisors.

    A root that a cited theorem brings along may be declared as if its radicand were as before.

    Args:
        weaker: the statement.
        names: the symbols of which less is granted.
    """
    formulas = (*weaker.assumptions, *weaker.claims)
    spoken = free_in(formulas)
    if len({variable.name for variable in spoken}) < len(spoken):
        return False
    lowering = weaker.lowering
    own = {one.atom for one in lowering.definitions} | {one.atom for one in lowering.witnesses}
    hidden = {variable for variable in spoken - own if _is_granted_unseen(variable)}
    return not any(
        hidden & free(formula) and any(variable.name in names for variable in free(formula))
        for formula in formulas
    )


def _is_granted_unseen(variable: Variable) -> bool:
    """Whether something is granted of it, but no author has declared it."""
    return (
        isinstance(variable, Atom)
        and not variable.name.isidentifier()
        and not {"positive", "invertible"}.isdisjoint(variable.properties)
    )


def is_still_granted(question: Question, found: Counterexample) -> bool:
    """Whether what is dropped holds in a counterexample all the same.

    Then the theorem itself would be refuted, which is proved.
    """
    dropped = question.dropped
    if dropped.part == "property":
        symbols = map(dropped.glossary.__getitem__, dropped.name.split())
        return all(_is_as_declared(symbol, question, found) for symbol in symbols)
    if not question.formulas or not all(map(found.model.covers, free_in(question.formulas))):
        return False
    try:
        return all(holds(formula, found.model) is True for formula in question.formulas)
    except (ValueError, ZeroDivisionError):  # of what is dropped not every power has a value
        return False


def _is_as_declared(symbol: Declaration, question: Question, found: Counterexample) -> bool:
    """Whether all values of a symbol, also where the claim binds it, are as it was declared."""
    model = found.model
    glossary = question.lowering.glossary
    weak = atom_of(glossary[symbol.name], glossary)
    strong = atom_of(symbol, question.dropped.glossary)
    atoms = [v for v in (weak, *found.opened.variables) if isinstance(v, Atom)]
    same = [atom for atom in atoms if atom._replace(name=weak.name) == weak]
    values = [model.values[atom] for atom in same if atom in model.values]
    return all(has_properties(strong, model.extended({strong: value})) for value in values)
