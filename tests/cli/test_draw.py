"""`derive draw`: formulas and proofs as pictures."""

import re
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

PAGE = Path("docs/diagrams.md").resolve()
COMMANDS = re.findall(r"^\$ derive (draw .*) -o (docs/\S+)$", PAGE.read_text("utf-8"), re.MULTILINE)
SVG = "{http://www.w3.org/2000/svg}"
EIGENVECTOR = r"""
from derive import Theorem
from .notation import glossary

mean = Theorem(
    "geometry.mean",
    title="The mean is the eigenvalue",
    glossary=glossary,
    given={"eigenvector": r"\hat H|\psi\rangle = E|\psi\rangle"},
    claim=r"\langle\psi|\hat H|\psi\rangle = E\langle\psi|\psi\rangle",
    proof=r'''
        \langle\psi|\hat H|\psi\rangle = E\langle\psi|\psi\rangle   % eigenvector
    ''',
)
"""


def kinds(text: str) -> list[str]:
    return [path.get("class", "") for path in ET.fromstring(text).findall(f"{SVG}path")]


def test_a_formula_as_svg(project):
    text = project.run("draw", r"\hat H|\psi\rangle = E|\psi\rangle").stdout
    assert kinds(text) == ["leg", "operator", "wire", "ket", "leg", "ket"]
    assert ET.fromstring(text)[0].text == "Ĥ|ψ⟩ = E|ψ⟩"


def test_a_formula_as_tikz(project):
    text = project.run("draw", r"\langle\phi|\psi\rangle", "--format", "tikz").stdout
    assert text.startswith(r"\begin{tikzpicture}")
    assert r"$\langle\phi|$" in text


def test_a_file_ends_as_its_format(project):
    for name, start in [("a.svg", "<svg"), ("a.tex", r"\begin{tikzpicture}")]:
        path = project.folder / name
        assert project.run("draw", r"\hat H", "-o", str(path)).stdout == ""
        assert path.read_text("utf-8").startswith(start)


def test_a_proof(project):
    project.write("mean", EIGENVECTOR)
    text = project.run("draw", "geometry.mean").stdout
    assert kinds(text) == ["bra", "wire", "operator", "wire", "ket", "bra", "wire", "ket"]
    root = ET.fromstring(text)
    assert root[0].text == "The mean is the eigenvalue"
    assert "".join(root.findall(f"{SVG}text")[-1].itertext()) == "eigenvector"


def test_the_symbols_of_a_theorem_or_a_file(project):
    project.write("mean", EIGENVECTOR)
    whole = project.run("draw", r"\hat H").stdout
    assert project.run("draw", r"\hat H", "--glossary", "geometry.mean").stdout == whole
    assert project.run("draw", r"\hat H", "--glossary", "proofs/mean.py").stdout == whole
    result = project.run("draw", r"\hat H", "--glossary", "geometry.none", exit_code=2)
    assert "geometry.none" in result.stderr


def test_the_normal_form(project):
    formula = r"(\hat H + 1)|\psi\rangle"
    assert kinds(project.run("draw", formula).stdout).count("frame") == 1
    text = project.run("draw", formula, "--normal-form").stdout
    assert sorted(kinds(text)) == ["ket", "ket", "leg", "leg", "operator", "wire"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([r"\hat H|\xi\rangle"], r"\xi"),
        ([r"\hat H\langle\psi|"], "a leg of V meets no leg"),
    ],
)
def test_what_cannot_be_drawn(project, arguments, message):
    result = project.run("draw", *arguments, exit_code=1)
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_not_there(project):
    assert "geometry.nothing" in project.run("draw", "geometry.nothing", exit_code=2).stderr
    result = project.run("draw", "geometry.double", "--normal-form", exit_code=2)
    assert "--normal-form" in result.stderr


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_the_pictures_of_the_page_are_current(project, command, name):
    """If not, run the command."""
    found = project.run(*shlex.split(command)).stdout
    assert found == (PAGE.parents[1] / name).read_text("utf-8")


def test_the_python_of_the_page_runs():
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    exec(compile(code, str(PAGE), "exec"), {})
