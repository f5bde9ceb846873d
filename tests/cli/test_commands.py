"""The commands that read: list, show, latex, explain, symbols; and what all commands share."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from derive.library import Library


def test_list_before_and_after_a_check(project):
    before = project.run("list").stdout.splitlines()
    assert before[0].split() == ["name", "title", "status", "where"]
    assert before[1].split() == [
        "?",
        "geometry.double",
        "Double",
        "square",
        "undecided",
        "proofs/square.py:5",
    ]
    project.run("check")
    assert project.run("list", "geometry").stdout.splitlines()[1].split()[0] == "✔"


def test_list_json(project):
    (data,) = json.loads(project.run("list", "--json").stdout)
    assert (data["name"], data["status"], data["source"]) == (
        "geometry.double",
        "undecided",
        "Euclid",
    )
    assert (data["file"], data["line"]) == (str(project.proofs / "square.py"), 5)
    assert [premise["kind"] for premise in data["premises"]] == ["definition", "law"]


def test_list_of_what_cannot_be_read(project, edited):
    edited("b = 2 a", "b = 2 q")
    (data,) = json.loads(project.run("list", "--json").stdout)
    assert data["status"] == "undecided"
    project.write("broken", "1 / 0")
    result = project.run("list", exit_code=1)
    assert "geometry.double" in result.stdout
    assert "proofs/broken.py:1: ZeroDivisionError" in result.stderr


def test_show(project):
    project.run("check")
    assert project.run("show", "geometry.double").stdout == (
        "✔ geometry.double  Double square\n"
        "  Euclid\n"
        "  proofs/square.py:5\n"
        "\n"
        "Suppose\n"
        "  area (definition)  S = ab   [Elements II]\n"
        "  shape (law)        b = 2a\n"
        "  a, b, S positive\n"
        "\n"
        "Then\n"
        "  S = 2a²\n"
        "\n"
        "Proof\n"
        "  ✔ S = ab    area\n"
        "  ✔   = 2a²   shape\n"
        "\n"
        "Proved from: shape (law)\n"
    )


def test_show_before_a_check(project):
    out = project.run("show", "geometry.double").stdout
    assert "  · S = ab    area\n" in out
    assert "it has not been checked yet; run derive check" in out


def test_show_json(project):
    project.run("check")
    data = json.loads(project.run("show", "geometry.double", "--json").stdout)
    assert data["claims"] == ["S = 2a^2"]
    assert data["hypotheses"][0] == {
        "name": "area",
        "kind": "definition",
        "source": "Elements II",
        "latex": "S = ab",
        "text": "S = ab",
    }
    assert [step["reason"] for step in data["steps"]] == ["area", "shape"]
    assert [step["line"] for step in data["steps"]] == [16, 17]
    assert {step["status"] for step in data["steps"]} == {"proved"}


def test_show_what_cannot_be_read(project, edited):
    line = edited("b = 2 a", "b = 2 q")
    result = project.run("show", "geometry.double", exit_code=1)
    assert f"proofs/square.py:{line}: in the hypothesis 'shape'" in result.stderr


def test_show_of_several(project):
    project.write(
        "more",
        """
    from derive import Theorem
    from .notation import glossary
    more = Theorem("geometry.more", glossary=glossary, claim="a = a")
    """,
    )
    assert "names several theorems" in project.run("show", "geometry", exit_code=2).stderr


def test_show_from_another_folder(project, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "S = 2a²" in project.run("show", "-f", str(project.proofs), "geometry.double").stdout


def test_latex_to_the_screen_and_to_a_file(project):
    project.run("check")
    out = project.run("latex", "geometry.double").stdout
    assert r"  S &= ab && \text{(area)} \notag \\" in out
    assert project.run("latex", "geometry.double", "-o", "x.tex").stdout == ""
    assert (project.folder / "x.tex").read_text() == out
    assert project.run("latex", "geometry", "-o", "-").stdout == out


def test_latex_of_what_is_not_proved_says_so(project):
    result = project.run("latex", "geometry.double")
    assert "geometry.double is undecided" in result.stderr
    assert r"\emph{Status: undecided.}" in result.stdout


def test_latex_to_where_nothing_can_be_written(project):
    result = project.run("latex", "geometry.double", "-o", "nowhere/x.tex", exit_code=1)
    assert "nowhere: the folder does not exist" in result.stderr


def test_explain_a_term(project):
    out = project.run("explain", r"\langle\phi|\hat H|\psi\rangle").stdout
    assert "read as: ⟨φ|Ĥ|ψ⟩" in out
    assert "type: ℂ←ℂ" in out
    assert "dimension: J" in out
    assert "kernel term: phi†.H.psi" in out
    assert "hermitian operator V←V" in out


def test_explain_shows_a_wrong_reading(project):
    out = project.run("explain", "a^2b").stdout
    assert "structure:\n  product\n    power\n      a\n      2\n    b\n" in out


def test_explain_a_statement(project):
    out = project.run("explain", r"S = a \cdot b", "--glossary", "proofs/notation.py").stdout
    assert "dimension: m^2" in out
    assert "kernel formula: S = a b" in out


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("a q", "q is not declared"),
        (r"\langle\phi| + |\psi\rangle", "typ|←"),
        ("a + S", "dimension"),
        ("a = S", "dimension"),
    ],
)
def test_explain_what_cannot_be_read(project, formula, message):
    assert re.search(message, project.run("explain", formula, exit_code=1).stderr)


def test_symbols(project):
    result = project.run("symbols")
    lines = result.stdout.splitlines()
    assert lines[0].split() == [
        "name",
        "LaTeX",
        "kind",
        "dimension",
        "English",
        "Chinese",
        "Japanese",
    ]
    assert lines[2].split() == ["a", "a", "positive", "scalar", "m", "short", "side", "短辺"]
    assert result.stderr == ""


def test_symbols_warns_of_near_duplicates(project):
    project.write(
        "notation",
        """
    from derive import Glossary, scalar
    glossary = Glossary(scalar("a", "a"), scalar("a_hat", r"\\hat a"))
    """,
    )
    project.write("square", "")
    assert r"warning: a (a) and a_hat (\hat a) look alike" in project.run("symbols").stderr


def test_symbols_json(project):
    data = {entry["name"]: entry for entry in json.loads(project.run("symbols", "--json").stdout)}
    assert data["S"]["chinese"] == "面积"
    assert data["H"]["properties"] == ["hermitian"]
    assert data["t"]["latex"] == r"\tau"


def test_new_in_an_empty_project_checks(empty):
    out = empty.run("new", "optics.lens").stdout
    assert "wrote proofs/notation.py" in out
    assert "wrote proofs/optics/lens.py" in out
    assert "1 proved" in empty.run("check", "optics.lens").stdout


def test_new_beside_others_checks(empty):
    empty.run("new", "optics.lens")
    empty.run("new", "optics.mirror")
    empty.run("new", "acoustics.rooms.hall")
    assert "3 proved" in empty.run("check").stdout
    assert [entry.name for entry in Library.load(empty.proofs).glossary] == ["V", "a", "b", "S"]


def test_new_where_the_letters_are_taken(project):
    project.write(
        "notation",
        """
    from derive import Glossary, ket, scalar
    glossary = Glossary(scalar("a", "x"), ket("b_0", "b_0"), scalar("S", "S", dimension="kg"))
    """,
    )
    (project.proofs / "square.py").unlink()
    project.run("new", "optics.lens")
    assert "1 proved" in project.run("check").stdout


def test_new_never_overwrites(empty):
    empty.run("new", "optics.lens")
    path = empty.proofs / "optics" / "lens.py"
    path.write_text("mine")
    assert (
        "proofs/optics/lens.py is there already"
        in empty.run("new", "optics.lens", exit_code=1).stderr
    )
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["lens", "optics.1", "optics.class", "optics/lens", "../x.y", "optics."]
)
def test_new_needs_a_name_that_python_can_import(empty, name):
    assert "write it like optics.lens" in empty.run("new", name, exit_code=2).stderr
    assert not empty.proofs.exists()


def test_version(empty):
    assert empty.run("--version").stdout == f"derive, version {version('derive-proofs')}\n"


COMMANDS = ["check", "list", "items", "show", "latex", "explain", "symbols", "new", "completion"]


def test_help_lists_the_commands(empty):
    out = empty.run("--help").stdout
    places = [out.index(f"  {name} ") for name in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_has_examples(empty, name):
    out = empty.run(name, "--help").stdout
    assert f"  Examples:\n    derive {name}" in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(empty, shell):
    assert "_DERIVE_COMPLETE" in empty.run("completion", shell).stdout


def completions(project, *words):
    environment = {
        **os.environ,
        "_DERIVE_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["derive", *words]),
        "COMP_CWORD": str(len(words)),
    }
    command = [sys.executable, "-c", "from derive.cli import main; main()"]
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, cwd=project.folder
    )
    assert result.stderr == ""
    return result.stdout.split()


def test_names_of_theorems_complete(project):
    assert completions(project, "show", "geo") == ["plain,geometry.double"]
    project.write("broken", "1 / 0")
    assert completions(project, "check", "geo") == ["plain,geometry.double"]
    assert "plain,symbols" in completions(project, "sy")


def test_no_colour_in_a_pipe_or_where_it_is_not_wanted(project):
    result = subprocess.run(
        [sys.executable, "-m", "derive", "check"],
        cwd=project.folder,
        capture_output=True,
        text=True,
    )
    assert "\x1b" not in result.stdout + result.stderr
    assert result.stderr == ""
    assert "1 proved" in result.stdout


def run_on_a_terminal(project, *arguments, stdout=None, **environment):
    """What appears on a terminal."""
    pty = pytest.importorskip("pty")
    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "derive", *arguments],
        cwd=project.folder,
        stdin=side,
        stdout=stdout or side,
        stderr=side,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", **environment},
    )
    os.close(side)
    text = b""
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        text += part
    os.close(main)
    assert process.wait() == 0
    return text.decode()


def test_results_go_to_a_file_while_the_bar_is_on_the_terminal(project):
    with (project.folder / "out.txt").open("wb") as file:
        text = run_on_a_terminal(project, "check", stdout=file)
    assert "checking" in text
    assert "geometry.double" not in text
    assert (project.folder / "out.txt").read_text().startswith("✔  geometry.double")


def test_colours_and_a_progress_bar_on_a_terminal(project):
    text = run_on_a_terminal(project, "check")
    assert "\x1b[32m✔" in text
    assert "checking" in text


@pytest.mark.parametrize("command", ["check", "list", "symbols"])
def test_no_color(project, command):
    text = run_on_a_terminal(project, command, NO_COLOR="1")
    assert "\x1b[3" not in text
    assert "\x1b[1m" not in text


def test_an_unknown_command(empty):
    assert "No such command" in empty.run("chekc", exit_code=2).stderr


def test_a_fault_is_one_message_and_a_traceback_on_request(project, monkeypatch):
    from click.testing import CliRunner

    from derive import library
    from derive.cli import cli

    def fault(*_):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(library.Library, "load", fault)
    error = project.run("list", exit_code=1).stderr
    assert "derive has a fault, please report it: ZeroDivisionError: oops" in error
    result = CliRunner().invoke(cli, ["--traceback", "list"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_help_is_quick():
    script = (
        "import sys\n"
        "from derive.cli import main\n"
        "sys.argv = ['derive', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = ('sympy', 'lark', 'rich', 'derive.kernel', 'derive.language')\n"
        "assert not [m for m in sys.modules if m.startswith(heavy)]\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
