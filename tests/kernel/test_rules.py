"""Each rule at work: small theorems of interest, proved by hand."""

from __future__ import annotations

from fractions import Fraction

from derive.kernel import rules
from derive.kernel.atoms import NATURAL, Atom, C, Index, Space, natural_atom
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.rules import Multiple, Theorem, assume, combination, generalise, instance
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from tests.kernel.vocabulary import FALSITY, inverse_of, same

V, W = Space("V"), Space("W")
I, J = Index("i", "I"), Index("j", "I")
N, M = natural_atom("n"), natural_atom("m")
X, Y, U_KET, V_KET = Atom("x"), Atom("y"), Atom("u", V), Atom("v", V)
A, B = Atom("A", V, V, ("adjointable",)), Atom("B", V, V, ("adjointable",))
H = Atom("H", V, V, ("hermitian",))
n, m, x, y, u, v, a, b, h = (letter(atom) for atom in (N, M, X, Y, U_KET, V_KET, A, B, H))
one, two = identity(), number(2)


def vanishes(term: Term) -> Equation:
    return Equation(term, zero(term.codomain, term.domain))


def times(theorem: Theorem, left: Term = one, right: Term = one) -> Multiple:
    return Multiple(theorem, left, right)


def equal(left: Term, right: Term, *multiples: Multiple) -> Theorem:
    return combination(left, right, multiples)


def test_assume_and_identity() -> None:
    formula = vanishes(x)
    assert assume(formula).hypotheses == {formula}
    assert assume(formula).signature == {X}
    theorem = same((a + b) * (a - b), a**2 - a * b + b * a - b**2)
    assert not theorem.hypotheses
    assert same(sign(n**2), sign(n)).conclusion == Equation(sign(n), sign(n))


def test_eigenvalues_of_a_hermitian_operator_are_real() -> None:
    value, q = Atom("λ"), Atom("q")
    norm, scalar = v.adjoint() * v, letter(value)
    eigen = assume(Equation(h * v, scalar * v))
    nonzero = assume(Equation(letter(q) * norm, one))
    same_twice = equal(
        scalar * norm,
        scalar.adjoint() * norm,
        times(eigen, -v.adjoint()),
        Multiple(eigen, one, v, (), True),
    )
    real = equal(
        scalar,
        scalar.adjoint(),
        times(same_twice, letter(q)),
        times(nonzero, scalar.adjoint() - scalar),
    )
    assert real.hypotheses == {eigen.conclusion, nonzero.conclusion}
    assert real.signature == {value, q, H, V_KET}


def test_commuting_with_a_power_by_induction() -> None:
    given = assume(Equation(a * b, b * a))
    formula = Equation(a**n * b, b * a**n)
    base = same(b, b)
    step = equal(
        a ** (n + one) * b,
        b * a ** (n + one),
        times(given, a**n),
        times(assume(formula), one, a),
    )
    theorem = rules.induction(base, step, N, formula)
    assert theorem.conclusion == forall([N], [], formula)
    assert theorem.hypotheses == {given.conclusion}
    squared = instance(theorem, [Replacement(two)])
    assert squared.conclusion == Equation(a**2 * b, b * a**2)


def test_induction_with_the_hypotheses_inside_the_clause() -> None:
    """s(0) = 1 and s(n+1) = x s(n) give s(n) = x^n."""
    s = Atom("s", slots=(NATURAL,))
    first = assume(Equation(letter(s, zero()), one))
    each = assume(forall([N], [], Equation(letter(s, n + one), x * letter(s, n))))
    formula = Equation(letter(s, n), x**n)
    step = equal(
        letter(s, n + one),
        x ** (n + one),
        times(instance(each, [Replacement(n)])),
        times(assume(formula), x),
    )
    theorem = rules.induction(first, step, N, formula)
    assert instance(theorem, [Replacement(n + m)]).conclusion == Equation(
        letter(s, n + m), x ** (n + m)
    )


def test_parity() -> None:
    """(1 - (-1)^n)(1 + (-1)^n) = 0, and (-1)^n x = x in both cases gives it for all n."""
    formula = vanishes((one - sign(n)) * (one + sign(n)))
    theorem = rules.parity(same(zero(), zero()), same(zero(), zero()), N, M, formula)
    assert theorem.conclusion == forall([N], [], formula)


def test_a_zero_product_has_a_zero_factor() -> None:
    q = Atom("q")
    given = assume(vanishes(x * y))
    clause = forall([], [vanishes(x)], FALSITY)
    absurd = equal(y, zero(), times(instance(assume(clause), [], [], [assume(vanishes(x))]), y))
    unit = assume(Equation(letter(q) * x, one))
    divided = equal(y, zero(), times(given, letter(q)), times(unit, -y))
    theorem = rules.cases(absurd, divided, x, q)
    assert theorem.conclusion == vanishes(y)
    assert theorem.hypotheses == {given.conclusion, clause}
    assert q not in theorem.signature


