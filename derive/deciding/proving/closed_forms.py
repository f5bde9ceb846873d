"""Closed forms of sums of powers: of k^d, a polynomial; of b^k, by (b - 1)·S = b^n - 1.

They are guessed here and proved by induction, so that what contains products of sums becomes a
matter of polynomials.

Main results: `closed_forms`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from derive.deciding.proving.unfolding import Recursion, sequences
from derive.kernel.atoms import Atom, C, KernelError
from derive.kernel.exponents import ONE, as_integer
from derive.kernel.formulas import Equation
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Letter, Term, identity, letter, number, single, zero

_MOST_DEGREE = 8


def closed_forms(recursion: Recursion, n: Atom) -> Iterator[Equation]:
    """What the sum of a recursion may be at the natural n, if it is one of powers."""
    conclusion = recursion.clause.conclusion
    one = len(recursion.clause.variables) == len(recursion.head.arguments) == 1
    if not isinstance(conclusion, Equation) or not one:
        return
    (variable,) = recursion.clause.variables
    (slot,) = recursion.head.arguments
    if not isinstance(variable, Atom) or slot != (((), 1), ((variable,), 1)):
        return
    place = single(Letter(recursion.head.atom, ((((variable,), 1),),), False))
    put = Substitution({variable: Replacement(letter(n))})
    step, sum_at = put.term(conclusion.right - place), put.term(place)
    if conclusion.left != single(recursion.head) or any(True for _ in sequences(step)):
        return
    degree = _degree(step, n)
    if degree is not None and degree <= _MOST_DEGREE:
        yield Equation(sum_at, _polynomial_sum(step, n))
    ratio = _ratio(step, n)
    if ratio is not None and ratio != identity():
        yield Equation((ratio - identity()) * sum_at, step - identity())


def _degree(term: Term, n: Atom) -> int | None:
    """The degree of a polynomial in n alone, or None."""
    if term.free - {n} or any(m.sign or m.imaginary for m in term.monomials):
        return None
    powers = [as_integer(power) for m in term.monomials for _, power in m.scalars]
    plain = all(
        word == ((Letter(n, (), False), ONE),) for m in term.monomials for word, _ in m.scalars
    )
    whole = [power for power in powers if power is not None and power > 0]
    return max(whole, default=0) if plain and len(whole) == len(powers) else None


def _polynomial_sum(step: Term, n: Atom) -> Term:
    """The polynomial P with P(0) = 0 and P(n + 1) - P(n) equal to the step."""
    total, rest = zero(), step
    while rest:
        degree = _degree(rest, n) or 0
        lead = next(
            c for m, c in rest.monomials.items() if _degree(Term(C, C, {m: c}), n) == degree
        )
        total = total + number(Fraction(lead, 1) / (degree + 1)) * letter(n) ** (degree + 1)
        following = Substitution({n: Replacement(letter(n) + identity())}).term(total)
        rest = step - following + total
    return total


def _ratio(step: Term, n: Atom) -> Term | None:
    """The b of a term b^n."""
    if len(step.monomials) != 1 or n not in step.free:
        return None
    ratio = Substitution({n: Replacement(identity())}).term(step)
    try:
        return ratio if ratio ** letter(n) == step else None
    except KernelError:
        return None
