import pytest
import sympy
from sympy import (
    BlockMatrix,
    Derivative,
    Determinant,
    E,
    Eq,
    Function,
    I,
    Identity,
    Integral,
    Limit,
    Matrix,
    MatrixSymbol,
    Ne,
    Product,
    Rational,
    Subs,
    Sum,
    Symbol,
    Trace,
    ZeroMatrix,
    oo,
    pi,
    sqrt,
)
from sympy.physics.quantum import (
    AntiCommutator,
    Bra,
    Commutator,
    Dagger,
    HermitianOperator,
    IdentityOperator,
    InnerProduct,
    Ket,
    Operator,
    OuterProduct,
    UnitaryOperator,
)

from derive.deciding.reading import read_problem
from derive.deciding.reading.assumptions import declaration
from derive.deciding.reading.text import read_text, read_text_expression
from derive.deciding.writing import as_text
from derive.language.errors import LanguageError

x, y, z = sympy.symbols("x y z")
n = Symbol("n", integer=True, nonnegative=True)
f = Function("f")
a, b = sympy.symbols("a b", commutative=False)
A, B = Operator("A"), Operator("B")
psi, phi = Ket("psi"), Ket("phi")
M, R = MatrixSymbol("M", 2, 2), MatrixSymbol("R", 2, 3)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (sqrt(x) / y, "sqrt(x)/y"),
        (Rational(2, 3) * x - 1, "2/3*x - 1"),
        (E + pi + I, None),
        (sympy.exp(x) * sympy.log(y), None),
        (sympy.asinh(x) + sympy.sec(x) + sympy.Abs(x) + sympy.sign(y), None),
        (sympy.re(x) + sympy.arg(y) + sympy.conjugate(z) + sympy.im(x), None),
        (sympy.binomial(n, 2) * sympy.factorial(n) * sympy.gamma(x), None),
        (sympy.floor(x) + sympy.ceiling(y) + sympy.KroneckerDelta(n, 1), None),
        (f(x, y), "f(x, y)"),
        (Derivative(f(x), x, 2), "Derivative(f(x), x, 2)"),
        (Derivative(f(x, y), x, y), "Derivative(Derivative(f(x, y), x), y)"),
        (Integral(f(x), (x, 0, oo)), "Integral(f(x), (x, 0, oo))"),
        (Integral(f(x), x), "Integral(f(x), x)"),
        (Integral(x * y, (x, 0, y), (y, 0, 1)), "Integral(Integral(x*y, (x, 0, y)), (y, 0, 1))"),
        (Sum(x**n, (n, 0, 3)), "Sum(x**n, (n, 0, 3))"),
        (Product(x + n, (n, 1, 3)), None),
        (Limit(sympy.sin(x) / x, x, 0), "Limit(sin(x)/x, x, 0)"),
        (Limit(f(x), x, 0, "+-"), 'Limit(f(x), x, 0, "+-")'),
        (Limit(f(x), x, -oo), "Limit(f(x), x, -oo)"),
        (Subs(Derivative(f(x), x), x, 0), "Subs(Derivative(f(x), x), x, 0)"),
        (a * b * a**-1, "a*b*Inverse(a)"),
        (A * B - B * A, "A*B - B*A"),
        (Commutator(A, B), "A*B - B*A"),
        (AntiCommutator(A, B), "A*B + B*A"),
        (Dagger(psi) * A * phi, "adjoint(psi)*A*phi"),
        (Bra("psi") * A, "adjoint(psi)*A"),
        (InnerProduct(Bra("psi"), Ket("phi")), "adjoint(psi)*phi"),
        (OuterProduct(Ket("psi"), Bra("phi")), "psi*adjoint(phi)"),
        (A * IdentityOperator(), "A"),
        (Dagger(A * B), "adjoint(B)*adjoint(A)"),
        (A**n, "A**n"),
        (sympy.exp(I * x * A), "exp(I*x*A)"),
        (M * R, "M*R"),
        (M + Identity(2), "Matrix([[1, 0], [0, 1]]) + M"),
        (R + ZeroMatrix(2, 3), "R"),
        (Trace(M * M.T), "Trace(M*Transpose(M))"),
        (Determinant(M), "Determinant(M)"),
        (M.inverse(), "Inverse(M)"),
        (R.adjoint(), "adjoint(R)"),
        (M**n, "M**n"),
        (Matrix([[1, x], [y, 2]]), "Matrix([[1, x], [y, 2]])"),
        (BlockMatrix([[M, M], [M, M]]), "Matrix([[M, M], [M, M]])"),
    ],
)
def test_objects_mean_what_their_text_means(value: object, text: str | None) -> None:
    problem = read_problem((value, value)).problem
    read = problem.claims[0].left
    if text is not None:
        assert as_text(read, problem.names) == text
    assert read_text_expression(text or str(value), problem.names) == read


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (Eq(x, y), "x == y"),
        (Ne(x, y), "x != y"),
        (x >= y, "x >= y"),
        (x <= y, "y >= x"),
        (x > y, "x > y"),
        (x < y, "y > x"),
    ],
)
def test_relations(claim: object, text: str) -> None:
    problem = read_problem(claim).problem
    assert problem.claims == read_text(text, problem.names)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Symbol("q"), ""),
        (Symbol("q", real=True), "real"),
        (Symbol("q", positive=True), "positive"),
        (Symbol("q", integer=True, odd=True), "odd"),
        (Symbol("q", nonzero=True), "real nonzero"),
        (Symbol("q", zero=False), "nonzero"),
        (Symbol("q", imaginary=True), "imaginary nonzero"),
        (Symbol("q", commutative=False), "operator"),
        (Operator("q"), "operator"),
        (HermitianOperator("q"), "operator hermitian"),
        (UnitaryOperator("q"), "operator unitary"),
        (Ket("q"), "ket"),
        (Dagger(Ket("q")), "ket"),
        (MatrixSymbol("q", 3, 2), "matrix 3x2"),
    ],
)
def test_objects_declare_their_names(value: object, words: str) -> None:
    assert read_problem((value, 0)).problem.names == {"q": declaration("q", words)}


