"""Loading folders of theorems: names, places, citations, and what is wrong with a folder."""

import os
import pickle
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from derive.library import Library, cite, default_folder, root_of
from derive.loading import LIBRARY, LoadError, NotFound

SQUARE = """
from derive import Theorem
from ..notation import glossary
square = Theorem("geometry.square", glossary=glossary, given={"shape": "b = a"}, claim="a = b")
"""
CUBE = """
from derive import Theorem
from .square import square
cube = Theorem(
    "geometry.cube", glossary=square.glossary, given={"square": square}, claim="2 a = 2 b"
)
"""


def names(library: Library) -> list[str]:
    return [theorem.name for theorem in library]


def problem(library: Library) -> LoadError:
    (found,) = library.problems
    return found


def test_theorems_come_in_the_order_of_their_names(folder):
    library = Library.load(folder(geometry__square=SQUARE, geometry__cube=CUBE))
    assert names(library) == ["geometry.cube", "geometry.square"]
    assert not library.problems


def test_a_cited_theorem_belongs_to_the_file_that_defines_it(folder):
    root = folder(geometry__square=SQUARE, geometry__cube=CUBE)
    assert names(Library.load(root / "geometry" / "cube.py")) == [
        "geometry.cube",
        "geometry.square",
    ]
    assert Library.load(root)["geometry.square"].location.path.endswith("square.py")


def test_each_theorem_stands_after_what_it_cites(folder):
    library = Library.load(folder(geometry__square=SQUARE, geometry__cube=CUBE))
    assert list(library.in_order) == ["geometry.square", "geometry.cube"]
    assert library.dependents(["geometry.square"]) == [library["geometry.cube"]]


def test_selection_by_name_and_by_beginning(folder):
    library = Library.load(folder(geometry__square=SQUARE, geometry__cube=CUBE))
    assert [t.name for t in library.select(["geometry.cube"])] == ["geometry.cube"]
    assert [t.name for t in library.select(["geometry"])] == names(library)
    with pytest.raises(NotFound, match=r"no theorem geom .*did you mean geometry"):
        library.select(["geom"])
    with pytest.raises(NotFound, match=r"did you mean geometry\.square"):
        library["geometry.sqare"]


def test_a_file_is_read_again_even_if_size_and_second_are_the_same(folder):
    root = folder(geometry__square=SQUARE)
    file = root / "geometry" / "square.py"
    stamp = file.stat()
    assert Library.load(root)["geometry.square"].as_given()[1] == ("a = b",)
    file.write_text(SQUARE.replace('"a = b"', '"b = a"'))
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert Library.load(root)["geometry.square"].as_given()[1] == ("b = a",)
    assert not list(root.rglob("*.pyc"))


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\n1 / 0\n", 2, "ZeroDivisionError: division by zero"),
        ("x = 1\ny = = 2\n", 2, "SyntaxError: invalid syntax"),
        ("\n\nimport nonsense\n", 3, "ModuleNotFoundError: No module named 'nonsense'"),
        ("\nraise SystemExit('enough')\n", 2, "SystemExit: enough"),
        ("from derive import scalar\n\nscalar('1', 'x')", 3, "'1' is not a Python identifier"),
    ],
)
def test_a_file_that_raises_is_named_with_its_line_and_the_others_load(
    folder, source, line, message
):
    root = folder(geometry__square=SQUARE, geometry__broken=source)
    library = Library.load(root)
    assert names(library) == ["geometry.square"]
    assert message in str(problem(library))
    location = problem(library).location
    assert location is not None
    assert location.path == str(root / "geometry" / "broken.py")
    assert location.line == line


def test_a_broken_notation_is_one_error_and_not_one_for_each_file_that_needs_it(folder):
    library = Library.load(folder("\n\nnonsense\n", geometry__square=SQUARE, geometry__cube=CUBE))
    assert "notation.py:3: NameError" in str(problem(library))


def test_two_theorems_of_one_name(folder):
    root = folder(geometry__square=SQUARE, geometry__zweite=SQUARE)
    error = problem(Library.load(root))
    assert "two theorems are called geometry.square" in error.message
    assert f"{root / 'geometry' / 'square.py'}:4" in error.message
    assert str(error.location) == f"{root / 'geometry' / 'zweite.py'}:4"


def test_two_theorems_of_one_name_made_by_one_line(folder):
    source = """
    from derive import Theorem
    from .notation import glossary
    first, second = (Theorem("a.b", glossary=glossary, claim="a = a") for _ in range(2))
    """
    assert "two theorems are called a.b" in str(problem(Library.load(folder(both=source))))


