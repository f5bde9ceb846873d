"""A diagram means what its formula means: it is read back box by box, leg by leg."""

import re
from functools import reduce
from itertools import pairwise

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from derive import Glossary, index, index_set, ket, operator, scalar
from derive.kernel.terms import Term, identity, total, zero
from derive.language.glossary import DEFAULT_SPACE
from derive.language.lowering import Lowering
from derive.language.reader import read_expression
from derive.language.signature import index_of, space_of
from derive.language.syntax import Expression
from derive.render.diagrams.pictures import (
    Bond,
    Box,
    Enclosed,
    Label,
    Legs,
    Picture,
    Power,
    Product,
    Sum,
    Wire,
    with_legs,
)
from derive.render.diagrams.trees import normal_forms, picture_of

GLOSSARY = Glossary(
    index_set("K"),
    index("k", "k", over="K"),
    index("l", "l", over="K"),
    *(index(letter, letter, over="K") for letter in "mnrstu"),
    scalar("a", "a"),
    scalar("c", "c_{#1}", slots=("K",)),
    operator("A", r"\hat A"),
    operator("B", r"\hat B"),
    operator("X", r"X_{#1}", slots=("K",)),
    ket("psi", r"|\psi\rangle"),
    ket("ket", r"|#1\rangle", slots=("K",)),
)
SIGN = re.compile(r"\\sum_\{([^{}]*)\}")
SPACE = space_of(DEFAULT_SPACE, GLOSSARY)


def term_of(text: str) -> Term:
    return Lowering(GLOSSARY).term(read_expression(text, GLOSSARY))


def meaning(picture: Picture) -> Term:
    """The term that the boxes and wires of a picture are."""
    match picture:
        case Label() | Box():
            return term_of(picture.latex) if picture.latex != "0" else nothing(picture.legs)
        case Wire():
            return identity(SPACE)
        case Sum():
            parts = [meaning(part) for part in picture.parts]
            signed = [-p if s == "-" else p for s, p in zip(picture.signs, parts, strict=True)]
            return reduce(Term.__add__, signed)
        case Enclosed():
            assert picture.mark in ("(", "frame")
            return meaning(picture.body)
        case Power():
            base = meaning(picture.base)
            return base ** int(picture.exponent) if picture.exponent.isdigit() else base.adjoint()
        case Product():
            return product_of(picture)
    raise AssertionError(picture)


def nothing(legs: Legs) -> Term:
    codomain, domain = (space_of(leg or "C", GLOSSARY) for leg in legs)
    return zero(codomain, domain)


def product_of(picture: Product) -> Term:
    """Numbers first, then the one open word; sums bind the whole product."""
    signs = [SIGN.fullmatch(p.latex) for p in picture.parts if isinstance(p, Bond | Label)]
    bound = [sign[1] for sign in signs if sign]
    result = identity()
    for run in picture.runs():
        for left, right in pairwise(run):
            assert left.legs.domain == right.legs.codomain != ""
        kept = [p for p in run if not isinstance(p, Bond) and not is_sign(p)]
        result = reduce(Term.__mul__, map(meaning, kept), result)
    for name in bound:
        result = total(index_of(GLOSSARY[name]), result)
    return result


def is_sign(part: Picture) -> bool:
    return isinstance(part, Label) and SIGN.fullmatch(part.latex) is not None


@st.composite
def formulas(draw: st.DrawFn, ends: str, depth: int = 3) -> str:
    """LaTeX of a map: `ends` says whether it has a left and a right leg."""

    def below(ends: str) -> str:
        return draw(formulas(ends, depth - 1))

    leaves = {
        "--": ["a", "c_k", "c_l", "2", "a^2"],
        "V-": [r"|\psi\rangle", r"|k\rangle", r"|l\rangle"],
        "-V": [r"\langle\psi|", r"\langle k|", r"\langle l|"],
        "VV": [r"\hat A", r"\hat B", "X_k", "X_l", r"\hat A^\dagger", r"\hat B^2"],
    }
    kinds = ["+", "-", "*", "*", "*", "sum", "scale"] + ["square", "dagger"] * (ends == "VV")
    kind = draw(st.sampled_from(kinds)) if depth else "leaf"
    if kind in "+-":
        return rf"\left({below(ends)} {kind} {below(ends)}\right)"
    if kind == "scale":
        pair = [rf"\left({below('--')}\right)", rf"\left({below(ends)}\right)"]
        return "".join(pair if draw(st.booleans()) else pair[::-1])
    if kind == "*":
        middle = draw(st.sampled_from("V-"))
        left, right = below(ends[0] + middle), below(middle + ends[1])
        return rf"\left({left}\right)\left({right}\right)"
    if kind == "sum":
        return rf"\left(\sum_{draw(st.sampled_from('kl'))} \left({below(ends)}\right)\right)"
    if kind == "square":
        return rf"\left({below(ends)}\right)^2"
    if kind == "dagger":
        return rf"\left({below(ends)}\right)^\dagger"
    return draw(st.sampled_from(leaves[ends]))


ANY = st.sampled_from(["--", "V-", "-V", "VV"]).flatmap(formulas)


def tree_of(text: str) -> Expression:
    return read_expression(text, GLOSSARY)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
@example(r"X_k \left(\sum_k X_k\right)")
@example(r"\left(\sum_k X_k\right)\left(\sum_k X_k\right)")
@example(r"\left(\sum_k c_k\right)\left(\sum_k c_k\right)")
@example(r"\hat A \left(\sum_k |k\rangle\langle k|\right) |k\rangle")
@example(r"\langle\psi|\left(\sum_k c_k|k\rangle\langle k|\right)|\psi\rangle")
@example(r"\left(\sum_k \left(\sum_k c_k\right) X_k\right)")
def test_a_diagram_means_its_formula(text):
    term = term_of(text)
    picture = picture_of(tree_of(text), GLOSSARY)
    legs = Legs(*("V" if end == SPACE else "" for end in term.ends))
    assert meaning(with_legs(picture, legs)) == term


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["--", "V-", "-V", "VV"]).flatmap(lambda ends: formulas(ends, 2)))
def test_so_does_its_normal_form(text):
    (picture,) = normal_forms(tree_of(text), GLOSSARY)
    assume(r"\#" not in repr(picture))  # the size of an index set, which no glossary can declare
    assert meaning(picture) == term_of(text)
