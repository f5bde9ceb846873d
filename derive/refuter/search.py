"""The search for models and counterexamples: at random, small ones first, then made simpler.

The size of a model is the sum of its dimensions and the sizes of its index sets, then the number
of digits of all its values.  Nothing here needs to be right: what is found is verified.

Main results: `find_counterexample`, `find_model`, `simplified`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, product
from typing import TypeVar

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Equation, Formula, NonNegative
from derive.kernel.terms import Term
from derive.refuter.attempts import attempt
from derive.refuter.beginnings import Problem, Size
from derive.refuter.choices import Choices, simpler
from derive.refuter.counterexample import (
    Counterexample,
    NoCounterexample,
    examine,
    opened,
    symbols,
)
from derive.refuter.model import Model
from derive.refuter.verification import faults

_SIZES = (1, 2, 0, 3)
_MOST_SIZES = 24
_ATTEMPTS = 12
_MORE_ATTEMPTS = 40
"""Of each size that is smaller than that of a model that has been found."""

_INFINITE_WEIGHT = 10
"""What an oscillator weighs, compared with a dimension."""

_SHRINKING = 0.5
"""The part of the time that is left when a model is found that goes into making it simpler."""

Sized = TypeVar("Sized")

Accept = Callable[[Model], bool]


def find_counterexample(
    statement: Statement, *, seconds: float = 2.0, seed: int = 0
) -> Counterexample | None:
    """The simplest counterexample to one of the claims that is found in time, or None.

    Args:
        statement: what is claimed.
        seconds: how long to search.
        seed: what the random choices begin with.
    """
    end = time.monotonic() + seconds
    for place, claim in enumerate(statement.claims):
        if isinstance(claim, Equation) and claim.left == claim.right:
            continue
        open_claim = opened(claim, symbols(statement))
        signature = symbols(statement).union(open_claim.variables)
        problem = Problem(signature, (*_in_order(statement), *open_claim.premises))

        def refutes(model: Model, place: int = place) -> bool:
            try:
                examine(statement, model, place)
            except NoCounterexample:
                return False
            return True

        share = (end - time.monotonic()) / (len(statement.claims) - place)
        formulas = (*problem.hypotheses, open_claim.conclusion)
        model = _found(problem, formulas, refutes, share, seed)
        if model is not None:
            return examine(statement, model, place)
    return None


def find_model(statement: Statement, *, seconds: float = 2.0, seed: int = 0) -> Model | None:
    """A model of the hypotheses, whatever becomes of the claims; None if none is found in time."""
    problem = Problem(symbols(statement), _in_order(statement))

    def fits(model: Model) -> bool:
        return not any(faults(model, problem.signature, problem.hypotheses))

    formulas = (*problem.hypotheses, *statement.claims)
    return _found(problem, formulas, fits, seconds, seed)


def _in_order(statement: Statement) -> tuple[Formula, ...]:
    """The hypotheses in an order that is the same in every process."""
    return tuple(sorted(statement.hypotheses, key=str))


def _found(
    problem: Problem, formulas: Sequence[Formula], accept: Accept, seconds: float, seed: int
) -> Model | None:
    """The simplest model that is found and accepted."""
    end = time.monotonic() + seconds
    source = random.Random(seed)
    sizes = list(sizes_of(problem, formulas))
    for spread, size in rounds(sizes):
        found = _tried(problem, size, spread, source, accept, _ATTEMPTS, end)
        if found is not None:
            until = end - (end - time.monotonic()) * (1 - _SHRINKING)
            return simplified(problem, (size, *found), sizes, accept, source, until, spread)[0]
        if time.monotonic() > end:
            return None
    return None


def simplified(
    problem: Problem,
    found: tuple[Size, Model, Sequence[int]],
    sizes: Sequence[Size],
    accept: Accept,
    source: random.Random,
    until: float,
    spread: float = 2.0,
) -> tuple[Model, Size, Sequence[int]]:
    """A model that is accepted, made smaller and then simpler as long as there is time.

    Args:
        problem: what it is a model of.
        found: its size, itself, and the choices that lead to it.
        sizes: the sizes to try, smaller ones first; its own is one of them.
        accept: whether a model will do.
        source: where choices come from.
        until: when to stop.
        spread: how large choices are on average.
    """
    size, model, made = found
    for smaller in sizes[: sizes.index(size)]:
        again = _tried(problem, smaller, spread, source, accept, _MORE_ATTEMPTS, until)
        if again is not None:
            size, (model, made) = smaller, again
            break
    changed = True
    while changed:
        changed = False
        for given in simpler(made):
            if time.monotonic() > until:
                return model, size, made
            choices = Choices(given)
            candidate = attempt(problem, size, choices)
            if candidate is None:
                continue
            is_simpler = (weight(candidate), sum(choices.made)) < (weight(model), sum(made))
            if is_simpler and accept(candidate):
                model, made, changed = candidate, choices.made, True
                break
    return model, size, made


def _tried(
    problem: Problem,
    size: Size,
    spread: float,
    source: random.Random,
    accept: Accept,
    attempts: int,
    end: float,
) -> tuple[Model, list[int]] | None:
    """A model of one size that is accepted, and the choices that lead to it."""
    for _ in range(attempts):
        if time.monotonic() > end:
            return None
        choices = Choices((), source, spread)
        model = attempt(problem, size, choices)
        if model is not None and accept(model):
            return model, choices.made
    return None


def rounds(sizes: Sequence[Sized]) -> Iterator[tuple[float, Sized]]:
    """Sizes to try, small ones first and then all again with larger numbers."""
    for lap in count():
        for size in sizes[: (lap + 1) * 8]:
            yield 1.0 + 0.5 * min(lap, 6), size


def weight(model: Model) -> tuple[int, int]:
    """The size of a model: dimensions and sizes of sets, then digits."""
    dimensions = (d if d >= 0 else _INFINITE_WEIGHT * -d for d in model.dimensions.values())
    large = sum(dimensions) + sum(model.sizes.values())
    matrices = (matrix for family in model.values.values() for matrix in family.matrices)
    return large, sum(entry.digits for matrix in matrices for entry in matrix.flat)


def sizes_of(problem: Problem, formulas: Sequence[Formula]) -> Iterator[Size]:
    """The dimensions and sizes to try, in the order of what they add up to; 0 comes late."""
    spaces, sets = _spaces_and_sets(problem.variables, formulas)
    names = len(spaces) + len(sets)
    choices = sorted(
        product(_SIZES, repeat=names),
        key=lambda chosen: (sum(x or 3 for x in chosen) + len(set(chosen)), chosen),
    )
    for chosen in choices[:_MOST_SIZES] if names else [()]:
        dimensions = dict(zip(spaces, chosen[: len(spaces)], strict=True))
        yield Size(dimensions, dict(zip(sets, chosen[len(spaces) :], strict=True)))


def infinite_sizes(problem: Problem, formulas: Sequence[Formula]) -> Iterator[Size]:
    """Sizes in which one space has the states of one or two oscillators, for commutators."""
    spaces, sets = _spaces_and_sets(problem.variables, formulas)
    for oscillators, elements in product((1, 2), (1, 2) if sets else (1,)):
        for infinite in spaces:
            dimensions = {space: -oscillators if space == infinite else 1 for space in spaces}
            yield Size(dimensions, dict.fromkeys(sets, elements))


def _spaces_and_sets(
    variables: frozenset[Variable], formulas: Sequence[Formula]
) -> tuple[list[str], list[str]]:
    """The names of all spaces and index sets."""
    spaces, sets = set(), set()
    terms = [term for formula in formulas for term in _terms_of(formula)]
    found = set(variables).union(*(term.free for term in terms))
    for term in terms:
        spaces |= {term.codomain, term.domain}
        sets |= {over for monomial in term.monomials for over in monomial.bound}
        letters = [word for m in term.monomials for word in (m.word, *(w for w, _ in m.scalars))]
        found |= {letter.atom for word in letters for letter, _ in word}
    for variable in found:
        if isinstance(variable, Index):
            sets.add(variable.over)
        elif variable.name.startswith("#"):
            sets.add(variable.name[1:])
        elif isinstance(variable, Atom):
            spaces |= {variable.codomain, variable.domain}
            sets |= set(variable.slots) - {NATURAL}
    return sorted(space.name for space in spaces - {C}), sorted(sets)


def _terms_of(formula: Formula) -> Iterator[Term]:
    """All terms of a formula."""
    if isinstance(formula, Equation):
        yield from (formula.left, formula.right)
    elif isinstance(formula, NonNegative):
        yield formula.term
    else:
        for part in (*formula.premises, formula.conclusion):
            yield from _terms_of(part)
