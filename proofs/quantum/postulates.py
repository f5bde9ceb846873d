"""The postulates of quantum mechanics, and what of them is mathematics."""

from derive import Remark

from ..sources import quantum_mechanics

limited_values = Remark(
    "quantum.postulates.limited_values",
    title="Postulate 1: a physical quantity has a limited set of values",
    label="postulate",
    source=quantum_mechanics("B054 B058"),
    text="A measurement gives one of several values, which are fixed for each physical quantity; in "
    "general the result changes from time to time.",
    shows="nothing: it is what the matrices are meant to describe, in finite dimension",
    does_not_show="that quantities such as the position have limited values",
)
one_value = Remark(
    "quantum.postulates.one_value",
    title="Postulate 2: there are states in which only one value occurs",
    label="postulate",
    source=quantum_mechanics("B055 B059"),
    text="For each physical quantity there are states in which only one value occurs, however often "
    "the measurement is repeated on states that are prepared in the same way.",
    shows="that these are exactly the eigenvectors, by quantum.only_one_value and its converse",
    does_not_show="that there are any, nor what becomes of a state that is measured",
)
superposition = Remark(
    "quantum.postulates.superposition",
    title="Postulate 3: every state is a superposition of these",
    label="postulate",
    source=quantum_mechanics("B056 B061 B064"),
    text="Every state is a superposition, or mixture, of states in which only one value occurs.",
    shows="the coefficients of such a superposition, by quantum.coefficients",
    does_not_show="that there is one: for Hermitian matrices this is the spectral theorem",
)
born = Remark(
    "quantum.postulates.born",
    title="Postulate 4: the rule of Born",
    label="postulate",
    source=quantum_mechanics("B057 B062 B067 B068"),
    text="The probability of a value depends on the state and on the eigenvector of the value alone.",
    shows="that these numbers are probabilities: quantum.born_rule, "
    "quantum.probabilities_sum_to_one and quantum.certainty_spans",
    does_not_show="that they are the frequencies of results",
)
quantity_as_matrix = Remark(
    "quantum.postulates.quantity_as_matrix",
    label="postulate",
    source=quantum_mechanics("B063 B065 B066"),
    text="A physical quantity is described by a matrix whose eigenvalues are the values; possible "
    "values are those of the eigenvectors that a state is made of.",
    shows="that only these have a probability that is not zero, in quantum.errata.possible_values",
    does_not_show="which matrix describes which quantity",
)
expectation = Remark(
    "quantum.postulates.expectation",
    label="definition",
    source=quantum_mechanics("B070"),
    text="The expectation value is the sum of the values, each times its probability.",
    shows="that it is a quotient of inner products, by quantum.expectation_value",
    does_not_show="that the mean of many measurements approaches it",
)
