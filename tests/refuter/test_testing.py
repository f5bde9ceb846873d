"""Wrong theorems are refuted at the right place by a small model; right ones never."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis.database import InMemoryExampleDatabase

from derive import (
    Glossary,
    Suppose,
    Theorem,
    index,
    index_set,
    ket,
    natural,
    operator,
    scalar,
    space,
)
from derive.refuter import Model
from derive.refuter.questions import questions
from derive.refuter.sampling import models
from derive.refuter.search import weight
from derive.refuter.statements import stated
from derive.refuter.testing import check_in_models
from derive.refuter.verification import faults
from derive.theorem import Malformed
from tests.refuter.recheck import recheck

GLOSSARY = Glossary(
    space("V"),
    scalar("a", "a", "positive"),
    scalar("b", "b", "real"),
    scalar("c", "c"),
    scalar("E", "E"),
    scalar("F", "F"),
    operator("H", r"\hat H", "hermitian"),
    operator("U", r"\hat U"),
    operator("x", r"\hat x", "hermitian"),
    operator("p", r"\hat p", "hermitian"),
    ket("psi", r"|\psi\rangle"),
    ket("phi", r"|\phi\rangle"),
    index_set("I"),
    index("i", "i", over="I"),
    ket("state", r"|#1\rangle", slots=("I",)),
)
EIGENVECTOR = {"eigen": r"\hat H|\psi\rangle = E|\psi\rangle", "not zero": r"|\psi\rangle \neq 0"}
CANONICAL = {"canonical": r"[\hat x, \hat p] = \mathrm{i}a"}
WRONG = {
    "sign": ({"sum": "b = a + c"}, "c = a - b"),
    "factor 2": ({"square": "b = a^2"}, "ab = 2a^3"),
    "swapped operators": (
        {"ladder": r"\hat H\hat U = \hat U\hat H + \hat U"},
        r"\hat U\hat H = \hat H\hat U + \hat U",
    ),
    "dropped conjugate": (
        {"eigen": r"\hat U|\psi\rangle = E|\psi\rangle"},
        r"\langle\psi|\hat U^\dagger = E\langle\psi|",
    ),
    "product of Hermitian operators": ({}, r"(\hat H\hat x)^\dagger = \hat H\hat x"),
    "not normalised": (EIGENVECTOR, r"\langle\psi|\hat H|\psi\rangle = E"),
    "factor in a commutator": (CANONICAL, r"[\hat x^2, \hat p] = \mathrm{i}a\hat x"),
    "for all": ({}, r"\forall |\phi\rangle: \hat H|\phi\rangle = E|\phi\rangle \Rightarrow |\phi\rangle = 0"),
    "sum over a basis": ({"one": r"\forall i: \langle i|i\rangle = 1"}, r"\sum_i |i\rangle\langle i| = 1"),
    "inequality": ({}, r"b \ge -a"),
}
RIGHT = {
    "sum": ({"sum": "b = a + c"}, "c = b - a"),
    "real eigenvalue": (EIGENVECTOR, "E = E^*"),
    "commutator": (CANONICAL, r"[\hat x^3, \hat p] = 3\mathrm{i}a\hat x^2"),
    "for all": (
        {},
        r"\forall E, |\phi\rangle: \hat H|\phi\rangle = E|\phi\rangle \Rightarrow \hat H^2|\phi\rangle = E^2|\phi\rangle",
    ),
    "square": ({}, r"\langle\psi|\psi\rangle \ge 0"),
}


def theorem(given: dict[str, str], claim: str, **more: object) -> Theorem:
    return Theorem("test.one", glossary=GLOSSARY, given=given, claim=claim, **more)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refuted_by_a_small_model(name: str) -> None:
    report = check_in_models(theorem(*WRONG[name]), examples=200)
    assert report.verdict == "refuted"
    assert report.failure is not None
    assert (report.failure.what, report.failure.number) == ("claim", 1)
    assert not any(faults(report.failure.model, [], report.failure.counterexample.statement.hypotheses))
    large, digits = weight(report.failure.model)
    assert large <= 10  # an oscillator counts 10
    assert digits <= 24
    if report.failure.model.is_finite:
        recheck(report.failure.counterexample)


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_not_refuted(name: str) -> None:
    report = check_in_models(theorem(*RIGHT[name]), examples=120)
    assert report.verdict == "held"
    assert report.examples > 30
    assert report.checks >= report.examples - 1


def test_a_wrong_line_is_named_with_its_place_and_what_is_left_over() -> None:
    wrong = Theorem(
        "test.wrong_line",
        glossary=GLOSSARY,
        given=EIGENVECTOR,
        claim=r"\hat H^2|\psi\rangle = E^2|\psi\rangle",
        proof=r"""
            \hat H\hat H|\psi\rangle = E\hat H|\psi\rangle    % eigen
                                     = -E^2|\psi\rangle       % eigen, with a wrong sign
        """,
    )
    failure = check_in_models(wrong).failure
    assert failure is not None
    assert (failure.what, failure.number) == ("step", 2)
    assert failure.location.path == __file__
    line = Path(__file__).read_text(encoding="utf-8").splitlines()[failure.location.line - 1]
    assert "with a wrong sign" in line
    assert failure.claimed_text == "EĤ|ψ⟩ = −E²|ψ⟩"
    assert failure.left_over == "2"
    assert set(failure.values) == {"E = 1", r"\hat H = 1", r"|\psi\rangle = 1"}


def test_a_line_under_a_supposition_is_tested() -> None:
    proof = Suppose({"other": r"\hat H|\phi\rangle = F|\phi\rangle"}, r"\hat H\hat H|\phi\rangle = F|\phi\rangle % other")
    failure = check_in_models(theorem({}, "a = a", proof=proof)).failure
    assert failure is not None
    assert failure.what == "step"


def test_hypotheses_of_cited_theorems_hold_in_the_models() -> None:
    cited = Theorem("test.cited", glossary=GLOSSARY, given=EIGENVECTOR, claim="E = E^*")
    right = theorem({"real": cited, "same": "F = E"}, "F = F^*")
    assert check_in_models(right).verdict == "held"
    wrong = theorem({"real": cited.at(E="F")}, "E = E^*")
    assert check_in_models(wrong).verdict == "refuted"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models are not looked for as long as usual."""
    monkeypatch.setattr("derive.refuter.testing._SEARCH_SECONDS", 0.5)


