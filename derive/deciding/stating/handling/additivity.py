"""Integrals over neighbouring intervals: from a to b and from b to c is from a to c.

The function must be integrable on all of them; it is, if it is differentiable at every real point.

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `instance`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Binder, Expression
from derive.deciding.stating.handling.differentiation import Differentiation
from derive.deciding.stating.handling.generic import forgotten, generic
from derive.deciding.stating.handling.integrals import bound_term
from derive.kernel.formulas import Equation, Formula
from derive.kernel.terms import Term

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_PLACE = "_1"


def instance(abstraction: Abstraction, values: Mapping[str, Expression]) -> tuple[Formula, ...]:
    """For a function `f` of `_1` and the bounds `a`, `b`, `c`.

    Raises:
        Unsupported: the function is not seen to be differentiable everywhere.
    """
    body = values["f"]
    with forgotten(abstraction):
        rules = Differentiation(abstraction, _PLACE, {_PLACE: generic(abstraction, None)})
        rules.derivative(body)
        if rules.asked:
            raise abstraction.unsupported("an integral of what may be singular")
    a, b, c = (values[name] for name in "abc")
    if not all(isinstance(bound_term(abstraction, bound), Term) for bound in (a, b, c)):
        raise abstraction.unsupported("an improper integral")
    first, second, whole = (
        abstraction.term(Binder("integral", _PLACE, body, bounds))
        for bounds in ((a, b), (b, c), (a, c))
    )
    return (Equation(first + second, whole),)
