"""Where a relation's leading monomial occurs in a monomial.

Main results: `Match`, `matches`, `opened`, `slots_of`, `unify`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from derive.kernel import exponents
from derive.kernel.atoms import NATURAL, Atom, C, Index, KernelError, Space, Variable
from derive.kernel.exponents import ONE, Exponent
from derive.kernel.terms import (
    Argument,
    Letter,
    Monomial,
    Term,
    Word,
    _adjoint_letter,
    _ends,
    _renamed,
    delta,
    exponent_of,
    identity,
    natural_term,
    number,
    sign,
    single,
)
from derive.prover.recorder import Recorder
from derive.prover.relations import Binding, Relation

Bindings = Mapping[Variable, Binding]
Scalars = tuple[tuple[Word, Exponent], ...]


@dataclass(frozen=True)
class Match:
    """`beside * (left * lead * right)` is the monomial, summed over the indices `over`.

    `beside` is the unit unless the lead stands in a closed word beside an operator.
    """

    bindings: Bindings
    left: Term
    right: Term
    beside: Term
    over: tuple[Index, ...]


def opened(recorder: Recorder, monomial: Monomial) -> tuple[Monomial, tuple[Index, ...]]:
    """The monomial with declared names for its bound indices, and these."""
    names = tuple(Index(recorder.fresh_name(), over) for over in monomial.bound)
    renaming = dict(zip(monomial.indices, names, strict=True))
    return _renamed(monomial, renaming)._replace(bound=()), names


def matches(
    recorder: Recorder, relation: Relation, monomial: Monomial, domain: Space, codomain: Space
) -> Iterator[Match]:
    """The places where the relation's leading monomial occurs in the monomial."""
    target, names = opened(recorder, monomial)
    lead = relation.lead
    patterns = frozenset(relation.variables) | frozenset(lead.indices)
    if lead.deltas or lead.sign:
        return
    if lead.word:
        yield from _in_words(relation, target, names, patterns, codomain)
    else:
        yield from _in_scalars(relation, target, names, patterns, domain, codomain)


class Host(NamedTuple):
    """A word to look in: closed words that are used up, and what stands before, after, beside."""

    before: Word
    word: Word
    after: Word
    used: tuple[Word, ...]
    beside: Word


def _hosts(target: Monomial) -> Iterator[Host]:
    """The words of a monomial, and those that are made by moving closed words next to others."""
    yield Host((), target.word, (), (), ())
    closed = [word for word, _ in target.scalars if len(word) > 1]
    ket, bra = _outer(target.word)
    for word in closed:
        yield Host((), word, (), (word,), target.word)
        if ket:
            yield Host((), ket + word, bra, (word,), ())
        if bra:
            yield Host(ket, word + bra, (), (word,), ())
        for other in closed:
            if other != word:
                yield Host((), word + other, (), (word, other), target.word)


def _outer(word: Word) -> tuple[Word, Word]:
    """The ket and the bra that a word ends in, on its left and right; empty for an operator."""
    for place, part in enumerate(word):
        if _ends(*part)[1] == C:
            return word[: place + 1], word[place + 1 :]
    return ((), word) if word and _ends(*word[0])[0] == C else ((), ())


def _in_words(
    relation: Relation,
    target: Monomial,
    names: tuple[Index, ...],
    patterns: frozenset[Variable],
    codomain: Space,
) -> Iterator[Match]:
    for host in _hosts(target):
        scalars = dict(target.scalars)
        for word in host.used:
            scalars[word] = exponents.add(scalars[word], exponents.constant(-1))
        for start in range(len(host.word)):
            found = _match_word(relation.lead.word, host.word, start, patterns)
            if found is None:
                continue
            bindings, left_word, right_word = found
            free, fixed = _split(relation.lead.scalars, patterns, bindings)
            rest = _divided(list(scalars.items()), fixed, bindings)
            if rest is None:
                continue
            left = word_term(host.before + left_word, relation.difference.codomain)
            right = word_term(right_word + host.after, relation.difference.domain)
            alone = bool(host.used) and host.beside == target.word
            beside = word_term(host.beside, codomain) if alone else identity()
            for values, factor in _shared_out(free, rest, bindings):
                scale = _coefficient(target, relation) * factor * left
                yield from _finished(relation, values, scale, right, beside, names, target)


