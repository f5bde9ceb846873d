"""Every refusal of the kernel, made to happen once.

A refusal is a place in `derive/kernel` that calls `demand` or raises `KernelError`; the last test
reads these places from the source and finds for each one a case below whose error comes from it.
"""

from __future__ import annotations

import ast
import json
import traceback
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import derive.kernel
from derive.kernel import exponents, rules
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
from derive.kernel.certificates import Statement, replay, verify
from derive.kernel.formulas import Clause, Equation, NonNegative, forall
from derive.kernel.rules import Multiple, Theorem, assume
from derive.kernel.substitutions import Replacement, Substitution
from derive.kernel.terms import Letter, Term, delta, identity, letter, number, single, total, zero
from tests.kernel.vocabulary import FALSITY, inverse_of, same

V, W, E = Space("V"), Space("W"), Space("E", inner=False)
I, J = Index("i", "I"), Index("j", "J")
N, K = natural_atom("n"), natural_atom("k")
S, T = Atom("s"), Atom("t")
A, X = Atom("A", V, V), Atom("X", V, W, ("invertible",))
F = Atom("f", slots=("I",))
G = Atom("g", slots=(NATURAL,))
PSI = Atom("psi", V)
n, s, t, one = letter(N), letter(S), letter(T), identity()


def equation(term: Term) -> Equation:
    return Equation(term, zero(term.codomain, term.domain))


def claim(term: Term) -> Theorem:
    """term = 0 |- term = 0."""
    return assume(equation(term))


def positive(term: Term) -> Theorem:
    return assume(NonNegative(term))


def put(atom: Atom, term: Term, *parameters: Index | Atom) -> Substitution:
    return Substitution({atom: Replacement(term, parameters)})


def instance(variable: Atom | Index, value: Any, formula: Any = FALSITY, *rest: Any) -> Theorem:
    return rules.instance(assume(forall([variable], [], formula)), [value], *rest)


def certificate(
    steps: Any = (), claims: Any = (), declarations: Any = (), spaces: Any = (), number: Any = 1
) -> str:
    return json.dumps([number, spaces, declarations, steps, claims])


def proving(*steps: Any, declarations: Any = ()) -> str:
    return certificate(steps, [len(steps) - 1], declarations)


ONE: Any = ["number", "1", "0"]
TRIVIAL: Any = ["combination", ONE, ONE, []]