def test_cancelling_a_declared_unit() -> None:
    w = Atom("w", properties=("invertible",))
    given = assume(Equation(letter(w) * x, letter(w) * y))
    assert equal(x, y, times(given, inverse_of(w))).conclusion == Equation(x, y)


def test_division_by_what_is_proved_nonzero() -> None:
    """For all nonzero w: w y = z gives y = w⁻¹ z, put w := x with q x = 1."""
    w, z, q = Atom("w", properties=("invertible",)), Atom("z"), Atom("q")
    given = Equation(letter(w) * y, letter(z))
    solved = equal(y, inverse_of(w) * letter(z), times(assume(given), inverse_of(w)))
    clause = generalise(solved, [w, Y, z], [given])
    unit = assume(Equation(letter(q) * x, one))
    values = [Replacement(x, (), letter(q)), Replacement(y), Replacement(letter(z))]
    premise = assume(Equation(x * y, letter(z)))
    theorem = instance(clause, values, [unit], [premise])
    assert theorem.conclusion == Equation(y, letter(q) * letter(z))
    assert theorem.hypotheses == {unit.conclusion, premise.conclusion}


def test_extension() -> None:
    ket = Atom("w", V)
    each = assume(forall([ket], [], Equation(a * letter(ket), b * letter(ket))))
    theorem = rules.extension(instance(each, [Replacement(letter(ket))]), a, b, ket)
    assert theorem.conclusion == Equation(a, b)
    assert theorem.signature == {A, B}


def test_completeness_of_a_basis_under_a_sum() -> None:
    """H e_i = E_i e_i for all i and Σ e_i e_i† = 1 give H = Σ E_i e_i e_i†."""
    e, energy = Atom("e", V, slots=("I",)), Atom("E", slots=("I",))
    each = assume(forall([I], [], Equation(h * letter(e, I), letter(energy, I) * letter(e, I))))
    complete = assume(Equation(total(I, letter(e, I) * letter(e, I).adjoint()), identity(V)))
    spectral = total(I, letter(energy, I) * letter(e, I) * letter(e, I).adjoint())
    at_i = instance(each, [I])
    theorem = combination(
        h,
        spectral,
        [Multiple(complete, -h, one), Multiple(at_i, one, letter(e, I).adjoint(), (I,))],
    )
    assert theorem.conclusion == Equation(h, spectral)
    assert I not in theorem.signature
    orthonormal = assume(
        forall([I, J], [], Equation(letter(e, I).adjoint() * letter(e, J), delta(I, J)))
    )
    expanded = combination(
        total(J, letter(e, J) * letter(e, J).adjoint()) * letter(e, I),
        letter(e, I),
        [Multiple(instance(orthonormal, [J, I]), letter(e, J), one, (J,))],
    )
    assert expanded.signature == {I, e}


def test_cauchy_schwarz() -> None:
    """⟨u|u⟩⟨v|v⟩ - ⟨v|u⟩⟨u|v⟩ >= 0 for u other than 0."""
    q, norm = letter(Atom("q")), u.adjoint() * u
    nonzero = assume(Equation(q * norm, one))
    real = equal(q, q.adjoint(), times(nonzero, q.adjoint()), Multiple(nonzero, -q, one, (), True))
    square = rules.nonnegative_product([rules.nonnegative_square(q), rules.nonnegative_square(u)])
    positive = rules.order(
        equal(q, q.adjoint() * q * norm, times(real), times(nonzero, -q.adjoint())), [square]
    )
    root = norm * v - (u.adjoint() * v) * u
    product = rules.nonnegative_product([positive, rules.nonnegative_square(root)])
    gap = norm * (v.adjoint() * v) - (v.adjoint() * u) * (u.adjoint() * v)
    theorem = rules.order(equal(gap, q * root.adjoint() * root, times(nonzero, -gap)), [product])
    assert theorem.conclusion == NonNegative(gap)
    assert theorem.hypotheses == {nonzero.conclusion}


def test_comparison_of_rationals() -> None:
    """p >= 2 and p <= 1 is absurd."""
    above, below = assume(NonNegative(x - two)), assume(NonNegative(one - x))
    sum_is = rules.order(same(-one, (x - two) + (one - x)), [above, below])
    assert sum_is.conclusion == NonNegative(-one)
    absurd = rules.antisymmetry(rules.nonnegative_power(Fraction(1), one), sum_is)
    assert absurd.conclusion == FALSITY
    assert absurd.hypotheses == {above.conclusion, below.conclusion}


