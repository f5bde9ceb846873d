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
from dataclasses import dataclass
from functools import reduce
from itertools import permutations
from math import comb

from derive.kernel import formulas as kernel
from derive.kernel.atoms import NATURAL, Atom, C, Index, KernelError, Space
from derive.kernel.exponents import as_integer, is_natural
from derive.kernel.formulas import Equation, NonNegative, forall
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
from derive.language.analysis import Analysis, unknown_to_theorems
from derive.language.errors import LanguageError, MayBeZero, Position
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

FALSITY = Equation(identity(), zero())
"""1 = 0."""

MAX_MONOMIALS = 2_000
MAX_BITS = 10_000
MAX_POWER = 200
MAX_PARAMETERS = 4

_PLAIN = next(iter(identity().monomials))


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


@dataclass(frozen=True)
class _Known:
    """A witness, and which binding of each name it speaks of: an inner binding hides it."""

    witness: Witness
    scope: dict[Index | Atom, int]


class Lowering:
    """Lowers the formulas of one theorem, and remembers what its hypotheses make nonzero.

    Args:
        glossary: the declared symbols.
    """

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._definitions: dict[str, Definition] = {}
        self._known: list[_Known] = []
        self._scope: dict[Index | Atom, int] = {}
        self._bindings = 0

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The roots and exponentials of all formulas so far, in the order in which they came."""
        return tuple(self._definitions.values())

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """What the hypotheses so far make nonzero."""
        return tuple(known.witness for known in self._known)

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
        order = sorted(range(len(trees)), key=lambda place: not _is_inequation(trees[place]))
        done = {place: self.hypothesis(trees[place]) for place in order}
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
            pairs = self._sides(left, right)
            if relation == r"\neq":
                first, second = self._only_pair(pairs, left)
                found.append(self._unequal(first, second, over, granted=granted))
            else:
                found += [self._related(a, relation, b, right) for a, b in pairs]
        return tuple(found)

    def _related(self, left: Term, relation: str, right: Term, tree: Expression) -> kernel.Formula:
        if relation == "=":
            return Equation(left, right)
        if not left.is_scalar:
            raise LanguageError.at(tree.position, "only scalars can be compared by size")
        if relation in ("<", ">"):
            raise LanguageError.at(
                tree.position,
                f"{relation} has no meaning in a theorem yet; decide() knows it",
                r"write a \le b, and a \neq b beside it",
            )
        return NonNegative(left - right if relation == r"\ge" else right - left)

    def _sides(self, left: Expression, right: Expression) -> list[tuple[Term, Term]]:
        """The two sides as terms of one type, entry by entry."""
        first, second = self._value(left), self._value(right)
        position = right.position or left.position
        if isinstance(first, TermMatrix) or isinstance(second, TermMatrix):
            with _located(position):
                rows, others = _as_matrices(first, second)
                rows.combine(others, lambda mine, theirs: mine)
            pairs = list(zip(rows.entries(), others.entries(), strict=True))
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

    def _only_pair(self, pairs: list[tuple[Term, Term]], tree: Expression) -> tuple[Term, Term]:
        if len(pairs) > 1:
            raise LanguageError.at(tree.position, "matrices are compared with = only")
        return pairs[0]

    def _unequal(
        self, left: Term, right: Term, over: tuple[Index | Atom, ...], *, granted: bool
    ) -> kernel.Formula:
        """`left ≠ right`: as a hypothesis with a witness, where there is one, else as a clause."""
        square = _square(left - right)
        parameters = [v for v in over if square is not None and v in square.free]
        if not granted or square is None or not all(map(_is_parameter, parameters)):
            return forall((), [Equation(left, right)], FALSITY)
        return self._remember(square, parameters)

    def _remember(self, term: Term, parameters: Sequence[Index | Atom] = ()) -> Equation:
        """Register a witness for a nonzero scalar; its equation."""
        order, content = _canonical(term, parameters)
        atom = Atom(f"1/({content})", slots=map(_slot, order))
        witness = Witness(atom, term, order)
        hidden = term.free.difference(order)
        self._known.append(_Known(witness, {v: self._scope[v] for v in hidden & set(self._scope)}))
        return Equation(witness.letter() * term, identity())

    def _clause(
        self, tree: Clause, over: tuple[Index | Atom, ...], *, granted: bool
    ) -> tuple[kernel.Formula, ...]:
        variables = [self._variable(symbol) for symbol in tree.variables]
        known = list(self._known)
        with self._binding(variables):
            places = sorted(
                range(len(tree.premises)), key=lambda k: not _is_inequation(tree.premises[k])
            )
            try:
                premises = {k: self._premise(tree.premises[k], variables) for k in places}
                inside = granted and not premises
                conclusions = self._formulas(tree.conclusion, (*over, *variables), granted=inside)
            finally:
                if tree.premises:
                    self._known = known
        conditions = [formula for place in sorted(premises) for formula in premises[place]]
        with _located(tree.position):
            return tuple(forall(variables, conditions, conclusion) for conclusion in conclusions)

    def _premise(self, tree: Formula, variables: list[Index | Atom]) -> list[kernel.Formula]:
        r"""The formulas of a premise; a `\neq` adds its witness to what the clause binds."""
        if not isinstance(tree, Comparison):
            return list(self._formulas(tree, (), granted=False))
        found: list[kernel.Formula] = []
        for left, relation, right in tree.links():
            pairs = self._sides(left, right)
            square = _square(pairs[0][0] - pairs[0][1]) if relation == r"\neq" else None
            if square is None:
                link = Comparison((left, right), (relation,), position=tree.position)
                found += self._formulas(link, (), granted=False)
            else:
                found.append(self._remember(square))
                atom = self._known[-1].witness.atom
                self._scope[atom] = self._bindings
                if atom not in variables:
                    variables.append(atom)
        return found

    def _variable(self, symbol: Symbol) -> Index | Atom:
        declaration = self.glossary[symbol.name]
        if declaration.kind == "index":
            return index_of(declaration)
        return atom_of(declaration, self.glossary)

    @contextmanager
    def _binding(self, variables: Sequence[Index | Atom]) -> Iterator[None]:
        """Within, the variables are bound; what was known of others of their names is hidden."""
        before = self._scope
        self._bindings += 1
        self._scope = {**before, **dict.fromkeys(variables, self._bindings)}
        try:
            yield
        finally:
            self._scope = before

    # terms

    def _value(self, node: Expression) -> Value:
        with _located(node.position):
            return self._evaluated(node)

    def _evaluated(self, node: Expression) -> Value:
        match node:
            case Number():
                return number(node.value)
            case Blank():
                return zero()
            case ImaginaryUnit():
                return number(0, 1)
            case Symbol():
                return self._symbol(node)
            case Bra():
                return self._symbol(node.ket).adjoint()
            case Sandwich():
                middle = () if node.middle is None else (node.middle,)
                return self._product((node.left, *middle, node.right))
            case Negative():
                return _mapped(self._value(node.body), Term.__neg__)
            case Sum():
                return self._sum(node)
            case Product():
                return self._product(node.factors)
            case Fraction() | Quotient():
                return self._divided(node)
            case Power():
                return self._power(node)
            case Adjoint():
                return self._adjoint(node)
            case Root():
                return self._root(node, self.term(node.radicand), node.degree)
            case Exponential():
                return self._exponential(node)
            case Commutator() | Anticommutator():
                return self._commutator(node)
            case Modulus() | Norm():
                return self._root(node, self._squared(node), 2)
            case Matrix():
                return TermMatrix(tuple(tuple(self.term(e) for e in row) for row in node.rows))
            case Summation():
                return self._summation(node)
            case Delta():
                left, right = self._index(node.left), self._index(node.right)
                return delta(left, right)
            case Analysis():
                raise unknown_to_theorems(node)
        raise AssertionError(f"{type(node).__name__} has no meaning")

    def _symbol(self, node: Symbol) -> Term:
        declaration = self.glossary[node.name]
        arguments: list[Index | Term] = []
        for slot, argument in zip(declaration.slots, node.arguments, strict=True):
            if slot == NATURAL:
                arguments.append(self.term(argument))
            else:
                assert isinstance(argument, Symbol)
                arguments.append(self._index(argument))
        return letter(atom_of(declaration, self.glossary), *arguments)

    def _index(self, node: Symbol) -> Index:
        return index_of(self.glossary[node.name])

    def _sum(self, node: Sum) -> Value:
        result: Value | None = None
        for sign, term in zip(node.signs, node.terms, strict=True):
            value = self._value(term)
            value = value if sign == "+" else _mapped(value, Term.__neg__)
            result = value if result is None else self._added(result, value, node.terms[0], term)
        assert result is not None
        return result

    def _added(self, left: Value, right: Value, first: Expression, last: Expression) -> Value:
        with _located(last.position):
            if isinstance(left, TermMatrix) or isinstance(right, TermMatrix):
                rows, others = _as_matrices(left, right)
                return rows.combine(others, add)
            try:
                return add(left, right)
            except KernelError:
                raise LanguageError.at(
                    last.position,
                    "these are of different types and cannot be added: "
                    f"{self._typed(first, left)}, {self._typed(last, right)}",
                ) from None

    def _product(self, factors: Sequence[Expression]) -> Value:
        result = self._value(factors[0])
        for place, factor in enumerate(factors[1:], 1):
            value = self._value(factor)
            with _located(factor.position):
                result = self._multiplied(result, value, factors[place - 1], factor)
        return result

    def _multiplied(self, left: Value, right: Value, before: Expression, here: Expression) -> Value:
        if isinstance(left, TermMatrix) and isinstance(right, TermMatrix):
            return left * right
        if isinstance(left, TermMatrix) or isinstance(right, TermMatrix):
            rows, term = (left, right) if isinstance(left, TermMatrix) else (right, left)
            assert isinstance(rows, TermMatrix)
            assert isinstance(term, Term)
            if not term.is_scalar:
                raise LanguageError.at(
                    here.position, "a matrix is multiplied by matrices and scalars only"
                )
            return rows.map(lambda entry: term * entry)
        if not (left.is_scalar or right.is_scalar or left.domain == right.codomain):
            raise LanguageError.at(
                here.position,
                "these cannot be multiplied: what comes before ends in "
                f"{self._typed(before, left)}, then follows {self._typed(here, right)}",
            )
        return left * right

    def _commutator(self, node: Commutator | Anticommutator) -> Value:
        forward = self._product((node.left, node.right))
        backward = self._product((node.right, node.left))
        if isinstance(node, Commutator):
            backward = _mapped(backward, Term.__neg__)
        return self._added(forward, backward, node.left, node.right)

    def _adjoint(self, node: Adjoint) -> Value:
        value = self._value(node.body)
        if node.mark != r"\dagger" and not (isinstance(value, Term) and value.is_scalar):
            raise LanguageError.at(
                node.position, "only a scalar has a complex conjugate", r"write ^\dagger"
            )
        return value.adjoint()

    def _summation(self, node: Summation) -> Value:
        indices = [self._index(symbol) for symbol in node.indices]
        with self._binding(indices):
            value = self._value(node.body)
        for index in reversed(indices):
            value = _mapped(value, lambda entry, index=index: total(index, entry))  # type: ignore[misc]
        return value

    # division

    def _divided(self, node: Fraction | Quotient) -> Value:
        above = self._value(node.numerator)
        below = self._value(node.denominator)
        if isinstance(below, TermMatrix) or not below.is_scalar:
            raise LanguageError.at(
                node.denominator.position, "only a scalar can be a divisor", "write X^{-1}"
            )
        inverse_below = self._inverse(node.denominator)
        return _mapped(above, lambda entry: entry * inverse_below)

    def _inverse(self, tree: Expression) -> Term:
        found = self._known_inverse(tree)
        if found is None:
            shown = write(tree, self.glossary)
            if not self.term(tree).is_scalar:
                raise MayBeZero.at(
                    tree.position, f"{shown} has no declared inverse", "declare it invertible"
                )
            raise MayBeZero.at(
                tree.position,
                f"this divides by {shown}, which may be zero",
                rf"declare it nonzero, or add the hypothesis {shown} \neq 0",
            )
        return found

    def _known_inverse(self, tree: Expression) -> Term | None:
        """The inverse of a term as a whole, or of its factors one by one."""
        found = inverse(self.term(tree), self._usable())
        if found is not None:
            return found
        match tree:
            case Product():
                parts = [self._known_inverse(factor) for factor in reversed(tree.factors)]
                known = [part for part in parts if part is not None]
                return reduce(Term.__mul__, known) if len(known) == len(parts) else None
            case Fraction() | Quotient():
                above = self._known_inverse(tree.numerator)
                return None if above is None else self.term(tree.denominator) * above
            case Power():
                base = self._known_inverse(tree.base)
                return None if base is None else base ** self.term(tree.exponent)
            case Negative():
                body = self._known_inverse(tree.body)
                return None if body is None else -body
            case Adjoint():
                body = self._known_inverse(tree.body)
                return None if body is None else body.adjoint()
        return None

    def _usable(self) -> list[Witness]:
        """The witnesses that speak of the same bindings as we do here."""
        return [
            known.witness
            for known in self._known
            if all(
                self._scope.get(variable) == known.scope.get(variable)
                for variable in known.witness.term.free.difference(known.witness.parameters)
            )
        ]

    # powers

    def _power(self, node: Power) -> Value:
        exponent_term = self.term(node.exponent)
        try:
            exponent = exponent_of(exponent_term)
        except KernelError:
            raise LanguageError.at(
                node.exponent.position,
                "an exponent is a whole number or a polynomial in natural numbers",
                r"write \sqrt{…} for a root",
            ) from None
        whole = as_integer(exponent)
        if isinstance(node.base, Modulus | Norm) and whole is not None and whole % 2 == 0:
            return self._whole_power(self._squared(node.base), whole // 2, node)
        base = self._value(node.base)
        if whole is not None:
            return self._whole_power(base, whole, node)
        if isinstance(base, TermMatrix):
            raise LanguageError.at(node.position, "a matrix has whole numbers as exponents only")
        try:
            return base**exponent
        except KernelError as error:
            kind = LanguageError if is_natural(exponent) else MayBeZero
            raise kind.at(
                node.position,
                f"{write(node, self.glossary)}: {error}",
                "a numeral or a sum takes whole numbers as exponents only; declare a symbol for it",
            ) from None

    def _whole_power(self, base: Value, times: int, node: Power) -> Value:
        if times < 0:
            base, times = self._inverse(node.base), -times
        self._check_size(base, times, node.position)
        if isinstance(base, TermMatrix):
            if base.height != base.width:
                raise LanguageError.at(node.position, f"a {base.shape} matrix has no powers")
            one: Value = scalar_matrix(identity(), base.height)
            return reduce(
                lambda done, _: self._multiplied(done, base, node.base, node.base),
                range(times),
                one,
            )
        if base.codomain != base.domain:
            raise LanguageError.at(
                node.position,
                f"only a map from a space to itself has powers: {self._typed(node.base, base)}",
            )
        if _is_number(base):
            return _number_power(base, times)
        return base**times

    def _check_size(self, base: Value, times: int, position: Position | None) -> None:
        """Refuse a power that would be too large, before anything is multiplied out."""
        if isinstance(base, TermMatrix):
            too_large = times > MAX_POWER
        elif _is_number(base):
            bits = sum(
                c.numerator.bit_length() + c.denominator.bit_length()
                for c in base.monomials.values()
            )
            too_large = bits > 4 and bits * times > MAX_BITS
        elif len(base.monomials) < 2:
            too_large = False
        else:
            size = len(base.monomials)
            too_large = (
                times > MAX_POWER
                or (comb(size + times - 1, times) if base.is_scalar else size**times)
                > MAX_MONOMIALS
            )
        if too_large:
            raise LanguageError.at(position, "this power is too large to multiply out")

    # roots and exponentials

    def _squared(self, node: Modulus | Norm) -> Term:
        """The square of an absolute value or of a norm."""
        body = self.term(node.body)
        if isinstance(node, Modulus) != body.is_scalar or body.domain != C:
            wanted = "a scalar" if isinstance(node, Modulus) else "a vector"
            raise LanguageError.at(
                node.position, f"{wanted} is expected here: {self._typed(node.body, body)}"
            )
        return body.adjoint() * body

    def _root(self, node: Root | Modulus | Norm, radicand: Term, degree: int) -> Term:
        if not radicand.is_scalar:
            raise LanguageError.at(
                node.position, f"only a scalar has a root here: {self._typed(node, radicand)}"
            )
        order = _sign_of(radicand)
        square = not isinstance(node, Root)
        properties = ["positive"] if order == "positive" else []
        if not properties and inverse(radicand) is not None:
            properties = ["invertible"]
        kind = "sqrt" if degree == 2 else f"root{degree}"

        def laws(root: Term) -> list[kernel.Formula]:
            found: list[kernel.Formula] = [Equation(root**degree, radicand)]
            if square or order == "nonnegative":
                found.append(NonNegative(root))
            return found

        return self._brought(kind, radicand, properties, node, laws)

    def _exponential(self, node: Exponential) -> Term:
        exponent = self.term(node.exponent)
        if not exponent.is_scalar:
            raise LanguageError.at(
                node.position,
                "the exponential of an operator is not built in",
                "declare it as an operator, and its laws as hypotheses",
            )
        return self._brought("exp", exponent, ["invertible"], node, lambda _: [])

    def _brought(
        self,
        kind: str,
        content: Term,
        properties: list[str],
        node: Expression,
        laws: Callable[[Term], list[kernel.Formula]],
    ) -> Term:
        """The atom for a root or an exponential, a family over the indices and naturals in it."""
        parameters = [variable for variable in content.free if _is_parameter(variable)]
        for variable in content.free.difference(parameters) & set(self._scope):
            raise LanguageError.at(
                node.position,
                f"{write(node, self.glossary)} depends on {variable.name}, which is bound here",
                "declare what stands here as a symbol, and what is known of it as premises",
            )
        order, text = _canonical(content, parameters)
        atom = Atom(f"{kind}({text})", C, C, properties, map(_slot, order))
        term = letter(atom, *(v if isinstance(v, Index) else letter(v) for v in order))
        if atom.name not in self._definitions:
            formulas = laws(term)
            if order:
                formulas = [forall(order, (), formula) for formula in formulas]
            self._definitions[atom.name] = Definition(atom, order, node, tuple(formulas))
        return term

    def _typed(self, tree: Expression, term: Value) -> str:
        """The tree and its type, for messages."""
        shown = write(tree, self.glossary)
        if isinstance(term, TermMatrix):
            return f"{shown} : {term.shape}"
        return f"{shown} : {_type(term)}"


@contextmanager
def _located(position: Position | None) -> Iterator[None]:
    """Within, what the kernel refuses is an error at this place."""
    try:
        yield
    except (KernelError, ShapeError) as error:
        raise LanguageError.at(position, str(error)) from None


def _type(term: Term) -> str:
    """The type for messages, such as `V←ℂ`."""
    return f"{_space(term.codomain)}←{_space(term.domain)}"


def _space(space: Space) -> str:
    return "ℂ" if space == C else space.name


def _mapped(value: Value, change: Callable[[Term], Term]) -> Value:
    return value.map(change) if isinstance(value, TermMatrix) else change(value)


def _as_matrices(left: Value, right: Value) -> tuple[TermMatrix, TermMatrix]:
    """Two values as matrices of one shape; a scalar counts as a multiple of the unit matrix."""
    if isinstance(left, TermMatrix) and isinstance(right, TermMatrix):
        return left, right
    rows, term = (left, right) if isinstance(left, TermMatrix) else (right, left)
    assert isinstance(rows, TermMatrix)
    assert isinstance(term, Term)
    if not term.is_scalar:
        raise ShapeError(f"a {rows.shape} matrix meets an abstract map {_type(term)}")
    if term and rows.height != rows.width:
        raise ShapeError(f"a {rows.shape} matrix meets a number")
    filled = rows.map(lambda _: zero()) if not term else scalar_matrix(term, rows.height)
    return (rows, filled) if isinstance(left, TermMatrix) else (filled, rows)


def _is_inequation(tree: Formula) -> bool:
    r"""Whether a statement is, under its quantifiers, nothing but `\neq`."""
    while isinstance(tree, Clause) and not tree.premises:
        tree = tree.conclusion
    return isinstance(tree, Comparison) and set(tree.relations) == {r"\neq"}


def _square(difference: Term) -> Term | None:
    """The scalar that is nonzero where the term is: itself, or ⟨v|v⟩; None for an operator."""
    if difference.is_scalar:
        return difference
    if difference.domain != C:
        return None
    try:
        return difference.adjoint() * difference
    except KernelError:
        return None


def _is_parameter(variable: Index | Atom) -> bool:
    """Whether it can fill a slot: an index, or a natural variable."""
    if isinstance(variable, Index):
        return True
    return (
        NATURAL in variable.properties and not variable.slots and not variable.name.startswith("#")
    )


def _slot(variable: Index | Atom) -> str:
    return variable.over if isinstance(variable, Index) else NATURAL


def _canonical(
    term: Term, parameters: Sequence[Index | Atom]
) -> tuple[tuple[Index | Atom, ...], str]:
    """An order of the parameters, and the content of the term with numbers for their names.

    Terms that differ only in the names of their parameters have the same content.
    """
    if len(parameters) > MAX_PARAMETERS:
        raise KernelError(f"more than {MAX_PARAMETERS} indices in one root, exponential or divisor")
    candidates = []
    for order in permutations(sorted(parameters)):
        numbered = [variable._replace(name=f"${place}") for place, variable in enumerate(order)]
        candidates.append((content_of(kernel.renaming(order, numbered).term(term)), order))
    text, order = min(candidates)
    return order, text


def _is_number(term: Term) -> bool:
    return term.is_scalar and all(
        monomial._replace(imaginary=False) == _PLAIN for monomial in term.monomials
    )


def _number_power(base: Term, times: int) -> Term:
    result = identity()
    while times:
        if times % 2:
            result = result * base
        base, times = base * base, times // 2
    return result


def _sign_of(term: Term) -> str:
    """Whether a term is a sum of products of positive symbols ("positive"), or of naturals too."""
    found = set()
    for monomial, coefficient in term.monomials.items():
        rest = monomial._replace(scalars=())
        if rest != _PLAIN or coefficient < 0 or any(len(word) > 1 for word, _ in monomial.scalars):
            return ""
        atoms = [(word[0][0].atom, power) for word, power in monomial.scalars]
        if all("positive" in atom.properties for atom, _ in atoms):
            found.add("positive")
        elif all(
            "positive" in atom.properties or (NATURAL in atom.properties and is_natural(power))
            for atom, power in atoms
        ):
            found.add("nonnegative")
        else:
            return ""
    return "positive" if "positive" in found else "nonnegative"
