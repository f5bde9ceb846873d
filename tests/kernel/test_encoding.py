"""What the prover writes into a certificate is what the kernel reads from it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive.kernel.atoms import C
from derive.kernel.certificates import FORMAT, replay
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.terms import Term
from derive.prover.encoding import declaration, encoded
from tests.kernel.strategies import ATOMS, INDICES, SPACES, M, N, to_term, trees

VARIABLES = (*ATOMS, *INDICES, M, N)
quick = settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)


def read(formula: Formula) -> Formula:
    """The formula that a certificate assumes in which the formula was written."""
    spaces = [[space.name, space.inner] for space in SPACES if space != C]
    declared = [declaration(variable) for variable in VARIABLES]
    steps: list[Any] = [["assume", encoded("formula", formula)]]
    (theorem,) = replay(json.dumps([FORMAT, spaces, declared, steps, [0]]))
    return theorem.conclusion


def draw_term(data: st.DataObject) -> Term:
    ends = data.draw(st.sampled_from(SPACES)), data.draw(st.sampled_from(SPACES))
    return to_term(data.draw(trees(*ends)))


@quick
@given(st.data())
def test_equations_are_read_as_they_were_written(data: st.DataObject) -> None:
    term = draw_term(data)
    equation = Equation(term, term + term)
    assert read(equation) == equation


@quick
@given(st.data())
def test_clauses_are_read_as_they_were_written(data: st.DataObject) -> None:
    term = draw_term(data)
    bound = data.draw(st.lists(st.sampled_from(VARIABLES), max_size=3, unique=True))
    premise = NonNegative(to_term(data.draw(trees(depth=1))))
    clause = forall(bound, [forall(bound[:1], [], premise)], Equation(term, term))
    assert read(clause) == clause
