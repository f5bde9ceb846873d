"""Of all powers of a symmetry of finite order, only the zeroth contributes to the sum of projectors."""

from derive import Suppose, Theorem, definition, law

from ..sources import quantum_mechanics
from .double_sum import double_sum
from .geometric_sum import geometric_sum
from .notation import glossary
from .small_symmetries import ALL, ALMOST

later_powers = Theorem(
    "symmetry.later_powers",
    title="Only the zeroth power of a symmetry contributes to the sum of its projectors",
    source=quantum_mechanics("B079", "Symmetric state; a lemma for any finite order"),
    glossary=glossary,
    given={
        "sum over powers": double_sum,
        "sum of numbers": geometric_sum,
        "root of unity": law(r"\omega^{n+1} = 1", quantum_mechanics("B079", "n = 1 and -1 there")),
        "below the order": definition(r"\forall r: t_{r+1}t_r = t_{r+1}"),
        "rest": definition(r"\forall r: \hat R_r = t_r\left(\hat D_{n+1,r+1} - n - 1\right)"),
        "primitive": law(
            r"\forall r: t_{r+1}q_r\left(1 - \omega^{-(r+1)}\right) = t_{r+1}",
            quantum_mechanics("B079", "no earlier power of the root is 1"),
        ),
    },
    claim=r"\forall r: \hat R_r = 0",
    proof=[
        r"""
        \hat R_0 = t_0\left(\hat D_{n+1,1} - n - 1\right)       % rest
                 = t_0\left(c_{n+1,0} - n - 1\right)            % sum over powers
                 = 0                                            % sum of numbers
        """,
        Suppose(
            {"so far": r"\hat R_r = 0"},
            r"""
            \omega^{(n+1)r} = 1                                                                  % root of unity
            \omega^{-(n+1)r} = 1                                                                 % root of unity
            \omega^{-(n+1)(r+1)} = 1                                                             % above, root of unity
            \left(1 - \omega^{-(r+1)}\right)c_{n+1,r+1} = 1 - \omega^{-(n+1)(r+1)}               % sum of numbers
                                                        = 0                                      % above
            t_{r+1}c_{n+1,r+1} = t_{r+1}q_r\left(1 - \omega^{-(r+1)}\right)c_{n+1,r+1}           % primitive
                               = 0                                                               % above
            \hat R_{r+1} = t_{r+1}\left(\hat D_{n+1,r+2} - n - 1\right)                          % rest
                         = t_{r+1}\left(\hat D_{n+1,r+1} + c_{n+1,r+1}\hat U^{r+1} - n - 1\right)  % sum over powers
                         = t_{r+1}\left(\hat D_{n+1,r+1} - n - 1\right)                          % above
                         = t_{r+1}t_r\left(\hat D_{n+1,r+1} - n - 1\right)                       % below the order
                         = t_{r+1}\hat R_r                                                       % rest
                         = 0                                                                     % so far
            """,
        ),
    ],
    models=[*ALL, *ALMOST],
)
