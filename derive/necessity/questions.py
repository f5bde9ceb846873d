"""The weaker statements of a theorem: one for each thing that may be dropped from it.

What may be dropped is a hypothesis (also one that a cited theorem brings along), a premise of a
claim *if … then …*, and a declared word of a symbol for which the claim is made.  A symbol that a
hypothesis binds (*for all real E: …*) is no such symbol: its words belong to that hypothesis, and
without them the hypothesis would say more, not less.

Main results: `Question`, `Dropped`, `Questions`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

from derive.checking import Proof
from derive.checking.citations import Closed
from derive.checking.statement import Lowered, lower
from derive.kernel.atoms import NATURAL, KernelError, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Equation, Formula, forall, free
from derive.kernel.terms import identity
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.glossary import Declaration, Glossary
from derive.language.inverses import Witness
from derive.language.lowering import Lowering
from derive.necessity.weakening import NONNEGATIVE, Words, granted
from derive.theorem import Hypothesis, Malformed, ProofText, Readable, Theorem

PI = ("pi", r"\pi")
"""The number, of which nothing is assumed."""

ITSELF = "the theorem itself"
"""The name under which a proof of the weaker statement cites the theorem."""

Part = Literal["hypothesis", "premise", "property"]


@dataclass(frozen=True)
class Dropped:
    """What is dropped, for readers.

    Args:
        part: what it is a part of the statement.
        name: the name of the hypothesis; of a premise its number; of a property the symbol.
        glossary: the notation.
        hypothesis: the hypothesis as it is listed, with its kind.
        formula: what the hypothesis or the premise says.
        word: the word that is no longer granted of the symbol.
        left: the words that are left.
    """

    part: Part
    name: str
    glossary: Glossary
    hypothesis: Hypothesis | None = None
    formula: syntax.Formula | None = None
    word: str = ""
    left: Words = frozenset()

    @property
    def key(self) -> str:
        """A name for it that nothing else in the theorem has."""
        if self.part == "property":
            return f"property {self.name}: {' '.join(sorted(self.left)) or 'none'}"
        return f"{self.part} {self.name}"


@dataclass(frozen=True)
class Question:
    """A weaker statement, which is proved, refuted, or left open.

    Nothing is read before it is needed.

    Args:
        dropped: what it lacks.
        proof: that of the theorem.
        bare: the theorem as it is then, without the lines of its proof; None where nothing is left
            that has a meaning.
        lined: the same with the lines, or without them where they no longer have a meaning.
        formulas: the formulas that are dropped, if nothing else is changed.
    """

    dropped: Dropped
    proof: Proof
    bare: Callable[[], Lowered | None]
    lined: Callable[[], Lowered]
    formulas: frozenset[Formula] = frozenset()

    @cached_property
    def _bare(self) -> Lowered | None:
        return self.bare()

    @property
    def has_meaning(self) -> bool:
        """Whether there is a statement without what is dropped."""
        return self._bare is not None

    @property
    def lowering(self) -> Lowering:
        """The notation of the statement, for showing counterexamples."""
        assert self._bare is not None
        return self._bare.lowering

    @property
    def assumed(self) -> tuple[Formula, ...]:
        """The hypotheses of the statement, in order."""
        assert self._bare is not None
        return self._bare.assumptions

    @cached_property
    def statement(self) -> Statement:
        """The weaker statement; there must be one."""
        assert self._bare is not None
        claims = self._bare.claims
        return Statement(free_in((*self.assumed, *claims)), frozenset(self.assumed), claims)

    @cached_property
    def forms(self) -> tuple[Lowered, ...]:
        """What a proof may be searched from.

        First the author's lines; then the same with what cited theorems assume in place of them,
        as they may not hold of weaker symbols; then all that is assumed, without lines.
        """
        form, forms = self.lined(), []
        if form.parts or form.citations:
            forms.append(form)
        if form.parts and form.citations:
            assumed = {
                name: tuple(f for _, placed in cited for f in placed.premises)
                for name, cited in form.citations.items()
            }
            forms.append(replace(form, hypotheses={**form.hypotheses, **assumed}, citations={}))
        everything = {"all": self.assumed}
        return (*forms, replace(form, hypotheses=everything, citations={}, parts=()))

    def citable(self) -> dict[str, Closed]:
        """The theorems that a proof may cite, by the names it uses: the theorem itself, too."""
        placed = [pair for cited in self.lined().citations.values() for pair in cited]
        itself = enumerate(self.proof.closed)
        return {
            **{f"{ITSELF}/{number}": closed for number, closed in itself},
            **{name: one.closed for name, one in placed},
        }

    @cached_property
    def provable(self) -> Statement:
        """The statement with what the lines speak of besides, which exists in every model."""
        form = self.lined()
        harmless = form.statement.signature - free_in((*form.assumptions, *form.claims))
        return self.statement._replace(signature=self.statement.signature | harmless)


class Questions:
    """The questions about a theorem that has been proved.

    Args:
        proof: its proof.
        cited: the proofs of the theorems that it cites, by name.
    """

    def __init__(self, proof: Proof, cited: Mapping[str, Proof]) -> None:
        self.proof = proof
        self.theorem = proof.theorem
        self.closed = {name: one.closed for name, one in cited.items()}

    @cached_property
    def lowered(self) -> Lowered:
        """The theorem as it stands."""
        return lower(self.theorem, self.closed)

    def hypotheses(self) -> Iterator[Question]:
        """One question for each hypothesis, in the order in which they are listed."""
        listed = [
            (hypothesis, formulas)
            for hypothesis, formulas in self.proof.assumed
            if not set(formulas) <= set(self.lowered.definitions)
        ]
        names: list[str] = []
        for hypothesis, formulas in listed:
            others = {f for other, said in listed if other is not hypothesis for f in said}
            names.append(hypothesis.name)
            again = names.count(hypothesis.name)
            name = hypothesis.name if again == 1 else f"{hypothesis.name} ({again})"
            glossary = hypothesis.glossary or self.theorem.glossary
            dropped = Dropped("hypothesis", name, glossary, hypothesis, hypothesis.formula)
            yield self._without(dropped, frozenset(formulas) - others)

    def _without(self, dropped: Dropped, formulas: frozenset[Formula]) -> Question:
        """The question without some of the formulas that are assumed."""
        lowered = self.lowered
        kept = tuple(formula for formula in lowered.assumptions if formula not in formulas)
        bare = replace(lowered, hypotheses={"all": kept}, citations={}, parts=())
        used = free_in((*kept, *lowered.claims))
        divides = any(
            witness.atom in used and not _defining(witness).isdisjoint(formulas)
            for witness in lowered.lowering.witnesses
        )
        hypotheses = {
            name: tuple(formula for formula in own if formula not in formulas)
            for name, own in lowered.hypotheses.items()
        }
        lines = replace(lowered, hypotheses=hypotheses)
        return Question(
            dropped, self.proof, lambda: None if divides else bare, lambda: lines, formulas
        )

    def premises(self) -> Iterator[Question]:
        """One question for each premise of a claim, the premises of clauses in it included."""
        for number, claim in enumerate(self.theorem.claims):
            for place, premise in enumerate(_premises(claim)):
                name = f"{number + 1}.{place + 1}"
                dropped = Dropped("premise", name, self.theorem.glossary, formula=premise)
                claims = list(self.theorem.claims)
                claims[number] = _without_premise(claim, place)
                yield self._rewritten(dropped, self.theorem.glossary, claims, {}, ())

    def declared(self) -> list[Declaration]:
        """The symbols whose words are granted for the claim, in the order of the glossary."""
        claimed = {name for claim in self.theorem.claims for name in _claimed(claim)}
        inner = {name for claim in self.theorem.claims for name in _granted_inside(claim)}
        stated = (*self.lowered.assumptions, *self.lowered.claims)
        spoken = {variable.name for variable in free_in(stated)} | claimed
        return [
            declaration
            for declaration in self.theorem.glossary.symbols()
            if granted(declaration.properties)
            and declaration.name in spoken - inner
            and not self._is_both(declaration.name)
            and (declaration.name, declaration.latex) != PI
        ]

    def _is_both(self, name: str) -> bool:
        """Whether a hypothesis binds a symbol and speaks of it outside as well."""
        return any(name in _bound(h.formula) for h in self._speaking_of(name) if h.formula)

    def _speaking_of(self, name: str) -> Iterator[Hypothesis]:
        for hypothesis in self.theorem.hypotheses:
            formulas = self.lowered.hypotheses.get(hypothesis.name, ())
            if any(variable.name == name for variable in free_in(formulas)):
                yield hypothesis

    def property(self, symbol: Declaration, word: str, left: Words) -> Question:
        """The question in which of a symbol only some words are left."""
        dropped = Dropped("property", symbol.name, self.theorem.glossary, word=word, left=left)
        return self._weakened(dropped, {symbol.name: left})

    def together(self, left: Mapping[str, Words]) -> Question:
        """The question in which of several symbols only some words are left."""
        dropped = Dropped("property", " ".join(sorted(left)), self.theorem.glossary)
        return self._weakened(dropped, left)

    def _weakened(self, dropped: Dropped, left: Mapping[str, Words]) -> Question:
        """The formulas of a hypothesis that speaks of none of the symbols stay as they are.

        Where it binds a symbol of that name, the words of that one are no assumption.
        """
        old = self.theorem.glossary
        glossary = Glossary(*(_weaker(entry, left) for entry in old))
        bounded = [name for name, words in left.items() if NONNEGATIVE in words]
        try:
            bounds = {
                f"{name} is at least zero": _at_least_zero(old[name], glossary) for name in bounded
            }
        except LanguageError:
            return Question(dropped, self.proof, lambda: None, lambda: self.lowered)
        return self._rewritten(dropped, glossary, self.theorem.claims, bounds, left)

    def _rewritten(
        self,
        dropped: Dropped,
        glossary: Glossary,
        claims: Sequence[Readable],
        more: Mapping[str, Readable],
        symbols: Collection[str],
    ) -> Question:
        """The question in another notation for some symbols, or with other claims."""
        given, _, proof = self.theorem.as_given()
        speaking = {h.name for name in symbols for h in self._speaking_of(name)} | set(more)
        own = self.lowered.hypotheses

        def form(parts: Sequence[ProofText]) -> Lowered | None:
            try:
                lowered = self._lowered(glossary, {**given, **more}, claims, parts)
            except (Malformed, LanguageError, KernelError):
                return None
            hypotheses = {
                name: formulas if name in speaking else own[name]
                for name, formulas in lowered.hypotheses.items()
            }
            return replace(lowered, hypotheses=hypotheses)

        def lined() -> Lowered:
            found = form(proof) or form(())
            assert found is not None
            return found

        return Question(dropped, self.proof, lambda: form(()), cache(lined))

    def _lowered(
        self,
        glossary: Glossary,
        given: Mapping[str, Readable],
        claims: Sequence[Readable],
        proof: Sequence[ProofText],
    ) -> Lowered:
        theorem = Theorem(
            self.theorem.name, glossary=glossary, claim=list(claims), given=given, proof=proof
        )
        theorem.location = self.theorem.location
        return lower(theorem, self.closed)


def _defining(witness: Witness) -> frozenset[Formula]:
    """What a hypothesis `… ≠ 0` says: q·t = 1, for all values of the parameters."""
    equation = Equation(witness.letter() * witness.term, identity())
    return frozenset({equation, forall(witness.parameters, (), equation)})


def _weaker(entry: Declaration, left: Mapping[str, Words]) -> Declaration:
    if entry.name not in left:
        return entry
    words = (left[entry.name] - {NONNEGATIVE}) | (entry.properties & {"without adjoint"})
    return replace(entry, properties=words)


def _at_least_zero(symbol: Declaration, glossary: Glossary) -> syntax.Formula:
    """`w ≥ 0`; of a family, for all that its slots range over.  Raises `LanguageError`."""
    written = as_written(symbol, glossary)
    bound = syntax.Comparison((written, syntax.Number("0")), (r"\ge",))
    variables = tuple(one for one in written.arguments if isinstance(one, syntax.Symbol))
    return syntax.Clause(variables, (), bound) if variables else bound


def as_written(symbol: Declaration, glossary: Glossary) -> syntax.Symbol:
    """A symbol; a family with the first fitting symbols of the glossary in its slots.

    Raises:
        LanguageError: the glossary has no such symbols.
    """
    found: list[syntax.Symbol] = []
    for slot in symbol.slots:
        fitting = (
            entry
            for entry in glossary.symbols()
            if syntax.Symbol(entry.name) not in found
            and not entry.slots
            and (entry.is_natural if slot == NATURAL else entry.over == slot)
        )
        chosen = next(fitting, None)
        if chosen is None:
            message = f"no symbol of the glossary can stand in the slots of {symbol.name}"
            raise LanguageError(message)
        found.append(syntax.Symbol(chosen.name))
    return syntax.Symbol(symbol.name, tuple(found))


def free_in(formulas: Collection[Formula]) -> frozenset[Variable]:
    """What formulas speak of."""
    return frozenset[Variable]().union(*map(free, formulas))


def _claimed(claim: syntax.Formula) -> set[str]:
    """The symbols for all values of which something is claimed."""
    if not isinstance(claim, syntax.Clause):
        return set()
    return {symbol.name for symbol in claim.variables} | _claimed(claim.conclusion)


def _granted_inside(claim: syntax.Formula) -> set[str]:
    """The symbols that the premises of a claim bind."""
    if not isinstance(claim, syntax.Clause):
        return set()
    inside = {name for premise in claim.premises for name in _bound(premise)}
    return inside | _granted_inside(claim.conclusion)


def _bound(formula: syntax.Formula) -> set[str]:
    """The symbols that a formula binds."""
    clauses = [node for node in formula.walk() if isinstance(node, syntax.Clause)]
    return {symbol.name for clause in clauses for symbol in clause.variables}


def _premises(claim: syntax.Formula) -> list[syntax.Formula]:
    """The premises of a claim and of the claims in it."""
    if not isinstance(claim, syntax.Clause):
        return []
    return [*claim.premises, *_premises(claim.conclusion)]


def _without_premise(claim: syntax.Formula, place: int) -> syntax.Formula:
    """The claim without the premise at a place."""
    assert isinstance(claim, syntax.Clause)
    count = len(claim.premises)
    if place >= count:
        return replace(claim, conclusion=_without_premise(claim.conclusion, place - count))
    return replace(claim, premises=(*claim.premises[:place], *claim.premises[place + 1 :]))
