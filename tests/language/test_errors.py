"""What an author sees of an error."""

import pytest

from derive.language.errors import LanguageError, Position


def test_the_message_shows_line_caret_and_hint() -> None:
    error = LanguageError("x is not declared", "a = x", line=7, column=5, hint="declare it")
    assert str(error).split("\n") == [
        "line 7, column 5: x is not declared",
        "  line 7: a = x",
        "              ^",
        "hint: declare it",
    ]


def test_without_a_text_only_message_and_hint_are_shown() -> None:
    assert str(LanguageError("no", hint="yes")) == "no\nhint: yes"


@pytest.mark.parametrize(
    ("text", "offset", "line", "column", "source"),
    [("ab\ncd", 0, 10, 1, "ab"), ("ab\ncd", 4, 11, 2, "cd"), ("ab\ncd", 2, 10, 3, "ab")],
)
def test_positions_count_lines_from_the_first(
    text: str, offset: int, line: int, column: int, source: str
) -> None:
    position = Position(text, offset, first_line=10)
    assert (position.line, position.column, position.source_line) == (line, column, source)


def test_the_caret_stands_below_a_character_behind_wide_ones() -> None:
    error = LanguageError.at(Position("磁場 x", 3), "no")
    shown, caret = str(error).split("\n")[1:3]
    assert caret.index("^") == len(shown) - 1 + 2  # two wide characters before it


def test_an_error_without_place_keeps_its_hint() -> None:
    error = LanguageError.at(None, "no", "yes")
    assert (error.text, error.hint) == ("", "yes")
