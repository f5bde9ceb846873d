"""Folders of theorems for tests."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

NOTATION = """
from derive import Glossary, scalar
glossary = Glossary(
    scalar("a", "a", "positive", dimension="m"),
    scalar("b", "b", "positive", dimension="m"),
    scalar("S", "S", "positive", dimension="m^2"),
)
"""

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write files into a folder called proofs; names are paths without .py."""

    def write(notation: str = NOTATION, **files: str) -> Path:
        root = tmp_path / "proofs"
        for name, text in {"notation": notation, **files}.items():
            path = root / f"{name.replace('__', '/') if name[0] != '_' else name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), encoding="utf-8")
        return root

    return write
