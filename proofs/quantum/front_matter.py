"""What the lecture says before it begins: its goal, its tools, and what it leaves out."""

from derive import Remark

from ..sources import quantum_mechanics

only_addition_and_multiplication = Remark(
    "quantum.front_matter.only_addition_and_multiplication",
    label="opinion",
    source=quantum_mechanics("B001 B010 B033"),
    text="Quantum mechanics by addition and multiplication only: in the end there are many of both.",
    shows="every worked example of the lecture, by a certificate that adds and multiplies",
    does_not_show="that no more is needed; see quantum.errata.more_than_addition_and_multiplication",
)
author_and_date = Remark(
    "quantum.front_matter.author_and_date",
    label="citation",
    source=quantum_mechanics("B002 B004"),
    text="The author works on condensed matter theory, writes about Penrose's graphical notation, "
    "and gave the talk on October 5, 2024.",
    does_not_show="anything of this: these are facts about the slides",
)
summer_school = Remark(
    "quantum.front_matter.summer_school",
    label="citation",
    source=quantum_mechanics("B003"),
    text="The summer school of 2025 for young researchers lasts four nights.",
    does_not_show="this: it is an announcement",
)
goal = Remark(
    "quantum.front_matter.goal",
    label="opinion",
    source=quantum_mechanics("B005 B006 B011"),
    text="The goal is to understand spontaneous symmetry breaking in quantum mechanics, in four "
    "chapters: vectors and matrices, eigenvalues, postulates, symmetry.  It was worth a Nobel prize.",
    shows="the mathematics of the four chapters, in the folders quantum and symmetry",
    does_not_show="who found what, and what the prize was for",
)
left_out = Remark(
    "quantum.front_matter.left_out",
    label="opinion",
    source=quantum_mechanics("B007"),
    text="Experiments, wave functions, the equation of Schroedinger, calculus and trigonometry do "
    "not appear.",
    shows="that the results of the lecture need none of them",
    does_not_show="that physics could do without them",
)
four_puzzles = Remark(
    "quantum.front_matter.four_puzzles",
    label="heuristic",
    source=quantum_mechanics("B008"),
    text="Four things contradict intuition: superposition, states that a measurement changes, "
    "position and velocity that are not both determined, entanglement.",
    shows="superposition, by quantum.coefficients and quantum.expectation_value",
    does_not_show="the second and the fourth, of which the lecture does not speak again; the third "
    "has no finite matrices, see quantum.errata.no_finite_position",
)
tools = Remark(
    "quantum.front_matter.tools",
    label="definition",
    source=quantum_mechanics("B009"),
    text="Complex vectors, Hermitian matrices, which are their own adjoints, and unitary matrices, "
    "whose adjoints are their inverses.",
    shows="what Hermitian and unitary matrices are by their effects: "
    "quantum.hermitian_by_expectation and quantum.unitarity",
)
