"""`derive check`: what it prints, its options, its exit codes."""

import json
import re
import time

import pytest

from derive import checking
from derive.library import Library
from derive.store import Store, key_of


def test_proves_then_replays(project):
    lines = project.run("check").stdout.splitlines()
    assert re.match(r"✔  geometry\.double  Double square  +\d+ ms  searched$", lines[0])
    assert re.match(r"1 theorem: 1 proved; 1 searched, in ", lines[1])
    assert "replayed" in project.run("check").stdout
    assert (project.folder / ".derive").is_dir()


@pytest.mark.parametrize(
    "word", ["proofs", "proofs/square.py", "geometry.double", "geometry", "./proofs"]
)
def test_what_to_check(project, word):
    assert "geometry.double" in project.run("check", word).stdout


def test_several_folders(project):
    other = project.folder / "notes"
    other.mkdir()
    (other / "one.py").write_text(
        "from derive import Glossary, Theorem, scalar\n"
        "one = Theorem('n.one', glossary=Glossary(scalar('x', 'x')), claim='x = x')\n"
    )
    out = project.run("check", "notes", "geometry").stdout
    assert "n.one" in out
    assert "geometry.double" in out
    assert (other.parent / ".derive").is_dir()


def test_a_name_of_the_installed_library(project):
    assert "landau.ring_area" in project.run("check", "landau.ring_area").stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("= 2 a^2    %", "= 2 a b    %"),
        ("2 a^2", "-2 a^2"),
        ("b = 2 a", "b = 3 a"),
        ("% shape", "% area"),
    ],
)
def test_a_wrong_line_fails_with_place_step_and_what_is_left_over(project, edited, old, new):
    edited(old, new)
    out = project.run("check", exit_code=1).stdout
    assert out.startswith("?  geometry.double")
    assert re.search(r"^    proofs/square\.py:1[0-9]: ", out, re.MULTILINE)
    assert "left over: " in out
    assert "1 undecided" in out


def test_the_line_of_a_failing_step(project, edited):
    line = edited("= 2 a^2    %", "= 3 a^2    %")
    out = project.run("check", exit_code=1).stdout
    assert f"proofs/square.py:{line}: step 2 does not follow from shape" in out


def test_allow(project, edited):
    edited("b = 2 a", "b = 3 a")
    project.run("check", "--allow", "undecided")
    project.run("check", "--allow", "refuted", exit_code=1)
    assert "Invalid value" in project.run("check", "--allow", "wrong", exit_code=2).stderr


def test_allow_does_not_excuse_what_cannot_be_read(project, edited):
    edited("b = 2 a", "b = 2 q")
    project.run("check", "--allow", "undecided", exit_code=1)


def test_json(project):
    (data,) = json.loads(project.run("check", "--json").stdout)
    assert (data["name"], data["status"], data["how"]) == ("geometry.double", "proved", "searched")
    assert data["premises"] == [
        {"name": "area", "kind": "definition"},
        {"name": "shape", "kind": "law"},
    ]
    assert "error" not in data


def test_json_of_a_failure(project, edited):
    edited("b = 2 a", "b = 3 a")
    (data,) = json.loads(project.run("check", "--json", exit_code=1).stdout)
    assert data["status"] == "undecided"
    assert "left over" in data["error"]["message"]
    assert (data["error"]["file"], data["error"]["line"]) == (
        str(project.proofs / "square.py"),
        17,
    )


def test_changed(project, edited):
    project.run("check")
    assert project.run("check", "--changed").stdout == "nothing to check\n"
    edited("2 a^2", "2 a a")
    assert "searched" in project.run("check", "--changed").stdout


def test_timeout(project, monkeypatch):
    def hang(*_, **__):
        while True:
            pass

    monkeypatch.setattr(checking, "prove", hang)
    started = time.monotonic()
    out = project.run("check", "--timeout", "0.5", exit_code=1).stdout
    assert time.monotonic() - started < 10
    assert "the search was stopped after 0.5 s" in out


@pytest.mark.parametrize(
    "arguments", [["-j", "0"], ["--timeout", "0"], ["--timeout", "x"], ["--nonsense"]]
)
def test_wrong_options(project, arguments):
    assert "Error: " in project.run("check", *arguments, exit_code=2).stderr


def test_a_damaged_certificate(project):
    project.run("check")
    theorem = Library.load(project.proofs)["geometry.double"]
    entry = Store.of(project.proofs).folder / f"{key_of(theorem)}.json"
    entry.write_text(entry.read_text()[:-10])
    result = project.run("check")
    assert "warning: the stored certificate of geometry.double is damaged" in result.stderr
    assert "searched" in result.stdout
    result = project.run("check")
    assert (result.stderr, "replayed" in result.stdout) == ("", True)


def test_broken_files_are_reported_and_the_others_checked(project):
    project.write("broken", "\n1 / 0\n")
    result = project.run("check", exit_code=1)
    assert "proofs/broken.py:1: ZeroDivisionError" in result.stderr
    assert "✔  geometry.double" in result.stdout