def test_functions_declare_themselves() -> None:
    real = Function("g", real=True)
    names = read_problem((f(x), real(x))).problem.names
    assert names["f"] == declaration("f", "function")
    assert names["g"] == declaration("g", "function real")


def test_words_add_to_what_objects_say() -> None:
    positive = Symbol("q", real=True)
    names = read_problem((positive, 1), (), {"q": "integer positive"}).problem.names
    assert names["q"] == declaration("q", "integer positive")
    spaces = {"a": "operator V->W", "b": "operator W->V unitary"}
    names = read_problem((a * b, 1), (), spaces).problem.names
    assert names == {name: declaration(name, words) for name, words in spaces.items()}
    assert read_problem((psi, 0), (), {"psi": "ket W"}).problem.names["psi"].codomain == "W"
    assert read_problem((a, 0), (), {"a": "matrix 2x2"}).problem.names["a"].kind == "matrix"


@pytest.mark.parametrize(
    ("claim", "assume"),
    [
        ((Symbol("q", positive=True), 1), {"q": "negative"}),
        ((Symbol("q", positive=True), 1), {"q": "operator"}),
        ((Symbol("q"), 1), {"q": "operator"}),
        ((Symbol("q"), 1), {"q": "function"}),
        ((Symbol("q", real=True), Symbol("q")), {}),
        ((Symbol("n") * Ket("n"), 0), {}),
        ((Symbol("q", prime=True), 1), {}),
        ((Symbol("q", real=False), 1), {}),
        ((Symbol("x_{1}"), 1), {}),
        ((Operator("q"), 0), {"q": "ket"}),
        ((M, 0), {"M": "matrix 3x3"}),
        ((HermitianOperator("q"), 0), {"q": "operator V->W"}),
        ((Symbol("q", commutative=False, hermitian=True), 0), {"q": "ket"}),
        ((MatrixSymbol("q", Symbol("k"), 2), 0), {}),
        ((sympy.Float("0.5") * x, 1), {}),
        ((sympy.Piecewise((1, x > 1), (0, True)), 1), {}),
        ((sympy.besselj(0, x), 1), {}),
        ((sympy.zoo, x), {}),
        ((M[0, 1], 1), {}),
        ((Integral(x, (x, 1)), 1), {}),
        ((sympy.Max(x, y), 1), {}),
        ((Function("g", positive=True)(x), 1), {}),
    ],
)
def test_what_is_refused(claim: object, assume: dict[str, str]) -> None:
    with pytest.raises(LanguageError):
        read_problem(claim, (), assume)


def test_mutable_matrices_are_read() -> None:
    left, right = sympy.Matrix([[x, 1]]), sympy.zeros(1, 2)
    assert len(read_problem((left, right)).problem.names) == 1


def test_a_deep_object_is_one_clear_error() -> None:
    deep = x
    for _ in range(150):
        deep = sympy.sin(deep, evaluate=False)
    with pytest.raises(LanguageError, match="too deeply"):
        read_problem((deep, 1))
