"""`derive refute`: verdicts, exit codes, JSON, seeds, in a folder of one's own."""

import json

import pytest

from tests.cli.conftest import Project

WRONG = '''
"""Wrong and empty theorems."""
from derive import Theorem
from .notation import glossary

wrong = Theorem(
    "wrong.double",
    glossary=glossary,
    given={"area": "S = a b", "shape": "b = 2 a"},
    claim="S = 2 a^2",
    proof=r"""
        S = a b      % area
          = 4 a^2    % shape
          = 2 a^2    % area
    """,
)
empty = Theorem(
    "wrong.empty", glossary=glossary, given={"one": "b = 2 a", "two": "b = a"}, claim="S = a^2"
)
'''


@pytest.fixture
def wrong(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr("derive.refuter.testing._SEARCH_SECONDS", 0.5)
    project.write("wrong", WRONG)
    return project


def test_what_holds(wrong: Project) -> None:
    result = wrong.run("refute", "geometry", "--examples", "40")
    first, summary = result.stdout.splitlines()
    assert first.split()[:4] == ["~", "geometry.double", "held", "40"]
    assert summary.startswith("1 theorem: 1 held; 40 examples in ")
    assert summary.endswith("a second; seed 0")


def test_what_fails_is_shown_with_its_place(wrong: Project) -> None:
    result = wrong.run("refute", "wrong.double", "--seed", "3", exit_code=1)
    assert "proofs/wrong.py:12: step 2 fails" in result.stdout
    assert "claimed    ab = 4a²" in result.stdout
    assert "left over  −2" in result.stdout
    assert "where      a = 1, b = 2, S = 2" in result.stdout
    assert "seed 3" in result.stdout


def test_what_has_no_model_is_possibly_vacuous_and_remembered(wrong: Project) -> None:
    result = wrong.run("refute", "wrong.empty", exit_code=3)
    assert "possibly vacuous" in result.stdout
    assert "they may contradict each other" in result.stdout
    (told,) = json.loads(wrong.run("list", "wrong.empty", "--json").stdout)
    assert told["possibly_vacuous"] is True
    assert "Possibly vacuous" in wrong.run("show", "wrong.empty").stdout


def test_everything_as_json(wrong: Project) -> None:
    result = wrong.run("refute", "--all", "--json", "--examples", "20", "--seed", "2", exit_code=1)
    data = json.loads(result.stdout)
    assert data["seed"] == 2
    told = {one["name"]: one for one in data["theorems"]}
    assert {name: one["verdict"] for name, one in told.items()} == {
        "geometry.double": "held",
        "wrong.double": "refuted",
        "wrong.empty": "possibly vacuous",
    }
    failure = told["wrong.double"]["failure"]
    assert (failure["what"], failure["number"], failure["line"]) == ("step", 2, 12)
    assert failure["left_over"] == {"text": "−2", "latex": "-2"}
    assert failure["values"]["latex"] == ["a = 1", "b = 2", "S = 2"]


def test_the_failing_example_is_kept_beside_the_certificates(wrong: Project) -> None:
    wrong.run("refute", "wrong.double", exit_code=1)
    kept = list((wrong.folder / ".derive" / "examples").rglob("*"))
    assert any(path.is_file() for path in kept)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "name theorems, or use --all"),
        (["--all", "wrong"], "--all takes no names"),
        (["nothing"], "there is no theorem nothing"),
        (["wrong", "--examples", "0"], "Invalid value for '--examples'"),
        (["wrong", "--seed", "-1"], "Invalid value for '--seed'"),
        (["wrong", "--time", "0"], "Invalid value for '--time'"),
    ],
)
def test_wrong_usage(wrong: Project, words: list[str], message: str) -> None:
    result = wrong.run("refute", *words, exit_code=2)
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_theorem_that_cannot_be_read_is_told_and_the_others_are_tested(wrong: Project) -> None:
    wrong.write("wrong", WRONG.replace("S = a^2", "S = x^2"))
    result = wrong.run("refute", "wrong", "--examples", "10", exit_code=1)
    assert "wrong.double" in result.stdout
    assert "x" in result.stdout
    assert "1 not readable" in result.stdout
