"""The checker of certificates: additions and multiplications of fractions, and their signs.

It imports nothing but the shape of a certificate.  What it relies on: Sylvester's law of inertia;
that a unitary matrix which maps a space into itself has an eigenvector there, and commuting ones a
common eigenvector; and that a polynomial which changes sign has a root.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from derive.linalg.errors import MatrixError

if TYPE_CHECKING:
    from derive.linalg.certificates import Certificate, Entry, Polynomial, Table

ZERO: Entry = ((), ())
ONE: Entry = ((Fraction(1),), ())


class CertificateError(MatrixError):
    """A certificate that does not show what it claims."""


def verify_certificate(certificate: Certificate) -> None:
    """Raise a `CertificateError` unless everything that the certificate claims follows from it."""
    try:
        _Checker(certificate).check()
    except (IndexError, TypeError, ValueError) as error:
        if isinstance(error, CertificateError):
            raise
        raise CertificateError("the certificate is malformed") from error


class _Checker:
    """Arithmetic in Q(θ, i), and one method per claim."""

    def __init__(self, certificate: Certificate) -> None:
        self.data = certificate
        self.modulus = certificate.modulus
        self.low, self.high = certificate.interval
        self.size = len(certificate.hamiltonian)
        self.dimension = len(certificate.places)

    def check(self) -> None:
        """All claims."""
        self._root()
        self._shapes()
        self._matrices()
        self._ground_states()
        self._no_lower_level()
        self._weak()
        self._strong()

    def _root(self) -> None:
        """θ is one number."""
        modulus = self.modulus
        self._claim(len(modulus) > 1 and modulus[-1] == 1, "the polynomial of θ is not monic")
        if self.low == self.high:
            self._claim(_value(modulus, self.low) == 0, "θ is not a root")
            return
        self._claim(self.low < self.high, "the interval is empty")
        signs = _value(modulus, self.low) * _value(modulus, self.high)
        self._claim(signs < 0, "the polynomial of θ does not change sign")
        slope = tuple(k * c for k, c in enumerate(modulus))[1:]
        self._claim(self._sign(slope) != 0, "the polynomial of θ may have several roots there")

    def _shapes(self) -> None:
        """The tables are rectangular, and fit."""
        data, n, k = self.data, self.size, self.dimension
        self._claim(len(data.restrictions) == len(data.symmetries), "a restriction is missing")
        expected = [(data.hamiltonian, n, n), (data.basis, n, k), (data.lower, n, n)]
        expected += [(table, n, n) for table in data.symmetries]
        expected += [(table, k, k) for table in data.restrictions]
        for table, rows, columns in expected:
            fits = len(table) == rows and all(len(row) == columns for row in table)
            self._claim(fits, "a matrix has the wrong shape")
        self._claim(n > 0 and k > 0, "there is no ground state")

    def _matrices(self) -> None:
        """H is Hermitian; each U is unitary and commutes with H."""
        hamiltonian = self.data.hamiltonian
        self._equal(hamiltonian, _adjoint(hamiltonian), "H is not Hermitian")
        for u in self.data.symmetries:
            self._equal(self._times(_adjoint(u), u), _identity(self.size), "U is not unitary")
            commuted = self._times(u, hamiltonian)
            self._equal(self._times(hamiltonian, u), commuted, "U does not commute with H")

    def _ground_states(self) -> None:
        """The columns are independent eigenvectors, and each U acts on them as its restriction."""
        data = self.data
        rows = tuple(data.basis[p] for p in data.places)
        self._equal(rows, _identity(self.dimension), "the ground states may be dependent")
        energy: Entry = (data.energy, ())
        multiple = tuple(tuple(self._product(energy, z) for z in row) for row in data.basis)
        self._equal(self._times(data.hamiltonian, data.basis), multiple, "HB is not EB")
        for u, r in zip(data.symmetries, data.restrictions, strict=True):
            mapped = self._times(data.basis, r)
            self._equal(self._times(u, data.basis), mapped, "UB is not BR")

    def _no_lower_level(self) -> None:
        """H has `dimension` levels below the bound, and the ground energy is below it."""
        data = self.data
        gap = _sum((data.bound,), tuple(-c for c in data.energy))
        self._claim(self._sign(gap) > 0, "the bound is not above the ground energy")
        for i, row in enumerate(data.lower):
            triangular = row[i] == ONE and all(z == ZERO for z in row[i + 1 :])
            self._claim(triangular, "L is not lower triangular with ones on the diagonal")
        self._claim(len(data.pivots) == self.size, "D has the wrong size")
        scaled = tuple(
            tuple(self._product(z, (d, ())) for z, d in zip(row, data.pivots, strict=True))
            for row in data.lower
        )
        shift: Entry = ((-data.bound,), ())
        shifted = tuple(
            tuple(_plus(z, shift) if i == j else z for j, z in enumerate(row))
            for i, row in enumerate(data.hamiltonian)
        )
        self._equal(self._times(scaled, _adjoint(data.lower)), shifted, "H − q is not LDL†")
        signs = [self._sign(pivot) for pivot in data.pivots]
        self._claim(0 not in signs, "the sign of a pivot is open")
        self._claim(signs.count(-1) == self.dimension, "there are other levels below the bound")

    def _weak(self) -> None:
        """Some R is not a multiple of 1, or all are."""
        data = self.data
        if not data.weak:
            for r in data.restrictions:
                scalar = tuple(
                    tuple(r[0][0] if i == j else ZERO for j in range(self.dimension))
                    for i in range(self.dimension)
                )
                self._equal(r, scalar, "a restriction is not a multiple of 1")
            return
        self._claim(data.unequal is not None, "no ground state is shown to be broken")
        assert data.unequal is not None
        a, i, j = data.unequal
        entry = data.restrictions[a][i][j]
        if i == j:
            entry = _minus(entry, data.restrictions[a][0][0])
        self._claim(
            any(self._sign(part) for part in entry), "R is not shown to be no multiple of 1"
        )

    def _strong(self) -> None:
        """No ground state is symmetric, or some one is."""
        data = self.data
        if data.strong:
            self._claim(data.inverse is not None, "the left inverse is missing")
            assert data.inverse is not None
            rows = tuple(self._annihilator(*row) for row in data.rows)
            product = self._times(data.inverse, rows)
            self._equal(product, _identity(self.dimension), "a symmetric state may exist")
            return
        self._claim(data.span is not None and data.span_places != (), "no state is symmetric")
        assert data.span is not None
        rows = tuple(data.span[p] for p in data.span_places)
        self._equal(rows, _identity(len(data.span_places)), "the symmetric states may vanish")
        actions = []
        for r in data.restrictions:
            image = self._times(r, data.span)
            actions.append(tuple(image[p] for p in data.span_places))
            mapped = self._times(data.span, actions[-1])
            self._equal(image, mapped, "a symmetry leads out of the span of the symmetric states")
        for x, y in combinations(actions, 2):
            self._equal(self._times(x, y), self._times(y, x), "symmetries do not commute there")

    def _annihilator(
        self, first: int, second: int, row: int, word: Sequence[int]
    ) -> tuple[Entry, ...]:
        """A row of [R, R′]W, which annihilates every common eigenvector."""
        x, y = self.data.restrictions[first], self.data.restrictions[second]
        both = zip(self._times((x[row],), y)[0], self._times((y[row],), x)[0], strict=True)
        result: Table = (tuple(_minus(a, b) for a, b in both),)
        for letter in word:
            result = self._times(result, self.data.restrictions[letter])
        return result[0]

    def _claim(self, holds: bool, message: str) -> None:
        if not holds:
            raise CertificateError(f"the certificate fails: {message}")

    def _equal(self, first: Table, second: Table, message: str) -> None:
        same = len(first) == len(second) and all(
            len(x) == len(y) and all(self._is_zero(_minus(a, b)) for a, b in zip(x, y, strict=True))
            for x, y in zip(first, second, strict=True)
        )
        self._claim(same, message)

    def _is_zero(self, entry: Entry) -> bool:
        return not any(self._reduced(list(part)) for part in entry)

    def _reduced(self, part: list[Fraction]) -> Polynomial:
        degree = len(self.modulus) - 1
        while len(part) > degree:
            top = part.pop()
            if top:
                for k in range(degree):
                    part[len(part) - degree + k] -= top * self.modulus[k]
        while part and not part[-1]:
            part.pop()
        return tuple(part)

    def _times(self, first: Table, second: Table) -> Table:
        width = len(second[0]) if second else 0
        result = []
        for row in first:
            total = [ZERO] * width
            for factor, other in zip(row, second, strict=True):
                if factor != ZERO:
                    total = [
                        t if z == ZERO else _plus(t, self._product(factor, z))
                        for t, z in zip(total, other, strict=True)
                    ]
            result.append(tuple(total))
        return tuple(result)

    def _product(self, first: Entry, second: Entry) -> Entry:
        (a, b), (c, d) = first, second
        if not b and not d:
            return self._multiplied(a, c), ()
        real = _sum(self._multiplied(a, c), tuple(-x for x in self._multiplied(b, d)))
        return real, _sum(self._multiplied(a, d), self._multiplied(b, c))

    def _multiplied(self, first: Polynomial, second: Polynomial) -> Polynomial:
        if not first or not second:
            return ()
        total = [Fraction(0)] * (len(first) + len(second) - 1)
        for i, a in enumerate(first):
            for j, b in enumerate(second):
                total[i + j] += a * b
        return self._reduced(total)

    def _sign(self, polynomial: Polynomial) -> int:
        """The sign at θ: −1 or 1 if the interval shows it, otherwise 0."""
        low = high = Fraction(0)
        for c in reversed(polynomial):
            ends = [x * y for x in (low, high) for y in (self.low, self.high)]
            low, high = min(ends) + c, max(ends) + c
        return 1 if low > 0 else -1 if high < 0 else 0


def _value(polynomial: Polynomial, argument: Fraction) -> Fraction:
    value = Fraction(0)
    for c in reversed(polynomial):
        value = value * argument + c
    return value


def _sum(first: Polynomial, second: Polynomial) -> Polynomial:
    if len(first) < len(second):
        first, second = second, first
    total = [a + b for a, b in zip(first, second, strict=False)] + list(first[len(second) :])
    while total and not total[-1]:
        total.pop()
    return tuple(total)


def _plus(first: Entry, second: Entry) -> Entry:
    return _sum(first[0], second[0]), _sum(first[1], second[1])


def _minus(first: Entry, second: Entry) -> Entry:
    return _plus(first, (tuple(-c for c in second[0]), tuple(-c for c in second[1])))


def _adjoint(table: Table) -> Table:
    return tuple(
        tuple((a, tuple(-c for c in b)) for a, b in column) for column in zip(*table, strict=True)
    )


def _identity(size: int) -> Table:
    return tuple(tuple(ONE if i == j else ZERO for j in range(size)) for i in range(size))