CASES: list[tuple[str, Callable[[], object]]] = [
    # atoms
    ("x: a property is one of", lambda: Atom("x", properties=("nice",))),
    ("x: positive, but no scalar", lambda: Atom("x", V, V, ("positive",))),
    ("x: positive, but no scalar", lambda: Atom("x", V, V, ("natural",))),
    ("x: Hermitian on two spaces", lambda: Atom("x", V, W, ("hermitian",))),
    ("x: adjoint without inner product", lambda: Atom("x", C, E, ("adjointable",))),
    ("x: adjoint without inner product", lambda: Atom("x", E, E, ("hermitian",))),
    ("x: invertible ket", lambda: Atom("x", V, C, ("invertible",))),
    # exponents
    ("an exponent is too large", lambda: exponents.constant(10**12 + 1)),
    ("s is no natural variable", lambda: exponents.variable(S)),
    ("g is no natural variable", lambda: exponents.variable(Atom("g", C, C, (NATURAL,), ("I",)))),
    # terms
    ("cannot add maps between different spaces", lambda: letter(PSI) + one),
    ("cannot multiply maps whose spaces do not meet", lambda: letter(PSI) * letter(PSI)),
    ("a product is too large", lambda: _wide(200) * _wide(200)),
    ("a term is too large", lambda: number(2**600_000) * number(2**600_000)),
    ("only a map from a space to itself has powers", lambda: letter(PSI) ** 2),
    (
        "only a map from a space to itself has powers",
        lambda: (letter(PSI) + letter(Atom("phi", V))) ** 2,
    ),
    ("no such power of this term", lambda: (s + t) ** n),
    ("no such power of this term", lambda: number(2) ** n),
    ("no such power of this term", lambda: number(2) ** -1),
    ("no such power of this term", lambda: (s + t) ** 201),
    ("an adjoint needs inner products", lambda: identity(E).adjoint()),
    ("s is not declared invertible", lambda: inverse_of(S)),
    (
        "only a map from a space to itself has powers",
        lambda: single(Letter(X, (), False), exponents.constant(2)),
    ),
    ("s is not declared invertible", lambda: s ** (n - one)),
    ("delta joins I with J", lambda: delta(I, J)),
    ("a sum runs over a finite index set", lambda: total(Index("i", NATURAL), one)),
    ("an exponent is a polynomial in natural variables", lambda: s ** (one + number(0, 1))),
    ("an exponent is a polynomial in natural variables", lambda: s ** number(Fraction(1, 2))),
    ("an exponent is a polynomial in natural variables", lambda: s ** identity(V)),
    ("an exponent is a polynomial in natural variables", lambda: s ** (n**n)),
    ("psi is no natural variable", lambda: s ** (letter(PSI).adjoint() * letter(PSI))),
    ("s is no natural variable", lambda: t**s),
    ("f has the slots I", lambda: letter(F)),
    ("f has the slots I", lambda: letter(F, J)),
    ("f has the slots I", lambda: letter(F, n)),
    ("g has the slots natural", lambda: letter(G, I)),
    ("g has the slots natural", lambda: letter(G, n - one)),
    ("more than 6 bound indices", lambda: _bound(7)),
    ("A has no declared adjoint", lambda: letter(A).adjoint()),
    # substitutions
    ("i is replaced by something of another type", lambda: Substitution({I: J})),
    ("f is replaced by something of another type", lambda: put(F, one)),
    ("f is replaced by something of another type", lambda: put(F, one, N)),
    ("g is replaced by something of another type", lambda: put(G, one, I)),
    ("s is replaced by something of another type", lambda: put(S, identity(V))),
    ("no inverse is given", lambda: put(X, letter(Atom("Y", V, W))).term(inverse_of(X))),
    # formulas
    ("the sides of an equation differ in type", lambda: Equation(one, identity(V))),
    ("only a scalar is at least 0", lambda: NonNegative(identity(V))),
    ("a clause is made by forall", lambda: Clause((S,), (), equation(s))),
    ("a clause binds each variable once", lambda: forall([S, S], [], equation(s))),
    (
        "a bound name of a clause is free in it",
        lambda: forall([S], [], equation(letter(Atom("%1.0")))),
    ),
    # rules
    ("only a rule makes a theorem", lambda: Theorem(None, frozenset(), frozenset(), FALSITY)),
    (
        "two declarations of one name",
        lambda: claim(s * letter(Atom("s", properties=("hermitian",)))),
    ),
    ("a name of the kernel's is free", lambda: claim(letter(Atom("?x")))),
    ("a name of the kernel's is free", lambda: claim(letter(Atom("#x")))),
    (
        "this rule needs a Equation",
        lambda: rules.combination(s, s, [Multiple(positive(s), one, one)]),
    ),
    ("this rule needs a NonNegative", lambda: rules.reality(claim(s))),
    ("this rule needs a Clause", lambda: rules.instance(claim(s), [])),
    ("s is not fresh", lambda: rules.generalise(claim(s), [S])),
    (
        "n is not just a natural variable",
        lambda: _induction(Atom("n", C, C, (NATURAL, "positive"))),
    ),
    ("combination: the multiples do not add up", lambda: rules.combination(s, t, [])),
    (
        "instance: one value for each variable",
        lambda: rules.instance(assume(forall([], [], FALSITY)), [I]),
    ),
    ("%1.0 is replaced by something of another type", lambda: instance(I, Replacement(one))),
    ("%1.0 is replaced by something of another type", lambda: instance(S, I)),
    (
        "instance: a property is not proved",
        lambda: instance(Atom("h", properties=("hermitian",)), Replacement(s)),
    ),
    (
        "instance: a premise is not proved",
        lambda: rules.instance(assume(forall([], [FALSITY], FALSITY)), []),
    ),
    ("instance: a value is not natural", lambda: instance(N, Replacement(n - one))),
    (
        "induction: the theorems do not end in F[0] and F[n+1]",
        lambda: rules.induction(claim(s), claim(s), N, equation(n)),
    ),
    (
        "induction: the theorems do not end in F[0] and F[n+1]",
        lambda: rules.induction(same(zero(), zero()), claim(s), N, equation(n)),
    ),
    (
        "parity: the theorems do not end in F[2k] and F[2k+1]",
        lambda: rules.parity(claim(s), claim(s), N, K, equation(n)),
    ),
    (
        "parity: the theorems do not end in F[2k] and F[2k+1]",
        lambda: rules.parity(claim(letter(K) + letter(K)), claim(s), N, K, equation(n)),
    ),
    (
        "cases: the witness has slots, properties or spaces",
        lambda: rules.cases(claim(s), claim(s), t, N),
    ),
    ("cases: two different conclusions", lambda: rules.cases(claim(s), claim(t), s, Atom("q"))),
    (
        "extension: not a plain ket of the domain",
        lambda: rules.extension(claim(s), letter(A), letter(A), Atom("v", W)),
    ),
    (
        "extension: the theorem is not X v = Y v",
        lambda: rules.extension(claim(s), letter(A), letter(A), PSI),
    ),
    ("order: a negative coefficient", lambda: rules.nonnegative_power(Fraction(-1), one)),
    ("order: not a product of naturals", lambda: rules.nonnegative_power(Fraction(1), s)),
    ("order: the right side is not the sum", lambda: rules.order(claim(s), [positive(t)])),
    (
        "antisymmetry: the second theorem is not -p >= 0",
        lambda: rules.antisymmetry(positive(s), positive(s)),
    ),
    ("definite: the theorem is not s†s = 0", lambda: rules.definite(claim(s), letter(PSI))),
    ("archimedes: not the ladder P >= 0, P[0] = 1", lambda: _archimedes(0)),
    ("archimedes: not the ladder P >= 0, P[0] = 1", lambda: _archimedes(0, 0, 0, 0)),
    ("archimedes: not the ladder P >= 0, P[0] = 1", lambda: _archimedes(0, 1, 0, 0)),
    ("archimedes: not the ladder P >= 0, P[0] = 1", lambda: _archimedes(0, 1, 2, 0)),
    # certificates
    (
        "the certificate proves something else",
        lambda: verify(proving(TRIVIAL), _statement(FALSITY)),
    ),
    ("it uses a hypothesis not stated", lambda: verify(ASSUMED, _statement(equation(s)))),
    ("it uses a symbol not stated", lambda: verify(ASSUMED, _statement(equation(s), equation(s)))),
    ("the certificate is too large", lambda: replay(" " * 50_000_001)),
    ("no certificate of format 1", lambda: replay(certificate(number=2))),
    ("malformed certificate: ValueError", lambda: replay("[]")),
    ("malformed certificate: RecursionError", lambda: replay("[" * 100_000)),
    ("malformed certificate: JSONDecodeError", lambda: replay("[1,")),
    ("malformed certificate: ValueError", lambda: replay("{}")),
    (
        "malformed certificate: TypeError",
        lambda: replay(proving(["assume", ["=", ["number", 1, 0], ONE]])),
    ),
    ("malformed certificate: KeyError('hope')", lambda: replay(proving(["hope"]))),
    ("malformed certificate: IndexError", lambda: replay(proving(["assume", []]))),
    ("malformed certificate: ValueError", lambda: replay(proving(["combination", ONE]))),
    ("expected a list for multiple*", lambda: replay(proving(["combination", ONE, ONE, "no"]))),
    (
        "a name is declared twice",
        lambda: replay(certificate(declarations=[["index", "x", "I"], ["index", "x", "J"]])),
    ),
    (
        "a declared name is reserved",
        lambda: replay(certificate(declarations=[["index", "%x", "I"]])),
    ),
    (
        "a declared name is reserved",
        lambda: replay(certificate(declarations=[["index", "x", "natural"]])),
    ),
    ("not a fraction", lambda: replay(proving(["nonnegative power", "1/0", ONE]))),
    ("the space C is declared twice", lambda: replay(certificate(spaces=[["C", True]]))),
    (
        "malformed certificate: KeyError('V')",
        lambda: replay(proving(["nonnegative square", ["identity", "V"]])),
    ),
    (
        "malformed certificate: KeyError('x')",
        lambda: replay(proving(["nonnegative square", ["atom", "x", []]])),
    ),
    (
        "malformed certificate: AttributeError",
        lambda: replay(
            proving(["nonnegative square", ["atom", "x", []]], declarations=[["index", "x", "I"]])
        ),
    ),
    (
        "malformed certificate: AttributeError",
        lambda: replay(
            proving(
                ["nonnegative square", ["delta", "x", "x"]],
                declarations=[["atom", "x", "C", "C", [], []]],
            )
        ),
    ),
    ("malformed certificate: IndexError", lambda: replay(proving(["reality", 0]))),
    ("malformed certificate: KeyError('lemma')", lambda: replay(proving(["cite", "lemma"]))),
]

