"""Cited theorems: for other values, spaces and sets, with their hypotheses carried along."""

from __future__ import annotations

import pytest

from derive import Glossary, Theorem, index, index_set, law, scalar
from derive.checking import Proof
from derive.checking.statement import lower
from derive.kernel.formulas import Clause
from derive.language.writer import write
from derive.render.symbols import put
from derive.theorem import Malformed
from tests.checking.lecture import (
    GLOSSARY,
    linear,
    orthogonal,
    proved,
    refused,
    stated,
    summed,
    weight,
)


def cited(*theorems: Theorem) -> dict[str, Proof]:
    return {theorem.name: proved(theorem) for theorem in theorems}


def names(proof: Proof) -> list[str]:
    return [premise.name for premise in proof.premises]


def test_a_theorem_about_the_same_symbols() -> None:
    proof = proved(stated("3F = 3mg", "3F = F + 2mg % weight\n = 3mg % gravity", weight=weight, gravity="F = mg"), cited(weight))
    assert names(proof) == ["gravity"]


def test_its_hypotheses_come_along() -> None:
    proof = proved(stated("F + F + G = 2mg + G", twice=weight), cited(weight))
    assert names(proof) == ["gravity"]
    (closed,) = proof.closed
    assert isinstance(closed.theorem.conclusion, Clause)
    assert len(closed.theorem.conclusion.premises) == 1, "the citing theorem is no stronger than the cited one"


def test_their_sources_come_along() -> None:
    proof = proved(stated(r"\langle u|v\rangle = 0", orthogonal=orthogonal), cited(orthogonal))
    assert {premise.source for premise in proof.premises if premise.name == "first"} == {"a lecture"}


def test_another_value() -> None:
    proof = proved(stated("2G = 2mg", twice=weight.at(F="G"), same="G = mg"), cited(weight))
    assert len(proof.closed[0].clause.premises) == 1


def test_premises_are_listed_as_they_are_used() -> None:
    """G = mg is assumed, and F = mg is not."""
    proof = proved(stated("2G = 2mg", twice=weight.at(F="G"), same="G = mg"), cited(weight))
    assert names(proof) == ["same"]


def test_an_expression_as_value() -> None:
    theorem = stated("2(F + G) = 2mg", twice=weight.at(F="F + G"))
    proof = proved(theorem, cited(weight))
    assert len(proof.closed[0].clause.premises) == 1
    positive = stated("2F = 8mg", twice=weight.at(m="4m"))
    proved(positive, cited(weight))


def test_a_value_without_the_declared_property() -> None:
    error = refused(stated("2F = 2(m - m)g", twice=weight.at(m="m - m")), cited(weight))
    assert "hypothesis 'twice'" in str(error)


def test_a_sum_of_positive_numbers_as_value() -> None:
    """It is positive, but no term is its inverse, unless a hypothesis brings one along."""
    twice = weight.at(m="m + 2p m")
    error = refused(stated("2F = 2(m + 2p m)g", twice=twice), cited(weight))
    assert "in the hypothesis 'twice'" in str(error)
    assert "m is positive, so what is put for it needs an inverse, and m + 2pm has none" in str(error)
    assert r"add the hypothesis m + 2pm \neq 0" in str(error)
    proof = proved(stated("2F = 2(m + 2p m)g", twice=twice, some=r"m + 2p m \neq 0"), cited(weight))
    assert [(p.name, write(p.formula, GLOSSARY)) for p in proof.premises if p.formula] == [
        ("gravity", "F = (m + 2pm)g"),
        ("some", r"m + 2pm \neq 0"),
    ]
    proved(stated("2F = 2m(1 + 2p)g", twice=twice, some=r"1 + 2p \neq 0"), cited(weight))


def test_what_is_nonzero_need_not_be_positive() -> None:
    error = refused(stated("2F = 2(m - p m)g", twice=weight.at(m="m - p m"), some=r"m - p m \neq 0"), cited(weight))
    assert "what is put for m is not evidently" in str(error)
    assert "positive" in str(error)
    proved(stated("2F = 2(m - p m)g", twice=weight.at(m="m - p m"), some=r"m - p m \neq 0", more=r"m - p m \ge 0"), cited(weight))


def test_zero_for_something_positive() -> None:
    error = refused(stated("2F = 0", twice=weight.at(m="0")), cited(weight))
    assert "needs an inverse, and 0 has none" in str(error)


def test_a_value_of_another_type() -> None:
    error = refused(stated("x = x", twice=weight.at(F=r"|v\rangle")), cited(weight))
    assert "hypothesis 'twice'" in str(error)


def test_a_symbol_that_the_cited_theorem_does_not_have() -> None:
    error = refused(stated("x = x", twice=weight.at(q="x")), cited(weight))
    assert "lecture.weight has no symbol 'q'" in str(error)
    error = refused(stated("x = x", twice=weight.at(F="q")), cited(weight))
    assert "q" in str(error)


OTHER_SPACE = {
    "left": r"\hat K|a\rangle = x|a\rangle",
    "right": r"\hat K|b\rangle = z|b\rangle",
    "unequal": r"x \neq z",
    "orthogonal": orthogonal.at(H=r"\hat K", v=r"|a\rangle", u=r"|b\rangle", y="z"),
}


