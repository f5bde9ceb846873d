"""`derive check` imports every file below `proofs`: the models must not make it slow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import proofs.models

FILES = sorted(path.stem for path in Path(proofs.models.__file__).parent.glob("[a-z]*.py"))


def test_models_import_no_numerical_package() -> None:
    names = ", ".join(f"proofs.models.{name}" for name in FILES)
    code = f"import sys, {names}; print(*{{'numpy', 'scipy', 'sympy', 'flint'}} & set(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert FILES == ["chains", "gap", "hofstadter", "spins"]
    assert ended.stdout.split() == []
