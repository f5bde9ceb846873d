"""The inequality of Cauchy and Schwarz for vectors that a claim speaks of.

With d = ⟨v|v⟩ and w = d·u - v⟨v|u⟩ it is ⟨w|w⟩ = d·(⟨u|u⟩⟨v|v⟩ - ⟨u|v⟩⟨v|u⟩); if d is not 0, divide
by it, otherwise v is 0.

Main results: `cauchy_schwarz`, `inequalities`, `halves`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations

from derive.kernel.atoms import Atom, C
from derive.kernel.exponents import ONE, as_integer
from derive.kernel.formulas import Equation, Formula, NonNegative
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, Word, identity, letter, single, zero
from derive.prover.recorder import Recorder

_MOST_VECTORS = 4
_LONGEST = 8


def inequalities(recorder: Recorder, goals: Sequence[Formula]) -> Iterator[Theorem]:
    """The inequality for each two of the vectors whose squares the goals compare."""
    vectors = list(dict.fromkeys(v for goal in goals for v in _vectors(goal)))
    if len(vectors) <= _MOST_VECTORS:
        for first, second in combinations(vectors, 2):
            if first.ends == second.ends:
                yield cauchy_schwarz(recorder, first, second)


def cauchy_schwarz(recorder: Recorder, u: Term, v: Term) -> Theorem:
    """⟨u|u⟩⟨v|v⟩ - ⟨u|v⟩⟨v|u⟩ >= 0."""
    square = v.adjoint() * v
    gap = u.adjoint() * u * square - (u.adjoint() * v) * (v.adjoint() * u)
    witness = Atom(recorder.fresh_name())
    q = letter(witness)
    zero_case = _where_zero(recorder, u, v, gap)
    unit = recorder.step("assume", Equation(q * square, identity()))
    w = u * square - v * (v.adjoint() * u)
    product = recorder.step(
        "nonnegative product", [recorder.step("nonnegative square", one) for one in (q, v, w)]
    )
    multiples = [
        Multiple(unit, -(q.adjoint() * square * gap), identity()),
        Multiple(unit, -gap, identity(), adjoint=True),
    ]
    whole = product.concludes(NonNegative).term
    equation = recorder.step("combination", gap, whole, multiples)
    unit_case = recorder.step("order", equation, [product])
    return recorder.step("cases", zero_case, unit_case, square, witness)


def _where_zero(recorder: Recorder, u: Term, v: Term, gap: Term) -> Theorem:
    """The inequality for v = 0."""
    vanishing = recorder.step("assume", Equation(v.adjoint() * v, zero()))
    nothing = recorder.step("definite", vanishing, v)
    multiples = [
        Multiple(vanishing, u.adjoint() * u, identity()),
        Multiple(nothing, -u.adjoint(), v.adjoint() * u),
    ]
    return recorder.step("order", recorder.step("combination", gap, zero(), multiples), [])


def halves(term: Term) -> Iterator[Term]:
    """The roots s of the closed words s†s in a scalar."""
    for letters in _closed_words(term):
        if len(letters) % 2 == 0:
            root = reduce(Term.__mul__, letters[len(letters) // 2 :])
            if root.domain == C and root.adjoint() * root == reduce(Term.__mul__, letters):
                yield root


def _vectors(goal: Formula) -> Iterator[Term]:
    """The roots of the closed words in an order, and the kets in it."""
    if isinstance(goal, NonNegative):
        yield from (letters[-1] for letters in _closed_words(goal.term))
        yield from halves(goal.term)


def _closed_words(term: Term) -> Iterator[list[Term]]:
    """The letters of each closed word."""
    for monomial in term.monomials:
        for word, _ in monomial.scalars:
            letters = _letters(word)
            if letters is not None and 2 <= len(letters) <= _LONGEST:
                yield letters


def _letters(word: Word) -> list[Term] | None:
    """The letters of a word, with powers written out."""
    found: list[Term] = []
    for here, power in word:
        times = as_integer(power)
        if times is None or not 0 < times <= _LONGEST:
            return None
        found += [single(here, ONE)] * times
    return found
