"""Models that an author gives in part: what some symbols are; the rest is solved for.

`models=[{"V": 2, "U": [[0, 1], [1, 0]], "omega": -1}]` of a theorem says how large spaces and
index sets are, and the values of atoms by the names of their symbols: a number (`int`, `Fraction`,
or `complex` with whole parts), the entries of a ket as a list, the rows of a matrix as lists in a
list.  For a family over index sets it is a dictionary by tuples of elements 0, 1, …, and for a
sequence a list of its first values, after which it is 0; other sequences are solved for.  Nothing
is believed: every declared property and every hypothesis is verified as always.

With `"without": "unitary"` it is part of a model in which everything else holds, for `derive why`.

Main results: `Given`, `given_by_author`, `all_given`, `check_without`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from itertools import product
from typing import Any

from derive.kernel.atoms import NATURAL, Atom, C, Index, Variable
from derive.language import syntax
from derive.refuter.matrices import Matrix, made
from derive.refuter.model import Family, Summand
from derive.refuter.polynomials import IMAGINARY, NOUGHT, UNIT, Polynomial, rational
from derive.refuter.questions import Question
from derive.refuter.unknowns import SequenceShape
from derive.theorem import Malformed, Theorem

WITHOUT = "without"
"""The key of a model under which stands the part of the theorem that does not hold in it."""


class BadModel(ValueError):
    """What an author gives is not of the form described here."""


@dataclass(frozen=True)
class Given:
    """Sizes by name, and values of atoms; `without` names what the theorem assumes besides."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[Atom, Family] = field(default_factory=dict)
    without: str = ""

    @property
    def shape(self) -> SequenceShape | None:
        """How the sequences grow that are not given; None where nothing is given."""
        if not self.values:
            return None
        entries = {e for f in self.values.values() for m in f.matrices for e in m.flat}
        turning = any(entry != entry.conjugate() for entry in entries)
        ratios = (-UNIT, IMAGINARY, -IMAGINARY) if turning else (-UNIT,)
        ends = [len(f.table[()]) for a, f in self.values.items() if a.slots == (NATURAL,)]
        return SequenceShape(ratios, max(ends, default=0))


def given_by_author(theorem: Theorem, question: Question) -> list[Given]:
    """What the author of a theorem gives; without that, one model of which nothing is given.

    Raises:
        Malformed: it is not of the form described here.
    """
    written = all_given(theorem, question.signature)
    return [one for one in written if not one.without] or [Given()]


def all_given(theorem: Theorem, variables: Collection[Variable]) -> list[Given]:
    """What the author of a theorem gives, also of models in which a part of it does not hold.

    Raises:
        Malformed: it is not of the form described here.
    """
    try:
        if not all(isinstance(one, Mapping) for one in theorem.models):
            raise BadModel("give a list of dictionaries, one for each model")
        found = [given_in(one, variables) for one in theorem.models]
    except BadModel as error:
        raise bad_models(theorem, str(error)) from None
    check_without(theorem, list(_parts(theorem)))
    return found


