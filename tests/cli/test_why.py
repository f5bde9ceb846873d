"""`derive why`: in a user's own folder."""

import json

import pytest

WHY = "geometry.double  2 needed, 3 not needed\n  ! area: S = ab  (definition)\n      Needed: take "


def test_why(project):
    result = project.run("why", "geometry.double")
    assert result.stdout.startswith(WHY)
    assert "  - a is positive\n      Not needed: it is proved for every complex number a.\n" in (
        result.stdout
    )
    assert "uses only what is declared" not in result.stdout  # there is no π in it
    assert result.stdout.splitlines()[-1].startswith("1 theorem: 2 needed, 3 not needed; ")


def test_why_again_does_not_search(project):
    first = project.run("why", "--all").stdout.splitlines()
    again = project.run("why", "--all", "--brief").stdout.splitlines()
    assert again[0] == first[0]
    assert "; 0 searched, in " in again[-1]


def test_why_json(project):
    (data,) = json.loads(project.run("why", "geometry", "--json").stdout)
    assert data["name"] == "geometry.double"
    parts = {one["name"]: one for one in data["necessities"]}
    assert parts["shape"]["verdict"] == "needed"
    assert set(parts["shape"]["counterexample"]) == {"values", "claim", "sides"}
    assert parts["a"]["left"] == []


def test_write_makes_records_that_others_find(project, monkeypatch, tmp_path):
    result = project.run("why", "--all", "--brief", "--write")
    path = project.proofs / "necessities.json"
    assert f"written: {path}" in result.stderr
    monkeypatch.setenv("DERIVE_STORE", str(tmp_path / "another store"))
    assert "; 0 searched" in project.run("why", "--all", "--brief").stdout
    records = json.loads(path.read_text(encoding="utf-8"))
    assert list(records) == ["geometry.double"]
    assert project.run("why", "--all", "--brief", "--write").stdout
    assert json.loads(path.read_text(encoding="utf-8")) == records


def test_a_changed_statement_is_asked_about_anew(project, edited):
    project.run("why", "--all", "--write")
    edited(r"S = 2 a^2", r"a = \frac{1}{2} b")
    result = project.run("why", "--all")
    assert "area: S = ab  (definition)\n      Not needed: it is proved without it." in result.stdout
    assert not result.stderr


def test_a_damaged_file_is_told_of_and_not_used(project):
    (project.proofs / "necessities.json").write_text('{"geometry.double": {', encoding="utf-8")
    result = project.run("why", "--all", "--brief")
    assert "necessities.json is damaged and not used" in result.stderr
    assert "2 needed, 3 not needed" in result.stdout


def test_a_theorem_that_is_not_proved(project, edited):
    edited('claim=r"S = 2 a^2"', 'claim=r"S = 3 a^2"')
    result = project.run("why", "--all", exit_code=1)
    assert "does not follow" in result.stdout
    assert "\n1 theorem: 1 without answers, for the reasons above; 0 searched" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["--brief"]])
def test_theorems_must_be_named(project, arguments):
    assert "name theorems, or say --all" in project.run("why", *arguments, exit_code=2).stderr


def test_all_takes_no_names(project):
    result = project.run("why", "--all", "geometry.double", exit_code=2)
    assert "--all takes no names" in result.stderr


def test_an_unknown_name(project):
    assert "there is no theorem nothing" in project.run("why", "nothing", exit_code=2).stderr


@pytest.mark.parametrize(
    ("without", "message"),
    [
        ("shap", "in models: the theorem has no 'shap' to do without; did you mean 'shape'?"),
        ("zzzz", "in models: the theorem has no 'zzzz' to do without; it has area, shape, "),
    ],
)
def test_a_model_without_what_the_theorem_does_not_have(project, edited, without, message):
    edited("    claim=", f'    models=[{{"without": "{without}"}}],\n    claim=')
    assert message in project.run("why", "--all", exit_code=1).stdout
