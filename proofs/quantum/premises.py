"""What several theorems about measurements suppose.

Main results: `orthogonal`, `eigenvectors`, `superposition`, `probability`, `remainder`.
"""

from derive import definition, law

from ..sources import quantum_mechanics

orthogonal = law(
    r"\forall k, l: \langle k|l\rangle = N_k\delta_{kl}",
    f"{quantum_mechanics('B047')}: no vector is zero, and each two are orthogonal",
)
eigenvectors = law(r"\forall k: \hat O|k\rangle = o_k|k\rangle", quantum_mechanics("B036"))
superposition = law(
    r"|\psi\rangle = \sum_k c_k|k\rangle", quantum_mechanics("B056 B064", "postulate 3")
)
probability = definition(
    r"\forall k: P_k = \frac{|\langle k|\psi\rangle|^2}{N_k\langle\psi|\psi\rangle}",
    quantum_mechanics("B067"),
)
remainder = definition(
    r"|r\rangle = |\psi\rangle - \sum_k \frac{\langle k|\psi\rangle}{N_k}|k\rangle",
    "what no eigenvector accounts for",
)
