"""Resolutions of the identity, Σ|i><i| = 1, put into a term.

Main results: `insertions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.kernel import exponents
from derive.kernel.atoms import C
from derive.kernel.rules import Multiple
from derive.kernel.terms import Term, identity, number
from derive.prover.matching import scalar_power, word_term
from derive.prover.relations import Relation

UNIT = next(iter(identity().monomials))


def insertions(
    rest: Term, relations: Sequence[Relation]
) -> Iterator[tuple[Relation, list[Multiple]]]:
    """Resolutions, and the multiples of them whose subtraction puts them into the term.

    They go to the left or right of the whole term, or into all of its closed words without sums,
    after the first or before the last letter.
    """
    for resolution in relations:
        unit = resolution.difference.monomials.get(UNIT)
        ends = {*resolution.difference.ends}
        if unit is None or resolution.variables or len(ends) > 1 or ends == {C}:
            continue
        scale = number(1 / unit)
        sides = [(rest, identity())] if rest.domain in ends else []
        sides += [(identity(), rest)] if rest.codomain in ends else []
        for left, right in sides:
            yield resolution, [_multiple(resolution, scale * left, right)]
        for place in (1, -1) if rest.is_scalar else ():
            parts = list(_inside(rest, place, resolution))
            if parts:
                yield resolution, [_multiple(resolution, scale * a, b) for a, b in parts]


def _multiple(resolution: Relation, left: Term, right: Term) -> Multiple:
    return Multiple(resolution.theorem, left, right, (), resolution.adjoint)


def _inside(rest: Term, place: int, resolution: Relation) -> Iterator[tuple[Term, Term]]:
    """The monomials cut in two inside the first of their closed words where it fits."""
    for monomial, coefficient in rest.monomials.items():
        for word, power in () if monomial.bound else monomial.scalars:
            others = exponents.add(power, exponents.constant(-1))
            if len(word) == 1 or not exponents.is_natural(others):
                continue
            left, right = word_term(word[:place], C), word_term(word[place:], C)
            if left.domain == resolution.difference.codomain:
                kept = tuple(pair for pair in monomial.scalars if pair[0] != word)
                beside = Term(C, C, {monomial._replace(scalars=kept): coefficient})
                yield beside * scalar_power(word, others) * left, right
                break
