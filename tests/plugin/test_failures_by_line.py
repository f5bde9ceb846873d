"""What does not follow is known line by line, also on its way from another process."""

from __future__ import annotations

import pickle

import pytest

from derive import Glossary, Theorem, scalar
from derive.checking import prove
from derive.theorem import Malformed, Unproved

THEOREM = Theorem(
    "numbers.doubled",
    glossary=Glossary(scalar("a", "a"), scalar("b", "b"), scalar("c", "c")),
    given={"twice": "b = 2 a", "again": "c = 2 b"},
    claim="c = 5 a",
    proof=r"""
        b = 3 a        % twice
        c = 2 b        % again
          = 4 a        % somewhere
          = 4 a
    """,
)


@pytest.fixture(scope="module")
def failure() -> Unproved:
    with pytest.raises(Unproved) as caught:
        prove(THEOREM, {})
    return caught.value


def test_each_line_that_fails_has_its_own_error(failure: Unproved) -> None:
    assert list(failure.failures) == [1, 3]
    assert "step 1 does not follow from twice" in failure.failures[1].message
    assert isinstance(failure.failures[3], Malformed)
    assert "'somewhere' names no hypothesis" in failure.failures[3].message
    lines = [one.location.line for one in failure.failures.values() if one.location]
    assert lines[1] - lines[0] == 2


def test_the_message_has_all_of_them(failure: Unproved) -> None:
    assert all(one.message in str(failure) for one in failure.failures.values())
    assert str(failure).startswith(f"{failure.failures[1].location}: numbers.doubled: step 1")


def test_a_claim_that_does_not_follow_has_the_number_0() -> None:
    false = Theorem(
        "numbers.false", glossary=THEOREM.glossary, given={"twice": "b = 2 a"}, claim="b = a"
    )
    with pytest.raises(Unproved) as caught:
        prove(false, {})
    assert list(caught.value.failures) == [0]


def test_it_goes_from_process_to_process(failure: Unproved) -> None:
    copy = pickle.loads(pickle.dumps(failure))
    assert str(copy) == str(failure)
    assert list(copy.failures) == [1, 3]
    assert isinstance(copy.failures[3], Malformed)
