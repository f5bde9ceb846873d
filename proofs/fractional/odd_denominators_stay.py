"""What adding a level, exchanging particles and holes, or attaching flux does to a filling factor.

A fraction (l - m)/(2k + 1) of whole numbers remains one with an odd denominator.
"""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

odd_denominators_stay = Theorem(
    "fractional.odd_denominators_stay",
    title="Odd denominators remain odd",
    source=quantum_hall("A068 A108 A111", "Odd denominators"),
    glossary=glossary,
    given={
        "odd denominator": definition(r"\nu(2k + 1) = l - m"),
        "one more level": definition(r"\nu_1 = \nu + 1"),
        "holes": definition(r"\nu_2 = 1 - \nu"),
        "two more flux quanta": definition(r"\nu_3(2\nu + 1) = \nu"),
    },
    claim=[
        r"\nu_1(2k + 1) = 2k + 1 + l - m",
        r"\nu_2(2k + 1) = 2k + 1 + m - l",
        r"\nu_3\left(2(k + l - m) + 1\right) = l - m",
    ],
    proof=r"""
        \nu_1(2k + 1) = 2k + 1 + \nu(2k + 1)                            % one more level
                      = 2k + 1 + l - m                                  % odd denominator
        \nu_2(2k + 1) = 2k + 1 - \nu(2k + 1)                            % holes
                      = 2k + 1 + m - l                                  % odd denominator
        \nu_3\left(2(k + l - m) + 1\right) = \nu_3\left(2\nu(2k + 1) + 2k + 1\right)    % odd denominator
                                           = \nu_3(2\nu + 1)(2k + 1)
                                           = \nu(2k + 1)                % two more flux quanta
                                           = l - m                      % odd denominator
    """,
)
