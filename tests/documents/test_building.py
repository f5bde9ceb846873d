"""Files: where they are, and the pictures beside them."""

import pytest

from derive.documents.building import build
from derive.pictures import PictureError

PICTURES = '''
"""A wheel."""
from derive.pictures import figure, picture
from derive.translation import message

@picture("motion.wheel", caption=message("A wheel & more"), alt=message("A line."), source="A book")
def wheel(t):
    canvas = figure(2, 1)
    canvas.subplots().plot([0, 1], [0, 1])
    return canvas

@picture("motion.broken", caption=message("Broken"), alt=message("Nothing."), source="A book")
def broken(t):
    raise ValueError("no wheel")
'''
TEXT = "# A\n\n```{derive-picture} motion.NAME\n```\n"


@pytest.fixture
def pictured(folder, gathered):
    (folder / "proofs" / "pictures.py").write_text(PICTURES, encoding="utf-8")
    return lambda name: gathered(TEXT.replace("NAME", name))


@pytest.mark.parametrize("form", ["article", "beamer"])
def test_pictures_stand_beside_the_document(pictured, tmp_path, form):
    (file,) = build(pictured("wheel"), form, tmp_path / "out" / "deep")
    assert file.name == {"article": "turning-en.tex", "beamer": "turning-slides-en.tex"}[form]
    text = file.read_text("utf-8")
    assert "]{figures/motion-wheel-en.pdf}" in text
    assert r"A wheel \& more" in text
    assert (file.parent / "figures" / "motion-wheel-en.pdf").read_bytes().startswith(b"%PDF")


def test_a_picture_that_cannot_be_drawn_leaves_no_document(pictured, tmp_path):
    with pytest.raises(PictureError, match=r"the function of the picture raises ValueError: no wheel"):
        build(pictured("broken"), "article", tmp_path / "out")
    assert list((tmp_path / "out").glob("*.tex")) == []


def test_fragments(gathered, tmp_path):
    files = build(gathered(), "fragments", tmp_path)
    assert [file.name for file in files] == ["motion.period.tex", "motion.frequency.tex"]
    assert files[0].read_text("utf-8").startswith(r"\paragraph{The period.}")
