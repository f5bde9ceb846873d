"""What is wrong, where it stands, and what is left over."""

from __future__ import annotations

import runpy
import time
from pathlib import Path

import pytest

from derive import Suppose, Theorem, operator
from derive.checking import prove
from derive.checking.statement import lower
from derive.theorem import Malformed, TheoremError
from tests.checking.lecture import GLOSSARY, HEADER, failure_of, line_of, stated

CHAIN = '''
theorem = Theorem(
    "file.chain",
    glossary=glossary,
    given={
        "slope": definition("y = 2x"),
        "shift": law(
            "z = y + 1",
        ),
    },
    claim="z^2 = (2x + 1)^2",
    proof=[
        r"""
        z = y + 1        % shift
          = 2x + 1       % slope
        """,
        Suppose({"zero": "w = 0"}, r"""
            w x = 0      % zero
        """),
        r"""
        z^2 = (y + 1)^2  % shift
            = (2x + 1)^2 % slope
        """,
    ],
)
'''


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("= 2x + 1       % slope", "= 2x - 1       % slope", "step 2 does not follow from slope"),
        ("= 2x + 1       % slope", "= 2x + 1       % shift", "step 2 does not follow from shift"),
        ("= 2x + 1       % slope", "= 2x + 1       % algebra", "step 2 does not follow by algebra alone"),
        ("= 2x + 1       % slope", "= 2x + 1       % slop", "did you mean 'slope'?"),
        ("= 2x + 1       % slope", "= 2x + + 1     % slope", "in the proof"),
        ("= 2x + 1       % slope", "= 2x + q       % slope", "in the proof"),
        ("= 2x + 1       % slope", "= 2x + m       % slope", "in the proof"),
        ("w x = 0      % zero", "w x = 1      % zero", "step 3 does not follow from zero"),
        ("w x = 0      % zero", "w x = )      % zero", "in the proof"),
        ("= (2x + 1)^2 % slope", "= (2x + 1)^3 % slope", "step 5 does not follow from slope"),
        ('"slope": definition("y = 2x")', '"slope": definition("y = 2q")', "in the hypothesis 'slope'"),
        ('"z = y + 1",', '"z = y + 1 +",', "in the hypothesis 'shift'"),
        ('"z = y + 1",', '"z = y + m",', "in the hypothesis 'shift'"),
        ('{"zero": "w = 0"}', '{"zero": "w = m"}', "in the hypothesis 'zero'"),
        ('claim="z^2 = (2x + 1)^2"', 'claim="z^2 = (2x + 1)^"', "in the claim"),
        ('claim="z^2 = (2x + 1)^2"', 'claim="z^2 = m"', "in the claim"),
    ],
)
def test_the_error_is_on_the_line_of_the_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert CHAIN.count(old) == 1
    source = CHAIN.replace(old, new)
    error = failure_of(tmp_path / "lecture file.py", source)
    assert message in str(error)
    assert error.location is not None
    assert (error.location.path, error.location.line) == (str(tmp_path / "lecture file.py"), line_of(source, new))
    assert error.theorem == "file.chain"
    assert str(error).startswith(f"{error.location}: file.chain: ")


def test_the_chain_without_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "right.py"
    path.write_text(HEADER + CHAIN)
    names: dict[str, object] = {}
    exec(compile(path.read_text(), str(path), "exec"), names)
    assert prove(names["theorem"], {}).status == "proved"  # type: ignore[arg-type]


def test_each_claim_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "claims.py"
    source = STATEMENT.replace('"weight": weight,', "")
    path.write_text(HEADER + source)
    lowered = lower(runpy.run_path(str(path))["theorem"], {})
    lines = [line_of(source, '        "x = y",\n        "2x '.split("\n")[1]), line_of(source, '"2x "')]
    assert [place.line for place in lowered.claim_places] == [lines[0] - 1, lines[1]]
    assert len(lowered.claims) == 2


def test_a_claim_that_does_not_follow_is_at_its_own_line(tmp_path: Path) -> None:
    source = CHAIN.replace('claim="z^2 = (2x + 1)^2"', 'claim="z^2 = (2x - 1)^2"')
    error = failure_of(tmp_path / "claim.py", source)
    assert "the claim does not follow from what the proof shows" in str(error)
    assert "left over: 8x = 0" in str(error)
    assert error.location is not None
    assert error.location.line == line_of(source, 'claim="z^2 = (2x - 1)^2"')


