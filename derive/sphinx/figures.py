"""Pictures that are computed from theorems: `derive-picture`.

Main results: `PictureDirective`.
"""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from derive.pictures import Picture, PictureError, find
from derive.sphinx.directives import DeriveDirective
from derive.sphinx.writing import prose_nodes
from derive.store import code_fingerprint

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of each table of a font

_FORMS = ("svg", "pdf")
"""What builders for screens and for paper take."""


class PictureDirective(DeriveDirective):
    """A picture with its caption, in the language of the document."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "width": directives.length_or_percentage_or_unitless,
        "no-caption": directives.flag,
        "name": directives.unchanged,
    }

    def shown(self) -> list[nodes.Node]:
        """The figure.  Raises `LoadError`, or `PictureError` if it cannot be drawn."""
        picture = find(self.arguments[0], self.knowledge.library.root)
        self.env.note_dependency(picture.location.path)
        for theorem in picture.computed_from:
            self.known(theorem.name)
        words = picture.words(self.knowledge.t.language)
        image = nodes.image(uri=f"{self.drawn(picture)}.*", alt=words.alt)
        if "width" in self.options:
            image["width"] = self.options["width"]
        figure = nodes.figure("", image, classes=["derive-picture"])
        if "no-caption" not in self.options:
            figure += nodes.caption("", "", *prose_nodes(words.caption))
        self.add_name(figure)
        return [figure]

    def drawn(self, picture: Picture) -> str:
        """Where the files of a picture are, without their ends, as Sphinx names images.

        They lie in a folder named after all that they depend on, so that each is drawn once.
        """
        language = self.knowledge.t.language
        parts = [
            language,
            code_fingerprint(whole=True),
            Path(picture.location.path).read_text(encoding="utf-8"),
            *(self.knowledge.fingerprint(theorem.name) for theorem in picture.computed_from),
        ]
        key = hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
        folder = Path(self.env.doctreedir, "derive-pictures", key)
        folder.mkdir(parents=True, exist_ok=True)
        for form in _FORMS:
            self.draw(picture, folder / f"{picture.name}.{form}")
        place = os.path.relpath(folder / picture.name, self.env.srcdir)
        return f"/{Path(place).as_posix()}"

    def draw(self, picture: Picture, file: Path) -> None:
        """Write a file that is not there yet; on paper, a picture may do without."""
        try:
            if not file.is_file():
                picture.write(file, self.knowledge.t.language)
        except PictureError:
            if file.suffix == f".{_FORMS[0]}":
                raise
