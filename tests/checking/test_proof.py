"""Theorems as authors write them are proved, with LaTeX and SymPy objects side by side."""

from __future__ import annotations

import pytest
import sympy

from derive import Chain, Suppose, Theorem, definition, law
from derive.checking import replay
from derive.kernel.formulas import Clause
from tests.checking.lecture import linear, orthogonal, proved, refused, stated, summed, weight

x, y, z, p = sympy.symbols("x y z p")
m, g, F = sympy.symbols("m g F")


@pytest.mark.parametrize("theorem", [orthogonal, linear, weight, summed], ids=lambda t: t.name)
def test_the_examples(theorem: Theorem) -> None:
    proof = proved(theorem)
    again = replay(theorem, {}, proof.certificate)
    assert again.certificate == proof.certificate
    assert again.closed == proof.closed
    assert again.premises == proof.premises == theorem.hypotheses


def test_what_was_proved_is_the_claim_under_its_hypotheses() -> None:
    (closed,) = proved(weight).closed
    clause = closed.theorem.conclusion
    assert isinstance(clause, Clause)
    assert not closed.theorem.hypotheses
    assert not closed.theorem.signature
    assert len(clause.premises) == 1
    assert [variable.name for variable in closed.variables] == ["F", "g", "m"]


def test_each_line_is_reported_with_its_place() -> None:
    proof = proved(orthogonal)
    assert [report.status for report in proof.steps] == ["proved"] * 3
    lines = [report.location.line for report in proof.steps]
    assert lines == [lines[0], lines[0] + 1, lines[0] + 2]
    assert proof.steps[0].location.path.endswith("lecture.py")


def test_several_claims_from_one_proof() -> None:
    proof = proved(linear)
    assert len(proof.closed) == 2
    kinds = {premise.name: premise.kind for premise in proof.premises}
    assert kinds == {"slope": "definition", "shift": "postulate"}


def test_hypotheses_that_a_claim_does_not_need_are_not_in_what_it_is_cited_for() -> None:
    proof = proved(linear)
    counts = [len(closed.theorem.conclusion.premises) for closed in proof.closed]  # type: ignore[union-attr]
    assert counts == [2, 1]


# LaTeX and objects.


@pytest.mark.parametrize(
    ("given", "claim"),
    [
        (sympy.Eq(F, m * g), sympy.Eq(F / g, m)),
        ("F = mg", sympy.Eq(F / g, m)),
        (law(sympy.Eq(F, m * g)), r"\frac{F}{g} = m"),
        (definition("F = mg"), [r"\frac{F}{g} = m", sympy.Eq(F**2, m**2 * g**2)]),
    ],
    ids=["objects", "mixed", "kinds", "several claims"],
)
def test_formulas_of_both_kinds(given: object, claim: object) -> None:
    proved(stated(claim, weight=given))


def test_a_chain_of_objects() -> None:
    chain = Chain(F**2, ((m * g) ** 2, "weight"), (m**2 * g**2, ""))
    assert len(proved(stated("F^2 = m^2g^2", chain, weight="F = mg")).steps) == 2
    mixed = Chain("F^2", (m * g * F, "weight"), (r"m^2g^2", "weight"))
    proved(stated(sympy.Eq(F**2, m**2 * g**2), mixed, weight="F = mg"))


def test_a_wrong_line_in_a_chain_of_objects() -> None:
    chain = Chain(F**2, (m * g**2, "weight"))
    error = refused(stated("F^2 = m^2g^2", chain, weight="F = mg"))
    assert "dimension" in str(error) or "does not follow" in str(error)


def test_operators_of_sympy() -> None:
    from sympy.physics.quantum import Commutator, Operator

    A, B, H = (Operator(name) for name in "ABH")
    claim = sympy.Eq(Commutator(A, B).doit(), 0)
    proved(stated(claim, equal=sympy.Eq(A * B, B * A)))
    refused(stated(claim, other=sympy.Eq(A * H, H * A)))


def test_a_sum_of_sympy() -> None:
    i, size = sympy.Symbol("i"), sympy.Symbol("I")
    f = sympy.IndexedBase("f")
    proved(stated(sympy.Eq(sympy.Sum(f[i], (i, 1, size)), sympy.Sum(x, (i, 1, size))), each=r"\forall i: f_i = x"))


def test_an_expression_is_no_claim() -> None:
    assert "is not a formula" in str(refused(stated(x + 1)))
    assert "is not a formula" in str(refused(stated("x = y", given=x + 1)))


# Shapes of claims.


def test_a_claim_without_a_proof_is_searched_from_the_hypotheses() -> None:
    proved(stated("z = 2x + 1", slope="y = 2x", shift="z = y + 1"))
    error = refused(stated("z = 2x + 2", slope="y = 2x", shift="z = y + 1"))
    assert "the claim does not follow from the hypotheses" in str(error)
    assert "left over: -1 = 0" in str(error)


