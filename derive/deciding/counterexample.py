"""Counterexamples: values that satisfy every assumption and hypothesis, where the claim fails.

Main results: `Value`, `Counterexample`.
"""

from __future__ import annotations

from dataclasses import dataclass

from derive.deciding.claims.expressions import Expression


@dataclass(frozen=True)
class Value:
    """What one name stands for.

    Args:
        name: the name.
        text, latex: the value for people.
        exact: the value as a closed expression (a matrix is a `Grid`, a function an expression in
            the variables that `arguments` names); None where it is no such thing, as an operator on
            an infinite-dimensional space.
        arguments: the variables of a function.
    """

    name: str
    text: str
    latex: str
    exact: Expression | None = None
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counterexample:
    """Where a claim fails.

    Args:
        values: a value for every name that matters, in the order of the assumptions.
        left, right: what the two sides are there, as text; a ball is written `1.25 ± 1e-30`.
        place: the number of the claim that fails, for a chain.
        remark: what else must be said, such as the space that the operators act on.
    """

    values: tuple[Value, ...]
    left: str
    right: str
    place: int = 0
    remark: str = ""

    def __str__(self) -> str:
        where = ", ".join(f"{_shown(value)} = {value.text}" for value in self.values)
        return " ".join(part for part in (where or "always", self.remark) if part)


def _shown(value: Value) -> str:
    return f"{value.name}({', '.join(value.arguments)})" if value.arguments else value.name
