"""The shipped answers of the whole library: counted, and every counterexample evaluated once more."""

from __future__ import annotations

from collections import Counter

import pytest

from derive.kernel.formulas import free
from derive.library import Library
from derive.loading import LIBRARY
from derive.necessity import Necessity, investigate
from derive.refuter import as_json
from tests.necessity.recheck import recheck

MOST_OPEN = 0.10
"""The part of all questions that may be open; those that divide or count are not among them."""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_library() -> None:
    """One test, because the proofs and the answers of the library take long to replay."""
    library = Library.load(LIBRARY)
    warnings: list[str] = []
    found = list(investigate(library, [t.name for t in library], warnings.append, seconds=0.5))
    assert not warnings
    assert not [str(one.error) for one in found if one.error]
    searched = {one.theorem.name: one.unknown for one in found if one.unknown}
    assert not searched, "run `make necessities`"
    verdicts = Counter(one.verdict for theorem in found for one in theorem.necessities)
    assert verdicts["needed"] > 100
    assert verdicts["not needed"] > 100
    asked = verdicts.total() - verdicts["meaning"]
    assert verdicts["open"] <= MOST_OPEN * asked, verdicts
    wrong = {
        f"{theorem.theorem.name}: {one.dropped.key}": why
        for theorem in found
        for one in theorem.necessities
        if (why := what_is_wrong_with(one))
    }
    assert not wrong


def what_is_wrong_with(necessity: Necessity) -> str:
    """Why other code does not confirm a counterexample, if there is one."""
    found = necessity.counterexample
    if found is None:
        return ""
    opened = found.opened
    granted = (*found.statement.hypotheses, *opened.premises)
    signature = {*opened.variables, *(v for formula in granted for v in free(formula))}
    try:
        recheck(as_json(found.model), sorted(signature), granted, opened.conclusion)
    except Exception as error:
        return f"{error!r:.300}"
    return ""
