"""Valid certificates to edit: small ones of many kinds of proof.

Main results: `sample`.
"""

from __future__ import annotations

from functools import cache

from derive.deciding.proving.proof import Proof, prove
from derive.deciding.reading import read_problem
from derive.kernel.certificates import Statement

_CLAIMS: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    ("(A + B)*(A - B) == A**2 - B**2", ("A*B == B*A",), {"A B": "operator"}),
    ("(x**3 - y**3)/(x - y) == x**2 + x*y + y**2", (), {"x y": "complex"}),
    (
        "a*adjoint(a)**n == adjoint(a)**n*a + n*adjoint(a)**(n - 1)",
        ("Commutator(a, adjoint(a)) == 1",),
        {"a": "operator", "n": "integer positive"},
    ),
    ("A == 0", ("A**2 == 0",), {"A": "operator hermitian"}),
    ("sin(x)**2 + cos(x)**2 == 1", (), {"x": "complex"}),
    ("x**2 + 1 >= 2*x", (), {"x": "real"}),
    ("x == 0", ("x**2 + y**2 == 0",), {"x y": "real"}),
    (
        "a == conjugate(a)",
        ("A*psi == a*psi", "Dagger(psi)*psi == 1"),
        {"a": "complex", "A": "operator hermitian", "psi": "ket"},
    ),
    ("sqrt(x)**2 == x", (), {"x": "complex"}),
    ("Dagger(U*psi)*(U*phi) == Dagger(psi)*phi", (), {"U": "operator unitary", "psi phi": "ket"}),
)


@cache
def sample() -> tuple[tuple[str, Statement], ...]:
    """Certificates and what they prove."""
    found = []
    for claim, given, assume in _CLAIMS:
        proof = prove(read_problem(claim, given, assume, syntax="text").problem, 10.0)
        assert isinstance(proof, Proof), claim
        found += [(case.certificate, case.statement) for case in proof.cases]
    return tuple(found)
