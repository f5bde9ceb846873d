"""Checking many theorems: replays, searches in processes, failures, time."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from derive import checking
from derive.library import Library
from derive.runner import changed, check, recall
from derive.store import Store, key_of
from derive.theorem import TheoremError

LEMMA = """
from derive import Theorem
from .notation import glossary
lemma = Theorem("t.lemma", glossary=glossary, given={"shape": "b = 2 a"}, claim="b^2 = 4 a^2")
"""
RESULT = """
from derive import Theorem
from .lemma import lemma
result = Theorem(
    "t.result", glossary=lemma.glossary, given={"lemma": lemma, "area": "S = b^2"}, claim="S = 4 a^2"
)
"""
OTHER = """
from derive import Theorem
from .notation import glossary
other = Theorem("t.other", glossary=glossary, given={"shape": "b = 3 a"}, claim="b^2 = 9 a^2")
"""


class Checked:
    """A folder with its store, and the warnings of its checks."""

    def __init__(self, root, store):
        self.root = root
        self.store = store
        self.warnings = []

    def library(self):
        return Library.load(self.root)

    def outcomes(self, *names, **options):
        library = self.library()
        chosen = names or [theorem.name for theorem in library]
        return list(check(library, self.store, chosen, self.warnings.append, **options))

    def told(self, **options):
        return {o.theorem.name: (o.status, o.how) for o in self.outcomes(**options)}

    def entry(self, name):
        return self.store.folder / f"{key_of(self.library()[name])}.json"

    def edit(self, name, old, new):
        path = self.root / f"{name}.py"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))


@pytest.fixture
def checked(folder, tmp_path):
    return Checked(folder(lemma=LEMMA, result=RESULT, other=OTHER), Store(tmp_path / "store"))


def test_first_searched_then_replayed(checked):
    searched, replayed = ("proved", "searched"), ("proved", "replayed")
    assert checked.told() == dict.fromkeys(["t.lemma", "t.other", "t.result"], searched)
    assert checked.told() == dict.fromkeys(["t.lemma", "t.other", "t.result"], replayed)
    assert not checked.warnings


def test_only_what_has_changed_is_searched_again(checked):
    checked.told()
    checked.edit("lemma", "4 a^2", "2 a b")
    checked.edit("result", "4 a^2", "2 a b")
    assert changed(checked.library(), checked.store) == ["t.lemma", "t.result"]
    told = checked.told()
    assert told["t.other"] == ("proved", "replayed")
    assert told["t.lemma"] == told["t.result"] == ("proved", "searched")
    assert changed(checked.library(), checked.store) == []


def test_who_cites_what_has_no_certificate_counts_as_changed(checked):
    checked.told()
    checked.entry("t.lemma").unlink()
    assert changed(checked.library(), checked.store) == ["t.lemma", "t.result"]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_order_is_that_of_the_names_however_many_processes(checked, jobs):
    names = [outcome.theorem.name for outcome in checked.outcomes(jobs=jobs)]
    assert names == ["t.lemma", "t.other", "t.result"]


def test_ancestors_are_checked_without_being_asked_for(checked):
    (outcome,) = checked.outcomes("t.result")
    assert outcome.status == "proved"
    assert [premise.name for premise in outcome.proof.premises] == ["shape", "area"]


def test_a_failure_names_the_place_and_its_dependents_are_undecided(checked):
    checked.edit("lemma", "4 a^2", "5 a^2")
    outcomes = {outcome.theorem.name: outcome for outcome in checked.outcomes()}
    assert outcomes["t.other"].status == "proved"
    lemma, result = outcomes["t.lemma"], outcomes["t.result"]
    assert (lemma.status, lemma.how, lemma.malformed) == ("undecided", "searched", False)
    assert lemma.error.location.path.endswith("lemma.py")
    assert "left over" in lemma.error.message
    assert (result.status, result.how) == ("undecided", "not searched")
    assert result.error.message == "it cites t.lemma, which is undecided"


def test_what_cannot_be_read_is_malformed(checked):
    checked.edit("lemma", "4 a^2", "4 x^2")
    checked.edit("other", "9 a^2", "9 a")
    outcomes = {outcome.theorem.name: outcome for outcome in checked.outcomes()}
    assert outcomes["t.lemma"].malformed  # an undeclared symbol
    assert outcomes["t.other"].malformed  # a dimension
    assert not outcomes["t.result"].malformed


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: "\x00\ufffd",
        lambda text: "[" * 100_000,
        lambda text: text.replace('"2"', '"3"'),
        lambda text: text.replace('"4"', '"16"'),
    ],
)
def test_a_damaged_certificate_is_reported_once_and_replaced(checked, damage):
    checked.told()
    entry = checked.entry("t.lemma")
    good = entry.read_text()
    assert damage(good) != good
    entry.write_text(damage(good))
    assert checked.told()["t.lemma"] == ("proved", "searched")
    (warning,) = checked.warnings
    assert "the stored certificate of t.lemma is damaged" in warning
    assert checked.told()["t.lemma"] == ("proved", "replayed")
    assert len(checked.warnings) == 1


def test_another_theorems_valid_certificate_is_rejected(checked):
    checked.told()
    checked.entry("t.lemma").write_text(checked.entry("t.other").read_text())
    assert checked.told()["t.lemma"] == ("proved", "searched")
    assert "proves something else" in checked.warnings[0]


def test_without_a_search_a_theorem_is_undecided_until_it_was_checked(checked):
    library = checked.library()
    (outcome,) = recall(library, checked.store, ["t.result"], checked.warnings.append)
    assert (outcome.status, outcome.how) == ("undecided", "not searched")
    checked.told()
    (outcome,) = recall(library, checked.store, ["t.result"], checked.warnings.append)
    assert (outcome.status, outcome.how) == ("proved", "replayed")


def test_a_store_that_cannot_be_written_is_told_once(checked):
    checked.store.folder.write_text("in the way")
    assert {status for status, _ in checked.told().values()} == {"proved"}
    assert len(checked.warnings) == 1
    assert "cannot be kept" in checked.warnings[0]


def hang(theorem, cited, *, timeout=None):
    if theorem.name == "t.lemma":
        while True:
            pass
    return original(theorem, cited, timeout=timeout)


original = checking.prove


def test_a_search_that_hangs_is_stopped(checked, monkeypatch):
    monkeypatch.setattr(checking, "prove", hang)
    started = time.monotonic()
    outcomes = {o.theorem.name: o for o in checked.outcomes(seconds=0.5, jobs=2)}
    assert time.monotonic() - started < 10
    assert outcomes["t.lemma"].error.message == "the search was stopped after 0.5 s"
    assert outcomes["t.other"].status == "proved"


def test_a_search_that_dies(checked, monkeypatch):
    def die(*_, **__):
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(checking, "prove", die)
    (outcome,) = checked.outcomes("t.lemma")
    assert outcome.error.message == "the search died with exit code -9"


def test_a_fault_in_the_search_is_no_traceback(checked, monkeypatch):
    def fault(*_, **__):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(checking, "prove", fault)
    (outcome,) = checked.outcomes("t.lemma")
    assert "internal error, please report it: ZeroDivisionError: oops" in outcome.error.message
    assert "Traceback" not in outcome.error.message
    monkeypatch.setenv("DERIVE_DEBUG", "1")
    (outcome,) = checked.outcomes("t.lemma")
    assert "Traceback" in outcome.error.message


def test_a_certificate_that_the_kernel_refuses_is_no_proof(checked, monkeypatch):
    checked.told()
    wrong = checked.entry("t.other").read_text()

    class Liar:
        certificate = wrong

    monkeypatch.setattr(checking, "prove", lambda *_, **__: Liar())
    checked.entry("t.lemma").unlink()
    (outcome,) = checked.outcomes("t.lemma")
    assert outcome.status == "undecided"
    assert "the kernel refuses the certificate" in outcome.error.message
    assert not checked.entry("t.lemma").exists()


def test_no_search_goes_on_when_nobody_asks_for_more(checked, monkeypatch):
    monkeypatch.setattr(checking, "prove", hang)
    library = checked.library()
    names = ["t.other", "t.lemma"]
    outcomes = check(library, checked.store, names, checked.warnings.append, jobs=2)
    assert next(outcomes).theorem.name == "t.other"
    import multiprocessing

    outcomes.close()
    assert not multiprocessing.active_children()


def test_the_error_of_a_search_comes_with_its_line(checked, monkeypatch):
    def fail(theorem, *_, **__):
        raise TheoremError("no", theorem.location, theorem.name)

    monkeypatch.setattr(checking, "prove", fail)
    (outcome,) = checked.outcomes("t.lemma")
    assert outcome.error.location == outcome.theorem.location


def test_a_replay_imports_neither_sympy_nor_the_search(checked):
    checked.told()
    script = f"""
    import sys
    from pathlib import Path
    from derive.library import Library
    from derive.runner import check
    from derive.store import Store
    library = Library.load({str(checked.root)!r})
    names = [theorem.name for theorem in library]
    outcomes = list(check(library, Store(Path({str(checked.store.folder)!r})), names, print))
    assert all(outcome.how == "replayed" for outcome in outcomes), outcomes
    unwanted = [m for m in sys.modules if m.startswith(("sympy", "numpy", "flint", "click", "rich"))]
    assert not unwanted, unwanted
    assert "derive.prover.search" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True)


def test_two_checks_at_once(checked):
    script = f"""
    from pathlib import Path
    from derive.library import Library
    from derive.runner import check
    from derive.store import Store
    library = Library.load({str(checked.root)!r})
    names = [theorem.name for theorem in library]
    store = Store(Path({str(checked.store.folder)!r}))
    assert all(o.status == "proved" for o in check(library, store, names, exit))
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    running = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert {how for _, how in checked.told().values()} == {"replayed"}
    assert not checked.warnings
