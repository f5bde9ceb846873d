"""Fonts that have the letters of a language, or a message that says what to install."""

import pytest

from derive.pictures import PictureError, fonts


@pytest.fixture(autouse=True)
def forgotten():
    fonts.families.cache_clear()
    yield
    fonts.families.cache_clear()


def test_english_needs_no_font_of_the_system(monkeypatch):
    monkeypatch.setattr(fonts, "_installed", lambda: set())
    assert fonts.families("en") == ("DejaVu Sans",)


@pytest.mark.parametrize(
    ("language", "letters", "package"),
    [("zh", "Chinese", "fonts-wqy-zenhei"), ("ja", "Japanese", "fonts-ipaexfont")],
)
def test_no_font(monkeypatch, language, letters, package):
    monkeypatch.setattr(fonts, "_installed", lambda: {"DejaVu Sans"})
    with pytest.raises(PictureError, match=f"there is no font with {letters} letters") as caught:
        fonts.families(language)
    assert f"apt install {package}" in str(caught.value)


def test_the_preferred_font_comes_first(monkeypatch):
    monkeypatch.setattr(fonts, "_installed", lambda: {"Noto Sans CJK JP", "Yu Gothic"})
    assert fonts.families("ja") == ("Noto Sans CJK JP", "DejaVu Sans")


def test_a_font_that_came_after_matplotlib_made_its_list(monkeypatch, require_font):
    require_font("ja")
    from matplotlib import font_manager

    name = fonts.families("ja")[0]
    manager = font_manager.fontManager
    monkeypatch.setattr(manager, "ttflist", [e for e in manager.ttflist if e.name != name])
    assert name not in {entry.name for entry in manager.ttflist}
    assert name in fonts._installed()
