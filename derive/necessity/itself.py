"""Proofs by the theorem itself, with values for what is no longer as it was declared.

What is dropped may follow from the rest: from ν⟨φ|φ⟩ = 1 that ν is real.  And a symbol of which
only its definition speaks can be replaced by what it is defined to be; then nothing is left of the
definition but t = t.  In both cases the theorem can be cited.

Main result: `by_itself`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from derive.checking.citations import Closed
from derive.kernel.atoms import NATURAL, Atom, Index, KernelError, Variable
from derive.kernel.formulas import Clause, Equation, Formula, image, itself
from derive.kernel.rules import Theorem, required
from derive.kernel.substitutions import Replacement, Substitution
from derive.necessity.question import ITSELF, Question, free_in
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.failures import NotProved
from derive.prover.recorder import Recorder
from derive.prover.search import Search


def by_itself(question: Question, seconds: float) -> str:
    """A certificate of the claims without what is dropped, or nothing.

    Args:
        question: what to prove.
        seconds: how long to search for what the theorem needs of its symbols.
    """
    recorder = Recorder()
    search = Search(recorder, Budget(seconds=seconds))
    try:
        claims = [
            _cited(question, number, closed, recorder, search)
            for number, closed in enumerate(question.proof.closed)
        ]
        return recorder.certificate(claims)
    except (KernelError, NotProved, SearchExhausted):
        return ""


def _cited(
    question: Question, number: int, closed: Closed, recorder: Recorder, search: Search
) -> Theorem:
    """A claim of the theorem, with all that it needs proved.

    Raises:
        NotProved, SearchExhausted: something that it needs is not found to hold.
        KernelError: a value does not fit.
    """
    facts = [recorder.step("assume", formula) for formula in question.assumed]
    said = free_in((*question.assumed, *question.statement.claims))
    values = _values(closed, {variable.name: variable for variable in said})
    bound = closed.clause.variables
    put = Substitution({b: values[v] for b, v in zip(bound, closed.variables, strict=True)})

    def shown(formula: Formula) -> Theorem:
        known = (fact for fact in facts if fact.conclusion == formula)
        return next(known, None) or search.prove(formula, facts)

    pairs = zip(bound, closed.variables, strict=True)
    needed = [formula for b, v in pairs for formula in required(b, values[v])]
    return recorder.step(
        "instance",
        recorder.cite(f"{ITSELF}/{number}", closed.theorem),
        [values[variable] for variable in closed.variables],
        [shown(formula) for formula in needed],
        [shown(image(premise, put)) for premise in closed.clause.premises],
    )


def _values(closed: Closed, said: Mapping[str, Variable]) -> dict[Variable, Replacement | Index]:
    """Each symbol as it is declared now; what only its definition speaks of, as that says.

    Args:
        closed: the theorem.
        said: what the weaker statement speaks of, by name.
    """
    now: dict[Variable, Replacement | Index] = {}
    for variable in closed.variables:
        same = said.get(variable.name, variable)
        now[variable] = itself(same) if isinstance(same, Atom) else same
    for atom, value in reversed([*_defined(closed)]):
        now[atom] = value._replace(term=Substitution(dict(now)).term(value.term))
    return now


def _defined(closed: Closed) -> Iterator[tuple[Atom, Replacement]]:
    """The symbols of which nothing speaks but their definition, and what they are defined to be.

    A definition of one may speak of those that come later.
    """
    claim = image(closed.clause.conclusion, _own(closed))
    left = list(closed.premises)
    while True:
        found = (
            (premise, atom, value)
            for place, premise in enumerate(left)
            for atom, value in _definition(premise)
            if atom not in free_in((*left[:place], *left[place + 1 :], claim))
        )
        premise, atom, value = next(found, (None, None, None))
        if premise is None or atom is None or value is None:
            return
        left.remove(premise)
        yield atom, value


def _own(closed: Closed) -> Substitution:
    """The symbols of the theorem in place of what its clause binds."""
    pairs = zip(closed.clause.variables, closed.variables, strict=True)
    return Substitution({b: itself(v) if isinstance(v, Atom) else v for b, v in pairs})


def _definition(formula: Formula) -> Iterator[tuple[Atom, Replacement]]:
    """The symbol alone on the left, with different variables in its slots, and the right side."""
    variables: Sequence[Variable] = ()
    if isinstance(formula, Clause) and not formula.premises:
        variables, formula = formula.variables, formula.conclusion
    if not isinstance(formula, Equation):
        return
    for atom in sorted(v for v in formula.left.free if isinstance(v, Atom)):
        if atom in variables or atom in formula.right.free:
            continue
        alone = itself(atom)
        for slots in permutations(variables):
            kinds = [slot.over if isinstance(slot, Index) else NATURAL for slot in slots]
            if tuple(kinds) != atom.slots:
                continue
            pairs = list(zip(slots, alone.parameters, strict=True))
            put = Substitution({v: itself(p) if isinstance(p, Atom) else p for v, p in pairs})
            if put.term(formula.left) == alone.term:
                yield atom, alone._replace(term=put.term(formula.right), inverse=None)
