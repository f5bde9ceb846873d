"""Lifting: what is left over, in the author's notation."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from language_glossaries import LECTURE
from language_trees import Expressions, products, sums

from derive.kernel.atoms import Atom, C, Space
from derive.kernel.terms import letter, number
from derive.language import syntax as tree
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary, index, index_set, ket, natural, operator, scalar
from derive.language.lifting import Lifting
from derive.language.lowering import Lowering
from derive.language.matrices import fitted
from derive.language.reader import read_expression, read_formula
from derive.language.writer import write

HYPOTHESES = (
    r"o_1 \neq o_2",
    r"\forall i: E_i \neq 0",
    r"|\psi\rangle \neq 0",
    r"\forall n: c_n \neq 0",
)


def prepared() -> Lowering:
    lowering = Lowering(LECTURE)
    lowering.hypotheses([read_formula(formula, LECTURE) for formula in HYPOTHESES])
    return lowering


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"\frac{Be}{h}L^2", r"\frac{eBL^2}{h}"),
        (r"\frac{L^2 Be}{3h} - 2B", r"\frac{eBL^2}{3h} - 2B"),
        (r"|\psi\rangle\langle\phi|z", r"z|\psi\rangle\langle\phi|"),
        (
            r"\langle\psi|\hat H\hat U^\dagger|\psi\rangle E - 1",
            r"E\langle\psi|\hat H\hat U^\dagger|\psi\rangle - 1",
        ),
        (r"\frac{1}{o_2 - o_1}\hat H", r"-\frac{1}{o_1 - o_2}\hat H"),
        (r"\sum_{j}\frac{1}{E_j^2}", r"\sum_{i}\frac{1}{E_{i}^2}"),
        (r"\frac{1}{c_{n+1}}", r"\frac{1}{c_{n + 1}}"),
        (r"\frac{\hat H}{\langle\psi|\psi\rangle}", r"\frac{1}{\langle\psi|\psi\rangle}\hat H"),
        (r"\sqrt{2\pi}\sum_j\sqrt{E_j}", r"\sum_{i}\sqrt{2\pi}\sqrt{E_{i}}"),
        (r"e^{\mathrm{i}\pi/\nu}z^*", r"z^*e^{\mathrm{i}\pi/\nu}"),
        ("(-1)^{n}B^{1-n}z^{n}", "(-1)^nB^{-n + 1}z^n"),
        (r"\frac{\mathrm{i}\hbar}{2}", r"\frac{\mathrm{i}\hbar}{2}"),
        (r"E_i\delta_{ij}", r"E_{i}\delta_{ij}"),
        ("0", "0"),
        (r"\hat H - \hat H", "0"),
        (r"\hat U\hat U^\dagger\hat U^2", r"\hat U\hat U^\dagger\hat U^2"),
        ("z - z^2 - 1", "z - z^2 - 1"),
    ],
)
def test_terms(latex: str, shown: str) -> None:
    lowering = prepared()
    term = lowering.term(read_expression(latex, LECTURE))
    lifting = Lifting(lowering)
    assert write(lifting.expression(term), lifting.glossary) == shown


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"z = E", "z = E"),
        (r"z \le 3", r"3 - z \ge 0"),
        (r"o_1 \neq o_2", r"o_1 \neq o_2"),
        (r"\forall i: E_i = z", r"\forall i: E_{i} = z"),
        (
            r"\forall |v\rangle: \hat H|v\rangle = 0 \Rightarrow |v\rangle = 0",
            r"\forall |\psi\rangle: \hat H|\psi\rangle = 0 \Rightarrow |\psi\rangle = 0",
        ),
    ],
)
def test_formulas(latex: str, shown: str) -> None:
    lowering = prepared()
    (formula,) = lowering.claim(read_formula(latex, LECTURE))
    lifting = Lifting(lowering)
    assert write(lifting.formula(formula), lifting.glossary) == shown


def test_atoms_that_a_search_made_up_get_names() -> None:
    lifting = Lifting(Lowering(LECTURE))
    q = letter(Atom("q!7"))
    family = letter(Atom("r!", slots=("natural",)), number(2))
    vector = letter(Atom("w!", Space("V"), C))
    shown = write(lifting.expression(q * q * family * vector), lifting.glossary)
    assert shown == "x_{1}^2x_{2;2}x_{3}"


def test_sums_get_indices_that_the_glossary_lacks() -> None:
    glossary = Glossary(
        index_set("I"), index("i", "i", over="I"), scalar("E", "E_{#1}", slots=("I",))
    )
    lowering = Lowering(glossary)
    term = lowering.term(read_expression(r"E_i\sum_i E_i", glossary))
    lifting = Lifting(lowering)
    text = write(lifting.expression(term), lifting.glossary)
    assert read_expression(text, lifting.glossary) == lifting.expression(term)
    assert Lowering(lifting.glossary).term(lifting.expression(term)) == term


def test_the_size_of_an_index_set_is_shown() -> None:
    lowering = Lowering(LECTURE)
    lifting = Lifting(lowering)
    term = lowering.term(read_expression(r"\sum_i 3", LECTURE))
    assert write(lifting.expression(term), lifting.glossary) == r"3\#I"


def test_enormous_numbers_are_not_shown() -> None:
    with pytest.raises(LanguageError, match="too large to be shown"):
        Lifting(Lowering(LECTURE)).expression(number(2**20_000))


# Random terms: lifting undoes lowering, and both keep the value on explicit matrices.

MODEL = Glossary(
    index_set("I"),
    index("i", "i", over="I"),
    index("j", "j", over="I"),
    scalar("r", "r", "real"),
    scalar("w", "w", "nonzero"),
    scalar("z", "z"),
    scalar("E", "E_{#1}", slots=("I",)),
    natural("n", "n"),
    operator("A", "A"),
    operator("H", r"\hat H", "hermitian"),
    ket("v", r"|v\rangle"),
    ket("b", r"|#1\rangle", slots=("I",)),
)
INDICES = st.sampled_from(["i", "j"]).map(tree.Symbol)


def closed(operators: Expressions) -> Expressions:
    """⟨a|X|b⟩ over the model."""
    kets = st.one_of(
        st.just(tree.Symbol("v")), st.builds(lambda k: tree.Symbol("b", (k,)), INDICES)
    )
    middle = st.one_of(st.none(), operators)
    return st.builds(tree.Sandwich, kets.map(tree.Bra), middle, kets)


SCALAR_LEAVES: Expressions = st.one_of(
    st.sampled_from(["2", "3", "0.5"]).map(tree.Number),
    st.just(tree.ImaginaryUnit()),
    st.sampled_from(["r", "w", "z", "n"]).map(tree.Symbol),
    st.builds(lambda k: tree.Symbol("E", (k,)), INDICES),
    st.just(tree.Fraction(tree.Number("1"), tree.Symbol("w"))),
    st.just(tree.Power(tree.Negative(tree.Number("1")), tree.Symbol("n"))),
    st.builds(tree.Delta, INDICES, INDICES),
)
OPERATOR_LEAVES: Expressions = st.sampled_from(["A", "H"]).map(tree.Symbol)


def larger(below: Expressions) -> Expressions:
    return st.one_of(
        sums(below),
        products(below),
        st.builds(tree.Negative, below),
        st.builds(tree.Adjoint, below),
        st.builds(tree.Commutator, below, below),
        st.builds(tree.Power, below, st.sampled_from(["0", "1", "2"]).map(tree.Number)),
        st.builds(lambda k, body: tree.Summation((k,), body), INDICES, below),
    )


OPERATORS = st.recursive(OPERATOR_LEAVES, larger, max_leaves=4)
SCALARS = st.recursive(st.one_of(SCALAR_LEAVES, closed(OPERATORS)), larger, max_leaves=6)
MIXED: Expressions = st.one_of(
    SCALARS, OPERATORS, sums(st.one_of(OPERATORS, SCALARS)), products(st.one_of(OPERATORS, SCALARS))
)

RANDOM = np.random.default_rng(20240711)


def gaussian(*shape: int) -> Any:
    return RANDOM.integers(-3, 4, shape) + 1j * RANDOM.integers(-3, 4, shape)


SIZE, COUNT, N = 2, 2, 3
VALUES: dict[str, Any] = {
    "r": np.array([[2.0]]),
    "w": np.array([[1 + 2j]]),
    "z": np.array([[3 - 1j]]),
    "n": np.array([[float(N)]]),
    "E": [gaussian(1, 1) for _ in range(COUNT)],
    "A": gaussian(SIZE, SIZE),
    "H": (lambda m: m + m.conj().T)(gaussian(SIZE, SIZE)),
    "v": gaussian(SIZE, 1),
    "b": [gaussian(SIZE, 1) for _ in range(COUNT)],
}


def evaluate(node: tree.Expression, place: dict[str, int]) -> Any:
    """The value of a tree on the matrices of the model, straight from its definition."""
    inside: Callable[[tree.Expression], Any] = lambda part: evaluate(part, place)  # noqa: E731
    match node:
        case tree.Number():
            return np.array([[float(node.value)]])
        case tree.ImaginaryUnit():
            return np.array([[1j]])
        case tree.Symbol(arguments=()):
            return VALUES[node.name]
        case tree.Symbol(arguments=(tree.Symbol() as at,)):
            return VALUES[node.name][place[at.name]]
        case tree.Bra():
            return inside(node.ket).conj().T
        case tree.Sandwich():
            middle = np.array([[1.0]]) if node.middle is None else inside(node.middle)
            return times(times(inside(node.left), middle), inside(node.right))
        case tree.Negative():
            return -inside(node.body)
        case tree.Adjoint():
            return inside(node.body).conj().T
        case tree.Sum():
            parts = [
                inside(term) if s == "+" else -inside(term)
                for s, term in zip(node.signs, node.terms, strict=True)
            ]
            size = max(part.shape[0] for part in parts)
            return sum(
                part if part.shape[0] == size else part[0, 0] * np.eye(size) for part in parts
            )
        case tree.Product():
            value = inside(node.factors[0])
            for factor in node.factors[1:]:
                value = times(value, inside(factor))
            return value
        case tree.Fraction():
            return times(inside(node.numerator), 1 / inside(node.denominator))
        case tree.Power():
            exponent = inside(node.exponent)[0, 0]
            base = inside(node.base)
            return np.linalg.matrix_power(base, int(exponent.real))
        case tree.Commutator():
            left, right = inside(node.left), inside(node.right)
            return times(left, right) - times(right, left)
        case tree.Summation():
            names = [bound.name for bound in node.indices]
            places = itertools.product(range(COUNT), repeat=len(names))
            return sum(
                evaluate(node.body, {**place, **dict(zip(names, at, strict=True))}) for at in places
            )
        case tree.Delta():
            return np.array([[float(place[node.left.name] == place[node.right.name])]])
    raise AssertionError(type(node))


def times(left: Any, right: Any) -> Any:
    if 1 in left.shape and left.size == 1:
        return left[0, 0] * right
    return left * right[0, 0] if right.size == 1 else left @ right


def unsized(node: tree.Expression) -> bool:
    """Whether no sum lacks its index, so that no size of an index set comes in."""
    return all(
        not (isinstance(part, tree.Symbol) and part.name.startswith("x_")) for part in node.walk()
    )


@settings(max_examples=300)
@given(MIXED, st.integers(0, 1), st.integers(0, 1))
def test_lowering_and_lifting_keep_the_value(term: tree.Expression, i: int, j: int) -> None:
    lowering = Lowering(MODEL)
    lowered = lowering.term(term)
    lifting = Lifting(lowering)
    lifted = lifting.expression(lowered)
    assume(unsized(lifted))
    expected, found = (evaluate(t, {"i": i, "j": j}) for t in (term, lifted))
    if expected.shape != found.shape:
        found = found[0, 0] * np.eye(expected.shape[0])
    assert np.allclose(expected, found, rtol=1e-9, atol=1e-6 * (1 + abs(expected).max()))


@settings(max_examples=300)
@given(MIXED)
def test_lowering_undoes_lifting(term: tree.Expression) -> None:
    lowering = Lowering(MODEL)
    lowered = lowering.term(term)
    lifting = Lifting(lowering)
    lifted = lifting.expression(lowered)
    assume(unsized(lifted))
    text = write(lifted, lifting.glossary)
    again = Lowering(lifting.glossary).term(read_expression(text, lifting.glossary))
    assert fitted(again, lowered) == lowered
