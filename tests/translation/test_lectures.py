"""The provided lectures: complete, with references that lead somewhere, in three languages."""

from collections import Counter

import pytest
from markdown_it.token import Token

from derive.documents.lecture import Lecture, read_lecture
from derive.documents.markdown import parser
from derive.entries import Erratum
from derive.library import Library
from derive.loading import LIBRARY
from derive.pictures import find
from derive.translation import translation
from derive.translation.catalogues import LECTURES
from derive.translation.messages import lecture_messages

FILES = sorted(LECTURES.glob("*.md"))
_INLINE = ("strong_open", "math_inline", "myst_role", "link_open", "code_inline")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(LIBRARY)


@pytest.fixture(params=FILES, ids=[file.stem for file in FILES])
def lecture(request: pytest.FixtureRequest) -> Lecture:
    return read_lecture(request.param)


def targets(lecture: Lecture, kind: str) -> list[str]:
    return [one.target for one in lecture.references() if one.kind == kind]


def test_every_reference_leads_somewhere(lecture: Lecture, library: Library) -> None:
    for kind in ("derive-theorem", "derive-calculation", "derive:theorem"):
        assert [name for name in targets(lecture, kind) if name not in library] == []
    for name in (*targets(lecture, "derive-erratum"), *targets(lecture, "derive:erratum")):
        assert isinstance(library.entries.get(name), Erratum), name
    for target in targets(lecture, "derive:hypothesis"):
        theorem, _, name = target.partition("/")
        assert name in [hypothesis.name for hypothesis in library[theorem].hypotheses], target
    for name in targets(lecture, "derive-picture"):
        assert find(name, LIBRARY).name == name


@pytest.mark.parametrize(
    ("name", "subjects"),
    [
        ("quantum_mechanics", ("quantum", "symmetry")),
        ("quantum_hall", ("landau", "hall", "fractional")),
    ],
)
def test_every_theorem_and_erratum_of_its_subjects_stands_in_a_lecture_once(
    name: str, subjects: tuple[str, ...], library: Library
) -> None:
    lecture = read_lecture(LECTURES / f"{name}.md")
    wanted = {t.name for t in library if t.name.startswith(tuple(f"{s}." for s in subjects))}
    assert Counter(targets(lecture, "derive-theorem")) == Counter(wanted)
    errata = {
        one.name
        for one in library.entries.values()
        if isinstance(one, Erratum) and one.name.startswith(tuple(f"{s}." for s in subjects))
    }
    assert Counter(targets(lecture, "derive:erratum")) == Counter(errata)


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_translated_blocks_are_the_same_markdown(lecture: Lecture, language: str) -> None:
    t = translation(language, lecture=lecture.path)
    for block in lecture_messages(lecture.path):
        translated = tokens(t(block))
        assert kinds(translated) == kinds(tokens(block)), t(block)
        assert not [one for one in translated if one.type == "text" and "*" in one.content], t(
            block
        )
    assert t.missing == []


def tokens(markdown: str) -> list[Token]:
    (block,) = parser().parseInline(markdown)
    return block.children or []


def kinds(found: list[Token]) -> Counter[str]:
    return Counter(token.type for token in found if token.type in _INLINE)
