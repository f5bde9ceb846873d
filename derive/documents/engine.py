"""From LaTeX to PDF by LuaLaTeX, and what its log says of the pages.

Main results: `typeset`, `faults`, `Fault`, `EngineError`, `missing_tools`, `HOW_TO_GET_TEX`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOLERANCE = 1.0
"""How far a line may stick out, in pt, before it is a fault."""

HOW_TO_GET_TEX = (
    "for a PDF as well, install LuaLaTeX and latexmk: on Debian or Ubuntu "
    "apt-get install --no-install-recommends latexmk lmodern texlive-luatex "
    "texlive-latex-recommended texlive-pictures fonts-ipaexfont fonts-wqy-zenhei; elsewhere TeX "
    "Live, MacTeX or MiKTeX; or give the files to a service such as Overleaf and choose LuaLaTeX"
)

_TOOLS = ("latexmk", "lualatex")
_TAIL = 12
_OVERFULL = re.compile(r"Overfull \\(?P<box>[hv])box \((?P<size>[\d.]+)pt too \w+\)(?P<place>.*)")
_LINE = re.compile(r"lines? (\d+)")
_MISSING = re.compile(r"Missing character: There is no\s+(\S*)\s*\(U\+([0-9A-F]+)\)")
"""A character that cannot be seen, such as a line break, is told by its number alone."""
_UNDEFINED = re.compile(r"(?:Reference|Citation) [`'](\S+)' .*undefined")
_LABEL = re.compile(r"\\label\{([^}]+)\}|\\begin\{frame\}.*?\{(.+)\}")


class EngineError(Exception):
    """LaTeX stopped; the message has the end of what it said."""


@dataclass(frozen=True)
class Fault:
    """Something on a page that is not as it should be.

    Args:
        what: in words.
        size: how many pt a box is too wide or too high; 0 for other faults.
        line: the line of the LaTeX file, if the log tells.
        near: the last label or slide before that line.
    """

    what: str
    size: float = 0.0
    line: int | None = None
    near: str = ""

    def __str__(self) -> str:
        place = f" (line {self.line}{f', {self.near}' if self.near else ''})" if self.line else ""
        return f"{self.what}{place}"


def missing_tools() -> list[str]:
    """The programs that a PDF needs and that are not installed."""
    return [tool for tool in _TOOLS if shutil.which(tool) is None]


def typeset(file: Path, seconds: float = 600) -> list[Fault]:
    """Compile a file, so that its PDF lies beside it, and tell what is wrong with the pages.

    Raises:
        EngineError: LaTeX stopped, or did not end in time.
    """
    command = ["latexmk", "-lualatex", "-interaction=nonstopmode", "-halt-on-error", file.name]
    # Else the log breaks its lines after 79 characters.
    environment = {**os.environ, "max_print_line": "10000"}
    try:
        result = subprocess.run(
            command,
            cwd=file.parent,
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise EngineError(f"{file}: LaTeX was stopped after {seconds:g} s") from None
    log = file.with_suffix(".log")
    said = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
    if result.returncode != 0:
        told = _error(said) or result.stdout.decode(errors="replace").splitlines()[-_TAIL:]
        raise EngineError("\n".join([f"{file}: LaTeX stopped", *told]))
    return list(faults(said, file.read_text(encoding="utf-8")))


def _error(log: str) -> list[str]:
    """The first error in a log, with the lines after it."""
    lines = log.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("!"):
            return lines[number : number + _TAIL]
    return []


def faults(log: str, source: str) -> Iterator[Fault]:
    """What a log says of the pages.

    Args:
        log: of LaTeX, its lines unbroken.
        source: the LaTeX file.
    """
    lines = source.splitlines()
    for match in _OVERFULL.finditer(log):
        size = float(match["size"])
        if size > TOLERANCE:
            what = "wide" if match["box"] == "h" else "high"
            found = _LINE.search(match["place"])
            line = int(found[1]) if found else None
            yield Fault(f"{size:.1f} pt too {what}", size, line, _near(lines, line))
    for character, number in dict.fromkeys(_MISSING.findall(log)):
        yield Fault(f"no font has the character {character or f'U+{number}'}")
    for label in dict.fromkeys(_UNDEFINED.findall(log)):
        yield Fault(f"nothing has the label {label}")


def _near(source: list[str], line: int | None) -> str:
    for text in reversed(source[: line or 0]):
        found = _LABEL.search(text)
        if found:
            return found[1] or found[2]
    return ""
