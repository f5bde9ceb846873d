"""A user's own folder, with physics that `derive` knows nothing about, is proved as it stands."""

from pathlib import Path

import pytest

from derive.checking import prove
from derive.library import Library

FOLDER = Path(__file__).parent / "userlibrary"
LIBRARY = Library.load(FOLDER)


def test_the_folder_has_its_own_notation_and_at_least_six_theorems() -> None:
    assert not LIBRARY.problems
    assert LIBRARY.root == FOLDER
    assert (FOLDER / "notation.py").is_file()
    assert len(LIBRARY) >= 6


@pytest.mark.parametrize("name", [theorem.name for theorem in LIBRARY])
def test_every_theorem_is_proved(name: str) -> None:
    assert prove(LIBRARY[name], {}, timeout=60).status == "proved"


def test_no_two_theorems_prove_the_same_from_nothing() -> None:
    for theorem in LIBRARY:
        assert theorem.hypotheses or theorem.name == "spin.pauli"
