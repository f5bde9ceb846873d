"""Checking a theorem: lowered to a kernel statement, searched line by line, replayed.

Reading order: `proof` (what `derive check` calls), `statement`, `citations`, `values` (what a
citation puts for symbols), `premises` (what a proof rests on), `reasons`, `derivation` (the search,
which a replay never loads).
"""

from derive.checking.proof import Proof, Status, StepReport, prove, replay

__all__ = ["Proof", "Status", "StepReport", "prove", "replay"]
