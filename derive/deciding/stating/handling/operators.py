"""Traces of operators: linear, and known for what is of rank one; and what is done with matrices.

The trace of an operator exists in finite dimension, and of finite rank in any; it is lowered for
sums of products of a ket and a bra, and for explicit matrices, as are determinants and transposes.

Main results: `lower`.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from derive.deciding.stating.handling import grids
from derive.kernel.atoms import C
from derive.kernel.exponents import as_integer
from derive.kernel.terms import Term, identity, single, zero

if TYPE_CHECKING:
    from derive.deciding.claims.expressions import Call
    from derive.deciding.stating.abstraction import Abstraction


def lower(abstraction: Abstraction, expression: Call) -> Term:
    """The trace, where each |v⟩⟨w| gives ⟨w|v⟩; or what else is asked of a matrix.

    Raises:
        Unsupported: the operator is no matrix, and no sum of such products.
    """
    (body,) = expression.arguments
    term = abstraction.term(body)
    if term.is_scalar:
        return term
    match expression.function:
        case "determinant":
            return grids.determinant(abstraction, term)
        case "transpose":
            return grids.transposed(abstraction, term)
    if term.codomain == term.domain and grids.size_of(term.domain) is not None:
        return grids.trace(abstraction, term)
    return reduce(Term.__add__, (_of_rank_one(abstraction, m, c) for m, c in _parts(term)), zero())


def _parts(term: Term) -> list[tuple[Term, Term]]:
    """Each monomial as its scalars and its word."""
    found = []
    for monomial, c in term.monomials.items():
        scalars = Term(C, C, {monomial._replace(word=()): c})
        plain = next(iter(identity().monomials))._replace(word=monomial.word)
        found.append(
            (
                scalars,
                Term(
                    term.codomain, term.domain, {plain: next(iter(identity().monomials.values()))}
                ),
            )
        )
    return found


def _of_rank_one(abstraction: Abstraction, scalars: Term, word: Term) -> Term:
    ((monomial, _),) = word.monomials.items()
    letters = [single(here, power) for here, power in monomial.word]
    whole = all(as_integer(power) is not None for _, power in monomial.word)
    for cut in range(1, len(letters)):
        ket = reduce(Term.__mul__, letters[:cut])
        if whole and ket.domain == C:
            bra = reduce(Term.__mul__, letters[cut:])
            return scalars * (bra * ket)
    raise abstraction.unsupported("the trace of an operator that is not of finite rank")
