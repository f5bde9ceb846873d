"""What the terminal shows besides what pytest itself does: what is undecided, and the examples.

Main results: the hooks `pytest_runtest_makereport`, `pytest_report_teststatus`,
`pytest_terminal_summary`.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from derive.pytest_plugin.collecting import ProofItem, Undecided

UNDECIDED = "undecided"
"""The name of the status, and of the attribute of a report that has the message."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Mark what is undecided, and let it pass as skipped if that is allowed.

    What is skipped is so at its place in the author's file.
    """
    report = yield
    if not isinstance(item, ProofItem) or call.excinfo is None:
        return report
    message = str(call.excinfo.value)
    if isinstance(call.excinfo.value, Undecided):
        setattr(report, UNDECIDED, message)
        if item.config.option.derive_undecided == "allow":
            report.outcome = "skipped"
    if report.skipped:
        report.longrepr = (item.place.path, item.place.line, f"Skipped: {message}")
    return report


def pytest_report_teststatus(
    report: pytest.CollectReport | pytest.TestReport,
) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
    """Count what is undecided by itself, with a letter of its own."""
    if not hasattr(report, UNDECIDED):
        return None
    return UNDECIDED, "?", (UNDECIDED.upper(), {"yellow": True})


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show what is undecided, and how the examples can be had again."""
    reports = terminalreporter.getreports(UNDECIDED)
    if reports and config.option.tbstyle != "no":
        terminalreporter.write_sep("=", UNDECIDED.upper())
        for report in reports:
            terminalreporter.write_sep("_", report.head_line, yellow=True, bold=True)
            terminalreporter.write_line(getattr(report, UNDECIDED))
    tested = [
        number
        for reports in terminalreporter.stats.values()
        for report in reports
        for number in _examples(report)
    ]
    if tested:
        seed = config.option.derive_seed
        models = f"{_counted(sum(tested), 'model')} of {_counted(len(tested), 'theorem')}"
        terminalreporter.write_sep("-", f"derive: {models}, --derive-seed={seed}")


def _examples(report: Any) -> list[int]:
    """The number of models that a report tells of."""
    if getattr(report, "when", "") != "call":
        return []
    return [value for name, value in report.user_properties if name == "examples"]


def _counted(number: int, what: str) -> str:
    return f"{number} {what if number == 1 else what + 's'}"
