"""The shipped answers of the whole library: counted, and every counterexample evaluated once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from derive.kernel.formulas import free
from derive.library import Library
from derive.loading import LIBRARY
from derive.necessity import Investigation, investigate
from derive.refuter import as_json
from tests.necessity.recheck import recheck

MOST_OPEN = 0.10


@pytest.fixture(scope="module")
def investigations() -> list[Investigation]:
    library = Library.load(LIBRARY)
    warnings: list[str] = []
    found = list(investigate(library, [t.name for t in library], warnings.append, seconds=1.0))
    assert not warnings
    return found


@pytest.mark.slow
def test_few_questions_are_open(investigations: list[Investigation]) -> None:
    verdicts = Counter(n.verdict for one in investigations for n in one.necessities)
    assert verdicts["open"] <= MOST_OPEN * verdicts.total(), verdicts


@pytest.mark.slow
def test_everything_is_shipped(investigations: list[Investigation]) -> None:
    searched = {one.theorem.name: one.unknown for one in investigations if one.unknown}
    assert not searched, "run `make necessities`"


@pytest.mark.slow
def test_every_counterexample_holds_up_in_other_code(investigations: list[Investigation]) -> None:
    checked = 0
    for investigation in investigations:
        for necessity in investigation.necessities:
            found = necessity.counterexample
            if found is not None:
                opened = found.opened
                granted = (*found.statement.hypotheses, *opened.premises)
                signature = (*opened.variables, *_spoken(granted))
                try:
                    recheck(as_json(found.model), signature, granted, opened.conclusion)
                except Exception as error:
                    message = f"{investigation.theorem.name}, {necessity.dropped.key}: {error!r}"
                    raise AssertionError(message) from error
                checked += 1
    assert checked > 100


def _spoken(formulas: tuple) -> Iterator:
    return (variable for formula in formulas for variable in free(formula))
