"""Records that lie: no stored file makes anything needed, or not needed, that is not."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.necessity.asking import JOINT, Inquiry
from derive.necessity.records import Stale, Unbelievable, believed, fingerprint
from derive.refuter.polynomials import rational, root_of
from derive.refuter.recorded import UnreadableModel, number_of
from tests.necessity.theorems import (
    asked,
    inquiry,
    order,
    proofs,
    question,
    quotient,
    real_eigenvalue,
    square,
)


@pytest.fixture(scope="module")
def found():
    """The records of all questions about two theorems."""
    records = {}
    for theorem in (real_eigenvalue, quotient, order):
        one = inquiry(theorem)
        one.found()
        records[theorem.name] = json.loads(json.dumps(one.records))
    return records


def test_records_answer_without_a_search(found):
    for theorem in (real_eigenvalue, quotient, order):
        before = inquiry(theorem).found()
        again = inquiry(theorem, found[theorem.name], seconds=None)
        assert [n.text() for n in again.found()] == [n.text() for n in before]
        assert not again.unknown
        assert again.records == found[theorem.name]


def test_a_record_is_about_one_statement(found):
    record = found["why.real_eigenvalue"]["hypothesis not zero"]
    assert believed(question(real_eigenvalue, "hypothesis not zero"), record).verdict == "needed"
    with pytest.raises(Stale, match="another statement"):
        believed(question(real_eigenvalue, "hypothesis eigenvector"), record)


def altered(record, change):
    record = copy.deepcopy(record)
    change(record)
    return record


def kept_hypothesis_fails(record):
    record["model"]["values"]["x"][0]["summands"][0]["matrix"] = [["7"]]


def property_fails(record):
    record["model"]["values"]["H"][0]["summands"][0]["matrix"] = [["i"]]
    record["model"]["dimensions"] = {"V": 1}


def other_shape(record):
    record["model"]["dimensions"]["V"] += 1


@pytest.mark.parametrize(
    "change",
    [
        kept_hypothesis_fails,
        property_fails,
        other_shape,
        lambda record: record.update(claim=3),
        lambda record: record.update(claim="0"),
        lambda record: record.update(verdict="not needed"),
        lambda record: record.update(verdict="not needed", certificate=[1, [], [], [], []]),
        lambda record: record.update(verdict="perhaps"),
        lambda record: record.pop("model"),
        lambda record: record["model"].update(sizes={"I": -1}),
        lambda record: record["model"].update(dimensions={"V": 10**9}),
        lambda record: record["model"]["values"].update(nobody=[]),
        lambda record: record["model"]["values"]["x"][0].update(summands=[]),
        lambda record: record["model"]["values"]["x"][0]["summands"][0].update(matrix=[["1+"]]),
    ],
)
def test_what_has_been_changed_is_not_believed(found, change):
    record = altered(found["why.real_eigenvalue"]["hypothesis not zero"], change)
    with pytest.raises(Unbelievable):
        believed(question(real_eigenvalue, "hypothesis not zero"), record)


def test_a_proof_that_uses_what_is_dropped_is_not_believed():
    asked_for = question(real_eigenvalue, "hypothesis not zero")
    certificate = json.loads(proofs["why.real_eigenvalue"].certificate)
    record = {"verdict": "not needed", "certificate": certificate}
    record["statement"] = fingerprint(asked_for.statement)
    with pytest.raises(Unbelievable, match="it uses a hypothesis not stated"):
        believed(asked_for, record)


def test_a_proof_for_real_numbers_is_none_for_complex_ones():
    asked_for = question(square, "property b: none")
    certificate = json.loads(proofs["why.square"].certificate)
    record = {"verdict": "not needed", "certificate": certificate}
    record["statement"] = fingerprint(asked_for.statement)
    with pytest.raises(Unbelievable):
        believed(asked_for, record)


@pytest.mark.parametrize("words", [["positive"], ["real"], ["nonzero", "real"], "real", None])
def test_what_is_dropped_together_must_be_less_than_declared(found, words):
    """A record could prove that b need not be real by declaring something else as positive."""
    record = copy.deepcopy(found["why.quotient"][JOINT])
    record["left"]["b"] = words
    warned = []
    one = Inquiry(asked(quotient), [{JOINT: record}], warned.append, seconds=None)
    answers = [n.verdict for n in one.found() if n.dropped.part == "property"]
    assert set(answers) == {"open", "meaning"}


def test_symbols_that_may_not_be_dropped_are_refused(found):
    record = copy.deepcopy(found["why.quotient"][JOINT])
    record["left"]["x"] = []
    one = inquiry(quotient, {JOINT: record}, seconds=None)
    assert "not needed" not in {n.verdict for n in one.found()}


def test_an_open_question_stays_open_without_a_search():
    one = inquiry(real_eigenvalue, seconds=None)
    assert {n.verdict for n in one.found()} == {"open"}
    assert one.unknown
    assert not one.records


@given(
    st.fractions(max_denominator=50),
    st.fractions(max_denominator=50),
    st.sampled_from([1, 2, 3, 6]),
)
def test_numbers_are_read_as_they_are_written(real, imaginary, radicand):
    number = rational(real, imaginary) * root_of(rational(radicand)) + rational(imaginary)
    assert number_of(str(number)) == number


@pytest.mark.parametrize("text", ["", "+", "1 2", "i1", "1/0", "√", "2x", "--1", "1i2"])
def test_what_is_no_number(text):
    with pytest.raises((UnreadableModel, ZeroDivisionError)):
        number_of(text)
