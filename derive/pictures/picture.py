"""A picture: a function that draws it, and the words that go with it.

Main results: `Picture`, `picture`, `Words`, `Drawn`, `PictureError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from derive.language.errors import LanguageError
from derive.loading import LoadError
from derive.location import Location
from derive.theorem import Theorem

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from derive.render.diagrams.shapes import Drawing
    from derive.translation import Translation

Drawn: TypeAlias = "Figure | Drawing | str"
"""A Matplotlib figure, a string diagram, or the source of an SVG or TikZ picture."""

Drawer: TypeAlias = "Callable[[Translation], Drawn]"

_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")


class PictureError(LoadError):
    """A picture cannot be drawn or written; the message says what to do."""


class Words(NamedTuple):
    """What is said about a picture, in one language."""

    caption: str
    alt: str


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture of a folder of theorems.

    Args:
        name: dotted path, `subject.picture`.
        caption: what stands below it, in English.
        alt: what is told to those who cannot see it, in English.
        source: where the source has it.
        computed_from: the theorems from whose claims it is computed.
        drawer: draws it; its labels go through the translation that it gets.

    Raises:
        LanguageError: the name is no dotted path, or there is no caption or no alternative text.
    """

    name: str
    caption: str
    alt: str
    source: str
    computed_from: tuple[Theorem, ...]
    drawer: Drawer

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise LanguageError(
                f"{self.name!r} is no name of a picture", hint="write it like subject.picture"
            )
        for what, text in (("caption", self.caption), ("alt", self.alt)):
            if not text.strip():
                raise LanguageError(
                    f"{self.name}: a picture needs a {what}", hint=f'write {what}="…"'
                )

    def __repr__(self) -> str:
        return f"<Picture {self.name}>"

    @property
    def location(self) -> Location:
        """Where its function begins."""
        code = self.drawer.__code__
        return Location(code.co_filename, code.co_firstlineno)

    def words(self, language: str = "en") -> Words:
        """Caption and alternative text.

        Raises:
            NotFound: there is no such language.
            LoadError: a catalogue cannot be read.
        """
        t = self._translation(language)
        return Words(t(self.caption), t(self.alt))

    def draw(self, language: str = "en") -> Drawn:
        """What its function returns, with labels in a language.

        Raises:
            PictureError: its function raises, or returns no picture; or no font has the letters.
            NotFound: there is no such language.
        """
        from derive.pictures.style import styled

        t = self._translation(language)
        with styled(language):
            try:
                drawn = self.drawer(t)
            except Exception as error:
                fault = f"{type(error).__name__}: {error}"
                message = f"{self.name}: the function of the picture raises {fault}"
                raise PictureError(message, self._place(error)) from error
        if isinstance(drawn, str) or hasattr(drawn, "savefig") or hasattr(drawn, "shapes"):
            return drawn
        kind = type(drawn).__name__
        raise self.error(f"the function returns {kind}, but no figure, diagram or source")

    def rendered(self, form: str, language: str = "en") -> bytes:
        """The picture as a file of a form: `svg`, `pdf`, `png`; a diagram also as `tex`.

        The same picture gives the same bytes wherever fonts and libraries are the same.

        Raises:
            PictureError: it cannot be drawn, or not in this form.
            NotFound: there is no such language.
        """
        from derive.pictures.writing import rendered

        drawn = self.draw(language)
        try:
            return rendered(drawn, form, self.words(language), language)
        except PictureError as error:
            raise self.error(error.message) from error

    def write(self, path: Path, language: str = "en") -> None:
        """Write the picture to a file, in the form that its name ends with.

        Raises:
            PictureError: it cannot be drawn, or not in this form.
            NotFound: there is no such language.
            OSError: the file cannot be written; then an older one is still there.
        """
        from derive.files import write_whole
        from derive.pictures.writing import form_of

        write_whole(path, self.rendered(form_of(path), language))

    def error(self, message: str) -> PictureError:
        """An error about this picture."""
        return PictureError(f"{self.name}: {message}", self.location)

    def _place(self, error: Exception) -> Location:
        """The line of its file at which an error came up."""
        path = self.location.path
        lines = [line for f, line in walk_tb(error.__traceback__) if f.f_code.co_filename == path]
        return Location(path, lines[-1]) if lines else self.location

    def _translation(self, language: str) -> Translation:
        from derive.library import root_of
        from derive.translation import translation

        return translation(language, root_of(Path(self.location.path)))


def picture(
    name: str,
    *,
    caption: str,
    alt: str,
    source: str = "",
    computed_from: tuple[Theorem, ...] = (),
) -> Callable[[Drawer], Picture]:
    """Make a picture of the function below; see `Picture`.

    Raises:
        LanguageError: the name is no dotted path, or there is no caption or no alternative text.
    """

    def make(drawer: Drawer) -> Picture:
        return Picture(name, caption, alt, source, computed_from, drawer)

    return make
