"""A theorem as the kernel sees it: signature, hypotheses by name, claims.

Main results: `Lowered`, `lower`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from derive.checking.citations import Closed, Placed, Value, close, place
from derive.kernel import rules
from derive.kernel.atoms import Atom, C, Index, KernelError, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Formula, free
from derive.language import errors, syntax
from derive.language.dimensions import check_dimensions
from derive.language.lowering import Lowering
from derive.theorem import Citation, Hypothesis, Part, Theorem


@dataclass(frozen=True)
class LoweredStep:
    """A line: what it says, one formula for each entry of a matrix."""

    step: syntax.Step
    goals: tuple[Formula, ...]


@dataclass(frozen=True)
class LoweredCalculation:
    """A chain: its lines, and what it says of its ends where that follows from the relations."""

    steps: tuple[LoweredStep, ...]
    ends: tuple[Formula, ...]


@dataclass(frozen=True)
class LoweredPart:
    """A part of the proof: what it supposes, for which symbols, and its calculations."""

    supposed: Mapping[str, tuple[Formula, ...]]
    variables: tuple[Variable, ...]
    calculations: tuple[LoweredCalculation, ...]

    def formulas(self) -> Iterator[Formula]:
        """All that the part says."""
        for calculation in self.calculations:
            yield from calculation.ends
            for step in calculation.steps:
                yield from step.goals


@dataclass(frozen=True)
class Lowered:
    """A theorem in kernel terms.

    `hypotheses` has the author's own by name; `citations` the cited theorems, put to use;
    `definitions` what roots and the like bring along.
    """

    theorem: Theorem
    lowering: Lowering
    hypotheses: Mapping[str, tuple[Formula, ...]]
    citations: Mapping[str, tuple[tuple[str, Placed], ...]]
    definitions: tuple[Formula, ...]
    claims: tuple[Formula, ...]
    parts: tuple[LoweredPart, ...]

    @cached_property
    def assumptions(self) -> tuple[Formula, ...]:
        """All hypotheses in the author's order, those that cited theorems bring last."""
        own = [formula for formulas in self.hypotheses.values() for formula in formulas]
        placed = [p for cited in self.citations.values() for _, p in cited]
        brought = [formula for one in placed for formula in one.premises]
        return tuple(dict.fromkeys([*own, *self.definitions, *brought]))

    @cached_property
    def statement(self) -> Statement:
        """What a certificate of the theorem must prove.

        The signature has every symbol of hypotheses and claims, and of the lines those that exist
        in every model: not an index, whose set may be empty, nor an invertible operator, whose
        spaces may differ in dimension.
        """
        stated = frozenset[Variable]().union(*map(free, (*self.assumptions, *self.claims)))
        lines = [formula for part in self.parts for formula in part.formulas()]
        supposed = {variable for part in self.parts for variable in part.variables}
        used = frozenset[Variable]().union(*map(free, lines)).difference(supposed)
        harmless = frozenset(variable for variable in used if _exists(variable))
        return Statement(stated | harmless, frozenset(self.assumptions), self.claims)

    def citable(self) -> dict[str, rules.Theorem]:
        """The closed theorems that a certificate may cite, by the names it uses."""
        pairs = [pair for cited in self.citations.values() for pair in cited]
        return {name: placed.closed.theorem for name, placed in pairs}

    def close(self, theorem: rules.Theorem, certificate: str, number: int) -> Closed:
        """A claim without hypotheses and free symbols, for others to cite."""
        pairs = [pair for cited in self.citations.values() for pair in cited]
        cited = {name: placed.closed for name, placed in pairs}
        return close(theorem, self.assumptions, certificate, number, cited)


def _exists(variable: Variable) -> bool:
    """Whether there is such a thing in every model."""
    if isinstance(variable, Index):
        return False
    scalar = variable.codomain == C == variable.domain
    return scalar or "invertible" not in variable.properties


def lower(theorem: Theorem, closed: Mapping[str, tuple[Closed, ...]]) -> Lowered:
    """Lower a theorem, given the closed theorems that it cites.

    Raises:
        TheoremError: where types or dimensions do not fit, with file and line.
    """
    lowering = Lowering(theorem.glossary)
    own = [h for h in theorem.hypotheses if h.formula is not None]
    hypotheses = _hypotheses(theorem, lowering, own)
    claims: list[Formula] = []
    for claim in theorem.claims:
        with _explained(theorem, "claim"):
            check_dimensions(claim, theorem.glossary)
            claims += lowering.claim(claim)
    known = {formula for formulas in hypotheses.values() for formula in formulas}
    names = frozenset[Variable]().union(*map(free, (*known, *claims)))
    parts = tuple(_part(theorem, lowering, part, names) for part in theorem.parts)
    citations = {
        h.name: _cited(theorem, lowering, h, closed, names, known)
        for h in theorem.hypotheses
        if h.citation
    }
    definitions = tuple(f for d in lowering.definitions for f in d.formulas)
    return Lowered(theorem, lowering, hypotheses, citations, definitions, tuple(claims), parts)


