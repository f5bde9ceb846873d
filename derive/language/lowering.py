r"""Trees to kernel terms and formulas: what a formula means.

Lowering evaluates the tree with the kernel's operations.  Whatever it has to bring along is listed:
the witness q of a hypothesis `s \neq t`, with q·(s − t) = 1, and the definition of every root and
exponential.  Main results: `Lowering`, `Definition`.

`s \neq t` is read by where it stands: as a hypothesis it gives the witness q; as a premise of a
clause it gives a witness that the clause binds; anywhere else it is the clause s = t ⇒ 1 = 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction as Rational
from functools import reduce
from math import comb

from derive.kernel import formulas as kernel
from derive.kernel.atoms import NATURAL, Atom, C, Index, KernelError, Space
from derive.kernel.exponents import as_integer
from derive.kernel.formulas import FALSITY, Equation, NonNegative, forall
from derive.kernel.terms import (
    Term,
    delta,
    exponent_of,
    identity,
    letter,
    number,
    total,
    zero,
)
from derive.language.errors import LanguageError, Position
from derive.language.glossary import Glossary
from derive.language.inverses import Witness, inverse
from derive.language.matrices import ShapeError, TermMatrix, add, fitted, scalar_matrix
from derive.language.signature import atom_of, content_of, index_of
from derive.language.syntax import (
    Adjoint,
    Anticommutator,
    Blank,
    Bra,
    Clause,
    Commutator,
    Comparison,
    Delta,
    Exponential,
    Expression,
    Formula,
    Fraction,
    ImaginaryUnit,
    Matrix,
    Modulus,
    Negative,
    Norm,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sandwich,
    Sum,
    Summation,
    Symbol,
)
from derive.language.writer import write

Value = Term | TermMatrix

MAX_MONOMIALS = 2_000
MAX_BITS = 20_000
MAX_POWER = 200


@dataclass(frozen=True)
class Definition:
    """A root or an exponential that a formula brings along, and the laws that define it.

    Args:
        atom: its name for the kernel; a family if indices or natural numbers occur in it.
        parameters: what fills the slots of the family.
        tree: how it is written, with the parameters in it.
        formulas: its defining equation; none for an exponential.
    """

    atom: Atom
    parameters: tuple[Index | Atom, ...]
    tree: Expression
    formulas: tuple[kernel.Formula, ...]


class Lowering:
    """Lowers the formulas of one theorem, and remembers what its hypotheses make nonzero.

    Args:
        glossary: the declared symbols.
    """

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._definitions: dict[str, Definition] = {}
        self._witnesses: dict[str, Witness] = {}
        self._bound: frozenset[Atom] = frozenset()

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The roots and exponentials of all formulas so far, in the order in which they came."""
        return tuple(self._definitions.values())

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """What the hypotheses so far make nonzero."""
        return tuple(self._witnesses.values())

    def term(self, tree: Expression) -> Term:
        """The kernel term of an expression.

        Raises:
            LanguageError: types do not meet, a divisor may be zero, a power is too large.
        """
        value = self._value(tree)
        if isinstance(value, TermMatrix):
            raise LanguageError.at(tree.position, "a single term is expected here, not a matrix")
        return value

    def hypothesis(self, tree: Formula) -> tuple[kernel.Formula, ...]:
        r"""The formulas that a hypothesis grants; `\neq` makes what it speaks of a divisor.

        Raises:
            LanguageError: as for `term`.
        """
        return self._formulas(tree, (), granted=True)

    def hypotheses(self, trees: Sequence[Formula]) -> tuple[tuple[kernel.Formula, ...], ...]:
        r"""The formulas of several hypotheses, each of which may divide by what any `\neq` allows.

        Raises:
            LanguageError: as for `term`.
        """
        done: dict[int, tuple[kernel.Formula, ...]] = {}
        for place, tree in enumerate(trees):
            if _speaks_of_nonzero(tree):
                done[place] = self.hypothesis(tree)
        for place, tree in enumerate(trees):
            if place not in done:
                done[place] = self.hypothesis(tree)
        return tuple(done[place] for place in range(len(trees)))

    def claim(self, tree: Formula) -> tuple[kernel.Formula, ...]:
        """The formulas to be proved: one for each relation of a chain, and each entry of a matrix.

        Raises:
            LanguageError: as for `term`.
        """
        return self._formulas(tree, (), granted=False)

    # formulas

    def _formulas(
        self, tree: Formula, over: tuple[Index | Atom, ...], *, granted: bool
    ) -> tuple[kernel.Formula, ...]:
        """The formulas of a statement; `over` is what the clauses around it bind."""
        if isinstance(tree, Clause):
            return self._clause(tree, over, granted=granted)
        assert isinstance(tree, Comparison)
        found: list[kernel.Formula] = []
        for left, relation, right in tree.links():
            for first, second in self._sides(left, right):
                if relation == "=":
                    found.append(Equation(first, second))
                elif relation == r"\neq":
                    found.append(self._unequal(first, second, over, granted=granted))
                else:
                    difference = first - second if relation == r"\ge" else second - first
                    self._require_scalar(difference, right, "only scalars can be compared")
                    found.append(NonNegative(difference))
            if relation == r"\neq" and isinstance(self._value(left), TermMatrix):
                raise LanguageError.at(left.position, "matrices are compared with = only")
        return tuple(found)

    def _sides(self, left: Expression, right: Expression) -> list[tuple[Term, Term]]:
        """The two sides as terms of one type, entry by entry."""
        first, second = self._value(left), self._value(right)
        position = right.position or left.position
        if isinstance(first, TermMatrix) or isinstance(second, TermMatrix):
            first, second = self._as_matrices(first, second, position)
            try:
                first.combine(second, lambda a, b: a)
            except ShapeError as error:
                raise LanguageError.at(position, f"the two sides differ: {error}") from None
            pairs = list(zip(first.entries(), second.entries(), strict=True))
        else:
            pairs = [(first, second)]
        fitting = [(fitted(a, b), fitted(b, a)) for a, b in pairs]
        for a, b in fitting:
            if (a.codomain, a.domain) != (b.codomain, b.domain):
                raise LanguageError.at(
                    position,
                    "the two sides are of different types: "
                    f"{self._typed(left, a)}, {self._typed(right, b)}",
                )
        return fitting

    def _unequal(
        self, left: Term, right: Term, over: tuple[Index | Atom, ...], *, granted: bool
    ) -> kernel.Formula:
        difference = left - right
        parameters = tuple(variable for variable in over if variable in difference.free)
        plain = all(isinstance(p, Index) or p.properties == (NATURAL_ONLY) for p in parameters)
        if not granted or not plain or not self._can_have_witness(difference):
            falsity = Equation(left, right)
            return forall((), (falsity,), FALSITY)
        witness = self._witness(difference, parameters)
        self._witnesses[witness.atom.name] = witness
        return Equation(witness.letter() * witness.term, identity())
