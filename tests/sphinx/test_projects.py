"""Numbers across documents, several processes, and other projects."""

import re
from pathlib import Path

from sphinx.util.inventory import InventoryFile

from tests.sphinx.conftest import Project

SHOWN = ["geometry.double", "geometry.half", "other.alone"]


def fill(project: Project) -> None:
    """Twelve documents that show the same theorems, in the order z, y, x…"""
    names = [f"page{number:02}" for number in reversed(range(12))]
    texts = {
        name: "\n".join(
            f".. derive-theorem:: {theorem}\n" + ("" if place == 0 else "   :no-index:\n")
            for theorem in SHOWN
        )
        + "\nSee :derive:theorem:`other.alone`\\ :derive:erratum:`geometry.wrong`.\n"
        for place, name in enumerate(names)
    }
    project.pages(*names, **texts)


def labels(folder: Path) -> dict[str, list[str]]:
    """The labels of the theorems in each document."""
    pages = sorted(folder.glob("page*.html"))
    pattern = re.compile(r'class="derive-label">([^<]*)<')
    return {page.stem: pattern.findall(page.read_text(encoding="utf-8")) for page in pages}


def test_one_counter_in_the_order_of_the_documents(project: Project) -> None:
    fill(project)
    found = labels(project.build().folder)
    assert found["page11"] == [f"Theorem\N{NO-BREAK SPACE}{number}" for number in (1, 2, 3)]
    assert found["page00"] == [f"Theorem\N{NO-BREAK SPACE}{number}" for number in (34, 35, 36)]


def test_several_processes(project: Project) -> None:
    fill(project)
    one = project.build("html", "-d", str(project.folder / "d1"))
    pages = {file.name: file.read_text() for file in one.folder.glob("*.html")}
    inventory = (one.folder / "objects.inv").read_bytes()
    two = project.build("html", "-j", "2", "-E", "-d", str(project.folder / "d2"))
    assert {file.name: file.read_text() for file in two.folder.glob("*.html")} == pages
    assert (two.folder / "objects.inv").read_bytes() == inventory
    (project.folder / "docs/page03.rst").unlink()
    project.replace("docs/index.rst", "   page03\n", "")
    fewer = project.build("html", "-j", "2", "-d", str(project.folder / "d2"))
    (fewer.folder / "page03.html").unlink()
    assert labels(fewer.folder)["page00"][0].endswith("31")


def test_another_project_refers_to_theorems(project: Project) -> None:
    project.pages(
        page=".. derive-theorem:: geometry.double\n\n.. derive-erratum:: geometry.wrong\n\n"
        ".. derive-symbols::"
    )
    built = project.build("html", "-D", "project=First")
    with (built.folder / "objects.inv").open("rb") as stream:
        found = InventoryFile.load(stream, "", lambda base, uri: uri)
    assert found["derive:theorem"]["geometry.double"].uri == "page.html#geometry.double"
    assert found["derive:theorem"]["geometry.double"].display_name == "Double square"
    assert "geometry.double/area" in found["derive:hypothesis"]
    assert "geometry.wrong" in found["derive:erratum"]
    assert found["derive:symbol"]["a"].uri == "page.html#symbol-a"

    other = Project(project.folder / "other")
    inventory = built.folder / "objects.inv"
    other.write(
        "docs/conf.py",
        f"""
        extensions = ["derive.sphinx", "sphinx.ext.intersphinx"]
        intersphinx_mapping = {{"first": ("https://first.example/", {str(inventory)!r})}}
        """,
    )
    other.pages(
        page="See :derive:theorem:`geometry.double`, :derive:hypothesis:`geometry.double/area`."
    )
    page = other.build().text("page.html")
    assert 'href="https://first.example/page.html#geometry.double"' in page
    assert ">Double square</" in page
    assert 'href="https://first.example/page.html#geometry.double--area"' in page


def test_a_table_of_symbols(project: Project) -> None:
    project.pages(
        page=".. derive-symbols::\n\nThe side :derive:symbol:`a`.",
        part=".. derive-symbols:: b S\n   :no-index:",
    )
    built = project.build()
    page = built.text("page.html")
    assert 'id="symbol-a"' in page
    assert 'href="#symbol-a"' in page
    assert "long side" in built.text("part.html")
    assert "short side" not in built.text("part.html")


def test_what_the_folder_lacks_comes_from_the_installed_library(project: Project) -> None:
    project.pages(
        page=".. derive-remark:: quantum.front_matter.only_addition_and_multiplication\n\nThe :derive:symbol:`hbar`."
    )
    page = project.build().text("page.html")
    assert "reduced Planck constant" in page


def test_theorems_of_the_installed_library(project: Project) -> None:
    project.write(
        "proofs/mine.py",
        """
        from derive.library import cite
        from derive import Theorem
        found = cite("landau.cyclotron_frequency")
        mine = Theorem(
            "mine.again", glossary=found.glossary, given={"frequency": found},
            claim=r"m \\omega_c = e B",
            proof=r"m \\omega_c = e B % frequency",
        )
        """,
    )
    project.check()
    project.pages(page=".. derive-theorem:: mine.again\n\n.. derive-graph:: mine.again")
    page = project.build().text("page.html")
    assert "Cyclotron frequency" in page
    assert "Lorentz force" in page
