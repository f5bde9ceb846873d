"""The glossary: every symbol of a text, declared once, with what it stands for.

Main results: the constructors `scalar`, `natural`, `operator`, `ket`, `functional`, `space`,
`index_set`, `index`, which make a `Declaration`, and `Glossary`, which holds declarations in the
order of the author.  That order is the order in which factors are printed.
"""

from __future__ import annotations

import hashlib
import json
import keyword
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Literal

from derive.language.errors import LanguageError
from derive.language.tex import ACCENTS, tex_tokens
from derive.language.units import Dimension

Kind = Literal["scalar", "operator", "ket", "functional", "function", "space", "index set", "index"]

NATURAL = "natural"
DEFAULT_SPACE = "V"
SCALARS = "C"
PROPERTIES: dict[Kind, frozenset[str]] = {
    "scalar": frozenset({"real", "nonzero", "positive", NATURAL}),
    "operator": frozenset({"hermitian", "invertible", "without adjoint"}),
}
_CONTRADICTIONS = (
    (NATURAL, "nonzero", "write n + 1 with a natural n"),
    (NATURAL, "positive", "write n + 1 with a natural n"),
    ("hermitian", "without adjoint", "a Hermitian operator is its own adjoint"),
)


class GlossaryError(LanguageError):
    """A declaration that cannot stand in its glossary."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One symbol: how it is written and what it stands for.

    Args:
        name: a Python identifier, the name in programs and in certificates.
        latex: how it is written; `#1`, `#2`… mark the slots of a family.
        kind: what sort of thing it is.
        properties: words such as "real" or "hermitian".
        domain, codomain: names of spaces; `C` is the complex numbers.
        dimension: its SI dimension.
        value: the exact value of a constant, in the SI unit of its dimension.
        english, chinese, japanese: what it is called.
        slots: for each slot of a family, the name of an index set or "natural".
        over: the index set of an index.
        inner: whether a space has an inner product.
    """

    name: str
    latex: str
    kind: Kind
    properties: frozenset[str] = frozenset()
    domain: str = SCALARS
    codomain: str = SCALARS
    dimension: Dimension = field(default_factory=Dimension)
    value: Fraction | None = None
    english: str = ""
    chinese: str = ""
    japanese: str = ""
    slots: tuple[str, ...] = ()
    over: str = ""
    inner: bool = True

    def __post_init__(self) -> None:
        _check_name(self)
        _check_properties(self)
        _check_latex(self)
        if self.value is not None:
            _check_value(self)

    @property
    def is_natural(self) -> bool:
        """Whether it ranges over the natural numbers, and may stand in exponents and slots."""
        return NATURAL in self.properties

    @property
    def adjointable(self) -> bool:
        """Whether its adjoint exists."""
        return self.kind != "functional" and "without adjoint" not in self.properties

    @property
    def type_text(self) -> str:
        """Its type for messages, such as `V←ℂ`."""
        return f"{_space_text(self.codomain)}←{_space_text(self.domain)}"

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its LaTeX in normal form; a slot is the token `#1` or `#2` and so on."""
        return _pattern(self.latex)


def _space_text(space: str) -> str:
    return "ℂ" if space == SCALARS else space


def _pattern(latex: str) -> tuple[str, ...]:
    return tuple(token.text for token in tex_tokens(latex))


def _check_name(declaration: Declaration) -> None:
    name = declaration.name
    if not name.isidentifier() or keyword.iskeyword(name):
        raise GlossaryError(
            f"the name {name!r} is not a Python identifier",
            hint='choose a name such as "hbar" or "omega_c"',
        )


def _check_properties(declaration: Declaration) -> None:
    allowed = PROPERTIES.get(declaration.kind, frozenset())
    for word in sorted(declaration.properties):
        if word not in allowed:
            listed = ", ".join(sorted(allowed)) or "no properties"
            raise GlossaryError(
                f"{declaration.kind} {declaration.name!r} cannot be {word!r}",
                hint=f"a declaration of kind {declaration.kind} takes: {listed}",
            )
    for first, second, hint in _CONTRADICTIONS:
        if {first, second} <= declaration.properties:
            raise GlossaryError(
                f"{declaration.name!r} cannot be both {first} and {second}", hint=hint
            )
    if "hermitian" in declaration.properties and declaration.domain != declaration.codomain:
        raise GlossaryError(
            f"{declaration.name!r} cannot be hermitian: it maps {declaration.domain} to "
            f"{declaration.codomain}"
        )
    if declaration.is_natural and (declaration.slots or not declaration.dimension.is_one):
        raise GlossaryError(
            f"the natural number {declaration.name!r} takes neither slots nor a dimension"
        )


def _check_latex(declaration: Declaration) -> None:
    if declaration.kind in ("space", "index set"):
        return
    try:
        tokens = declaration.tokens
    except LanguageError as error:
        raise GlossaryError(
            f"the latex of {declaration.name!r}: {error.message}", hint=error.hint
        ) from None
    if not tokens:
        raise GlossaryError(f"the latex of {declaration.name!r} is empty")
    wanted = [f"#{number}" for number in range(1, len(declaration.slots) + 1)]
    found = [token for token in tokens if token.startswith("#")]
    if found != wanted:
        raise GlossaryError(
            f"the latex {declaration.latex!r} of {declaration.name!r} shows the slots "
            f"{' '.join(found) or '(none)'}, but slots={declaration.slots!r} asks for "
            f"{' '.join(wanted) or 'none'}",
            hint=r'write for instance latex=r"E_{#1}", slots=("I",)',
        )
    if tokens[0].startswith("#") or tokens[0] in "^_&})]":
        raise GlossaryError(
            f"the latex {declaration.latex!r} of {declaration.name!r} cannot begin so"
        )


def _check_value(declaration: Declaration) -> None:
    if declaration.kind != "scalar" or declaration.slots:
        raise GlossaryError(f"{declaration.name!r}: only a single scalar has a value")
    assert declaration.value is not None
    if declaration.value == 0 and declaration.properties & {"nonzero", "positive"}:
        raise GlossaryError(f"{declaration.name!r} is declared nonzero, but its value is 0")
    if declaration.value < 0 and declaration.properties & {"positive", NATURAL}:
        raise GlossaryError(f"{declaration.name!r} is declared positive, but its value is negative")


def scalar(
    name: str,
    latex: str,
    *properties: str,
    dimension: str = "1",
    value: str | None = None,
    english: str = "",
    chinese: str = "",
    japanese: str = "",
    slots: Sequence[str] = (),
) -> Declaration:
    """A complex number.

    Args:
        name: a Python identifier.
        latex: how it is written.
        properties: "real", "nonzero", "positive", "natural".
        dimension: SI units, for instance "J s".
        value: its exact value as a decimal numeral, in those units.
        english, chinese, japanese: what it is called.
        slots: the index sets of a family such as `E_{#1}`, or "natural".

    Raises:
        GlossaryError: an unknown or contradictory property, a wrong latex, dimension or value.
    """
    return Declaration(
        name,
        latex,
        "scalar",
        frozenset(properties),
        dimension=_dimension(name, dimension),
        value=None if value is None else _exact(name, value),
        english=english,
        chinese=chinese,
        japanese=japanese,
        slots=tuple(slots),
    )


def natural(
    name: str, latex: str, *, english: str = "", chinese: str = "", japanese: str = ""
) -> Declaration:
    """A natural number: 0, 1, 2, …; it may stand in exponents and in slots of sequences."""
    return scalar(name, latex, NATURAL, english=english, chinese=chinese, japanese=japanese)


def operator(
    name: str,
    latex: str,
    *properties: str,
    domain: str = DEFAULT_SPACE,
    codomain: str | None = None,
    dimension: str = "1",
    english: str = "",
    chinese: str = "",
    japanese: str = "",
    slots: Sequence[str] = (),
) -> Declaration:
    """A linear map from one space to another; without `codomain`, to the same one.

    Args:
        name: a Python identifier.
        latex: how it is written.
        properties: "hermitian", "invertible", "without adjoint".
        domain, codomain: names of spaces.
        dimension: SI units.
        english, chinese, japanese: what it is called.
        slots: the index sets of a family, or "natural".

    Raises:
        GlossaryError: an unknown or contradictory property, a wrong latex or dimension.
    """
    return Declaration(
        name,
        latex,
        "operator",
        frozenset(properties),
        domain=domain,
        codomain=domain if codomain is None else codomain,
        dimension=_dimension(name, dimension),
        english=english,
        chinese=chinese,
        japanese=japanese,
        slots=tuple(slots),
    )


def ket(
    name: str,
    latex: str,
    *,
    space: str = DEFAULT_SPACE,
    dimension: str = "1",
    english: str = "",
    chinese: str = "",
    japanese: str = "",
    slots: Sequence[str] = (),
) -> Declaration:
    r"""A vector; where it is written `|\psi\rangle`, its adjoint is `\langle\psi|`."""
    return Declaration(
        name,
        latex,
        "ket",
        codomain=space,
        dimension=_dimension(name, dimension),
        english=english,
        chinese=chinese,
        japanese=japanese,
        slots=tuple(slots),
    )


def functional(
    name: str,
    latex: str,
    *,
    space: str = DEFAULT_SPACE,
    dimension: str = "1",
    english: str = "",
    chinese: str = "",
    japanese: str = "",
    slots: Sequence[str] = (),
) -> Declaration:
    """A linear map from vectors to numbers that has no adjoint: an evaluation, an integral."""
    return Declaration(
        name,
        latex,
        "functional",
        domain=space,
        dimension=_dimension(name, dimension),
        english=english,
        chinese=chinese,
        japanese=japanese,
        slots=tuple(slots),
    )


def function(name: str, latex: str, *, english: str = "") -> Declaration:
    """A function of numbers, written before its arguments; `decide()` knows it, theorems do not."""
    return Declaration(name, latex, "function", english=english)


def space(name: str, *, inner: bool = True) -> Declaration:
    """A complex vector space of any dimension, with an inner product if `inner`."""
    return Declaration(name, name, "space", inner=inner)


def index_set(name: str, latex: str = "") -> Declaration:
    """A finite set, possibly empty, that indices range over."""
    return Declaration(name, latex or name, "index set")


def index(name: str, latex: str, over: str) -> Declaration:
    """A letter that ranges over an index set; it stands in slots, in δ and under Σ."""
    return Declaration(name, latex, "index", over=over)


def _dimension(name: str, text: str) -> Dimension:
    try:
        return Dimension.parse(text)
    except LanguageError as error:
        raise GlossaryError(f"{name!r}: {error.message}", hint=error.hint) from None


def _exact(name: str, value: str) -> Fraction:
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError, TypeError):
        raise GlossaryError(
            f"the value {value!r} of {name!r} is not an exact number",
            hint='write it as a string, for instance value="6.62607015e-34"',
        ) from None


class Glossary:
    """Declarations in the order of the author; immutable.

    The space `V`, with an inner product, is declared unless a declaration says otherwise.

    Args:
        declarations: what the constructors of this module return.

    Raises:
        GlossaryError: two declarations of one name or one latex; an undeclared space or index set.
    """

    def __init__(self, *declarations: Declaration) -> None:
        self._declarations: dict[str, Declaration] = {}
        written: dict[tuple[str, ...], Declaration] = {}
        for declaration in declarations:
            before = self._declarations.get(declaration.name)
            if before is not None:
                raise GlossaryError(f"the name {declaration.name!r} is declared twice")
            self._declarations[declaration.name] = declaration
            if declaration.kind in ("space", "index set"):
                continue
            shape = tuple("#" if token.startswith("#") else token for token in declaration.tokens)
            if shape in written:
                raise GlossaryError(
                    f"{written[shape].name!r} and {declaration.name!r} are both written "
                    f"{declaration.latex!r}",
                    hint="give one of them another latex",
                )
            written[shape] = declaration
        if DEFAULT_SPACE not in self._declarations:
            self._declarations = {DEFAULT_SPACE: space(DEFAULT_SPACE), **self._declarations}
        for declaration in declarations:
            self._check_references(declaration)

    def _check_references(self, declaration: Declaration) -> None:
        name = declaration.name
        for side in (declaration.domain, declaration.codomain):
            if side != SCALARS and self._kind(side) != "space":
                raise GlossaryError(
                    f"{name!r} speaks of the space {side!r}, which is not declared",
                    hint=f'declare space("{side}")',
                )
        for slot in declaration.slots:
            if slot != NATURAL and self._kind(slot) != "index set":
                raise GlossaryError(
                    f"a slot of {name!r} ranges over {slot!r}, which is not declared",
                    hint=f'declare index_set("{slot}"), or write "natural"',
                )
        if declaration.kind == "index" and self._kind(declaration.over) != "index set":
            raise GlossaryError(
                f"the index {name!r} ranges over {declaration.over!r}, which is not declared",
                hint=f'declare index_set("{declaration.over}")',
            )

    def _kind(self, name: str) -> str:
        return self._declarations[name].kind if name in self._declarations else ""

    def __getitem__(self, name: str) -> Declaration:
        try:
            return self._declarations[name]
        except KeyError:
            raise GlossaryError(
                f"{name!r} is not declared", hint=f"declared are: {', '.join(self._declarations)}"
            ) from None

    def __contains__(self, name: object) -> bool:
        return name in self._declarations

    def __iter__(self) -> Iterator[Declaration]:
        return iter(self._declarations.values())

    def __len__(self) -> int:
        return len(self._declarations)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glossary) and self.fingerprint() == other.fingerprint()

    def __hash__(self) -> int:
        return hash(self.fingerprint())

    def __repr__(self) -> str:
        return f"<Glossary of {len(self)} declarations>"

    def extend(self, *declarations: Declaration) -> Glossary:
        """This glossary with more declarations at its end."""
        return Glossary(*self._explicit(), *declarations)

    def __or__(self, other: Glossary) -> Glossary:
        """Both glossaries; what both declare in the same way is taken once."""
        added = [
            entry for entry in other._explicit() if self._declarations.get(entry.name) != entry
        ]
        return self.extend(*added)

    def _explicit(self) -> list[Declaration]:
        return [entry for entry in self if entry != space(DEFAULT_SPACE)]

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each name in the order of declaration."""
        return {name: place for place, name in enumerate(self._declarations)}

    def symbols(self) -> list[Declaration]:
        """The declarations that can be written in a formula."""
        return [entry for entry in self if entry.kind not in ("space", "index set")]

    def written(self, latex: str) -> Declaration | None:
        """The declaration that is written so, in any spelling of the same LaTeX."""
        return self._by_tokens.get(_pattern(latex))

    @cached_property
    def _by_tokens(self) -> dict[tuple[str, ...], Declaration]:
        return {entry.tokens: entry for entry in self.symbols()}

    def fingerprint(self) -> str:
        """A hash of the content, the same in every process."""
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        content = [asdict(entry) for entry in self]
        return hashlib.sha256(json.dumps(content, default=_plain).encode()).hexdigest()

    def near_duplicates(self) -> list[tuple[Declaration, Declaration]]:
        """Pairs of symbols that a reader may confuse.

        They differ only by accents, fonts, braces, a variant of one Greek letter, or by upper and
        lower case in their subscripts or names.
        """
        return [
            (first, second)
            for first, second in combinations(self.symbols(), 2)
            if _skeleton(first) == _skeleton(second) or _plain_name(first) == _plain_name(second)
        ]


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


_VARIANTS = {
    rf"\var{letter}": rf"\{letter}" for letter in "epsilon phi theta rho sigma kappa pi".split()
}


def _skeleton(declaration: Declaration) -> tuple[str, ...]:
    """What is left of the latex without accents, braces, variants, and case in subscripts."""
    skeleton: list[str] = []
    for token in declaration.tokens:
        if token in ACCENTS or token in ("{", "}", ","):
            continue
        letter = {r"\ell": "l", **_VARIANTS}.get(token, token)
        skeleton.append(letter.casefold() if "_" in skeleton else letter)
    return tuple(skeleton)


def _plain_name(declaration: Declaration) -> str:
    """The name without underscores, and without case in what is written as a subscript."""
    head, _, tail = declaration.name.partition("_")
    return head + tail.replace("_", "").casefold()


__all__ = [
    "Declaration",
    "Glossary",
    "GlossaryError",
    "Kind",
    "function",
    "functional",
    "index",
    "index_set",
    "ket",
    "natural",
    "operator",
    "scalar",
    "space",
]
