"""What ball arithmetic says of closed values: that one is not zero, or bounded by zero.

A ball certainly contains the value, so what holds in all of the ball is true.  It becomes a
hypothesis of the certificate, of the kind "computed".

This module says what a certificate may use: a mistake here is a wrong answer.

Main results: `computed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Expression, RelationKind, call, free_names
from derive.kernel.formulas import Formula, NonNegative

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_PRECISIONS = (64, 256)


def computed(
    abstraction: Abstraction, kind: RelationKind, value: Expression
) -> tuple[Formula, ...]:
    """That the real part of a closed value is at least 0, or that the value is not 0.

    Raises:
        Unsupported: it depends on a name, or ball arithmetic does not show it.
    """
    if free_names(value) or abstraction.bound:
        raise abstraction.unsupported("only a closed value can be computed")
    if kind == ">=":
        real = call("re", value)
        if not any(_is_positive(value, precision) for precision in _PRECISIONS):
            raise abstraction.unsupported("the value is not certainly positive")
        return (NonNegative(abstraction.term(real)),)
    if not any(_is_nonzero(value, precision) for precision in _PRECISIONS):
        raise abstraction.unsupported("the value is not certainly different from 0")
    term = abstraction.term(value)
    _, equation = abstraction.unit(term)
    return (equation,)


def _is_positive(value: Expression, precision: int) -> bool:
    from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

    ball = enclosure(value, {}, precision)
    return not isinstance(ball, Undefined | Unknown) and bool(ball.real > 0)


def _is_nonzero(value: Expression, precision: int) -> bool:
    from derive.deciding.refuting.balls import Undefined, Unknown, enclosure

    ball = enclosure(value, {}, precision)
    return not isinstance(ball, Undefined | Unknown) and not ball.contains(0)
