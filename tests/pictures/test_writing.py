"""Pictures as files: their forms, the same bytes each time, and no letter without a glyph."""

import hashlib
import io
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from derive.loading import LIBRARY
from derive.pictures import PictureError, figure, find, picture
from derive.pictures.writing import form_of

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("hall.plateaus", "quantum.string_diagrams")


def made(drawer):
    return picture("some.picture", caption="A picture ⟨ψ|.", alt="Told ≠ seen.")(drawer)


def labelled(text):
    def drawer(t):
        canvas = figure(3, 1)
        canvas.text(0.1, 0.4, text)
        return canvas

    return made(drawer)


@pytest.mark.parametrize("name", NAMES)
def test_svg_is_a_titled_picture(name):
    found = find(name, LIBRARY)
    root = ET.fromstring(found.rendered("svg"))
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title").text == found.caption


def test_letters_in_svg_are_outlines():
    root = ET.fromstring(find("hall.plateaus", LIBRARY).rendered("svg"))
    assert not list(root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}image"))


def test_parts_of_svg_have_their_names():
    root = ET.fromstring(find("hall.plateaus", LIBRARY).rendered("svg"))
    names = {element.get("id") for element in root.iter()}
    assert {"hall-of-n", "hall-of-B", "classical-of-n", "longitudinal-of-B"} <= names


@pytest.mark.parametrize("name", NAMES)
def test_pdf(name):
    data = find(name, LIBRARY).rendered("pdf")
    assert data.startswith(b"%PDF")
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize("name", NAMES)
def test_png(name):
    found = find(name, LIBRARY)
    with Image.open(io.BytesIO(found.rendered("png"))) as image:
        assert image.info["Title"] == found.caption
        assert image.info["Description"] == found.alt
        assert image.width > 1000


def test_a_diagram_is_tikz_too():
    assert find("quantum.string_diagrams", LIBRARY).rendered("tex").startswith(b"\\begin{tikzpict")


def test_a_figure_is_no_tikz():
    with pytest.raises(PictureError, match=r"hall.plateaus: this picture is no diagram.*\.pdf"):
        find("hall.plateaus", LIBRARY).rendered("tex")


@pytest.mark.parametrize(
    ("source", "form", "other"),
    [("<svg xmlns='http://www.w3.org/2000/svg'/>", "svg", "pdf"), ("\\begin{tikz}", "tex", "svg")],
)
def test_a_source_is_written_as_it_is(source, form, other):
    one = made(lambda t: source)
    assert one.rendered(form).decode() == source
    with pytest.raises(PictureError, match=rf"has only the form \.{form}"):
        one.rendered(other)


@pytest.mark.parametrize("name", ["picture", "picture.jpg", "picture.svg.gz"])
def test_the_end_of_the_name_says_the_form(tmp_path, name):
    with pytest.raises(PictureError, match=r"does not say which form is meant.*\.svg, \.pdf"):
        labelled("x").write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_upper_case_is_the_same_form(tmp_path):
    assert form_of(tmp_path / "A.PDF") == "pdf"


def test_the_same_bytes_in_another_process():
    forms = ("svg", "pdf", "png")
    code = (
        "import hashlib; from derive.pictures import find; from derive.loading import LIBRARY;"
        "rings = find('landau.rings', LIBRARY);"
        f"print(*(hashlib.sha256(rings.rendered(form)).hexdigest() for form in {forms}))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    found = find("landau.rings", LIBRARY)
    here = [found.rendered(form) for form in forms]
    assert run.stdout.split() == [hashlib.sha256(data).hexdigest() for data in here]
    for data in here:
        for word in (b"CreationDate", b"dc:date", b"Matplotlib v", b"matplotlib.org"):
            assert word not in data


@pytest.mark.parametrize("label", ["\U0001d307\U00012000", "$\\mathrm{朗}$"])
@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_a_letter_without_a_glyph(label, form):
    with pytest.raises(PictureError, match=r"some\.picture: a label cannot be drawn.*[Gg]lyph"):
        labelled(label).rendered(form)


def test_a_formula_that_matplotlib_cannot_read():
    with pytest.raises(PictureError, match="a label cannot be drawn") as caught:
        labelled(r"$\frac{1$").rendered("svg")
    assert __file__ in str(caught.value)


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    path = tmp_path / "old.svg"
    path.write_text("old")
    with pytest.raises(PictureError):
        labelled(r"$\frac{1$").write(path)
    assert path.read_text() == "old"
    labelled("new").write(path)
    assert path.read_bytes().startswith(b"<?xml")
    assert list(tmp_path.iterdir()) == [path]
