"""What there is to translate: the words of the toolkit, the texts of a folder, those of a lecture.

Each message comes with notes for the translator, which say where it stands.

Main results: `toolkit_messages`, `folder_messages`, `lecture_messages`, `Messages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, get_args

from derive.checking import Status
from derive.checking.reasons import ABOVE, ALGEBRA
from derive.entries import LABELS, Entry, Erratum, Remark
from derive.language.glossary import PROPERTIES
from derive.library import Library
from derive.theorem import Given, Kind, Suppose, Theorem
from derive.translation.reading import one_line, phrases, without_items

Messages: TypeAlias = "dict[str, list[str]]"
"""Texts, and for each where it stands."""

TOOLKIT = Path(__file__).resolve().parents[1]

_CALLS = {"t": None, "translate": None, "message": None}
"""The functions whose arguments are texts to be translated."""


def toolkit_messages() -> Messages:
    """The words in the sources of the toolkit, and those that it knows as data."""
    words: Messages = {}
    data = {
        "status": get_args(Status),
        "kind of hypothesis": get_args(Kind),
        "label of a remark": LABELS,
        "word in a reason": (ABOVE, *ALGEBRA),
        "property of a symbol": sorted(frozenset().union(*PROPERTIES.values())),
    }
    for what, known in data.items():
        for word in known:
            _add(words, word, what)
    for text, file in _called(TOOLKIT):
        _add(words, text, file)
    return words


def folder_messages(library: Library) -> Messages:
    """All that a reader sees of a folder of theorems, and the words of its pictures.

    Raises:
        LoadError: one of its files could not be loaded, so that its texts would be lost.
        TheoremError: a formula is not well formed.
    """
    for problem in library.problems:
        raise problem
    texts: Messages = {}
    for one in (*library, *library.entries.values()):
        told = _theorem_texts(one) if isinstance(one, Theorem) else _entry_texts(one)
        for text, what in told:
            _add(texts, text, f"{one.name}: {what}")
    for theorem in library:
        for reason in _reasons(theorem):
            known = all(
                phrase in texts or phrase in (ABOVE, *ALGEBRA) for phrase in phrases(reason)
            )
            if not known:
                _add(texts, reason, f"{theorem.name}: reason")
    for text, file in _called(library.root):
        _add(texts, text, file)
    return texts


def lecture_messages(lecture: Path) -> Messages:
    """The blocks of a lecture: its title, headings, paragraphs, list items and footnotes.

    A block is its Markdown on one line, as for the gettext builder of Sphinx.

    Raises:
        LoadError: it is no lecture.
    """
    from derive.documents.lecture import read_lecture

    read = read_lecture(lecture)
    blocks: Messages = {}
    _add(blocks, read.title, "title")
    for node in read.tree.walk():
        if node.type == "inline":
            _add(blocks, node.content, node.parent.type.replace("_", " ") if node.parent else "")
    for key, entry in read.bibliography.items():
        _add(blocks, entry, f"bibliography: {key}")
    return blocks


def _add(messages: Messages, text: str, note: str) -> None:
    key = without_items(one_line(text))
    if key:
        messages.setdefault(key, []).append(note)


def _called(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts that sources below a folder give to be translated, and the files."""
    from babel.messages.extract import extract_from_dir

    found = extract_from_dir(str(folder), [("**.py", "python")], keywords=_CALLS)
    for file, _, text, _, _ in sorted(found, key=lambda one: (one[0], one[1])):
        if isinstance(text, str):
            yield text, f"{folder.name}/{Path(file).as_posix()}"


def _theorem_texts(theorem: Theorem) -> Iterator[tuple[str, str]]:
    yield theorem.title, "title"
    yield theorem.source, "source"
    yield theorem.immediate, "why it is immediate"
    given, _, proof = theorem.as_given()
    yield from _given_texts(given)
    for part in proof:
        if isinstance(part, Suppose):
            yield from _given_texts(part.given)


def _given_texts(given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        yield name, "hypothesis"
        if isinstance(value, Given):
            yield value.source, f"source of the hypothesis {name!r}"


def _reasons(theorem: Theorem) -> Iterator[str]:
    for step in theorem.steps():
        if step.reason:
            yield one_line(step.reason)


def _entry_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield entry.title, "title"
    yield entry.source, "source"
    yield entry.text, "text"
    if isinstance(entry, Remark):
        yield entry.shows, "what is shown"
        yield entry.does_not_show, "what is not shown"
    if isinstance(entry, Erratum):
        yield entry.reference, "reference"
        for given in (entry.given, entry.right_given):
            for one in given:
                if isinstance(one, Given):
                    yield one.source, "source of a hypothesis"
