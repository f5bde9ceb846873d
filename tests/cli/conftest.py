"""A project with a folder `proofs`, and the command line in it."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from derive.cli import cli

NOTATION = r"""
from derive import Glossary, ket, operator, scalar
glossary = Glossary(
    scalar("a", "a", "positive", dimension="m", english="short side", japanese="短辺"),
    scalar("b", "b", "positive", dimension="m"),
    scalar("S", "S", "positive", dimension="m^2", chinese="面积"),
    scalar("t", r"\tau", dimension="s"),
    scalar("E", "E", "real", dimension="J"),
    operator("H", r"\hat H", "hermitian", dimension="J"),
    ket("psi", r"|\psi\rangle"),
    ket("phi", r"|\phi\rangle"),
)
"""
SQUARE = '''
"""A rectangle."""
from derive import Theorem, definition
from .notation import glossary

double = Theorem(
    "geometry.double",
    title="Double square",
    source="Euclid",
    glossary=glossary,
    given={
        "area": definition(r"S = a b", "Elements II"),
        "shape": r"b = 2 a",
    },
    claim=r"S = 2 a^2",
    proof=r"""
        S = a b      % area
          = 2 a^2    % shape
    """,
)
'''


class Project:
    """A folder with a folder `proofs`, in which commands are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.proofs = folder / "proofs"

    def write(self, name: str, text: str) -> Path:
        path = self.proofs / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    def run(self, *arguments: str, exit_code: int = 0) -> Result:
        result = CliRunner().invoke(cli, list(arguments), prog_name="derive")
        told = f"{result.stdout}\n{result.stderr}\n{result.exception!r}"
        assert result.exit_code == exit_code, told
        assert "Traceback" not in told, told
        return result


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project without theorems."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    monkeypatch.delenv("DERIVE_DEBUG", raising=False)
    return Project(tmp_path)


@pytest.fixture
def project(empty: Project) -> Project:
    """A project with one theorem."""
    empty.write("notation", NOTATION)
    empty.write("square", SQUARE)
    return empty


Edited = Callable[[str, str], int]


@pytest.fixture
def edited(project: Project) -> Edited:
    """Change the text of the theorem; the result is the first line that has the new text."""

    def edit(old: str, new: str) -> int:
        path = project.proofs / "square.py"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text.replace(old, new).partition(new)[0].count("\n") + 1

    return edit
