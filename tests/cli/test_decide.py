"""`derive decide`: answers, exit codes, JSON, certificates."""

import json

import pytest
from click.testing import CliRunner

from derive.cli import cli


def run(*words: str):
    return CliRunner().invoke(cli, ["decide", *words])


@pytest.mark.parametrize(
    ("words", "code", "first"),
    [
        (["a + b == b + a", "-a", "a b: real"], 0, "proved: a + b == b + a"),
        ([r"\sqrt{a^2} = a", "--assume", "a: real"], 1, "refuted: sqrt(a**2) == a"),
        (["x/x == 1", "-a", "x: complex", "--strict"], 2, "undecided: x/x == 1"),
    ],
)
def test_answers_and_exit_codes(words, code, first):
    result = run(*words)
    assert result.exit_code == code
    assert result.stdout.splitlines()[0] == first


def test_a_counterexample_is_shown_with_both_sides():
    lines = run("sqrt(a**2) == a", "-a", "a: real").stdout.splitlines()
    assert lines[1:] == ["  it fails for a = -1", "  left side:  1", "  right side: -1"]


def test_conditions_and_premises_are_shown():
    out = run("tan(t) == sin(t)/cos(t)", "-a", "t: real").stdout
    assert "where cos(t) != 0" in out
    assert "by definition of tan" in out


def test_warnings_go_to_stderr():
    result = run("x == 5", "-g", "x == 0", "-g", "x == 1", "-a", "x: complex")
    assert "contradict" in result.stderr
    assert "contradict" not in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["x == y", "-a", "x: reel"],
        ["x == ", "-a", "x: real"],
        ["psi + A == A", "-a", "psi: ket", "-a", "A: operator"],
        ["x == 1", "-a", "x real"],
        ["x == 1", "-a", "x: real", "-a", "x: complex"],
        [],
        ["x == 1", "--timeout", "-3"],
        ["x == 1", "--syntax", "prose"],
    ],
)
def test_what_cannot_be_read_has_an_exit_code_of_its_own(words):
    result = run(*words)
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    assert result.stdout == "" or not words


def test_json():
    data = json.loads(run("A*B == B*A", "-a", "A B: operator", "--json").stdout)
    assert data["status"] == "refuted"
    broken = run("x == ", "-a", "x: real", "--json")
    assert json.loads(broken.stdout)["status"] == "unreadable"
    assert broken.exit_code == 3


def test_a_certificate_is_written_whole(tmp_path):
    from derive.kernel.certificates import replay

    target = tmp_path / "certificate.json"
    run("(a + b)**2 == a**2 + 2*a*b + b**2", "-a", "a b: real", "--certificate", str(target))
    (case,) = json.loads(target.read_text())
    (theorem,) = replay(json.dumps(case["certificate"]))
    assert theorem.hypotheses == frozenset()
    assert list(tmp_path.iterdir()) == [target]


def test_help_has_examples():
    out = run("--help").stdout
    assert "Examples:" in out
    assert "Exit code: 0 proved" in out
