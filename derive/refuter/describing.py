r"""Counterexamples and models in the author's notation: as LaTeX, as text, as JSON.

`\hat O = \begin{bmatrix} 1 & 1 \\ 0 & 2 \end{bmatrix}` and the like, in the order of the glossary;
witnesses of what is not zero are left out, because they follow from the rest.

Main results: `describe`, `Description`, `as_json`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.kernel.formulas import Equation, Formula, image, renaming
from derive.kernel.terms import Term, letter
from derive.language.lifting import Lifting
from derive.language.lowering import Lowering
from derive.language.signature import atom_of, index_of
from derive.language.text_writer import text_of_latex
from derive.language.writer import write
from derive.refuter.counterexample import Counterexample
from derive.refuter.matrices import Matrix
from derive.refuter.model import Family, Map, Model, Summand
from derive.refuter.oscillators import Ladder
from derive.refuter.polynomials import UNIT, Polynomial


@dataclass(frozen=True)
class Description:
    r"""A counterexample for readers, in LaTeX.

    Args:
        values: what the symbols are, such as `a = -1`.
        claim: what the claim says of them, with `\neq` or `\not\ge`.
        sides: what its sides are, such as `1 \neq -1`.
    """

    values: tuple[str, ...]
    claim: str
    sides: str

    @property
    def latex(self) -> str:
        """Everything in one line of LaTeX."""
        return r",\quad ".join([*self.values, f"{self.claim}: {self.sides}"])

    @property
    def text(self) -> str:
        """Everything in one line of Unicode."""
        values = ", ".join(map(text_of_latex, self.values))
        return f"{values}: {text_of_latex(self.claim)}, that is {text_of_latex(self.sides)}"


def describe(
    counterexample: Counterexample, lowering: Lowering, bound: Sequence[Variable] = ()
) -> Description:
    """The counterexample in the notation of the glossary in which its formulas were written.

    `bound` is what was bound in its claim before this was opened, besides what it binds itself.
    """
    opened = counterexample.opened
    variables = [*(v for v in bound if not v.name.isidentifier()), *opened.variables]
    names = _names(variables, counterexample, lowering)
    put = renaming(variables, names)
    conclusion: Formula = image(opened.conclusion, put)
    moved = dict(zip(variables, names, strict=True))
    writer = _Writer(counterexample.model, lowering)
    values = tuple(writer.values(moved))
    if isinstance(conclusion, Equation):
        sign, sides = r"\neq", [conclusion.left, conclusion.right]
    else:
        sign, sides = r"\not\ge", [conclusion.term, Term(C, C, {})]  # type: ignore[union-attr]
    left, right = map(writer.term, sides)
    numbers = f"{map_latex(counterexample.left)} {sign} {map_latex(counterexample.right)}"
    return Description(values, f"{left} {sign} {right}", numbers)


def _names(
    variables: Sequence[Variable], counterexample: Counterexample, lowering: Lowering
) -> list[Variable]:
    """For what a claim binds, unused symbols of the same kind, where the glossary has some."""
    taken = {variable.name for variable in counterexample.model.values}
    taken |= {index.name for index in counterexample.model.indices}
    found: list[Variable] = []
    for variable in variables:
        name = variable.name
        for entry in lowering.glossary.symbols():
            if entry.name in taken:
                continue
            declared: Variable = (
                index_of(entry) if entry.kind == "index" else atom_of(entry, lowering.glossary)
            )
            if declared._replace(name="") == variable._replace(name=""):
                name = entry.name
                break
        taken.add(name)
        found.append(variable._replace(name=name))
    return found


class _Writer:
    """Writes the values of a model in the notation of a glossary."""

    def __init__(self, model: Model, lowering: Lowering) -> None:
        self.model = model
        self.lifting = Lifting(lowering)
        self.witnesses = {witness.atom.name for witness in lowering.witnesses}
        self.order = lowering.glossary.order

    def term(self, term: Term) -> str:
        tree = self.lifting.expression(term)  # first, because it may add symbols
        return write(tree, self.lifting.glossary)

    def values(self, moved: dict[Variable, Variable]) -> Iterator[str]:
        """The values of all symbols but witnesses, one after the other.

        Then come the sizes that these do not show.
        """
        shown: set[str] = set()
        empty = True
        atoms = {atom: moved.get(atom, atom) for atom in self.model.values}
        last = len(self.order)
        for atom, named in sorted(
            atoms.items(), key=lambda pair: (self.order.get(pair[1].name, last), pair[0])
        ):
            if atom.name not in self.witnesses and isinstance(named, Atom):
                for value in self.family(named, self.model.values[atom]):
                    yield value
                    empty = False
                    shown.update(atom.slots)
        if not self.model.is_finite:
            yield r"[\hat a, \hat a^\dagger] = 1"
        for index, element in sorted(self.model.indices.items()):
            yield f"{moved.get(index, index).name} = {element + 1}"
            empty = False
            shown.add(index.over)
        sizes = {name: size for name, size in self.model.sizes.items() if name not in shown}
        yield from (rf"\#{name} = {size}" for name, size in sorted(sizes.items()))
        if empty and self.model.is_finite:
            dimensions = sorted(self.model.dimensions.items())
            yield from (rf"\dim({name}) = {size}" for name, size in dimensions)

    def family(self, atom: Atom, family: Family) -> Iterator[str]:
        """The values for all indices of an atom, in the notation of its slots."""
        slots = self.slots(atom)
        name = rf"\mathrm{{{atom.name}}}" if slots is None else self.term(letter(atom, *slots))
        names = [self.term(slot) for slot in slots or () if isinstance(slot, Term)]
        parts = [_growing(summands, names) for _, summands in sorted(family.table.items())]
        if parts:
            yield f"{name} = {', '.join(parts)}"

    def slots(self, atom: Atom) -> list[Index | Term] | None:
        """Symbols for the slots of an atom; None if the glossary has none."""
        glossary = self.lifting.glossary
        found: list[Index | Term] = []
        taken: set[str] = set()
        valued = {known.name for known in self.model.values}
        for slot in atom.slots:
            fitting = [
                entry
                for entry in glossary.symbols()
                if entry.name not in taken
                and (entry.is_natural if slot == NATURAL else entry.over == slot)
            ]
            if not fitting:
                return None
            chosen = min(fitting, key=lambda entry: entry.name in valued)
            taken.add(chosen.name)
            if slot == NATURAL:
                found.append(letter(atom_of(chosen, glossary)))
            else:
                found.append(index_of(chosen))
        return found


def _growing(summands: Sequence[Summand], names: Sequence[str]) -> str:
    """A sum of matrices times powers, such as `1-2s`."""
    parts: list[str] = []
    for matrix, growth in summands:
        if not any(matrix.flat) and (len(summands) > 1 or growth):
            continue
        factors = ""
        for (degree, ratio), name in zip(growth, names, strict=False):
            if not ratio:
                factors += rf"\delta_{{{name},{degree}}}"
                continue
            factors += "" if ratio == UNIT else rf"\left({number_latex(ratio)}\right)^{{{name}}}"
            factors += "" if not degree else name if degree == 1 else f"{name}^{{{degree}}}"
        value = map_latex(matrix)
        if factors and value in ("1", "-1"):
            value = value[:-1]
        elif factors and {"+", "-"}.intersection(value[1:]):
            value = rf"\left({value}\right)"
        plus = "+" if parts and not value.startswith("-") else ""
        parts.append(plus + value + factors)
    return "".join(parts) or "0"


def map_latex(value: Map) -> str:
    """A matrix, or a sum of words; of one row and column, its entry."""
    return ladder_latex(value) if isinstance(value, Ladder) else matrix_latex(value)


def ladder_latex(value: Ladder) -> str:
    r"""A sum of words in raising and lowering operators, before \|0\rangle or behind \langle0|."""
    parts: list[str] = []
    for word, coefficient in sorted(value.terms.items(), reverse=True):
        letters = "".join(
            _raised(rf"\hat {x}^\dagger", i) for x, (i, _) in zip("abcd", word, strict=False)
        )
        letters += "".join(
            _raised(rf"\hat {x}", j) for x, (_, j) in zip("abcd", word, strict=False)
        )
        if value.columns == 1:
            letters += r"|0\rangle"
        elif value.rows == 1:
            letters = r"\langle 0|" + letters
        number = number_latex(coefficient)
        if letters and number in ("1", "-1"):
            number = number[:-1]
        elif letters and "+" in number[1:]:
            number = rf"\left({number}\right)"
        parts.append(("" if not parts or number.startswith("-") else "+") + number + letters)
    return "".join(parts) or "0"


def _raised(letter: str, power: int) -> str:
    """A power of a letter; nothing for power 0."""
    if power < 2:
        return letter * power
    return rf"\left({letter}\right)^{{{power}}}" if "^" in letter else f"{letter}^{{{power}}}"


def matrix_latex(matrix: Matrix) -> str:
    """The matrix; of one row and column, its entry."""
    if matrix.rows == matrix.columns == 1:
        return number_latex(matrix.number)
    if not matrix.rows or not matrix.columns:
        return "0"
    rows = r" \\ ".join(" & ".join(map(number_latex, row)) for row in matrix.entries)
    return rf"\begin{{bmatrix}} {rows} \end{{bmatrix}}"


def number_latex(number: Polynomial) -> str:
    r"""The number, with `\frac` and `\sqrt`."""
    return number.written(
        lambda radicand: rf"\sqrt{{{radicand}}}", lambda a, b: rf"\frac{{{a}}}{{{b}}}"
    )


def as_json(model: Model) -> dict[str, object]:
    """The model as data: texts for numbers, lists of rows for matrices."""
    values: dict[str, object] = {}
    for atom, family in sorted(model.values.items()):
        values[atom.name] = [
            {
                "indices": list(place),
                "summands": [
                    {
                        **_as_data(matrix),
                        "growth": [[degree, str(ratio)] for degree, ratio in growth],
                    }
                    for matrix, growth in summands
                ],
            }
            for place, summands in sorted(family.table.items())
        ]
    return {
        "dimensions": dict(model.dimensions),
        "sizes": dict(model.sizes),
        "indices": {index.name: element for index, element in sorted(model.indices.items())},
        "values": values,
    }


def _as_data(value: Map) -> dict[str, object]:
    """The rows of a matrix, or the words of a map of oscillators with their coefficients."""
    if isinstance(value, Ladder):
        return {"words": [[word, str(number)] for word, number in sorted(value.terms.items())]}
    return {"matrix": [[str(entry) for entry in row] for row in value.entries]}
