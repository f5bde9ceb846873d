"""Projects with theorems, in which pytest is run with the plugin."""

from __future__ import annotations

import importlib
import shutil
from pathlib import Path

import pytest

BROKEN = Path(__file__).parent / "broken"
NOTATION = """
from derive import Glossary, scalar
glossary = Glossary(scalar("a", "a", "positive"), scalar("b", "b", "positive"), scalar("S", "S"))
"""
SQUARE = '''
from derive import Theorem, definition
from .notation import glossary

double = Theorem(
    "square.double",
    glossary=glossary,
    given={"area": definition("S = a b"), "shape": "b = 2 a"},
    claim="S = 2 a^2",
    proof=r"""
        S = a b        % area
          = 2 a^2      % shape
    """,
)
'''
FALSE_LINE = SQUARE.replace("= 2 a^2      % shape", "= 3 a^2      % shape")
GAP = SQUARE.replace("% shape", "% area")


class Project:
    """A folder with a folder `proofs`, in which pytest is run."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester
        self.folder = pytester.path
        self.write("proofs/notation.py", NOTATION)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *arguments: str, examples: int = 0) -> pytest.RunResult:
        """Run pytest in this process, with as many examples and always the same."""
        fixed = ("--derive-profile=ci", f"--derive-examples={examples}")
        return self.pytester.runpytest_inprocess(*fixed, *arguments)

    def collected(self, *arguments: str) -> list[str]:
        """The node ids that are collected."""
        result = self.run("--collect-only", "-q", *arguments, examples=1)
        return [line for line in result.outlines if "::" in line]


@pytest.fixture(scope="session")
def imported() -> None:
    """What runs in this process use: otherwise each would import it anew, which NumPy forbids."""
    for module in (
        "flint",
        "numpy",
        "sympy",
        "derive.deciding.decision",
        "derive.pytest_plugin.checks",
        "derive.refuter.sampling",
        "derive.strategies",
    ):
        importlib.import_module(module)


@pytest.fixture
def empty(imported: None, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project without theorems."""
    for variable in ("CI", "BUILD_NUMBER", "DERIVE_STORE", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return Project(pytester)


@pytest.fixture
def project(empty: Project) -> Project:
    """A project with one theorem, which is right."""
    empty.write("proofs/square.py", SQUARE)
    return empty


@pytest.fixture
def broken(empty: Project) -> Project:
    """The broken folder."""
    shutil.copytree(BROKEN, empty.folder / "proofs", dirs_exist_ok=True)
    return empty
