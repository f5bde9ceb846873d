"""The catalogues are complete: nothing missing, nothing fuzzy, no formula or placeholder lost."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from derive.library import Library
from derive.loading import LIBRARY, LoadError
from derive.translation.catalogues import LECTURES, damaged, load, main, sources, unfinished, update
from derive.translation.messages import TOOLKIT, Messages, folder_messages
from derive.translation.reading import LANGUAGES, messages_folder

FOREIGN = LANGUAGES[1:]
_KANA = re.compile("[\u3041-\u30ff]")
_HAN_OR_KANA = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_PLACE = re.compile(r"\{\w+\}")
_IN_JAPANESE = re.compile("《[^》]*》")


@pytest.fixture(scope="module")
def all_sources() -> dict[tuple[Path, str], Messages]:
    return sources()


@pytest.fixture(params=FOREIGN)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def catalogues(
    all_sources: dict[tuple[Path, str], Messages], language: str
) -> list[tuple[str, Messages, Catalog]]:
    return [
        (name, messages, load(messages_folder(folder, language) / f"{name}.po", language))
        for (folder, name), messages in all_sources.items()
    ]


def test_there_is_a_catalogue_of_the_toolkit_the_library_and_each_lecture(
    all_sources: dict[tuple[Path, str], Messages],
) -> None:
    names = [name for _, name in all_sources]
    assert names == ["derive", "proofs", *sorted(file.stem for file in LECTURES.glob("*.md"))]
    assert {"quantum_mechanics", "quantum_hall"} <= set(names)


def test_every_text_is_translated_and_none_is_fuzzy(
    catalogues: list[tuple[str, Messages, Catalog]],
) -> None:
    left = {name: list(unfinished(found, messages)) for name, messages, found in catalogues}
    assert left == {name: [] for name in left}, "run make translations, and translate what is new"


def test_no_text_hides_in_an_f_string(all_sources: dict[tuple[Path, str], Messages]) -> None:
    """Babel does not look into them."""
    hidden = [
        f"{file.relative_to(TOOLKIT)}:{node.lineno}: {text}"
        for file in sorted(TOOLKIT.rglob("*.py"))
        for node, text in _translated(ast.parse(file.read_text(encoding="utf-8")))
        if text not in all_sources[TOOLKIT, "derive"]
    ]
    assert hidden == []


def _translated(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """The calls that translate a text, and the text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) == 1:
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            (text,) = node.args
            if called in ("t", "translate", "message") and isinstance(text, ast.Constant):
                yield node, str(text.value)


def test_no_formula_role_placeholder_or_name_is_lost(
    catalogues: list[tuple[str, Messages, Catalog]],
) -> None:
    wrong = {
        (name, entry.id): lost
        for name, _, found in catalogues
        for entry in found
        if entry.id and entry.string and (lost := damaged(entry.id, entry.string))
    }
    assert wrong == {}


def test_nothing_is_copied_from_english_or_from_the_other_language(
    catalogues: list[tuple[str, Messages, Catalog]], language: str
) -> None:
    entries = [one for _, _, found in catalogues for one in found if one.id and one.string]
    references = [entry for entry in entries if not _HAN_OR_KANA.search(entry.string)]
    english = [one.id for one in references if re.search("[a-z]{3}", _PLACE.sub("", one.id))]
    assert all("Phys. " in text for text in english), "only papers keep their English"
    with_kana = [e for e in entries if _KANA.search(_IN_JAPANESE.sub("", e.string))]
    if language == "zh":
        assert with_kana == []
    else:
        assert len(with_kana) > len(entries) / 3


def test_no_catalogue_holds_what_is_no_longer_said(
    catalogues: list[tuple[str, Messages, Catalog]],
) -> None:
    stale = {
        name: [entry.id for entry in found if entry.id and entry.id not in messages]
        for name, messages, found in catalogues
    }
    assert stale == {name: [] for name in stale}, "run make translations"


def test_every_quantity_has_a_name_in_each_language() -> None:
    unnamed = {"space", "index set", "index"}
    symbols = {s for theorem in Library.load(LIBRARY) for s in theorem.glossary}
    quantities = [s for s in symbols if s.kind not in unnamed]
    assert len(quantities) > 100
    assert [s.name for s in quantities if not (s.english and s.chinese and s.japanese)] == []