def test_a_theorem_and_a_cited_one_of_the_same_name(folder, tmp_path):
    root = folder(geometry__square=SQUARE)
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.py").write_text(
        textwrap.dedent(f"""
        from derive import Theorem
        from derive.library import Library
        square = Library.load({str(root)!r})["geometry.square"]
        mine = Theorem(
            "geometry.square", glossary=square.glossary, given={{"x": square}}, claim="a = b"
        )
        """)
    )
    with pytest.raises(LoadError, match=r"two theorems are called geometry\.square"):
        _ = Library.load(other).in_order


def test_a_name_that_is_none(folder):
    library = Library.load(folder(square=SQUARE.replace("..", ".").replace("y.sq", "y sq")))
    assert "'geometry square' is no name of a theorem" in str(problem(library))
    assert problem(library).location.line == 4


def test_a_cyclic_citation_names_the_cycle(folder):
    files = {
        name: f"\n\nfrom .{other} import {other}\n{name} = 1\n"
        for name, other in {"alpha": "beta", "beta": "gamma", "gamma": "alpha"}.items()
    }
    library = Library.load(folder(**files))
    errors = [str(error) for error in library.problems]
    sep = os.sep
    circle = [f"proofs{sep}{name}.py" for name in ("alpha", "beta", "gamma", "alpha")]
    assert f"cyclic citation: {' cites '.join(circle)}" in errors[0]
    assert "gamma.py:3: cyclic" in errors[0]


def test_a_cyclic_citation_by_modules(folder):
    files = {
        name: f"from . import {other}\n{name} = {other}.{other}\n"
        for name, other in {"alpha": "beta", "beta": "alpha"}.items()
    }
    (first, *_) = Library.load(folder(**files)).problems
    assert "cyclic citation: proofs" in str(first)


def test_a_cyclic_citation_by_name(folder):
    source = """
    from derive import Theorem
    from .notation import glossary
    first = Theorem("a.first", glossary=glossary, claim="a = a")
    second = Theorem("a.second", glossary=glossary, given={"first": first}, claim="a = a")
    first._given["second"] = second
    """
    library = Library.load(folder(both=source))
    with pytest.raises(LoadError, match=r"both\.py:\d: cyclic citation: a\.\w+ cites a\.\w+ cites"):
        _ = library.in_order


def test_a_folder_without_python_files(tmp_path):
    with pytest.raises(LoadError, match="there is no Python file in"):
        Library.load(tmp_path)


def test_a_path_that_does_not_exist(tmp_path):
    with pytest.raises(NotFound, match=r"nowhere does not exist"):
        Library.load(tmp_path / "nowhere")


def test_paths_of_different_folders(folder, tmp_path):
    root = folder(geometry__square=SQUARE)
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.py").write_text("")
    with pytest.raises(LoadError, match="different folders"):
        Library.load(root, other)


def test_hidden_folders_are_left_alone(folder):
    root = folder(geometry__square=SQUARE)
    (root / ".ipynb_checkpoints").mkdir()
    (root / ".ipynb_checkpoints" / "broken.py").write_text("1 / 0")
    assert not Library.load(root).problems


def test_the_top_folder_of_a_path(folder, tmp_path):
    root = folder(geometry__square=SQUARE)
    assert root_of(root / "geometry") == root
    assert root_of(root / "geometry" / "square.py") == root
    notes = tmp_path / "notes" / "optics"
    notes.mkdir(parents=True)
    assert root_of(notes) == notes
    (tmp_path / "notes" / "notation.py").touch()
    assert root_of(notes) == tmp_path / "notes"
    assert root_of(LIBRARY / "landau") == LIBRARY


def test_an_import_from_above_the_top_folder_is_explained(tmp_path):
    (tmp_path / "optics").mkdir()
    (tmp_path / "optics" / "lens.py").write_text("from ..symbols import glossary\n")
    error = problem(Library.load(tmp_path / "optics"))
    assert "beyond top-level package" in str(error)
    assert "holds notation.py" in str(error)


