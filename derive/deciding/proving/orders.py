"""Proofs with orders, beside the general search: squares, nonzero scalars, and case distinctions.

A scalar s is 0 if -s†s >= 0.  A contradiction follows where minus something positive is at least
0.  Where a hypothesis is a product, one of its factors is 0, or has an inverse.

Main results: `proved`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import reduce

from derive.deciding.proving.positivity import Order, Positivity, bound
from derive.kernel.atoms import Atom, C, KernelError, Variable
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.terms import Term, identity, letter, zero
from derive.prover.budget import SearchExhausted
from derive.prover.failures import NotProved
from derive.prover.search import Search

_ABSURD = Equation(identity(), zero())
_MOST_SPLITS = 3
_MOST_FACTS = 60
_MOST_MONOMIALS = 40
_MOST_SECONDS = 0.4


def proved(search: Search, goal: Formula, facts: Sequence[Theorem]) -> Theorem:
    """A theorem with the goal as conclusion.

    Raises:
        NotProved: with what is left over.
    """
    if isinstance(goal, NonNegative):
        return _order(search, goal, facts)
    try:
        return search.prove(goal, facts)
    except NotProved:
        found = _by_orders(search, goal, facts, _MOST_SPLITS)
        if found is None:
            raise
        return found


def _order(search: Search, goal: NonNegative, facts: Sequence[Theorem]) -> Theorem:
    """That a term is at least 0: by sums of squares, the general search for a while, cases."""
    found = Positivity(search.recorder, search.budget, facts).nonnegative(goal.term)
    if found is not None:
        return found
    try:
        with search.budget.at_most(_MOST_SECONDS):
            return search.prove(goal, facts)
    except (NotProved, SearchExhausted) as failure:
        found = _by_orders(search, goal, facts, _MOST_SPLITS)
        if found is None:
            raise NotProved(goal, goal.term) from failure
        return found


def _by_orders(
    search: Search, goal: Formula, facts: Sequence[Theorem], splits: int
) -> Theorem | None:
    """The goal by orders and cases, if it can be had so."""
    if len(facts) > _MOST_FACTS:
        return None
    if isinstance(goal, Clause):
        return _clause(search, goal, facts, splits)
    if isinstance(goal, Equation) and not goal.left.is_scalar:
        return None
    positivity = Positivity(search.recorder, search.budget, facts)
    ways: list[Callable[[], Theorem | None]] = [lambda: _absurd(search, positivity, goal, facts)]
    if isinstance(goal, NonNegative):
        ways.insert(0, lambda: positivity.nonnegative(goal.term))
    elif splits == _MOST_SPLITS and goal != _ABSURD:
        ways.insert(0, lambda: _by_sides(search, goal, facts))
        ways.insert(0, lambda: _by_square(search, positivity, goal))
    elif goal != _ABSURD:
        ways.append(lambda: _by_square(search, positivity, goal))
    if splits:
        ways.append(lambda: _by_factors(search, goal, facts, splits))
    for way in ways:
        with suppress(SearchExhausted), search.budget.at_most(_MOST_SECONDS):
            found = way()
            if found is not None:
                return found
    return None


def _clause(search: Search, goal: Clause, facts: Sequence[Theorem], splits: int) -> Theorem | None:
    """What the premises, assumed, give."""
    if goal.variables:
        return None
    assumed = [search.recorder.step("assume", premise) for premise in goal.premises]
    inner = [*facts, *assumed]
    found = _by_orders(search, goal.conclusion, inner, splits)
    return found and search.recorder.step("generalise", found, (), goal.premises)


def _by_square(search: Search, positivity: Positivity, goal: Equation) -> Theorem | None:
    """That s = 0, from -s†s >= 0."""
    recorder = search.recorder
    root = goal.left - goal.right
    square = root.adjoint() * root
    below = positivity.nonnegative(-square)
    if below is None:
        return None
    above = recorder.step("nonnegative square", root)
    vanishing = recorder.step("antisymmetry", above, below)
    return _as(search, goal, recorder.step("definite", vanishing, root))


def _absurd(
    search: Search, positivity: Positivity, goal: Formula, facts: Sequence[Theorem]
) -> Theorem | None:
    """The goal from a contradiction: minus something positive is at least 0."""
    units = [*_units(search, positivity, facts)]
    below = positivity.nonnegative(zero(), units) if units else None
    if below is None:
        return None
    unit = next(one for one in units if one.term == -bound(below))
    above = unit.theorem(search.recorder, Fraction(1))
    vanishing = search.recorder.step("antisymmetry", above, below)
    try:
        absurd = search.prove(_ABSURD, [*facts, vanishing])
    except NotProved:
        return None
    return _from_absurd(search, goal, absurd)


def _from_absurd(search: Search, goal: Formula, absurd: Theorem) -> Theorem:
    """Anything, from 1 = 0."""
    recorder = search.recorder
    if isinstance(goal, Equation):
        multiple = Multiple(absurd, goal.left - goal.right, identity(goal.left.domain))
        if goal.left.is_scalar:
            multiple = Multiple(absurd, goal.left - goal.right, identity())
        return recorder.step("combination", goal.left, goal.right, [multiple])
    assert isinstance(goal, NonNegative)
    multiple = Multiple(absurd, goal.term, identity())
    equation = recorder.step("combination", goal.term, zero(), [multiple])
    return recorder.step("order", equation, [])


def _units(search: Search, positivity: Positivity, facts: Sequence[Theorem]) -> Iterator[Order]:
    """What is positive: 1, positive symbols, squares of what has an inverse."""
    yield Order(identity(), (search.recorder.step("nonnegative power", Fraction(1), identity()),))
    yield from _positive_parts(search, positivity)
    seen: set[Term] = set()
    atoms = {atom for fact in facts for atom in free(fact.conclusion) if isinstance(atom, Atom)}
    for atom in sorted(atoms):
        if "invertible" not in atom.properties or atom.slots:
            continue
        base = letter(atom)
        if not base.is_scalar:
            continue
        if "positive" in atom.properties:
            yield Order(base, (search.recorder.step("nonnegative power", Fraction(1), base),))
        else:
            yield Order(base.adjoint() * base, (), base)
    for fact in facts:
        divisor = _divisor(fact)
        if divisor is None or divisor in seen:
            continue
        seen.add(divisor)
        yield Order(divisor.adjoint() * divisor, (), divisor)
        for order in positivity.orders:
            if bound(order) == divisor:
                yield Order(divisor, (order,))


def _positive_parts(search: Search, positivity: Positivity) -> Iterator[Order]:
    """The products of positive symbols in the equation that was assumed last."""
    for _, term in positivity.equations[-1:]:
        for monomial in term.monomials:
            single = Term(C, C, {monomial: Fraction(1)})
            with suppress(KernelError):
                step = search.recorder.step("nonnegative power", Fraction(1), single)
                if single != identity() and all(map(_is_positive, single.free)):
                    yield Order(single, (step,))


def _is_positive(variable: Variable) -> bool:
    return isinstance(variable, Atom) and "positive" in variable.properties


def _divisor(fact: Theorem) -> Term | None:
    """The w of q w = 1."""
    formula = fact.conclusion
    if not isinstance(formula, Equation) or formula.right != identity():
        return None
    for atom in formula.left.free:
        if not isinstance(atom, Atom) or atom.slots or "invertible" not in atom.properties:
            continue
        rest = letter(atom) ** -1 * formula.left if letter(atom).is_scalar else identity()
        if atom not in rest.free and rest != identity():
            return rest
    return None


def _by_factors(
    search: Search, goal: Formula, facts: Sequence[Theorem], splits: int
) -> Theorem | None:
    """The goal where a factor of a hypothesis is 0, and where it has an inverse."""
    from derive.prover.polynomials import factors

    for fact in facts:
        formula = fact.conclusion
        if not isinstance(formula, Equation) or not formula.left.is_scalar:
            continue
        difference = formula.left - formula.right
        if not 0 < len(difference.monomials) <= _MOST_MONOMIALS:
            continue
        parts = factors(difference)[1]
        if len(parts) < 2 and all(times < 2 for _, times in parts):
            continue
        (term, times), *others = parts
        if times > 1:
            others = []
        found = _split(search, goal, facts, term, _product(others), splits)
        if found is not None:
            return found
    return None


def _by_sides(search: Search, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """An equation where the sum, or the difference, of its sides is 0, and where it has an inverse.

    The first case distinction proves what follows from equal squares, the second all that follows
    from powers of the difference.
    """
    if not isinstance(goal, Equation) or goal == _ABSURD:
        return None
    for term in (goal.left + goal.right, goal.left - goal.right):
        if 0 < len(term.monomials) <= _MOST_MONOMIALS:
            found = _split(search, goal, facts, term, None, 1)
            if found is not None:
                return found
    return None


def _product(parts: Sequence[tuple[Term, int]]) -> Term:
    return reduce(Term.__mul__, (part**times for part, times in parts), identity())


def _split(
    search: Search,
    goal: Formula,
    facts: Sequence[Theorem],
    term: Term,
    rest: Term | None,
    splits: int,
) -> Theorem | None:
    """The goal where the term is 0, and where it has an inverse, so that the rest is 0."""
    recorder = search.recorder
    q = Atom(recorder.fresh_name())
    is_zero = recorder.step("assume", Equation(term, zero()))
    is_unit = recorder.step("assume", Equation(letter(q) * term, identity()))
    branches = []
    for assumed in (is_zero, is_unit):
        inner = [*facts, assumed]
        try:
            if assumed is is_unit and rest is not None:
                inner.append(search.prove(Equation(rest, zero()), inner))
            branch = search.prove(goal, inner)
        except NotProved:
            found = _by_orders(search, goal, inner, splits - 1)
            if found is None:
                return None
            branch = found
        except SearchExhausted:
            return None
        branches.append(branch)
    try:
        return recorder.step("cases", *branches, term, q)
    except KernelError:
        return None


def _as(search: Search, goal: Equation, theorem: Theorem) -> Theorem:
    """The goal from the theorem that its difference is 0."""
    multiple = Multiple(theorem, identity(), identity())
    return search.recorder.step("combination", goal.left, goal.right, [multiple])
