import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.deciding.claims.problem import Declared
from derive.deciding.reading.assumptions import (
    closed_words,
    declaration,
    from_glossary,
    read_assumptions,
    united,
)
from derive.deciding.reading.types import IllFormed
from derive.language.errors import LanguageError
from derive.language.glossary import Glossary, ket, natural, operator, scalar

SCALAR_WORDS = (
    "real complex positive negative nonnegative nonpositive nonzero integer natural odd even "
    "imaginary".split()
)
HOLDS = {
    "real": lambda z: z.imag == 0,
    "complex": lambda z: True,
    "positive": lambda z: z.imag == 0 < z.real,
    "negative": lambda z: z.imag == 0 > z.real,
    "nonnegative": lambda z: z.imag == 0 <= z.real,
    "nonpositive": lambda z: z.imag == 0 >= z.real,
    "nonzero": lambda z: z != 0,
    "integer": lambda z: z.imag == 0 and z.real % 1 == 0,
    "natural": lambda z: z.imag == 0 <= z.real and z.real % 1 == 0,
    "odd": lambda z: z.imag == 0 and z.real % 2 == 1,
    "even": lambda z: z.imag == 0 and z.real % 2 == 0,
    "imaginary": lambda z: z.real == 0,
}
POINTS = [complex(a, b) for a in (-3, -2, -0.5, 0, 0.5, 1, 2) for b in (-1, 0, 0.5)]


@given(st.sets(st.sampled_from(SCALAR_WORDS), max_size=4))
def test_what_follows_is_true_and_complete_at_points(words: set[str]) -> None:
    allowed = [z for z in POINTS if all(HOLDS[word](z) for word in words)]
    try:
        closed = closed_words("x", words)
    except IllFormed:
        assert {"real", "imaginary"} & words or not allowed or "imaginary" in words
        return
    for z in allowed:
        assert all(HOLDS[word](z) for word in closed)
    assert words - {"complex"} <= closed


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("", ""),
        ("complex nonzero", "nonzero"),
        ("positive", "positive real nonzero nonnegative"),
        ("negative", "negative real nonzero nonpositive"),
        ("natural", "natural integer real nonnegative"),
        ("integer positive", "positive natural integer real nonnegative nonzero"),
        ("odd", "odd integer real nonzero"),
        ("even", "even integer real"),
        ("nonnegative nonzero", "nonnegative nonzero positive real"),
    ],
)
def test_closed_words(words: str, closed: str) -> None:
    assert declaration("x", words) == Declared("x", "scalar", frozenset(closed.split()))


@pytest.mark.parametrize(
    ("words", "declared"),
    [
        ("function real", Declared("x", "function", frozenset({"real"}))),
        ("operator", Declared("x", "operator", frozenset(), "V", "V")),
        ("operator V -> W", Declared("x", "operator", frozenset(), "V", "W")),
        ("hermitian operator W", Declared("x", "operator", frozenset({"hermitian"}), "W", "W")),
        (
            "operator unitary",
            Declared("x", "operator", frozenset({"unitary", "invertible"}), "V", "V"),
        ),
        ("ket", Declared("x", "ket", frozenset(), "", "V")),
        ("bra W", Declared("x", "bra", frozenset(), "W", "")),
        ("matrix 3x2 complex", Declared("x", "matrix", frozenset(), shape=(3, 2))),
        (
            "matrix 2x2 real hermitian",
            Declared("x", "matrix", frozenset({"real", "hermitian"}), shape=(2, 2)),
        ),
    ],
)
def test_kinds(words: str, declared: Declared) -> None:
    assert declaration("x", words) == declared


@pytest.mark.parametrize(
    "words",
    [
        "real antihermitian",
        "odd even",
        "positive negative",
        "positive nonpositive",
        "real imaginary",
        "natural negative",
        "matrix 2x3 hermitian",
        "matrix 2x3 unitary",
        "operator V->W hermitian",
        "operator real",
        "ket hermitian",
        "ket bra",
        "operator matrix 2x2",
        "function positive",
        "ket V->W",
        "real 2x2",
        "real V->W",
        "operator V->W U->V",
    ],
)
def test_contradictions(words: str) -> None:
    with pytest.raises(IllFormed) as caught:
        declaration("x", words)
    assert "'x'" in caught.value.message


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("postive", "positive"),
        ("Real", "real"),
        ("operator Hermitian", "hermitian"),
        ("reel", "real"),
    ],
)
def test_unknown_words(words: str, meant: str) -> None:
    with pytest.raises(LanguageError, match=f"did you mean '{meant}'") as caught:
        declaration("x", words)
    assert "antihermitian" in caught.value.hint


@pytest.mark.parametrize(
    "assume",
    [
        {"x y": "real", "y": "real"},
        {"lambda": "real"},
        {"1x": "real"},
        {"": "real"},
        {"x": 1},
        {3: "real"},
        {"A": "matrix complex"},
        {"A": "matrix 0x2"},
        {"A": "matrix 1000x1000"},
        {"A": "operator C->V"},
        {"A": "operator v->w"},
        "x real",
    ],
)
def test_what_is_no_assumption(assume: object) -> None:
    with pytest.raises(LanguageError):
        read_assumptions(assume)  # type: ignore[arg-type]


def test_names_share_words_and_keep_their_order() -> None:
    names = read_assumptions({"B, A  C": "operator", "x": "real"})
    assert list(names) == ["B", "A", "C", "x"]
    assert read_assumptions(None) == {}


def test_names_are_normalised_as_in_python() -> None:
    assert list(read_assumptions({"ℏ": "real"})) == ["ħ"]


def test_a_glossary_declares() -> None:
    glossary = Glossary(
        scalar("hbar", r"\hbar", "positive"),
        natural("n", "n"),
        operator("A", "A", "hermitian"),
        operator("D", "D", "without adjoint"),
        ket("psi", r"|\psi\rangle"),
        scalar("E", "E_{#1}", slots=("natural",)),
    )
    names = from_glossary(glossary)
    assert list(names) == ["hbar", "n", "A", "psi"]
    assert names["hbar"].words == closed_words("hbar", ["positive"])
    assert names["n"].words == closed_words("n", ["natural"])
    assert names["A"] == declaration("A", "operator hermitian")
    assert names["psi"] == declaration("psi", "ket")
    assert from_glossary(None) == {}


def test_declarations_unite_or_contradict() -> None:
    both = united(declaration("x", "real"), declaration("x", "nonzero"))
    assert both == declaration("x", "real nonzero")
    with pytest.raises(IllFormed):
        united(declaration("x", "positive"), declaration("x", "negative"))
    with pytest.raises(IllFormed):
        united(declaration("x", "real"), declaration("x", "operator"))


@pytest.mark.parametrize("claim", [r"\sin\pi = 0", "sin(pi) == 0", r"2\pi\hbar = \hbar\pi + \pi\hbar"])
def test_the_pi_of_a_glossary_is_the_number(claim: str) -> None:
    from derive import Glossary, decide, scalar

    pi = scalar("pi", r"\pi", "positive")
    glossary = Glossary(pi, scalar("hbar", r"\hbar", "positive"))
    assert decide(claim, glossary=glossary).status == "proved"


def test_another_pi_of_a_glossary_is_a_name() -> None:
    from derive import Glossary, decide, scalar

    assert decide("sin(pi) == 0", glossary=Glossary(scalar("pi", r"\pi"))).status == "refuted"
