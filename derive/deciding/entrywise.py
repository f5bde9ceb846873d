"""Equations of explicit matrices, entry by entry: X = Y from ⟨i|X|j⟩ = ⟨i|Y|j⟩ for all i and j.

Facts about matrices are used column by column, so that every rule acts on a unit column and what is
left are numbers.  A power with a symbolic exponent is treated by induction on the whole matrix.

Main results: `prove_entrywise`, `Basis`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from derive.deciding.handling.grids import size_of
from derive.kernel.atoms import Atom, C, Space, natural_atom
from derive.kernel.exponents import as_integer
from derive.kernel.formulas import Equation, Formula, free, image
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, letter, single, zero
from derive.prover.relations import Relation, relations_of
from derive.prover.rewriting import reduce as reduced
from derive.prover.search import Search


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
        if reduce(Term.__add__, (ket * ket.adjoint() for ket in kets)) == formula.left:
            found[space] = Basis(tuple(kets), fact)
    return found


def prove_entrywise(search: Search, goal: Formula, facts: Sequence[Theorem]) -> Theorem | None:
    """A theorem with the goal as conclusion, where that is an equation of explicit matrices.

    Raises:
        NotProved: an entry is left over.
    """
    known = bases(facts)
    if not known or not isinstance(goal, Equation):
        return None
    entrywise = Entrywise(search, known, facts)
    natural = next(_powers(goal, facts), None)
    if natural is None:
        return entrywise.equation(goal, ())
    base = entrywise.equation(_at(goal, natural, zero()), ())
    assumed = search.recorder.step("assume", goal)
    following = _at(goal, natural, letter(natural) + identity())
    step = entrywise.equation(following, (assumed,))
    clause = search.recorder.step("induction", base, step, natural, goal)
    return search.recorder.step("instance", clause, [Replacement(letter(natural))], [], [])


class Entrywise:
    """Proofs of equations of matrices from facts, column by column."""

    def __init__(
        self, search: Search, known: Mapping[Space, Basis], facts: Sequence[Theorem]
    ) -> None:
        self.search = search
        self.bases = known
        wholes = {id(basis.whole) for basis in known.values()}
        others = [fact for fact in facts if id(fact) not in wholes]
        plain = [fact for fact in others if self._domain(fact) is None]
        units = frozenset(v for basis in known.values() for ket in basis.columns for v in ket.free)
        relations = [one for fact in plain for one in relations_of(fact)]
        products = [one for one in relations if not one.difference.free - units]
        self.facts = [*plain, *self._of_columns(others, products)]

    def equation(self, goal: Equation, more: Sequence[Theorem]) -> Theorem:
        """The goal from its entries; `more` are facts for this goal only."""
        recorder = self.search.recorder
        relations = [one for fact in self.facts for one in relations_of(fact)]
        facts = [*self.facts, *self._of_columns(more, relations)]
        difference = goal.left - goal.right
        rows, columns = map(self._columns, difference.ends)
        multiples: list[Multiple] = []
        for ket in rows:
            for column in columns:
                left, right = (ket.adjoint() * side * column for side in (goal.left, goal.right))
                proved = self.search.prove(Equation(left, right), facts)
                multiples.append(Multiple(proved, ket, column.adjoint()))
        project = identity(difference.codomain)
        if difference.codomain in self.bases:
            whole = self.bases[difference.codomain].whole
            multiples.append(Multiple(whole, -project, difference))
            project = reduce(Term.__add__, (ket * ket.adjoint() for ket in rows))
        if difference.domain in self.bases:
            whole = self.bases[difference.domain].whole
            unit = identity(difference.domain)
            multiples.append(Multiple(whole, -(project * difference), unit))
        return recorder.step("combination", goal.left, goal.right, multiples)

    def _columns(self, space: Space) -> tuple[Term, ...]:
        return (identity(),) if space == C else self.bases[space].columns

    def _domain(self, fact: Theorem) -> Space | None:
        """The space of columns that an equation acts on."""
        formula = fact.conclusion
        if isinstance(formula, Equation) and formula.left.domain in self.bases:
            return formula.left.domain
        return None

    def _of_columns(
        self, facts: Sequence[Theorem], relations: Sequence[Relation]
    ) -> Iterator[Theorem]:
        """Each equation of matrices at each unit column, rewritten by the relations."""
        recorder = self.search.recorder
        for fact in facts:
            space = self._domain(fact)
            if space is None:
                continue
            formula = fact.concludes(Equation)
            for column in self.bases[space].columns:
                difference = (formula.left - formula.right) * column
                value = reduced(recorder, difference, relations, self.search.budget)
                multiples = [Multiple(fact, identity(difference.codomain), column)]
                multiples += [m._replace(left=-m.left) for m in value.multiples]
                nothing = zero(*difference.ends)
                yield recorder.step("combination", value.rest, nothing, multiples)


def _powers(goal: Equation, facts: Sequence[Theorem]) -> Iterator[Atom]:
    """The naturals in exponents of operators that no hypothesis of a fact speaks of."""
    fixed = {v for fact in facts for formula in fact.hypotheses for v in free(formula)}
    monomials = [*goal.left.monomials, *goal.right.monomials]
    powers = {power for m in monomials for _, power in m.word if as_integer(power) is None}
    for atom in sorted({atom for power in powers for atoms, _ in power for atom in atoms}):
        if atom not in fixed and atom == natural_atom(atom.name):
            yield atom


def _at(goal: Equation, n: Atom, value: Term) -> Equation:
    put = Substitution({n: Replacement(value)})
    found = image(goal, put)
    assert isinstance(found, Equation)
    return found
