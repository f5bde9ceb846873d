"""Places in an author's file: of the call, of a line of a text in it, of a line by what it says."""

from __future__ import annotations

import linecache
import sys
from pathlib import Path

import pytest

from derive.location import Location


def here() -> Location:
    return Location.of_caller(sys._getframe(1))


def test_where_a_call_is() -> None:
    location = here()
    assert location.path == __file__
    assert linecache.getline(__file__, location.line).strip() == "location = here()"
    assert str(location) == f"{__file__}:{location.line}"


FILE = '''\
"""A file."""

text = "written before"
first = Theorem(
    "one",
    given={
        "law": law(r"a = b"),
        "other": "c = d",
    },
    proof=[
        Suppose({"new": "e = f"}, r"""
            a = b  % law
              = c
        """),
        """x
        y""",
    ],
    claim=("pieces "
           "of one"),
)
second = Theorem("two", given={"law": r"a = b"}, proof=text)
'''


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "with space.py"
    path.write_text(FILE)
    return path


SUPPOSED = "\n            a = b  % law\n              = c\n        "


@pytest.mark.parametrize(
    ("call", "text", "line", "expected"),
    [
        (4, "a = b", 1, 7),
        (4, "c = d", 1, 8),
        (4, "e = f", 1, 11),
        (4, SUPPOSED, 2, 12),
        (4, SUPPOSED, 3, 13),
        (4, "x\n        y", 2, 16),
        (4, "pieces of one", 1, 18),
        (21, "a = b", 1, 21),
        (10, "a = b", 1, 7),
    ],
    ids=["law", "string", "supposed", "line 2", "line 3", "second text", "concatenated", "another call", "from inside the call"],
)
def test_lines_of_texts(file: Path, call: int, text: str, line: int, expected: int) -> None:
    assert Location(str(file), call).of_text(text, line) == Location(str(file), expected)


def test_a_text_that_is_not_in_the_call_is_where_the_call_is(file: Path) -> None:
    second = Location(str(file), 21)
    assert second.of_text("written before", 1) == second
    assert second.of_text("c = d", 1) == second


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    nowhere = Location(str(tmp_path / "none.py"), 3)
    assert nowhere.of_text("a", 1) == nowhere
    assert nowhere.of_line("a") is None
    typed = Location("<stdin>", 1)
    assert typed.of_text("a", 1) == typed
    broken = tmp_path / "broken.py"
    broken.write_text("Theorem('a'\n")
    assert Location(str(broken), 1).of_text("a", 1) == Location(str(broken), 1)


def test_the_first_line_that_says_it_from_here_on(file: Path) -> None:
    assert Location(str(file), 4).of_line("  a = b  ") == Location(str(file), 7)
    assert Location(str(file), 8).of_line("a = b") == Location(str(file), 12)
    assert Location(str(file), 4).of_line("nothing of the kind") is None


@pytest.mark.xfail(reason="a backslash at the end of a line is a line of the file, not of the text", strict=True)
def test_a_text_that_begins_with_a_continued_line(tmp_path: Path) -> None:
    path = tmp_path / "continued.py"
    path.write_text('Theorem("""\\\na = b\n""")\n')
    assert Location(str(path), 1).of_text("a = b\n", 1).line == 2
