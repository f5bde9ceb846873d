"""Files made from a lecture: notes, slides, or a fragment for each theorem.

Main results: `build`, `FORMATS`, `Format`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias, get_args

from derive.documents.contents import Contents
from derive.files import write_whole

Format: TypeAlias = Literal["article", "beamer", "fragments"]
FORMATS: tuple[Format, ...] = get_args(Format)

_FIGURES = "figures"


def build(contents: Contents, form: Format, directory: Path) -> list[Path]:
    """Write the files of a document, and return those that the reader wants.

    Args:
        contents: the lecture with all that it refers to.
        form: what is made of it.
        directory: where; it is made if need be.

    Raises:
        LectureError: a reference to what is not there.
        PictureError: a picture cannot be drawn.
        OSError: a file cannot be written.
    """
    directory.mkdir(parents=True, exist_ok=True)
    if form == "fragments":
        return _fragments(contents, directory)

    def figure(name: str) -> Path:
        file = Path(_FIGURES) / f"{name.replace('.', '-')}-{contents.language}.pdf"
        (directory / _FIGURES).mkdir(exist_ok=True)
        contents.pictures[name].write(directory / file, contents.language)
        return file

    if form == "article":
        from derive.documents.article import article_latex

        text, name = article_latex(contents, figure), contents.lecture.name
    else:
        from derive.documents.slides import slides_latex

        text, name = slides_latex(contents, figure), f"{contents.lecture.name}-slides"
    file = directory / f"{name}-{contents.language}.tex"
    write_whole(file, text)
    return [file]


def _fragments(contents: Contents, directory: Path) -> list[Path]:
    """Each theorem as `derive latex` prints it."""
    from derive.render.latex import theorem_latex
    from derive.render.style import Style

    style = Style(contents.translate)
    files = []
    for outcome in contents.printed.values():
        file = directory / f"{outcome.theorem.name}.tex"
        text = theorem_latex(outcome.theorem, outcome.status, outcome.proof, style)
        write_whole(file, f"{text}\n")
        files.append(file)
    return files
