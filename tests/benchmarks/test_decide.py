"""How long `decide` takes, beside SymPy on the same claims."""

from __future__ import annotations

import pytest
import sympy

from derive import decide

x = sympy.Symbol("x", real=True)
CLAIMS = {
    "rational": ("(x**3 - 1)/(x - 1) == x**2 + x + 1", (x**3 - 1) / (x - 1) - (x**2 + x + 1)),
    "triple angle": (
        "sin(3*x) == 3*sin(x) - 4*sin(x)**3",
        sympy.sin(3 * x) - 3 * sympy.sin(x) + 4 * sympy.sin(x) ** 3,
    ),
    "nested root": (
        "sqrt(3 + 2*sqrt(2)) == 1 + sqrt(2)",
        sympy.sqrt(3 + 2 * sympy.sqrt(2)) - 1 - sympy.sqrt(2),
    ),
    "wrong branch": ("sqrt(x**2) == x", sympy.sqrt(x**2) - x),
}


@pytest.mark.benchmark(group="claims")
@pytest.mark.parametrize("name", CLAIMS)
def test_decide(benchmark, name: str) -> None:
    claim, _ = CLAIMS[name]
    expected = "refuted" if name == "wrong branch" else "proved"
    verdict = benchmark(lambda: decide(claim, assume={"x": "real"}))
    assert verdict.status == expected


@pytest.mark.benchmark(group="claims")
@pytest.mark.parametrize("name", CLAIMS)
def test_sympy(benchmark, name: str) -> None:
    def simplified() -> object:
        sympy.core.cache.clear_cache()
        return sympy.simplify(CLAIMS[name][1])

    benchmark(simplified)


@pytest.mark.benchmark(group="replay")
@pytest.mark.parametrize("name", [name for name in CLAIMS if name != "wrong branch"])
def test_replay(benchmark, name: str) -> None:
    certificate = decide(CLAIMS[name][0], assume={"x": "real"}).certificate
    assert certificate is not None
    benchmark(certificate.verify)
