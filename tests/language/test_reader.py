"""The reader: every form of the lectures, and everything that it must not guess."""

from __future__ import annotations

import time

import pytest
from language_glossaries import LECTURE, PLAIN, TRICKY

from derive.language import syntax as tree
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary, ket, natural, operator, scalar
from derive.language.reader import read_calculation, read_expression, read_formula
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
    Fraction,
    ImaginaryUnit,
    Matrix,
    Modulus,
    Negative,
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


def symbol(name: str, *arguments: Expression) -> Symbol:
    return Symbol(name, arguments)


def product(*factors: Expression) -> Product:
    return Product(factors, ("",) * (len(factors) - 1))


e, B, h, L, E, z, n = (symbol(name) for name in ("e", "B", "h", "L", "E", "z", "n"))
i, j = symbol("i"), symbol("j")
H, U, O, psi, phi = (symbol(name) for name in ("H", "U", "O", "psi", "phi"))
TWO = Number("2")

FORMS = [
    (r"\frac{eB}{h}L^2", product(Fraction(product(e, B), h), Power(L, TWO))),
    ("eB/h", Quotient(product(e, B), h)),
    (r"\Delta E", symbol("Delta_E")),
    (r"\hbar\omega_c", product(symbol("hbar"), symbol("omega_c"))),
    (r"\left(\frac{L}{2\pi}\right)^2", Power(Fraction(L, product(TWO, symbol("pi"))), TWO)),
    (
        r"\alpha^{-1}\mu_0 c",
        product(Power(symbol("alpha"), Negative(Number("1"))), symbol("mu_0"), symbol("c")),
    ),
    (r"\hat{H}|\psi\rangle", product(H, psi)),
    (r"\langle\psi|\hat O|\psi\rangle", Sandwich(Bra(psi), O, psi)),
    (r"\langle\psi|\phi\rangle", Sandwich(Bra(psi), None, phi)),
    (r"\langle\psi|\hat H\hat U|\phi\rangle", Sandwich(Bra(psi), product(H, U), phi)),
    (r"\left(\langle\psi|\hat{O}\right)|\phi\rangle", product(product(Bra(psi), O), phi)),
    (r"\langle\psi|\left(\hat{O}|\phi\rangle\right)", product(Bra(psi), product(O, phi))),
    (r"|\psi\rangle\langle\phi|", product(psi, Bra(phi))),
    (
        r"o_1\langle o_1|o_2\rangle",
        product(symbol("o_1"), Sandwich(Bra(symbol("o1")), None, symbol("o2"))),
    ),
    (r"\langle\psi|\phi\rangle^2", Power(Sandwich(Bra(psi), None, phi), TWO)),
    (r"|\langle\psi|\phi\rangle|^2", Power(Modulus(Sandwich(Bra(psi), None, phi)), TWO)),
    (
        r"\langle\psi|\psi\rangle\langle\phi|\phi\rangle",
        product(Sandwich(Bra(psi), None, psi), Sandwich(Bra(phi), None, phi)),
    ),
    (r"\hat U^\dagger", Adjoint(U)),
    (r"\hat U^{\dagger}\hat U", product(Adjoint(U), U)),
    ("z^*", Adjoint(z, "*")),
    (r"\overline{z}", Adjoint(z, r"\overline")),
    (r"[\hat H,\hat U]", Commutator(H, U)),
    (r"\{\hat H,\hat U\}", Anticommutator(H, U)),
    (
        r"\begin{bmatrix}1&2\\-1&4\end{bmatrix}",
        Matrix(((Number("1"), TWO), (Negative(Number("1")), Number("4")))),
    ),
    (
        r"\begin{pmatrix} & 1 \\ 1 & \end{pmatrix}",
        Matrix(((Blank(), Number("1")), (Number("1"), Blank())), "pmatrix"),
    ),
    (r"\sum_i P_i", Summation((i,), symbol("P_prob", i))),
    (
        r"\sum_{i\in I} E_i P_i",
        Summation((i,), product(symbol("E_", i), symbol("P_prob", i)), True),
    ),
    (r"\sum_{i,j} \delta_{ij}", Summation((i, j), Delta(i, j))),
    (r"\delta_{i,j}", Delta(i, j)),
    ("(-1)^{n+1}", Power(Negative(Number("1")), Sum(("+", "+"), (n, Number("1"))))),
    (
        r"e^{\mathrm{i}\pi/\nu}",
        Exponential(Quotient(product(ImaginaryUnit(), symbol("pi")), symbol("nu"))),
    ),
    ("e^2", Power(e, TWO)),
    ("e^n", Power(e, n)),
    ("e^{z}", Exponential(z)),
    (r"\mathrm{e}^{2}", Exponential(TWO)),
    (r"\exp(z)", Exponential(z, function=True)),
    (r"\sqrt{2}", Root(TWO)),
    (r"\sqrt[3]{L}", Root(L, 3)),
    (r"\frac12", Fraction(Number("1"), TWO)),
    (
        r"6.62607015\times10^{-34}",
        Product((Number("6.62607015"), Power(Number("10"), Negative(Number("34")))), (r"\times",)),
    ),
    (
        r"1 \cdot 5 + 4 \cdot (-3)",
        Sum(
            ("+", "+"),
            (
                Product((Number("1"), Number("5")), (r"\cdot",)),
                Product((Number("4"), Negative(Number("3"))), (r"\cdot",)),
            ),
        ),
    ),
    ("c_{n+1}", symbol("c_", Sum(("+", "+"), (n, Number("1"))))),
    ("-E + z", Sum(("-", "+"), (E, z))),
    ("-E", Negative(E)),
    ("E(z + e)", product(E, Sum(("+", "+"), (z, e)))),
    (r"\hat P_i|j\rangle", product(symbol("P", i), symbol("basis", j))),
    (
        r"\sum_i|i\rangle\langle i|",
        Summation((i,), product(symbol("basis", i), Bra(symbol("basis", i)))),
    ),
    (
        r"\langle\psi|\sum_i|i\rangle\langle i|\phi\rangle",
        product(
            Bra(psi),
            Summation(
                (i,), product(symbol("basis", i), Sandwich(Bra(symbol("basis", i)), None, phi))
            ),
        ),
    ),
    (
        r"\frac{|\langle\psi|\phi\rangle|^2}{\langle\phi|\phi\rangle}",
        Fraction(Power(Modulus(Sandwich(Bra(psi), None, phi)), TWO), Sandwich(Bra(phi), None, phi)),
    ),
    (
        r"c_3^* c_2 \cdot 5\langle\psi|\phi\rangle",
        Product(
            (
                Adjoint(symbol("c_", Number("3")), "*"),
                symbol("c_", TWO),
                Number("5"),
                Sandwich(Bra(psi), None, phi),
            ),
            ("", r"\cdot", ""),
        ),
    ),
]


