r"""Kernel terms and formulas back to trees, to show what a proof has left over.

Factors stand in the order of the glossary, so that it is eB/h and never Be/h; inverse powers go
below a fraction line; the witness of `t \neq 0` is shown as 1/t, roots and exponentials as they
were written.  Main result: `Lifting`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction as Rational
from itertools import count

from derive.kernel import exponents
from derive.kernel import formulas as kernel
from derive.kernel.atoms import Atom, C, Index, Variable
from derive.kernel.exponents import ONE, Exponent
from derive.kernel.formulas import Equation, NonNegative
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Letter, Monomial, Term, Word, natural_term
from derive.language.arranging import (
    fraction_of,
    product_of,
    shape_of,
    sum_of,
    with_sandwiches,
)
from derive.language.errors import LanguageError
from derive.language.glossary import (
    Declaration,
    Glossary,
    functional,
    index,
    ket,
    operator,
    scalar,
)
from derive.language.inverses import Witness
from derive.language.lowering import FALSITY, Definition, Lowering
from derive.language.signature import atom_of
from derive.language.syntax import (
    Adjoint,
    Bra,
    Clause,
    Comparison,
    Delta,
    Expression,
    Formula,
    ImaginaryUnit,
    Negative,
    Number,
    Power,
    Summation,
    Symbol,
    replaced,
)

MAX_SHOWN_BITS = 10_000


@dataclass
class _Factors:
    """The factors of a monomial: numbers and scalars above and below the line, then the rest."""

    above: list[tuple[tuple[int, ...], Expression]] = field(default_factory=list)
    below: list[tuple[tuple[int, ...], Expression]] = field(default_factory=list)
    after: list[Expression] = field(default_factory=list)


class Lifting:
    """Writes kernel terms as trees over a glossary.

    Symbols that the glossary lacks (further indices, atoms that a search made up) are added to
    `glossary`, which is the one to write the trees with.

    Args:
        lowering: what lowered the formulas of the theorem; it knows the witnesses and definitions.
    """

    def __init__(self, lowering: Lowering) -> None:
        self.glossary: Glossary = lowering.glossary
        self._witnesses = {known.atom.name: known for known in lowering.witnesses}
        self._definitions = {known.atom.name: known for known in lowering.definitions}

    def expression(self, term: Term) -> Expression:
        """The tree of a term."""
        parts = [self._monomial(m, c, term) for m, c in term.monomials.items()]
        parts.sort(key=lambda part: (part[0], not part[1], part[1]))
        return sum_of([(negative, tree) for negative, _, tree in parts])

    def formula(self, formula: kernel.Formula) -> Formula:
        """The tree of a formula."""
        if isinstance(formula, Equation):
            sides = self.expression(formula.left), self.expression(formula.right)
            return Comparison(sides, ("=",))
        if isinstance(formula, NonNegative):
            return Comparison((self.expression(formula.term), Number("0")), (r"\ge",))
        if not formula.variables and formula.conclusion == FALSITY and len(formula.premises) == 1:
            premise = self.formula(formula.premises[0])
            if isinstance(premise, Comparison) and premise.relations == ("=",):
                return Comparison(premise.sides, (r"\neq",))
        taken = set(kernel.free(formula))
        names: list[Variable] = []
        for variable in formula.variables:
            names.append(self._unbound(variable, {*taken, *names}))
        put = kernel.renaming(formula.variables, names)
        premises = tuple(self.formula(kernel.image(f, put)) for f in formula.premises)
        conclusion = self.formula(kernel.image(formula.conclusion, put))
        return Clause(tuple(Symbol(name.name) for name in names), premises, conclusion)

    # monomials

    def _monomial(
        self, monomial: Monomial, coefficient: Rational, term: Term
    ) -> tuple[bool, tuple[tuple[int, ...], ...], Expression]:
        """Whether the sign is minus, a key that sorts, and the tree without the sign."""
        named: dict[Index, Index] = {}
        for bound in monomial.indices:
            taken = {*term.free, *named.values()}
            named[bound] = self._index_beside(bound.over, taken)
        factors = _Factors()
        if monomial.imaginary:
            factors.above.append(((-1,), ImaginaryUnit()))
        if monomial.sign:
            power = Power(Negative(Number("1")), self._exponent(monomial.sign))
            factors.above.append(((-2,), power))
        for left, right in monomial.deltas:
            pair = Symbol(named.get(left, left).name), Symbol(named.get(right, right).name)
            factors.above.append(((len(self.glossary.order),), Delta(*pair)))
        for word, exponent in monomial.scalars:
            self._scalar(word, exponent, named, factors)
        factors.after = self._word(monomial.word, named)
        key = tuple(sorted(place for place, _ in (*factors.above, *factors.below)))
        tree = _assembled(factors, abs(coefficient))
        if named:
            tree = Summation(tuple(Symbol(name.name) for name in named.values()), tree)
        return coefficient < 0, key, tree

    def _scalar(
        self, word: Word, power: Exponent, named: dict[Index, Index], factors: _Factors
    ) -> None:
        """Put a scalar above or below the line."""
        downward = bool(power) and all(coefficient < 0 for _, coefficient in power)
        if len(word) == 1:
            here, _ = word[0]
            witness = self._witnesses.get(here.atom.name)
            if witness is not None:
                downward = not downward
                base = self.expression(self._filled(witness, here, named))
            else:
                base = self._letter(here, named)
            place: tuple[int, ...] = (self.glossary.order.get(here.atom.name, len(self.glossary)),)
        else:
            closed = self._word(word, named)
            base = product_of(closed)
            place = (len(self.glossary) + 1,)
        negative = bool(power) and all(coefficient < 0 for _, coefficient in power)
        shown = exponents.multiply(power, exponents.constant(-1)) if negative else power
        side = factors.below if downward else factors.above
        side.append((place, base if shown == ONE else Power(base, self._exponent(shown))))

    def _filled(self, witness: Witness, here: Letter, named: dict[Index, Index]) -> Term:
        """What the witness divides by, for the arguments in its slots."""
        values = [
            named.get(a, a) if isinstance(a, Index) else Replacement(natural_term(a))
            for a in here.arguments
        ]
        put = Substitution(dict(zip(witness.parameters, values, strict=True)))
        term = put.term(witness.term)
        return term.adjoint() if here.adjoint else term

    def _word(self, word: Word, named: dict[Index, Index]) -> list[Expression]:
        """A typed word as factors, with ⟨a|X|b⟩ where it begins with a bra and ends in a ket."""
        found = []
        for here, power in word:
            tree = self._letter(here, named)
            found.append(tree if power == ONE else Power(tree, self._exponent(power)))
        return with_sandwiches(found, self.glossary)

    def _letter(self, here: Letter, named: dict[Index, Index]) -> Expression:
        arguments: list[Expression] = [
            Symbol(named.get(argument, argument).name)
            if isinstance(argument, Index)
            else self._exponent(argument)
            for argument in here.arguments
        ]
        definition = self._definitions.get(here.atom.name)
        if definition is not None:
            tree = _with_arguments(definition, arguments)
        else:
            tree = Symbol(self._declared(here.atom).name, tuple(arguments))
        if not here.adjoint:
            return tree
        if shape_of(tree, self.glossary) == "ket":
            assert isinstance(tree, Symbol)
            return Bra(tree)
        scalar_letter = here.atom.codomain == C == here.atom.domain
        return Adjoint(tree, "*" if scalar_letter else r"\dagger")

    def _exponent(self, exponent: Exponent) -> Expression:
        terms = []
        for atoms, coefficient in sorted(exponent, key=lambda part: -len(part[0])):
            names: list[Expression] = [Symbol(self._declared(atom).name) for atom in atoms]
            if abs(coefficient) != 1 or not names:
                names.insert(0, Number(str(abs(coefficient))))
            terms.append((coefficient < 0, product_of(names)))
        return sum_of(terms)

    # names

    def _index_beside(self, over: str, taken: Iterable[Index | Atom]) -> Index:
        """An index over a set that is not taken; a new one if the glossary has no more."""
        names = {variable.name for variable in taken}
        for entry in self.glossary.symbols():
            if entry.kind == "index" and entry.over == over and entry.name not in names:
                return Index(entry.name, over)
        added = self._add(lambda name, latex: index(name, latex, over), "i")
        return Index(added.name, over)

    def _unbound(self, variable: Variable, taken: set[Variable]) -> Variable:
        """A variable of the same kind with a name of the glossary."""
        if isinstance(variable, Index):
            return self._index_beside(variable.over, taken)
        names = {other.name for other in taken}
        for entry in self.glossary.symbols():
            if entry.kind == "index" or entry.name in names:
                continue
            if atom_of(entry, self.glossary)._replace(name="") == variable._replace(name=""):
                return variable._replace(name=entry.name)
        return variable._replace(name=self._made_up(variable, "x").name)

    def _declared(self, atom: Atom) -> Declaration:
        """The declaration of an atom, made up where the glossary has none."""
        name = atom.name if atom.name.isidentifier() else ""
        if name in self.glossary:
            return self.glossary[name]
        for entry in self.glossary:
            if entry.english == f"kernel atom {atom.name}":
                return entry
        return self._made_up(atom, "x")

    def _made_up(self, atom: Atom, letter: str) -> Declaration:
        slots = atom.slots
        english = f"kernel atom {atom.name}"

        def build(name: str, latex: str) -> Declaration:
            if atom.name.startswith("#"):
                return scalar(name, rf"\#{atom.name[1:]}", english=english)
            if slots:
                latex = latex[:-1] + ";" + "".join(f"#{k + 1}" for k in range(len(slots))) + "}"
            if atom.codomain == C == atom.domain:
                return scalar(name, latex, slots=slots, english=english)
            if atom.domain == C:
                return ket(name, latex, space=atom.codomain.name, slots=slots, english=english)
            if atom.codomain == C:
                return functional(name, latex, space=atom.domain.name, slots=slots, english=english)
            return operator(
                name,
                latex,
                domain=atom.domain.name,
                codomain=atom.codomain.name,
                slots=slots,
                english=english,
            )

        return self._add(build, letter)

    def _add(self, build: Callable[[str, str], Declaration], letter: str) -> Declaration:
        """Declare one more symbol, with the first number that is free."""
        for number in count(1):
            name, latex = f"{letter}_{number}", f"{letter}_{{{number}}}"
            if name not in self.glossary and self.glossary.written(latex) is None:
                added = build(name, latex)
                self.glossary = self.glossary.extend(added)
                return added
        raise AssertionError("there are always more numbers")


def _with_arguments(definition: Definition, arguments: Sequence[Expression]) -> Expression:
    """A root or an exponential with other things in its slots."""
    names = [parameter.name for parameter in definition.parameters]
    return replaced(definition.tree, dict(zip(names, arguments, strict=True)))


def _assembled(factors: _Factors, coefficient: Rational) -> Expression:
    """A monomial with a positive coefficient as one product or fraction."""
    above = [tree for _, tree in sorted(factors.above, key=_place)]
    below = [tree for _, tree in sorted(factors.below, key=_place)]
    if coefficient.numerator != 1:
        above.insert(0, _number(coefficient.numerator))
    if coefficient.denominator != 1:
        below.insert(0, _number(coefficient.denominator))
    return fraction_of(above, below, factors.after)


def _place(factor: tuple[tuple[int, ...], Expression]) -> tuple[int, ...]:
    return factor[0]


def _number(value: int) -> Number:
    if value.bit_length() > MAX_SHOWN_BITS:
        raise LanguageError("a number is too large to be shown")
    return Number(str(value))
