"""What a theorem states, read for testing it: nothing is proved, and no proof is needed.

A cited theorem enters with all its hypotheses and claims, whether it has been proved or not, so
that a theorem can be tested before it is proved, and also one that never will be.

Main result: `stated`.
"""

from __future__ import annotations

from derive.checking.citations import Closed
from derive.checking.statement import Lowered, lower
from derive.kernel.atoms import Variable
from derive.kernel.formulas import Formula, forall
from derive.library import ordered
from derive.prover.recorder import Recorder
from derive.theorem import Theorem


def stated(theorem: Theorem) -> Lowered:
    """Hypotheses, lines and claims of a theorem in kernel terms.

    Raises:
        Malformed: where it, or a theorem that it cites, is not well formed.
        LoadError: theorems cite each other in a circle, or two have one name.
    """
    supposed: dict[str, tuple[Closed, ...]] = {}
    for name, one in ordered([theorem]).items():
        lowered = lower(one, supposed)
        if name != theorem.name:
            supposed[name] = tuple(_supposed(lowered, claim) for claim in lowered.claims)
    return lowered


def _supposed(lowered: Lowered, claim: Formula) -> Closed:
    """A claim as a clause that is assumed: for all symbols, if its hypotheses hold, so does it."""
    signature = lowered.statement.signature
    variables: tuple[Variable, ...] = tuple(
        sorted((v for v in signature if v.name[0] != "#"), key=lambda v: v.name)
    )
    recorder = Recorder()
    clause = forall(variables, lowered.assumptions, claim)
    theorem = recorder.step("assume", clause)
    return Closed(theorem, variables, lowered.assumptions, recorder.certificate([theorem]), {})
