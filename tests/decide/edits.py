"""Random edits of certificates, and what the kernel makes of them.

An edit that is refused is what should be.  One that is accepted must prove what the certificate
proved before, or something else that is true: then exact random models, which share no code with
the kernel's normal form, are asked.

Main results: `edited`, `fate`.
"""

from __future__ import annotations

import json
import random
from typing import Any, Literal

from derive.kernel.atoms import KernelError
from derive.kernel.certificates import Statement, replay
from derive.refuter import find_counterexample

Fate = Literal["not JSON", "refused", "same statement", "another theorem", "WRONG"]

_NUMERALS = ("0", "1", "-1", "2", "1/2", "-1/2", "3", "1/0", "01", "x")
_SECONDS = 0.1


def edited(text: str, source: random.Random) -> str:
    """The certificate with one random edit: of bits, of structure, a number, or a reference."""
    kind = source.choice(("bits", "structure", "structure", "coefficient", "reference", "token"))
    if kind == "bits":
        data = bytearray(text.encode())
        for _ in range(source.randint(1, 3)):
            data[source.randrange(len(data))] ^= 1 << source.randrange(8)
        return data.decode(errors="replace")
    content = json.loads(text)
    places = list(_places(content))
    if kind == "coefficient":
        numerals = [(o, k) for o, k in places if isinstance(o[k], str) and _is_numeral(o[k])]
        if numerals:
            owner, key = source.choice(numerals)
            owner[key] = source.choice(_NUMERALS)
    elif kind == "reference":
        numbers = [(o, k) for o, k in places if isinstance(o[k], int)]
        owner, key = source.choice(numbers)
        owner[key] = source.choice((owner[key] + 1, owner[key] - 1, 0, -1, 10**6, True))
    elif kind == "token":
        strings = [(o, k) for o, k in places if isinstance(o[k], str)]
        owner, key = source.choice(strings)
        other, place = source.choice(strings)
        owner[key] = other[place]
    else:
        _restructured(places, source)
    return json.dumps(content)


def _restructured(places: list[tuple[list[Any], int]], source: random.Random) -> None:
    owner, key = source.choice(places)
    match source.randrange(4):
        case 0:
            del owner[key]
        case 1:
            owner.insert(key, json.loads(json.dumps(owner[key])))
        case 2:
            other = source.randrange(len(owner))
            owner[key], owner[other] = owner[other], owner[key]
        case _:
            elsewhere, place = source.choice(places)
            owner[key] = json.loads(json.dumps(elsewhere[place]))


def _places(content: Any) -> Any:
    """Every place in nested lists, as the list and the number in it."""
    if isinstance(content, list):
        for key, part in enumerate(content):
            yield content, key
            yield from _places(part)


def _is_numeral(text: str) -> bool:
    return text.lstrip("-").replace("/", "", 1).isdigit()


def fate(text: str, before: Statement) -> Fate:
    """What becomes of an edited certificate.

    Anything but the kernel's own error passes through.
    """
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        with_error = _refused(text)
        assert with_error, "the kernel accepts what is no JSON"
        return "not JSON"
    try:
        theorems = replay(text)
    except KernelError:
        return "refused"
    claims = tuple(theorem.conclusion for theorem in theorems)
    hypotheses = frozenset(h for theorem in theorems for h in theorem.hypotheses)
    if claims == before.claims and hypotheses <= before.hypotheses:
        return "same statement"
    for theorem in theorems:
        statement = Statement(theorem.signature, theorem.hypotheses, (theorem.conclusion,))
        if find_counterexample(statement, seconds=_SECONDS) is not None:
            return "WRONG"
    return "another theorem"


def _refused(text: str) -> bool:
    try:
        replay(text)
    except KernelError:
        return True
    return False
