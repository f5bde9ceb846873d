"""Factorials, binomial coefficients, gamma and Kronecker's delta at naturals: sequences.

Each is a sequence of the kernel, with the premises that define it granted for all naturals.  Where
an argument is negative the factorial is undefined, and the gamma function is at 0 too.

Main results: `lower`.
"""

from __future__ import annotations

from collections.abc import Callable

from derive.deciding.claims.expressions import Call
from derive.deciding.stating import families
from derive.deciding.stating.abstraction import Abstraction
from derive.deciding.stating.grants import Unsupported
from derive.deciding.stating.signs import evidently
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Term, identity, letter, zero


def lower(abstraction: Abstraction, expression: Call) -> Term:
    """The value of such a function."""
    arguments = tuple(map(abstraction.term, expression.arguments))
    if not all(argument.is_scalar for argument in arguments):
        raise Unsupported(f"{expression.function} of an operator")
    lowered = _LOWERED[expression.function](abstraction, *arguments)
    return lowered or _plain(abstraction, expression, arguments)


def _plain(abstraction: Abstraction, expression: Call, arguments: tuple[Term, ...]) -> Term:
    """An atom; as a premise does not say where it is defined, it must be there already."""
    known = abstraction.known(expression.function, arguments)
    if not known and not abstraction.granting:
        raise Unsupported(f"a premise about {expression.function} where it may be undefined")
    return abstraction.value(expression.function, arguments, expression)


def _sign(abstraction: Abstraction, exponent: Exponent) -> str:
    """Whether an integer is natural or negative; where that depends, the case is split."""
    found = families.order_of(exponent)
    if not found:
        abstraction.split(*exponent)
        raise Unsupported("whether an integer is negative depends on others")
    return found


def _factorial(abstraction: Abstraction, argument: Term) -> Term | None:
    exponent = families.polynomial(argument)
    if exponent is None:
        return None
    if _sign(abstraction, exponent) == "negative":
        raise abstraction.nowhere("the factorial of a negative integer")
    atom, _ = families.sequence(abstraction, "factorial", "factorial", 1, ["positive"])
    families.law(abstraction, "factorial of zero")
    families.law(abstraction, "recursion of the factorial")
    return letter(atom, argument)


def _gamma(abstraction: Abstraction, argument: Term) -> Term | None:
    below = argument - identity()
    exponent = families.polynomial(below)
    if exponent is None:
        return _gamma_beside(abstraction, argument)
    if _sign(abstraction, exponent) == "negative":
        raise abstraction.nowhere("a pole of the gamma function")
    atom, _ = families.sequence(abstraction, "gamma", "gamma", 1, ["positive"])
    families.law(abstraction, "gamma at integers")
    return letter(atom, below)


def _gamma_beside(abstraction: Abstraction, argument: Term) -> Term:
    """Gamma at x + n for a natural n: a sequence for each x.

    What is said of it holds if gamma is defined at x itself; a supplier sees to that.
    """
    place = families.natural_part(argument)
    start = argument - place
    if families.under_binder(start):
        raise Unsupported("the gamma function of what a sum binds")
    words = ["positive"] if evidently("positive", start) else []
    words += ["hermitian"] if evidently("real", start) else []
    key = "gamma", start
    if key not in abstraction.families and not abstraction.granting:
        raise Unsupported("a premise about the gamma function where it may be undefined")
    atom, _ = families.sequence(abstraction, key, "gamma", 1, words)
    mentioned = not place and abstraction.granting and not abstraction.bound
    if mentioned or evidently("positive", start):
        abstraction.laws.add(("defined", atom))
    return letter(atom, place)


def _binomial(abstraction: Abstraction, above: Term, below: Term) -> Term | None:
    lower_index = families.polynomial(below)
    if lower_index is None:
        return None
    if _sign(abstraction, lower_index) == "negative":
        return _before_the_edge(abstraction, above, -below - identity())
    upper_index = families.polynomial(above)
    if upper_index is None or _sign(abstraction, upper_index) == "negative":
        return _polynomial(abstraction, above, below)
    _compare(abstraction, families.polynomial(above - below))
    atom, _ = families.sequence(abstraction, "binomial", "binomial", 2, ["hermitian"])
    for name in _BINOMIALS:
        families.law(abstraction, name)
    return letter(atom, above, below)


def _compare(abstraction: Abstraction, *differences: Exponent | None) -> None:
    """Split a case by the signs of polynomials in at most two naturals."""
    if abstraction.bound or not abstraction.granting:
        return
    for difference in differences:
        few = difference and len({a for atoms, _ in difference for a in atoms}) <= 2
        if difference and few and not families.order_of(difference):
            abstraction.split(*difference)


def _polynomial(abstraction: Abstraction, above: Term, below: Term) -> Term:
    """A binomial coefficient of anything that is no natural number, as a sequence."""
    if families.under_binder(above):
        raise Unsupported("a binomial coefficient of what a sum binds")
    words = ["hermitian"] if above.adjoint() == above else []
    atom, _ = families.sequence(abstraction, ("binomial", above), "binomial", 1, words)
    families.law(abstraction, "binomials at the edge", x=above)
    families.law(abstraction, "recursion of binomials", x=above)
    return letter(atom, below)


def _before_the_edge(abstraction: Abstraction, above: Term, place: Term) -> Term:
    if families.under_binder(above):
        raise Unsupported("a binomial coefficient of what a sum binds")
    atom, _ = families.sequence(abstraction, ("binomial before", above), "binomial", 1)
    families.law(abstraction, "binomials before the edge", x=above)
    return letter(atom, place)


def _delta(abstraction: Abstraction, first: Term, second: Term) -> Term | None:
    """Kronecker's delta of naturals; of integers, it depends on their difference alone."""
    places = [families.polynomial(first), families.polynomial(second)]
    if places[0] is None or places[1] is None:
        return None
    signs = [_sign(abstraction, place) for place in places if place is not None]
    if "negative" in signs:
        difference = first - second if signs[1] == "negative" else second - first
        if signs == ["negative", "negative"]:
            first, second = -first - identity(), -second - identity()
        else:
            first, second = zero(), difference
    _compare(abstraction, *map(families.polynomial, (first - second, first - second - identity())))
    atom, _ = families.sequence(abstraction, "delta", "delta", 2, ["hermitian"])
    for name in _DELTAS:
        families.law(abstraction, name)
    return letter(atom, first, second)


_BINOMIALS = ("binomials beyond the diagonal", "binomials by factorials", "Pascal's rule")
_DELTAS = (
    "delta of equals",
    "delta of a larger one",
    "delta of a smaller one",
    "delta of neighbours",
)
_LOWERED: dict[str, Callable[..., Term | None]] = {
    "factorial": _factorial,
    "gamma": _gamma,
    "binomial": _binomial,
    "delta": _delta,
}
