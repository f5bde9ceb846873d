"""The inequality of Cauchy and Schwarz as a theorem, and the expectation values of equations."""

from __future__ import annotations

from derive.deciding.proving.cauchy_schwarz import cauchy_schwarz, halves
from derive.deciding.proving.commuting import commutations
from derive.deciding.proving.expectations import expectations
from derive.kernel.atoms import Atom, C, Space, natural_atom
from derive.kernel.formulas import Equation, NonNegative
from derive.kernel.terms import letter, zero
from derive.prover.recorder import Recorder

V = Space("V")
U, W = (letter(Atom(name, V, C)) for name in "uw")
A, B = (letter(Atom(name, V, V, ("adjointable",))) for name in "AB")


def test_it_needs_no_hypothesis() -> None:
    found = cauchy_schwarz(Recorder(), U, A * W)
    image = A * W
    gap = U.adjoint() * U * (image.adjoint() * image)
    gap = gap - (U.adjoint() * image) * (image.adjoint() * U)
    assert found.conclusion == NonNegative(gap)
    assert not found.hypotheses


def test_the_half_of_a_square() -> None:
    assert list(halves(U.adjoint() * A.adjoint() * A * U)) == [A * U]
    assert not list(halves(U.adjoint() * A * U))


def test_expectation_of_an_eigenvalue_equation() -> None:
    recorder = Recorder()
    k = letter(Atom("k"))
    fact = recorder.step("assume", Equation(A * U, k * U))
    found = [one.conclusion for one in expectations(recorder, [NonNegative(k)], [fact])]
    assert Equation(U.adjoint() * A * U, k * (U.adjoint() * U)) in found


def test_commutation_of_powers() -> None:
    recorder = Recorder()
    fact = recorder.step("assume", Equation(A * B, B * A))
    power = A ** letter(natural_atom("n"))
    (found,) = commutations(recorder, [Equation(power, zero(V, V))], [fact])
    assert found.hypotheses == fact.hypotheses
    other = recorder.step("assume", Equation(A * B, -(B * A)))
    assert not list(commutations(recorder, [Equation(power, zero(V, V))], [other]))