def test_the_claim_must_follow_from_what_the_proof_shows() -> None:
    """Not from the hypotheses, or the reader would look for the reason in vain."""
    error = refused(stated("z = 2x + 1", "y = 2x % slope", slope="y = 2x", shift="z = y + 1"))
    assert "the claim does not follow from what the proof shows" in str(error)


def test_a_claim_of_matrices() -> None:
    rotation = r"\begin{bmatrix} x & y \\ -y & x \end{bmatrix}"
    transposed = r"\begin{bmatrix} x & -y \\ y & x \end{bmatrix}"
    unit = r"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}"
    theorem = stated(f"{rotation}{transposed} = {unit}", circle="x^2 + y^2 = 1")
    assert len(proved(theorem).closed) == 4
    chain = f"{rotation}{transposed} = (x^2 + y^2){unit}\n = {unit} % circle"
    assert len(proved(stated(f"{rotation}{transposed} = {unit}", chain, circle="x^2 + y^2 = 1")).steps) == 2
    wrong = stated(f"{rotation}{rotation} = {unit}", circle="x^2 + y^2 = 1")
    assert "left over" in str(refused(wrong))


def test_a_claim_that_is_a_clause() -> None:
    claim = r"\forall |v\rangle: \hat A|v\rangle = \lambda|v\rangle \Rightarrow \hat A\hat B|v\rangle = \lambda\hat B|v\rangle"
    proved(stated(claim, commute=r"\hat A\hat B = \hat B\hat A"))
    refused(stated(claim, commute=r"\hat A\hat B = -\hat B\hat A"))


def test_a_chain_of_claims() -> None:
    proof = proved(stated("x = y = z", first="x = y", second="y = z"))
    assert len(proof.closed) == 2


def test_inequalities() -> None:
    proved(stated(r"x \le y", difference="y - x = p"))
    proved(stated(r"0 \le x^2"))
    refused(stated(r"y \le x", difference="y - x = p"))


def test_a_chain_of_inequalities() -> None:
    proof = "x \\le y % first\n \\le z % second"
    proved(stated(r"x \le z", proof, first=r"x \le y", second=r"y \le z"))


def test_a_chain_of_an_inequality_and_equations() -> None:
    proof = "x = y % first\n \\le z % second\n = p % third"
    theorem = stated(r"x \le p", proof, first="x = y", second=r"y \le z", third="z = p")
    proved(theorem)
    reverse = stated(r"x \ge p", proof, first="x = y", second=r"y \le z", third="z = p")
    assert "the claim does not follow" in str(refused(reverse))


def test_inequations() -> None:
    proved(stated(r"\frac{y}{x} = 1", r"\frac{y}{x} = 1 % same, not zero", not_zero=r"x \neq 0", same="y = x"))
    error = refused(stated(r"\frac{y}{x} = 1", same="y = x"))
    assert "may be zero" in str(error)


# Suppose.

COMPLETE = r"\forall \hat A: (\forall \lambda, |v\rangle: \hat H|v\rangle = \lambda|v\rangle \Rightarrow \hat A|v\rangle = 0) \Rightarrow \hat A = 0"


def test_suppose() -> None:
    for_eigenstates = Suppose({"eigenstate": r"\hat H|v\rangle = \lambda|v\rangle"}, r"\hat B|v\rangle = 0 % small, eigenstate")
    small = r"\forall \lambda, |v\rangle: \hat H|v\rangle = \lambda|v\rangle \Rightarrow \hat B|v\rangle = 0"
    proof = proved(stated(r"\hat B = 0", [for_eigenstates, r"\hat B = 0 % complete, above"], small=small, complete=COMPLETE))
    assert "eigenstate" not in [premise.name for premise in proof.premises]


def test_what_is_supposed_holds_in_its_part_only() -> None:
    parts = [Suppose({"special": "w = 1"}, "w^2 = 1 % special"), "w^2 = 1 % above"]
    assert "does not follow" in str(refused(stated("w^2 = 1", parts)))
    parts[1] = "w = 1 % special"
    assert "the reason 'special' names no hypothesis" in str(refused(stated("w = 1", parts)))


def test_what_is_supposed_of_a_symbol_that_is_spoken_of_elsewhere() -> None:
    """It is a premise then, and the symbol is not for all values."""
    parts = [Suppose({"special": "x = 1"}, "x^2 = 1 % special"), "y = 1 % square, above"]
    refused(stated("y = 1", parts, square="y = x^2"))
    parts[1] = "y = 1 % square, above, one"
    proved(stated("y = 1", parts, square="y = x^2", one="x = 1"))
