"""Pictures, and what assumptions are needed for."""

from collections.abc import Callable

from tests.sphinx.conftest import Project
from tests.sphinx.test_html import plain

PICTURE = """
from derive.pictures import picture
from derive.translation import message
from .square import double

@picture(
    "geometry.rectangle",
    caption=message("A rectangle with sides $a$ and $2a$"),
    alt=message("A rectangle."),
    computed_from=(double,),
)
def rectangle(t):
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">'
        '<rect x="0" y="0" width="80" height="40"/></svg>'
    )
"""


def test_a_picture_with_its_caption(project: Project) -> None:
    project.write("proofs/pictures.py", PICTURE)
    project.pages(page=".. derive-picture:: geometry.rectangle\n   :width: 50%")
    built = project.build()
    page = built.text("page.html")
    assert '<img alt="A rectangle." src="_images/geometry.rectangle.svg"' in page
    assert "A rectangle with sides \\(a\\) and \\(2a\\)" in plain(page)
    assert "<rect" in built.text("_images/geometry.rectangle.svg")
    assert "rectangle with sides a and 2a" in project.build("text").text("page.txt")


def test_a_picture_of_what_is_not_proved_is_a_warning(
    project: Project, read: Callable[..., list[str]]
) -> None:
    project.write("proofs/pictures.py", PICTURE)
    project.pages(page=".. derive-picture:: geometry.rectangle")
    assert read(project) == ["index", "page"]
    project.replace("proofs/pictures.py", 'height="40"/>', 'height="39"/>')
    assert read(project) == ["page"]
    assert 'height="39"' in project.build().text("_images/geometry.rectangle.svg")
    project.replace("proofs/square.py", "b = 2 a", "b = 2 a a / a")
    told = project.build(strict=False).told
    assert "docs/page.rst:4: WARNING: geometry.double is undecided" in told


def test_a_picture_that_fails(project: Project) -> None:
    project.write("proofs/pictures.py", PICTURE.replace("    return (", "    return 1 / 0, ("))
    project.pages(page=".. derive-picture:: geometry.rectangle")
    told = project.build(strict=False).told
    assert "docs/page.rst:4: WARNING: " in told
    assert "the function of the picture raises ZeroDivisionError" in told


def test_what_assumptions_are_needed_for(project: Project) -> None:
    project.pages(page=".. derive-why:: geometry.double")
    told = plain(project.build().text("page.html"))
    assert "shape: \\(b = 2a\\)" in told
    assert "area: \\(S = ab\\)" in told


def test_nothing_is_needed_for_what_is_not_proved(project: Project) -> None:
    project.replace("proofs/square.py", "b = 2 a", "b = 2 a a / a")
    project.pages(page=".. derive-why:: geometry.double")
    built = project.build(strict=False)
    assert "geometry.double is undecided" in built.told
    assert "area:" not in built.text("page.html")
