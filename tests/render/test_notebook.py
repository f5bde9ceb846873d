"""Theorems in notebooks: HTML, LaTeX, plain text, and as SymPy relations."""

import xml.etree.ElementTree as ET

import pytest
import sympy

from derive import Glossary, Suppose, Theorem, definition, natural, scalar
from derive.language.errors import LanguageError
from derive.theorem import Malformed

GLOSSARY = Glossary(
    scalar("a", "a", "real"), scalar("b", "b", "positive"), natural("n", "n"), scalar("c", "c")
)
THEOREM = Theorem(
    "x.y",
    title="50% of R&D, $a<b$",
    glossary=GLOSSARY,
    given={"first & last": definition("a = 2 b")},
    claim=["a - b = b", "a = 2 b"],
    proof=[
        "a = 2 b % first & last",
        Suppose({"more": "c = a"}, "c = a % more"),
    ],
)


def test_html_is_well_formed_and_says_everything():
    html = THEOREM._repr_html_()
    root = ET.fromstring(html)
    text = "".join(root.itertext())
    for part in (
        "50% of R&D, $a<b$",
        "first & last (definition): $a = 2b$",
        "$a$ real",
        r"$$ \begin{gathered} a - b = b \\ a = 2b \end{gathered} $$",
        r"$$ \begin{aligned} a &= 2b && \text{(first \& last)} \end{aligned} $$",
        "Suppose $c = a$.",
    ):
        assert part in text
    assert [one.tag for one in root.iter("details")] == ["details"]


def test_a_citation_with_values():
    citing = Theorem("x.z", glossary=GLOSSARY, given={"one": THEOREM.at(a="4 b")}, claim="b = b")
    assert "$a - b = b$, $a = 2b$ with $a$ := $4b$" in citing._repr_html_()
    assert "<details>" not in citing._repr_html_()
    assert citing._repr_latex_() == "$$ b = b $$"


def test_forms():
    bundle = THEOREM._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/latex", "text/html"}
    assert bundle["text/plain"] == "<Theorem x.y>\na − b = b\na = 2b"
    assert set(THEOREM._repr_mimebundle_(include=["text/html"])) == {"text/html"}
    assert set(THEOREM._repr_mimebundle_(exclude=["text/html"])) == {"text/plain", "text/latex"}


def test_sympy():
    a, b = sympy.Symbol("a", real=True), sympy.Symbol("b", positive=True)
    assert THEOREM.to_sympy() == (sympy.Eq(a - b, b), sympy.Eq(a, 2 * b))
    single = Theorem("x.z", glossary=GLOSSARY, claim=r"b \ge a")
    assert single.to_sympy() == sympy.Ge(b, a)


def test_what_sympy_lacks_and_what_is_malformed():
    clause = Theorem("x.z", glossary=GLOSSARY, claim=r"\forall a: a = a")
    with pytest.raises(LanguageError):
        clause.to_sympy()
    with pytest.raises(Malformed):
        Theorem("x.z", glossary=GLOSSARY, claim="q = a").to_sympy()
