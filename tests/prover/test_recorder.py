"""What the recorder writes, the kernel reads back as the same theorems: for every rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction

import pytest

from derive.kernel import rules
from derive.kernel.atoms import (
    NATURAL,
    Atom,
    C,
    Index,
    KernelError,
    Space,
    cardinality_atom,
    natural_atom,
)
from derive.kernel.certificates import TABLES, replay
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.rules import Multiple, Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import (
    Term,
    delta,
    identity,
    letter,
    number,
    sign,
    total,
    zero,
)
from derive.prover.recorder import Recorder

V, W, E = Space("V"), Space("W"), Space("E", inner=False)
I, J, L = Index("i", "I"), Index("j", "I"), Index("l", "L")
N, M, K = natural_atom("n"), natural_atom("m"), natural_atom("k")
X, Y, Q = Atom("x"), Atom("y"), Atom("q")
A, H, UNIT = Atom("A", V, V, ("adjointable",)), Atom("H", V, V, ("hermitian",)), Atom("Y", V, V, ("invertible",))
PSI, FAMILY, BASIS = Atom("psi", V), Atom("f", slots=("I",)), Atom("u", V, slots=("I",))
SEQUENCE, TOWER = Atom("s", slots=(NATURAL,)), Atom("T", V, V, ("adjointable",), (NATURAL, "I"))
BETWEEN = Atom("B", W, V, ("adjointable", "invertible"))
n, m, x, y, q, a, h, v = (letter(atom) for atom in (N, M, X, Y, Q, A, H, PSI))
p, w = letter(Atom("p", properties=("positive",))), letter(Atom("w", properties=("invertible",)))
fi, fj, ui = letter(FAMILY, I), letter(FAMILY, J), letter(BASIS, I)
one, two = identity(), number(2)

TERMS = {
    "zero": zero(V, W),
    "complex": number(Fraction(-3, 7), 2),
    "sums": total(I, fi * total(J, fj)) + total(I, fi**2),
    "projector": total(I, ui * ui.adjoint()) * a,
    "delta": delta(I, J) * fi,
    "delta under a sum": total(J, delta(I, J) * letter(Atom("g", slots=("I", "L")), J, L)),
    "sign": sign(n * m + n) * fi,
    "size": letter(cardinality_atom("I")) ** 2 * x,
    "size to a symbol": letter(cardinality_atom("I")) ** n,
    "symbolic power": p ** (n * m - two) * x**n * x,
    "power of a closed word": (v.adjoint() * a * v) ** 3 * x**n,
    "power of an operator": a ** (two * n) * a.adjoint() ** 3 * h,
    "symbolic power in a closed word": v.adjoint() * a**n * v,
    "sequence": letter(SEQUENCE, n * n + two) * letter(SEQUENCE, zero()),
    "sequence of operators": letter(TOWER, n, I).adjoint() ** 2,
    "inverse": letter(BETWEEN) ** -1 * letter(BETWEEN) * a,
    "adjoint of an inverse": (letter(BETWEEN) ** -1).adjoint(),
    "powers of an inverse": (letter(UNIT) ** -1) ** n * (letter(UNIT) ** -1) ** 2,
    "no inner product": letter(Atom("at_0", C, E)) * letter(Atom("D", E, E)) ** 2,
    "operator and scalars": (number(0, 1) * v * v.adjoint() + x * identity(V)) * a,
    "adjoint of a scalar": x.adjoint() ** 2 * w**-3,
}

Example = Callable[[Recorder], Theorem]
EXAMPLES: dict[str, Example] = {}
CITED = rules.generalise(rules.assume(Equation(x, y)), [X, Y], [Equation(x, y)])
CITABLE = {"other/0": CITED}


def example(made: Example) -> Example:
    """Register a proof; a rule may have several, told apart by what follows the two underscores."""
    EXAMPLES[made.__name__] = made
    return made


def vanishes(term: Term) -> Equation:
    return Equation(term, zero(term.codomain, term.domain))


def assumed(to: Recorder, formula: Formula) -> Theorem:
    return to.step("assume", formula)


@example
def cite(to: Recorder) -> Theorem:
    closed = v.adjoint() * h * v
    premise = assumed(to, Equation(closed, x))
    return to.step("instance", to.cite("other/0", CITED), [Replacement(closed), Replacement(x)], [], [premise])


@example
def assume(to: Recorder) -> Theorem:
    return assumed(to, Equation(a * v, x * v))


@example
def assume__nested_clauses(to: Recorder) -> Theorem:
    inner = forall([I, PSI], [vanishes(fi * v)], vanishes(v))
    return assumed(to, forall([X], [inner, forall([N], [], NonNegative(x**n))], vanishes(x * ui)))


@example
def assume__witness_family(to: Recorder) -> Theorem:
    return assumed(to, forall([I], [], Equation(letter(Atom("1/(f)", slots=("I",)), I) * fi, one)))


@example
def combination(to: Recorder) -> Theorem:
    each = to.step("instance", assumed(to, forall([I], [], Equation(h * ui, fi * ui))), [I], [], [])
    complete = assumed(to, Equation(total(I, ui * ui.adjoint()), identity(V)))
    spectral = total(I, fi * ui * ui.adjoint())
    parts = [Multiple(complete, -h, one), Multiple(each, one, ui.adjoint(), (I,))]
    return to.step("combination", h, spectral, parts)


@example
def combination__adjoint(to: Recorder) -> Theorem:
    given = assumed(to, Equation(a * v, x * v))
    right = x.adjoint() * v.adjoint() * v
    return to.step("combination", v.adjoint() * a.adjoint() * v, right, [Multiple(given, one, v, (), True)])


@example
def generalise(to: Recorder) -> Theorem:
    premise = Equation(a * v, x * v)
    step = to.step("combination", a**2 * v, x**2 * v, [Multiple(assumed(to, premise), a, one), Multiple(assumed(to, premise), x, one)])
    return to.step("generalise", step, [PSI, X], [premise])


@example
def instance__unit(to: Recorder) -> Theorem:
    unit = Atom("w", properties=("invertible",))
    clause = assumed(to, forall([unit], [], Equation(letter(unit) * y, one)))
    evidence = to.step("combination", w * letter(unit) ** -1, one, [])
    other = to.step("combination", letter(unit) ** -1 * w, one, [])
    return to.step("instance", clause, [Replacement(w, (), letter(unit) ** -1)], [evidence, other], [])


@example
def instance__family(to: Recorder) -> Theorem:
    clause = assumed(to, forall([BASIS], [forall([I], [], vanishes(ui))], vanishes(total(I, a * ui))))
    value = Replacement(fj * v, (J,))
    premise = assumed(to, forall([J], [], vanishes(fj * v)))
    return to.step("instance", clause, [value], [], [premise])


@example
def instance__sequence(to: Recorder) -> Theorem:
    clause = assumed(to, forall([SEQUENCE], [], NonNegative(letter(SEQUENCE, n + one))))
    return to.step("instance", clause, [Replacement(p**m * m, (M,))], [], [])


@example
def instance__natural(to: Recorder) -> Theorem:
    clause = assumed(to, forall([N], [], Equation(letter(SEQUENCE, n), x**n)))
    return to.step("instance", clause, [Replacement(two * m * n + one)], [], [])


@example
def induction(to: Recorder) -> Theorem:
    given = assumed(to, Equation(a * h, h * a))
    formula = Equation(a**n * h, h * a**n)
    base = to.step("combination", h, h, [])
    parts = [Multiple(given, a**n, one), Multiple(assumed(to, formula), one, a)]
    step = to.step("combination", a ** (n + one) * h, h * a ** (n + one), parts)
    return to.step("induction", base, step, N, formula)


@example
def parity(to: Recorder) -> Theorem:
    formula = vanishes((one - sign(n)) * (one + sign(n)))
    nothing = to.step("combination", zero(), zero(), [])
    return to.step("parity", nothing, nothing, N, K, formula)


@example
def cases(to: Recorder) -> Theorem:
    """A zero product has a zero factor."""
    given, clause = assumed(to, vanishes(x * y)), forall([], [vanishes(x)], Equation(one, zero()))
    absurd = to.step("instance", assumed(to, clause), [], [], [assumed(to, vanishes(x))])
    first = to.step("combination", y, zero(), [Multiple(absurd, y, one)])
    unit = assumed(to, Equation(q * x, one))
    second = to.step("combination", y, zero(), [Multiple(given, q, one), Multiple(unit, -y, one)])
    return to.step("cases", first, second, x, Q)


@example
def extension(to: Recorder) -> Theorem:
    each = assumed(to, forall([PSI], [], Equation(a * v, h * v)))
    fresh = Atom(to.fresh_name(), V)
    at_ket = to.step("instance", each, [Replacement(letter(fresh))], [], [])
    return to.step("extension", at_ket, a, h, fresh)


@example
def nonnegative_power(to: Recorder) -> Theorem:
    return to.step("nonnegative power", Fraction(3, 7), p ** (n - two) * n**m)


@example
def nonnegative_square(to: Recorder) -> Theorem:
    return to.step("nonnegative square", a**n * v + x * v)


@example
def nonnegative_product(to: Recorder) -> Theorem:
    return to.step("nonnegative product", [assumed(to, NonNegative(x)), to.step("nonnegative square", y)])


@example
def nonnegative_total(to: Recorder) -> Theorem:
    return to.step("nonnegative total", to.step("nonnegative square", ui), I)


@example
def order(to: Recorder) -> Theorem:
    return to.step(
        "order",
        assumed(to, Equation(x, y.adjoint() * y + p)),
        [to.step("nonnegative square", y), to.step("nonnegative power", Fraction(1), p)],
    )


@example
def reality(to: Recorder) -> Theorem:
    return to.step("reality", assumed(to, NonNegative(x)))


@example
def antisymmetry(to: Recorder) -> Theorem:
    return to.step("antisymmetry", assumed(to, NonNegative(x)), assumed(to, NonNegative(-x)))


@example
def definite(to: Recorder) -> Theorem:
    return to.step("definite", assumed(to, vanishes(v.adjoint() * v)), v)


@example
def archimedes(to: Recorder) -> Theorem:
    ladder = letter(SEQUENCE, n)
    steps = [
        forall([N], [], NonNegative(ladder)),
        Equation(letter(SEQUENCE, zero()), one),
        forall([N], [], Equation(letter(SEQUENCE, n + one), (x - n) * ladder)),
        Equation(x, x.adjoint()),
    ]
    proofs = [assumed(to, formula) for formula in steps]
    for place in (0, 2):
        proofs[place] = to.step("instance", proofs[place], [Replacement(n)], [], [])
    unnatural = assumed(to, forall([M], [Equation(x, m)], Equation(one, zero())))
    last = to.step("instance", unnatural, [Replacement(m)], [], [assumed(to, Equation(x, m))])
    return to.step("archimedes", proofs, last, x, N, M)


def rule_of(name: str) -> str:
    return name.partition("__")[0].rstrip("_").replace("_", " ")


@pytest.mark.parametrize("made", EXAMPLES.values(), ids=EXAMPLES)
def test_round_trip(made: Example) -> None:
    recorder = Recorder()
    theorem = made(recorder)
    certificate = recorder.certificate([theorem])
    assert replay(certificate, CITABLE) == (theorem,)
    json.loads(certificate)


def test_every_rule_has_an_example() -> None:
    assert {rule_of(name) for name in EXAMPLES} == set(TABLES["step"])
    for name, made in EXAMPLES.items():
        recorder = Recorder()
        _, _, _, steps, _ = json.loads(recorder.certificate([made(recorder)]))
        assert rule_of(name) in {step[0] for step in steps}


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_terms_come_back(term: Term) -> None:
    recorder = Recorder()
    theorem = recorder.step("combination", term, term, [])
    (back,) = replay(recorder.certificate([theorem]))
    assert back.conclusion == Equation(term, term)


def test_steps_that_no_claim_needs_are_left_out() -> None:
    recorder = Recorder()
    needed, unneeded = Equation(x, y), Equation(a, h)
    theorem = recorder.step("combination", y, x, [Multiple(assumed(recorder, needed), -one, one)])
    before = recorder.certificate([theorem])
    recorder.step("combination", h, a, [Multiple(assumed(recorder, unneeded), -one, one)])
    assert recorder.certificate([theorem]) == before
    assert [step[0] for step in json.loads(before)[3]] == ["assume", "combination"]
    assert "V" not in before, "nor the spaces that only they speak of"


def test_a_step_is_written_once() -> None:
    recorder = Recorder()
    shared = assumed(recorder, Equation(x, y))
    both = [Multiple(shared, one, one), Multiple(shared, x, one)]
    theorem = recorder.step("combination", x + x**2, y + x * y, both)
    content = json.loads(recorder.certificate([theorem, shared]))
    assert len(content[3]) == 2
    assert content[4] == [1, 0]
    assert replay(json.dumps(content)) == (theorem, shared)


def test_more_than_a_thousand_steps_are_not_too_deep() -> None:
    recorder = Recorder()
    theorem = assumed(recorder, Equation(x, y))
    for _ in range(1500):
        theorem = recorder.step("combination", x, y, [Multiple(theorem, one, one)])
    assert replay(recorder.certificate([theorem])) == (theorem,)


# Names that could clash: the recorder's own, and those that the encoding gives to what is bound.


def test_fresh_names_are_no_names_of_symbols() -> None:
    recorder = Recorder()
    names = {recorder.fresh_name() for _ in range(100)}
    assert len(names) == 100
    assert not any(name.isidentifier() for name in names)


@pytest.mark.parametrize("name", ["~0", "~1.0", "$1"])
def test_a_name_that_the_encoding_uses_is_refused_or_right(name: str) -> None:
    """A glossary cannot declare such a name; made by hand, the kernel gets no wrong theorem."""
    odd = letter(Atom(name, slots=("I",)), I)
    for formula in (
        Equation(total(I, total(J, odd * fj)), one),
        forall([I], [], vanishes(odd)),
        forall([N], [], Equation(odd, n)),
        forall([X, Y], [vanishes(x * odd)], vanishes(y)),
    ):
        recorder = Recorder()
        theorem = assumed(recorder, formula)
        certificate = recorder.certificate([theorem])
        with suppress(KernelError):  # "declared twice"
            assert replay(certificate) == (theorem,)
