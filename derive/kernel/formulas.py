"""Formulas: equations, orders, and clauses with their bound variables.

A clause binds atoms and indices under names of the kernel's own, fixed by how deep it nests, so
clauses that differ only in the names of what they bind are equal, and no substitution captures.

Main results: `Equation`, `NonNegative`, `Clause`, `forall`, `free`, `image`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from derive.kernel.atoms import NATURAL, Atom, Index, Variable, demand, natural_atom
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, letter

Formula: TypeAlias = "Equation | NonNegative | Clause"


@dataclass(frozen=True, slots=True)
class Equation:
    """left = right, of one type."""

    left: Term
    right: Term

    def __post_init__(self) -> None:
        """Refuse sides of different types."""
        demand(self.left.ends == self.right.ends, "the sides of an equation differ in type")


@dataclass(frozen=True, slots=True)
class NonNegative:
    """The scalar term is real and at least 0."""

    term: Term

    def __post_init__(self) -> None:
        """Refuse what is not a scalar."""
        demand(self.term.is_scalar, "only a scalar is at least 0")


@dataclass(frozen=True, slots=True)
class Clause:
    """For all `variables`: if the premises hold, so does the conclusion.  Made by `forall`."""

    variables: tuple[Variable, ...]
    premises: tuple[Formula, ...]
    conclusion: Formula

    def __post_init__(self) -> None:
        """Refuse variables that do not bear the names that belong to the depth."""
        names = _bound_names(_depth((*self.premises, self.conclusion)), self.variables)
        demand(names == [v.name for v in self.variables], "a clause is made by forall")


def forall(variables: Sequence[Variable], premises: Sequence[Formula],
           conclusion: Formula) -> Clause:
    """The clause that binds the variables in premises and conclusion."""
    parts = (*premises, conclusion)
    names = _bound_names(_depth(parts), variables)
    taken = {variable.name for part in parts for variable in free(part)}
    demand(len(set(variables)) == len(variables), "a clause binds each variable once")
    demand(taken.isdisjoint(names), "a bound name of a clause is free in it")
    bound = tuple(v._replace(name=name) for v, name in zip(variables, names, strict=True))
    put = renaming(variables, bound)
    *images, last = (image(part, put) for part in parts)
    return Clause(bound, tuple(images), last)


def renaming(old: Sequence[Variable], new: Sequence[Variable]) -> Substitution:
    """The substitution of variables by variables of the same declaration."""
    values = [itself(variable) if isinstance(variable, Atom) else variable for variable in new]
    return Substitution(dict(zip(old, values, strict=True)))


def itself(atom: Atom) -> Replacement:
    """The atom as a value, slot for slot."""
    slots = enumerate(atom.slots)
    parameters = [natural_atom(f"{k}") if s == NATURAL else Index(f"{k}", s) for k, s in slots]
    filled = [letter(p) if isinstance(p, Atom) else p for p in parameters]
    inverse = letter(atom, *filled) ** -1 if "invertible" in atom.properties else None
    return Replacement(letter(atom, *filled), tuple(parameters), inverse)


def image(formula: Formula, put: Substitution) -> Formula:
    """The formula with everything put in at once."""
    if isinstance(formula, Equation):
        return Equation(put.term(formula.left), put.term(formula.right))
    if isinstance(formula, NonNegative):
        return NonNegative(put.term(formula.term))
    premises = tuple(image(premise, put) for premise in formula.premises)
    return Clause(formula.variables, premises, image(formula.conclusion, put))


def free(formula: Formula) -> frozenset[Variable]:
    """The atoms and indices that occur in the formula and are not bound by it."""
    if isinstance(formula, Equation):
        return formula.left.free | formula.right.free
    if isinstance(formula, NonNegative):
        return formula.term.free
    found = free(formula.conclusion).union(*(free(p) for p in formula.premises))
    return found.difference(formula.variables)


def _depth(parts: Sequence[Formula]) -> int:
    """One more than the number of clauses nested in the parts."""
    clauses = [part for part in parts if isinstance(part, Clause)]
    return 1 + max((_depth((*c.premises, c.conclusion)) for c in clauses), default=0)


def _bound_names(depth: int, variables: Sequence[object]) -> list[str]:
    return [f"%{depth}.{k}" for k in range(len(variables))]
