"""A page for each theorem of the library, one for each subject, and one for all errata.

They are written into `docs/theorems` when a build begins, and only where they have changed.  What they
show comes from the directives of `derive.sphinx`; here are added only what there is to copy and where
else to look.  A lecture shows theorems too; references lead to the pages made here, whose addresses
do not change.

Main results: `setup`, `write_pages`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from derive.entries import Erratum
from derive.files import write_whole
from derive.language.errors import LanguageError
from derive.render.latex import theorem_latex
from derive.sphinx.knowledge import Knowledge
from derive.sphinx.roles import domain_of
from derive.theorem import Theorem
from jinja2 import Environment, FileSystemLoader, StrictUndefined

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
    source = Path(app.srcdir)
    knowledge = domain_of(app.env).knowledge
    folder = source / FOLDER
    folder.mkdir(exist_ok=True)
    pages = dict(_pages(knowledge, source, app.config.release))
    for name, text in pages.items():
        file = folder / f"{name}.md"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            write_whole(file, text)
    for file in folder.glob("*.md"):
        if file.stem not in pages:
            file.unlink()


def _pages(knowledge: Knowledge, source: Path, release: str) -> Iterator[tuple[str, str]]:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    library = knowledge.library
    users = _users(knowledge)
    lectures = _lectures(source / _LECTURES)
    page = templates.get_template("theorem.md.jinja")
    for theorem in library:
        yield (
            theorem.name,
            page.render(
                theorem=theorem,
                uses=sorted({one.theorem.name for one in theorem.citations}),
                used_by=sorted(users[theorem.name]),
                lectures=lectures[theorem.name],
                file=_file(theorem, library.root),
                line=theorem.location.line,
                release=release,
                **_copies(theorem, knowledge),
            ),
        )
    for subject, title in SUBJECTS.items():
        found = [theorem.name for theorem in library if theorem.name.startswith(f"{subject}.")]
        about = (library.root / subject / "__init__.py").read_text(encoding="utf-8")
        told = about.removeprefix('"""').partition('"""')[0].partition("\n")[0]
        yield (
            subject,
            templates.get_template("subject.md.jinja").render(
                subject=subject, title=title, told=told, theorems=found
            ),
        )
    errata = [one for one in library.entries.values() if isinstance(one, Erratum)]
    yield (
        "errata",
        templates.get_template("errata.md.jinja").render(
            errata=[one.name for one in errata],
            remarks=[one.name for one in library.entries.values() if one not in errata],
        ),
    )


def _users(knowledge: Knowledge) -> dict[str, set[str]]:
    """For each theorem those that cite it."""
    found: dict[str, set[str]] = defaultdict(set)
    for theorem in knowledge.library:
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


def _file(theorem: Theorem, root: Path) -> str:
    """The file of a theorem, from the folder that holds the library."""
    return Path(theorem.location.path).relative_to(root.parent).as_posix()


def _copies(theorem: Theorem, knowledge: Knowledge) -> dict[str, str]:
    """A theorem as SymPy and as LaTeX, and the fingerprint of its certificate."""
    outcome = knowledge.outcome(theorem.name)
    certificate = knowledge.certificate(theorem.name) or ""
    return {
        "sympy": _sympy(theorem),
        "latex": theorem_latex(theorem, outcome.status, outcome.proof).strip(),
        "status": outcome.status,
        "digest": hashlib.sha256(certificate.encode()).hexdigest()[:16] if certificate else "",
    }


def _sympy(theorem: Theorem) -> str:
    """What `Theorem.to_sympy` gives; nothing where SymPy has no such statement."""
    try:
        found = theorem.to_sympy()
    except LanguageError:
        return ""
    return "\n".join(map(str, found)) if isinstance(found, tuple) else str(found)