ASSUMED = proving(
    ["assume", ["=", ["atom", "s", []], ["number", "0", "0"]]],
    declarations=[["atom", "s", "C", "C", [], []]],
)


def _wide(count: int) -> Term:
    return sum((letter(Atom(f"x{k}")) for k in range(1, count)), letter(Atom("x0")))


def _bound(count: int) -> Term:
    term = one
    for index in (Index(f"i{k}", "I") for k in range(count)):
        term = total(index, letter(F, index) * term)
    return term


def _induction(variable: Atom) -> Theorem:
    return rules.induction(claim(s), claim(s), variable, equation(s))


def _archimedes(*chosen: int) -> Theorem:
    p, value, real = letter(G, n), s, Equation(s, s.adjoint())
    ladder = [
        positive(p),
        assume(Equation(letter(G, zero()), one)),
        assume(Equation(letter(G, n + one), (value - n) * p)),
        assume(real),
    ]
    return rules.archimedes([ladder[k] for k in chosen], claim(s), value, N, K)


def _statement(conclusion: Equation, *hypotheses: Equation) -> Statement:
    return Statement(frozenset(), frozenset(hypotheses), (conclusion,))


@pytest.mark.parametrize(("message", "case"), CASES, ids=[message for message, _ in CASES])
def test_the_kernel_refuses(message: str, case: Callable[[], object]) -> None:
    with pytest.raises(KernelError) as caught:
        case()
    assert message in str(caught.value)


