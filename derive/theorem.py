"""What an author writes: a theorem with its hypotheses, its claim and its calculations.

Formulas are LaTeX over a glossary, or SymPy objects; nothing is proved here.  `derive.checking`
proves a theorem or replays its certificate.

Main results: `Theorem`, `Suppose`, `Chain`, and a word for each kind of hypothesis: `definition`,
`law`, `postulate`, `cited`, `experiment`, `heuristic`.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from derive.language import errors, syntax
from derive.language.glossary import Glossary
from derive.location import Location
from derive.registry import register

if TYPE_CHECKING:
    from derive.necessity import Necessity

Kind = Literal["definition", "law", "postulate", "cited", "experiment", "heuristic", "theorem"]
Readable: TypeAlias = Any
"""LaTeX, a SymPy relation, or a syntax tree."""


class TheoremError(Exception):
    """A theorem is not well formed, or its proof fails; the message names file and line."""

    def __init__(self, message: str, location: Location | None = None, theorem: str = "") -> None:
        self.message = message
        self.location = location
        self.theorem = theorem
        super().__init__(message)

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        name = f"{self.theorem}: " if self.theorem else ""
        return f"{where}{name}{self.message}"


class Unproved(TheoremError):
    """Lines of a proof, or a claim, do not follow; `failures` has them by the number of the line.

    The failure of a claim has the number 0.  The message is that of all failures together.
    """

    def __init__(self, failures: Mapping[int, TheoremError], theorem: str) -> None:
        first, *others = failures.values()
        message = "\n".join([first.message, *map(str, others)])
        super().__init__(message, first.location, theorem)
        self.failures = dict(failures)

    def __reduce__(self) -> tuple[object, ...]:
        return Unproved, (self.failures, self.theorem)


class Malformed(TheoremError):
    """There is nothing to prove: a formula cannot be read, or types or dimensions do not fit."""


@dataclass(frozen=True)
class Given:
    """A hypothesis without its name: a formula, what kind of thing it is, and its source."""

    formula: Readable
    kind: Kind
    source: str = ""


def definition(formula: Readable, source: str = "") -> Given:
    """What a symbol means."""
    return Given(formula, "definition", source)


def law(formula: Readable, source: str = "") -> Given:
    """A law of nature, or a property that the system is assumed to have."""
    return Given(formula, "law", source)


def postulate(formula: Readable, source: str = "") -> Given:
    """A postulate of the theory."""
    return Given(formula, "postulate", source)


def cited(formula: Readable, source: str) -> Given:
    """Standard mathematics that is not proved here, with a textbook reference."""
    return Given(formula, "cited", source)


def experiment(formula: Readable, source: str = "") -> Given:
    """What is known from experiment."""
    return Given(formula, "experiment", source)


def heuristic(formula: Readable, source: str = "") -> Given:
    """A picture or a rule of thumb."""
    return Given(formula, "heuristic", source)


@dataclass(frozen=True)
class Citation:
    """A theorem used in another, with other expressions for some of its symbols.

    `values` maps names of the cited theorem's symbols to expressions of the citing one, and a
    family to the name of a family; a symbol that is not mapped stands for that of the same name.
    """

    theorem: Theorem
    values: Mapping[str, Readable] = field(default_factory=dict)


@dataclass(frozen=True)
class Hypothesis:
    """A named hypothesis: a formula, or the claims of a cited theorem.

    `glossary` has the symbols of the formula where the theorem's own glossary lacks some.  What a
    cited theorem brings along is `brought_by` the hypothesis of that name, which cites it.
    """

    name: str
    kind: Kind
    formula: syntax.Formula | None
    source: str = ""
    citation: Citation | None = None
    glossary: Glossary | None = field(default=None, compare=False, repr=False)
    brought_by: str = field(default="", compare=False, repr=False)


class Chain:
    r"""A calculation made of objects instead of text: `Chain(a, (b, "reason"), (c, "reason"))`.

    Args:
        start: the first side: LaTeX, a SymPy expression, or a syntax tree.
        lines: for each line its right side and its reason; `(relation, side, reason)` where the
            relation is not `=` but `\le` or `\ge`.
    """

    def __init__(self, start: Readable, *lines: tuple[Any, ...]) -> None:
        self.start = start
        self.lines: list[tuple[syntax.Relation, Readable, str]] = [
            ("=", *line) if len(line) == 2 else line for line in lines
        ]


@dataclass(frozen=True)
class Suppose:
    """A part of a proof under further hypotheses, for all values of the symbols new in them.

    What its calculations show holds in the rest of the proof for all such values.
    """

    given: Mapping[str, Readable]
    proof: str | Chain


ProofText: TypeAlias = "str | Suppose | Chain"
"""A part of a proof as an author writes it."""


@dataclass(frozen=True)
class Part:
    """A part of a proof as read: calculations, under the hypotheses supposed for them."""

    supposed: tuple[Hypothesis, ...]
    calculations: tuple[syntax.Calculation, ...]


class Theorem:
    """A statement with its proof, as an author writes it.

    Args:
        name: dotted path, `subject.result`; the file that holds it is found by it.
        title: what the reader sees.
        source: where it stands: lecture item, textbook or paper.
        glossary: the declared symbols.
        given: hypotheses by name; a value is LaTeX or a SymPy relation (a law), what one of the
            words for kinds returns, or another `Theorem` (or `Theorem.at(...)`).
        claim: one formula or several.
        proof: calculations, each a chain with a reason after `%` on each line; `Suppose` for a
            part under further hypotheses; `Chain` for one made of SymPy objects; without a proof,
            the claim is searched for from all hypotheses.
        immediate: why it is right that one hypothesis alone gives the claim, if one does.
        models: what some symbols are in models of the hypotheses, where `derive refute` finds none
            by itself; `derive.refuter.given` says how they are written.

    Raises:
        Malformed: when a formula is read that is not well formed.
    """

    def __init__(
        self,
        name: str,
        *,
        glossary: Glossary,
        claim: Readable | Sequence[Readable],
        title: str = "",
        source: str = "",
        given: Mapping[str, Readable] | None = None,
        proof: ProofText | Sequence[ProofText] = (),
        immediate: str = "",
        models: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self.name = name
        self.title = title or name.rpartition(".")[2].replace("_", " ").capitalize()
        self.source = source
        self.glossary = glossary
        self.immediate = immediate
        self.models = tuple(models)
        self.location = Location.of_caller(sys._getframe(1))
        self._given = dict(given or {})
        self._claims = claim if isinstance(claim, list | tuple) else (claim,)
        self._proof = (proof,) if isinstance(proof, str | Suppose | Chain) else tuple(proof)
        register(self, sys._getframe(1))

    def __repr__(self) -> str:
        return f"<Theorem {self.name}>"

    def at(self, values: Mapping[str, Readable] | None = None, **named: Readable) -> Citation:
        """The theorem for other expressions in place of some of its symbols, to be cited.

        >>> real_eigenvalues.at(E="o_1")                               # doctest: +SKIP
        """
        return Citation(self, {**(values or {}), **named})

    @cached_property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """The hypotheses as read.  Raises `Malformed` where one is not well formed."""
        return self._read_given(self._given)

    @cached_property
    def claims(self) -> tuple[syntax.Formula, ...]:
        """The claims as read.  Raises `Malformed` where one is not well formed."""
        return tuple(self._read(claim, "claim", "claim") for claim in self._claims)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The proof as read.  Raises `Malformed` where a line is not well formed."""
        return tuple(self._read_part(part) for part in self._proof)

    @property
    def citations(self) -> Iterator[Citation]:
        """The theorems that this one cites; no formula is read."""
        for value in self._given.values():
            if isinstance(value, Theorem | Citation):
                yield value if isinstance(value, Citation) else value.at()

    def as_given(
        self,
    ) -> tuple[Mapping[str, Readable], Sequence[Readable], Sequence[ProofText]]:
        """Hypotheses, claims and proof as the author gave them; no formula is read."""
        return self._given, self._claims, self._proof

    def steps(self) -> Iterator[syntax.Step]:
        """All lines of the proof in order."""
        for part in self.parts:
            for calculation in part.calculations:
                yield from calculation.steps

    def read(self) -> None:
        """Read all its formulas.  Raises `Malformed` where one is not well formed."""
        _ = self.hypotheses, self.claims, self.parts

    def necessity(self, *, seconds: float | None = 5.0) -> tuple[Necessity, ...]:
        """What each hypothesis and each declared property is needed for.

        >>> orthogonality.necessity()[0].text()                        # doctest: +SKIP
        'Needed: take o₁ = 0, o₂ = 1, Ô = [0, 1; 0, 1], |o₁⟩ = [1; 0], …'

        Args:
            seconds: how long to search for each counterexample that is not known; None, not at all.

        Returns an empty tuple for a theorem that cannot be proved.
        """
        from derive.necessity import necessities

        return necessities(self, seconds=seconds)

    def to_sympy(self) -> Any:
        """The claim as a relation of SymPy, or a tuple of relations if there are several.

        Raises:
            LanguageError: SymPy has no such thing, as for a clause.
            Malformed: a claim is not well formed.
        """
        from derive.language.sympy_bridge import to_sympy

        relations = tuple(to_sympy(claim, self.glossary) for claim in self.claims)
        return relations[0] if len(relations) == 1 else relations

    def _repr_latex_(self) -> str:
        """The claims, for notebooks."""
        from derive.render.notebook import theorem_formula

        return theorem_formula(self)

    def _repr_html_(self) -> str:
        """The theorem with its proof, for notebooks."""
        from derive.render.notebook import theorem_html

        return theorem_html(self)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """The theorem in the forms from which a notebook chooses one."""
        from derive.render.notebook import mime_bundle

        return mime_bundle(self, include, exclude)

    def error(self, message: str, location: Location | None = None) -> TheoremError:
        """An error about this theorem."""
        return TheoremError(message, location or self.location, self.name)

    def malformed(self, message: str, location: Location | None = None) -> Malformed:
        """An error about this theorem, of which nothing can be proved."""
        return Malformed(message, location or self.location, self.name)

    def place(self, position: errors.Position | None, within: str = "") -> Location:
        """The place in the author's file of a position in one of the theorem's texts.

        `within` is the argument or the hypothesis under which the text stands.
        """
        if position is None:
            return self.location.of_text("", 1, within) if within else self.location
        return self.location.of_text(position.text, position.line, within)

    @contextmanager
    def reading(self, what: str, tree: syntax.Node | None, within: str) -> Iterator[None]:
        """Within, what the language refuses about a tree is an error with file and line."""
        try:
            yield
        except errors.LanguageError as error:
            position = tree.position if tree else None
            if position is not None and error.text:
                raise self._misread(error, what, position.text, within) from None
            message = f"in the {what}: {error}"
            raise self.malformed(message, self.place(position, within)) from None

    def _read_given(self, given: Mapping[str, Readable]) -> tuple[Hypothesis, ...]:
        return tuple(self._hypothesis(name, value) for name, value in given.items())

    def _hypothesis(self, name: str, value: Readable) -> Hypothesis:
        if isinstance(value, Theorem):
            value = value.at()
        if isinstance(value, Citation):
            source = f"theorem {value.theorem.name}"
            return Hypothesis(name, "theorem", None, source, value)
        if not isinstance(value, Given):
            value = law(value)
        formula = self._read(value.formula, f"hypothesis {name!r}", name)
        return Hypothesis(name, value.kind, formula, value.source)

    def read_expression(self, value: Readable, what: str, within: str = "") -> syntax.Expression:
        """The tree of LaTeX or of a SymPy expression.  Raises `Malformed`."""
        tree = self._tree(value, what, within, formula=False)
        if not isinstance(tree, syntax.Expression):
            message = f"the {what} is not an expression but the formula {value}"
            raise self.malformed(message, self.location.of_text(str(value), 1, within))
        return tree

    def _read_part(self, part: ProofText) -> Part:
        if isinstance(part, Chain):
            return Part((), (self._read_chain(part),))
        text = part.proof if isinstance(part, Suppose) else part
        supposed = self._read_given(part.given) if isinstance(part, Suppose) else ()
        supposed = tuple(replace(h, kind="definition") for h in supposed)
        if isinstance(text, Chain):
            return Part(supposed, (self._read_chain(text),))
        from derive.language.reader import read_calculation

        try:
            return Part(supposed, read_calculation(text, self.glossary))
        except errors.LanguageError as error:
            raise self._misread(error, "proof", text, "proof") from None

    def _read_chain(self, chain: Chain) -> syntax.Calculation:
        steps = []
        left = self.read_expression(chain.start, "proof", "proof")
        for relation, value, reason in chain.lines:
            right = self.read_expression(value, "proof", "proof")
            steps.append(syntax.Step(left, relation, right, reason=reason))
            left = right
        return syntax.Calculation(tuple(steps))

    def _read(self, value: Readable, what: str, within: str) -> syntax.Formula:
        tree = self._tree(value, what, within, formula=True)
        if not isinstance(tree, syntax.Formula):
            message = f"the {what} is not a formula but the expression {value}"
            raise self.malformed(message, self.location.of_text(str(value), 1, within))
        return tree

    def _tree(self, value: Readable, what: str, within: str, *, formula: bool) -> syntax.Node:
        if isinstance(value, syntax.Node):
            return value
        try:
            if isinstance(value, str):
                from derive.language.reader import read_expression, read_formula

                return (read_formula if formula else read_expression)(value, self.glossary)
            from derive.language.sympy_bridge import from_sympy

            return from_sympy(value, self.glossary)
        except errors.LanguageError as error:
            raise self._misread(error, what, str(value), within) from None

    def _misread(self, error: errors.LanguageError, what: str, text: str, within: str) -> Malformed:
        location = self.location.of_text(text, error.line, within)
        return self.malformed(f"in the {what}: {error}", location)
