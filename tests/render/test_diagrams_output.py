"""Diagrams as SVG and as TikZ: the labels, the columns, and that others can read the output."""

import subprocess
import xml.etree.ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive import Glossary, Suppose, Theorem, ket, operator, scalar
from derive.language.reader import read_expression, read_formula
from derive.render.diagrams.columns import entries_of, entries_of_formula
from derive.render.diagrams.layout import WIDEST, column, layout
from derive.render.diagrams.mathematics import Run, prose_runs, runs, width
from derive.render.diagrams.pictures import Box, Label, Legs, added
from derive.render.diagrams.shapes import Drawing, Text
from derive.render.diagrams.svg import svg
from derive.render.diagrams.tikz import tikz
from derive.render.diagrams.trees import picture_of, picture_of_term
from tests.conftest import MISSING_TOOL
from tests.kernel.strategies import SPACES, to_term, trees

SVG = "{http://www.w3.org/2000/svg}"
GLOSSARY = Glossary(
    scalar("a", "a", "real"),
    scalar("b", r"\beta_1", "real"),
    operator("O", r"\hat O", "hermitian"),
    operator("Psi", r"\Psi"),
    ket("one", r"|o_1\rangle"),
    ket("psi", r"|\psi\rangle"),
)
THEOREM = Theorem(
    "x.y",
    title="Rate < 50% & more",
    glossary=GLOSSARY,
    given={"eigenvector": r"\hat O|o_1\rangle = a|o_1\rangle"},
    claim=r"\langle o_1|\hat O|o_1\rangle = a\langle o_1|o_1\rangle",
    proof=[
        r"""
        \langle o_1|\hat O|o_1\rangle = \langle o_1|\hat O|o_1\rangle   % 50% of $\beta_1$ < 1 & so
                                      = a\langle o_1|o_1\rangle         % eigenvector
        """,
        Suppose({"more": r"\beta_1 = a"}, r"\beta_1 + a = a + a % more"),
    ],
)


def drawn(text: str) -> Drawing:
    return layout(picture_of(read_expression(text, GLOSSARY), GLOSSARY))


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\psi", [Run("ψ", True)]),
        (r"\Psi", [Run("Ψ", False)]),
        (r"\hat H", [Run("Ĥ", True)]),
        (r"\hbar\omega_c", [Run("ℏω", True), Run("c", True, -0.2, 0.7)]),
        (r"|o_{12}\rangle", [Run("|", False), Run("o", True), Run("12", False, -0.2, 0.7), Run("⟩", False)]),
        (r"\hat U^\dagger", [Run("Û", True), Run("†", False, 0.42, 0.7)]),
        (r"\mathrm{tr}", [Run("tr", False)]),
        (r"\mathbb{1}", [Run("𝟙", False)]),
        (r"\sin x", [Run("sin", False), Run("x", True)]),
        (r"a - 1", [Run("a", True), Run("\u2009−\u20091", False)]),
        (r"-1", [Run("−1", False)]),
        (r"\frac{a}{2b}", [Run("a", True), Run("/(2", False), Run("b", True), Run(")", False)]),
        (r"\sqrt{2}", [Run("√2", False)]),
    ],
)  # fmt: skip
def test_labels_as_text(latex, expected):
    assert list(runs(latex)) == expected


@pytest.mark.parametrize(
    "command", [r"\varepsilon", r"\varphi", r"\Lambda", r"\ell", r"\leftrightarrow"]
)
def test_no_command_is_shown_as_it_is_typed(command):
    (run,) = runs(command)
    assert len(run.text) == 1


def test_prose_has_formulas_between_dollar_signs():
    assert prose_runs(r"by $\beta$ so") == (
        Run("by ", False),
        Run("β", True),
        Run(" so", False),
    )


@given(
    st.lists(st.sampled_from([r"\psi", "a", "_{1}", r"\hat H", "m", "7"]), min_size=1, max_size=8)
)
def test_a_longer_label_is_wider(pieces):
    latex = "x" + "".join(piece for piece in pieces if piece[0] != "_")
    assert width(latex + "w") > width(latex) > 0


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(*[st.sampled_from(SPACES)] * 2).flatmap(lambda ends: trees(*ends)), st.text())
def test_every_term_is_drawn_as_xml_with_its_boxes(tree, title):
    drawing = layout(picture_of_term(to_term(tree), Glossary()))
    root = ET.fromstring(svg(drawing, title))
    paths = root.findall(f"{SVG}path")
    outlines = [path for path in paths if path.get("class") in ("operator", "ket", "bra", "frame")]
    assert len(outlines) == len(drawing.outlines())
    assert len(root.findall(f"{SVG}text")) == sum(isinstance(s, Text) for s in drawing.shapes)
    assert tikz(drawing).count(r"\draw") == len(paths)


