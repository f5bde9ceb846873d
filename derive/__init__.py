"""Derivations in physics, proved line by line and printed as they were proved.

What an author of theorems needs is exported here: `Theorem`, `Suppose`, a word for each kind of
hypothesis, `Remark` and `Erratum`, and the constructors of a glossary.  Names are imported when
they are first used, so `import derive` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from derive.deciding.decision import decide
    from derive.deciding.verdict import Verdict
    from derive.entries import Erratum, Remark
    from derive.language.glossary import (
        Glossary,
        functional,
        index,
        index_set,
        ket,
        natural,
        operator,
        scalar,
        space,
    )
    from derive.theorem import (
        Chain,
        Suppose,
        Theorem,
        cited,
        definition,
        experiment,
        heuristic,
        law,
        postulate,
    )

__all__ = [
    "Chain",
    "Erratum",
    "Glossary",
    "Remark",
    "Suppose",
    "Theorem",
    "Verdict",
    "cited",
    "decide",
    "definition",
    "experiment",
    "functional",
    "heuristic",
    "index",
    "index_set",
    "ket",
    "law",
    "natural",
    "operator",
    "postulate",
    "scalar",
    "space",
]

_HOMES = {
    "derive.deciding.decision": "decide",
    "derive.deciding.verdict": "Verdict",
    "derive.entries": "Erratum Remark",
    "derive.language.glossary": (
        "Glossary functional index index_set ket natural operator scalar space"
    ),
    "derive.theorem": "Chain Suppose Theorem cited definition experiment heuristic law postulate",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
