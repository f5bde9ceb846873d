"""What `derive refute` has found out about hypotheses: whether they have a model.

It is kept in the store beside the certificates.  A theorem of whose hypotheses no model was found
is possibly vacuous; one that has never been tested is neither.

Main results: `known_models`, `remember`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from derive.store import Store
from derive.theorem import Theorem

_YES, _NO = (json.dumps({"has_model": answer}) for answer in (True, False))


def known_models(
    store: Store, theorems: Mapping[str, Theorem], keys: Mapping[str, str]
) -> dict[str, bool]:
    """Of theorems that have been tested: whether a model of the hypotheses was found.

    Args:
        store: where it is kept.
        theorems: the theorems by name.
        keys: the keys of their certificates.
    """
    found: dict[str, bool] = {}
    for name, theorem in theorems.items():
        record = store.read(_key(theorem, keys[name]))
        if record in (_YES, _NO):
            found[name] = record == _YES
    return found


def remember(store: Store, theorem: Theorem, key: str, *, has_model: bool) -> None:
    """Keep whether a model was found.

    Raises:
        OSError: the folder cannot be written.
    """
    store.write(_key(theorem, key), _YES if has_model else _NO)


def _key(theorem: Theorem, certificate: str) -> str:
    """The key of what is known of the models of a theorem, by that of its certificate."""
    return hashlib.sha256(f"models {certificate} {theorem.models!r}".encode()).hexdigest()
