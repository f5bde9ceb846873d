"""What the plugin prints of a deliberately broken folder is in `broken.txt`."""

from __future__ import annotations

import re
from pathlib import Path

from tests.plugin.conftest import Project

GOLDEN = Path(__file__).with_name("broken.txt")


def comparable(output: str) -> str:
    """Without times, models, and the width of headings."""
    text = re.sub(r"( in )[\d.]+s( \([\d:]+\))?", r"\1TIME", output)
    text = re.sub(r"\b\d+ models?\b", "N models", text)
    text = re.sub(r"(?m)^(counterexample: ).*(; left over there: ).*", r"\1VALUES\2VALUE", text)
    text = re.sub(r"([=_-])\1{2,}", r"\1\1\1", text)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def test_the_output_on_a_broken_folder(broken: Project) -> None:
    result = broken.run(examples=5)
    printed = result.stdout.str()
    output = comparable(printed[printed.index("proofs/errata.py") :])
    assert result.ret == 1
    assert "Traceback" not in output
    assert output == GOLDEN.read_text(encoding="utf-8")
    assert result.parseoutcomes() == {"passed": 10, "failed": 7, "skipped": 4, "undecided": 3}


def test_the_golden_file_has_every_kind_of_failure_with_its_place() -> None:
    shown = GOLDEN.read_text(encoding="utf-8")
    sources = {path.name: path.read_text().splitlines() for path in broken_files()}
    places = re.findall(r"^proofs/(\w+\.py):(\d+): (.*)", shown, re.MULTILINE)
    assert len(places) == 10
    for file, line, message in places:
        text = sources[file][int(line) - 1]
        if message.startswith("step"):
            assert "%" in text
    kinds = (
        "step 2 does not follow",
        "the claim does not follow",
        "names no hypothesis",
        "dimension",
    )
    assert all(any(kind in message for *_, message in places) for kind in kinds)
    assert shown.count("counterexample: ") == 2


def broken_files() -> list[Path]:
    return sorted(GOLDEN.with_name("broken").glob("*.py"))
