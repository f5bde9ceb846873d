"""Certificates: what they prove, and that nothing but `KernelError` comes out of a bad one."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derive.kernel import rules
from derive.kernel.atoms import NATURAL, Atom, C, Index, KernelError, Space, natural_atom
from derive.kernel.certificates import TABLES, Statement, replay, verify
from derive.kernel.formulas import Equation, NonNegative, forall
from derive.kernel.terms import Term, delta, identity, letter, number, sign, total
from tests.kernel.vocabulary import cardinality, same

V, W, E = Space("V"), Space("W"), Space("E", inner=False)
SPACES = [["V", True], ["E", False]]


def rational(value: str) -> Any:
    return ["number", value, "0"]


ONE, ZERO = rational("1"), rational("0")


def scalar(name: str, *properties: str) -> Any:
    return ["atom", name, "C", "C", [*properties], []]


def sign_of(exponent: Any) -> Any:
    return ["^", rational("-1"), exponent]


def identity_step(left: Any, right: Any) -> Any:
    return ["combination", left, right, []]


def atom(name: str, *slots: Any) -> Any:
    return ["atom", name, [*slots]]


DECLARED: Any = [
    ["index", "i", "I"],
    ["index", "j", "I"],
    scalar("n", "natural"),
    scalar("x"),
    scalar("w", "invertible"),
    scalar("q"),
    ["atom", "f", "C", "C", [], ["I"]],
    ["atom", "s", "C", "C", [], ["natural"]],
    ["atom", "v", "V", "C", [], []],
    ["atom", "k", "V", "C", [], []],
    ["atom", "A", "V", "V", ["adjointable"], []],
    ["atom", "H", "V", "V", ["hermitian"], []],
    ["atom", "D", "E", "E", [], []],
    ["atom", "e", "E", "C", [], []],
]


def certificate(
    steps: Any, claims: Any = None, declarations: Any = None, spaces: Any = None
) -> str:
    return json.dumps(
        [
            1,
            spaces or SPACES,
            declarations or DECLARED,
            steps,
            [len(steps) - 1] if claims is None else claims,
        ]
    )


I, J, N = Index("i", "I"), Index("j", "I"), natural_atom("n")
X, F, S = Atom("x"), Atom("f", slots=("I",)), Atom("s", slots=(NATURAL,))
v, A, H, D = (
    letter(Atom("v", V)),
    letter(Atom("A", V, V, ("adjointable",))),
    letter(Atom("H", V, V, ("hermitian",))),
    letter(Atom("D", E, E)),
)
n, x, w = letter(N), letter(X), Atom("w", properties=("invertible",))

TERMS: list[tuple[Any, Term]] = [
    (rational("-3/2"), number(Fraction(-3, 2))),
    (["number", "0", "1"], number(0, 1)),
    (["identity", "V"], identity(V)),
    (["+", "C", "C", []], number(0)),
    (["+", "C", "C", [atom("x"), ONE]], x + identity()),
    (["*", []], identity()),
    (["*", [atom("A"), atom("v")]], A * v),
    (["^", atom("x"), atom("n")], x**n),
    (["^", atom("w"), rational("-2")], letter(w) ** -2),
    (["adjoint", atom("A")], A.adjoint()),
    (atom("f", "i"), letter(F, I)),
    (atom("s", ["+", "C", "C", [atom("n"), ONE]]), letter(S, n + identity())),
    (["^", rational("-1"), atom("n")], sign(n)),
    (["delta", "i", "j"], delta(I, J)),
    (["size", "I"], cardinality("I")),
    (["sum", [["index", "a", "I"]], atom("f", "a")], total(I, letter(F, I))),
    (["sum", [["index", "a", "I"], ["index", "b", "I"]], ["delta", "a", "b"]], cardinality("I")),
]


@pytest.mark.parametrize(("data", "term"), TERMS, ids=[str(data) for data, _ in TERMS])
def test_terms_are_decoded(data: Any, term: Term) -> None:
    (theorem,) = replay(certificate([identity_step(data, data)]))
    assert theorem.conclusion == Equation(term, term)


def test_fractions_are_decoded() -> None:
    (theorem,) = replay(
        certificate([identity_step(["*", [rational("-3/2"), rational("2/3")]], rational("-1"))])
    )
    assert theorem.conclusion == Equation(number(-1), number(-1))


def test_formulas_are_decoded() -> None:
    clause = [
        "forall",
        [["index", "a", "I"], scalar("y")],
        [["=", atom("f", "a"), atom("y")]],
        [">=", atom("y")],
    ]
    (theorem,) = replay(certificate([["assume", clause]]))
    y = Atom("y")
    assert theorem.conclusion == forall(
        [Index("a", "I"), y],
        [Equation(letter(F, Index("a", "I")), letter(y))],
        NonNegative(letter(y)),
    )


VANISHES: Any = ["=", atom("x"), ZERO]
INDUCTION: Any = ["=", sign_of(["^", atom("n"), rational("2")]), sign_of(atom("n"))]
STEPS: dict[str, list[Any]] = {
    "assume": [["assume", VANISHES]],
    "combination": [
        ["assume", ["forall", [["index", "a", "I"]], [], ["=", atom("f", "a"), ZERO]]],
        ["instance", 0, [["index", "i"]], [], []],
        [
            "combination",
            ["sum", [["index", "a", "I"]], atom("f", "a")],
            ZERO,
            [["*", 1, ONE, ONE, ["i"], False]],
        ],
    ],
    "generalise": [["assume", VANISHES], ["generalise", 0, ["x"], [VANISHES]]],
    "instance": [
        identity_step(["*", [["^", atom("w"), rational("-1")], atom("w")]], ONE),
        ["assume", ["forall", [scalar("u", "invertible")], [], ["=", atom("u"), ONE]]],
        ["assume", ["=", ["*", [atom("q"), atom("x")]], ONE]],
        ["instance", 1, [["term", [], atom("x"), atom("q")]], [2], []],
    ],
    "induction": [
        identity_step(ONE, ONE),
        identity_step(
            sign_of(["^", ["+", "C", "C", [atom("n"), ONE]], rational("2")]),
            sign_of(["+", "C", "C", [atom("n"), ONE]]),
        ),
        ["induction", 0, 1, "n", INDUCTION],
    ],
    "parity": [
        identity_step(ONE, ONE),
        identity_step(rational("-1"), rational("-1")),
        ["parity", 0, 1, "m", "n", ["=", sign_of(atom("m")), sign_of(atom("m"))]],
    ],
    "cases": [["assume", VANISHES], ["cases", 0, 0, ["*", [atom("x"), atom("x")]], "q"]],
    "extension": [
        identity_step(atom("k"), atom("k")),
        ["extension", 0, ["identity", "V"], ["identity", "V"], "k"],
    ],
    "nonnegative power": [["nonnegative power", "1/2", atom("n")]],
    "nonnegative square": [["nonnegative square", atom("v")]],
    "nonnegative product": [["nonnegative square", atom("v")], ["nonnegative product", [0, 0]]],
    "nonnegative total": [["nonnegative square", atom("f", "i")], ["nonnegative total", 0, "i"]],
    "order": [["assume", VANISHES], ["nonnegative power", "0", ONE], ["order", 0, [1]]],
    "reality": [["assume", [">=", atom("x")]], ["reality", 0]],
    "antisymmetry": [
        ["assume", [">=", atom("x")]],
        ["assume", [">=", ["*", [rational("-1"), atom("x")]]]],
        ["antisymmetry", 0, 1],
    ],
    "definite": [
        ["assume", ["=", ["*", [["adjoint", atom("v")], atom("v")]], ZERO]],
        ["definite", 0, atom("v")],
    ],
    "archimedes": [
        ["assume", ["forall", [scalar("a", "natural")], [], [">=", atom("s", atom("a"))]]],
        ["instance", 0, [["term", [], atom("n"), None]], [], []],
        ["assume", ["=", atom("s", ZERO), ONE]],
        [
            "assume",
            [
                "forall",
                [scalar("a", "natural")],
                [],
                [
                    "=",
                    atom("s", ["+", "C", "C", [atom("a"), ONE]]),
                    [
                        "*",
                        [
                            ["+", "C", "C", [atom("x"), ["*", [rational("-1"), atom("a")]]]],
                            atom("s", atom("a")),
                        ],
                    ],
                ],
            ],
        ],
        ["instance", 3, [["term", [], atom("n"), None]], [], []],
        ["assume", ["=", atom("x"), ["adjoint", atom("x")]]],
        ["assume", VANISHES],
        ["archimedes", [1, 2, 4, 5], 6, atom("x"), "n", "m"],
    ],
}
DECLARED.append(scalar("m", "natural"))


@pytest.mark.parametrize("rule", STEPS)
def test_every_rule_is_replayed(rule: str) -> None:
    (theorem,) = replay(certificate(STEPS[rule]))
    assert theorem


def test_there_is_a_certificate_for_every_rule() -> None:
    assert {*TABLES["step"]} == {*STEPS, "cite"}
    used = {part for step in STEPS.values() for part in _tags(step)} | {
        part for data, _ in TERMS for part in _tags(data)
    }
    for name, table in TABLES.items():
        assert table.keys() - used <= {"cite", "=", ">="}, name


def _tags(data: Any) -> Iterator[str]:
    if isinstance(data, list):
        if data and isinstance(data[0], str):
            yield data[0]
        for part in data:
            yield from _tags(part)


def test_a_certificate_proves_its_statement_and_no_other() -> None:
    text = certificate(STEPS["generalise"], [0, 1])
    vanishes = Equation(x, number(0))
    clause = forall([X], [vanishes], vanishes)
    right = Statement(frozenset([X]), frozenset([vanishes]), (vanishes, clause))
    assert [theorem.conclusion for theorem in verify(text, right)] == [vanishes, clause]
    for wrong in (
        right._replace(claims=(vanishes,)),
        right._replace(claims=(clause, vanishes)),
        right._replace(claims=(vanishes, vanishes)),
        right._replace(hypotheses=frozenset()),
        right._replace(signature=frozenset([Atom("x", properties=("hermitian",))])),
    ):
        with pytest.raises(KernelError):
            verify(text, wrong)


def test_a_citation_brings_its_own_hypotheses() -> None:
    lemma = rules.assume(Equation(x, number(0)))
    other = same(x, x)
    steps = [["cite", "lemma"], ["combination", atom("x"), ZERO, [["*", 0, ONE, ONE, [], False]]]]
    (theorem,) = replay(certificate(steps), {"lemma": lemma, "other": other})
    assert theorem.hypotheses == {lemma.conclusion}
    with pytest.raises(KernelError, match="do not add up"):
        replay(certificate(steps), {"lemma": other})
    with pytest.raises(KernelError, match="malformed"):
        replay(certificate(steps), {"other": lemma})


def test_symbols_of_a_citation_agree_with_those_of_the_certificate() -> None:
    lemma = rules.assume(Equation(letter(Atom("x", properties=("hermitian",))), number(0)))
    steps = [["cite", "lemma"], ["combination", atom("x"), ZERO, [["*", 0, ONE, ONE, [], False]]]]
    with pytest.raises(KernelError):
        replay(certificate(steps), {"lemma": lemma})


def _places(data: Any, path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    yield path
    if isinstance(data, list):
        for position, part in enumerate(data):
            yield from _places(part, (*path, position))


def _changed(data: Any, path: tuple[int, ...], new: Any) -> Any:
    if not path:
        return new
    return [_changed(part, path[1:], new) if k == path[0] else part for k, part in enumerate(data)]


def _replays(text: str) -> bool:
    """Whether a text is a proof; whatever is wrong with it, only `KernelError` comes out."""
    try:
        replay(text)
    except KernelError as error:
        message = str(error)
    else:
        return True
    assert message
    return False


JUNK: list[Any] = [
    None,
    True,
    0,
    -1,
    1,
    3,
    10**30,
    0.5,
    "",
    "x",
    "natural",
    "I",
    "V",
    "?0",
    "%1.0",
    "#I",
    "!1",
    "1/0",
    "9" * 5000,
    [],
    [[]],
    {},
    {"a": 1},
    ["atom"],
    rational("1"),
    [[[[[]]]]],
]


@pytest.mark.parametrize("rule", STEPS)
def test_every_part_of_a_certificate_may_be_junk(rule: str) -> None:
    data = json.loads(certificate(STEPS[rule]))
    places = [path for path in _places(data) if path[:1] != (2,) or rule == "assume"]
    tries = [(path, junk) for path in places for junk in JUNK]
    for path, junk in random.Random(rule).sample(tries, min(len(tries), 1_000)):
        _replays(json.dumps(_changed(data, path, junk)))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4)),
        lambda inner: (
            st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        ),
    )
)
def test_any_data_at_all(data: Any) -> None:
    _replays(json.dumps(data))
    _replays(json.dumps([1, [], [], [data], [0]]))


@pytest.mark.parametrize("rule", STEPS)
def test_a_truncated_certificate_is_refused(rule: str) -> None:
    text = certificate(STEPS[rule])
    for end in range(0, len(text), 7):
        assert not _replays(text[:end])


@pytest.mark.parametrize("rule", STEPS)
def test_parts_of_two_places_swapped_prove_nothing_false(rule: str) -> None:
    """Whatever is exchanged: what still replays was made by the rules; the wrong ones are refused."""
    source = random.Random(rule)
    data = json.loads(certificate(STEPS[rule]))
    places = [path for path in _places(data) if path and path[0] in (3, 4)]
    for _ in range(200):
        one, two = source.choice(places), source.choice(places)
        if one != two[: len(one)] and two != one[: len(two)]:
            _replays(json.dumps(_changed(_changed(data, one, _at(data, two)), two, _at(data, one))))


def _at(data: Any, path: tuple[int, ...]) -> Any:
    for position in path:
        data = data[position]
    return data


@pytest.mark.parametrize(
    ("rule", "path", "new"),
    [
        ("combination", (2, 3, 0, 1), 0),  # the clause instead of its instance
        ("combination", (2, 3, 0, 2), rational("2")),  # another coefficient
        ("combination", (2, 3, 0, 4), []),  # not summed
        ("combination", (2, 3, 0, 5), True),  # the adjoint
        ("instance", (3, 1), 0),  # another theorem
        ("instance", (3, 2, 0, 3), atom("x")),  # another inverse
        ("instance", (3, 3), []),  # no evidence
        ("induction", (2, 1), 1),
        ("induction", (2, 2), 0),
        ("parity", (2, 1), 1),
        ("order", (2, 2), 0),
        ("antisymmetry", (2, 2), 0),
        ("definite", (1, 2), atom("k")),
        ("archimedes", (7, 1), [1, 2, 5, 4]),
        ("archimedes", (7, 4), "m"),
        ("nonnegative power", (0, 1), "-1/2"),
        ("reality", (1, 1), 1),  # itself
    ],
)
def test_a_certificate_that_was_tampered_with_is_refused(
    rule: str, path: tuple[int, ...], new: Any
) -> None:
    assert _replays(certificate(STEPS[rule]))
    assert not _replays(certificate(_changed(STEPS[rule], path, new)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[1]",
        "[1, [], [], [], []",
        "[1,[],[],[],[]] ",
        "[NaN]",
        "[1e999]",
        "[1, [], [], [], [0]]",
        "9" * 10_000,
        "[" + "9" * 10_000 + "]",
        "[" * 100_000 + "]" * 100_000,
        '"\\ud800"',
        "\ufeff[]",
    ],
)
def test_hostile_texts(text: str) -> None:
    assert _replays(text) == (text == "[1,[],[],[],[]] ")


def test_hostile_sizes() -> None:
    deep = "[" * 20_000 + "]" * 20_000
    assert not _replays(f'[1, [], [], [["nonnegative square", {deep}]], [0]]')
    nested: Any = ONE
    for _ in range(300):
        nested = ["*", [nested]]
    assert _replays(certificate([identity_step(nested, ONE)]))
    huge = rational("9" * 4000)
    for _ in range(6):
        huge = ["^", huge, rational("20")]
    assert not _replays(certificate([identity_step(huge, ONE)]))
    wide = ["+", "C", "C", [atom("f", "i"), atom("f", "j"), atom("x"), atom("q"), atom("w"), ONE]]
    assert not _replays(certificate([identity_step(["^", wide, rational("200")], ONE)]))
    sums = [["index", f"a{k}", "I"] for k in range(7)]
    assert not _replays(
        certificate(
            [identity_step(["sum", sums, ["*", [atom("f", f"a{k}") for k in range(7)]]], ONE)]
        )
    )
    assert not _replays(certificate([identity_step(["^", atom("x"), rational("9" * 100)], ONE)]))


def test_declarations_end_with_what_they_are_part_of() -> None:
    clause = ["forall", [scalar("y")], [], ["=", atom("y"), ZERO]]
    with pytest.raises(KernelError, match="KeyError"):
        replay(certificate([["assume", clause], ["assume", ["=", atom("y"), ZERO]]]))
    with pytest.raises(KernelError, match="declared twice"):
        replay(certificate([["assume", ["forall", [scalar("x")], [], ["=", atom("x"), ZERO]]]]))


def test_c_is_the_complex_numbers() -> None:
    (theorem,) = replay(certificate([identity_step(["identity", "C"], ONE)]))
    assert theorem.conclusion == Equation(identity(C), number(1))
