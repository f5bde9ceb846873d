"""Counterexamples: models in which everything granted holds and a claim does not.

A claim that is a clause is refuted by values for what it binds, with which its premises hold and
its conclusion fails; these values are part of the model.

Main results: `Counterexample`, `examine`, `opened`, `NoCounterexample`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from derive.kernel.atoms import Variable
from derive.kernel.certificates import Statement
from derive.kernel.formulas import (
    Clause,
    Equation,
    Formula,
    NonNegative,
    free,
    image,
    renaming,
)
from derive.refuter.clauses import holds
from derive.refuter.matrices import scalar
from derive.refuter.model import Map, Model
from derive.refuter.polynomials import NOUGHT
from derive.refuter.verification import faults


class NoCounterexample(Exception):
    """The model is no counterexample: the message says why."""


@dataclass(frozen=True)
class Opened:
    """A claim with names for all that it binds: given the premises, the conclusion is claimed."""

    variables: tuple[Variable, ...]
    premises: tuple[Formula, ...]
    conclusion: Equation | NonNegative


@dataclass(frozen=True)
class Counterexample:
    """A model that refutes a claim.  Made by `examine`, which checks everything anew.

    `left` and `right` are the values of the two sides of the claim; of a claim t ≥ 0 that of t,
    and 0.  `opened` is the claim, with names for what it binds.
    """

    statement: Statement
    model: Model
    claim: Formula
    opened: Opened
    left: Map
    right: Map


def opened(claim: Formula, taken: Iterable[Variable]) -> Opened:
    """The claim with new names for what it binds."""
    names = {variable.name for variable in taken}
    variables: list[Variable] = []
    premises: list[Formula] = []
    while isinstance(claim, Clause):
        new: list[Variable] = []
        for variable in claim.variables:
            name = f"bound {len(variables) + len(new) + 1}"
            while name in names:
                name += "'"
            new.append(variable._replace(name=name))
        put = renaming(claim.variables, new)
        premises += [image(premise, put) for premise in claim.premises]
        claim = image(claim.conclusion, put)
        variables += new
    return Opened(tuple(variables), tuple(premises), claim)


def symbols(statement: Statement) -> frozenset[Variable]:
    """All that a statement speaks of."""
    formulas = (*statement.hypotheses, *statement.claims)
    return statement.signature.union(*map(free, formulas))


def examine(statement: Statement, model: Model, claim: int = 0) -> Counterexample:
    """The counterexample that a model is to one of the claims.

    Raises:
        NoCounterexample: a declared property or a hypothesis is not shown to hold in the model, or
            the claim is not shown to fail.
    """
    signature = symbols(statement)
    open_claim = opened(statement.claims[claim], signature)
    granted = (*statement.hypotheses, *open_claim.premises)
    conclusion = open_claim.conclusion
    variables = signature.union(open_claim.variables, free(conclusion))
    for fault in faults(model, variables, granted):
        raise NoCounterexample(fault)
    if holds(conclusion, model) is not False:
        raise NoCounterexample("the claim holds")
    if isinstance(conclusion, Equation):
        sides = model.term(conclusion.left), model.term(conclusion.right)
    else:
        sides = model.term(conclusion.term), scalar(NOUGHT)
    return Counterexample(statement, model, statement.claims[claim], open_claim, *sides)
