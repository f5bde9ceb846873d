"""The pytest plugin: `pytest proofs/` collects theorems, the lines of their proofs, and errata.

What is imported here is pytest and the standard library alone: the rest of `derive`, and SymPy, are
imported when a file with theorems is collected, so that other projects do not pay for the plugin.

A line that does not follow fails if a counterexample is found, and is *undecided* otherwise.  What
is undecided fails the run, too, unless `--derive-undecided=allow` is given.

Reading order: here the options, `finding` (which files are collected), `collecting` (the items),
`checks` (what became of theorems), `reporting` (what the terminal shows).
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Generator
from pathlib import Path

import pytest

from derive.pytest_plugin import reporting
from derive.pytest_plugin.collecting import ProofFile, close, select
from derive.pytest_plugin.finding import (
    holds_proofs,
    is_no_module_of_tests,
    is_proof_file,
    uses_derive,
)
from derive.pytest_plugin.profiles import PROFILES


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the plugin."""
    group = parser.getgroup("derive", "theorems of derive")
    group.addoption(
        "--derive-examples",
        type=_count,
        metavar="N",
        help="Models in which each theorem is tested besides its proof; 0 for none "
        "[default: that of the profile].",
    )
    group.addoption(
        "--derive-seed",
        type=int,
        metavar="N",
        help="What the random choices of models begin with [default: that of the profile].",
    )
    group.addoption(
        "--derive-profile",
        choices=sorted(PROFILES),
        default="ci" if os.environ.get("CI") else "default",
        help="default: another seed each time; ci: always the same, and the default where the "
        "variable CI is set; nightly: many more examples.",
    )
    group.addoption(
        "--derive-undecided",
        choices=("fail", "allow"),
        default="fail",
        help="Whether the run fails if something is neither proved nor refuted [default: fail].",
    )
    group.addoption(
        "--derive-timeout",
        type=_seconds,
        default=60.0,
        metavar="SECONDS",
        help="How long the search for the proof of one theorem may take; a claim of an erratum, "
        "at most 20 [default: 60].",
    )
    parser.addini(
        "derive_proofs",
        type="args",
        default=["proofs"],
        help="Folders of theorems: names, or patterns such as lectures/*/proofs.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Fill in what the profile says; workers of pytest-xdist are given the result."""
    uses_derive.cache_clear()  # as files may have changed since another run in this process
    profile = PROFILES[config.option.derive_profile]
    if config.option.derive_examples is None:
        config.option.derive_examples = profile.examples
    if config.option.derive_seed is None:
        drawn = random.SystemRandom().randrange(10**6)
        config.option.derive_seed = drawn if profile.seed is None else profile.seed


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Collect a file of theorems; it is no module of tests, also where it is named on the line."""
    collected = yield
    if not is_proof_file(file_path, parent.config.getini("derive_proofs")):
        return collected
    if is_no_module_of_tests(file_path):
        collected = [one for one in collected if type(one) is not pytest.Module]
    return [*collected, ProofFile.from_parent(parent, path=file_path)]


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Not as a package of tests, of which pytest would import `__init__.py` under its own name."""
    if not holds_proofs(path, parent.config.getini("derive_proofs")):
        return None
    folder: pytest.Dir = pytest.Dir.from_parent(parent, path=path)
    return folder


def pytest_collection_finish(session: pytest.Session) -> None:
    """Tell what is to be checked, so that several searches can run at once."""
    select(session)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End searches that are still running."""
    close(session)


pytest_runtest_makereport = reporting.pytest_runtest_makereport
pytest_report_teststatus = reporting.pytest_report_teststatus
pytest_terminal_summary = reporting.pytest_terminal_summary


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of examples")
    return int(text)


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return number
