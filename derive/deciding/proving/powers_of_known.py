"""Symbolic powers of what is known: from b = r follows b^n = r^n, by induction.

Of b = i follows b^(2n) = (-1)^n.

Main results: `power_equations`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from derive.kernel.atoms import Atom, KernelError, natural_atom
from derive.kernel.exponents import as_integer
from derive.kernel.formulas import Equation
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Term, identity, letter, natural_term
from derive.prover.recorder import Recorder

_EXPONENT = natural_atom("power@n")


def power_equations(
    recorder: Recorder, terms: Sequence[Term], facts: Sequence[Theorem]
) -> list[Theorem]:
    """For each symbolic power in the terms whose base is known, what it is."""
    wanted = {one for term in terms for one in _symbolic(term)}
    found: list[Theorem] = []
    for base in sorted({base for base, _ in wanted}):
        laws = [law for fact in facts for law in _laws(recorder, base, fact)]
        for law in laws[:2]:
            for one, atoms in sorted(wanted):
                if one == base:
                    with suppress(KernelError):
                        value = Replacement(natural_term(((atoms, 1),)))
                        found.append(recorder.step("instance", law, [value], [], []))
    return found


def _symbolic(term: Term) -> Iterator[tuple[Atom, tuple[Atom, ...]]]:
    """The atoms that are raised to symbolic powers, with the products in their exponents."""
    for monomial in term.monomials:
        for word, power in monomial.scalars:
            if as_integer(power) is None and not word[0][0].arguments and len(word) == 1:
                for atoms, _ in power:
                    if atoms:
                        yield word[0][0].atom, atoms


def _laws(recorder: Recorder, base: Atom, fact: Theorem) -> Iterator[Theorem]:
    """For all n: b^n = r^n, from a fact that says b = r; or b^(2n) = (r^2)^n."""
    equation = fact.conclusion
    if not isinstance(equation, Equation) or base not in fact.conclusion.left.free:  # type: ignore[union-attr]
        return
    b, value = letter(base), equation.right
    if equation.left != b or base in value.free or len(value.monomials) != 1:
        return
    for times in (1, 2):
        with suppress(KernelError):
            yield _law(recorder, b, value, times, fact)
            return


def _law(recorder: Recorder, b: Term, value: Term, times: int, fact: Theorem) -> Theorem:
    n = letter(_EXPONENT)
    one, other = b**times, value**times
    goal = Equation(one**n, other**n)
    base = recorder.step("combination", identity(), identity(), [])
    assumed = recorder.step("assume", goal)
    known = [Multiple(fact, b ** (times - 1), identity())]
    if times == 2:
        known.append(Multiple(fact, value, identity()))
    square = recorder.step("combination", one, other, known)
    step = recorder.step(
        "combination",
        one ** (n + identity()),
        other ** (n + identity()),
        [Multiple(square, one**n, identity()), Multiple(assumed, other, identity())],
    )
    return recorder.step("induction", base, step, _EXPONENT, goal)
