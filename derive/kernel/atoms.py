"""Spaces, index sets and atoms: what a signature may declare.

A *space* is a complex vector space of any dimension; one declared `inner` carries a positive
definite inner product.  An *atom* is an everywhere defined linear map between two spaces, or a
family of such maps: each slot of a family takes an index of a named finite set or, for a
sequence, a natural number.  Maps from C to C are the scalars, maps from C to V are kets.

Main results: `KernelError`, `demand`, `Space`, `Index`, `Atom`, `Variable`, `natural_atom`,
`cardinality_atom`.
"""

from collections.abc import Iterable
from typing import NamedTuple, Self

NATURAL = "natural"
"""The slot of a sequence, and the property of a scalar that is a natural number."""

PROPERTIES = ("adjointable", "hermitian", "invertible", "natural", "positive")
"""A real scalar is `hermitian`, a nonzero scalar is `invertible`."""

RESERVED = "%?!#"
"""First letters of the kernel's own names, which no declaration may use."""


class KernelError(Exception):
    """The kernel refuses: the message says which rule or declaration, and why."""


def demand(condition: object, message: str) -> None:
    """Raise `KernelError` with the message unless the condition holds."""
    if not condition:
        raise KernelError(message)


class Space(NamedTuple):
    """A complex vector space, with an inner product if `inner`."""

    name: str
    inner: bool = True


C = Space("C")


class Index(NamedTuple):
    """A variable that ranges over the finite index set named `over`."""

    name: str
    over: str


_Atom = NamedTuple("_Atom", [("name", str), ("codomain", Space), ("domain", Space),
                            ("properties", tuple[str, ...]), ("slots", tuple[str, ...])])


class Atom(_Atom):
    """A linear map `codomain <- domain`, or a family of them, with its declared properties."""

    __slots__ = ()

    def __new__(cls, name: str, codomain: Space = C, domain: Space = C,
                properties: Iterable[str] = (), slots: Iterable[str] = ()) -> Self:
        """Close the properties under what they imply, and refuse what makes no sense."""
        granted = set(properties)
        if granted & {"positive", NATURAL}:
            granted.add("hermitian")
        if "positive" in granted:
            granted.add("invertible")
        if "hermitian" in granted or (domain == C and codomain.inner):
            granted.add("adjointable")
        scalar, slots = codomain == C == domain, tuple(map(str, slots))
        inner, ends = codomain.inner and domain.inner, {codomain, domain}
        demand(granted.issubset(PROPERTIES), f"{name}: a property is one of {PROPERTIES}")
        demand(scalar or not granted & {"positive", NATURAL}, f"{name}: positive, but no scalar")
        demand("hermitian" not in granted or len(ends) == 1, f"{name}: Hermitian on two spaces")
        demand("adjointable" not in granted or inner, f"{name}: adjoint without inner product")
        demand("invertible" not in granted or scalar or C not in ends, f"{name}: invertible ket")
        return super().__new__(cls, name, codomain, domain, tuple(sorted(granted)), slots)


Variable = Atom | Index


def natural_atom(name: str) -> Atom:
    """A natural variable."""
    return Atom(name, C, C, (NATURAL,))


def cardinality_atom(over: str) -> Atom:
    """The number of elements of an index set: natural, and zero for the empty set."""
    return natural_atom("#" + over)
