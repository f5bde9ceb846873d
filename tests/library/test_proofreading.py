"""Errata of a folder: keys of what is stored, stores that cannot be used, theorems from elsewhere."""

import time

import sympy

from derive import Erratum, Glossary, examining, scalar
from derive.library import Library
from derive.proofreading import proofread, undecided
from derive.store import Store, key_of_erratum

GLOSSARY = Glossary(scalar("a", "a"))
WORDS = r"""
from derive import Erratum
from proofs.quantum.orthogonality import orthogonality
wrong = Erratum("t.wrong", written="x == 1", right="x == x", assume={"x": "real"})
elsewhere = Erratum("t.elsewhere", right=orthogonality, text="Proved in the library.")
"""


def erratum(**changed):
    return Erratum("t.x", **{"written": "a = 1", "right": "a = a", "glossary": GLOSSARY, **changed})


def test_the_key_depends_on_what_is_decided():
    x = sympy.Symbol("x")
    changed = [
        erratum(written="a = 2"),
        erratum(written=["a = 1", "a = a"], right=()),
        erratum(right=["a = a", "a = a"]),
        erratum(given="a = 3"),
        erratum(right_given="a = 3"),
        erratum(glossary=Glossary(scalar("a", "a", "real"))),
        erratum(glossary=None),
        erratum(assume={"b": "real"}),
        erratum(written=sympy.Eq(x, 1)),
        erratum(written=sympy.Eq(sympy.Symbol("x", real=True), 1)),
    ]
    keys = [key_of_erratum(erratum()), *map(key_of_erratum, changed)]
    assert len(set(keys)) == len(keys)


def test_the_key_does_not_depend_on_prose_and_place():
    same = erratum(title="T", source="S", text="x", reference="R", given={})
    assert key_of_erratum(erratum()) == key_of_erratum(same)


def test_findings_are_kept_and_a_theorem_of_the_library_is_found(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("DERIVE_STORE", str(tmp_path / "store"))
    library = Library.load(folder(words=WORDS))
    store = Store(tmp_path / "store")
    names = list(library.entries)
    assert undecided(library, store) == ["t.wrong"]
    before = {
        one.entry.name: one.status for one in proofread(library, store, names, print, search=False)
    }
    assert before == {"t.elsewhere": "undecided", "t.wrong": "undecided"}
    done = {
        one.entry.name: (one.status, one.how) for one in proofread(library, store, names, print)
    }
    assert done == {"t.elsewhere": ("checked", "recalled"), "t.wrong": ("checked", "decided")}
    assert undecided(library, store) == []
    again = {
        one.entry.name: one.status for one in proofread(library, store, names, print, search=False)
    }
    assert again == {"t.elsewhere": "checked", "t.wrong": "checked"}


def test_a_store_that_cannot_be_written_is_a_warning(folder, tmp_path):
    library = Library.load(folder(words=WORDS))
    taken = tmp_path / "taken"
    taken.write_text("")
    warnings: list[str] = []
    (outcome,) = proofread(library, Store(taken), ["t.wrong"], warnings.append)
    assert outcome.status == "checked"
    assert "the findings of t.wrong cannot be kept in" in warnings[0]


def test_entries_are_found_by_name(folder):
    library = Library.load(folder(words=WORDS))
    assert list(library.entries) == ["t.elsewhere", "t.wrong"]
    assert len(library) == 0
    assert library.names_of(["t"]) == ["t.elsewhere", "t.wrong"]


def test_what_hangs_is_stopped(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(examining, "examine", lambda *_: time.sleep(60))
    monkeypatch.setattr(examining, "_SECONDS_TO_BEGIN", 0.5)
    library = Library.load(folder(words=WORDS))
    started = time.monotonic()
    (outcome,) = proofread(library, Store(tmp_path), ["t.wrong"], print, seconds=0.1)
    assert time.monotonic() - started < 20
    assert outcome.status == "undecided"
    assert "deciding was stopped after 0.8 s" in str(outcome.error)


def test_a_fault_is_told_and_nothing_is_kept(folder, tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr(examining, "examine", fail)
    library = Library.load(folder(words=WORDS))
    (outcome,) = proofread(library, Store(tmp_path), ["t.wrong"], print)
    assert "internal error, please report it: RuntimeError: broken" in str(outcome.error)
    assert undecided(library, Store(tmp_path)) == ["t.wrong"]
