"""What became of a theorem in models of its hypotheses.

Main results: `Report`, `Failure`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from derive.language.text_writer import text_of_latex
from derive.location import Location
from derive.refuter.counterexample import Counterexample
from derive.refuter.model import Model
from derive.refuter.questions import What

Verdict = Literal["held", "refuted", "undecided", "possibly vacuous", "untested"]


@dataclass(frozen=True)
class Failure:
    """A line or a claim that does not hold in a model of all that is granted.

    Args:
        what: whether it is a line of the proof or a claim; `number` counts them from 1.
        location: where it stands.
        claimed: what it says, in LaTeX.
        left_over: the difference of its sides there, in LaTeX.
        values: what the symbols are, each in LaTeX.
        counterexample: the model, verified, as simple as possible.
        lawless: whether it gives a value to an exponential or to π, of which nothing is known here
            but what is declared; then what is claimed may be true of the exponential and of π.
    """

    what: What
    number: int
    location: Location
    claimed: str
    left_over: str
    values: tuple[str, ...]
    counterexample: Counterexample
    lawless: bool = False

    @property
    def model(self) -> Model:
        """The model in which it fails."""
        return self.counterexample.model

    @property
    def values_text(self) -> tuple[str, ...]:
        """What the symbols are, in Unicode."""
        return tuple(map(text_of_latex, self.values))

    @property
    def claimed_text(self) -> str:
        """What it says, in Unicode."""
        return text_of_latex(self.claimed)

    @property
    def left_over_text(self) -> str:
        """The difference of its sides, in Unicode."""
        return text_of_latex(self.left_over)

    def __str__(self) -> str:
        values = ", ".join(self.values_text) or "always"
        return (
            f"{self.location}: {self.what} {self.number}: {self.claimed_text}, "
            f"left over {self.left_over_text}, where {values}"
        )


@dataclass(frozen=True)
class Report:
    """What became of a theorem in models of its hypotheses.

    Args:
        theorem: its name.
        seed: what the random choices began with.
        examples: how many models were examined, each found by other choices; some may be equal.
        checks: how many times a line or a claim was found to hold in one.
        untested: lines and claims that were evaluated in no model, as `step 2` or `claim 1`.
        unmet: lines and claims that held, but for which no model of what they suppose was found.
        has_model: whether there is any model of the hypotheses.
        failure: the first line or claim, in the order of the proof, that fails in the model found.
        stopped: whether the time was up before all was done.
        seconds: how long it took.
    """

    theorem: str
    seed: int
    examples: int
    checks: int
    untested: tuple[str, ...]
    unmet: tuple[str, ...]
    has_model: bool
    failure: Failure | None
    stopped: bool
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """The result in a word or two."""
        if self.failure is not None:
            return "undecided" if self.failure.lawless else "refuted"
        if not self.has_model and not self.stopped:
            return "possibly vacuous"
        return "untested" if self.untested or not self.has_model else "held"
