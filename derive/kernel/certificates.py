"""Certificates: proofs as data, and their replay.

A certificate is JSON: spaces, declarations, steps, and the claims, which are numbers of steps.
There is one way in: the tables at the end say for each tag what is called and of which kinds its
parts are; terms are decoded by adding and multiplying, steps by calling their rules.  A
malformed, truncated or hostile file raises `KernelError`.

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
from derive.kernel.formulas import Equation, Formula, NonNegative, Variable, forall
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Term, identity, letter, number, zero

FORMAT = 1
_MOST_CHARACTERS = 50_000_000
_RATIONAL = re.compile(r"-?[0-9]{1,4000}(/[1-9][0-9]{0,3999})?")


class Statement(NamedTuple):
    """What a certificate is to prove: claims from hypotheses, over a signature."""

    signature: frozenset[Variable]
    hypotheses: frozenset[Formula]
    claims: tuple[Formula, ...]


def verify(
    text: str, statement: Statement, cited: Mapping[str, Theorem] | None = None
) -> tuple[Theorem, ...]:
    """The theorems of a certificate, if they are what the statement says; else `KernelError`."""
    theorems = replay(text, cited)
    claims = tuple(theorem.conclusion for theorem in theorems)
    demand(claims == statement.claims, "the certificate proves something else")
    for theorem in theorems:
        assumed = theorem.hypotheses <= statement.hypotheses
        demand(assumed, "the certificate uses a hypothesis that the statement does not have")
        declared = theorem.signature <= statement.signature
        demand(declared, "the certificate uses a symbol that the statement does not have")
    return theorems


def replay(text: str, cited: Mapping[str, Theorem] | None = None) -> tuple[Theorem, ...]:
    """The theorems that a certificate claims, each proved by the rules."""
    demand(len(text) <= _MOST_CHARACTERS, "the certificate is too large")
    try:
        number, *parts = _list(json.loads(text)) or [None]
        demand(number == FORMAT, f"no certificate of format {FORMAT}")
        *_, theorems = _Decoder({"C": C}, {}, cited or {}, []).made(_CERTIFICATE, parts)
    except RecursionError:
        raise KernelError("the certificate is nested too deeply") from None
    except ValueError as error:
        raise KernelError(f"the certificate is not JSON: {error}") from None
    return tuple(theorems)


def _list(data: object) -> list[Any]:
    demand(isinstance(data, list), f"expected a list, not {str(data)[:60]}")
    return data  # type: ignore[return-value]


def _text(data: object) -> str:
    demand(isinstance(data, str), f"expected a text, not {str(data)[:60]}")
    return data  # type: ignore[return-value]


class _Decoder:
    """Turns data into what it stands for; a kind of part is a table, a row, or a method."""

    def __init__(
        self,
        spaces: dict[str, Space],
        names: Mapping[str, Variable],
        cited: Mapping[str, Theorem],
        proved: list[Theorem],
    ) -> None:
        self.spaces, self.names, self.cited, self.proved = spaces, names, cited, proved

    def part(self, kind: str, data: object) -> Any:
        """A part of a kind; of a list of parts if the kind ends in a star."""
        if kind.endswith("*"):
            return [self.part(kind[:-1], one) for one in _list(data)]
        table = _TABLES.get(kind)
        if table is None:
            return getattr(self, kind)(data)
        tag, *parts = _list(data) or [None]
        known = isinstance(tag, str) and tag in table
        demand(known, f"expected a {kind}, not one of {str(tag)[:60]}")
        return self.made(table[tag], parts)

    def made(self, row: _Row, parts: list[Any]) -> Any:
        """What a row makes of its parts; what one part declares is known in the later ones."""
        make, kinds = row[0], row[1].split()
        demand(len(kinds) == len(parts), f"expected the parts {row[1]}, not {str(parts)[:60]}")
        decoder, values = self, []
        for kind, part in zip(kinds, parts, strict=True):
            values.append(decoder.part(kind, part))
            if kind == "declaration*":
                decoder = decoder.within(values[-1])
        return make(*values)

    def within(self, added: Sequence[Variable]) -> _Decoder:
        names = {variable.name: variable for variable in added}
        new = len(names) == len(added) and names.keys().isdisjoint(self.names)
        demand(new, f"declared twice: one of {', '.join(names)[:60]}")
        return _Decoder(self.spaces, {**self.names, **names}, self.cited, self.proved)

    def name(self, data: object) -> str:
        fine = _text(data)[:1] not in {"", *RESERVED} and data != NATURAL
        demand(fine, f"{str(data)[:60]!r} cannot be declared as a name")
        return _text(data)

    def text(self, data: object) -> str:
        return _text(data)

    def flag(self, data: object) -> bool:
        demand(data is True or data is False, f"expected true or false, not {str(data)[:60]}")
        return data is True

    def rational(self, data: object) -> Fraction:
        demand(_RATIONAL.fullmatch(_text(data)), f"not a fraction: {str(data)[:60]}")
        return Fraction(_text(data))

    def new_space(self, data: object) -> None:
        """A declaration of a space, which holds from then on."""
        name, inner = [*_list(data), None, None][:2]
        demand(self.name(name) not in self.spaces, f"the space {name} is declared twice")
        self.spaces[self.name(name)] = Space(self.name(name), self.flag(inner))

    def space(self, data: object) -> Space:
        demand(_text(data) in self.spaces, f"the space {data} is not declared")
        return self.spaces[_text(data)]

    def variable(self, data: object) -> Any:
        demand(_text(data) in self.names, f"{data} is not declared")
        return self.names[_text(data)]

    def atom(self, data: object) -> Atom:
        demand(isinstance(self.variable(data), Atom), f"{data} is not an atom")
        return self.variable(data)  # type: ignore[no-any-return]

    def index(self, data: object) -> Index:
        demand(isinstance(self.variable(data), Index), f"{data} is not an index")
        return self.variable(data)  # type: ignore[no-any-return]

    def argument(self, data: object) -> Index | Term:
        return self.index(data) if isinstance(data, str) else self.part("term", data)

    def theorem(self, data: object) -> Theorem:
        position = data if type(data) is int else -1
        proved = 0 <= position < len(self.proved)
        demand(proved, f"step {str(data)[:60]} has not been proved yet")
        return self.proved[position]

    def cited_theorem(self, data: object) -> Theorem:
        demand(_text(data) in self.cited, f"the cited theorem {str(data)[:60]} is not at hand")
        return self.cited[_text(data)]

    def proof(self, data: object) -> None:
        """One more step: what its rule proves can be used from then on."""
        self.proved.append(self.part("step", data))


_Row = tuple[Callable[..., Any], str]


def _product(factors: Sequence[Term]) -> Term:
    return reduce(Term.__mul__, factors, identity())


def _sum(codomain: Space, domain: Space, parts: Sequence[Term]) -> Term:
    return reduce(Term.__add__, parts, zero(codomain, domain))


def _total(indices: Sequence[Variable], term: Term) -> Term:
    for index in indices:
        demand(isinstance(index, Index), "a sum runs over an index")
        term = terms.total(index, term)  # type: ignore[arg-type]
    return term


_CERTIFICATE: _Row = (lambda *parts: parts, "new_space* declaration* proof* theorem*")

_TABLES: Mapping[str, Mapping[str, _Row]] = {
    "declaration": {
        "index": (Index, "name name"),
        "atom": (Atom, "name space space text* text*"),
    },
    "term": {
        "number": (number, "rational"),
        "i": (lambda: number(0, 1), ""),
        "identity": (identity, "space"),
        "+": (_sum, "space space term*"),
        "*": (_product, "term*"),
        "^": (Term.__pow__, "term term"),
        "adjoint": (Term.adjoint, "term"),
        "atom": (lambda atom, slots: letter(atom, *slots), "atom argument*"),
        "inverse": (lambda atom, slots: terms.inverse_of(atom, *slots), "atom argument*"),
        "sign": (terms.sign, "term"),
        "delta": (terms.delta, "index index"),
        "size": (terms.cardinality, "name"),
        "sum": (_total, "declaration* term"),
    },
    "formula": {
        "=": (Equation, "term term"),
        ">=": (NonNegative, "term"),
        "forall": (forall, "declaration* formula* formula"),
    },
    "value": {
        "index": (lambda index: index, "index"),
        "term": (lambda slots, term: Replacement(term, tuple(slots)), "declaration* term"),
        "unit": (
            lambda slots, term, inverse: Replacement(term, tuple(slots), inverse),
            "declaration* term term",
        ),
    },
    "multiple": {
        "*": (rules.Multiple, "theorem term term index* flag"),
    },
    "renamed": {
        "to": (lambda old, new: (old, new), "name name"),
    },
    "moved": {
        "to": (lambda old, new: (old, new), "space space"),
    },
    "step": {
        "cite": (lambda theorem: theorem, "cited_theorem"),
        "assume": (rules.assume, "formula"),
        "identity": (rules.same, "term term"),
        "combination": (rules.combination, "term term multiple*"),
        "generalise": (rules.generalise, "theorem variable* formula*"),
        "instance": (rules.instance, "theorem value* theorem* theorem*"),
        "move": (rules.move, "theorem moved* renamed*"),
        "induction": (rules.induction, "theorem theorem atom formula"),
        "parity": (rules.parity, "theorem theorem atom atom formula"),
        "cases": (rules.cases, "theorem theorem term atom"),
        "extension": (rules.extension, "theorem term term atom"),
        "nonnegative power": (rules.nonnegative_power, "rational term"),
        "nonnegative square": (rules.nonnegative_square, "term"),
        "nonnegative sum": (rules.nonnegative_sum, "theorem*"),
        "nonnegative product": (rules.nonnegative_product, "theorem*"),
        "nonnegative total": (rules.nonnegative_total, "theorem index"),
        "order": (rules.order, "theorem theorem"),
        "reality": (rules.reality, "theorem"),
        "antisymmetry": (rules.antisymmetry, "theorem theorem"),
        "definite": (rules.definite, "theorem term"),
        "archimedes": (rules.archimedes, "theorem* theorem term atom atom"),
    },
}
