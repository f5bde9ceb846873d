"""Whether a formula holds in a model, decided exactly or not at all.

Equations between terms in bound atoms become polynomials in symbols for their entries.  For all
values of the symbols they vanish just if they are the zero polynomial.  The premises of a clause
are solved first, and what solves them is put into its conclusion.  Where premises are of no kind
that can be solved, the clause may still hold because its conclusion follows without them.

`sufficient` gives polynomials that vanish only if the formula holds, `necessary` such that vanish
if it does: of a premise the second is what a proof needs, and of a conclusion the first.

Main results: `holds`, `sufficient`, `necessary`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from derive.kernel.atoms import NATURAL, Atom, Index
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative, free
from derive.refuter.forms import is_nonnegative
from derive.refuter.model import Family, Model, Unknown, difference, number_of
from derive.refuter.polynomials import UNIT, Polynomial, Symbol
from derive.refuter.sequences import grid, with_naturals
from derive.refuter.solving import Piece, Unsolved, pieces
from derive.refuter.unknowns import unknown

_TRIED = range(4)


def holds(formula: Formula, model: Model) -> bool | None:
    """Whether a formula holds in a model of numbers; None if that is not decided."""
    try:
        if not any(sufficient(formula, model)):
            return True
    except Unknown:
        return None
    return None if isinstance(formula, Clause) else False


def sufficient(formula: Formula, model: Model) -> list[Polynomial]:
    """Polynomials that vanish only where the formula holds.

    Raises:
        Unknown: none are found.
    """
    if isinstance(formula, Equation):
        return list(difference(model.term(formula.left), model.term(formula.right)).flat)
    if isinstance(formula, NonNegative):
        return _order_conditions(number_of(model.term(formula.term)), frozenset())
    return list(_clause_suffices(formula, model))


def necessary(formula: Formula, model: Model) -> list[Polynomial]:
    """Polynomials that vanish wherever the formula holds; perhaps not all that there are."""
    if isinstance(formula, Equation):
        return sufficient(formula, model)
    if isinstance(formula, NonNegative):
        number = number_of(model.term(formula.term))
        return [number - number.conjugate()]
    return list(_clause_needs(formula, model))


def _order_conditions(number: Polynomial, inner: Collection[Symbol]) -> list[Polynomial]:
    """Nothing if the number is at least 0 for all values of the inner symbols."""
    if not number.symbols <= frozenset(inner):
        raise Unknown("the sign of an unknown number")
    decided = is_nonnegative(number)
    if decided is None:
        raise Unknown("the sign of a polynomial")
    return [] if decided else [UNIT]


def _clause_suffices(clause: Clause, model: Model) -> Iterator[Polynomial]:
    indices, naturals, atoms = _sorted(clause.variables)
    for inner in model.with_elements(indices):
        for at in _grid(clause, inner, naturals):
            bound, symbols = _bound(atoms, at)
            premises = [p for p in clause.premises if free(p).isdisjoint(naturals)]
            for piece in _superset(premises, bound, symbols):
                put, left = _put(piece, atoms, bound)
                if isinstance(clause.conclusion, NonNegative):
                    number = number_of(put.term(clause.conclusion.term))
                    yield from _order_conditions(number, left)
                    continue
                for condition in sufficient(clause.conclusion, put):
                    yield from condition.split(left).values()


def _grid(clause: Clause, model: Model, naturals: Sequence[Atom]) -> Iterator[Model]:
    """All values of the natural variables that matter.

    What the conclusion says must depend on them as its terms do, so premises that speak of them
    are left aside.
    """
    if not naturals:
        yield model
        return
    if not isinstance(clause.conclusion, Equation):
        raise Unknown("more than an equation for all natural numbers")
    known, _ = _bound(_sorted(clause.variables)[2], model)
    for at in grid(known, naturals, [clause.conclusion.left, clause.conclusion.right]):
        yield model.extended({atom: at.values[atom] for atom in naturals})


def _superset(
    premises: Sequence[Formula], bound: Model, symbols: Collection[Symbol]
) -> Sequence[Piece]:
    """Pieces that have all values that satisfy the premises, and perhaps more."""
    conditions = []
    for premise in premises:
        try:
            found = necessary(premise, bound)
        except (Unknown, ValueError, ZeroDivisionError):
            continue  # without the premise the clause says more
        conditions += [one for one in found if one.symbols <= frozenset(symbols)]
    try:
        return pieces(conditions)
    except (Unsolved, ValueError, ZeroDivisionError):
        return [{}]


def _clause_needs(clause: Clause, model: Model) -> Iterator[Polynomial]:
    indices, naturals, atoms = _sorted(clause.variables)
    restricted = any({"positive", "invertible"} & set(atom.properties) for atom in atoms)
    if restricted and clause.premises:
        return
    tries = [with_naturals(model, naturals, [n] * len(naturals)) for n in _TRIED]
    for tried in tries if naturals else [model]:
        for inner in tried.with_elements(indices):
            try:
                yield from _needs(clause, inner, atoms)
            except (Unknown, Unsolved, ValueError, ZeroDivisionError):
                continue  # fewer conditions are necessary, too


def _needs(clause: Clause, model: Model, atoms: Sequence[Atom]) -> list[Polynomial]:
    """What the conclusion says of all values that are known to satisfy the premises."""
    bound, symbols = _bound(atoms, model)
    conditions = [one for premise in clause.premises for one in sufficient(premise, bound)]
    if not all(one.symbols <= symbols for one in conditions):
        raise Unknown("the premises of a clause speak of unknown numbers")
    found: list[Polynomial] = []
    for piece in pieces(conditions):
        put, left = _put(piece, atoms, bound)
        for condition in necessary(clause.conclusion, put):
            found += condition.split(left).values()
    return found


def _bound(atoms: Sequence[Atom], model: Model) -> tuple[Model, frozenset[Symbol]]:
    """The model with symbols for bound atoms, and these symbols with their conjugates."""
    values = {atom: unknown(atom, model) for atom in atoms}
    return model.extended(values), _symbols(values.values())


def _put(piece: Piece, atoms: Sequence[Atom], bound: Model) -> tuple[Model, frozenset[Symbol]]:
    """The model with a piece put for symbols, and what stays free."""
    values = {atom: bound.values[atom].substitute(piece) for atom in atoms}
    return bound.extended(values), _symbols(values.values())


def _symbols(families: Iterable[Family]) -> frozenset[Symbol]:
    """The symbols of families, and their conjugates."""
    found = frozenset(symbol for family in families for symbol in family.symbols)
    return found | {symbol.conjugated for symbol in found}


def _sorted(
    variables: Sequence[Atom | Index],
) -> tuple[list[Index], list[Atom], list[Atom]]:
    """Indices, natural variables, and other atoms."""
    indices = [v for v in variables if isinstance(v, Index)]
    naturals = [v for v in variables if isinstance(v, Atom) and NATURAL in v.properties]
    if any(atom.slots for atom in naturals):
        raise Unknown("all sequences of natural numbers")
    return (
        indices,
        naturals,
        [v for v in variables if isinstance(v, Atom) and NATURAL not in v.properties],
    )
