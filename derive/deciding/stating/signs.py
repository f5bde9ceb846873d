"""What is evident of a scalar term in normal form: that it is real, positive, nonzero, natural.

Only declared properties and the form count, nothing is searched.

Main results: `evidently`.
"""

from __future__ import annotations

from derive.kernel.atoms import NATURAL, KernelError
from derive.kernel.exponents import as_integer, is_natural
from derive.kernel.terms import Monomial, Term, exponent_of


def evidently(word: str, term: Term) -> bool:
    """Whether the term is so in every model, by its form.

    Args:
        word: "real", "nonzero", "nonnegative", "positive", "natural", or "" for nothing at all.
        term: a scalar; of an operator nothing is evident.
    """
    if not word:
        return True
    if not term.is_scalar:
        return False
    match word:
        case "real":
            return _is_real(term)
        case "nonzero":
            return _signs(term) == "positive" or _signs(-term) == "positive" or _is_unit(term)
        case "nonnegative":
            return _signs(term) in ("positive", "nonnegative")
        case "positive":
            return _signs(term) == "positive"
        case "natural":
            return _is_natural(term)
    raise AssertionError(word)


def _is_real(term: Term) -> bool:
    try:
        return term.adjoint() == term
    except KernelError:
        return False


def _is_natural(term: Term) -> bool:
    try:
        return is_natural(exponent_of(term))
    except KernelError:
        return False


def _is_unit(term: Term) -> bool:
    if len(term.monomials) != 1:
        return False
    ((monomial, _),) = term.monomials.items()
    return (
        not monomial.deltas
        and not monomial.bound
        and all(
            len(word) == 1 and "invertible" in word[0][0].atom.properties
            for word, _ in monomial.scalars
        )
    )


def _signs(term: Term) -> str:
    """Whether a term is a sum of products of positive symbols, of naturals and of squares too."""
    if not term:
        return "nonnegative"
    found = {_sign(monomial) if c > 0 else "" for monomial, c in term.monomials.items()}
    if "" in found:
        return ""
    return "positive" if "positive" in found else "nonnegative"


def _sign(monomial: Monomial) -> str:
    if monomial.imaginary or monomial.sign or monomial.deltas or monomial.bound or monomial.word:
        return ""
    signs = set()
    remaining = dict(monomial.scalars)
    for word, power in monomial.scalars:
        if len(word) != 1:
            return ""
        here = word[0][0]
        atom, whole = here.atom, as_integer(power)
        if "positive" in atom.properties:
            signs.add("positive")
        elif NATURAL in atom.properties and is_natural(power):
            signs.add("nonnegative")
        elif "hermitian" in atom.properties and whole is not None and whole % 2 == 0:
            signs.add("positive" if "invertible" in atom.properties else "nonnegative")
        else:
            partner = ((here._replace(adjoint=not here.adjoint), word[0][1]),)
            if remaining.get(partner) != power:
                return ""
            signs.add("positive" if "invertible" in atom.properties else "nonnegative")
    return "nonnegative" if "nonnegative" in signs else "positive"
