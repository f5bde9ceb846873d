"""Where the results stand: the two lectures by their inventory items, and printed sources.

The lectures are 第5讲、整数和分数量子化霍尔效应 and
たしざん・かけざんだけでまなぶ りょーしりきがく.  Source texts are in English, so that every LaTeX
engine has the letters; they carry their items in square brackets, as in `[A041, A042]`, so that
`items` can find them again.  `derive items` makes its table from `ITEMS`, `COMPLETE` and `THEOREMS`.

Main results: `quantum_hall`, `quantum_mechanics`, `items`, `ITEMS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

QUANTUM_HALL: Final = "Lecture on the quantum Hall effect"
QUANTUM_MECHANICS: Final = "Lecture on quantum mechanics by addition and multiplication"

SI: Final = "BIPM, The International System of Units (SI), 9th edition (2019), section 2.2"
JACKSON: Final = "J. D. Jackson, Classical Electrodynamics, 3rd edition (1999)"
ASHCROFT_MERMIN: Final = "N. W. Ashcroft and N. D. Mermin, Solid State Physics (1976)"
SAKURAI: Final = "J. J. Sakurai, Modern Quantum Mechanics, revised edition (1994)"

ITEMS: Final[Mapping[str, str]] = {
    "B001": "The title: quantum mechanics by addition and multiplication only",
    "B002": "Author and date of the slides",
    "B003": "Announcement of the summer school",
    "B004": "The speaker and Penrose's graphical notation",
    "B005": "The goal: to understand spontaneous symmetry breaking",
    "B006": "The Nobel prize of Nambu, Kobayashi and Maskawa",
    "B007": "What does not appear: experiments, wave functions, calculus",
    "B008": "Four puzzles: superposition, measurement, uncertainty, entanglement",
    "B009": "The tools: complex vectors, Hermitian and unitary matrices",
    "B010": "Everything is addition and multiplication",
    "B011": "The four chapters",
    "B012": "Vector and dimension",
    "B013": "Ket: a column of numbers",
    "B014": "Bra: a row of numbers",
    "B015": "State vector",
    "B016": "Sum of two vectors",
    "B017": "What cannot be added: other dimensions, a bra and a ket",
    "B018": "Multiple of a vector",
    "B019": "Inner product of two vectors",
    "B020": "Diagram of an inner product",
    "B021": "No free legs: a number",
    "B022": "Matrix times vector",
    "B023": "A matrix acts on a ket",
    "B024": "Diagram of a matrix that acts on a ket",
    "B025": "An operator has two legs",
    "B026": "The columns of a matrix are the images of the basis",
    "B027": "Matrices rotate and stretch vectors",
    "B028": "Derivation of the matrix product",
    "B029": "Product of two 2 by 2 matrices",
    "B030": "Diagram of a product of matrices",
    "B031": "Product of N by N matrices, written out",
    "B032": "Product of N by N matrices, by entries",
    "B033": "In the end many additions and multiplications",
    "B034": "Picture of two rotations and stretchings, composed",
    "B035": "Eigenvalue equation by components",
    "B036": "Eigenvalue equation",
    "B037": "Diagram of the eigenvalue equation",
    "B038": "The same eigenvector stands on both sides",
    "B039": "An eigenvalue is just a real number",
    "B040": "In general there are several pairs of eigenvalue and eigenvector",
    "B041": "Eigenvalues and eigenvectors of the Pauli matrix z",
    "B042": "Eigenvalues and eigenvectors of the Pauli matrix x",
    "B043": "First eigenvector of the Pauli matrix x, checked",
    "B044": "Second eigenvector of the Pauli matrix x, checked",
    "B045": "Finding eigenvalues is extremely hard",
    "B046": "An eigenvector keeps its direction",
    "B047": "Eigenvectors with distinct eigenvalues are orthogonal",
    "B048": "Proof of the orthogonality",
    "B049": "A theory is a matrix H that has energies as eigenvalues",
    "B050": "The energy as a quotient of inner products",
    "B051": "Degenerate eigenvalues",
    "B052": "A 3 by 3 matrix with a double eigenvalue",
    "B053": "Its two eigenvectors are different",
    "B054": "Postulate 1: a physical quantity has a limited set of values",
    "B055": "Postulate 2: there are states in which only one value occurs",
    "B056": "Postulate 3: every state is a superposition of these",
    "B057": "Postulate 4: the probability depends on the two state vectors alone",
    "B058": "A measurement gives one of the values, not always the same",
    "B059": "However often it is repeated, one value only",
    "B060": "Superposition for the values 1, 5 and 7",
    "B061": "Mixing states",
    "B062": "The probability of 5 from two state vectors",
    "B063": "A physical quantity is a matrix with the values as eigenvalues",
    "B064": "Decompose the state by postulate 3",
    "B065": "The eigenvalues of the parts are the possible values",
    "B066": "A state that gives 1 or 5",
    "B067": "Probability of a value",
    "B068": "Diagram of the probability",
    "B069": "Probabilities 1 and 0 in an eigenstate",
    "B070": "Expectation value",
    "B071": "Expectation value as a quotient of inner products",
    "B072": "Postulate 3 again",
    "B073": "Superposition is the action of a matrix that keeps the norm",
    "B074": "A norm-preserving matrix",
    "B075": "Diagram of its action",
    "B076": "Rotation by 45 degrees",
    "B077": "Symmetric state",
    "B078": "The double arrow",
    "B079": "The double arrow is symmetric under rotation by 180 degrees",
    "B080": "If the rotated eigenstate has the same energy",
    "B081": "Same energy: H and U commute on eigenvectors",
    "B082": "Symmetric theory: HU = UH",
    "B083": "A 4 by 4 example of HU = UH",
    "B084": "Ground state",
    "B085": "Ground state of the Pauli matrix x",
    "B086": "At zero temperature the ground states are realised",
    "B087": "Symmetric states and theories, again",
    "B088": "Spontaneous symmetry breaking",
    "B089": "The Nobel prize, again",
    "B090": "A 4 by 4 example of symmetry breaking",
    "B091": "Eigenvalues of the example, and two ground states",
    "B092": "The ground states up and down",
    "B093": "U turns up into down",
    "B094": "What is interesting about it?",
    "B095": "Aligned arrows have lower energy",
    "B096": "The theory says only that they align; the state chooses where to",
    "B097": "Magnetism",
    "B098": "To know the symmetry is to know a lot",
    "B099": "Phase diagrams",
    "B100": "Until the quantum Hall effect",
    "B101": "The next lecture: topological order",
    "B102": "References",
}
"""What the items of the lectures say, by number."""

COMPLETE: Final = ("B",)
"""The lectures of which every item has an entry."""

THEOREMS: Final = ("B026", "B028", "B029", "B047", "B050", "B069", "B071", "B079", "B081")
"""The items that state a theorem."""

_LAST: Final[Mapping[str, int]] = {"A": 124, "B": 102}
_ITEM = re.compile(r"[AB]\d{3}")
_ITEMS = re.compile(r"\[([AB]\d{3}(?:, [AB]\d{3})*)\]")


def quantum_hall(numbers: str, place: str = "") -> str:
    """The lecture on the quantum Hall effect, at items such as `"A041 A042"`.

    >>> quantum_hall("A041", "Landau rings")
    'Lecture on the quantum Hall effect, Landau rings [A041]'
    """
    return _lecture(QUANTUM_HALL, "A", numbers, place)


def quantum_mechanics(numbers: str, place: str = "") -> str:
    """The lecture on quantum mechanics by addition and multiplication, at items such as `"B047"`.

    >>> quantum_mechanics("B047 B048")
    'Lecture on quantum mechanics by addition and multiplication [B047, B048]'
    """
    return _lecture(QUANTUM_MECHANICS, "B", numbers, place)


def items(source: str) -> tuple[str, ...]:
    """The inventory items that a source text cites.

    >>> items(quantum_hall("A041 A042", "Landau rings"))
    ('A041', 'A042')
    """
    return tuple(item for group in _ITEMS.findall(source) for item in group.split(", "))


def _lecture(title: str, letter: str, numbers: str, place: str) -> str:
    """Raises `ValueError` for a number that is no item of the lecture."""
    cited = numbers.split()
    for item in cited:
        known = _ITEM.fullmatch(item) and item[0] == letter
        if not known or not 1 <= int(item[1:]) <= _LAST[letter]:
            raise ValueError(f"{item!r} is no item of {title}")
    if not cited:
        raise ValueError(f"no item of {title} is cited")
    return f"{title}{', ' if place else ''}{place} [{', '.join(cited)}]"