def check_without(theorem: Theorem, names: Sequence[str]) -> None:
    """Refuse a model without something that is none of these.

    Raises:
        Malformed: there is one.
    """
    for model in theorem.models:
        name = str(model.get(WITHOUT, ""))
        if name and name not in names:
            close = get_close_matches(name, names, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"it has {', '.join(names)}"
            raise bad_models(theorem, f"the theorem has no {name!r} to do without; {hint}")


def _parts(theorem: Theorem) -> Iterator[str]:
    """All that can be done without: hypotheses, premises of claims, and symbols by name."""
    for name, times in Counter(_hypotheses(theorem)).items():
        yield name
        yield from (f"{name} ({again})" for again in range(2, times + 1))
    for number, claim in enumerate(theorem.claims, start=1):
        place = 0
        while isinstance(claim, syntax.Clause):
            yield from (f"{number}.{place + k + 1}" for k in range(len(claim.premises)))
            place += len(claim.premises)
            claim = claim.conclusion
    yield from (symbol.name for symbol in theorem.glossary.symbols())


def _hypotheses(theorem: Theorem) -> Iterator[str]:
    """The names of hypotheses, and of those of cited theorems."""
    for hypothesis in theorem.hypotheses:
        if hypothesis.citation is None:
            yield hypothesis.name
        else:
            yield from _hypotheses(hypothesis.citation.theorem)


def bad_models(theorem: Theorem, message: str) -> Malformed:
    """An error about what the author of a theorem gives."""
    return theorem.malformed(f"in models: {message}", theorem.place(None, "models"))


def given_in(written: Mapping[str, Any], variables: Collection[Variable]) -> Given:
    """What an author gives, for those of the variables that are named.

    Raises:
        BadModel: a name stands for nothing in the theorem, or a value is of another form.
    """
    atoms = {v.name: v for v in variables if isinstance(v, Atom)}
    spaces = {end.name for atom in atoms.values() for end in (atom.codomain, atom.domain)}
    slots = {slot for atom in atoms.values() for slot in atom.slots}
    sets = slots | {v.over for v in variables if isinstance(v, Index)}
    sizes: dict[str, int] = {}
    values: dict[Atom, Family] = {}
    without = written.get(WITHOUT, "")
    for name, value in written.items():
        if name == WITHOUT:
            continue
        if name in atoms:
            values[atoms[name]] = _family(atoms[name], value)
        elif name in (spaces | sets) - {C.name, NATURAL}:
            if not isinstance(value, int) or value < 0:
                raise BadModel(f"the size of {name} is a natural number, not {value!r}")
            sizes[name] = value
        else:
            names = {*atoms, *spaces, *sets} - {C.name, NATURAL}
            known = ", ".join(sorted(one for one in names if one.isidentifier()))
            raise BadModel(f"the theorem speaks of no {name!r}; it speaks of {known}")
    _fit(sizes, values)
    return Given(sizes, values, str(without))


def _fit(sizes: Mapping[str, int], values: Mapping[Atom, Family]) -> None:
    """Refuse values of other shapes than the spaces and index sets.  Raises `BadModel`."""
    known = {name: (size, f"the size of {name} is {size}") for name, size in sizes.items()}
    for atom, family in values.items():
        for matrix in family.matrices:
            assert isinstance(matrix, Matrix)
            ends = ((atom.codomain, matrix.rows, "row"), (atom.domain, matrix.columns, "column"))
            for space, count, what in ends:
                if space == C:
                    continue
                said = f"{atom.name} has {count} {what}{'' if count == 1 else 's'}"
                size, before = known.setdefault(space.name, (count, said))
                if size != count:
                    raise BadModel(f"{before}, but {said}")
        slots = [slot for slot in atom.slots if slot != NATURAL]
        if all(slot in sizes for slot in slots):
            for place in product(*(range(sizes[slot]) for slot in slots)):
                if place not in family.table:
                    raise BadModel(f"{atom.name} has no value at {place}")


def _family(atom: Atom, value: Any) -> Family:
    if atom.slots == (NATURAL,) and _is_list(value) and value:
        ending = [Summand(_matrix(atom, one), ((k, NOUGHT),)) for k, one in enumerate(value)]
        return Family({(): tuple(ending)})
    if NATURAL in atom.slots:
        raise BadModel(f"{atom.name} is a sequence: give a list of its first values, or nothing")
    if not atom.slots:
        return Family.of(_matrix(atom, value))
    if not isinstance(value, Mapping):
        raise BadModel(f"{atom.name} is a family: give a dictionary by tuples of elements")
    for place in value:
        if not isinstance(place, tuple) or [type(k) for k in place] != [int] * len(atom.slots):
            raise BadModel(f"{place!r} is no place in {atom.name}: give a tuple of elements")
    return Family({place: (Summand(_matrix(atom, one)),) for place, one in value.items()})


def _matrix(atom: Atom, value: Any) -> Matrix:
    if atom.codomain == C == atom.domain:
        return made(1, 1, [[_number(atom, value)]])
    if not _is_list(value):
        raise BadModel(f"{atom.name} is no number: give a list of its entries")
    if atom.domain == C:
        rows = [[_number(atom, one)] for one in value]
    elif atom.codomain == C:
        rows = [[_number(atom, one) for one in value]]
    elif all(map(_is_list, value)):
        rows = [[_number(atom, one) for one in row] for row in value]
    else:
        raise BadModel(f"{atom.name} is an operator: give a list of its rows")
    if len({len(row) for row in rows}) > 1:
        raise BadModel(f"the rows of {atom.name} are not of the same length")
    return made(len(rows), len(rows[0]) if rows else 0, rows)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _number(atom: Atom, value: Any) -> Polynomial:
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return rational(value)
    if isinstance(value, complex) and value.real.is_integer() and value.imag.is_integer():
        return rational(int(value.real), int(value.imag))
    raise BadModel(f"an entry of {atom.name} is no exact number: {value!r}")
