"""Facts, heuristics and opinions of the lecture about symmetry breaking."""

from derive import Remark

from ..sources import quantum_mechanics

zero_temperature = Remark(
    "symmetry.remarks.zero_temperature",
    title="At zero temperature the ground states are realised",
    label="postulate",
    source=quantum_mechanics("B086"),
    text="A system in equilibrium at temperature T has the matrix exp(-H/kT), divided by its trace.",
    shows="its limit for T to 0, by symmetry.zero_temperature",
    does_not_show="the postulate itself, nor that a real magnet reaches equilibrium",
)
prize = Remark(
    "symmetry.remarks.prize",
    title="The Nobel prize of 2008",
    label="citation",
    source=quantum_mechanics("B089"),
    text="The Nobel prize in physics of 2008 went to Nambu, Kobayashi and Maskawa.",
    does_not_show="anything about matrices; what it was for is in symmetry.errata.prize",
)
what_is_interesting = Remark(
    "symmetry.remarks.what_is_interesting",
    title="What is interesting about it?",
    label="opinion",
    source=quantum_mechanics("B093 B094"),
    text="That U turns one ground state into another is the beginning of magnetism.",
    shows="that the two ground states are orthogonal, by symmetry.broken_example, and not only different",
)
aligned = Remark(
    "symmetry.remarks.aligned",
    title="Aligned arrows have lower energy",
    label="heuristic",
    source=quantum_mechanics("B095"),
    text="Two arrows have a lower energy when they point the same way.",
    shows="that this theory of two arrows is the example of the lecture, by symmetry.aligned_arrows",
    does_not_show="why arrows align in a solid: that is the exchange of electrons",
)
chosen_direction = Remark(
    "symmetry.remarks.chosen_direction",
    title="The theory says only that arrows align; the state chooses where to",
    label="heuristic",
    source=quantum_mechanics("B096"),
    text="The theory prefers no direction, and yet the state that is realised has one.",
    shows="that order certifies breaking: an order parameter vanishes in every symmetric state, by "
    "symmetry.order_parameter",
    does_not_show="which direction is chosen, and when",
)
magnetism = Remark(
    "symmetry.remarks.magnetism",
    label="heuristic",
    source=quantum_mechanics("B097"),
    text="Spontaneous symmetry breaking is the mechanism of magnets.",
    shows="that a finite quantum magnet in a transverse field has a symmetric ground state, for two "
    "spins by symmetry.two_spins",
    does_not_show="that a large magnet breaks the symmetry: that needs the limit of infinite size",
)
use_of_symmetry = Remark(
    "symmetry.remarks.use_of_symmetry",
    title="To know the symmetry is to know a lot",
    label="opinion",
    source=quantum_mechanics("B098"),
    text="A symmetry alone tells much about a theory.",
    shows="some of it: symmetry.simultaneous_diagonalisation, symmetry.conserved_quantity, symmetry.magnon",
)
phase_diagrams = Remark(
    "symmetry.remarks.phase_diagrams",
    label="opinion",
    source=quantum_mechanics("B099"),
    text="Most lines of phase diagrams are drawn by spontaneous symmetry breaking alone.",
    does_not_show="any phase diagram; exceptions are in symmetry.errata.lines_of_phase_diagrams",
)
quantum_hall_effect = Remark(
    "symmetry.remarks.quantum_hall_effect",
    title="Until the quantum Hall effect",
    label="opinion",
    source=quantum_mechanics("B100"),
    text="All phases were thought to differ by their symmetry, until the quantum Hall effect.",
    shows="how it differs: two translations of a torus that commute up to a phase have no symmetric "
    "state in common, by symmetry.no_common_symmetric_state; where every local quantity is a number on "
    "the ground space there is no order parameter, by symmetry.no_order_parameter",
    does_not_show="the history",
)
topological_order = Remark(
    "symmetry.remarks.topological_order",
    title="The next lecture: what forbids classes of topological order",
    label="citation",
    source=quantum_mechanics("B101"),
    text="The next lecture is about theorems that restrict the classification of topological order.",
    shows="first examples: symmetry.clock_and_shift, symmetry.translated_states, symmetry.toric_code",
    does_not_show="the theorems of that lecture",
)
references = Remark(
    "symmetry.remarks.references",
    label="citation",
    source=quantum_mechanics("B102"),
    text="Textbooks by A. Shimizu, J. J. Sakurai, and K. Igi and H. Kawai.",
    does_not_show="anything: it is a list",
)
