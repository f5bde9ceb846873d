"""The built-in functions of claims: their names in text and LaTeX, and how many arguments.

All are the functions of SymPy on their principal branches.  What is known of them, and how it is
used, is in `derive.deciding.premises`; nothing is known of a function by being listed here.

Main results: `FUNCTIONS`, `TEXT_NAMES`, `LATEX_NAMES`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Function:
    """A built-in function.

    Args:
        name: its name in `Call`.
        arity: the number of arguments; None for any number.
        text: its names in plain text (those of SymPy).
        latex: its names in LaTeX, written before the argument.
    """

    name: str
    arity: int | None
    text: tuple[str, ...] = ()
    latex: tuple[str, ...] = ()


_ARITHMETIC = (
    Function("add", None, ("Add",)),
    Function("multiply", None, ("Mul",)),
    Function("power", 2, ("Pow",)),
)
_ELEMENTARY = tuple(
    Function(name, 1, (name, *text), latex)
    for name, text, latex in (
        ("exp", (), (r"\exp",)),
        ("log", ("ln",), (r"\log", r"\ln")),
        ("sin", (), (r"\sin",)),
        ("cos", (), (r"\cos",)),
        ("tan", (), (r"\tan",)),
        ("cot", (), (r"\cot",)),
        ("sec", (), (r"\sec",)),
        ("csc", (), (r"\csc",)),
        ("asin", ("arcsin",), (r"\arcsin",)),
        ("acos", ("arccos",), (r"\arccos",)),
        ("atan", ("arctan",), (r"\arctan",)),
        ("sinh", (), (r"\sinh",)),
        ("cosh", (), (r"\cosh",)),
        ("tanh", (), (r"\tanh",)),
        ("coth", (), (r"\coth",)),
        ("asinh", ("arsinh", "arcsinh"), (r"\operatorname{arsinh}",)),
        ("acosh", ("arcosh", "arccosh"), (r"\operatorname{arcosh}",)),
        ("atanh", ("artanh", "arctanh"), (r"\operatorname{artanh}",)),
    )
)
_COMPLEX = (
    Function("abs", 1, ("Abs", "abs")),
    Function("arg", 1, ("arg",), (r"\arg",)),
    Function("sign", 1, ("sign",), (r"\operatorname{sgn}",)),
    Function("re", 1, ("re", "Re"), (r"\operatorname{Re}", r"\Re")),
    Function("im", 1, ("im", "Im"), (r"\operatorname{Im}", r"\Im")),
    Function("conjugate", 1, ("conjugate", "conj")),
)
_INTEGER = (
    Function("factorial", 1, ("factorial",)),
    Function("binomial", 2, ("binomial",)),
    Function("gamma", 1, ("gamma",), (r"\Gamma",)),
    Function("floor", 1, ("floor",)),
    Function("ceiling", 1, ("ceiling",)),
    Function("delta", 2, ("KroneckerDelta",)),
)
_OPERATORS = (
    Function("adjoint", 1, ("adjoint", "Dagger")),
    Function("transpose", 1, ("Transpose", "transpose")),
    Function("trace", 1, ("Trace", "Tr", "trace"), (r"\operatorname{tr}", r"\operatorname{Tr}")),
    Function("determinant", 1, ("Determinant", "det", "Det"), (r"\det",)),
)

FUNCTIONS = {
    function.name: function
    for function in (*_ARITHMETIC, *_ELEMENTARY, *_COMPLEX, *_INTEGER, *_OPERATORS)
}
TEXT_NAMES = {name: function for function in FUNCTIONS.values() for name in function.text}
LATEX_NAMES = {name: function for function in FUNCTIONS.values() for name in function.latex}
