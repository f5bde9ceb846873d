"""The decisions of .ci/environment.sh, with stand-ins for the interpreters on PATH."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci" / "environment.sh"

pytestmark = pytest.mark.packaging

# What it can do stands in $abilities: ensurepip, virtualenv, pip, or nothing.
INTERPRETER = """\
#!/bin/sh
name=${0##*/} version=@version abilities=' @abilities '
echo "$name $*" >>"$CALLS"
can() { case $abilities in *" $1 "*) ;; *) return 1 ;; esac; }
environment() { mkdir -p .venv/bin; cp "$INSIDE" .venv/bin/python; }
case "$*" in
    "-c import sys"*) echo "$version" ;;
    "-m venv .venv") environment; can ensurepip && touch .venv/pip ;;
    "-m venv --without-pip .venv") can venv && environment ;;
    "-m virtualenv .venv") can virtualenv && environment && touch .venv/pip ;;
    "-m pip --python .venv/bin/python install pip") can pip && touch .venv/pip ;;
    *) exit 2 ;;
esac
"""

# The interpreter inside the environment. Packages cannot be installed while $OFFLINE exists.
INSIDE = """\
#!/bin/sh
echo "inside $*" >>"$CALLS"
case "$*" in
    "-c ") ;;
    "-m pip --version") test -e .venv/pip ;;
    "-m pip install "*) test ! -e "$OFFLINE" ;;
    *) exit 2 ;;
