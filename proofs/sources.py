"""Where the results stand: the two lectures by their inventory items, and printed sources.

The lectures are 第5讲、整数和分数量子化霍尔效应 and
たしざん・かけざんだけでまなぶ りょーしりきがく.  Source texts are in English, so that every LaTeX
engine has the letters; they carry their items in square brackets, as in `[A041, A042]`, so that
`items` can find them again.

Main results: `quantum_hall`, `quantum_mechanics`, `items`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

QUANTUM_HALL: Final = "Lecture on the quantum Hall effect"
QUANTUM_MECHANICS: Final = "Lecture on quantum mechanics by addition and multiplication"

SI: Final = "BIPM, The International System of Units (SI), 9th edition (2019), section 2.2"
JACKSON: Final = "J. D. Jackson, Classical Electrodynamics, 3rd edition (1999)"
ASHCROFT_MERMIN: Final = "N. W. Ashcroft and N. D. Mermin, Solid State Physics (1976)"
SAKURAI: Final = "J. J. Sakurai, Modern Quantum Mechanics, revised edition (1994)"

_LAST: Final[Mapping[str, int]] = {"A": 124, "B": 102}
_ITEM = re.compile(r"[AB]\d{3}")
_ITEMS = re.compile(r"\[([AB]\d{3}(?:, [AB]\d{3})*)\]")


def quantum_hall(numbers: str, place: str = "") -> str:
    """The lecture on the quantum Hall effect, at items such as `"A041 A042"`.

    >>> quantum_hall("A041", "Landau rings")
    'Lecture on the quantum Hall effect, Landau rings [A041]'
    """
    return _lecture(QUANTUM_HALL, "A", numbers, place)


def quantum_mechanics(numbers: str, place: str = "") -> str:
    """The lecture on quantum mechanics by addition and multiplication, at items such as `"B047"`.

    >>> quantum_mechanics("B047 B048")
    'Lecture on quantum mechanics by addition and multiplication [B047, B048]'
    """
    return _lecture(QUANTUM_MECHANICS, "B", numbers, place)


def items(source: str) -> tuple[str, ...]:
    """The inventory items that a source text cites.

    >>> items(quantum_hall("A041 A042", "Landau rings"))
    ('A041', 'A042')
    """
    return tuple(item for group in _ITEMS.findall(source) for item in group.split(", "))


def _lecture(title: str, letter: str, numbers: str, place: str) -> str:
    """Raises `ValueError` for a number that is no item of the lecture."""
    cited = numbers.split()
    for item in cited:
        known = _ITEM.fullmatch(item) and item[0] == letter
        if not known or not 1 <= int(item[1:]) <= _LAST[letter]:
            raise ValueError(f"{item!r} is no item of {title}")
    if not cited:
        raise ValueError(f"no item of {title} is cited")
    return f"{title}{', ' if place else ''}{place} [{', '.join(cited)}]"
