"""Random syntax trees over a glossary: every tree that the reader can produce."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from derive.language import syntax as tree
from derive.language.glossary import NATURAL, Declaration, Glossary
from derive.language.patterns import patterns_of

Expressions = st.SearchStrategy[tree.Expression]

NUMERALS = st.sampled_from(["0", "1", "2", "3", "12", "6.62607015", "0.5"]).map(tree.Number)
INTEGERS = st.sampled_from(["0", "1", "2", "12"]).map(tree.Number)
SEPARATORS = st.sampled_from(["", "", "", r"\cdot", r"\times"])


def form(declaration: Declaration) -> str:
    """Whether a symbol is written as a ket, a bra or in another way."""
    return next(patterns_of(declaration)).form


def indices(glossary: Glossary, over: str) -> st.SearchStrategy[tree.Symbol]:
    names = [
        entry.name for entry in glossary.symbols() if entry.kind == "index" and entry.over == over
    ]
    return st.sampled_from(names).map(tree.Symbol)


def natural_terms(glossary: Glossary) -> Expressions:
    """What may stand in a natural slot."""
    names = [entry.name for entry in glossary.symbols() if entry.is_natural]
    leaves: Expressions = st.one_of(INTEGERS, st.sampled_from(names).map(tree.Symbol))
    return st.recursive(
        leaves,
        lambda below: st.one_of(
            sums(below), products(below), st.builds(tree.Power, below, INTEGERS)
        ),
        max_leaves=3,
    )


def symbols(glossary: Glossary, *forms: str) -> st.SearchStrategy[tree.Symbol]:
    def filled(declaration: Declaration) -> st.SearchStrategy[tree.Symbol]:
        slots: list[Any] = [
            natural_terms(glossary) if slot == NATURAL else indices(glossary, slot)
            for slot in declaration.slots
        ]
        return st.builds(tree.Symbol, st.just(declaration.name), st.tuples(*slots))

    entries = [
        entry for entry in glossary.symbols() if entry.kind != "index" and form(entry) in forms
    ]
    return st.one_of([filled(entry) for entry in entries])


def sums(below: Expressions) -> Expressions:
    @st.composite
    def build(draw: st.DrawFn) -> tree.Expression:
        terms = draw(st.lists(below, min_size=2, max_size=3))
        signs: Any = tuple(draw(st.sampled_from("+-")) for _ in terms)
        return tree.Sum(signs, tuple(terms))

    return build()


def products(below: Expressions) -> Expressions:
    @st.composite
    def build(draw: st.DrawFn) -> tree.Expression:
        factors = draw(st.lists(below, min_size=2, max_size=4))
        separators: Any = tuple(draw(SEPARATORS) for _ in factors[1:])
        return tree.Product(tuple(factors), separators)

    return build()


def matrices(below: Expressions) -> Expressions:
    @st.composite
    def build(draw: st.DrawFn) -> tree.Expression:
        height, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        entry = st.one_of(below, st.just(tree.Blank()))
        rows = [tuple(draw(entry) for _ in range(width)) for _ in range(height)]
        if all(isinstance(cell, tree.Blank) for row in rows for cell in row):
            rows[0] = (draw(below), *rows[0][1:])
        brackets: Any = draw(st.sampled_from(["bmatrix", "pmatrix"]))
        return tree.Matrix(tuple(rows), brackets)

    return build()


def summations(glossary: Glossary, below: Expressions) -> Expressions:
    sets = sorted({entry.over for entry in glossary.symbols() if entry.kind == "index"})

    @st.composite
    def build(draw: st.DrawFn) -> tree.Expression:
        over = draw(st.sampled_from(sets))
        chosen = draw(st.lists(indices(glossary, over), min_size=1, max_size=2))
        return tree.Summation(tuple(chosen), draw(below), draw(st.booleans()))

    return build() if sets else below


def deltas(glossary: Glossary, below: Expressions) -> Expressions:
    sets = sorted({entry.over for entry in glossary.symbols() if entry.kind == "index"})
    if not sets:
        return below
    return st.sampled_from(sets).flatmap(
        lambda over: st.builds(tree.Delta, indices(glossary, over), indices(glossary, over))
    )


def bras(glossary: Glossary) -> Expressions:
    kets = symbols(glossary, "ket").map(tree.Bra)
    functionals = [entry for entry in glossary.symbols() if form(entry) == "bra"]
    return st.one_of(kets, symbols(glossary, "bra")) if functionals else kets


@lru_cache(maxsize=8)
def expressions(glossary: Glossary, max_leaves: int = 12) -> Expressions:
    """Any term over the glossary; most of them make no sense, all of them can be written."""
    leaves: Expressions = st.one_of(
        NUMERALS,
        st.just(tree.ImaginaryUnit()),
        symbols(glossary, "symbol", "ket"),
        bras(glossary),
    )

    def larger(below: Expressions) -> Expressions:
        marks = st.sampled_from([r"\dagger", "*", r"\overline"])
        middles = st.one_of(st.none(), below)
        return st.one_of(
            sums(below),
            products(below),
            products(below),
            st.builds(tree.Negative, below),
            st.builds(tree.Fraction, below, below),
            st.builds(tree.Quotient, below, below),
            st.builds(tree.Power, below, below),
            st.builds(tree.Root, below, st.sampled_from([2, 2, 3, 10])),
            st.builds(tree.Adjoint, below, marks),
            st.builds(tree.Exponential, below, st.booleans()),
            st.builds(tree.Commutator, below, below),
            st.builds(tree.Anticommutator, below, below),
            st.builds(tree.Modulus, below),
            st.builds(tree.Norm, below),
            st.builds(tree.Sandwich, bras(glossary), middles, symbols(glossary, "ket")),
            matrices(below),
            summations(glossary, below),
            deltas(glossary, below),
        )

    return st.recursive(leaves, larger, max_leaves=max_leaves)


def comparisons(glossary: Glossary) -> st.SearchStrategy[tree.Formula]:
    @st.composite
    def build(draw: st.DrawFn) -> tree.Formula:
        sides = draw(st.lists(expressions(glossary, 4), min_size=2, max_size=3))
        relation = st.sampled_from(["=", r"\neq", r"\le", r"\ge"])
        relations: Any = tuple(draw(relation) for _ in sides[1:])
        return tree.Comparison(tuple(sides), relations)

    return build()


@lru_cache(maxsize=8)
def formulas(glossary: Glossary) -> st.SearchStrategy[tree.Formula]:
    """Any statement over the glossary."""
    names = [entry.name for entry in glossary.symbols() if not entry.slots]
    variables = st.lists(st.sampled_from(names).map(tree.Symbol), max_size=3)
    variables = variables.filter(lambda found: all(form(glossary[s.name]) != "bra" for s in found))

    def clauses(below: st.SearchStrategy[tree.Formula]) -> st.SearchStrategy[tree.Formula]:
        premises = st.lists(below, max_size=2)
        return (
            st.tuples(variables, premises, below)
            .filter(lambda parts: bool(parts[0] or parts[1]))
            .map(lambda parts: tree.Clause(tuple(parts[0]), tuple(parts[1]), parts[2]))
        )

    return st.recursive(comparisons(glossary), clauses, max_leaves=4)