@pytest.mark.parametrize(("latex", "expected"), FORMS, ids=[form for form, _ in FORMS])
def test_forms_of_the_lectures(latex: str, expected: Expression) -> None:
    assert read_expression(latex, LECTURE) == expected
    assert read_expression(write(expected, LECTURE), LECTURE) == expected


def test_e_and_i_are_numbers_where_nothing_else_is_declared() -> None:
    assert read_expression("e^{ix}", PLAIN) == Exponential(product(ImaginaryUnit(), symbol("x")))
    assert read_expression("e^2", PLAIN) == Exponential(TWO)
    assert read_expression(r"\mathrm{i}", PLAIN) == ImaginaryUnit()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (r"\hat{H}|\psi\rangle", r"\hat H \ket{\psi}"),
        (r"\braket{\psi|\phi}", r"\langle\psi|\phi\rangle"),
        (r"\left(eB\right)^{2}", "(eB)^2"),
        (r"\dfrac{e}{B}", r"\frac eB"),
        (r"\Delta{E}", r"\Delta  E"),
        (r"\left|z\right|^2", r"|z|^2"),
        (r"\langle\psi|\,\hat O\,|\phi\rangle", r"\langle\psi|\hat O|\phi\rangle"),
        ("(e)B", "eB"),
        (r"\begin{bmatrix} 1 \\ 2 \\ \end{bmatrix}", r"\begin{bmatrix}1\\2\end{bmatrix}"),
    ],
)
def test_two_spellings_of_one_term(left: str, right: str) -> None:
    assert read_expression(left, LECTURE) == read_expression(right, LECTURE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (r"\frac{eB}{h}", "eB/h"),
        ("eB", r"e \cdot B"),
        (r"e \cdot B", r"e \times B"),
        ("eB", "Be"),
        ("(eB)h", "eBh"),
        ("1.0E", "1E"),
        (r"\Delta E", "E"),
        ("E - z", "E + (-z)"),
    ],
)
def test_the_form_of_the_author_is_kept(left: str, right: str) -> None:
    assert read_expression(left, LECTURE) != read_expression(right, LECTURE)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("xE", symbol("xE")),
        ("Ex", product(symbol("E"), symbol("x"))),
        ("B^*", symbol("B_star")),
        ("(B)^*", Adjoint(symbol("B"), "*")),
        ("E_0", symbol("E_0")),
        ("E_i", symbol("E_i", i)),
        (r"E_{i\alpha}", symbol("E_ia", i, symbol("a"))),
        ("E_{i'}", symbol("E_i", symbol("ij"))),
        ("f(n+1)", symbol("f_", Sum(("+", "+"), (n, Number("1"))))),
        ("f(x)", product(symbol("f"), symbol("x"))),
        ("(f)(n)", product(symbol("f"), n)),
        (r"\langle\delta_0|g", product(symbol("ev"), symbol("g"))),
        (r"\langle\delta_0|\phi\rangle", Sandwich(symbol("ev"), None, symbol("phi"))),
        (
            r"\langle\phi|\phi|\phi\rangle",
            Sandwich(Bra(symbol("phi")), symbol("phi_op"), symbol("phi")),
        ),
        ("|2n+1\\rangle", symbol("i_ket", Sum(("+", "+"), (product(TWO, n), Number("1"))))),
        (r"|i,\alpha\rangle", symbol("ia_ket", i, symbol("a"))),
        ("|n|", Modulus(n)),
    ],
)
def test_the_longest_declared_symbol_wins(latex: str, expected: Expression) -> None:
    assert read_expression(latex, TRICKY) == expected


