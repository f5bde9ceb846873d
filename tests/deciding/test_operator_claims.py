"""Claims about operators, ladders, algebras and kets, in every dimension."""

from __future__ import annotations

import pytest

from derive.deciding.decision import decide

Names = dict[str, str]


def operators(names: str, word: str = "") -> Names:
    return {name: f"operator {word}".strip() for name in names.split()}


BOSON = ["Commutator(a, adjoint(a)) == 1"]
TWO_BOSONS = [
    *BOSON,
    "Commutator(b, adjoint(b)) == 1",
    "a*b == b*a",
    "a*adjoint(b) == adjoint(b)*a",
]
FERMION = ["c**2 == 0", "c*adjoint(c) + adjoint(c)*c == 1"]
SPIN = ["Commutator(X, Y) == I*Z", "Commutator(Y, Z) == I*X", "Commutator(Z, X) == I*Y"]
PAULI = ["X**2 == 1", "Y**2 == 1", "Z**2 == 1", "X*Y == I*Z", "Y*Z == I*X", "Z*X == I*Y"]
HEISENBERG = ["Commutator(x, p) == I*h"]
XP = {"x": "operator hermitian", "p": "operator hermitian", "h": "positive"}
AB, ABC, XYZ = operators("A B"), operators("A B C"), operators("X Y Z", "hermitian")
A, B_A = operators("a"), operators("a b")
PENROSE = ["A*X*A == A", "X*A*X == X", "adjoint(A*X) == A*X", "adjoint(X*A) == X*A"]
OTHER = [claim.replace("X", "Y") for claim in PENROSE]
AXY = {"A": "operator V->W", "X": "operator W->V", "Y": "operator W->V"}
N = {"n": "natural"}
KETS = {"psi": "ket", "phi": "ket"}

