"""Counterexamples evaluated once more, by the matrices that test the kernel, which share no code."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from derive.kernel.atoms import NATURAL, Atom
from derive.kernel.formulas import Clause, Formula
from derive.refuter import Counterexample, Family
from derive.refuter import Model as Found
from derive.refuter.matrices import Matrix as Exact
from derive.refuter.polynomials import Polynomial
from tests.kernel.matrices import Gauss, Matrix, Model, made, nothing


def recheck(counterexample: Counterexample) -> None:
    """Assert that every property and hypothesis holds and the claim fails, where √ does not occur.

    Of clauses random instances are tried; those with clauses as premises are left out, because
    random instances do not decide their premises.
    """
    found = counterexample.model
    if any(not _is_gaussian(entry) for f in found.values.values() for m in f.matrices for entry in m.flat):
        return
    model, at = _model(found)
    for atom in found.values:
        _check_properties(atom, at[atom], found)
    opened = counterexample.opened
    for formula in (*counterexample.statement.hypotheses, *opened.premises):
        if not _is_nested(formula):
            assert model.holds(formula, at, random.Random(0)), formula
    assert not model.holds(opened.conclusion, at, random.Random(0))


def _is_nested(formula: Formula) -> bool:
    return isinstance(formula, Clause) and any(isinstance(p, Clause) for p in formula.premises)


def _model(found: Found) -> tuple[Model, dict[Any, Any]]:
    spaces = {space for atom in found.values for space in (atom.codomain, atom.domain)}
    dimensions = {space: found.dimension(space) for space in spaces}
    at: dict[Any, Any] = {atom: _function(atom, family) for atom, family in found.values.items()}
    return Model(0, dimensions, found.sizes), {**at, **found.indices}


def _function(atom: Atom, family: Family) -> Callable[..., Matrix]:
    def value(*slots: int) -> Matrix:
        pairs = list(zip(atom.slots, slots, strict=True))
        place = tuple(k for slot, k in pairs if slot != NATURAL)
        numbers = tuple(k for slot, k in pairs if slot == NATURAL)
        total = nothing(*(_shape(family)))
        for matrix, growth in family.table[place]:
            term = _matrix(matrix)
            for (degree, ratio), n in zip(growth, numbers, strict=True):
                if not ratio:
                    term = term.scaled(Gauss(Fraction(n == degree), Fraction(0)))
                    continue
                for _ in range(n):
                    term = term.scaled(_gauss(ratio))
                term = term.scaled(Gauss(Fraction(n**degree), Fraction(0)))
            total += term
        return total

    return value


def _shape(family: Family) -> tuple[int, int]:
    first = next(family.matrices)
    return first.rows, first.columns


def _matrix(exact: Exact) -> Matrix:
    return made(exact.rows, exact.columns, [[_gauss(x) for x in row] for row in exact.entries])


def _is_gaussian(number: Polynomial) -> bool:
    return all(m.radicand == 1 and not m.powers for m in number.terms)


def _gauss(number: Polynomial) -> Gauss:
    parts = {m.imaginary: Fraction(c) for m, c in number.terms.items()}
    return Gauss(parts.get(False, Fraction(0)), parts.get(True, Fraction(0)))


def _check_properties(atom: Atom, value: Callable[..., Matrix], found: Found) -> None:
    choices = [range(5) if slot == NATURAL else range(found.sizes[slot]) for slot in atom.slots]
    places = [()]
    for choice in choices:
        places = [(*place, k) for place in places for k in choice]
    for place in places:
        matrix = value(*place)
        if "hermitian" in atom.properties:
            assert matrix == matrix.adjoint()
        if "positive" in atom.properties:
            assert matrix.number.re > 0
        if NATURAL in atom.properties:
            assert matrix.whole >= 0
        if "invertible" in atom.properties:
            assert matrix @ matrix.inverse() == matrix.power(0)
