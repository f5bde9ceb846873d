"""What becomes of theorems: passed, failed, undecided; in one process and in several."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

import pytest

from derive.pytest_plugin import checks
from derive.refuter import testing
from tests.plugin.conftest import FALSE_LINE, GAP, SQUARE, Project

GIVEN = 'given={"area": definition("S = a b"), "shape": "b = 2 a"},'


def test_what_is_proved_passes_and_its_certificate_is_kept(project: Project) -> None:
    assert project.run("proofs").parseoutcomes() == {"passed": 3}
    assert list((project.folder / ".derive").glob("*.json"))
    assert project.run("proofs").parseoutcomes() == {"passed": 3}


def test_a_false_line_fails_with_a_counterexample(empty: Project) -> None:
    empty.write("proofs/square.py", FALSE_LINE.replace('claim="S = 2', 'claim="S = 3'))
    result = empty.run("proofs")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes() == {"passed": 1, "failed": 2}
    result.stdout.fnmatch_lines(
        [
            "*square.double step 2*",
            "proofs/square.py:12: step 2 does not follow from shape:",
            "left over: -a^2 = 0",
        ]
    )
    (told,) = [line for line in result.outlines if line.startswith("counterexample: ")]
    a, b, area, left_over = map(Fraction, re.findall(r"-?\d+(?:/\d+)?", told.replace("−", "-")))
    assert (b, area) == (2 * a, a * b)
    assert left_over == area - 3 * a**2 != 0


def test_what_is_undecided_fails_the_run_and_is_counted_by_itself(empty: Project) -> None:
    empty.write("proofs/square.py", GAP)
    result = empty.run("-v")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes() == {"passed": 1, "undecided": 2}
    result.stdout.fnmatch_lines(
        [
            "*::step 2 UNDECIDED*",
            "*= UNDECIDED =*",
            "proofs/square.py:12: step 2 does not follow from area:",
            "no counterexample in * models",
        ]
    )


def test_what_fails_for_want_of_laws_of_e_is_undecided(empty: Project) -> None:
    text = SQUARE.partition("double = ")[0]
    text += 'one = Theorem("square.one", glossary=glossary, claim="e^{0} = 1")'
    empty.write("proofs/square.py", text)
    result = empty.run()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes() == {"undecided": 1}
    result.stdout.fnmatch_lines(["where e and π have no laws: e⁰ = *"])


def test_what_is_undecided_can_be_allowed_and_is_still_shown(empty: Project) -> None:
    empty.write("proofs/square.py", GAP)
    result = empty.run("--derive-undecided=allow", "--junitxml=report.xml")
    assert result.ret == pytest.ExitCode.OK
    assert result.parseoutcomes() == {"passed": 1, "undecided": 2}
    result.stdout.fnmatch_lines(["proofs/square.py:12: step 2 does not follow from area:"])
    root = ElementTree.parse(empty.folder / "report.xml").getroot()
    told = [one.get("message") or "" for one in root.iter("skipped")]
    assert len(told) == 2
    assert "step 2 does not follow" in told[0]


def test_a_false_theorem_fails_also_where_what_is_undecided_is_allowed(empty: Project) -> None:
    empty.write("proofs/square.py", FALSE_LINE)
    assert empty.run("--derive-undecided=allow").ret == pytest.ExitCode.TESTS_FAILED


def test_the_last_failures_are_run_again(empty: Project) -> None:
    empty.write("proofs/square.py", GAP)
    empty.run()
    again = empty.run("--lf")
    assert again.parseoutcomes() == {"undecided": 2, "deselected": 1}


def test_the_report_for_other_programs(broken: Project) -> None:
    broken.run("--junitxml=report.xml", "-k", "right or false_line", examples=2)
    root = ElementTree.parse(broken.folder / "report.xml").getroot()
    cases = {(c.get("classname", ""), c.get("name")): c for c in root.iter("testcase")}
    failed = cases["proofs.rectangles.rectangles.false_line", "step 2"].find("failure")
    assert failed is not None
    assert (failed.get("message") or "").startswith(
        "proofs/rectangles.py:26: step 2 does not follow"
    )
    tested = cases["proofs.rectangles.rectangles.right", "examples"].find("properties/property")
    assert tested is not None
    assert (tested.get("name"), tested.get("value")) == ("examples", "2")


def test_several_processes_come_to_the_same(empty: Project) -> None:
    empty.write("proofs/square.py", GAP)
    empty.write("proofs/other.py", FALSE_LINE.replace("square.", "other."))
    alone, together = empty.run(examples=2), empty.run("-n", "2", examples=2)
    counts = together.parseoutcomes()
    assert counts == alone.parseoutcomes()
    assert counts["undecided"] == 2
    together.stdout.fnmatch_lines(["counterexample: a = *, b = *"])


def test_a_circle_of_citations_is_an_error_and_no_traceback(project: Project) -> None:
    cited = 'given={"area": definition("S = a b"), "shape": "b = 2 a", "self": None},'
    path = project.folder / "proofs/square.py"
    text = path.read_text().replace(GIVEN, cited).replace("double = ", "double = one = ")
    path.write_text(text + '\none._given["self"] = one\n')
    result = project.run()
    result.stdout.fnmatch_lines(["proofs/square.py:*: cyclic citation: square.double cites *"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_examples_are_counted_and_can_be_had_again(project: Project) -> None:
    result = project.run("--derive-seed=7", examples=3)
    assert result.parseoutcomes() == {"passed": 4}
    result.stdout.fnmatch_lines(["*derive: 3 models of 1 theorem, --derive-seed=7*"])


def test_a_failing_example_is_kept_for_the_next_run(empty: Project) -> None:
    empty.write("proofs/square.py", FALSE_LINE)
    first, again = (empty.run(f"--derive-seed={seed}") for seed in (1, 2))
    told = [[one for one in run.outlines if "counterexample" in one] for run in (first, again)]
    assert told[0] == told[1] != []
    assert any((empty.folder / ".derive" / "examples").iterdir())


def test_hypotheses_without_a_model_are_no_success(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(testing, "_SEARCH_SECONDS", 0.2)
    path = project.folder / "proofs/square.py"
    path.write_text(path.read_text().replace(GIVEN, GIVEN.replace("b = 2 a", "b = 2 a - 2 a")))
    result = project.run("-rs", "-k", "examples", examples=1)
    assert result.parseoutcomes()["skipped"] == 1
    result.stdout.fnmatch_lines(["SKIPPED*proofs/square.py:5: possibly vacuous: no model*"])


def test_a_model_of_another_form_is_a_failure(project: Project) -> None:
    """Also where the theorem is proved, as nothing was tested."""
    path = project.folder / "proofs/square.py"
    path.write_text(path.read_text().replace(GIVEN, f'{GIVEN}\n    models=[{{"a": 0.5}}],'))
    result = project.run(examples=1)
    assert result.parseoutcomes() == {"passed": 3, "failed": 1}
    result.stdout.fnmatch_lines(["proofs/square.py:9: in models: an entry of a is no exact*"])


def test_a_model_in_which_a_proved_theorem_fails_is_a_failure(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be an error of derive itself; here another theorem is tested in its place."""
    project.write("proofs/other.py", FALSE_LINE.replace("square.", "other."))
    real = testing.check_in_models

    def exchanged(theorem: object, **options: object) -> testing.Report:
        items, _ = project.pytester.inline_genitems("proofs/other.py", "-p", "no:cacheprovider")
        return real(items[0].theorem, **options)  # type: ignore[attr-defined, arg-type]

    monkeypatch.setattr(checks, "check_in_models", exchanged)
    result = project.run("proofs/square.py", examples=2)
    assert result.parseoutcomes() == {"passed": 3, "failed": 1}
    result.stdout.fnmatch_lines(["proofs/other.py:12: step 2: *", "counterexample: *"])


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--derive-examples=-1", "*--derive-examples: '-1' is no number of examples*"),
        ("--derive-examples=many", "*--derive-examples: 'many' is no number of examples*"),
        ("--derive-timeout=0", "*--derive-timeout: '0' is no number of seconds*"),
        ("--derive-profile=weekly", "*--derive-profile: invalid choice: 'weekly'*"),
        ("--derive-undecided=perhaps", "*--derive-undecided: invalid choice: 'perhaps'*"),
    ],
)
def test_wrong_options_are_refused(project: Project, option: str, message: str) -> None:
    result = project.run(option)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([message])
