"""The entries of the frozen corpus, as `decide` is shown them, and what it makes of them.

Main results: `Entry`, `entries`, `Outcome`, `outcome`.
"""

from __future__ import annotations

import time
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from derive import decide
from derive.language.errors import LanguageError

CORPUS = Path(__file__).parent / "corpus"
DOMAINS = tuple(sorted(path.stem for path in CORPUS.glob("*.toml")))

Answer = Literal["proved", "refuted", "undecided", "ill-formed"]


@dataclass(frozen=True)
class Entry:
    """One claim of the corpus; `truth` is "true", "false" or "ill-formed"."""

    id: str
    domain: str
    claim: str
    given: tuple[str, ...]
    assume: tuple[tuple[str, str], ...]
    syntax: str | None
    truth: str

    @property
    def arguments(self) -> dict[str, Any]:
        """What `decide` is called with."""
        return {
            "claim": self.claim,
            "given": self.given,
            "assume": dict(self.assume),
            "syntax": self.syntax or "text",
        }


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, domain by domain."""
    found = []
    for domain in DOMAINS:
        data = tomllib.loads((CORPUS / f"{domain}.toml").read_text(encoding="utf-8"))
        for one in data["claim"]:
            found.append(
                Entry(
                    one["id"],
                    domain,
                    one["claim"],
                    tuple(one["given"]),
                    tuple(one["assume"].items()),
                    one.get("syntax"),
                    one["truth"],
                )
            )
    return tuple(found)


@dataclass(frozen=True)
class Outcome:
    """What became of an entry."""

    entry: Entry
    answer: Answer
    seconds: float
    reason: str

    @property
    def right(self) -> bool:
        """Whether the answer is the truth."""
        expected = {"true": "proved", "false": "refuted", "ill-formed": "ill-formed"}
        return self.answer == expected[self.entry.truth]

    @property
    def wrong(self) -> bool:
        """Whether the answer is another than the truth; "undecided" is none."""
        return not self.right and self.answer != "undecided"


def outcome(entry: Entry, timeout: float = 10.0) -> Outcome:
    """Decide an entry; an ill-formed claim raises an error, which is the answer then."""
    started = time.perf_counter()
    try:
        verdict = decide(**entry.arguments, timeout=timeout)
        answer: Answer = verdict.status
        reason = verdict.reason
    except LanguageError as error:
        answer, reason = "ill-formed", error.message
    return Outcome(entry, answer, time.perf_counter() - started, reason)
