"""Chains of 20 spins: the lowest level in every symmetry sector, within 4 GiB; the time is printed.

Each chain has a process of its own, so that the peak of its memory is known.  All of them run with
`make benchmark`, two of them always.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proofs.models.gap import fermion_gap

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
SPINS = 20
GIBIBYTE = 1 << 30

RUN = """
import json, resource, sys, time
from proofs.models import chains
from derive.linalg import lowest_levels

resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
started = time.perf_counter()
hamiltonian = eval(sys.argv[1], vars(chains)).sparse()
symmetries = eval(sys.argv[2], vars(chains))
found = lowest_levels(hamiltonian, symmetries, count=int(sys.argv[3]))
print(json.dumps({
    "seconds": time.perf_counter() - started,
    "bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    "states": sum(sector.size for sector in found),
    "sectors": sorted(
        (float(sector.values[0]), float(sector.errors[0]), [float(t) for t in sector.turns])
        for sector in found
    ),
}))
"""


def run(hamiltonian: str, symmetries: str, count: int = 1) -> dict[str, Any]:
    """The lowest level of each sector, and what it cost."""
    ended = subprocess.run(
        [sys.executable, "-c", RUN, hamiltonian, symmetries, str(count)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


@pytest.fixture
def show(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], None]:
    """Print a line where benchmarks are asked for."""

    def printed(text: str) -> None:
        if request.config.getoption("benchmark_enable"):
            with capsys.disabled():
                print(text)

    return printed


RING = f"[translation({SPINS}), spin_flip({SPINS})]"
CHAINS = {
    "Ising, open": (f"ising_chain({SPINS}, 0.5)", f"[spin_flip({SPINS}), reflection({SPINS})]"),
    "Ising, ring": (f"ising_chain({SPINS}, 0.5, periodic=True)", RING),
    "XXZ, ring": (f"xxz_chain({SPINS}, 0.5, periodic=True)", RING),
    "Heisenberg, ring": (f"heisenberg_chain({SPINS}, periodic=True)", RING),
    "Heisenberg, open, by magnetisation": (
        f"heisenberg_chain({SPINS})",
        f"[magnetisation({SPINS}), reflection({SPINS})]",
    ),
}


FIRST = ("Ising, open", "XXZ, ring")
"""What is run where no benchmarks are asked for: an open chain and a ring."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "name" in metafunc.fixturenames:
        is_asked_for = metafunc.config.getoption("benchmark_enable")
        metafunc.parametrize("name", list(CHAINS) if is_asked_for else FIRST)


@pytest.mark.timeout(600)
def test_twenty_spins(name: str, show: Callable[[str], None]) -> None:
    found = run(*CHAINS[name])
    lowest = found["sectors"]
    assert found["states"] == 1 << SPINS
    assert found["bytes"] < 4 * GIBIBYTE
    assert all(error < 1e-8 for _, error, _ in lowest)
    show(
        f"\n{name}: {found['seconds']:.0f} s, {found['bytes'] / GIBIBYTE:.1f} GiB, "
        f"{len(lowest)} sectors, lowest {lowest[0][0]:.10f} ± {lowest[0][1]:.0e}"
    )
    if name == "Ising, open":
        gap, error = lowest[1][0] - lowest[0][0], lowest[1][1] + lowest[0][1]
        assert abs(gap - fermion_gap(SPINS, 0.5)) <= error < gap / 100
        show(f"  gap {gap:.5e} ± {error:.0e}, free fermions {fermion_gap(SPINS, 0.5):.5e}")
