"""A picture: its name, its words, and what its function returns."""

import pytest

from derive.language.errors import LanguageError
from derive.loading import NotFound
from derive.pictures import Picture, PictureError, figure, picture


def made(drawer, **changes) -> Picture:
    words = {"caption": "A line.", "alt": "A line that rises.", **changes}
    return picture("some.line", **words)(drawer)


def line(t):
    canvas = figure(2, 1)
    canvas.subplots().plot([0, 1], [0, 1], label=t("a line"))
    return canvas


def test_it_knows_where_it_is_drawn():
    location = made(line).location
    assert location.path == __file__
    assert location.line == line.__code__.co_firstlineno


@pytest.mark.parametrize("name", ["line", "some.", "some line.x", "1.line"])
def test_a_name_is_a_dotted_path(name):
    with pytest.raises(LanguageError, match="is no name of a picture") as caught:
        picture(name, caption="A line.", alt="A line.")(line)
    assert "subject.picture" in str(caught.value)


@pytest.mark.parametrize("word", ["caption", "alt"])
def test_it_needs_words(word):
    with pytest.raises(LanguageError, match=f"some.line: a picture needs a {word}"):
        made(line, **{word: " "})


def test_words_that_nobody_translated_stay_english():
    assert made(line).words("ja") == ("A line.", "A line that rises.")


def test_an_unknown_language():
    with pytest.raises(NotFound, match="there is no language 'fr'"):
        made(line).draw("fr")


def test_a_function_that_raises_is_one_error_with_its_place():
    def broken(t):
        return 1 / 0

    with pytest.raises(PictureError) as caught:
        made(broken).rendered("svg")
    told = str(caught.value)
    assert told.startswith(f"{__file__}:{broken.__code__.co_firstlineno + 1}: ")
    assert "some.line: the function of the picture raises ZeroDivisionError" in told


def test_a_function_that_takes_no_translation():
    with pytest.raises(PictureError, match="raises TypeError") as caught:
        made(lambda: None).draw()
    assert str(caught.value).startswith(f"{__file__}:")


def test_a_function_that_returns_no_picture():
    with pytest.raises(PictureError, match="returns NoneType, but no figure, diagram or source"):
        made(lambda t: None).draw()


def test_drawing_changes_no_setting():
    import matplotlib

    before = dict(matplotlib.rcParams)
    made(line).rendered("svg")
    assert dict(matplotlib.rcParams) == before


def test_settings_of_the_reader_change_nothing():
    import matplotlib

    plain = made(line).rendered("svg")
    with matplotlib.rc_context({"lines.linewidth": 9, "axes.facecolor": "red", "font.size": 30}):
        assert made(line).rendered("svg") == plain
