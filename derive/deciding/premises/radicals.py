"""Roots: a**(1/q) is the principal root, whose argument lies between -π/q (excluded) and π/q.

All laws follow from a**(1/q) = exp(log(a)/q), and 0**(1/q) = 0.  A law for products needs that the
arguments of the factors add up to one between -π (excluded) and π: that is so if one factor is not
negative, if the sum of both is not negative (their arguments have opposite signs), and if both lie
in the right half-plane, one of them inside.

Main results: `PREMISES`, `PROPERTIES`, `DEGREES`.

References: NIST Digital Library of Mathematical Functions, 4.2(iv), https://dlmf.nist.gov/4.2;
W. Kahan, Branch cuts for complex elementary functions, in: The State of the Art in Numerical
Analysis (1987), for the second law.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.deciding.premises.premise import Premise, Property

DEGREES = range(2, 13)
"""The degrees of the roots that something is known of."""

_BOTH = {"a": "complex", "b": "complex"}
_POWERS = "DLMF 4.2.26"
_KAHAN = "Kahan 1987"
_NEGATIVE = {2: "I", 3: "(1 + I*sqrt(3))/2", 4: "(1 + I)/sqrt(2)", 6: "(sqrt(3) + I)/2"}


def _of_degree(q: int) -> Iterator[Premise]:
    def law(
        name: str,
        formula: str,
        assume: dict[str, str],
        *given: str,
        source: str = _POWERS,
    ) -> Premise:
        return Premise(f"{name} (degree {q})", formula, assume, given, source=source)

    root = f"**(1/{q})"
    product = f"(a*b){root} == a{root}*b{root}"
    yield law("power of a root", f"(a{root})**{q} == a", {"a": "complex"})
    yield law("root of zero", f"a{root} == 0", {"a": "complex"}, "a == 0")
    yield law("root of one", f"1{root} == 1", {})
    yield law(
        "the only root", f"a{root} == b", {"a": "complex", "b": "nonnegative"}, f"b**{q} == a"
    )
    yield law(
        "root of a power",
        f"(b**n*a){root} == (b{root})**n*a{root}",
        {"a": "complex", "b": "positive", "n": "integer"},
    )
    yield law(
        "root of a power of what is not negative",
        f"(b**n*a){root} == (b{root})**n*a{root}",
        {"a": "complex", "b": "nonnegative", "n": "natural"},
    )
    yield law(
        "root of a whole power",
        f"(b**({q}*n)*a){root} == b**n*a{root}",
        {"a": "complex", "b": "positive", "n": "integer"},
    )
    yield law(
        "root of a whole power of what is not negative",
        f"(b**({q}*n)*a){root} == b**n*a{root}",
        {"a": "complex", "b": "nonnegative", "n": "natural"},
    )
    yield law("root of what is not negative", f"a{root} >= 0", {"a": "nonnegative"})
    yield law("root of a product", product, {"a": "nonnegative", "b": "complex"})
    yield law(
        "root of a product of opposite arguments", product, _BOTH, "a + b >= 0", source=_KAHAN
    )
    yield law(
        "root of a product in the right half-plane", product, _BOTH, "re(a) >= 0", "re(b) > 0"
    )
    yield law(
        "root of an even power",
        f"(b**(2*n)*a){root} == (Abs(b){root})**(2*n)*a{root}",
        {"a": "complex", "b": "real", "n": "natural"},
    )
    inverses = f"a{root}*b{root} == 1"
    if q % 2 == 0:
        yield law(
            "root of a whole even power",
            f"(b**({q}*n)*a){root} == Abs(b)**n*a{root}",
            {"a": "complex", "b": "real", "n": "natural"},
        )
    yield law("roots of inverses off the cut", inverses, _BOTH, "a*b == 1", "im(a) != 0")
    yield law("roots of inverses in the right half-plane", inverses, _BOTH, "a*b == 1", "re(a) > 0")
    yield law(
        "conjugate of a root off the cut",
        f"conjugate(a{root}) == conjugate(a){root}",
        {"a": "complex"},
        "im(a) != 0",
    )
    yield law(
        "conjugate of a root in the right half-plane",
        f"conjugate(a{root}) == conjugate(a){root}",
        {"a": "complex"},
        "re(a) > 0",
    )
    yield law("absolute value of a root", f"Abs(a{root}) == Abs(a){root}", {"a": "complex"})
    yield law(
        "roots keep the order", f"a{root} >= b{root}", {"a": "real", "b": "nonnegative"}, "a >= b"
    )
    yield law("root lies in the right half-plane", f"re(a{root}) >= 0", {"a": "complex"})
    if q in _NEGATIVE:
        yield law("root of -1", f"(-1){root} == {_NEGATIVE[q]}", {}, source="DLMF 4.4.2")


def _towers() -> Iterator[Premise]:
    for q in DEGREES:
        for p in range(2, q // 2 + 1):
            if q % p == 0:
                r = q // p
                yield Premise(
                    f"power {p} of a root of degree {q}",
                    f"(a**(1/{q}))**{p} == a**(1/{r})",
                    {"a": "complex"},
                    source=_POWERS,
                )
                yield Premise(
                    f"root of degree {p} of a root of degree {r}",
                    f"(a**(1/{r}))**(1/{p}) == a**(1/{q})",
                    {"a": "complex"},
                    source=_POWERS,
                )


_SQUARES = (
    Premise(
        "the only square root in the right half-plane",
        "sqrt(a) == b",
        _BOTH,
        ("b**2 == a", "re(b) > 0"),
        source=_POWERS,
    ),
    Premise(
        "the only square root on the imaginary axis",
        "sqrt(a) == I*b",
        {"a": "complex", "b": "nonnegative"},
        ("-b**2 == a",),
        source=_POWERS,
    ),
)
PREMISES: tuple[Premise, ...] = (
    *(premise for q in DEGREES for premise in _of_degree(q)),
    *_towers(),
    *_SQUARES,
)
PROPERTIES: tuple[Property, ...] = (
    Property("root", "nonzero", "invertible", "sqrt(a) != 0", {"a": "nonzero"}),
    Property("root", "nonnegative", "nonnegative", "sqrt(a) >= 0", {"a": "nonnegative"}),
    Property(
        "root", "nonnegative", "hermitian", "conjugate(sqrt(a)) == sqrt(a)", {"a": "nonnegative"}
    ),
    Property("root", "positive", "positive", "sqrt(a) > 0", {"a": "positive"}),
)
