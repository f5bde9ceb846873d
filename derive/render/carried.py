"""The hypotheses of a theorem with what those that cite bring along.

Main results: `with_carried`.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checking import Proof
from derive.checking.premises import brought_along
from derive.theorem import Hypothesis, Theorem


def with_carried(
    theorem: Theorem, proof: Proof | None
) -> Iterator[tuple[Hypothesis, tuple[Hypothesis, ...]]]:
    """Each hypothesis, and what the theorem that it cites assumes and this one does not say.

    These have the values put in, their own glossaries, and no formula where that would be misread.

    Args:
        theorem: whose hypotheses.
        proof: its proof, if it has one; else all is listed that cited theorems assume.

    Raises:
        TheoremError: a formula is not well formed.
    """
    premises = proof.premises if proof else tuple(brought_along(theorem))
    for hypothesis in theorem.hypotheses:
        carried = (one for one in premises if one.brought_by == hypothesis.name)
        yield hypothesis, tuple(carried) if hypothesis.citation else ()
