"""The bibliography of a page in Markdown, and the role that refers to it."""

import re
from collections.abc import Callable

import pytest

from tests.sphinx.conftest import Project

PAGE = """
---
title: Squares
bibliography:
  book: "A. Author, *A book about squares* with $a^2$ (2001)"
  paper: "B. Writer, [On sides](https://sides.example/a?b=1&c=2), `a`
    and **b** (1907)"
  unread: C. Nobody (1850)
---

# Squares

Read {cite}`paper` and {cite}`book, paper`.[^note]

[^note]: In a note, too {cite}`book`.

## More

```{derive-theorem} geometry.double
```
"""
ENTRIES = [
    '<p>A. Author, <em>A book about squares</em> with <span class="math notranslate nohighlight">'
    r"\(a^2\)</span> (2001)</p>",
    '<p>B. Writer, <a class="reference external" href="https://sides.example/a?b=1&amp;c=2">'
    'On sides</a>, <code class="docutils literal notranslate"><span class="pre">a</span></code> and '
    "<strong>b</strong> (1907)</p>",
    "<p>C. Nobody (1850)</p>",
]

ANOTHER = """
def cite(name, rawtext, text, lineno, inliner, options=None, content=None):
    from docutils import nodes
    return [nodes.strong("", f"elsewhere: {text}")], []


def setup(app):
    app.add_role("cite", cite)
"""


@pytest.fixture
def page(project: Project) -> Project:
    project.write(
        "docs/conf.py",
        """
        extensions = ["derive.sphinx", "myst_parser"]
        myst_enable_extensions = ["dollarmath"]
        latex_engine = "lualatex"
        """,
    )
    project.pages("page")
    project.write("docs/page.md", PAGE)
    return project


def entries(html: str) -> list[str]:
    """The entries at the end of a page."""
    section = html[html.index('<section class="derive-bibliography"') :]
    return re.findall("<p>.*?</p>", section[: section.index("</section>")])


def text_of(html: str) -> str:
    """A page without its tags."""
    return re.sub("<[^>]+>", "", html)


def test_references_and_entries(page: Project) -> None:
    html = page.build().text("page.html")
    assert "Read [2] and [1, 2]." in text_of(html), "numbers are those of the front matter"
    assert "In a note, too [1]." in text_of(html)
    assert entries(html) == ENTRIES
    for name in re.findall(r'href="#(reference-\w+)"', html):
        assert f'id="{name}" role="doc-biblioentry"' in html
    for back in re.findall(r'role="doc-backlink" href="#([\w-]+)"', html):
        assert f'id="{back}"' in html


def test_the_list_is_a_section_of_the_page_after_the_footnotes(page: Project) -> None:
    html = page.build().text("page.html")
    assert "<h2>References<" in html
    places = [html.index(one) for one in ("<h2>More<", "In a note", "<h2>References<")]
    assert places == sorted(places)
    assert html.count("A book about squares") == 1, "and the front matter is not printed"


def test_text(page: Project) -> None:
    text = page.build("text").text("page.txt")
    assert "Read [2] and [1, 2]." in text
    assert "[1] A. Author, *A book about squares* with a² (2001)" in text
    assert "[3] C. Nobody (1850)" in text


def test_latex_keeps_the_entries_with_their_page(page: Project) -> None:
    page.write("docs/other.md", PAGE.replace("Squares", "Others").replace("squares", "others"))
    page.replace("docs/other.md", "```{derive-theorem} geometry.double\n```", "")
    page.replace("docs/index.rst", "   page", "   page\n   other")
    latex = page.build("latex").text("projectnamenotset.tex")
    assert "thebibliography" not in latex
    first, second = latex.index(r"about squares}"), latex.index(r"about others}")
    assert first < latex.index(r"\chapter{Others}") < second
    for name in ("page", "other"):
        label = rf"\label{{\detokenize{{{name}:reference-book}}}}"
        link = rf"\hyperref[\detokenize{{{name}:reference-book}}]{{\sphinxcrossref{{1}}}}"
        assert latex.count(label) == 1
        assert latex.count(link) == 2
    assert latex.count(r"\sphinxsetlistlabels{\arabic}{enumi}{enumii}{[}{]}") == 2


