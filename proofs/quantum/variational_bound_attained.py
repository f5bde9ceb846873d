"""A state with the least expectation value is an eigenvector of the least eigenvalue."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .coefficients import coefficients
from .norm_of_a_superposition import norm_of_a_superposition
from .notation import glossary
from .premises import eigenvectors, orthogonal, superposition

variational_bound_attained = Theorem(
    "quantum.variational_bound_attained",
    title="The least expectation value belongs to eigenvectors only",
    source=quantum_mechanics("B049 B070", "Theory"),
    glossary=glossary,
    given={
        "heights": law(r"\forall k: o_k = o_0 + s_k^2", "no eigenvalue is below the least one"),
        "eigenvectors": eigenvectors,
        "orthogonal": orthogonal,
        "superposition": superposition,
        "weights": definition(r"\forall k: t_k = s_k c_k"),
        "attained": law(
            r"\langle\psi|\hat O|\psi\rangle = o_0\langle\psi|\psi\rangle",
            "the mean is the least value",
        ),
        "norm": norm_of_a_superposition.at(psi=r"|r\rangle", c_="t_"),
        "coefficients": coefficients.at(psi=r"|r\rangle", c_="t_"),
    },
    claim=r"\hat O|\psi\rangle = o_0|\psi\rangle",
    proof=r"""
        \langle\psi|\hat O|\psi\rangle - o_0\langle\psi|\psi\rangle = \sum_k s_k^2 |c_k|^2 N_k    % heights, eigenvectors, superposition, orthogonal
            = \sum_k |t_k|^2 N_k                                         % weights
            = \langle r|r\rangle                                        % norm
        |r\rangle = 0                                                   % above, attained
        \hat O|\psi\rangle - o_0|\psi\rangle = \sum_k s_k^2 c_k|k\rangle  % heights, eigenvectors, superposition
            = \sum_k s_k t_k|k\rangle                                   % weights
            = \sum_k s_k \frac{\langle k|r\rangle}{N_k}|k\rangle        % coefficients
            = 0                                                         % above
        \hat O|\psi\rangle = o_0|\psi\rangle                            % above
    """,
    models=[
        {
            "V": 2,
            "K": 2,
            "ket_k": {(0,): [1, 0], (1,): [0, 1]},
            "O": [[1, 0], [0, -1]],
            "o_0": 0,
            "c_": {(0,): 1, (1,): 1},
            "s_": {(0,): 0, (1,): 0},
            "without": "heights",
        },
        {
            "V": 2,
            "K": 2,
            "ket_k": {(0,): [1, 0], (1,): [1, 1]},
            "O": [[0, 1], [0, 1]],
            "o_0": 0,
            "c_": {(0,): 2, (1,): -1},
            "s_": {(0,): 0, (1,): 1},
            "without": "orthogonal",
        },
    ],
)
