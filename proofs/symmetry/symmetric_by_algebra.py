"""A symmetry of any order has a symmetric ground state, if every matrix has an eigenvector."""

from derive import Suppose, Theorem, cited, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

symmetric_by_algebra = Theorem(
    "symmetry.symmetric_by_algebra",
    title="In finite dimension no single symmetry is broken by every ground state",
    source=quantum_mechanics("B088", "Spontaneous symmetry breaking; a symmetry of any order"),
    glossary=glossary,
    given={
        "symmetry": law(r"\hat H\hat U = \hat U\hat H", quantum_mechanics("B082")),
        "ground states": definition(r"\hat H\hat\Pi = E_0\hat\Pi", quantum_mechanics("B084")),
        "all ground states": law(
            r"\forall \hat X: \hat H\hat X = E_0\hat X \Rightarrow \hat\Pi\hat X = \hat X",
            quantum_mechanics("B084", "what has the ground energy lies in the ground space"),
        ),
        "transformed": definition(r"\hat Q = \hat U\hat\Pi", quantum_mechanics("B074")),
        "every matrix has an eigenvector": cited(
            r"(\forall \lambda, |\psi\rangle: \hat\Pi|\psi\rangle = |\psi\rangle, \hat\Pi\hat U|\psi\rangle = \lambda|\psi\rangle \Rightarrow |\psi\rangle = 0) \Rightarrow \hat\Pi = 0",
            "S. Axler, Linear Algebra Done Right, 3rd edition (2015), theorem 5.21, for U on the ground space",
        ),
        "all broken": law(
            r"\forall \lambda, |\psi\rangle: \hat H|\psi\rangle = E_0|\psi\rangle, \hat U|\psi\rangle = \lambda|\psi\rangle \Rightarrow |\psi\rangle = 0",
            quantum_mechanics("B088", "every ground state breaks the symmetry; to be refuted"),
        ),
    },
    claim=r"\hat\Pi = 0",
    proof=[
        r"""
        \hat H\hat Q = \hat H\hat U\hat\Pi                                         % transformed
                     = \hat U\hat H\hat\Pi                                         % symmetry
                     = E_0\hat U\hat\Pi                                            % ground states
                     = E_0\hat Q                                                   % transformed
        \hat\Pi\hat Q = \hat Q                                                     % all ground states, above
        """,
        Suppose(
            {
                "ground state": r"\hat\Pi|\psi\rangle = |\psi\rangle",
                "eigenvector": r"\hat\Pi\hat U|\psi\rangle = \lambda|\psi\rangle",
            },
            r"""
            \hat H|\psi\rangle = \hat H\hat\Pi|\psi\rangle                         % ground state
                               = E_0\hat\Pi|\psi\rangle                            % ground states
                               = E_0|\psi\rangle                                   % ground state
            \hat U|\psi\rangle = \hat U\hat\Pi|\psi\rangle                         % ground state
                               = \hat Q|\psi\rangle                                % transformed
                               = \hat\Pi\hat Q|\psi\rangle                         % above
                               = \hat\Pi\hat U\hat\Pi|\psi\rangle                  % transformed
                               = \hat\Pi\hat U|\psi\rangle                         % ground state
                               = \lambda|\psi\rangle                               % eigenvector
            |\psi\rangle = 0                                                       % all broken, above
            """,
        ),
        r"\hat\Pi = 0      % every matrix has an eigenvector, above",
    ],
)
