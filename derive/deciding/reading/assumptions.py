"""What is assumed of names: words such as "real positive" or "operator V->W", and what follows.

Without a word for a kind a name is a complex number, which the words restrict: `real`, `positive`,
`negative`, `nonnegative`, `nonpositive` (all of them real), `nonzero`, `integer`, `natural` (0
included), `odd`, `even`, `imaginary` (0 included).  A `function` is complex, or `real` at real
points.  An `operator` maps V to V unless spaces are given, `operator V->W`; it may be `hermitian`,
`antihermitian`, `unitary`, `invertible`.  A `ket` or a `bra` belongs to V or to the space given,
`ket W`.  A `matrix 3x2` is complex, or `real`, and takes the words of operators if it is square.

Main results: `read_assumptions`, `declaration`, `closed_words`, `from_glossary`, `united`.
"""

from __future__ import annotations

import difflib
import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping

from derive.deciding.claims.problem import Declared, Kind
from derive.deciding.reading.type_rules import COMPLEX_NUMBERS, IllFormed
from derive.language.errors import LanguageError
from derive.language.glossary import DEFAULT_SPACE, Glossary

_SCALAR_WORDS = frozenset(
    "real complex positive negative nonnegative nonpositive nonzero integer natural odd even "
    "imaginary".split()
)
_OPERATOR_WORDS = frozenset("hermitian antihermitian unitary invertible".split())
_WORDS: dict[Kind, frozenset[str]] = {
    "scalar": _SCALAR_WORDS,
    "function": frozenset({"real", "complex"}),
    "operator": _OPERATOR_WORDS,
    "matrix": _OPERATOR_WORDS | {"real", "complex"},
    "ket": frozenset(),
    "bra": frozenset(),
}
_KINDS: dict[str, Kind] = {
    "function": "function",
    "operator": "operator",
    "matrix": "matrix",
    "ket": "ket",
    "bra": "bra",
}
_KNOWN = _SCALAR_WORDS | _OPERATOR_WORDS | _KINDS.keys()

_CONSEQUENCES = (
    ("positive", "nonnegative nonzero"),
    ("negative", "nonpositive nonzero"),
    ("nonnegative", "real"),
    ("nonpositive", "real"),
    ("natural", "integer nonnegative"),
    ("odd", "integer nonzero"),
    ("even", "integer"),
    ("integer", "real"),
    ("integer nonnegative", "natural"),
    ("nonnegative nonzero", "positive"),
    ("nonpositive nonzero", "negative"),
    ("unitary", "invertible"),
)
_RULES = tuple((frozenset(a.split()), frozenset(b.split())) for a, b in _CONSEQUENCES)
_CONTRADICTIONS = (
    ("positive", "nonpositive"),
    ("negative", "nonnegative"),
    ("odd", "even"),
    ("real", "imaginary"),
)
_SHAPE = re.compile(r"([0-9]{1,6})[x×]([0-9]{1,6})")
_SPACE = re.compile(r"[A-Z]\w*")
_ARROW = re.compile(r"\s*(?:->|→)\s*")
_LARGEST_MATRIX = 64


def read_assumptions(assume: Mapping[str, str] | None) -> dict[str, Declared]:
    """The declared names, in the author's order.

    Args:
        assume: words for each name; names with the same words may share an entry, `"A B C"`.

    Raises:
        IllFormed: words that contradict each other.
        LanguageError: an unknown word, or a name that cannot be one.
    """
    if assume is None:
        return {}
    if not isinstance(assume, Mapping):
        raise LanguageError(
            "assumptions are a mapping of names to words", hint='write assume={"x": "real"}'
        )
    names: dict[str, Declared] = {}
    for key, words in assume.items():
        written = getattr(key, "name", key)
        if not (isinstance(written, str) and isinstance(words, str)):
            raise LanguageError(
                f"the assumption {written!r}: {words!r} is not made of words",
                hint='write assume={"x": "real"}',
            )
        for name in _names(written):
            if name in names:
                raise LanguageError(
                    f"{name!r} is declared twice", hint="write all its words in one entry"
                )
            names[name] = declaration(name, words)
    return names


def declaration(name: str, words: str) -> Declared:
    """One name with what its words say and what follows from them."""
    kinds: list[Kind] = []
    properties: list[str] = []
    spaces: list[tuple[str, str]] = []
    shapes: list[tuple[int, int]] = []
    for word in _ARROW.sub("->", words).replace(",", " ").split():
        if word in _KINDS:
            kinds.append(_KINDS[word])
        elif word in _KNOWN:
            properties.append(word)
        elif shape := _SHAPE.fullmatch(word):
            shapes.append((int(shape[1]), int(shape[2])))
        else:
            spaces.append(_spaces(name, word))
    if len(set(kinds)) > 1:
        raise IllFormed(f"{name!r} cannot be both {kinds[0]} and {kinds[1]}")
    kind = kinds[0] if kinds else "scalar"
    _check_words(name, kind, properties)
    found = closed_words(name, properties)
    if kind == "matrix":
        return _matrix(name, found, shapes, spaces)
    if shapes:
        raise IllFormed(
            f"{name!r} has the shape of a matrix but is declared {kind}",
            hint=f'write "matrix {shapes[0][0]}x{shapes[0][1]}"',
        )
    if kind in ("scalar", "function"):
        if spaces:
            raise IllFormed(
                f"{name!r} is a {kind}, which belongs to no space", hint='write "operator V->W"'
            )
        return Declared(name, kind, found)
    return _between_spaces(name, kind, found, spaces)


