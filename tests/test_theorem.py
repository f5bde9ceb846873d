"""What an author writes: kept as written, read when needed, refused with a place."""

from __future__ import annotations

import linecache

import pytest
import sympy

import derive
from derive import (
    Chain,
    Glossary,
    Suppose,
    Theorem,
    cited,
    definition,
    experiment,
    heuristic,
    law,
    operator,
    postulate,
    scalar,
)
from derive.language import syntax
from derive.theorem import Citation, Given, Malformed, TheoremError

GLOSSARY = Glossary(
    scalar("a", "a", "real"),
    scalar("b", "b", "real"),
    scalar("t", "t", "positive", dimension="s"),
    operator("H", r"\hat H"),
)


def made(**more: object) -> Theorem:
    return Theorem("subject.result", glossary=GLOSSARY, **{"claim": "a = b", **more})  # type: ignore[arg-type]


def test_titles() -> None:
    assert made().title == "Result"
    assert Theorem("landau.level_spacing", glossary=GLOSSARY, claim="a = b").title == "Level spacing"
    assert made(title="Own").title == "Own"
    assert repr(made()) == "<Theorem subject.result>"


def test_its_place_is_the_call() -> None:
    theorem = Theorem("subject.result", glossary=GLOSSARY, claim="a = b")  # this line
    assert linecache.getline(theorem.location.path, theorem.location.line).endswith("# this line\n")


@pytest.mark.parametrize("word", [definition, law, postulate, cited, experiment, heuristic], ids=lambda w: w.__name__)
def test_kinds(word: type) -> None:
    (hypothesis,) = made(given={"name": word("a = b", "a book")}).hypotheses
    assert (hypothesis.kind, hypothesis.source) == (word.__name__, "a book")
    assert isinstance(hypothesis.formula, syntax.Comparison)


def test_a_bare_formula_is_a_law() -> None:
    text, tree = made(given={"text": "a = b", "object": sympy.Eq(sympy.Symbol("a"), sympy.Symbol("b"))}).hypotheses
    assert text.kind == tree.kind == "law"
    assert text.formula == tree.formula


def test_what_is_standard_mathematics_names_its_book() -> None:
    with pytest.raises(TypeError):
        cited("a = b")  # type: ignore[call-arg]


def test_a_cited_theorem_is_a_hypothesis() -> None:
    other = made()
    whole, put = made(given={"whole": other, "put": other.at({"a": "b"}, b="a")}).hypotheses
    assert whole.citation == Citation(other)
    assert put.citation == Citation(other, {"a": "b", "b": "a"})
    assert whole.kind == "theorem"
    assert whole.formula is None
    assert [citation.theorem for citation in made(given={"whole": other, "law": law("a = b")}).citations] == [other]


def test_nothing_is_read_before_it_is_needed() -> None:
    theorem = made(given={"bad": "a = ="}, claim="= b", proof=["a +", Suppose({"bad": "a"}, "b")])
    assert theorem.as_given() == ({"bad": "a = ="}, ("= b",), theorem.as_given()[2])
    assert list(theorem.citations) == []
    for part in ("hypotheses", "claims", "parts"):
        with pytest.raises(TheoremError):
            getattr(theorem, part)


def test_one_claim_or_several() -> None:
    assert len(made(claim="a = b").claims) == 1
    assert len(made(claim=["a = b", sympy.Eq(sympy.Symbol("b"), sympy.Symbol("a"))]).claims) == 2
    assert len(made(claim=("a = b", "b = a")).claims) == 2


def test_parts_of_a_proof() -> None:
    theorem = made(
        proof=[
            "a = b % one\n = a % two\nb = b",
            Suppose({"more": "a = 1"}, "a = 1 % more"),
            Chain("a", ("b", "one"), (r"\le", "b + 1", "")),
        ]
    )
    plain, supposing, chain = theorem.parts
    assert [len(calculation.steps) for calculation in plain.calculations] == [2, 1]
    assert [hypothesis.kind for hypothesis in supposing.supposed] == ["definition"]
    assert [step.relation for step in chain.calculations[0].steps] == ["=", r"\le"]
    assert [step.reason for step in theorem.steps()] == ["one", "two", "", "more", "one", ""]


def test_a_proof_may_be_one_text() -> None:
    assert made(proof="a = b").parts == made(proof=["a = b"]).parts


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"claim": "a + b"}, "claim"),
        ({"claim": sympy.Symbol("a")}, "the claim is not a formula but the expression a"),
        ({"claim": sympy.Eq(sympy.Symbol("a"), sympy.Symbol("q"))}, "in the claim: 'q' is not declared"),
        ({"claim": sympy.Eq(sympy.Symbol("a"), 0.5)}, "floating-point"),
        ({"claim": sympy.Eq(sympy.Symbol("a"), sympy.zeta(2 * sympy.Symbol("b")))}, "has no meaning here"),
        ({"claim": object()}, "is no SymPy object"),
        ({"given": {"bad": "a = c"}}, "in the hypothesis 'bad'"),
        ({"given": {"bad": law("a = ")}}, "in the hypothesis 'bad'"),
        ({"proof": "a = b = "}, "in the proof"),
        ({"proof": "= b"}, "in the proof"),
        ({"proof": Suppose({"bad": "a ="}, "a = b")}, "in the hypothesis 'bad'"),
        ({"proof": Chain(sympy.Symbol("q"), ("a", ""))}, "in the proof"),
        ({"proof": Chain("a = b", ("a", ""))}, "in the proof"),
    ],
)
def test_what_is_not_well_formed(more: dict[str, object], message: str) -> None:
    theorem = made(**more)
    with pytest.raises(TheoremError) as failure:
        _ = theorem.hypotheses, theorem.claims, theorem.parts
    assert message in str(failure.value)
    assert isinstance(failure.value, Malformed)
    with pytest.raises(Malformed):
        theorem.read()
    assert failure.value.theorem == "subject.result"
    assert failure.value.location is not None
    assert failure.value.location.path == __file__


def test_words_of_the_package() -> None:
    assert set(derive.__all__) <= set(dir(derive))
    assert all(getattr(derive, name) is not None for name in derive.__all__)
    with pytest.raises(AttributeError):
        derive.nothing  # noqa: B018
    assert isinstance(law("a = b"), Given)
