"""By which factor a term with sequences and powers grows, for orders by induction.

Main results: `growth`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding.stating.families import naturals
from derive.kernel.atoms import C
from derive.kernel.exponents import ZERO, as_integer
from derive.kernel.terms import Monomial, Term, identity, number, zero
from derive.prover.polynomials import factors


def growth(before: Term, after: Term) -> Iterator[Term]:
    """Factors by which what stands before a sequence or a power may have been multiplied."""
    old, new = _grouped(before), _grouped(after)
    seen: set[Term] = set()
    for growing, coefficient in old.items():
        found = _quotient(new.get(growing, zero()), coefficient)
        if found and found not in seen:
            seen.add(found)
            yield found
    if identity() not in seen:
        yield identity()


def _grouped(term: Term) -> dict[Monomial, Term]:
    """The coefficients of products of sequences and of symbolic powers, these first."""
    groups: dict[Monomial, Term] = {}
    for monomial, c in term.monomials.items():
        slow = tuple(
            (word, power)
            for word, power in monomial.scalars
            if as_integer(power) is not None and not word[0][0].arguments
        )
        fast = tuple(part for part in monomial.scalars if part not in slow)
        key = monomial._replace(scalars=fast)
        rest = Term(C, C, {monomial._replace(scalars=slow, sign=ZERO): c})
        groups[key] = groups.get(key, zero()) + rest
    return dict(sorted(groups.items(), key=lambda item: not item[0].scalars))


def _quotient(above: Term, below: Term) -> Term | None:
    """The quotient of two polynomials, if it is one."""
    if not above or not below:
        return None
    unit, parts = factors(above)
    own, others = factors(below)
    left = dict(parts)
    for part, times in others:
        if left.get(part, 0) < times:
            return None
        left[part] -= times
    if len(own.monomials) != 1 or own.free or naturals(unit):
        return None
    ((_, c),) = own.monomials.items()
    result = unit * number(1 / c)
    for part, times in left.items():
        result = result * part**times
    return result
