"""A project with theorems and documents, and Sphinx run on it."""

import shutil
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx.cmd.build import main

from derive.library import Library
from derive.proofreading import proofread
from derive.runner import check
from derive.store import Store

NOTATION = """
from derive import Glossary, scalar
glossary = Glossary(
    scalar("a", "a", "positive", dimension="m", english="short side", japanese="短辺"),
    scalar("b", "b", "positive", dimension="m", english="long side"),
    scalar("S", "S", "positive", dimension="m^2", english="area", chinese="面积"),
)
"""
SQUARE = r'''
"""A rectangle."""
from derive import Erratum, Remark, Theorem, definition
from .notation import glossary

double = Theorem(
    "geometry.double",
    title="Double square",
    source="Euclid",
    glossary=glossary,
    given={"area": definition(r"S = a b", "Elements II"), "shape": r"b = 2 a"},
    claim=r"S = 2 a^2",
    proof=r"""
        S = a b      % area
          = 2 a^2    % shape
    """,
)
half = Theorem(
    "geometry.half",
    title="Half of $S$",
    glossary=glossary,
    given={"double": double},
    claim=r"a^2 = \frac{S}{2}",
    proof=r"""
        a^2 = \frac{2 a^2}{2}   % algebra
            = \frac{S}{2}       % double
    """,
)
wrong = Erratum(
    "geometry.wrong",
    title="The square of a sum",
    source="Euclid",
    text="The mixed term is missing.",
    assume={"a": "real"},
    written="(a + 1)**2 == a**2 + 1",
    right="(a + 1)**2 == a**2 + 2*a + 1",
)
said = Remark(
    "geometry.said", title="Beauty", label="opinion", text="Squares are beautiful.", shows="nothing"
)
'''
ALONE = '''
"""A theorem that has nothing to do with the others."""
from derive import Theorem
from .notation import glossary

alone = Theorem(
    "other.alone", glossary=glossary, given={"equal": r"a = b"}, claim=r"a b = a^2"
)
'''


@dataclass
class Built:
    """What a build has left behind."""

    code: int
    told: str
    folder: Path

    def text(self, name: str) -> str:
        """A file of the output, with ordinary spaces."""
        return (self.folder / name).read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")


class Project:
    """A folder with the folders `proofs` and `docs`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("docs/conf.py", 'extensions = ["derive.sphinx", "myst_parser"]\n')
        self.write("proofs/notation.py", NOTATION)
        self.write("proofs/square.py", SQUARE)
        self.write("proofs/alone.py", ALONE)

    def write(self, name: str, text: str) -> None:
        """Write a file; its indentation does not matter."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")

    def pages(self, *names: str, **texts: str) -> None:
        """Write documents in reStructuredText, and a first one that lists them in this order."""
        for name, text in texts.items():
            body = textwrap.dedent(text).strip("\n")
            self.write(f"docs/{name}.rst", f"{name}\n{'=' * len(name)}\n\n{body}\n")
        listed = "\n".join(f"   {name}" for name in names or texts)
        self.write("docs/index.rst", f"Index\n=====\n\n.. toctree::\n\n{listed}\n")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a file."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def check(self) -> None:
        """Prove the theorems and decide the errata, as `derive check` does."""
        library = Library.load(self.folder / "proofs")
        store = Store.of(library.root)
        names = [theorem.name for theorem in library]
        list(check(library, store, names, pytest.fail, jobs=1))
        list(proofread(library, store, list(library.entries), pytest.fail, jobs=1))

    def build(self, builder: str = "html", *options: str, strict: bool = True) -> Built:
        """Run Sphinx; with `strict`, a warning is a failure of the test."""
        output, warnings = self.folder / "out" / builder, self.folder / "warnings.txt"
        arguments = ["-b", builder, "-q", "-n", "-w", str(warnings), *options]
        code = main(
            [*arguments, *(["-W"] if strict else []), str(self.folder / "docs"), str(output)]
        )
        told = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
        if strict:
            assert (code, told) == (0, "")
        return Built(code, told, output)


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificates of the theorems that every project begins with."""
    project = Project(tmp_path_factory.mktemp("checked"))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DERIVE_STORE", raising=False)
        project.check()
    return project.folder / ".derive"


@pytest.fixture
def project(checked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with three theorems that are proved, and no documents."""
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(checked, tmp_path / ".derive")
    return Project(tmp_path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Build, and tell which documents were read."""
    from sphinx.builders import Builder

    names: list[str] = []
    original = Builder.read_doc

    def noted(self: Builder, docname: str, **options: bool) -> None:
        names.append(docname)
        original(self, docname, **options)

    monkeypatch.setattr(Builder, "read_doc", noted)

    def run(project: Project, *, strict: bool = True) -> list[str]:
        names.clear()
        project.build(strict=strict)
        return sorted(names)

    return run
