"""What an expression is at a point: a ball that certainly contains its value.

Values of names are closed expressions, evaluated exactly where they can be.  Both conventions of a
sum whose upper bound lies more than one below the lower one (empty; Karr's, which is SymPy's) are
in use, so such a sum has no known value; with the upper bound one below the lower one it is empty.

Main results: `enclosure`, `Undefined`, `Unknown`, `Evaluation`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf
from time import monotonic
from typing import Any

from flint import ctx

from derive.deciding.claims.expressions import (
    Binder,
    Call,
    Constant,
    Expression,
    Number,
    Symbol,
)
from derive.deciding.refuting.differentiation import derivative_at_point
from derive.deciding.refuting.elementary import FUNCTIONS
from derive.deciding.refuting.exact import pi_times, rational
from derive.deciding.refuting.integration import integral
from derive.deciding.refuting.limits import limit
from derive.deciding.refuting.quantities import NotKnown, Quantity, UndefinedHere, of
from derive.deciding.refuting.summation import total

_MOST_STEPS = 200_000


@dataclass(frozen=True)
class Undefined:
    """The expression certainly has no value at the point."""


@dataclass(frozen=True)
class Unknown:
    """Nothing certain can be said."""


def enclosure(
    expression: Expression, values: Mapping[str, Expression], precision: int = 64
) -> Any | Undefined | Unknown:
    """An `acb` ball that contains the value of an expression, at a point where it is defined.

    Args:
        expression: what is evaluated.
        values: closed expressions for all its free names.
        precision: of the ball arithmetic, in bits.
    """
    try:
        with ctx.workprec(precision):
            evaluation = Evaluation()
            evaluation = evaluation.at(
                {name: evaluation.quantity(value) for name, value in values.items()}
            )
            ball = evaluation.quantity(expression).ball
            return ball if ball.is_finite() else Unknown()
    except UndefinedHere:
        return Undefined()
    except (NotKnown, RecursionError, ArithmeticError, MemoryError):
        return Unknown()


@dataclass
class Steps:
    """How many more parts of expressions may be evaluated, and until when (`time.monotonic`)."""

    left: int = _MOST_STEPS
    deadline: float = inf

    def take(self) -> None:
        """One more part; too many are not evaluated."""
        self.left -= 1
        if self.left < 0 or (self.left % 256 == 0 and monotonic() > self.deadline):
            raise NotKnown


@dataclass(frozen=True)
class Evaluation:
    """Evaluates expressions at a point, at the working precision.

    Args:
        values: of the names.
        steps: how much may be evaluated.
        real: the names by which derivatives are those along the real axis.
    """

    values: Mapping[str, Quantity] = field(default_factory=dict)
    steps: Steps = field(default_factory=Steps)
    real: frozenset[str] = frozenset()

    def at(self, values: Mapping[str, Quantity]) -> Evaluation:
        """The same with other or further values of names."""
        return Evaluation({**self.values, **values}, self.steps, self.real)

    def quantity(self, expression: Expression) -> Quantity:
        """The value.

        Raises:
            UndefinedHere: there is none.
            NotKnown: it cannot be found.
        """
        self.steps.take()
        match expression:
            case Number(value):
                return of(rational(value))
            case Symbol(name):
                if name in self.values:
                    return self.values[name]
            case Call(function, arguments):
                known = FUNCTIONS.get(function)
                if known is not None and arguments:
                    return known(*[self.quantity(part) for part in arguments])
            case Constant("i"):
                return of(rational(0, 1))
            case Constant("pi"):
                return of(pi_times(1))
            case Binder(kind) if kind in _BINDERS:
                return _BINDERS[kind](self, expression)
        raise NotKnown


_BINDERS: Mapping[str, Callable[[Evaluation, Binder], Quantity]] = {
    "derivative": derivative_at_point,
    "integral": integral,
    "sum": total,
    "product": total,
    "limit": limit,
}
