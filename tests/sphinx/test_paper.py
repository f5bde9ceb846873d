"""Theorems as LaTeX and as plain text."""

import re
import subprocess
from collections.abc import Callable

import pytest

from tests.sphinx.conftest import Project

PAGES = {
    "one": ".. derive-theorem:: geometry.double\n\n.. derive-erratum:: geometry.wrong",
    "two": """
        .. derive-theorem:: geometry.half
           :as: lemma

        By :derive:theorem:`geometry.double`, wrongly\\ :derive:erratum:`geometry.wrong`.
        Elsewhere there is :derive:theorem:`other.alone`.

        .. derive-theorem:: other.alone
           :no-number:

        .. derive-graph:: geometry
    """,
}


def test_latex_has_environments_of_amsthm_on_one_counter(project: Project) -> None:
    project.pages(**PAGES)
    text = project.build("latex").text("projectnamenotset.tex")
    assert r"\usepackage{amsthm}" in text
    assert r"\newtheorem{derivetheorem}{Theorem}" in text
    assert r"\newtheorem{derivelemma}[derivetheorem]{Lemma}" in text
    assert r"\begin{derivetheorem}[{Double square}]\label{" in text
    assert r"\begin{derivelemma}[{Half of $S$}]" in text
    assert r"\begin{derivetheorem*}[{Alone}]\phantomsection\label{" in text
    assert re.search(r"By \\hyperref\[[^]]*geometry.double\}\]\{Theorem \\ref\{", text)
    assert "Elsewhere there is" in text
    begun = re.findall(r"\\begin\{(proof|derive\w+\*?|align)\}", text)
    ended = re.findall(r"\\end\{(proof|derive\w+\*?|align)\}", text)
    assert sorted(begun) == sorted(ended)


def test_latex_refers_to_hypotheses(project: Project) -> None:
    more = {**PAGES, "three": "By :derive:hypothesis:`geometry.double/shape`."}
    project.pages(**more)
    text = project.build("latex").text("projectnamenotset.tex")
    found = re.search(r"\\item \{\} \\phantomsection\\label\{(\\detokenize\{\S+--shape\})\}", text)
    assert found
    assert rf"\hyperref[{found[1]}]" in text


def test_latex_has_calculations_with_reasons(project: Project) -> None:
    project.pages(**PAGES)
    text = project.build("latex").text("projectnamenotset.tex")
    proof = text[text.index(r"\begin{proof}[Proof]") : text.index(r"\end{proof}")]
    assert r"S &= ab && \text{(area)} \notag" in proof
    assert "✔" not in text
    assert "certificate" not in text


def test_latex_in_japanese(project: Project) -> None:
    project.pages(one=".. derive-theorem:: geometry.double")
    options = ["-D", "language=ja", "-D", "latex_engine=lualatex"]
    text = project.build("latex", *options).text("projectnamenotset.tex")
    assert r"\newtheorem{derivetheorem}{定理}" in text
    assert r"\begin{proof}[証明]" in text


@pytest.mark.slow
@pytest.mark.tex
def test_latex_compiles(project: Project, require_tool: Callable[[str, str], str]) -> None:
    lualatex = require_tool("lualatex", "apt install texlive-luatex")
    found = subprocess.run(["kpsewhich", "tabulary.sty", "fncychap.sty"], capture_output=True)
    if found.returncode != 0:
        pytest.skip("missing tool: tabulary.sty, fncychap.sty (apt install texlive-latex-extra)")
    project.pages(**PAGES)
    project.write(
        "docs/conf.py",
        """
        extensions = ["derive.sphinx"]
        latex_engine = "lualatex"
        latex_elements = {"fontpkg": ""}
        """,
    )
    built = project.build("latex")
    command = [lualatex, "-interaction=nonstopmode", "-halt-on-error", "projectnamenotset.tex"]
    for _ in range(2):
        done = subprocess.run(command, cwd=built.folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-3000:]
    assert "undefined references" not in done.stdout


def test_text(project: Project) -> None:
    project.pages(**PAGES)
    built = project.build("text")
    one, two = built.text("one.txt"), built.text("two.txt")
    assert "Theorem 1 Double square" in one
    assert "   ✔ S = ab   (area)\n   ✔   = 2a²  (shape)\n" in one
    assert "✔ Proved from: shape (law)\n" in one
    assert "Erratum 2 The square of a sum" in one
    assert '*Written*: (a + 1)**2 == a**2 + 1; wrong for "a = 1"' in one
    assert "Lemma 3 Half of S" in two
    assert "By *Theorem 1*, wrongly[1]." in two
    assert "Elsewhere there is *Alone*." in two
    assert "[1] **Erratum**: The square of a sum" in two
    assert "* Half of S (proved) uses: Double square" in two
