"""How many exact matrices a second the strategies give, beside the naive way with SymPy."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest
import sympy as sp
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from derive.strategies import breaking_instances, commuting_pairs, diagonalised, unitaries

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

SIZES = (2, 4, 8, 16)
NAIVE_EXAMPLES = {2: 10, 4: 3, 8: 1, 16: 0}


def naive(size: int, random: Random) -> sp.Matrix:
    """UDU† with a Cayley transform U of full size, simplified by SymPy."""
    square = sp.Matrix(
        size, size, lambda i, j: random.randint(-2, 2) + sp.I * random.randint(-2, 2)
    )
    skew = square - square.H
    unitary = sp.simplify((sp.eye(size) - skew) * (sp.eye(size) + skew).inv())
    levels = sp.diag(*[random.randint(-2, 2) for _ in range(size)])
    return sp.simplify(unitary * levels * unitary.H)


def naive_rate(size: int, count: int) -> float:
    """Matrices per second in the naive way, after a first one that loads what SymPy needs."""
    random = Random(1)
    naive(2, random)
    start = time.perf_counter()
    for _ in range(count):
        naive(size, random)
    return count / (time.perf_counter() - start)


def rate(strategy: SearchStrategy[object], most: int) -> float:
    """Examples per second, in at most `most` examples."""
    times: list[float] = []
    start = time.perf_counter()

    @settings(
        max_examples=most,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draws(_: object) -> None:
        times.append(time.perf_counter())

    draws()
    return len(times) / (times[-1] - start)


def test_examples_per_second(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    enabled = request.config.getoption("benchmark_enable")
    made: dict[str, Callable[[int], SearchStrategy[object]]] = {
        "unitaries": unitaries,
        "diagonalised": diagonalised,
        "commuting_pairs": commuting_pairs,
        "breaking_instances": breaking_instances,
    }
    rows = [("n", *made, "SymPy with simplify")]
    for size in SIZES:
        rates = [rate(strategy(size), 500 if enabled else 20) for strategy in made.values()]
        examples = NAIVE_EXAMPLES[size] if enabled else {4: 1}.get(size, 0)
        slow = naive_rate(size, examples) if examples else None
        rows.append(
            (
                str(size),
                *(f"{r:.0f}" for r in rates),
                "not waited for" if slow is None else f"{slow:.2g}",
            )
        )
        assert slow is None or min(rates) > slow
    if enabled:
        with capsys.disabled():
            print()
            for row in rows:
                print("  ".join(cell.rjust(18) for cell in row))
