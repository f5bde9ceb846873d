"""The symbols of the folder: each is used, and has a name in three languages."""

import pytest

from derive.language.glossary import Glossary
from derive.library import Library
from derive.loading import LIBRARY
from proofs.quantum import board, notation

GLOSSARIES = [board.glossary, notation.glossary]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(LIBRARY)


@pytest.mark.parametrize("glossary", GLOSSARIES)
def test_every_symbol_is_used(glossary: Glossary, library: Library) -> None:
    theorems = [theorem for theorem in library if theorem.glossary is glossary]
    read = [
        repr((theorem.claims, theorem.parts, [one.formula for one in theorem.hypotheses]))
        for theorem in theorems
    ]
    unused = [s.name for s in glossary.symbols() if not any(f"'{s.name}'" in text for text in read)]
    assert theorems
    assert not unused


@pytest.mark.parametrize("glossary", GLOSSARIES)
def test_every_symbol_has_a_name_in_three_languages(glossary: Glossary) -> None:
    for symbol in glossary.symbols():
        if symbol.kind != "index":
            assert all((symbol.english, symbol.chinese, symbol.japanese)), symbol.name