@pytest.mark.usefixtures("impatient")
def test_contradicting_hypotheses_are_possibly_vacuous() -> None:
    report = check_in_models(theorem({"one": "b = a", "two": "b = -a"}, "c = 0"))
    assert (report.verdict, report.examples, report.failure) == ("possibly vacuous", 0, None)


def test_without_time_nothing_is_said_to_be_vacuous() -> None:
    report = check_in_models(theorem({"one": "b = a", "two": "b = -a"}, "c = 0"), seconds=0.01)
    assert report.verdict == "untested"
    assert report.stopped


def test_equal_seeds_give_equal_reports() -> None:
    def told(seed: int) -> tuple[object, ...]:
        wrong = check_in_models(theorem(*WRONG["swapped operators"]), seed=seed).failure
        right = check_in_models(theorem(*RIGHT["real eigenvalue"]), seed=seed)
        assert wrong is not None
        return wrong.values, right.examples, right.checks

    assert told(3) == told(3)


def test_a_failing_example_is_kept_and_tried_first() -> None:
    database = InMemoryExampleDatabase()
    wrong = theorem(*WRONG["not normalised"])
    first = check_in_models(wrong, database=database)
    again = check_in_models(wrong, seed=5, database=database)
    assert first.failure is not None
    assert again.failure is not None
    assert again.examples == 1
    assert again.failure.values == first.failure.values


def test_a_damaged_database_is_harmless() -> None:
    database = InMemoryExampleDatabase()
    for value in (b"x", b"", b"[]", b'{"dimensions": {"V": 1}}', b"\xff"):
        database.save(b"test.one 0", value)
    assert check_in_models(theorem(*RIGHT["sum"]), database=database).verdict == "held"


SEVENTH = {"seventh": r"\hat U^7 = 3\hat U^6 - 3\hat U^5 + \hat U^4"}


def test_an_author_gives_part_of_a_model() -> None:
    shift = [[1, 1, 0], [0, 1, 1], [0, 0, 1]]
    wrong = theorem(SEVENTH, r"\hat U^2 = \hat U", models=[{"V": 3, "U": shift}])
    failure = check_in_models(wrong).failure
    assert failure is not None
    assert failure.model.dimensions["V"] == 3


