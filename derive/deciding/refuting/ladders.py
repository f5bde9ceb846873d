"""Two algebras of operators on an infinite-dimensional space, in normal form.

Oscillators: sums of (a†)^i a^j, of one or several modes, acting on the polynomials.  Shifts: sums
of S^i (S†)^j with S†S = 1, acting on the sequences with finitely many entries.  Both actions are
faithful, so that two operators are equal exactly if their normal forms are.

Main results: `Element`, `Ladder`, `OSCILLATOR`, `SHIFT`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import comb, factorial

from derive.deciding.refuting.gaussian import Number

Word = tuple[tuple[int, int], ...]
"""For each mode, how often it is raised, after how often it was lowered."""

State = tuple[int, ...]


@dataclass(frozen=True)
class Ladder:
    """What distinguishes the two algebras.

    Args:
        name: what the letters are.
        lowering, raising: the letters in text and in LaTeX.
        remark: the space and the action, for people.
        crossed: the normal form of lowering j times after raising k times.
        lowered: the factor with which lowering j times takes the n-th state to the (n-j)-th.
        norm: the square of the length of the n-th state.
    """

    name: str
    lowering: tuple[str, str]
    raising: tuple[str, str]
    remark: str
    crossed: Callable[[int, int], list[tuple[int, int, int]]]
    lowered: Callable[[int, int], int]
    norm: Callable[[int], int]


def _oscillator_crossed(j: int, k: int) -> list[tuple[int, int, int]]:
    """The terms c (a†)^p a^q of a^j (a†)^k."""
    return [(factorial(m) * comb(j, m) * comb(k, m), k - m, j - m) for m in range(min(j, k) + 1)]


def _shift_crossed(j: int, k: int) -> list[tuple[int, int, int]]:
    """The one term S^p (S†)^q of (S†)^j S^k."""
    common = min(j, k)
    return [(1, k - common, j - common)]


OSCILLATOR = Ladder(
    "oscillator",
    ("â", r"\hat a"),
    ("â†", r"\hat a^\dagger"),
    "on the span of e₀, e₁, …, where â eₙ = n eₙ₋₁, â† eₙ = eₙ₊₁ and ⟨eₙ|eₙ⟩ = n!",
    _oscillator_crossed,
    lambda j, n: factorial(n) // factorial(n - j) if j <= n else 0,
    factorial,
)
SHIFT = Ladder(
    "shift",
    ("S†", r"S^\dagger"),
    ("S", "S"),
    "on the sequences with finitely many nonzero entries, where S eₙ = eₙ₊₁ and ⟨eₙ|eₙ⟩ = 1",
    _shift_crossed,
    lambda j, n: int(j <= n),
    lambda n: 1,
)


@dataclass(frozen=True)
class Element:
    """A sum of words with Gaussian coefficients, none of them 0."""

    ladder: Ladder
    modes: int
    terms: Mapping[Word, Number]

    def __add__(self, other: Element) -> Element:
        terms = dict(self.terms)
        for word, value in other.terms.items():
            terms[word] = _plus(terms.get(word, _NOUGHT), value)
        return self._made(terms)

    def __mul__(self, other: Element) -> Element:
        terms: dict[Word, Number] = {}
        for left, a in self.terms.items():
            for right, b in other.terms.items():
                value = _times(a, b)
                for word, times in self._product(left, right):
                    more = value if times == 1 else (value[0] * times, value[1] * times)
                    terms[word] = _plus(terms.get(word, _NOUGHT), more)
        return self._made(terms)

    def _product(self, left: Word, right: Word) -> list[tuple[Word, int]]:
        """The normal form of a product of two words, mode by mode."""
        choices = [
            [(c, (i + p, q + m)) for c, p, q in self.ladder.crossed(j, k)]
            for (i, j), (k, m) in zip(left, right, strict=True)
        ]
        found = []
        for chosen in product(*choices):
            times = 1
            for c, _ in chosen:
                times *= c
            found.append((tuple(pair for _, pair in chosen), times))
        return found

    def _made(self, terms: Mapping[Word, Number]) -> Element:
        return Element(
            self.ladder, self.modes, {word: c for word, c in terms.items() if c[0] or c[1]}
        )

    def scaled(self, factor: Number) -> Element:
        """The element times a number."""
        if factor == _ONE:
            return self
        return self._made({word: _times(factor, c) for word, c in self.terms.items()})

    def power(self, exponent: int) -> Element:
        """A power; of exponent -1 only for a number."""
        base = self
        if exponent < 0:
            ((word, (a, b)),) = self.terms.items()
            if word != ((0, 0),) * self.modes:
                raise ValueError("no inverse is known")
            size = a * a + b * b
            base = self._made({word: (a / size, -b / size)})
        found = one(self.ladder, self.modes)
        for _ in range(abs(exponent)):
            found = found * base
        return found

    def adjoint(self) -> Element:
        """The adjoint."""
        return self._made(
            {tuple((j, i) for i, j in word): (a, -b) for word, (a, b) in self.terms.items()}
        )

    def trace(self) -> Number:
        """The trace of an operator of finite rank; raises `ValueError` for any other."""
        if not self.terms:
            return _NOUGHT
        if self.ladder is not SHIFT or self.modes != 1:
            raise ValueError("not of finite rank")
        sums: dict[int, Number] = {}
        total = _NOUGHT
        for ((i, j),), (a, b) in self.terms.items():
            sums[i - j] = _plus(sums.get(i - j, _NOUGHT), (a, b))
            if i == j:
                total = _plus(total, (-i * a, -i * b))
        if any(value != _NOUGHT for value in sums.values()):
            raise ValueError("not of finite rank")
        return total

    def on(self, state: Mapping[State, Number]) -> dict[State, Number]:
        """What the operator makes of a vector."""
        found: dict[State, Number] = {}
        for numbers, a in state.items():
            for word, b in self.terms.items():
                times = 1
                for n, (_, j) in zip(numbers, word, strict=True):
                    times *= self.ladder.lowered(j, n)
                if times:
                    new = tuple(n - j + i for n, (i, j) in zip(numbers, word, strict=True))
                    real, imaginary = _times(a, b)
                    more = (real * times, imaginary * times)
                    found[new] = _plus(found.get(new, _NOUGHT), more)
        return {numbers: value for numbers, value in found.items() if value != _NOUGHT}

    @property
    def degree(self) -> int:
        """The largest number of letters in a word."""
        return max((sum(i + j for i, j in word) for word in self.terms), default=0)


_NOUGHT: Number = (Fraction(0), Fraction(0))
_ONE: Number = (Fraction(1), Fraction(0))


def _plus(left: Number, right: Number) -> Number:
    if left is _NOUGHT:
        return right
    return left[0] + right[0], left[1] + right[1]


def _times(left: Number, right: Number) -> Number:
    """A product; most factors are real or imaginary, and rationals are slow."""
    (a, b), (c, d) = left, right
    if not b:
        return a * c, a * d if d else d
    if not a:
        return -b * d if d else d, b * c if c else c
    return a * c - b * d, a * d + b * c


def one(ladder: Ladder, modes: int) -> Element:
    """The identity."""
    return Element(ladder, modes, {((0, 0),) * modes: (Fraction(1), Fraction(0))})


def letter(ladder: Ladder, modes: int, mode: int, *, raising: bool) -> Element:
    """The raising or lowering operator of one mode."""
    pairs = [(0, 0)] * modes
    pairs[mode] = (1, 0) if raising else (0, 1)
    return Element(ladder, modes, {tuple(pairs): (Fraction(1), Fraction(0))})
