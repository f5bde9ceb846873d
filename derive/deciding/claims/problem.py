"""A claim with everything it is about: the names that were declared, and the hypotheses.

Main results: `Declared`, `Problem`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from derive.deciding.claims.expressions import Relation

Kind = Literal["scalar", "operator", "ket", "bra", "matrix", "function"]


@dataclass(frozen=True)
class Declared:
    """A name and what was said of it.

    Args:
        name: the name in expressions.
        kind: what sort of thing it is.
        words: for scalars and real functions "real", "positive", "negative", "nonnegative",
            "nonpositive", "nonzero", "integer", "natural", "odd", "even", "imaginary"; for
            operators and square matrices "hermitian", "antihermitian", "unitary", "invertible";
            closed under what follows (positive: real, nonzero, nonnegative; natural: integer,
            real, nonnegative; odd: integer, nonzero; …).
        domain, codomain: the spaces of an operator; that of a ket is its codomain, that of a bra
            its domain.  An operator that is declared without spaces maps V to V.
        shape: rows and columns of a matrix.
    """

    name: str
    kind: Kind
    words: frozenset[str] = frozenset()
    domain: str = ""
    codomain: str = ""
    shape: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Problem:
    """What is to be decided.

    Args:
        claims: the claim; a chain `a = b = c` makes several.
        given: the hypotheses.
        names: what every free name of them was declared as.
    """

    claims: tuple[Relation, ...]
    given: tuple[Relation, ...] = ()
    names: Mapping[str, Declared] = field(default_factory=dict)
