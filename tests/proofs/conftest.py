"""The library and its proofs, made once."""

from collections.abc import Mapping

import pytest

from derive.checking import Proof, prove
from derive.library import Library, ordered
from derive.loading import LIBRARY


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load(LIBRARY)


@pytest.fixture(scope="session")
def proofs(library: Library) -> Mapping[str, Proof]:
    found: dict[str, Proof] = {}
    for name, theorem in ordered(library).items():
        found[name] = prove(theorem, found)
    return found
