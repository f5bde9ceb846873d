"""A proof in the making: every step is made by the kernel and kept for the certificate.

Main results: `Recorder`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from derive.kernel.atoms import Atom, C, Index, Space, Variable
from derive.kernel.certificates import FORMAT, TABLES
from derive.kernel.formulas import Clause, Equation, NonNegative, free
from derive.kernel.rules import Theorem
from derive.kernel.substitutions import Replacement
from derive.kernel.terms import Term
from derive.prover.encoding import declaration, encoded


class Recorder:
    """Calls rules, and writes the certificate of what they proved."""

    def __init__(self) -> None:
        self._steps: dict[int, tuple[Theorem, str, tuple[Any, ...]]] = {}
        self._numbers = count(1)

    def step(self, rule: str, *parts: Any) -> Theorem:
        """The theorem that a rule makes of the parts.

        Raises `KernelError` where the rule does not apply.
        """
        theorem: Theorem = TABLES["step"][rule][0](*parts)
        self._steps[id(theorem)] = (theorem, rule, parts)
        return theorem

    def cite(self, name: str, theorem: Theorem) -> Theorem:
        """A theorem of another certificate."""
        self._steps[id(theorem)] = (theorem, "cite", (name,))
        return theorem

    def fresh_name(self) -> str:
        """A name that no glossary can declare."""
        return f"${next(self._numbers)}"

    def certificate(self, claims: Sequence[Theorem]) -> str:
        """The certificate of the claims: the steps that they need, in order."""
        order: dict[int, int] = {}
        for claim in claims:
            self._visit(claim, order)
        steps = []
        for key in order:
            _, rule, parts = self._steps[key]
            kinds = TABLES["step"][rule][1].split()
            data = [encoded(kind, part) for kind, part in zip(kinds, parts, strict=True)]
            steps.append([rule, *data])
        used = [(self._steps[key][0], *self._steps[key][2]) for key in order]
        variables = {v.name: v for v in _variables(used) if v.name[0] != "#"}
        spaces = {*_spaces(list(variables.values())), *_spaces(used)}
        content = [
            FORMAT,
            [list(space) for space in sorted(spaces) if space != C],
            [declaration(variables[name]) for name in sorted(variables)],
            steps,
            list(claims),
        ]
        return json.dumps(_numbered(content, order), ensure_ascii=False, separators=(",", ":"))

    def _visit(self, theorem: Theorem, order: dict[int, int]) -> None:
        """Number the steps below a theorem, then its own, without recursion."""
        stack = [(theorem, False)]
        while stack:
            current, done = stack.pop()
            if id(current) in order:
                continue
            if done:
                order[id(current)] = len(order)
                continue
            stack.append((current, True))
            stack += [(below, False) for below in _theorems(self._steps[id(current)][2])]


def _theorems(part: Any) -> Iterator[Theorem]:
    if isinstance(part, Theorem):
        yield part
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _theorems(one)


def _spaces(part: Any) -> Iterator[Space]:
    """The spaces that a part of a step names, also those of what a clause binds."""
    if isinstance(part, Space):
        yield part
    elif isinstance(part, Atom | Term):
        yield from (part.codomain, part.domain)
        for variable in part.free if isinstance(part, Term) else ():
            yield from _spaces(variable)
    elif isinstance(part, Clause):
        yield from _spaces((part.variables, part.premises, part.conclusion))
    elif isinstance(part, Equation):
        yield from _spaces((part.left, part.right))
    elif isinstance(part, NonNegative):
        yield from _spaces(part.term)
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _spaces(one)


def _variables(part: Any) -> Iterator[Variable]:
    """The free variables that a part of a step names."""
    if isinstance(part, Atom | Index):
        yield part
    elif isinstance(part, Term | Replacement):
        yield from part.free
    elif isinstance(part, Equation | NonNegative | Clause):
        yield from free(part)
    elif isinstance(part, Theorem):
        yield from part.signature
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _variables(one)


def _numbered(data: Any, order: dict[int, int]) -> Any:
    if isinstance(data, Theorem):
        return order[id(data)]
    if isinstance(data, list):
        return [_numbered(part, order) for part in data]
    return data
