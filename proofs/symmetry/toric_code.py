"""A star and a plaquette of the toric code share two edges, so that they commute; loops that cross once do not."""

from derive import Theorem, definition, law

from ..sources import quantum_mechanics
from .notation import glossary

toric_code = Theorem(
    "symmetry.toric_code",
    title="Stars and plaquettes of the toric code commute",
    source=quantum_mechanics("B082", "Symmetry of a theory; a further result"),
    glossary=glossary,
    given={
        "star": definition(r"\hat A = \hat X_1\hat X_2"),
        "plaquette": definition(r"\hat B = \hat Z_1\hat Z_2"),
        "first edge": law(r"\hat X_1\hat Z_1 = -\hat Z_1\hat X_1", "Pauli matrices of one edge"),
        "second edge": law(r"\hat X_2\hat Z_2 = -\hat Z_2\hat X_2", "Pauli matrices of one edge"),
        "different edges": law(
            r"\hat X_1\hat Z_2 = \hat Z_2\hat X_1", "Pauli matrices of different edges"
        ),
        "other different edges": law(
            r"\hat X_2\hat Z_1 = \hat Z_1\hat X_2", "Pauli matrices of different edges"
        ),
    },
    claim=r"\hat A\hat B = \hat B\hat A",
    proof=r"""
        \hat A\hat B = \hat X_1\hat X_2\hat Z_1\hat Z_2        % star, plaquette
                     = \hat X_1\hat Z_1\hat X_2\hat Z_2        % other different edges
                     = \hat Z_1\hat X_1\hat Z_2\hat X_2        % first edge, second edge
                     = \hat Z_1\hat Z_2\hat X_1\hat X_2        % different edges
                     = \hat B\hat A                            % star, plaquette
    """,
    models=[
        {
            "V": 2,
            "X_1": [[1, 0], [0, 1]],
            "X_2": [[0, 1], [1, 0]],
            "Z_1": [[1, 0], [0, 1]],
            "Z_2": [[1, 0], [0, -1]],
            "without": "first edge",
        },
        {
            "V": 2,
            "X_1": [[0, 1], [-1, 0]],
            "X_2": [[1, 0], [0, -1]],
            "Z_1": [[1, 0], [0, -1]],
            "Z_2": [[0, 1j], [1j, 0]],
            "without": "different edges",
        },
        {
            "V": 2,
            "X_1": [[1, 0], [0, -1]],
            "X_2": [[0, 1j], [1j, 0]],
            "Z_1": [[0, 1], [-1, 0]],
            "Z_2": [[1, 0], [0, -1]],
            "without": "other different edges",
        },
    ],
)
