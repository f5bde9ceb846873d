"""A theorem as the kernel sees it: signature, hypotheses by name, claims.

Main results: `Lowered`, `lower`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from derive.checking.citations import Closed, Placed, close, place
from derive.checking.values import names_of, values_of
from derive.kernel import rules
from derive.kernel.atoms import C, Index, KernelError, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Formula, free
from derive.language import errors, syntax
from derive.language.dimensions import check_dimensions
from derive.language.lowering import Lowering
from derive.location import Location
from derive.theorem import Hypothesis, Part, Theorem


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
    `definitions` what roots and the like bring along; `claim_places` where each claim stands.
    """

    theorem: Theorem
    lowering: Lowering
    hypotheses: Mapping[str, tuple[Formula, ...]]
    citations: Mapping[str, tuple[tuple[str, Placed], ...]]
    definitions: tuple[Formula, ...]
    claims: tuple[Formula, ...]
    claim_places: tuple[Location, ...]
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

        The signature has every symbol of hypotheses and claims, and of the lines and citations
        those that exist in every model.
        """
        harmless = frozenset(variable for variable, _ in self.unstated() if _exists(variable))
        return Statement(self._stated | harmless, frozenset(self.assumptions), self.claims)

    @cached_property
    def _stated(self) -> frozenset[Variable]:
        return _free((*self.assumptions, *self.claims))

    def unstated(self) -> Iterator[tuple[Variable, Location]]:
        """What lines and citations speak of, but neither hypotheses nor claims do; and where."""
        for name, cited in self.citations.items():
            for _, placed in cited:
                for variable in sorted(placed.free - self._stated):
                    yield variable, self.theorem.place(None, name)
        for part in self.parts:
            known = self._stated.union(part.variables)
            for calculation in part.calculations:
                for line in calculation.steps:
                    for variable in sorted(_free(line.goals) - known):
                        yield variable, self.theorem.place(line.step.position, "proof")

    def citable(self) -> dict[str, rules.Theorem]:
        """The closed theorems that a certificate may cite, by the names it uses."""
        pairs = [pair for cited in self.citations.values() for pair in cited]
        return {name: placed.closed.theorem for name, placed in pairs}

    def close(self, theorem: rules.Theorem, certificate: str, number: int) -> Closed:
        """A claim without hypotheses and free symbols, for others to cite."""
        pairs = [pair for cited in self.citations.values() for pair in cited]
        cited = {name: placed.closed for name, placed in pairs}
        return close(theorem, self.assumptions, certificate, number, cited)


def _free(formulas: Iterable[Formula]) -> frozenset[Variable]:
    return frozenset[Variable]().union(*map(free, formulas))


def _exists(variable: Variable) -> bool:
    """Whether there is such a thing in every model.

    There need be no index, as its set may be empty, and no invertible operator, as its spaces may
    differ in dimension.
    """
    if isinstance(variable, Index):
        return False
    scalar = variable.codomain == C == variable.domain
    return scalar or "invertible" not in variable.properties


def lower(theorem: Theorem, closed: Mapping[str, tuple[Closed, ...]]) -> Lowered:
    """Lower a theorem, given the closed theorems that it cites.

    Raises:
        Malformed: where it cannot be read, or types or dimensions do not fit, with file and line.
    """
    theorem.read()
    lowering = Lowering(theorem.glossary)
    own = [h for h in theorem.hypotheses if h.formula is not None]
    hypotheses = _hypotheses(theorem, lowering, own)
    claims: list[Formula] = []
    places: list[Location] = []
    for claim in theorem.claims:
        with theorem.reading("claim", claim, "claim"):
            check_dimensions(claim, theorem.glossary)
            claims += lowering.claim(claim)
        places += [theorem.place(claim.position, "claim")] * (len(claims) - len(places))
    known = {formula for formulas in hypotheses.values() for formula in formulas}
    names = _free((*known, *claims))
    parts = tuple(_part(theorem, lowering, part, names) for part in theorem.parts)
    citations = {
        h.name: _cited(theorem, lowering, h, closed, names, known)
        for h in theorem.hypotheses
        if h.citation
    }
    definitions = tuple(f for d in lowering.definitions for f in d.formulas)
    lowered = Lowered(
        theorem, lowering, hypotheses, citations, definitions, tuple(claims), tuple(places), parts
    )
    for variable, location in lowered.unstated():
        if not _exists(variable):
            raise theorem.malformed(_not_there(variable), location)
    return lowered


def _not_there(variable: Variable) -> str:
    """Why a line may not speak of something that the statement does not speak of."""
    if isinstance(variable, Index):
        thing, why = f"index {variable.name}", f"the set {variable.over} may be empty"
    else:
        thing, why = f"invertible operator {variable.name}", "there may be none"
    return (
        f"the proof speaks of the {thing}, but neither hypotheses nor claims do: {why}\n"
        rf"hint: bind it (\forall, \sum, Suppose), or speak of it in the claim"
    )


def _hypotheses(
    theorem: Theorem, lowering: Lowering, own: list[Hypothesis]
) -> dict[str, tuple[Formula, ...]]:
    trees: list[syntax.Formula] = []
    for hypothesis in own:
        assert hypothesis.formula is not None
        trees.append(hypothesis.formula)
        with theorem.reading(
            f"hypothesis {hypothesis.name!r}", hypothesis.formula, hypothesis.name
        ):
            check_dimensions(hypothesis.formula, theorem.glossary)
    try:
        found = lowering.hypotheses(trees)
    except errors.LanguageError as error:
        blamed = [h for h in own if _stands_in(error, h.formula)] or own
        name = " / ".join(repr(h.name) for h in blamed)
        with theorem.reading(f"hypothesis {name}", blamed[0].formula, blamed[0].name):
            raise
    return {h.name: formulas for h, formulas in zip(own, found, strict=True)}


def _stands_in(error: errors.LanguageError, tree: syntax.Node | None) -> bool:
    """Whether the line that an error quotes is a line of the text of a formula."""
    position = tree.position if tree else None
    return position is not None and error.text in position.text.split("\n")


def _part(
    theorem: Theorem, lowering: Lowering, part: Part, names: frozenset[Variable]
) -> LoweredPart:
    supposed = _hypotheses(theorem, lowering, list(part.supposed))
    assumed = [formula for formulas in supposed.values() for formula in formulas]
    variables = _free(assumed) - names
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
    with theorem.reading("proof", whole, "proof"):
        return LoweredCalculation(steps, lowering.claim(whole))


def _step(theorem: Theorem, lowering: Lowering, step: syntax.Step) -> LoweredStep:
    line = syntax.Comparison((step.left, step.right), (step.relation,), position=step.position)
    with theorem.reading("proof", line, "proof"):
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
    values = values_of(theorem, lowering, hypothesis.name, citation)
    for value in values.values():
        own.update((v.name, v) for v in names_of(value))
    name, label = citation.theorem.name, f"{theorem.name}/{hypothesis.name}"
    granted = known.union(f for one in lowering.definitions for f in one.formulas)
    placed = []
    for number, one in enumerate(closed[name]):
        local = {k: v for k, v in values.items() if any(k == x.name for x in one.variables)}
        try:
            placed.append((f"{name}/{number}", place(one, local, own, granted, label)))
        except KernelError as error:
            message = f"in the hypothesis {hypothesis.name!r}: {error}"
            raise theorem.malformed(message, theorem.place(None, hypothesis.name)) from None
    return tuple(placed)