def test_on_another_space_with_a_witness_of_its_own() -> None:
    """The witness of x ≠ z is found among the hypotheses of the citing theorem."""
    theorem = stated(r"\langle a|b\rangle = 0", r"\langle a|b\rangle = 0 % orthogonal", **OTHER_SPACE)
    known = cited(orthogonal)
    assert len(proved(theorem, known).closed[0].clause.premises) == 3
    closed = {name: proof.closed for name, proof in known.items()}
    assert len(lower(theorem, closed).assumptions) == 3, "it brings none that is not there already"


def test_without_what_it_needs_it_is_carried_along() -> None:
    """Then the distinct eigenvalues are a premise of the citing theorem, and listed with it."""
    given = {name: value for name, value in OTHER_SPACE.items() if name == "orthogonal"}
    proof = proved(stated(r"\langle a|b\rangle = 0", **given), cited(orthogonal))
    assert names(proof) == ["first", "second", "distinct"]
    assert len(proof.closed[0].clause.premises) == 3


def listed(proof: Proof) -> list[tuple[str, str]]:
    """The premises as a reader sees them."""
    glossary = proof.theorem.glossary
    return [(p.name, write(p.formula, p.glossary or glossary)) for p in proof.premises if p.formula]


def test_premises_have_the_values_put_in() -> None:
    given = {name: value for name, value in OTHER_SPACE.items() if name in ("left", "orthogonal")}
    proof = proved(stated(r"\langle a|b\rangle = 0", **given), cited(orthogonal))
    assert listed(proof) == [
        ("left", r"\hat K|a\rangle = x|a\rangle"),
        ("second", r"\hat K|b\rangle = z|b\rangle"),
        ("distinct", r"x \neq z"),
    ]


def test_a_premise_that_is_given_here_in_other_words() -> None:
    """Formulas of the kernel are compared, not what the author wrote."""
    proof = proved(stated("2G = 2mg", twice=weight.at(F="G"), same="G = gm"), cited(weight))
    assert listed(proof) == [("same", "G = gm")]


def test_a_premise_that_two_citations_bring_is_listed_once() -> None:
    proof = proved(stated("4F = 4mg", once=weight, again=weight.at(F="F")), cited(weight))
    assert listed(proof) == [("gravity", "F = mg")]
    proof = proved(stated("F + G = 2mg", one=weight, two=weight.at(F="G")), cited(weight))
    assert listed(proof) == [("gravity", "F = mg"), ("gravity", "G = mg")]


def test_an_expression_is_put_into_premises_as_a_whole() -> None:
    proof = proved(stated("2(F + G) = 8mg", twice=weight.at(F="F + G", m="4m")), cited(weight))
    assert listed(proof) == [("gravity", "F + G = 4mg")]
    ket = orthogonal.at(v=r"|v\rangle + |u\rangle")
    proof = proved(stated(r"\langle v|u\rangle + \langle u|u\rangle = 0", orthogonal=ket), cited(orthogonal))
    assert listed(proof)[0] == ("first", r"\hat H(|v\rangle + |u\rangle) = x(|v\rangle + |u\rangle)")


def test_premises_of_a_citation_of_a_citation_have_all_values_put_in() -> None:
    second = stated("4G = 4mg", twice=weight.at(F="G"))
    known = cited(weight)
    known[second.name] = proved(second, known)
    third = Theorem("lecture.third", glossary=GLOSSARY, given={"second": second.at(G="2G")}, claim="8G = 4mg")
    assert listed(proved(third, known)) == [("gravity", "2G = mg")]


def test_a_hypothesis_that_no_claim_needs_is_not_a_premise_of_who_cites_it() -> None:
    idle = Theorem("lecture.idle", glossary=GLOSSARY, given={"used": "x = 1", "idle": "y = 2"}, claim="2x = 2")
    proof = proved(stated("3x = 3", idle=idle), cited(idle))
    assert names(proof) == ["used"]


def test_premises_in_symbols_that_the_glossary_lacks() -> None:
    theorem = Theorem(
        "lecture.few", glossary=Glossary(scalar("x", "x", "real"), scalar("z", "z", "real")),
        given={"linear": linear}, claim="3z = 6x + 3", proof="3z = 6x + 3 % linear",
    )
    assert listed(proved(theorem, cited(linear))) == [("slope", "y = 2x"), ("shift", "z = y + 1")]