def test_two_pages_with_equal_keys_in_two_processes(page: Project) -> None:
    names = [f"page{number}" for number in range(6)]
    for name in names:
        page.write(
            f"docs/{name}.md", f"---\nbibliography:\n  book: About {name}\n---\n{{cite}}`book`\n"
        )
    page.write(
        "docs/index.rst", "Index\n=====\n\n.. toctree::\n\n" + "".join(f"   {n}\n" for n in names)
    )
    (page.folder / "docs/page.md").unlink()
    built = page.build("html", "-j", "2", "-D", "suppress_warnings=toc.no_title")
    for name in names:
        assert entries(built.text(f"{name}.html")) == [f"<p>About {name}</p>"]


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("papre", "the bibliography has no entry papre; did you mean 'paper'?"),
        ("book, xyz", "the bibliography has no entry xyz; there are 'book', 'paper', 'unread'"),
    ],
)
def test_an_unknown_key(page: Project, cited: str, told: str) -> None:
    page.replace("docs/page.md", "{cite}`paper` and", f"{{cite}}`{cited}` and")
    first = page.build("html", "-W", strict=False)
    assert first.code == 1
    assert first.told == f"{page.folder}/docs/page.md:12: WARNING: {told} [derive.name]\n"
    assert page.build("html", "-W", strict=False).told == first.told, "until it is put right"


@pytest.mark.parametrize("front", ["", "---\nbibliography: books.bib\n---\n"])
def test_a_page_without_entries(page: Project, front: str) -> None:
    page.write("docs/page.md", f"{front}# Page\n\nWords.\n")
    assert "derive-bibliography" not in page.build().text("page.html")
    page.write("docs/page.md", f"{front}# Page\n\nSee {{cite}}`book`.\n")
    told = page.build(strict=False).told
    assert "no entry book; write one into the front matter of the page" in told


def test_an_entry_that_cannot_be_shown(page: Project) -> None:
    page.replace("docs/page.md", "C. Nobody (1850)", '"{derive:symbol}`a`"')
    told = page.build(strict=False).told
    assert "docs/page.md:1: WARNING: in the bibliography: {derive:symbol}`a`: myst role" in told


def test_in_japanese(page: Project) -> None:
    page.pages("read")  # Sphinx keeps the catalogue of this name until the process ends
    (page.folder / "docs/page.md").rename(page.folder / "docs/read.md")
    page.write(
        "docs/locale/ja/LC_MESSAGES/read.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "C. Nobody (1850)"\nmsgstr "*無名氏*（1850）"\n\n'
        'msgid "Read {cite}`paper` and {cite}`book, paper`.[^note]"\n'
        'msgstr "{cite}`book, paper` と {cite}`paper` を読め。[^note]"\n',
    )
    options = ["-D", "language=ja", "-D", "locale_dirs=locale", "-D", "gettext_compact=0"]
    html = page.build("html", *options).text("read.html")
    assert "<h2>参考文献<" in html
    assert "[1, 2] と [2] を読め。" in text_of(html)
    assert entries(html)[2] == "<p><em>無名氏</em>（1850）</p>"
    assert "In a note, too [1]." in text_of(html)


def test_entries_are_messages_of_the_author(page: Project) -> None:
    template = page.build("gettext").text("page.pot")
    assert 'msgid "A. Author, *A book about squares* with $a^2$ (2001)"' in template
    assert 'msgid "References"' not in template


def test_sources_of_what_theorems_cite_come_last(page: Project) -> None:
    page.replace(
        "proofs/square.py",
        'definition(r"S = a b", "Elements II")',
        'cited(r"S = a b", "Elements II")',
    )
    page.replace("proofs/square.py", "Theorem, definition", "Theorem, cited")
    page.check()
    assert entries(page.build().text("page.html")) == [*ENTRIES, "<p>Elements II</p>"]


def test_of_what_is_cited_unproved_the_work_is_listed(page: Project) -> None:
    source = "Elements II (1908), for areas"
    page.replace(
        "proofs/square.py",
        'definition(r"S = a b", "Elements II")',
        f'cited(r"S = a b", "{source}")',
    )
    page.replace("proofs/square.py", "Theorem, definition", "Theorem, cited")
    page.check()
    shown = page.build().text("page.html")
    assert entries(shown) == [*ENTRIES, "<p>Elements II (1908)</p>"]
    assert source in shown


def test_a_changed_entry(page: Project, read: Callable[..., list[str]]) -> None:
    read(page)
    assert read(page) == []
    page.replace("docs/page.md", "(2001)", "(2002)")
    assert read(page) == ["page"]
    assert "(2002)</p>" in page.build().text("page.html")


def test_the_role_of_another_extension_wins(page: Project) -> None:
    with (page.folder / "docs/conf.py").open("a", encoding="utf-8") as configuration:
        configuration.write(ANOTHER)
    html = page.build().text("page.html")
    assert "<strong>elsewhere: book, paper</strong>" in html
    assert "derive-bibliography" not in html
