"""Remarks and errata as authors write them."""

import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, strategies

from derive import Erratum, Glossary, Remark, Theorem, law, scalar
from derive.entries import LABELS
from derive.language.errors import LanguageError
from derive.loading import LIBRARY

GLOSSARY = Glossary(scalar("a", "a"))
LINES = Path(__file__).read_text(encoding="utf-8").splitlines()
THEOREM = Theorem("t.trivial", glossary=GLOSSARY, claim="a = a")


def test_a_remark_knows_its_line_and_makes_its_title():
    remark = Remark("t.what_is_known", label="experiment", text="It is so.", source="L [A001]")
    assert remark.location.path == __file__
    assert "what_is_known" in LINES[remark.location.line - 1]
    assert (remark.title, remark.status) == ("What is known", "experiment")
    assert repr(remark) == "<Remark t.what_is_known>"


def test_an_erratum_knows_its_line():
    erratum = Erratum(
        "t.wrong",
        text="It is not so.",
    )
    assert "Erratum(" in LINES[erratum.location.line - 1]


@pytest.mark.parametrize("label", LABELS)
def test_every_label_is_accepted(label):
    assert Remark("t.x", label=label, text="x").label == label


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Remark("t.x", label="fact", text="x"), "t.x: 'fact' is no label of a remark"),
        (lambda: Remark("t.x", label="opinion"), "a remark needs a text"),
        (lambda: Remark("t.x", label="opinion", text=" \n"), "a remark needs a text"),
        (lambda: Remark(7, label="opinion", text="x"), "the name of an entry is no text: 7"),
        (lambda: Erratum("t.x"), "an erratum needs claims or a text"),
        (lambda: Erratum(None, text="x"), "the name of an entry is no text: None"),
        (lambda: Erratum("t.x", written=THEOREM), "only what is right may be a theorem"),
        (lambda: Erratum("t.x", right="a = a", given=THEOREM), "only what is right may be"),
    ],
)
def test_what_is_refused(make, message):
    with pytest.raises(LanguageError, match=message) as caught:
        make()
    assert caught.value.hint


def test_entries_do_not_change():
    assume = {"x": "real"}
    erratum = Erratum("t.x", written=["x == 1"], assume=assume)
    assume["x"] = "complex"
    assert dict(erratum.assume) == {"x": "real"}
    with pytest.raises(FrozenInstanceError):
        erratum.text = "other"
    with pytest.raises(TypeError):
        erratum.assume["x"] = "complex"


def test_the_parts_of_an_erratum():
    erratum = Erratum(
        "t.x",
        written="a = 1",
        right=["a = a", THEOREM],
        given={"first": law("a = 2"), "second": "a = 3"},
        right_given="a = 4",
    )
    assert erratum.claims("written") == ("a = 1",)
    assert erratum.claims("right") == ("a = a",)
    assert erratum.theorems == (THEOREM,)
    assert erratum.hypotheses("written") == ("a = 2", "a = 3")
    assert erratum.hypotheses("right") == ("a = 2", "a = 3", "a = 4")
    assert erratum.is_decidable
    assert not Erratum("t.y", text="A word is misspelt.").is_decidable


@given(strategies.lists(strategies.text(min_size=1), max_size=4))
def test_one_claim_is_the_same_as_a_list_of_one(texts):
    several = Erratum("t.x", written=texts, text="x").claims("written")
    assert several == tuple(texts)
    if len(texts) == 1:
        assert Erratum("t.x", written=texts[0], text="x").claims("written") == several


def test_entries_are_no_theorems_and_need_no_sympy():
    code = (
        "import sys; from derive import Erratum, Remark;"
        "Remark('t.x', label='opinion', text='x'); Erratum('t.y', written='1 == 2');"
        "assert not {'sympy', 'flint', 'numpy'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=LIBRARY.parent, check=False)
    assert done.returncode == 0
