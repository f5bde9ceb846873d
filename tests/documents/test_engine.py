"""What is read from the log of LaTeX, and what is said without LaTeX."""

from pathlib import Path

import pytest

from derive.documents import engine
from derive.documents.engine import EngineError, Fault, missing_tools, typeset

LOG = r"""
Overfull \hbox (0.9pt too wide) in paragraph at lines 1--2
Overfull \hbox (15.25pt too wide) in paragraph at lines 4--5
Overfull \vbox (3.0pt too high) detected at line 6
Overfull \vbox (2.0pt too high) has occurred while \output is active []
Missing character: There is no 朗 (U+6717) in font LatinModernRoman:mode=node;!
Missing character: There is no 朗 (U+6717) in font LatinModernRoman:mode=node;!
Missing character: There is no
 (U+000A) in font [lmroman10-regular]:+tlig;!
LaTeX Warning: Reference `theorem:x.y' on page 1 undefined on input line 7.
"""
SOURCE = r"""\begin{document}
\begin{theorem}[A]\label{theorem:x.y}
a
b
\begin{frame}{Theorem 2. B}
\end{frame}
"""


@pytest.fixture
def latexmk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of latexmk that leaves a log and ends as it is told."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "latexmk"
    program.write_text('#!/bin/sh\necho said\ncp "$LOG" a.log\nexit "$CODE"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("LOG", str(tmp_path / "log"))
    monkeypatch.setenv("CODE", "0")
    (tmp_path / "log").write_text(LOG, encoding="utf-8")
    (tmp_path / "a.tex").write_text(SOURCE, encoding="utf-8")
    return tmp_path / "a.tex"


def test_faults(latexmk):
    assert typeset(latexmk) == [
        Fault("15.2 pt too wide", 15.25, 4, "theorem:x.y"),
        Fault("3.0 pt too high", 3.0, 6, "Theorem 2. B"),
        Fault("2.0 pt too high", 2.0),
        Fault("no font has the character 朗"),
        Fault("no font has the character U+000A"),
        Fault("nothing has the label theorem:x.y"),
    ]
    assert str(typeset(latexmk)[0]) == "15.2 pt too wide (line 4, theorem:x.y)"
    assert str(typeset(latexmk)[2]) == "2.0 pt too high"


def test_an_error_of_latex(latexmk, monkeypatch):
    monkeypatch.setenv("CODE", "1")
    with pytest.raises(EngineError, match=r"LaTeX stopped\nsaid"):
        typeset(latexmk)
    (latexmk.parent / "log").write_text("...\n! Undefined control sequence.\nl.3 \\no\n")
    with pytest.raises(EngineError, match=r"LaTeX stopped\n! Undefined control sequence\.\nl\.3"):
        typeset(latexmk)


def test_latex_that_does_not_end(latexmk):
    (latexmk.parent / "bin" / "latexmk").write_text("#!/bin/sh\nexec sleep 60\n")
    with pytest.raises(EngineError, match=r"LaTeX was stopped after 0\.2 s"):
        typeset(latexmk, seconds=0.2)


def test_missing_tools(monkeypatch):
    monkeypatch.setattr(engine.shutil, "which", lambda tool: None)
    assert missing_tools() == ["latexmk", "lualatex"]
