"""How many examples there are for each theorem, and whether they are the same each time.

Main results: `PROFILES`, `Profile`.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Profile(NamedTuple):
    """Examples for each theorem; without a seed, one is drawn for each run."""

    examples: int
    seed: int | None


PROFILES: Final = {
    "default": Profile(20, None),
    "ci": Profile(20, 0),
    "nightly": Profile(1000, None),
}
