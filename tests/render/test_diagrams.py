"""What is drawn of a formula: which boxes, in which order, with which legs."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive import Glossary, index, index_set, ket, operator, scalar
from derive.kernel.atoms import C
from derive.kernel.terms import Term, identity, letter, zero
from derive.language.errors import LanguageError
from derive.language.glossary import functional, space
from derive.language.reader import read_expression, read_formula
from derive.render.diagrams.layout import layout
from derive.render.diagrams.pictures import (
    CLOSED,
    Bond,
    Box,
    Enclosed,
    Fraction,
    Grid,
    Label,
    Legs,
    Picture,
    Power,
    Product,
    Sum,
    Wire,
    added,
    boxes,
    composed,
)
from derive.render.diagrams.shapes import Stroke, Text
from derive.render.diagrams.trees import (
    normal_forms,
    picture_of,
    picture_of_formula,
    picture_of_term,
)
from tests.kernel.strategies import SPACES, Tree, V, W, to_term, trees

GLOSSARY = Glossary(
    space("W"),
    index_set("K"),
    index("k", "k", over="K"),
    index("l", "l", over="K"),
    scalar("E", "E", "real"),
    scalar("P", "P", "real"),
    scalar("o_", "o_{#1}", slots=("K",)),
    operator("A", r"\hat A"),
    operator("B", r"\hat B"),
    operator("H", r"\hat H", "hermitian"),
    operator("T", "T", "invertible", domain="V", codomain="W"),
    functional("d", r"d"),
    ket("psi", r"|\psi\rangle"),
    ket("phi", r"|\phi\rangle"),
    ket("ket", r"|#1\rangle", slots=("K",)),
)
KET, BRA, SQUARE = Legs("V", ""), Legs("", "V"), Legs("V", "V")


def drawn(text: str) -> Picture:
    return picture_of(read_expression(text, GLOSSARY), GLOSSARY)


def labels(picture: Picture) -> list[str]:
    return [box.latex for box in boxes(picture)]


def joins(picture: Picture) -> tuple[int, int]:
    """How many free legs and how many wires are on the page."""
    drawing = layout(picture)
    return len(drawing.strokes("leg")), len(drawing.strokes("wire"))


@pytest.mark.parametrize(
    ("text", "legs", "found", "counted"),
    [
        (r"|\psi\rangle", KET, [r"|\psi\rangle"], (1, 0)),
        (r"\langle\psi|", BRA, [r"\langle\psi|"], (1, 0)),
        ("d", BRA, ["d"], (1, 0)),
        (r"\hat H", SQUARE, [r"\hat H"], (2, 0)),
        (r"\hat H|\psi\rangle", KET, [r"\hat H", r"|\psi\rangle"], (1, 1)),
        (r"\hat A\hat B", SQUARE, [r"\hat A", r"\hat B"], (2, 1)),
        (r"\langle\phi|\psi\rangle", CLOSED, [r"\langle\phi|", r"|\psi\rangle"], (0, 1)),
        (
            r"\langle\psi|\hat H|\psi\rangle",
            CLOSED,
            [r"\langle\psi|", r"\hat H", r"|\psi\rangle"],
            (0, 2),
        ),
        (r"|\psi\rangle\langle\phi|", SQUARE, [r"|\psi\rangle", r"\langle\phi|"], (2, 0)),
        (r"T\hat A^\dagger", Legs("W", "V"), ["T", r"\hat A^\dagger"], (2, 1)),
        (r"T^{-1}", Legs("V", "W"), ["T^{-1}"], (2, 0)),
        (r"T^\dagger", Legs("V", "W"), [r"T^\dagger"], (2, 0)),
        (r"\hat A^2", SQUARE, [r"\hat A^2"], (2, 0)),
        ("E", CLOSED, [], (0, 0)),
    ],
)
def test_boxes_and_legs(text, legs, found, counted):
    picture = drawn(text)
    assert picture.legs == legs
    assert labels(picture) == found
    assert joins(picture) == counted


def test_the_eigen_equation():
    tree = read_formula(r"\hat H|\psi\rangle = E|\psi\rangle", GLOSSARY)
    left, sign, right = picture_of_formula(tree, GLOSSARY).parts
    ket_psi = Box(r"|\psi\rangle", KET)
    assert left == Product((Box(r"\hat H", SQUARE), ket_psi))
    assert sign == Label("=")
    assert right == Product((Label("E"), ket_psi))


def test_the_born_rule():
    tree = read_formula(
        r"P = \frac{|\langle\phi|\psi\rangle|^2}"
        r"{\langle\psi|\psi\rangle\langle\phi|\phi\rangle}",
        GLOSSARY,
    )
    *_, fraction = picture_of_formula(tree, GLOSSARY).parts
    assert isinstance(fraction, Fraction)
    assert isinstance(fraction.above, Power)
    assert fraction.above.exponent == "2"
    assert isinstance(fraction.above.base, Enclosed)
    assert fraction.above.base.mark == "|"
    assert labels(fraction.above) == [r"\langle\phi|", r"|\psi\rangle"]
    runs = list(fraction.below.runs())
    assert [labels(Product(run)) for run in runs] == [
        [r"\langle\psi|", r"|\psi\rangle"],
        [r"\langle\phi|", r"|\phi\rangle"],
    ]
    assert joins(fraction) == (0, 3)


def test_a_number_does_not_interrupt_a_wire():
    assert drawn(r"\hat A E |\psi\rangle") == drawn(r"E \hat A|\psi\rangle")
    picture = drawn(r"\hat A \langle\psi|\phi\rangle \hat B")
    assert labels(picture) == [r"\langle\psi|", r"|\phi\rangle", r"\hat A", r"\hat B"]
    assert joins(picture) == (2, 2)
    behind = drawn(r"\langle\phi|\psi\rangle E \langle\psi|")
    assert [type(part) for part in behind.parts] == [Box, Box, Label, Box]


def test_a_resolution_of_the_identity_is_one_wire_with_the_sign():
    picture = drawn(r"\sum_k |k\rangle\langle k|")
    assert [type(part) for part in picture.parts] == [Box, Bond, Box]
    assert picture.parts[1].latex == r"\sum_{k}"
    assert picture.legs == SQUARE


def test_an_index_that_occurs_elsewhere_keeps_its_sign_in_front():
    picture = drawn(r"\sum_k o_k |k\rangle\langle k|")
    assert [type(part) for part in picture.parts] == [Label, Label, Box, Bond, Box]
    assert [p.latex for p in picture.parts if isinstance(p, Label | Bond)] == [
        r"\sum_{k}",
        r"o_{k}",
        "k",
    ]


def test_no_bond_between_different_indices():
    picture = drawn(r"\sum_{k,l} |k\rangle\langle l|")
    assert not any(isinstance(part, Bond) for part in picture.parts)
    assert [p.latex for p in picture.parts if isinstance(p, Label)] == [r"\sum_{k}", r"\sum_{l}"]


def test_a_sum_among_factors_stands_in_a_frame():
    picture = drawn(r"\hat A(\hat A + \hat B)|\psi\rangle")
    frame = picture.parts[1]
    assert isinstance(frame, Enclosed)
    assert (frame.mark, frame.legs) == ("frame", SQUARE)
    assert joins(picture) == (1 + 4, 2)


def test_a_number_among_maps_is_a_multiple_of_the_identity():
    assert drawn(r"\hat A - 1") == Sum(("+", "-"), (Box(r"\hat A", SQUARE), Wire(SQUARE)), SQUARE)
    picture = drawn(r"\hat A - E")
    assert picture.parts[1] == Product((Label("E"), Wire(SQUARE)))


def test_a_commutator_is_written_out():
    picture = drawn(r"[\hat A, \hat B]")
    assert picture.signs == ("+", "-")
    assert labels(picture) == [r"\hat A", r"\hat B", r"\hat B", r"\hat A"]


def test_an_adjoint_of_a_product_turns_its_legs():
    picture = drawn(r"(T\hat A)^\dagger")
    assert isinstance(picture, Power)
    assert (picture.exponent, picture.legs) == (r"\dagger", Legs("V", "W"))
    assert isinstance(picture.base, Enclosed)
    assert picture.base.mark == "frame"


def test_legs_bear_the_name_of_an_unusual_space():
    drawing = layout(drawn(r"T|\psi\rangle"))
    texts = [shape.content for shape in drawing.shapes if isinstance(shape, Text)]
    assert texts == ["W", "T", r"|\psi\rangle"]


def test_what_does_not_fit_is_refused():
    with pytest.raises(LanguageError, match="a leg of V meets W"):
        drawn(r"\hat A T")
    with pytest.raises(LanguageError, match="a leg of V meets no leg"):
        drawn(r"\hat A\langle\psi|")
    with pytest.raises(LanguageError, match="two vectors"):
        composed([Box("a", KET), Box("b", KET)])
    with pytest.raises(LanguageError, match="different legs"):
        added("++", [Box("a", KET), Box("b", BRA)])


def test_the_normal_form_multiplies_out():
    tree = read_expression(r"(\hat A + \hat B)^2 - \hat B\hat A", GLOSSARY)
    (picture,) = normal_forms(tree, GLOSSARY)
    assert isinstance(picture, Sum)
    assert sorted(labels(picture)) == [r"\hat A", r"\hat A^2", r"\hat B", r"\hat B^2"]


def test_zero_and_identity_keep_their_legs():
    empty = Glossary()
    assert picture_of_term(zero(W, V), empty) == Box("0", Legs("W", "V"))
    assert picture_of_term(identity(V), empty) == Wire(SQUARE)
    assert picture_of_term(identity(C), empty) == Label("1")


def test_a_symbol_of_the_glossary_keeps_its_notation():
    from derive.language.signature import atom_of

    term = letter(atom_of(GLOSSARY["A"], GLOSSARY))
    assert labels(picture_of_term(term, GLOSSARY)) == [r"\hat A"]
    assert labels(picture_of_term(term, Glossary())) == ["A"]


def ends_of_terms() -> st.SearchStrategy[Tree]:
    pairs = st.tuples(st.sampled_from(SPACES), st.sampled_from(SPACES))
    return pairs.flatmap(lambda pair: trees(*pair))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(ends_of_terms())
def test_the_legs_of_a_term_are_its_type(tree):
    term: Term = to_term(tree)
    picture = picture_of_term(term, Glossary())
    ends = ["" if end == C else end.name for end in term.ends]
    assert list(picture.legs) == ends
    summands = max(1, len(term.monomials))
    free = sum(bool(end) for end in ends)
    assert len(layout(picture).strokes("leg")) == summands * free


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(ends_of_terms())
def test_everything_stands_inside_the_page(tree):
    drawing = layout(picture_of_term(to_term(tree), Glossary()))
    for shape in drawing.shapes:
        points = [(shape.x, shape.y)] if isinstance(shape, Text) else shape.points
        for x, y in points:
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(ends_of_terms())
def test_boxes_overlap_nowhere_and_every_wire_ends_at_two(tree):
    drawing = layout(picture_of_term(to_term(tree), Glossary()))
    borders = []
    for outline in drawing.outlines():
        xs, ys = zip(*outline.points, strict=True)
        borders.append((min(xs), max(xs), min(ys), max(ys)))
    for place, (left, right, top, bottom) in enumerate(borders):
        for other in borders[place + 1 :]:
            beside = other[0] >= right or other[1] <= left
            assert beside or other[2] >= bottom or other[3] <= top
    for wire in drawing.strokes("wire"):
        assert isinstance(wire, Stroke)
        (start, y), (end, _) = wire.points
        assert any(abs(b[1] - start) < 0.01 and b[2] < y < b[3] for b in borders)
        assert any(abs(b[0] - end) < 0.01 and b[2] < y < b[3] for b in borders)


def test_a_matrix_has_its_entries_in_rows_and_columns():
    picture = drawn(r"2 \begin{bmatrix} E & \langle\phi|\psi\rangle \\ & 1 \end{bmatrix}^\dagger")
    assert isinstance(picture, Product)
    power = picture.parts[1]
    assert isinstance(power, Power)
    assert isinstance(power.base, Grid)
    assert power.base.rows[0][0] == Label("E")
    assert power.base.rows[1] == (Label(""), Label("1"))
    drawing = layout(power.base)
    place = {s.content: (s.x, s.y) for s in drawing.shapes if isinstance(s, Text)}
    assert place["E"][1] == place[r"|\psi\rangle"][1] < place["1"][1]
    assert place["E"][0] < place[r"\langle\phi|"][0] < place["1"][0] < place[r"|\psi\rangle"][0]
    assert len(drawing.strokes("bracket")) == 2


def test_the_identity_is_a_wire_in_an_equation_of_maps():
    for text in (r"\hat A\hat B = 1", r"1 = \hat A\hat B"):
        picture = picture_of_formula(read_formula(text, GLOSSARY), GLOSSARY)
        assert Wire(SQUARE) in picture.parts
    *_, zero_side = picture_of_formula(read_formula(r"\hat A = 0", GLOSSARY), GLOSSARY).parts
    assert zero_side == Label("0")
    *_, scalar_side = picture_of_formula(read_formula("E = 1", GLOSSARY), GLOSSARY).parts
    assert scalar_side == Label("1")
