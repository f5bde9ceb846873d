"""What depends on natural numbers: a sequence of the kernel with a slot for each of them.

Only so can the kernel prove something by induction, or speak of the terms of a sum.

This module says what is proved: a mistake here is a wrong answer.

Main results: `sequence`, `law`, `value`, `exponential`, `reciprocal`, `pattern`, `place`, `apart`,
`under_binder`, `polynomial`, `order_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING

from derive.deciding.claims.expressions import Call, Expression, Symbol, free_names
from derive.deciding.stating.signs import evidently
from derive.kernel.atoms import NATURAL, Atom, C, KernelError, natural_atom
from derive.kernel.exponents import ZERO, Exponent, is_natural
from derive.kernel.formulas import Clause, Equation, forall
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, exponent_of, identity, letter, natural_term, single, zero

if TYPE_CHECKING:
    from derive.deciding.stating.abstraction import Abstraction

_PLACE = "place@"
_UNIT = next(iter(identity().monomials))


def place(number: int) -> Atom:
    """The natural variable that is bound at a depth, or stands in a slot of a pattern."""
    return natural_atom(f"{_PLACE}{number}")


def naturals(*terms: Term) -> list[Atom]:
    """The natural variables of terms, in order."""
    found = {name for term in terms for name in term.free if isinstance(name, Atom)}
    return sorted(atom for atom in found if atom == natural_atom(atom.name))


def place_number(term: Term) -> int:
    """The largest number of a place in a term, or -1."""
    found = [atom.name for atom in naturals(term) if atom.name.startswith(_PLACE)]
    return max((int(name.removeprefix(_PLACE)) for name in found), default=-1)


def under_binder(*terms: Term) -> bool:
    """Whether what a sum or a product binds stands in the terms."""
    return any(atom.name.startswith(_PLACE) for atom in naturals(*terms))


def polynomial(term: Term) -> Exponent | None:
    """The polynomial in naturals with integer coefficients that a term is, or None."""
    try:
        return exponent_of(term) if term.is_scalar else None
    except KernelError:
        return None


def order_of(exponent: Exponent) -> str:
    """Whether a polynomial is "natural" or "negative" for all naturals; or "" where it depends."""
    if is_natural(exponent):
        return "natural"
    least = next((c for atoms, c in exponent if not atoms), 0)
    return "negative" if least < 0 and all(c < 0 for _, c in exponent) else ""


def pattern(terms: Sequence[Term], slots: Sequence[Atom]) -> tuple[Term, ...]:
    """The terms with `place(0)`, `place(1)`, … for some of their naturals."""
    put = Substitution({atom: Replacement(letter(place(n))) for n, atom in enumerate(slots)})
    return tuple(map(put.term, terms))


@contextmanager
def binding(abstraction: Abstraction, values: Mapping[str, Term]) -> Iterator[None]:
    """Let names stand for terms inside."""
    before = abstraction.bound
    abstraction.bound = {**before, **values}
    try:
        yield
    finally:
        abstraction.bound = before


def law(abstraction: Abstraction, name: str, **fixed: Term) -> None:
    """Grant a premise for all naturals at once; its other variables are the fixed terms."""
    from derive.deciding.premises import premises
    from derive.deciding.stating.grants import Grant

    key = name, tuple(sorted(fixed.items(), key=lambda item: item[0]))
    if key in abstraction.laws:
        return
    abstraction.laws.add(key)
    problem = premises()[name].problem
    assert all(
        name in fixed or "natural" in declared.words for name, declared in problem.names.items()
    )
    variables = {v: natural_atom(f"law@{v}") for v in problem.names if v not in fixed}
    values = {**{v: letter(atom) for v, atom in variables.items()}, **fixed}
    with binding(abstraction, values), abstraction.without_granting():
        claims = [one for claim in problem.claims for one in abstraction.claim(claim)]
    bound = list(variables.values())
    formulas = tuple(forall(bound, (), claim) if bound else claim for claim in claims)
    abstraction.grants.append(Grant("premise", name, formulas))


def sequence(
    abstraction: Abstraction, key: object, name: str, slots: int, properties: Sequence[str] = ()
) -> tuple[Atom, bool]:
    """The family for what the key says, and whether it is new."""
    if key not in abstraction.families:
        taken = len(abstraction.families) + 1
        full = Atom(
            f"{name}@{taken}" if taken else name, properties=properties, slots=(NATURAL,) * slots
        )
        abstraction.families[key] = full
        abstraction.meanings[full] = Symbol(full.name)
        return full, True
    return abstraction.families[key], False


def value(
    abstraction: Abstraction,
    function: str,
    arguments: tuple[Term, ...],
    words_at: Callable[[tuple[Term, ...]], Sequence[str]],
) -> Term:
    """The value of a function at arguments with naturals in them.

    An argument that is a natural number is a slot; of another one, each natural in it is.  The
    words must fit every value of the family, so they are asked for at arguments with any naturals.
    """
    slots: list[Term] = []
    parts: list[Term | None] = []
    for argument in arguments:
        exponent = polynomial(argument)
        natural = exponent is not None and is_natural(exponent)
        slots += [argument] if natural else []
        parts.append(None if natural else argument)
    others = [part for part in parts if part is not None]
    shifted, moved = _least(others)
    own = naturals(*shifted)
    patterns = iter(pattern(shifted, own))
    anything, rest = letter(natural_atom("any")), iter(shifted)
    words = words_at(tuple(anything if part is None else next(rest) for part in parts))
    key = ("value", function, tuple(None if p is None else next(patterns) for p in parts))
    filled = [*slots, *(letter(atom) + moved if moved else letter(atom) for atom in own)]
    atom, _ = sequence(abstraction, key, function, len(filled), words)
    return letter(atom, *filled)


def exponential(abstraction: Abstraction, argument: Term) -> Term:
    """exp(a + n·b + …) with naturals n as exp(a)·exp(b)^n·…, by the laws of the exponential."""
    from derive.deciding.stating.grants import Grant

    parts: dict[Exponent, Term] = {}
    for monomial, c in argument.monomials.items():
        scalars = [part for part in monomial.scalars if part[0][0][0].atom in naturals(argument)]
        whole = Term(C, C, {_UNIT._replace(scalars=tuple(scalars)): Fraction(1)})
        others = tuple(part for part in monomial.scalars if part not in scalars)
        rest = Term(C, C, {monomial._replace(scalars=others): c})
        power = exponent_of(whole)
        parts[power] = parts.get(power, zero()) + rest
    result = identity()
    for power, rest in parts.items():
        meaning = Call("exp", (abstraction.expression(rest),))
        result = result * abstraction.value("exp", (rest,), meaning) ** natural_term(power)
    for label in ("exponential of a sum", "exponential of a multiple"):
        abstraction.grants.append(Grant("premise", label, ()))
    return result


def _least(terms: list[Term]) -> tuple[list[Term], Term | None]:
    """One term a·n + b with its n moved down as far as b allows, and by how much."""
    if len(terms) != 1 or len(naturals(*terms)) != 1:
        return terms, None
    (term,), (atom,) = terms, naturals(*terms)
    n = letter(atom)
    start = Substitution({atom: Replacement(identity() - identity())}).term(term)
    slope = Substitution({atom: Replacement(identity())}).term(term) - start
    if term != slope * n + start or atom in slope.free or not slope:
        return terms, None
    lead = max(slope.monomials)
    times = start.monomials.get(lead, 0) / slope.monomials[lead]
    down = times.numerator // times.denominator if times else 0
    if down <= 0:
        return terms, None
    shift = sum((identity() for _ in range(down - 1)), identity())
    return [term - shift * slope], shift


def reciprocal(abstraction: Abstraction, term: Term) -> Term | None:
    """The inverse of what has naturals in it and is positive by its form; None of anything else."""
    from derive.deciding.stating.grants import Grant

    own = naturals(term)
    if not own or not evidently("positive", term):
        return None
    exponent = polynomial(term)
    if exponent is not None and is_natural(exponent):
        places: Sequence[Term] = [term - identity()]
        body, slots = letter(place(0)) + identity(), [place(0)]
    else:
        places = [letter(atom) for atom in own]
        (body,), slots = pattern([term], own), [place(n) for n in range(len(own))]
    atom, new = sequence(abstraction, ("reciprocal", body), "inverse", len(slots), ["positive"])
    if new:
        equation = Equation(letter(atom, *map(letter, slots)) * body, identity())
        formula = forall(slots, (), equation)
        abstraction.grants.append(Grant("abbreviation", "reciprocals", (formula,)))
    return letter(atom, *places)


def recursion(slots: Sequence[Atom], left: Term, right: Term) -> Clause | Equation:
    """That left = right for all naturals in the slots."""
    equation = Equation(left, right)
    formula = forall(slots, (), equation) if slots else equation
    assert isinstance(formula, Clause | Equation)
    return formula


def words_of_total(kind: str, shape: Term) -> list[str]:
    """What is declared of all partial sums or products of terms of this shape."""
    if kind == "product" and evidently("positive", shape):
        return ["positive"]
    return ["hermitian"] if evidently("real", shape) else []


def depends_on_bound(key: object, bound: Collection[str]) -> bool:
    """Whether what a sum or a product binds stands in any part of a key."""
    match key:
        case Term():
            return under_binder(key)
        case Expression():
            return bool(free_names(key) & {*bound})
        case tuple() | list() | frozenset():
            return any(depends_on_bound(part, bound) for part in key)
    return False


def named(abstraction: Abstraction, name: str) -> Term:
    """The value that a name of this module's stands for."""
    from derive.deciding.stating.grants import Unsupported

    for atom in abstraction.families.values():
        if atom.name == name and not atom.slots:
            return letter(atom)
    raise Unsupported(f"{name} is not declared")


