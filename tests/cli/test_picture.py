"""`derive picture`: listing, drawing in a language, and what may go wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from derive.loading import LIBRARY

PAGE = Path("docs/pictures.md").resolve()
MARK = """
from derive.pictures import figure, picture
from derive.translation import message

@picture("cross.mark", caption=message("A mark."), alt=message("A cross."))
def mark(t):
    canvas = figure(2, 1)
    canvas.text(0.1, 0.5, t("field"))
    return canvas
"""


def test_all_pictures_of_the_library(empty):
    out = empty.run("picture").stdout
    assert "hall.plateaus" in out
    assert re.search(r"symmetry\.breaking +Spontaneous symmetry breaking +\S.*pictures\.py", out)


def test_captions_in_a_language(empty):
    assert re.search(r"landau\.rings +朗道环 ", empty.run("picture", "--lang", "zh").stdout)


def test_pictures_of_ones_own(project):
    project.write("cross/pictures", MARK)
    out = project.run("picture").stdout
    assert re.search(r"cross\.mark +A mark +.*pictures\.py:4", out)
    assert "hall.plateaus" not in out
    assert project.run("picture", "-f", str(LIBRARY)).stdout.count("landau.") == 2


def test_a_folder_without_pictures(project):
    result = project.run("picture")
    assert result.stdout == ""
    assert "There is no picture here" in result.stderr


def test_svg_goes_to_the_screen(project):
    project.write("pictures", MARK)
    out = project.run("picture", "cross.mark").stdout
    assert "<svg" in out
    assert "<title>A mark.</title>" in out
    assert project.run("picture", "cross.mark", "-o", "-").stdout == out


@pytest.mark.parametrize(
    ("end", "start"),
    [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG"), ("PNG", b"\x89PNG")],
)
def test_the_form_is_that_of_the_file(project, end, start):
    project.write("pictures", MARK)
    path = project.folder / f"mark.{end}"
    assert project.run("picture", "cross.mark", "-o", str(path)).stdout == ""
    assert path.read_bytes().startswith(start)


def test_a_diagram_as_tikz(empty):
    path = empty.folder / "diagrams.tex"
    empty.run("picture", "quantum.string_diagrams", "--lang", "ja", "-o", str(path))
    text = path.read_text("utf-8")
    assert r"\begin{tikzpicture}" in text
    assert "固有" in text


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["hall.plateau"], 2, "did you mean hall.plateaus?"),
        (["hall.plateaus", "--lang", "fr"], 2, "the languages are en, zh, ja"),
        (["hall.plateaus", "-o", "plateaus.jpg"], 1, "its end is one of .svg, .pdf, .png, .tex"),
        (["hall.plateaus", "-o", "plateaus.tex"], 1, "no diagram, so there is no TikZ of it"),
        (["-o", "plateaus.svg"], 2, "-o needs the name of a picture"),
        (["hall.plateaus", "-o", "none/plateaus.svg"], 1, "none: the folder does not exist"),
        (["cross.broken"], 1, "pictures.py:5: cross.broken: the function of the picture raises"),
    ],
)
def test_what_may_go_wrong(project, arguments, code, message):
    broken = (
        '\n@picture("cross.broken", caption="A.", alt="A.")\ndef broken(t):\n    return t.none\n'
    )
    project.write("pictures", "from derive.pictures import picture\n" + broken)
    result = project.run("picture", *arguments, exit_code=code)
    assert message in " ".join(result.stderr.split())
    assert not [path for path in project.folder.rglob("plateaus.*")]


def test_completion_of_names_and_languages(empty):
    assert complete(empty.folder, "derive picture landau.").splitlines() == [
        "plain,landau.density_of_states",
        "plain,landau.rings",
    ]
    assert "plain,zh" in complete(empty.folder, "derive picture hall.plateaus --lang z")


def complete(folder: Path, words: str) -> str:
    environment = {
        **os.environ,
        "_DERIVE_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    code = "from derive.cli import main; main()"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder)
    return run.stdout


def test_the_page_lists_all_pictures():
    from derive.pictures import pictures_of

    listed = re.findall(r"^\| `(\w+\.\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == list(pictures_of(LIBRARY))


OWN = r"""
from derive import Glossary, Theorem, definition, scalar

letters = ("j", "n", "h", "e", "B")
filling_factor = Theorem(
    "hall.filling_factor",
    title="Filling factor",
    glossary=Glossary(*(scalar(letter, letter, "positive") for letter in letters)),
    given={"filling": definition(r"nh = jeB")},
    claim=r"j = \frac{nh}{eB}",
    proof=r"j = \frac{jeB}{eB} = \frac{nh}{eB} % filling",
)
"""


@pytest.mark.parametrize("file", ["pictures", "hall/pictures"])
def test_the_sample_of_the_page(project, file):
    """With the theorem of the library, and with one's own, imported as the page says."""
    page = PAGE.read_text("utf-8")
    (source,) = re.findall(r"^```python\n(from proofs.*?)^```", page, re.MULTILINE | re.DOTALL)
    (beside,) = re.findall(r"^```py\n(.*)\n```", page, re.MULTILINE)
    (above,) = re.findall(r"^and in `proofs/pictures.py` it would be `(.*)`\.", page, re.MULTILINE)
    first, _, rest = source.partition("\n")
    project.write("hall/filling_factor", OWN)
    for start in (first, above if file == "pictures" else beside):
        project.write(file, f"{start}\n{rest}")
        path = project.folder / "filling.svg"
        project.run("picture", "hall.filling", "--lang", "ja", "-o", str(path))
        title = "<title>The stronger the field, the fewer levels are filled.</title>"
        assert title in path.read_text("utf-8")
        path.unlink()
