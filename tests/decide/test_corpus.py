"""Tests of the frozen corpus of claims; no prover takes part.

`corpus/*.toml` holds one file per domain. An entry has `id`, `claim`, `given`, `assume`, `truth`
and `reason`, and if they apply `syntax`, `conditions` (when both sides are defined) and
`counterexample`. The prover is shown `claim`, `given`, `assume` and `syntax` only. The rest is for
the numerics here: `text` is the claim in plain text where `claim` is LaTeX or has no numeric
reading as it stands; `solve` lists recipes for points that satisfy the hypotheses; `model` names
the operators in `numerics.Models` that satisfy them; `cited = true` marks what numerics cannot
reach. The meaning of a claim, and of every other field, is that of `derive.decide`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.decide import numerics

CORPUS = Path(__file__).parent / "corpus"
DOMAINS = {
    "rational",
    "radicals",
    "exponential_trigonometric",
    "complex",
    "integers_factorials",
    "calculus",
    "polynomial_hypotheses",
    "operators",
    "ladder_and_exponentials",
    "algebras",
    "matrices",
    "braket_and_traces",
    "sums",
    "ill_formed",
}
REQUIRED = {"id": str, "claim": str, "given": list, "assume": dict, "truth": str, "reason": str}
OPTIONAL = {
    "syntax": str,
    "text": str,
    "conditions": list,
    "counterexample": dict,
    "solve": list,
    "model": str,
    "cited": bool,
}
WORDS = set(
    "real complex positive integer odd nonzero natural function operator hermitian unitary "
    "invertible antihermitian ket bra matrix".split()
)
SHAPED = re.compile(r"[1-9]\d*x[1-9]\d*|[A-Z]\w*->[A-Z]\w*")


def load_corpus() -> dict[str, list[dict[str, Any]]]:
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
        for path in sorted(CORPUS.glob("*.toml"))
    }


BY_DOMAIN = load_corpus()
ENTRIES = [entry for entries in BY_DOMAIN.values() for entry in entries]
CHECKED = [entry for entry in ENTRIES if not entry.get("cited")]


def by_id(entries: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(entry, id=entry["id"]) for entry in entries]


# --- the corpus as a whole ----------------------------------------------------------------------


def test_every_domain_is_present() -> None:
    assert set(BY_DOMAIN) == DOMAINS
    assert all(len(entries) >= 20 for entries in BY_DOMAIN.values())


def test_there_are_enough_claims_and_half_of_them_are_false() -> None:
    counts = Counter(entry["truth"] for entry in ENTRIES)
    assert len(ENTRIES) >= 310
    assert counts["true"] + counts["false"] >= 300
    assert 0.45 <= counts["false"] / (counts["true"] + counts["false"]) <= 0.55


def test_ids_and_claims_are_unique() -> None:
    ids = Counter(entry["id"] for entry in ENTRIES)
    assert [name for name, count in ids.items() if count > 1] == []
    claims = Counter(
        (entry["claim"], tuple(entry["given"]), tuple(sorted(entry["assume"].items())))
        for entry in ENTRIES
    )
    assert [claim for claim, count in claims.items() if count > 1] == []


def test_few_claims_are_only_cited() -> None:
    assert len(ENTRIES) - len(CHECKED) <= len(ENTRIES) // 20


@pytest.mark.parametrize("domain", sorted(BY_DOMAIN))
def test_schema(domain: str) -> None:
    for entry in BY_DOMAIN[domain]:
        name = entry["id"]
        assert re.fullmatch(rf"{domain}-\d\d", name), name
        for key, kind in REQUIRED.items():
            assert isinstance(entry.get(key), kind), (name, key)
        for key in set(entry) - set(REQUIRED):
            assert isinstance(entry[key], OPTIONAL[key]), (name, key)
        assert entry["truth"] in {"true", "false", "ill-formed"}, name
        assert (entry["truth"] == "ill-formed") == (domain == "ill_formed"), name
        assert entry["reason"].strip(), name
        assert "\n" not in entry["reason"], name
        assert entry.get("syntax", "text") in {"text", "latex"}, name
        assert (entry.get("syntax") == "latex") == ("\\" in entry["claim"]) or (
            entry.get("syntax") == "latex" and "text" in entry
        ), name
        assert not (entry.get("conditions") and entry["truth"] != "true"), name
        assert not (entry.get("counterexample") and entry["truth"] != "false"), name
        for words in entry["assume"].values():
            assert all(word in WORDS or SHAPED.fullmatch(word) for word in words.split()), name


@pytest.mark.parametrize("domain", sorted(BY_DOMAIN))
def test_every_name_is_declared(domain: str) -> None:
    for entry in BY_DOMAIN[domain]:
        texts = [entry.get("text", entry["claim"]), *entry["given"], *entry.get("conditions", [])]
        names = set().union(*(numerics.names_in(text) for text in texts))
        assert names - {"I", "pi", "E", "oo"} <= set(entry["assume"]), entry["id"]


def test_false_claims_about_numbers_state_a_counterexample() -> None:
    missing = []
    for entry in ENTRIES:
        kinds = (
            {numerics.Assumption.read(w).kind for w in entry["assume"].values()}
            if (entry["truth"] == "false")
            else set()
        )
        if kinds and kinds <= {"scalar", "function"}:
            stated = set(entry.get("counterexample", {}))
            if stated != set(entry["assume"]):
                missing.append(entry["id"])
    assert missing == []


# --- truth --------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", by_id(CHECKED))
def test_numerics_confirm_the_truth(entry: dict[str, Any]) -> None:
    assert numerics.check(entry) == ""


@pytest.mark.parametrize("entry", by_id([e for e in ENTRIES if e.get("cited")]))
def test_a_cited_claim_names_why_numerics_cannot_reach_it(entry: dict[str, Any]) -> None:
    complaint = numerics.check(entry)
    assert complaint.startswith(("only", "not computable")), "numerics reach it"
    assert len(entry["reason"]) > 30


@pytest.mark.parametrize(
    "entry", by_id([entry for entry in CHECKED if entry["truth"] != "ill-formed"][::9])
)
def test_numerics_reject_the_opposite(entry: dict[str, Any]) -> None:
    opposite = {"true": "false", "false": "true"}[entry["truth"]]
    dropped = {"counterexample", "conditions"}
    turned = {key: value for key, value in entry.items() if key not in dropped}
    assert numerics.check({**turned, "truth": opposite}) != ""


# --- frozen -------------------------------------------------------------------------------------


def digests() -> str:
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(CORPUS.glob("*.toml"))
    ]
    return "".join(lines)


def test_the_corpus_is_frozen() -> None:
    frozen = (CORPUS / "FROZEN.sha256").read_text(encoding="utf-8")
    assert digests() == frozen, (
        "the corpus changed: enter the correction and its reason in corpus/CHANGES.md, then run "
        "`sha256sum *.toml > FROZEN.sha256` in corpus/"
    )


def test_the_last_entry_of_the_changes_names_the_frozen_state() -> None:
    state = hashlib.sha256((CORPUS / "FROZEN.sha256").read_bytes()).hexdigest()[:16]
    changes = (CORPUS / "CHANGES.md").read_text(encoding="utf-8")
    stated = re.findall(r"^State: `([0-9a-f]{16})`$", changes, re.MULTILINE)
    assert stated, "CHANGES.md names no state"
    assert stated[-1] == state, f"add an entry to CHANGES.md that ends with: State: `{state}`"