@pytest.mark.usefixtures("impatient")
def test_a_model_of_an_author_is_verified_as_any_other() -> None:
    wrong = theorem({"square": "b = a^2"}, "b = 0", models=[{"a": 2, "b": 5}])
    assert check_in_models(wrong).verdict == "possibly vacuous"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"W": 2}, "speaks of no 'W'"),
        ({"V": -1}, "the size of V is a natural number"),
        ({"U": 3}, "U is no number"),
        ({"U": [1, 2]}, "give a list of its rows"),
        ({"U": [[1, 2], [3]]}, "not of the same length"),
        ({"U": [[0.5]]}, "no exact number: 0.5"),
        ({"V": 2, "U": [[1]]}, "the size of V is 2, but U has 1 row"),
        ({"U": [[1, 2]]}, "U has 1 row, but U has 2 columns"),
        ({"without": "sevnth"}, "no 'sevnth' to do without; did you mean 'seventh'"),
        ("U", "give a list of dictionaries"),
    ],
)
def test_a_model_of_another_form_is_refused(given: Any, message: str) -> None:
    with pytest.raises(Malformed, match=message):
        check_in_models(theorem(SEVENTH, r"\hat U = \hat U", models=[given]))


EIGEN = theorem(*RIGHT["real eigenvalue"])


@given(models(EIGEN))
@settings(max_examples=30, deadline=None)
def test_models_that_hypothesis_draws_are_models(model: Model) -> None:
    question = questions(stated(EIGEN))[0]
    assert not list(faults(model, question.signature, question.statement.hypotheses))


def test_what_hypothesis_draws_shrinks() -> None:
    found = find(
        models(theorem({"sum": "b = a + c"}, "c = b - a")),
        lambda model: not next(v for k, v in model.values.items() if k.name == "b").at((), ()).number,
        settings=settings(max_examples=2000, deadline=None, database=None),
    )
    assert sum(number.digits for family in found.values.values() for number in family.at((), ()).flat) <= 10


def test_sizes_that_no_value_shows_are_told() -> None:
    failure = check_in_models(theorem({}, r"\sum_i 1 = 1")).failure
    assert failure is not None
    assert failure.values_text == ("#I = 2",)
    one = check_in_models(theorem({}, "1 = 2")).failure
    assert one is not None
    assert str(one).endswith("where always")


WITH_PI = GLOSSARY.extend(scalar("pi", r"\pi", "positive"))


@pytest.mark.parametrize(
    "claim", ["e^{0} = 1", "e^{b} e^{-b} = 1", r"\pi \ge 3", r"\forall a: e^{b} \ge a^2 - a^2"]
)
def test_what_fails_for_want_of_laws_of_e_and_pi_is_not_refuted(claim: str) -> None:
    report = check_in_models(Theorem("test.pi", glossary=WITH_PI, claim=claim), examples=10)
    assert report.verdict == "undecided"
    assert report.failure is not None


@pytest.mark.parametrize("claims", [["b = 2b"], [r"\pi \ge 3", "b = 2b"]])
def test_what_fails_besides_is_refuted_as_ever(claims: list[str]) -> None:
    report = check_in_models(Theorem("test.pi", glossary=WITH_PI, claim=claims), examples=10)
    assert report.verdict == "refuted"
    assert report.failure is not None
    assert report.failure.number == len(claims)


def test_hypotheses_that_speak_of_pi_leave_it_open() -> None:
    cited = Theorem("test.cited", glossary=WITH_PI, given={"pi": r"b = \pi"}, claim=r"2b = 2\pi")
    own = theorem({"cited": cited}, "b = 1 + c")  # type: ignore[dict-item]
    assert check_in_models(own, examples=10).verdict == "undecided"


SEQUENCES = Glossary(
    scalar("f", "f_{#1}", slots=("natural",)),
    scalar("q", "q_{#1}", "nonzero", slots=("natural",)),
    natural("n", "n"),
)


@pytest.mark.parametrize(
    ("recurrence", "claim"),
    [
        ("f_{n+2} = 4 f_n", "f_{n+1} = 2 f_n"),
        ("f_{n+2} = f_{n+1} + f_n", "f_1 = 2 f_0"),
        ("q_{n+2} = 9 q_n", "q_1 = 3 q_0"),
    ],
)
def test_sequences_grow_as_recurrences_ask_for(recurrence: str, claim: str) -> None:
    database = InMemoryExampleDatabase()
    wrong = Theorem(
        "test.sequence", glossary=SEQUENCES, given={"a": rf"\forall n: {recurrence}"}, claim=claim
    )
    reports = [check_in_models(wrong, database=database) for _ in range(2)]
    assert [one.verdict for one in reports] == ["refuted"] * 2
    assert reports[1].examples == 1  # as the model has been kept, and can be read again


def test_premises_that_are_never_met_are_told() -> None:
    report = check_in_models(theorem({}, r"\forall b: b = 1, b = 2 \Rightarrow b = 3"))
    assert report.unmet == ("claim 1",)
    assert not check_in_models(theorem({}, r"\forall b: b = 1 \Rightarrow 2b = 2")).unmet
