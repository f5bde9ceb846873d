"""What SymPy objects say of the names in them: real symbols, operators, kets, functions, matrices.

A symbol that commutes is a number, one that does not is an operator unless it is declared to be
something else.

Main results: `declared_in`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from derive.deciding.problem import Declared
from derive.deciding.reading.assumptions import closed_words, declaration, united
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
    while pending:
        current = pending.pop()
        origin = _named(current)
        if origin is None:
            pending += current.args[:3] if type(current).__name__ == "Limit" else current.args
            if not _is_applied(current):
                continue
            origin = current.func
        name = name_of(current)
        if origins.setdefault(name, origin) == origin and name in found and name in origins:
            found[name] = _joined(found[name], current, name in names)
        elif origins[name] != origin:
            raise LanguageError(
                f"two different objects of SymPy are called {name!r}", hint="rename one of them"
            )
        else:
            found[name] = _declaration(current)
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


def _named(value: Any) -> Any:
    """What a name stands for, if the object is one: bras stand for their kets."""
    import sympy

    if isinstance(value, sympy.Symbol | sympy.MatrixSymbol):
        return value
    if _is_quantum(value):
        return value.dual if _is_bra(value) else value
    return None


def _is_applied(value: Any) -> bool:
    from sympy.core.function import AppliedUndef

    return isinstance(value, AppliedUndef)


def _is_quantum(value: Any) -> bool:
    from sympy.physics.quantum import Bra, IdentityOperator, Ket, Operator, OuterProduct

    named = isinstance(value, Operator | Ket | Bra)
    return named and not isinstance(value, IdentityOperator | OuterProduct)


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


def _joined(declared: Declared, value: Any, is_assumed: bool) -> Declared:
    """The declaration with what the object says besides."""
    import sympy

    own = _declaration(value)
    symbol = isinstance(value, sympy.Symbol)
    if is_assumed and symbol and not value.is_commutative and declared.kind in _NONCOMMUTING:
        words = closed_words(declared.name, declared.words | own.words)
        return Declared(
            declared.name, declared.kind, words, declared.domain, declared.codomain, declared.shape
        )
    if symbol and value.is_commutative and declared.kind in _NONCOMMUTING:
        raise LanguageError(
            f"{declared.name!r} is declared {declared.kind}, but as a symbol of SymPy it commutes",
            hint=f'write Symbol("{declared.name}", commutative=False), or pass text',
        )
    if declared.kind == "operator" == own.kind:
        words = closed_words(declared.name, declared.words | own.words)
        return Declared(declared.name, "operator", words, declared.domain, declared.codomain)
    if declared.kind == "ket" == own.kind:
        return declared
    return united(declared, own)


_NONCOMMUTING = ("operator", "ket", "bra", "matrix")
