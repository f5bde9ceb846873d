"""Vectors and matrices: what the lecture defines, and what it draws."""

from derive import Remark

from ..sources import quantum_mechanics

ket_and_bra = Remark(
    "quantum.vectors.ket_and_bra",
    label="definition",
    source=quantum_mechanics("B012 B013 B014"),
    text="A ket is a column of n numbers, a bra is a row; n is the dimension.",
    shows="computations with both, in quantum.example_vectors",
    does_not_show="that the numbers of a bra are those of the ket: they are their conjugates, "
    "see quantum.errata.bra",
)
state_vector = Remark(
    "quantum.vectors.state_vector",
    label="definition",
    source=quantum_mechanics("B015"),
    text="A state is described by a vector, which is not zero; multiples describe the same state.",
    shows="that multiples have the same probabilities, by quantum.born_rule_scaling",
    does_not_show="that nature is so",
)
what_cannot_be_added = Remark(
    "quantum.vectors.what_cannot_be_added",
    label="definition",
    source=quantum_mechanics("B017"),
    text="Vectors of different dimensions cannot be added, nor a bra and a ket.",
    shows="nothing: the language of the formulas refuses such sums before anything is proved",
)
legs = Remark(
    "quantum.vectors.legs",
    label="definition",
    source=quantum_mechanics("B020 B021 B024 B025 B030"),
    text="In diagrams a vector has one leg and a matrix two; joined legs are multiplied and summed "
    "over; what has no free leg is a number.",
    shows="that joining the legs of two matrices is their product, by "
    "quantum.matrix_product_by_entries",
    does_not_show="the rules of the diagrams themselves: they are a notation for typed products",
)
image = Remark(
    "quantum.vectors.image",
    label="definition",
    source=quantum_mechanics("B022 B023"),
    text="The image of a vector under a matrix is written as one ket.",
    shows="an image by numbers, in quantum.example_matrix_times_vector",
)
rotation_and_stretching = Remark(
    "quantum.vectors.rotation_and_stretching",
    label="heuristic",
    source=quantum_mechanics("B027 B034"),
    text="A matrix rotates and stretches arrows; a product does so twice.",
    shows="that a product acts like one matrix after the other, by quantum.matrix_product",
    does_not_show="that rotating and stretching is all: see quantum.errata.other_matrices",
)
product_of_matrices = Remark(
    "quantum.vectors.product_of_matrices",
    label="definition",
    source=quantum_mechanics("B031 B032"),
    text="The entry of a product is the sum over the products of entries of a row and a column.",
    shows="that this is the only product that acts like one matrix after the other, by "
    "quantum.matrix_product and quantum.matrix_product_unique",
)