def test_a_bound_name_is_not_mixed_up_with_a_value() -> None:
    claim = r"\hat A\hat B|u\rangle = \lambda\hat B|u\rangle"
    keeps = r"\forall |v\rangle: \hat A|v\rangle = \lambda|v\rangle \Rightarrow \hat A\hat B|v\rangle = \lambda\hat B|v\rangle"
    lemma = Theorem("lecture.lemma", glossary=GLOSSARY, given={"keeps": keeps, "eigen": r"\hat A|u\rangle = \lambda|u\rangle"}, claim=claim)
    theorem = stated(r"\hat A\hat B|v\rangle = \lambda\hat B|v\rangle", lemma=lemma.at(u=r"|v\rangle"))
    assert listed(proved(theorem, cited(lemma))) == [("keeps", keeps), ("eigen", r"\hat A|v\rangle = \lambda|v\rangle")]
    theorem = stated(r"(\hat A + |v\rangle\langle v|)\hat B|u\rangle = \lambda\hat B|u\rangle", lemma=lemma.at(A=r"\hat A + |v\rangle\langle v|"))
    (_, shown), _ = listed(proved(theorem, cited(lemma)))
    assert shown.startswith(r"\forall |u\rangle: \langle v|u\rangle|v\rangle + \hat A|u\rangle = ")


# Families.


def test_a_family_for_a_family() -> None:
    """Slot for slot, over the set of the other family."""
    theorem = stated(r"\sum_j h_j y = \sum_j x y", sums=summed.at(f="h"), equal=r"\forall j: h_j = x")
    proof = proved(theorem, cited(summed))
    assert listed(proof) == [("equal", r"\forall j: h_{j} = x")]
    proof = proved(stated(r"\sum_j h_j y = \sum_j x y", sums=summed.at(f="h")), cited(summed))
    assert listed(proof) == [("each", r"\forall j: h_{j} = x")]


def test_what_is_put_for_a_family_is_shown_with_letters_in_its_slots() -> None:
    shown = put(summed.at(f="h", y="x"), stated("x = x"), write)
    assert shown == r"f_{i} := h_{j}, y := x"


def test_a_number_for_a_family() -> None:
    """The same for each index."""
    proof = proved(stated(r"\sum_i w y = \sum_i x y", sums=summed.at(f="w")), cited(summed))
    assert len(proof.closed[0].clause.premises) == 1


@pytest.mark.parametrize("value", ["h_j", "2h_j", "f_i", "x f_i"])
def test_one_value_of_a_family_is_no_family(value: str) -> None:
    error = refused(stated("x = x", sums=summed.at(f=value)), cited(summed))
    assert isinstance(error, Malformed)
    assert "f is a family, and" in str(error)
    assert "is one value of it" in str(error)
    assert f"put a whole family by its name, as in .at(f='{value.split('_')[0][-1]}')" in str(error)


def test_families_of_other_slots() -> None:
    sequence = GLOSSARY.extend(scalar("s", "s_{#1}", slots=("natural",)))
    theorem = Theorem("lecture.stated", glossary=sequence, given={"sums": summed.at(f="s")}, claim="x = x")
    error = refused(theorem, cited(summed))
    assert "the slots of s [natural] are not like those of f [I]" in str(error)


def test_an_index_for_an_index() -> None:
    at_i = Theorem("lecture.at_i", glossary=GLOSSARY, given={"here": "f_i = x"}, claim="2f_i = 2x")
    theorem = stated("2h_j = 2x", at_i=at_i.at(f="h", i="j"))
    assert listed(proved(theorem, cited(at_i))) == [("here", "h_{j} = x")]


OTHER_SET = Glossary(
    index_set("J"),
    index("j", "j", over="J"),
    scalar("x", "x", "real"),
    scalar("y", "y", "real"),
    scalar("f", "f_{#1}", slots=("J",)),
)


def test_over_another_index_set() -> None:
    theorem = Theorem(
        "lecture.over_j",
        glossary=OTHER_SET,
        given={"equal": r"\forall j: f_j = x", "sums": summed},
        claim=r"\sum_j f_j y = \sum_j x y",
        proof=r"\sum_j f_j y = \sum_j x y % sums",
    )
    (closed,) = proved(theorem, cited(summed)).closed
    (premise,) = closed.clause.premises
    assert isinstance(premise, Clause)
    assert premise.variables[0].over == "J"  # type: ignore[union-attr]


def test_several_claims_of_a_cited_theorem() -> None:
    proof = proved(stated("z = 2x + 1", "z = y + 1 % linear\n = 2x + 1 % slope", linear=linear, slope="y = 2x"), cited(linear))
    assert names(proof) == ["shift", "slope"], "what linear brings along, but for what is given here"


def test_a_citation_of_a_citation() -> None:
    first = Theorem("lecture.first", glossary=GLOSSARY, given={"gravity": law("F = mg", "Newton")}, claim="2F = 2mg")
    second = Theorem("lecture.second", glossary=GLOSSARY, given={"first": first}, claim="4F = 4mg")
    third = Theorem("lecture.third", glossary=GLOSSARY, given={"second": second.at(F="G")}, claim="8G = 8mg")
    known = {first.name: proved(first)}
    known[second.name] = proved(second, known)
    proof = proved(third, known)
    assert [(p.name, p.source) for p in proof.premises] == [("gravity", "Newton")]
    (closed,) = proof.closed
    assert [variable.name for variable in closed.variables] == ["G", "g", "m"]


def test_a_wrong_use_of_a_citation() -> None:
    error = refused(stated("2F = 3mg", "2F = 3mg % twice", twice=weight), cited(weight))
    assert "does not follow from twice" in str(error)
    assert "left over" in str(error)
