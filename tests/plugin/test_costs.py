"""In projects without proofs the plugin imports next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"sympy", "hypothesis", "lark", "numpy", "flint", "rich", "click", "networkx"}
SHOWN = """
import sys
def test_what_is_imported():
    print("\\nmodules:", *sorted(sys.modules))
"""


def imported(folder: Path) -> set[str]:
    """What a run of pytest with this plugin alone has imported."""
    (folder / "test_it.py").write_text(SHOWN)
    only = ["-p", "derive.pytest_plugin", "-p", "no:cacheprovider", "-s", "-q"]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *only, str(folder)],
        capture_output=True,
        text=True,
        env={"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    (line,) = [one for one in ended.stdout.splitlines() if one.startswith("modules:")]
    return set(line.split()[1:])


@pytest.mark.parametrize("folder", ["src", "proofs"])
def test_nothing_is_imported_without_theorems(folder: str, tmp_path: Path) -> None:
    """Also where a folder is called `proofs`, and its files are about something else."""
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "other.py").write_text("import no_such_module\n")
    (tmp_path / folder / "prose.py").write_text(
        '"""\nfrom this we derive that\n"""\nfrom . import other\n'
    )
    modules = imported(tmp_path)
    assert "derive.pytest_plugin.collecting" in modules
    assert not modules & HEAVY
    own = {name for name in modules if name.partition(".")[0] == "derive"}
    assert own == {"derive", *(name for name in own if name.startswith("derive.pytest_plugin"))}


def test_they_are_imported_with_theorems(tmp_path: Path) -> None:
    """Without this the test above could not fail."""
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs" / "theorem.py").write_text(
        "from derive import Glossary, Theorem\n"
        'one = Theorem("theorem.one", glossary=Glossary(), claim="1 = 1")\n'
    )
    assert {"derive.library", "derive.runner"} <= imported(tmp_path)
