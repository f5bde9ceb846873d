"""Every code sample of the documents runs, and prints what the document says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from derive.checking import Proof, prove
from derive.checking.errata import complaint, examine
from derive.entries import Erratum
from derive.theorem import Theorem

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(document: Path, language: str) -> list[str]:
    return [body for tag, body in BLOCK.findall(document.read_text()) if tag == language]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_python_samples_run_and_their_theorems_are_proved(document: Path, tmp_path: Path) -> None:
    source = "\n".join(blocks(document, "python"))
    sample = tmp_path / "sample.py"
    sample.write_text(source)
    names: dict[str, object] = {}
    exec(compile(source, str(sample), "exec"), names)
    proofs: dict[str, Proof] = {}
    for theorem in [value for value in names.values() if isinstance(value, Theorem)]:
        if theorem.location.path == str(sample):
            proofs[theorem.name] = prove(theorem, proofs)
    assert proofs or "Theorem(" not in source
    for erratum in [value for value in names.values() if isinstance(value, Erratum)]:
        assert complaint(erratum, examine(erratum)) is None, erratum


def test_the_items_of_the_document(tmp_path: Path) -> None:
    document = ROOT / "docs" / "writing-theorems.md"
    samples = blocks(document, "python")
    (items,) = [one for one in samples if one.startswith("ITEMS")]
    (shown,) = [one for one in blocks(document, "console") if "derive items" in one]
    folder = tmp_path / "proofs"
    folder.mkdir()
    (folder / "sources.py").write_text(items)
    (folder / "sample.py").write_text("\n".join(one for one in samples if one != items))
    derive(tmp_path, "check")
    assert timeless(derive(tmp_path, "items")) == timeless(shown.partition("\n")[2])


def derive(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "derive", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def timeless(text: str) -> str:
    """The text without times and the width of columns."""
    return re.sub(r"\s+", " ", re.sub(r"[\d.]+ (ms|s)\b", "TIME", text)).strip()


def test_the_sixty_seconds_of_the_readme(tmp_path: Path) -> None:
    (source,) = blocks(ROOT / "README.md", "python")
    right, wrong = [
        body.partition("\n")[2]
        for body in blocks(ROOT / "README.md", "console")
        if body.startswith("$ derive check")
    ]
    file = tmp_path / "proofs" / "pendulum.py"
    file.parent.mkdir()
    file.write_text(source)
    assert timeless(derive(tmp_path, "check")) == timeless(right)
    last = "= 4\\pi^2 \\frac{\\ell}{g}         % equation"
    assert last in source
    file.write_text(source.replace(last, last.replace("4", "2")))
    assert timeless(derive(tmp_path, "check")) == timeless(wrong)


SESSIONS = [
    session
    for document in DOCUMENTS
    for body in blocks(document, "console")
    for session in re.findall(r"^\$ (derive decide .*\n(?:(?!\$).*\n)*)", body, re.MULTILINE)
]


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.partition("\n")[0])
def test_the_answers_of_decide_are_as_shown(session: str, tmp_path: Path) -> None:
    command, _, shown = session.partition("\n")
    assert derive(tmp_path, *shlex.split(command)[1:]) == shown


def test_decide_is_shown() -> None:
    assert len(SESSIONS) >= 3


def test_the_links_of_the_documents_lead_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
