"""Errata decided: what is written fails somewhere, what is right is proved."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from derive import Erratum, Glossary, ket, operator, scalar
from derive.checking.errata import complaint, examine, from_record, to_record
from derive.theorem import Malformed, TheoremError

GLOSSARY = Glossary(
    scalar("a", "a", "real"),
    scalar("o", "o"),
    operator("O", r"\hat O"),
    ket("psi", r"|\psi\rangle"),
)
LINES = Path(__file__).read_text(encoding="utf-8").splitlines()
SWAP = r"\begin{pmatrix}0&1\\1&0\end{pmatrix}\begin{pmatrix}1\\-1\end{pmatrix}"


def test_a_wrong_eigenvalue():
    erratum = Erratum(
        "t.x",
        written=SWAP + r" = \begin{pmatrix}1\\-1\end{pmatrix}",
        right=SWAP + r" = -\begin{pmatrix}1\\-1\end{pmatrix}",
    )
    findings = examine(erratum)
    assert [(one.role, one.status) for one in findings] == [
        ("written", "refuted"),
        ("right", "proved"),
    ]
    assert (findings[0].left, findings[0].right) == ("[[-1], [1]]", "[[1], [-1]]")
    assert complaint(erratum, findings) is None


def test_a_missing_hypothesis():
    erratum = Erratum(
        "t.x",
        glossary=GLOSSARY,
        written=r"\langle\psi|\hat O|\psi\rangle = o",
        right=r"\langle\psi|\hat O|\psi\rangle = o\langle\psi|\psi\rangle",
        right_given={"eigenvector": r"\hat O|\psi\rangle = o|\psi\rangle"},
    )
    findings = examine(erratum)
    assert complaint(erratum, findings) is None
    assert set(findings[0].values) >= {"O", "o"}


@settings(max_examples=25, deadline=None)
@given(strategies.integers(-9, 9), strategies.integers(-9, 9), strategies.integers(-9, 9))
def test_a_square_that_is_multiplied_out(p, q, r):
    """It is checked exactly if the coefficients say so."""
    square = Erratum(
        "t.x", written=f"(x + {p})**2 == x**2 + ({q})*x + ({r})", assume={"x": "complex"}
    )
    is_wrong = (q, r) != (2 * p, p * p)
    assert (complaint(square, examine(square)) is None) == is_wrong


@pytest.mark.parametrize(
    ("written", "right", "message"),
    [
        ("a = a", (), "what is written is no error, it is proved: a == a"),
        ((), "a = a + 1", "what is said to be right is refuted: a == a [+] 1; it fails"),
        (["a = 1", "2a = a + a"], "a = a", "what is written is no error"),
        ("a = 1", ["a = a", "a^2 = a"], "what is said to be right is refuted: a[*][*]2 == a"),
    ],
)
def test_what_is_not_as_it_says(written, right, message):
    erratum = Erratum("t.x", glossary=GLOSSARY, written=written, right=right)
    error = complaint(erratum, examine(erratum))
    assert error is not None
    assert re.search(message, error.message), error.message
    assert error.theorem == "t.x"


def test_the_line_of_the_claim_that_is_wrong():
    erratum = Erratum(
        "t.x",
        glossary=GLOSSARY,
        written=[
            "a = 1",
            "a + a = 2a",
        ],
    )
    error = complaint(erratum, examine(erratum))
    assert "a + a = 2a" in LINES[error.location.line - 1]


def test_hypotheses_that_contradict_each_other_prove_nothing():
    erratum = Erratum(
        "t.x", glossary=GLOSSARY, written="a = 3", given="a = 1", right="a = 5", right_given="a = 2"
    )
    with pytest.raises(TheoremError, match="contradict each other"):
        examine(erratum)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"written": "a ="}, "in what is written"),
        ({"right": "b = 1"}, "in what is right"),
        ({"written": "a = 1", "given": {"h": "c = 1"}}, "in what is written"),
        ({"written": 7}, "no relation"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(fields, message):
    erratum = Erratum("t.x", glossary=GLOSSARY, **fields)
    with pytest.raises(Malformed, match=message) as caught:
        examine(erratum)
    assert caught.value.location.path == __file__


def test_no_time_leaves_it_undecided():
    erratum = Erratum(
        "t.x", glossary=GLOSSARY, right=r"\langle\psi|\hat O^\dagger\hat O|\psi\rangle \ge 0"
    )
    (finding,) = examine(erratum, 0.000001)
    assert finding.status == "undecided"
    assert "undecided" in complaint(erratum, [finding]).message


ERRATUM = Erratum("t.x", written="x == 1", right="x == x", assume={"x": "real"})


def test_records_come_back():
    findings = examine(ERRATUM)
    assert from_record(to_record(findings), ERRATUM) == findings


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data[:1], "other claims"),
        (lambda data: data[::-1], "other claims"),
        (lambda data: {}, "other claims"),
        (lambda data: [7, 8], "no object"),
        (lambda data: [data[0], {**data[1], "status": "undecided"}], "not as the erratum says"),
        (lambda data: [{**data[0], "status": "proved"}, data[1]], "not as the erratum says"),
        (lambda data: [{**data[0], "role": 3}, data[1]], "no text"),
        (lambda data: [{**data[0], "role": "third"}, data[1]], "another role"),
        (lambda data: [{**data[0], "claim": None}, data[1]], "no text"),
        (lambda data: [{**data[0], "values": "x = 1"}, data[1]], "no values"),
        (lambda data: [{**data[0], "conditions": 7}, data[1]], "other parts"),
        (lambda data: [{**data[0], "other": "x"}, data[1]], "other parts"),
    ],
)
def test_damaged_records_are_refused(change, message):
    data = json.loads(to_record(examine(ERRATUM)))
    with pytest.raises(ValueError, match=message):
        from_record(json.dumps(change(data)), ERRATUM)
