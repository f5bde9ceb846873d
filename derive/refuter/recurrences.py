"""Linear recurrences among hypotheses, and with which ratios sequences that obey one grow.

`f_{n+2} = 4 f_n` for all n is obeyed by r^n where r² = 4.

Main result: `ratios_of`.
"""

from __future__ import annotations

from collections.abc import Iterable

from derive.kernel.atoms import NATURAL, Atom, Index, Variable
from derive.kernel.exponents import ONE
from derive.kernel.formulas import Clause, Equation, Formula
from derive.kernel.terms import Monomial
from derive.refuter.polynomials import NOUGHT, Polynomial, fresh, rational, variable
from derive.refuter.solving import Unsolved, roots


def ratios_of(atom: Atom, hypotheses: Iterable[Formula]) -> list[Polynomial]:
    """The ratios, none of them zero, of a recurrence with rational numbers that a sequence obeys.

    There are none where no hypothesis is such a recurrence, or where one is that is not solved.
    """
    for formula in hypotheses:
        shifts = _shifts(atom, formula)
        if len(shifts) < 2:
            continue
        symbol = fresh("complex")
        first = min(shifts)
        terms = (c * variable(symbol) ** (k - first) for k, c in shifts.items())
        try:
            return [one for one in roots(sum(terms, NOUGHT), symbol) if one]
        except Unsolved:
            continue
    return []


def _shifts(atom: Atom, formula: Formula) -> dict[int, Polynomial]:
    """For each k the number before f_{n+k}, if a formula says that these add to zero for all n."""
    if atom.slots != (NATURAL,) or not isinstance(formula, Clause) or formula.premises:
        return {}
    equation = formula.conclusion
    if len(formula.variables) != 1 or not isinstance(equation, Equation):
        return {}
    found: dict[int, Polynomial] = {}
    for monomial, number in (equation.left - equation.right).monomials.items():
        shift = _shift(atom, monomial, formula.variables[0])
        if shift is None:
            return {}
        found[shift] = rational(number)
    return found


def _shift(atom: Atom, monomial: Monomial, bound: Variable) -> int | None:
    """The k of a monomial f_{n+k}; None for any other."""
    words = [word for word, power in monomial.scalars if power == ONE]
    words += [monomial.word] if monomial.word else []
    bare = monomial._replace(scalars=(), word=())
    if len(words) != 1 or len(words[0]) != 1 or bare != Monomial(False, (), (), (), (), ()):
        return None
    if len(monomial.scalars) + bool(monomial.word) != 1:
        return None
    ((letter, power),) = words[0]
    if letter.atom != atom or letter.adjoint or power != ONE:
        return None
    argument = letter.arguments[0]
    assert not isinstance(argument, Index)
    parts = dict(argument)
    steps = parts.pop((), 0)
    return steps if parts == {(bound,): 1} else None
