"""What floors and ceilings of integers are, and of sums with an integer.

Main results: `supply`.
"""

from __future__ import annotations

from contextlib import suppress

from derive.deciding.claims.expressions import Call
from derive.deciding.claims.problem import Problem
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.supplying import calls, propose
from derive.kernel.terms import Term, zero


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant the values of floors and ceilings at integers and beside them."""
    for meaning in calls(abstraction, "floor", "ceiling"):
        assert isinstance(meaning, Call)
        (argument,) = meaning.arguments
        if propose(abstraction, f"{meaning.function} of an integer", n=argument):
            continue
        with suppress(Unsupported):
            term = abstraction.term(argument)
            whole = _whole_part(term)
            if whole:
                rest, beside = map(abstraction.expression, (term - whole, whole))
                propose(abstraction, f"{meaning.function} beside an integer", x=rest, n=beside)


def _whole_part(term: Term) -> Term:
    """The sum of the parts of a term that are integers by their form."""
    parts = (Term(*term.ends, {monomial: c}) for monomial, c in term.monomials.items())
    return sum((part for part in parts if families.polynomial(part) is not None), zero())
