"""How functions and binders that are more than an atom are lowered, one module for each field.

Main results: `handler`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from derive.kernel.terms import Term

Handler = Callable[[Any, Any], "Term"]

_MODULES = {
    "power": "powers",
    "factorial": "integers",
    "binomial": "integers",
    "gamma": "integers",
    "delta": "integers",
    "sum": "ranges",
    "product": "ranges",
    "derivative": "calculus",
    "antiderivative": "calculus",
    "integral": "calculus",
    "limit": "calculus",
    "trace": "operators",
    "determinant": "operators",
    "transpose": "operators",
}
"""The module that handles a function or a binder, with a function `lower(abstraction, expression)`;
what is not listed becomes an atom for each list of arguments."""


def handler(kind: str) -> Handler | None:
    """What lowers a function or a binder, or None for an atom."""
    name = _MODULES.get(kind)
    if name is None:
        return None
    lower: Handler = import_module(f"derive.deciding.stating.handling.{name}").lower
    return lower
