"""Why a theorem assumes what it assumes: each part dropped in turn, and what then goes wrong.

`necessities(theorem, library)` answers from what is known: counterexamples and certificates are
data, kept beside the theorems (`necessities.json`) and in the store of certificates, and verified
again whenever they are read.  `investigate` searches for what is not known.

Reading order: `weakening` (what is left of a word), `question` and `questions` (the weaker
statements), `lacking` (why there is none), `consistency` (guards), `records` (answers as data,
believed only when verified), `searching` with `planting`, `itself` and `cases`, `asking` (all
questions about one theorem), `keeping` (where records lie), `running` (many theorems), `answers`
(texts).
"""

from derive.necessity.answers import Necessity, remark, remark_latex
from derive.necessity.records import Verdict
from derive.necessity.running import Investigation, investigate, necessities

__all__ = [
    "Investigation",
    "Necessity",
    "Verdict",
    "investigate",
    "necessities",
    "remark",
    "remark_latex",
]