def test_all_failing_lines_are_reported_together(tmp_path: Path) -> None:
    source = CHAIN.replace("= 2x + 1       % slope", "= 3x + 1       % slope")
    source = source.replace("w x = 0      % zero", "w x = 2      % zero")
    source = source.replace("= (2x + 1)^2 % slope", "= (2x + 1)^2 % slop")
    error = failure_of(tmp_path / "several.py", source)
    text = str(error)
    lines = [line_of(source, part) for part in ("3x + 1", "w x = 2", "% slop\n".strip())[:2]]
    assert [f"several.py:{line}: " in text for line in lines] == [True, True]
    assert "step 2 does not follow from slope" in text
    assert "left over: -x = 0" in text
    assert "step 3 does not follow from zero" in text
    assert "the reason 'slop' names no hypothesis" in text
    assert text.count("file.chain: ") == 3


@pytest.mark.parametrize(
    ("claim", "given", "left"),
    [
        ("z = 2x + 2", {"slope": "y = 2x", "shift": "z = y + 1"}, "left over: -1 = 0"),
        (r"\hat A\hat B = \hat B\hat A", {"other": r"\hat A\hat H = \hat H\hat A"}, r"left over: \hat A\hat B - \hat B\hat A = 0"),
        (r"x \le y", {"known": r"y \le x"}, r"left over: y - x \ge 0"),
        (r"\sum_i f_i = \sum_i x", {}, r"left over: \sum_{i}f_{i} - x\#I = 0"),
    ],
)
def test_what_is_left_over_is_in_the_notation_of_the_author(claim: str, given: dict[str, str], left: str) -> None:
    with pytest.raises(TheoremError) as failure:
        prove(stated(claim, **given), {})
    assert left in str(failure.value)


def test_a_timeout_says_so() -> None:
    theorem = stated("z = 2x + 1", slope="y = 2x", shift="z = y + 1")
    with pytest.raises(TheoremError, match="the search ran out of time"):
        prove(theorem, {}, timeout=0)
    start = time.monotonic()
    assert prove(theorem, {}, timeout=60).status == "proved"
    assert time.monotonic() - start < 30


# Where a statement is wrong.

STATEMENT = r'''
from tests.checking.lecture import weight
import sympy

theorem = Theorem(
    "file.statement",
    glossary=glossary,
    given={
        "same": "x = y",
        "twice": "x = y",
        "object": sympy.Eq(sympy.Symbol("F"), sympy.Symbol("G")),
        "matrix": r"""
            \begin{bmatrix} x & y \\
            y & x \end{bmatrix} = 0
        """,
        "weight": weight,
    },
    claim=[
        "x = y",
        "2x "
        "= 2y",
    ],
)
'''


@pytest.mark.parametrize(
    ("old", "new", "where", "message"),
    [
        ('"twice": "x = y"', '"twice": "x = m"', '"twice"', "in the hypothesis 'twice'"),
        ('"twice": "x = y"', r'"twice": r"x = |v\rangle"', '"twice"', "in the hypothesis 'twice'"),
        ('"twice": "x = y"', r'"twice": r"x = \frac{1}{y}"', '"twice"', "in the hypothesis 'twice'"),
        ('sympy.Symbol("G")', 'sympy.Symbol("m")', '"object"', "in the hypothesis 'object'"),
        ('sympy.Symbol("G")', 'sympy.Symbol("q")', '"object"', "in the hypothesis 'object'"),
        ("y & x", "y & m", "y & m", "in the hypothesis 'matrix'"),
        ("y & x", r"y & x + |v\rangle", r"y & x + |v\rangle", "in the hypothesis 'matrix'"),
        ('        "x = y",\n', '        "x = m",\n', '"x = m"', "in the claim"),
        ('"= 2y"', '"= 2m"', '"2x "', "in the claim"),
        ('"= 2y"', '"= 2q"', '"2x "', "in the claim"),
        ("weight,", "weight.at(F=\n'x + q'),", "'x + q'", "in the hypothesis 'weight'"),
        ("weight,", "weight.at(q='x'),", '"weight"', "lecture.weight has no symbol 'q'"),
    ],
)
def test_what_is_wrong_with_a_statement_is_at_its_own_line(
    tmp_path: Path, old: str, new: str, where: str, message: str
) -> None:
    assert STATEMENT.count(old) == 1
    source = STATEMENT.replace(old, new)
    error = failure_of(tmp_path / "statement.py", source)
    assert isinstance(error, Malformed)
    assert message in str(error)
    assert error.location is not None
    assert error.location.line == line_of(source, where), error.location


