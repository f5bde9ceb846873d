"""What is called symmetric and what is called broken; what of it is shown."""

from derive import Remark

from ..sources import quantum_mechanics

completeness = Remark(
    "symmetry.definitions.completeness",
    title="Postulate 3 again: every state is a superposition of energy eigenstates",
    label="postulate",
    source=quantum_mechanics("B072"),
    text="Every state is a superposition of states in which only one energy occurs.",
    shows="what it is needed for: symmetry.commutation, and symmetry.jordan_block without it",
    does_not_show="that there are enough eigenstates: for Hermitian matrices this is the spectral theorem",
)
transformation = Remark(
    "symmetry.definitions.transformation",
    title="A transformation of states",
    label="definition",
    source=quantum_mechanics("B073 B074 B075"),
    text="A transformation of states is a matrix that keeps the norms of all states; the diagram puts "
    "its box before that of the state.",
    shows="that the norms of all states are kept exactly by unitary matrices, by "
    "quantum.norm_preservation and quantum.unitarity",
    does_not_show="that to superpose is to transform: these are different notions",
)
symmetric_state = Remark(
    "symmetry.definitions.symmetric_state",
    label="definition",
    source=quantum_mechanics("B077 B087"),
    text="A state is symmetric under U if U makes a multiple of it: the same ray, U|g> = c|g>.",
    shows="in this library always as an eigenvector of U, or without a number as U|g><g|g> = |g><g|U|g>",
    does_not_show="that c = 1: in symmetry.symmetric_superpositions it is -1 for one of the two",
)
symmetric_theory = Remark(
    "symmetry.definitions.symmetric_theory",
    label="definition",
    source=quantum_mechanics("B082 B087"),
    text="A theory H is symmetric under U if HU = UH.",
    shows="that this means to keep all energy eigenspaces, by symmetry.invariant_eigenspaces",
    does_not_show="that U is unitary, which most theorems here do not need",
)
ground_state = Remark(
    "symmetry.definitions.ground_state",
    label="definition",
    source=quantum_mechanics("B084"),
    text="A ground state is an eigenvector with the least eigenvalue.",
    shows="the examples of the lecture, such as symmetry.ground_state_of_sigma_x; the theorems use of it "
    "only that all ground states have one energy",
    does_not_show="that there is a least eigenvalue: for Hermitian matrices there is one",
)
weak_breaking = Remark(
    "symmetry.definitions.weak_breaking",
    title="Weak symmetry breaking: some ground state is not symmetric",
    label="definition",
    source=quantum_mechanics("B088 B093"),
    text="The theory is symmetric, and some ground state is not.  This is what the example of the "
    "lecture shows.",
    shows="when it happens: not if there is one ground state only "
    "(symmetry.unique_ground_state_is_symmetric), and otherwise exactly if U is not one number on the "
    "ground space (symmetry.broken_if_not_scalar, symmetry.unbroken_if_scalar)",
)
strong_breaking = Remark(
    "symmetry.definitions.strong_breaking",
    title="Strong symmetry breaking: no ground state is symmetric",
    label="definition",
    source=quantum_mechanics("B088"),
    text="The theory is symmetric, and no ground state is.",
    shows="that one symmetry cannot be broken so: by symmetry.symmetric_part_remains for a finite order, "
    "and by symmetry.symmetric_by_algebra in finite dimension; two symmetries can, by "
    "symmetry.no_common_eigenvector and symmetry.no_common_symmetric_state",
)
physical_breaking = Remark(
    "symmetry.definitions.physical_breaking",
    title="Physical symmetry breaking: the order survives when the field is switched off",
    label="definition",
    source=quantum_mechanics("B088"),
    text="A small field chooses a direction; the number of spins grows beyond all bounds, and only then "
    "the field is switched off.  If the order is not 0 in the end, the symmetry is broken.",
    shows="for two levels that the sequence of the limits matters: symmetry.field_off_first and "
    "symmetry.infinite_size_first, where a limit is a value that is put in",
    does_not_show="that the limits exist in models of magnets",
)
