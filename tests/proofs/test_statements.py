"""What the five results and their variants say, written down a second time."""

import pytest

from derive.language.reader import read_formula
from derive.library import Library

STATEMENTS: dict[str, tuple[list[str], dict[str, str]]] = {
    "landau.degeneracy": (
        [r"p = \frac{e B}{h} L^{2}"],
        {
            "ring area": "theorem",
            "cyclotron frequency": "theorem",
            "one ring per level": "heuristic",
            "one state per cell": "law",
            "reduced Planck constant": "definition",
        },
    ),
    "landau.degeneracy_by_guiding_centres": (
        [r"N = \frac{e B}{h} L^{2}"],
        {
            "periodic along y": "law",
            "guiding centre": "definition",
            "magnetic length": "definition",
            "spacing": "definition",
            "as many as fit": "law",
            "reduced Planck constant": "definition",
        },
    ),
    "landau.degeneracy_by_flux_quanta": (
        [r"N_{\Phi} = \frac{e B}{h} L^{2}"],
        {
            "flux quantum": "definition",
            "flux": "definition",
            "number of flux quanta": "definition",
        },
    ),
    "landau.degeneracies_agree": (
        [r"p = N = N_{\Phi}"],
        {"rings": "theorem", "guiding centres": "theorem", "flux quanta": "theorem"},
    ),
    "hall.resistivity": (
        [r"\rho_{H} = - \frac{h}{j e^{2}}"],
        {
            "Hall resistivity": "definition",
            "a current flows": "law",
            "balance of forces": "law",
            "drift": "law",
            "filling factor": "theorem",
        },
    ),
    "hall.resistivity_in_the_clean_limit": (
        [r"\rho_{xx} = 0", r"\sigma_{xx} = 0", r"\rho_{yx} = - \frac{h}{j e^{2}}"],
        {
            "resistivity tensor": "theorem",
            "conductivity tensor": "definition",
            "field or friction": "law",
            "clean limit": "law",
            "filling factor": "theorem",
        },
    ),
    "hall.von_klitzing": (
        [r"R_{K} = \frac{\mu_{0} c}{2 \alpha}"],
        {
            "von Klitzing constant": "definition",
            "fine-structure constant": "definition",
            "vacuum": "law",
            "reduced Planck constant": "definition",
        },
    ),
    "hall.von_klitzing_value": (
        [
            r"R_K = \frac{662607015 \times 10^{14}}{1602176634^2} \Omega",
            r"25812.8074593 \, \Omega \le R_K",
            r"R_K \le 25812.8074594 \, \Omega",
        ],
        {
            "von Klitzing constant": "definition",
            "Planck constant": "definition",
            "elementary charge": "definition",
            "ohm": "definition",
        },
    ),
    "quantum.orthogonality": (
        [r"\langle o_1 | o_2 \rangle = 0"],
        {
            "Hermitian": "law",
            "first eigenvector": "law",
            "second eigenvector": "law",
            "distinct": "law",
            "real eigenvalue": "theorem",
        },
    ),
    "symmetry.commutation": (
        [r"[\hat{H}, \hat{U}] = 0"],
        {"same energy": "law", "complete": "postulate"},
    ),
    "symmetry.commutation_converse": (
        [r"\hat H \hat U |E\rangle = E \hat U |E\rangle"],
        {"symmetry": "law", "eigenstate": "law"},
    ),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_result_says_what_it_should(name: str, library: Library) -> None:
    claims, hypotheses = STATEMENTS[name]
    theorem = library[name]
    assert theorem.claims == tuple(read_formula(one, theorem.glossary) for one in claims)
    assert {h.name: h.kind for h in theorem.hypotheses} == hypotheses
