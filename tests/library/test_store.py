"""The certificate store: keys, places, and several processes at once."""

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from derive import Glossary, Suppose, Theorem, law, scalar
from derive.files import write_whole
from derive.language.reader import read_formula
from derive.loading import LIBRARY
from derive.store import WITHOUT_PROVING, Store, code_fingerprint, key_of

GLOSSARY = Glossary(scalar("a", "a"), scalar("b", "b"))


def theorem(**changed):
    fields = {"glossary": GLOSSARY, "given": {"h": "a = b"}, "claim": "b = a", "proof": "b = a % h"}
    return Theorem("x.y", **{**fields, **changed})


def test_the_key_depends_on_what_is_proved_and_how():
    changed = [
        theorem(glossary=Glossary(scalar("a", "a", "real"), scalar("b", "b"))),
        theorem(given={"k": "a = b"}),
        theorem(given={"h": "a = -b"}),
        theorem(claim="b = -a"),
        theorem(claim=["b = a", "a = b"]),
        theorem(proof="b = a % above"),
        theorem(proof=[Suppose({"h": "a = b"}, "b = a % h")]),
        theorem(given={"h": theorem(claim="a = a")}),
        theorem(given={"h": theorem(claim="a = a").at(a="b")}),
        theorem(given={"h": read_formula("a = b", GLOSSARY)}),
    ]
    keys = [key_of(theorem()), *map(key_of, changed)]
    assert len(set(keys)) == len(keys)


def test_the_key_does_not_depend_on_prose_and_place():
    assert key_of(theorem()) == key_of(theorem(title="T", source="S", given={"h": law("a = b")}))


def test_the_key_depends_on_what_cited_theorems_say():
    lemma, other = theorem(), theorem(claim="a = b")
    assert key_of(theorem(given={"l": lemma})) != key_of(theorem(given={"l": other}))


def test_the_key_of_sympy_objects_has_their_assumptions():
    import sympy

    plain, positive = sympy.Symbol("a"), sympy.Symbol("a", positive=True)
    b = sympy.Symbol("b")
    keys = {key_of(theorem(claim=sympy.Eq(a, b))) for a in (plain, positive)}
    assert len(keys) == 2


def test_the_fingerprint_of_the_code_covers_the_grammar(monkeypatch, tmp_path):
    import shutil

    import derive

    copy = shutil.copytree(Path(derive.__file__).parent, tmp_path / "derive")
    monkeypatch.setattr(derive, "__file__", str(copy / "__init__.py"))
    fresh = code_fingerprint.__wrapped__
    before = fresh()
    assert fresh() == before
    grammar = copy / "language" / "grammar.lark"
    grammar.write_text(grammar.read_text() + "\n")
    assert fresh() != before


def test_the_fingerprint_leaves_out_what_prints(monkeypatch, tmp_path):
    import shutil

    import derive

    copy = shutil.copytree(Path(derive.__file__).parent, tmp_path / "derive")
    monkeypatch.setattr(derive, "__file__", str(copy / "__init__.py"))
    fresh = code_fingerprint.__wrapped__
    before, whole = fresh(), fresh(whole=True)
    printing = copy / "render" / "latex.py"
    printing.write_text(printing.read_text() + "\n")
    assert fresh() == before
    assert fresh(whole=True) != whole


def test_what_the_fingerprint_leaves_out_has_no_part_in_proving():
    program = """
import sys
from derive.checking import prove
from derive.checking.errata import examine
from proofs.quantum.errata import second_eigenvalue
from proofs.quantum.real_eigenvalues import real_eigenvalues
prove(real_eigenvalues, {})
examine(second_eigenvalue)
print(*{name.split(".")[1] for name in sys.modules if name.startswith("derive.")})
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not WITHOUT_PROVING & set(run.stdout.split())
    assert {"kernel", "deciding"} <= set(run.stdout.split())


def test_write_and_read(tmp_path):
    store = Store(tmp_path / ".derive")
    assert store.read("k") is None
    assert "k" not in store
    store.write("k", "certificate ħ")
    assert store.read("k") == "certificate ħ"
    assert "k" in store
    assert "*" in (tmp_path / ".derive" / ".gitignore").read_text().splitlines()
    assert sorted(path.name for path in store.folder.iterdir()) == [".gitignore", "k.json"]


def test_bytes_that_are_no_text_come_out_for_the_kernel_to_refuse(tmp_path):
    store = Store(tmp_path)
    (tmp_path / "k.json").write_bytes(b"\xff\xfe[")
    assert store.read("k") is not None


def test_certificates_lie_beside_the_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    assert Store.of(tmp_path / "proofs").folder == tmp_path / ".derive"


def test_another_place(tmp_path, monkeypatch):
    monkeypatch.setenv("DERIVE_STORE", str(tmp_path / "elsewhere"))
    assert Store.of(tmp_path / "proofs").folder == tmp_path / "elsewhere"


def test_the_users_cache_where_the_surroundings_cannot_be_written(tmp_path, monkeypatch):
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert Store.of(tmp_path / "proofs").folder == tmp_path / "cache" / "derive"


def test_the_users_cache_for_the_installed_library(tmp_path, monkeypatch):
    installed = tmp_path / "site-packages" / "proofs"
    installed.mkdir(parents=True)
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("derive.store.LIBRARY", installed)
    assert Store.of(installed).folder == tmp_path / "cache" / "derive"


def test_the_store_of_a_checkout_lies_in_it(monkeypatch):
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    assert Store.of(LIBRARY).folder == LIBRARY.parent / ".derive"


def test_pruning_deletes_what_has_not_been_used_for_a_month(tmp_path):
    store = Store(tmp_path / "store")
    for key in ("old", "used", "new"):
        store.write(key, "x")
    long_ago = time.time() - 40 * 24 * 3600
    for name in ("old.json", "used.json", ".gitignore"):
        os.utime(store.folder / name, (long_ago, long_ago))
    store.read("used")
    store.prune()
    assert ["old" in store, "used" in store, "new" in store] == [False, True, True]
    assert (store.folder / ".gitignore").exists()


def test_pruning_a_store_that_is_not_there(tmp_path):
    Store(tmp_path / "none").prune()


def _write_often(folder, text):
    for _ in range(200):
        Store(folder).write("k", text)


def test_two_processes_write_at_once_and_a_third_reads(tmp_path):
    folder = tmp_path / "store"
    texts = ["x" * 100_000, "y" * 200_000]
    writers = [multiprocessing.Process(target=_write_often, args=(folder, text)) for text in texts]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        seen.add(Store(folder).read("k"))
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert seen <= {None, *texts}
    assert Store(folder).read("k") in texts
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "k.json"]


def test_a_file_that_cannot_be_written_leaves_the_older_one(tmp_path, monkeypatch):
    path = tmp_path / "x.tex"
    write_whole(path, "older")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "newer")
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "x.tex", tmp_path / "link.tex"
    link.symlink_to(path)
    write_whole(link, "text")
    assert link.is_symlink()
    assert path.read_text() == "text"
