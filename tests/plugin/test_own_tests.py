"""What a test of one's own can use of `derive`, in a project with a folder of theorems."""

from __future__ import annotations

from tests.plugin.conftest import Project

OWN = """
from pathlib import Path
from hypothesis import given, settings
from derive.library import Library
from derive.refuter.sampling import models
from derive.refuter.testing import check_in_models
from derive.strategies import hermitian_matrices

double = Library.load(Path(__file__).parent / "proofs")["square.double"]


def test_the_theorem_in_models():
    assert check_in_models(double, examples=5).verdict == "held"


@settings(max_examples=10, derandomize=True, deadline=None, database=None)
@given(models(double))
def test_one_side_is_twice_the_other(model):
    side = {atom.name: model.value(atom) for atom in model.values}
    assert side["b"] == side["a"] + side["a"]


@settings(max_examples=10, derandomize=True, deadline=None, database=None)
@given(models(double))
def test_what_is_false_has_a_counterexample(model):
    side = {atom.name: model.value(atom) for atom in model.values}
    assert side["b"] == side["a"]


@settings(max_examples=10, derandomize=True, deadline=None, database=None)
@given(hermitian_matrices())
def test_squares_of_hermitian_matrices(matrix):
    assert (matrix @ matrix).adjoint() == matrix @ matrix
"""


def test_checks_and_strategies_can_be_imported(project: Project) -> None:
    project.write("test_own.py", OWN)
    result = project.run("test_own.py", "-p", "no:cacheprovider")
    assert result.parseoutcomes() == {"passed": 3, "failed": 1}
    result.stdout.fnmatch_lines(["FAILED test_own.py::test_what_is_false_has_a_counterexample*"])
