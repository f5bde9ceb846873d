"""What is wrong, where it stands, and what is left over."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from derive.checking import prove
from derive.theorem import TheoremError
from tests.checking.lecture import HEADER, failure_of, line_of, stated

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


def test_a_claim_that_does_not_follow_is_where_the_theorem_is(tmp_path: Path) -> None:
    source = CHAIN.replace('claim="z^2 = (2x + 1)^2"', 'claim="z^2 = (2x - 1)^2"')
    error = failure_of(tmp_path / "claim.py", source)
    assert "the claim does not follow from what the proof shows" in str(error)
    assert "left over: 8x = 0" in str(error)
    assert error.location is not None
    assert error.location.line == line_of(source, "theorem = Theorem(")


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
