"""`decide` on the frozen corpus: never wrong, and nearly always decided."""

from __future__ import annotations

import pytest

from tests.decide.entries import DOMAINS, entries, outcome

MOST_UNDECIDED = 0.1
"""Of one domain; of all together at most 5 % are undecided (see docs/evidence.md)."""


@pytest.mark.slow
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_answer_is_wrong_and_most_claims_are_decided(domain: str) -> None:
    outcomes = [outcome(entry) for entry in entries() if entry.domain == domain]
    wrong = [(one.entry.id, one.answer, one.reason) for one in outcomes if one.wrong]
    undecided = [(one.entry.id, one.reason) for one in outcomes if not one.right]
    assert not wrong
    assert len(undecided) <= MOST_UNDECIDED * len(outcomes), undecided
