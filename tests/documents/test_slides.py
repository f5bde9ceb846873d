"""Slides: what stands on which, and which step appears when."""

import re
from pathlib import Path

import pytest

from derive.documents.frames import ROOM, Frame, Item, packed
from derive.documents.slides import slides_latex
from tests.documents.conftest import LECTURE


@pytest.fixture
def slides(gathered):
    def make(*arguments: str) -> str:
        return slides_latex(gathered(*arguments), lambda name: Path(f"{name}.pdf"))

    return make


def test_steps_are_uncovered_one_after_the_other(slides):
    latex = slides()
    (steps,) = re.findall(r"\\begin\{align\*\}\n(  T.*?)\n\\end", latex, re.DOTALL)
    assert steps.splitlines() == [
        r"  T &= \frac{\omega T}{\omega} \\",
        r"  &\uncover<2->{{}= \frac{2\pi}{\omega}} && \uncover<2->{{}\text{(one turn)}}",
    ]
    assert r"\uncover<2->{\footnotesize \emph{Status: undecided.}\par}" in latex


def test_what_stands_on_slides_and_what_in_the_notes(slides):
    latex = slides()
    frames = re.findall(r"\\begin\{frame\}\{(.*)\}", latex)
    second = "Theorem 2. The frequency"
    assert frames == ["Theorem 1. The period", second, f"{second} (Proof)", "Period"]
    assert r"\hypertarget<1>{theorem:motion.period}{}" in latex
    assert r"period (\hyperlink{theorem:motion.period}{Theorem 1}): $T = \frac{2\pi}{\omega}$" in latex
    assert r"\note{What turns \emph{once} takes a \textbf{period}. (\emph{Erratum}: The period is" in latex
    assert r"\footnote{\emph{Erratum}" not in latex
    assert "\\section{Period}" in latex


def test_what_the_notes_cite_stands_on_the_last_slide(slides):
    latex = slides()
    assert r"\cite{book}" in latex
    last = latex[latex.rindex(r"\begin{frame}") :]
    assert last.startswith(r"\begin{frame}[allowframebreaks]{References}")
    assert r"\bibitem{book} A. Author, \emph{A book} (2001)" in last
    assert "References" not in slides("# Turning\n\nIt turns.\n")


def test_other_languages(slides):
    latex = slides(LECTURE, "ja")
    assert r"\begin{frame}{定理 1. The period}" in latex
    assert "IPAexGothic" in latex


def test_code_makes_a_frame_fragile(slides):
    assert r"\begin{frame}[fragile]{Turning}" in slides("# Turning\n\n```python\na\n```\n")


@pytest.mark.parametrize(
    ("heights", "groups"),
    [
        ([1.0], ["a"]),
        ([ROOM, ROOM], ["a", "b"]),
        ([ROOM / 3] * 4, ["a\n\nb\n\nc", "d"]),
        ([ROOM * 0.55] * 2, ["\\small\n\na\n\nb"]),
        ([ROOM * 2, 1.0], ["a", "b"]),
        ([], []),
    ],
)
def test_frames_hold_what_fits(heights, groups):
    items = [Item(latex, height) for latex, height in zip("abcd", heights, strict=False)]
    assert [frame.body for frame in packed("T", items, "t")] == groups
    assert [frame.target for frame in packed("T", items, "t")] == ["t", "", "", ""][: len(groups)]


def test_a_list_goes_on_with_its_number():
    items = [Item(latex, ROOM, "enumerate", number) for number, latex in enumerate("ab")]
    assert [frame.body for frame in packed("T", items)] == [
        "\\begin{enumerate}\\setcounter{enumi}{0}\n\\item a\n\\end{enumerate}",
        "\\begin{enumerate}\\setcounter{enumi}{1}\n\\item b\n\\end{enumerate}",
    ]
    together = [Item("a", 1, "itemize"), Item("b", 1, "itemize"), Item("c", 1)]
    (frame,) = packed("T", together)
    assert frame == Frame("T", "\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}\n\nc")