INDEX = r'''
theorem = Theorem(
    "file.index",
    glossary=glossary,
    given={
        "zero": r"\forall i: f_i = 0",
        "one": r"\forall i: f_i = 1",
    },
    claim="1 = 0",
    proof="""
        1 = f_i    % one
          = 0      % zero
    """,
)
'''


def test_an_index_of_the_proof_alone_is_refused_at_the_line_that_speaks_of_it(tmp_path: Path) -> None:
    error = failure_of(tmp_path / "index.py", INDEX)
    assert error.location is not None
    assert error.location.line == line_of(INDEX, "1 = f_i")


def test_what_does_not_follow_is_not_malformed() -> None:
    with pytest.raises(TheoremError) as failure:
        prove(stated("x = y"), {})
    assert not isinstance(failure.value, Malformed)


# What there need not be.

EVERY = {"zero": r"\forall i: f_i = 0", "one": r"\forall i: f_i = 1"}


@pytest.mark.parametrize("proof", ["f_i = 0 % zero\nf_i = 1 % one\n1 = 0 % above", "1 = f_i % one\n = 0 % zero"])
def test_an_index_of_the_proof_alone_is_refused(proof: str) -> None:
    """There are no i if the set is empty; then the hypotheses say nothing, and 1 is not 0."""
    with pytest.raises(Malformed) as failure:
        prove(stated("1 = 0", proof, **EVERY), {})
    text = str(failure.value)
    assert "the proof speaks of the index i, but neither hypotheses nor claims do: the set I may be empty" in text
    assert r"hint: bind it (\forall, \sum, Suppose), or speak of it in the claim" in text


def test_nothing_follows_from_what_holds_for_all_of_an_empty_set() -> None:
    with pytest.raises(TheoremError, match="the claim does not follow"):
        prove(stated("1 = 0", **EVERY), {})
    with pytest.raises(TheoremError):
        prove(stated("1 = 0", Suppose({"other": "f_i = x"}, "1 = f_i % one\n = 0 % zero"), **EVERY), {})


def test_an_index_of_the_statement_is_there() -> None:
    """Then the theorem says: for all i; and nobody can cite it without one."""
    proof = prove(stated("f_i = 1", "f_i = 1 % one", **EVERY), {})
    assert [variable.name for variable in proof.closed[0].variables] == ["f", "i"]


def test_an_index_that_only_a_citation_speaks_of_is_refused() -> None:
    contradiction = Theorem("lecture.contradiction", glossary=GLOSSARY, given={**EVERY, "here": "f_i = x"}, claim="1 = 0", proof="1 = f_i % one\n = 0 % zero")
    known = {contradiction.name: prove(contradiction, {})}
    with pytest.raises(Malformed, match="the proof speaks of the index i"):
        prove(stated("1 = 0", contradiction=contradiction, **EVERY), known)
    citing = stated("1 = 0", contradiction=contradiction, here="f_i = y", **EVERY)
    assert "i" in [variable.name for variable in prove(citing, known).closed[0].variables]


def test_an_invertible_operator_of_the_proof_alone_is_refused() -> None:
    """Between spaces of different dimensions there is none."""
    glossary = GLOSSARY.extend(operator("S", r"\hat S", "invertible", domain="V", codomain="W"))
    theorem = Theorem("lecture.same", glossary=glossary, claim="x = x", proof=r"\hat S x = x \hat S")
    with pytest.raises(Malformed, match="the proof speaks of the invertible operator S"):
        prove(theorem, {})
