"""Equations of explicit matrices, entry by entry: X = Y from ⟨i|X|j⟩ = ⟨i|Y|j⟩ for all i and j.

Facts about matrices are used column by column, so that every rule acts on a unit column and what is
left are numbers.  A power with a symbolic exponent is treated by induction on the whole matrix.

Main results: `prove_entrywise`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from derive.deciding.stating.handling.grids import size_of
from derive.kernel.atoms import Atom, C, Space, natural_atom
from derive.kernel.exponents import as_integer
from derive.kernel.formulas import Equation, Formula, free, image
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, letter, single, zero
from derive.prover.failures import NotProved
from derive.prover.relations import Relation, relations_of
from derive.prover.rewriting import Reduction
from derive.prover.rewriting import reduce as reduced
from derive.prover.search import Search

_PASSES = 3


@dataclass(frozen=True)
class Basis:
    """The unit columns of a space, and the theorem that the sum of all |i⟩⟨i| is 1."""

    columns: tuple[Term, ...]
    whole: Theorem


def bases(facts: Sequence[Theorem]) -> Mapping[Space, Basis]:
    """The unit columns that the facts speak of."""
    found: dict[Space, Basis] = {}
    for fact in facts:
        formula = fact.conclusion
        if not isinstance(formula, Equation) or size_of(formula.left.domain) is None:
            continue
        space = formula.left.domain
        if formula.right != identity(space) or len(formula.left.monomials) != size_of(space):
            continue
        kets = [single(*m.word[0]) for m in sorted(formula.left.monomials) if len(m.word) == 2]
        if kets and reduce(Term.__add__, (k * k.adjoint() for k in kets)) == formula.left:
            found[space] = Basis(tuple(kets), fact)
    return found


def prove_entrywise(search: Search, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """A theorem with the goal as conclusion, where unit columns are in the facts; or None.

    Raises:
        NotProved: an entry is left over.
    """
    known = bases(facts)
    if not known or not isinstance(goal, Equation):
        return None
    whole = _rewritten(search, goal, facts)
    if whole is not None:
        return whole
    natural = next(_powers(goal), None)
    if natural is None:
        return _Entrywise(search, known, facts).equation(goal, ())
    return _by_induction(search, known, goal, natural, facts)


def _rewritten(search: Search, goal: Equation, facts: Sequence[Theorem]) -> Theorem | None:
    """The goal by rewriting whole matrices."""
    relations = [one for fact in facts for one in relations_of(fact)]
    found = reduced(search.recorder, goal.left - goal.right, relations, search.budget)
    if found.rest:
        return None
    return search.recorder.step("combination", goal.left, goal.right, found.multiples)


def _by_induction(
    search: Search,
    known: Mapping[Space, Basis],
    goal: Equation,
    natural: Atom,
    facts: Sequence[Theorem],
) -> Theorem:
    """The goal by induction on an exponent, once facts about that have been used."""
    about = [fact for fact in facts if any(natural in free(f) for f in fact.hypotheses)]
    others = [fact for fact in facts if not any(fact is one for one in about)]
    relations = [one for fact in about for one in relations_of(fact)]
    first = reduced(search.recorder, goal.left - goal.right, relations, search.budget)
    changed = Equation(first.rest, zero(*first.rest.ends)) if about else goal
    entrywise = _Entrywise(search, known, others)
    base = entrywise.equation(_at(changed, natural, zero()), ())
    assumed = search.recorder.step("assume", changed)
    following = _at(changed, natural, letter(natural) + identity())
    step = entrywise.equation(following, (assumed,))
    clause = search.recorder.step("induction", base, step, natural, changed)
    found = search.recorder.step("instance", clause, [Replacement(letter(natural))], [], [])
    if not about:
        return found
    unit = Multiple(found, identity(goal.left.codomain), identity(goal.left.domain))
    multiples = [*first.multiples, unit]
    return search.recorder.step("combination", goal.left, goal.right, multiples)


class _Entrywise:
    """Proofs of equations of matrices from facts, column by column."""

    def __init__(
        self, search: Search, known: Mapping[Space, Basis], facts: Sequence[Theorem]
    ) -> None:
        self.search = search
        self.bases = known
        wholes = {id(basis.whole) for basis in known.values()}
        others = [fact for fact in facts if id(fact) not in wholes]
        units = frozenset(v for basis in known.values() for ket in basis.columns for v in ket.free)
        plain = [fact for fact in others if self._domain(fact) is None]
        self.products = [fact for fact in plain if _is_about(fact, units)]
        columns = [fact for fact in plain if self._is_column(fact)]
        columns += [image for fact in others for image in self._of_columns(fact)]
        self.columns = self._solved(columns)
        mine = {id(fact) for fact in (*self.products, *columns)}
        self.others = [fact for fact in plain if id(fact) not in mine]

    def equation(self, goal: Equation, more: Sequence[Theorem]) -> Theorem:
        """The goal from its entries; `more` are facts for this goal only."""
        columns = self.columns
        if more:
            columns = self._solved([*columns, *(c for one in more for c in self._of_columns(one))])
        facts = [*self.products, *columns, *(one for one in more if self._domain(one) is None)]
        relations = [one for fact in facts for one in relations_of(fact)]
        difference = goal.left - goal.right
        rows, places = map(self._units, difference.ends)
        multiples: list[Multiple] = []
        for column in places:
            value = self._reduced(difference * column, relations)
            for ket in rows:
                entry = self._reduced(ket.adjoint() * value.rest, relations)
                left = ket * ket.adjoint()
                multiples += [_around(m, left, column.adjoint()) for m in value.multiples]
                multiples += [_around(m, ket, column.adjoint()) for m in entry.multiples]
                if entry.rest:
                    proved = self._number(entry.rest)
                    multiples.append(Multiple(proved, ket, column.adjoint()))
        project = identity(difference.codomain)
        if difference.codomain in self.bases:
            whole = self.bases[difference.codomain].whole
            multiples.append(Multiple(whole, -project, difference))
            project = reduce(Term.__add__, (ket * ket.adjoint() for ket in rows))
        if difference.domain in self.bases:
            whole = self.bases[difference.domain].whole
            multiples.append(Multiple(whole, -(project * difference), identity(difference.domain)))
        return self.search.recorder.step("combination", goal.left, goal.right, multiples)

    def _number(self, rest: Term) -> Theorem:
        """That what is left of an entry is 0.

        Raises:
            NotProved: a word of matrices is left in it.
        """
        goal = Equation(rest, zero())
        words = any(len(word) > 1 for m in rest.monomials for word, _ in m.scalars)
        facts = [*self.products, *self.columns, *self.others] if words else self.others
        return self.search.prove(goal, facts)

    def _units(self, space: Space) -> tuple[Term, ...]:
        """The unit columns.

        Raises:
            NotProved: the space is not one of numbers.
        """
        if space == C:
            return (identity(),)
        if space not in self.bases:
            raise NotProved(Equation(identity(space), zero(space, space)), None)
        return self.bases[space].columns

    def _domain(self, fact: Theorem) -> Space | None:
        """The space of columns that an equation acts on."""
        formula = fact.conclusion
        if isinstance(formula, Equation) and formula.left.domain in self.bases:
            return formula.left.domain
        return None

    def _is_column(self, fact: Theorem) -> bool:
        formula = fact.conclusion
        return isinstance(formula, Equation) and formula.left.codomain in self.bases

    def _of_columns(self, fact: Theorem) -> Iterator[Theorem]:
        """An equation of matrices at each unit column."""
        space = self._domain(fact)
        if space is not None:
            relations = [one for product in self.products for one in relations_of(product)]
            for column in self.bases[space].columns:
                yield self._changed(fact, column, relations)

    def _solved(self, columns: Sequence[Theorem]) -> list[Theorem]:
        """Each equation of columns rewritten by the others, the shorter ones first."""
        current = sorted(columns, key=_monomials)
        known = {id(fact): list(relations_of(fact)) for fact in current}
        for _ in range(_PASSES):
            changed = False
            for place, fact in enumerate(current):
                relations = [r for one in current if one is not fact for r in known[id(one)]]
                found = self._changed(fact, identity(), relations)
                if _monomials(found) and found.conclusion != fact.conclusion:
                    current[place], changed = found, True
                    known[id(found)] = list(relations_of(found))
            if not changed:
                break
        return current

    def _changed(self, fact: Theorem, right: Term, relations: Sequence[Relation]) -> Theorem:
        """The equation times the right factor, rewritten by the relations."""
        formula = fact.concludes(Equation)
        difference = (formula.left - formula.right) * right
        value = self._reduced(difference, relations)
        if not value.multiples and right == identity():
            return fact
        multiples = [Multiple(fact, identity(difference.codomain), right)]
        multiples += [m._replace(left=-m.left) for m in value.multiples]
        nothing = zero(*difference.ends)
        return self.search.recorder.step("combination", value.rest, nothing, multiples)

    def _reduced(self, term: Term, relations: Sequence[Relation]) -> Reduction:
        return reduced(self.search.recorder, term, relations, self.search.budget)


def _around(multiple: Multiple, left: Term, right: Term) -> Multiple:
    """The multiple with more factors around it."""
    return multiple._replace(left=left * multiple.left, right=multiple.right * right)


def _is_about(fact: Theorem, units: frozenset[object]) -> bool:
    """Whether the fact is an equation of products of unit columns."""
    formula = fact.conclusion
    return isinstance(formula, Equation) and not (formula.left - formula.right).free - units


def _monomials(fact: Theorem) -> int:
    formula = fact.concludes(Equation)
    return len((formula.left - formula.right).monomials)


def _powers(goal: Equation) -> Iterator[Atom]:
    """The naturals in exponents of operators."""
    monomials = [*goal.left.monomials, *goal.right.monomials]
    powers = {power for m in monomials for _, power in m.word if as_integer(power) is None}
    for atom in sorted({atom for power in powers for atoms, _ in power for atom in atoms}):
        if atom == natural_atom(atom.name):
            yield atom


def _at(goal: Equation, n: Atom, value: Term) -> Equation:
    put = Substitution({n: Replacement(value)})
    found = image(goal, put)
    assert isinstance(found, Equation)
    return found
