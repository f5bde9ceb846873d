"""Numbers from claims."""

import numpy as np
import pytest

from derive.language.errors import LanguageError
from derive.pictures import formula, function, matrices
from proofs.hall.resistivity import resistivity
from proofs.hall.resistivity_in_the_clean_limit import resistivity_in_the_clean_limit
from proofs.symmetry.broken_example import broken_example


def test_the_claim():
    assert str(formula(resistivity, "rho_H")) == "-h/(e**2*j)"


def test_one_of_several_claims():
    assert formula(resistivity_in_the_clean_limit, "sigma_xx") == 0


def test_a_hypothesis():
    assert str(formula(resistivity, "rho_H", "Hall resistivity")) == "E_y/J_x"


@pytest.mark.parametrize(
    ("symbol", "given", "message"),
    [
        ("rho", None, "hall.resistivity has no claim that begins with rho ="),
        ("B", "Hall resistivity", "no hypothesis 'Hall resistivity' that begins with B ="),
        ("B", "nothing", "no hypothesis 'nothing' that begins with B ="),
    ],
)
def test_there_is_no_such_claim(symbol, given, message):
    with pytest.raises(LanguageError, match=message):
        formula(resistivity, symbol, given)


def test_a_function_of_numbers_and_arrays():
    rho = function(formula(resistivity, "rho_H"), "j", h=2.0, e=1.0)
    assert rho(4.0) == -0.5
    assert np.allclose(rho(np.array([1.0, 2.0])), [-2.0, -1.0])


def test_values_for_other_symbols_do_not_matter():
    assert function(formula(resistivity, "rho_H"), "j", h=1.0, e=1.0, m=3.0)(1.0) == -1.0


def test_a_symbol_without_a_number():
    with pytest.raises(LanguageError, match="there is no number for e, h in"):
        function(formula(resistivity, "rho_H"), "j")


def test_matrices_stand_once_in_their_order():
    found = matrices(broken_example)
    assert [one.shape for one in found[:3]] == [(4, 4), (4, 4), (4, 1)]
    assert len(found) == len({tuple(one) + one.shape for one in found})
