"""Lectures: what is read, and what is refused with file and line."""

import pytest

from derive.documents.lecture import find_lecture, provided_lectures, read_lecture
from derive.loading import LoadError, NotFound


def test_front_matter_and_references(gathered):
    lecture = gathered().lecture
    assert (lecture.name, lecture.title, lecture.author) == ("turning", "Turning", "A. Lecturer")
    assert lecture.bibliography == {"book": "A. Author, *A book* (2001)"}
    assert [(one.kind, one.target) for one in lecture.references()] == [
        ("derive:erratum", "motion.inverse"),
        ("cite", "book"),
        ("derive-theorem", "motion.period"),
        ("derive:theorem", "motion.period"),
        ("derive:hypothesis", "motion.frequency/period"),
        ("derive:symbol", "omega"),
        ("derive-theorem", "motion.frequency"),
        ("derive-graph", ""),
    ]


def test_without_front_matter_the_first_heading_is_the_title(tmp_path):
    (tmp_path / "a.md").write_text("Text.\n\n# A title\n")
    assert read_lecture(tmp_path / "a.md").title == "A title"
    (tmp_path / "b.md").write_text("Text.\n")
    assert read_lecture(tmp_path / "b.md").title == "b"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\ntitle: [\n---\n", 2, "in the front matter: "),
        ("---\njust words\n---\n", 1, "in the front matter: write lines such as title: My lecture"),
        ("---\nbibliography: a\n---\n", 1, "bibliography must be a mapping from keys to entries"),
        ("a\n\n```{derive-theorm} x.y\n```\n", 3, "there is no directive derive-theorm; did you mean derive-theorem?"),
        ("```{note}\n```\n", 1, "there is no directive note; there are derive-theorem, "),
        ("```{derive-theorem}\n```\n", 1, "derive-theorem needs a name, such as ```{derive-theorem} subject.result"),
    ],
)  # fmt: skip
def test_what_is_not_well_formed(tmp_path, text, line, message):
    path = tmp_path / "a.md"
    path.write_text(text)
    with pytest.raises(LoadError) as caught:
        read_lecture(path)
    assert message in caught.value.message
    assert str(caught.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```{derive-theorem} motion.perid\n```", "there is no theorem motion.perid in "),
        ("```{derive-theorem} motion.inverse\n```", "motion.inverse is no theorem (erratum); write {derive-erratum} motion.inverse"),
        ("{derive:erratum}`motion.period`", "motion.period is no erratum (theorem)"),
        ("```{derive-picture} motion.wheel\n```", "there is no picture motion.wheel"),
        ("```{derive-theorem} motion.period\n```\n\n```{derive-calculation} motion.period\n```", "motion.period is printed in line 1 already; refer to it by a role"),
    ],
)  # fmt: skip
def test_references_to_what_is_not_there(gathered, text, message):
    with pytest.raises(LoadError) as caught:
        gathered(text)
    assert message in caught.value.message
    line = text[: text.rindex("motion")].count("\n") + 1
    assert f"turning.md:{line}: " in str(caught.value)


def test_a_file_that_is_no_text(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LoadError, match=r"is no text in UTF-8"):
        read_lecture(tmp_path / "a.md")


def test_finding(tmp_path, monkeypatch):
    assert {"quantum_hall", "quantum_mechanics"} <= set(provided_lectures())
    assert find_lecture("quantum_hall").name == "quantum_hall.md"
    with pytest.raises(NotFound, match=r"there is no lecture quantum_hal; did you mean quantum_hall\?"):
        find_lecture("quantum_hal")
    with pytest.raises(NotFound, match=r"nowhere\.md does not exist"):
        find_lecture("nowhere.md")
    (tmp_path / "docs" / "lectures").mkdir(parents=True)
    (tmp_path / "docs" / "lectures" / "own.md").write_text("# Own\n")
    monkeypatch.chdir(tmp_path)
    assert find_lecture("own") == tmp_path / "docs" / "lectures" / "own.md"
