"""Kernel objects as the data of a certificate.

What is written here is read back by `derive.kernel.certificates`; a mistake here makes a proof
fail, never pass.

Main results: `encoded`, `declaration`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from derive.kernel import exponents
from derive.kernel.atoms import Index, Variable
from derive.kernel.exponents import Exponent
from derive.kernel.formulas import Clause, Equation, Formula, NonNegative
from derive.kernel.rules import Multiple
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Letter, Monomial, Term, Word, natural_term

Data = Any


def declaration(variable: Variable) -> Data:
    """How a certificate declares an atom or an index."""
    if isinstance(variable, Index):
        return ["index", _spoken(variable.name), variable.over]
    ends = [variable.codomain.name, variable.domain.name]
    properties = list(variable.properties)
    return ["atom", _spoken(variable.name), *ends, properties, list(variable.slots)]


def encoded(kind: str, value: Any) -> Data:
    """A part of a step, of a kind that the tables of `derive.kernel.certificates` name."""
    if kind.endswith("*"):
        return [encoded(kind[:-1], part) for part in value]
    return _KINDS.get(kind, _plain)(value)


def _plain(value: Any) -> Data:
    return value


def _spoken(name: str) -> str:
    """A name of the kernel's own, as one that a certificate may declare."""
    return "~" + name[1:] if name[0] in "%?" else name


def _rational(value: Fraction) -> Data:
    return str(value)


def _variable(variable: Variable) -> Data:
    return _spoken(variable.name)


def _term(term: Term) -> Data:
    parts = [_monomial(monomial, c) for monomial, c in term.monomials.items()]
    return ["+", term.codomain.name, term.domain.name, [_typed(part, term) for part in parts]]


def _typed(part: Data, term: Term) -> Data:
    """The part as a multiple of the identity where the term maps a space to itself."""
    if term.is_scalar or term.codomain != term.domain:
        return part
    return ["*", [part, ["identity", term.codomain.name]]]


def _monomial(monomial: Monomial, coefficient: Fraction) -> Data:
    parts = ["0", str(coefficient)] if monomial.imaginary else [str(coefficient), "0"]
    factors: list[Data] = [["number", *parts]]
    if monomial.sign:
        factors.append(["^", _whole(-1), _exponent(monomial.sign)])
    factors += [["delta", _spoken(i.name), _spoken(j.name)] for i, j in monomial.deltas]
    for word, power in monomial.scalars:
        factors.append(_power(["*", _word(word)], power) if len(word) > 1 else _base(word, power))
    factors += _word(monomial.word)
    product = ["*", factors]
    if not monomial.bound:
        return product
    return ["sum", [declaration(index) for index in monomial.indices], product]


def _base(word: Word, power: Exponent) -> Data:
    ((letter, inner),) = word
    return _letter(letter, exponents.multiply(inner, power))


def _word(word: Word) -> list[Data]:
    return [_letter(letter, power) for letter, power in word]


def _letter(letter: Letter, power: Exponent) -> Data:
    atom = letter.atom
    if atom.name.startswith("#"):
        return _power(["size", atom.name[1:]], power)
    slots = [_spoken(a.name) if isinstance(a, Index) else _exponent(a) for a in letter.arguments]
    whole = _power(["atom", _spoken(atom.name), slots], power)
    return ["adjoint", whole] if letter.adjoint else whole


def _power(base: Data, power: Exponent) -> Data:
    return base if power == exponents.ONE else ["^", base, _exponent(power)]


def _exponent(exponent: Exponent) -> Data:
    whole = exponents.as_integer(exponent)
    return _term(natural_term(exponent)) if whole is None else _whole(whole)


def _whole(number: int) -> Data:
    return ["number", str(number), "0"]


def _formula(formula: Formula) -> Data:
    if isinstance(formula, Equation):
        return ["=", _term(formula.left), _term(formula.right)]
    if isinstance(formula, NonNegative):
        return [">=", _term(formula.term)]
    if isinstance(formula, Clause):
        bound = [declaration(variable) for variable in formula.variables]
        premises = [_formula(premise) for premise in formula.premises]
        return ["forall", bound, premises, _formula(formula.conclusion)]
    raise TypeError(f"not a formula: {formula!r}")


def _value(value: Replacement | Index) -> Data:
    if isinstance(value, Index):
        return ["index", value.name]
    slots = [declaration(parameter) for parameter in value.parameters]
    inverse = None if value.inverse is None else _term(value.inverse)
    return ["term", slots, _term(value.term), inverse]


def _multiple(multiple: Multiple) -> Data:
    over = [index.name for index in multiple.over]
    sides = [_term(multiple.left), _term(multiple.right)]
    return ["*", multiple.theorem, *sides, over, multiple.adjoint]


_KINDS: Mapping[str, Callable[[Any], Data]] = {
    "term": _term,
    "formula": _formula,
    "value": _value,
    "multiple": _multiple,
    "rational": _rational,
    "names": _variable,
}
