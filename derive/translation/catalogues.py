"""Catalogues brought up to date: new texts added, changed ones marked, finished ones kept.

`make translations` runs this file over the toolkit, the library and the lectures; a folder of
theorems or a lecture of one's own is an argument: `python -m derive.translation.catalogues proofs`.

Main results: `update`, `unfinished`, `damaged`.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from derive.files import write_whole
from derive.library import Library
from derive.loading import LIBRARY
from derive.translation.messages import (
    TOOLKIT,
    Messages,
    folder_messages,
    lecture_messages,
    toolkit_messages,
)
from derive.translation.reading import LANGUAGES, messages_folder

LECTURES = TOOLKIT.parent / "docs" / "lectures"

_HEADER = """\
# The texts of {name} in the language {language}.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
_NOTES = 3  # for a text that stands in many places
_KEPT = (
    re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)+\$"),  # formulas
    re.compile(r"\{[a-z:_]+\}`[^`]+`"),  # roles
    re.compile(r"\{[a-z_]*\}(?!`)"),  # placeholders
    re.compile(r"\[\^[^\]]+\]"),  # footnotes
    re.compile(r"(?<![\w`./{])[a-z_]+(?:\.[a-z_]+)+(?![\w`/])"),  # names of theorems and entries
)


def sources(lectures: Path = LECTURES) -> dict[tuple[Path, str], Messages]:
    """For each catalogue of this project, by folder and name, what must be in it."""
    found = {
        (TOOLKIT, "derive"): toolkit_messages(),
        (LIBRARY, "proofs"): folder_messages(Library.load(LIBRARY)),
    }
    for lecture in sorted(lectures.glob("*.md")):
        found[lectures, lecture.stem] = lecture_messages(lecture)
    return found


def update(folder: Path, name: str, messages: Messages) -> dict[str, int]:
    """Bring the catalogues of all languages up to date, and count what is left to translate.

    A text that has changed a little keeps its translation, marked as fuzzy.

    Raises:
        OSError: a catalogue cannot be written.
    """
    template = Catalog(domain=name, fuzzy=False)
    for text, notes in messages.items():
        template.add(text, auto_comments=list(dict.fromkeys(notes))[:_NOTES])
    left = {}
    for language in LANGUAGES[1:]:
        file = messages_folder(folder, language) / f"{name}.po"
        catalogue = load(file, language)
        catalogue.update(template)
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _text(catalogue))
        left[language] = len(list(unfinished(catalogue, messages)))
    return left


def _text(catalogue: Catalog) -> str:
    """A catalogue as a file, with a header that changes neither with the day nor with Babel."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=0, ignore_obsolete=True, omit_header=True)
    header = _HEADER.format(name=catalogue.domain, language=catalogue.locale_identifier)
    return header + stream.getvalue().decode()


def load(file: Path, language: str) -> Catalog:
    """A catalogue with all that is in it; an empty one if there is no such file."""
    if not file.is_file():
        return Catalog(locale=language, domain=file.stem, fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale=language, domain=file.stem)


def unfinished(catalogue: Catalog, messages: Messages) -> Iterator[str]:
    """The texts that have no translation, or one that is marked as fuzzy."""
    for text in messages:
        found = catalogue.get(text)
        if found is None or not found.string or found.fuzzy:
            yield text


def damaged(text: str, translated: str) -> list[str]:
    """The formulas, roles, placeholders, footnotes and names that a translation has lost or made.

    Each must be there as often as in the text; their order may differ.
    """
    wrong = []
    for pattern in _KEPT:
        before, after = (Counter(pattern.findall(one)) for one in (text, translated))
        wrong += sorted(((before - after) + (after - before)).elements())
    return wrong


def main(paths: list[str]) -> None:
    """Update the catalogues of the project, or those of some folders and lectures.

    Raises:
        LoadError: there is no such folder or lecture, or it cannot be read.
    """
    chosen = dict(_of_path(Path(path)) for path in paths) or sources()
    for (folder, name), messages in chosen.items():
        for language, count in update(folder, name, messages).items():
            print(f"{name}, {language}: {len(messages)} texts, {count} to translate")


def _of_path(path: Path) -> tuple[tuple[Path, str], Messages]:
    """The catalogue of a lecture or of a folder of theorems, and what must be in it."""
    if path.suffix == ".md":
        return (path.resolve().parent, path.stem), lecture_messages(path)
    library = Library.load(path)
    return (library.root, "proofs"), folder_messages(library)


if __name__ == "__main__":
    main(sys.argv[1:])
