"""Proofs for readers: what their symbols mean, what they assume, which premises they use.

Main results: `case_data`, `premises_of`.
"""

from __future__ import annotations

import json
from typing import Any

from derive.deciding.proving.proof import CaseProof, Proof
from derive.deciding.stating.grants import Grant
from derive.deciding.writing import as_text


def premises_of(proof: Proof) -> tuple[str, ...]:
    """The premises that the cases of a proof use, each once."""
    used = [
        shown(grant) for case in proof.cases for grant in case.grants if grant.kind == "premise"
    ]
    return tuple(dict.fromkeys(used))


def shown(grant: Grant) -> str:
    """A grant as a line of text."""
    if grant.kind == "condition":
        assert grant.subject is not None
        return f"{as_text(grant.subject)} != 0"
    if grant.kind == "abbreviation":
        assert grant.subject is not None
        return f"a symbol for {as_text(grant.subject)}"
    values = ", ".join(f"{name} = {as_text(value)}" for name, value in grant.values)
    return f"{grant.label} ({values})" if values else grant.label


def case_data(case: CaseProof) -> dict[str, Any]:
    """One case for machines; `certificate` is what the kernel replays."""
    return {
        "values": {name: as_text(value) for name, value in case.case.values.items()},
        "claims": [as_text(claim) for claim in case.case.problem.claims],
        "symbols": {
            atom.name: as_text(meaning) for atom, meaning in case.abstraction.meanings.items()
        },
        "hypotheses": [{"kind": grant.kind, "text": shown(grant)} for grant in case.grants],
        "certificate": json.loads(case.certificate),
    }
