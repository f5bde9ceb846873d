"""The projector on an eigenspace is the same in all its orthogonal bases."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

projector_of_an_eigenspace = Theorem(
    "quantum.projector_of_an_eigenspace",
    title="The projector does not depend on the basis",
    source=quantum_mechanics("B051 B067", "Probability of a value"),
    glossary=glossary,
    given={
        "first projector": definition(r"\hat A = \sum_k \frac{1}{N_k}|k\rangle\langle k|"),
        "second projector": definition(
            r"\hat B = \sum_j |f_j\rangle\langle f_j|", "by an orthonormal basis"
        ),
        "second basis within the first": law(
            r"\forall j: \hat A|f_j\rangle = |f_j\rangle", "one eigenspace"
        ),
        "first basis within the second": law(
            r"\forall k: \langle k|\hat B = \langle k|", "one eigenspace"
        ),
    },
    claim=r"\hat A = \hat B",
    proof=r"""
        \hat A\hat B = \sum_j \hat A|f_j\rangle\langle f_j|             % second projector
            = \sum_j |f_j\rangle\langle f_j|                            % second basis within the first
            = \hat B                                                   % second projector
        \hat A\hat B = \sum_k \frac{1}{N_k}|k\rangle\langle k|\hat B    % first projector
            = \sum_k \frac{1}{N_k}|k\rangle\langle k|                   % first basis within the second
            = \hat A                                                   % first projector
        \hat A = \hat B                                                % above
    """,
)
