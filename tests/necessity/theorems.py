"""Small theorems about which is asked why."""

from __future__ import annotations

from derive import Glossary, Theorem, definition, ket, natural, operator, scalar
from derive.checking import prove
from derive.necessity.asking import Inquiry
from derive.necessity.question import Question
from derive.necessity.questions import Questions

glossary = Glossary(
    scalar("a", "a", "positive"),
    scalar("b", "b", "real"),
    scalar("c", "c", "nonzero"),
    scalar("E", "E", "real"),
    scalar("x", "x"),
    scalar("y", "y"),
    natural("n", "n"),
    natural("r", "r"),
    scalar("t_", "t_{#1}", slots=("natural",)),
    scalar("s_", "s_{#1}", slots=("natural",)),
    operator("H", r"\hat H", "hermitian"),
    operator("X", r"\hat X"),
    ket("psi", r"|\psi\rangle"),
    ket("phi", r"|\phi\rangle"),
)

real_eigenvalue = Theorem(
    "why.real_eigenvalue",
    glossary=glossary,
    given={
        "eigenvector": r"\hat H|\psi\rangle = x|\psi\rangle",
        "not zero": r"|\psi\rangle \neq 0",
    },
    claim=r"x^* = x",
)
quotient = Theorem(
    "why.quotient",
    glossary=glossary,
    given={"product": definition(r"x = cy"), "idle": r"b = a"},
    claim=r"y = \frac{x}{c}",
)
square = Theorem("why.square", glossary=glossary, claim=r"b^2 \ge 0")
order = Theorem("why.order", glossary=glossary, claim=r"a \ge 0")
multiple = Theorem(
    "why.multiple",
    glossary=glossary,
    given={"scaled": r"|\phi\rangle = x|\psi\rangle", "x is not zero": r"x \neq 0"},
    claim=r"x\langle\psi|\phi\rangle = x^2\langle\psi|\psi\rangle",
)
bound = Theorem(
    "why.bound",
    glossary=glossary,
    given={"all": r"\forall b: b\hat X = 0"},
    claim=r"2\hat X = 0",
)
implication = Theorem(
    "why.implication",
    glossary=glossary,
    claim=r"\forall x, y: x = 2, y = 3x \Rightarrow y = 6",
)
defined = Theorem(
    "why.defined",
    glossary=glossary,
    given={
        "real part": definition(r"2b = x + x^*"),
        "sum": definition(r"y = b + a"),
        "double": definition(r"c = 2y"),
        "half": definition(r"x = 1"),
    },
    claim=r"x^2 = 1",
)
ending = Theorem(
    "why.ending",
    glossary=glossary,
    given={
        "begins": r"t_0 = 1",
        "below": r"\forall r: t_{r+1}t_r = t_{r+1}",
        "last": r"t_n = 1",
        "ends": r"t_{n+1} = 0",
        "sums": r"\forall r: s_r = t_{r+1}",
    },
    claim=r"t_{n+1}s_0 + s_n = 0",
    models=[{"n": 2, "t_": [1, 1, 1]}, {"n": 0, "t_": [1, 1], "without": "ends"}],
)
proofs = {
    theorem.name: prove(theorem, {})
    for theorem in (real_eigenvalue, quotient, square, order, multiple, bound, implication, defined, ending)
}


def asked(theorem: Theorem) -> Questions:
    return Questions(proofs[theorem.name], proofs)


def question(theorem: Theorem, key: str) -> Question:
    """The question with a key; of a property one that drops a word of the declaration."""
    from derive.necessity.weakening import granted, weaker

    questions = asked(theorem)
    found = [*questions.hypotheses(), *questions.premises()]
    for symbol in questions.declared():
        found += [
            questions.property(symbol, "", left) for left in weaker(granted(symbol.properties))
        ]
    return next(one for one in found if one.dropped.key == key)


def inquiry(theorem: Theorem, *known: dict, seconds: float | None = 1.0) -> Inquiry:
    """All questions, where a damaged record is an error."""
    return Inquiry(asked(theorem), known, _refuse, seconds=seconds)


def _refuse(message: str) -> None:
    raise AssertionError(message)
