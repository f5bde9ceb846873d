"""The weaker statements of a theorem: one for each thing that may be dropped from it.

What may be dropped is a hypothesis (also one that a cited theorem brings along), a premise of a
claim *if … then …*, and a declared word of a symbol for which the claim is made.  A symbol that a
hypothesis binds (*for all real E: …*) is no such symbol: its words belong to that hypothesis, and
without them the hypothesis would say more, not less.

Main result: `Questions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import count

from derive.checking import Proof
from derive.checking.statement import Lowered, lower
from derive.kernel.atoms import KernelError, Variable
from derive.kernel.formulas import Equation, Formula, forall
from derive.kernel.terms import identity
from derive.language import syntax
from derive.language.errors import LanguageError
from derive.language.glossary import Declaration, Glossary
from derive.language.inverses import Witness
from derive.necessity.consistency import is_of_one_mind
from derive.necessity.lacking import bound, lacking
from derive.necessity.question import Dropped, Lacking, Question, as_written, free_in
from derive.necessity.weakening import NONNEGATIVE, Words, granted
from derive.theorem import Hypothesis, Malformed, ProofText, Readable, Theorem

PI = ("pi", r"\pi")
"""The number, of which nothing is assumed."""


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
        names = _told_apart([hypothesis.name for hypothesis, _ in listed])
        for name, (hypothesis, formulas) in zip(names, listed, strict=True):
            others = {f for other, said in listed if other is not hypothesis for f in said}
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
            not _defining(witness).isdisjoint(formulas)
            and not used.isdisjoint(self._with_divisor(witness))
            for witness in lowered.lowering.witnesses
        )
        hypotheses = {
            name: tuple(formula for formula in own if formula not in formulas)
            for name, own in lowered.hypotheses.items()
        }
        lines = replace(lowered, hypotheses=hypotheses)
        return Question(
            dropped, self.proof, lambda: "meaning" if divides else bare, lambda: lines, formulas
        )

    def _with_divisor(self, witness: Witness) -> tuple[Variable, ...]:
        """A divisor and the roots and exponentials in which it stands, which are named so."""
        made = self.lowered.lowering.definitions
        return (witness.atom, *(one.atom for one in made if witness.atom.name in one.atom.name))

    def premises(self) -> Iterator[Question]:
        """One question for each premise of a claim, the premises of clauses in it included."""
        for number, claim in enumerate(self.theorem.claims):
            for place, premise in enumerate(_premises(claim)):
                name = f"{number + 1}.{place + 1}"
                dropped = Dropped("premise", name, self.theorem.glossary, formula=premise)
                claims = list(self.theorem.claims)
                claims[number] = _without_premise(claim, place)
                yield self._rewritten(dropped, claims, {}, {})

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
        return any(name in bound(h.formula) for h in self._speaking_of(name) if h.formula)

    def _speaking_of(self, name: str) -> Iterator[Hypothesis]:
        for hypothesis in self.theorem.hypotheses:
            formulas = self.lowered.hypotheses.get(hypothesis.name, ())
            if any(name in self._names_in(variable) for variable in free_in(formulas)):
                yield hypothesis

    def _names_in(self, variable: Variable) -> frozenset[str]:
        """The name of a symbol; of a root, an exponential or a divisor also those in it."""
        return frozenset({variable.name}) | self._inside.get(variable, frozenset())

    @cached_property
    def _inside(self) -> Mapping[Variable, frozenset[str]]:
        """The names that stand in each root, exponential and divisor, at any depth."""
        lowering = self.lowered.lowering
        found: dict[Variable, frozenset[str]] = {
            made.atom: _symbols(made.tree) for made in lowering.definitions
        }
        for witness in lowering.witnesses:  # what stands in a divisor has been brought before it
            spoken = witness.term.free.difference(witness.parameters)
            found[witness.atom] = frozenset[str]().union(
                *({one.name} | found.get(one, frozenset()) for one in spoken)
            )
        return found

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
        glossary = self.theorem.glossary
        bounded = [name for name, words in left.items() if NONNEGATIVE in words]
        try:
            bounds = {
                f"{name} is at least zero": _at_least_zero(glossary[name], glossary)
                for name in bounded
            }
        except LanguageError:
            return Question(dropped, self.proof, lambda: "open", lambda: self.lowered)
        return self._rewritten(dropped, self.theorem.claims, bounds, left)

    def _rewritten(
        self,
        dropped: Dropped,
        claims: Sequence[Readable],
        more: Mapping[str, Readable],
        left: Mapping[str, Words],
    ) -> Question:
        """The question with fewer words for some symbols, or with other claims."""
        given, _, proof = self.theorem.as_given()
        speaking = {h.name for name in left for h in self._speaking_of(name)} | set(more)
        own = self.lowered.hypotheses

        def form(parts: Sequence[ProofText]) -> Lowered | Lacking:
            try:
                glossary = Glossary(*(_weaker(entry, left) for entry in self.theorem.glossary))
                lowered = self._lowered(glossary, {**given, **more}, claims, parts)
            except (Malformed, LanguageError, KernelError) as error:
                return lacking(error, self.lowered, left)
            hypotheses = {
                name: formulas if name in speaking else own[name]
                for name, formulas in lowered.hypotheses.items()
            }
            weaker = replace(lowered, hypotheses=hypotheses)
            return weaker if is_of_one_mind(weaker, left) else "open"

        def lined() -> Lowered:
            found = form(proof)
            found = found if isinstance(found, Lowered) else form(())
            assert isinstance(found, Lowered)
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


def _told_apart(names: Sequence[str]) -> list[str]:
    """The names, with numbers behind those that have come before."""
    found: list[str] = []
    for name in names:
        numbered = (f"{name} ({number})" for number in count(2))
        free_names = (one for one in numbered if one not in (*names, *found))
        found.append(next(free_names) if name in found else name)
    return found


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


def _claimed(claim: syntax.Formula) -> set[str]:
    """The symbols for all values of which something is claimed."""
    if not isinstance(claim, syntax.Clause):
        return set()
    return {symbol.name for symbol in claim.variables} | _claimed(claim.conclusion)


def _granted_inside(claim: syntax.Formula) -> set[str]:
    """The symbols that the premises of a claim bind."""
    if not isinstance(claim, syntax.Clause):
        return set()
    inside = {name for premise in claim.premises for name in bound(premise)}
    return inside | _granted_inside(claim.conclusion)


def _symbols(tree: syntax.Node) -> frozenset[str]:
    return frozenset(node.name for node in tree.walk() if isinstance(node, syntax.Symbol))


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