esac
"""

VIRTUALENV = """\
#!/bin/sh
echo "virtualenv $*" >>"$CALLS"
mkdir -p .venv/bin; cp "$INSIDE" .venv/bin/python; touch .venv/pip
"""


@dataclass
class Machine:
    """A checkout in a folder with a space, and a PATH with the interpreters that a test puts there."""

    folder: Path

    def __post_init__(self) -> None:
        (self.checkout / ".ci").mkdir(parents=True)
        (self.folder / "bin").mkdir()
        shutil.copy(SCRIPT, self.checkout / ".ci")
        (self.checkout / "pyproject.toml").write_text("[project]\n")
        (self.checkout / "constraints.txt").write_text("sympy==1.14.0\n")
        self.program(self.folder / "inside", INSIDE)
        for tool in ("cat", "cksum", "cp", "dirname", "mkdir", "mktemp", "rm", "sh", "touch"):
            path = shutil.which(tool)
            assert path
            (self.folder / "bin" / tool).symlink_to(path)

    @property
    def checkout(self) -> Path:
        return self.folder / "check out"

    @property
    def stamp(self) -> Path:
        return self.checkout / ".venv" / "stamp"

    @property
    def offline(self) -> Path:
        return self.folder / "offline"

    @property
    def calls(self) -> list[str]:
        """The calls of all stand-ins since this was last asked for."""
        log = self.folder / "calls"
        calls = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return calls

    def program(self, path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o755)

    def python(self, name: str, version: str, *abilities: str) -> None:
        major, minor = version.split(".")
        text = INTERPRETER.replace("@version", f"{major}{int(minor):03}")
        self.program(self.folder / "bin" / name, text.replace("@abilities", " ".join(abilities)))

    def run(self, before: str = "") -> subprocess.CompletedProcess[str]:
        """Run the script with folders before the others on PATH."""
        return subprocess.run(
            ["sh", ".ci/environment.sh"],
            cwd=self.checkout,
            env={
                "PATH": before + str(self.folder / "bin"),
                "CALLS": str(self.folder / "calls"),
                "INSIDE": str(self.folder / "inside"),
                "OFFLINE": str(self.offline),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def makes(self, before: str = "") -> list[str]:
        """The calls of a run that succeeds."""
        result = self.run(before)
        assert result.returncode == 0, result.stderr
        assert self.stamp.exists()
        return self.calls


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("versions", "newest"),
    [
        ({"python3.12": "3.12", "python3.11": "3.11", "python3": "3.11"}, "python3.12"),
        ({"python3.11": "3.11", "python3": "3.15"}, "python3"),
        ({"python3": "3.10", "python": "3.13"}, "python"),
        ({"python3.14": "3.9", "python3": "3.11", "python": "2.7"}, "python3"),
        ({"python3.9": "3.9", "python3.11": "3.11"}, "python3.11"),
    ],
)
def test_newest_python(machine: Machine, versions: dict[str, str], newest: str) -> None:
    for name, version in versions.items():
        machine.python(name, version, "ensurepip")
    assert f"{newest} -m venv .venv" in machine.makes()


def test_shim_of_an_inactive_version(machine: Machine) -> None:
    machine.program(machine.folder / "bin" / "python3.14", "#!/bin/sh\nexit 127\n")
    machine.python("python3.11", "3.11", "ensurepip")
    assert "python3.11 -m venv .venv" in machine.makes()


@pytest.mark.parametrize("versions", [{}, {"python3": "3.10", "python": "2.7"}])
def test_no_python(machine: Machine, versions: dict[str, str]) -> None:
    for name, version in versions.items():
        machine.python(name, version, "ensurepip")
    result = machine.run()
    assert result.returncode == 1
    assert result.stderr == "derive-proofs needs Python 3.11 or newer, and PATH holds none.\n"
    assert not (machine.checkout / ".venv").exists()


def test_backend_and_packages_have_the_constrained_versions(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    installs = [call for call in machine.makes() if " install " in call]
    pip = "inside -m pip install --quiet --constraint constraints.txt"
    assert installs == [f"{pip} hatchling", f"{pip} --no-build-isolation --editable .[test,docs]"]


def test_virtualenv_on_path(machine: Machine) -> None:
    machine.python("python3.12", "3.12", "venv", "pip")
    machine.program(machine.folder / "bin" / "virtualenv", VIRTUALENV)
    python = machine.folder / "bin" / "python3.12"
    assert f"virtualenv --python {python} .venv" in machine.makes()


def test_virtualenv_as_module(machine: Machine) -> None:
    machine.python("python3.12", "3.12", "venv", "virtualenv", "pip")
    calls = machine.makes()
    assert "python3.12 -m virtualenv .venv" in calls
    assert "python3.12 -m venv --without-pip .venv" not in calls


def test_pip_outside(machine: Machine) -> None:
    machine.python("python3.12", "3.12", "venv", "pip")
    assert "python3.12 -m pip --python .venv/bin/python install pip" in machine.makes()


def test_pip_of_another_python(machine: Machine) -> None:
    machine.python("python3.12", "3.12", "venv")
    machine.python("python3", "3.9", "venv", "pip")
    calls = machine.makes()
    assert "python3.12 -m venv --without-pip .venv" in calls
    assert "python3 -m pip --python .venv/bin/python install pip" in calls


@pytest.mark.parametrize("abilities", [[], ["venv"], ["pip"]])
def test_no_way_leaves_nothing_but_advice(machine: Machine, abilities: list[str]) -> None:
    machine.python("python3", "3.11", *abilities)
    result = machine.run()
    assert result.returncode == 1
    assert "finds no ensurepip, virtualenv or pip" in result.stderr
    assert "apt-get install python3-venv" in result.stderr
    assert not (machine.checkout / ".venv").exists()


def test_packages_out_of_reach_leave_nothing(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.offline.touch()
    result = machine.run()
    assert result.returncode == 1
    assert "Some packages could not be installed into .venv" in result.stderr
    assert not (machine.checkout / ".venv").exists()
    machine.offline.unlink()
    machine.makes()


def test_a_current_environment_is_left_alone(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.makes()
    machine.offline.touch()
    assert machine.makes() == ["inside -c "]


def test_an_activated_environment_does_not_make_its_successor(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.makes()
    own = machine.checkout / ".venv" / "bin"
    shutil.copy(machine.folder / "bin" / "python3", own / "python3.12")
    (machine.checkout / "constraints.txt").write_text("sympy==1.14.1\n")
    calls = machine.makes(f"{own}:")
    assert "python3 -m venv .venv" in calls
    assert not any(call.startswith("python3.12") for call in calls)


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_makes_it_anew(machine: Machine, name: str) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.makes()
    left_over = machine.checkout / ".venv" / "left over"
    left_over.touch()
    with (machine.checkout / name).open("a") as file:
        file.write("# changed\n")
    assert "python3 -m venv .venv" in machine.makes()
    assert not left_over.exists()


def test_a_moved_checkout_makes_it_anew(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.makes()
    copy = Machine(machine.folder / "elsewhere")
    shutil.copytree(machine.checkout / ".venv", copy.checkout / ".venv")
    copy.python("python3", "3.11", "ensurepip")
    assert "python3 -m venv .venv" in copy.makes()


def test_an_interrupted_environment_is_made_anew(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.makes()
    machine.stamp.unlink()
    assert "python3 -m venv .venv" in machine.makes()


def test_an_environment_that_lost_its_python_is_made_anew(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    machine.makes()
    (machine.checkout / ".venv" / "bin" / "python").unlink()
    assert "python3 -m venv .venv" in machine.makes()


def test_nothing_is_written_beside_the_environment(machine: Machine) -> None:
    machine.python("python3", "3.11", "ensurepip")
    before = {path for path in machine.checkout.rglob("*")}
    machine.makes()
    after = {path for path in machine.checkout.rglob("*") if ".venv" not in path.parts}
    assert after == before
    assert os.listdir(machine.checkout / ".ci") == ["environment.sh"]
