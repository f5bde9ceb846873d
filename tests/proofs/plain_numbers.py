"""Equations between matrices of numbers, by NumPy: a second opinion that knows nothing of proofs.

Main results: `holds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

import numpy as np

LETTERS = (*"abcdefghxy", r"\alpha", r"\beta")
RANDOM = np.random.default_rng(4)
VALUES = {letter: np.array(complex(*RANDOM.normal(size=2))) for letter in LETTERS}
"""What is put for the letters that stand for any number."""

_TOKEN = re.compile(
    r"\\begin\{bmatrix\}(?P<matrix>.*?)\\end\{bmatrix\}|(?P<number>\d+)|(?P<letter>[a-z])|"
    r"\^\\(?P<dagger>dagger)|(?P<word>\\[a-z]+)|(?P<sign>[-+^(){}=])|(?P<space>[ \n]+)"
)


def holds(text: str) -> bool:
    """Whether all sides of all chains of equations in a text are equal.

    A line that begins with a relation goes on with the chain.
    """
    chains = re.split(r"\n(?! *(?:=|\n|$))", text.strip())
    return all(_equal(_Reader(chain).sides()) for chain in chains)


def _equal(sides: list[np.ndarray]) -> bool:
    assert len(sides) > 1
    for left, right in pairwise(sides):
        if left.ndim != right.ndim and not left.any() and not right.any():
            continue  # 0 may stand for any matrix of zeros
        a, b = _alike(left, right)
        if a.shape != b.shape or not np.allclose(a, b):
            return False
    return True


def _alike(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A number beside a matrix stands for that multiple of the identity."""
    if left.ndim < right.ndim:
        return left * np.eye(len(right)), right
    if right.ndim < left.ndim:
        return left, right * np.eye(len(left))
    return left, right


class _Reader:
    """Sums of products of matrices; a number is an array without axes."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.place = 0

    @property
    def token(self) -> tuple[str, str]:
        return self.tokens[self.place] if self.place < len(self.tokens) else ("end", "")

    def next(self) -> tuple[str, str]:
        self.place += 1
        return self.tokens[self.place - 1]

    def sides(self) -> list[np.ndarray]:
        sides = [self.sum()]
        while self.token != ("end", ""):
            assert self.next() == ("sign", "=")
            sides.append(self.sum())
        return sides

    def sum(self) -> np.ndarray:
        total = None
        while total is None or self.token in (("sign", "+"), ("sign", "-")):
            sign = 1
            while self.token in (("sign", "+"), ("sign", "-")):
                sign *= 1 if self.next()[1] == "+" else -1
            summand = sign * self.product()
            total = summand if total is None else sum(_alike(total, summand))
        return total

    def product(self) -> np.ndarray:
        factors = [self.power()]
        while True:
            if self.token == ("word", r"\cdot"):
                self.next()
            elif self.token[0] not in ("matrix", "number", "letter", "word", "sign") or (
                self.token[1] in ("+", "-", "=", ")", "}", r"\right")
            ):
                return reduce(_times, factors)
            factors.append(self.power())

    def power(self) -> np.ndarray:
        base = self.factor()
        while True:
            if self.token[0] == "dagger":
                self.next()
                base = base.conj().T
            elif self.token == ("sign", "^"):
                self.next()
                base = np.linalg.matrix_power(base, int(self.next()[1]))
            else:
                return base

    def factor(self) -> np.ndarray:
        kind, text = self.next()
        match kind, text:
            case "matrix", _:
                rows = [row.split("&") for row in text.split(r"\\")]
                return np.array([[_Reader(cell).sum() for cell in row] for row in rows])
            case "number", _:
                return np.array(float(text))
            case "letter", _:
                return VALUES[text]
            case "word", r"\alpha" | r"\beta":
                return VALUES[text]
            case "word", r"\frac":
                return self.group() / self.group()
            case "word", r"\left":
                return self.group(r"\right")
            case "sign", "(":
                self.place -= 1
                return self.group()
            case "word", r"\sqrt":
                return np.sqrt(self.group())
        raise AssertionError(f"{kind} {text!r}")

    def group(self, before_closing: str = "") -> np.ndarray:
        assert self.next()[1] in "({"
        inner = self.sum()
        assert not before_closing or self.next()[1] == before_closing
        assert self.next()[1] in ")}"
        return inner


def _times(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    product = a @ b if a.ndim and b.ndim else a * b
    return product.reshape(()) if product.shape == (1, 1) else product


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        assert found is not None, text[place:]
        assert found.lastgroup is not None
        if found.lastgroup != "space":
            yield found.lastgroup, found[found.lastgroup]
        place = found.end()
