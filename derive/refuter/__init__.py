"""The refuter: exact models of hypotheses, and counterexamples to claims.

A model gives each space a finite dimension or the states of oscillators, each index set a finite
size and each atom an exact value.  What a search proposes counts only after `derive.refuter.model`
has evaluated every declared property and every hypothesis in it, exactly.

Reading order: `polynomials`, `matrices`, `oscillators`, `model`, `verification`, with `solving`,
`clauses` and `sequences` below it; then the search, which nothing rests on: `beginnings`,
`attempts`, `search`; then `counterexample`, `describing`, and `recorded`, which reads models back.
Above these, whole theorems: `statements`, `questions`, many models by `samples` or, faster, by
`plans`, what authors give (`given`); `testing` puts them together, `campaign` does it for many
theorems, and `sampling` is for tests of one's own.

Nothing that replays proofs imports this package.
"""

from derive.refuter.counterexample import Counterexample, examine
from derive.refuter.describing import Description, as_json, describe
from derive.refuter.model import Family, Model
from derive.refuter.search import find_counterexample, find_model

__all__ = [
    "Counterexample",
    "Description",
    "Family",
    "Model",
    "as_json",
    "describe",
    "examine",
    "find_counterexample",
    "find_model",
]
