"""When the Boltzmann factors of all excited states vanish, a thermal state is the equal mixture of all ground states."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

zero_temperature = Theorem(
    "symmetry.zero_temperature",
    title="At zero temperature all ground states are equally probable",
    source=quantum_mechanics("B084", "Ground state; zero temperature"),
    glossary=glossary,
    given={
        "thermal state": definition(
            r"Z\hat\rho = \sum_a |0;a\rangle\langle 0;a| + \sum_j w_j|j\rangle\langle j|",
            quantum_mechanics("B086"),
        ),
        "sum of states": definition(r"Z = \sum_a 1 + \sum_j w_j", quantum_mechanics("B086")),
        "projector": definition(r"\hat\Pi = \sum_a |0;a\rangle\langle 0;a|"),
        "zero temperature": law(
            r"\forall j: w_j = 0",
            quantum_mechanics("B086", "the limit, by putting it in for the Boltzmann factors"),
        ),
    },
    claim=r"\left(\sum_a 1\right)\hat\rho = \hat\Pi",
    proof=r"""
        \left(\sum_a 1\right)\hat\rho = Z\hat\rho                          % sum of states, zero temperature
                                      = \sum_a |0;a\rangle\langle 0;a| + \sum_j w_j|j\rangle\langle j|     % thermal state
                              = \sum_a |0;a\rangle\langle 0;a|     % zero temperature
                                      = \hat\Pi                            % projector
    """,
)
