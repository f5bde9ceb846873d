"""What all tests share: tools outside Python that they may need, and the settings of Hypothesis."""

import os
import shutil
from collections.abc import Callable, Generator

import pytest
from hypothesis import settings

MISSING_TOOL = "missing tool: "

if not os.environ.get("CI"):  # where Hypothesis has a profile of its own, without deadlines too
    settings.register_profile("default", deadline=None)
    settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-mutants", action="store_true", help="check all mutants of the theorems, not a tenth"
    )


@pytest.fixture(scope="session")
def require_tool() -> Callable[[str, str], str]:
    """Give the path of a program, or skip the test with a hint how to get it; in CI, fail."""

    def require(name: str, hint: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{MISSING_TOOL}{name} ({hint})")
        return path

    return require


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, a test that skips for want of a tool has failed."""
    report = yield
    if os.environ.get("CI") and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason.startswith(MISSING_TOOL):
            report.outcome = "failed"
            report.longrepr = f"{reason}; in CI every tool must be there"
    return report
