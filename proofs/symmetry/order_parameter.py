"""What changes its sign under a symmetry has the mean 0 in every symmetric state."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

order_parameter = Theorem(
    "symmetry.order_parameter",
    title="An order parameter vanishes in every symmetric state",
    source=quantum_mechanics("B077 B088", "Spontaneous symmetry breaking"),
    glossary=glossary,
    given={
        "norm": law(r"\hat U^\dagger\hat U = 1", quantum_mechanics("B074")),
        "odd": law(r"\hat U\hat M = -\hat M\hat U", quantum_mechanics("B096")),
        "symmetric": law(r"\hat U|g\rangle = \lambda|g\rangle", quantum_mechanics("B077")),
        "not zero": definition(r"|g\rangle \neq 0", "a state is not the zero vector"),
    },
    claim=r"\langle g|\hat M|g\rangle = 0",
    proof=r"""
        \lambda^*\lambda\langle g|g\rangle = \langle g|\hat U^\dagger\hat U|g\rangle     % symmetric
                                           = \langle g|g\rangle                          % norm
        \lambda^*\lambda = 1                                                             % above, not zero
        \langle g|\hat M|g\rangle = \langle g|\hat U^\dagger\hat U\hat M|g\rangle        % norm
                                  = -\langle g|\hat U^\dagger\hat M\hat U|g\rangle       % odd
                                  = -\lambda^*\lambda\langle g|\hat M|g\rangle           % symmetric
                                  = -\langle g|\hat M|g\rangle                           % above
        \langle g|\hat M|g\rangle = 0                                                    % above
    """,
)
