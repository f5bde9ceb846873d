"""A weaker statement grants nothing that is dropped, also not in roots, divisors and citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from derive import Glossary, Theorem, definition, scalar
from derive.checking import prove
from derive.kernel.atoms import Atom
from derive.necessity.asking import Inquiry
from derive.necessity.consistency import is_of_one_mind, is_still_granted
from derive.necessity.questions import Questions
from derive.necessity.records import Answer, Unbelievable, believed, record_of
from derive.refuter.counterexample import NoCounterexample, examine
from derive.refuter.matrices import scalar as matrix_of
from derive.refuter.model import Family, Model
from derive.refuter.polynomials import rational
from derive.refuter.recorded import number_of
from derive.refuter.verification import has_properties

glossary = Glossary(
    scalar("g", "g", "positive"),
    scalar("s", "s", "positive"),
    scalar("k", "k", "nonzero"),
    scalar("m", "m", "nonzero"),
    scalar("a", "a", "nonzero"),
    scalar("e", "e", "real"),
    scalar("f", "f", "real"),
    scalar("b", "b"),
    scalar("c", "c"),
    scalar("d", "d"),
    scalar("q", "q"),
    scalar("v", "v"),
)


def told(theorem: Theorem, *lemmas: Theorem, seconds: float = 1.0) -> dict[str, str]:
    """The verdicts by what they are about."""
    questions = asked(theorem, *lemmas)
    inquiry = Inquiry(questions, [], pytest.fail, seconds=seconds)
    return {one.dropped.key: one.verdict for one in inquiry.found()}


def asked(theorem: Theorem, *lemmas: Theorem) -> Questions:
    proofs = {lemma.name: prove(lemma, {}) for lemma in lemmas}
    return Questions(prove(theorem, proofs), proofs)


def questions_about(theorem: Theorem, name: str, left: frozenset[str] = frozenset()):
    questions = asked(theorem)
    return questions.property(theorem.glossary[name], "", left)


speed = Theorem(
    "guard.speed", glossary=glossary, given={"speed": r"v = \sqrt{2 g s}"}, claim=r"v \ge 0"
)
frequency = Theorem(
    "guard.frequency",
    glossary=glossary,
    given={"frequency": definition(r"v = \sqrt{g}")},
    claim=r"v^* = v",
)
modulus = Theorem(
    "guard.modulus",
    glossary=glossary,
    given={"modulus": r"b = |k|", "equal": "c b = d b"},
    claim="c = d",
)
exponential = Theorem(
    "guard.exponential",
    glossary=glossary,
    given={"phase": r"b = e^{\sqrt{g}}", "own": "c = g^2"},
    claim=r"b c = b g^2",
)
divisor = Theorem(
    "guard.divisor",
    glossary=glossary,
    given={"not zero": r"e^* f \neq 0", "quotient": r"b = \frac{1}{e^* f}"},
    claim="b e^* f = 1",
)
root = Theorem("guard.root", glossary=glossary, claim=r"\sqrt{2 g s} \ge 0")
real = Theorem("guard.real", glossary=glossary, claim="e^* = e")


@pytest.mark.parametrize(
    ("theorem", "name"),
    [(speed, "g"), (speed, "s"), (frequency, "g"), (modulus, "k"), (divisor, "e")],
)
def test_what_stands_in_a_root_or_a_divisor_is_as_weak_as_elsewhere(
    theorem: Theorem, name: str
) -> None:
    statement = questions_about(theorem, name).statement
    spoken = {variable.name: variable for variable in statement.signature}
    assert len(spoken) == len(statement.signature)
    roots = [variable for key, variable in spoken.items() if key.startswith("sqrt(")]
    assert not any({"positive", "invertible"} & set(root.properties) for root in roots)


def test_words_of_what_stands_in_a_root_are_needed() -> None:
    """√(−1) is i; whether g ≥ 0 is enough is left open, as of √g nothing but g is known then."""
    assert told(frequency) == {
        "hypothesis frequency": "needed",
        "property g: nonzero real": "needed",
        "property g: nonnegative real": "open",
    }


def test_a_divisor_that_is_written_in_another_way_is_still_one() -> None:
    assert told(divisor) == {
        "hypothesis not zero": "meaning",
        "hypothesis quotient": "needed",
        "property e: none": "not needed",
        "property f: none": "not needed",
    }


def test_a_statement_with_two_atoms_of_one_name_is_refused() -> None:
    strong = asked(frequency).lowered
    weak = asked(frequency).property(glossary["g"], "", frozenset())
    assert is_of_one_mind(weak.bare(), {"g"})
    mixed = replace(weak.bare(), hypotheses={"all": strong.assumptions})
    assert not is_of_one_mind(mixed, {"g"})


def test_a_root_that_a_cited_theorem_brings_may_not_speak_for_its_radicand() -> None:
    """The lemma says g = √g², where √g is positive: so nothing is known of g without its word."""
    lemma = Theorem("guard.lemma", glossary=glossary, claim=r"\sqrt{g}^2 = g")
    citing = Theorem(
        "guard.citing", glossary=glossary, given={"lemma": lemma, "own": "b = g"}, claim="2b = 2g"
    )
    weak = asked(citing, lemma).property(glossary["g"], "", frozenset())
    assert weak.lacking == "open"


def test_a_counterexample_has_lost_what_is_dropped() -> None:
    """e = 1 is real, and so shows nothing of real e, even if a statement should allow it."""
    question = asked(real).property(glossary["e"], "real", frozenset())
    (symbol,) = (v for v in question.statement.signature if v.name == "e")

    def at(value: str):
        family = Family.of(matrix_of(number_of(value)))
        return examine(question.statement, Model({}, {}, {}, {symbol: family}))

    found = at("i")
    assert not is_still_granted(question, found)
    assert believed(question, record_of(question, Answer("needed", counterexample=found)))
    with pytest.raises(NoCounterexample):
        at("1")
    one = Family.of(matrix_of(rational(1)))
    pretended = replace(found, model=found.model.extended({symbol: one}))
    assert is_still_granted(question, pretended)


def test_what_is_dropped_is_violated() -> None:
    """A record is refused where what is dropped holds in its model."""
    question = next(asked(speed).hypotheses())
    answer = Inquiry(asked(speed), [], pytest.fail, seconds=1.0).answer(question)
    assert answer.counterexample is not None
    assert not is_still_granted(question, answer.counterexample)
    record = record_of(question, answer)
    kept = replace(question, formulas=frozenset(question.assumed))
    assert is_still_granted(kept, answer.counterexample)
    with pytest.raises(Unbelievable, match="holds in the model all the same"):
        believed(kept, record)


def test_no_root_of_one_is_minus_one() -> None:
    assert told(root, seconds=0.2) == {
        "property g: nonzero real": "needed",
        "property g: nonnegative real": "open",
        "property s: nonzero real": "needed",
        "property s: nonnegative real": "open",
    }


@pytest.mark.parametrize(
    ("name", "value", "is_one"),
    [
        ("sqrt(z)", "1", True),
        ("sqrt(z)", "-1", False),
        ("sqrt(z)", "i", True),
        ("sqrt(z)", "-i", False),
        ("sqrt(z)", "1-2i", True),
        ("sqrt(z)", "-1+2i", False),
        ("sqrt(z)", "-√2", False),
        ("root3(z)", "-2", False),
        ("root3(z)", "-1+√3i", True),
        ("z", "-1", True),
    ],
)
def test_roots_are_principal(name: str, value: str, is_one: bool) -> None:
    atom = Atom(name)
    model = Model({}, {}, {}, {atom: Family.of(matrix_of(number_of(value)))})
    assert has_properties(atom, model) == is_one


def test_keys_tell_all_hypotheses_apart() -> None:
    """A hypothesis may have the name that another would get, which a cited theorem brings."""
    small = Glossary(scalar("x", "x"), scalar("y", "y"), scalar("z", "z"))
    lemma = Theorem("guard.equal", glossary=small, given={"a": "y = z"}, claim="2y = 2z")
    theorem = Theorem(
        "guard.keys",
        glossary=small,
        given={"a": "x = y", "a (2)": "x = x + 0 y z", "lemma": lemma},
        claim="2x = 2z",
        proof="2x = 2y % a\n= 2z % lemma",
    )
    assert told(theorem, lemma) == {
        "hypothesis a": "needed",
        "hypothesis a (2)": "not needed",
        "hypothesis a (3)": "needed",
    }


def test_what_cannot_be_read_has_not_lost_its_meaning() -> None:
    """Nothing divides by k; only the lemma cannot be cited for a product that may be zero."""
    lemma = Theorem("guard.cancel", glossary=glossary, given={"l": "c m = b m"}, claim="c = b")
    theorem = Theorem(
        "guard.product",
        glossary=glossary,
        given={"lemma": lemma.at(m="k a"), "l": "c k a = b k a"},
        claim="q c k a = q b k a",
        proof="q c k a = q b k a % lemma",
    )
    found = Inquiry(asked(theorem, lemma), [], pytest.fail, seconds=1.0).found()
    texts = {one.dropped.key: one.text() for one in found}
    assert texts["property k: none"] == (
        "Open: without it the theorem cannot be read as it is written."
    )


@pytest.mark.parametrize(
    ("given", "claim", "name", "left", "expected"),
    [
        ({}, r"\frac{b k}{k} = b", "k", set(), "meaning"),
        ({}, r"k^{-1} k b = b", "k", set(), "meaning"),
        ({"h": r"e + f \neq 0"}, r"b\frac{e + f}{e^* + f} = b", "e", set(), "open"),
        ({"all": r"\forall k: \frac{b}{k} = b"}, "b + k = k + b", "k", set(), "open"),
        ({}, "b + k = k + b", "k", set(), None),
    ],
)
def test_only_divisors_have_a_meaning_to_lose(
    given: Mapping[str, str], claim: str, name: str, left: set[str], expected: str | None
) -> None:
    theorem = Theorem("guard.divides", glossary=glossary, given=given, claim=claim)
    assert asked(theorem).property(glossary[name], "", frozenset(left)).lacking == expected


def test_an_exponential_hides_no_divisor() -> None:
    theorem = Theorem(
        "guard.hidden",
        glossary=glossary,
        given={"not zero": r"b \neq 0"},
        claim=r"e^{\frac{1}{b}} c = c e^{\frac{1}{b}}",
    )
    assert told(theorem) == {"hypothesis not zero": "meaning"}


def test_natural_numbers_count() -> None:
    counting = Glossary(scalar("n", "n", "natural"), scalar("b", "b"))
    for claim, expected in ((r"b^n b = b b^n", "meaning"), (r"b + n = n + b", None)):
        theorem = Theorem("guard.counts", glossary=counting, claim=claim)
        question = asked(theorem).property(counting["n"], "", frozenset({"real"}))
        assert question.lacking == expected