def _in_scalars(
    relation: Relation,
    target: Monomial,
    names: tuple[Index, ...],
    patterns: frozenset[Variable],
    domain: Space,
    codomain: Space,
) -> Iterator[Match]:
    if not relation.difference.is_scalar and relation.difference.domain != codomain:
        return
    free, fixed = _split(relation.lead.scalars, patterns, {})
    if free and not fixed:
        return
    for bindings in _match_scalars(fixed, target.scalars, patterns, {}):
        rest = _divided(list(target.scalars), fixed, bindings)
        if rest is None:
            continue
        whole = word_term(target.word, codomain)
        right = identity(domain) if not target.word else whole
        for values, factor in _shared_out(free, rest, bindings):
            left = _coefficient(target, relation) * factor
            yield from _finished(relation, values, left, right, identity(), names, target)


def _split(
    scalars: Scalars, patterns: frozenset[Variable], bindings: Bindings
) -> tuple[list[Letter], Scalars]:
    """The patterns that stand for a scalar beside the rest and have no value yet; the rest."""
    free = [
        pair
        for pair in scalars
        if len(pair[0]) == 1 and pair[1] == ONE and pair[0][0][0].atom in patterns - bindings.keys()
    ]
    return [word[0][0] for word, _ in free], tuple(pair for pair in scalars if pair not in free)


def _shared_out(
    free: list[Letter], rest: Term, bindings: Bindings
) -> Iterator[tuple[Bindings, Term]]:
    """Values for patterns that stand for any scalar: the first is all the rest, or all are 1."""
    if not free:
        yield bindings, rest
        return
    ones: Bindings = {here.atom: identity() for here in free}
    with suppress(KernelError):
        whole = rest.adjoint() if free[0].adjoint else rest
        yield {**bindings, **ones, free[0].atom: whole}, identity()
    if rest != identity():
        yield {**bindings, **ones}, rest


def _finished(
    relation: Relation,
    bindings: Bindings,
    left: Term,
    right: Term,
    beside: Term,
    names: tuple[Index, ...],
    target: Monomial,
) -> Iterator[Match]:
    """The match, if every pattern has a value and consumed bound indices occur nowhere else."""
    if any(variable not in bindings for variable in relation.variables):
        return
    consumed = {bindings.get(index) for index in relation.lead.indices}
    if not consumed <= set(names) or len(consumed) != len(relation.lead.indices):
        return
    if consumed & (left.free | right.free | beside.free):
        return
    for left_delta, right_delta in target.deltas:
        left = delta(left_delta, right_delta) * left
    if target.sign:
        left = sign(natural_term(target.sign)) * left
    over = tuple(index for index in names if index not in consumed)
    yield Match(bindings, left, right, beside, over)


def _coefficient(target: Monomial, relation: Relation) -> Term:
    """1 over the lead's coefficient, times i or 1/i where only one of the two has it."""
    size = 1 / relation.coefficient
    if relation.lead.imaginary == target.imaginary:
        return number(size)
    return number(0, size if target.imaginary else -size)


def word_term(word: Word, space: Space) -> Term:
    """The product of a word; the identity of the space for the empty word."""
    product: Term | None = None
    for here, power in word:
        factor = single(here, power)
        product = factor if product is None else product * factor
    return identity(space) if product is None else product


