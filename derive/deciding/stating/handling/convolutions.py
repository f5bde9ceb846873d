"""Sums of u(k)·v(n - k) for k from 0 to n, with a binomial coefficient or without: their recursion.

With m + l = N the terms g(m, l) = u(m)·v(l) have the sums A[N] with A[0] = g(0, 0) and
A[N + 1] = Σ g(m, l + 1) + g(N + 1, 0).  With the factor binomial(N, m), Pascal's rule gives
A[N + 1] = Σ binomial(N, m)·(g(m + 1, l) + g(m, l + 1)).  Where the shifted terms are again made of
finitely many such products, these are recursions.  A factor n inside of the sum is m + l.  As m and
l may change places, a sum runs backwards as well.

Main results: `lower_convolution`.

Reference: R. L. Graham, D. E. Knuth and O. Patashnik, "Concrete Mathematics" (1994), chapter 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from derive.deciding.claims.expressions import Binder, Expression, Symbol
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Grant, Unsupported
from derive.deciding.stating.handling.totals import partial_totals
from derive.kernel.atoms import Atom, C
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Letter, Monomial, Term, identity, letter, zero

_MOST_BASIC = 14

_FIRST, _SECOND = families.place(0), families.place(1)
"""The naturals m and l of the terms g(m, l)."""

_PLACES = frozenset({_FIRST, _SECOND})


def lower_convolution(
    abstraction: Abstraction, binder: Binder, start: Term, length: Term, *, opaque: bool
) -> Term:
    """The sum, as a combination of sequences at its length less 1.

    Args:
        abstraction: where it is lowered.
        binder: the sum.
        start: its lower bound.
        length: the number of its terms.
        opaque: whether sequences without a recursion will do.

    Raises:
        Unsupported: it is not of this form.
    """
    if abstraction.bound:
        raise Unsupported("a sum whose terms are not defined beyond its bound")
    body = _body(abstraction, binder, start, length)
    place = length - identity()
    order = families.polynomial(place)
    if order is None or families.order_of(order) != "natural":
        abstraction.split(*families.polynomial(length) or ())
        raise Unsupported("a sum that may be empty, with terms that are not defined beyond it")
    convolutions = _Convolutions(abstraction, opaque=opaque)
    parts = (Term(C, C, {monomial: c}) for monomial, c in body.monomials.items())
    return reduce(Term.__add__, (convolutions.total(part, place) for part in parts), zero())


def _body(abstraction: Abstraction, binder: Binder, start: Term, length: Term) -> Term:
    """The term g(m, l), with the upper bound written as start + m + l."""
    m, whole = letter(_FIRST), letter(_FIRST) + letter(_SECOND)
    values = {binder.variable: start + m}
    named = _bound_symbol(abstraction, start + length - identity())
    if named is not None:
        name, other = named
        values[name] = start + whole - other
    with families.binding(abstraction, values):
        body = abstraction.term(binder.body)
    if not body.is_scalar:
        raise Unsupported("a sum of operators")
    if named and Symbol(named[0]) in _symbols(abstraction, body):
        raise Unsupported("a sum with its upper bound elsewhere in it")
    return body


def _symbols(abstraction: Abstraction, term: Term) -> set[Expression | None]:
    return {abstraction.meanings.get(atom) for atom in term.free if isinstance(atom, Atom)}


def _bound_symbol(abstraction: Abstraction, last: Term) -> tuple[str, Term] | None:
    """A natural n that an upper bound is the sum of, and what else."""
    for atom in families.naturals(last):
        other = last - letter(atom)
        meaning = abstraction.meanings.get(atom)
        if atom not in other.free and isinstance(meaning, Symbol):
            return meaning.name, other
    return None


def _without_binomial(monomial: Monomial, part: Term, atom: Atom) -> Term:
    whole = letter(_FIRST) + letter(_SECOND)
    for place in (_FIRST, _SECOND):
        factor = letter(atom, whole, letter(place))
        ((shape, _),) = factor.monomials.items()
        left = [one for one in monomial.scalars if one not in shape.scalars]
        if len(left) == len(monomial.scalars) - 1:
            found = Term(C, C, {monomial._replace(scalars=tuple(left)): part.monomials[monomial]})
            if atom not in found.free:
                return found
    raise Unsupported("a sum of other binomial coefficients")


class _Convolutions:
    """The sequences for basic products g(m, l), each granted with its recursion."""

    def __init__(self, abstraction: Abstraction, *, opaque: bool) -> None:
        self.abstraction = abstraction
        self.opaque = opaque
        self.made = 0

    def total(self, part: Term, place: Term) -> Term:
        """The sum over m + l = place of a product."""
        rest, moving = families.apart(part, _PLACES)
        if _SECOND in moving.free and _FIRST not in moving.free:
            length = place + identity()
            return rest * partial_totals(self.abstraction, "sum", moving, 1, length)
        binomial = self.abstraction.families.get("binomial")
        weighted = binomial is not None and binomial in part.free
        try:
            ((monomial, _),) = part.monomials.items()
            body = _without_binomial(monomial, part, binomial) if binomial and weighted else part
            return self.totals(body, place, weighted=weighted)
        except Unsupported:
            if not self.opaque:
                raise
        return rest * self._opaque(moving, place)

    def _opaque(self, moving: Term, place: Term) -> Term:
        """The place of a sequence of which nothing is known but what it is the sum of."""
        others = [atom for atom in families.naturals(moving) if atom not in _PLACES]
        one = families.pattern([moving], [_FIRST, _SECOND, *others])[0]
        two = families.pattern([moving], [_SECOND, _FIRST, *others])[0]
        shape = min(one, two, key=lambda term: sorted(term.monomials.items()))
        slots = 1 + len(others)
        key = ("sum of products", shape)
        atom, _ = families.sequence(self.abstraction, key, "sum", slots, _words(shape))
        return letter(atom, place, *map(letter, others))

    def totals(self, body: Term, place: Term, *, weighted: bool) -> Term:
        """The sum over m + l = place of a body, by its basic products."""
        found = zero()
        for monomial, c in body.monomials.items():
            rest, basic = _basic(Term(C, C, {monomial: c}))
            found = found + rest * self.sequence(basic, place, weighted=weighted)
        return found

    def sequence(self, basic: Term, place: Term, *, weighted: bool) -> Term:
        """The place of the sequence of a basic product."""
        key = "binomial sum" if weighted else "convolution"
        atom, new = families.sequence(self.abstraction, (key, basic), "sum", 1, _words(basic))
        if new:
            self.made += 1
            if self.made > _MOST_BASIC:
                raise Unsupported("a sum that leads to ever more sums")
            self._grant(atom, basic, weighted)
        return letter(atom, place)

    def _grant(self, atom: Atom, basic: Term, weighted: bool) -> None:
        k = letter(_FIRST)
        beside = _shifted(basic, _SECOND)
        if weighted:
            following = self.totals(beside + _shifted(basic, _FIRST), k, weighted=True)
        else:
            edge = _at(basic, k + identity(), zero())
            following = self.totals(beside, k, weighted=False) + edge
        empty = families.recursion((), letter(atom, zero()), _at(basic, zero(), zero()))
        step = families.recursion([_FIRST], letter(atom, k + identity()), following)
        label = "recursion of binomial sums" if weighted else "recursion of convolutions"
        self.abstraction.grants.append(Grant("premise", label, (empty, step)))


def _words(basic: Term) -> list[str]:
    return ["hermitian"] if basic.adjoint() == basic else []


def _basic(part: Term) -> tuple[Term, Term]:
    """A product as what does not depend on m and l, times what does.

    Raises:
        Unsupported: it depends on them other than by powers.
    """
    rest, basic = families.apart(part, _PLACES)
    if any(here.arguments for here in _letters(basic)):
        raise Unsupported("a sum of values at its bound variable")
    if set(families.naturals(rest, basic)) - _PLACES:
        raise Unsupported("a sum with other naturals in it")
    return rest, basic


def _letters(term: Term) -> Iterator[Letter]:
    for monomial in term.monomials:
        for word, _ in monomial.scalars:
            yield word[0][0]


def _shifted(term: Term, place: Atom) -> Term:
    return Substitution({place: Replacement(letter(place) + identity())}).term(term)


def _at(term: Term, first: Term, second: Term) -> Term:
    return Substitution({_FIRST: Replacement(first), _SECOND: Replacement(second)}).term(term)
