"""A tenth of the edits of certificates: the kernel refuses them, or they prove what is true."""

from __future__ import annotations

import random

import pytest

from derive.kernel.certificates import verify
from tests.decide.certificates import sample
from tests.decide.edits import edited, fate
from tests.decide.evidence import EDITS, edit_fates


def test_the_sample_is_valid() -> None:
    for text, statement in sample():
        verify(text, statement)
        assert fate(text, statement) == "same statement"


def test_edits_are_real() -> None:
    source = random.Random(5)
    text, _ = sample()[0]
    changed = sum(edited(text, source) != text for _ in range(200))
    assert changed > 150


@pytest.mark.slow
def test_no_edit_proves_what_is_false_or_crashes() -> None:
    fates = edit_fates(EDITS // 10, seed=1000)
    assert not fates["WRONG"]
    assert fates.total() == EDITS // 10
    assert fates["not JSON"] <= fates.total() / 2
    assert fates["refused"] >= fates.total() / 3