def test_the_successor_is_not_zero() -> None:
    given = assume(vanishes(n + one))
    natural, unit = (rules.nonnegative_power(Fraction(1), term) for term in (n, one))
    positive = rules.order(same(n + one, n + one), [natural, unit])
    minus_n = rules.order(equal(-n, one, times(given, number(-1))), [unit])
    n_is_zero = rules.antisymmetry(natural, minus_n)
    assert equal(one, zero(), times(given), times(n_is_zero, number(-1))).conclusion == FALSITY
    assert positive.conclusion == NonNegative(n + one)


def test_powers_of_positives_are_nonnegative_and_real() -> None:
    p = letter(Atom("p", properties=("positive",)))
    theorem = rules.nonnegative_power(Fraction(3, 2), p ** (n - two) * n**m)
    assert theorem.conclusion == NonNegative(number(Fraction(3, 2)) * p ** (n - two) * n**m)
    assert rules.nonnegative_power(Fraction(0), p).conclusion == NonNegative(zero())
    assert rules.reality(assume(NonNegative(x))).conclusion == Equation(x, x.adjoint())


def test_a_sum_of_squares_vanishes_only_with_its_terms() -> None:
    family = Atom("f", V, slots=("I",))
    square = rules.nonnegative_square(letter(family, I))
    theorem = rules.nonnegative_total(square, I)
    assert theorem.conclusion == NonNegative(
        total(I, letter(family, I).adjoint() * letter(family, I))
    )
    assert theorem.signature == {family}
    root = assume(vanishes(letter(family, I).adjoint() * letter(family, I)))
    assert rules.definite(root, letter(family, I)).conclusion == vanishes(letter(family, I))
    operator = assume(vanishes(a.adjoint() * a))
    assert rules.definite(operator, a).conclusion == vanishes(a)


def test_instance_of_a_family_and_of_nested_clauses() -> None:
    f, g = Atom("f", V, slots=("I",)), Atom("g", V, slots=("I",))
    clause = generalise(
        combination(
            total(I, letter(f, I)),
            zero(V, C),
            [
                Multiple(
                    instance(assume(forall([I], [], vanishes(letter(f, I)))), [I]), one, one, (I,)
                )
            ],
        ),
        [f],
        [forall([I], [], vanishes(letter(f, I)))],
    )
    value = Replacement(a * letter(g, J), (J,))
    premise: Formula = forall([J], [], vanishes(a * letter(g, J)))
    theorem = instance(clause, [value], [], [assume(premise)])
    assert theorem.conclusion == vanishes(a * total(I, letter(g, I)))


def test_eigenvalues_of_the_number_operator_are_natural() -> None:
    """a a† - a† a = 1, a† a v = λ v, ⟨v|v⟩ = 1, and λ is no natural number: absurd."""
    count, value, up = a.adjoint() * a, letter(X), a.adjoint()
    commutator = assume(Equation(a * up - up * a, identity(V)))
    eigen, normal = assume(Equation(count * v, value * v)), assume(Equation(v.adjoint() * v, one))
    unnatural = assume(forall([M], [Equation(value, m)], FALSITY))

    formula = Equation(count * a**n, a**n * count - n * a**n)
    lowered = equal(count * a, a * count - a, times(commutator, number(-1), a))
    step = equal(
        count * a ** (n + one),
        a ** (n + one) * count - (n + one) * a ** (n + one),
        times(assume(formula), one, a),
        times(lowered, a**n),
    )
    moved = instance(rules.induction(same(count, count), step, N, formula), [Replacement(n)])

    def product(k: Term) -> Term:
        return v.adjoint() * up**k * a**k * v

    falls = equal(
        product(n + one),
        (value - n) * product(n),
        times(moved, v.adjoint() * up**n, v),
        times(eigen, v.adjoint() * up**n * a**n),
    )
    real = equal(
        value,
        value.adjoint(),
        times(eigen, -v.adjoint()),
        Multiple(eigen, one, v, (), True),
        times(normal, value.adjoint() - value),
    )
    ladder = [rules.nonnegative_square(a**n * v), normal, falls, real]
    absurd = instance(unnatural, [Replacement(m)], [], [assume(Equation(value, m))])
    theorem = rules.archimedes(ladder, absurd, value, N, M)
    assert theorem.conclusion == FALSITY
    assert theorem.hypotheses == {t.conclusion for t in (commutator, eigen, normal, unnatural)}
    assert theorem.signature == {A, V_KET, X}
