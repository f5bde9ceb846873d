"""What the benchmarks measure: the five results, the time of each line, the shares of a whole run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from derive.checking import Proof, derivation, prove
from derive.checking.statement import Lowered, lower
from derive.library import Library
from derive.theorem import Theorem

PROOFS = Path(__file__).parents[2] / "proofs"
FIVE = ("landau.degeneracy", "hall.resistivity", "hall.von_klitzing", "quantum.orthogonality", "symmetry.commutation")


@cache
def known() -> dict[str, Proof]:
    """The proofs of the five results and of all that they cite, by name."""
    library = Library.load(PROOFS)
    proofs: dict[str, Proof] = {}

    def visit(theorem: Theorem) -> None:
        if theorem.name not in proofs:
            for citation in theorem.citations:
                visit(citation.theorem)
            proofs[theorem.name] = prove(theorem, proofs)

    for name in FIVE:
        visit(library[name])
    return proofs


def lowered(name: str) -> Lowered:
    """A result in kernel terms."""
    return lower(known()[name].theorem, {key: proof.closed for key, proof in known().items()})


def seconds_per_line(name: str) -> list[float]:
    """How long the search for each line of a result takes."""
    seconds: list[float] = []
    patch = pytest.MonkeyPatch()
    ready = lowered(name)

    class Timed(derivation._Derivation):
        def _step(self, *parts: Any) -> Any:
            start = time.perf_counter()
            shown = super()._step(*parts)
            seconds.append(time.perf_counter() - start)
            return shown

    with patch.context() as patched:
        patched.setattr(derivation, "_Derivation", Timed)
        derivation.derive_claims(ready, None)
    return seconds


_RUN = """
import json, sys, time
start = time.perf_counter()
spent = {}
def lap(name):
    global start
    spent[name] = spent.get(name, 0) + time.perf_counter() - start
    start = time.perf_counter()

kept = json.loads(sys.stdin.read())
from derive.library import Library
from derive.checking import proof as checking
if not kept:
    import derive.checking.derivation, derive.prover.elimination, sympy
lap("import")
library = Library.load(sys.argv[1])
proofs, certificates = {}, {}
def visit(theorem):
    if theorem.name in proofs:
        return
    for citation in theorem.citations:
        visit(citation.theorem)
    closed = {name: one.closed for name, one in proofs.items()}
    lowered = checking.lower(theorem, closed)
    lap("read and lower")
    if kept:
        certificate = kept[theorem.name]
    else:
        certificate = derive.checking.derivation.derive_claims(lowered, None)
        lap("search")
    proofs[theorem.name] = checking._checked(lowered, proofs, certificate)
    certificates[theorem.name] = certificate
    lap("replay")
for theorem in library:
    visit(theorem)
print(json.dumps([spent, certificates]))
"""


def shares(kept: dict[str, str] | None = None) -> tuple[dict[str, float], dict[str, str]]:
    """The seconds of a run over all proofs in a process of its own, by what they were spent on.

    Without certificates that were kept everything is searched (a cold run); else it is replayed.
    """
    command = [sys.executable, "-c", _RUN, str(PROOFS)]
    run = subprocess.run(command, input=json.dumps(kept or {}), capture_output=True, text=True, check=True)
    spent, certificates = json.loads(run.stdout)
    return spent, certificates


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns of text; numbers are in milliseconds unless said otherwise."""
    text = [[f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*text, strict=True)]
    lines = ["  ".join(cell.rjust(w) if k else cell.ljust(w) for k, (cell, w) in enumerate(zip(row, widths, strict=True))) for row in text]
    return "\n".join(["", title, *lines, ""])
