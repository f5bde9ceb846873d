"""Eigenvalues and eigenvectors: what the lecture defines and says of them."""

from derive import Remark

from ..sources import quantum_mechanics

eigenvalue_equation = Remark(
    "quantum.eigenvalues.eigenvalue_equation",
    label="definition",
    source=quantum_mechanics("B035 B036 B037 B038"),
    text="A vector that is not zero is an eigenvector of a matrix if the matrix makes a multiple of "
    "it; the factor is the eigenvalue.  The same vector stands on both sides.",
    shows="examples, such as quantum.example_pauli_x",
    does_not_show="that a matrix has eigenvalues at all: this is the fundamental theorem of algebra",
)
just_a_real_number = Remark(
    "quantum.eigenvalues.just_a_real_number",
    label="heuristic",
    source=quantum_mechanics("B039"),
    text="An eigenvalue is just a real number.",
    shows="this for Hermitian operators, by quantum.real_eigenvalues",
    does_not_show="this for all matrices, of which it is not true: see quantum.errata.real_eigenvalue",
)
several_pairs = Remark(
    "quantum.eigenvalues.several_pairs",
    label="heuristic",
    source=quantum_mechanics("B040"),
    text="In general a matrix has several pairs of eigenvalue and eigenvector.",
    shows="two or three pairs in quantum.example_pauli_z and quantum.example_degeneracy",
    does_not_show="how many: each multiple of an eigenvector is another one, so lines are counted",
)
hard_to_find = Remark(
    "quantum.eigenvalues.hard_to_find",
    label="opinion",
    source=quantum_mechanics("B045"),
    text="To find eigenvalues of a matrix is extremely hard, though possible in principle.",
    shows="that checking a pair needs addition and multiplication only, in all examples",
    does_not_show="that it is hard: see quantum.errata.finding_eigenvalues",
)
same_direction = Remark(
    "quantum.eigenvalues.same_direction",
    label="heuristic",
    source=quantum_mechanics("B046"),
    text="Eigenvectors are the arrows whose direction does not change.",
    shows="that their line does not change, in quantum.errata.direction",
    does_not_show="that their direction does not: a negative eigenvalue turns it round",
)
theory = Remark(
    "quantum.eigenvalues.theory",
    label="definition",
    source=quantum_mechanics("B049"),
    text="A theory is a matrix that has the energies as eigenvalues.",
    shows="that no state has a mean energy below the least one, by quantum.variational_bound",
    does_not_show="which matrix describes which system",
)
degeneracy = Remark(
    "quantum.eigenvalues.degeneracy",
    label="definition",
    source=quantum_mechanics("B051 B053"),
    text="An eigenvalue is degenerate if it has eigenvectors that are not multiples of each other.",
    shows="an example with two orthogonal ones, quantum.example_degeneracy",
    does_not_show="the definition as it is written: see quantum.errata.degeneracy",
)
