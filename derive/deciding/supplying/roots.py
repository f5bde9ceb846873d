"""Instances for roots: radicands are taken apart, and guessed roots are compared.

Main results: `supply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from derive.deciding.claims.expressions import (
    IMAGINARY,
    MINUS_ONE,
    ONE,
    ZERO,
    Call,
    Expression,
    Number,
    Relation,
    add,
    call,
    multiply,
    number,
    power,
)
from derive.deciding.claims.problem import Problem
from derive.deciding.premises.radicals import DEGREES
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.signs import evidently
from derive.deciding.supplying import calls, propose
from derive.deciding.supplying.pieces import Piece, pieces, product_of
from derive.deciding.supplying.sampling import Samples, samples_of
from derive.kernel.terms import Term, identity

_MOST_ROOTS = 24
_ABOUT_PARTS = frozenset({"conjugate", "adjoint", "abs", "re", "im", "sign", "arg"})


@dataclass(frozen=True)
class Root:
    """A root that has an atom: its radicand, also in normal form, and its degree."""

    radicand: Expression
    term: Term
    degree: int

    def named(self, law: str) -> str:
        """The premise of that law for roots of this degree."""
        return f"{law} (degree {self.degree})"

    @property
    def expression(self) -> Expression:
        """The root."""
        return power(self.radicand, Number(Fraction(1, self.degree)))


def supply(abstraction: Abstraction, problem: Problem) -> None:
    """Grant instances."""
    with abstraction.without_granting():
        _supply(abstraction, problem)


def _supply(abstraction: Abstraction, problem: Problem) -> None:
    roots = roots_of(abstraction)
    if not roots or len(roots) > _MOST_ROOTS:
        return
    samples = samples_of(problem)
    parts = any(
        isinstance(part, Call) and part.function in _ABOUT_PARTS
        for relation in (*problem.claims, *problem.given)
        for side in relation.sides
        for part in side.walk()
    )
    ordered = any(claim.kind in (">=", ">") for claim in problem.claims)
    whole: list[Root] = []
    for root in roots:
        propose(abstraction, root.named("power of a root"), a=root.radicand)
        if not _exact(abstraction, root):
            if not _taken_apart(abstraction, samples, root):
                whole.append(root)
            _signs(abstraction, samples, root, parts)
    _products(abstraction, samples, whole)
    _towers(abstraction, roots)
    if ordered:
        _ordered(abstraction, samples, roots)


def roots_of(abstraction: Abstraction) -> list[Root]:
    """The roots that have atoms."""
    found: dict[tuple[Term, int], Root] = {}
    for meaning in calls(abstraction, "power"):
        assert isinstance(meaning, Call)
        base, exponent = meaning.arguments
        if isinstance(exponent, Number) and exponent.value.numerator == 1:
            degree = exponent.value.denominator
            if degree in DEGREES:
                term = abstraction.term(base)
                found.setdefault((term, degree), Root(base, term, degree))
    return list(found.values())


def _exact(abstraction: Abstraction, root: Root) -> bool:
    """Whether the radicand is 0, 1 or -1, where the root is known."""
    for value, law in ((ZERO, "root of zero"), (ONE, "root of one"), (MINUS_ONE, "root of -1")):
        if root.term == abstraction.term(value):
            values = {"a": root.radicand} if law == "root of zero" else {}
            if law != "root of -1" or root.degree in (2, 3, 4, 6):
                propose(abstraction, root.named(law), **values)
            return True
    return False


def _taken_apart(abstraction: Abstraction, samples: Samples, root: Root) -> bool:
    """Let the powers leave the root that may, one after the other; whether there are any."""
    try:
        parts = rest = pieces(abstraction, root.term)
    except Unsupported:
        return False
    for piece in list(rest):
        others = [one for one in rest if one is not piece]
        if others or piece.times != 1 or _is_negative(samples, piece.base):
            left = _without(abstraction, samples, root, piece, others)
            rest = rest if left is None else left
    return rest is not parts


def _is_negative(samples: Samples, expression: Expression) -> bool:
    return samples.allow(Relation(">", multiply(MINUS_ONE, expression), ZERO))


def _without(
    abstraction: Abstraction, samples: Samples, root: Root, piece: Piece, others: list[Piece]
) -> list[Piece] | None:
    """What is left in the root if a law lets the piece leave it."""
    base, times = piece
    if base in (MINUS_ONE, IMAGINARY):
        return None
    whole = times % root.degree == 0
    n = times // root.degree if whole else times
    power_law = "root of a whole power" if whole else "root of a power"
    kept, b = others, base
    if samples.allow(Relation(">=", base, ZERO)):
        laws = [power_law] if samples.allow(Relation("!=", base, ZERO)) else []
        laws += [f"{power_law} of what is not negative"] if times > 0 else []
    elif times > 0 and _is_negative(samples, base):
        laws = [f"{power_law} of what is not negative"]
        kept = [*others, Piece(MINUS_ONE, 1)] if times % 2 else others
        b = multiply(MINUS_ONE, base)
    elif times > 1 and samples.allow(Relation("=", call("im", base), ZERO)):
        whole = whole and root.degree % 2 == 0
        laws = ["root of a whole even power" if whole else "root of an even power"]
        kept = [*others, Piece(base, 1)] if times % 2 else others
        n = n if whole else times // 2
    else:
        return None
    for law in laws:
        if _granted(abstraction, root.named(law), a=product_of(kept), b=b, n=number(n)):
            return kept
    return None


def _granted(abstraction: Abstraction, name: str, **values: Expression) -> bool:
    """Whether an instance is granted, now or before."""
    return propose(abstraction, name, **values) or any(
        grant.label == name and dict(grant.values) == values for grant in abstraction.grants
    )


def _signs(abstraction: Abstraction, samples: Samples, root: Root, parts: bool) -> None:
    """Where the root is real or in the right half-plane, and its conjugate if that matters."""
    radicand = root.radicand
    if evidently("nonnegative", root.term):
        return
    if samples.allow(Relation(">=", radicand, ZERO)):
        propose(abstraction, root.named("root of what is not negative"), a=radicand)
    elif parts:
        laws = ("conjugate of a root in the right half-plane", "conjugate of a root off the cut")
        conditions = (
            Relation(">", call("re", radicand), ZERO),
            Relation("!=", call("im", radicand), ZERO),
        )
        for law, condition in zip(laws, conditions, strict=True):
            if samples.allow(condition):
                propose(abstraction, root.named(law), a=radicand)


def _products(abstraction: Abstraction, samples: Samples, roots: list[Root]) -> None:
    """Two factors of a radicand whose arguments add up."""
    for root in roots:
        for a, b in _pairs(abstraction, root):
            opposite = Relation(">=", add(a, b), ZERO)
            inside = (
                Relation(">=", call("re", a), ZERO),
                Relation(">", call("re", b), ZERO),
            )
            if samples.allow(Relation(">=", a, ZERO)):
                propose(abstraction, root.named("root of a product"), a=a, b=b)
            elif samples.allow(opposite):
                named = root.named("root of a product of opposite arguments")
                propose(abstraction, named, a=a, b=b)
            elif samples.allow(*inside):
                named = root.named("root of a product in the right half-plane")
                propose(abstraction, named, a=a, b=b)
        _inverted(abstraction, samples, root)


def _pairs(abstraction: Abstraction, root: Root) -> Iterator[tuple[Expression, Expression]]:
    """Two expressions whose product is the radicand: other radicands, and its factors."""
    known = [
        other
        for other in roots_of(abstraction)
        if other.degree == root.degree and other.term not in (root.term, identity())
    ]
    if root.term == identity():
        return
    for one, other in permutations(known, 2):
        if one.term * other.term == root.term:
            yield one.radicand, other.radicand
    try:
        parts = pieces(abstraction, root.term)
    except Unsupported:
        return
    signs = [part for part in parts if part.base == MINUS_ONE]
    factors = [part for part in parts if part.base != MINUS_ONE]
    if len(factors) == 2:
        first, second = (part.expression for part in factors)
        for a, b in ((first, second), (second, first)):
            yield a, multiply(*(part.expression for part in signs), b)
            if not signs:
                yield multiply(MINUS_ONE, a), multiply(MINUS_ONE, b)


def _inverted(abstraction: Abstraction, samples: Samples, root: Root) -> None:
    """The root of 1/a, where a is not on the cut."""
    try:
        parts = pieces(abstraction, root.term)
    except Unsupported:
        return
    powers = [piece for piece in parts if piece.base != MINUS_ONE]
    if not powers or any(piece.times > 0 for piece in powers):
        return
    turned = product_of([Piece(base, -times) for base, times in parts])
    if samples.allow(Relation(">", call("re", turned), ZERO)):
        named = root.named("roots of inverses in the right half-plane")
    elif samples.allow(Relation("!=", call("im", turned), ZERO)):
        named = root.named("roots of inverses off the cut")
    else:
        return
    propose(abstraction, named, a=turned, b=root.radicand)


def _towers(abstraction: Abstraction, roots: list[Root]) -> None:
    """Roots of roots, and roots of several degrees of the same radicand."""
    for one, other in permutations(roots, 2):
        if one.term == other.term and one.degree % other.degree == 0 and one is not other:
            p = one.degree // other.degree
            propose(abstraction, f"power {p} of a root of degree {one.degree}", a=one.radicand)
        degree = one.degree * other.degree
        if degree in DEGREES and one.term == abstraction.term(other.expression):
            named = f"root of degree {one.degree} of a root of degree {other.degree}"
            propose(abstraction, named, a=other.radicand)


def _ordered(abstraction: Abstraction, samples: Samples, roots: list[Root]) -> None:
    """Roots that keep the order of their radicands."""
    for one, other in permutations(roots, 2):
        if one.degree == other.degree:
            a, b = one.radicand, other.radicand
            if samples.allow(Relation(">=", a, b), Relation(">=", b, ZERO)):
                propose(abstraction, one.named("roots keep the order"), a=a, b=b)
