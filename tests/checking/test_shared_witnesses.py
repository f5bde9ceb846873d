"""Witnesses, roots and exponentials of a cited theorem are not confused where values change them."""

from __future__ import annotations

import pytest

from derive import Glossary, Theorem, definition, law, scalar
from derive.checking import Proof, prove
from derive.theorem import TheoremError

GLOSSARY = Glossary(*[scalar(name, name) for name in "EFGxyz"])


def theorem(name: str, claim: str, **given: object) -> Theorem:
    return Theorem(f"two.{name}", glossary=GLOSSARY, given=given, claim=claim)


division = theorem("division", r"x/x=1", ne=law(r"x\neq 0"))
root = theorem("root", r"\sqrt{E}\sqrt{E}=E")
power = theorem("power", r"x^2=e^{E}e^{E}", d=definition(r"x=e^{E}"))
equal = theorem("equal", "x^2=y^2", d=definition("x=y"))


@pytest.fixture(scope="module")
def known() -> dict[str, Proof]:
    return {one.name: prove(one, {}) for one in (division, root, power, equal)}


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        ("y=z", {"first": division.at(x="y"), "second": division.at(x="z")}),
        ("x=y", {"nx": law(r"x\neq 0"), "inv": division.at(x="y")}),
        ("1=0", {"first": root.at(E="1"), "second": root.at(E="2")}),
        ("E=F", {"d": definition(r"x=\sqrt{E}"), "lemma": root.at(E="F")}),
        ("E=0", {"d": definition(r"x=\sqrt{E}"), "lemma": root.at(E="0")}),
        ("y^2=x^2", {"own": definition(r"x=e^{E}"), "b": power.at(x="y", E="F")}),
        ("y^2=z^2", {"a": power.at(x="y", E="F"), "b": power.at(x="z", E="G")}),
    ],
)
def test_what_they_would_prove_together(
    claim: str, given: dict[str, object], known: dict[str, Proof]
) -> None:
    with pytest.raises(TheoremError, match="left over"):
        prove(theorem("absurd", claim, **given), known)


def test_an_own_witness_is_used(known: dict[str, Proof]) -> None:
    citing = theorem("citing", "y/y=1", ne=law(r"y\neq 0"), d=division.at(x="y"))
    assert [premise.name for premise in prove(citing, known).premises] == ["ne"]


def test_a_definition_with_a_value_put_in_is_an_assumption(known: dict[str, Proof]) -> None:
    (premise,) = prove(theorem("put", "1=0", c=equal.at(x="1", y="0")), known).premises
    assert premise.kind == "law"
