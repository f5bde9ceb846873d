"""A certificate is of one theorem only: replay rejects what proves anything else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from derive import Theorem
from derive.checking import Proof, replay
from derive.kernel.atoms import KernelError
from derive.theorem import TheoremError
from tests.checking.lecture import GLOSSARY, linear, orthogonal, proved, stated, summed, weight

ALL = [orthogonal, linear, weight, summed]


@pytest.mark.parametrize("theorem", ALL, ids=lambda t: t.name)
@pytest.mark.parametrize("other", ALL, ids=lambda t: t.name)
def test_the_certificate_of_another_theorem(theorem: Theorem, other: Theorem) -> None:
    certificate = proved(other).certificate
    if theorem is other:
        assert replay(theorem, {}, certificate).status == "proved"
    else:
        with pytest.raises(KernelError, match="proves something else"):
            replay(theorem, {}, certificate)


GIVEN = {"slope": "y = 2x", "shift": "z = y + 1"}
CERTIFICATE = stated("z = 2x + 1", **GIVEN)


def test_one_hypothesis_more() -> None:
    """That is a weaker theorem, and the certificate proves it too."""
    certificate = proved(CERTIFICATE).certificate
    assert replay(stated("z = 2x + 1", **GIVEN, more="x = 1"), {}, certificate).status == "proved"


@pytest.mark.parametrize("name", GIVEN)
def test_one_hypothesis_less(name: str) -> None:
    certificate = proved(CERTIFICATE).certificate
    less = {key: value for key, value in GIVEN.items() if key != name}
    with pytest.raises(KernelError, match="uses a hypothesis not stated"):
        replay(stated("z = 2x + 1", **less), {}, certificate)


@pytest.mark.parametrize("name", GIVEN)
def test_another_hypothesis_of_the_same_name(name: str) -> None:
    certificate = proved(CERTIFICATE).certificate
    with pytest.raises(KernelError, match="uses a hypothesis not stated"):
        replay(stated("z = 2x + 1", **GIVEN | {name: GIVEN[name] + " + 1"}), {}, certificate)


@pytest.mark.parametrize(
    "claim",
    [
        "z = 2x + 2",
        "z = 2y + 1",
        "2x + 1 = z",
        ["z = 2x + 1", "z = 2x + 1"],
        ["z = 2x + 1", "x = y"],
        r"\forall x: z = 2x + 1",
    ],
)
def test_another_claim(claim: object) -> None:
    certificate = proved(CERTIFICATE).certificate
    with pytest.raises(KernelError, match="proves something else"):
        replay(stated(claim, **GIVEN), {}, certificate)


def test_a_claim_that_reads_the_same_for_the_kernel() -> None:
    certificate = proved(CERTIFICATE).certificate
    assert replay(stated("z = 1 + x + x", **GIVEN), {}, certificate).status == "proved"


def test_another_declaration_of_a_symbol() -> None:
    """A hypothesis about a positive mass proves nothing about any mass."""
    from derive import Glossary

    text = {"given": {"gravity": "F = mg"}, "claim": "F + F = 2mg"}
    changed = [e if e.name != "m" else e.__class__(**{**fields(e), "properties": frozenset()}) for e in GLOSSARY]
    other = Theorem("lecture.weight", glossary=Glossary(*changed), **text)  # type: ignore[arg-type]
    with pytest.raises(KernelError):
        replay(other, {}, proved(weight).certificate)


def fields(declaration: Any) -> dict[str, Any]:
    return {name: getattr(declaration, name) for name in declaration.__slots__}


# Citations.


def chain() -> tuple[Theorem, Theorem, Theorem, dict[str, Proof]]:
    """Two theorems of one shape, and one that cites the first of them."""
    first = Theorem("lecture.first", glossary=GLOSSARY, given={"law": "x = 1"}, claim="x^2 = 1")
    second = Theorem("lecture.second", glossary=GLOSSARY, given={"law": "x = 1"}, claim="x^3 = 1")
    citing = Theorem("lecture.citing", glossary=GLOSSARY, given={"first": first}, claim="x^4 = 1")
    return first, second, citing, {first.name: proved(first), second.name: proved(second)}


def test_a_swapped_citation() -> None:
    first, second, citing, known = chain()
    certificate = proved(citing, known).certificate
    assert '"cite","lecture.first/0"' in certificate
    swapped = certificate.replace("lecture.first/0", "lecture.second/0")
    with pytest.raises(KernelError, match=r"lecture\.second"):
        replay(citing, known, swapped)
    both = Theorem("lecture.citing", glossary=GLOSSARY, given={"first": first, "second": second}, claim="x^4 = 1")
    with pytest.raises(KernelError):
        replay(both, known, swapped)


def test_the_proof_of_another_theorem_under_the_cited_name() -> None:
    _, second, citing, known = chain()
    certificate = proved(citing, known).certificate
    false = {**known, "lecture.first": known[second.name]}
    with pytest.raises(KernelError):
        replay(citing, false, certificate)


# Tampering.

Change = Callable[[Any], None]


def positions(data: Any, path: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    found = [path] if path else []
    if isinstance(data, list):
        for place, part in enumerate(data):
            found += positions(part, (*path, place))
    return found


def tampered(text: str) -> list[str]:
    """The certificate with one part deleted, doubled, or a number in it changed."""
    variants = []
    for path in positions(json.loads(text)):
        for change in ("delete", "double", "number"):
            data = json.loads(text)
            parent = data
            for place in path[:-1]:
                parent = parent[place]
            old = parent[path[-1]]
            if change == "delete":
                del parent[path[-1]]
            elif change == "double":
                parent.insert(path[-1], old)
            elif isinstance(old, str) and old.lstrip("-").isdigit():
                parent[path[-1]] = str(int(old) + 1)
            elif isinstance(old, int) and not isinstance(old, bool):
                parent[path[-1]] = old + 1
            else:
                continue
            variants.append(json.dumps(data))
    return variants


@pytest.mark.parametrize("theorem", [linear, orthogonal], ids=lambda t: t.name)
def test_a_tampered_certificate_is_refused_or_still_proves_it(theorem: Theorem) -> None:
    """Never another error, and never another theorem."""
    original = proved(theorem)
    refused = 0
    for text in tampered(original.certificate)[::5]:
        try:
            proof = replay(theorem, {}, text)
        except KernelError:
            refused += 1
        else:
            assert [c.theorem for c in proof.closed] == [c.theorem for c in original.closed]
    assert refused > 50


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "[1]", "[1,[],[],[],[]]", "\0", "[" * 100_000])
def test_no_certificate_at_all(text: str) -> None:
    with pytest.raises(KernelError):
        replay(weight, {}, text)


def test_a_truncated_certificate() -> None:
    text = proved(weight).certificate
    for length in range(0, len(text), 37):
        with pytest.raises(KernelError):
            replay(weight, {}, text[:length])


def test_a_theorem_that_is_not_well_formed_is_so_before_its_certificate_is_read() -> None:
    with pytest.raises(TheoremError):
        replay(stated("z = 2x +", **GIVEN), {}, proved(CERTIFICATE).certificate)


def test_replay_needs_neither_sympy_nor_the_search() -> None:
    program = """
import sys
from tests.checking.lecture import weight
from derive.checking import replay
replay(weight, {}, sys.stdin.read())
loaded = [name for name in sys.modules if name.partition(".")[0] in ("sympy", "flint", "numpy", "lark")]
loaded += [name for name in sys.modules if name.startswith("derive.prover.") and name.rpartition(".")[2] in ("search", "elimination", "rewriting")]
print(*loaded)
"""
    certificate = proved(weight).certificate
    run = subprocess.run([sys.executable, "-c", program], input=certificate, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert [name for name in run.stdout.split() if not name.startswith("lark")] == []
