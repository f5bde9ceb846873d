"""The search for the answer to one question: a counterexample or a proof, whichever comes first.

Nothing here needs to be right: what is found becomes a record, and records are verified.

Main result: `search`.
"""

from __future__ import annotations

from derive.checking.derivation import derive_claims
from derive.kernel.atoms import KernelError
from derive.necessity.questions import Question
from derive.necessity.records import OPEN, Answer, Unbelievable, believed, fingerprint
from derive.prover.failures import NotProved
from derive.prover.budget import SearchExhausted
from derive.refuter.search import find_counterexample
from derive.theorem import TheoremError
