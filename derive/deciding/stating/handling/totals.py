"""Partial sums and products of terms that are defined for all naturals, as sequences.

S[0] = 0 and S[m + 1] = S[m] + f(m); products likewise.  A sum is taken term by term, with what does
not depend on its variable before it.

Main results: `total_of`, `partial_totals`, `body_at`, `depth`.
"""

from __future__ import annotations

from derive.deciding.claims.expressions import Binder
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Grant, Unsupported
from derive.kernel.atoms import C
from derive.kernel.terms import Term, identity, letter, zero


def total_of(abstraction: Abstraction, body: Term, bound: int, length: Term) -> Term:
    """The sum of the body, each of its terms for itself, without what does not depend on it."""
    total = zero()
    for monomial, c in sorted(body.monomials.items()):
        part = Term(C, C, {monomial: c})
        rest, moving = families.apart(part, frozenset({families.place(bound)}))
        total = total + rest * partial_totals(abstraction, "sum", moving, bound, length)
        if moving != body:
            abstraction.note("sums are linear: Sum(a*f(k) + b*g(k)) == a*Sum(f(k)) + b*Sum(g(k))")
    return total


def depth(abstraction: Abstraction) -> int:
    """The number of the next place that no variable that is bound around here stands for."""
    return 1 + max(map(families.place_number, abstraction.bound.values()), default=-1)


def body_at(abstraction: Abstraction, binder: Binder, start: Term) -> Term:
    """The body with the variable bound to the start plus the natural `place(depth)`."""
    running = start + letter(families.place(depth(abstraction)))
    with families.binding(abstraction, {binder.variable: running}):
        body = abstraction.term(binder.body)
    if not body.is_scalar:
        raise Unsupported(f"a {binder.kind} of operators")
    return body


def partial_totals(
    abstraction: Abstraction, kind: str, body: Term, bound: int, length: Term
) -> Term:
    """The sum or product of the body over the natural `place(bound)` below the length."""
    running = families.place(bound)
    others = [atom for atom in families.naturals(body) if atom != running]
    slots = [families.place(n) for n in range(len(others) + 1)]
    (shape,) = families.pattern([body], [running, *others])
    words = families.words_of_total(kind, shape)
    atom, new = families.sequence(abstraction, (kind, shape), kind, len(slots), words)
    if new:
        place, *rest = map(letter, slots)
        before, after = letter(atom, place, *rest), letter(atom, place + identity(), *rest)
        empty = letter(atom, zero(), *rest)
        whole = before + shape if kind == "sum" else before * shape
        nothing = zero() if kind == "sum" else identity()
        formulas = (
            families.recursion(slots[1:], empty, nothing),
            families.recursion(slots, after, whole),
        )
        abstraction.grants.append(Grant("premise", f"recursion of a {kind}", formulas))
    return letter(atom, length, *map(letter, others))
