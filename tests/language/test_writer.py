"""The law of reader and writer: reading what was written gives the same tree."""

from __future__ import annotations

from language_glossaries import LECTURE, PLAIN, TRICKY
from hypothesis import given, settings
from hypothesis import strategies as st
from language_trees import expressions, formulas

from derive.language.glossary import Glossary
from derive.language.reader import read_expression, read_formula
from derive.language.writer import write

GLOSSARIES = st.sampled_from([LECTURE, TRICKY, PLAIN])


@settings(max_examples=600, deadline=None)
@given(st.data(), GLOSSARIES)
def test_reading_what_was_written_gives_the_same_term(
    data: st.DataObject, glossary: Glossary
) -> None:
    term = data.draw(expressions(glossary))
    assert read_expression(write(term, glossary), glossary) == term


@settings(max_examples=300, deadline=None)
@given(st.data(), GLOSSARIES)
def test_reading_what_was_written_gives_the_same_formula(
    data: st.DataObject, glossary: Glossary
) -> None:
    formula = data.draw(formulas(glossary))
    assert read_formula(write(formula, glossary), glossary) == formula
