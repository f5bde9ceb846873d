"""Why a theorem assumes what it assumes, in few lines."""

import pytest

from derive import Glossary, Theorem, scalar
from derive.documents.needs import printed_need
from derive.necessity import necessities
from derive.render.style import Style
from derive.translation import translation

GLOSSARY = Glossary(
    scalar("a", "a", "real"),
    scalar("b", "b", "real"),
    scalar("c", "c", "positive"),
    scalar("d", "d", "nonzero"),
)


@pytest.fixture(scope="module")
def theorem():
    return Theorem(
        "x.y",
        glossary=GLOSSARY,
        given={"first": "a = b c", "second": "d = c"},
        claim=r"a d = b c^2",
        proof="a d = b c d % first\n = b c^2 % second",
    )


def rows(theorem, language: str = "en", width: float = 40.0) -> tuple[str, ...]:
    found = necessities(theorem, seconds=10)
    return printed_need(found, theorem, Style(translation(language), unicode=True, width=width)).rows


def test_symbols_of_one_kind_share_a_line(theorem):
    told = rows(theorem)
    assert r"$a$, $b$ real. Not needed: it is proved with any complex number in place of any one of them." in told
    assert r"$c$ is positive. Not needed: it is proved for every complex number $c$." in told
    assert sum("is real" in row for row in told) == 0
    assert "$a$, $b$ 实数。不需要：把其中任意一个换成任意复数，结论仍已证明。" in rows(theorem, "zh")


def test_of_a_long_counterexample_the_command_is_told(theorem):
    short = [row for row in rows(theorem) if row.startswith("first:")]
    assert short[0].startswith("first: $a = bc$. Needed: take $a = ")
    long = [row for row in rows(theorem, width=6.0) if row.startswith("first:")]
    assert long == [r"first: $a = bc$. Needed: a counterexample is known; \texttt{derive why x.y} prints it."]
