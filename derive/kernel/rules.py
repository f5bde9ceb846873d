"""The rules: the only way to make a theorem.

A theorem `signature; hypotheses |- conclusion` holds in every model: for all spaces, finite
index sets (empty ones included) and atoms of the signature that have their declared properties
and satisfy the hypotheses, the conclusion is true.  Each rule returns a theorem or raises
`KernelError`; hypotheses are united.  A variable leaves the signature only where a rule says so,
for it may range over an empty set.

Main results: `Theorem` and one function per rule: `assume`, `combination`, `generalise`,
`instance`, `induction`, `parity`, `cases`, `extension`, `nonnegative_power`,
`nonnegative_square`, `nonnegative_product`, `nonnegative_total`, `order`,
`reality`, `antisymmetry`, `definite`, `archimedes`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass
from fractions import Fraction
from functools import reduce
from typing import NamedTuple, TypeAlias, TypeVar

from derive.kernel import exponents, terms
from derive.kernel.atoms import NATURAL, RESERVED, Atom, C, Index, demand
from derive.kernel.atoms import Variable, cardinality_atom, natural_atom
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free, image
from derive.kernel.formulas import forall as clause_of
from derive.kernel.substitutions import Replacement, Substitution, Value
from derive.kernel.terms import Term, identity, letter, sum_of, total, zero

_RULE = object()

Kind = TypeVar("Kind", Equation, NonNegative, Clause)


@dataclass(frozen=True)
class Theorem:
    """What has been proved; only the rules of this module make one."""

    rule: InitVar[object]
    signature: frozenset[Variable]
    hypotheses: frozenset[Formula]
    conclusion: Formula

    def __post_init__(self, rule: object) -> None:
        """Refuse what no rule made, and a signature that says two things of one name."""
        names = {variable.name for variable in self.signature}
        demand(rule is _RULE, "only a rule makes a theorem")
        demand(len(names) == len(self.signature), "two declarations of one name")
        own = {v for v in self.signature if v.name[0] in RESERVED}
        demand(own == {cardinality_atom(v.name[1:]) for v in own}, "a name of the kernel's is free")

    def concludes(self, kind: type[Kind]) -> Kind:
        """The conclusion, which must be of a kind: an equation, t >= 0, or a clause."""
        demand(isinstance(self.conclusion, kind), f"this rule needs a {kind.__name__}")
        return self.conclusion  # type: ignore[return-value]


Used: TypeAlias = Theorem | tuple[Theorem, Sequence[Formula]]
"""What a rule uses: a theorem, also without hypotheses that the rule discharges."""


def _conclude(conclusion: Formula, *used: Used, fresh: Iterable[Variable] = (),
              names: Iterable[Variable] = ()) -> Theorem:
    """The united theorem; what is fresh leaves the signature, and nothing else may have it."""
    parts = [(one, ()) if isinstance(one, Theorem) else one for one in used]
    hypotheses = frozenset(f for t, discharged in parts for f in t.hypotheses - {*discharged})
    signature = free(conclusion).union(names, *(t.signature for t, _ in parts))
    _check_fresh(fresh, *hypotheses, conclusion)
    return Theorem(_RULE, signature.difference(fresh), hypotheses, conclusion)


def _check_fresh(variables: Iterable[Variable], *formulas: Formula) -> None:
    names = frozenset(v for formula in formulas for v in free(formula))
    for variable in variables:
        new = variable not in names and variable.name[0] not in RESERVED
        demand(new, f"{variable.name} is not fresh")


def _check_natural(*variables: Atom) -> None:
    for atom in variables:
        demand(atom == natural_atom(atom.name), f"{atom.name} is not just a natural variable")


def _nonnegative(theorem: Theorem) -> Term:
    return theorem.concludes(NonNegative).term


def assume(formula: Formula) -> Theorem:
    """F |- F."""
    return Theorem(_RULE, free(formula), frozenset([formula]), formula)


class Multiple(NamedTuple):
    """The equation of a theorem, or its adjoint, times `left` and `right`, summed over indices."""

    theorem: Theorem
    left: Term
    right: Term
    over: tuple[Index, ...] = ()
    adjoint: bool = False


def combination(left: Term, right: Term, multiples: Sequence[Multiple]) -> Theorem:
    """|- s = t, where s - t is a sum of multiples of equations; an index summed over is fresh.

    Without multiples, s and t have the same normal form.
    """
    rest = left - right
    parts = []
    for multiple in multiples:
        equation = multiple.theorem.concludes(Equation)
        difference = equation.left - equation.right
        difference = difference.adjoint() if multiple.adjoint else difference
        part = multiple.left * difference * multiple.right
        names = multiple.left.free | multiple.right.free
        part = reduce(lambda body, index: total(index, body), multiple.over, part)
        rest = rest - part
        zero_part = Equation(part, zero(part.codomain, part.domain))
        parts.append(_conclude(zero_part, multiple.theorem, fresh=multiple.over, names=names))
    demand(not rest, "combination: the multiples do not add up to the difference")
    return _conclude(Equation(left, right), *parts)


def generalise(theorem: Theorem, variables: Sequence[Variable],
               premises: Sequence[Formula] = ()) -> Theorem:
    """From Γ, F1… |- F to Γ |- for all x…: F1… => F, each x fresh for Γ."""
    clause = clause_of(variables, premises, theorem.conclusion)
    return _conclude(clause, (theorem, premises), fresh=variables)


def instance(theorem: Theorem, values: Sequence[Value],
             evidence: Sequence[Theorem] = (), premises: Sequence[Theorem] = ()) -> Theorem:
    """From a clause, its conclusion with values put for what it binds, every premise proved.

    The evidence proves of each value the properties that are declared of what it replaces.
    """
    clause = theorem.concludes(Clause)
    demand(len(clause.variables) == len(values), "instance: one value for each variable")
    put = Substitution(dict(zip(clause.variables, values, strict=True)))
    wanted = {formula for pair in put.values.items() for formula in required(*pair)}
    demand(wanted <= {t.conclusion for t in evidence}, "instance: a property is not proved")
    shown = [image(p, put) for p in clause.premises] == [p.conclusion for p in premises]
    demand(shown, "instance: a premise is not proved")
    names = {name for x in values for name in ([x] if isinstance(x, Index) else x.free)}
    return _conclude(image(clause.conclusion, put), theorem, *evidence, *premises, names=names)


def required(atom: Variable, value: Value) -> list[Formula]:
    """What must be proved of a value, for the properties that are declared of an atom."""
    if isinstance(atom, Index) or isinstance(value, Index):
        return []
    term = value.term
    wanted: list[Formula] = []
    if NATURAL in atom.properties:
        demand(exponents.is_natural(terms.exponent_of(term)), "instance: a value is not natural")
    elif "positive" in atom.properties:
        wanted.append(NonNegative(term))
    elif "hermitian" in atom.properties:
        wanted.append(Equation(term, term.adjoint()))
    inverse = value.inverse or zero(term.domain, term.codomain)
    if "invertible" in atom.properties:
        wanted.append(Equation(inverse * term, identity(term.domain)))
        wanted.append(Equation(term * inverse, identity(term.codomain)))
    if "adjointable" in atom.properties:
        term.adjoint()
        inverse.adjoint()
    return [clause_of(value.parameters, (), f) for f in wanted] if value.parameters else wanted


def _at(formula: Formula, n: Atom, value: Term) -> Formula:
    return image(formula, Substitution({n: Replacement(value)}))


def induction(base: Theorem, step: Theorem, n: Atom, formula: Formula) -> Theorem:
    """From Γ |- F[0] and Γ, F[n] |- F[n+1] to Γ |- for all n: F[n], n fresh for Γ."""
    _check_natural(n)
    following = _at(formula, n, letter(n) + identity())
    shown = [base.conclusion, step.conclusion] == [_at(formula, n, zero()), following]
    demand(shown, "induction: the theorems do not end in F[0] and F[n+1]")
    return _conclude(clause_of([n], (), formula), base, (step, [formula]), fresh=[n])


def parity(even: Theorem, odd: Theorem, n: Atom, k: Atom, formula: Formula) -> Theorem:
    """From Γ |- F[2k] and Γ |- F[2k+1] to Γ |- for all n: F[n], k and n fresh for Γ."""
    _check_natural(n, k)
    twice = letter(k) + letter(k)
    wanted = [_at(formula, n, twice), _at(formula, n, twice + identity())]
    shown = [even.conclusion, odd.conclusion] == wanted
    demand(shown, "parity: the theorems do not end in F[2k] and F[2k+1]")
    return _conclude(clause_of([n], (), formula), even, odd, fresh=[n, k])


def cases(vanishing: Theorem, unit: Theorem, term: Term, q: Atom) -> Theorem:
    """From Γ, t = 0 |- F and Γ, q t = 1 |- F to Γ |- F; t a scalar, q a fresh scalar."""
    is_zero, is_unit = Equation(term, zero()), Equation(letter(q) * term, identity())
    demand(q == Atom(q.name), "cases: the witness has slots, properties or spaces")
    demand(vanishing.conclusion == unit.conclusion, "cases: two different conclusions")
    _check_fresh([q], is_zero)
    used = (vanishing, [is_zero]), (unit, [is_unit])
    return _conclude(unit.conclusion, *used, fresh=[q], names=term.free)


def extension(theorem: Theorem, left: Term, right: Term, ket: Atom) -> Theorem:
    """From Γ |- X v = Y v, v a fresh ket of their domain without properties, to Γ |- X = Y."""
    demand(ket == Atom(ket.name, left.domain, C), "extension: not a plain ket of the domain")
    equation = Equation(left * letter(ket), right * letter(ket))
    demand(theorem.conclusion == equation, "extension: the theorem is not X v = Y v")
    return _conclude(Equation(left, right), theorem, fresh=[ket])


def nonnegative_power(coefficient: Fraction, term: Term) -> Theorem:
    """|- c t >= 0, for a rational c >= 0 and a product t of naturals and powers of positives."""
    demand(coefficient >= 0, "order: a negative coefficient")
    plain = identity()
    for base, power in (part for m in term.monomials for part in m.scalars):
        properties = base[0][0].atom.properties
        natural = NATURAL in properties and exponents.is_natural(power)
        if natural or "positive" in properties:
            plain = plain * terms.single(base[0][0], power)
    demand(plain == term, "order: not a product of naturals and powers of positives")
    return _conclude(NonNegative(terms.number(coefficient) * term))


def nonnegative_square(root: Term) -> Theorem:
    """|- s†s >= 0, for s from C to an inner space."""
    return _conclude(NonNegative(root.adjoint() * root))


def nonnegative_product(parts: Sequence[Theorem]) -> Theorem:
    """From p >= 0 and q >= 0 and so on, p q … >= 0."""
    whole = reduce(Term.__mul__, map(_nonnegative, parts), identity())
    return _conclude(NonNegative(whole), *parts)


def nonnegative_total(theorem: Theorem, index: Index) -> Theorem:
    """From Γ |- p >= 0 to Γ |- Σ_i p >= 0, i fresh for Γ."""
    return _conclude(NonNegative(total(index, _nonnegative(theorem))), theorem, fresh=[index])


def order(equation: Theorem, parts: Sequence[Theorem]) -> Theorem:
    """From t = p + q + … and p >= 0, q >= 0 and so on, t >= 0."""
    wanted = equation.concludes(Equation)
    whole = sum_of(C, C, map(_nonnegative, parts))
    demand(wanted.right == whole, "order: the right side is not the sum of what is at least 0")
    return _conclude(NonNegative(wanted.left), equation, *parts)


def reality(theorem: Theorem) -> Theorem:
    """From t >= 0, t = t†."""
    term = _nonnegative(theorem)
    return _conclude(Equation(term, term.adjoint()), theorem)


def antisymmetry(above: Theorem, below: Theorem) -> Theorem:
    """From p >= 0 and -p >= 0, p = 0."""
    term = _nonnegative(above)
    demand(_nonnegative(below) == -term, "antisymmetry: the second theorem is not -p >= 0")
    return _conclude(Equation(term, zero()), above, below)


def definite(theorem: Theorem, root: Term) -> Theorem:
    """From s†s = 0, s = 0, for s from an inner space into an inner space."""
    square = root.adjoint() * root
    vanishes = Equation(square, zero(square.codomain, square.domain))
    demand(theorem.conclusion == vanishes, "definite: the theorem is not s†s = 0")
    return _conclude(Equation(root, zero(root.codomain, root.domain)), theorem)


def archimedes(ladder: Sequence[Theorem], last: Theorem, value: Term, n: Atom, m: Atom) -> Theorem:
    """If λ(λ-1)…(λ-n+1) >= 0 for all n, then λ is a natural number m, and F follows.

    The ladder is P[n] >= 0, P[0] = 1, P[n+1] = (λ-n) P[n], and λ = λ†, for some term P.
    """
    _check_natural(n, m)
    product = _nonnegative(ladder[0])
    following = Substitution({n: Replacement(letter(n) + identity())}).term(product)
    first = _at(Equation(product, identity()), n, zero())
    step = Equation(following, (value - letter(n)) * product)
    real, natural = Equation(value, value.adjoint()), Equation(value, letter(m))
    shown = [theorem.conclusion for theorem in ladder[1:]] == [first, step, real]
    demand(shown, "archimedes: not the ladder P >= 0, P[0] = 1, P[n+1] = (λ-n) P[n], λ = λ†")
    _check_fresh([n, m], real)
    return _conclude(last.conclusion, *ladder, (last, [natural]), fresh=[n, m])
