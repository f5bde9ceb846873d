"""Expressions for Hypothesis: whatever the text reader can give, over the names in `NAMES`."""

from fractions import Fraction

from hypothesis import strategies as st

from derive.deciding.claims.expressions import (
    IMAGINARY,
    INFINITY,
    MINUS_ONE,
    PI,
    Application,
    Binder,
    Expression,
    Grid,
    Number,
    Symbol,
    add,
    call,
    divide,
    multiply,
    negative,
    power,
    subtract,
)
from derive.deciding.reading.assumptions import read_assumptions
from derive.deciding.reading.building import factors_of, limit, negated, terms_of

NAMES = read_assumptions(
    {
        "x y z_1": "complex",
        "m n": "natural",
        "A B": "operator",
        "psi": "ket",
        "M": "matrix 2x2",
        "f g": "function",
    }
)
SYMBOLS = [name for name, declared in NAMES.items() if declared.kind != "function"]
ONE_PLACE = "exp log sin asinh abs re conjugate factorial floor adjoint trace determinant".split()

numbers = st.builds(
    lambda above, below: Number(Fraction(above, below)), st.integers(-6, 6), st.integers(1, 4)
)
atoms = st.one_of(numbers, st.sampled_from([IMAGINARY, PI]), st.sampled_from(SYMBOLS).map(Symbol))


def sum_of(terms: list[Expression]) -> Expression:
    return add(*terms_of(terms[0]), *terms[1:])


def product_of(factors: list[Expression]) -> Expression:
    if factors[0] == MINUS_ONE and len(factors) == 2:
        return negated(factors[1])
    return multiply(*factors_of(factors[0]), *factors[1:])


def binders(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    names = st.sampled_from(["x", "y", "k"])
    free = st.sampled_from(["x", "y"])
    bounds = st.one_of(parts, st.just(INFINITY))
    return st.one_of(
        st.builds(
            lambda kind, name, body, low, high: Binder(kind, name, body, (low, high)),
            st.sampled_from(["integral", "sum", "product"]),
            names,
            parts,
            bounds,
            bounds,
        ),
        st.builds(
            lambda name, body, order: Binder("derivative", name, body, (Symbol(name), order)),
            free,
            parts,
            st.one_of(st.just(Number(Fraction(1))), st.just(Number(Fraction(3))), parts),
        ),
        st.builds(
            lambda name, body: Binder("antiderivative", name, body, (Symbol(name),)), free, parts
        ),
        st.builds(
            lambda name, body, point, side: limit(body, name, point, side),
            names,
            parts,
            st.one_of(parts, st.just(INFINITY)),
            st.sampled_from([-1, 0, 1]),
        ),
    )


def composite(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.lists(parts, min_size=2, max_size=4).map(sum_of),
        st.lists(parts, min_size=2, max_size=4).map(product_of),
        st.builds(power, parts, parts),
        st.builds(power, parts, numbers),
        st.builds(call, st.sampled_from(ONE_PLACE), parts),
        st.builds(lambda a, b: call("binomial", a, b), parts, parts),
        st.builds(
            lambda name, arguments: Application(name, tuple(arguments)),
            st.sampled_from(["f", "g"]),
            st.lists(parts, min_size=1, max_size=2),
        ),
        st.lists(st.tuples(parts, parts), min_size=1, max_size=2).map(lambda r: Grid(tuple(r))),
        binders(parts),
    )


expressions = st.recursive(atoms, composite, max_leaves=12)


def arithmetic(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda terms: add(*terms)),
        st.lists(parts, min_size=1, max_size=3).map(lambda factors: multiply(*factors)),
        parts.map(negative),
        st.builds(subtract, parts, parts),
        st.builds(divide, parts, parts),
        st.builds(power, parts, parts),
    )


grouped_expressions = st.recursive(atoms, arithmetic, max_leaves=12)
