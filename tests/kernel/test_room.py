"""What the room of the kernel may hold: the standard library alone, and at most 800 lines of code."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

import derive.kernel

FILES = sorted(Path(derive.kernel.__path__[0]).glob("*.py"))
LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def lines_of_code(source: str) -> int:
    """Lines that hold code: no blank lines, no comments, no docstrings or bare strings."""
    texts = {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    code = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in LAYOUT
        for line in range(token.start[0], token.end[0] + 1)
    }
    return len(code - texts)


def test_lines_are_counted_as_they_should() -> None:
    assert lines_of_code('"""Text\nover lines."""\n\n# comment\nx = (\n    1,  # one\n)\n') == 3


def test_the_kernel_has_at_most_800_lines_of_code() -> None:
    assert sum(lines_of_code(path.read_text()) for path in FILES) <= 800


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_line_is_dense(path: Path) -> None:
    source = path.read_text()
    starts = [node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)]
    assert len(starts) == len(set(starts)), "two statements on one line"
    assert max(map(len, source.splitlines())) <= 100


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_only_the_standard_library_and_the_kernel_are_imported(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = [node.module or ""]
        else:
            continue
        for name in names:
            root = name.partition(".")[0]
            assert root in sys.stdlib_module_names or name.startswith("derive.kernel"), name


def test_importing_the_kernel_loads_nothing_else() -> None:
    script = "import sys, derive.kernel.certificates; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"sympy", "numpy", "flint", "lark", "click", "rich"}
    modules = [name for name in done.stdout.split() if name.startswith("derive.")]
    assert all(name.startswith("derive.kernel") for name in modules), modules
