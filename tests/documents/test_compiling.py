"""The provided lectures compile in all languages and formats, and nothing sticks out.

Each is compiled once, which is enough for errors, for boxes that are too full and for characters
that no font has; slides without their overlays, whose boxes are the same.  That no reference leads
nowhere is tested without LaTeX, and compiling until nothing changes with the commands of the page.
"""

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

from derive.documents.building import FORMATS, build
from derive.documents.contents import Contents, gather
from derive.documents.engine import faults
from derive.documents.lecture import provided_lectures, read_lecture
from derive.translation import LANGUAGES

pytestmark = [pytest.mark.tex, pytest.mark.slow]


@cache
def contents(name: str, language: str) -> Contents:
    lecture = read_lecture(provided_lectures()[name])
    return gather(lecture, None, language, lambda message: None, why=False)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "fragments"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(provided_lectures()))
def test_a_provided_lecture(name, language, form, tmp_path, require_tool):
    engine = require_tool("lualatex", "apt-get install texlive-luatex")
    (file,) = build(contents(name, language), form, tmp_path)
    once = rf"\PassOptionsToClass{{handout}}{{beamer}}\input{{{file.name}}}"
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", f"-jobname={file.stem}", once]
    environment = {**os.environ, "max_print_line": "10000"}
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    log = Path(tmp_path / f"{file.stem}.log").read_text("utf-8", errors="replace")
    assert result.returncode == 0, log[-2000:]
    found = [
        fault
        for fault in faults(log, file.read_text("utf-8"))
        if not fault.what.startswith("nothing has the label")  # it is known after this pass
    ]
    assert found == []


def test_what_is_too_full_is_found(gathered, tmp_path, require_tool):
    require_tool("latexmk", "apt-get install latexmk")
    from derive.documents.engine import typeset

    wide = " + ".join(["a_{bcdefghij}"] * 5)
    high = r" \\ ".join(["a"] * 40)
    lecture = gathered(f"# A\n\n$$\\mathord{{{wide}{wide}}}$$\n\nSome 한글.\n")
    (file,) = build(lecture, "article", tmp_path / "out")
    wrong = [fault.what for fault in typeset(file)]
    assert any(what.endswith("pt too wide") for what in wrong)
    assert "no font has the character 한" in wrong
    lecture = gathered(f"# A\n\n$$\n\\begin{{gathered}} {high} \\end{{gathered}}\n$$\n")
    (file,) = build(lecture, "beamer", tmp_path / "out")
    (fault,) = typeset(file)
    assert fault.what.endswith("pt too high")
    assert fault.near == "A"
