"""How many electrons one Landau level can hold: the guiding centres that fit into the sample."""

from derive import Theorem, definition, law

from ..notation import glossary
from ..sources import quantum_hall

degeneracy_by_guiding_centres = Theorem(
    "landau.degeneracy_by_guiding_centres",
    title="Degeneracy of a Landau level, by guiding centres",
    source=quantum_hall("A041", "Landau rings; here in the Landau gauge"),
    glossary=glossary,
    given={
        "periodic along y": law(
            r"\forall s: k_{y,s} = \frac{2\pi s}{L}", "plane waves along y, with period L"
        ),
        "guiding centre": definition(
            r"\forall s: x_s = -\ell^2 k_{y,s}", "Landau gauge: see landau.guiding_centre"
        ),
        "magnetic length": definition(r"\ell^2 = \frac{\hbar}{eB}"),
        "spacing": definition(r"\forall s: \Delta x = x_s - x_{s+1}"),
        "as many as fit": law(r"N \Delta x = L", "the sample is a torus; N orbits lead once round it"),
        "reduced Planck constant": definition(r"h = 2\pi\hbar"),
    },
    claim=r"N = \frac{eB}{h} L^2",
    proof=r"""
        \Delta x = x_s - x_{s+1}                        % spacing
                 = \ell^2 k_{y,s+1} - \ell^2 k_{y,s}    % guiding centre
                 = \frac{2\pi \ell^2}{L}                % periodic along y
                 = \frac{h}{eBL}                        % magnetic length, reduced Planck constant
        N = \frac{L}{\Delta x}                          % as many as fit
          = \frac{eB}{h} L^2                            % above
    """,
)
