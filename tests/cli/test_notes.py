"""`derive notes`: the commands of the page, formats, and what is said when something is missing."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path("docs/notes.md").resolve().read_text("utf-8")
SAMPLES = re.findall(r"in `([\w/]+\.(?:py|md))`:\n\n(`{3,})\w+\n(.*?)\n\2\n", PAGE, re.DOTALL)
COMMANDS = re.findall(r"^\$ derive (.*)$", PAGE, re.MULTILINE)
SITE = re.findall(r"^\$ sphinx-build (.*)$", PAGE, re.MULTILINE)


@pytest.fixture
def documented(empty):
    """A fresh folder with the files of the page."""
    assert [name for name, _, _ in SAMPLES] == ["proofs/motion.py", "turning.md", "conf.py"]
    (empty.folder / "proofs").mkdir()
    for name, _, text in SAMPLES:
        (empty.folder / name).write_text(f"{text}\n", encoding="utf-8")
    return empty


def test_the_commands_of_the_page_without_tex(documented, monkeypatch):
    monkeypatch.setattr("derive.documents.engine.shutil.which", lambda tool: None)
    for command in COMMANDS:
        result = documented.run(*command.split())
        if "--pdf" in command:
            assert (
                "there is no latexmk and no lualatex; for a PDF as well, install" in result.stderr
            )
            assert "not proved" not in result.stderr
    made = {path.name for path in (documented.folder / "notes").iterdir()}
    assert made == {"turning-en.tex", "turning-slides-ja.tex"}
    text = (documented.folder / "notes" / "turning-en.tex").read_text("utf-8")
    assert text.count(r"\emph{Proved from:} one turn (law)") == 2
    fragment = documented.folder / "fragments" / "hall.resistivity.tex"
    assert fragment.read_text("utf-8").startswith(r"\paragraph{Hall resistivity.}")


@pytest.mark.tex
@pytest.mark.slow
def test_the_commands_of_the_page_with_tex(documented, require_tool):
    require_tool("latexmk", "apt-get install latexmk")
    require_tool("lualatex", "apt-get install texlive-luatex")
    for command in COMMANDS[:3]:
        result = documented.run(*command.split())
        assert result.stderr == ""
    for name in ("turning-en", "turning-slides-ja"):
        assert (documented.folder / "notes" / f"{name}.pdf").read_bytes().startswith(b"%PDF")


def build_site(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command of the page that makes a site."""
    (command,) = SITE
    return subprocess.run(
        [sys.executable, "-m", "sphinx", *shlex.split(command)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_same_folder_becomes_a_site(documented):
    documented.run("check")
    documented.run("notes", "turning.md")  # notes beside the lecture are not in the way
    built = build_site(documented.folder)
    assert (built.returncode, built.stderr) == (0, "")
    site = documented.folder / "site"
    page = (site / "turning.html").read_text("utf-8")
    for name in ("motion.period", "motion.frequency"):
        assert f'<div class="derive-block derive-theorem" id="{name}">' in page
        steps = re.findall(rf'href="(derive-certificates/{name}.html)#(step-\d+)"', page)
        assert steps
        for certificate, step in steps:
            assert f'id="{step}"' in (site / certificate).read_text("utf-8")
    words = " ".join(re.sub("<[^>]+>", "", page).split())
    assert "See also [1].[1]" in words
    assert r"[1] A turn is the angle \(2\pi\)." in words
    assert "[1] A. Author, A book about wheels (2001)" in words
    assert "<em>A book about wheels</em>" in page
    assert "A. Lecturer" not in page, "the front matter is not printed"
    assert "Traceback" not in built.stdout


def test_a_site_of_what_is_not_proved_fails(documented):
    built = build_site(documented.folder)
    assert built.returncode == 1
    assert re.search(r"turning\.md:17: WARNING: motion\.period is undecided", built.stderr)
    assert "Traceback" not in built.stderr


def test_fragments_are_what_derive_latex_prints(documented):
    documented.run("check")
    documented.run("notes", "turning.md", "--format", "fragments", "-o", "out")
    for name in ("motion.period", "motion.frequency"):
        printed = documented.run("latex", name).stdout
        assert (documented.folder / "out" / f"{name}.tex").read_text("utf-8") == printed
    documented.run("notes", "turning.md", "--format", "fragments", "--lang", "ja", "-o", "ja")
    japanese = (documented.folder / "ja" / "motion.period.tex").read_text("utf-8")
    assert r"\emph{\derivescript{証明。}}" in japanese


def test_what_is_not_proved_is_told(documented):
    result = documented.run("notes", "turning.md")
    assert result.stdout == "notes/turning-en.tex\n"
    assert "2 not proved, run derive check: motion.period, motion.frequency\n" in result.stderr


def test_of_many_that_are_not_proved_some_are_named(documented):
    source = (documented.folder / "proofs" / "motion.py").read_text("utf-8")
    start = source.index("period = Theorem(")
    for number in range(7):
        text = source[:start] + source[start:].replace('"motion.', f'"motion{number}.')
        file = documented.folder / "proofs" / f"motion{number}.py"
        file.write_text(text, encoding="utf-8")
    blocks = [f"```{{derive-theorem}} motion{number}.period\n```\n" for number in range(7)]
    (documented.folder / "many.md").write_text("# Many\n\n" + "\n".join(blocks), encoding="utf-8")
    error = documented.run("notes", "many.md").stderr
    named = ", ".join(f"motion{number}.period" for number in range(5))
    assert f"7 not proved, run derive check: {named} and 2 more\n" in error


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.md"], "nowhere.md does not exist"),
        (["./proofs"], "./proofs is a folder; give the path of a Markdown file"),
        (["turnin"], "there is no lecture turnin; there are "),
        (["turning.md", "--lang", "fr"], "'fr' is not one of 'en', 'zh', 'ja'"),
        (["turning.md", "--format", "doc"], "'doc' is not one of 'article', 'beamer', 'fragments'"),
        (["turning.md", "-f", "nothing"], "'nothing' does not exist"),
    ],
)
def test_what_does_not_exist(documented, arguments, message):
    assert message in documented.run("notes", *arguments, exit_code=2).stderr


def test_an_error_in_a_lecture_has_its_line(documented):
    lecture = documented.folder / "turning.md"
    lecture.write_text(lecture.read_text("utf-8").replace("} motion.freq", "} motion.frequ"))
    result = documented.run("notes", "turning.md", exit_code=1)
    assert re.search(r"turning\.md:23: there is no theorem motion\.frequuency", result.stderr)
    assert not (documented.folder / "notes").exists()


def test_latex_that_stops_is_one_message(documented, tmp_path, monkeypatch):
    lecture = documented.folder / "turning.md"
    lecture.write_text(lecture.read_text("utf-8") + "\n$$\n\\nothing\n$$\n", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    for name, text in (("latexmk", "#!/bin/sh\necho said\nexit 1\n"), ("lualatex", "#!/bin/sh\n")):
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    result = documented.run("notes", "turning.md", "--pdf", exit_code=1)
    assert "LaTeX stopped\nsaid" in result.stderr


def test_an_output_that_is_a_file(documented):
    (documented.folder / "out").write_text("")
    documented.run("notes", "turning.md", "-o", "out", exit_code=2)