def apart(part: Term, places: frozenset[Atom]) -> tuple[Term, Term]:
    """A product of scalars as what does not depend on some naturals, times what does.

    Raises:
        Unsupported: there are brakets or sums over indices in it.
    """
    from derive.deciding.stating.grants import Unsupported

    ((monomial, c),) = part.monomials.items()
    plain = not (monomial.word or monomial.deltas or monomial.bound)
    if not plain or any(len(word) != 1 for word, _ in monomial.scalars):
        raise Unsupported("a sum of brakets")
    rest = Term(C, C, {monomial._replace(scalars=(), sign=ZERO): c})
    moving = identity()
    for atoms, _ in monomial.sign:
        sign = (-identity()) ** natural_term(((atoms, 1),))
        rest, moving = (rest, moving * sign) if places & {*atoms} else (rest * sign, moving)
    for word, power in monomial.scalars:
        here = word[0][0]
        if places.intersection(naturals(single(here))):
            moving = moving * single(here, power)
            continue
        for atoms, times in power:
            factor = single(here, ((atoms, times),))
            rest, moving = (rest, moving * factor) if places & {*atoms} else (rest * factor, moving)
    return rest, moving


def natural_part(term: Term) -> Term:
    """The sum of the multiples of products of naturals in a term, and of 1, by whole numbers.

    Of 5/2 it is 2, so that what is left has the least positive constant; nothing is taken from
    negative ones.
    """
    found = zero()
    for monomial, c in term.monomials.items():
        exponent = polynomial(Term(C, C, {monomial: Fraction(1)}))
        if exponent is not None and c > 0:
            whole = c.numerator // c.denominator if not exponent[0][0] else c
            if whole == int(whole):
                found = found + Term(C, C, {monomial: Fraction(whole)} if whole else {})
    return found
