"""What a reader sees of theorems in a browser."""

import json
import re
from html import unescape

import pytest

from tests.sphinx.conftest import Built, Project


@pytest.fixture
def built(project: Project) -> Built:
    project.pages(
        one="""
        .. derive-theorem:: geometry.double

        .. derive-calculation:: geometry.half
        """,
        two="""
        .. derive-theorem:: geometry.half
           :as: lemma
           :open:

        See :derive:theorem:`geometry.double`, :derive:hypothesis:`geometry.double/area`,
        :derive:theorem:`the latter <geometry.half>`, :derive:symbol:`S`.

        .. derive-status::
        """,
    )
    return project.build()


def plain(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_statement(built: Built) -> None:
    page = built.text("one.html")
    told = plain(page)
    assert "Theorem 1 Double square" in told
    assert r"area (definition): \(S = ab\) (Elements II)" in told
    assert r"\[S = 2a^2\]" in told
    assert "✔ Proved from : shape (law)" in told
    assert '<div class="derive-block derive-theorem" id="geometry.double">' in page
    assert 'id="geometry.double--area"' in page


def test_a_cited_theorem_is_shown_with_what_it_brings_along(built: Built) -> None:
    told = plain(built.text("two.html"))
    assert r"And with it: area (definition): \(S = ab\) shape (law): \(b = 2a\)" in told
    assert "And with it:" not in plain(built.text("one.html"))


def test_a_proof_is_folded_and_needs_no_script(built: Built) -> None:
    assert re.search(
        r'<details class="derive-proof">\s*<summary>Proof</summary>', built.text("one.html")
    )
    assert '<details open class="derive-proof">' in built.text("two.html")


def test_a_step_has_its_reason_its_status_and_its_place_in_the_certificate(built: Built) -> None:
    page = built.text("one.html")
    first, second = re.findall(r'<li class="derive-step derive-proved">.*?</li>', page)[:2]
    assert 'href="#geometry.double--area"' in first
    assert r"\displaystyle = 2a^2" in unescape(second)
    (place,) = re.findall(r'href="derive-certificates/geometry.double.html#step-(\d+)"', second)
    steps = built.text("derive-certificates/geometry.double.html")
    (shown,) = re.findall(rf'<li id="step-{place}".*?<code>(.*?)</code>', steps, re.DOTALL)
    assert shown in ("ab = 2a²", "S = 2a²")


def test_certificates_are_those_of_the_store(built: Built, project: Project) -> None:
    kept = {file.read_text() for file in (project.folder / ".derive").glob("*.json")}
    for name in ("geometry.double", "geometry.half"):
        certificate = built.text(f"derive-certificates/{name}.json")
        assert certificate in kept
        assert json.loads(certificate)[0] == 1


def test_references(built: Built) -> None:
    page = built.text("two.html")
    told = plain(page)
    assert "See Theorem 1 , area , the latter , \\(S\\) ." in told
    assert 'href="one.html#geometry.double" title="Double square: S = 2a²"' in page
    assert 'href="one.html#geometry.double--area" title="area: S = ab"' in page
    assert 'title="area, m^2, positive"' in page


def test_a_calculation_stands_alone(built: Built) -> None:
    page = built.text("one.html")
    lines = page[page.index('class="derive-lines') :]
    assert r"\frac{2a^2}{2}" in lines
    assert 'id="geometry.half"' not in lines


def test_a_cited_theorem_is_a_link(built: Built) -> None:
    assert re.search(
        r'href="one.html#geometry.double"[^>]*><span[^>]*>Double square', built.text("two.html")
    )


def test_a_table_of_statuses(built: Built) -> None:
    told = plain(built.text("two.html"))
    assert "theorem name status Double square geometry.double ✔ proved" in told
    assert "Alone other.alone ✔ proved" in told


def test_search_and_index(built: Built) -> None:
    assert '"Double square"' in built.text("searchindex.js")
    assert "Half of S" in built.text("genindex.html")
    assert 'href="two.html#geometry.half"' in built.text("derive-theorems.html")


def test_nothing_comes_from_elsewhere(built: Built) -> None:
    for file in ("_static/derive.css", "_static/derive.js"):
        assert "http" not in built.text(file)


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub", "man", "texinfo", "xml"])
def test_other_builders(project: Project, builder: str) -> None:
    project.write(
        "docs/conf.py",
        """
        extensions = ["derive.sphinx"]
        version = copyright = "1"
        suppress_warnings = ["epub.unknown_project_files"]
        man_pages = [("index", "test", "Test", ["me"], 1)]
        """,
    )
    project.pages(
        one=".. derive-theorem:: geometry.double\n\n.. derive-graph::\n",
        two=":derive:theorem:`geometry.double`\\ :derive:erratum:`geometry.wrong`",
    )
    built = project.build(builder)
    if builder == "dirhtml":
        page = built.text("one/index.html")
        assert 'href="../derive-certificates/geometry.double/"' in page
        assert (built.folder / "derive-certificates/geometry.double/index.html").is_file()
    else:
        texts = [file.read_bytes() for file in built.folder.rglob("*") if file.is_file()]
        assert any(b"Double square" in text for text in texts)
        assert not any(b"derive-certificates" in text for text in texts)
