"""Claims about explicit matrices: powers, exponentials, determinants, traces, blocks, inverses."""

from __future__ import annotations

import pytest

from derive.deciding.decision import decide

REAL = {"t": "real", "s": "real"}
COMPLEX = {name: "complex" for name in ("a", "b", "c", "d", "t", "s")}
A2, A3 = {"A": "matrix 2x2 complex"}, {"A": "matrix 3x3 complex"}
AB2 = {"A": "matrix 2x2 complex", "B": "matrix 2x2 complex"}
ABCD2 = {name: "matrix 2x2 complex" for name in "ABCD"}
ABC2 = {name: "matrix 2x2 complex" for name in "ABC"}
UV = {"u": "matrix 2x1 complex", "v": "matrix 2x1 complex"}
NATURAL = {"n": "natural", "t": "complex", "a": "complex", "b": "complex"}
INTEGER = {"n": "integer", "t": "complex"}
SX, SY, SZ = "Matrix([[0, 1], [1, 0]])", "Matrix([[0, -I], [I, 0]])", "Matrix([[1, 0], [0, -1]])"
TURN = "Matrix([[0, -t], [t, 0]])"
NILPOTENT = "Matrix([[0, 1, 0], [0, 0, 1], [0, 0, 0]])"
CROSS = "Matrix([[0, -1, 0], [1, 0, 0], [0, 0, 0]])"

