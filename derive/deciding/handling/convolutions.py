"""Sums of u(k)·v(n - k) for k from 0 to n, with a binomial coefficient or without: their recursion.

With m + l = N the terms g(m, l) = u(m)·v(l) have the sums A[N] with A[0] = g(0, 0) and
A[N + 1] = Σ g(m, l + 1) + g(N + 1, 0).  With the factor binomial(N, m), Pascal's rule gives
A[N + 1] = Σ binomial(N, m)·(g(m + 1, l) + g(m, l + 1)).  Where the shifted terms are again made of
finitely many such products, these are recursions.  An inner factor n of the sum is m + l.

Main results: `lower_convolution`.

Reference: R. L. Graham, D. E. Knuth and O. Patashnik, "Concrete Mathematics" (1994), (5.22), (5.48).
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding import families
from derive.deciding.abstraction import Abstraction, Grant, Unsupported
from derive.deciding.expressions import Binder, Expression, Symbol
from derive.kernel.atoms import Atom, C
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Letter, Monomial, Term, identity, letter, zero

_MOST_BASIC = 14

_FIRST, _SECOND = families.place(0), families.place(1)
"""The naturals m and l of the terms g(m, l)."""

_PLACES = frozenset({_FIRST, _SECOND})


def lower_convolution(abstraction: Abstraction, binder: Binder, start: Term, length: Term) -> Term:
    """The sum, as a combination of sequences at its length less 1.

    Raises:
        Unsupported: it is not of this form.
    """
    if abstraction.bound:
        raise Unsupported("a sum whose terms are not defined beyond its bound")
    body = _body(abstraction, binder, start, length)
    _, last = binder.bounds
    order = families.polynomial(length - identity())
    if order is None or families.order_of(order) != "natural":
        abstraction.split(*families.polynomial(length) or ())
        raise Unsupported("a sum that may be empty, with terms that are not defined beyond it")
    plain, weighted = _parts(abstraction, body)
    place = length - identity()
    found = _Convolutions(abstraction)
    return found.total(plain, place, weighted=False) + found.total(weighted, place, weighted=True)


def _body(abstraction: Abstraction, binder: Binder, start: Term, length: Term) -> Term:
    """The term g(m, l), with the upper bound written as start + m + l."""
    m, n = letter(_FIRST), letter(_FIRST) + letter(_SECOND)
    values = {binder.variable: start + m}
    named = _bound_symbol(abstraction, start + length - identity())
    if named is not None:
        name, constant = named
        values[name] = start + n - constant
    with families.binding(abstraction, values):
        body = abstraction.term(binder.body)
    if not body.is_scalar:
        raise Unsupported("a sum of operators")
    if named and Symbol(named[0]) in _symbols(abstraction, body):
        raise Unsupported("a sum with its upper bound elsewhere in it")
    return body


def _symbols(abstraction: Abstraction, term: Term) -> set[Expression]:
    return {abstraction.meanings[a] for a in term.free if a in abstraction.meanings}  # type: ignore[index]


def _bound_symbol(abstraction: Abstraction, last: Term) -> tuple[str, Term] | None:
    """The natural n and the constant c of an upper bound n + c."""
    (*others,) = families.naturals(last)
    if len(others) != 1:
        return None
    constant = last - letter(others[0])
    meaning = abstraction.meanings.get(others[0])
    if constant.free or not isinstance(meaning, Symbol):
        return None
    return meaning.name, constant


def _parts(abstraction: Abstraction, body: Term) -> tuple[Term, Term]:
    """The terms without a binomial coefficient, and those with one, without it."""
    atom = abstraction.families.get("binomial")
    plain, weighted = zero(), zero()
    for monomial, c in body.monomials.items():
        part = Term(C, C, {monomial: c})
        if atom is None or atom not in part.free:
            plain = plain + part
            continue
        weighted = weighted + _without_binomial(monomial, part, atom)
    return plain, weighted


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

    def __init__(self, abstraction: Abstraction) -> None:
        self.abstraction = abstraction
        self.made = 0

    def total(self, body: Term, place: Term, *, weighted: bool) -> Term:
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
            following = self.total(beside + _shifted(basic, _FIRST), k, weighted=True)
        else:
            edge = _at(basic, k + identity(), zero())
            following = self.total(beside, k, weighted=False) + edge
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
