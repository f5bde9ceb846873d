"""Numbers from what theorems claim, so that a picture shows what is proved.

Main results: `formula`, `function`, `matrices`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from derive.language.errors import LanguageError
from derive.theorem import Theorem

if TYPE_CHECKING:
    import sympy


def formula(theorem: Theorem, symbol: str, given: str | None = None) -> sympy.Expr:
    """What a theorem claims a symbol to be: the last side of the equation that begins with it.

    Args:
        theorem: it.
        symbol: the name of a scalar in its glossary.
        given: the name of a hypothesis that is taken instead of the claims.

    Raises:
        LanguageError: no claim, or not this hypothesis, is an equation that begins so.
    """
    import sympy

    from derive.language import to_sympy
    from derive.language.syntax import Comparison

    if given is None:
        trees = list(theorem.claims)
    else:
        trees = [h.formula for h in theorem.hypotheses if h.name == given and h.formula is not None]
    for tree in trees:
        if isinstance(tree, Comparison) and set(tree.relations) == {"="}:
            first = to_sympy(tree.sides[0], theorem.glossary)
            if isinstance(first, sympy.Symbol) and first.name == symbol:
                return to_sympy(tree.sides[-1], theorem.glossary)
    where = "no claim" if given is None else f"no hypothesis {given!r}"
    raise LanguageError(f"{theorem.name} has {where} that begins with {symbol} =")


def function(expression: sympy.Expr, *arguments: str, **values: float) -> Callable[..., Any]:
    """A function of some symbols of an expression, for numbers and NumPy arrays.

    Args:
        expression: from `formula`.
        arguments: the names of its symbols, in the order of the arguments.
        values: numbers for the other symbols.

    Raises:
        LanguageError: a symbol has no number.
    """
    import sympy

    symbols = {one.name: one for one in expression.free_symbols}
    unknown = sorted(set(symbols) - set(arguments) - set(values))
    if unknown:
        raise LanguageError(f"there is no number for {', '.join(unknown)} in {expression}")
    filled = expression.subs({symbols[name]: values[name] for name in values if name in symbols})
    found = [symbols.get(name, sympy.Symbol(name)) for name in arguments]
    numeric: Callable[..., Any] = sympy.lambdify(found, filled, "numpy")
    return numeric


def matrices(theorem: Theorem) -> list[sympy.Matrix]:
    """The matrices in the claims of a theorem, each once, in the order in which they are written.

    Raises:
        LanguageError: SymPy has no such matrix.
    """
    from derive.language import to_sympy
    from derive.language.syntax import Matrix

    found: list[sympy.Matrix] = []
    for claim in theorem.claims:
        for node in claim.walk():
            if isinstance(node, Matrix):
                matrix = to_sympy(node, theorem.glossary)
                if matrix not in found:
                    found.append(matrix)
    return found
