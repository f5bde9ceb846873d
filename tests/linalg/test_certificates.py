"""Certificates: true ones pass, and each false claim is found."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import pytest
import sympy as sp

from derive.linalg import (
    Certificate,
    CertificateError,
    is_about,
    symmetry_breaking,
    verify_certificate,
)

X, Z, ONE = sp.Matrix([[0, 1], [1, 0]]), sp.diag(1, -1), sp.eye(2)


def magnet() -> Certificate:
    return symmetry_breaking(sp.kronecker_product(ONE, Z), sp.kronecker_product(X, ONE)).certificate


def strongly() -> Certificate:
    return symmetry_breaking(sp.diag(0, 0, 1), [sp.diag(X, 1), sp.diag(Z, 1)]).certificate


def golden() -> Certificate:
    fibonacci = sp.Matrix([[0, 1], [1, 1]])
    return symmetry_breaking(
        sp.kronecker_product(fibonacci, ONE), sp.kronecker_product(ONE, X)
    ).certificate


@pytest.mark.parametrize("make", [magnet, strongly, golden])
def test_true_certificates(make) -> None:
    verify_certificate(make())


def changed(table, i, j, value):
    rows = [list(row) for row in table]
    rows[i][j] = value
    return tuple(tuple(row) for row in rows)


FIVE = ((Fraction(5),), ())


@pytest.mark.parametrize("make", [magnet, strongly, golden])
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda c: replace(c, hamiltonian=changed(c.hamiltonian, 0, 1, FIVE)), "H is not Hermitian"),
        (lambda c: replace(c, hamiltonian=changed(c.hamiltonian, 0, 0, FIVE)), "commute|EB|LDL"),
        (lambda c: replace(c, symmetries=(changed(c.symmetries[0], 0, 0, FIVE), *c.symmetries[1:])), "U is not unitary"),
        (lambda c: replace(c, energy=(Fraction(-3),)), "HB is not EB"),
        (lambda c: replace(c, basis=changed(c.basis, c.places[0], 0, FIVE)), "dependent"),
        (lambda c: replace(c, restrictions=(changed(c.restrictions[0], 0, 0, FIVE), *c.restrictions[1:])), "UB is not BR"),
        (lambda c: replace(c, restrictions=()), "a restriction is missing"),
        (lambda c: replace(c, bound=Fraction(-9)), "bound is not above"),
        (lambda c: replace(c, bound=c.bound + 9), "LDL"),
        (lambda c: replace(c, lower=changed(c.lower, 0, 1, FIVE)), "triangular"),
        (lambda c: replace(c, lower=changed(c.lower, 1, 0, FIVE)), "LDL"),
        (lambda c: replace(c, pivots=c.pivots[:-1]), "D has the wrong size"),
        (lambda c: replace(c, weak=False, unequal=None), "not a multiple of 1"),
        (lambda c: replace(c, unequal=None), "no ground state is shown"),
        (lambda c: replace(c, unequal=(0, 0, 0)), "not shown"),
        (lambda c: replace(c, unequal=(7, 0, 0)), "malformed"),
        (lambda c: replace(c, modulus=(Fraction(1),)), "not monic"),
        (lambda c: replace(c, interval=(Fraction(7), Fraction(7))), "θ is not a root"),
        (lambda c: replace(c, interval=(Fraction(7), Fraction(6))), "empty"),
        (lambda c: replace(c, interval=(Fraction(7), Fraction(8))), "change sign"),
        (lambda c: replace(c, basis=c.basis[:-1]), "wrong shape"),
        (lambda c: replace(c, hamiltonian=None), "malformed"),
    ],
)  # fmt: skip
def test_false_certificates(make, change, message) -> None:
    with pytest.raises(CertificateError, match=message):
        verify_certificate(change(make()))


def test_false_claims_of_strong_breaking() -> None:
    weak, strong = magnet(), strongly()
    for false, message in [
        (replace(weak, strong=True), "left inverse"),
        (
            replace(weak, strong=True, inverse=strong.inverse, rows=((0, 0, 0, ()), (0, 0, 1, ()))),
            "may exist",
        ),
        (replace(strong, strong=False), "no state is symmetric"),
        (replace(strong, strong=False, span=(((), ()),), span_places=()), "no state is symmetric"),
        (replace(strong, rows=strong.rows[:1]), "malformed|may exist"),
        (
            replace(strong, strong=False, span=weak.span, span_places=weak.span_places),
            "do not commute",
        ),
        (replace(weak, span=changed(weak.span, 0, 0, FIVE)), "may vanish"),
    ]:
        with pytest.raises(CertificateError, match=message):
            verify_certificate(false)


def test_a_state_that_is_led_out_of_the_span() -> None:
    one, zero = ((Fraction(1),), ()), ((), ())
    false = replace(magnet(), span=((one,), (zero,)), span_places=(0,))
    with pytest.raises(CertificateError, match="leads out"):
        verify_certificate(false)


def test_excited_states_are_not_taken_for_ground_states() -> None:
    """All equations hold for the level +1 of diag(1, −1, 1, −1), except that it is not the lowest."""
    low = magnet()
    high = symmetry_breaking(
        -sp.kronecker_product(ONE, Z), sp.kronecker_product(X, ONE)
    ).certificate
    false = replace(
        low,
        energy=(Fraction(1),),
        basis=high.basis,
        places=high.places,
        restrictions=high.restrictions,
    )
    with pytest.raises(CertificateError, match="bound is not above"):
        verify_certificate(false)
    shifted = replace(
        false,
        bound=Fraction(2),
        pivots=((Fraction(-1),), (Fraction(-3),)) * 2,
    )
    with pytest.raises(CertificateError, match="other levels below"):
        verify_certificate(shifted)


def test_a_missed_ground_state_is_noticed() -> None:
    """One of two ground states, with a true factorisation of H − q."""
    full = symmetry_breaking(sp.diag(0, 0, 1), sp.eye(3)).certificate
    false = replace(
        full,
        basis=tuple(row[:1] for row in full.basis),
        places=full.places[:1],
        restrictions=tuple(tuple(row[:1] for row in r[:1]) for r in full.restrictions),
        span=None,
    )
    with pytest.raises(CertificateError, match="other levels below"):
        verify_certificate(false)


def test_two_roots_in_the_interval_are_noticed() -> None:
    good = golden()
    assert good.interval[0] < good.interval[1]
    cubic = (Fraction(0), Fraction(-1), Fraction(0), Fraction(1))  # roots −1, 0, 1
    with pytest.raises(CertificateError, match="several roots"):
        verify_certificate(replace(good, modulus=cubic, interval=(Fraction(-2), Fraction(2))))


def test_the_checker_needs_neither_sympy_nor_flint() -> None:
    code = (
        "import sys, importlib.util, types; sys.modules['sympy'] = sys.modules['flint'] = None\n"
        "package = types.ModuleType('derive.linalg'); package.__path__ = ['derive/linalg']\n"
        "import derive; sys.modules['derive.linalg'] = package\n"
        "import derive.linalg.checking"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


ROOTS = sp.Matrix([[0, sp.sqrt(2)], [sp.sqrt(2), sp.sqrt(3)]])
FIBONACCI = sp.Matrix([[0, 1], [1, 1]])


@pytest.mark.parametrize(
    "h", [Z, sp.zeros(2), ROOTS, FIBONACCI, sp.Matrix([[0, sp.sqrt(2)], [sp.sqrt(2), 1]])]
)
def test_what_a_certificate_is_about(h) -> None:
    certificate = symmetry_breaking(h, [ONE, -ONE]).certificate
    verify_certificate(certificate)
    assert is_about(certificate, h, [ONE, -ONE])
    assert not is_about(certificate, h + ONE, [ONE, -ONE])
    assert not is_about(certificate, h, [ONE, ONE])
    assert not is_about(certificate, h, ONE)


def test_conjugate_numbers_are_not_mistaken() -> None:
    """The same polynomials in −√2 describe another matrix."""
    certificate = symmetry_breaking(sp.diag(sp.sqrt(2), 2), ONE).certificate
    assert is_about(certificate, sp.diag(sp.sqrt(2), 2), ONE)
    assert not is_about(certificate, sp.diag(-sp.sqrt(2), 2), ONE)
