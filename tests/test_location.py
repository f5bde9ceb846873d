"""Places in an author's file: of the call, and of a line of a text in it."""

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
    typed = Location("<stdin>", 1)
    assert typed.of_text("a", 1) == typed
    broken = tmp_path / "broken.py"
    broken.write_text("Theorem('a'\n")
    assert Location(str(broken), 1).of_text("a", 1) == Location(str(broken), 1)


CONTINUED = [
    ('Theorem("""\\\na = b\n""")\n', "a = b\n", [2, 3]),
    ('Theorem("""a = b \\\n+ c\n= d""")\n', "a = b + c\n= d", [1, 3]),
    ('Theorem(r"""a\\\n= b""")\n', "a\\\n= b", [1, 2]),
    ('Theorem(r"""a \\\\\n= b""")\n', "a \\\\\n= b", [1, 2]),
    ('Theorem("a = b\\n = c\\n = d")\n', "a = b\n = c\n = d", [1, 1, 1]),
    ('Theorem(\n  "a = b\\n"\n  " = c\\n"\n  # then\n  r" = d"\n)\n', "a = b\n = c\n = d", [2, 3, 5]),
    ('Theorem(\n  "a = b"\n  " = c\\n = d"\n)\n', "a = b = c\n = d", [2, 3]),
    ("Theorem(\n  '''a\nb'''\n)\n", "a\nb", [2, 3]),
    ('Theorem("""π\\\n = ħ\n = ω""")\n', "π = ħ\n = ω", [1, 3]),
]


@pytest.mark.parametrize(("source", "text", "lines"), CONTINUED)
def test_lines_that_are_not_those_of_the_file(tmp_path: Path, source: str, text: str, lines: list[int]) -> None:
    """A backslash at the end of a line joins two, and adjacent literals are one text."""
    path = tmp_path / "continued.py"
    path.write_text(source)
    found = [Location(str(path), 1).of_text(text, k).line for k in range(1, len(lines) + 1)]
    assert found == lines


TWICE = """\
Theorem(
    "twice",
    given={
        "a": "x = y",
        "b": law(
            "x = y"
        ),
        "c": made_elsewhere,
    },
    claim="x = y",
    proof=other,
)
"""


@pytest.mark.parametrize(
    ("within", "expected"),
    [("a", 4), ("b", 6), ("claim", 10), ("c", 8), ("proof", 11), ("nothing", 10), ("", 10)],
)
def test_a_text_is_looked_for_under_its_name_first(tmp_path: Path, within: str, expected: int) -> None:
    path = tmp_path / "twice.py"
    path.write_text(TWICE)
    text = "x = z" if within in ("c", "proof") else "x = y"
    assert Location(str(path), 1).of_text(text, 1, within).line == expected


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "changed.py"
    path.write_text('Theorem("x = y")\n')
    assert Location(str(path), 1).of_text("x = y").line == 1
    path.write_text('Theorem(\n    "x = y")\n')
    linecache.checkcache(str(path))
    assert Location(str(path), 1).of_text("x = y").line == 2
