"""Factorials, binomial coefficients and the gamma function at integers.

Main results: `PREMISES`, `PROPERTIES`.

References: NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov; R. L. Graham,
D. E. Knuth and O. Patashnik, "Concrete Mathematics" (1994), chapter 5.
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise, Property

_N = {"n": "natural"}
_N_K = {"n": "natural", "k": "natural"}
_X_K = {"x": "complex", "k": "natural"}

PREMISES: tuple[Premise, ...] = (
    Premise("factorial of zero", "factorial(0) == 1", kind="definition", source="DLMF 5.4.1"),
    Premise(
        "recursion of the factorial",
        "factorial(n + 1) == (n + 1)*factorial(n)",
        _N,
        kind="definition",
        source="DLMF 5.5.1",
    ),
    Premise("gamma at integers", "gamma(n + 1) == factorial(n)", _N, source="DLMF 5.4.1"),
    Premise(
        "recursion of gamma",
        "gamma(x + n + 1) == (x + n)*gamma(x + n)",
        {"x": "complex", "n": "natural"},
        source="DLMF 5.5.1",
    ),
    Premise("gamma of one half", "gamma(1/2) == sqrt(pi)", source="DLMF 5.4.6"),
    Premise(
        "binomials by factorials",
        "binomial(n + k, k) == factorial(n + k)/(factorial(n)*factorial(k))",
        _N_K,
        kind="definition",
        source="DLMF 1.2.1",
    ),
    Premise(
        "binomials beyond the diagonal",
        "binomial(n, n + k + 1) == 0",
        _N_K,
        kind="definition",
        source="DLMF 26.3.1",
    ),
    Premise(
        "Pascal's rule",
        "binomial(n + 1, k + 1) == binomial(n, k) + binomial(n, k + 1)",
        _N_K,
        source="DLMF 26.3.5",
    ),
    Premise("binomials at the edge", "binomial(x, 0) == 1", {"x": "complex"}, kind="definition"),
    Premise(
        "recursion of binomials",
        "binomial(x, k + 1) == (x - k)/(k + 1)*binomial(x, k)",
        _X_K,
        kind="definition",
        source="DLMF 1.2.6",
    ),
    Premise(
        "binomials before the edge",
        "binomial(x, -k - 1) == 0",
        _X_K,
        kind="definition",
        source="Concrete Mathematics (5.1)",
    ),
    Premise("floor of an integer", "floor(n) == n", {"n": "integer"}, kind="definition"),
    Premise("ceiling of an integer", "ceiling(n) == n", {"n": "integer"}, kind="definition"),
    Premise(
        "floor beside an integer",
        "floor(x + n) == floor(x) + n",
        {"x": "real", "n": "integer"},
        source="Concrete Mathematics (3.6)",
    ),
    Premise(
        "ceiling beside an integer",
        "ceiling(x + n) == ceiling(x) + n",
        {"x": "real", "n": "integer"},
        source="Concrete Mathematics (3.6)",
    ),
    Premise("delta of equals", "KroneckerDelta(n, n) == 1", _N, kind="definition"),
    Premise("delta of a larger one", "KroneckerDelta(n, n + k + 1) == 0", _N_K, kind="definition"),
    Premise("delta of a smaller one", "KroneckerDelta(n + k + 1, n) == 0", _N_K, kind="definition"),
    Premise(
        "delta of neighbours",
        "KroneckerDelta(n + 1, k + 1) == KroneckerDelta(n, k)",
        _N_K,
        kind="definition",
    ),
)
PROPERTIES: tuple[Property, ...] = (
    Property("gamma", "positive", "positive", "gamma(x) > 0", {"x": "real positive"}),
)
