"""What is not as it should be fails the build, at the line of the document."""

import pytest

from tests.sphinx.conftest import Project


def failed(project: Project, text: str) -> str:
    """The only warning of a build that fails."""
    project.pages(page=text)
    built = project.build("html", "-W", strict=False)
    assert built.code == 1
    assert "Traceback" not in built.told
    return built.told


def place(project: Project, line: int) -> str:
    return f"{project.folder}/docs/page.rst:{line}: WARNING: "


def test_stale(project: Project) -> None:
    project.replace("proofs/square.py", "= 2 a^2    % shape", "= 2 a a    % shape")
    told = failed(project, "Words.\n\n.. derive-theorem:: geometry.double")
    assert place(project, 6) + "geometry.double is undecided: " in told
    assert (
        "proofs/square.py:5: geometry.double: it has not been checked yet; run derive check" in told
    )


def test_failing_when_searched_for(project: Project) -> None:
    project.replace("proofs/square.py", "= 2 a^2    % shape", "= 3 a^2    % shape")
    project.write("docs/conf.py", 'extensions = ["derive.sphinx"]\nderive_search = True\n')
    told = failed(project, ".. derive-theorem:: geometry.double")
    assert place(project, 4) + "geometry.double is undecided: " in told
    assert "proofs/square.py:14: geometry.double: step 2 does not follow from shape" in told


def test_searched_for_and_found(project: Project) -> None:
    project.replace("proofs/square.py", "= 2 a^2    % shape", "= 2 a a    % shape")
    project.write("docs/conf.py", 'extensions = ["derive.sphinx"]\nderive_search = True\n')
    project.pages(page=".. derive-theorem:: geometry.double")
    assert "Proved from" in project.build().text("page.html")


def test_it_fails_each_time(project: Project) -> None:
    project.replace("proofs/square.py", "b = 2 a", "b = 2 a a / a")
    first = failed(project, ".. derive-theorem:: geometry.double")
    assert "undecided" in first
    assert project.build("html", "-W", strict=False).told == first


def test_without_strictness_the_page_tells(project: Project) -> None:
    project.replace("proofs/square.py", "b = 2 a", "b = 2 a a / a")
    project.pages(page=".. derive-theorem:: geometry.double")
    page = project.build(strict=False).text("page.html")
    assert 'class="derive-status derive-undecided"' in page
    assert "derive-proved" not in page
    assert "Proved from" not in page


def test_one_that_cites_a_stale_one(project: Project) -> None:
    project.replace("proofs/square.py", "b = 2 a", "b = 2 a a / a")
    told = failed(project, ".. derive-theorem:: geometry.half")
    assert "geometry.half: it cites geometry.double, which is undecided" in told


def test_malformed(project: Project) -> None:
    project.replace("proofs/alone.py", 'claim=r"a b = a^2"', 'claim=r"a b = a^2 x"')
    told = failed(project, ".. derive-theorem:: other.alone")
    assert place(project, 4) in told
    assert "proofs/alone.py:6: other.alone: in the claim: " in told


def test_erratum_that_is_none(project: Project) -> None:
    project.replace("proofs/square.py", 'written="(a + 1)**2 == a**2 + 1"', 'written="a == a"')
    project.check()
    told = failed(project, ".. derive-erratum:: geometry.wrong")
    assert place(project, 4) + "geometry.wrong is undecided" in told


def test_a_file_that_raises(project: Project) -> None:
    project.write("proofs/broken.py", "x = 1\ny = x / 0\n")
    told = failed(project, "Words.")
    assert f"{project.folder}/proofs/broken.py:2: WARNING: ZeroDivisionError" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (".. derive-theorem:: geometry.duoble", "there is no theorem geometry.duoble"),
        (".. derive-theorem:: geometry.duoble", "did you mean geometry.double"),
        (".. derive-theorem:: geometry.wrong", "geometry.wrong is no theorem (erratum)"),
        (".. derive-erratum:: geometry.double", "geometry.double is no erratum (theorem)"),
        (".. derive-remark:: geometry.double", "geometry.double is no remark (theorem)"),
        (".. derive-calculation:: other.alone", "its author wrote no proof"),
        (".. derive-symbols:: hbra", "there is no symbol hbra in the glossary"),
        (".. derive-picture:: no.picture", "there is no picture no.picture"),
        (".. derive-graph:: nothing", "there is no theorem nothing"),
        (".. derive-status:: nothing", "there is no theorem nothing"),
        (":derive:symbol:`hbra`", "there is no symbol hbra in the glossary"),
        (":derive:erratum:`geometry.double`", "geometry.double is no erratum"),
        (":derive:theorem:`no.theorem`", "no document shows the theorem no.theorem"),
        (":derive:hypothesis:`a.b/c`", "no document shows the hypothesis a.b/c"),
    ],
)
def test_what_is_not_there(project: Project, text: str, told: str) -> None:
    complaint = failed(project, text)
    assert place(project, 4) in complaint
    assert told in complaint


def test_shown_twice(project: Project) -> None:
    project.pages(
        one=".. derive-theorem:: geometry.double", two="\n\n.. derive-theorem:: geometry.double"
    )
    told = project.build(strict=False).told
    assert "docs/two.rst:4: WARNING: the theorem geometry.double is also shown in one" in told
    project.pages(
        one=".. derive-theorem:: geometry.double",
        two=".. derive-theorem:: geometry.double\n   :no-index:\n\nSee :derive:theorem:`geometry.double`.",
    )
    built = project.build()
    assert 'href="#geometry.double"' in built.text("two.html")
    assert "Theorem 2" in built.text("two.html")


def test_no_folder(project: Project) -> None:
    project.write("docs/conf.py", 'extensions = ["derive.sphinx"]\nderive_proofs = "nowhere"\n')
    project.pages(page="Words.")
    assert project.build(strict=False).code == 2