def closed_words(name: str, words: Iterable[str]) -> frozenset[str]:
    """The words with all that follow from them, without the empty word "complex"."""
    found = set(words) - {"complex"}
    grown = True
    while grown:
        before = len(found)
        for premises, conclusions in _RULES:
            if premises <= found:
                found |= conclusions
        grown = len(found) > before
    for first, second in _CONTRADICTIONS:
        if first in found and second in found:
            raise IllFormed(f"{name!r} cannot be both {first} and {second}")
    return frozenset(found)


def from_glossary(glossary: Glossary | None) -> dict[str, Declared]:
    r"""The single numbers, operators and kets of a glossary; families need their indices.

    What a glossary calls pi and writes as `\pi` is no name but the number π.
    """
    names: dict[str, Declared] = {}
    for entry in glossary.symbols() if glossary is not None else ():
        if (entry.name, entry.latex) == ("pi", r"\pi") and "positive" in entry.properties:
            continue
        if entry.slots or entry.kind not in ("scalar", "operator", "ket"):
            continue
        words = closed_words(entry.name, entry.properties - {"without adjoint"})
        if entry.kind == "scalar":
            names[entry.name] = Declared(entry.name, "scalar", words)
        elif entry.adjointable:
            kind: Kind = "ket" if entry.kind == "ket" else "operator"
            domain = "" if kind == "ket" else entry.domain
            names[entry.name] = Declared(entry.name, kind, words, domain, entry.codomain)
    return names


def united(first: Declared, second: Declared) -> Declared:
    """One declaration that says what both say of a name."""
    places = [(one.kind, one.domain, one.codomain, one.shape) for one in (first, second)]
    if places[0] != places[1]:
        raise IllFormed(f"{first.name!r} is declared in two ways: {first.kind} and {second.kind}")
    words = closed_words(first.name, first.words | second.words)
    return Declared(first.name, first.kind, words, first.domain, first.codomain, first.shape)


def _names(written: str) -> list[str]:
    names = unicodedata.normalize("NFKC", written).replace(",", " ").split()
    if not names:
        raise LanguageError("an assumption without a name", hint='write assume={"x": "real"}')
    for name in names:
        if not name.isidentifier() or keyword.iskeyword(name):
            raise LanguageError(
                f"{name!r} cannot be a name",
                hint="write lamda" if name == "lambda" else "a name is made of letters and digits",
            )
    return names


def _spaces(name: str, word: str) -> tuple[str, str]:
    """The domain and the codomain that a word names; a space alone is both."""
    domain, arrow, codomain = word.partition("->")
    if not arrow:
        codomain = domain
    close = difflib.get_close_matches(word.lower(), sorted(_KNOWN), 1, 0.75)
    if (close and not arrow) or not (_SPACE.fullmatch(domain) and _SPACE.fullmatch(codomain)):
        known = ", ".join(sorted(_KNOWN))
        raise LanguageError(
            f"the word {word!r} for {name!r} is not known"
            + (f"; did you mean {close[0]!r}?" if close else ""),
            hint=f"known are: {known}, shapes such as 3x2, spaces such as V->W",
        )
    if COMPLEX_NUMBERS in (domain, codomain):
        raise LanguageError(
            f"{name!r}: C stands for the complex numbers", hint='write "ket" or "bra"'
        )
    return domain, codomain


def _check_words(name: str, kind: Kind, words: Iterable[str]) -> None:
    for word in words:
        if word not in _WORDS[kind]:
            allowed = ", ".join(sorted(_WORDS[kind])) or "no such words"
            what = "number" if kind == "scalar" else kind
            raise IllFormed(
                f"{name!r} cannot be {word}: it is a {what}",
                hint=f"a {what} takes: {allowed}",
            )


def _matrix(
    name: str,
    words: frozenset[str],
    shapes: list[tuple[int, int]],
    spaces: list[tuple[str, str]],
) -> Declared:
    if len(shapes) != 1 or spaces or not all(0 < n <= _LARGEST_MATRIX for n in shapes[0]):
        raise LanguageError(
            f"the matrix {name!r} needs one shape of at most {_LARGEST_MATRIX} rows and columns",
            hint='write "matrix 3x2 complex"',
        )
    rows, columns = shapes[0]
    for word in sorted(words & _OPERATOR_WORDS):
        if rows != columns:
            raise IllFormed(f"{name!r} cannot be {word}: a {rows}x{columns} matrix is not square")
    return Declared(name, "matrix", words, shape=(rows, columns))


def _between_spaces(
    name: str, kind: Kind, words: frozenset[str], spaces: list[tuple[str, str]]
) -> Declared:
    if len(spaces) > 1:
        raise IllFormed(f"{name!r} has more than one pair of spaces")
    domain, codomain = spaces[0] if spaces else (DEFAULT_SPACE, DEFAULT_SPACE)
    if kind != "operator" and domain != codomain:
        raise IllFormed(
            f"the {kind} {name!r} belongs to one space", hint=f'write "{kind} {domain}"'
        )
    for word in sorted(words & {"hermitian", "antihermitian"}):
        if domain != codomain:
            raise IllFormed(f"{name!r} cannot be {word}: it maps {domain} to {codomain}")
    if kind == "ket":
        return Declared(name, kind, words, codomain=codomain)
    return Declared(name, kind, words, domain, "" if kind == "bra" else codomain)
