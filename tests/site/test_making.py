"""What the build leaves: pages of theorems, and nothing to do when nothing has changed."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from derive.library import Library
from derive.loading import LIBRARY
from tests.site.conftest import ROOT, Require, make_site

pytestmark = [pytest.mark.site, pytest.mark.slow, pytest.mark.timeout(1200)]


AGAIN = 10
"""In so many seconds everything is looked at, on a quiet machine; others are slower."""


def seconds_of_children() -> float:
    """How long the processors have worked for programs that were run from here."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def text(page: Path) -> str:
    """What a page says, without tags."""
    return re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))


def test_every_theorem_has_its_page(site: Path) -> None:
    for theorem in Library.load(LIBRARY):
        page = (site / "theorems" / f"{theorem.name}.html").read_text(encoding="utf-8")
        assert f'id="{theorem.name}"' in page, theorem
        for anchor in ("what-each-assumption-is-for", "uses-and-is-used-by", "to-copy"):
            assert f'id="{anchor}"' in page, theorem
        assert f"derive-certificates/{theorem.name}.html" in page, theorem
        assert f"derive:{theorem.name}," in text(site / "theorems" / f"{theorem.name}.html")
        assert (site / "derive-certificates" / f"{theorem.name}.json").is_file()


def test_uses_and_is_used_by(site: Path) -> None:
    told = text(site / "theorems" / "landau.degeneracy.html")
    assert re.search(r"Uses: Cyclotron frequency; Area of a ring", told)
    assert re.search(r"Is used by: .*Rings, guiding centres", told)


def test_nothing_is_made_again(site: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in site.rglob("theorems/*.html")}
    begun = seconds_of_children()
    made = make_site(site)
    assert made.returncode == 0, made.stderr
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert seconds_of_children() - begun < 2 * AGAIN


@pytest.mark.tex
def test_the_lectures_as_pdf(site: Path, tmp_path: Path, require_tool: Require) -> None:
    latexmk = require_tool("latexmk", "apt-get install latexmk")
    require_tool("lualatex", "apt-get install texlive-luatex")
    words = ["-q", "-W", "-b", "latex", "-c", "docs", "-t", "lectures", "-D", "language=ja"]
    command = [sys.executable, "-m", "sphinx", *words, "docs/lectures", str(tmp_path)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stderr) == (0, "")
    command = [latexmk, "-lualatex", "-interaction=nonstopmode", "lectures.tex"]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout[-3000:]
    log = (tmp_path / "lectures.log").read_text(encoding="utf-8", errors="replace")
    assert not re.search("Missing character|Overfull|undefined reference", log)


def test_no_page_asks_for_anything_elsewhere(site: Path) -> None:
    asks = re.compile(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?//[^"]+')
    for page in site.rglob("*.html"):
        assert asks.findall(page.read_text(encoding="utf-8")) == [], page


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == version("derive-proofs")
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()


def test_a_theorem_that_is_not_proved_is_not_published(tmp_path: Path, commands: None) -> None:
    """The same command as in the Makefile, on a folder whose theorem was never checked."""
    (tmp_path / "proofs").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "proofs" / "one.py").write_text(
        "from derive import Glossary, Theorem, scalar\n"
        'one = Theorem("one.one", glossary=Glossary(scalar("a", "a")), claim="a = a")\n'
    )
    (tmp_path / "docs" / "conf.py").write_text('extensions = ["derive.sphinx", "myst_parser"]\n')
    (tmp_path / "docs" / "index.md").write_text("# One\n\n```{derive-theorem} one.one\n```\n")
    command = ["sphinx-build", "-q", "-W", "-n", "docs", "site"]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode == 1
    assert "index.md:3: WARNING: one.one is undecided" in made.stderr
