"""constraints.txt: exact versions, nothing else, and one for every requirement."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LINES = [
    line
    for line in (ROOT / "constraints.txt").read_text().splitlines()
    if not line.startswith("#")
]


def requirements() -> list[Requirement]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project = data["project"]
    lines = data["build-system"]["requires"] + project["dependencies"]
    for extra in project["optional-dependencies"].values():
        lines += extra
    return [Requirement(line) for line in lines]


def test_exact_versions_and_nothing_else() -> None:
    exact = re.compile(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*")
    assert [line for line in LINES if not exact.fullmatch(line)] == []


def test_one_version_for_every_requirement() -> None:
    pairs = [line.split("==") for line in LINES]
    versions = {canonicalize_name(name): version for name, version in pairs}
    assert len(versions) == len(pairs)
    for requirement in requirements():
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])
