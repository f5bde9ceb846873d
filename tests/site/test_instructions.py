"""The commands and files of the tutorial and of the guides, as a new user follows them."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.site.conftest import ROOT

pytestmark = [pytest.mark.site, pytest.mark.slow, pytest.mark.timeout(1200)]

FILE = re.compile(
    r"^(`{3,4})\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^\1$", re.MULTILINE | re.DOTALL
)
SESSION = re.compile(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def read(guide: str) -> str:
    return (ROOT / "docs" / guide).read_text(encoding="utf-8")


def write_files(guide: str, folder: Path) -> list[str]:
    """Write the files that a guide shows."""
    names = []
    for _, name, body in FILE.findall(read(guide)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
        names.append(name)
    return names


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def timeless(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[\d.]+ (ms|s)\b", "TIME", text)).strip()


def test_your_own_verified_page_in_ten_minutes(tmp_path: Path, commands: None) -> None:
    (new, made), *sessions = SESSION.findall(read("getting-started.md"))
    assert timeless(run(new, tmp_path).stdout) == timeless(made)
    assert len(write_files("getting-started.md", tmp_path)) == 4

    (check, wrong), (_, right), (latex, _), (build, _) = sessions
    assert timeless(run(check, tmp_path).stdout) == timeless(wrong)
    theorem = tmp_path / "proofs" / "mechanics" / "free_fall.py"
    theorem.write_text(theorem.read_text().replace("= g s       %", "= 2 g s     %"))
    assert timeless(run(check, tmp_path).stdout) == timeless(right)

    assert run(latex, tmp_path).returncode == 0
    assert r"v^2 &= g^2t^2" in (tmp_path / "free_fall.tex").read_text()

    built = run(build, tmp_path)
    assert (built.returncode, built.stderr) == (0, "")
    page = (tmp_path / "site" / "index.html").read_text()
    assert 'id="mechanics.free_fall"' in page
    assert "derive-certificates/mechanics.free_fall.html#step-" in page
    assert 'data-name="mechanics.free_fall"' in page


@pytest.fixture
def repository(tmp_path: Path, commands: None) -> Path:
    """A repository with a wrong theorem, and with what the guide says."""
    write_files("getting-started.md", tmp_path)
    write_files("continuous-integration.md", tmp_path)
    return tmp_path


def correct(repository: Path) -> None:
    theorem = repository / "proofs" / "mechanics" / "free_fall.py"
    theorem.write_text(theorem.read_text().replace("= g s       %", "= 2 g s     %"))


def test_the_commands_of_the_workflow(repository: Path) -> None:
    workflow = yaml.safe_load((repository / ".github" / "workflows" / "proofs.yml").read_text())
    lines = [step["run"] for step in workflow["jobs"]["proofs"]["steps"] if "run" in step]
    commands = [line for line in lines if not line.startswith("pip ")]
    assert len(commands) == 3
    assert [run(command, repository).returncode for command in commands] == [1, 1, 1]
    correct(repository)
    assert [run(command, repository).returncode for command in commands] == [0, 0, 0]


def test_the_hooks(repository: Path) -> None:
    settings = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text())
    (hook,) = settings["repos"][0]["hooks"]
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "proofs/mechanics/free_fall.py")
    commands = [hook["entry"], "sh .git/hooks/pre-commit"]
    assert [run(command, repository).returncode for command in commands] == [1, 1]
    correct(repository)
    assert [run(command, repository).returncode for command in commands] == [0, 0]
