"""Translating texts by the catalogues beside what they translate.

The catalogues are gettext's and stand as text in `locale/zh/LC_MESSAGES`: `derive.po` beside the
toolkit, any number of them in a folder of theorems, `NAME.po` beside a lecture `NAME.md`.  They are
read when first needed, so that there is nothing to compile.  White space does not matter in them.

Main results: `translation`, `Translation`, `messages_folder`, `phrases`,
`one_line`, `without_items`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from derive.loading import LIBRARY, LoadError, NotFound

LANGUAGES = ("en", "zh", "ja")
"""The languages of the toolkit and of the installed library, the language of the sources first."""

ITEMS = "{items}"
"""Stands in a catalogue for a list of items, such as [A041, A042]."""

_NUMBERED = re.compile(r"(.+) (\(\d+\))")
"""A name that occurs twice, with a number; only the name is in a catalogue."""
_ITEMS = re.compile(r"\[[A-Z]+\d+(?:, [A-Z]+\d+)*\]")
_COMMA = "、"  # of lists, in Chinese as in Japanese
_SEPARATOR = re.compile(r",|;|\band\b")


class Translation:
    """Translates texts into one language: `t("Theorem")`.

    Args:
        language: its code.
        catalogues: translations by their English text; the first that has a text counts.

    `missing` holds the texts that had to stay English, in the order in which they came up.
    """

    def __init__(self, language: str, catalogues: tuple[Mapping[str, str], ...] = ()) -> None:
        self.language = language
        self.missing: list[str] = []
        self._catalogues = catalogues

    def __call__(self, text: str) -> str:
        """The text in the reader's language, or as it is where nobody has translated it.

        A list of translated texts, such as the names of hypotheses in a reason, is translated part
        by part.  Numbers of items of a source in square brackets, as in `A lecture [A041]`, are not
        for translators: a catalogue has `{items}` for them.
        """
        if self.language == LANGUAGES[0] or not text.strip():
            return text
        found = self._found(text)
        if not found and text not in self.missing:
            self.missing.append(text)
        return found or text

    def __repr__(self) -> str:
        return f"<Translation into {self.language}>"

    def _found(self, text: str) -> str:
        """The translation of a text, or of each part of a list such as "norm, first and above"."""
        parts = phrases(text)
        found = self._looked_up(text)
        numbered = _NUMBERED.fullmatch(one_line(text))
        if not found and numbered:
            name = self._found(numbered[1])
            return f"{name} {numbered[2]}" if name else ""
        if found or len(parts) < 2:
            return found
        each = [self._looked_up(part) for part in parts]
        return _COMMA.join(each) if all(each) else ""

    def _looked_up(self, text: str) -> str:
        key = without_items(one_line(text))
        found = next((c[key] for c in self._catalogues if key in c), "")
        for group in _ITEMS.findall(text):
            found = found.replace(ITEMS, group, 1)
        return found


def translation(
    language: str, folder: Path | None = None, *, lecture: Path | None = None
) -> Translation:
    """Translates into a language what the toolkit, the library and a folder of theorems say.

    Args:
        language: one of `LANGUAGES`.
        folder: the top folder of the theorems, if they are not the installed library; what its
            own catalogues say counts first.
        lecture: a lecture as Markdown, whose blocks are to be translated as well.

    Raises:
        NotFound: there is no such language.
        LoadError: a catalogue cannot be read.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise NotFound(f"there is no language {language!r}; the languages are {known}")
    if language == LANGUAGES[0]:
        return Translation(language)
    files = _catalogue_files(language, folder, lecture)
    return Translation(language, tuple(_read(file, file.stat().st_mtime_ns) for file in files))


def phrases(text: str) -> list[str]:
    """The parts of a text between commas and "and"."""
    return [phrase.strip() for phrase in _SEPARATOR.split(text) if phrase.strip()]


def one_line(text: str) -> str:
    """A text with single spaces: the form in which it stands in a catalogue."""
    return " ".join(text.split())


def without_items(text: str) -> str:
    """A text with `{items}` for each list of items of a source."""
    return _ITEMS.sub(ITEMS, text)


def messages_folder(folder: Path, language: str) -> Path:
    """Where the catalogues of a language lie below a folder."""
    return folder / "locale" / language / "LC_MESSAGES"


def _catalogue_files(language: str, folder: Path | None, lecture: Path | None) -> Iterator[Path]:
    if lecture is not None:
        own = messages_folder(lecture.resolve().parent, language) / f"{lecture.stem}.po"
        if own.is_file():
            yield own
    toolkit = Path(__file__).resolve().parents[1]
    folders = [folder.resolve()] if folder is not None else []
    for place in dict.fromkeys([*folders, LIBRARY, toolkit]):
        yield from sorted(messages_folder(place, language).glob("*.po"))


@cache
def _read(file: Path, changed: int) -> Mapping[str, str]:
    """The finished translations in a catalogue; `changed` tells a newer file from an older one."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        with file.open("rb") as stream:
            catalogue = read_po(stream, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise LoadError(f"{file} is no catalogue of gettext: {error}") from None
    return {
        one_line(message.id): message.string
        for message in catalogue
        if message.id
        and isinstance(message.id, str)
        and isinstance(message.string, str)
        and message.string
        and not message.fuzzy
    }
