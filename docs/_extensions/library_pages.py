"""A page for each theorem of the library, one for each subject, and one for all errata.

They are written into `docs/theorems` when a build begins, and only where they have changed.  What
they show comes from the directives of `derive.sphinx`; here are added only what there is to copy
and where else to look.  A lecture shows theorems too; references lead to the pages made here, whose
addresses do not change.

Main results: `setup`, `write_pages`.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from derive.entries import Erratum
from derive.files import write_whole
from derive.language.errors import LanguageError
from derive.render.latex import theorem_latex
from derive.runner import Outcome
from derive.sphinx.roles import domain_of
from derive.theorem import Theorem

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "theorems"
SUBJECTS = {
    "quantum": "Quantum mechanics",
    "symmetry": "Symmetry",
    "landau": "Landau levels",
    "hall": "The Hall effect",
    "fractional": "Fractional filling",
}
"""The subjects of the library in the order of the lectures, and what they are called."""

_SHOWN = re.compile(r"^```\{derive-(?:theorem|erratum|remark)\} ([\w.]+)$", re.MULTILINE)
_LECTURES = "lectures"


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the pages before the documents are looked for."""
    app.connect("builder-inited", write_pages, priority=600)  # the library is known by then
    app.connect("source-read", lead_elsewhere)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def lead_elsewhere(app: Sphinx, docname: str, content: list[str]) -> None:
    """What lectures show is in the index of the pages of theorems instead."""
    if docname.startswith(f"{_LECTURES}/"):
        content[0] = _SHOWN.sub(r"\g<0>\n:no-index:", content[0])


def write_pages(app: Sphinx) -> None:
    """Write the pages that are new, and remove those of what is no more."""
    folder = Path(app.srcdir, FOLDER)
    folder.mkdir(exist_ok=True)
    library = _Library(app)
    makers: dict[str, Callable[[], str]] = {
        **{theorem.name: partial(library.theorem, theorem) for theorem in library.theorems},
        **{subject: partial(library.subject, subject) for subject in SUBJECTS},
        "errata": library.errata,
    }
    for name, make in makers.items():
        file = folder / f"{name}.md"
        mark = f"% {library.key(name)}\n"
        if not file.is_file() or not file.read_text(encoding="utf-8").startswith(mark):
            write_whole(file, mark + make())
    for file in folder.glob("*.md"):
        if file.stem not in makers:
            file.unlink()


class _Library:
    """The library, and the text of each page about it."""

    def __init__(self, app: Sphinx) -> None:
        self.knowledge = domain_of(app.env).knowledge
        self.release = app.config.release
        self.theorems = list(self.knowledge.library)
        self.users = _users(self.theorems)
        self.lectures = _lectures(Path(app.srcdir, _LECTURES))
        here = Path(__file__).parent
        self.templates = Environment(
            loader=FileSystemLoader(here),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.made_by = [Path(__file__).read_text(), *(f.read_text() for f in _templates(here))]

    def key(self, name: str) -> str:
        """A hash of all that a page shows; what the directives in it show is not its business."""
        known = [one.name for one in self.theorems]
        parts = [
            self.knowledge.fingerprint(name) if name in known else [known, self._entries()],
            sorted(self.users[name]),
            self.lectures[name],
            self.release,
            self.made_by,
        ]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def theorem(self, theorem: Theorem) -> str:
        """The page of a theorem."""
        root = self.knowledge.library.root
        outcome = self.knowledge.outcome(theorem.name)
        certificate = self.knowledge.certificate(theorem.name) or ""
        return self.templates.get_template("theorem.md.jinja").render(
            theorem=theorem,
            uses=sorted({one.theorem.name for one in theorem.citations}),
            used_by=sorted(self.users[theorem.name]),
            lectures=self.lectures[theorem.name],
            sympy="" if outcome.malformed else _sympy(theorem),
            latex="" if outcome.malformed else _latex(outcome),
            file=Path(theorem.location.path).relative_to(root.parent).as_posix(),
            line=theorem.location.line,
            release=self.release,
            status=outcome.status,
            digest=hashlib.sha256(certificate.encode()).hexdigest()[:16] if certificate else "",
        )

    def subject(self, subject: str) -> str:
        """The page of a subject; what it is about is the docstring of its folder."""
        library = self.knowledge.library
        about = (library.root / subject / "__init__.py").read_text(encoding="utf-8")
        docstring = ast.get_docstring(ast.parse(about)) or ""
        return self.templates.get_template("subject.md.jinja").render(
            subject=subject,
            title=SUBJECTS[subject],
            told=docstring.partition("\n")[0],
            theorems=[one.name for one in self.theorems if one.name.startswith(f"{subject}.")],
        )

    def errata(self) -> str:
        """The page of what lectures say wrongly, and of what they say that is no mathematics."""
        errata, remarks = self._entries()
        template = self.templates.get_template("errata.md.jinja")
        return template.render(errata=errata, remarks=remarks)

    def _entries(self) -> tuple[list[str], list[str]]:
        entries = self.knowledge.library.entries.values()
        errata = [one.name for one in entries if isinstance(one, Erratum)]
        return errata, [one.name for one in entries if not isinstance(one, Erratum)]


def _templates(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jinja"))


def _users(theorems: Iterable[Theorem]) -> dict[str, set[str]]:
    """For each theorem those that cite it."""
    found: dict[str, set[str]] = defaultdict(set)
    for theorem in theorems:
        for citation in theorem.citations:
            found[citation.theorem.name].add(theorem.name)
    return found


def _lectures(folder: Path) -> dict[str, list[str]]:
    """For each theorem the lectures that show it."""
    found: dict[str, list[str]] = defaultdict(list)
    for lecture in sorted(folder.glob("*.md")):
        for name in _SHOWN.findall(lecture.read_text(encoding="utf-8")):
            found[name].append(lecture.stem)
    return found


def _latex(outcome: Outcome) -> str:
    """What `derive latex` prints."""
    return theorem_latex(outcome.theorem, outcome.status, outcome.proof).strip()


def _sympy(theorem: Theorem) -> str:
    """What `Theorem.to_sympy` gives; nothing where SymPy has no such statement."""
    try:
        found = theorem.to_sympy()
    except LanguageError:
        return ""
    return "\n".join(map(str, found)) if isinstance(found, tuple) else str(found)
