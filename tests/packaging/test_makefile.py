"""The targets of the Makefile, with stand-ins for the environment and for the command line."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.packaging

# `derive check` succeeds unless a file "refuted" lies there.
DERIVE = r"""#!/bin/sh
echo "$*" >>calls
case $1 in
    check) test ! -e refuted ;;
    notes) mkdir -p build/notes ;;
esac
"""

Make = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "check out"
    (folder / ".ci").mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    (folder / ".ci" / "environment.sh").write_text("echo environment >>calls\n")
    derive = folder / ".venv" / "bin" / "derive"
    derive.write_text(DERIVE)
    derive.chmod(0o755)
    return folder


@pytest.fixture
def make(
    checkout: Path, tmp_path: Path, require_tool: Callable[[str, str], str]
) -> Make:
    """Run make in the checkout, with the programs of PATH that are named."""
    program = require_tool("make", "apt-get install make")

    def run(target: str, *tools: str) -> subprocess.CompletedProcess[str]:
        programs = tmp_path / "bin"
        programs.mkdir(exist_ok=True)
        for tool in ("awk", "mkdir", "rm", "sed", "sh", "tail", *tools):
            path = shutil.which(tool)
            assert path, tool
            (programs / tool).unlink(missing_ok=True)
            (programs / tool).symlink_to(path)
        return subprocess.run(
            [program, target],
            cwd=checkout,
            env={"PATH": str(programs), "HOME": os.environ.get("HOME", "")},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_help_has_one_line_for_every_target(make: Make) -> None:
    (targets,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    result = make("help")
    assert [line.split()[1] for line in result.stdout.splitlines()] == targets.split()
    assert all(len(line.split()) > 2 for line in result.stdout.splitlines())


def test_notes(make: Make, checkout: Path) -> None:
    (checkout / "build" / "notes").mkdir(parents=True)
    (checkout / "build" / "notes" / "old.tex").touch()
    result = make("notes")
    assert result.returncode == 0, result.stderr
    notes = "notes quantum_mechanics quantum_hall --pdf -o build/notes"
    assert (checkout / "calls").read_text().splitlines() == ["environment", "check", notes]
    assert list((checkout / "build" / "notes").iterdir()) == []


def test_notes_are_not_written_of_what_is_not_proved(make: Make, checkout: Path) -> None:
    (checkout / "refuted").touch()
    assert make("notes").returncode != 0
    assert not (checkout / "build").exists()
