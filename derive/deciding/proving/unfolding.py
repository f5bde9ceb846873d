"""Recursions of sequences, put to use at the places that terms name.

A clause such as "for all n: n+1 factorial is n+1 times n factorial" gives an equation for each
factorial in a term whose argument fits; what these equations name is unfolded in turn.

Main results: `Unfolding`, `is_recursion`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from derive.kernel import exponents
from derive.kernel.atoms import NATURAL, Atom, Index, KernelError
from derive.kernel.exponents import Exponent
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Letter, Monomial, Term, natural_term
from derive.prover.recorder import Recorder

_MOST_INSTANCES = 150


def is_recursion(formula: Formula) -> bool:
    """Whether it is an equation for all values of some naturals, about one sequence at the left."""
    return isinstance(formula, Clause) and _head(formula) is not None


def _head(clause: Clause) -> Letter | None:
    """The letter at the left that says of which places of a sequence the clause speaks."""
    natural = all(isinstance(v, Atom) and NATURAL in v.properties for v in clause.variables)
    if clause.premises or not natural or not isinstance(clause.conclusion, Equation):
        return None
    letters = {*sequences(clause.conclusion.left)}
    if len(letters) != 1:
        return None
    (head,) = letters
    return head if variables_of(head) == {*clause.variables} else None


def sequences(term: Term) -> Iterator[Letter]:
    """The places of sequences that stand in a term."""
    for monomial in term.monomials:
        for word in (monomial.word, *(word for word, _ in monomial.scalars)):
            for here, _ in word:
                if here.arguments and not any(isinstance(a, Index) for a in here.arguments):
                    yield here._replace(adjoint=False)


def terms_of(formula: Formula) -> Iterator[Term]:
    """The terms of an equation or an order, and of the parts of a clause."""
    match formula:
        case Equation(left, right):
            yield from (left, right)
        case NonNegative(term):
            yield term
        case Clause():
            for part in (*formula.premises, formula.conclusion):
                yield from terms_of(part)


def slots_of(place: Letter) -> Iterator[Exponent]:
    """What stands in the slots of a place of a sequence."""
    for slot in place.arguments:
        if not isinstance(slot, Index):
            yield slot


def variables_of(place: Letter) -> set[Atom]:
    """The naturals in the slots of a place."""
    return {atom for slot in slots_of(place) for atoms, _ in slot for atom in atoms}


@dataclass(frozen=True)
class Recursion:
    """A clause, and the place of a sequence that it is about."""

    theorem: Theorem
    clause: Clause
    head: Letter


class Unfolding:
    """The recursions that may be used, and the equations that were made of them."""

    def __init__(self, recorder: Recorder, clauses: Iterable[Theorem]) -> None:
        self.recorder = recorder
        self.recursions: dict[Atom, list[Recursion]] = {}
        self._made: dict[Letter, list[Theorem]] = {}
        for theorem in clauses:
            self.add(theorem)

    def add(self, theorem: Theorem) -> None:
        """One more recursion, which is preferred to those before it."""
        clause = theorem.concludes(Clause)
        head = _head(clause)
        assert head is not None
        found = Recursion(theorem, clause, head)
        self.recursions.setdefault(head.atom, []).append(found)
        self._made.clear()

    def equations(self, terms: Iterable[Term], last: Iterable[Term] = ()) -> list[Theorem]:
        """The equations for all places that the terms name, and that these name.

        The places in the terms of `last` are not unfolded to earlier ones.
        """
        found: list[Theorem] = []
        seen = {place for term in last for place in sequences(term) if self._goes_down(place)}
        waiting = [place for term in terms for place in sequences(term)]
        while waiting and len(found) < _MOST_INSTANCES:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            if place not in self._made:
                self._made[place] = list(self._at(place))
            for theorem in self._made[place]:
                found.append(theorem)
                waiting += [
                    here for side in terms_of(theorem.conclusion) for here in sequences(side)
                ]
        return found

    def _goes_down(self, place: Letter) -> bool:
        """Whether a recursion leads from this place to earlier ones."""
        heads = [recursion.head for recursion in self.recursions.get(place.atom, ())]
        return any(len(slot) > 1 for head in heads for slot in slots_of(head))

    def _at(self, place: Letter) -> Iterator[Theorem]:
        for recursion in self.recursions.get(place.atom, ()):
            values = _matched(recursion, place)
            if values is not None:
                with suppress(KernelError):
                    yield self.recorder.step("instance", recursion.theorem, values, [], [])


def _matched(recursion: Recursion, place: Letter) -> list[Replacement] | None:
    """The values of the variables of a clause for which its head is the place."""
    values: dict[Atom, Exponent] = {}
    slots = list(zip(recursion.head.arguments, place.arguments, strict=True))
    for wanted, given in sorted(slots, key=lambda slot: len(slot[0])):
        assert not isinstance(wanted, Index)
        assert not isinstance(given, Index)
        unknown = [atoms[0] for atoms, _ in wanted if atoms and atoms[0] not in values]
        known = tuple(one for one in wanted if not one[0] or one[0][0] in values)
        value = exponents.substitute(known, values)
        rest = exponents.add(given, exponents.multiply(value, exponents.MINUS_ONE))
        if len(unknown) > 1 or not exponents.is_natural(rest) or (rest and not unknown):
            return None
        if unknown:
            values[unknown[0]] = rest
    assert all(isinstance(v, Atom) for v in recursion.clause.variables)
    return [Replacement(natural_term(values[v])) for v in recursion.clause.variables]  # type: ignore[index]


def leads(theorems: Sequence[Theorem]) -> list[Monomial]:
    """What each of the equations says."""
    found: list[Monomial] = []
    for theorem in theorems:
        left = theorem.concludes(Equation).left
        if len(left.monomials) == 1:
            found += left.monomials
    return found
