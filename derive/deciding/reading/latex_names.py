r"""How declared names are written in LaTeX: `x_1` as `x_1`, `sigma_x` as `\sigma_x`, kets as kets.

A name may have several spellings: the operator `H` is `H` or `\hat H`, the ket `psi` is
`|\psi\rangle` or, where nothing else is written so, `\psi`.  The first spelling of every name comes
before the further ones of any.  An underscore at the end of a name is not written: `E_` is `E`.
What a glossary declares is written as the glossary says.

Main results: `Vocabulary`, `vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from derive.deciding.claims.problem import Declared
from derive.language.glossary import (
    Declaration,
    Glossary,
    function,
    functional,
    ket,
    operator,
    scalar,
)
from derive.language.tex import tex_tokens

_CAPITALS = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
_COMMANDS = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    f"upsilon phi chi psi omega varepsilon varphi vartheta hbar ell {_CAPITALS}".split()
)
_VARIANTS = {"epsilon": "varepsilon", "phi": "varphi", "theta": "vartheta"}
_ACCENTS = frozenset("hat tilde bar vec".split())
_NUMBERED = re.compile(r"([^\W\d_]+)(\d+)")


@dataclass(frozen=True)
class Vocabulary:
    """The symbols of a formula.

    Args:
        glossary: every spelling as a declaration.
        names: for each declaration the name that it spells.
    """

    glossary: Glossary
    names: Mapping[str, str]


def vocabulary(names: Mapping[str, Declared], glossary: Glossary | None) -> Vocabulary:
    """How the names are written; those of the glossary as it says.

    Args:
        names: what was declared.
        glossary: declarations with their LaTeX.
    """
    return _vocabulary(tuple(names.values()), glossary)


@lru_cache(maxsize=32)
def _vocabulary(declared: tuple[Declared, ...], glossary: Glossary | None) -> Vocabulary:
    base = Glossary() if glossary is None else glossary
    taken = {_shape(entry.tokens) for entry in base.symbols()}
    meant = {entry.name: entry.name for entry in base.symbols()}
    added: list[Declaration] = []
    unwritten = [entry for entry in declared if entry.name not in meant]
    spelled = [(entry, _spellings(entry)) for entry in unwritten]
    first = [(entry, spellings[0]) for entry, spellings in spelled]
    others = [(entry, latex) for entry, spellings in spelled for latex in spellings[1:]]
    for entry, latex in (*first, *others):
        shape = tuple(token.text for token in tex_tokens(latex))
        if shape in taken:
            continue
        taken.add(shape)
        is_new = entry.name not in meant and entry.name not in base
        name = entry.name if is_new else f"{entry.name}__{len(meant)}"
        meant[name] = entry.name
        added.append(_declaration(entry, name, latex))
    return Vocabulary(base.extend(*added), meant)


def _shape(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("#" if token.startswith("#") else token for token in tokens)


def _declaration(declared: Declared, name: str, latex: str) -> Declaration:
    match declared.kind:
        case "function":
            return function(name, latex)
        case "ket":
            return ket(name, latex)
        case "bra":
            return functional(name, latex)
        case "scalar":
            words = ("natural",) if "natural" in declared.words else ()
            return scalar(name, latex, *words)
    return operator(name, latex)


def _spellings(declared: Declared) -> list[str]:
    """The ways to write a name, the usual one first."""
    plain = list(_written(declared.name))
    match declared.kind:
        case "ket":
            return [*(rf"|{text}\rangle" for text in plain), *plain]
        case "bra":
            return [rf"\langle {text}|" for text in plain]
        case "operator":
            return [*plain, *_accented("hat", declared.name)]
        case "matrix":
            return [*plain, *_accented("mathbf", declared.name)]
    return plain


def _accented(accent: str, name: str) -> Iterator[str]:
    head, _, tail = name.partition("_")
    if len(head) == 1 or head in _COMMANDS:
        written = f"\\{accent}{{{next(_letters(head))}}}"
        for subscript in _subscripts(tail.split("_") if tail else []):
            yield written + subscript


def _written(name: str) -> Iterator[str]:
    head, *tail = name.rstrip("_").split("_")
    if not head or not all(tail):
        escaped = name.replace("_", r"\_")
        yield rf"\mathrm{{{escaped}}}"
        return
    accent = tail.pop(0) if tail and tail[0] in _ACCENTS else ""
    numbered = _NUMBERED.fullmatch(head)
    if numbered is not None:
        head, tail = numbered[1], [numbered[2], *tail]
    for letters in _letters(head):
        shown = f"\\{accent}{{{letters}}}" if accent else letters
        for subscript in _subscripts(tail):
            yield shown + subscript


def _letters(word: str) -> Iterator[str]:
    """The ways to write a word at the head of a name."""
    word = "lambda" if word == "lamda" else word
    if len(word) == 1:
        yield word
    elif word in _COMMANDS:
        yield f"\\{word}"
        if word in _VARIANTS:
            yield f"\\{_VARIANTS[word]}"
    else:
        for font in ("mathrm", "text", "operatorname", "mathit"):
            yield rf"\{font}{{{word}}}"


def _subscripts(parts: list[str]) -> Iterator[str]:
    """The ways to write subscripts; a single empty one where there are none."""
    if not parts:
        yield ""
        return
    for choice in product(*map(_subscript, parts)):
        yield f"_{{{','.join(choice)}}}"
        if len(choice) > 1:
            yield f"_{{{''.join(choice)}}}"


def _subscript(part: str) -> list[str]:
    part = "lambda" if part == "lamda" else part
    if len(part) == 1 or part.isdecimal():
        return [part]
    if part in _COMMANDS:
        return [f"\\{part} "]
    return [rf"\mathrm{{{part}}}", part, rf"\text{{{part}}}"]
