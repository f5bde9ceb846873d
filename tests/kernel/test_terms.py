"""The laws of the algebra, on random typed terms and against explicit matrices."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from derive.kernel import exponents, terms
from derive.kernel.atoms import Atom, C, Index, KernelError, Space, natural_atom
from derive.kernel.substitutions import Substitution
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from tests.kernel.matrices import Model
from tests.kernel.strategies import (
    ATOMS,
    INDICES,
    SPACES,
    E,
    M,
    N,
    Tree,
    V,
    W,
    evaluate,
    models,
    to_term,
    trees,
)
from tests.kernel.vocabulary import cardinality, inverse_of

NAMED = {atom.name: atom for atom in ATOMS}
SPACE = st.sampled_from(SPACES)
I, J, K = INDICES
slow = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=40)


def the(name: str, *arguments: Index | Term) -> Term:
    return letter(NAMED[name], *arguments)


@st.composite
def chains(draw: st.DrawFn, count: int, *, adjointable: bool = False) -> list[Term]:
    """Terms that can be multiplied in a row."""
    spaces = [draw(SPACE.filter(lambda s: s.inner or not adjointable)) for _ in range(count + 1)]
    pairs = pairwise(spaces)
    return [to_term(draw(trees(*ends, depth=2, adjointable=adjointable))) for ends in pairs]


@st.composite
def parallel(draw: st.DrawFn, count: int, *, adjointable: bool = False) -> list[Term]:
    """Terms of one type."""
    ends = (
        draw(SPACE.filter(lambda s: s.inner or not adjointable)),
        draw(SPACE.filter(lambda s: s.inner or not adjointable)),
    )
    return [to_term(draw(trees(*ends, depth=2, adjointable=adjointable))) for _ in range(count)]


@slow
@given(parallel(3))
def test_addition_is_a_commutative_group(parts: list[Term]) -> None:
    a, b, c = parts
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + zero(a.codomain, a.domain) == a
    assert not a - a
    assert hash(a + b) == hash(b + a)


@slow
@given(chains(3))
def test_multiplication_is_associative(factors: list[Term]) -> None:
    a, b, c = factors
    assert (a * b) * c == a * (b * c)


@slow
@given(st.data())
def test_multiplication_distributes_over_addition(data: st.DataObject) -> None:
    to, middle, of = (data.draw(SPACE) for _ in range(3))
    a, b = (to_term(data.draw(trees(to, middle, depth=2))) for _ in range(2))
    c, d = (to_term(data.draw(trees(middle, of, depth=2))) for _ in range(2))
    assert (a + b) * c == a * c + b * c
    assert a * (c + d) == a * c + a * d


@slow
@given(chains(1))
def test_identities_are_neutral_and_scalars_commute(factors: list[Term]) -> None:
    (a,) = factors
    assert identity(a.codomain) * a == a == a * identity(a.domain)
    for scalar in (number(2, 3), the("a"), the("b") * the("v"), sign(letter(N)), delta(I, K)):
        assert scalar * a == a * scalar


@slow
@given(chains(2, adjointable=True))
def test_the_adjoint_reverses_products(factors: list[Term]) -> None:
    a, b = factors
    assert (a * b).adjoint() == b.adjoint() * a.adjoint()


@slow
@given(parallel(2, adjointable=True))
def test_the_adjoint_is_an_antilinear_involution(parts: list[Term]) -> None:
    a, b = parts
    assert a.adjoint().adjoint() == a
    assert (a + b).adjoint() == a.adjoint() + b.adjoint()
    assert (number(0, 1) * a).adjoint() == number(0, -1) * a.adjoint()


@slow
@given(parallel(1, adjointable=True), st.sampled_from(INDICES))
def test_sum_and_adjoint_commute(parts: list[Term], index: Index) -> None:
    assert total(index, parts[0]).adjoint() == total(index, parts[0].adjoint())


@slow
@given(parallel(2), st.sampled_from(INDICES), st.sampled_from(INDICES))
def test_sums_are_linear_and_their_order_does_not_matter(
    parts: list[Term], i: Index, j: Index
) -> None:
    a, b = parts
    assert total(i, a + b) == total(i, a) + total(i, b)
    assert total(i, total(j, a)) == total(j, total(i, a))


@slow
@given(parallel(1), st.permutations([*INDICES]))
def test_a_sum_does_not_depend_on_the_names_of_its_indices(
    parts: list[Term], order: list[Index]
) -> None:
    new = {index: Index(f"z{number}", index.over) for number, index in enumerate(order)}
    renamed = Substitution(new).term(parts[0])
    for index in INDICES:
        parts = [total(index, parts[0])]
    for index in order:
        renamed = total(new[index], renamed)
    assert parts[0] == renamed


@slow
@given(st.data())
def test_the_normal_form_does_not_depend_on_the_order_of_summands_and_scalars(
    data: st.DataObject,
) -> None:
    summands = data.draw(st.lists(trees(V, V, depth=1), min_size=2, max_size=4))
    scalars = data.draw(st.lists(trees(C, C, depth=1), min_size=2, max_size=3))
    mixed = data.draw(st.permutations(summands)), data.draw(st.permutations(scalars))
    assert to_term(_nested("+", summands)) == to_term(_nested("+", mixed[0]))
    assert to_term(_nested("*", scalars)) == to_term(_nested("*", mixed[1]))


def _nested(tag: str, parts: list[Tree]) -> Tree:
    whole = parts[0]
    for part in parts[1:]:
        whole = (tag, whole, part)
    return whole


def test_every_choice_of_names_of_three_bound_indices_gives_one_term() -> None:
    f, g = Atom("f", slots=("I", "I")), Atom("g", slots=("I", "I"))
    names = [Index(name, "I") for name in "xyz"]
    found = set()
    for x, y, z in permutations(names):
        term = letter(f, x, y) * letter(f, y, z) * letter(g, z, x)
        for index in names:
            term = total(index, term)
        found.add(term)
    assert len(found) == 1


@slow
@given(st.sampled_from([a for a in ATOMS if a.codomain == a.domain]), st.data())
def test_powers_add_and_multiply(atom: Atom, data: st.DataObject) -> None:
    assume(not atom.slots)
    base, n, m = letter(atom), letter(N), letter(M)
    assert base**n * base**m == base ** (n + m)
    assert (base**n) ** m == base ** (n * m)
    assert base**0 == base ** zero() == identity(atom.codomain)
    assert base**2 == base * base
    if "invertible" in atom.properties:
        assert (
            base ** (-n) * base**n == identity(atom.codomain) == base ** (n - m) * base ** (m - n)
        )
        assert inverse_of(atom) == base**-1


@given(*[st.integers(-3, 3)] * 4)
def test_numbers_multiply_as_complex_numbers_do(a: int, b: int, c: int, d: int) -> None:
    product = number(a, b) * number(c, d)
    assert product == number(a * c - b * d, a * d + b * c)
    assert number(a, b).adjoint() == number(a, -b)
    assert number(0, 1) ** 2 == number(-1)


def test_powers_of_minus_one_have_exponents_modulo_two() -> None:
    n, m = letter(N), letter(M)
    assert sign(n * n) == sign(n) == sign(-n) == sign(n + number(2) * m)
    assert sign(n) * sign(n) == identity() == sign(number(2) * n) == sign(n * (n + identity()))
    assert sign(n + identity()) == -sign(n) == number(-1) ** (n + number(1))
    assert sign(n) ** m == sign(n * m)
    assert sign(n) ** n == sign(n)
    assert sign(n).adjoint() == sign(n)


def test_deltas_contract() -> None:
    f, i, j, k = NAMED["c"], I, K, Index("o", "I")
    assert delta(i, i) == identity()
    assert delta(i, j) ** 2 == delta(i, j) * delta(j, i) == delta(i, j)
    assert delta(i, j) * letter(f, i) == delta(i, j) * letter(f, j)
    assert delta(i, j) * delta(j, k) == delta(i, j) * delta(i, k) == delta(k, i) * delta(k, j)
    assert total(i, delta(i, j) * letter(f, i)) == letter(f, j)
    assert total(i, delta(i, j) * delta(i, k)) == delta(j, k)
    assert total(i, total(j, delta(i, j))) == cardinality("I") == total(i, identity())
    assert total(i, letter(f, j)) == cardinality("I") * letter(f, j)
    projector = NAMED["P"]
    assert (
        total(i, delta(i, j) * letter(projector, i, j) * letter(projector, j, i))
        == letter(projector, j, j) ** 2
    )


def test_bound_indices_are_never_captured() -> None:
    f = NAMED["c"]
    square = total(I, letter(f, I)) * total(I, letter(f, I))
    assert square == total(I, total(K, letter(f, I) * letter(f, K)))
    assert square != total(I, letter(f, I) ** 2)
    assert letter(f, I) * total(I, letter(f, I)) == letter(f, I) * total(K, letter(f, K))
    assert total(I, letter(f, I) * total(I, letter(f, I))) == square


def test_closed_words_commute_and_open_ones_do_not() -> None:
    v, x, b, h, a = the("v"), the("x", J), the("b"), the("H"), the("A")
    assert (b * h * v) * a == a * (b * h * v)
    assert x * (b * v) == (b * v) * x
    assert (v * b) * v == v * (b * v)
    assert h * a != a * h
    assert (b * v) ** 2 == (b * v) * (b * v)


def test_an_inverse_cancels_on_both_sides_and_maps_back() -> None:
    y = NAMED["Y"]
    back = inverse_of(y)
    assert (back.codomain, back.domain) == (V, W)
    assert back * letter(y) == identity(V)
    assert letter(y) * back == identity(W)
    assert back.adjoint() * letter(y).adjoint() == identity(W)
    assert letter(y).adjoint() * letter(y) != identity(V)


def test_natural_polynomials_and_exponents_are_the_same_thing() -> None:
    n, m = letter(N), letter(M)
    for term in (zero(), identity(), n, n * m + number(3), number(-2) * n * n + m):
        assert terms.natural_term(terms.exponent_of(term)) == term
    assert exponents.as_integer(terms.exponent_of(number(7))) == 7
    assert exponents.as_integer(terms.exponent_of(n)) is None


def test_free_names_leave_out_what_is_bound() -> None:
    term = total(I, the("u", I) * the("c", I)) * letter(N) ** letter(M) * delta(K, Index("o", "I"))
    assert term.free == {NAMED["u"], NAMED["c"], N, M, K, Index("o", "I")}
    assert sign(letter(N)).free == {N}
    assert the("S", letter(N)).free == {N, NAMED["S"]}


@settings(slow, max_examples=100)
@given(st.data(), models())
def test_the_normal_form_has_the_value_of_the_expression(data: st.DataObject, model: Model) -> None:
    """Kernel arithmetic against explicit matrices over Q(i)."""
    tree = data.draw(trees(data.draw(SPACE), data.draw(SPACE)))
    term = to_term(tree)
    for chosen in model.elements(INDICES):
        at = dict(zip(INDICES, chosen, strict=True))
        assert model.term(term, at) == evaluate(tree, model, at)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (the("a"), the("a").adjoint()),
        (the("X"), the("X").adjoint()),
        (the("H") * the("A"), the("A") * the("H")),
        (the("X").adjoint() * the("X"), identity(V)),
        (the("X") * the("X").adjoint(), identity(V)),
        (the("v") * the("b"), the("b") * the("v") * identity(V)),
        (delta(I, K), delta(I, Index("o", "I"))),
        (cardinality("I"), cardinality("J")),
        (the("S", letter(N)), the("S", letter(M))),
        (sign(letter(N)), identity()),
        (identity(V), zero(V, V)),
    ],
)
def test_terms_that_differ_are_kept_apart(left: Term, right: Term) -> None:
    assert left != right


def test_an_adjoint_exists_between_inner_spaces_only() -> None:
    for name in "TDZ":
        with pytest.raises(KernelError, match="inner products"):
            the(name).adjoint()
    with pytest.raises(KernelError, match="inner products"):
        zero(V, E).adjoint()


def test_the_hash_is_that_of_the_value() -> None:
    space = Space("V")
    ket = letter(Atom("v", space))
    assert hash(ket + ket) == hash(number(2) * letter(Atom("v", space)))
    assert letter(natural_atom("n")) == letter(N)
