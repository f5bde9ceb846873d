"""The evidence for `decide`, counted and written down: `make evidence`.

Each part is run whole; CI runs fixed-seed tenths of the large ones (`test_verdicts`,
`test_mutants`, `test_edits`).

Main results: `corpus_outcomes`, `mutant_fates`, `edit_fates`, `comparison`, `main`.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import TypeVar

from tests.decide import comparing, edits, theorem_mutants
from tests.decide.certificates import sample
from tests.decide.entries import DOMAINS, Outcome, entries, outcome
from tests.decide.fates import MutantFate, entry_mutant_fates, theorem_mutant_fates

PAGE = Path("docs/evidence.md")
RECORD = Path("build/evidence.json")
EDITS = 100_000
_PROCESSES = 2


def corpus_outcomes() -> list[Outcome]:
    """Every entry of the corpus, decided one after the other, as a user would."""
    outcome(entries()[0])
    return [outcome(entry) for entry in entries()]


def mutant_fates(step: int = 1) -> list[MutantFate]:
    """What became of every `step`-th mutant of the true entries and of all theorems."""
    true = [entry for entry in entries() if entry.truth == "true"]
    theorem_mutants.prepare()  # before the processes are forked, so that they need not
    with Pool(_PROCESSES, maxtasksperchild=40) as pool:
        jobs = [(entry, step) for entry in true]
        found = pool.imap_unordered(entry_mutant_fates, jobs, chunksize=4)
        fates = [fate for part in _shown("mutants of claims", found, len(jobs)) for fate in part]
        names = [(name, step) for name in theorem_mutants.names()]
        found = pool.imap_unordered(theorem_mutant_fates, names)
        fates += [fate for part in _shown("of theorems", found, len(names)) for fate in part]
    return fates


def edit_fates(count: int = EDITS, seed: int = 0) -> Counter[str]:
    """What became of random edits of certificates."""
    chunks = 50
    with Pool(_PROCESSES) as pool:
        jobs = [(count // chunks, seed + place) for place in range(chunks)]
        parts = pool.imap_unordered(_edited, jobs)
        return sum(_shown("edits", parts, chunks), Counter[str]())


def _edited(job: tuple[int, int]) -> Counter[str]:
    count, seed = job
    source = random.Random(seed)
    certificates = sample()
    fates: Counter[str] = Counter()
    for _ in range(count):
        text, statement = source.choice(certificates)
        fates[edits.fate(edits.edited(text, source), statement)] += 1
    return fates


_T = TypeVar("T")


def _shown(what: str, parts: Iterator[_T], count: int) -> Iterator[_T]:
    for place, part in enumerate(parts, 1):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{what}: {place}/{count} ")
        yield part


def page(
    outcomes: Sequence[Outcome],
    fates: Sequence[MutantFate],
    edited: Counter[str],
    rows: Sequence[comparing.Row],
) -> str:
    """The page of the documentation with all tables."""
    return "\n".join(
        (
            "# Evidence for `decide`",
            "",
            "Written by `make evidence`; the numbers are those of one run on one machine.",
            "",
            *_corpus(outcomes),
            *_comparison(rows),
            *_mutants(fates),
            *_edits(edited),
        )
    )


def _corpus(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "## The frozen corpus"
    yield ""
    yield "| domain | claims | right | undecided | wrong | median ms |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for domain in (*DOMAINS, "all"):
        part = [one for one in outcomes if domain in (one.entry.domain, "all")]
        yield _row(domain, *_counts(part))
    yield ""


def _counts(outcomes: Sequence[Outcome]) -> tuple[object, ...]:
    right = sum(one.right for one in outcomes)
    wrong = sum(one.wrong for one in outcomes)
    median = statistics.median(one.seconds for one in outcomes) * 1000
    return len(outcomes), right, len(outcomes) - right - wrong, wrong, f"{median:.1f}"


def _comparison(rows: Sequence[comparing.Row]) -> Iterator[str]:
    yield "## Beside SymPy"
    yield ""
    yield "The claims of the corpus that are equations between scalars or commuting symbols and that"
    yield "SymPy can state, hypotheses left aside as it takes none; each with ten seconds."
    yield ""
    yield "| | claims | right | wrong | undecided | median ms | total s |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for row in rows:
        yield _row(*row.cells())
    yield ""


def _mutants(fates: Sequence[MutantFate]) -> Iterator[str]:
    yield "## Mutants"
    yield ""
    yield "| change | mutants | refuted | proved still true | undecided | wrong |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for operator in (*sorted({one.operator for one in fates}), "all"):
        part = [one for one in fates if operator in (one.operator, "all")]
        counts = Counter(one.fate for one in part)
        kinds = ("refuted", "still true", "undecided", "WRONG")
        yield _row(operator, len(part), *(counts[kind] for kind in kinds))
    yield ""
    undecided = [one for one in fates if one.fate == "undecided"]
    if undecided:
        yield "Undecided:"
        yield ""
        yield from (f"- `{one.name}`, {one.operator}: `{one.text}`" for one in undecided)
        yield ""


def _edits(fates: Counter[str]) -> Iterator[str]:
    yield "## Edits of certificates"
    yield ""
    yield "| what became of the edit | count |"
    yield "| --- | ---: |"
    for kind, count in fates.most_common():
        yield _row(kind, count)
    yield _row("all", fates.total())
    yield ""


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def main() -> None:
    """Run everything and write the page."""
    outcomes = corpus_outcomes()
    rows = comparing.rows(outcomes)
    fates = mutant_fates()
    edited = edit_fates()
    PAGE.write_text(page(outcomes, fates, edited, rows), encoding="utf-8")
    RECORD.parent.mkdir(exist_ok=True)
    record = {
        "corpus": dict(
            zip(
                ("claims", "right", "undecided", "wrong", "median ms"),
                map(str, _counts(outcomes)),
                strict=True,
            )
        ),
        "mutants": Counter(one.fate for one in fates),
        "edits": edited,
    }
    RECORD.write_text(json.dumps(record, indent=2), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n{json.dumps(record, indent=2)}\n")


if __name__ == "__main__":
    main()