def _match_word(
    pattern: Word, word: Word, start: int, patterns: frozenset[Variable]
) -> tuple[dict[Variable, Binding], Word, Word] | None:
    """The values of the patterns, and what stands before and after, for the place `start`."""
    bindings: dict[Variable, Binding] = {}
    before, after = word[:start], word[start:]
    for place, (wanted, power) in enumerate(pattern):
        if not after:
            return None
        (here, there), after = after[0], after[1:]
        last = place == len(pattern) - 1
        atom = wanted.atom
        if atom in patterns:
            if atom.domain == C and atom.codomain != C and last and not wanted.adjoint:
                tail, after = _to_the_end(((here, there), *after))
                if not _bind(bindings, atom, word_term(tail, atom.codomain)):
                    return None
                continue
            value = single(here, there)
            value = value.adjoint() if wanted.adjoint else value
            if power != ONE or not _bind(bindings, atom, value):
                return None
            continue
        if (here.atom, here.adjoint) != (atom, wanted.adjoint):
            return None
        if not _match_arguments(wanted, here, patterns, bindings):
            return None
        surplus = exponents.add(there, exponents.multiply(power, exponents.constant(-1)))
        if not surplus:
            continue
        if not exponents.is_natural(surplus) or here.atom.codomain != here.atom.domain:
            return None
        if place == 0:
            before = (*before, (here, surplus))
        elif last:
            after = ((here, surplus), *after)
        else:
            return None
    return bindings, before, after


def _to_the_end(word: Word) -> tuple[Word, Word]:
    for place, (here, power) in enumerate(word):
        if _ends(here, power)[1] == C:
            return word[: place + 1], word[place + 1 :]
    return word, ()


def _bind(bindings: dict[Variable, Binding], variable: Variable, value: Binding) -> bool:
    if isinstance(variable, Atom) and isinstance(value, Term):
        fits = (variable.codomain, variable.domain) == (value.codomain, value.domain)
    else:
        fits = isinstance(variable, Index) and isinstance(value, Index)
        fits = fits and variable.over == value.over  # type: ignore[union-attr]
    return fits and bindings.setdefault(variable, value) == value


def _match_arguments(
    wanted: Letter, here: Letter, patterns: frozenset[Variable], bindings: dict[Variable, Binding]
) -> bool:
    for pattern, argument in zip(wanted.arguments, here.arguments, strict=True):
        if isinstance(pattern, Index) and isinstance(argument, Index):
            if pattern in patterns:
                if not _bind(bindings, pattern, argument):
                    return False
            elif pattern != argument:
                return False
        elif not isinstance(pattern, Index) and not isinstance(argument, Index):
            if not _match_exponent(pattern, argument, patterns, bindings):
                return False
        else:
            return False
    return True


def _match_exponent(
    pattern: Exponent,
    argument: Exponent,
    patterns: frozenset[Variable],
    bindings: dict[Variable, Binding],
) -> bool:
    """Match n + k with an exponent, for a pattern variable n and a number k."""
    variables = [atoms[0] for atoms, c in pattern if len(atoms) == 1 and c == 1]
    variables = [atom for atom in variables if atom in patterns]
    if not variables:
        return pattern == argument
    rest = exponents.add(pattern, exponents.collect([((variables[0],), -1)]))
    value = exponents.add(argument, exponents.multiply(rest, exponents.constant(-1)))
    if exponents.as_integer(rest) is None or not exponents.is_natural(value):
        return False
    return _bind(bindings, variables[0], natural_term(value))


def _match_scalars(
    wanted: Scalars,
    given: Scalars,
    patterns: frozenset[Variable],
    bindings: dict[Variable, Binding],
) -> Iterator[dict[Variable, Binding]]:
    if not wanted:
        yield bindings
        return
    (word, power), *others = wanted
    for base, there in given:
        if len(base) != len(word):
            continue
        surplus = exponents.add(there, exponents.multiply(power, exponents.constant(-1)))
        if not exponents.is_natural(surplus):
            continue
        found = _match_word(word, base, 0, patterns)
        if found is None or found[1] or found[2]:
            continue
        merged = dict(bindings)
        if all(_bind(merged, variable, value) for variable, value in found[0].items()):
            yield from _match_scalars(tuple(others), given, patterns, merged)


