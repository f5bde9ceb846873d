"""Every item of a lecture that is done has an entry, and what states a theorem is proved."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from derive.checking import Proof
from derive.checking.errata import complaint, examine
from derive.entries import Erratum, Remark
from derive.items import SOURCES, Items, cited_items
from derive.library import Library
from derive.loading import LIBRARY
from derive.render.prose import prose
from proofs import sources

LOADED = Library.load(LIBRARY)
ENTRIES = list(LOADED.entries)
ERRATA = [name for name, one in LOADED.entries.items() if isinstance(one, Erratum)]
REMARKS = [name for name, one in LOADED.entries.items() if isinstance(one, Remark)]


@pytest.fixture(scope="module")
def items(library: Library, proofs: Mapping[str, Proof]) -> Items:
    return Items(library, {name: proof.status for name, proof in proofs.items()})


def test_every_item_of_a_complete_lecture_has_an_entry(items: Items) -> None:
    assert sources.COMPLETE
    wanted = [item for item in items.items if item.number.startswith(sources.COMPLETE)]
    assert not [f"{item.number}: {item.text}" for item in wanted if not item.entries]


def test_items_that_state_theorems_are_proved(items: Items) -> None:
    stated = [item for item in items.items if item.number in sources.THEOREMS]
    assert not [f"{item.number}: {item.complaint}" for item in stated if item.complaint]


def test_the_items_are_those_that_a_source_may_cite() -> None:
    for number in sources.ITEMS:
        cite = {"A": sources.quantum_hall, "B": sources.quantum_mechanics}[number[0]]
        assert cited_items(cite(number), sources.ITEMS) == (number,)
        assert sources.items(cite(number)) == (number,)
    assert [n for n in sources.ITEMS if n[0] == "B"] == [f"B{n:03d}" for n in range(1, 103)]
    assert (LIBRARY / SOURCES).is_file()


@pytest.mark.parametrize("name", ENTRIES)
def test_the_file_of_an_entry_is_found_by_its_name(name: str) -> None:
    """It is `subject/file.py` for `subject.file` or `subject.file.entry`."""
    path = Path(LOADED.entries[name].location.path)
    module = ".".join(path.relative_to(LIBRARY).with_suffix("").parts)
    assert name == module or name.rpartition(".")[0] == module
    assert f"\n{name.rpartition('.')[2]} = " in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_says_where_it_stands_in_letters_that_latex_has(name: str) -> None:
    entry = LOADED.entries[name]
    assert sources.items(entry.source)
    for text in (entry.title, entry.source, entry.text):
        assert "derivescript" not in prose(text), text


@pytest.mark.parametrize("name", REMARKS)
def test_a_remark_says_what_is_shown_or_what_is_not(name: str) -> None:
    remark = LOADED.entries[name]
    assert isinstance(remark, Remark)
    assert remark.shows or remark.does_not_show


@pytest.mark.parametrize("name", ERRATA)
def test_what_errata_say_is_so(name: str, proofs: Mapping[str, Proof]) -> None:
    erratum = LOADED.entries[name]
    assert isinstance(erratum, Erratum)
    assert complaint(erratum, examine(erratum)) is None
    assert all(proofs[theorem.name].status == "proved" for theorem in erratum.theorems)
