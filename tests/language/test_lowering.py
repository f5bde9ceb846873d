"""Lowering: what formulas mean to the kernel, and what they must not mean."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from language_glossaries import LECTURE, TRICKY

from derive.kernel.atoms import Atom, C, Index, Space
from derive.kernel.formulas import Clause, Equation, NonNegative, forall
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total, zero
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary, functional, ket, operator, scalar, space
from derive.language.lowering import FALSITY, Lowering
from derive.language.reader import read_expression, read_formula
from derive.language.signature import atom_of, content_of

V = Space("V")
I_SET = [Index("i", "I"), Index("j", "I")]


def atom(name: str) -> Atom:
    return atom_of(LECTURE[name], LECTURE)


def t(name: str, *arguments: Index | Term) -> Term:
    return letter(atom(name), *arguments)


def lower(latex: str, lowering: Lowering | None = None) -> Term:
    return (lowering or Lowering(LECTURE)).term(read_expression(latex, LECTURE))


def claim(latex: str, lowering: Lowering | None = None) -> tuple[object, ...]:
    return (lowering or Lowering(LECTURE)).claim(read_formula(latex, LECTURE))


i, j = I_SET
E, H, U, psi, phi, z = (t(name) for name in ("E", "H", "U", "psi", "phi", "z"))
ONE = identity()


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("6.62607015", number(Fraction("6.62607015"))),
        (r"\mathrm{i}", number(0, 1)),
        ("2E - E", E),
        (r"\hat H\hat U - \hat U\hat H", H * U - U * H),
        (r"[\hat H,\hat U]", H * U - U * H),
        (r"\{\hat H,\hat U\}", H * U + U * H),
        (r"\hat H - E", H - E * identity(V)),
        (r"\hat U^\dagger\hat U - 1", U.adjoint() * U - identity(V)),
        (r"\langle\psi|\hat H|\phi\rangle", psi.adjoint() * H * phi),
        (r"|\psi\rangle\langle\phi|", psi * phi.adjoint()),
        (r"\langle\psi|\phi\rangle^2", (psi.adjoint() * phi) * (psi.adjoint() * phi)),
        ("z^*", z.adjoint()),
        (r"\overline{z}", z.adjoint()),
        ("|z|^2", z.adjoint() * z),
        ("|z|^4", (z.adjoint() * z) ** 2),
        (r"\||\psi\rangle\|^2", psi.adjoint() * psi),
        ("(-1)^{n+1}", -sign(t("n"))),
        ("z^{2n+1}", z * z ** (t("n") + t("n"))),
        ("z^0", ONE),
        (r"\sum_i E_i", total(i, t("E_", i))),
        (r"\sum_{i,j}E_iE_j", total(i, t("E_", i)) * total(j, t("E_", j))),
        (r"\sum_i\delta_{ij}E_i", t("E_", j)),
        (r"\delta_{ij}", delta(i, j)),
        ("c_{n+1}", t("c_", t("n") + ONE)),
        (r"\frac{1}{B}", t("B") ** -1),
        (r"\frac{eB}{h}", t("e") * t("B") * t("h") ** -1),
        (r"\frac{1}{\frac{2e}{h}}", number(Fraction(1, 2)) * t("h") * t("e") ** -1),
        (r"\frac{1}{\mathrm{i}}", number(0, -1)),
        (r"\frac{1}{(-1)^n}", sign(t("n"))),
        ("B^{-2}", t("B") ** -2),
        (r"\begin{bmatrix}1&2\end{bmatrix}\begin{bmatrix}5\\1\end{bmatrix}", number(7)),
        (r"0\hat H", zero(V, V)),
        (r"10^{-2}", number(Fraction(1, 100))),
        (r"\mathrm{i}^2", number(-1)),
    ],
)
def test_terms(latex: str, expected: Term) -> None:
    assert lower(latex) == expected


@pytest.mark.parametrize(
    ("latex", "complaint", "column"),
    [
        (r"\langle\psi| + |v\rangle", r"\\langle\\psi\| : ℂ←V, \|v\\rangle : V←ℂ", 16),
        (r"|\psi\rangle|\phi\rangle", "cannot be multiplied", 13),
        (r"\hat H + |\psi\rangle", "different types", 10),
        (r"\frac{1}{E}", "divides by E, which may be zero", 10),
        (r"\frac{1}{E - z}", "divides by E - z", 10),
        (r"\frac{1}{0}", "divides by 0", 10),
        (r"\frac{1}{2 - 2}", "divides by 2 - 2", 10),
        (r"\frac{1}{c_n}", "may be zero", 10),
        (r"\frac{1}{n}", "may be zero", 10),
        (r"\frac{1}{n + 1}", "may be zero", 10),
        (r"\frac{1}{\langle\psi|\psi\rangle}", "may be zero", 10),
        (r"\frac{1}{\hat H}", "only a scalar can be a divisor", 10),
        (r"\hat H^{-1}", "has no declared inverse", 1),
        (r"E^{-1}", "divides by E", 1),
        (r"\frac{1}{\sum_i 1}", "may be zero", 10),
        (r"\frac{1}{\delta_{ij}}", "may be zero", 10),
        (r"E^{1/2}", "exponent is a whole number", 4),
        (r"E^{z}", "exponent is a whole number", 4),
        (r"2^n", "no such power", 1),
        (r"(E + z)^n", "no such power", 2),
        (r"z^{n-1}", "not declared invertible", 1),
        (r"|\psi\rangle^2", "powers", 1),
        (r"\hat H^*", "only a scalar has a complex conjugate", 1),
        (r"\overline{\hat H}", "only a scalar has a complex conjugate", 1),
        (r"|\hat H|^2", "a scalar is expected", 1),
        (r"\|z\|^2", "a vector is expected", 1),
        (r"\sqrt{\hat H}", "only a scalar has a root", 1),
        (r"e^{\hat H}", "exponential of an operator", 1),
        (r"\begin{bmatrix}1&2\end{bmatrix}", "single term is expected", 1),
        (
            r"\begin{bmatrix}1&2\end{bmatrix}\begin{bmatrix}1&2\end{bmatrix}",
            "cannot be multiplied by a 1×2",
            32,
        ),
        (r"\begin{bmatrix}1&2\end{bmatrix} + \begin{bmatrix}1\\2\end{bmatrix}", "meets", 35),
        (r"\begin{bmatrix}1&2\end{bmatrix}^2", "has no powers", 1),
        (r"\begin{bmatrix}1\end{bmatrix}^{-1}", "single term|no declared inverse|divides", 1),
        (r"\begin{bmatrix}1&2\end{bmatrix}|\psi\rangle", "matrices and scalars only", 32),
    ],
)
def test_what_has_no_meaning(latex: str, complaint: str, column: int) -> None:
    with pytest.raises(LanguageError, match=complaint) as caught:
        lower(latex)
    assert caught.value.column == column


@pytest.mark.parametrize(
    "latex",
    [
        "(z+1)^{1000000000}",
        "(z+1)^{201}",
        "10^{10^{10}}",
        "9^{99999999}",
        r"(\hat H+\hat U)^{60}",
        "(z + E + e + B + h)^{150}",
        r"\begin{bmatrix}1&1\\1&1\end{bmatrix}^{1000000}",
    ],
)
def test_exponent_bombs_are_refused_quickly(latex: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LanguageError, match="too large"):
        lower(latex)
    assert time.perf_counter() - start < 2


def test_large_powers_of_one_symbol_are_no_bomb() -> None:
    assert lower("z^{1000000000}") == z**1000000000


# claims


def test_zero_and_one_take_the_type_of_the_other_side() -> None:
    assert claim(r"\hat H|\psi\rangle = 0") == (Equation(H * psi, zero(V, C)),)
    assert claim(r"\hat U^\dagger\hat U = 1") == (Equation(U.adjoint() * U, identity(V)),)
    assert claim(r"E = \hat H") == (Equation(E * identity(V), H),)


def test_a_chain_gives_one_formula_for_each_relation() -> None:
    found = claim(r"p = z \le 3 \ge E")
    assert found == (
        Equation(t("p"), z),
        NonNegative(number(3) - z),
        NonNegative(number(3) - E),
    )


def test_matrix_equations_hold_entry_by_entry() -> None:
    found = claim(
        r"\begin{bmatrix}0&1\\1&0\end{bmatrix}\begin{bmatrix}z\\E\end{bmatrix} = \begin{bmatrix}E\\z\end{bmatrix}"
    )
    assert found == (Equation(E, E), Equation(z, z))
    assert claim(r"\begin{bmatrix}z&\\&z\end{bmatrix} = z") == tuple(
        Equation(side, side) for side in (z, zero(), zero(), z)
    )
    assert claim(r"\begin{bmatrix}z&E\end{bmatrix}^\dagger = \begin{bmatrix}1\\2\end{bmatrix}") == (
        Equation(z.adjoint(), ONE),
        Equation(E, number(2)),
    )


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        (r"\hat H = |\psi\rangle", r"\\hat H : V←V, \|\\psi\\rangle : V←ℂ"),
        (r"\hat H \le 1", "compared by size"),
        (r"\hat H = \begin{bmatrix}1&2\\3&4\end{bmatrix}", "abstract map V←V"),
        (
            r"\begin{bmatrix}1&2\end{bmatrix} = \begin{bmatrix}1\\2\end{bmatrix}",
            "1×2 matrix meets a 2×1",
        ),
        (r"\begin{bmatrix}1&2\end{bmatrix} = 1", "meets a number"),
        (r"\begin{bmatrix}1&2\\3&4\end{bmatrix} \neq 0", "matrices are compared with = only"),
        (r"\forall E, E: E = 0", "binds each variable once"),
    ],
)
def test_claims_without_meaning(latex: str, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        claim(latex)


def test_a_clause_binds_its_variables() -> None:
    (found,) = claim(
        r"\forall E, |v\rangle: \hat H|v\rangle = E|v\rangle \Rightarrow \hat U|v\rangle = 0"
    )
    v = letter(atom("v"))
    assert found == forall(
        [atom("E"), atom("v")],
        [Equation(H * v, E * v)],
        Equation(U * v, zero(V, C)),
    )


def test_a_chain_under_a_clause_gives_one_clause_for_each_relation() -> None:
    first, second = claim(r"\forall i: E_i = z = 0")
    assert first == forall([i], [], Equation(t("E_", i), z))
    assert second == forall([i], [], Equation(z, zero()))


# nonzero


def test_a_claim_of_inequality_is_refuted_equality() -> None:
    assert claim(r"E \neq z") == (forall([], [Equation(E, z)], FALSITY),)
    assert claim(r"\hat H \neq 0") == (forall([], [Equation(H, zero(V, V))], FALSITY),)


def test_a_hypothesis_of_inequality_brings_a_witness_to_divide_by() -> None:
    lowering = Lowering(LECTURE)
    (found,) = lowering.hypothesis(read_formula(r"o_1 \neq o_2", LECTURE))
    (witness,) = lowering.witnesses
    q = letter(witness.atom)
    assert found == Equation(q * (t("o_1") - t("o_2")), ONE)
    assert witness.atom == Atom(witness.atom.name)
    assert lower(r"\frac{1}{o_1 - o_2}", lowering) == q
    assert lower(r"\frac{B}{2o_2 - 2o_1}", lowering) == number(Fraction(-1, 2)) * t("B") * q
    assert lower(r"\frac{1}{(o_1 - o_2)B}", lowering) == q * t("B") ** -1
    assert lower(r"\frac{1}{\mathrm{i}(o_1 - o_2)^2}", lowering) == number(0, -1) * q * q
    with pytest.raises(LanguageError, match="may be zero"):
        lower(r"\frac{1}{o_1 + o_2}", lowering)


def test_a_vector_is_nonzero_if_its_norm_is() -> None:
    lowering = Lowering(LECTURE)
    (found,) = lowering.hypothesis(read_formula(r"|\psi\rangle \neq 0", LECTURE))
    q = letter(lowering.witnesses[0].atom)
    assert found == Equation(q * psi.adjoint() * psi, ONE)
    assert lower(r"\frac{z}{\langle\psi|\psi\rangle}", lowering) == z * q


def test_an_operator_is_nonzero_by_a_clause() -> None:
    lowering = Lowering(LECTURE)
    (found,) = lowering.hypothesis(read_formula(r"\hat H \neq 0", LECTURE))
    assert found == forall([], [Equation(H, zero(V, V))], FALSITY)
    assert not lowering.witnesses


def test_the_name_of_a_witness_depends_on_its_content_only() -> None:
    first, second = Lowering(LECTURE), Lowering(LECTURE)
    first.hypothesis(read_formula(r"E \neq 0", LECTURE))
    first.hypothesis(read_formula(r"o_1 \neq o_2", LECTURE))
    second.hypothesis(read_formula(r"o_1 - o_2 \neq 0", LECTURE))
    assert first.witnesses[1].atom == second.witnesses[0].atom


def test_hypotheses_may_divide_by_what_a_later_one_makes_nonzero() -> None:
    lowering = Lowering(LECTURE)
    trees = [read_formula(f, LECTURE) for f in (r"z = \frac{1}{E}", r"E \neq 0")]
    first, second = lowering.hypotheses(trees)
    q = letter(lowering.witnesses[0].atom)
    assert first == (Equation(z, q),)
    assert second == (Equation(q * E, ONE),)


def test_a_family_that_never_vanishes_has_a_family_of_witnesses() -> None:
    lowering = Lowering(LECTURE)
    (found,) = lowering.hypothesis(read_formula(r"\forall i: E_i \neq 0", LECTURE))
    q = lowering.witnesses[0].atom
    assert q.slots == ("I",)
    assert found == forall([i], [], Equation(letter(q, i) * t("E_", i), ONE))
    assert lower(r"\sum_{j}\frac{1}{E_j}", lowering) == total(j, letter(q, j))


def test_a_sequence_that_never_vanishes_is_divided_by_at_any_place() -> None:
    lowering = Lowering(LECTURE)
    lowering.hypothesis(read_formula(r"\forall n: c_n \neq 0", LECTURE))
    q = lowering.witnesses[0].atom
    n, k = t("n"), t("k")
    assert lower(r"\frac{1}{c_{k+1}}", lowering) == letter(q, k + ONE)
    assert lower(r"\frac{1}{c_{2n}}", lowering) == letter(q, n + n)


def test_a_premise_of_inequality_binds_its_witness() -> None:
    (found,) = claim(r"\forall E: E \neq 0, z = 0 \Rightarrow \frac{z}{E} = 0")
    assert isinstance(found, Clause)
    q = Atom("q")
    assert found == forall(
        [atom("E"), q],
        [Equation(letter(q) * E, ONE), Equation(z, zero())],
        Equation(z * letter(q), zero()),
    )


# traps


def test_trap_a_witness_for_a_fixed_index_is_none_under_the_sum() -> None:
    lowering = Lowering(LECTURE)
    lowering.hypothesis(read_formula(r"E_i \neq 0", LECTURE))
    lower(r"\frac{1}{E_i}", lowering)
    with pytest.raises(LanguageError, match="may be zero"):
        lower(r"\sum_{i}\frac{1}{E_i}", lowering)


def test_trap_a_witness_for_a_symbol_is_none_where_the_symbol_is_bound() -> None:
    lowering = Lowering(LECTURE)
    lowering.hypothesis(read_formula(r"E \neq 0", LECTURE))
    with pytest.raises(LanguageError, match="may be zero"):
        claim(r"\forall E: \frac{1}{E} = z", lowering)


def test_trap_the_witness_of_a_premise_ends_with_its_clause() -> None:
    lowering = Lowering(LECTURE)
    claim(r"\forall E: E \neq 0 \Rightarrow \frac{1}{E} = z", lowering)
    claim(r"E \neq 0 \Rightarrow \frac{1}{E} = z", lowering)
    with pytest.raises(LanguageError, match="may be zero"):
        claim(r"\frac{1}{E} = z", lowering)


def test_trap_a_conditional_inequality_gives_no_divisor() -> None:
    lowering = Lowering(LECTURE)
    lowering.hypothesis(read_formula(r"\forall i: E_i = z \Rightarrow E_i \neq 0", LECTURE))
    with pytest.raises(LanguageError, match="may be zero"):
        lower(r"\sum_{i}\frac{1}{E_i}", lowering)


def test_trap_an_inequality_for_all_scalars_gives_no_divisor() -> None:
    lowering = Lowering(LECTURE)
    (found,) = lowering.hypothesis(read_formula(r"\forall E: E \neq 0", LECTURE))
    assert found == forall([atom("E")], [], forall([], [Equation(E, zero())], FALSITY))
    with pytest.raises(LanguageError, match="may be zero"):
        lower(r"\frac{1}{E}", lowering)


def test_trap_a_claim_of_inequality_gives_no_divisor() -> None:
    lowering = Lowering(LECTURE)
    lowering.claim(read_formula(r"E \neq 0", LECTURE))
    with pytest.raises(LanguageError, match="may be zero"):
        lower(r"\frac{1}{E}", lowering)


def test_trap_an_error_leaves_no_binding_behind() -> None:
    lowering = Lowering(LECTURE)
    lowering.hypothesis(read_formula(r"o_1 \neq o_2", LECTURE))
    with pytest.raises(LanguageError):
        lowering.claim(read_formula(r"\forall o_1: \frac{1}{o_1 - o_2} = 0", LECTURE))
    lower(r"\frac{1}{o_1 - o_2}", lowering)


def test_trap_a_root_of_something_bound_is_refused() -> None:
    for latex in (
        r"\forall E: \sqrt{E} = 0",
        r"\forall z: e^{z} = 1",
        r"z \neq 0 \Rightarrow \sqrt{\frac{1}{z}} = 0",
    ):
        with pytest.raises(LanguageError, match="which is bound here"):
            claim(latex)


def test_trap_a_functional_has_no_adjoint() -> None:
    glossary = Glossary(functional("ev", r"\langle\delta_0|"), ket("g", r"|g\rangle"))
    with pytest.raises(LanguageError, match="no declared adjoint"):
        Lowering(glossary).term(read_expression(r"(\langle\delta_0|)^\dagger", glossary))


def test_trap_no_adjoint_without_inner_product() -> None:
    glossary = Glossary(
        space("W", inner=False), operator("X", "X", domain="W"), ket("w", r"|w\rangle", space="W")
    )
    for latex in (r"X^\dagger", r"\langle w|"):
        with pytest.raises(LanguageError, match="inner product"):
            Lowering(glossary).term(read_expression(latex, glossary))


def test_trap_left_inverse_is_not_right_inverse() -> None:
    (left,) = claim(r"\hat U^\dagger\hat U = 1")
    (right,) = claim(r"\hat U\hat U^\dagger = 1")
    assert left != right


# roots and exponentials


def test_a_root_is_an_atom_with_its_definition() -> None:
    lowering = Lowering(LECTURE)
    root = lower(r"\sqrt{2\pi}", lowering)
    (definition,) = lowering.definitions
    assert root == letter(definition.atom)
    assert "positive" in definition.atom.properties
    assert definition.formulas == (Equation(root * root, number(2) * t("pi")),)
    assert lower(r"\frac{1}{\sqrt{2\pi}}", lowering) == root**-1
    assert len(lowering.definitions) == 1


def test_a_root_of_anything_is_only_a_square_root() -> None:
    lowering = Lowering(LECTURE)
    root = lower(r"\sqrt{z}", lowering)
    (definition,) = lowering.definitions
    assert definition.formulas == (Equation(root * root, z),)
    assert set(definition.atom.properties) == {"adjointable"}
    with pytest.raises(LanguageError, match="may be zero"):
        lower(r"\frac{1}{\sqrt{z}}", lowering)


def test_a_root_of_a_natural_number_is_not_negative_but_may_vanish() -> None:
    lowering = Lowering(LECTURE)
    lower(r"\sqrt{n}", lowering)
    (definition,) = lowering.definitions
    assert len(definition.formulas) == 2
    assert "invertible" not in definition.atom.properties
    lower(r"\frac{1}{\sqrt{n + 1}}", lowering)


def test_a_cube_root() -> None:
    lowering = Lowering(LECTURE)
    root = lower(r"\sqrt[3]{z}", lowering)
    assert lowering.definitions[0].formulas == (Equation(root**3, z),)


def test_an_absolute_value_is_the_nonnegative_root_of_its_square() -> None:
    lowering = Lowering(LECTURE)
    value = lower("|z|", lowering)
    assert lowering.definitions[0].formulas == (
        Equation(value * value, z.adjoint() * z),
        NonNegative(value),
    )


def test_roots_of_a_family_are_a_family() -> None:
    lowering = Lowering(LECTURE)
    summed = lower(r"\sum_{i}\sqrt{E_i}", lowering)
    (definition,) = lowering.definitions
    assert definition.atom.slots == ("I",)
    assert summed == total(j, letter(definition.atom, j))
    assert lower(r"\sqrt{E_j}", lowering) == letter(definition.atom, j)
    assert len(lowering.definitions) == 1
    (formula,) = definition.formulas
    assert formula == forall([i], [], Equation(letter(definition.atom, i) ** 2, t("E_", i)))


def test_an_exponential_is_invertible_and_nothing_more() -> None:
    lowering = Lowering(LECTURE)
    value = lower(r"e^{\mathrm{i}\pi/\nu}", lowering)
    (definition,) = lowering.definitions
    assert definition.formulas == ()
    assert set(definition.atom.properties) == {"adjointable", "invertible"}
    assert value * lower(r"\frac{1}{e^{\mathrm{i}\pi/\nu}}", lowering) == ONE
    assert value != lower(r"e^{2\mathrm{i}\pi/\nu}", lowering)


def test_declared_properties_reach_the_kernel() -> None:
    glossary = Glossary(
        scalar("r", "r", "real"),
        scalar("w", "w", "nonzero"),
        operator("X", "X", "invertible", "without adjoint"),
        operator("Y", "Y"),
    )
    properties = {entry.name: atom_of(entry, glossary).properties for entry in glossary.symbols()}
    assert properties["r"] == ("adjointable", "hermitian")
    assert properties["w"] == ("adjointable", "invertible")
    assert properties["X"] == ("invertible",)
    assert properties["Y"] == ("adjointable",)


def test_content_names_tell_terms_apart() -> None:
    names = {
        content_of(lower(latex))
        for latex in (
            "z",
            "z^2",
            "2z",
            "z^*",
            "c_n",
            "c_{n+1}",
            r"\sum_i E_i",
            r"\mathrm{i}z",
            "(-1)^n",
            r"\delta_{ij}",
            r"\langle\psi|\phi\rangle",
        )
    }
    assert len(names) == 11


def test_tricky_names_lower_too() -> None:
    lowering = Lowering(TRICKY)
    value = lowering.term(read_expression(r"\langle\delta_0|X^\dagger X|\phi\rangle", TRICKY))
    assert value.is_scalar
