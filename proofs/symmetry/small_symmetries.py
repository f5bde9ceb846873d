"""The smallest symmetries of finite order, and what is almost one: parts of models, for `models`.

In each, t is 1 up to the order minus 1, and q has the inverses that there are.  `ALL` are
symmetries; `ALMOST` are what is possible where one hypothesis does not hold, by its name.
"""

from fractions import Fraction

IDENTITY = {"V": 1, "n": 0, "U": [[1]], "omega": 1, "t_": [1], "q_": [0]}
SIGN = {"V": 1, "n": 1, "U": [[1]], "omega": -1, "t_": [1, 1], "q_": [Fraction(1, 2)]}
REFLECTION = {**SIGN, "V": 2, "U": [[1, 0], [0, -1]]}

ALL = [IDENTITY, SIGN]

ALMOST = [
    {**SIGN, "omega": 1, "q_": [0], "without": "primitive"},
    {**SIGN, "omega": 1, "q_": [0], "t_": [1], "without": "order"},
    {"V": 1, "n": 1, "U": [[1]], "omega": 1j, "t_": [1, 1], "without": "root of unity"},
    {
        **SIGN,
        "n": 3,
        "t_": [0, 0, 0, 1],
        "q_": [0, 0, Fraction(1, 2)],
        "without": "below the order",
    },
]