def _hypotheses(
    theorem: Theorem, lowering: Lowering, own: list[Hypothesis]
) -> dict[str, tuple[Formula, ...]]:
    for hypothesis in own:
        assert hypothesis.formula is not None
        with _explained(theorem, f"hypothesis {hypothesis.name!r}"):
            check_dimensions(hypothesis.formula, theorem.glossary)
    names = " / ".join(repr(h.name) for h in own)
    with _explained(theorem, f"hypothesis {names}"):
        found = lowering.hypotheses([h.formula for h in own if h.formula is not None])
    return {h.name: formulas for h, formulas in zip(own, found, strict=True)}


def _part(
    theorem: Theorem, lowering: Lowering, part: Part, names: frozenset[Variable]
) -> LoweredPart:
    supposed = _hypotheses(theorem, lowering, list(part.supposed))
    assumed = [formula for formulas in supposed.values() for formula in formulas]
    variables = frozenset[Variable]().union(*map(free, assumed)).difference(names)
    calculations = tuple(_calculation(theorem, lowering, one) for one in part.calculations)
    ordered = tuple(sorted(variables, key=lambda v: v.name))
    return LoweredPart(supposed, ordered, calculations)


def _calculation(
    theorem: Theorem, lowering: Lowering, calculation: syntax.Calculation
) -> LoweredCalculation:
    steps = tuple(_step(theorem, lowering, step) for step in calculation.steps)
    whole = _whole(calculation)
    if whole is None:
        return LoweredCalculation(steps, ())
    with _explained(theorem, "proof", whole.position):
        return LoweredCalculation(steps, lowering.claim(whole))


def _step(theorem: Theorem, lowering: Lowering, step: syntax.Step) -> LoweredStep:
    line = syntax.Comparison((step.left, step.right), (step.relation,), position=step.position)
    with _explained(theorem, "proof", step.position):
        check_dimensions(line, theorem.glossary)
        return LoweredStep(step, lowering.claim(line))


def _whole(calculation: syntax.Calculation) -> syntax.Comparison | None:
    """What a chain of several lines says of its ends, if its relations compose."""
    relations = {step.relation for step in calculation.steps}
    composed = relations - {"="}
    if len(calculation.steps) < 2 or len(composed) > 1 or r"\neq" in composed:
        return None
    relation = composed.pop() if composed else "="
    ends = (calculation.steps[0].left, calculation.steps[-1].right)
    return syntax.Comparison(ends, (relation,), position=calculation.steps[0].position)


def _cited(
    theorem: Theorem,
    lowering: Lowering,
    hypothesis: Hypothesis,
    closed: Mapping[str, tuple[Closed, ...]],
    names: frozenset[Variable],
    known: set[Formula],
) -> tuple[tuple[str, Placed], ...]:
    citation = hypothesis.citation
    assert citation is not None
    own: dict[str, Variable] = {variable.name: variable for variable in names}
    values = _values(theorem, lowering, citation, own, hypothesis)
    name = citation.theorem.name
    placed = []
    for number, one in enumerate(closed[name]):
        local = {k: v for k, v in values.items() if any(k == x.name for x in one.variables)}
        try:
            placed.append((f"{name}/{number}", place(one, local, own, known)))
        except KernelError as error:
            message = f"hypothesis {hypothesis.name!r}: {error}"
            raise theorem.error(message) from None
    return tuple(placed)


def _values(
    theorem: Theorem,
    lowering: Lowering,
    citation: Citation,
    own: dict[str, Variable],
    hypothesis: Hypothesis,
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    declared = {declaration.name for declaration in citation.theorem.glossary}
    for name, written in citation.values.items():
        if name not in declared:
            message = f"hypothesis {hypothesis.name!r}: {citation.theorem.name} has no symbol"
            raise theorem.error(f"{message} {name!r}")
        what = f"hypothesis {hypothesis.name!r}"
        tree = theorem.read_expression(written, what)
        with _explained(theorem, what):
            term = lowering.term(tree)
        atoms = [v for v in term.free if isinstance(v, Atom)]
        alone = isinstance(tree, syntax.Symbol) and not tree.arguments and len(atoms) == 1
        values[name] = atoms[0] if alone else term
        own.update((v.name, v) for v in term.free)
    return values


@contextmanager
def _explained(
    theorem: Theorem, what: str, position: errors.Position | None = None
) -> Iterator[None]:
    """Turn what the language refuses into an error with file and line."""
    try:
        yield
    except errors.LanguageError as error:
        place_ = theorem.place(position)
        if position is None and error.text:
            place_ = theorem.find(error.text) or place_
        raise theorem.error(f"in the {what}: {error}", place_) from None
