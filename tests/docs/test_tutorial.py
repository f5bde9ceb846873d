"""The notebook: its cells run in order and give the outputs that it shows."""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).parents[2] / "docs" / "tutorial.ipynb"


def run(source: str, name: str, space: dict[str, Any]) -> list[dict[str, Any]]:
    """What a notebook shows below a cell: what it prints, and the value of its last line."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, name, "exec"), space)
        value = eval(compile(ast.Expression(last.value), name, "eval"), space) if last else None
    shown = []
    if printed.getvalue():
        shown.append({"text/plain": printed.getvalue()})
    if hasattr(value, "_repr_mimebundle_"):
        shown.append(value._repr_mimebundle_())
    elif value is not None:
        shown.append({"text/plain": repr(value)})
    return shown


def test_the_cells_give_the_outputs_that_are_shown():
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    assert notebook["nbformat"] == 4
    space: dict[str, Any] = {"__name__": "__main__"}
    count = 0
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        shown = [
            {form: "".join(text) for form, text in output.get("data", {}).items()}
            or {"text/plain": "".join(output["text"])}
            for output in cell["outputs"]
        ]
        assert run("".join(cell["source"]), f"<cell {number}>", space) == shown, cell["source"]
        count += len(shown)
    assert count >= 7
