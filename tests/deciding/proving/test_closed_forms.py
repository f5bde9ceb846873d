"""Closed forms of sums of powers, against the sums themselves."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.proving.closed_forms import closed_forms
from derive.deciding.proving.unfolding import Unfolding
from derive.kernel.atoms import NATURAL, Atom, natural_atom
from derive.kernel.formulas import Equation, forall
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, letter, number, zero
from derive.prover.recorder import Recorder

_N = natural_atom("n")
_SUM = Atom("sum", slots=(NATURAL,))


def _closed(step: Term) -> list[Equation]:
    """The closed forms of the sums of a term in n."""
    recorder = Recorder()
    after = letter(_SUM, letter(_N) + identity())
    recursion = Equation(after, letter(_SUM, letter(_N)) + step)
    clause = recorder.step("assume", forall([_N], [], recursion))
    (found,) = Unfolding(recorder, [clause]).recursions[_SUM]
    return list(closed_forms(found, natural_atom("m")))


@given(st.lists(st.fractions(-3, 3, max_denominator=4), min_size=1, max_size=5))
def test_sum_of_a_polynomial(coefficients: list[Fraction]) -> None:
    step = sum((number(c) * letter(_N) ** d for d, c in enumerate(coefficients)), zero())
    (form,) = _closed(step)
    total = Fraction(0)
    for m in range(6):
        at = Substitution({natural_atom("m"): Replacement(number(m))}).term(form.right)
        assert at == number(total)
        total += sum(c * m**d for d, c in enumerate(coefficients))


def test_geometric_sum() -> None:
    base = letter(Atom("b"))
    (form,) = _closed(base ** letter(_N))
    m = letter(natural_atom("m"))
    assert form == Equation((base - identity()) * letter(_SUM, m), base**m - identity())


def test_other_sums_have_none() -> None:
    other = letter(Atom("f", slots=(NATURAL,)), letter(_N))
    assert _closed(other) == []
