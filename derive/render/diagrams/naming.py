"""Names for the atoms of a term that no glossary declares, so that any term can be drawn.

Main results: `naming`.
"""

from __future__ import annotations

from derive.kernel.atoms import NATURAL, Atom, C, Index, Space
from derive.kernel.terms import Term
from derive.language.errors import LanguageError
from derive.language.glossary import (
    Declaration,
    Glossary,
    functional,
    index,
    index_set,
    ket,
    operator,
    scalar,
    space,
)


def naming(term: Term, glossary: Glossary) -> Glossary:
    """The glossary, extended by what occurs in a term and is not declared."""
    atoms = sorted(name for name in term.free if isinstance(name, Atom))
    indices = sorted(name for name in term.free if isinstance(name, Index))
    bound = [over for monomial in term.monomials for over in monomial.bound]
    slots = [slot for atom in atoms for slot in atom.slots if slot != NATURAL]
    spaces = [*term.ends, *(end for atom in atoms for end in (atom.codomain, atom.domain))]
    wanted = [*(_space(one) for one in spaces if one != C)]
    wanted += [index_set(name) for name in (*slots, *bound, *(one.over for one in indices))]
    wanted += [index(one.name, _latex(one.name), one.over) for one in indices if _usable(one.name)]
    wanted += [_declared(atom) for atom in atoms if _usable(atom.name)]
    for declaration in wanted:
        if declaration.name not in glossary:
            glossary = _extended(glossary, declaration)
    return glossary


def _usable(name: str) -> bool:
    """Whether the name may be declared: those of the kernel's own may not."""
    try:
        return bool(scalar(name, "x"))
    except LanguageError:
        return False


def _extended(glossary: Glossary, declaration: Declaration) -> Glossary:
    """The glossary with one more declaration, unless its notation is taken."""
    try:
        return glossary.extend(declaration)
    except LanguageError:
        return glossary


def _space(one: Space) -> Declaration:
    return space(one.name, inner=one.inner)


def _declared(atom: Atom) -> Declaration:
    latex = _latex(atom.name)
    places = "".join(f"#{place + 1}" for place in range(len(atom.slots)))
    latex = f"{latex}({places})" if "_" in latex and places else latex
    latex = f"{latex}_{{{places}}}" if "_" not in latex and places else latex
    if atom.codomain == C == atom.domain:
        properties = (NATURAL,) if NATURAL in atom.properties and not atom.slots else ()
        return scalar(atom.name, latex, *properties, slots=atom.slots)
    if atom.domain == C:
        inside = rf"|{latex}\rangle"
        return ket(atom.name, inside, space=atom.codomain.name, slots=atom.slots)
    if atom.codomain == C:
        return functional(atom.name, latex, space=atom.domain.name, slots=atom.slots)
    ends = {"domain": atom.domain.name, "codomain": atom.codomain.name}
    return operator(atom.name, latex, **ends, slots=atom.slots)


def _latex(name: str) -> str:
    """A letter as it is; a longer name upright, what follows an underscore below."""
    head, _, tail = name.partition("_")
    head = head if len(head) == 1 else rf"\mathrm{{{head}}}"
    return rf"{head}_\mathrm{{{tail.replace('_', ',')}}}" if tail else head
