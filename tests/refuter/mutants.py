"""Small changes of kernel formulas: sign, factor 2, exponent, dropped term, order, dagger, symbol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import reduce

from derive.kernel.atoms import Atom, C, KernelError
from derive.kernel.certificates import Statement
from derive.kernel.exponents import ONE, add, as_integer, constant
from derive.kernel.formulas import Equation, Formula, Variable, free
from derive.kernel.terms import (
    Monomial,
    Term,
    Word,
    delta,
    identity,
    letter,
    natural_term,
    number,
    open_bound,
    sign,
    single,
    total,
    zero,
)

Named = tuple[str, Term]


def claim_mutants(statement: Statement) -> Iterator[tuple[str, Statement]]:
    """The statement with one of its claims changed, each change once."""
    seen = set(statement.claims)
    for claim in statement.claims:
        for name, changed in formula_mutants(claim, statement.signature):
            if changed not in seen:
                seen.add(changed)
                signature = statement.signature | free(changed)
                yield name, Statement(signature, statement.hypotheses, (changed,))


def hypothesis_mutants(statement: Statement) -> Iterator[tuple[str, Statement]]:
    """The statement with one of its hypotheses changed or left out."""
    for one in sorted(statement.hypotheses, key=str):
        others = statement.hypotheses - {one}
        yield "dropped hypothesis", Statement(statement.signature, others, statement.claims)
        for name, changed in formula_mutants(one, statement.signature):
            yield name, Statement(statement.signature, others | {changed}, statement.claims)


def formula_mutants(formula: Formula, signature: Iterable[Variable]) -> Iterator[tuple[str, Formula]]:
    if not isinstance(formula, Equation):
        return
    for name, left in term_mutants(formula.left, signature):
        yield name, Equation(left, formula.right)
    for name, right in term_mutants(formula.right, signature):
        yield name, Equation(formula.left, right)


def term_mutants(term: Term, signature: Iterable[Variable]) -> Iterator[Named]:
    """Every small change of a term."""
    for monomial, coefficient in term.monomials.items():
        part = rebuilt(monomial, coefficient, term)
        rest = term - part
        yield "sign", rest - part
        yield "factor", rest + part * number(2)
        yield "factor", rest + part * number(Fraction(1, 2))
        if rest:
            yield "dropped term", rest
        for name, changed in monomial_mutants(monomial, signature):
            try:
                yield name, rest + rebuilt(changed, coefficient, term)
            except KernelError:
                continue


def monomial_mutants(monomial: Monomial, signature: Iterable[Variable]) -> Iterator[tuple[str, Monomial]]:
    for place, (word, power) in enumerate(monomial.scalars):
        before, after = monomial.scalars[:place], monomial.scalars[place + 1 :]
        for step in (1, -1):
            raised = add(power, constant(step))
            yield "exponent", monomial._replace(scalars=(*before, (word, raised), *after))
        for name, changed in word_mutants(word, signature):
            yield name, monomial._replace(scalars=(*before, (changed, power), *after))
    for name, changed in word_mutants(monomial.word, signature):
        yield name, monomial._replace(word=changed)


def word_mutants(word: Word, signature: Iterable[Variable]) -> Iterator[tuple[str, Word]]:
    for place, (here, power) in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        if after and after[0] != word[place]:
            yield "order", (*before, after[0], word[place], *after[1:])
        if "adjointable" in here.atom.properties and "hermitian" not in here.atom.properties:
            yield "dagger", (*before, (here._replace(adjoint=not here.adjoint), power), *after)
        times = as_integer(power)
        if here.atom.domain == here.atom.codomain and times is not None and times > 1:
            yield "exponent", (*before, (here, constant(times - 1)), *after)
        for other in sorted(v for v in signature if isinstance(v, Atom)):
            same = other._replace(name="", properties=()) == here.atom._replace(name="", properties=())
            if same and other != here.atom:
                yield "symbol", (*before, (here._replace(atom=other), power), *after)


def rebuilt(monomial: Monomial, coefficient: Fraction, like: Term) -> Term:
    """The term of a monomial that need not be in normal form."""
    changed, opened = open_bound(monomial)
    product = number(0, coefficient) if changed.imaginary else number(coefficient)
    product = product * sign(natural_term(changed.sign))
    for left, right in changed.deltas:
        product = product * delta(left, right)
    for word, power in changed.scalars:
        if len(word) == 1:
            product = product * single(word[0][0], power)
        else:
            product = product * word_term(word) ** natural_term(power)
    if changed.word:
        product = product * word_term(changed.word)
    elif like.codomain != C:
        product = product * identity(like.codomain)
    for index in opened:
        product = total(index=index, term=product)
    return product + zero(like.codomain, like.domain)


def word_term(word: Word) -> Term:
    return reduce(Term.__mul__, (single(here, power) for here, power in word))


__all__ = ["ONE", "claim_mutants", "hypothesis_mutants", "letter", "term_mutants"]
