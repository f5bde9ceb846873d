"""The smallest symmetries of finite order, and what is almost one: parts of models, for `models`.

In each, t is 1 below the order and q has the inverses that there are.  `ALL` are symmetries.
`ALMOST`, `NO_ORDER` and `ALMOST_ON_STATES` are what is possible where the hypothesis of that name does
not hold; in `ALMOST_ON_STATES` a state has no symmetric part.
"""

from fractions import Fraction

IDENTITY = {"V": 1, "n": 0, "U": [[1]], "omega": 1, "t_": [1], "q_": [0]}
SIGN = {"V": 1, "n": 1, "U": [[1]], "omega": -1, "t_": [1, 1], "q_": [Fraction(1, 2)]}
REFLECTION = {**SIGN, "V": 2, "U": [[1, 0], [0, -1]]}

ALL = [IDENTITY, SIGN]

_LONG = {**SIGN, "n": 3, "t_": [0, 0, 0, 1], "q_": [0, 0, Fraction(1, 2)]}
SHORT = {**SIGN, "omega": 1, "q_": [0]}

ALMOST = [
    {**SHORT, "without": "primitive"},
    {**_LONG, "without": "below the order"},
    {"V": 1, "n": 1, "U": [[1]], "omega": 1j, "t_": [1, 1], "without": "root of unity"},
]

NO_ORDER = {**SHORT, "t_": [1], "without": "order"}

ALMOST_ON_STATES = [
    {**IDENTITY, "g": [1], "without": "no term"},
    {**IDENTITY, "g": [1], "without": "next term"},
    {**IDENTITY, "g": [1], "without": "no symmetric part"},
    {**SHORT, "U": [[-1]], "g": [1], "without": "primitive"},
    {**SHORT, "U": [[-1]], "t_": [1], "g": [1], "without": "order"},
    {**_LONG, "U": [[1j]], "g": [1], "without": "below the order"},
]