def test_the_default_folder(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert default_folder() == LIBRARY
    root = folder(geometry__square=SQUARE)
    assert default_folder() == root
    assert names(Library.load()) == ["geometry.square"]


def test_the_glossary_of_a_folder_has_what_its_theorems_add(folder):
    wider = """
    from derive import Theorem, scalar
    from .notation import glossary
    wide = Theorem("w.w", glossary=glossary.extend(scalar("c", "c")), claim="c = c")
    """
    glossary = Library.load(folder(wide=wider)).glossary
    assert [entry.name for entry in glossary] == ["V", "a", "b", "S", "c"]


def test_glossaries_that_contradict_each_other(folder):
    other = """
    from derive import Glossary, Theorem, scalar
    other = Theorem("w.w", glossary=Glossary(scalar("a", "a")), claim="a = a")
    """
    with pytest.raises(LoadError, match="contradict each other"):
        _ = Library.load(folder(other=other)).glossary


def test_citing_the_installed_library_by_name():
    assert cite("landau.degeneracy").name == "landau.degeneracy"
    with pytest.raises(NotFound, match="did you mean"):
        cite("landau.degenracy")


def test_proofs_means_the_installed_library_in_a_folder_of_the_same_name(folder):
    source = """
    from derive import Theorem
    from derive.library import cite
    from proofs.landau.degeneracy import degeneracy
    from .notation import glossary as own
    assert "hbar" in degeneracy.glossary and "hbar" not in own
    assert cite("landau.degeneracy").name == degeneracy.name
    mine = Theorem(
        "landau.mine", glossary=degeneracy.glossary, given={"count": degeneracy}, claim="p = p"
    )
    """
    library = Library.load(folder(landau__mine=source.replace(".notation", "..notation")))
    assert not library.problems
    assert names(library) == ["landau.mine"]
    assert "landau.degeneracy" in library.in_order


def test_own_files_cannot_be_imported_as_if_they_were_the_library(folder):
    library = Library.load(folder(mine="from proofs.geometry.cone import cone\n"))
    message = str(problem(library))
    assert "No module named 'proofs.geometry'" in message
    assert "imported as from .notation" in message


def test_another_package_called_proofs_that_was_imported_first(folder, tmp_path):
    folder(mine="from proofs.landau.degeneracy import degeneracy\n", __init__="")
    script = """
    import sys
    sys.path.insert(0, ".")
    import proofs.notation
    from derive.library import Library
    print(Library.load("proofs").problems[0])
    """
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"proofs has been imported from {tmp_path / 'proofs'}" in result.stdout


def test_python_m_derive_does_not_take_the_users_folder_for_the_library(folder, tmp_path):
    folder(mine="from proofs.landau.degeneracy import degeneracy\n")
    result = subprocess.run(
        [sys.executable, "-m", "derive", "list"], cwd=tmp_path, capture_output=True, text=True
    )
    assert "there is no theorem in" in result.stderr  # but no error in mine.py


def test_a_library_can_go_to_another_process(folder):
    library = Library.load(folder(geometry__square=SQUARE))
    assert names(pickle.loads(pickle.dumps(library))) == names(library)


def test_import_derive_is_light():
    script = """
    import sys, derive
    assert "Theorem" in dir(derive)
    loaded = [m for m in sys.modules if m.startswith(("derive.", "sympy", "lark", "click"))]
    assert not loaded, loaded
    derive.Theorem
    assert "sympy" not in sys.modules and "lark" not in sys.modules
    try:
        derive.nonsense
    except AttributeError as error:
        assert "nonsense" in str(error)
    for name in derive.__all__:
        getattr(derive, name)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True)


def test_the_installed_library_lies_beside_derive():
    assert (LIBRARY / "notation.py").is_file()
    assert Path(LIBRARY).parent == Path(sys.modules["derive"].__file__).parents[1]


def test_every_theorem_that_a_file_makes_is_found(folder):
    """Also if its variable is overwritten, or if it has none; not what is only a copy."""
    text = """
    from dataclasses import replace
    from derive import Remark, Theorem
    from .notation import glossary
    from .making import make
    one = Theorem("s.overwritten", glossary=glossary, claim="a = a")
    one = Theorem("s.last", glossary=glossary, given={"one": one.at(a="b")}, claim="a = a")
    many = [Theorem("s.listed", glossary=glossary, claim="a = a")]
    for name in ("first", "second"):
        Theorem(f"s.{name}", glossary=glossary, claim="a = a")
    make("s.elsewhere")
    said = replace(Remark("s.remark", label="opinion", text="Yes.", shows="no"), text="No.")
    """
    making = """
    from derive import Theorem
    from .notation import glossary
    def make(name):
        return Theorem(name, glossary=glossary, claim="a = a")
    """
    root = folder(several=text, making=making)
    library = Library.load(root)
    assert not library.problems
    made = ["overwritten", "last", "listed", "first", "second", "elsewhere", "remark"]
    assert [one.name for one in library.made_in(root / "several.py")] == [f"s.{n}" for n in made]
    assert names(library) == sorted(f"s.{name}" for name in made[:-1])
    assert library.entries["s.remark"].text == "Yes."
    assert not library.made_in(root / "making.py")


def test_what_a_program_makes_while_it_runs_is_no_entry():
    from derive import Glossary, Theorem
    from derive.registry import made_by

    Theorem("s.test", glossary=Glossary(), claim="1 = 1")
    assert not made_by(sys.modules["__main__"])
