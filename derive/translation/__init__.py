"""Words of the toolkit, of a folder of theorems and of a lecture in the reader's language.

English is the language of the sources, and its texts are the keys: `t("Theorem")`.  A text that
`t` gets as a variable is marked where it stands: `message("Theorem")`.  `make translations` brings
the catalogues up to date.

Main results: `translation`, `Translation`, `message`, `LANGUAGES`.
"""

from derive.translation.reading import LANGUAGES, Translation, translation

__all__ = ["LANGUAGES", "Translation", "message", "translation"]


def message(text: str) -> str:
    """The text itself: a mark by which `make translations` finds what is translated elsewhere."""
    return text
