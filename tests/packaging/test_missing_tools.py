"""A test that needs a missing program is skipped; in CI it fails."""

from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
TESTS = """
import pytest

def test_tool(require_tool):
    require_tool("no-such-program", "apt-get install it")

@pytest.mark.skipif(True, reason="not on this platform")
def test_platform():
    pass

@pytest.mark.xfail
def test_expected():
    raise AssertionError
"""


@pytest.fixture
def run(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST.read_text())
    pytester.makepyfile(TESTS)
    return pytester


def test_skipped_elsewhere(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    result = run.runpytest_subprocess("-rs")
    result.assert_outcomes(skipped=2, xfailed=1)
    result.stdout.fnmatch_lines(["*missing tool: no-such-program (apt-get install it)"])


def test_failed_in_ci(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    result = run.runpytest_subprocess()
    result.assert_outcomes(failed=1, skipped=1, xfailed=1)
    result.stdout.fnmatch_lines(["*missing tool: no-such-program*in CI every tool must be there"])


def test_found(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text())
    pytester.makepyfile("def test_tool(require_tool): assert require_tool('sh', '').endswith('sh')")
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
