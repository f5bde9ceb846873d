"""Why there is no weaker statement: it would have no meaning, or nothing is known of it.

A statement loses its meaning if it divides by what may then be zero, or if what was a natural
number stands in an exponent or in a slot.  Whatever else keeps it from being read leaves the
question open, such as a theorem that is cited for a value of which no inverse is evident.

Main results: `lacking`, `bound`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from derive.checking.statement import Lowered
from derive.kernel import exponents
from derive.kernel.formulas import Clause, Equation, Formula
from derive.kernel.terms import Term
from derive.language import syntax
from derive.language.errors import MayBeZero
from derive.necessity.question import Lacking
from derive.necessity.weakening import Words
from derive.theorem import Theorem


def lacking(error: Exception, lowered: Lowered, left: Mapping[str, Words]) -> Lacking:
    """Why a weaker statement cannot be put.

    Args:
        error: what was raised when it was read.
        lowered: the theorem as it stands.
        left: the words that are left of symbols; empty where a premise is dropped.
    """
    glossary = lowered.theorem.glossary
    lost = {name: _implied(glossary[name].properties) - _implied(left[name]) for name in left}
    invertible = [name for name, words in lost.items() if words & {"nonzero", "invertible"}]
    elsewhere = _bound_by_hypotheses(lowered.theorem)
    if _divides(error) and (set(invertible) - elsewhere or not left):
        return "meaning"
    divisors = {name for formula in lowered.assumptions for name in _divisors(formula)}
    natural = [name for name, words in lost.items() if "natural" in words]
    if divisors.intersection(invertible) or any(_counts(n, lowered.theorem) for n in natural):
        return "meaning"
    return "open"


def _implied(words: Words) -> Words:
    """The words with those that follow from them."""
    return words | {"real", "nonzero"} if "positive" in words else words


def _divides(error: BaseException | None) -> bool:
    """Whether an error has come from a division by what may be zero."""
    while error is not None and not isinstance(error, MayBeZero):
        error = error.__cause__ or error.__context__
    return error is not None


def _divisors(formula: Formula) -> Iterator[str]:
    """The names of what a formula has to a power that is no natural number."""
    if isinstance(formula, Clause):
        for part in (*formula.premises, formula.conclusion):
            yield from _divisors(part)
        return
    terms = (formula.left, formula.right) if isinstance(formula, Equation) else (formula.term,)
    for term in terms:
        yield from _divisors_of(term)


def _divisors_of(term: Term) -> Iterator[str]:
    for monomial in term.monomials:
        for word, outer in ((monomial.word, exponents.ONE), *monomial.scalars):
            for here, power in word:
                if not exponents.is_natural(exponents.multiply(power, outer)):
                    yield here.atom.name


def _said(theorem: Theorem) -> list[syntax.Formula]:
    return [hypothesis.formula for hypothesis in theorem.hypotheses if hypothesis.formula]


def _bound_by_hypotheses(theorem: Theorem) -> set[str]:
    """The symbols that hypotheses bind, which may be divided by there and nowhere else."""
    return {name for formula in _said(theorem) for name in bound(formula)}


def _counts(name: str, theorem: Theorem) -> bool:
    """Whether a symbol stands in an exponent or a slot, but where a hypothesis binds it."""
    stated = [formula for formula in _said(theorem) if name not in bound(formula)]
    nodes = [node for tree in (*stated, *theorem.claims) for node in tree.walk()]
    places: list[syntax.Node] = [n.exponent for n in nodes if isinstance(n, syntax.Power)]
    places += [slot for n in nodes if isinstance(n, syntax.Symbol) for slot in n.arguments]
    symbols = (node for place in places for node in place.walk())
    return any(isinstance(node, syntax.Symbol) and node.name == name for node in symbols)


def bound(formula: syntax.Formula) -> set[str]:
    """The symbols that a formula binds."""
    clauses = [node for node in formula.walk() if isinstance(node, syntax.Clause)]
    return {symbol.name for clause in clauses for symbol in clause.variables}
