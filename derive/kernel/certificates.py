"""Certificates: proofs as data, and their replay.

A certificate is JSON: a format number, spaces, declarations, steps, and the claims, which are
numbers of steps.  There is one way in: `TABLES` says for each tag what is called and of which
kinds its parts are; terms are decoded by adding and multiplying, steps by calling their rules.
A malformed, truncated or hostile file raises `KernelError`.

Main results: `Statement`, `replay`, `verify`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any, NamedTuple

from derive.kernel import rules, terms
from derive.kernel.atoms import NATURAL, RESERVED, Atom, C, Index, KernelError, Space, demand
from derive.kernel.atoms import Variable, cardinality_atom
from derive.kernel.formulas import Equation, Formula, NonNegative, forall
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Term

FORMAT = 1
_MOST_CHARACTERS = 50_000_000
_RATIONAL = re.compile(r"-?[0-9]{1,4000}(/[1-9][0-9]{0,3999})?")
_MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Statement(NamedTuple):
    """What a certificate is to prove: claims from hypotheses, over a signature."""

    signature: frozenset[Variable]
    hypotheses: frozenset[Formula]
    claims: tuple[Formula, ...]


def verify(text: str, statement: Statement,
           cited: Mapping[str, Theorem] | None = None) -> tuple[Theorem, ...]:
    """The theorems of a certificate, if they are what the statement says; else `KernelError`."""
    theorems = replay(text, cited)
    claims = tuple(theorem.conclusion for theorem in theorems)
    demand(claims == statement.claims, "the certificate proves something else")
    for theorem in theorems:
        demand(theorem.hypotheses <= statement.hypotheses, "it uses a hypothesis not stated")
        demand(theorem.signature <= statement.signature, "it uses a symbol not stated")
    return theorems


def replay(text: str, cited: Mapping[str, Theorem] | None = None) -> tuple[Theorem, ...]:
    """The theorems that a certificate claims, each proved by the rules."""
    demand(len(text) <= _MOST_CHARACTERS, "the certificate is too large")
    try:
        version, spaces, declarations, steps, claims = json.loads(text)
        demand(version == FORMAT, f"no certificate of format {FORMAT}")
        decoder = _Decoder({"C": C}, {}, cited or {}, [])
        for name, inner in spaces:
            demand(name not in decoder.spaces, f"the space {name} is declared twice")
            decoder.spaces[decoder.name(name)] = Space(name, inner is True)
        decoder = decoder.within(decoder.part("declaration*", declarations))
        for step in steps:
            decoder.proved.append(decoder.part("step", step))
        return tuple(decoder.part("proved*", claims))
    except _MALFORMED as error:
        raise KernelError(f"malformed certificate: {error!r:.200}") from None


class _Decoder(NamedTuple):
    """Turns data into what it stands for; a kind of part is a table or a method."""

    spaces: dict[str, Space]
    names: Mapping[str, Variable]
    cited: Mapping[str, Theorem]
    proved: list[Theorem]

    def part(self, kind: str, data: Any) -> Any:
        """A part of a kind: a list (*), a row of a table, or by the field or method of the name."""
        if kind.endswith("*"):
            demand(isinstance(data, list), f"expected a list for {kind}")
            return [self.part(kind[:-1], one) for one in data]
        if kind not in TABLES:
            known = getattr(self, kind)
            return known(data) if callable(known) else known[data]
        make, kinds = TABLES[kind][data[0]]
        decoder, values = self, []
        for one, part in zip(kinds.split(), data[1:], strict=True):
            values.append(decoder.part(one, part))
            if one == "declaration*":
                decoder = decoder.within(values[-1])
        return make(*values)

    def within(self, added: Sequence[Variable]) -> _Decoder:
        """The decoder for what stands within further declarations."""
        names = {variable.name: variable for variable in added}
        new = len(names) == len(added) and names.keys().isdisjoint(self.names)
        demand(new, "a name is declared twice")
        return self._replace(names={**self.names, **names})

    def name(self, data: Any) -> str:
        fine = isinstance(data, str) and data[0] not in RESERVED and data != NATURAL
        demand(fine, "a declared name is reserved")
        return str(data)

    def raw(self, data: Any) -> Any:
        return data

    def rational(self, data: str) -> Fraction:
        demand(_RATIONAL.fullmatch(data), "not a fraction")
        return Fraction(data)

    def argument(self, data: Any) -> Any:
        return self.names[data] if isinstance(data, str) else self.part("term", data)

    def inverse(self, data: Any) -> Any:
        return None if data is None else self.part("term", data)


TABLES: Mapping[str, Mapping[str, tuple[Callable[..., Any], str]]] = {
    "declaration": {
        "index": (Index, "name name"),
        "atom": (Atom, "name spaces spaces raw raw"),
    },
    "term": {
        "number": (terms.number, "rational rational"),
        "identity": (terms.identity, "spaces"),
        "+": (terms.sum_of, "spaces spaces term*"),
        "*": (lambda factors: reduce(Term.__mul__, factors, terms.identity()), "term*"),
        "^": (Term.__pow__, "term term"),
        "adjoint": (Term.adjoint, "term"),
        "atom": (lambda atom, slots: terms.letter(atom, *slots), "names argument*"),
        "delta": (terms.delta, "names names"),
        "size": (lambda over: terms.letter(cardinality_atom(over)), "name"),
        "sum": (lambda over, term: reduce(lambda body, i: terms.total(i, body), over, term),
                "declaration* term"),
    },
    "formula": {
        "=": (Equation, "term term"),
        ">=": (NonNegative, "term"),
        "forall": (forall, "declaration* formula* formula"),
    },
    "value": {
        "index": (lambda index: index, "names"),
        "term": (lambda slots, *pair: Replacement(pair[0], tuple(slots), pair[1]),
                 "declaration* term inverse"),
    },
    "multiple": {"*": (rules.Multiple, "proved term term names* raw")},
    "step": {
        "cite": (lambda theorem: theorem, "cited"),
        "assume": (rules.assume, "formula"),
        "combination": (rules.combination, "term term multiple*"),
        "generalise": (rules.generalise, "proved names* formula*"),
        "instance": (rules.instance, "proved value* proved* proved*"),
        "induction": (rules.induction, "proved proved names formula"),
        "parity": (rules.parity, "proved proved names names formula"),
        "cases": (rules.cases, "proved proved term names"),
        "extension": (rules.extension, "proved term term names"),
        "nonnegative power": (rules.nonnegative_power, "rational term"),
        "nonnegative square": (rules.nonnegative_square, "term"),
        "nonnegative product": (rules.nonnegative_product, "proved*"),
        "nonnegative total": (rules.nonnegative_total, "proved names"),
        "order": (rules.order, "proved proved*"),
        "reality": (rules.reality, "proved"),
        "antisymmetry": (rules.antisymmetry, "proved proved"),
        "definite": (rules.definite, "proved term"),
        "archimedes": (rules.archimedes, "proved* proved term names names"),
    },
}
