"""Which hypotheses the reason after a line names."""

from __future__ import annotations

import pytest

from derive.checking.reasons import ABOVE, UnknownReason, names_in

NAMES = ["ring area", "area", "cyclotron", "Ohm's law", "half-filled", "Ⅰ", "回旋频率", "異なる固有値", "a, b", "above all"]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("", []),
        ("   ", []),
        ("cyclotron", ["cyclotron"]),
        ("Cyclotron", ["cyclotron"]),
        ("cyclotron, cyclotron", ["cyclotron"]),
        ("ring area, cyclotron", ["ring area", "cyclotron"]),
        ("cyclotron, ring area", ["ring area", "cyclotron"]),
        ("cyclotron; area", ["cyclotron", "area"]),
        ("ring area and cyclotron", ["ring area", "cyclotron"]),
        ("put the ring area into it", ["ring area"]),
        ("by the cyclotron frequency", ["cyclotron"]),
        ("area", ["area"]),
        ("ring area with area", ["ring area", "area"]),
        ("Ohm's law", ["Ohm's law"]),
        ("half-filled", ["half-filled"]),
        ("a, b", ["a, b"]),
        ("回旋频率", ["回旋频率"]),
        ("回旋频率、ring area", ["ring area", "回旋频率"]),
        ("回旋频率，area", ["area", "回旋频率"]),
        ("異なる固有値；cyclotron", ["異なる固有値", "cyclotron"]),
        ("Ⅰ", ["Ⅰ"]),
        ("above", [ABOVE]),
        ("the lines above, cyclotron", ["cyclotron", ABOVE]),
        ("above all", ["above all"]),
        ("algebra", []),
        ("expand and collect", []),
        ("rearrange, cyclotron", ["cyclotron"]),
    ],
)
def test_names(reason: str, expected: list[str]) -> None:
    assert sorted(names_in(reason, NAMES)) == sorted(expected)


@pytest.mark.parametrize(
    ("reason", "phrase", "suggestion"),
    [
        ("cyclotrn", "cyclotrn", "did you mean 'cyclotron'?"),
        ("ring area, cyclotrn", "cyclotrn", "did you mean 'cyclotron'?"),
        ("by magic", "by magic", "the names here are"),
        ("cyclotrons", "cyclotrons", "did you mean 'cyclotron'?"),
        ("algebrra", "algebrra", "did you mean 'algebra'?"),
        ("回旋频", "回旋频", "did you mean '回旋频率'?"),
        ("abov", "abov", "did you mean 'above'?"),
    ],
)
def test_a_phrase_that_names_nothing(reason: str, phrase: str, suggestion: str) -> None:
    with pytest.raises(UnknownReason) as failure:
        names_in(reason, NAMES)
    assert failure.value.phrase == phrase
    assert suggestion in failure.value.hint
    assert "'ring area'" in failure.value.hint


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("从回旋频率得到", ["回旋频率"]),
        ("磁場による回旋频率より", ["回旋频率"]),
        ("由cyclotron得到", ["cyclotron"]),
        ("ring areaと異なる固有値から", ["ring area", "異なる固有値"]),
        ("第Ⅰ定律", ["Ⅰ"]),
    ],
)
def test_a_name_within_chinese_or_japanese_text(reason: str, expected: list[str]) -> None:
    """There are no spaces between words there."""
    assert sorted(names_in(reason, NAMES)) == sorted(expected)


@pytest.mark.parametrize("reason", ["areas", "subarea", "aréa", "areaé", "area2", "area_"])
def test_a_name_within_a_longer_word_is_not_meant(reason: str) -> None:
    with pytest.raises(UnknownReason):
        names_in(reason, NAMES)


def test_an_empty_name_is_never_meant() -> None:
    with pytest.raises(UnknownReason):
        names_in("by magic", [""])


def test_names_of_pattern_characters() -> None:
    assert names_in("E = mc^2 (rest)", ["E = mc^2 (rest)", "E"]) == ["E = mc^2 (rest)"]
    with pytest.raises(UnknownReason):
        names_in("Xabove", [])
