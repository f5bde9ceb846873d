"""Every bad input gets one clear error, with file and line."""

import re

import pytest


def complaint(project) -> str:
    """What `derive check` says is wrong."""
    result = project.run("check", exit_code=1)
    return result.stderr + result.stdout


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('S = a b"', 'S = a q"', "q is not declared"),
        ('b = 2 a"', 'b = 2 (a"', "never closed"),
        ('S = 2 a^2"', 'S = 2 a^{2"', "brace is never closed"),
        ("= 2 a^2    %", "= 2 a^2)   %", r"unexpected|closes nothing"),
        ('b = 2 a"', r'\langle\psi| + |\phi\rangle = 0"', "type|ℂ"),
        ('b = 2 a"', r'\hat H = E|\psi\rangle"', "type|V←ℂ"),
        ('b = 2 a"', 'b = 2 S"', "dimension"),
        ('b = 2 a"', 'a + \\tau = b"', "dimension"),
        ("= 2 a^2    %", "= 2 a      %", "dimension"),
        ("= 2 a^2    %", "= 2 a q    %", "q is not declared"),
        ("% shape", "% magic", "'magic' names no hypothesis"),
        ('S = 2 a^2"', 'S = "', "ends too early"),
        ('S = 2 a^2"', 'S"', "ends too early|relation"),
    ],
)
def test_formulas(project, edited, old, new, message):
    line = edited(old, new)
    text = complaint(project)
    assert re.search(rf"proofs/square\.py:{line}: ", text), text
    assert re.search(message, text), text
    assert len(re.findall(r"square\.py:\d+", text)) == 1, text


def test_cyclic_citation(empty):
    empty.write("alpha", "from .beta import beta\n")
    empty.write("beta", "\nfrom .alpha import alpha\n")
    text = complaint(empty)
    assert "proofs/alpha.py cites proofs/beta.py cites proofs/alpha.py" in text
    assert "proofs/beta.py:1: cyclic citation" in text


def test_two_theorems_of_one_name(project):
    (project.proofs / "copy.py").write_text((project.proofs / "square.py").read_text())
    text = complaint(project)
    assert text.count("two theorems are called geometry.double") == 1
    assert re.search(r"proofs/square\.py:5: two theorems", text)
    assert re.search(r"proofs/copy\.py:5\b", text)


def test_empty_folder(empty):
    empty.proofs.mkdir()
    text = complaint(empty)
    assert text == f"Error: there is no Python file in {empty.proofs}\n"


def test_folder_without_theorems(empty):
    empty.write("notation", "x = 1\n")
    assert complaint(empty) == f"Error: there is no theorem in {empty.proofs}\n"


def test_file_that_raises_on_import(project):
    project.write("broken", "x = 1\n\nraise RuntimeError('no')\n")
    text = complaint(project)
    assert "proofs/broken.py:3: RuntimeError: no" in text


def test_undeclared_symbol_shows_the_place_in_the_formula(project, edited):
    edited('S = a b"', 'S = a q"')
    text = complaint(project)
    assert "S = a q\n" in text
    assert re.search(r"^ +\^$", text, re.MULTILINE)


def test_paths_and_names_that_are_not_there_are_usage_errors(project):
    assert "nowhere/x.py does not exist" in project.run("check", "nowhere/x.py", exit_code=2).stderr
    assert (
        "did you mean geometry.double" in project.run("show", "geometry.duble", exit_code=2).stderr
    )
    (project.folder / "notes.txt").touch()
    assert "is not a Python file" in project.run("check", "./notes.txt", exit_code=2).stderr
