"""What is a number on the ground space has the same mean in all ground states: it shows no order."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

no_order_parameter = Theorem(
    "symmetry.no_order_parameter",
    title="What is a number on the ground space tells no ground states apart",
    source=quantum_mechanics("B051 B088", "Topological order; a further result"),
    glossary=glossary,
    given={
        "number on the ground space": law(
            r"\hat\Pi\hat M\hat\Pi = \alpha\hat\Pi",
            f"{quantum_mechanics('B101')}: in topological order, for every local quantity M",
        ),
        "Hermitian": definition(r"\hat\Pi^\dagger = \hat\Pi", "an orthogonal projector"),
        "ground state": law(r"\hat\Pi|g\rangle = |g\rangle", quantum_mechanics("B084")),
        "another": law(r"\hat\Pi|w\rangle = |w\rangle", quantum_mechanics("B091")),
    },
    claim=[
        r"\langle g|\hat M|g\rangle = \alpha\langle g|g\rangle",
        r"\langle g|\hat M|w\rangle = \alpha\langle g|w\rangle",
    ],
    proof=r"""
        \langle g|\hat M|g\rangle = \langle g|\hat\Pi\hat M\hat\Pi|g\rangle    % ground state, Hermitian
                                  = \alpha\langle g|\hat\Pi|g\rangle           % number on the ground space
                                  = \alpha\langle g|g\rangle                   % ground state
        \langle g|\hat M|w\rangle = \langle g|\hat\Pi\hat M\hat\Pi|w\rangle    % ground state, another, Hermitian
                                  = \alpha\langle g|\hat\Pi|w\rangle           % number on the ground space
                                  = \alpha\langle g|w\rangle                   % another
    """,
)
