"""What is needed, what is not, and what has no meaning; and how readers are told."""

from __future__ import annotations

import json

import pytest

from derive.necessity.itself import by_itself
from derive.necessity.planting import planted_by_author
from derive.necessity.records import replayed
from derive.necessity.searching import models_by_author
from derive.necessity.weakening import NONNEGATIVE, granted, steps, weaker
from derive.refuter import as_json
from derive.refuter.describing import describe
from tests.necessity.recheck import recheck
from tests.necessity.theorems import (
    bound,
    defined,
    ending,
    implication,
    inquiry,
    multiple,
    order,
    question,
    quotient,
    real_eigenvalue,
    square,
)


def verdicts(theorem):
    return {one.dropped.key: one.verdict for one in inquiry(theorem).found()}


def test_a_real_eigenvalue_needs_everything():
    found = inquiry(real_eigenvalue).found()
    assert {one.dropped.key: one.verdict for one in found} == {
        "hypothesis eigenvector": "needed",
        "hypothesis not zero": "needed",
        "property H: none": "needed",
    }
    dropped = {one.dropped.key: one for one in found}
    assert dropped["hypothesis not zero"].text().startswith("Needed: take ")
    assert dropped["property H: none"].what() == "Ĥ is Hermitian"
    assert dropped["property H: none"].what_latex() == r"$\hat H$ is Hermitian"


def test_counterexamples_hold_up_in_other_code():
    for theorem in (real_eigenvalue, quotient, square, order, implication):
        for one in inquiry(theorem).found():
            found = one.counterexample
            if found is not None:
                data = json.loads(json.dumps(as_json(found.model)))
                opened = found.opened
                granted = (*found.statement.hypotheses, *opened.premises)
                recheck(data, opened.variables, granted, opened.conclusion)


def test_other_code_refuses_what_is_none():
    (one,) = [n for n in inquiry(square).found() if n.verdict == "needed"]
    found = one.counterexample
    data = json.loads(json.dumps(as_json(found.model)))
    (place,) = data["values"]["b"]
    place["summands"][0]["matrix"] = [["1"]]
    with pytest.raises(AssertionError, match="the claim holds"):
        recheck(data, [], [*found.statement.hypotheses], found.opened.conclusion)


def test_what_is_idle_is_not_needed_and_a_divisor_is():
    assert verdicts(quotient) == {
        "hypothesis product": "needed",
        "hypothesis idle": "not needed",
        "property a: none": "not needed",
        "property b: none": "not needed",
        "property c: none": "meaning",
    }
    told = {one.dropped.key: one.text() for one in inquiry(quotient).found()}
    assert told["hypothesis idle"] == "Not needed: it is proved without it."
    assert told["property a: none"] == "Not needed: it is proved for every complex number a."
    assert told["property c: none"] == "Needed: the statement divides by c."


def test_words_are_dropped_one_after_the_other():
    assert verdicts(order) == {
        "property a: nonnegative real": "not needed",
        "property a: real": "needed",
    }
    assert verdicts(square) == {"property b: none": "needed"}


def test_by_cases():
    """If x is 0 the claim holds as well, which takes a proof by cases."""
    assert verdicts(multiple)["hypothesis x is not zero"] == "not needed"


def test_what_only_its_definition_speaks_of_can_be_put_in():
    """Without `sum` the theorem applies to b + a for y, and to 2(b + a) for c."""
    for name in ("sum", "double"):
        certificate = by_itself(question(defined, f"hypothesis {name}"), 5.0)
        assert replayed(question(defined, f"hypothesis {name}"), certificate)
    assert not by_itself(question(defined, "hypothesis half"), 5.0)


def test_what_follows_from_the_rest_is_not_needed():
    weaker = question(defined, "property b: none")
    assert replayed(weaker, by_itself(weaker, 5.0))


def test_an_author_gives_the_beginning_of_a_model():
    """Of a sequence that ends after some values, in which all but one hypothesis holds."""
    without = question(ending, "hypothesis ends")
    found = planted_by_author(without.statement, models_by_author(without), seconds=10)
    assert found is not None
    data = json.loads(json.dumps(as_json(found.model)))
    recheck(data, [], [*found.statement.hypotheses], found.opened.conclusion)
    shown = describe(found, without.lowering).values
    assert r"t_{r} = \delta_{r,0}+\delta_{r,1}" in shown
    kept = question(ending, "hypothesis begins")
    assert [one.without for one in models_by_author(kept)] == [""]


def test_what_a_hypothesis_binds_is_not_asked_for():
    """Without `real` the hypothesis would say more: the theorem would be weaker, not stronger."""
    assert "property b: none" not in verdicts(bound)


def test_premises_of_a_claim_are_asked_for():
    assert verdicts(implication) == {"premise 1.1": "needed", "premise 1.2": "needed"}


def test_every_text_goes_through_the_translation_before_it_is_filled_in():
    seen = []

    def translate(text):
        seen.append(text)
        return text.upper() if "{" not in text else text

    for one in inquiry(real_eigenvalue).found():
        one.what(translate), one.latex(translate)
    assert "{symbol} is Hermitian" in seen
    assert "Needed: take {values}. Then {claim}, as {sides}." in seen
    assert not any(r"\hat H" in text for text in seen)


def test_words():
    positive = granted(frozenset({"positive", "real"}))
    assert positive == {"positive"}
    assert [word for word, _ in steps(positive)] == ["positive", "nonzero"]
    assert weaker(positive)[0] == frozenset()
    assert frozenset({"real", NONNEGATIVE}) in weaker(positive)
    assert weaker(frozenset({"hermitian", "invertible"})) == [
        frozenset(),
        frozenset({"hermitian"}),
        frozenset({"invertible"}),
    ]
