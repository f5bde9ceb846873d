"""One word for one thing in each language, and formulas as formulas."""

import re

import pytest

from derive.entries import Erratum
from derive.library import Library
from derive.loading import LIBRARY
from derive.render.prose import split_math
from derive.translation.catalogues import LECTURES, load
from derive.translation.reading import messages_folder

GIVEN_UP = {
    "zh": {
        "原根": "本原: a 原根 is a primitive root modulo n",
        "阶单位根": "次本原单位根",
        "图象": "图像",
        "仅用加法": "只用加法和乘法的量子力学, the title of the lecture",
        "学量子力学": "只用加法和乘法的量子力学, the title of the lecture",
        "樱井": "Sakurai",
        "热态": "热平衡态",
        "经典直线": "经典曲线: it is a hyperbola against the density",
        "见下图": "如下所示: on paper it is a table",
    },
    "ja": {
        "(?<!る)べき": "冪",
        "累乗根": "冪根",
        "位数 \\$n\\$ の 1 の冪根": "1 の原始 $n$ 乗根",
        "熱状態": "熱平衡状態",
        "基底空間": "基底状態空間",
        "極化": "偏極恒等式",
        "両向きの矢印": "両矢印",
        "次の図": "以下: on paper it is a table",
    },
}
"""Words that were used once, and what is said instead."""

NORM = re.compile(r"(?<![规范大])模(?!型|为一)")
"""The norm of a vector is 范数; 模型 is a model, and 模为一 is said of a complex number."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(LIBRARY)


def said(language: str, library: Library) -> list[str]:
    """All that is printed of the library and of the lectures in a language."""
    places = [(LIBRARY, "proofs"), *((LECTURES, path.stem) for path in LECTURES.glob("*.md"))]
    files = [messages_folder(folder, language) / f"{name}.po" for folder, name in places]
    texts = [entry.string for file in files for entry in load(file, language) if entry.id]
    symbols = {symbol for theorem in library for symbol in theorem.glossary}
    names = [one.chinese if language == "zh" else one.japanese for one in symbols]
    return [*texts, *names]


@pytest.mark.parametrize("language", GIVEN_UP)
def test_words_that_were_given_up(language: str, library: Library) -> None:
    texts = said(language, library)
    assert len(texts) > 1000
    found = {
        text: instead
        for text in texts
        for word, instead in GIVEN_UP[language].items()
        if re.search(word, text)
    }
    assert found == {}


def test_the_norm_has_one_name_in_chinese(library: Library) -> None:
    assert [text for text in said("zh", library) if NORM.search(text)] == []


@pytest.mark.parametrize(
    ("english", "chinese", "japanese"),
    [
        ("ground", "基态", "基底状態"),
        ("excited", "激发态", "励起状態"),
        ("Polarisation", "极化恒等式", "偏極恒等式"),
        ("density in the plane", "平面内的态密度", "平面での状態密度"),
        ("density in space", "空间中的态密度", "空間での状態密度"),
        ("longitudinal (arbitrary units)", "纵向（任意单位）", "縦抵抗率（任意目盛）"),
    ],
)
def test_terms_of_physics(english: str, chinese: str, japanese: str) -> None:
    for language, expected in (("zh", chinese), ("ja", japanese)):
        file = messages_folder(LIBRARY, language) / "proofs.po"
        assert load(file, language)[english].string == expected


def test_formulas_in_errata_are_between_dollar_signs(library: Library) -> None:
    """No caret, no hyphen for a minus sign, no equation, no commutator as plain text."""
    formula = re.compile(r"\^|(?<![\w-])-\d|\w = \w|\((?:\w, )+\w\)")
    for erratum in library.entries.values():
        if isinstance(erratum, Erratum):
            prose = [part for part, is_math in split_math(erratum.text) if not is_math]
            assert not [part for part in prose if formula.search(part)], erratum.name


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Spin is left out"), ("zh", "不计自旋"), ("ja", "スピンは考えない")],
)
def test_spin_is_left_out_where_states_are_counted(language: str, word: str) -> None:
    if language == "en":
        text = (LECTURES / "quantum_hall.md").read_text("utf-8")
        assert word in text.partition("landau.degeneracy\n")[0]
    else:
        file = messages_folder(LECTURES, language) / "quantum_hall.po"
        assert any(word in entry.string for entry in load(file, language) if entry.id)
