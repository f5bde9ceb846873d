"""Premises.

Main results: `PREMISES`, `PROPERTIES`.
"""

from __future__ import annotations

from derive.deciding.premises.premise import Premise, Property

PREMISES: tuple[Premise, ...] = ()
PROPERTIES: tuple[Property, ...] = ()