PROVED, REFUTED = "proved", "refuted"
CLAIMS: list[tuple[str, list[str], Names, str]] = [
    # inverses
    ("(1 - A*B)*(1 + A*R*B) == 1", ["(1 - B*A)*R == 1"], {**AB, "R": "operator"}, PROVED),
    ("(1 + A*R*B)*(1 - A*B) == 1", ["R*(1 - B*A) == 1"], {**AB, "R": "operator"}, PROVED),
    ("(1 - A*B)*(1 - A*R*B) == 1", ["(1 - B*A)*R == 1"], {**AB, "R": "operator"}, REFUTED),
    (
        "R - S == R*(B - A)*S",
        ["R*(A - z) == 1", "(B - z)*S == 1"],
        {**AB, "R": "operator", "S": "operator", "z": "complex"},
        PROVED,
    ),
    (
        "R - S == (z - w)*R*S",
        ["R*(A - z) == 1", "(A - w)*S == 1"],
        {**AB, "R": "operator", "S": "operator", "z": "complex", "w": "complex"},
        PROVED,
    ),
    (
        "R - S == (w - z)*R*S",
        ["R*(A - z) == 1", "(A - w)*S == 1"],
        {**AB, "R": "operator", "S": "operator", "z": "complex", "w": "complex"},
        REFUTED,
    ),
    (
        "Inverse(A)*B == B*Inverse(A)",
        ["A*B == B*A"],
        {"A": "operator invertible", "B": "operator"},
        PROVED,
    ),
    ("Inverse(adjoint(A)) == adjoint(Inverse(A))", [], {"A": "operator invertible"}, PROVED),
    ("adjoint(Inverse(A)) == Inverse(A)", [], {"A": "operator invertible hermitian"}, PROVED),
    (
        "Inverse(A) + Inverse(B) == Inverse(A)*(A + B)*Inverse(B)",
        [],
        operators("A B", "invertible"),
        PROVED,
    ),
    ("(A*B)**(-1) == A**(-1)*B**(-1)", ["A*B == B*A"], operators("A B", "invertible"), PROVED),
    (
        "(A*B*Inverse(A))**n == A*B**n*Inverse(A)",
        [],
        {"A": "operator invertible", "B": "operator", **N},
        PROVED,
    ),
    ("(A*B)**n == A**n*B**n", ["A*B == B*A"], {**AB, **N}, PROVED),
    ("(A*B)**n == A**n*B**n", [], {**AB, **N}, REFUTED),
    ("A*(B*A)**n == (A*B)**n*A", [], {**AB, **N}, PROVED),
    ("A**n*B == B*A**n", ["A*B == B*A"], {**AB, **N}, PROVED),
    # projectors, isometries, unitaries
    ("(1 - P)**2 == 1 - P", ["P**2 == P"], operators("P"), PROVED),
    ("(1 - 2*P)**2 == 1", ["P**2 == P"], operators("P"), PROVED),
    (
        "(P + Q)**2 == P + Q",
        ["P**2 == P", "Q**2 == Q", "P*Q == 0", "Q*P == 0"],
        operators("P Q"),
        PROVED,
    ),
    ("(P + Q)**2 == P + Q", ["P**2 == P", "Q**2 == Q", "P*Q == 0"], operators("P Q"), REFUTED),
    ("Q*P == 0", ["P*Q == 0"], operators("P Q", "hermitian"), PROVED),
    ("(P*Q)**2 == P*Q", ["P**2 == P", "Q**2 == Q", "P*Q == Q*P"], operators("P Q"), PROVED),
    ("(P*Q)**2 == P*Q", ["P**2 == P", "Q**2 == Q"], operators("P Q", "hermitian"), REFUTED),
    ("P*Q == 0", ["P**2 == P", "Q**2 == Q", "(P + Q)**2 == P + Q"], operators("P Q"), PROVED),
    ("P**(n + 1) == P", ["P**2 == P"], {**operators("P"), **N}, PROVED),
    ("(W*adjoint(W))**2 == W*adjoint(W)", ["adjoint(W)*W == 1"], {"W": "operator V->H"}, PROVED),
    ("W*adjoint(W) == 1", ["adjoint(W)*W == 1"], {"W": "operator V->H"}, REFUTED),
    ("W*adjoint(W)*W == W", ["(adjoint(W)*W)**2 == adjoint(W)*W"], operators("W"), PROVED),
    ("A == 0", ["adjoint(A)*A == 0"], operators("A"), PROVED),
    ("A*B == 0", ["adjoint(A)*A*B == 0"], AB, PROVED),
    ("A == 0", ["A**2 == 0"], {"A": "operator hermitian"}, PROVED),
    ("A*psi == 0", ["A**2*psi == 0"], {"A": "operator hermitian", "psi": "ket"}, PROVED),
    ("A*psi == 0", ["A**2*psi == 0"], {"A": "operator", "psi": "ket"}, REFUTED),
    (
        "U*A*adjoint(U)*U*B*adjoint(U) == U*A*B*adjoint(U)",
        [],
        {**AB, "U": "operator unitary"},
        PROVED,
    ),
    (
        "Commutator(U*A*adjoint(U), U*B*adjoint(U)) == U*Commutator(A, B)*adjoint(U)",
        [],
        {**AB, "U": "operator unitary"},
        PROVED,
    ),
    (
        "(U*A*adjoint(U))**n == U*A**n*adjoint(U)",
        [],
        {"A": "operator", "U": "operator unitary", **N},
        PROVED,
    ),
    ("X == Y", [*PENROSE, *OTHER], AXY, PROVED),
    ("X == Y", [*PENROSE[:2], *OTHER[:2]], AXY, REFUTED),
    ("adjoint(A)*A*X == adjoint(A)", PENROSE, AXY, PROVED),
    ("X*adjoint(X)*adjoint(A) == X", PENROSE, AXY, PROVED),
    # exponentials
    ("exp(A)*exp(A) == exp(2*A)", [], operators("A"), PROVED),
    ("exp(A)**n == exp(n*A)", [], {**operators("A"), **N}, PROVED),
    (
        "exp(t*A)*exp(s*A) == exp((t + s)*A)",
        [],
        {**operators("A"), "t": "real", "s": "real"},
        PROVED,
    ),
    ("exp(A)*exp(B) == exp(B)*exp(A)", ["A*B == B*A"], AB, PROVED),
    ("exp(A)*exp(B) == exp(B)*exp(A)", [], AB, REFUTED),
    (
        "exp(A)*exp(B) == exp(B)*exp(A)*exp(C)",
        ["Commutator(A, B) == C", "Commutator(A, C) == 0", "Commutator(B, C) == 0"],
        ABC,
        PROVED,
    ),
    (
        "exp(A)*exp(B) == exp(c)*exp(B)*exp(A)",
        ["Commutator(A, B) == c"],
        {**AB, "c": "complex"},
        PROVED,
    ),
    (
        "exp(A)*exp(B) == exp(c/2)*exp(A + B)",
        ["Commutator(A, B) == c"],
        {**AB, "c": "complex"},
        PROVED,
    ),
    ("exp(A)*B*exp(-A) == B + c", ["Commutator(A, B) == c"], {**AB, "c": "complex"}, PROVED),
    ("exp(A)*B*exp(-A) == B - c", ["Commutator(A, B) == c"], {**AB, "c": "complex"}, REFUTED),
    (
        "exp(A)*B**2*exp(-A) == (B + c)**2",
        ["Commutator(A, B) == c"],
        {**AB, "c": "complex"},
        PROVED,
    ),
    ("exp(A)*B*exp(-A) == exp(c)*B", ["Commutator(A, B) == c*B"], {**AB, "c": "complex"}, PROVED),
    (
        "exp(A)*psi == exp(a)*psi",
        ["A*psi == a*psi"],
        {"A": "operator", "psi": "ket", "a": "complex"},
        PROVED,
    ),
    (
        "exp(A)*psi == a*psi",
        ["A*psi == a*psi"],
        {"A": "operator", "psi": "ket", "a": "complex"},
        REFUTED,
    ),
    ("adjoint(exp(-I*t*H))*exp(-I*t*H) == 1", [], {"H": "operator hermitian", "t": "real"}, PROVED),
    ("exp(I*t*H)*H*exp(-I*t*H) == H", [], {"H": "operator hermitian", "t": "real"}, PROVED),
    (
        "exp(I*t*H)*A*B*exp(-I*t*H) == exp(I*t*H)*A*exp(-I*t*H)*exp(I*t*H)*B*exp(-I*t*H)",
        [],
        {**AB, "H": "operator hermitian", "t": "real"},
        PROVED,
    ),
    (
        "exp(I*t*a_*p/h)*x*exp(-I*t*a_*p/h) == x + t*a_",
        HEISENBERG,
        {**XP, "t": "real", "a_": "real"},
        PROVED,
    ),
    (
        "exp(I*w*t*adjoint(a)*a)*a*exp(-I*w*t*adjoint(a)*a) == exp(-I*w*t)*a",
        BOSON,
        {**A, "w": "real", "t": "real"},
        PROVED,
    ),
    (
        "exp(-z*adjoint(a) + conjugate(z)*a)*a*exp(z*adjoint(a) - conjugate(z)*a) == a + z",
        BOSON,
        {**A, "z": "complex"},
        PROVED,
    ),
    (
        "exp(z*adjoint(a) - conjugate(z)*a) == exp(z*adjoint(a))*exp(-conjugate(z)*a)*exp(-z*conjugate(z)/2)",
        BOSON,
        {**A, "z": "complex"},
        PROVED,
    ),
    (
        "exp(t*adjoint(c)*c) == 1 + (exp(t) - 1)*adjoint(c)*c",
        FERMION,
        {"c": "operator", "t": "complex"},
        PROVED,
    ),
    ("exp(I*pi*adjoint(c)*c) == 1 - 2*adjoint(c)*c", FERMION, {"c": "operator"}, PROVED),
    (
        "exp(t*A) == 1 + sinh(t)*A + (cosh(t) - 1)*A**2",
        ["A**3 == A"],
        {"A": "operator", "t": "real"},
        PROVED,
    ),
    (
        "exp(I*t*X) == 1 + I*sin(t)*X + (cos(t) - 1)*X**2",
        ["X**3 == X"],
        {"X": "operator", "t": "real"},
        PROVED,
    ),
    ("exp(-I*t*Z/2)*X*exp(I*t*Z/2) == cos(t)*X + sin(t)*Y", PAULI, {**XYZ, "t": "real"}, PROVED),
    # ladders
    ("Commutator(adjoint(a)*a, adjoint(a)**n) == n*adjoint(a)**n", BOSON, {**A, **N}, PROVED),
    ("Commutator(adjoint(a)*a, a**n) == -n*a**n", BOSON, {**A, **N}, PROVED),
    ("Commutator(adjoint(a)*a, a**n) == n*a**n", BOSON, {**A, **N}, REFUTED),
    (
        "adjoint(a)*a*(adjoint(a)*psi) == (k + 1)*adjoint(a)*psi",
        [*BOSON, "adjoint(a)*a*psi == k*psi"],
        {**A, "psi": "ket", "k": "real"},
        PROVED,
    ),
    (
        "adjoint(a)*a*adjoint(a)**n*psi == n*adjoint(a)**n*psi",
        [*BOSON, "a*psi == 0"],
        {**A, "psi": "ket", **N},
        PROVED,
    ),
    (
        "adjoint(a)*a*adjoint(a)**n*psi == (n + 1)*adjoint(a)**n*psi",
        [*BOSON, "a*psi == 0"],
        {**A, "psi": "ket", **N},
        REFUTED,
    ),
    ("Dagger(psi)*adjoint(a)*a*psi >= 0", [], {**A, "psi": "ket"}, PROVED),
    (
        "k >= 0",
        [*BOSON, "adjoint(a)*a*psi == k*psi", "Dagger(psi)*psi == 1"],
        {**A, "psi": "ket", "k": "real"},
        PROVED,
    ),
    (
        "Commutator(x**n, p) == I*h*n*x**(n - 1)",
        HEISENBERG,
        {**XP, "n": "natural positive"},
        PROVED,
    ),
    (
        "Commutator(x, p**n) == I*h*n*p**(n - 1)",
        HEISENBERG,
        {**XP, "n": "natural positive"},
        PROVED,
    ),
    ("Commutator(x**2, p**2) == 2*I*h*(x*p + p*x)", HEISENBERG, XP, PROVED),
    ("Commutator(x**2, p**2) == 4*I*h*x*p", HEISENBERG, XP, REFUTED),
    ("Commutator(x*p, x**n) == -I*h*n*x**n", HEISENBERG, {**XP, **N}, PROVED),
    (
        "Commutator(p**2/(2*m) + k*x**2/2, x) == -I*h*p/m",
        HEISENBERG,
        {**XP, "m": "positive", "k": "positive"},
        PROVED,
    ),
    (
        "Commutator(u*a + v*adjoint(a), conjugate(u)*adjoint(a) + conjugate(v)*a) == u*conjugate(u) - v*conjugate(v)",
        BOSON,
        {**A, "u": "complex", "v": "complex"},
        PROVED,
    ),
    (
        "Commutator(u*a + v*adjoint(a), conjugate(u)*adjoint(a) + conjugate(v)*a) == 1",
        BOSON,
        {**A, "u": "complex", "v": "complex"},
        REFUTED,
    ),
    (
        "Commutator(cosh(r)*a + sinh(r)*adjoint(a), cosh(r)*adjoint(a) + sinh(r)*a) == 1",
        BOSON,
        {**A, "r": "real"},
        PROVED,
    ),
    (
        "Commutator((adjoint(a)*b + adjoint(b)*a)/2, (adjoint(a)*b - adjoint(b)*a)/(2*I)) == I*(adjoint(a)*a - adjoint(b)*b)/2",
        TWO_BOSONS,
        B_A,
        PROVED,
    ),
    (
        "Commutator((adjoint(a)*b + adjoint(b)*a)/2, (adjoint(a)*b - adjoint(b)*a)/(2*I)) == -I*(adjoint(a)*a - adjoint(b)*b)/2",
        TWO_BOSONS,
        B_A,
        REFUTED,
    ),
    # algebras
    ("Commutator(X**2 + Y**2 + Z**2, X + Y) == 0", SPIN, XYZ, PROVED),
    ("Commutator(Z, (X + I*Y)**n) == n*(X + I*Y)**n", SPIN, {**XYZ, **N}, PROVED),
    ("Commutator(Z, (X + I*Y)**n) == (X + I*Y)**n", SPIN, {**XYZ, **N}, REFUTED),
    ("X**2 + Y**2 + Z**2 == (X - I*Y)*(X + I*Y) + Z**2 + Z", SPIN, XYZ, PROVED),
    (
        "Z*(X + I*Y)*psi == (m + 1)*(X + I*Y)*psi",
        [*SPIN, "Z*psi == m*psi"],
        {**XYZ, "psi": "ket", "m": "real"},
        PROVED,
    ),
    (
        "Z*(X + I*Y)*psi == m*(X + I*Y)*psi",
        [*SPIN, "Z*psi == m*psi"],
        {**XYZ, "psi": "ket", "m": "real"},
        REFUTED,
    ),
    (
        "(a1*X + a2*Y + a3*Z)*(b1*X + b2*Y + b3*Z) == a1*b1 + a2*b2 + a3*b3 + I*((a2*b3 - a3*b2)*X + (a3*b1 - a1*b3)*Y + (a1*b2 - a2*b1)*Z)",
        PAULI,
        {**XYZ, **{k: "real" for k in "a1 a2 a3 b1 b2 b3".split()}},
        PROVED,
    ),
    (
        "(a1*X + a2*Y + a3*Z)*(b1*X + b2*Y + b3*Z) == a1*b1 + a2*b2 + a3*b3 - I*((a2*b3 - a3*b2)*X + (a3*b1 - a1*b3)*Y + (a1*b2 - a2*b1)*Z)",
        PAULI,
        {**XYZ, **{k: "real" for k in "a1 a2 a3 b1 b2 b3".split()}},
        REFUTED,
    ),
    ("X*Y*X == -Y", PAULI, XYZ, PROVED),
    ("X*Y*Z == I", PAULI, XYZ, PROVED),
    ("((1 + X)/2)**2 == (1 + X)/2", ["X**2 == 1"], operators("X"), PROVED),
    (
        "(f*g)**2 == -1",
        ["f**2 == 1", "g**2 == 1", "f*g == -g*f"],
        operators("f g", "hermitian"),
        PROVED,
    ),
    ("f**2 == 1", ["f == c + adjoint(c)", *FERMION], {"f": "operator", "c": "operator"}, PROVED),
    (
        "I*f*g == 2*adjoint(c)*c - 1",
        ["f == c + adjoint(c)", "g == (c - adjoint(c))/I", *FERMION],
        {"f": "operator", "g": "operator", "c": "operator"},
        PROVED,
    ),
    ("f*g*h*f == -g*f*h*f", ["f*g == -g*f"], operators("f g h"), PROVED),
    ("c*adjoint(c)*c == c", FERMION, operators("c"), PROVED),
    ("(c*adjoint(c))*(adjoint(c)*c) == 0", FERMION, operators("c"), PROVED),
    ("Commutator(H, E) == H", ["H*E - E*H == 2*E"], operators("H E"), REFUTED),
    (
        "Commutator(E, F**n) == n*F**(n - 1)*(H - n + 1)",
        ["Commutator(E, F) == H", "Commutator(H, F) == -2*F"],
        {**operators("E F H"), "n": "natural positive"},
        PROVED,
    ),
    # kets
    (
        "Dagger(psi)*A*psi == conjugate(Dagger(psi)*A*psi)",
        [],
        {"A": "operator hermitian", "psi": "ket"},
        PROVED,
    ),
    ("im(Dagger(psi)*A*psi) == 0", [], {"A": "operator hermitian", "psi": "ket"}, PROVED),
    ("im(Dagger(psi)*A*psi) == 0", [], {"A": "operator", "psi": "ket"}, REFUTED),
    (
        "conjugate(a) == a",
        ["A*psi == a*psi", "Dagger(psi)*psi == 1"],
        {"A": "operator hermitian", "psi": "ket", "a": "complex"},
        PROVED,
    ),
    (
        "conjugate(a) == a",
        ["A*psi == a*psi"],
        {"A": "operator hermitian", "psi": "ket", "a": "complex"},
        REFUTED,
    ),
    (
        "a*conjugate(a) == 1",
        ["U*psi == a*psi", "Dagger(psi)*psi == 1"],
        {"U": "operator unitary", "psi": "ket", "a": "complex"},
        PROVED,
    ),
    (
        "Dagger(phi)*psi == 0",
        ["A*psi == a*psi", "A*phi == b*phi", "a != b"],
        {"A": "operator hermitian", **KETS, "a": "real", "b": "real"},
        PROVED,
    ),
    (
        "Dagger(phi)*psi == 0",
        ["A*psi == a*psi", "A*phi == b*phi"],
        {"A": "operator hermitian", **KETS, "a": "real", "b": "real"},
        REFUTED,
    ),
    ("Dagger(phi)*(psi - phi*(Dagger(phi)*psi)) == 0", ["Dagger(phi)*phi == 1"], KETS, PROVED),
    ("Dagger(phi)*(psi - phi*(Dagger(phi)*psi)) == 0", [], KETS, REFUTED),
    (
        "(Dagger(psi)*psi)*(Dagger(phi)*phi) >= (Dagger(psi)*phi)*(Dagger(phi)*psi)",
        [],
        KETS,
        PROVED,
    ),
    (
        "(Dagger(psi)*phi)*(Dagger(phi)*psi) >= (Dagger(psi)*psi)*(Dagger(phi)*phi)",
        [],
        KETS,
        REFUTED,
    ),
    (
        "Dagger(psi)*A**2*psi >= (Dagger(psi)*A*psi)**2",
        ["Dagger(psi)*psi == 1"],
        {"A": "operator hermitian", "psi": "ket"},
        PROVED,
    ),
    (
        "Dagger(psi)*A**2*psi >= (Dagger(psi)*A*psi)**2",
        [],
        {"A": "operator hermitian", "psi": "ket"},
        REFUTED,
    ),
    (
        "Dagger(psi + phi)*(psi + phi) + Dagger(psi - phi)*(psi - phi) == 2*Dagger(psi)*psi + 2*Dagger(phi)*phi",
        [],
        KETS,
        PROVED,
    ),
    (
        "Dagger(psi + phi)*(psi + phi) == Dagger(psi)*psi + Dagger(phi)*phi",
        ["Dagger(psi)*phi == 0"],
        KETS,
        PROVED,
    ),
    ("(psi*Dagger(psi))**2 == psi*Dagger(psi)", ["Dagger(psi)*psi == 1"], KETS, PROVED),
    ("Trace(A*psi*Dagger(psi)) == Dagger(psi)*A*psi", [], {"A": "operator", **KETS}, PROVED),
    (
        "Trace((p*psi*Dagger(psi) + (1 - p)*phi*Dagger(phi))**2) == p**2 + (1 - p)**2",
        ["Dagger(psi)*psi == 1", "Dagger(phi)*phi == 1", "Dagger(psi)*phi == 0"],
        {**KETS, "p": "real"},
        PROVED,
    ),
    ("Commutator(psi*Dagger(psi), phi*Dagger(phi)) == 0", ["Dagger(psi)*phi == 0"], KETS, PROVED),
    (
        "A*psi == a*psi",
        ["A*B == B*A", "B*psi == b*psi"],
        {**AB, "psi": "ket", "a": "complex", "b": "complex"},
        REFUTED,
    ),
    (
        "B*A*psi == b*A*psi",
        ["A*B == B*A", "B*psi == b*psi"],
        {**AB, "psi": "ket", "b": "complex"},
        PROVED,
    ),
    (
        "4*(Dagger(psi)*x**2*psi)*(Dagger(psi)*p**2*psi) >= 2*h**2",
        [*HEISENBERG, "Dagger(psi)*psi == 1"],
        {**XP, "psi": "ket"},
        REFUTED,
    ),
    ("psi == 0", ["Dagger(psi)*psi == 0"], KETS, PROVED),
    ("psi == 0", ["A*psi == 0", "B*A == 1"], {**AB, "psi": "ket"}, PROVED),
    ("psi == 0", ["A*psi == 0", "A*B == 1"], {**AB, "psi": "ket"}, REFUTED),
    (
        "1 == 0",
        ["Commutator(A, B) == 1", "A*psi == 0", "Dagger(psi)*psi == 1"],
        {**operators("A B", "hermitian"), "psi": "ket"},
        PROVED,
    ),
]


@pytest.mark.parametrize(("claim", "given", "assume", "expected"), CLAIMS)
def test_claim(claim: str, given: list[str], assume: Names, expected: str) -> None:
    assert decide(claim, given, assume, timeout=20).status == expected
