"""One premise: a formula with variables, and what it asks of them.

Main results: `Premise`, `Property`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from derive.deciding.claims.problem import Problem


@dataclass(frozen=True)
class Premise:
    """A law of a function that holds for all values of its variables.

    Args:
        name: what it is called in certificates and verdicts.
        formula: the law, in plain text.
        assume: what its variables are, in the words of `decide`; others are complex numbers.
        given: what it asks of them besides, in plain text.
        kind: a definition of the function, a cited theorem, or what ball arithmetic has computed of
            the given closed value.
        source: where it is found.
        formula_at: for a family of laws, the law for each whole number n in plain text.
        schema: for a law about all functions, where `stating.handling.<schema>` has a function
             `instance(abstraction, values)` with what the law says of given ones.
    """

    name: str
    formula: str
    assume: Mapping[str, str] = field(default_factory=dict)
    given: tuple[str, ...] = ()
    kind: Literal["definition", "cited", "computed"] = "cited"
    source: str = ""
    formula_at: Callable[[int], str] | None = None
    schema: str = ""

    def problem_at(self, whole: int) -> Problem:
        """The law of a family for one whole number."""
        from derive.deciding.reading import read_problem

        assert self.formula_at is not None
        return read_problem(self.formula_at(whole), syntax="text").problem

    @cached_property
    def problem(self) -> Problem:
        """The law as a claim: its formula, its conditions, its variables."""
        from derive.deciding.reading import read_problem

        return read_problem(self.formula, self.given, dict(self.assume), syntax="text").problem


Evident = Literal["", "real", "nonzero", "nonnegative", "positive", "natural"]


@dataclass(frozen=True)
class Property:
    """What is declared of the value of a function where its arguments are evidently so.

    Args:
        function: the function.
        of: what all its arguments must be in normal form; "" asks nothing.
        property: what the kernel is told of the value: "hermitian" (real), "invertible" (nonzero),
            "positive".
        formula: the same as a law in plain text, for readers and for tests.
        assume: what the variables of the formula are.
    """

    function: str
    of: Evident
    property: Literal["hermitian", "invertible", "positive", "nonnegative"]
    formula: str
    assume: Mapping[str, str] = field(default_factory=dict)
    given: tuple[str, ...] = ()
