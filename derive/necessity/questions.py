"""The weaker statements of a theorem: one for each thing that may be dropped from it.

What may be dropped is a hypothesis (also one that a cited theorem brings along), a premise of a
claim *if … then …*, and a declared word of a symbol for which the claim is made.  A symbol that a
hypothesis binds (*for all real E: …*) is no such symbol: its words belong to that hypothesis, and
without them the hypothesis would say more, not less.

Main results: `Question`, `Dropped`, `Questions`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from derive.checking import Proof
from derive.checking.statement import Lowered, lower
from derive.kernel.atoms import KernelError, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Formula, free
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.glossary import Declaration, Glossary
from derive.language.lowering import Lowering
from derive.necessity.weakening import NONNEGATIVE, Words, granted
from derive.theorem import Hypothesis, Malformed, ProofText, Readable, Theorem

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

    Args:
        dropped: what it lacks.
        statement: the statement; None where nothing is left that has a meaning.
        lowering: its notation, for showing counterexamples.
        forms: what a proof may be searched from, the author's own lines first.
    """

    dropped: Dropped
    statement: Statement | None
    lowering: Lowering
    forms: tuple[Lowered, ...] = ()

    @property
    def provable(self) -> Statement:
        """The statement with what the proof may speak of besides: what exists in every model."""
        assert self.statement is not None
        harmless = frozenset(v for form in self.forms for v in _harmless(form))
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
        kept = [formula for formula in lowered.assumptions if formula not in formulas]
        granted_witnesses = frozenset(w.atom for w in lowered.lowering.witnesses)
        used = _free((*kept, *lowered.claims))
        if not formulas.isdisjoint(kept) or _free(formulas) & granted_witnesses & used:
            return Question(dropped, None, lowered.lowering)
        hypotheses = {
            name: tuple(formula for formula in own if formula not in formulas)
            for name, own in lowered.hypotheses.items()
        }
        lines = replace(lowered, hypotheses=hypotheses)
        plain = replace(lines, hypotheses={"all": tuple(kept)}, citations={}, parts=())
        statement = Statement(used, frozenset(kept), lowered.claims)
        return Question(dropped, statement, lowered.lowering, (lines, plain))

    def premises(self) -> Iterator[Question]:
        """One question for each premise of a claim, the premises of clauses in it included."""
        for number, claim in enumerate(self.theorem.claims):
            for place, premise in enumerate(_premises(claim)):
                name = f"{number + 1}.{place + 1}"
                dropped = Dropped(
                    "premise", name, self.theorem.glossary, formula=premise
                )
                claims = list(self.theorem.claims)
                claims[number] = _without_premise(claim, place)
                yield self._rewritten(dropped, self.theorem.glossary, claims, None)

    def declared(self) -> list[Declaration]:
        """The symbols whose words are granted for the claim, in the order of the glossary."""
        claimed = {name for claim in self.theorem.claims for name in _claimed(claim)}
        inner = {name for claim in self.theorem.claims for name in _granted_inside(claim)}
        stated = (*self.lowered.assumptions, *self.lowered.claims)
        spoken = {variable.name for variable in _free(stated)} | claimed
        return [
            declaration
            for declaration in self.theorem.glossary.symbols()
            if granted(declaration.properties)
            and declaration.name in spoken - inner
            and not self._is_both(declaration.name)
        ]

    def _is_both(self, name: str) -> bool:
        """Whether a hypothesis binds a symbol and speaks of it outside as well."""
        return any(name in _bound(h.formula) for h in self._speaking_of(name) if h.formula)

    def _speaking_of(self, name: str) -> Iterator[Hypothesis]:
        for hypothesis in self.theorem.hypotheses:
            formulas = self.lowered.hypotheses.get(hypothesis.name, ())
            if any(variable.name == name for variable in _free(formulas)):
                yield hypothesis

    def property(self, symbol: Declaration, word: str, left: Words) -> Question:
        """The question in which of a symbol only some words are left."""
        words = (left - {NONNEGATIVE}) | (symbol.properties & {"without adjoint"})
        entries = [
            replace(entry, properties=words) if entry.name == symbol.name else entry
            for entry in self.theorem.glossary
        ]
        dropped = Dropped(
            "property", symbol.name, self.theorem.glossary, word=word, left=left
        )
        glossary = Glossary(*entries)
        bound = None
        if NONNEGATIVE in left:
            written = syntax.Symbol(symbol.name)
            bound = syntax.Comparison((written, syntax.Number("0")), (r"\ge",))
        return self._rewritten(dropped, glossary, self.theorem.claims, bound, symbol.name)

    def _rewritten(
        self,
        dropped: Dropped,
        glossary: Glossary,
        claims: Sequence[Readable],
        bound: syntax.Formula | None,
        symbol: str = "",
    ) -> Question:
        """The question in another notation or with other claims.

        The formulas of a hypothesis that does not speak of the symbol stay as they are: where it
        binds a symbol of that name, the words of that one are no assumption.
        """
        given, _, proof = self.theorem.as_given()
        given = {**given, **({"at least zero": bound} if bound else {})}
        forms = []
        for parts in dict.fromkeys((tuple(proof), ())):
            try:
                lowered = self._lowered(glossary, given, claims, parts)
            except (Malformed, LanguageError, KernelError):
                continue
            if symbol:
                speaking = {h.name for h in self._speaking_of(symbol)}
                lowered = replace(lowered, hypotheses={
                    name: formulas if name in speaking else self.lowered.hypotheses.get(name, formulas)
                    for name, formulas in lowered.hypotheses.items()
                })
            forms.append(lowered)
        if not forms:
            return Question(dropped, None, self.lowered.lowering)
        last = forms[-1]
        used = _free((*last.assumptions, *last.claims))
        statement = Statement(used, frozenset(last.assumptions), last.claims)
        return Question(dropped, statement, last.lowering, tuple(forms))

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


def _free(formulas: Collection[Formula]) -> frozenset[Variable]:
    return frozenset[Variable]().union(*map(free, formulas))


def _harmless(form: Lowered) -> frozenset[Variable]:
    """What the lines speak of, but the statement does not; it exists in every model."""
    return form.statement.signature - _free((*form.assumptions, *form.claims))


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
