"""What a certificate may use, and the errors of stating a claim.

Main results: `Grant`, `Unsupported`, `Divisor`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from derive.deciding.claims.expressions import Expression
from derive.kernel.formulas import Formula


class Unsupported(Exception):
    """What the abstraction does not know how to say to the kernel; the text says what."""


class Divisor(Exception):
    """A symbol turned out to be a divisor: it must be declared nonzero from the beginning."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Grant:
    """A formula that the certificate may use, and why.

    Args:
        kind: a hypothesis of the user's, a condition for a side to be defined, what a symbol
            stands for, or the instance of a premise.
        label: the name of the hypothesis or of the premise.
        formulas: what is granted.
        subject: what a condition says is not zero; the value of an abbreviation.
        values: what the variables of the premise stand for.
    """

    kind: Literal["hypothesis", "condition", "abbreviation", "premise"]
    label: str
    formulas: tuple[Formula, ...]
    subject: Expression | None = None
    values: tuple[tuple[str, Expression], ...] = ()
