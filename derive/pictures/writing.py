"""Figures, string diagrams and sources of pictures as files.

Metadata say what a picture shows, and no date or version, so that the bytes stay the same.

Main results: `rendered`, `form_of`, `FORMS`.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from derive.pictures.picture import Drawn, PictureError, Words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMS = ("svg", "pdf", "png", "tex")

_UNDATED: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": None, "Type": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}
_NAMES_OF_WORDS = {
    "svg": ("Title", "Description"),
    "pdf": ("Title", "Subject"),
    "png": ("Title", "Description"),
}


def form_of(path: Path) -> str:
    """The form that the name of a file ends with.

    Raises:
        PictureError: it ends with none.
    """
    form = path.suffix[1:].lower()
    if form not in FORMS:
        known = ", ".join(f".{one}" for one in FORMS)
        raise PictureError(
            f"{path.name} does not say which form is meant; its end is one of {known}"
        )
    return form


def rendered(drawn: Drawn, form: str, words: Words, language: str) -> bytes:
    """The bytes of a file.

    Args:
        drawn: what the function of a picture returned.
        form: one of `FORMS`.
        words: caption and alternative text, for the metadata.
        language: that of the labels.

    Raises:
        PictureError: the picture has not this form, or a label cannot be drawn.
    """
    from derive.render.diagrams.shapes import Drawing

    if isinstance(drawn, str):
        return _source(drawn, form)
    if isinstance(drawn, Drawing):
        if form in ("svg", "tex"):
            from derive.render.diagrams.svg import svg
            from derive.render.diagrams.tikz import tikz

            return (tikz(drawn) if form == "tex" else svg(drawn, words.caption)).encode()
        from derive.pictures.diagrams import figure_of
        from derive.pictures.style import styled

        with styled(language):
            drawn = figure_of(drawn)
    if form == "tex":
        raise PictureError("this picture is no diagram, so there is no TikZ of it; write a .pdf")
    return _figure(drawn, form, words, language)


def _source(text: str, form: str) -> bytes:
    """A picture that is already written, if that is the form."""
    own = "svg" if text.lstrip().startswith(("<svg", "<?xml")) else "tex"
    if form != own:
        raise PictureError(f"this picture has only the form .{own}")
    return text.encode()


def _figure(figure: Figure, form: str, words: Words, language: str) -> bytes:
    from derive.pictures.style import styled

    metadata = {**_UNDATED[form], **dict(zip(_NAMES_OF_WORDS[form], words, strict=True))}
    stream = io.BytesIO()
    with styled(language), _strict():
        try:
            figure.savefig(stream, format=form, metadata=metadata)
        except (UserWarning, ValueError) as error:  # no glyph for a letter; a wrong formula
            raise PictureError(f"a label cannot be drawn: {error}") from error
    return stream.getvalue()


@contextmanager
def _strict() -> Iterator[None]:
    """Within, a letter for which no font has a glyph raises, in text and in formulas."""
    log = logging.getLogger("matplotlib.mathtext")
    refusing = _Refusing(logging.WARNING)
    log.addHandler(refusing)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", "Glyph .* missing from", UserWarning)
            yield
    finally:
        log.removeHandler(refusing)


class _Refusing(logging.Handler):
    """Raises what is logged: Matplotlib only logs that a letter in a formula has no glyph."""

    def emit(self, record: logging.LogRecord) -> None:
        raise PictureError(f"a label cannot be drawn: {record.getMessage()}")
