"""Absolute values, signs and arguments of complex numbers, and bounds of real constants.

|a| is the number b >= 0 with b² = a·conjugate(a); sign(a)·|a| = a with sign(0) = 0; the argument
lies between -π (excluded) and π.  Real and imaginary parts need no law: they are sums with the
conjugate.

Main results: `PREMISES`, `PROPERTIES`.

References: NIST Digital Library of Mathematical Functions, 1.9(i), https://dlmf.nist.gov/1.9.
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise, Property

_A = {"a": "complex"}
_AB = {"a": "complex", "b": "complex"}
_PARTS = "DLMF 1.9.8"
_TRIANGLE = "DLMF 1.9.31"
_ARGUMENT = "DLMF 1.9.7"

_ABSOLUTE_VALUES = (
    Premise(
        "square of an absolute value",
        "Abs(a)**2 == a*conjugate(a)",
        _A,
        kind="definition",
        source=_PARTS,
    ),
    Premise(
        "the only absolute value",
        "Abs(a) == b",
        {"a": "complex", "b": "nonnegative"},
        ("b**2 == a*conjugate(a)",),
        source=_PARTS,
    ),
    Premise(
        "absolute value of what is not negative", "Abs(a) == a", {"a": "nonnegative"}, source=_PARTS
    ),
    Premise(
        "absolute value of what is not positive",
        "Abs(a) == -a",
        {"a": "real"},
        ("-a >= 0",),
        source=_PARTS,
    ),
    Premise("absolute value of a product", "Abs(a*b) == Abs(a)*Abs(b)", _AB, source="DLMF 1.9.16"),
    Premise(
        "absolute value of an inverse",
        "Abs(a)*Abs(b) == 1",
        _AB,
        ("a*b == 1",),
        source="DLMF 1.9.17",
    ),
    Premise(
        "absolute value of a power",
        "Abs(a**n) == Abs(a)**n",
        {"a": "complex", "n": "natural"},
        source="DLMF 1.9.18",
    ),
    Premise(
        "absolute value of an integer power",
        "Abs(a**n) == Abs(a)**n",
        {"a": "nonzero", "n": "integer"},
        source="DLMF 1.9.18",
    ),
    Premise(
        "absolute value of a conjugate", "Abs(conjugate(a)) == Abs(a)", _A, source="DLMF 1.9.12"
    ),
    Premise("absolute value of a negative", "Abs(-a) == Abs(a)", _A, source=_PARTS),
    Premise(
        "absolute value of a multiple",
        "Abs(b*a) == b*Abs(a)",
        {"a": "complex", "b": "nonnegative"},
        source="DLMF 1.9.16",
    ),
    Premise(
        "absolute value of an exponential", "Abs(exp(a)) == exp(re(a))", _A, source="DLMF 4.2.31"
    ),
    Premise(
        "comparison of squares",
        "a >= b",
        {"a": "nonnegative", "b": "real"},
        ("a**2 >= b**2",),
        source=_PARTS,
    ),
    Premise("triangle inequality", "Abs(a) + Abs(b) >= Abs(a + b)", _AB, source=_TRIANGLE),
    Premise("real part below the absolute value", "Abs(a) >= re(a)", _A, source=_PARTS),
    Premise("real part above minus the absolute value", "Abs(a) >= -re(a)", _A, source=_PARTS),
    Premise("imaginary part below the absolute value", "Abs(a) >= im(a)", _A, source=_PARTS),
    Premise("imaginary part above minus the absolute value", "Abs(a) >= -im(a)", _A, source=_PARTS),
)
_SIGNS = (
    Premise("sign and absolute value", "sign(a)*Abs(a) == a", _A, kind="definition"),
    Premise("sign of zero", "sign(a) == 0", _A, ("a == 0",), kind="definition"),
    Premise("size of a sign", "Abs(sign(a)) == 1", {"a": "nonzero"}, source=_PARTS),
    Premise("sign against conjugate", "a*conjugate(sign(a)) == Abs(a)", _A, source=_PARTS),
    Premise("sign of a positive number", "sign(a) == 1", {"a": "positive"}, source=_PARTS),
    Premise(
        "sign of a negative number", "sign(a) == -1", {"a": "real"}, ("-a > 0",), source=_PARTS
    ),
    Premise("sign of a product", "sign(a*b) == sign(a)*sign(b)", _AB, source=_PARTS),
    Premise(
        "sign of a multiple",
        "sign(b*a) == sign(a)",
        {"a": "complex", "b": "positive"},
        source=_PARTS,
    ),
    Premise("sign of a conjugate", "sign(conjugate(a)) == conjugate(sign(a))", _A, source=_PARTS),
    Premise("sign of a negative", "sign(-a) == -sign(a)", _A, source=_PARTS),
    Premise("sign of a real number", "sign(a)**3 == sign(a)", {"a": "real"}, source=_PARTS),
    Premise(
        "sign is real for real numbers",
        "conjugate(sign(a)) == sign(a)",
        {"a": "real"},
        source=_PARTS,
    ),
)
_ARGUMENTS = (
    Premise("polar form", "Abs(a)*exp(I*arg(a)) == a", {"a": "nonzero"}, source=_ARGUMENT),
    Premise(
        "logarithm in polar form",
        "log(a) == log(Abs(a)) + I*arg(a)",
        {"a": "nonzero"},
        source="DLMF 4.2.3",
    ),
    Premise("argument of a positive number", "arg(a) == 0", {"a": "positive"}, source=_ARGUMENT),
    Premise(
        "argument of a negative number",
        "arg(a) == pi",
        {"a": "real"},
        ("-a > 0",),
        source=_ARGUMENT,
    ),
    Premise(
        "argument on the upper imaginary axis",
        "arg(I*a) == pi/2",
        {"a": "positive"},
        source=_ARGUMENT,
    ),
    Premise(
        "argument on the lower imaginary axis",
        "arg(-I*a) == -pi/2",
        {"a": "positive"},
        source=_ARGUMENT,
    ),
    Premise(
        "argument of a multiple",
        "arg(b*a) == arg(a)",
        {"a": "nonzero", "b": "positive"},
        source=_ARGUMENT,
    ),
    Premise(
        "argument of a conjugate off the cut",
        "arg(conjugate(a)) == -arg(a)",
        _A,
        ("im(a) != 0",),
        source="DLMF 1.9.13",
    ),
    Premise(
        "argument of a conjugate in the right half-plane",
        "arg(conjugate(a)) == -arg(a)",
        _A,
        ("re(a) > 0",),
        source="DLMF 1.9.13",
    ),
    Premise(
        "argument of an inverse in the right half-plane",
        "arg(1/a) == -arg(a)",
        _A,
        ("re(a) > 0",),
        source=_ARGUMENT,
    ),
    Premise(
        "argument of a product in the right half-plane",
        "arg(a*b) == arg(a) + arg(b)",
        {"a": "nonzero", "b": "complex"},
        ("re(a) >= 0", "re(b) > 0"),
        source=_ARGUMENT,
    ),
    Premise(
        "argument of a phase",
        "arg(b*exp(I*a)) == a",
        {"a": "real", "b": "positive"},
        ("a + pi > 0", "pi - a >= 0"),
        source=_ARGUMENT,
    ),
    Premise("largest argument", "pi >= arg(a)", {"a": "nonzero"}, source=_ARGUMENT),
    Premise("smallest argument", "arg(a) + pi > 0", {"a": "nonzero"}, source=_ARGUMENT),
)
_CONSTANTS = (
    Premise("numeric bound", "re(a) >= 0", _A, kind="computed"),
    Premise("numeric difference from zero", "a != 0", _A, kind="computed"),
)
PREMISES: tuple[Premise, ...] = (*_ABSOLUTE_VALUES, *_SIGNS, *_ARGUMENTS, *_CONSTANTS)
PROPERTIES: tuple[Property, ...] = (
    Property("abs", "", "hermitian", "conjugate(Abs(a)) == Abs(a)", _A),
    Property("abs", "", "nonnegative", "Abs(a) >= 0", _A),
    Property("abs", "nonzero", "positive", "Abs(a) > 0", {"a": "nonzero"}),
    Property("arg", "", "hermitian", "conjugate(arg(a)) == arg(a)", _A),
    Property("sign", "nonzero", "invertible", "sign(a) != 0", {"a": "nonzero"}),
    Property("sign", "real", "hermitian", "conjugate(sign(a)) == sign(a)", {"a": "real"}),
)
