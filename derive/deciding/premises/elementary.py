"""Exponentials, logarithms, trigonometric and hyperbolic functions.

Sines and their kin are defined by exponentials, so that one law carries all of trigonometry:
exp(a + b) = exp(a)·exp(b).

Main results: `PREMISES`, `PROPERTIES`.

References: NIST Digital Library of Mathematical Functions, chapter 4, https://dlmf.nist.gov/4.
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise, Property

_REAL = {"a": "real"}

PREMISES = (
    Premise("exponential of a sum", "exp(a + b) == exp(a)*exp(b)", {"a": "complex", "b": "complex"}, source="DLMF 4.8.12"),
    Premise("exponential of a multiple", "exp(n*a) == exp(a)**n", {"a": "complex", "n": "integer"}, source="DLMF 4.8.12"),
    Premise("exponential of zero", "exp(0) == 1", source="DLMF 4.2.19"),
    Premise("exponential of i pi", "exp(I*pi) == -1", source="DLMF 4.4.3"),
    Premise("conjugate of an exponential", "conjugate(exp(a)) == exp(conjugate(a))", {"a": "complex"}),
    Premise("definition of sin", "sin(a) == (exp(I*a) - exp(-I*a))/(2*I)", {"a": "complex"}, kind="definition", source="DLMF 4.14.1"),
    Premise("definition of cos", "cos(a) == (exp(I*a) + exp(-I*a))/2", {"a": "complex"}, kind="definition", source="DLMF 4.14.2"),
)
PROPERTIES = (
    Property("exp", "", "invertible", "exp(a) != 0", {"a": "complex"}),
    Property("exp", "real", "positive", "exp(a) > 0", _REAL),
)
