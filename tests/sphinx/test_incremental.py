"""Documents are read again if what they show has changed, and only then."""

from collections.abc import Callable

import pytest

from tests.sphinx.conftest import Project

PAGES = {
    "one": ".. derive-theorem:: geometry.double",
    "two": ".. derive-theorem:: geometry.half",
    "three": ".. derive-theorem:: other.alone",
    "words": "Nothing but words.",
}


@pytest.fixture
def begun(project: Project, read: Callable[..., list[str]]) -> Project:
    project.pages(**PAGES)
    assert read(project) == ["index", "one", "three", "two", "words"]
    return project


def test_nothing_has_changed(begun: Project, read: Callable[..., list[str]]) -> None:
    assert read(begun) == []
    path = begun.folder / "proofs/square.py"
    path.write_text("# a comment\n" + path.read_text())
    assert read(begun) == []


def test_a_title(begun: Project, read: Callable[..., list[str]]) -> None:
    begun.replace("proofs/alone.py", 'claim=r"a b = a^2"', 'claim=r"a b = a^2", title="Equals"')
    assert read(begun) == ["three"]
    assert "Equals" in begun.build().text("three.html")


def test_a_proof_changes_all_that_cite_the_theorem(
    begun: Project, read: Callable[..., list[str]]
) -> None:
    begun.replace("proofs/square.py", "= 2 a^2    % shape", "= 2 a a    % shape")
    begun.check()
    assert read(begun) == ["one", "two"]
    assert read(begun) == []


def test_a_lost_certificate(begun: Project, read: Callable[..., list[str]]) -> None:
    for file in (begun.folder / ".derive").glob("*.json"):
        file.unlink()
    assert read(begun, strict=False) == ["one", "three", "two"]


def test_the_kind_of_a_hypothesis(begun: Project, read: Callable[..., list[str]]) -> None:
    begun.replace("proofs/square.py", 'definition(r"S = a b"', 'law(r"S = a b"')
    begun.replace("proofs/square.py", "Theorem, definition", "Theorem, law")
    assert read(begun) == ["one", "two"]


def test_a_theorem_that_goes_away(begun: Project, read: Callable[..., list[str]]) -> None:
    begun.write(
        "docs/three.rst", "three\n=====\n\n.. derive-why:: other.alone\n\n:derive:symbol:`a`\n"
    )
    assert read(begun) == ["three"]
    begun.replace("proofs/alone.py", '"other.alone"', '"other.together"')
    begun.replace("proofs/notation.py", 'scalar("a", "a"', 'scalar("c", "c"')
    begun.write("proofs/square.py", "")
    assert "three" in read(begun, strict=False)


def test_a_new_theorem_changes_the_graph_alone(
    project: Project, read: Callable[..., list[str]]
) -> None:
    project.pages(one=PAGES["one"], graph=".. derive-graph::")
    read(project)
    text = (project.folder / "proofs/alone.py").read_text()
    project.write("proofs/more.py", text.replace("alone", "more"))
    project.check()
    assert read(project) == ["graph"]


def test_numbers_change_where_nothing_is_read(
    project: Project, read: Callable[..., list[str]]
) -> None:
    project.pages(one=PAGES["one"], two=PAGES["two"], three="See :derive:theorem:`geometry.half`.")
    read(project)
    assert "See <a" in project.build().text("three.html")
    assert "Theorem 2" in project.build().text("three.html")
    project.write("docs/one.rst", "one\n===\n\nNo theorem.\n")
    assert read(project) == ["one"]
    built = project.build()
    assert "Theorem 1" in built.text("two.html")
    assert "Theorem 1" in built.text("three.html")
