"""Formulas: equations, orders, and clauses with their bound variables.

A clause binds atoms and indices under names of the kernel's own, fixed by how deep it nests, so
clauses that differ only in the names of what they bind are equal, and no substitution captures.

Main results: `Equation`, `NonNegative`, `Clause`, `forall`, `free`, `image`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from derive.kernel.atoms import NATURAL, Atom, Index, demand, natural_atom
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, inverse_of, letter, zero

Formula: TypeAlias = "Equation | NonNegative | Clause"
Variable: TypeAlias = Atom | Index


@dataclass(frozen=True, slots=True)
class Equation:
    """left = right, of one type."""

    left: Term
    right: Term

    def __post_init__(self) -> None:
        """Refuse sides of different types."""
        left, right = self.left, self.right
        same = (left.codomain, left.domain) == (right.codomain, right.domain)
        demand(same, "the sides of an equation are of different types")


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
        depth = _depth((*self.premises, self.conclusion))
        names = [variable.name for variable in self.variables]
        demand(names == _bound_names(depth, names), "a clause is made by forall")


FALSITY = Equation(identity(), zero())
"""1 = 0."""


def forall(
    variables: Sequence[Variable], premises: Sequence[Formula], conclusion: Formula
) -> Clause:
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
    pairs = list(zip(old, new, strict=True))
    return Substitution(
        {a: itself(b) for a, b in pairs if isinstance(a, Atom) and isinstance(b, Atom)},
        {a: b for a, b in pairs if isinstance(a, Index) and isinstance(b, Index)},
    )


def itself(atom: Atom) -> Replacement:
    """The atom as a value, slot for slot."""
    slots = enumerate(atom.slots)
    parameters = [natural_atom(f"{k}") if s == NATURAL else Index(f"{k}", s) for k, s in slots]
    filled = [letter(p) if isinstance(p, Atom) else p for p in parameters]
    inverse = inverse_of(atom, *filled) if "invertible" in atom.properties else None
    return Replacement(letter(atom, *filled), tuple(parameters), inverse)


def image(formula: Formula, put: Substitution) -> Formula:
    """The formula with everything put in at once."""
    if isinstance(formula, Equation):
        return Equation(put.term(formula.left), put.term(formula.right))
    if isinstance(formula, NonNegative):
        return NonNegative(put.term(formula.term))
    variables = tuple(put.variable(v) for v in formula.variables)
    premises = tuple(image(premise, put) for premise in formula.premises)
    return Clause(variables, premises, image(formula.conclusion, put))


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
    return 1 + max(
        (_depth((*p.premises, p.conclusion)) for p in parts if isinstance(p, Clause)), default=0
    )


def _bound_names(depth: int, variables: Sequence[object]) -> list[str]:
    return [f"%{depth}.{k}" for k in range(len(variables))]
