"""Remarks, errata and items in the commands."""

import json
import re

import pytest

from derive.checking import errata

ENTRIES = r'''
"""What the lecture says besides."""
from derive import Erratum, Remark
from .notation import glossary
from .square import double

postulate = Remark(
    "words.postulate",
    label="postulate",
    source="Notes, page 1 [N01]",
    text="There are rectangles.",
    shows="nothing",
    does_not_show="that there are any",
)
middle = Erratum(
    "words.middle",
    title="Middle term",
    source="Notes, page 2 [N02, N03]",
    glossary=glossary,
    written=r"(E + 1)^2 = E^2 + 1",
    right=[r"(E + 1)^2 = E^2 + 2E + 1", double],
    text="The middle term is missing.",
)
spelling = Erratum("words.spelling", text="Written: rectangel.", reference="a dictionary")
'''
SOURCES = """
ITEMS = {"N01": "Postulate", "N02": "Square", "N03": "Its root", "M01": "Elsewhere"}
COMPLETE = ("N",)
THEOREMS = ("N02",)
"""


@pytest.fixture
def entries(project):
    project.write("words", ENTRIES)
    project.write("sources", SOURCES)
    return project


def edit(project, old, new, name="words"):
    path = project.proofs / f"{name}.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_check_decides_once(entries, monkeypatch):
    lines = entries.run("check").stdout.splitlines()
    assert re.match(r"✔  words\.middle     Middle term    +\d+ ms  erratum checked$", lines[1])
    assert re.match(r"·  words\.spelling .* erratum cited$", lines[2])
    summary = (
        "1 theorem: 1 proved; 1 searched; 2 errata: 1 checked, 1 cited; 1 decided; 1 remark, in "
    )
    assert lines[3].startswith(summary)
    monkeypatch.setattr(errata, "_found", lambda *_: pytest.fail("decided again"))
    again = entries.run("check").stdout
    assert "erratum checked" in again
    assert "; 0 decided; 1 remark, in " in again
    assert entries.run("check", "--changed").stdout == "nothing to check\n"


def test_prose_and_place_change_nothing_and_a_claim_does(entries):
    entries.run("check")
    edit(entries, "The middle term", "\\nThe middle term")
    assert "0 decided" in entries.run("check").stdout
    edit(entries, "E^2 + 1", "E^2 + 4")
    assert "1 decided" in entries.run("check", "--changed").stdout


@pytest.mark.parametrize(
    ("old", "new", "status", "message"),
    [
        ("= E^2 + 1", "= E^2 + E + E + 1", "wrong", "what is written is no error, it is proved"),
        ("+ 2E + 1", "+ 3E + 1", "wrong", "what is said to be right is refuted"),
        ("+ 2E + 1", "+ 2q + 1", "undecided", "in what is right: "),
    ],
)
def test_an_erratum_that_is_wrong_fails(entries, old, new, status, message):
    edit(entries, old, new)
    out = entries.run("check", exit_code=1).stdout
    lines = (entries.proofs / "words.py").read_text(encoding="utf-8").splitlines()
    (line,) = [number for number, text in enumerate(lines, 1) if new in text]
    assert f"\n    proofs/words.py:{line}: {message}" in out
    assert f"erratum {status}" in out
    assert entries.run("check", exit_code=1).stdout.count(f"erratum {status}") == 1
    data = json.loads(entries.run("check", "words.middle", "--json", exit_code=1).stdout)
    assert data[0]["error"]["message"].startswith(message)
    assert data[0]["error"]["line"] == line


def test_allow(entries):
    edit(entries, "= E^2 + 1", "= E^2 + E + E + 1")
    entries.run("check", "--allow", "undecided", exit_code=1)


def test_an_erratum_is_as_good_as_its_theorem(entries):
    edit(entries, "b = 2 a", "b = 3 a", "square")
    out = entries.run("check", "words", exit_code=1).stdout
    assert "what is right is geometry.double, which is undecided" in out


def test_two_entries_of_one_name(entries):
    edit(entries, '"words.middle"', '"geometry.double"')
    error = entries.run("check", exit_code=1).stderr
    assert "two entries are called geometry.double; the other one is at " in error


def test_a_wrong_entry_is_a_problem_of_its_file(entries):
    edit(entries, '"postulate"', '"fact"')
    error = entries.run("list", exit_code=1).stderr
    assert "proofs/words.py:6: LanguageError: words.postulate: 'fact' is no label" in error


