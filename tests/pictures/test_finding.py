"""Pictures are found by name: in a folder, else in the installed library."""

import subprocess
import sys
from pathlib import Path

import pytest

from derive.loading import LIBRARY, LoadError, NotFound
from derive.pictures import find, pictures_of

SOURCE = """
from derive.pictures import picture

@picture("{name}", caption="A mark.", alt="A cross.")
def mark(t):
    return "<svg xmlns='http://www.w3.org/2000/svg'/>"
"""


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        path = tmp_path / "proofs" / name / "pictures.py"
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return tmp_path / "proofs"


def test_the_library_has_those_of_the_lectures():
    assert list(pictures_of(LIBRARY)) == [
        "fractional.strings",
        "hall.plateaus",
        "landau.density_of_states",
        "landau.rings",
        "quantum.matrix_action",
        "quantum.string_diagrams",
        "symmetry.breaking",
        "symmetry.state_and_theory",
    ]


@pytest.mark.parametrize("name", pictures_of(LIBRARY))
def test_each_is_computed_from_theorems_and_says_where_the_source_has_it(name):
    found = pictures_of(LIBRARY)[name]
    assert found.computed_from
    assert "[" in found.source
    assert name.startswith(Path(found.location.path).parent.name + ".")


def test_a_folder_of_ones_own(tmp_path):
    own = folder(tmp_path, cross=SOURCE.format(name="cross.mark"))
    assert list(pictures_of(own)) == ["cross.mark"]
    assert find("cross.mark", own).rendered("svg").startswith(b"<svg")
    assert find("hall.plateaus", own).name == "hall.plateaus"
    assert list(pictures_of(own / "cross" / "pictures.py")) == ["cross.mark"]


def test_an_unknown_name_gets_a_hint(tmp_path):
    with pytest.raises(NotFound, match=r"did you mean hall\.plateaus\?"):
        find("hall.plateau", LIBRARY)
    with pytest.raises(NotFound, match=r"did you mean symmetry\.breaking\?"):
        find("breaking", LIBRARY)
    with pytest.raises(NotFound, match="`derive picture` lists all"):
        find("x", LIBRARY)


def test_two_of_one_name(tmp_path):
    same = SOURCE.format(name="cross.mark")
    with pytest.raises(LoadError, match=r"two pictures are called cross\.mark"):
        pictures_of(folder(tmp_path, cross=same, other=same))


def test_a_broken_file(tmp_path):
    with pytest.raises(LoadError, match=r"pictures.py:1: NameError"):
        pictures_of(folder(tmp_path, cross="oops"))


def test_a_picture_that_is_only_imported_is_not_listed_twice(tmp_path):
    files = {
        "cross": SOURCE.format(name="cross.mark"),
        "other": "from ..cross.pictures import mark",
    }
    assert list(pictures_of(folder(tmp_path, **files))) == ["cross.mark"]


def test_finding_draws_nothing_and_imports_no_heavy_package():
    code = (
        "import sys; from derive.pictures import pictures_of; from derive.loading import LIBRARY;"
        "assert pictures_of(LIBRARY);"
        "print(*{'matplotlib', 'sympy', 'numpy', 'scipy', 'babel'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
