"""A folder with two theorems of its own and a lecture about them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from derive.documents.contents import Contents, gather
from derive.documents.lecture import read_lecture

NOTATION = r"""
from derive import Glossary, operator, scalar, ket
glossary = Glossary(
    scalar("T", "T", "positive", dimension="s", english="period", japanese="周期", chinese="周期"),
    scalar("omega", r"\omega", "positive", dimension="1/s", english="angular frequency"),
    scalar("nu", r"\nu", "positive", dimension="1/s", english="frequency"),
    scalar("pi", r"\pi", "positive"),
)
"""
THEOREMS = r'''
"""A period."""
from derive import Erratum, Theorem, cited, definition, law
from .notation import glossary

period = Theorem(
    "motion.period",
    title="The period",
    source="A book, chapter 1",
    glossary=glossary,
    given={"one turn": law(r"\omega T = 2\pi", "A book, page 3")},
    claim=r"T = \frac{2\pi}{\omega}",
    proof=r"""
        T = \frac{\omega T}{\omega}
          = \frac{2\pi}{\omega}    % one turn
    """,
)
frequency = Theorem(
    "motion.frequency",
    title="The frequency",
    glossary=glossary,
    given={
        "period": period,
        "frequency": definition(r"\nu T = 1"),
        "square": cited(r"\omega\omega = \omega^2", "B. Author, Squares (1999)"),
    },
    claim=r"\omega = 2\pi\nu",
    proof=r"""
        \omega = \omega\nu T                      % frequency
               = \omega\nu\frac{2\pi}{\omega}     % period
               = 2\pi\nu
    """,
)
inverse = Erratum(
    "motion.inverse",
    title="Upside down",
    glossary=glossary,
    given={"one turn": r"\omega T = 2\pi"},
    written=r"T = \frac{\omega}{2\pi}",
    right=period,
    text="The period is the inverse & not 100% clear.",
)
'''
LECTURE = r"""---
title: Turning
author: A. Lecturer
language: en
bibliography:
  book: "A. Author, *A book* (2001)"
---

# Turning

What turns *once* takes a **period**.{derive:erratum}`motion.inverse` See {cite}`book` & more: 100%, a_b.[^note]

[^note]: With $\omega > 0$.

## Period

```{derive-theorem} motion.period
```

By {derive:theorem}`motion.period` and {derive:hypothesis}`motion.frequency/period` one has {derive:symbol}`omega`:

```{derive-theorem} motion.frequency
```

1. first
2. second $\nu$

$$
\omega = 2\pi\nu
$$

```{derive-graph}
```
"""

Gather = Callable[..., Contents]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs" / "notation.py").write_text(NOTATION, encoding="utf-8")
    (tmp_path / "proofs" / "motion.py").write_text(THEOREMS, encoding="utf-8")
    (tmp_path / "turning.md").write_text(LECTURE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def gathered(folder: Path) -> Gather:
    """What a lecture refers to, by its Markdown."""

    def gather_text(text: str = LECTURE, language: str = "en") -> Contents:
        (folder / "turning.md").write_text(text, encoding="utf-8")
        warnings: list[str] = []
        return gather(
            read_lecture(folder / "turning.md"), folder / "proofs", language, warnings.append
        )

    return gather_text
