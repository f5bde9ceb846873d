"""What the recorder writes, the kernel reads back as the same theorems: for every rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction

import pytest

from derive.kernel import rules
from derive.kernel.atoms import NATURAL, Atom, Index, KernelError, Space, natural_atom
from derive.kernel.certificates import _TABLES as TABLES
from derive.kernel.certificates import replay
from derive.kernel.formulas import FALSITY, Equation, NonNegative, forall
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Term, delta, identity, inverse_of, letter, number, sign, total, zero
from derive.prover.recorder import Recorder

V, W = Space("V"), Space("W")
I, J = Index("i", "I"), Index("j", "I")
N, M, K = natural_atom("n"), natural_atom("m"), natural_atom("k")
A, H = Atom("A", V, V, ("adjointable",)), Atom("H", V, V, ("hermitian",))
PSI, F, S = Atom("psi", V), Atom("f", slots=("I",)), Atom("s", slots=(NATURAL,))
n, m, x, y, q, a, h, v = map(letter, (N, M, Atom("x"), Atom("y"), Atom("q"), A, H, PSI))
p = letter(Atom("p", properties=("positive",)))
fi, fj = letter(F, I), letter(F, J)
one, two = identity(), number(2)

Example = Callable[[Recorder], Theorem]
EXAMPLES: dict[str, list[Example]] = {}
CITED = rules.generalise(rules.assume(Equation(x, y)), [Atom("x"), Atom("y")], [Equation(x, y)])


def example(rule: str) -> Callable[[Example], Example]:
    def register(made: Example) -> Example:
        EXAMPLES.setdefault(rule, []).append(made)
        return made

    return register


def vanishes(term: Term) -> Equation:
    return Equation(term, zero(term.codomain, term.domain))


@example("cite")
def cited(to: Recorder) -> Theorem:
    return to.step("instance", to.cite("other/0", CITED), [Replacement(a_scalar), Replacement(x)], [], [to.step("assume", Equation(a_scalar, x))])


a_scalar = v.adjoint() * h * v

EVERY_KIND_OF_TERM = [
    zero(V, W),
    number(Fraction(-3, 7), 2),
    total(I, total(J, delta(I, J) * fi * fj) + fi * letter(Atom("u", V, slots=("I",)), I) * v.adjoint() * v) if False else total(I, fi * total(J, fj)),
    delta(I, Index("l", "I")) * sign(n * m + n) * fi,
    total(I, letter(Atom("u", V, slots=("I",)), I) * letter(Atom("u", V, slots=("I",)), I).adjoint()),
    total(I, one) ** n,
    p ** (n * m - two) * x**n * x,
    (v.adjoint() * a**n * v) ** (n + two),
    a ** (two * n) * a.adjoint() ** 3 * h,
    letter(S, n * n + two) * letter(Atom("T", V, V, ("adjointable",), (NATURAL, "I")), n, I).adjoint() if False else letter(S, n * n + two),
    letter(Atom("T", V, V, ("adjointable",), (NATURAL, "I")), n, I).adjoint() ** 2,
    inverse_of(Atom("X", W, V, ("invertible", "adjointable"))).adjoint(),
    inverse_of(Atom("Y", V, V, ("invertible",))) ** n,
    letter(Atom("ev", Space("E", False).__class__("C"), Space("E", False))) * letter(Atom("D", Space("E", False), Space("E", False))),
    (number(0, 1) * v * v.adjoint() + identity(V)) * a,
]
