"""Random typed expressions, as trees that both the kernel and explicit matrices can evaluate."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

from hypothesis import strategies as st

from derive.kernel import terms
from derive.kernel.atoms import NATURAL, Atom, C, Index, Space
from derive.kernel.terms import Term, letter
from tests.kernel.matrices import Environment, Matrix, Model, nothing, scalar, unit
from tests.kernel.vocabulary import cardinality, inverse_of

Tree = tuple[Any, ...]
"""A tag and the parts that belong to it; `to_term` and `evaluate` say what each one means."""

V, W, E = Space("V"), Space("W"), Space("E", inner=False)
SPACES = (C, V, W, E)
INDICES = (Index("i", "I"), Index("j", "J"), Index("k", "I"))
N, M = Atom("n", C, C, (NATURAL,)), Atom("m", C, C, (NATURAL,))


def _declared(name: str, codomain: Space, domain: Space, properties: str, slots: str) -> Atom:
    return Atom(name, codomain, domain, properties.split(), slots.split())


ATOMS = tuple(
    _declared(*row)
    for row in [
        ("a", C, C, "", ""),
        ("r", C, C, "hermitian", ""),
        ("w", C, C, "invertible", ""),
        ("p", C, C, "positive", ""),
        ("l", C, C, "natural invertible", ""),
        ("c", C, C, "", "I"),
        ("q", C, C, "hermitian invertible", "I J"),
        ("s", C, C, "", "natural"),
        ("v", V, C, "", ""),
        ("u", V, C, "", "I"),
        ("x", W, C, "", "J"),
        ("e", E, C, "", ""),
        ("f", C, E, "", "I"),
        ("b", C, V, "", ""),
        ("A", V, V, "adjointable", ""),
        ("H", V, V, "hermitian", ""),
        ("X", V, V, "adjointable invertible", ""),
        ("K", V, V, "hermitian invertible", "J"),
        ("S", V, V, "adjointable", "natural"),
        ("P", V, V, "adjointable", "I I"),
        ("B", W, V, "adjointable", ""),
        ("Y", W, V, "adjointable invertible", ""),
        ("D", E, E, "", ""),
        ("Z", E, E, "invertible", ""),
        ("T", V, E, "", ""),
        ("U", E, W, "", "J"),
    ]
)


def naturals() -> st.SearchStrategy[Tree]:
    """Polynomials with natural coefficients in n and m, of any values that are small."""
    leaves = st.sampled_from([("atom", N), ("atom", M), *(("number", k) for k in range(3))])
    pair = st.tuples(st.sampled_from("+*"), leaves, leaves)
    return st.one_of(leaves, pair)


def trees(
    codomain: Space = C,
    domain: Space = C,
    *,
    depth: int = 3,
    adjointable: bool = False,
    indices: tuple[Index, ...] = INDICES,
) -> st.SearchStrategy[Tree]:
    """Expressions of a type, over the atoms above and the free indices given."""

    @st.composite
    def tree(
        draw: Callable[..., Any], to: Space, of: Space, depth: int, known: frozenset[Index]
    ) -> Tree:
        def below(to: Space, of: Space, known: frozenset[Index] = known) -> Tree:
            return draw(tree(to, of, depth - 1, known))  # type: ignore[no-any-return]

        kinds = ["+", "+", "*", "*", "*", "sum", "scale"]
        kinds += ["adjoint"] * 2 * (to.inner and of.inner)
        kinds += ["power", "power"] * (to == of)
        kind = draw(st.sampled_from(kinds)) if depth > 0 else "leaf"
        if kind == "+":
            return "+", below(to, of), below(to, of)
        if kind == "scale":
            left, right = (below(C, C), below(to, of))
            return ("*", left, right) if draw(st.booleans()) else ("*", right, left)
        if kind == "*":
            middle = draw(st.sampled_from([s for s in SPACES if s.inner or not adjointable]))
            return "*", below(to, middle), below(middle, of)
        if kind == "sum":
            index = draw(st.sampled_from(INDICES))
            return "sum", index, below(to, of, known | {index})
        if kind == "adjoint":
            return "adjoint", draw(
                trees(of, to, depth=depth - 1, adjointable=True, indices=tuple(sorted(known)))
            )
        if kind == "power":
            return draw(powers(to, known))  # type: ignore[no-any-return]
        return draw(leaves(to, of, known))  # type: ignore[no-any-return]

    def usable(atom: Atom, known: frozenset[Index]) -> bool:
        sets = {index.over for index in known} | {NATURAL}
        return sets.issuperset(atom.slots) and (not adjointable or "adjointable" in atom.properties)

    @st.composite
    def filled(draw: Callable[..., Any], atom: Atom, known: frozenset[Index]) -> Tree:
        def argument(slot: str) -> Any:
            if slot == NATURAL:
                return draw(naturals())
            return draw(st.sampled_from(sorted(index for index in known if index.over == slot)))

        return "atom", atom, *map(argument, atom.slots)

    @st.composite
    def leaves(draw: Callable[..., Any], to: Space, of: Space, known: frozenset[Index]) -> Tree:
        fit = [a for a in ATOMS if (a.codomain, a.domain) == (to, of) and usable(a, known)]
        turned = [a for a in ATOMS if (a.domain, a.codomain) == (to, of) and usable(a, known)]
        choices: list[tuple[str, Any]] = [("atom", atom) for atom in fit]
        choices += [("adjoint", atom) for atom in turned if "adjointable" in atom.properties]
        choices += [("inverse", atom) for atom in turned if "invertible" in atom.properties]
        choices += [("identity", to)] * (to == of)
        if to == C == of:
            choices += [("number", k) for k in (-1, 2)] + [("i", None), ("sign", None)]
            pairs = [(a, b) for a in known for b in known if a.over == b.over]
            choices += [("delta", pair) for pair in sorted(pairs)] * 2
            choices += [("size", "I"), ("atom", N)]
        kind, what = draw(st.sampled_from(choices or [("zero", None)]))
        match kind:
            case "atom":
                return draw(filled(what, known))  # type: ignore[no-any-return]
            case "adjoint":
                return "adjoint", draw(filled(what, known))
            case "inverse":
                return "inverse", *draw(filled(what, known))[1:]
            case "sign":
                return "sign", draw(naturals())
            case "delta":
                return "delta", *what
            case "zero":
                return "zero", to, of
        return (kind,) if what is None else (kind, what)

    @st.composite
    def powers(draw: Callable[..., Any], space: Space, known: frozenset[Index]) -> Tree:
        ends = [a for a in ATOMS if a.codomain == a.domain == space and usable(a, known)]
        atom = draw(st.sampled_from(ends)) if ends else None
        if atom is None:
            return "identity", space
        exponent = draw(naturals())
        if "invertible" in atom.properties and draw(st.booleans()):
            exponent = ("*", ("number", -1), exponent)
        base = draw(filled(atom, known))
        base = (
            ("adjoint", base) if "adjointable" in atom.properties and draw(st.booleans()) else base
        )
        return "^", base, exponent

    return tree(codomain, domain, depth, frozenset(indices))


def to_term(tree: Tree) -> Term:
    """The tree as the kernel reads it."""
    match tree:
        case ("number", value):
            return terms.number(value)
        case ("i",):
            return terms.number(0, 1)
        case ("zero", codomain, domain):
            return terms.zero(codomain, domain)
        case ("identity", space):
            return terms.identity(space)
        case ("atom", atom, *slots):
            return letter(atom, *map(_slot, slots))
        case ("inverse", atom, *slots):
            return inverse_of(atom, *map(_slot, slots))
        case ("sign", exponent):
            return terms.sign(to_term(exponent))
        case ("delta", left, right):
            return terms.delta(left, right)
        case ("size", over):
            return cardinality(over)
        case ("sum", index, part):
            return terms.total(index, to_term(part))
        case ("adjoint", part):
            return to_term(part).adjoint()
        case ("^", base, exponent):
            return to_term(base) ** to_term(exponent)
        case ("+", *parts):
            return reduce(Term.__add__, map(to_term, parts))
        case ("*", *parts):
            return reduce(Term.__mul__, map(to_term, parts))
    raise AssertionError(tree)


def _slot(slot: Any) -> Index | Term:
    return slot if isinstance(slot, Index) else to_term(slot)


def ends(tree: Tree) -> tuple[Space, Space]:
    """Codomain and domain of what the tree means."""
    match tree:
        case ("zero", codomain, domain):
            return codomain, domain
        case ("identity", space):
            return space, space
        case ("atom", atom, *_):
            return atom.codomain, atom.domain
        case ("inverse", atom, *_):
            return atom.domain, atom.codomain
        case ("sum", _, part) | ("^", part, _) | ("+", part, *_):
            return ends(part)
        case ("adjoint", part):
            return ends(part)[1], ends(part)[0]
        case ("*", left, right):
            (a, b), (c, d) = ends(left), ends(right)
            return (c, d) if a == b == C else (a, b) if c == d == C else (a, d)
    return C, C


def evaluate(tree: Tree, model: Model, at: Environment) -> Matrix:
    """The value of the tree in explicit matrices."""

    def of(part: Tree) -> Matrix:
        return evaluate(part, model, at)

    match tree:
        case ("number", value):
            return scalar(value)
        case ("i",):
            return scalar(0, 1)
        case ("zero", codomain, domain):
            return nothing(model.dimension(codomain), model.dimension(domain))
        case ("identity", space):
            return unit(model.dimension(space))
        case (("atom" | "inverse") as tag, atom, *slots):
            filled = tuple(at[s] if isinstance(s, Index) else of(s).whole for s in slots)
            value = model.value(atom, filled, at)
            return value if tag == "atom" else value.inverse()
        case ("sign", exponent):
            return scalar((-1) ** of(exponent).whole)
        case ("delta", left, right):
            return scalar(at[left] == at[right])
        case ("size", over):
            return scalar(model.sizes[over])
        case ("sum", index, part):
            codomain, domain = ends(part)
            result = nothing(model.dimension(codomain), model.dimension(domain))
            for element in range(model.sizes[index.over]):
                result += evaluate(part, model, {**at, index: element})
            return result
        case ("adjoint", part):
            return of(part).adjoint()
        case ("^", base, exponent):
            return of(base).power(of(exponent).whole)
        case ("+", left, right):
            return of(left) + of(right)
        case ("*", left, right):
            a, b = of(left), of(right)
            if ends(left) == (C, C):
                return b.scaled(a.number)
            if ends(right) == (C, C):
                return a.scaled(b.number)
            return a @ b
    raise AssertionError(tree)


@st.composite
def models(draw: Callable[..., Any]) -> Model:
    """A model of the atoms above; V and W are of one dimension, for Y is invertible."""
    both, other, many, more = (draw(st.integers(0, 3)) for _ in range(4))
    dimensions = {V: both, W: both, E: other}
    return Model(draw(st.integers(0, 10**6)), dimensions, {"I": many, "J": more})