REFUSALS = [
    ("eB/hL", "how far the divisor", 3),
    ("e/B/h", "how far the divisor", 2),
    (r"e/B \cdot h", "how far the divisor", 2),
    ("e^{1/2}", "may be a power of the symbol e", 2),
    ("x + e", "x is not declared", 1),
    (r"e + \omega_C", r"\\omega_C is not declared", 5),
    (r"\hat{K}", r"\\hat\{K\} is not declared", 1),
    ("B_0", "B_0 is not declared", 1),
    ("E'", "E' is not declared", 1),
    (r"|\chi\rangle", r"\|\\chi\\rangle is not declared", 1),
    (r"\langle\chi|", "is not declared", 1),
    (r"|\hat H\psi\rangle", "is not declared", 1),
    (r"\langle\hat O\rangle", "opens a bra", 1),
    ("2 3", "numeral cannot follow", 3),
    ("L^12", "numeral cannot follow", 4),
    ("e2", "numeral cannot follow", 2),
    (r"2\frac{1}{3}", "mixed number", 1),
    (r"\frac{L}{2}^2", "may belong to its numerator", 1),
    ("L^2^2", "two superscripts", 4),
    (r"\hat U^\dagger^2", "two superscripts", 15),
    ("10^2^2", "two superscripts", 5),
    ("e^{z}^2", "two superscripts", 6),
    (r"|\psi\rangle^\dagger^2", "two superscripts", 21),
    ("(e + B]", "does not match", 7),
    ("(e + B", "never closed", 1),
    ("e + B)", "closes nothing", 6),
    ("|z", "never closed", 1),
    (r"\begin{bmatrix}1&2\\3\end{bmatrix}", "rows of this matrix have 2, 1", 1),
    (r"\begin{bmatrix}&\end{bmatrix}", "no entries", 1),
    (r"\begin{matrix}1\end{matrix}", "no matrix in a formula", 1),
    (r"\begin{bmatrix}1", "never closed", 1),
    ("[e]", "unexpected", 3),
    (r"\frac{e}", "needs an argument", 1),
    (r"\frac{}{e}", "is empty", 1),
    (r"\sqrt[x]{e}", "degree of a root", 1),
    (r"\sqrt[1]{e}", "degree of a root", 1),
    (r"\sqrt[100]{e}", "at most 99", 1),
    (r"\sum P_i", "needs its index", 1),
    (r"\sum_{i}^{2} c_n", "ranges over an index set", 1),
    (r"\sum_{i \in J} E_i", "ranges over I, not over J", 9),
    ("i + 1", "unexpected", 1),
    ("e < B", "unexpected <", 3),
    ("e * B", "has no meaning", 3),
    (r"e \approx B", "has no meaning", 3),
    (r"\int e", "has no differential", 1),
    ("n!!", "unexpected !", 3),
    (r"e \cdot -B", "unexpected", 9),
    ("e +", "ends too early", 4),
    ("", "ends too early", 1),
    ("e = B", "unexpected =", 3),
    (r"z^*_0", "is not declared", 4),
]


