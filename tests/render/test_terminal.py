"""Theorems as text for a terminal."""

from click import unstyle

from derive import Glossary, Suppose, Theorem, ket, operator, scalar
from derive.location import Location
from derive.render.terminal import (
    duration_text,
    failure_text,
    outcome_line,
    padded,
    place_text,
    theorem_text,
)
from derive.runner import Outcome
from derive.theorem import TheoremError

GLOSSARY = Glossary(
    scalar("E", "E", "real"), operator("H", r"\hat H", "hermitian"), ket("psi", r"|\psi\rangle")
)
LEMMA = Theorem("q.lemma", glossary=GLOSSARY, given={"h": "E = 1"}, claim="E^2 = 1")
THEOREM = Theorem(
    "q.y",
    title="期望值",
    glossary=GLOSSARY,
    given={"level": r"\hat H|\psi\rangle = E|\psi\rangle", "lemma": LEMMA.at(E="2 E")},
    claim=r"\langle\psi|\hat H|\psi\rangle = E\langle\psi|\psi\rangle",
    proof=Suppose(
        {"wish": "E = 0"},
        r"\hat H|\psi\rangle = E|\psi\rangle % level",
    ),
    immediate="by definition",
)


def test_a_theorem_that_is_not_proved():
    error = THEOREM.error("no idea", Location("/elsewhere/x.py", 7))
    text = unstyle(theorem_text(Outcome(THEOREM, "undecided", "searched", error=error)))
    assert text.splitlines()[3:] == [
        "Suppose",
        "  level (law)      Ĥ|ψ⟩ = E|ψ⟩",
        "  lemma (theorem)  E² = 1 with E := 2E   [theorem q.lemma]",
        "    with h (law)   2E = 1",
        "  E real; Ĥ Hermitian",
        "",
        "Then",
        "  ⟨ψ|Ĥ|ψ⟩ = E⟨ψ|ψ⟩",
        "  Remark: by definition",
        "",
        "Proof",
        "  suppose wish: E = 0",
        "  · Ĥ|ψ⟩ = E|ψ⟩   level",
        "",
        "Undecided:",
        "    /elsewhere/x.py:7: no idea",
    ]


def test_a_line_has_the_width_of_its_characters():
    line = unstyle(outcome_line(Outcome(THEOREM, "refuted", "searched", 0.0123), 5, 8))
    assert line == "✘  q.y    期望值      12 ms  searched"
    assert padded("期", 4) == "期  "


def test_places_are_relative_to_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert place_text(Location(str(tmp_path / "proofs" / "x.py"), 3)) == "proofs/x.py:3"
    assert place_text(Location("/elsewhere/x.py", 3)) == "/elsewhere/x.py:3"


def test_failures_are_indented_and_say_where(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    error = TheoremError(f"first\n{tmp_path}/x.py:4: second", Location(str(tmp_path / "x.py"), 3))
    assert failure_text(error) == "    x.py:3: first\n    x.py:4: second"
    assert failure_text(TheoremError("nowhere")) == "    nowhere"


def test_durations():
    assert [duration_text(s) for s in (0.0004, 0.5, 61.26)] == ["0 ms", "500 ms", "61.3 s"]
