"""Whether a model is one of a statement: every declaration and every hypothesis, exactly.

Of a root the kernel knows its power only.  A root that is a negative number is the root of no
number, as √1 is 1; nor is a square root in the left half of the complex plane, or −i for √(−1).

Main results: `faults`, `has_properties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.kernel.formulas import Formula, free
from derive.refuter.clauses import holds
from derive.refuter.matrices import Matrix, unit
from derive.refuter.model import Map, Model, Summand, number_of, times
from derive.refuter.oscillators import NoWord, ladder_unit
from derive.refuter.polynomials import IMAGINARY

_ROOT = re.compile(r"sqrt\(|root\d+\(")
"""What the atoms of roots are called, and no symbol that an author declares."""


def faults(
    model: Model, signature: Iterable[Variable], hypotheses: Iterable[Formula]
) -> Iterator[str]:
    """What keeps the model from being one of the hypotheses: nothing, if it is one."""
    hypotheses = list(hypotheses)
    if any(size < 0 for size in model.sizes.values()):
        yield "a size is negative"
        return
    for variable in frozenset(signature).union(*map(free, hypotheses)):
        if not _is_declared(variable, model):
            yield f"{variable.name} does not have a value with its declared properties"
            return
    for formula in hypotheses:
        if holds(formula, model) is not True:
            yield f"a hypothesis does not hold, or is not known to: {formula}"


def _is_declared(variable: Variable, model: Model) -> bool:
    if isinstance(variable, Index):
        size = model.sizes.get(variable.over, 0)
        return variable in model.indices and 0 <= model.indices[variable] < size
    if variable.name.startswith("#"):
        return variable.name[1:] in model.sizes
    spaces = {variable.codomain, variable.domain} - {C}
    known = all(space.name in model.dimensions for space in spaces)
    known = known and all(slot in model.sizes for slot in variable.slots if slot != NATURAL)
    return known and variable in model.values and has_properties(variable, model)


def has_properties(atom: Atom, model: Model) -> bool:
    """Whether the value of an atom is of its type, made of numbers, and as it was declared."""
    family = model.values[atom]
    if family.symbols or set(family.table) != set(model.places(atom)):
        return False
    naturals = atom.slots.count(NATURAL)
    for summands in family.table.values():
        for matrix, growth in summands:
            if (matrix.rows, matrix.columns) != model.shape(atom) or len(growth) != naturals:
                return False
            if any(degree < 0 or not ratio.is_number for degree, ratio in growth):
                return False
        if not summands or not all(_CHECKS[name](summands) for name in atom.properties):
            return False
        if _ROOT.match(atom.name) and not _is_principal(atom, summands):
            return False
    return True


def _is_principal(root: Atom, summands: tuple[Summand, ...]) -> bool:
    """Whether a value can be that of a root: of a sequence, whether this can be seen."""
    if any(ratio.sign not in (0, 1) for _, growth in summands for _, ratio in growth):
        return False
    for matrix, _ in summands:
        number = number_of(matrix)
        real = (number + number.conjugate()).sign or 0
        imaginary = ((number.conjugate() - number) * IMAGINARY).sign or 0
        is_square = root.name.startswith("sqrt(")
        if real < 0 and (is_square or not imaginary):
            return False
        if is_square and not real and imaginary < 0:
            return False
    return True


def _is_hermitian(summands: tuple[Summand, ...]) -> bool:
    return all(
        matrix == matrix.adjoint() and all(ratio.sign is not None for _, ratio in growth)
        for matrix, growth in summands
    )


def _is_positive(summands: tuple[Summand, ...]) -> bool:
    never_negative = all(
        number_of(matrix).sign in (0, 1) and all(ratio.sign == 1 for _, ratio in growth)
        for matrix, growth in summands
    )
    return never_negative and any(
        number_of(matrix) and all(degree == 0 for degree, _ in growth)
        for matrix, growth in summands
    )


def _is_natural(summands: tuple[Summand, ...]) -> bool:
    numbers = [number_of(s.matrix).rational for s in summands]
    numbers += [ratio.rational for s in summands for _, ratio in s.growth]
    return all(isinstance(number, int) and number >= 0 for number in numbers)


def _is_invertible(summands: tuple[Summand, ...]) -> bool:
    """A single summand whose matrix has a two-sided inverse and whose ratios are not zero."""
    if len(summands) != 1:
        return False
    matrix, growth = summands[0]
    if any(degree or not ratio for degree, ratio in growth):
        return False
    return _has_inverse(matrix)


def _has_inverse(matrix: Map) -> bool:
    try:
        inverse = matrix.inverse
    except (ZeroDivisionError, NoWord):
        return False
    one = unit(matrix.rows) if isinstance(matrix, Matrix) else ladder_unit(-matrix.rows)
    return times(matrix, inverse) == one == times(inverse, matrix)


_CHECKS = {
    "adjointable": lambda summands: True,
    "hermitian": _is_hermitian,
    "invertible": _is_invertible,
    "natural": _is_natural,
    "positive": _is_positive,
}
