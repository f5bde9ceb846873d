"""A glossary and theorems that the tests of checking share, and how to prove what a file holds."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from pathlib import Path

import pytest

from derive import (
    Glossary,
    Theorem,
    definition,
    index,
    index_set,
    ket,
    law,
    natural,
    operator,
    postulate,
    scalar,
    space,
)
from derive.checking import Proof, prove
from derive.theorem import TheoremError

GLOSSARY = Glossary(
    space("V"),
    space("W"),
    index_set("I"),
    index_set("J"),
    index("i", "i", over="I"),
    index("j", "j", over="J"),
    natural("n", "n"),
    scalar("m", "m", "positive", dimension="kg"),
    scalar("g", "g", "positive", dimension="m/s^2"),
    scalar("F", "F", "real", dimension="N"),
    scalar("G", "G", "real", dimension="N"),
    scalar("x", "x", "real"),
    scalar("y", "y", "real"),
    scalar("z", "z", "real"),
    scalar("w", "w"),
    scalar("lam", r"\lambda"),
    scalar("mu", r"\mu"),
    scalar("p", "p", "positive"),
    scalar("f", "f_{#1}", slots=("I",)),
    scalar("h", "h_{#1}", slots=("J",)),
    operator("A", r"\hat A"),
    operator("B", r"\hat B"),
    operator("H", r"\hat H", "hermitian"),
    operator("K", r"\hat K", "hermitian", domain="W"),
    ket("v", r"|v\rangle"),
    ket("u", r"|u\rangle"),
    ket("a", r"|a\rangle", space="W"),
    ket("b", r"|b\rangle", space="W"),
)

HEADER = """\
from derive import Chain, Suppose, Theorem, definition, law
from tests.checking.lecture import GLOSSARY as glossary
"""

orthogonal = Theorem(
    "lecture.orthogonal",
    glossary=GLOSSARY,
    given={
        "first": law(r"\hat H|v\rangle = x|v\rangle", "a lecture"),
        "second": law(r"\hat H|u\rangle = y|u\rangle"),
        "distinct": law(r"x \neq y"),
    },
    claim=r"\langle v|u\rangle = 0",
    proof=r"""
        x\langle v|u\rangle = \langle v|\hat H|u\rangle   % first
                            = y\langle v|u\rangle         % second
        \langle v|u\rangle = 0                            % above, distinct
    """,
)
linear = Theorem(
    "lecture.linear",
    glossary=GLOSSARY,
    given={"slope": definition("y = 2x"), "shift": postulate("z = y + 1")},
    claim=["z = 2x + 1", "z - y = 1"],
    proof="z = y + 1 % shift\n = 2x + 1 % slope\nz - y = 1 % shift",
)
weight = Theorem(
    "lecture.weight",
    glossary=GLOSSARY,
    given={"gravity": "F = mg"},
    claim="F + F = 2mg",
    proof="F + F = 2mg % gravity",
)
summed = Theorem(
    "lecture.summed",
    glossary=GLOSSARY,
    given={"each": r"\forall i: f_i = x"},
    claim=r"\sum_i f_i y = \sum_i x y",
)


def stated(claim: object, proof: object = (), **given: object) -> Theorem:
    """A theorem; underscores in the names of its hypotheses stand for spaces."""
    named = {name.replace("_", " "): value for name, value in given.items()}
    return Theorem("lecture.stated", glossary=GLOSSARY, given=named, claim=claim, proof=proof)  # type: ignore[arg-type]


def proved(theorem: Theorem, cited: Mapping[str, Proof] | None = None) -> Proof:
    """The proof, which the kernel has replayed."""
    proof = prove(theorem, cited or {})
    assert proof.status == "proved"
    assert proof.theorem is theorem
    return proof


def refused(theorem: Theorem, cited: Mapping[str, Proof] | None = None) -> TheoremError:
    """Why a theorem is not proved."""
    with pytest.raises(TheoremError) as failure:
        prove(theorem, cited or {})
    return failure.value


def failure_of(path: Path, source: str) -> TheoremError:
    """Why the `theorem` that a file makes is not proved."""
    path.write_text(HEADER + source)
    return refused(runpy.run_path(str(path))["theorem"])


def line_of(source: str, text: str) -> int:
    """The line of the file that `failure_of` writes on which the text stands, and only there."""
    lines = [number for number, line in enumerate((HEADER + source).splitlines(), 1) if text in line]
    assert len(lines) == 1, f"{text!r} is on the lines {lines}"
    return lines[0]


