"""Sums and products: what infinite series converge to, and sums of products of binomials.

Main results: `PREMISES`.

References: NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov; R. L. Graham,
D. E. Knuth and O. Patashnik, "Concrete Mathematics" (1994).
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise

_X = {"x": "complex"}
_REAL = {"x": "real"}

_ENTIRE = tuple(
    Premise(name, f"Sum({term}, (k, 0, oo)) == {value}", _X, source=source)
    for name, term, value, source in (
        ("exponential series", "x**k/factorial(k)", "exp(x)", "DLMF 4.2.19"),
        ("cosine series", "(-1)**k*x**(2*k)/factorial(2*k)", "cos(x)", "DLMF 4.19.2"),
        ("sine series", "(-1)**k*x**(2*k + 1)/factorial(2*k + 1)", "sin(x)", "DLMF 4.19.1"),
        ("hyperbolic cosine series", "x**(2*k)/factorial(2*k)", "cosh(x)", "DLMF 4.33.2"),
        ("hyperbolic sine series", "x**(2*k + 1)/factorial(2*k + 1)", "sinh(x)", "DLMF 4.33.1"),
        ("exponential series, first moment", "k*x**k/factorial(k)", "x*exp(x)", "DLMF 4.2.19"),
        (
            "exponential series, second moment",
            "k**2*x**k/factorial(k)",
            "(x**2 + x)*exp(x)",
            "DLMF 4.2.19",
        ),
    )
)
_INSIDE_THE_CIRCLE = tuple(
    Premise(f"{name} {of}", f"{series} == {value}", assume, given, source=source)
    for name, series, value, source in (
        ("geometric series", "(1 - x)*Sum(x**k, (k, 0, oo))", "1", "DLMF 4.6.1"),
        ("arithmetic-geometric series", "(1 - x)**2*Sum(k*x**k, (k, 0, oo))", "x", "DLMF 4.6.1"),
        (
            "quadratic geometric series",
            "(1 - x)**3*Sum(k**2*x**k, (k, 0, oo))",
            "x*(1 + x)",
            "DLMF 4.6.1",
        ),
        ("logarithmic series", "Sum(x**k/k, (k, 1, oo))", "-log(1 - x)", "DLMF 4.6.1"),
    )
    for of, assume, given in (
        ("inside the circle", _X, ("1 > Abs(x)",)),
        ("of a real number", _REAL, ("1 > x", "x > -1")),
    )
)
_NUMERICAL = tuple(
    Premise(
        f"series {term} from {first}", f"Sum({term}, (k, {first}, oo)) == {value}", source=source
    )
    for first, term, value, source in (
        (1, "1/k**2", "pi**2/6", "DLMF 25.6.1"),
        (1, "1/k**4", "pi**4/90", "DLMF 25.6.1"),
        (1, "1/k**6", "pi**6/945", "DLMF 25.6.1"),
        (1, "(-1)**(k + 1)/k**2", "pi**2/12", "DLMF 25.2.3"),
        (0, "1/(2*k + 1)**2", "pi**2/8", "DLMF 25.2.2"),
        (0, "1/(2*k + 1)**4", "pi**4/96", "DLMF 25.2.2"),
        (0, "(-1)**k/(2*k + 1)", "pi/4", "DLMF 4.24.3"),
        (1, "(-1)**(k + 1)/k", "log(2)", "DLMF 4.6.1"),
        (1, "1/(k*(k + 1))", "1", "Concrete Mathematics 2.6"),
        (1, "1/(k*(k + 2))", "3/4", "Concrete Mathematics 2.6"),
        (1, "1/(k*(k + 1)*(k + 2))", "1/4", "Concrete Mathematics 2.6"),
        (1, "1/((2*k - 1)*(2*k + 1))", "1/2", "Concrete Mathematics 2.6"),
        (0, "1/((2*k + 1)*(2*k + 3))", "1/2", "Concrete Mathematics 2.6"),
    )
)
_FINITE = (
    Premise(
        "Kronecker's delta in a sum",
        "Sum(KroneckerDelta(j, k)*f(k), (k, a, b)) == f(j)",
        {"f": "function", "j": "natural", "a": "natural", "b": "natural"},
        ("j >= a", "b >= j"),
        kind="definition",
    ),
    Premise(
        "Kronecker's delta at the right in a sum",
        "Sum(KroneckerDelta(k, j)*f(k), (k, a, b)) == f(j)",
        {"f": "function", "j": "natural", "a": "natural", "b": "natural"},
        ("j >= a", "b >= j"),
        kind="definition",
    ),
    Premise(
        "exchange of triangular sums",
        "Sum(Sum(f(j, k), (j, a, k)), (k, a, n)) == Sum(Sum(f(j, k), (k, j, n)), (j, a, n))",
        {"f": "function", "a": "natural", "n": "natural"},
        ("n + 1 >= a",),
        source="Concrete Mathematics (2.32)",
    ),
    Premise(
        "squares of binomials",
        "Sum(binomial(n, k)**2, (k, 0, n)) == binomial(2*n, n)",
        {"n": "natural"},
        source="Concrete Mathematics (5.23)",
    ),
    Premise(
        "Vandermonde's convolution",
        "Sum(binomial(m, k)*binomial(n, r - k), (k, 0, r)) == binomial(m + n, r)",
        {"m": "natural", "n": "natural", "r": "natural"},
        source="Concrete Mathematics (5.22)",
    ),
)

PREMISES: tuple[Premise, ...] = (*_ENTIRE, *_INSIDE_THE_CIRCLE, *_NUMERICAL, *_FINITE)
NUMERICAL: tuple[str, ...] = tuple(premise.name for premise in _NUMERICAL)
"""The names of the premises about series without variables."""
INSIDE_THE_CIRCLE: tuple[Premise, ...] = _INSIDE_THE_CIRCLE
"""The premises about power series that converge inside the unit circle."""
ENTIRE: tuple[str, ...] = tuple(premise.name for premise in _ENTIRE)
"""The names of the premises about power series that converge everywhere."""
