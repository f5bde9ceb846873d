"""The premises: all that is known of the built-in functions, each a formula that can be read.

A proof may use an instance of a premise: values for its variables, as a hypothesis of the
certificate.  What the premise asks of its variables comes along as premises of that hypothesis, so
the kernel proves it.  Nothing else about a function is ever used, and every premise is tested with
ball arithmetic at random points (`tests/deciding/premises`).

Main results: `Premise`, `Property`, `PREMISES`, `PROPERTIES`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from derive.deciding.premises.premise import Premise, Property

__all__ = ["Premise", "Property", "premises", "properties"]


@functools.cache
def premises() -> Mapping[str, Premise]:
    """All premises by name."""
    from derive.deciding.premises import (
        calculus,
        circular,
        elementary,
        integers,
        moduli,
        operators,
        radicals,
        ranges,
    )

    tables = (
        elementary.PREMISES,
        circular.PREMISES,
        radicals.PREMISES,
        moduli.PREMISES,
        integers.PREMISES,
        ranges.PREMISES,
        calculus.PREMISES,
        operators.PREMISES,
    )
    found = {premise.name: premise for table in tables for premise in table}
    assert len(found) == sum(map(len, tables)), "two premises of one name"
    return found


@functools.cache
def properties() -> Mapping[str, tuple[Property, ...]]:
    """What is declared of the value of a function, by the name of the function."""
    from derive.deciding.premises import circular, elementary, integers, moduli, operators, radicals

    found: dict[str, tuple[Property, ...]] = {}
    for table in (
        elementary.PROPERTIES,
        circular.PROPERTIES,
        radicals.PROPERTIES,
        moduli.PROPERTIES,
        integers.PROPERTIES,
        operators.PROPERTIES,
    ):
        for one in table:
            found[one.function] = (*found.get(one.function, ()), one)
    return found
