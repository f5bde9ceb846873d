"""What the lecture says wrongly or too shortly about symmetry and its breaking."""

from derive import Erratum

from ..sources import quantum_mechanics
from .aligned_arrows import aligned_arrows
from .broken_example import broken_example
from .commutation import commutation
from .commuting_example import commuting_example
from .double_arrow import double_arrow
from .double_arrow_is_normalised import double_arrow_is_normalised
from .double_arrow_of_spin_one_half import double_arrow_of_spin_one_half
from .jordan_block import jordan_block
from .symmetric_part_remains import symmetric_part_remains
from .symmetric_superpositions import symmetric_superpositions
from .vanishing_double_arrow import vanishing_double_arrow
from .zero_temperature import zero_temperature
from .zero_temperature_of_the_example import zero_temperature_of_the_example

no_double_arrow = Erratum(
    "symmetry.errata.no_double_arrow",
    source=quantum_mechanics("B076 B078 B079", "EB-05"),
    text="With the rotation of the lecture half a turn is $-1$, and the double arrow is 0, not a "
    "state.  It is symmetric where a full turn is 1, and has norm 1 where the two arrows are orthogonal.",
    written=r"""
        \begin{bmatrix} 1 \\ 0 \end{bmatrix}
        + \begin{bmatrix} -1 & 0 \\ 0 & -1 \end{bmatrix} \begin{bmatrix} 1 \\ 0 \end{bmatrix}
        \neq \begin{bmatrix} 0 \\ 0 \end{bmatrix}
    """,
    right=[vanishing_double_arrow, double_arrow, double_arrow_is_normalised],
)
arrow_of_spin_one_half = Erratum(
    "symmetry.errata.arrow_of_spin_one_half",
    source=quantum_mechanics("B078 B079", "EB-05"),
    text="For a spin 1/2 a full turn is $-1$, and the double arrow is not symmetric.",
    assume={"U": "operator", "v": "ket"},
    given=["U*U == -1", "v != 0"],
    written="U*(v + U*v) == v + U*v",
    right=["U*(v + U*v) == U*v - v", double_arrow_of_spin_one_half],
)
three_bars = Erratum(
    "symmetry.errata.three_bars",
    source=quantum_mechanics("B077 B079 B081 B087", "EB-06"),
    text="The sign with three bars means the same ray, the same vector, or what is required to be "
    "the same.  A transformation that keeps $H$ up to a sign maps rays of eigenvectors to rays of "
    "eigenvectors and yet changes the energy: $HU = UH$ must be meant without a factor.",
    assume={"H U": "operator", "v": "ket", "E": "real"},
    given=["H*v == E*v", "U*H == -(H*U)"],
    written="H*U*v == E*U*v",
    right="H*U*v == -E*U*v",
)
mixture = Erratum(
    "symmetry.errata.mixture",
    source=quantum_mechanics("B086", "EB-14"),
    text="At zero temperature a thermal state is the mixture of all ground states, not a "
    "superposition of them: its matrix has nothing beside the diagonal.",
    written=r"""
        \begin{bmatrix} 0 & 0 & 0 & 0 \\ 0 & \frac{1}{2} & 0 & 0 \\ 0 & 0 & 0 & 0 \\ 0 & 0 & 0 & \frac{1}{2} \end{bmatrix}
        = \frac{1}{2} \begin{bmatrix} 0 \\ 1 \\ 0 \\ 1 \end{bmatrix} \begin{bmatrix} 0 & 1 & 0 & 1 \end{bmatrix}
    """,
    right=[zero_temperature, zero_temperature_of_the_example],
)
two_ground_states = Erratum(
    "symmetry.errata.two_ground_states",
    source=quantum_mechanics("B088 B091 B092", "EB-15"),
    text="There are not two ground states but a space of dimension two.  Up and down break the "
    "symmetry, up plus down and up minus down do not.  In finite dimension some ground state is "
    "always symmetric, and real symmetry breaking needs infinitely many spins.",
    assume={"a b x y": "complex"},
    given=[
        r"""
        \begin{bmatrix} 1 & 0 & 0 & 0 \\ 0 & -1 & 0 & 0 \\ 0 & 0 & 1 & 0 \\ 0 & 0 & 0 & -1 \end{bmatrix}
        \begin{bmatrix} a \\ x \\ b \\ y \end{bmatrix} = -\begin{bmatrix} a \\ x \\ b \\ y \end{bmatrix}
        """
    ],
    written="x*y == 0",
    right=["a == 0", "b == 0", symmetric_superpositions, symmetric_part_remains],
)
prize = Erratum(
    "symmetry.errata.prize",
    source=quantum_mechanics("B089", "EB-16"),
    text="Only Nambu's half of the prize is for spontaneous symmetry breaking.  Kobayashi and Maskawa "
    "received theirs for the origin of a symmetry that is broken explicitly.",
    reference="The Nobel Prize in Physics 2008, citation of the prize",
)
lines_of_phase_diagrams = Erratum(
    "symmetry.errata.lines_of_phase_diagrams",
    source=quantum_mechanics("B099 B100", "EB-17"),
    text="Not all lines of phase diagrams break a symmetry: liquid and gas have the same one, and the "
    "transition of Kosterlitz and Thouless was known before the quantum Hall effect, as were "
    "transitions between metal and insulator.",
    reference="J. M. Kosterlitz and D. J. Thouless, J. Phys. C 6 (1973) 1181",
)
eigenvectors_only = Erratum(
    "symmetry.errata.eigenvectors_only",
    source=quantum_mechanics("B080 B081 B082", "EB-22"),
    text="$HU = UH$ was shown on energy eigenstates only.  That they are enough is postulate 3; without it "
    "the conclusion is false.",
    assume={"H U": "operator", "v": "ket", "E": "real"},
    given=["v != 0", "H*v == E*v", "H*U*v == E*U*v"],
    written="H*U == U*H",
    right=["H*U*v == U*H*v", jordan_block, commutation],
)
arrows_of_the_example = Erratum(
    "symmetry.errata.arrows_of_the_example",
    source=quantum_mechanics("B090 B095", "EB-23"),
    text="The example is not written in terms of two arrows: its first factor is the direction of the "
    "first arrow, its second says whether the arrows are aligned.  A change of basis leads from one "
    "to the other.",
    written=r"""
        \begin{bmatrix} -1 & 0 & 0 & 0 \\ 0 & 1 & 0 & 0 \\ 0 & 0 & 1 & 0 \\ 0 & 0 & 0 & -1 \end{bmatrix}
        = \begin{bmatrix} 1 & 0 & 0 & 0 \\ 0 & -1 & 0 & 0 \\ 0 & 0 & 1 & 0 \\ 0 & 0 & 0 & -1 \end{bmatrix}
    """,
    right=aligned_arrows,
)
examples_hold = Erratum(
    "symmetry.errata.examples_hold",
    title="Both examples of HU = UH hold",
    source=quantum_mechanics("B083 B090 B093", "EB-24 and EB-25: checked, and nothing is wrong"),
    text="The ground states of the first example, too, are exchanged by its symmetry.",
    right=[commuting_example, broken_example],
)
