"""Documents in other languages: the words of the extension, and the author's own."""

import re

import pytest

from tests.sphinx.conftest import Project
from tests.sphinx.test_html import plain

PAGE = """
# Squares

A *square* is {derive:theorem}`geometry.double`, not a cube.{derive:erratum}`geometry.wrong`
The side is {derive:symbol}`a`.

```{derive-theorem} geometry.double
```

```{derive-calculation} geometry.half
```
"""
CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Squares"
msgstr "正方形"

msgid ""
"A *square* is {derive:theorem}`geometry.double`, not a cube.{derive:erratum}"
"`geometry.wrong` The side is {derive:symbol}`a`."
msgstr ""
"辺は{derive:symbol}`a`で、{derive:theorem}`geometry.double`は立方体ではない"
"{derive:erratum}`geometry.wrong`。"
"""


@pytest.fixture
def lecture(project: Project) -> Project:
    project.pages("page")
    project.write("docs/page.md", PAGE)
    project.write(
        "proofs/locale/ja/LC_MESSAGES/proofs.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Double square"\nmsgstr "二倍の正方形"\n\nmsgid "shape"\nmsgstr "形"\n',
    )
    return project


def test_japanese(lecture: Project) -> None:
    built = lecture.build("html", "-D", "language=ja")
    page = plain(built.text("page.html"))
    assert "定理 1 二倍の正方形" in page
    assert "証明" in page
    assert "Proof" not in page
    assert "Theorem" not in page
    assert re.search(r"形 \((?!law)[^)]*\): \\\(b = 2a", page)


def test_chinese(lecture: Project) -> None:
    page = plain(lecture.build("html", "-D", "language=zh_CN").text("page.html"))
    assert "定理 1 Double square" in page
    assert 'title="面积' not in page


def test_an_unknown_language_is_english(lecture: Project) -> None:
    page = plain(lecture.build("html", "-D", "language=de").text("page.html"))
    assert "Theorem 1 Double square" in page


def test_messages_are_those_of_the_author(lecture: Project) -> None:
    template = lecture.build("gettext").text("page.pot")
    assert 'msgid "Squares"' in template
    assert "{derive:theorem}`geometry.double`" in template
    assert template.count("msgid ") == 3  # with the header
    for word in ("Double", "area", "Suppose", "Proof", "Proved"):
        assert word not in template


def test_a_translated_document(lecture: Project) -> None:
    lecture.write("docs/locale/ja/LC_MESSAGES/page.po", CATALOGUE)
    options = ["-D", "language=ja", "-D", "locale_dirs=locale", "-D", "gettext_compact=0"]
    built = lecture.build("html", *options)
    page = plain(built.text("page.html"))
    assert "辺は \\(a\\) で、 定理 1 は立方体ではない" in page
    assert "定理 1 二倍の正方形" in page
    assert 'derive-erratum-note"' in built.text("page.html")


def test_markdown_and_restructuredtext_give_the_same(project: Project) -> None:
    project.pages(rst=".. derive-theorem:: geometry.double\n   :no-number:\n   :no-index:")
    project.write(
        "docs/md.md", "# rst\n\n```{derive-theorem} geometry.double\n:no-number:\n:no-index:\n```\n"
    )
    project.replace("docs/index.rst", "   rst\n", "   rst\n   md\n")
    built = project.build()

    def part(name: str) -> str:
        page = built.text(name)
        return page[page.index("derive-block") : page.index("</details>")]

    assert part("rst.html") == part("md.html")
