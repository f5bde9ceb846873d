"""Derivatives, integrals and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from derive.deciding.expressions import Binder
from derive.kernel.terms import Term

if TYPE_CHECKING:
    from derive.deciding.abstraction import Abstraction


def lower(abstraction: Abstraction, expression: Binder) -> Term:
    """The atom that a derivative, an integral or a limit is.

    Raises:
        Unsupported: nothing is known of it.
    """
    raise abstraction.unsupported(f"a {expression.kind}")