def _divided(
    scalars: list[tuple[Word, Exponent]],
    divisor: Scalars,
    bindings: Bindings,
) -> Term | None:
    """The product of the scalars over the divisor's, or None if it does not divide."""
    powers = dict(scalars)
    for word, power in divisor:
        base = tuple((_filled(here, bindings), inner) for here, inner in word)
        left = exponents.add(
            powers.get(base, exponents.ZERO), exponents.multiply(power, exponents.constant(-1))
        )
        unit = len(base) == 1 and "invertible" in base[0][0].atom.properties
        if not unit and not exponents.is_natural(left):
            return None
        powers[base] = left
    product = identity()
    for word, power in powers.items():
        product = product * scalar_power(word, power)
    return product


def scalar_power(word: Word, power: Exponent) -> Term:
    """A power of a closed word."""
    if len(word) == 1:
        return single(word[0][0], exponents.multiply(word[0][1], power))
    return word_term(word, C) ** power


def _filled(here: Letter, bindings: Bindings) -> Letter:
    """The letter with the values of the patterns in its slots, or the value of the letter."""
    value = bindings.get(here.atom)
    if isinstance(value, Term):
        ((monomial, _),) = value.monomials.items()
        ((letter, _), *_) = monomial.scalars[0][0] if monomial.scalars else monomial.word
        return _adjoint_letter(letter) if here.adjoint else letter
    naturals = {
        v: exponent_of(x)
        for v, x in bindings.items()
        if isinstance(v, Atom) and NATURAL in v.properties and isinstance(x, Term)
    }
    arguments: list[Argument] = []
    for argument in here.arguments:
        if isinstance(argument, Index):
            found = bindings.get(argument)
            arguments.append(found if isinstance(found, Index) else argument)
        else:
            arguments.append(exponents.substitute(argument, naturals))
    return here._replace(arguments=tuple(arguments))


def slots_of(term: Term) -> Iterator[tuple[str, Binding]]:
    """What stands free in slots of families in a term, with the set it is of, each once."""
    found: dict[tuple[str, Argument], None] = {}
    for monomial in term.monomials:
        for word in (monomial.word, *(base for base, _ in monomial.scalars)):
            for here, _ in word:
                for slot, argument in zip(here.atom.slots, here.arguments, strict=True):
                    if argument not in monomial.indices:
                        found[slot, argument] = None
    for slot, argument in found:
        yield slot, argument if isinstance(argument, Index) else natural_term(argument)


def unify(
    pattern: Term, target: Term, patterns: frozenset[Variable], bindings: dict[Variable, Binding]
) -> bool:
    """Extend the bindings so that the pattern becomes the target; both of one monomial at most."""
    if len(pattern.monomials) != len(target.monomials) or len(pattern.monomials) > 1:
        return pattern == target
    if not pattern.monomials:
        return True
    ((wanted, c),), ((given, d),) = pattern.monomials.items(), target.monomials.items()
    if wanted.bound or given.bound or wanted.deltas != given.deltas or wanted.sign != given.sign:
        return pattern == target
    found = _match_word(wanted.word, given.word, 0, patterns)
    if found is None or found[1] or found[2]:
        return False
    if not all(_bind(bindings, variable, value) for variable, value in found[0].items()):
        return False
    free = [w for w, p in wanted.scalars if len(w) == 1 and w[0][0].atom in patterns and p == ONE]
    fixed = tuple(pair for pair in wanted.scalars if pair[0] not in free)
    for candidate in _match_scalars(fixed, given.scalars, patterns, dict(bindings)):
        rest = _divided(list(given.scalars), fixed, candidate)
        if rest is None or len(free) > 1:
            continue
        if wanted.imaginary and not given.imaginary:
            continue
        unit = number(0, d / c) if wanted.imaginary != given.imaginary else number(d / c)
        rest = rest * unit
        if free:
            here = free[0][0][0]
            value = rest.adjoint() if here.adjoint else rest
            if not _bind(candidate, here.atom, value):
                continue
        elif rest != identity():
            continue
        bindings.update(candidate)
        return True
    return False
