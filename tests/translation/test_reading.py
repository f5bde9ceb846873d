"""Texts in the reader's language, and what happens where there are none."""

import os
from pathlib import Path

import pytest

from derive.loading import LoadError, NotFound
from derive.translation import LANGUAGES, message, translation

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

"""


def catalogue(folder: Path, text: str, name: str = "own", language: str = "ja") -> Path:
    file = folder / "locale" / language / "LC_MESSAGES" / f"{name}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PO + text, encoding="utf-8")
    return file


def entry(text: str, translated: str) -> str:
    return f'msgid "{text}"\nmsgstr "{translated}"\n\n'


def test_the_toolkit_and_the_library_speak_all_languages() -> None:
    assert [translation(language)("Theorem") for language in LANGUAGES] == [
        "Theorem",
        "定理",
        "定理",
    ]
    assert translation("zh")("Degeneracy of a Landau level") == "朗道能级的简并度"
    assert translation("ja")("Degeneracy of a Landau level") == "ランダウ準位の縮退度"


def test_an_unknown_language_is_one_clear_error() -> None:
    with pytest.raises(NotFound, match=r"there is no language 'fr'; the languages are en, zh, ja"):
        translation("fr")


def test_what_is_not_translated_stays_english_and_is_remembered() -> None:
    t = translation("ja")
    assert t("no such text") == t("no such text") == "no such text"
    assert t.missing == ["no such text"]
    assert t("") == ""


def test_nothing_is_missing_in_english() -> None:
    t = translation("en")
    assert (t("no such text"), t.missing) == ("no such text", [])


def test_a_folder_of_ones_own_says_first_what_its_words_mean(tmp_path: Path) -> None:
    catalogue(tmp_path, entry("Theorem", "命題") + entry("my result", "私の結果"))
    t = translation("ja", tmp_path)
    assert (t("Theorem"), t("my result"), t("Proof")) == ("命題", "私の結果", "証明")
    assert translation("ja")("Theorem") == "定理"


def test_a_lecture_has_a_catalogue_of_its_name(tmp_path: Path) -> None:
    catalogue(tmp_path, entry("Text", "文"), name="mine")
    catalogue(tmp_path, entry("Other", "他"), name="yours")
    t = translation("ja", lecture=tmp_path / "mine.md")
    assert (t("Text"), t("Other")) == ("文", "Other")


def test_white_space_does_not_matter(tmp_path: Path) -> None:
    catalogue(tmp_path, entry("two words", "二語"))
    assert translation("ja", tmp_path)("two\n    words") == "二語"


def test_what_is_fuzzy_is_not_used(tmp_path: Path) -> None:
    catalogue(tmp_path, "#, fuzzy\n" + entry("my result", "古い"))
    assert translation("ja", tmp_path)("my result") == "my result"


def test_a_changed_catalogue_is_read_again(tmp_path: Path) -> None:
    file = catalogue(tmp_path, entry("my result", "一"))
    assert translation("ja", tmp_path)("my result") == "一"
    catalogue(tmp_path, entry("my result", "二"))
    os.utime(file, ns=(1, 1))
    assert translation("ja", tmp_path)("my result") == "二"


def test_items_of_a_source_are_kept(tmp_path: Path) -> None:
    catalogue(tmp_path, entry("A lecture, page 3 {items}: why", "講義 {items}：なぜ"))
    t = translation("ja", tmp_path)
    assert t("A lecture, page 3 [A041, A042]: why") == "講義 [A041, A042]：なぜ"


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "厄米、第一个本征矢、以上"), ("ja", "エルミート、一つ目の固有ベクトル、上の結果")],
)
def test_a_list_of_names_is_translated_name_by_name(language: str, text: str) -> None:
    assert translation(language)("Hermitian, first eigenvector and above") == text


def test_the_number_of_a_name_that_occurs_twice_is_kept() -> None:
    t = translation("zh")
    assert t("Hermitian (2)") == "厄米 (2)"
    assert t("Hermitian (two)") == "Hermitian (two)"
    assert t("something else (2)") == "something else (2)"
    assert t.missing == ["Hermitian (two)", "something else (2)"]


def test_a_list_with_an_unknown_part_stays_english() -> None:
    t = translation("zh")
    assert t("Hermitian, something else") == "Hermitian, something else"
    assert t.missing == ["Hermitian, something else"]


def test_a_broken_catalogue_is_one_clear_error(tmp_path: Path) -> None:
    file = catalogue(tmp_path, "no entry\n")
    with pytest.raises(LoadError, match="is no catalogue of gettext") as caught:
        translation("ja", tmp_path)
    assert str(file) in str(caught.value)


def test_a_mark_is_the_text_itself() -> None:
    assert message("Theorem") == "Theorem"


def test_reading_needs_no_babel_before_it_translates(pytester: pytest.Pytester) -> None:
    code = (
        "import sys, derive.translation as d; d.translation('en')('Theorem');"
        "assert 'babel' not in sys.modules and 'sympy' not in sys.modules"
    )
    assert pytester.runpython_c(code).ret == 0
