"""Scalars with what is known put in: values of logarithms, linear hypotheses, inverses.

Two arguments of a function that become the same are equal, and so are its values there.

Main results: `simplified`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from derive.deciding.claims.expressions import MINUS_ONE, Call, Expression, Symbol, call
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.kernel.atoms import C
from derive.kernel.exponents import ONE, as_integer
from derive.kernel.formulas import Equation, Formula
from derive.kernel.terms import Monomial, Term, Word, number

_MOST_POWER = 4
_ROUNDS = 3


def simplified(abstraction: Abstraction, term: Term, *, by_definitions: bool = False) -> Term:
    """The term, after what was granted of logarithms, inverses and symbols.

    Args:
        abstraction: what was granted.
        term: a scalar.
        by_definitions: whether functions are replaced by their definitions as well.
    """
    values = dict(_values(abstraction))
    if by_definitions:
        values |= dict(_definitions(abstraction))
    pairs = dict(_inverses(abstraction))
    term = _cancelled(term, pairs)
    for _ in range(_ROUNDS):
        before = term
        for word, value in values.items():
            term = _put(term, word, value)
        term = _cancelled(term, pairs)
        if term == before:
            break
    return term


def _values(abstraction: Abstraction) -> Iterator[tuple[Word, Term]]:
    """What instances of premises say of logarithms, by the words of these."""
    for grant in abstraction.grants:
        if grant.kind == "hypothesis":
            yield from _of_symbols(abstraction, grant.formulas)
            continue
        given = dict(grant.values)
        if grant.label == "logarithm":
            value = abstraction.term(given["a"])
        elif grant.label == "logarithm of a real multiple":
            value = abstraction.term(given["a"]) + abstraction.term(call("log", given["d"]))
        else:
            continue
        yield from _solved(abstraction.term(call("log", given["b"])), value)


def _definitions(abstraction: Abstraction) -> Iterator[tuple[Word, Term]]:
    """What functions are by their definitions, and exponentials by generators."""
    for grant in abstraction.grants:
        if grant.label.startswith(("definition of", "exponential of a ")):
            for formula in grant.formulas:
                if isinstance(formula, Equation) and len(formula.left.monomials) == 1:
                    yield from _solved(formula.left, formula.right)


def _of_symbols(
    abstraction: Abstraction, formulas: Sequence[Formula]
) -> Iterator[tuple[Word, Term]]:
    """What linear hypotheses say of a symbol."""
    for formula in formulas:
        if not isinstance(formula, Equation) or not formula.left.is_scalar:
            continue
        difference = formula.left - formula.right
        for monomial, c in sorted(difference.monomials.items()):
            letter = Term(difference.codomain, difference.domain, {monomial: Fraction(1)})
            if not isinstance(_meaning(abstraction, monomial), Symbol) or monomial.imaginary:
                continue
            rest = letter - number(1 / c) * difference
            if not letter.free & rest.free:
                yield monomial.scalars[0][0], rest
                break


def _meaning(abstraction: Abstraction, monomial: Monomial) -> Expression | None:
    """What a monomial that is one symbol stands for."""
    if len(monomial.scalars) != 1 or monomial.word or monomial.sign:
        return None
    ((word, power),) = monomial.scalars
    plain = len(word) == 1 and power == ONE and not word[0][0].adjoint
    return abstraction.meanings.get(word[0][0].atom) if plain else None


def _solved(letter: Term, value: Term) -> Iterator[tuple[Word, Term]]:
    ((monomial, _),) = letter.monomials.items()
    if len(monomial.scalars) == 1 and not letter.free & value.free:
        yield monomial.scalars[0][0], value


def _inverses(abstraction: Abstraction) -> Iterator[tuple[Word, Word]]:
    """The inverses of single symbols, and of what they are the inverses."""
    for atom, meaning in abstraction.meanings.items():
        if not atom.name.startswith("inverse@"):
            continue
        match meaning:
            case Call("multiply", (_, Call("power", (body, exponent)))) if exponent == MINUS_ONE:
                try:
                    inner, outer = abstraction.term(body), abstraction.term(meaning)
                except Unsupported:
                    continue
                if len(inner.monomials) == 1 and len(outer.monomials) == 1:
                    yield _word(outer), _word(inner)


def _word(term: Term) -> Word:
    ((monomial, _),) = term.monomials.items()
    return monomial.scalars[0][0] if len(monomial.scalars) == 1 else ()


def _put(term: Term, word: Word, value: Term) -> Term:
    """The term with a value for a scalar."""
    result = Term(term.codomain, term.domain, {})
    for monomial, c in term.monomials.items():
        power = dict(monomial.scalars).get(word)
        times = as_integer(power) if power is not None else None
        if times is None or not 0 < times <= _MOST_POWER:
            result = result + Term(term.codomain, term.domain, {monomial: c})
            continue
        rest = tuple(pair for pair in monomial.scalars if pair[0] != word)
        whole = Term(term.codomain, term.domain, {monomial._replace(scalars=rest): c})
        for _ in range(times):
            whole = whole * value
        result = result + whole
    return result


def _cancelled(term: Term, pairs: Mapping[Word, Word]) -> Term:
    """The term without products of an inverse and what it is the inverse of."""
    result = Term(term.codomain, term.domain, {})
    for monomial, c in term.monomials.items():
        result = result + _without(monomial, c, pairs)
    return result


def _without(monomial: Monomial, c: Fraction, pairs: Mapping[Word, Word]) -> Term:
    powers = {word: as_integer(power) or 0 for word, power in monomial.scalars}
    left = dict(monomial.scalars)
    for inverse, word in pairs.items():
        if word and powers.get(inverse, 0) == 1 and powers.get(word, 0) == 1:
            del left[inverse], left[word]
            powers[inverse] = powers[word] = 0
    scalars = tuple(sorted(left.items()))
    return Term(C, C, {monomial._replace(scalars=scalars): c})
