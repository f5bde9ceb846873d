"""What SymPy objects say of the names in them: real symbols, operators, kets, functions, matrices.

A symbol that commutes is a number, one that does not is an operator unless it is declared to be
something else.

Main results: `declared_in`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from derive.deciding.claims.problem import Declared
from derive.deciding.reading.assumptions import declaration, united
from derive.language.errors import LanguageError

if TYPE_CHECKING:
    import sympy

_WORDS = {
    ("real", True): "real",
    ("extended_real", True): "real",
    ("positive", True): "positive",
    ("negative", True): "negative",
    ("nonnegative", True): "nonnegative",
    ("nonpositive", True): "nonpositive",
    ("nonzero", True): "real nonzero",
    ("zero", False): "nonzero",
    ("integer", True): "integer",
    ("odd", True): "odd",
    ("even", True): "even",
    ("imaginary", True): "imaginary nonzero",
    ("complex", True): "",
    ("finite", True): "",
    ("commutative", True): "",
    ("commutative", False): "operator",
}
_OPERATOR_WORDS = {
    ("hermitian", True): "hermitian",
    ("antihermitian", True): "antihermitian",
    ("invertible", True): "invertible",
    ("unitary", True): "unitary",
    ("commutative", False): "operator",
}


def declared_in(
    objects: Iterable[sympy.Basic], names: Mapping[str, Declared]
) -> dict[str, Declared]:
    """The declared names, with those of SymPy objects and all that these say.

    Raises:
        LanguageError: an object contradicts a declaration, or says what is not known here.
    """
    found = dict(names)
    origins: dict[str, Any] = {}
    pending = [entry if hasattr(entry, "args") else entry.as_immutable() for entry in objects]
    pending.reverse()
    while pending:
        current = pending.pop()
        origin = _origin(current)
        if origin is not None:
            name = name_of(current)
            if origins.setdefault(name, origin) != origin:
                raise LanguageError(
                    f"two different objects of SymPy are called {name!r}", hint="rename one of them"
                )
            found[name] = _joined(found[name], current) if name in found else _declaration(current)
        if origin is None or _is_applied(current):
            parts = current.args[:3] if type(current).__name__ == "Limit" else current.args
            pending += reversed(parts)
    return found


def name_of(value: Any) -> str:
    """The name of a symbol, an operator, a ket, a bra, a function or a matrix symbol."""
    if _is_applied(value):
        name = value.func.__name__
    elif _is_quantum(value):
        name = str(value.args[0]) if len(value.args) == 1 else str(value)
    else:
        name = value.name
    if not name.isidentifier():
        raise LanguageError(
            f"the name {name!r} of a SymPy object is not made of letters and digits",
            hint="give it a name such as x_1",
        )
    return str(name)


def _origin(value: Any) -> Any:
    """What gives an object its name, if it has one: functions are classes, bras stand for kets."""
    import sympy

    if _is_applied(value):
        return value.func
    if isinstance(value, sympy.Symbol | sympy.MatrixSymbol):
        return value
    if _is_quantum(value):
        return value.dual if _is_bra(value) else value
    return None


def _is_applied(value: Any) -> bool:
    from sympy.core.function import AppliedUndef

    return isinstance(value, AppliedUndef)


def _is_quantum(value: Any) -> bool:
    """Whether a value is an operator, a ket or a bra, free of relations of its own.

    Raises:
        LanguageError: it is of a class that SymPy knows more of, such as a fermion operator.
    """
    from sympy.physics.quantum import (
        Bra,
        HermitianOperator,
        IdentityOperator,
        Ket,
        Operator,
        OuterProduct,
        UnitaryOperator,
    )

    if not isinstance(value, Operator | Ket | Bra):
        return False
    if isinstance(value, IdentityOperator | OuterProduct):
        return False
    if type(value) not in (Operator, HermitianOperator, UnitaryOperator, Ket, Bra):
        raise LanguageError(
            f"{type(value).__name__} of SymPy has relations of its own, which are not known here",
            hint="use an Operator or a Ket, and give the relations as hypotheses",
        )
    return True


def _is_bra(value: Any) -> bool:
    from sympy.physics.quantum import Bra

    return isinstance(value, Bra)


def _declaration(value: Any) -> Declared:
    """What an object says of its name."""
    import sympy
    from sympy.physics.quantum import Bra, HermitianOperator, Ket, UnitaryOperator

    name = name_of(value)
    if isinstance(value, sympy.MatrixSymbol):
        rows, columns = value.shape
        if not (rows.is_Integer and columns.is_Integer):
            raise LanguageError(
                f"the matrix {name!r} has no definite shape",
                hint="give it numerals, or declare an operator",
            )
        return declaration(name, f"matrix {rows}x{columns}")
    if _is_applied(value):
        facts = {fact: holds for fact, holds in value.func._kwargs.items() if holds is not None}
        if facts == sympy.Function(name, real=True)._kwargs:
            return declaration(name, "function real")
        return declaration(name, f"function {_words(name, facts, _WORDS)}")
    if isinstance(value, Ket | Bra):
        return declaration(name, "ket")
    if isinstance(value, HermitianOperator):
        return declaration(name, "operator hermitian")
    if isinstance(value, UnitaryOperator):
        return declaration(name, "operator unitary")
    if not isinstance(value, sympy.Symbol):
        return declaration(name, "operator")
    table = _WORDS if value.is_commutative else _OPERATOR_WORDS
    return declaration(name, _words(name, value._assumptions_orig, table))


def _words(name: str, facts: Mapping[str, Any], table: Mapping[tuple[str, bool], str]) -> str:
    words = []
    for fact, holds in facts.items():
        if holds is None:
            continue
        if (fact, holds) not in table:
            raise LanguageError(
                f"SymPy knows of {name!r} that {fact} is {holds}, which has no meaning here",
                hint="use a symbol without it, and a hypothesis or another word instead",
            )
        words.append(table[fact, holds])
    return " ".join(words)


def _joined(declared: Declared, value: Any) -> Declared:
    """The declaration with what the object says besides."""
    import sympy

    own = _declaration(value)
    is_symbol = isinstance(value, sympy.Symbol)
    if is_symbol and value.is_commutative and declared.kind in _NONCOMMUTING:
        raise LanguageError(
            f"{declared.name!r} is declared {declared.kind}, but as a symbol of SymPy it commutes",
            hint=f'write Symbol("{declared.name}", commutative=False), or pass text',
        )
    fits = declared.kind == own.kind if not is_symbol else declared.kind in _NONCOMMUTING
    if own.kind in ("operator", "ket") and fits:
        words = " ".join([declared.kind, _place(declared), *sorted(declared.words | own.words)])
        return declaration(declared.name, words)
    return united(declared, own)


def _place(declared: Declared) -> str:
    """The word for the spaces or the shape of a declared name."""
    match declared.kind:
        case "operator":
            return f"{declared.domain}->{declared.codomain}"
        case "matrix":
            return "{}x{}".format(*declared.shape)
    return declared.domain or declared.codomain


_NONCOMMUTING = ("operator", "ket", "bra", "matrix")