def test_svg_is_accessible_and_takes_the_colour_of_its_page():
    text = svg(drawn(r"\hat O|o_1\rangle"), 'a < b & "c" \x00')
    root = ET.fromstring(text)
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == 'a < b & "c" '
    assert root.get("stroke") == "currentColor"
    assert {element.get("fill") for element in root.iter(f"{SVG}text")} == {"currentColor"}
    assert "#" not in text
    assert "<style" not in text


def test_svg_of_an_eigenvector():
    root = ET.fromstring(svg(drawn(r"\hat O|o_1\rangle"), "t"))
    kinds = [path.get("class") for path in root.findall(f"{SVG}path")]
    assert kinds == ["leg", "operator", "wire", "ket"]
    assert ["".join(text.itertext()) for text in root.findall(f"{SVG}text")] == ["Ô", "|o1⟩"]


def test_subscripts_return_to_the_line():
    root = ET.fromstring(svg(drawn(r"|o_1\rangle"), "t"))
    (label,) = root.findall(f"{SVG}text")
    moves = [float(span.get("dy", "0")) for span in label]
    assert sum(moves) == pytest.approx(0)
    assert max(moves) > 0


def test_tikz_of_an_eigenvector():
    lines = tikz(drawn(r"\hat O|o_1\rangle")).splitlines()
    assert [line.split("]")[0].strip() for line in lines if r"\draw" in line] == [
        r"\draw[leg",
        r"\draw[operator",
        r"\draw[wire",
        r"\draw[ket",
    ]
    nodes = [line.split("{", 1)[1] for line in lines if r"\node" in line]
    assert nodes == [r"$\hat O$};", r"$|o_1\rangle$};"]


def test_a_column_is_aligned_at_its_relations():
    entries = entries_of(THEOREM)
    assert [entry.relation for entry in entries] == ["=", "=", "=", "="]
    assert [entry.left is None for entry in entries] == [False, True, False, False]
    assert [entry.note for entry in entries] == [
        r"50% of $\beta_1$ < 1 & so",
        "eigenvector",
        "suppose: more",
        "more",
    ]
    texts = [shape for shape in column(entries).shapes if isinstance(shape, Text)]
    signs = [text for text in texts if text.content == "="]
    assert len({text.x for text in signs}) == 1
    assert len({text.x for text in texts if text.is_prose}) == 1
    assert [text.y for text in signs] == sorted({text.y for text in signs})


def test_a_theorem_without_a_proof_shows_its_claims():
    bare = Theorem("x.z", glossary=GLOSSARY, claim=[r"a = a", r"\hat O = \hat O"])
    assert len(entries_of(bare)) == 2


def test_a_clause_is_one_line():
    text = r"\forall a: a = 0 \Rightarrow a|\psi\rangle = 0"
    (entry,) = entries_of_formula(read_formula(text, GLOSSARY), GLOSSARY, "note")
    assert (entry.relation, entry.note) == ("", "note")
    labels = [shape.content for shape in column([entry]).shapes if isinstance(shape, Text)]
    assert labels[0] == r"\forall a:"
    assert r"\Rightarrow" in labels
    assert labels[-1] == "note"


def test_a_chain_goes_on_below():
    tree = read_formula(r"a = \beta_1 = 0", GLOSSARY)
    first, second = entries_of_formula(tree, GLOSSARY)
    assert first.left == Label("a")
    assert second.left is None


def test_long_sums_are_broken_into_lines():
    box = Box("A", Legs("V", "V"))
    short, long = layout(added("+" * 3, [box] * 3)), layout(added("+" * 60, [box] * 60))
    assert long.height > 3 * short.height
    assert long.width < WIDEST + 100


def test_the_layout_is_deterministic():
    text = r"\hat O\Psi|o_1\rangle\langle\psi|"
    assert svg(drawn(text), "t") == svg(drawn(text), "t")


@pytest.mark.tex
def test_tikz_compiles_with_tikz_alone(tmp_path, require_tool):
    engine = require_tool("pdflatex", "apt-get install texlive-latex-base")
    finder = require_tool("kpsewhich", "apt-get install texlive-binaries")
    if subprocess.run([finder, "tikz.sty"], capture_output=True, check=False).returncode:
        pytest.skip(f"{MISSING_TOOL}tikz.sty (apt-get install texlive-pictures)")
    samples = [
        r"\hat O|o_1\rangle",
        r"\langle o_1|\Psi^\dagger\hat O|\psi\rangle",
        r"\frac{|\langle o_1|\psi\rangle|^2}{\langle\psi|\psi\rangle}",
        r"(\hat O + \Psi)^2 - \beta_1",
        r"\sqrt{\langle\psi|\psi\rangle} + \| |\psi\rangle \|",
    ]
    pictures = [tikz(drawn(sample)) for sample in samples] + [tikz(column(entries_of(THEOREM)))]
    document = [r"\documentclass{article}\usepackage{tikz}\begin{document}", *pictures]
    (tmp_path / "main.tex").write_text("\n\n".join([*document, r"\end{document}"]), "utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "main.tex"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-2000:]