def test_an_update_keeps_marks_and_drops(tmp_path: Path) -> None:
    update(tmp_path, "own", {"An old text": [], "Another long text here": [], "Gone": []})
    file = messages_folder(tmp_path, "ja") / "own.po"
    text = file.read_text(encoding="utf-8")
    for english, japanese in (
        ("An old text", "古い"),
        ("Another long text here", "長い"),
        ("Gone", "消"),
    ):
        text = text.replace(
            f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{japanese}"'
        )
    file.write_text(text, encoding="utf-8")
    left = update(
        tmp_path, "own", {"An old text": [], "Another long text there": [], "New": ["why"]}
    )
    found = load(file, "ja")
    assert left == {"zh": 3, "ja": 2}
    assert found["An old text"].string == "古い"
    assert found["Another long text there"].fuzzy
    assert found["New"].string == ""
    assert found["New"].auto_comments == ["why"]
    assert "Gone" not in found


def test_a_second_update_changes_nothing(tmp_path: Path) -> None:
    messages: Messages = {"One text": ["here", "there"], "A line with {count}": []}
    update(tmp_path, "own", messages)
    file = messages_folder(tmp_path, "zh") / "own.po"
    before = file.read_bytes()
    update(tmp_path, "own", messages)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "translated", "lost"),
    [
        ("with $E = mc^2$ here", "这里 $E = mc^2$", []),
        ("with $E = mc^2$ here", "这里 $E = mc^3$", ["$E = mc^2$", "$E = mc^3$"]),
        ("see {derive:theorem}`a.b`", "见 {derive:theorem}`a.b`", []),
        (
            "see {derive:theorem}`a.b`",
            "见 {derive:theorem}`a.c`",
            ["{derive:theorem}`a.b`", "{derive:theorem}`a.c`"],
        ),
        ("{count} steps", "{count} 步", []),
        ("{count} steps", "步", ["{count}"]),
        ("by symmetry.commutation", "symmetry.commutation", []),
        ("by symmetry.commutation", "对称性", ["symmetry.commutation"]),
        ("a note[^one]", "注", ["[^one]"]),
    ],
)
def test_what_a_translation_loses_is_found(text: str, translated: str, lost: list[str]) -> None:
    assert damaged(text, translated) == lost


def test_a_folder_of_ones_own_gets_catalogues(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "proofs"
    folder.mkdir()
    (folder / "mine.py").write_text(
        "from derive import Glossary, Theorem, scalar\n"
        "mine = Theorem('mine', title='My result', glossary=Glossary(scalar('a', 'a')),\n"
        "    given={'one': 'a = 1'}, claim='a^2 = 1', proof='a^2 = a = 1 % one, by magic')\n",
        encoding="utf-8",
    )
    main([str(folder)])
    assert capsys.readouterr().out.splitlines() == [
        "proofs, zh: 3 texts, 3 to translate",
        "proofs, ja: 3 texts, 3 to translate",
    ]
    found = load(messages_folder(folder, "ja") / "proofs.po", "ja")
    assert [entry.id for entry in found if entry.id] == ["My result", "one", "one, by magic"]


def test_a_lecture_of_ones_own_gets_catalogues(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lecture = tmp_path / "mine.md"
    lecture.write_text(
        "---\ntitle: My lecture\n---\n\n## Part\n\nOne $x$\nblock.[^a]\n\n- item\n\n[^a]: Note.\n",
        encoding="utf-8",
    )
    main([str(lecture)])
    assert "mine, zh: 5 texts, 5 to translate" in capsys.readouterr().out
    found = load(messages_folder(tmp_path, "zh") / "mine.po", "zh")
    texts = {entry.id for entry in found if entry.id}
    assert texts == {"My lecture", "Part", "One $x$ block.[^a]", "item", "Note."}


def test_texts_of_a_folder_that_does_not_load_are_not_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs" / "broken.py").write_text("x = (", encoding="utf-8")
    with pytest.raises(LoadError, match=r"broken\.py"):
        folder_messages(Library.load(tmp_path / "proofs"))
