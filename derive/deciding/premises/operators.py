"""Exponentials of operators, and the trace of an operator of rank one.

An operator here is an everywhere defined linear map of a space of any dimension.  `exp(A)` is the
value at t = 1 of the only solution of U' = A U, U(0) = 1 that commutes with whatever A commutes
with; that there is one is assumed wherever an exponential is written.  In finite dimension it is
the series, and all laws hold for matrices.

Main results: `PREMISES`, `PROPERTIES`.

References: B. C. Hall, Lie Groups, Lie Algebras, and Representations, 2nd ed. (2015), chapters 2
and 5; N. J. Higham, Functions of Matrices (2008), chapter 10.
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise, Property

_A = {"A": "operator"}
_AB = {"A": "operator", "B": "operator"}
_ABC = {**_AB, "C": "operator"}
_TA = {"t": "complex", "A": "operator"}


def _of_matrices(size: int) -> tuple[Premise, ...]:
    """What is known of explicit square matrices of one size."""
    shape = f"{size}x{size}"
    assume = {"A": f"matrix {shape} complex"}
    return (
        Premise(
            f"determinant of the exponential of a {shape} matrix",
            "Determinant(exp(A)) == exp(Trace(A))",
            assume,
            source="Hall 2.3",
        ),
        Premise(
            f"transpose of the exponential of a {shape} matrix",
            "Transpose(exp(A)) == exp(Transpose(A))",
            assume,
            source="Hall 2.3",
        ),
        Premise(
            f"conjugate of the exponential of a {shape} matrix",
            "conjugate(exp(A)) == exp(conjugate(A))",
            assume,
            source="Hall 2.3",
        ),
        Premise(
            f"determinant of a power of a {shape} matrix",
            "Determinant(A**n) == Determinant(A)**n",
            {**assume, "n": "natural"},
            source="Lang, Linear Algebra, 3rd ed., VI.7",
        ),
    )


PREMISES = (
    Premise("inverse of an exponential", "exp(A)*exp(-A) == 1", _A, source="Hall 2.3"),
    Premise(
        "exponential of a sum of commuting operators",
        "exp(A + B) == exp(A)*exp(B)",
        _AB,
        ("A*B == B*A",),
        source="Hall 2.3",
    ),
    Premise(
        "exponential of a multiple of an operator",
        "exp(n*A) == exp(A)**n",
        {"A": "operator", "n": "natural"},
        source="Hall 2.3",
    ),
    Premise(
        "what commutes with an operator commutes with its exponential",
        "exp(A)*B == B*exp(A)",
        _AB,
        ("A*B == B*A",),
        source="Hall 2.3",
    ),
    Premise(
        "adjoint of an exponential of an operator",
        "adjoint(exp(A)) == exp(adjoint(A))",
        _A,
        source="Hall 2.3",
    ),
    Premise(
        "exponential of a similar operator",
        "exp(S*A*T) == S*exp(A)*T",
        {"A": "operator", "S": "operator", "T": "operator"},
        ("S*T == 1", "T*S == 1"),
        source="Hall 2.3",
    ),
    Premise(
        "product of exponentials with a central commutator",
        "exp(A)*exp(B) == exp(A + B)*exp(C/2)",
        _ABC,
        ("A*B - B*A == C", "A*C == C*A", "B*C == C*B"),
        source="Hall 5.1",
    ),
    Premise(
        "conjugation with a commutator that commutes",
        "exp(A)*B == (B + C)*exp(A)",
        _ABC,
        ("A*B - B*A == C", "A*C == C*A"),
        source="Hall 3.5",
    ),
    Premise(
        "conjugation of an eigenvector of the commutator",
        "exp(A)*B == exp(c)*B*exp(A)",
        {"A": "operator", "B": "operator", "c": "complex"},
        ("A*B - B*A == c*B",),
        source="Hall 3.5",
    ),
    Premise(
        "exponential of an involution",
        "exp(t*A) == cosh(t) + sinh(t)*A",
        _TA,
        ("A**2 == 1",),
        source="Higham 10.1",
    ),
    Premise(
        "exponential of a root of -1",
        "exp(t*A) == cos(t) + sin(t)*A",
        _TA,
        ("A**2 == -1",),
        source="Higham 10.1",
    ),
    Premise(
        "exponential of a root of a number",
        "exp(A) == cosh(c) + sinh(c)/c*A",
        {"A": "operator", "c": "complex nonzero"},
        ("A**2 == c**2",),
        source="Higham 10.1",
    ),
    Premise(
        "exponential of a projector",
        "exp(t*A) == 1 + (exp(t) - 1)*A",
        _TA,
        ("A**2 == A",),
        source="Higham 10.1",
    ),
    Premise(
        "exponential of a cubic idempotent",
        "exp(t*A) == 1 + sinh(t)*A + (cosh(t) - 1)*A**2",
        _TA,
        ("A**3 == A",),
        source="Higham 10.1",
    ),
    Premise(
        "exponential of a generator of a rotation",
        "exp(t*A) == 1 + sin(t)*A + (1 - cos(t))*A**2",
        _TA,
        ("A**3 == -A",),
        source="Higham 10.1",
    ),
    Premise(
        "exponential with a square of zero",
        "exp(A) == 1 + A",
        _A,
        ("A**2 == 0",),
        source="Hall 2.2",
    ),
    Premise(
        "exponential with a cube of zero",
        "exp(A) == 1 + A + A**2/2",
        _A,
        ("A**3 == 0",),
        source="Hall 2.2",
    ),
    Premise(
        "exponential with a fourth power of zero",
        "exp(A) == 1 + A + A**2/2 + A**3/6",
        _A,
        ("A**4 == 0",),
        source="Hall 2.2",
    ),
    Premise(
        "exponential of an eigenvector",
        "exp(A)*v == exp(c)*v",
        {"A": "operator", "v": "ket", "c": "complex"},
        ("A*v == c*v",),
        source="Higham 1.13",
    ),
    Premise(
        "trace of an operator of rank one",
        "Trace(v*Dagger(w)) == Dagger(w)*v",
        {"v": "ket", "w": "ket"},
        kind="definition",
    ),
    *(premise for size in (2, 3) for premise in _of_matrices(size)),
)
PROPERTIES: tuple[Property, ...] = ()
