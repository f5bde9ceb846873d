"""The wheel in a fresh environment, and in it a user's own folder that is called proofs too."""

import json
import os
import subprocess
import sys
import sysconfig
import textwrap
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.packaging, pytest.mark.slow]

NOTATION = """
from derive import scalar
from proofs.notation import glossary as lectures

glossary = lectures.extend(scalar("F", "F", "positive", dimension="m^2", english="area"))
"""
FILLING = r'''
"""How many electrons fill one level of a sample of any area."""

from derive import Theorem, definition
from proofs.landau.degeneracy import degeneracy

from ..notation import glossary

area = Theorem(
    "samples.area",
    glossary=glossary,
    given={"count": degeneracy, "area": definition("F = L^2")},
    claim=r"p = \frac{eB}{h} F",
    proof=r"""
        p = \frac{eB}{h} L^2   % count
          = \frac{eB}{h} F     % area
    """,
)
'''


@pytest.fixture(scope="module")
def derive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel; its dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("installed here")
    run = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(run, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", with_pip=False, symlinks=True)
    python = folder / "environment" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, wheel], check=True)
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    dependencies = sysconfig.get_path("purelib")
    (Path(packages) / "dependencies.pth").write_text(dependencies + "\n")
    return folder / "environment" / "bin" / "derive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my notes"
    for name, text in {"notation.py": NOTATION, "samples/area.py": FILLING}.items():
        path = folder / "proofs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    return folder


def run(command: list[object], folder: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DERIVE"))}
    environment["XDG_CACHE_HOME"] = str(folder / "cache")
    result = subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_a_users_own_folder_cites_the_library(derive: Path, project: Path) -> None:
    assert "1 proved" in run([derive, "check"], project)
    (data,) = json.loads(run([derive, "list", "--json"], project))
    assert (data["name"], data["status"]) == ("samples.area", "proved")
    assert data["cites"] == ["landau.degeneracy"]
    assert str(project) in data["file"]
    assert "p = (eB/h)F" in run([derive, "show", "samples.area"], project)
    assert r"\begin{align}" in run([derive, "latex", "samples.area"], project)
    assert " F " in run([derive, "symbols"], project)
    assert "replayed" in run([derive.with_name("python"), "-m", "derive", "check"], project)
    assert (project / ".derive").is_dir()
    assert not (project / "cache").exists()


def test_the_installed_library_from_anywhere(derive: Path, tmp_path: Path) -> None:
    assert "1 proved" in run([derive, "check", "landau.ring_area"], tmp_path)
    assert list((tmp_path / "cache" / "derive").glob("*.json"))
    where = run(
        [derive.with_name("python"), "-c", "import derive; print(derive.__file__)"], tmp_path
    )
    assert not Path(where).is_relative_to(ROOT / "derive")


def test_a_new_file_checks(derive: Path, tmp_path: Path) -> None:
    run([derive, "new", "optics.lens"], tmp_path)
    assert "1 proved" in run([derive, "check"], tmp_path)