def test_list(entries):
    rows = entries.run("list").stdout.splitlines()
    assert re.match(
        r"\?  words\.middle +Middle term +erratum undecided +proofs/words\.py:14", rows[2]
    )
    assert re.match(r"·  words\.postulate +Postulate +postulate +proofs/words\.py:6", rows[4])
    entries.run("check")
    assert "erratum checked" in entries.run("list", "words.middle").stdout
    kinds = {one["name"]: one["kind"] for one in json.loads(entries.run("list", "--json").stdout)}
    assert kinds == {
        "geometry.double": "theorem",
        "words.middle": "erratum",
        "words.postulate": "remark",
        "words.spelling": "erratum",
    }


def test_show_an_erratum(entries):
    before = entries.run("show", "words.middle").stdout
    assert "  ? (E + 1)^2 = E^2 + 1\n" in before
    entries.run("check")
    out = entries.run("show", "words.middle").stdout
    assert "Written\n  ✘ (E + 1)**2 == E**2 + 1\n      refuted: it fails for E = 1\n" in out
    assert "Right\n  ✔ (E + 1)**2 == E**2 + 2*E + 1\n" in out
    assert "  theorem geometry.double: Double square\n" in out
    data = json.loads(entries.run("show", "words.middle", "--json").stdout)
    assert data["findings"][0]["values"] == {"E": "1"}


def test_show_words(entries):
    out = entries.run("show", "words.postulate").stdout
    assert (
        "Postulate\n  There are rectangles.\n\nShown\n  nothing\n\nNot shown\n  that there" in out
    )
    assert "  [a dictionary]\n\nErratum cited" in entries.run("show", "words.spelling").stdout
    assert json.loads(entries.run("show", "words.postulate", "--json").stdout)["shows"] == "nothing"


def test_names(entries):
    error = entries.run("latex", "words.postulate", exit_code=2).stderr
    assert "words.postulate is no theorem (remark)" in error
    assert "names several entries" in entries.run("show", "words", exit_code=2).stderr
    assert "did you mean words.middle" in entries.run("show", "words.midle", exit_code=2).stderr
    assert entries.run("check", "words.postulate").stdout.startswith("1 remark, in ")


def test_a_damaged_record_is_decided_again(entries):
    entries.run("check")
    for path in (entries.folder / ".derive").glob("*.json"):
        path.write_text("[]")
    result = entries.run("check")
    assert "the stored findings of words.middle are damaged" in result.stderr
    assert "1 decided" in result.stdout


def test_items(entries):
    entries.run("check")
    result = entries.run("items")
    rows = [re.split(r"  +", line.strip()) for line in result.stdout.splitlines()]
    assert rows == [
        ["item", "text", "label", "entries"],
        ["N01", "Postulate", "postulate", "· words.postulate"],
        ["N02", "Square", "erratum", "✔ words.middle"],
        ["N03", "Its root", "erratum", "✔ words.middle"],
        ["M01", "Elsewhere", "no entry"],
        ["4 items: 1 postulate, 2 erratum, 1 no entry"],
    ]
    data = json.loads(entries.run("items", "N", "--json").stdout)
    assert data["counts"] == {"postulate": 1, "erratum": 2}
    assert data["items"][1]["entries"] == [
        {"name": "words.middle", "kind": "erratum", "status": "checked"}
    ]


def test_items_without_entry_or_proof(entries):
    edit(entries, "[N01]", "[N1]")
    edit(entries, 'text="The middle term is missing.",', "")
    error = entries.run("items", exit_code=1).stderr
    assert "N01: there is no entry about it" in error
    assert "N02: it states a theorem and is erratum; no entry says why" in error
    assert "M01" not in error


def test_a_theorem_counts_only_when_it_is_proved(entries):
    edit(entries, 'source="Euclid"', 'source="Notes [N02]"', "square")
    assert "undecided" in entries.run("items", "N02").stdout
    entries.run("check")
    assert "1 item: 1 proved" in entries.run("items", "N02").stdout


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ("X = 1", "there is no list of items in "),
        ("ITEMS = 7", "is no mapping of numbers to texts"),
        ("ITEMS = {'N01': 7}", "is no mapping of numbers to texts"),
        ("ITEMS = {'N01': 'x'}\nTHEOREMS = ('N02',)", "THEOREMS in .* has N02, which is no item"),
    ],
)
def test_wrong_lists(entries, sources, message):
    entries.write("sources", sources)
    assert re.search(message, entries.run("items", exit_code=1).stderr)


def test_no_such_item(entries):
    assert "there is no item Q" in entries.run("items", "Q", exit_code=2).stderr
