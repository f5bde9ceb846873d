"""The wheel: what it holds, and what it says of itself."""

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
    )
    (path,) = folder.glob("derive_proofs-*.whl")
    return zipfile.ZipFile(path)


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    (path,) = (path for path in wheel.namelist() if path.endswith(f".dist-info/{name}"))
    return wheel.read(path).decode()


def test_holds_every_file_of_the_packages(wheel: zipfile.ZipFile) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for package in ("derive", "proofs")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {"derive/py.typed", "proofs/py.typed"} <= files
    assert files <= set(wheel.namelist())


def test_holds_the_lectures_with_their_translations(wheel: zipfile.ZipFile) -> None:
    lectures = ROOT / "docs" / "lectures"
    files = {
        f"derive/lectures/{path.relative_to(lectures).as_posix()}"
        for path in lectures.rglob("*")
        if path.is_file()
    }
    assert {"derive/lectures/quantum_hall.md", "derive/lectures/quantum_mechanics.md"} <= files
    assert files <= set(wheel.namelist())


def test_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    folders = {name.partition("/")[0] for name in wheel.namelist()}
    assert {name for name in folders if not name.endswith(".dist-info")} == {"derive", "proofs"}


def test_installs_the_command(wheel: zipfile.ZipFile) -> None:
    assert "derive = derive.cli:main" in metadata(wheel, "entry_points.txt")


def test_metadata(wheel: zipfile.ZipFile) -> None:
    fields = Parser().parsestr(metadata(wheel, "METADATA"))
    assert fields["Name"] == "derive-proofs"
    assert fields["Requires-Python"] == ">=3.11"
    assert fields["License-Expression"] == "BSD-3-Clause"
    assert set(fields.get_all("Provides-Extra", [])) == {"test", "docs", "scale"}