def _site(case: Callable[[], object]) -> tuple[str, int]:
    """File and line that a refusal comes from; `demand` itself does not count."""
    try:
        case()
    except KernelError as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.name != "demand"]
        return Path(frames[-1].filename).name, frames[-1].lineno or 0
    raise AssertionError("not refused")


def _refusals() -> list[tuple[str, range]]:
    """The places of the kernel that refuse, from its source."""
    found = []
    for path in sorted(Path(derive.kernel.__path__[0]).glob("*.py")):
        tree = ast.parse(path.read_text())
        own = {
            id(x) for d in ast.walk(tree) if getattr(d, "name", "") == "demand" for x in ast.walk(d)
        }
        for node in ast.walk(tree):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "demand"
            if (called or isinstance(node, ast.Raise)) and id(node) not in own:
                found.append((path.name, range(node.lineno, (node.end_lineno or 0) + 1)))
    return found


def test_every_refusal_has_a_case() -> None:
    hit = {_site(case) for _, case in CASES}
    missing = [
        f"{name}:{lines[0]}"
        for name, lines in _refusals()
        if not any(name == where and line in lines for where, line in hit)
    ]
    assert not missing
    assert len(_refusals()) > 50


def test_no_other_error_is_raised_on_purpose() -> None:
    for path in Path(derive.kernel.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Raise):
                assert "KernelError" in ast.unparse(node), f"{path.name}:{node.lineno}"
            assert not isinstance(node, ast.Assert), f"{path.name}: assertions can be switched off"


def test_the_cardinality_is_the_only_reserved_name_that_may_be_free() -> None:
    size = letter(cardinality_atom("I"))
    assert same(size, size).signature == {cardinality_atom("I")}
