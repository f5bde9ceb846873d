"""SymPy objects and trees."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from language_glossaries import LECTURE
from sympy.physics.quantum import Bra, Commutator, Dagger, HermitianOperator, Ket, Operator
from test_lifting import MIXED, MODEL

from derive.language import syntax as tree
from derive.language.errors import LanguageError
from derive.language.lowering import Lowering
from derive.language.matrices import fitted
from derive.language.reader import read_expression, read_formula
from derive.language.sympy_bridge import from_sympy, to_sympy
from derive.language.writer import write

e, B, h, L, E, z, p = sympy.symbols("e B h L E z p")
i = sympy.Symbol("i")
H, U, psi, phi = HermitianOperator("H"), Operator("U"), Ket("psi"), Ket("phi")


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        (e * B / h * L**2, r"\frac{eBL^2}{h}"),
        (-h / (2 * e**2), r"-\frac{h}{2e^2}"),
        (sympy.Rational(3, 4), r"\frac{3}{4}"),
        (7, "7"),
        (sympy.I * E, r"\mathrm{i}E"),
        (H * psi, r"\hat H|\psi\rangle"),
        (Dagger(psi) * H * psi, r"\langle\psi|\hat H|\psi\rangle"),
        (Bra("psi") * Ket("phi"), r"\langle\psi|\phi\rangle"),
        (psi * Dagger(phi), r"|\psi\rangle\langle\phi|"),
        (Commutator(H, U), r"[\hat H, \hat U]"),
        (Dagger(U) * U, r"\hat U^\dagger\hat U"),
        (sympy.conjugate(z) * z, "zz^*"),
        (sympy.sqrt(E), r"\sqrt{E}"),
        (E ** sympy.Rational(2, 3), r"\sqrt[3]{E}^2"),
        (E**-2, r"\frac{1}{E^2}"),
        (sympy.exp(z), "e^z"),
        (sympy.pi, r"\pi"),
        (sympy.Abs(z), "|z|"),
        (sympy.Sum(sympy.IndexedBase("E_")[i], (i, 1, sympy.Symbol("I"))), r"\sum_{i}E_{i}"),
        (sympy.KroneckerDelta(i, sympy.Symbol("j")), r"\delta_{ij}"),
        (
            sympy.Matrix([[1, E], [0, sympy.I]]),
            r"\begin{bmatrix} 1 & E \\ 0 & \mathrm{i} \end{bmatrix}",
        ),
        (sympy.Eq(p, e * B), "p = eB"),
        (sympy.Ne(p, z), r"p \neq z"),
        (sympy.Le(p, z), r"p \le z"),
        (sympy.Ge(p, z), r"p \ge z"),
        (
            sympy.Symbol("H", commutative=False) * sympy.Symbol("U", commutative=False),
            r"\hat H\hat U",
        ),
    ],
)
def test_from_sympy(value: sympy.Basic, latex: str) -> None:
    assert write(from_sympy(value, LECTURE), LECTURE) == latex


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (sympy.Symbol("nothing"), "'nothing' is not declared"),
        (sympy.Float("0.1"), "floating-point"),
        (sympy.sin(E), "has no meaning here"),
        (sympy.Lt(p, z), "has no meaning here"),
        (sympy.Symbol("I"), "is not a term"),
        (sympy.Symbol("E_"), "has 1 slots, but 0 are given"),
        (sympy.Sum(E, (i, 1, 10)), "not one over an index set"),
        (sympy.Sum(E, (E, 1, sympy.Symbol("I"))), "not a declared index"),
        ("E", "no SymPy object"),
    ],
)
def test_what_is_refused(value: sympy.Basic, complaint: str) -> None:
    with pytest.raises(LanguageError, match=complaint):
        from_sympy(value, LECTURE)


@pytest.mark.parametrize(
    ("latex", "value"),
    [
        (r"\frac{1}{2}", sympy.Rational(1, 2)),
        ("6.62607015", sympy.Rational("6.62607015")),
        (r"\langle\psi|\hat H|\psi\rangle", Dagger(psi) * H * psi),
        (r"[\hat H,\hat U]", Commutator(H, U)),
        (r"\mathrm{i}^2", sympy.Integer(-1)),
    ],
)
def test_to_sympy(latex: str, value: sympy.Basic) -> None:
    assert to_sympy(read_expression(latex, LECTURE), LECTURE) == value


def test_declared_properties_become_assumptions() -> None:
    found = {name: to_sympy(tree.Symbol(name), LECTURE) for name in ("p", "e", "n", "z")}
    assert found["p"].is_real
    assert found["e"].is_positive
    assert found["n"].is_integer
    assert found["n"].is_nonnegative
    assert found["z"].is_real is None


def test_relations_and_chains() -> None:
    assert isinstance(to_sympy(read_formula("p = 1", LECTURE), LECTURE), sympy.Eq)
    chain = to_sympy(read_formula(r"p = z \le 1", LECTURE), LECTURE)
    assert len(chain.args) == 2


def test_sympy_has_no_clauses() -> None:
    with pytest.raises(LanguageError, match="for all"):
        to_sympy(read_formula(r"\forall z: z = 0", LECTURE), LECTURE)


@settings(max_examples=150)
@given(MIXED)
def test_there_and_back_means_the_same(term: tree.Expression) -> None:
    lowering = Lowering(MODEL)
    value = to_sympy(term, MODEL)
    back = from_sympy(value, MODEL)
    assert isinstance(back, tree.Expression)
    expected = lowering.term(term)
    assert fitted(lowering.term(back), expected) == expected
