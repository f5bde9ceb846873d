"""A lecture: a Markdown file with prose and references to theorems.

Main results: `Lecture`, `read_lecture`, `find_lecture`, `LectureError`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from derive.documents.markdown import DIRECTIVES, Node, directive, parser, split_target
from derive.loading import LoadError, NotFound
from derive.location import Location

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDERS = (_PACKAGE / "lectures", _PACKAGE.parent / "docs" / "lectures")
"""Where the lectures are that come with derive: in an installation, and in a checkout."""


class LectureError(LoadError):
    """A lecture that cannot be printed; the message names file and line."""


@dataclass(frozen=True)
class Reference:
    """A directive or a role that names something.

    Args:
        kind: the directive or the role.
        target: what it names.
        line: where it stands, from 1.
    """

    kind: str
    target: str
    line: int


@dataclass(frozen=True)
class Lecture:
    """A lecture as read.

    Args:
        path: its file.
        title, author: of the front matter.
        bibliography: for each key, which `{cite}` takes, the entry in Markdown.
        tree: the Markdown.
        environment: what the parser knows of footnotes.
    """

    path: Path
    title: str
    author: str
    bibliography: Mapping[str, str]
    tree: Node
    environment: dict[str, Any] = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name of its file without the ending."""
        return self.path.stem

    def error(self, message: str, line: int) -> LectureError:
        """An error at a line."""
        return LectureError(message, Location(str(self.path), line))

    def references(self) -> Iterator[Reference]:
        """All that it refers to, in order."""
        for node in self.tree.walk():
            line = line_of(node)
            found = directive(node)
            if found is not None:
                yield Reference(*found, line)
            elif node.type == "myst_role":
                _, target = split_target(node.content)
                yield Reference(node.meta["name"], target, line)


def line_of(node: Node) -> int:
    """The line of a node, from 1."""
    around: Node | None = node
    while around is not None and not around.is_root:
        if around.map:
            return around.map[0] + 1
        around = around.parent
    return 1


def read_lecture(path: Path) -> Lecture:
    """Read a lecture.

    Raises:
        NotFound: there is no such file.
        LectureError: it is no text, its front matter is not well formed, or a directive is unknown.
    """
    path = path.resolve()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotFound(f"{path} does not exist") from None
    except UnicodeDecodeError:
        raise LectureError(f"{path} is no text in UTF-8") from None
    environment: dict[str, Any] = {}
    tree = Node(parser().parse(text, environment))
    front = _front_matter(tree, path)
    bibliography = front.get("bibliography") or {}
    if not isinstance(bibliography, Mapping):
        raise _front_error("bibliography must be a mapping from keys to entries", path)
    lecture = Lecture(
        path,
        str(front.get("title") or _first_heading(tree) or path.stem),
        str(front.get("author") or ""),
        {str(key): str(entry) for key, entry in bibliography.items()},
        tree,
        environment,
    )
    _check_directives(lecture)
    return lecture


def _front_matter(tree: Node, path: Path) -> Mapping[str, Any]:
    import yaml

    if not tree.children or tree.children[0].type != "front_matter":
        return {}
    try:
        front = yaml.safe_load(tree.children[0].content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not well formed"
        raise _front_error(str(problem), path, 2 + (mark.line if mark else 0)) from None
    if front is not None and not isinstance(front, Mapping):
        raise _front_error("write lines such as title: My lecture", path)
    return front or {}


def _front_error(message: str, path: Path, line: int = 1) -> LectureError:
    return LectureError(f"in the front matter: {message}", Location(str(path), line))


def _first_heading(tree: Node) -> str:
    headings = [node for node in tree.children if node.type == "heading"]
    return headings[0].children[0].content if headings else ""


def _check_directives(lecture: Lecture) -> None:
    for node in lecture.tree.walk():
        found = directive(node)
        if found is None:
            continue
        name, target = found
        if name not in DIRECTIVES:
            close = difflib.get_close_matches(name, DIRECTIVES, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(DIRECTIVES)}"
            raise lecture.error(f"there is no directive {name}; {hint}", line_of(node))
        if not target and name != "derive-graph":
            example = f"```{{{name}}} subject.result"
            raise lecture.error(f"{name} needs a name, such as {example}", line_of(node))


def find_lecture(word: str) -> Path:
    """The file of a lecture, from its path or from the name of one that comes with derive.

    Raises:
        NotFound: there is none; the message lists those that there are.
    """
    path = Path(word)
    if word.endswith(".md") or "/" in word or path.is_file():
        if path.is_dir():
            raise NotFound(f"{word} is a folder; give the path of a Markdown file")
        if not path.is_file():
            raise NotFound(f"{word} does not exist")
        return path
    known = provided_lectures()
    if word not in known:
        close = difflib.get_close_matches(word, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
        raise NotFound(f"there is no lecture {word}; {hint}; or give the path of a Markdown file")
    return known[word]


def provided_lectures() -> dict[str, Path]:
    """The lectures in `docs/lectures` and those that come with derive, by name."""
    folders = (*_FOLDERS[::-1], Path("docs/lectures"))
    files = [file for folder in folders for file in sorted(folder.glob("*.md"))]
    return {file.stem: file.resolve() for file in files}
