"""Cited theorems: closed, put to use for other symbols, with their hypotheses carried along.

Main results: `Closed`, `close`, `Placed`, `place`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from derive.kernel import rules
from derive.kernel.atoms import Atom, C, Index, KernelError, Space
from derive.kernel.formulas import Clause, Formula, Variable, free, image, itself
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, zero
from derive.prover.recorder import Recorder
from derive.prover.relations import evident, value_of

Value = Term | Atom | Index


@dataclass(frozen=True)
class Closed:
    """A theorem without hypotheses and free symbols, and what its clause binds, by name."""

    theorem: Theorem
    variables: tuple[Variable, ...]

    @property
    def clause(self) -> Clause:
        """What it says."""
        assert isinstance(self.theorem.conclusion, Clause)
        return self.theorem.conclusion


def close(theorem: Theorem, order: Iterable[Formula]) -> Closed:
    """The theorem as one clause: for all symbols, if the hypotheses it uses, then its claim."""
    named = (v for v in theorem.signature if not v.name.startswith("#"))  # sizes are not bound
    variables = tuple(sorted(named, key=lambda v: v.name))
    premises = [formula for formula in order if formula in theorem.hypotheses]
    return Closed(rules.generalise(theorem, variables, premises), variables)


@dataclass(frozen=True)
class Placed:
    """A closed theorem with the values for its variables, between the spaces of the values."""

    closed: Closed
    spaces: tuple[tuple[Space, Space], ...]
    sets: tuple[tuple[str, str], ...]
    values: tuple[Value, ...]

    @cached_property
    def _placed(self) -> tuple[Clause, Substitution]:
        moved = Substitution(spaces=dict(self.spaces), sets=dict(self.sets))
        clause = image(self.closed.clause, moved)
        assert isinstance(clause, Clause)
        pairs = list(zip(clause.variables, self.values, strict=True))
        atoms = {v: _replacement(v, x) for v, x in pairs if isinstance(v, Atom)}
        indices = {v: x for v, x in pairs if isinstance(v, Index) and isinstance(x, Index)}
        return clause, Substitution(atoms, indices)

    @cached_property
    def premises(self) -> list[Formula]:
        """The hypotheses that the cited theorem brings with it."""
        clause, put = self._placed
        return [image(premise, put) for premise in clause.premises]

    def use(self, recorder: Recorder, name: str) -> Theorem:
        """The cited theorem for the values, from its hypotheses.

        Raises `KernelError` where a declared property is not evident of a value.
        """
        clause, put = self._placed
        theorem = recorder.cite(name, self.closed.theorem)
        if self.spaces or self.sets:
            theorem = recorder.step("move", theorem, list(self.spaces), list(self.sets))
        values = [put.atoms[v] if isinstance(v, Atom) else put.indices[v] for v in clause.variables]
        needed = [
            formula
            for v in clause.variables
            if isinstance(v, Atom)
            for formula in rules.required(v, put.atoms[v])
        ]
        evidence = [evident(recorder, formula) for formula in needed]
        premises = [recorder.step("assume", premise) for premise in self.premises]
        return recorder.step("instance", theorem, values, evidence, premises)


def _replacement(variable: Atom, value: Value) -> Replacement:
    if isinstance(value, Atom):
        return itself(value)
    assert isinstance(value, Term)
    put = value_of(value, "invertible" in variable.properties)
    return put._replace(parameters=itself(variable).parameters) if variable.slots else put


def _for_nothing(variable: Variable) -> Value:
    """A value for a variable that the theorem binds but does not speak of."""
    if isinstance(variable, Index):
        return variable
    if "invertible" not in variable.properties:
        return zero(variable.codomain, variable.domain)
    return identity(variable.domain) if variable.codomain == variable.domain else variable


def place(
    closed: Closed,
    values: Mapping[str, Value],
    own: Mapping[str, Variable],
    hypotheses: Iterable[Formula],
) -> Placed:
    """Values for all variables of a closed theorem.

    Args:
        closed: the cited theorem.
        values: what the author puts for some of its symbols.
        own: the symbols of the citing theorem; one of the same name stands for the cited one.
        hypotheses: those of the citing theorem; witnesses of inequalities are found in them.

    Raises:
        KernelError: if a value is of the wrong type.
    """
    unknown = set(values).difference(v.name for v in closed.variables)
    if unknown:
        names = ", ".join(v.name for v in closed.variables)
        raise KernelError(f"the cited theorem has no symbol {min(unknown)}; it has {names}")
    clause = closed.clause
    spoken = frozenset[Variable]().union(*map(free, (*clause.premises, clause.conclusion)))
    chosen = [
        values.get(v.name, own.get(v.name, v)) if bound in spoken else _for_nothing(v)
        for v, bound in zip(closed.variables, clause.variables, strict=True)
    ]
    witnesses = [k for k, v in enumerate(closed.variables) if _is_witness(v, values, own)]
    candidates = [v for v in own.values() if isinstance(v, Atom) and _is_witness(v, {}, {})]
    wanted = set(hypotheses)
    best, most = _placed(closed, chosen), -1
    for found in product(candidates, repeat=len(witnesses)) if len(witnesses) <= 3 else ():
        trial = list(chosen)
        for k, witness in zip(witnesses, found, strict=True):
            trial[k] = witness
        placed = _placed(closed, trial)
        met = sum(premise in wanted for premise in placed.premises)
        if met > most:
            best, most = placed, met
    return best


def _is_witness(
    variable: Variable, values: Mapping[str, Value], own: Mapping[str, Variable]
) -> bool:
    """Whether the symbol was not declared by an author but made for an inequality."""
    named = variable.name in values or (variable.name in own and variable.name.isidentifier())
    return isinstance(variable, Atom) and not variable.name.isidentifier() and not named


def _placed(closed: Closed, values: list[Value]) -> Placed:
    spaces: dict[Space, Space] = {}
    sets: dict[str, str] = {}
    for variable, value in zip(closed.variables, values, strict=True):
        if isinstance(variable, Index) and isinstance(value, Index):
            sets.setdefault(variable.over, value.over)
        elif isinstance(variable, Atom) and isinstance(value, Term | Atom):
            for old, new in zip(
                (variable.codomain, variable.domain), (value.codomain, value.domain), strict=True
            ):
                if old != C:
                    spaces.setdefault(old, new)
            if isinstance(value, Atom):
                for old_set, new_set in zip(variable.slots, value.slots, strict=False):
                    sets.setdefault(old_set, new_set)
    return Placed(
        closed,
        tuple((old, new) for old, new in spaces.items() if old != new),
        tuple((old, new) for old, new in sets.items() if old != new),
        tuple(values),
    )
