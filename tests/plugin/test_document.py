"""The files of the document on pytest are written, its commands run, and what they print compared."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.test_golden import comparable

DOCUMENT = Path(__file__).parents[2] / "docs" / "testing-with-pytest.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
FILES = dict(
    re.findall(r"^```\{code-block\} python\n:caption: (\S+)\n\n(.*?)^```", TEXT, re.M | re.S)
)
SESSIONS = re.findall(r"^```console\n\$ (pytest .*?)\n(.*?)^```", TEXT, re.M | re.S)
RIGHT, WRONG = "x = x_1 + x_2", "x = x_1 - x_2"


@pytest.fixture
def homework(tmp_path: Path) -> Path:
    for name, source in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return tmp_path


def printed(folder: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    for variable in ("CI", "BUILD_NUMBER", "DERIVE_STORE", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    words = [*shlex.split(command), "-p", "no:cacheprovider", "--derive-seed=0"]
    ended = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert not ended.stderr
    return ended.stdout


def test_the_document_has_two_files_and_three_sessions() -> None:
    assert list(FILES) == ["proofs/springs.py", "test_springs.py"]
    assert [command for command, _ in SESSIONS] == [
        "pytest --no-header -v proofs",
        "pytest --no-header proofs",
        "pytest --no-header test_springs.py",
    ]


@pytest.mark.parametrize(("number", "is_wrong"), [(0, False), (1, True), (2, False)])
def test_the_sessions_are_as_shown(
    number: int, is_wrong: bool, homework: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, shown = SESSIONS[number]
    if is_wrong:
        file = homework / "proofs" / "springs.py"
        assert RIGHT in file.read_text()
        file.write_text(file.read_text().replace(RIGHT, WRONG))
    assert comparable(printed(homework, command, monkeypatch)) == comparable(shown)


def test_every_option_is_in_the_document() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "pytest", "--help"], capture_output=True, text=True, check=True
    ).stdout
    options = set(re.findall(r"--derive-[a-z]+", shown))
    assert len(options) == 5
    assert options == set(re.findall(r"--derive-[a-z]+", TEXT))
