"""Mutants that are proved because they are true, each with a check that needs no prover.

Main results: `STILL_TRUE`, `reason_to_be_true`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tests.proofs.mutations import Mutant


@dataclass(frozen=True)
class StillTrue:
    """Why a mutant is proved: because it is true; `check` finds that out without the prover."""

    name: str
    after: str
    because: str
    check: Callable[[], bool]


R_K = Fraction(662607015 * 10**14, 1602176634**2)


def _zero_is_its_own_multiple() -> bool:
    return -0 == 2 * 0 == 0


def _symmetry_is_not_needed() -> bool:
    """U H e = E U e for an eigenvector e of H = diag(1, 2), though U does not commute with H."""
    apply_u = lambda v: (v[0] + v[1], v[0])  # noqa: E731
    return all(
        apply_u((1 * e[0], 2 * e[1])) == tuple(energy * x for x in apply_u(e))
        for energy, e in ((1, (1, 0)), (2, (0, 1)))
    )


_PAIRS = [(p, q) for p in range(9) for q in range(9)]
_NUMBERS = [complex(a, b) for a in range(-3, 4) for b in range(-3, 4)]


def _only_zero_is_twice_its_conjugate() -> bool:
    return [z for z in _NUMBERS if z == 2 * z.conjugate()] == [0]


def _a_sum_or_difference_is_symmetric_for_one_number_only() -> bool:
    """U = diag(k, m) makes a multiple of (1, s), for s = 1 and for s = -1, only if k = m."""
    return all((k * s == m * s) == (k == m) for k in _NUMBERS for m in _NUMBERS for s in (1, -1))


def _only_zero_is_a_common_eigenvector() -> bool:
    """Pauli matrices map (x, y) to (x, -y) and (y, x): both are multiples of it only if it is 0."""
    return all(
        (x * -y == y * x and x * x == y * y) == (x == y == 0) for x in _NUMBERS for y in _NUMBERS
    )


def _all_multiples() -> bool:
    """What runs through all numbers does so after a change of sign, and when it is doubled."""
    some = {Fraction(k, 7) for k in range(-50, 51)}
    return {-e for e in some} == some and all(2 * (e / 2) == e for e in some)


STILL_TRUE = [
    StillTrue(
        "hall.drude_conductivity",
        r"= -\begin{bmatrix} 0 \\ 0 \end{bmatrix}",
        "minus zero is zero",
        _zero_is_its_own_multiple,
    ),
    StillTrue(
        "hall.drude_conductivity",
        r"= 2 \cdot \begin{bmatrix} 0 \\ 0 \end{bmatrix}",
        "twice zero is zero",
        _zero_is_its_own_multiple,
    ),
    StillTrue(
        "fractional.exercise",
        r"s_{3,7} = (1)^{3 \cdot (7+1)}",
        "the exponent is even",
        lambda: (-1) ** (3 * (7 + 1)) == 1,
    ),
    StillTrue(
        "fractional.listed_fractions",
        r'r"s_{5,7} = s_{5,5} = 1"',
        "these are all bosons",
        lambda: (-1) ** (5 * (7 + 1)) == (-1) ** (5 * (5 + 1)) == 1,
    ),
    *(
        StillTrue(
            "fractional.changed_statistics",
            rf'r"\forall q: {premise} \Rightarrow',
            "no power of -1 is so: the premise is never met",
            lambda: {(-1) ** q for q in range(9)}.isdisjoint({2, -2}) and 1**9 != -1,
        )
        for premise in ("(-1)^q = 2 \\cdot 1", "(1)^q = -1", "(-1)^q = -2 \\cdot 1")
    ),
    StillTrue(
        "fractional.changed_statistics",
        r"s_{p,q} = (-1)^{pq - p}",
        "the exponents differ by an even number",
        lambda: all((-1) ** (p * (q - 1) % 2) == (-1) ** (p * (q + 1)) for p, q in _PAIRS),
    ),
    StillTrue(
        "hall.resistivity",
        r'r"e\left(E_y - v_x B\right) = 0"',
        "a force vanishes if its opposite does",
        lambda: all((-f == 0) == (f == 0) for f in range(-3, 4)),
    ),
    StillTrue(
        "hall.von_klitzing_value",
        r'"elementary charge": definition(r"e = -1.602',
        "only the square of the charge matters",
        lambda: (-1602176634) ** 2 == 1602176634**2,
    ),
    StillTrue(
        "hall.von_klitzing_value",
        r'r"R_K \le 25812.8074599',
        "a weaker bound",
        lambda: Fraction("25812.8074599") >= R_K,
    ),
    StillTrue(
        "hall.von_klitzing_value",
        r"\le 25812.8074599 \, \Omega",
        "a weaker bound on the way to the claim would do, but the claim needs the stronger one",
        lambda: R_K <= Fraction("25812.8074594") <= Fraction("25812.8074599"),
    ),
    *(
        StillTrue(name, after, "any factor may stand there, so also its opposite", _all_multiples)
        for name, after in (
            ("quantum.born_rule_scaling", r'"longer state": definition(r"|\phi\rangle = -c|'),
            ("quantum.born_rule_scaling", r'"longer eigenvector": definition(r"|b\rangle = -d|'),
            ("quantum.certain_value", r'"eigenstate": definition(r"|\psi\rangle = -c|'),
        )
    ),
    StillTrue(
        "quantum.half_of_the_normal",
        r'r"\langle a|b\rangle = 2 \cdot \langle b|a\rangle"',
        "a number that is twice its conjugate is 0, and so real",
        _only_zero_is_twice_its_conjugate,
    ),
    *(
        StillTrue(
            "quantum.hermitian_by_expectation",
            after,
            "everything equals itself",
            lambda: all(z == z for z in _NUMBERS),
        )
        for after in (
            r'r"\hat O = \hat O"',
            r"\langle\psi|\hat O|\psi\rangle = \langle\psi|\hat O|\psi\rangle ",
        )
    ),
    StillTrue(
        "quantum.only_one_value",
        r'"real mean": law(r"c^* = 2 \cdot c"',
        "a number whose conjugate is its double is 0, and so real",
        _only_zero_is_twice_its_conjugate,
    ),
    StillTrue(
        "quantum.orthogonality",
        r'"distinct": law(r"o_2 \neq o_2"',
        "no number differs from itself: the hypothesis is never met",
        lambda: not any(x != x for x in range(9)),
    ),
    StillTrue(
        "quantum.orthogonality",
        r'"distinct": law(r"o_1 \neq o_1"',
        "no number differs from itself: the hypothesis is never met",
        lambda: not any(x != x for x in range(9)),
    ),
    StillTrue(
        "quantum.orthogonality",
        r"(o_2 - o_2) \langle",
        "the line says 0 = 0, and the chain above it says the same as the line did",
        lambda: all((o - o) * 5 == 0 for o in range(9)),
    ),
    StillTrue(
        "quantum.orthogonality",
        r"(o_1 - o_1) \langle",
        "the line says 0 = 0, and the chain above it says the same as the line did",
        lambda: all((o - o) * 5 == 0 for o in range(9)),
    ),
    StillTrue(
        "symmetry.commutation",
        r'r"\forall \hat X: (\forall E, |E\rangle: \hat H|E\rangle = -E|E\rangle',
        "for all E, so for all -E",
        _all_multiples,
    ),
    StillTrue(
        "symmetry.commutation",
        r'r"\forall \hat X: (\forall E, |E\rangle: \hat H|E\rangle = 2 \cdot E|E\rangle',
        "for all E, so for all 2E",
        _all_multiples,
    ),
    StillTrue(
        "symmetry.broken_if_not_scalar",
        r'"sum": definition(r"|s\rangle = |g\rangle - |w\rangle")',
        "the difference would do as well as the sum",
        _a_sum_or_difference_is_symmetric_for_one_number_only,
    ),
    StillTrue(
        "symmetry.conserved_quantity",
        r'"Hermitian": law(r"\hat H^\dagger = 2 \cdot \hat H"',
        "only the matrix 0 is twice its adjoint: its entries are twice their conjugates",
        _only_zero_is_twice_its_conjugate,
    ),
    StillTrue(
        "symmetry.double_arrow_is_normalised",
        r'r"|\leftrightarrow\rangle = -\frac{1}{\sqrt{2}}',
        "the sign of a vector does not change its norm",
        lambda: all((-z).conjugate() * -z == z.conjugate() * z for z in _NUMBERS),
    ),
    *(
        StillTrue(
            f"symmetry.double_arrow_{which}",
            r"\langle\rightarrow|\hat U|\rightarrow\rangle = 0 ",
            "a number vanishes if its conjugate does",
            lambda: all((z == 0) == (z.conjugate() == 0) for z in _NUMBERS),
        )
        for which in ("is_normalised", "of_spin_one_half")
    ),
    *(
        StillTrue(
            "symmetry.invariant_eigenspaces",
            r'r"\forall \hat X: (\forall E, |E\rangle: \hat H|E\rangle = ' + factor,
            "for all E, so for all its multiples",
            _all_multiples,
        )
        for factor in ("-E", r"2 \cdot E")
    ),
    StillTrue(
        "symmetry.invariant_eigenspaces",
        r'r"[\hat H,\hat U] = 0 \Rightarrow (\forall E, |E\rangle: \hat H|E\rangle = E|E\rangle '
        r"\Rightarrow \hat U\hat H|E\rangle = E\hat U|E\rangle)",
        "this holds for any transformation",
        _symmetry_is_not_needed,
    ),
    *(
        StillTrue(
            "symmetry.infinite_size_first",
            rf'"square": definition(r"R^2 = (N\varepsilon)^2 {term}")',
            "the term is 0 in any case",
            lambda: 0**2 == -(0**2) == 0**3,
        )
        for term in (r"- \Delta^2", r"+ \Delta^3")
    ),
    *(
        StillTrue(
            "symmetry.no_common_eigenvector",
            after,
            "the vector is 0, and so are all multiples of x and y",
            _only_zero_is_a_common_eigenvector,
        )
        for after in (
            r"y = -\mu\lambda x ",
            r"y = 2 \cdot \mu\lambda x ",
            r"= -\lambda y ",
            r"= 2 \cdot \lambda y ",
            "= y ",
            r"= -2 \cdot y ",
        )
    ),
    StillTrue(
        "symmetry.order_parameter",
        r'"symmetric": law(r"\hat U|g\rangle = -\lambda|g\rangle"',
        "any factor may stand there, so also its opposite",
        _all_multiples,
    ),
    *(
        StillTrue(
            "symmetry.order_parameter",
            rf"= {factor}\langle g|\hat M|g\rangle  ",
            "the mean is its opposite by the lines above, so that all its multiples are 0",
            lambda: [z for z in _NUMBERS if z == -z] == [0],
        )
        for factor in ("", r"-2 \cdot ")
    ),
    StillTrue(
        "symmetry.powers_commute",
        r'"no term": definition(r"\forall k: \hat P_{k,0} = 1")',
        "1 commutes with everything, as 0 does",
        lambda: all(1 * z == z * 1 for z in _NUMBERS),
    ),
    *(
        StillTrue(
            "symmetry.robertson",
            rf'"{which} deviation": definition(r"|\{ket}\rangle = \left(\hat {operator} + ',
            "any number may stand there, so also the opposite of the mean",
            _all_multiples,
        )
        for which, ket, operator in (("first", "phi", "A"), ("second", "chi", "B"))
    ),
    StillTrue(
        "symmetry.commutation_converse",
        r'claim=r"\hat U\hat H|E\rangle = E\hat U|E\rangle"',
        "this holds for any transformation",
        _symmetry_is_not_needed,
    ),
]


def reason_to_be_true(name: str, mutant: Mutant) -> StillTrue | None:
    return next(
        (one for one in STILL_TRUE if one.name == name and mutant.after.startswith(one.after)), None
    )
