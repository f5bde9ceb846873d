"""Declarations as the kernel's atoms and indices, and names for atoms that a formula brings.

Main results: `atom_of`, `index_of`, `content_of`.
"""

from __future__ import annotations

from fractions import Fraction

from derive.kernel.atoms import Atom, C, Index, Space
from derive.kernel.exponents import Exponent
from derive.kernel.terms import Letter, Monomial, Term, Word
from derive.language.glossary import SCALARS, Declaration, Glossary, GlossaryError

MAX_DECIMAL_BITS = 10_000

_KERNEL_WORDS = {
    "real": "hermitian",
    "nonzero": "invertible",
    "positive": "positive",
    "natural": "natural",
    "hermitian": "hermitian",
    "invertible": "invertible",
}


def space_of(name: str, glossary: Glossary) -> Space:
    """The space of that name; `C` is the complex numbers."""
    return C if name == SCALARS else Space(name, glossary[name].inner)


def atom_of(declaration: Declaration, glossary: Glossary) -> Atom:
    """What a declared symbol is for the kernel.

    Raises:
        GlossaryError: a space, an index set, an index or a function is not a term.
    """
    if declaration.kind in ("space", "index set", "index", "function"):
        raise GlossaryError(f"the {declaration.kind} {declaration.name!r} is not a term")
    codomain = space_of(declaration.codomain, glossary)
    domain = space_of(declaration.domain, glossary)
    words = {_KERNEL_WORDS[word] for word in declaration.properties if word in _KERNEL_WORDS}
    if declaration.adjointable and codomain.inner and domain.inner:
        words.add("adjointable")
    return Atom(declaration.name, codomain, domain, words, declaration.slots)


def index_of(declaration: Declaration) -> Index:
    """What a declared index is for the kernel.

    Raises:
        GlossaryError: the declaration is of another kind.
    """
    if declaration.kind != "index":
        raise GlossaryError(f"the {declaration.kind} {declaration.name!r} is not an index")
    return Index(declaration.name, declaration.over)


def content_of(term: Term) -> str:
    """A name for a term that depends on nothing but its normal form."""
    parts = [_monomial(monomial, term.monomials[monomial]) for monomial in sorted(term.monomials)]
    return " + ".join(parts) or "0"


def _monomial(monomial: Monomial, coefficient: Fraction) -> str:
    parts = [f"Σ{index.name}:{index.over}" for index in monomial.indices]
    parts += [] if coefficient == 1 else [_number(coefficient)]
    parts += ["i"] if monomial.imaginary else []
    parts += [f"(-1)^({_exponent(monomial.sign)})"] if monomial.sign else []
    parts += [f"δ({left.name},{right.name})" for left, right in monomial.deltas]
    for word, power in monomial.scalars:
        text = _word(word)
        exponent = _exponent(power)
        grouped = text if len(word) == 1 else f"({text})"
        parts.append(text if exponent == "1" else f"{grouped}^({exponent})")
    if monomial.word:
        parts.append(_word(monomial.word))
    return " ".join(parts) or "1"


def _number(value: Fraction) -> str:
    """The number in digits; in hexadecimal ones where Python refuses to write decimal ones."""
    if max(value.numerator.bit_length(), value.denominator.bit_length()) < MAX_DECIMAL_BITS:
        return str(value)
    return f"{value.numerator:#x}/{value.denominator:#x}"


def _word(word: Word) -> str:
    powers = [(_letter(letter), _exponent(power)) for letter, power in word]
    return ".".join(text if power == "1" else f"{text}^({power})" for text, power in powers)


def _letter(letter: Letter) -> str:
    arguments = ",".join(
        argument.name if isinstance(argument, Index) else _exponent(argument)
        for argument in letter.arguments
    )
    slots = f"[{arguments}]" if arguments else ""
    return f"{letter.atom.name}{slots}{'†' if letter.adjoint else ''}"


def _exponent(exponent: Exponent) -> str:
    parts = []
    for atoms, coefficient in exponent:
        names = "*".join(atom.name for atom in atoms)
        parts.append(
            f"{coefficient}*{names}" if names and coefficient != 1 else names or str(coefficient)
        )
    return "+".join(parts) or "0"