@pytest.mark.parametrize(("latex", "complaint", "column"), REFUSALS, ids=[r[0] for r in REFUSALS])
def test_what_the_reader_refuses(latex: str, complaint: str, column: int) -> None:
    with pytest.raises(LanguageError, match=complaint) as caught:
        read_expression(latex, LECTURE)
    assert caught.value.column == column
    if latex:
        caret = str(caught.value).split("\n")[2]
        assert caret == " " * (len("  line 1: ") + column - 1) + "^"


def test_a_symbol_with_a_superscript_takes_no_second_one() -> None:
    with pytest.raises(LanguageError, match="superscript already"):
        read_expression("B^*^2", TRICKY)


def test_the_error_suggests_what_was_meant() -> None:
    with pytest.raises(LanguageError) as caught:
        read_expression(r"\hbar\omega_x", LECTURE)
    assert r"\omega_c" in caught.value.hint


def test_a_delta_joins_indices_of_one_set() -> None:
    with pytest.raises(LanguageError, match="range over one set"):
        read_expression(r"\delta_{i\alpha}", TRICKY)


def test_numerals_are_not_read_across_gaps() -> None:
    for latex in ("1 000", r"6.626\,070"):
        with pytest.raises(LanguageError, match="numeral cannot follow"):
            read_expression(latex, LECTURE)


@pytest.mark.parametrize(
    ("latex", "variables", "premises"),
    [
        (
            r"\forall E, |v\rangle: \hat H|v\rangle = E|v\rangle \Rightarrow \hat H\hat U|v\rangle = E\hat U|v\rangle",
            ["E", "v"],
            1,
        ),
        (r"e = B, z = 0 \Rightarrow e = 0", [], 2),
        (r"e = B \land z = 0 \implies e = 0", [], 2),
        (r"\forall i: \hat H|i\rangle = E_i|i\rangle", ["i"], 0),
        (r"\forall n: (\forall k: c_k = c_n \Rightarrow c_k = 0) \Rightarrow c_n = 0", ["n"], 1),
        (
            r"\forall |v\rangle: \left(\forall i: \langle i|v\rangle = 0\right) \Rightarrow |v\rangle = 0",
            ["v"],
            1,
        ),
    ],
)
def test_clauses(latex: str, variables: list[str], premises: int) -> None:
    clause = read_formula(latex, LECTURE)
    assert isinstance(clause, Clause)
    assert [variable.name for variable in clause.variables] == variables
    assert len(clause.premises) == premises


