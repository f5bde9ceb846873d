"""TeX tokens: what does not show does not count."""

import pytest

from derive.language.errors import LanguageError
from derive.language.tex import MAX_CHARACTERS, argument_end, tex_tokens


def texts(latex: str) -> list[str]:
    return [token.text for token in tex_tokens(latex)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (r"\hat{H}", r"\hat H"),
        ("L^2", "L^{2}"),
        (r"a\,b\;c\!d\quad e\ f~g", "abcdefg"),
        (r"\left( a \right)", "(a)"),
        (r"\bigl( a \bigr)", "(a)"),
        (r"\dfrac{a}{b}", r"\frac ab"),
        (r"a \ne b \leq c \geq d", r"a\neq b\le c\ge d"),
        (r"a := b \equiv c \coloneqq d", "a=b=c=d"),
        (r"\ket{\psi}", r"|\psi\rangle"),
        (r"\bra{a}\braket{a|b}", r"\langle a|\langle a|b\rangle"),
        ("{e}{B}", "eB"),
        ("e{}B", "eB"),
        ("{eB}", "eB"),
        (r"\lvert z\rvert", "|z|"),
        (r"\sqrt[3]{x}", r"\sqrt[3]x"),
        ("a % b }{\n c", "ac"),
    ],
)
def test_two_spellings_of_one_formula(left: str, right: str) -> None:
    assert texts(left) == texts(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [(r"\hat{U_0}", r"\hat U_0"), ("x^{ab}", "x^ab"), (r"\frac{12}3", r"\frac 1{23}")],
)
def test_arguments_keep_their_braces(left: str, right: str) -> None:
    assert texts(left) != texts(right)


@pytest.mark.parametrize(
    ("latex", "complaint", "column"),
    [
        ("a}", "closes nothing", 2),
        (r"\frac{a{b}", "never closed", 6),
        ("{a+b}^2", "braces do not show", 1),
        (r"\ket a", "needs an argument", 1),
        ("(" * 1000, "nested", 61),
        ("{" * 1000 + "}" * 1000, "nested", 61),
    ],
)
def test_what_is_refused(latex: str, complaint: str, column: int) -> None:
    with pytest.raises(LanguageError, match=complaint) as caught:
        tex_tokens(latex)
    assert caught.value.column == column


def test_a_braced_accent_may_be_raised() -> None:
    assert texts(r"{\hat H}^2") == texts(r"\hat H^2")


def test_the_length_is_bounded() -> None:
    with pytest.raises(LanguageError, match="longer"):
        tex_tokens("a" * (MAX_CHARACTERS + 1))


def test_offsets_point_into_the_whole_text() -> None:
    text = "first\nx + y"
    assert [text[token.offset] for token in tex_tokens(text, start=6)] == ["x", "+", "y"]


def test_an_argument_is_a_token_or_a_group() -> None:
    tokens = tex_tokens("ab{cd}")
    assert argument_end(tokens, 0, 6) == (0, 1, 1)
    assert argument_end(tex_tokens("^{cd}e"), 1, 5) == (2, 4, 5)
    with pytest.raises(IndexError):
        argument_end(tokens, 4, 4)


@pytest.mark.parametrize(
    "latex", [r"2{x+1}", "{x+1}y", "a-{b+c}", r"\sin{x+y}", r"\operatorname{Re}{x-y}", "{-x}y"]
)
def test_a_sum_in_braces_beside_something_else_is_refused(latex: str) -> None:
    with pytest.raises(LanguageError, match="braces do not show"):
        tex_tokens(latex)


@pytest.mark.parametrize(
    "latex", ["{x+1}", "y={x+1}", "{a+b}+c", r"\left|{x+1}\right|", r"\lfloor{x+1}\rfloor"]
)
def test_a_sum_in_braces_that_stands_apart_is_read(latex: str) -> None:
    assert "{" not in [token.text for token in tex_tokens(latex)]
