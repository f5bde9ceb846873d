"""Random syntax trees over a glossary: every tree that the reader can produce."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from derive.language import analysis as calculus
from derive.language import syntax as tree
from derive.language.functions import LATEX_FUNCTIONS
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
        entry
        for entry in glossary.symbols()
        if entry.kind not in ("index", "function") and form(entry) in forms
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


def letters(glossary: Glossary) -> st.SearchStrategy[tree.Symbol]:
    """The declared symbols that a binder may bind."""
    names = [
        entry.name
        for entry in glossary.symbols()
        if entry.kind == "scalar" and not entry.slots and "^" not in entry.tokens
    ]
    return st.sampled_from(names).map(tree.Symbol)


def with_letter(
    draw: st.DrawFn, variable: calculus.Variable, below: Expressions
) -> tree.Expression:
    """A term in which an undeclared letter stands."""
    doubled = tree.Product((tree.Number("2"), variable), ("",))
    terms = [
        variable,
        calculus.FunctionCall(r"\sin", variable),
        calculus.FunctionCall(r"\ln", doubled, tree.Number("2")),
        tree.Product((draw(below), variable), ("",)),
        tree.Sum(("+", "-"), (variable, draw(below))),
        tree.Power(variable, draw(below)),
    ]
    return draw(st.sampled_from(terms))


def binders(glossary: Glossary, below: Expressions) -> Expressions:
    """Integrals, sums and products over ranges, limits and derivatives."""
    declared = letters(glossary)
    marks: Any = st.sampled_from(["d", r"\mathrm{d}"])
    sides: Any = st.sampled_from(["", "+", "-"])
    commands: Any = st.sampled_from([r"\sum", r"\prod"])
    orders = st.sampled_from(["1", "2", "10", "n"]).map(
        lambda text: tree.Symbol("n") if text == "n" else tree.Number(text)
    )
    numerals = st.sampled_from(["1", "2"]).map(tree.Number)

    @st.composite
    def build(draw: st.DrawFn) -> tree.Expression:
        undeclared = draw(st.sampled_from([None, "t", r"\zeta", "u_1"]))
        variable: Any = draw(declared) if undeclared is None else calculus.Variable(undeclared)
        body = draw(below) if undeclared is None else with_letter(draw, variable, below)
        kind = draw(st.sampled_from("integral range limit derivative mixed".split()))
        if kind == "range":
            return calculus.OverRange(draw(commands), variable, draw(below), draw(below), body)
        if kind == "limit":
            return calculus.Limit(variable, draw(below), body, draw(sides))
        if kind == "integral" and glossary.written(r"\int") is None:
            bounds = (draw(below), draw(below))
            antiderivative = undeclared is None and draw(st.booleans())
            return calculus.Integral(body, variable, () if antiderivative else bounds, draw(marks))
        mark: Any = draw(st.sampled_from(["d", r"\mathrm{d}", r"\partial"]))
        count = 2 if kind == "mixed" else 1
        variables = tuple(draw(declared) for _ in range(count))
        chosen = tuple(draw(numerals if count > 1 else orders) for _ in range(count))
        return calculus.Derivative(variables, chosen, draw(below), mark)

    return build()


def analysis(glossary: Glossary, below: Expressions) -> Expressions:
    """Functions, factorials, constants, and what binds letters."""
    names: Any = ["e", "infinity"]
    if glossary.written(r"\pi") is None:
        names.append("pi")
    functions = [entry.name for entry in glossary.symbols() if entry.kind == "function"]
    exponents = st.sampled_from(["", "2", "10", "n", "n + k"]).map(_exponent)
    marks: Any = st.sampled_from(["T", r"\mathsf{T}", r"\mathrm{T}", r"\top", r"\intercal"])
    commands = st.sampled_from(list(LATEX_FUNCTIONS))
    constants = st.sampled_from(names)
    bound = binders(glossary, below)
    kinds = "call call delta factorial binomial rounding transpose constant binder binder".split()

    @st.composite
    def build(draw: st.DrawFn) -> tree.Expression:
        match draw(st.sampled_from([*kinds, *["application"] * bool(functions)])):
            case "call":
                return calculus.FunctionCall(draw(commands), draw(below), draw(exponents))
            case "factorial":
                return calculus.Factorial(draw(below))
            case "binomial":
                return calculus.Binomial(draw(below), draw(below))
            case "delta":
                return calculus.KroneckerDelta(draw(below), draw(below))
            case "rounding":
                return calculus.Rounding(draw(below), draw(st.booleans()))
            case "transpose":
                return calculus.Transpose(draw(below), draw(marks))
            case "constant":
                return calculus.NamedConstant(draw(constants))
            case "application":
                arguments = draw(st.lists(below, min_size=1, max_size=2))
                primes = draw(st.integers(0, 2)) if len(arguments) == 1 else 0
                name = draw(st.sampled_from(functions))
                return calculus.Application(name, tuple(arguments), primes)
        return draw(bound)

    return build()


def _exponent(text: str) -> tree.Expression | None:
    if text == "n + k":
        return tree.Sum(("+", "+"), (tree.Symbol("n"), tree.Symbol("k")))
    if text == "n":
        return tree.Symbol("n")
    return tree.Number(text) if text else None


@lru_cache(maxsize=8)
def expressions(
    glossary: Glossary, max_leaves: int = 12, *, with_analysis: bool = True
) -> Expressions:
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
            *[analysis(glossary, below)] * with_analysis,
        )

    return st.recursive(leaves, larger, max_leaves=max_leaves)


def comparisons(glossary: Glossary) -> st.SearchStrategy[tree.Formula]:
    @st.composite
    def build(draw: st.DrawFn) -> tree.Formula:
        sides = draw(st.lists(expressions(glossary, 4), min_size=2, max_size=3))
        relation = st.sampled_from(["=", r"\neq", r"\le", r"\ge", "<", ">"])
        relations: Any = tuple(draw(relation) for _ in sides[1:])
        return tree.Comparison(tuple(sides), relations)

    return build()


@lru_cache(maxsize=8)
def formulas(glossary: Glossary) -> st.SearchStrategy[tree.Formula]:
    """Any statement over the glossary."""
    names = [
        entry.name for entry in glossary.symbols() if not entry.slots and entry.kind != "function"
    ]
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
