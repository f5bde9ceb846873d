"""What importing and using the language loads."""

import subprocess
import sys

import pytest

READ = "derive.language.read_expression('x', derive.language.Glossary(derive.language.scalar('x','x')))"
LOWER = (
    "from derive.language import *; g = Glossary(scalar('x','x'));"
    "Lowering(g).claim(read_formula('x = 1', g))"
)


@pytest.mark.parametrize(
    ("program", "loaded"),
    [
        ("import derive.language", set()),
        (f"import derive.language; {READ}", {"lark"}),
        (LOWER, {"lark"}),
    ],
)
def test_heavy_packages_are_loaded_only_when_needed(program: str, loaded: set[str]) -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{program}; import sys; print(*(sys.modules.keys() & {{'sympy', 'lark', 'numpy'}}))",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert set(found.stdout.split()) == loaded
