"""What the lecture says wrongly or too shortly about vectors, eigenvalues and measurements."""

from derive import Erratum

from ..sources import quantum_mechanics
from .degenerate_probability import degenerate_probability
from .example_degeneracy import example_degeneracy
from .example_energy_quotient import example_energy_quotient
from .example_expectation import example_expectation
from .example_matrix_times_vector import example_matrix_times_vector
from .example_pauli_x import example_pauli_x
from .example_pauli_z import example_pauli_z
from .example_rotation import example_rotation
from .example_vectors import example_vectors
from .norm_preservation import norm_preservation
from .orthogonality import orthogonality
from .orthogonality_left_right import orthogonality_left_right
from .orthogonality_normal import orthogonality_normal
from .real_eigenvalues import real_eigenvalues
from .same_norm import same_norm

second_eigenvalue = Erratum(
    "quantum.errata.second_eigenvalue",
    source=quantum_mechanics("B042 B044", "EB-01"),
    text="The second eigenvalue of the Pauli matrix $x$ is $-1$, not $1$.",
    written=r"""
        \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix}
        = 1 \begin{bmatrix} 1 \\ -1 \end{bmatrix}
    """,
    right=[
        r"""
        \begin{bmatrix} 0 & 1 \\ 1 & 0 \end{bmatrix} \begin{bmatrix} 1 \\ -1 \end{bmatrix}
        = -1 \begin{bmatrix} 1 \\ -1 \end{bmatrix}
        """,
        example_pauli_x,
    ],
)
degeneracy = Erratum(
    "quantum.errata.degeneracy",
    source=quantum_mechanics("B051 B053", "EB-02"),
    text="Eigenvectors that differ need not be independent: with $v$ also $2v$ is one, so each "
    "eigenvalue would be degenerate.  They must not be multiples of each other.",
    assume={"H": "operator", "v w": "ket", "E": "complex"},
    given=["H*v == E*v", "H*w == E*w", "v != w", "v != 0", "w != 0"],
    written="Dagger(v)*v*Dagger(w)*w != Dagger(v)*w*Dagger(w)*v",
    right=["H*(2*v) == E*(2*v)", example_degeneracy],
)
orthogonal_eigenvectors = Erratum(
    "quantum.errata.orthogonal_eigenvectors",
    source=quantum_mechanics("B047 B048", "EB-03"),
    text="Eigenvectors with distinct eigenvalues are orthogonal if the matrix is Hermitian, or "
    "normal, or if one of them is a left eigenvector; not in general.",
    assume={"O": "operator", "v w": "ket", "a b": "complex"},
    given=["O*v == a*v", "O*w == b*w", "a != b"],
    written="Dagger(v)*w == 0",
    right=[orthogonality, orthogonality_normal, orthogonality_left_right],
)
quotient = Erratum(
    "quantum.errata.quotient",
    source=quantum_mechanics("B050", "EB-04"),
    text="The quotient is an eigenvalue if the state is an eigenvector; else it is the mean.",
    assume={"H": "operator hermitian", "psi v": "ket", "E": "real"},
    given=["psi != 0"],
    written="H*psi*(Dagger(psi)*psi) == psi*(Dagger(psi)*H*psi)",
    right=["Dagger(psi)*H*psi == E*Dagger(psi)*psi", example_energy_quotient],
    right_given=["H*psi == E*psi"],
)
real_eigenvalue = Erratum(
    "quantum.errata.real_eigenvalue",
    source=quantum_mechanics("B035 B036 B039", "EB-07"),
    text="An eigenvalue is real if the matrix is Hermitian, which the lecture does not say, and an "
    "eigenvector is not the zero vector.",
    assume={"H": "operator", "v": "ket", "E": "complex"},
    given=["H*v == E*v", "v != 0"],
    written="conjugate(E) == E",
    right=real_eigenvalues,
)
zero_vector = Erratum(
    "quantum.errata.zero_vector",
    source=quantum_mechanics("B035 B036", "EB-07"),
    text="For the zero vector the eigenvalue equation says nothing of the number $E$.",
    assume={"H": "operator", "v": "ket", "E F": "complex"},
    given=["H*v == E*v", "H*v == F*v"],
    written="E == F",
    right="E == F",
    right_given=["v != 0"],
)
bra = Erratum(
    "quantum.errata.bra",
    source=quantum_mechanics("B014", "EB-08"),
    text="The numbers of a bra are the conjugates of those of the ket; without that the vector "
    "$(1, i)$ would have the norm 0.",
    written=r"\begin{bmatrix} 1 & i \end{bmatrix} \begin{bmatrix} 1 \\ i \end{bmatrix} = 2",
    right=r"\begin{bmatrix} 1 & -i \end{bmatrix} \begin{bmatrix} 1 \\ i \end{bmatrix} = 2",
)
direction = Erratum(
    "quantum.errata.direction",
    source=quantum_mechanics("B046", "EB-09"),
    text="The line of an eigenvector is unchanged, not its direction: a negative eigenvalue turns "
    "it round, and the eigenvalue 0 destroys it.",
    assume={"H": "operator", "v": "ket", "E": "real"},
    given=["H*v == E*v"],
    written="Dagger(v)*H*v >= 0",
    right="H*v*(Dagger(v)*v) == v*(Dagger(v)*H*v)",
)
one_vector_per_value = Erratum(
    "quantum.errata.one_vector_per_value",
    source=quantum_mechanics("B060 B062 B067", "EB-10"),
    text="A degenerate value has more than one eigenvector, and one of them does not tell its "
    "probability: in the state $(0, 0, 1)$ the value 1 of the lecture's example is certain, though "
    "the state is orthogonal to $(1, 1, 0)$.  The projector on the eigenspace tells it.",
    written=r"""
        \frac{1}{2} \begin{bmatrix} 1 & 1 & 0 \end{bmatrix} \begin{bmatrix} 0 \\ 0 \\ 1 \end{bmatrix}
        = 1
    """,
    right=degenerate_probability,
)
normalised = Erratum(
    "quantum.errata.normalised",
    source=quantum_mechanics("B071", "EB-11"),
    text="All vectors of the basis must be normalised, not only the first one and the state.",
    assume={"O": "operator", "v w psi": "ket", "a b": "complex"},
    given=[
        "O*v == v",
        "O*w == 5*w",
        "Dagger(v)*w == 0",
        "psi == a*v + b*w",
        "Dagger(v)*v == 1",
    ],
    written="Dagger(psi)*O*psi == a*conjugate(a) + 5*b*conjugate(b)",
    right=["Dagger(psi)*O*psi == a*conjugate(a) + 5*b*conjugate(b)", example_expectation],
    right_given=["Dagger(w)*w == 1"],
)
every_norm = Erratum(
    "quantum.errata.every_norm",
    source=quantum_mechanics("B073 B074", "EB-12"),
    text="A superposition is no matrix that keeps norms; but any two states of the same norm are "
    "related by one.  To be unitary, a matrix must keep the norm of every state, not only of a basis.",
    assume={"U": "operator", "v w": "ket"},
    given=[
        "Dagger(v)*Dagger(U)*U*v == Dagger(v)*v",
        "Dagger(w)*Dagger(U)*U*w == Dagger(w)*w",
    ],
    written="Dagger(v + w)*Dagger(U)*U*(v + w) == Dagger(v + w)*(v + w)",
    right=[norm_preservation, same_norm],
)
other_matrices = Erratum(
    "quantum.errata.other_matrices",
    source=quantum_mechanics("B027 B034", "EB-13"),
    text="Matrices do not only rotate and stretch: they also reflect, shear, project and destroy.",
    assume={"A": "operator", "v": "ket"},
    given=["v != 0"],
    written="A*v != 0",
    right=r"""
        \begin{bmatrix} 1 & 0 \\ 0 & 0 \end{bmatrix} \begin{bmatrix} 0 \\ 1 \end{bmatrix}
        = \begin{bmatrix} 0 \\ 0 \end{bmatrix}
    """,
)
finding_eigenvalues = Erratum(
    "quantum.errata.finding_eigenvalues",
    source=quantum_mechanics("B045", "EB-18"),
    text="Eigenvalues of a matrix with $N$ rows are found numerically in about $N^3$ steps.  It is "
    "hard because $N$ grows exponentially with the number of particles, and formulas with roots end "
    "at $N = 4$.  To check a pair needs addition and multiplication only.",
    reference="G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition (2013), chapter 8",
)
more_than_addition_and_multiplication = Erratum(
    "quantum.errata.more_than_addition_and_multiplication",
    source=quantum_mechanics("B001 B010", "EB-19"),
    text="Besides addition and multiplication the lecture needs conjugation, the root of 2 and "
    "division by it, an order of the energies, positivity, statements about all states, and, for "
    "symmetry breaking proper, a limit.",
    reference="The rules of derive's kernel, which name what each proof uses",
)
no_finite_position = Erratum(
    "quantum.errata.no_finite_position",
    source=quantum_mechanics("B008 B054", "EB-20"),
    text="Position and momentum are no matrices of finite size: the diagonal of a commutator adds "
    "up to 0, but that of a multiple of the unit matrix does not.  The position has no limited set "
    "of values either.",
    assume={"X P": "matrix 2x2 complex", "a b c d e f g h": "complex"},
    written="X*P - P*X == 1",
    right="(a*e + b*g - e*a - f*c) + (c*f + d*h - g*b - h*d) == 0",
)
two_conventions = Erratum(
    "quantum.errata.two_conventions",
    source=quantum_mechanics("B013 B060 B067", "EB-21"),
    text="A ket is labelled by its components at first, by its eigenvalue later.",
    reference="The same slides, where both are used",
)
arithmetic = Erratum(
    "quantum.errata.arithmetic",
    title="All computations are right",
    source=quantum_mechanics("B016 B018 B019 B022 B041 B043 B052 B071 B076", "EB-26"),
    text="But for the second eigenvalue of the Pauli matrix $x$, all numbers of the lecture are right.",
    right=[
        example_vectors,
        example_matrix_times_vector,
        example_pauli_z,
        example_pauli_x,
        example_degeneracy,
        example_expectation,
        example_rotation,
    ],
)
spelling = Erratum(
    "quantum.errata.spelling",
    source=quantum_mechanics("B003 B023 B049", "EB-27"),
    text="Three slips of the pen: a wrong particle before the verb to write, a character of the word "
    "for mediation, and a formula that is printed as its source.",
    reference="Any dictionary",
)
bracket = Erratum(
    "quantum.errata.bracket",
    source=quantum_mechanics("B048", "EB-28"),
    text="In the first line of the proof the matrix acts to the left, so the bracket must close "
    "before the second vector.",
    assume={"O": "operator", "v w": "ket", "a": "complex"},
    given=["Dagger(v)*O == a*Dagger(v)"],
    right="(Dagger(v)*O)*w == a*Dagger(v)*w",
)
possible_values = Erratum(
    "quantum.errata.possible_values",
    source=quantum_mechanics("B065 B066", "EB-29"),
    text="The value 5 is possible only if its coefficient is not 0.",
    assume={"v w psi": "ket", "a b": "complex"},
    given=["Dagger(v)*w == 0", "Dagger(w)*w == 1", "psi == a*v + b*w"],
    written="Dagger(w)*psi != 0",
    right="Dagger(w)*psi == b",
)
repeated_measurement = Erratum(
    "quantum.errata.repeated_measurement",
    source=quantum_mechanics("B059", "EB-30"),
    text="To repeat a measurement, the state must be prepared again, or it must be said what it is "
    "after a measurement; the lecture says neither, and its second puzzle needs it.",
    reference="J. J. Sakurai, Modern Quantum Mechanics, revised edition (1994), section 1.4",
)
