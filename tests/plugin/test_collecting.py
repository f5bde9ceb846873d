"""Which files are collected, as what, and under which names."""

from __future__ import annotations

import pytest

from tests.plugin.conftest import NOTATION, SQUARE, Project

ERRATUM = """
from derive import Erratum, Remark
words = Erratum("errata.words", text="A spelling mistake.")
square = Erratum("errata.square", assume={"x": "real"}, written="x == -x", right="x == x")
remark = Remark("errata.remark", label="opinion", text="It is beautiful.", shows="nothing")
"""
ITEMS = [
    "proofs/square.py::square.double::step 1",
    "proofs/square.py::square.double::step 2",
    "proofs/square.py::square.double::claim",
    "proofs/square.py::square.double::examples",
]


def test_theorems_steps_and_errata_are_items(project: Project) -> None:
    project.write("proofs/errata.py", ERRATUM)
    assert project.collected() == ["proofs/errata.py::errata.square", *ITEMS]
    assert project.collected("proofs/square.py") == ITEMS


def test_items_have_file_and_line(project: Project) -> None:
    items, _ = project.pytester.inline_genitems("proofs")
    text = SQUARE.splitlines()
    lines = {item.name: text[item.reportinfo()[1] or 0] for item in items}
    assert "S = a b" in lines["step 1"]
    assert "= 2 a^2" in lines["step 2"]
    assert lines["claim"] == lines["examples"] == "double = Theorem("
    assert {str(item.reportinfo()[0]) for item in items} == {
        str(project.folder / "proofs/square.py")
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["-k", "step_2"], ITEMS[1:2]),
        (["-k", "square and claim"], ITEMS[2:3]),
        (["proofs/square.py::square.double"], ITEMS),
        (["proofs/square.py::square.double::step 1"], ITEMS[:1]),
    ],
)
def test_items_are_selected_by_name(project: Project, words: list[str], found: list[str]) -> None:
    assert project.collected(*words) == found


def test_no_examples_are_collected_if_none_are_wanted(project: Project) -> None:
    assert project.collected("--derive-examples=0") == ITEMS[:3]


def test_other_tests_are_collected_as_ever(project: Project) -> None:
    project.write("test_other.py", "def test_it(): pass\n")
    project.write("proofs/test_square.py", "def test_square(): pass\n")
    project.write("proofs/helper.py", '"""\n>>> 1 + 1\n2\n"""\n')
    project.write("notes/theorems.py", SQUARE)
    found = project.collected("--doctest-modules", "--ignore=notes", "--ignore=proofs/square.py")
    assert "test_other.py::test_it" in found
    assert "proofs/test_square.py::test_square" in found
    assert "proofs/helper.py::proofs.helper" in found or "proofs/helper.py::helper" in found
    assert not [item for item in project.collected() if item.startswith("notes")]


def test_other_folders_can_be_named(project: Project) -> None:
    project.write("pytest.ini", "[pytest]\nderive_proofs = notes/*/proven\n")
    project.write("notes/first/proven/square.py", SQUARE)
    project.write("notes/first/proven/notation.py", NOTATION)
    assert project.collected() == [
        f"notes/first/proven/square.py::{i.partition('::')[2]}" for i in ITEMS
    ]


def test_a_folder_that_is_a_package_is_none_of_tests(project: Project) -> None:
    """As pytest would import its `__init__.py` as `proofs`, which is the installed library."""
    project.write("proofs/__init__.py", "")
    project.write("others/__init__.py", "")
    project.write("others/test_other.py", "def test_it(): pass")
    items, _ = project.pytester.inline_genitems()
    packages = {
        one.name for item in items for one in item.listchain() if type(one) is pytest.Package
    }
    assert packages == {"others"}
    project.run("proofs").assert_outcomes(passed=3)


def test_a_file_that_cannot_be_loaded_is_one_error_at_its_line(project: Project) -> None:
    project.write("proofs/other.py", "from derive import Theorem\n\none = Theorem(1 / 0)\n")
    result = project.run("--continue-on-collection-errors")
    result.stdout.fnmatch_lines(["proofs/other.py:3: ZeroDivisionError: division by zero"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.assert_outcomes(passed=3, errors=1)


def test_a_file_that_imports_a_broken_one_is_no_silent_success(project: Project) -> None:
    project.write("proofs/notation.py", "glossary = 1 / 0\n")
    result = project.run()
    result.stdout.fnmatch_lines(["proofs/notation.py:1: ZeroDivisionError: division by zero"])
    result.assert_outcomes(errors=2)


def test_two_theorems_of_one_name_are_an_error(project: Project) -> None:
    project.write("proofs/twin.py", SQUARE)
    result = project.run()
    result.stdout.fnmatch_lines(
        ["proofs/twin.py:*: two theorems are called square.double; the other*"]
    )
    result.assert_outcomes(errors=1)


@pytest.mark.parametrize(
    "text",
    [
        "from functools import partial\nfrom derive import Theorem\n"
        "from .notation import glossary\nmake = partial(Theorem, glossary=glossary)\n"
        'one = make("other.one", claim="a = a")\n',
        "from derive import Theorem as T\nfrom .notation import glossary\n"
        'one = T("other.one", glossary=glossary, claim="a = a")\n',
        'from .making import make\none = make("other.one")\n',
        'import outside\none = outside.make("other.one")\n',
        "from derive import Theorem\nfrom .notation import glossary\n"
        'for claim in ["a = a"]:\n    Theorem("other.one", glossary=glossary, claim=claim)\n',
    ],
)
def test_theorems_are_collected_however_they_are_made(empty: Project, text: str) -> None:
    empty.write(
        "proofs/making.py",
        "from derive import Theorem\nfrom .notation import glossary\n"
        'def make(name): return Theorem(name, glossary=glossary, claim="a = a")\n',
    )
    empty.write(
        "outside.py",
        "import derive\n"
        "def make(name): return derive.Theorem(name, glossary=derive.Glossary(), claim='1 = 1')\n",
    )
    empty.pytester.syspathinsert()
    empty.write("proofs/other.py", text)
    assert empty.collected("proofs/other.py") == [
        "proofs/other.py::other.one::claim",
        "proofs/other.py::other.one::examples",
    ]
