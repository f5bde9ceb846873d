"""Two transformations that commute up to a primitive root of unity: its order divides the dimension.

The dimension is nq + r with a remainder r below the order n.  The determinants enter by their values
and by the two textbook rules for them.
"""

from derive import Theorem, cited, law

from ..sources import quantum_mechanics
from .notation import glossary

LANG = "S. Lang, Linear Algebra, 3rd edition (1987), chapter VI"

clock_and_shift = Theorem(
    "symmetry.clock_and_shift",
    title="Clock and shift: the order of the root of unity divides the dimension",
    source=quantum_mechanics("B051", "Degeneracy on a torus; a further result"),
    glossary=glossary,
    given={
        "product": cited(r"D_{ST} = D_S D_T", f"{LANG}: the determinant of a product"),
        "other product": cited(r"D_{TS} = D_T D_S", f"{LANG}: the determinant of a product"),
        "multiple": cited(
            r"D_{ST} = \omega^{nq + r} D_{TS}",
            f"{LANG}: the determinant of ST as a multiple of TS, in dimension nq + r",
        ),
        "invertible": law(
            r"D_S D_T \neq 0", quantum_mechanics("B074", "both transformations keep norms")
        ),
        "root of unity": law(r"\omega^n = 1", quantum_mechanics("B101")),
        "primitive": law(
            r"\omega^r = 1 \Rightarrow r = 0",
            quantum_mechanics("B101", "no power below the order n is 1"),
        ),
    },
    claim="r = 0",
    proof=r"""
        D_S D_T = D_{ST}                            % product
                = \omega^{nq + r} D_{TS}            % multiple
                = \omega^{nq + r} D_S D_T           % other product
        \omega^{nq + r} = 1                         % above, invertible
        \omega^{nq} = 1                             % root of unity
        \omega^r = \omega^{nq}\omega^r              % above
                 = 1                                % above
        r = 0                                       % above, primitive
    """,
)
