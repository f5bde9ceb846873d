"""No hypothesis alone gives a claim: such a theorem would assume what it says it proves."""

from collections.abc import Mapping
from typing import Any

import pytest

from derive import Theorem, law, natural, operator, scalar
from derive.checking import Proof, prove
from derive.language.glossary import Glossary
from derive.library import Library
from derive.loading import LIBRARY
from derive.theorem import Citation, Given, TheoremError

NAMES = [theorem.name for theorem in Library.load(LIBRARY)]


def giveaways(theorem: Theorem, proofs: Mapping[str, Proof]) -> list[tuple[str, int]]:
    """The hypotheses from which alone a claim is proved, and the number of the claim.

    The search uses a hypothesis, its adjoint and its instances.  What only says that something is
    not zero stays beside each of them, since formulas divide by it.
    """
    if theorem.immediate:
        return []
    given, claims, _ = theorem.as_given()
    beside = {name: value for name, value in given.items() if _is_inequation(value)}
    found = []
    for name, value in given.items():
        for number, claim in enumerate(claims):
            alone = Theorem(
                theorem.name,
                glossary=theorem.glossary,
                given={**beside, name: value},
                claim=claim,
            )
            try:
                prove(alone, proofs, timeout=20)
            except TheoremError:
                continue
            found.append((name, number))
    return found


def _is_inequation(value: Any) -> bool:
    formula = value.formula if isinstance(value, Given) else value
    return isinstance(formula, str) and r"\neq" in formula and r"\forall" not in formula


@pytest.mark.parametrize("name", NAMES)
def test_no_hypothesis_alone_gives_a_claim(
    name: str, library: Library, proofs: Mapping[str, Proof]
) -> None:
    assert giveaways(library[name], proofs) == []


PLAIN = Glossary(
    scalar("a", "a", "positive"),
    scalar("b", "b"),
    natural("n", "n"),
    scalar("f", "f_{#1}", slots=("natural",)),
    operator("A", "A"),
    operator("B", "B"),
)


@pytest.mark.parametrize(
    ("hypothesis", "claim"),
    [
        ("a = b", "a = b"),
        ("a = b", "b = a"),
        ("a - b = 0", "2 a = 2 b"),
        ("A = B", r"A^\dagger = B^\dagger"),
        (r"A^\dagger = B", r"B^\dagger = A"),
        (r"\forall n: f_n = b", "f_{3} = b"),
    ],
)
def test_what_gives_itself_away_is_noticed(hypothesis: str, claim: str) -> None:
    def theorem(immediate: str = "") -> Theorem:
        return Theorem(
            "plain.one",
            glossary=PLAIN,
            given={"it": law(hypothesis)},
            claim=claim,
            immediate=immediate,
        )

    assert giveaways(theorem(), {}) == [("it", 0)]
    assert giveaways(theorem(immediate="it is a definition"), {}) == []


def test_a_citation_can_give_itself_away(library: Library, proofs: Mapping[str, Proof]) -> None:
    cited = library["hall.filling_factor"]
    theorem = Theorem(
        "plain.two", glossary=cited.glossary, given={"it": Citation(cited)}, claim=r"jeB = nh"
    )
    assert giveaways(theorem, proofs) == [("it", 0)]
