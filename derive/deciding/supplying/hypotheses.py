"""Normal forms under the hypotheses: a quick look whether the condition of a premise may hold.

Main results: `Hypotheses`.
"""

from __future__ import annotations

from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.handling.grids import BASIS
from derive.kernel.atoms import KernelError
from derive.kernel.terms import Term
from derive.prover.budget import Budget, SearchExhausted
from derive.prover.recorder import Recorder
from derive.prover.relations import Relation, relations_of
from derive.prover.rewriting import reduce

_STEPS = 60


class Hypotheses:
    """Rewrites terms by the equations that the user has given, and by what symbols stand for."""

    def __init__(self, abstraction: Abstraction) -> None:
        self._recorder = Recorder()
        self._relations: list[Relation] = []
        for grant in abstraction.grants:
            if grant.kind in ("hypothesis", "abbreviation") or grant.label == BASIS:
                for formula in grant.formulas:
                    self._relations += relations_of(self._recorder.step("assume", formula))

    def normal(self, term: Term) -> Term:
        """The term, rewritten as far as that goes."""
        try:
            return reduce(self._recorder, term, self._relations, Budget(_STEPS, 0.05)).rest
        except (SearchExhausted, KernelError):
            return term

    def commute(self, left: Term, right: Term) -> bool:
        """Whether the two are seen to commute."""
        try:
            return not self.normal(left * right - right * left)
        except KernelError:
            return False
