"""Short names for what the tests say often, in terms of the kernel's few."""

from __future__ import annotations

from derive.kernel.atoms import Atom, Index, cardinality_atom
from derive.kernel.formulas import Equation
from derive.kernel.rules import Theorem, combination
from derive.kernel.terms import Term, identity, letter, zero

FALSITY = Equation(identity(), zero())
"""1 = 0."""


def same(left: Term, right: Term) -> Theorem:
    """|- s = t, where s and t have the same normal form."""
    return combination(left, right, [])


def inverse_of(atom: Atom, *arguments: Index | Term) -> Term:
    """The inverse of an atom declared invertible."""
    return letter(atom, *arguments) ** -1


def cardinality(over: str) -> Term:
    """The number of elements of an index set."""
    return letter(cardinality_atom(over))
