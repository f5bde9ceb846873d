"""The glossary: what may be declared, and what is refused."""

import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction

import pytest
from language_glossaries import LECTURE, TRICKY

from derive.language.glossary import (
    Declaration,
    Glossary,
    GlossaryError,
    functional,
    index,
    index_set,
    ket,
    natural,
    operator,
    scalar,
    space,
)


@pytest.mark.parametrize(
    ("declare", "complaint"),
    [
        (lambda: scalar("h bar", "h"), "not a Python identifier"),
        (lambda: scalar("lambda", r"\lambda"), "not a Python identifier"),
        (lambda: scalar("h", "h", "shiny"), "cannot be 'shiny'"),
        (lambda: operator("H", "H", "natural"), "cannot be 'natural'"),
        (lambda: scalar("h", "h", "hermitian"), "cannot be 'hermitian'"),
        (lambda: scalar("n", "n", "natural", "nonzero"), "cannot be both"),
        (lambda: operator("H", "H", "hermitian", "without adjoint"), "cannot be both"),
        (lambda: operator("X", "X", "hermitian", codomain="W"), "cannot be hermitian"),
        (lambda: scalar("n", "n", "natural", dimension="m"), "neither slots nor a dimension"),
        (lambda: scalar("h", ""), "is empty"),
        (lambda: scalar("h", "{h"), "never closed"),
        (lambda: scalar("E", "E_{#1}"), "asks for none"),
        (lambda: scalar("E", "E", slots=("I",)), "asks for #1"),
        (lambda: scalar("E", "E_{#2#1}", slots=("I", "I")), "asks for #1 #2"),
        (lambda: scalar("E", "^a"), "cannot begin so"),
        (lambda: scalar("h", "h", dimension="J / K mol"), "more than one unit"),
        (lambda: scalar("h", "h", value="about 6"), "not an exact number"),
        (lambda: scalar("h", "h", "positive", value="-1"), "its value is negative"),
        (lambda: scalar("h", "h", "nonzero", value="0"), "its value is 0"),
        (lambda: scalar("E", "E_{#1}", slots=("I",), value="1"), "only a single scalar"),
    ],
)
def test_a_declaration_that_makes_no_sense(
    declare: Callable[[], Declaration], complaint: str
) -> None:
    with pytest.raises(GlossaryError, match=complaint):
        declare()


@pytest.mark.parametrize(
    ("declarations", "complaint"),
    [
        ([scalar("h", "h"), scalar("h", "k")], "declared twice"),
        ([operator("H", r"\hat H"), scalar("E", r"\hat{H}")], "are both written"),
        (
            [scalar("a", "E_{#1}", slots=("natural",)), ket("b", "E_{#1}", slots=("natural",))],
            "both",
        ),
        ([operator("X", "X", codomain="W")], "space 'W', which is not declared"),
        ([scalar("W", "W"), operator("X", "X", codomain="W")], "space 'W'"),
        ([scalar("E", "E_{#1}", slots=("I",))], "ranges over 'I'"),
        ([index("i", "i", over="I")], "ranges over 'I'"),
    ],
)
def test_declarations_that_do_not_go_together(
    declarations: list[Declaration], complaint: str
) -> None:
    with pytest.raises(GlossaryError, match=complaint):
        Glossary(*declarations)


def test_lookup_by_name_and_by_latex() -> None:
    assert LECTURE["hbar"].latex == r"\hbar"
    assert LECTURE.written(r"\hat{H}") == LECTURE["H"]
    assert LECTURE.written(r"\hat{K}") is None
    assert "hbar" in LECTURE
    assert "nothing" not in LECTURE
    with pytest.raises(GlossaryError, match="not declared"):
        LECTURE["nothing"]


def test_values_are_exact() -> None:
    assert LECTURE["h"].value == Fraction(662607015, 10**42)


def test_the_space_v_is_there_unless_declared_otherwise() -> None:
    assert Glossary(operator("A", "A"))["V"].inner
    assert not Glossary(space("V", inner=False), operator("A", "A"))["V"].inner


def test_union_takes_common_declarations_once_and_keeps_the_order() -> None:
    first = Glossary(scalar("a", "a"), scalar("b", "b"))
    both = first | Glossary(scalar("b", "b"), scalar("c", "c"))
    assert [entry.name for entry in both.symbols()] == ["a", "b", "c"]
    with pytest.raises(GlossaryError, match="declared twice"):
        first | Glossary(scalar("b", "b", "real"))


def test_extending_leaves_the_glossary_as_it_was() -> None:
    first = Glossary(scalar("a", "a"))
    assert "b" in first.extend(scalar("b", "b"))
    assert "b" not in first


def test_the_fingerprint_follows_the_content() -> None:
    assert Glossary(scalar("a", "a")) == Glossary(scalar("a", "a"))
    assert hash(Glossary(scalar("a", "a"))) == hash(Glossary(scalar("a", "a")))
    assert Glossary(scalar("a", "a")) != Glossary(scalar("a", "a", "real"))
    assert Glossary(scalar("a", "a"), scalar("b", "b")) != Glossary(
        scalar("b", "b"), scalar("a", "a")
    )


def test_the_fingerprint_is_the_same_in_another_process() -> None:
    program = (
        "from derive.language.glossary import *;"
        "print(Glossary(scalar('a','a','real','nonzero'), operator('H','H','hermitian'))"
        ".fingerprint())"
    )
    made = Glossary(scalar("a", "a", "nonzero", "real"), operator("H", "H", "hermitian"))
    for seed in "12":
        found = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        )
        assert found.stdout.strip() == made.fingerprint()


@pytest.mark.parametrize(
    ("first", "second", "confusable"),
    [
        (scalar("omega_c", r"\omega_c"), scalar("omega_C", r"\omega_C"), True),
        (scalar("H_field", "H"), operator("H", r"\hat H"), True),
        (scalar("eps", r"\epsilon"), scalar("veps", r"\varepsilon"), True),
        (scalar("E0", r"E_{0}"), scalar("Ezero", r"E_{\mathrm{0}}"), True),
        (scalar("E_1", "E_1"), scalar("E1", "F"), True),
        (scalar("e", "e"), scalar("E", "E"), False),
        (scalar("phi", r"\phi"), scalar("Phi", r"\Phi"), False),
        (scalar("omega_c", r"\omega_c"), scalar("omega_p", r"\omega_p"), False),
    ],
)
def test_near_duplicates(first: Declaration, second: Declaration, confusable: bool) -> None:
    assert Glossary(first, second).near_duplicates() == ([(first, second)] if confusable else [])


def test_kinds_know_their_types() -> None:
    assert ket("v", r"|v\rangle").type_text == "V←ℂ"
    assert functional("f", "f").type_text == "ℂ←V"
    assert TRICKY["X"].type_text == "W←V"
    assert not functional("f", "f").adjointable
    assert natural("n", "n").is_natural


def test_indices_belong_to_declared_sets() -> None:
    glossary = Glossary(index_set("I"), index("i", "i", over="I"))
    assert [entry.name for entry in glossary.symbols()] == ["i"]
