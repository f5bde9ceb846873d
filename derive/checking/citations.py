"""Cited theorems: closed, put to use for other symbols, with their hypotheses carried along.

A theorem is cited as one clause: for all its symbols, if its hypotheses then its claim.  On other
spaces, or over other index sets, it is another theorem, which the kernel proves from the same
certificate with other names in it.

Main results: `Closed`, `close`, `Placed`, `place`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Any

from derive.kernel import rules
from derive.kernel.atoms import Atom, C, Index, KernelError, Space, Variable
from derive.kernel.certificates import replay
from derive.kernel.formulas import Clause, Formula, NonNegative, free, image, itself
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, zero
from derive.prover.conclusions import sum_theorem
from derive.prover.encoding import encoded
from derive.prover.recorder import Recorder
from derive.prover.relations import evident, value_of

Value = Term | Atom | Index | Replacement
"""What is put for a symbol: a replacement, where it comes with its inverse."""


@dataclass(frozen=True)
class Closed:
    """A theorem without hypotheses and free symbols, and what its clause binds, by name.

    `premises` are those of its clause, in the symbols of the theorem as it was stated.  `text` is
    a certificate of it, which cites the theorems `cited`.
    """

    theorem: Theorem
    variables: tuple[Variable, ...]
    premises: tuple[Formula, ...]
    text: str
    cited: Mapping[str, Closed]

    @property
    def clause(self) -> Clause:
        """What it says."""
        return self.theorem.concludes(Clause)

    def moved(self, spaces: Mapping[Space, Space], sets: Mapping[str, str]) -> Closed:
        """The theorem on other spaces and over other index sets.

        Raises `KernelError` where the proof does not hold there.
        """
        if not spaces and not sets:
            return self
        names = {old.name: new.name for old, new in spaces.items()}
        version, declared, *others = json.loads(self.text)
        kept = [pair for pair in declared if pair[0] not in names]
        new = [[space.name, space.inner] for space in spaces.values() if space != C]
        unique = [pair for k, pair in enumerate([*kept, *new]) if pair not in [*kept, *new][:k]]
        text = json.dumps([version, unique, *_renamed(others, names, sets)])
        cited = {name: one.moved(spaces, sets) for name, one in self.cited.items()}
        (theorem,) = replay(text, {name: one.theorem for name, one in cited.items()})
        variables = tuple(_moved(variable, spaces, sets) for variable in self.variables)
        return Closed(theorem, variables, self.premises, text, cited)


def close(
    theorem: Theorem,
    order: Iterable[Formula],
    certificate: str,
    number: int,
    cited: Mapping[str, Closed],
) -> Closed:
    """A claim of a certificate as one clause: for all symbols, if its hypotheses, then it."""
    variables = tuple(
        sorted((v for v in theorem.signature if v.name[0] != "#"), key=lambda v: v.name)
    )
    premises = tuple(formula for formula in order if formula in theorem.hypotheses)
    closed = rules.generalise(theorem, variables, premises)
    version, spaces, declarations, steps, claims = json.loads(certificate)
    names, formulas = encoded("names*", variables), encoded("formula*", premises)
    steps.append(["generalise", claims[number], names, formulas])
    text = json.dumps([version, spaces, declarations, steps, [len(steps) - 1]])
    return Closed(closed, variables, premises, text, cited)


def _renamed(data: Any, spaces: Mapping[str, str], sets: Mapping[str, str]) -> Any:
    """The data of a certificate with other names for spaces and index sets."""
    if not isinstance(data, list):
        return data
    match data:
        case ["atom", name, str() as codomain, str() as domain, properties, slots]:
            ends = [spaces.get(codomain, codomain), spaces.get(domain, domain)]
            return ["atom", name, *ends, properties, [sets.get(slot, slot) for slot in slots]]
        case ["index", name, str() as over]:
            return ["index", name, sets.get(over, over)]
        case ["size", str() as over]:
            return ["size", sets.get(over, over)]
        case ["identity", str() as space]:
            return ["identity", spaces.get(space, space)]
        case ["+", str() as codomain, str() as domain, parts]:
            ends = [spaces.get(codomain, codomain), spaces.get(domain, domain)]
            return ["+", *ends, _renamed(parts, spaces, sets)]
    return [_renamed(part, spaces, sets) for part in data]


def _moved(variable: Variable, spaces: Mapping[Space, Space], sets: Mapping[str, str]) -> Variable:
    """The declaration between other spaces and over other sets."""
    if isinstance(variable, Index):
        return variable._replace(over=sets.get(variable.over, variable.over))
    codomain = spaces.get(variable.codomain, variable.codomain)
    domain = spaces.get(variable.domain, variable.domain)
    slots = [sets.get(slot, slot) for slot in variable.slots]
    return Atom(variable.name, codomain, domain, variable.properties, slots)


@dataclass(frozen=True)
class Placed:
    """A closed theorem, on the spaces of the values, with values for its variables.

    `granted` are the hypotheses of the citing theorem, which may say what is needed of the values.
    """

    closed: Closed
    values: tuple[Value, ...]
    granted: frozenset[Formula]

    @cached_property
    def _put(self) -> Substitution:
        pairs = zip(self.closed.clause.variables, self.values, strict=True)
        return Substitution({v: _value(v, x) for v, x in pairs})

    @property
    def free(self) -> frozenset[Variable]:
        """What the values speak of."""
        return frozenset(name for value in self._put.values.values() for name in _names(value))

    @cached_property
    def premises(self) -> list[Formula]:
        """The hypotheses that the cited theorem brings with it."""
        return [image(premise, self._put) for premise in self.closed.clause.premises]

    def use(self, recorder: Recorder, name: str) -> Theorem:
        """The cited theorem for the values, from its hypotheses.

        Raises `KernelError` where a declared property is not evident of a value.
        """
        theorem = recorder.cite(name, self.closed.theorem)
        values = list(self._put.values.items())
        evidence = []
        for variable, pair in zip(self.closed.variables, values, strict=True):
            try:
                evidence += [self._evident(recorder, needed) for needed in rules.required(*pair)]
            except KernelError:
                words = " and ".join(getattr(variable, "properties", ()))
                message = f"what is put for {variable.name} is not evidently {words}, as it must be"
                raise KernelError(message) from None
        premises = [recorder.step("assume", premise) for premise in self.premises]
        return recorder.step("instance", theorem, [x for _, x in values], evidence, premises)

    def _evident(self, recorder: Recorder, formula: Formula) -> Theorem:
        if formula in self.granted:
            return recorder.step("assume", formula)
        if isinstance(formula, NonNegative) and len(formula.term.monomials) > 1:
            parts = [
                NonNegative(replace(formula.term, monomials={monomial: coefficient}))
                for monomial, coefficient in formula.term.monomials.items()
            ]
            return sum_theorem(recorder, [self._evident(recorder, part) for part in parts])
        return evident(recorder, formula)


def _value(variable: Variable, value: Value) -> Replacement | Index:
    if isinstance(value, Index):
        return value
    if isinstance(value, Atom):
        return itself(value)
    if isinstance(value, Term):
        value = value_of(value, "invertible" in getattr(variable, "properties", ()))
    if isinstance(variable, Atom) and variable.slots:
        return value._replace(parameters=itself(variable).parameters)
    return value


def _names(value: Replacement | Index) -> frozenset[Variable]:
    return frozenset([value]) if isinstance(value, Index) else value.free


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
    label: str,
) -> Placed:
    """Values for all variables of a closed theorem.

    A witness, root or exponential of the cited theorem is named by what it contains.  Where values
    change that, it becomes a new symbol, unless the citing theorem grants its law to its own one.

    Args:
        closed: the cited theorem.
        values: what the author puts for some of its symbols.
        own: the symbols of the citing theorem; one of the same name stands for the cited one.
        hypotheses: those of the citing theorem; witnesses of inequalities are found in them.
        label: a name for the citation that no other has.

    Raises:
        KernelError: if a value is of the wrong type.
    """
    unknown = set(values).difference(v.name for v in closed.variables)
    if unknown:
        names = ", ".join(v.name for v in closed.variables)
        raise KernelError(f"the cited theorem has no symbol {min(unknown)}; it has {names}")
    chosen = [values.get(v.name, own.get(v.name, v)) for v in closed.variables]
    closed = closed.moved(*_moves(closed, chosen))
    clause = closed.clause
    spoken = frozenset[Variable]().union(*map(free, (*clause.premises, clause.conclusion)))
    chosen = [
        values.get(v.name, own.get(v.name, v)) if bound in spoken else _for_nothing(v)
        for v, bound in zip(closed.variables, clause.variables, strict=True)
    ]
    for variable, value in zip(closed.variables, chosen, strict=True):
        Substitution({variable: _value(variable, value)})  # refuses another type by its name
    pairs = enumerate(zip(closed.variables, clause.variables, strict=True))
    witnesses = [k for k, (v, b) in pairs if values and b in spoken and _is_made(v)]
    for k in witnesses:
        chosen[k] = closed.variables[k]._replace(name=f"{closed.variables[k].name} of {label}")
    candidates = [variable for variable in own.values() if _is_made(variable)]
    options = [[chosen[k], *candidates] if len(witnesses) <= 3 else [chosen[k]] for k in witnesses]
    granted = frozenset(hypotheses)
    best, most = Placed(closed, tuple(chosen), granted), -1
    for found in product(*options):
        trial = list(chosen)
        for k, witness in zip(witnesses, found, strict=True):
            trial[k] = witness
        placed = Placed(closed, tuple(trial), granted)
        met = sum(premise in granted for premise in placed.premises)
        if met > most:
            best, most = placed, met
    return best


def _is_made(variable: Variable) -> bool:
    """Whether no author declared the symbol: a witness, a root, an exponential."""
    return isinstance(variable, Atom) and not variable.name.isidentifier()


def _moves(closed: Closed, values: Iterable[Value]) -> tuple[dict[Space, Space], dict[str, str]]:
    """The spaces and index sets that the values ask for in place of the theorem's own."""
    spaces: dict[Space, Space] = {}
    sets: dict[str, str] = {}
    changed = [pair for pair in zip(closed.variables, values, strict=True) if pair[0] != pair[1]]
    for variable, value in changed:
        if isinstance(variable, Index) and isinstance(value, Index):
            sets.setdefault(variable.over, value.over)
        elif isinstance(variable, Atom) and not isinstance(value, Index):
            put = value.term if isinstance(value, Replacement) else value
            ends = (put.codomain, put.domain)
            for old, new in zip((variable.codomain, variable.domain), ends, strict=True):
                if old != C:
                    spaces.setdefault(old, new)
            if isinstance(value, Atom):
                sets.update(zip(variable.slots, value.slots, strict=False))
    return (
        {old: new for old, new in spaces.items() if old != new},
        {old: new for old, new in sets.items() if old != new},
    )
