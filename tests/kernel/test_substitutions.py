"""Substitution respects the algebra, and puts in everything at once."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from derive.kernel.atoms import NATURAL, Atom, C, Index, KernelError, natural_atom
from derive.kernel.formulas import Equation, forall, free, image, itself, renaming
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Term, identity, letter, number, total, zero
from tests.kernel.matrices import Model
from tests.kernel.strategies import (
    ATOMS,
    INDICES,
    SPACES,
    M,
    N,
    V,
    models,
    naturals,
    to_term,
    trees,
)
from tests.kernel.vocabulary import inverse_of

slow = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=40)
I, J, K = INDICES
NAMED = {atom.name: atom for atom in ATOMS}
SPACE = st.sampled_from(SPACES)
FREELY = [
    a
    for a in ATOMS
    if not {"invertible", "hermitian", "positive"} & {*a.properties} and a.name != "S"
]
"""Atoms for which any term of their type may be put, as far as its adjoint exists."""


@st.composite
def substitutions(draw: st.DrawFn) -> Substitution:
    """Terms for some atoms, indices for indices, polynomials for naturals."""
    atoms: dict[Atom, Replacement] = {}
    for atom in draw(st.lists(st.sampled_from(FREELY), max_size=4, unique=True)):
        if atom.codomain == atom.domain and atom.slots == ():
            value: Any = (
                "atom",
                draw(
                    st.sampled_from(
                        [
                            a
                            for a in FREELY
                            if (a.codomain, a.domain, a.slots) == (atom.codomain, atom.domain, ())
                        ]
                    )
                ),
            )
        else:
            adjointable = "adjointable" in atom.properties
            value = draw(
                trees(atom.codomain, atom.domain, depth=1, adjointable=adjointable, indices=INDICES)
            )
        parameters: list[Index | Atom] = []
        for position, slot in enumerate(atom.slots):
            fit = [i for i in INDICES if i.over == slot and i not in parameters]
            parameters.append(fit[0] if fit else natural_atom(f"p{position}"))
        atoms[atom] = Replacement(to_term(value), tuple(parameters))
    for atom in draw(st.lists(st.sampled_from([N, M]), max_size=2, unique=True)):
        atoms[atom] = Replacement(to_term(draw(naturals())))
    indices = {i: j for i in INDICES for j in [draw(st.sampled_from(INDICES))] if i.over == j.over}
    return Substitution({**atoms, **indices})


@slow
@given(st.data(), substitutions())
def test_substitution_respects_the_operations(data: st.DataObject, put: Substitution) -> None:
    to, middle, of = (data.draw(SPACE) for _ in range(3))
    a, b = (to_term(data.draw(trees(to, middle, depth=2))) for _ in range(2))
    c = to_term(data.draw(trees(middle, of, depth=2)))
    try:  # a sum put for what has a symbolic power is refused, also where it would cancel
        images = [put.term(term) for term in (a, b, c)]
    except KernelError:
        reject()
    assert put.term(a + b) == images[0] + images[1]
    assert put.term(a * c) == images[0] * images[2]
    assert put.term(identity(to)) == identity(to)


@slow
@given(st.data(), substitutions())
def test_substitution_respects_the_adjoint(data: st.DataObject, put: Substitution) -> None:
    inner = st.sampled_from([s for s in SPACES if s.inner])
    a = to_term(data.draw(trees(data.draw(inner), data.draw(inner), depth=2, adjointable=True)))
    assert put.term(a.adjoint()) == put.term(a).adjoint()


@slow
@given(st.data(), substitutions(), substitutions())
def test_one_substitution_after_another_is_their_composition(
    data: st.DataObject, first: Substitution, second: Substitution
) -> None:
    term = to_term(data.draw(trees(V, V, depth=2)))
    atoms = {atom: _under(second, put) for atom, put in _atoms(first).items()}
    atoms |= {atom: put for atom, put in _atoms(second).items() if atom not in first.values}
    indices = {i: second.index(first.index(i)) for i in INDICES}
    assert second.term(first.term(term)) == Substitution({**atoms, **indices}).term(term)


def _atoms(put: Substitution) -> dict[Any, Replacement]:
    return {v: x for v, x in put.values.items() if isinstance(x, Replacement)}


def _under(put: Substitution, value: Replacement) -> Replacement:
    """The value with everything put in, except for its own parameters."""
    fresh = {p: Index(f"fresh {p.name}", p.over) for p in value.parameters if isinstance(p, Index)}
    parameters = tuple(fresh[p] if isinstance(p, Index) else p for p in value.parameters)
    return Replacement(put.term(Substitution(fresh).term(value.term)), parameters)


@slow
@given(st.data())
def test_putting_every_variable_for_itself_changes_nothing(data: st.DataObject) -> None:
    term = to_term(data.draw(trees(data.draw(SPACE), data.draw(SPACE))))
    atoms = {atom: itself(atom) for atom in ATOMS}
    assert Substitution(atoms).term(term) == term == Substitution({}).term(term)


@settings(slow, max_examples=100)
@given(st.data(), models())
def test_substitution_means_what_it_says(data: st.DataObject, model: Model) -> None:
    """The value of t[w := s, A := B] is that of t in the model where w and A have these values."""
    term = to_term(data.draw(trees(data.draw(SPACE), data.draw(SPACE), depth=2)))
    w, w2 = NAMED["w"], Atom("w2", C, C, ("invertible",))
    ket, scalar = NAMED["v"], NAMED["c"]
    new_ket = to_term(data.draw(trees(V, C, depth=1, indices=())))
    new_scalar = to_term(data.draw(trees(C, C, depth=1, indices=(I,))))
    put = Substitution(
        {
            w: Replacement(letter(w2), (), inverse_of(w2)),
            ket: Replacement(new_ket),
            scalar: Replacement(new_scalar, (I,)),
            N: Replacement(letter(M) + identity()),
        }
        if _can_have_adjoints(new_ket, new_scalar)
        else {w: Replacement(letter(w2), (), inverse_of(w2)), N: Replacement(letter(M) * letter(M))}
    )
    for chosen in model.elements(INDICES):
        at = dict(zip(INDICES, chosen, strict=True))
        there: dict[Any, Any] = dict(at)
        for atom, value in _atoms(put).items():
            there[atom] = _function(model, value)
        assert model.term(put.term(term), at) == model.term(term, there)


def _can_have_adjoints(*terms: Term) -> bool:
    atoms = [atom for term in terms for atom in term.free if isinstance(atom, Atom)]
    return all("adjointable" in atom.properties for atom in atoms)


def _function(model: Model, value: Replacement) -> Any:
    return lambda *arguments: model.term(
        value.term, dict(zip(value.parameters, arguments, strict=True))
    )


def test_everything_is_put_in_at_once() -> None:
    x, y = Atom("x"), Atom("y")
    swap = Substitution({x: Replacement(letter(y)), y: Replacement(letter(x))})
    assert swap.term(letter(x) ** 2 * letter(y)) == letter(y) ** 2 * letter(x)
    indices = Substitution({I: K, K: I})
    projector = NAMED["P"]
    assert indices.term(letter(projector, I, K)) == letter(projector, K, I)


def test_nothing_is_captured() -> None:
    f, g = Atom("f", slots=("I",)), Atom("g", slots=("I",))
    summed = total(I, letter(f, I))
    assert Substitution({f: Replacement(letter(g, K), (I,))}).term(summed) == number(1) * total(
        I, letter(g, K)
    )
    value = Replacement(total(I, letter(g, I)) * letter(g, I), (I,))
    image = Substitution({f: value}).term(total(I, letter(f, I)))
    assert image == total(I, letter(g, I)) ** 2
    x = Atom("x")
    put = Substitution({x: Replacement(letter(g, I))})
    assert put.term(total(I, letter(f, I) * letter(x))) == letter(g, I) * summed
    assert put.term(total(I, letter(x))) == total(K, identity()) * letter(g, I)


def test_a_sequence_takes_its_argument() -> None:
    s, t = Atom("s", slots=(NATURAL,)), Atom("t", slots=(NATURAL,))
    n, m = letter(N), letter(M)
    put = Substitution({s: Replacement(letter(t, n) * n, (N,))})
    assert put.term(letter(s, m + identity())) == letter(t, m + identity()) * (m + identity())
    assert put.term(letter(s, n)) == letter(t, n) * n
    assert Substitution({N: Replacement(m * m)}).term(letter(s, n)) == letter(s, m * m)
    assert not put.term(letter(s, zero()))


def test_an_inverse_is_put_for_an_inverse() -> None:
    w, u = Atom("w", properties=("invertible",)), Atom("u", V, V, ("adjointable", "invertible"))
    x, y, f, b = Atom("x"), Atom("y"), NAMED["H"], NAMED["A"]
    put = Substitution(
        {w: Replacement(letter(x), (), letter(y)), u: Replacement(letter(f), (), letter(b))}
    )
    assert put.term(inverse_of(w) ** 3) == letter(y) ** 3
    assert put.term(letter(w)) == letter(x)
    assert put.term(letter(w) ** letter(N)) == letter(x) ** letter(N)
    assert put.term(letter(u) ** -2) == letter(b) ** 2
    assert put.term(inverse_of(u).adjoint()) == letter(b).adjoint()


def test_clauses_are_images_of_clauses() -> None:
    x, y, z = Atom("x"), Atom("y"), Atom("z")
    clause = forall([x], [Equation(letter(x), letter(y))], Equation(letter(x), letter(z)))
    put = Substitution({y: Replacement(letter(x)), z: Replacement(letter(x) + letter(z))})
    named = forall(
        [y], [Equation(letter(y), letter(x))], Equation(letter(y), letter(x) + letter(z))
    )
    assert image(clause, put) == named
    assert free(clause) == {y, z}
    assert image(clause, renaming([y], [z])) == forall(
        [x], [Equation(letter(x), letter(z))], Equation(letter(x), letter(z))
    )
