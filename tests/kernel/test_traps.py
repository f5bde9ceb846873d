"""Traps that must stay shut: each test is a false proof that a looser kernel would accept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import pytest

from derive.kernel import exponents, rules, terms
from derive.kernel.atoms import (
    NATURAL,
    Atom,
    C,
    Index,
    KernelError,
    Space,
    cardinality_atom,
    natural_atom,
)
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, Variable, forall, free
from derive.kernel.rules import Multiple, Theorem, assume, combination, generalise
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Letter, Term, delta, identity, letter, number, total, zero
from tests.kernel.vocabulary import FALSITY, cardinality, inverse_of, same

V, W, E = Space("V"), Space("W"), Space("E", inner=False)
I, J = Index("i", "I"), Index("j", "I")
N, M = natural_atom("n"), natural_atom("m")
X, Y, PSI = Atom("x"), Atom("y"), Atom("psi", V)
A, B = Atom("A", V, V, ("adjointable",)), Atom("B", V, V, ("adjointable",))
F, G = Atom("f", slots=("I",)), Atom("g", slots=("I",))
n, x, y, psi, one = letter(N), letter(X), letter(Y), letter(PSI), identity()


def vanishes(term: Term) -> Equation:
    return Equation(term, zero(term.codomain, term.domain))


def multiple(theorem: Theorem, left: Term = one, right: Term = one, *over: Index) -> Multiple:
    return Multiple(theorem, left, right, over)


def follows(term: Term, *multiples: Multiple) -> Theorem:
    """term = 0 from multiples of equations."""
    return combination(term, zero(term.codomain, term.domain), multiples)


def sides(theorem: Theorem) -> tuple[Term, Term]:
    equation = theorem.concludes(Equation)
    return equation.left, equation.right


def refuses(message: str, attempt: Callable[[], object]) -> None:
    with pytest.raises(KernelError, match=message):
        attempt()


# The traps of the design.


def test_an_evaluation_has_no_adjoint() -> None:
    """From δ x = 0 and [D, x] = 1 with x = x† an adjoint would prove δ = 0."""
    evaluation, position = Atom("δ", C, V), Atom("x", V, V, ("hermitian",))
    at_zero = assume(vanishes(letter(evaluation) * letter(position)))
    refuses(
        "δ has no declared adjoint",
        lambda: combination(
            letter(position) * letter(evaluation).adjoint(),
            zero(V, C),
            [Multiple(at_zero, one, one, (), True)],
        ),
    )
    refuses(
        "δ has no declared adjoint",
        lambda: combination(zero(V, C), zero(V, C), [Multiple(at_zero, one, one, (), True)]),
    )


def test_a_hypothesis_about_one_index_is_not_summed() -> None:
    here = assume(vanishes(letter(F, I)))
    refuses("i is not fresh", lambda: follows(total(I, letter(F, I)), multiple(here, one, one, I)))
    everywhere = rules.instance(assume(forall([I], [], vanishes(letter(F, I)))), [I])
    proved = follows(total(I, letter(F, I)), multiple(everywhere, one, one, I))
    assert I not in proved.signature


def test_a_clause_over_an_empty_set_says_nothing_without_an_element() -> None:
    """For all i: 1 = 0 holds over the empty set; an instance of it needs an element i."""
    absurd = rules.instance(assume(forall([I], [], FALSITY)), [I])
    assert absurd.conclusion == FALSITY
    assert I in absurd.signature
    for attempt in (
        rules.extension(_times_ket(absurd), identity(V), zero(V, V), PSI),
        combination(one, zero(), [multiple(absurd)]),
        rules.definite(_square_vanishes(absurd), psi),
    ):
        assert I in attempt.signature
    summed = follows(cardinality("I"), multiple(absurd, one, one, I))
    assert summed.conclusion == vanishes(cardinality("I"))


def _times_ket(absurd: Theorem) -> Theorem:
    return combination(psi, zero(V, C), [multiple(absurd, psi)])


def _square_vanishes(absurd: Theorem) -> Theorem:
    return follows(psi.adjoint() * psi, multiple(absurd, psi.adjoint(), psi))


def test_a_multiple_of_a_square_that_vanishes_does_not_make_its_root_vanish() -> None:
    weighted = assume(vanishes(n * psi.adjoint() * psi))
    refuses("not s†s = 0", lambda: rules.definite(weighted, psi))
    refuses("not s†s = 0", lambda: rules.definite(weighted, n * psi))


def test_zero_has_no_symbolic_power() -> None:
    """x^n = 0 for x = 0, and x^0 = 1: so 0^n is neither."""
    clause = assume(forall([X], [], Equation(x**n, x**n * x)))
    refuses("no such power", lambda: rules.instance(clause, [Replacement(zero())]))
    power = Substitution({X: Replacement(zero()), N: Replacement(zero())}).term(x**n)
    assert power == one
    assert not Substitution({X: Replacement(zero()), N: Replacement(one)}).term(x**n)
    assert zero() ** 0 == one


def test_a_premise_does_not_capture() -> None:
    """For all y: (for all x: x = y) => 1 = 0; put y := x."""
    inner = forall([X], [], Equation(x, y))
    clause = assume(forall([Y], [inner], FALSITY))
    premise = assume(forall([X], [], Equation(x, x)))
    refuses(
        "a premise is not proved", lambda: rules.instance(clause, [Replacement(x)], [], [premise])
    )
    wanted = assume(forall([Atom("z")], [], Equation(letter(Atom("z")), x)))
    assert rules.instance(clause, [Replacement(x)], [], [wanted]).conclusion == FALSITY


def test_zero_is_not_put_for_what_is_nonzero() -> None:
    w = Atom("w", properties=("invertible",))
    clause = generalise(same(inverse_of(w) * letter(w) * y, y), [w])
    refuses("a property is not proved", lambda: rules.instance(clause, [Replacement(zero())]))
    zero_times = same(zero() * zero(), zero())
    refuses(
        "a property is not proved",
        lambda: rules.instance(clause, [Replacement(zero(), (), zero())], [zero_times]),
    )


@pytest.mark.parametrize(
    "about", [vanishes(n * n), NonNegative(n), forall([X], [vanishes(n)], vanishes(x))]
)
def test_no_induction_on_a_variable_of_the_hypotheses(about: Formula) -> None:
    formula = vanishes(n)
    base, given = same(zero(), zero()), assume(vanishes(n))
    step = combination(n + one, zero(), [multiple(given), multiple(assume(FALSITY))])
    assert rules.induction(base, step, N, formula)
    spoiled = follows(zero(), multiple(_weakened(about), zero()))
    worse = combination(n + one, zero(), [multiple(step), multiple(spoiled)])
    refuses("n is not fresh", lambda: rules.induction(base, worse, N, formula))


def _weakened(formula: Formula) -> Theorem:
    """formula |- 0 = 0."""
    theorem = assume(formula)
    if isinstance(formula, Equation):
        return follows(zero(), multiple(theorem, zero()))
    absurd = generalise(same(zero(), zero()), [], [formula])
    return rules.instance(absurd, [], [], [theorem])


def test_no_parity_on_a_variable_of_the_hypotheses() -> None:
    k = natural_atom("k")
    given = assume(vanishes(n))
    formula = vanishes(x * n)
    even = follows(
        x * (letter(k) + letter(k)), multiple(assume(vanishes(x)), letter(k) + letter(k))
    )
    odd = follows(
        x * (letter(k) + letter(k) + one),
        multiple(assume(vanishes(x)), letter(k) + letter(k) + one),
    )
    assert rules.parity(even, odd, N, k, formula)
    tainted = combination(
        *sides(even), [multiple(even), multiple(follows(zero(), multiple(given, zero())))]
    )
    refuses("n is not fresh", lambda: rules.parity(tainted, odd, N, k, formula))
    about_k = combination(
        *sides(even), [multiple(even), multiple(assume(vanishes(letter(k))), zero())]
    )
    refuses("k is not fresh", lambda: rules.parity(about_k, odd, N, k, formula))
    gap = n - number(2) * letter(k)
    nothing = same(zero(), zero())
    refuses(
        "k is not fresh", lambda: rules.parity(nothing, nothing, N, k, vanishes(gap * (gap - one)))
    )


def test_an_isometry_is_not_unitary() -> None:
    isometry = assume(Equation(letter(A).adjoint() * letter(A), identity(V)))
    target = letter(A) * letter(A).adjoint() - identity(V)
    for left, right in ((letter(A), letter(A).adjoint()), (identity(V), identity(V))):
        refuses("do not add up", lambda a=left, b=right: follows(target, multiple(isometry, a, b)))
    refuses("do not add up", lambda: follows(target, Multiple(isometry, one, one, (), True)))


# Declarations.


def test_induction_and_parity_need_a_variable_that_is_only_natural() -> None:
    for atom in (Atom("n", C, C, (NATURAL, "invertible")), X, Atom("n", C, C, (NATURAL,), ("I",))):
        term = letter(atom, I) if atom.slots else letter(atom)
        refuses(
            "not just a natural",
            lambda a=atom, t=term: rules.induction(
                assume(FALSITY), assume(FALSITY), a, vanishes(t)
            ),
        )
        refuses(
            "not just a natural",
            lambda a=atom, t=term: rules.parity(
                assume(FALSITY), assume(FALSITY), N, a, vanishes(n)
            ),
        )


def test_the_natural_numbers_are_no_index_set() -> None:
    refuses("finite index set", lambda: total(Index("i", NATURAL), one))


def test_the_size_of_a_set_is_not_any_number() -> None:
    """For all i: f_i = 1 gives Σ f_i = |I|, but not Σ f_i = n for all n."""
    at = rules.instance(assume(forall([I], [], Equation(letter(F, I), one))), [I])
    size = cardinality_atom("I")
    counted = combination(total(I, letter(F, I)), letter(size), [multiple(at, one, one, I)])
    refuses("#I is not fresh", lambda: generalise(counted, [size]))
    refuses("#I is not fresh", lambda: generalise(counted, [size], [vanishes(letter(size))]))
    formula = Equation(total(I, letter(F, I)) * letter(size), letter(size) ** 2)
    base = combination(zero(), zero(), [])
    refuses("induction", lambda: rules.induction(base, counted, size, formula))


def test_no_name_of_the_kernels_own_is_bound_or_summed_over() -> None:
    """With an index ?0 of the caller a sum could capture the one that is nameless."""
    own = Index("?0", "I")
    vanishing = assume(vanishes(total(I, letter(G, I))))
    captured = total(own, letter(F, own) * total(I, letter(G, I)))
    refuses("not fresh", lambda: follows(captured, multiple(vanishing, letter(F, own), one, own)))
    refuses("kernel's is free", lambda: same(letter(F, own), letter(F, own)))
    refuses("not fresh", lambda: generalise(same(one, one), [Atom("?0")]))
    refuses(
        "of another type",
        lambda: Substitution({F: Replacement(letter(F, Index("!7", "I")), (Index("!7", "I"),))}),
    )


def test_an_index_does_not_vanish_where_terms_cancel() -> None:
    """In an empty set there is no i; multiplying by f_i and its inverse keeps i in the signature."""
    unit = Atom("u", properties=("invertible",), slots=("I",))
    theorem = combination(
        x, y, [multiple(assume(Equation(x, y)), letter(unit, I), inverse_of(unit, I))]
    )
    assert {I, unit} <= theorem.signature
    absurd = rules.instance(assume(forall([I], [], FALSITY)), [I])
    gone = rules.cases(_cases(absurd, x, "zero"), _cases(absurd, x, "unit"), x, Atom("q"))
    assert I in gone.signature


def _cases(theorem: Theorem, term: Term, case: str) -> Theorem:
    given = vanishes(term) if case == "zero" else Equation(letter(Atom("q")) * term, one)
    return combination(*sides(theorem), [multiple(theorem), multiple(assume(given), zero())])


def test_signatures_are_kept_by_every_rule_that_computes() -> None:
    h = Atom("h", V, V, ("hermitian",), ("I",))
    theorem = rules.nonnegative_square(letter(h, I) * psi - letter(h, I) * psi + psi)
    assert theorem.conclusion == NonNegative(psi.adjoint() * psi)
    clause = assume(forall([X], [], FALSITY))
    assert I in rules.instance(clause, [Replacement(letter(F, I))]).signature
    assert I in rules.cases(assume(FALSITY), assume(FALSITY), letter(F, I), Atom("q")).signature


# Terms.


def test_what_a_careless_algebra_would_identify() -> None:
    u = Atom("u", V, V, ("adjointable", "invertible"))
    apart = [
        (x, x.adjoint()),
        (number(0, 1), number(0, 1).adjoint()),
        (letter(A), letter(A).adjoint()),
        (letter(A) * letter(B), letter(B) * letter(A)),
        (inverse_of(u), letter(u).adjoint()),
        ((letter(A) * letter(B)).adjoint(), letter(A).adjoint() * letter(B).adjoint()),
        (psi * psi.adjoint(), psi.adjoint() * psi * identity(V)),
        (total(I, letter(F, I)) ** 2, total(I, letter(F, I) ** 2)),
        (total(I, letter(F, I)), letter(F, I)),
        (delta(I, J), delta(J, Index("k", "I"))),
        (cardinality("I"), one),
        (x * x.adjoint(), x**2),
    ]
    for left, right in apart:
        refuses("do not add up", lambda a=left, b=right: same(a, b))


def test_a_delta_does_not_join_two_sets() -> None:
    refuses("delta joins I with J", lambda: delta(I, Index("j", "J")))


def test_a_square_is_nonnegative_only_if_it_is_a_number() -> None:
    refuses("only a scalar", lambda: rules.nonnegative_square(letter(A)))
    refuses("only a scalar", lambda: rules.nonnegative_square(psi.adjoint()))
    refuses("inner products", lambda: rules.nonnegative_square(letter(Atom("e", E))))


@pytest.mark.parametrize(
    "base",
    [x + y, number(2), number(0, 1), psi.adjoint() * psi, delta(I, J), letter(A) * letter(B)],
)
def test_sums_numerals_and_products_of_operators_have_no_symbolic_power(base: Term) -> None:
    refuses("no such power", lambda: base**n)


def test_what_has_no_inverse_has_no_negative_power() -> None:
    w = letter(Atom("w", properties=("invertible",)))
    for power in (-1, n - one, -n, n * letter(M) - letter(M)):
        refuses("x is not declared invertible", lambda p=power: x**p)
        refuses("x is not declared invertible", lambda p=power: (w * x) ** p)
        assert w**power * w ** (-power if isinstance(power, Term) else 1) == one
    refuses("x is not declared invertible", lambda: inverse_of(X))
    refuses(
        "x is not declared invertible",
        lambda: terms.single(Letter(X, (), False), exponents.constant(-1)),
    )


def test_a_symbolic_negative_power_needs_an_atom_with_an_inverse() -> None:
    w = Atom("w", properties=("invertible",))
    put = Substitution({w: Replacement(x, (), y)})
    refuses("x is not declared invertible", lambda: put.term(letter(w) ** -n))
    assert put.term(letter(w) ** -2) == y**2


# Instances.


def _evidence(*equations: tuple[Term, Term]) -> list[Theorem]:
    return [assume(Equation(*pair)) for pair in equations]


def test_evidence_for_another_term_is_no_evidence() -> None:
    h = Atom("h", V, V, ("hermitian",))
    clause = assume(forall([h], [], vanishes(letter(h))))
    evidence = _evidence((letter(B), letter(B).adjoint()))
    refuses("not proved", lambda: rules.instance(clause, [Replacement(letter(A))], evidence))
    reverse = _evidence((letter(A).adjoint(), letter(A)))
    refuses("not proved", lambda: rules.instance(clause, [Replacement(letter(A))], reverse))


def test_an_inverse_is_proved_on_both_sides() -> None:
    u = Atom("u", V, V, ("invertible",))
    clause = assume(forall([u], [], FALSITY))
    value = Replacement(letter(A), (), letter(B))
    left = (letter(B) * letter(A), identity(V))
    right = (letter(A) * letter(B), identity(V))
    for evidence in ([], [left], [right]):
        refuses("not proved", lambda e=evidence: rules.instance(clause, [value], _evidence(*e)))
    assert rules.instance(clause, [value], _evidence(left, right))


def test_an_adjointable_atom_takes_only_what_has_an_adjoint() -> None:
    plain, functional = Atom("D", V, V), Atom("δ", C, V)
    for atom, value in (
        (A, letter(plain)),
        (PSI, letter(plain) * psi),
        (X, letter(functional) * psi),
    ):
        clause = assume(forall([atom], [], FALSITY))
        refuses(
            "no declared adjoint", lambda c=clause, v=value: rules.instance(c, [Replacement(v)])
        )


def test_the_inverse_of_an_adjointable_atom_has_an_adjoint() -> None:
    """On finite sequences 1-L is bijective for the left shift L, but its adjoint 1-R is not onto."""
    u, z = Atom("u", V, V, ("adjointable", "invertible")), Atom("z", V, V)
    annihilates = vanishes(letter(z) * letter(u).adjoint())
    proved = follows(letter(z), multiple(assume(annihilates), one, inverse_of(u).adjoint()))
    clause = generalise(proved, [u, z], [annihilates])
    shift, inverse = identity(V) - letter(A), letter(Atom("G", V, V))
    evidence = _evidence((inverse * shift, identity(V)), (shift * inverse, identity(V)))
    value = Replacement(shift, (), inverse)
    premise = assume(vanishes(letter(Y_ON_V) * shift.adjoint()))
    refuses(
        "G has no declared adjoint",
        lambda: rules.instance(clause, [value, Replacement(letter(Y_ON_V))], evidence, [premise]),
    )


Y_ON_V = Atom("ε", V, V)


def test_the_parameter_of_a_sequence_has_no_further_property() -> None:
    """Else w(p) = p with p natural and nonzero would count as nonzero everywhere, also at 0."""
    w = Atom("w", properties=("invertible",), slots=(NATURAL,))
    vanishing = vanishes(letter(w, zero()) * x)
    proved = follows(x, multiple(assume(vanishing), inverse_of(w, zero())))
    clause = generalise(proved, [w], [vanishing])
    p = Atom("p", C, C, (NATURAL, "invertible"))
    evidence = generalise(same(inverse_of(p) * letter(p), one), [p])
    refuses(
        "of another type",
        lambda: rules.instance(
            clause,
            [Replacement(letter(p), (p,), inverse_of(p))],
            [evidence],
            [same(zero(), zero())],
        ),
    )
    refuses("of another type", lambda: Substitution({w: Replacement(x, (X,))}))
    refuses("of another type", lambda: Substitution({F: Replacement(x, (Index("i", "J"),))}))
    both = Atom("d", slots=("I", "I"))
    refuses("of another type", lambda: Substitution({both: Replacement(x, (I, I))}))


def test_a_slot_is_a_name() -> None:
    """A slot that is false would take exponents that are not natural, as "no natural" is false."""
    for slots in ([False], [0], [None]):
        odd = Atom("w", slots=slots)  # type: ignore[arg-type]
        refuses("has the slots", lambda a=odd: letter(a, n - one))
        refuses("of another type", lambda a=odd: Substitution({a: Replacement(x, (X,))}))


def test_evidence_for_a_family_holds_for_all_its_members() -> None:
    h = Atom("h", properties=("hermitian",), slots=("I",))
    clause = assume(forall([h], [], FALSITY))
    value = Replacement(letter(F, I), (I,))
    one_member = _evidence((letter(F, I), letter(F, I).adjoint()))
    refuses("not proved", lambda: rules.instance(clause, [value], one_member))
    refuses("not fresh", lambda: generalise(one_member[0], [I]))


def test_a_natural_takes_polynomials_with_natural_coefficients_only() -> None:
    clause = assume(forall([N], [], FALSITY))
    for value in (n - one, x, number(-1), -n):
        refuses("natural|polynomial", lambda v=value: rules.instance(clause, [Replacement(v)]))
    assert rules.instance(clause, [Replacement(n * letter(M) + one)])
    nonzero = Atom("l", C, C, (NATURAL, "invertible"))
    clause = assume(forall([nonzero], [], FALSITY))
    refuses("not proved", lambda: rules.instance(clause, [Replacement(zero())]))


def test_a_positive_value_is_proved_to_be_nonnegative_and_invertible() -> None:
    p = Atom("p", properties=("positive",))
    clause = assume(forall([p], [], FALSITY))
    inverse = _evidence((y * x, one))
    value = Replacement(x, (), y)
    refuses("not proved", lambda: rules.instance(clause, [value], inverse))
    refuses("not proved", lambda: rules.instance(clause, [value], [assume(NonNegative(x))]))
    assert rules.instance(clause, [value], [*inverse, assume(NonNegative(x))])


# Freshness.


def test_what_the_hypotheses_mention_is_not_generalised() -> None:
    for atom in (X, PSI, A, N):
        theorem = assume(vanishes(letter(atom)))
        refuses("not fresh", lambda t=theorem, a=atom: generalise(t, [a]))
    kept = assume(vanishes(x))
    twice = combination(
        x, zero(), [multiple(kept, x + one), multiple(assume(vanishes(x * x)), number(-1))]
    )
    refuses("x is not fresh", lambda: generalise(twice, [X], [vanishes(x)]))


def test_the_ket_of_extension_is_arbitrary() -> None:
    operator = letter(A)
    given = assume(Equation(operator * psi, zero(V, C)))
    refuses("psi is not fresh", lambda: rules.extension(given, operator, zero(V, V), PSI))
    absurd = combination(operator * psi, zero(V, C), [multiple(assume(FALSITY), operator * psi)])
    assert rules.extension(absurd, operator, zero(V, V), PSI)
    projector = psi * psi.adjoint()
    theorem = combination(projector * psi, zero(V, C), [multiple(assume(FALSITY), projector * psi)])
    refuses("psi is not fresh", lambda: rules.extension(theorem, projector, zero(V, V), PSI))


def test_the_witness_of_cases_is_arbitrary() -> None:
    q = Atom("q")
    vanishing = combination(
        y, zero(), [multiple(assume(vanishes(x)), zero()), multiple(assume(vanishes(y)))]
    )
    unit = combination(
        y,
        zero(),
        [multiple(assume(Equation(letter(q) * x, one)), zero()), multiple(assume(vanishes(y)))],
    )
    assert rules.cases(vanishing, unit, x, q)
    mentions = combination(
        y, zero(), [multiple(unit), multiple(assume(vanishes(letter(q))), zero())]
    )
    refuses("q is not fresh", lambda: rules.cases(vanishing, mentions, x, q))
    refuses(
        "q is not fresh",
        lambda: rules.cases(assume(vanishes(y)), assume(vanishes(y)), letter(q), q),
    )
    refuses(
        "q is not fresh",
        lambda: rules.cases(assume(vanishes(letter(q))), assume(vanishes(letter(q))), x, q),
    )


def test_cases_discharge_exactly_their_two_hypotheses() -> None:
    other = assume(vanishes(x))
    theorem = rules.cases(other, other, y, Atom("q"))
    assert theorem.hypotheses == {vanishes(x)}


def test_the_ladder_of_archimedes_is_arbitrary() -> None:
    def ladder(product: Term, value: Term, extra: Iterable[Formula] = ()) -> Sequence[Theorem]:
        step = n + one
        following = Substitution({N: Replacement(step)}).term(product)
        first = Substitution({N: Replacement(zero())}).term(product)
        facts = [
            assume(forall([N], [], NonNegative(product))),
            assume(Equation(first, one)),
            assume(forall([N], [], Equation(following, (value - n) * product))),
            assume(Equation(value, value.adjoint())),
        ]
        facts[0], facts[2] = (rules.instance(facts[k], [Replacement(n)]) for k in (0, 2))
        return facts

    p = Atom("p", slots=(NATURAL,))
    good = ladder(letter(p, n), x)
    natural = assume(Equation(x, letter(M)))
    theorem = rules.archimedes(good, natural, x, N, Atom("k", C, C, (NATURAL,)))
    assert Equation(x, letter(M)) in theorem.hypotheses
    weak = combination(x, x, [multiple(natural, zero())])
    assert Equation(x, letter(M)) not in rules.archimedes(good, weak, x, N, M).hypotheses
    refuses("m is not fresh", lambda: rules.archimedes(good, natural, x, N, M))
    one_step = [assume(NonNegative(letter(p, n))), *good[1:]]
    refuses("n is not fresh", lambda: rules.archimedes(one_step, weak, x, N, M))


def falling(product: Term, following: Term, first: Term, value: Term) -> list[Theorem]:
    """The ladder P >= 0, P[0] = 1, P[n+1] = (λ-n) P, λ = λ†, each from a clause that it is so."""
    formulas: list[Formula] = [
        NonNegative(product),
        Equation(first, one),
        Equation(following, (value - n) * product),
        Equation(value, value.adjoint()),
    ]
    values = [Replacement(n), Replacement(letter(M))]
    return [rules.instance(assume(forall([N, M], [], f)), values) for f in formulas]


def test_the_number_of_archimedes_does_not_contain_what_is_arbitrary() -> None:
    """For λ = m+1 the sequence P = (m+1)m(m-1)... exists, but m+1 = m is absurd."""
    m, p = letter(M), Atom("p", slots=(NATURAL, NATURAL))
    value = m + one
    ladder = falling(letter(p, m, n), letter(p, m, n + one), letter(p, m, zero()), value)
    assert not {N, M} & {v for t in ladder for f in t.hypotheses for v in free(f)}
    absurd = follows(one, multiple(assume(Equation(value, m))))
    refuses("m is not fresh", lambda: rules.archimedes(ladder, absurd, value, N, M))
    q = Atom("q", slots=(NATURAL,))
    moving = n + number(Fraction(1, 2))
    ladder = falling(letter(q, n), letter(q, n + one), letter(q, zero()), moving)
    refuses("n is not fresh", lambda: rules.archimedes(ladder, same(one, one), moving, N, M))


# Making theorems otherwise.


def test_only_rules_make_theorems() -> None:
    import copy
    import dataclasses

    theorem = same(one, one)
    refuses("only a rule", lambda: Theorem(object(), frozenset(), frozenset(), FALSITY))
    with pytest.raises((ValueError, KernelError, TypeError)):
        dataclasses.replace(theorem, conclusion=FALSITY)
    with pytest.raises(dataclasses.FrozenInstanceError):
        theorem.conclusion = FALSITY  # type: ignore[misc]
    assert copy.copy(theorem) == theorem


def test_clauses_that_differ_in_names_only_are_equal_and_others_are_not() -> None:
    def clause(variables: list[Variable], term: Term) -> Clause:
        return forall(variables, [], vanishes(term))

    assert clause([X], x) == clause([Y], y)
    assert clause([X, Y], x - y * y) == clause([Y, X], y - x * x) != clause([Y, X], x - y * y)
    assert clause([X], x) != clause(
        [Atom("x", properties=("hermitian",))], letter(Atom("x", properties=("hermitian",)))
    )
    assert clause([I], letter(F, I)) == clause([J], letter(F, J)) != clause([], letter(F, I))
