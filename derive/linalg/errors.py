"""Why a matrix or a state is refused: every error of `derive.linalg` is a `MatrixError`.

A `MatrixError` is a `ValueError` for users of NumPy and a `LanguageError` for the command line.
"""

from __future__ import annotations

from derive.language.errors import LanguageError


class MatrixError(LanguageError, ValueError):
    """A matrix or a state that a definition does not apply to."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)


class ShapeError(MatrixError):
    """Numbers of rows and columns that do not fit."""


class NotHermitian(MatrixError):
    """A Hamiltonian or an observable that differs from its adjoint."""


class NotUnitary(MatrixError):
    """A transformation that does not preserve the norm of every state."""


class NotASymmetry(MatrixError):
    """A transformation that does not commute with the Hamiltonian."""


class ZeroState(MatrixError):
    """The zero vector, which is not a state."""


class UnreadableEntry(MatrixError):
    """An entry that is not known to be an algebraic number."""
