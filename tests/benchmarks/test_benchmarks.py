"""How long things take; `make benchmark` prints it.  No absolute time is asserted."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from derive.checking import prove, replay
from derive.checking.derivation import derive_claims
from derive.kernel import certificates
from derive.kernel.atoms import Atom, Space
from derive.kernel.terms import Term, identity, letter, number
from tests.benchmarks.measuring import FIVE, known, lowered, seconds_per_line, shares, table
from tests.benchmarks.sympy_steps import LINES

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

Show = Callable[[str], None]


@pytest.fixture
def show(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Show:
    """Print a table where benchmarks are asked for."""

    def printed(text: str) -> None:
        if request.config.getoption("benchmark_enable"):
            with capsys.disabled():
                print(text)

    return printed


# The kernel.


def operators() -> Term:
    space = Space("V")
    a, b = letter(Atom("a", space, space)), letter(Atom("b", space, space))
    return a + number(Fraction(1, 2)) * b + identity(space)


def scalars() -> Term:
    x, y = letter(Atom("x")), letter(Atom("y", properties=("positive",)))
    return x + y + y**-1 + number(0, 1)


@pytest.mark.parametrize(("made", "power"), [(operators, 6), (scalars, 8)])
def test_multiplication(benchmark: Any, made: Callable[[], Term], power: int) -> None:
    term = made()
    result = benchmark(lambda: term**power)
    assert result == term ** (power - 1) * term


@pytest.mark.parametrize("name", FIVE)
def test_kernel_replay(benchmark: Any, name: str) -> None:
    statement, cited, text = lowered(name).statement, lowered(name).citable(), known()[name].certificate
    theorems = benchmark(certificates.verify, text, statement, cited)
    assert len(theorems) == len(statement.claims)


# The five results.


@pytest.mark.parametrize("name", FIVE)
def test_search(benchmark: Any, name: str) -> None:
    assert benchmark(derive_claims, lowered(name), None) == known()[name].certificate


@pytest.mark.parametrize("name", FIVE)
def test_cold_prove(benchmark: Any, name: str) -> None:
    """Lowering, search, and the kernel's replay of what was found; the text is read already."""
    assert benchmark(prove, known()[name].theorem, known()).status == "proved"


@pytest.mark.parametrize("name", FIVE)
def test_warm_replay(benchmark: Any, name: str) -> None:
    proof = known()[name]
    assert benchmark(replay, proof.theorem, known(), proof.certificate).status == "proved"


def milliseconds(seconds: float) -> float:
    return 1000 * seconds


def test_share_of_import_search_and_replay(show: Show) -> None:
    cold, kept = shares()
    warm, again = shares(kept)
    assert again == kept
    assert set(cold) == {"import", "read and lower", "search", "replay"}
    assert set(warm) == set(cold) - {"search"}
    rows = [
        (part, *(milliseconds(run.get(part, 0.0)) for run in (cold, warm)), *(f"{run.get(part, 0) / sum(run.values()):.0%}" for run in (cold, warm)))
        for part in cold
    ]
    whole = ("all", *(milliseconds(sum(run.values())) for run in (cold, warm)), "", "")
    show(table(f"{len(kept)} theorems, ms", ["", "cold", "warm", "cold", "warm"], [*rows, whole]))


def timed(run: Callable[[], bool]) -> tuple[bool, float]:
    from sympy.core.cache import clear_cache

    clear_cache()
    start = time.perf_counter()
    return run(), time.perf_counter() - start


def test_side_by_side_with_sympy(show: Show) -> None:
    """Both in one process and one after the other; SymPy is imported beforehand, its cache empty."""
    rows = []
    for name in FIVE:
        search = seconds_per_line(name)
        checked = [timed(line) if line else None for line in LINES[name]()]
        assert len(search) == len(checked), name
        assert all(found is None or found[0] for found in checked), f"SymPy does not find a line of {name}"
        start = time.perf_counter()
        replay(known()[name].theorem, known(), known()[name].certificate)
        warm = time.perf_counter() - start
        lines = [found[1] for found in checked if found]
        both = [mine for mine, found in zip(search, checked, strict=True) if found]
        rows.append(
            (
                name,
                f"{len(lines)}/{len(search)}",
                milliseconds(sum(lines)),
                milliseconds(sum(both)),
                f"{sum(lines) / sum(both):.2f}",
                milliseconds(warm),
                f"{sum(lines) / warm:.2f}",
            )
        )
    head = ["result", "lines in SymPy", "SymPy", "search", "ratio", "whole replay", "ratio"]
    show(table("The same lines by sympy.simplify(left - right) == 0, ms", head, rows))
    show(
        table(
            "Search for each line, ms",
            ["result", *(str(k) for k in range(1, 8))],
            [[name, *(found + [""] * 7)[:7]] for name, found in ((name, [*map(milliseconds, seconds_per_line(name))]) for name in FIVE)],
        )
    )


@pytest.mark.parametrize("name", FIVE)
def test_a_wrong_line_is_wrong_for_sympy_too(name: str) -> None:
    """The comparison is honest: what SymPy is asked can fail."""
    line = next(line for line in LINES[name]() if line)
    left, right, *put = line.args  # type: ignore[attr-defined]
    assert not line.func(left, 2 * right + 1, *put)  # type: ignore[attr-defined]
