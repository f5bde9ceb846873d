"""One question: whether a theorem is still true without a part of it.

Main results: `Question`, `Dropped`, `free_in`, `as_written`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from derive.checking import Proof
from derive.checking.citations import Closed
from derive.checking.statement import Lowered
from derive.kernel.atoms import NATURAL, Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import Formula, free
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.glossary import Declaration, Glossary
from derive.language.lowering import Lowering
from derive.necessity.weakening import Words
from derive.theorem import Hypothesis

ITSELF = "the theorem itself"
"""The name under which a proof of the weaker statement cites the theorem."""

Part = Literal["hypothesis", "premise", "property"]

Lacking: TypeAlias = Literal["meaning", "open"]
"""Why there is no weaker statement: none has a meaning, or it cannot be put as it is written."""


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
        bare: the theorem as it is then, without the lines of its proof, or why there is none.
        lined: the same with the lines, or without them where they no longer have a meaning.
        formulas: the formulas that are dropped, if nothing else is changed.
    """

    dropped: Dropped
    proof: Proof
    bare: Callable[[], Lowered | Lacking]
    lined: Callable[[], Lowered]
    formulas: frozenset[Formula] = frozenset()

    @cached_property
    def _found(self) -> Lowered | Lacking:
        return self.bare()

    @property
    def _bare(self) -> Lowered:
        assert isinstance(self._found, Lowered)
        return self._found

    @property
    def lacking(self) -> Lacking | None:
        """Why there is no statement without what is dropped; None where there is one."""
        return None if isinstance(self._found, Lowered) else self._found

    @property
    def lowering(self) -> Lowering:
        """The notation of the statement, for showing counterexamples."""
        return self._bare.lowering

    @property
    def assumed(self) -> tuple[Formula, ...]:
        """The hypotheses of the statement, in order."""
        return self._bare.assumptions

    @cached_property
    def statement(self) -> Statement:
        """The weaker statement; there must be one."""
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


def free_in(formulas: Collection[Formula]) -> frozenset[Variable]:
    """What formulas speak of."""
    return frozenset[Variable]().union(*map(free, formulas))


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