def test_chains_keep_every_side_and_relation() -> None:
    chain = read_formula(r"o_1 := o_2 \le z \neq 0", LECTURE)
    assert isinstance(chain, Comparison)
    assert chain.relations == ("=", r"\le", r"\neq")
    assert [relation for _, relation, _ in chain.links()] == ["=", r"\le", r"\neq"]


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        (r"\forall E_i: E_i = 0", "symbol without slots"),
        (r"e = B \Rightarrow z = 0 \Rightarrow E = 0", "unexpected"),
        ("e", "ends too early"),
        (r"\forall x: x = 0", "x is not declared"),
        ("e = = B", "unexpected ="),
    ],
)
def test_what_is_no_formula(latex: str, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        read_formula(latex, LECTURE)


def test_a_calculation_is_read_line_by_line() -> None:
    chains = read_calculation(
        r"""
        % only a comment
        p = \Delta A \left(\frac{L}{2\pi}\right)^2   % one state per cell
          &= \frac{eB}{h} L^2 = z \\                 % a sure step, 100\% sure

        \begin{bmatrix} 1 & 0 \\
          0 & 1 \end{bmatrix} = 1                    % over two lines
        """,
        LECTURE,
        first_line=40,
    )
    assert [len(chain.steps) for chain in chains] == [3, 1]
    first, second, third = chains[0].steps
    assert (first.reason, second.reason, third.reason) == (
        "one state per cell",
        *["a sure step, 100\\% sure"] * 2,
    )
    assert first.right == second.left
    assert second.right == third.left
    assert [step.position and step.position.line for step in chains[0].steps] == [42, 43, 43]
    assert chains[1].steps[0].reason == "over two lines"


def test_a_calculation_points_to_the_line_of_its_error() -> None:
    with pytest.raises(LanguageError) as caught:
        read_calculation("E = e\n  = x % no", LECTURE, first_line=10)
    assert (caught.value.line, caught.value.column, caught.value.text) == (11, 5, "  = x % no")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("= e", "begins with a relation"),
        (r"\forall n: c_n = 0", "not of clauses"),
        ("e = B =", "ends too early"),
        (r"\frac{e = B" + "\nE = 0", "never closed|unexpected"),
    ],
)
def test_what_is_no_calculation(text: str, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        read_calculation(text, LECTURE)


@pytest.mark.parametrize(
    "latex",
    [
        "(" * 1000 + "e" + ")" * 1000,
        r"\frac{1}{" * 1000 + "e" + "}" * 1000,
        "e^{" * 1000 + "z" + "}" * 1000,
        r"\sum_i " * 1000 + "E_i",
        "|" * 1000,
        r"\langle\psi|" * 1000 + r"|\psi\rangle" * 1000,
        "-" * 1000 + "e",
        "9" * 1000,
        "e+" * 30000,
    ],
)
def test_hostile_input_gets_a_clear_error_and_quickly(latex: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LanguageError):
        read_expression(latex, LECTURE)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "latex",
    [
        "(" * 59 + "e" + ")" * 59,
        "e^{" * 59 + "z" + "}" * 59,
        "c_{" * 1 + "n" + "}",
        "+".join(["e"] * 3000),
        "e" * 3000,
        "=".join(["e"] * 2),
    ],
)
def test_long_and_deep_formulas_within_the_bounds_are_read(latex: str) -> None:
    read = read_formula if "=" in latex else read_expression
    assert read(latex, LECTURE).walk()


def test_nested_superscripts_take_no_exponential_time() -> None:
    start = time.perf_counter()
    read_expression("e^{z" * 59 + "}" * 59, LECTURE)
    assert time.perf_counter() - start < 5


def test_positions_take_no_part_in_equality() -> None:
    left, right = read_expression("e  +  B", LECTURE), read_expression("e+B", LECTURE)
    assert left == right
    assert hash(left) == hash(right)


def test_every_node_knows_where_it_stands() -> None:
    read = read_expression(r"\frac{eB}{h}L^2 + \langle\psi|\hat O|\psi\rangle", LECTURE)
    for node in read.walk():
        if isinstance(node, Expression) and not isinstance(node, Symbol):
            assert node.position is not None


def test_reading_again_does_not_build_the_lexer_again() -> None:
    glossary = Glossary(scalar("x", "x"), natural("n", "n"), operator("A", "A"), ket("v", "v"))
    copy = Glossary(scalar("x", "x"), natural("n", "n"), operator("A", "A"), ket("v", "v"))
    assert read_expression("xn", glossary) == read_expression("xn", copy)


def test_a_factor_run_of_bras_and_kets_is_typed_by_lowering_not_by_reading() -> None:
    assert isinstance(read_expression(r"|\psi\rangle|\phi\rangle", LECTURE), tree.Product)