PROVED, REFUTED = "proved", "refuted"
CLAIMS = [
    (f"exp({TURN})*exp(-{TURN}) == 1", [], REAL, PROVED),
    (
        "exp(Matrix([[0, t], [t, 0]])) == Matrix([[cosh(t), sinh(t)], [sinh(t), cosh(t)]])",
        [],
        COMPLEX,
        PROVED,
    ),
    (
        "exp(Matrix([[0, t], [t, 0]])) == Matrix([[cosh(t), -sinh(t)], [sinh(t), cosh(t)]])",
        [],
        COMPLEX,
        REFUTED,
    ),
    ("exp(Matrix([[0, t], [0, 0]])) == Matrix([[1, t], [0, 1]])", [], COMPLEX, PROVED),
    ("exp(Matrix([[a, 0], [0, b]])) == Matrix([[exp(a), 0], [0, exp(b)]])", [], COMPLEX, PROVED),
    ("exp(Matrix([[a, 0], [0, b]])) == Matrix([[exp(a), 1], [1, exp(b)]])", [], COMPLEX, REFUTED),
    (
        "exp(Matrix([[a, 0, 0], [0, b, 0], [0, 0, c]])) == Matrix([[exp(a), 0, 0], [0, exp(b), 0], [0, 0, exp(c)]])",
        [],
        COMPLEX,
        PROVED,
    ),
    ("exp(Matrix([[a, b], [0, a]])) == exp(a)*Matrix([[1, b], [0, 1]])", [], COMPLEX, PROVED),
    ("exp(Matrix([[a, b], [0, a]])) == exp(a)*Matrix([[1, b**2], [0, 1]])", [], COMPLEX, REFUTED),
    (
        "exp(Matrix([[a, b], [0, d]])) == Matrix([[exp(a), b*(exp(a) - exp(d))/(a - d)], [0, exp(d)]])",
        [],
        COMPLEX,
        PROVED,
    ),
    (
        "exp(Matrix([[a, -b], [b, a]])) == exp(a)*Matrix([[cos(b), -sin(b)], [sin(b), cos(b)]])",
        [],
        COMPLEX,
        PROVED,
    ),
    (f"exp(t*{NILPOTENT}) == Matrix([[1, t, t**2/2], [0, 1, t], [0, 0, 1]])", [], COMPLEX, PROVED),
    (f"exp(t*{NILPOTENT}) == Matrix([[1, t, t**2], [0, 1, t], [0, 0, 1]])", [], COMPLEX, REFUTED),
    (
        "exp(Matrix([[0, a, b], [0, 0, c], [0, 0, 0]])) == Matrix([[1, a, b + a*c/2], [0, 1, c], [0, 0, 1]])",
        [],
        COMPLEX,
        PROVED,
    ),
    (
        f"exp(t*{CROSS}) == Matrix([[cos(t), -sin(t), 0], [sin(t), cos(t), 0], [0, 0, 1]])",
        [],
        REAL,
        PROVED,
    ),
    (f"exp(I*t*{SX}) == cos(t)*Matrix([[1, 0], [0, 1]]) + I*sin(t)*{SX}", [], REAL, PROVED),
    (
        f"exp(-I*t*{SY}/2) == Matrix([[cos(t/2), -sin(t/2)], [sin(t/2), cos(t/2)]])",
        [],
        REAL,
        PROVED,
    ),
    (f"exp(I*t*{SZ}) == Matrix([[exp(I*t), 0], [0, exp(-I*t)]])", [], REAL, PROVED),
    (f"exp(I*t*{SZ})*{SX}*exp(-I*t*{SZ}) == cos(2*t)*{SX} - sin(2*t)*{SY}", [], REAL, PROVED),
    (f"exp(I*t*{SZ})*{SX}*exp(-I*t*{SZ}) == cos(2*t)*{SX} + sin(2*t)*{SY}", [], REAL, REFUTED),
    (f"exp(I*pi*{SX}) == -Matrix([[1, 0], [0, 1]])", [], {}, PROVED),
    (f"exp(I*pi*{SX}/2) == I*{SX}", [], {}, PROVED),
    (f"Determinant(exp({TURN})) == 1", [], REAL, PROVED),
    (f"Trace(exp({TURN})) == 2*cos(t)", [], REAL, PROVED),
    (f"Trace(exp({TURN})) == cos(t)", [], REAL, REFUTED),
    (f"Transpose(exp({TURN}))*exp({TURN}) == 1", [], REAL, PROVED),
    (
        f"exp({TURN})*exp(Matrix([[0, -s], [s, 0]])) == exp(Matrix([[0, -s - t], [s + t, 0]]))",
        [],
        REAL,
        PROVED,
    ),
    (
        "exp(Matrix([[0, 1], [0, 0]]))*exp(Matrix([[0, 0], [1, 0]])) == exp(Matrix([[0, 1], [1, 0]]))",
        [],
        {},
        REFUTED,
    ),
    ("exp(A)*exp(-A) == 1", [], A2, PROVED),
    ("exp(A + B) == exp(A)*exp(B)", [], AB2, REFUTED),
    ("exp(t*Matrix([[1, 1], [0, 0]])) == Matrix([[exp(t), exp(t) - 1], [0, 1]])", [], REAL, PROVED),
    (
        "exp(t*Matrix([[1, 1], [1, 1]])/2) == 1 + (exp(t) - 1)*Matrix([[1, 1], [1, 1]])/2",
        [],
        REAL,
        PROVED,
    ),
    ("Matrix([[1, t], [0, 1]])**n == Matrix([[1, n*t], [0, 1]])", [], INTEGER, PROVED),
    ("Matrix([[a, 0], [0, b]])**n == Matrix([[a**n, 0], [0, b**n]])", [], NATURAL, PROVED),
    ("Matrix([[a, 0], [0, b]])**n == Matrix([[a**n, 1], [1, b**n]])", [], NATURAL, REFUTED),
    (
        "Matrix([[a, 1], [0, a]])**n == Matrix([[a**n, n*a**(n - 1)], [0, a**n]])",
        [],
        {"n": "natural positive", "a": "complex"},
        PROVED,
    ),
    (
        "Matrix([[1, 1], [1, 1]])**n == 2**(n - 1)*Matrix([[1, 1], [1, 1]])",
        [],
        {"n": "natural positive"},
        PROVED,
    ),
    (
        "Matrix([[1, 1], [1, 1]])**n == 2**n*Matrix([[1, 1], [1, 1]])",
        [],
        {"n": "natural positive"},
        REFUTED,
    ),
    ("Matrix([[0, 1], [1, 0]])**(2*n) == 1", [], {"n": "integer"}, PROVED),
    ("Matrix([[0, 1], [1, 0]])**(2*n) == Matrix([[0, 1], [1, 0]])", [], {"n": "integer"}, REFUTED),
    (
        "Matrix([[0, -1], [1, 0]])**(2*n) == (-1)**n*Matrix([[1, 0], [0, 1]])",
        [],
        {"n": "integer"},
        PROVED,
    ),
    (
        "Matrix([[2, 1], [1, 2]])**n == Matrix([[3**n + 1, 3**n - 1], [3**n - 1, 3**n + 1]])/2",
        [],
        {"n": "natural"},
        PROVED,
    ),
    (
        "Matrix([[2, 1], [1, 2]])**n == Matrix([[3**n + 1, 3**n - 1], [3**n - 1, 3**n + 1]])",
        [],
        {"n": "natural"},
        REFUTED,
    ),
    (
        "Matrix([[1, t, 0], [0, 1, t], [0, 0, 1]])**n == Matrix([[1, n*t, n*(n - 1)*t**2/2], [0, 1, n*t], [0, 0, 1]])",
        [],
        INTEGER,
        PROVED,
    ),
    (
        "Matrix([[1, t, 0], [0, 1, t], [0, 0, 1]])**n == Matrix([[1, n*t, n**2*t**2/2], [0, 1, n*t], [0, 0, 1]])",
        [],
        INTEGER,
        REFUTED,
    ),
    ("Determinant(Matrix([[1, t], [0, 1]])**n) == 1", [], INTEGER, PROVED),
    ("Matrix([[0, 1], [0, 0]])**(n + 2) == 0", [], {"n": "natural"}, PROVED),
    ("A**n*A**m == A**(n + m)", [], {"n": "natural", "m": "natural", **A2}, PROVED),
    ("A**n*A == A*A**n", [], {"n": "natural", **A2}, PROVED),
    ("(A*B)**n == A**n*B**n", [], {"n": "natural", **AB2}, REFUTED),
    ("Matrix([[1, 1], [0, 1]])**(-1) == Matrix([[1, -1], [0, 1]])", [], {}, PROVED),
    (
        "Inverse(Matrix([[a, b], [c, d]])) == Matrix([[d, -b], [-c, a]])/(a*d - b*c)",
        [],
        COMPLEX,
        PROVED,
    ),
    (
        "Inverse(Matrix([[a, b], [c, d]])) == Matrix([[d, b], [c, a]])/(a*d - b*c)",
        [],
        COMPLEX,
        REFUTED,
    ),
    (
        "Determinant(Matrix([[1, a, a**2], [1, b, b**2], [1, c, c**2]])) == (b - a)*(c - a)*(c - b)",
        [],
        COMPLEX,
        PROVED,
    ),
    (
        "Determinant(Matrix([[1, a, a**2], [1, b, b**2], [1, c, c**2]])) == (b - a)*(c - a)*(b - c)",
        [],
        COMPLEX,
        REFUTED,
    ),
    (
        "Determinant(Inverse(A)) == 1/Determinant(A)",
        [],
        {"A": "matrix 2x2 complex invertible"},
        PROVED,
    ),
    ("Determinant(Transpose(A)) == Determinant(A)", [], A3, PROVED),
    ("Determinant(adjoint(A)) == conjugate(Determinant(A))", [], A3, PROVED),
    ("Determinant(adjoint(A)) == Determinant(A)", [], A2, REFUTED),
    (
        "Trace(A*B) == Trace(B*A)",
        [],
        {"A": "matrix 2x3 complex", "B": "matrix 3x2 complex"},
        PROVED,
    ),
    ("Trace(A*B*C) == Trace(B*C*A)", [], ABC2, PROVED),
    ("Trace(A*B*C) == Trace(B*A*C)", [], ABC2, REFUTED),
    ("Trace(A)**2 - Trace(A**2) == 2*Determinant(A)", [], A2, PROVED),
    ("Trace(A)**2 + Trace(A**2) == 2*Determinant(A)", [], A2, REFUTED),
    (
        "A**3 - Trace(A)*A**2 + (Trace(A)**2 - Trace(A**2))/2*A - Determinant(A)*Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]) == 0",
        [],
        A3,
        PROVED,
    ),
    (
        "A**3 - Trace(A)*A**2 + (Trace(A)**2 - Trace(A**2))*A - Determinant(A)*Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]) == 0",
        [],
        A3,
        REFUTED,
    ),
    (
        "Determinant(Matrix([[1, 0], [0, 1]]) + u*Transpose(v)) == 1 + Trace(Transpose(v)*u)",
        [],
        UV,
        PROVED,
    ),
    (
        "Determinant(Matrix([[1, 0], [0, 1]]) + u*Transpose(v)) == Trace(Transpose(v)*u)",
        [],
        UV,
        REFUTED,
    ),
    ("Commutator(A*B, C) == A*Commutator(B, C) + Commutator(A, C)*B", [], ABC2, PROVED),
    ("Commutator(Commutator(A, B)**2, C) == 0", [], ABC2, PROVED),
    (
        "Commutator(Commutator(A, B)**2, C) == 0",
        [],
        {name: "matrix 3x3 complex" for name in "ABC"},
        REFUTED,
    ),
    ("A*B == B*A", [], {"A": "matrix 2x2 hermitian", "B": "matrix 2x2 hermitian"}, REFUTED),
    ("A == 0", ["Trace(adjoint(A)*A) == 0"], A2, PROVED),
    ("A == 0", ["A**2 == 0"], {"A": "matrix 2x2 hermitian"}, PROVED),
    ("A == 0", ["A**2 == 0"], A2, REFUTED),
    ("A**2 == 0", ["Trace(A) == 0", "Determinant(A) == 0"], A2, PROVED),
    ("A**2 == 0", ["A**3 == 0"], A2, PROVED),
    ("Determinant(A) == 1", ["Transpose(A)*A == 1"], {"A": "matrix 2x2 real"}, REFUTED),
    ("Determinant(A)**2 == 1", ["Transpose(A)*A == 1"], {"A": "matrix 2x2 real"}, PROVED),
    ("Determinant(A)**2 == 1", ["Transpose(A)*A == 1"], {"A": "matrix 3x3 real"}, PROVED),
    ("Abs(Determinant(U)) == 1", [], {"U": "matrix 2x2 unitary"}, PROVED),
    ("Abs(Determinant(U)) == 1", [], {"U": "matrix 3x3 unitary"}, PROVED),
    ("Determinant(A) == 0", ["Transpose(A) == -A"], A3, PROVED),
    ("Determinant(A) == 0", ["Transpose(A) == -A"], A2, REFUTED),
    ("im(Determinant(A)) == 0", [], {"A": "matrix 2x2 hermitian"}, PROVED),
    ("im(Trace(A*B)) == 0", [], {"A": "matrix 2x2 hermitian", "B": "matrix 2x2 hermitian"}, PROVED),
    ("Trace(adjoint(A)*A) >= 0", [], A3, PROVED),
    ("Trace(A)**2 >= 4*Determinant(A)", [], {"A": "matrix 2x2 hermitian"}, PROVED),
    ("Trace(A)**2 >= 4*Determinant(A)", [], {"A": "matrix 2x2 real"}, REFUTED),
    ("Trace(A**2) >= 2*Determinant(A)", [], {"A": "matrix 2x2 hermitian"}, PROVED),
    (
        "Determinant(BlockMatrix([[A, B], [B, A]])) == Determinant(A + B)*Determinant(A - B)",
        [],
        AB2,
        PROVED,
    ),
    (
        "Determinant(BlockMatrix([[A, B], [B, A]])) == Determinant(A)**2 - Determinant(B)**2",
        [],
        AB2,
        REFUTED,
    ),
    (
        "Determinant(BlockMatrix([[A, B], [C, D]])) == Determinant(A)*Determinant(D - C*Inverse(A)*B)",
        [],
        ABCD2,
        PROVED,
    ),
    (
        f"({SX}*a + {SY}*b + {SZ}*c)**2 == (a**2 + b**2 + c**2)*Matrix([[1, 0], [0, 1]])",
        [],
        COMPLEX,
        PROVED,
    ),
    (f"exp(t*(3*{SX} + 4*{SZ})/5) == cosh(t) + sinh(t)*(3*{SX} + 4*{SZ})/5", [], REAL, PROVED),
    (
        f"exp(I*t*(a*{SX} + b*{SY} + c*{SZ})) == cos(t) + I*sin(t)*(a*{SX} + b*{SY} + c*{SZ})",
        ["a**2 + b**2 + c**2 == 1"],
        {**{k: "real" for k in "abct"}},
        PROVED,
    ),
    (
        f"exp(I*t*(a*{SX} + b*{SY} + c*{SZ})) == cos(t) + I*sin(t)*(a*{SX} + b*{SY} + c*{SZ})",
        [],
        {**{k: "real" for k in "abct"}},
        REFUTED,
    ),
    (
        "Derivative(Matrix([[cos(t), -sin(t)], [sin(t), cos(t)]]), t) == Matrix([[0, -1], [1, 0]])*Matrix([[cos(t), -sin(t)], [sin(t), cos(t)]])",
        [],
        REAL,
        PROVED,
    ),
    ("Determinant(exp(A)) == exp(Trace(A))", [], A2, PROVED),
    ("exp(Transpose(A)) == Transpose(exp(A))", [], A2, PROVED),
    ("exp(A)*A == A*exp(A)", [], A2, PROVED),
    ("adjoint(exp(A))*exp(A) == 1", [], {"A": "matrix 2x2 antihermitian"}, PROVED),
    ("conjugate(exp(A)) == exp(conjugate(A))", [], A2, PROVED),
    ("conjugate(exp(A)) == exp(adjoint(A))", [], A2, REFUTED),
]


@pytest.mark.parametrize(("claim", "given", "assume", "expected"), CLAIMS)
def test_claim(claim: str, given: list[str], assume: dict[str, str], expected: str) -> None:
    assert decide(claim, given, assume, timeout=20).status == expected
