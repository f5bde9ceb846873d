"""The symbols of the folder: each is used, and has a name in three languages."""

from derive.library import Library
from derive.loading import LIBRARY
from proofs.fractional.notation import glossary


def test_every_symbol_is_used() -> None:
    theorems = [t for t in Library.load(LIBRARY) if t.glossary is glossary]
    read = [repr((t.claims, t.parts, [one.formula for one in t.hypotheses])) for t in theorems]
    assert theorems
    assert not [s.name for s in glossary.symbols() if not any(f"'{s.name}'" in r for r in read)]


def test_every_symbol_has_a_name_in_three_languages() -> None:
    for symbol in glossary.symbols():
        assert all((symbol.english, symbol.chinese, symbol.japanese)), symbol.name
