"""Independent numerics for the corpus: says whether a claim holds at sampled points, without any prover.

A claim is read with Python's `ast` and evaluated in exact Gaussian rationals as long as that works,
then in mpmath with 50 digits. Operators are exact rational matrices of dimension 1 to 4, or exact
operators on the polynomials (one variable per boson), whose monomials are a basis of Fock space.
Nothing here uses SymPy, `eval`, or the toolkit.
"""

from __future__ import annotations

import ast
import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache
from math import factorial as int_factorial
from math import isqrt, prod
from typing import Any

from mpmath import mp, mpc, mpf

DIGITS = 50
AGREE = mpf(10) ** -30  # two sides that differ by less are equal
DIFFER = mpf(10) ** -6  # two sides that differ by more are not; between lies an error of the corpus


class Undefined(Exception):
    """A side has no value at this point."""


class IllFormed(Exception):
    """The claim is no mathematics: shapes or types do not fit."""


class NotComputable(Exception):
    """This checker cannot compute the value."""


# --- numbers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gauss:
    """An exact Gaussian rational."""

    re: Fraction
    im: Fraction = Fraction(0)


ZERO, ONE, IMAGINARY = Gauss(Fraction(0)), Gauss(Fraction(1)), Gauss(Fraction(0), Fraction(1))


class Infinity:
    """Plus or minus infinity, as a bound only."""

    def __init__(self, sign: int) -> None:
        self.sign = sign


def exact(number: int | Fraction) -> Gauss:
    return Gauss(Fraction(number))


def rounded(value: Any) -> Any:
    """Give an mpmath number for a scalar."""
    if isinstance(value, Gauss):
        real, imag = value.re, value.im
        return mpc(mpf(real.numerator) / real.denominator, mpf(imag.numerator) / imag.denominator)
    return mpc(value)


def clean(value: Any) -> Any:
    """Drop a real or imaginary part that is only rounding, so that no branch cut is missed."""
    value = mpc(value)
    if mp.isnan(value.real) or mp.isnan(value.imag) or mp.isinf(value.real) or mp.isinf(value.imag):
        raise Undefined
    small = mp.ldexp(abs(value), -int(mp.prec * 0.85))
    real = mpf(0) if abs(value.real) < small else value.real
    imag = mpf(0) if abs(value.imag) < small else value.imag
    return mpc(real, imag)


def is_scalar(value: Any) -> bool:
    return isinstance(value, Gauss | mpc | mpf)


def is_zero(value: Any) -> bool:
    return value.re == 0 == value.im if isinstance(value, Gauss) else value == 0


def integer_of(value: Any) -> int | None:
    """Give the integer that a scalar is, or None."""
    if isinstance(value, Gauss):
        return int(value.re) if value.im == 0 and value.re.denominator == 1 else None
    value = mpc(value)
    nearest = mp.nint(value.real)
    return int(nearest) if abs(value - nearest) < mp.eps * mpf(10) ** 10 else None


def add_scalars(a: Any, b: Any) -> Any:
    if isinstance(a, Gauss) and isinstance(b, Gauss):
        return Gauss(a.re + b.re, a.im + b.im)
    a, b = rounded(a), rounded(b)
    total = a + b
    bits = int(mp.prec * 0.85)
    real = 0 if abs(total.real) < mp.ldexp(abs(a) + abs(b), -bits) else total.real
    imag = 0 if abs(total.imag) < mp.ldexp(abs(a) + abs(b), -bits) else total.imag
    return clean(mpc(real, imag))


def multiply_scalars(a: Any, b: Any) -> Any:
    if isinstance(a, Gauss) and isinstance(b, Gauss):
        return Gauss(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    if is_zero(a) or is_zero(b):
        return ZERO
    return clean(rounded(a) * rounded(b))


def reciprocal(a: Any) -> Any:
    if is_zero(a):
        raise Undefined
    if isinstance(a, Gauss):
        norm = a.re * a.re + a.im * a.im
        return Gauss(a.re / norm, -a.im / norm)
    return clean(1 / a)


def conjugate_scalar(a: Any) -> Any:
    return Gauss(a.re, -a.im) if isinstance(a, Gauss) else mp.conj(a)


def exact_root(number: Fraction, degree: int) -> Fraction | None:
    """Give the exact root of a number that is not negative, or None."""

    def root(n: int) -> int | None:
        rough = round(n ** (1 / degree)) if n < 2**200 else 0
        candidate = isqrt(n) if degree == 2 else rough
        return candidate if candidate**degree == n else None

    top, bottom = root(number.numerator), root(number.denominator)
    return None if top is None or bottom is None else Fraction(top, bottom)


def power_of_scalars(base: Any, exponent: Any) -> Any:
    """Give the principal power, with 0**0 = 1."""
    whole = integer_of(exponent)
    if whole is not None:
        if whole < 0:
            return power_of_scalars(reciprocal(base), exact(-whole))
        if isinstance(base, Gauss) and whole < 2000:
            result, square = ONE, base
            while whole:
                if whole & 1:
                    result = multiply_scalars(result, square)
                square = multiply_scalars(square, square)
                whole >>= 1
            return result
        return clean(rounded(base) ** whole)
    if is_zero(base):
        if rounded(exponent).real > 0:
            return ZERO
        raise Undefined
    if isinstance(base, Gauss) and isinstance(exponent, Gauss) and base.im == 0 == exponent.im:
        degree = exponent.re.denominator
        root = exact_root(abs(base.re), degree)
        if root is not None and (base.re > 0 or degree == 2):
            turn = IMAGINARY if base.re < 0 else ONE
            return power_of_scalars(
                multiply_scalars(exact(root), turn), exact(exponent.re.numerator)
            )
    return clean(mp.exp(rounded(exponent) * mp.log(rounded(base))))


# --- matrices -----------------------------------------------------------------------------------


class Matrix:
    """A matrix of scalars."""

    def __init__(self, rows: list[list[Any]]) -> None:
        if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
            raise IllFormed("rows of a matrix differ in length")
        self.rows = rows
        self.shape = (len(rows), len(rows[0]))

    def map(self, function: Callable[[Any], Any]) -> Matrix:
        return Matrix([[function(entry) for entry in row] for row in self.rows])

    def transposed(self) -> Matrix:
        return Matrix([list(column) for column in zip(*self.rows, strict=True)])

    def adjoint(self) -> Matrix:
        return self.transposed().map(conjugate_scalar)

    def is_square(self) -> bool:
        return self.shape[0] == self.shape[1]


def identity(size: int) -> Matrix:
    return Matrix([[ONE if i == j else ZERO for j in range(size)] for i in range(size)])


def collapse(matrix: Matrix) -> Any:
    """Make a number of a 1x1 matrix, such as a bra times a ket."""
    return matrix.rows[0][0] if matrix.shape == (1, 1) else matrix


def multiply_matrices(a: Matrix, b: Matrix) -> Any:
    if a.shape[1] != b.shape[0]:
        raise IllFormed(f"product of {a.shape} and {b.shape}")
    columns = list(zip(*b.rows, strict=True))
    rows = []
    for row in a.rows:
        entries = []
        for column in columns:
            total: Any = ZERO
            for left, right in zip(row, column, strict=True):
                total = add_scalars(total, multiply_scalars(left, right))
            entries.append(total)
        rows.append(entries)
    return collapse(Matrix(rows))


def determinant(matrix: Matrix) -> Any:
    if not matrix.is_square():
        raise IllFormed("determinant of a matrix that is not square")
    if matrix.shape == (1, 1):
        return matrix.rows[0][0]
    total: Any = ZERO
    for j, entry in enumerate(matrix.rows[0]):
        if not is_zero(entry):
            minor = Matrix([row[:j] + row[j + 1 :] for row in matrix.rows[1:]])
            term = multiply_scalars(entry, determinant(minor))
            total = add_scalars(total, multiply_scalars(exact((-1) ** j), term))
    return total


def inverse(matrix: Matrix) -> Matrix:
    if not matrix.is_square():
        raise IllFormed("inverse of a matrix that is not square")
    size = matrix.shape[0]
    rows = [list(row) + unit for row, unit in zip(matrix.rows, identity(size).rows, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(rounded(rows[i][column])))
        if is_zero(rows[pivot][column]):
            raise Undefined
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = reciprocal(rows[column][column])
        rows[column] = [multiply_scalars(scale, entry) for entry in rows[column]]
        for i in range(size):
            factor = multiply_scalars(exact(-1), rows[i][column])
            if i != column and not is_zero(factor):
                rows[i] = [
                    add_scalars(entry, multiply_scalars(factor, lead))
                    for entry, lead in zip(rows[i], rows[column], strict=True)
                ]
    return Matrix([row[size:] for row in rows])


# --- operators on polynomials ---------------------------------------------------------------------

Vector = dict[tuple[int, ...], Any]


class Operator:
    """An operator on the monomials in some variables, with its adjoint."""

    def __init__(
        self,
        variables: int,
        forth: Callable[[tuple[int, ...]], Vector],
        back: Callable[[tuple[int, ...]], Vector],
    ) -> None:
        self.variables = variables
        self.forth = lru_cache(maxsize=None)(forth)
        self.back = lru_cache(maxsize=None)(back)

    def adjoint(self) -> Operator:
        return Operator(self.variables, self.back, self.forth)

    def basis(self) -> Iterator[tuple[int, ...]]:
        top = 7 if self.variables == 1 else 3
        for index in itertools.product(range(top + 1), repeat=self.variables):
            if sum(index) <= top:
                yield index


def combine(*parts: tuple[Any, Vector]) -> Vector:
    total: Vector = {}
    for factor, vector in parts:
        for index, entry in vector.items():
            value = add_scalars(total.get(index, ZERO), multiply_scalars(factor, entry))
            total[index] = value
    return {index: entry for index, entry in total.items() if not is_zero(entry)}


def apply(function: Callable[[tuple[int, ...]], Vector], vector: Vector) -> Vector:
    return combine(*((entry, function(index)) for index, entry in vector.items()))


def scalar_operator(value: Any, variables: int) -> Operator:
    return Operator(
        variables,
        lambda k: combine((value, {k: ONE})),
        lambda k: combine((conjugate_scalar(value), {k: ONE})),
    )


def add_operators(a: Operator, b: Operator) -> Operator:
    return Operator(
        a.variables,
        lambda k: combine((ONE, a.forth(k)), (ONE, b.forth(k))),
        lambda k: combine((ONE, a.back(k)), (ONE, b.back(k))),
    )


def multiply_operators(a: Operator, b: Operator) -> Operator:
    return Operator(
        a.variables,
        lambda k: apply(a.forth, b.forth(k)),
        lambda k: apply(b.back, a.back(k)),
    )


def exponential_on(function: Callable[[tuple[int, ...]], Vector], index: tuple[int, ...]) -> Vector:
    """Give exp(A) on a basis vector, if A is nilpotent on it or has it as an eigenvector."""
    first = function(index)
    if set(first) <= {index}:
        return {index: exponential(first.get(index, ZERO))}
    total: Vector = {index: ONE}
    term: Vector = {index: ONE}
    for order in range(1, 30):
        term = combine((exact(Fraction(1, order)), apply(function, term)))
        if not term:
            return total
        total = combine((ONE, total), (ONE, term))
    raise NotComputable("exponential")


# --- operations on all of them ----------------------------------------------------------------------


def add(a: Any, b: Any) -> Any:
    if is_scalar(a) and is_scalar(b):
        return add_scalars(a, b)
    if is_scalar(a):
        return add(b, a)
    if isinstance(a, Matrix) and isinstance(b, Matrix):
        if a.shape != b.shape:
            raise IllFormed(f"sum of {a.shape} and {b.shape}")
        return Matrix(
            [
                [add_scalars(x, y) for x, y in zip(p, q, strict=True)]
                for p, q in zip(a.rows, b.rows, strict=True)
            ]
        )
    if isinstance(a, Matrix) and is_scalar(b):
        if is_zero(b):
            return a
        if not a.is_square():
            raise IllFormed(f"sum of {a.shape} and a number")
        return add(a, multiply(b, identity(a.shape[0])))
    if isinstance(a, Operator) and is_scalar(b):
        return add_operators(a, scalar_operator(b, a.variables))
    if isinstance(a, Operator) and isinstance(b, Operator):
        return add_operators(a, b)
    raise IllFormed("sum of things of different kind")


def multiply(a: Any, b: Any) -> Any:
    if is_scalar(a) and is_scalar(b):
        return multiply_scalars(a, b)
    if isinstance(a, Matrix) and isinstance(b, Matrix):
        return multiply_matrices(a, b)
    if isinstance(a, Operator) and isinstance(b, Operator):
        return multiply_operators(a, b)
    if is_scalar(b):
        a, b = b, a
    if is_scalar(a) and isinstance(b, Matrix):
        return b.map(lambda entry: multiply_scalars(a, entry))
    if is_scalar(a) and isinstance(b, Operator):
        return multiply_operators(scalar_operator(a, b.variables), b)
    raise IllFormed("product of things of different kind")


def subtract(a: Any, b: Any) -> Any:
    return add(a, multiply(exact(-1), b))


def divide(a: Any, b: Any) -> Any:
    if is_scalar(b):
        return multiply(reciprocal(b), a)
    if isinstance(b, Matrix):
        return multiply(a, inverse(b))
    raise NotComputable("division by an operator")


def power(base: Any, exponent: Any) -> Any:
    if is_scalar(base) and is_scalar(exponent):
        return power_of_scalars(base, exponent)
    if not is_scalar(exponent):
        raise IllFormed("exponent is no number")
    if isinstance(base, Matrix) and not base.is_square():
        raise IllFormed("power of a matrix that is not square")
    count = integer_of(exponent)
    if count is None:
        raise NotComputable("fractional power of an operator")
    if count < 0:
        if not isinstance(base, Matrix):
            raise Undefined
        base, count = inverse(base), -count
    result: Any = ONE
    for _ in range(count):
        result = multiply(result, base)
    if count == 0 and isinstance(base, Matrix):
        return identity(base.shape[0])
    return scalar_operator(ONE, base.variables) if count == 0 else result


def adjoint(a: Any) -> Any:
    return conjugate_scalar(a) if is_scalar(a) else a.adjoint()


def trace(a: Any) -> Any:
    if is_scalar(a):
        return a
    if isinstance(a, Operator):
        diagonal = [a.forth((k,)).get((k,), ZERO) for k in range(24)]
        if any(not is_zero(entry) for entry in diagonal[12:]):
            raise Undefined
        return total_of(diagonal)
    if not a.is_square():
        raise IllFormed("trace of a matrix that is not square")
    return total_of([a.rows[i][i] for i in range(a.shape[0])])


def total_of(values: list[Any]) -> Any:
    total: Any = ZERO
    for value in values:
        total = add(total, value)
    return total


def exponential(a: Any) -> Any:
    if is_scalar(a):
        return ONE if is_zero(a) else clean(mp.exp(rounded(a)))
    if isinstance(a, Operator):
        return Operator(
            a.variables, lambda k: exponential_on(a.forth, k), lambda k: exponential_on(a.back, k)
        )
    if not a.is_square():
        raise IllFormed("exponential of a matrix that is not square")
    if a.shape == (1, 1):
        return Matrix([[exponential(a.rows[0][0])]])
    result: Any = identity(a.shape[0])
    term: Any = result
    for order in range(1, a.shape[0] + 1):  # exact, if the matrix is nilpotent
        term = multiply(exact(Fraction(1, order)), multiply(term, a))
        if all(is_zero(entry) for row in term.rows for entry in row):
            return result
        result = add(result, term)
    with mp.workdps(DIGITS + 20):
        big = mp.expm(mp.matrix([[rounded(entry) for entry in row] for row in a.rows]))
    return Matrix([[clean(big[i, j]) for j in range(a.shape[0])] for i in range(a.shape[0])])


# --- functions of scalars ----------------------------------------------------------------------------


def scalar_function(function: Callable[[Any], Any], at_zero: Any = None) -> Callable[[Any], Any]:
    def call(argument: Any) -> Any:
        if not is_scalar(argument):
            raise IllFormed("function of something that is no number")
        if at_zero is not None and is_zero(argument):
            return at_zero
        try:
            return clean(function(rounded(argument)))
        except (ValueError, ZeroDivisionError) as error:
            raise Undefined from error

    return call


def chopped(value: Any) -> Any:
    """Make an exact zero of a zero of sine or cosine."""
    return mpc(0) if abs(value) < mp.ldexp(1, -int(mp.prec * 0.85)) else value


def tangent(z: Any) -> Any:
    return mp.sin(z) / chopped(mp.cos(z)) if chopped(mp.cos(z)) else 1 / mpf(0)


def logarithm(z: Any) -> Any:
    if z == 0:
        raise Undefined
    return mp.log(z)


def gamma_of(z: Any) -> Any:
    whole = integer_of(z)
    if whole is not None and whole <= 0:
        raise Undefined
    return mp.gamma(z)


def factorial_of(a: Any) -> Any:
    whole = integer_of(a)
    if whole is not None:
        if whole < 0:
            raise Undefined
        return exact(int_factorial(whole))
    return clean(mp.gamma(rounded(a) + 1))


def binomial_of(a: Any, b: Any) -> Any:
    lower = integer_of(b)
    if lower is None:
        raise NotComputable("binomial")
    if lower < 0:
        return ZERO
    top: Any = ONE
    for j in range(lower):
        top = multiply_scalars(top, add_scalars(a, exact(-j)))
    return multiply_scalars(top, exact(Fraction(1, int_factorial(lower))))


def absolute(a: Any) -> Any:
    if not is_scalar(a):
        raise IllFormed("absolute value of something that is no number")
    if isinstance(a, Gauss):
        return power_of_scalars(exact(a.re * a.re + a.im * a.im), exact(Fraction(1, 2)))
    return mpc(abs(a))


def argument_of(a: Any) -> Any:
    if is_zero(a):
        raise Undefined
    return mpc(mp.arg(rounded(a)))


def sign_of(a: Any) -> Any:
    return ZERO if is_zero(a) else divide(a, absolute(a))


def kronecker(a: Any, b: Any) -> Any:
    return ONE if is_zero(add_scalars(a, multiply_scalars(exact(-1), b))) else ZERO


def real_part(a: Any) -> Any:
    return exact(a.re) if isinstance(a, Gauss) else mpc(mpc(a).real)


def imaginary_part(a: Any) -> Any:
    return exact(a.im) if isinstance(a, Gauss) else mpc(mpc(a).imag)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "sqrt": lambda a: power(a, exact(Fraction(1, 2))),
    "exp": exponential,
    "log": scalar_function(logarithm),
    "sin": scalar_function(lambda z: chopped(mp.sin(z)), ZERO),
    "cos": scalar_function(lambda z: chopped(mp.cos(z)), ONE),
    "tan": scalar_function(tangent, ZERO),
    "cot": lambda a: (
        reciprocal(FUNCTIONS["tan"](a))
        if not is_zero(FUNCTIONS["sin"](a)) and not is_zero(FUNCTIONS["cos"](a))
        else divide(FUNCTIONS["cos"](a), FUNCTIONS["sin"](a))
    ),
    "sinh": scalar_function(lambda z: chopped(mp.sinh(z)), ZERO),
    "cosh": scalar_function(lambda z: chopped(mp.cosh(z)), ONE),
    "tanh": lambda a: divide(FUNCTIONS["sinh"](a), FUNCTIONS["cosh"](a)),
    "asin": scalar_function(mp.asin, ZERO),
    "acos": scalar_function(mp.acos),
    "atan": scalar_function(mp.atan, ZERO),
    "asinh": scalar_function(mp.asinh, ZERO),
    "acosh": scalar_function(mp.acosh),
    "atanh": scalar_function(mp.atanh, ZERO),
    "atan2": lambda a, b: argument_of(add(b, multiply(IMAGINARY, a))),
    "Abs": absolute,
    "re": real_part,
    "im": imaginary_part,
    "arg": argument_of,
    "sign": sign_of,
    "conjugate": lambda a: conjugate_scalar(a) if is_scalar(a) else a.map(conjugate_scalar),
    "gamma": scalar_function(gamma_of),
    "factorial": factorial_of,
    "binomial": binomial_of,
    "KroneckerDelta": kronecker,
    "Dagger": adjoint,
    "adjoint": adjoint,
    "Transpose": lambda a: a if is_scalar(a) else a.transposed(),
    "Trace": trace,
    "Determinant": lambda a: a if is_scalar(a) else determinant(a),
    "Inverse": lambda a: reciprocal(a) if is_scalar(a) else inverse(a),
    "Commutator": lambda a, b: subtract(multiply(a, b), multiply(b, a)),
    "AntiCommutator": lambda a, b: add(multiply(a, b), multiply(b, a)),
    "Identity": lambda n: identity(integer_of(n) or 0),
}
BINDERS = {"Derivative", "Integral", "Sum", "Product", "Limit"}
CONSTANTS: dict[str, Callable[[], Any]] = {
    "I": lambda: IMAGINARY,
    "pi": lambda: mpc(mp.pi),
    "E": lambda: mpc(mp.e),
    "oo": lambda: Infinity(1),
}

# --- reading and evaluating -----------------------------------------------------------------------------


@cache
def parse(text: str) -> ast.expr:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise IllFormed(f"not an expression: {text}") from error


def names_in(text: str) -> set[str]:
    """Give the names in a text that have to be declared; names bound by a sum and such do not."""
    tree = parse(text)
    bound: set[str] = set()
    called: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.add(node.func.id)
            if node.func.id in {"Integral", "Sum", "Product"}:
                for limits in node.args[1:]:
                    head = limits.elts[0] if isinstance(limits, ast.Tuple) else limits
                    bound.add(head.id if isinstance(head, ast.Name) else "")
            if node.func.id == "Limit" and isinstance(node.args[1], ast.Name):
                bound.add(node.args[1].id)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    known = set(FUNCTIONS) | BINDERS | {"Matrix", "BlockMatrix"}
    return {name for name in names - bound if name not in known - (names - called)}


@dataclass(frozen=True)
class Function:
    """A test function: `x y -> expression`."""

    parameters: tuple[str, ...]
    body: ast.expr

    @staticmethod
    def read(text: str) -> Function:
        head, body = text.split("->")
        return Function(tuple(head.split()), parse(body))


Environment = dict[str, Any]


def evaluate(node: ast.expr, env: Environment) -> Any:
    match node:
        case ast.Constant(value=int(number)):
            return exact(number)
        case ast.Name(id=name):
            if name in env:
                return env[name]
            if name in CONSTANTS:
                return CONSTANTS[name]()
            raise IllFormed(f"unknown name {name}")
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            value = evaluate(operand, env)
            return (
                Infinity(-value.sign) if isinstance(value, Infinity) else multiply(exact(-1), value)
            )
        case ast.BinOp(left=left, op=op, right=right):
            operations: dict[type, Callable[[Any, Any], Any]] = {
                ast.Add: add,
                ast.Sub: subtract,
                ast.Mult: multiply,
                ast.Div: divide,
                ast.Pow: power,
            }
            if type(op) not in operations:
                raise IllFormed("unknown operation")
            return operations[type(op)](evaluate(left, env), evaluate(right, env))
        case ast.Subscript(value=value, slice=ast.Tuple(elts=[first, second])):
            matrix = evaluate(value, env)
            i, j = integer_of(evaluate(first, env)), integer_of(evaluate(second, env))
            if (
                i is None
                or j is None
                or not (0 <= i < matrix.shape[0] and 0 <= j < matrix.shape[1])
            ):
                raise Undefined
            return matrix.rows[i][j]
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return call(name, arguments, env)
    raise IllFormed(f"cannot read {ast.unparse(node)}")


def call(name: str, arguments: list[ast.expr], env: Environment) -> Any:
    if name in env:
        function = env[name]
        if not isinstance(function, Function):
            raise IllFormed(f"{name} is no function")
        values = [evaluate(argument, env) for argument in arguments]
        if len(values) != len(function.parameters):
            raise IllFormed(f"{name} has {len(function.parameters)} arguments")
        return evaluate(function.body, dict(zip(function.parameters, values, strict=True)))
    if name in {"Matrix", "BlockMatrix"}:
        return matrix_literal(arguments, env)
    if name in BINDERS:
        return globals()[f"evaluate_{name.lower()}"](arguments, env)
    if name not in FUNCTIONS:
        raise IllFormed(f"unknown function {name}")
    try:
        return FUNCTIONS[name](*(evaluate(argument, env) for argument in arguments))
    except TypeError as error:
        raise IllFormed(f"arguments of {name}") from error


def matrix_literal(arguments: list[ast.expr], env: Environment) -> Any:
    [outer] = arguments
    if not isinstance(outer, ast.List):
        raise IllFormed("Matrix wants a list of rows")
    rows: list[list[Any]] = []
    for line in outer.elts:
        if not isinstance(line, ast.List):
            raise IllFormed("Matrix wants a list of rows")
        values = [evaluate(entry, env) for entry in line.elts]
        blocks = [value.rows if isinstance(value, Matrix) else [[value]] for value in values]
        if len({len(block) for block in blocks}) != 1:
            raise IllFormed("blocks of a row differ in height")
        rows.extend(list(itertools.chain(*parts)) for parts in zip(*blocks, strict=True))
    return Matrix(rows)


def limits_of(node: ast.expr, env: Environment) -> tuple[str, Any, Any]:
    if not (isinstance(node, ast.Tuple) and isinstance(node.elts[0], ast.Name)):
        raise NotComputable("no bounds")
    if len(node.elts) != 3:
        raise NotComputable("no bounds")
    return node.elts[0].id, evaluate(node.elts[1], env), evaluate(node.elts[2], env)


def evaluate_sum(arguments: list[ast.expr], env: Environment) -> Any:
    body, *ranges = arguments
    name, low, high = limits_of(ranges[-1], env)
    inner = ast.Call(ast.Name("Sum"), [body, *ranges[:-1]], []) if ranges[:-1] else body
    if isinstance(high, Infinity):
        start = integer_of(low)
        return clean(
            mp.nsum(
                lambda k: rounded(evaluate(inner, env | {name: exact(int(k))})), [start, mp.inf]
            )
        )
    return total_of([evaluate(inner, env | {name: exact(k)}) for k in steps(low, high)])


def evaluate_product(arguments: list[ast.expr], env: Environment) -> Any:
    body, bounds = arguments
    name, low, high = limits_of(bounds, env)
    result: Any = ONE
    for k in steps(low, high):
        result = multiply(result, evaluate(body, env | {name: exact(k)}))
    return result


def steps(low: Any, high: Any) -> range:
    first, last = integer_of(low), integer_of(high)
    if first is None or last is None:
        raise Undefined
    if last < first - 1:
        raise NotComputable("bounds in reverse order")
    return range(first, last + 1)


def evaluate_integral(arguments: list[ast.expr], env: Environment) -> Any:
    body, *ranges = arguments
    name, low, high = limits_of(ranges[-1], env)
    inner = ast.Call(ast.Name("Integral"), [body, *ranges[:-1]], []) if ranges[:-1] else body

    def bound(value: Any) -> Any:
        if isinstance(value, Infinity):
            return mp.inf * value.sign
        value = rounded(value)
        if value.imag:
            raise Undefined
        return value.real

    ends = [bound(low), bound(high)]
    if ends[0] == ends[1]:
        return ZERO
    if ends == [-mp.inf, mp.inf]:
        ends = [-mp.inf, mpf(0), mp.inf]
    value, error = mp.quad(
        lambda t: rounded(evaluate(inner, env | {name: mpc(t)})), ends, error=True
    )
    if error > mpf(10) ** -31:
        raise NotComputable("integral")
    return clean(value)


def evaluate_derivative(arguments: list[ast.expr], env: Environment) -> Any:
    body, *variables = arguments
    orders: list[tuple[str, int]] = []
    for variable in variables:
        match variable:
            case ast.Name(id=name):
                orders.append((name, 1))
            case ast.Constant(value=int(count)):
                orders[-1] = (orders[-1][0], count)
            case ast.Tuple(elts=[ast.Name(id=name), count]):
                orders.append((name, integer_of(evaluate(count, env)) or 0))
            case _:
                raise IllFormed("derivative with respect to something that is no variable")
    return derive_along(body, orders, env)


def derive_along(body: ast.expr, orders: list[tuple[str, int]], env: Environment) -> Any:
    if not orders:
        return evaluate(body, env)
    (name, count), *rest = orders
    if name not in env or not is_scalar(env[name]):
        raise IllFormed("derivative with respect to something that is no variable")
    point = rounded(env[name])
    start = point if point.imag else point.real
    evaluate(body, env)  # undefined here is undefined
    if count == 0:
        return derive_along(body, rest, env)
    value = mp.diff(lambda t: rounded(derive_along(body, rest, env | {name: mpc(t)})), start, count)
    return clean(chopped_to(value, mpf(10) ** -(DIGITS - 8)))


def chopped_to(value: Any, small: Any) -> Any:
    value = mpc(value)
    return mpc(
        0 if abs(value.real) < small else value.real, 0 if abs(value.imag) < small else value.imag
    )


def evaluate_limit(arguments: list[ast.expr], env: Environment) -> Any:
    body, variable, target = arguments[:3]
    if not isinstance(variable, ast.Name):
        raise IllFormed("limit of something that is no variable")
    goal = evaluate(target, env)
    with mp.workdps(200):
        step = mpf(10) ** -60
        point = mpc(goal.sign / step) if isinstance(goal, Infinity) else mpc(rounded(goal) + step)
        value = rounded(evaluate(body, env | {variable.id: point}))
    return clean(chopped_to(value, mpf(10) ** -45))


# --- relations -------------------------------------------------------------------------------------------


@cache
def relation(text: str) -> tuple[ast.expr, str, ast.expr]:
    tree = parse(text)
    symbols: dict[type, str] = {
        ast.Eq: "==",
        ast.NotEq: "!=",
        ast.GtE: ">=",
        ast.Gt: ">",
        ast.LtE: "<=",
        ast.Lt: "<",
    }
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or type(tree.ops[0]) not in symbols:
        raise IllFormed(f"not one relation: {text}")
    return tree.left, symbols[type(tree.ops[0])], tree.comparators[0]


def gap(left: Any, right: Any) -> Any:
    """Give how far two values are apart, relative to their size if that exceeds 1."""
    if is_scalar(left) and is_scalar(right):
        if isinstance(left, Gauss) and isinstance(right, Gauss) and left == right:
            return mpf(0)
        left, right = rounded(left), rounded(right)
        return abs(left - right) / max(1, abs(left), abs(right))
    if isinstance(left, Matrix) and is_scalar(right) and not is_zero(right):
        if not left.is_square():
            raise IllFormed("a number beside a matrix that is not square")
        right = multiply(right, identity(left.shape[0]))
    if isinstance(right, Matrix) and is_scalar(left):
        return gap(right, left)
    if isinstance(left, Matrix) and isinstance(right, Matrix) and left.shape != right.shape:
        raise IllFormed(f"{left.shape} beside {right.shape}")
    if isinstance(left, Matrix):
        pairs = zip(
            itertools.chain(*left.rows),
            itertools.chain(*right.rows) if isinstance(right, Matrix) else itertools.repeat(ZERO),
            strict=False,
        )
        return max(gap(a, b) for a, b in pairs)
    difference = subtract(left, right)
    if isinstance(difference, Operator):
        entries = [
            rounded(entry)
            for index in difference.basis()
            for entry in difference.forth(index).values()
        ]
        return max((abs(entry) for entry in entries), default=mpf(0))
    raise IllFormed("sides of different kind")


def holds(text: str, env: Environment) -> bool:
    """Tell whether a relation holds at a point; too close to call is an error."""
    left_node, symbol, right_node = relation(text)
    left, right = evaluate(left_node, env), evaluate(right_node, env)
    if isinstance(left, Infinity) or isinstance(right, Infinity):
        raise Undefined
    if symbol in {"==", "!="}:
        distance = gap(left, right)
        if AGREE < distance < DIFFER:
            raise AssertionError(
                f"too close to call: {text} at {show(env)}: {mp.nstr(distance, 5)}"
            )
        return bool((distance <= AGREE) == (symbol == "=="))
    if not (is_scalar(left) and is_scalar(right)):
        raise IllFormed("order of things that are no numbers")
    left, right = rounded(left), rounded(right)
    if left.imag or right.imag:
        raise Undefined
    difference = left.real - right.real
    if symbol in {"<", "<="}:
        difference = -difference
    if abs(difference) <= AGREE:
        return symbol in {">=", "<="}
    return bool(difference > 0)


def show(env: Environment) -> str:
    parts = []
    for name, value in env.items():
        if is_scalar(value):
            parts.append(f"{name} = {mp.nstr(rounded(value), 8)}")
        elif isinstance(value, Matrix):
            rows = [[mp.nstr(rounded(entry), 4) for entry in row] for row in value.rows]
            parts.append(f"{name} = {rows}")
        elif isinstance(value, Function):
            parts.append(f"{name} = {ast.unparse(value.body)}")
    return "; ".join(parts)


# --- assumptions -----------------------------------------------------------------------------------------

SCALAR_WORDS = {"real", "complex", "positive", "integer", "odd", "nonzero", "natural"}
OPERATOR_WORDS = {"hermitian", "unitary", "invertible", "antihermitian"}
KINDS = {"function", "operator", "ket", "bra", "matrix"}
SHAPE = re.compile(r"(\d+)x(\d+)")
ARROW = re.compile(r"(\w+)->(\w+)")


@dataclass(frozen=True)
class Assumption:
    """What the words beside a name say."""

    kind: str  # scalar, function, operator, ket, bra, matrix
    words: frozenset[str]
    shape: tuple[int, int] | None = None
    spaces: tuple[str, str] | None = None

    @staticmethod
    def read(text: str) -> Assumption:
        kind, words, shape, spaces = "scalar", set(), None, None
        for word in text.split():
            if word in KINDS:
                if kind != "scalar":
                    raise IllFormed(f"two kinds: {text}")
                kind = word
            elif found := SHAPE.fullmatch(word):
                shape = (int(found[1]), int(found[2]))
            elif found := ARROW.fullmatch(word):
                spaces = (found[1], found[2])
            elif word in SCALAR_WORDS | OPERATOR_WORDS:
                words.add(word)
            else:
                raise ValueError(f"unknown word {word!r}")
        allowed = {
            "scalar": SCALAR_WORDS,
            "function": {"real", "complex"},
            "operator": OPERATOR_WORDS,
            "matrix": OPERATOR_WORDS | {"real", "complex"},
        }.get(kind, set())
        if words - allowed:
            raise IllFormed(f"contradiction: {text}")
        if kind == "matrix" and shape is None:
            raise ValueError("a matrix needs a shape")
        return Assumption(kind, frozenset(words), shape, spaces)


def allowed(value: Any, assumption: Assumption) -> bool:
    """Tell whether a value has the properties that were assumed."""
    words = assumption.words
    if assumption.kind == "scalar":
        if not is_scalar(value):
            return False
        number = rounded(value)
        whole = integer_of(value)
        return not (
            (words & {"real", "positive", "integer", "odd", "natural"} and number.imag != 0)
            or ("positive" in words and number.real <= 0)
            or ("nonzero" in words and number == 0)
            or (words & {"integer", "odd", "natural"} and whole is None)
            or ("odd" in words and whole is not None and whole % 2 == 0)
            or ("natural" in words and whole is not None and whole < 0)
        )
    if assumption.kind in {"operator", "matrix"}:
        if "hermitian" in words and gap(value, adjoint(value)) > AGREE:
            return False
        if "antihermitian" in words and gap(multiply(exact(-1), value), adjoint(value)) > AGREE:
            return False
        if "unitary" in words and not (
            gap(multiply(value, adjoint(value)), ONE) <= AGREE
            and gap(multiply(adjoint(value), value), ONE) <= AGREE
        ):
            return False
        if "invertible" in words and (
            is_zero(value)
            if is_scalar(value)
            else not isinstance(value, Matrix) or is_zero(determinant(value))
        ):
            return False
        if "real" in words and any(
            rounded(entry).imag for row in getattr(value, "rows", [[value]]) for entry in row
        ):
            return False
        if assumption.shape not in (None, (1, 1)) and value.shape != assumption.shape:
            return False
    return True


# --- samples of scalars and functions ---------------------------------------------------------------------


def fractions(*texts: str) -> list[Gauss]:
    return [exact(Fraction(text)) for text in texts]


REALS = fractions("0", "1", "-1", "2", "-2", "1/2", "-3", "5/3", "-7/4", "3", "-1/5", "11/7")
COMPLEX = [
    *REALS[:5],
    IMAGINARY,
    Gauss(Fraction(0), Fraction(-1)),
    Gauss(Fraction(-1), Fraction(1)),
    Gauss(Fraction(-1), Fraction(-1)),
    Gauss(Fraction(1, 2), Fraction(3)),
    Gauss(Fraction(-2), Fraction(-5)),
    Gauss(Fraction(2), Fraction(7, 3)),
    Gauss(Fraction(-3, 2), Fraction(4)),
    Gauss(Fraction(0), Fraction(5)),
    *REALS[5:8],
]
INTEGERS = [exact(n) for n in (0, 1, -1, 2, 3, -2, 5, 4, -3, 7, 6, -5)]
TRANSCENDENTAL = ("pi", "-pi", "pi/2", "sqrt(2)", "log(2)", "-3*pi/2", "10*pi/3")


def pool(assumption: Assumption) -> list[Any]:
    words = assumption.words
    if words & {"integer", "odd", "natural"}:
        values = INTEGERS
    elif words & {"real", "positive"}:
        values = REALS + [evaluate(parse(text), {}) for text in TRANSCENDENTAL]
    else:
        values = COMPLEX + [evaluate(parse(text), {}) for text in ("pi", "2*pi*I", "-I*pi/2")]
    return [value for value in values if allowed(value, assumption)]


TEST_FUNCTIONS = {
    1: ("x -> x**2 - 3*x + 1", "x -> exp(x/3)", "x -> sin(x) + 2*x", "x -> x**3/2 - 2", "x -> 1"),
    2: ("x y -> x**2*y + y - 1", "x y -> sin(x)*y + x", "x y -> exp(x/2)*y**2 + x*y"),
    3: ("x y z -> x*y**2 + z*x**2 + z", "x y z -> sin(x)*y*z + x*z**2"),
}
COMPLEX_FUNCTIONS = {
    1: ("x -> x**2 + I*x - 2", "x -> exp(I*x)"),
    2: ("x y -> x**2*y + I*y", "x y -> exp(I*x)*y"),
    3: ("x y z -> x*y**2 + I*z",),
}


def function_pool(name: str, assumption: Assumption, texts: list[str]) -> list[Function]:
    arity = 1
    for text in texts:
        for node in ast.walk(parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                arity = len(node.args) if node.func.id == name else arity
    sources = list(TEST_FUNCTIONS[arity])
    if "real" not in assumption.words:
        sources += COMPLEX_FUNCTIONS[arity]
    return [Function.read(text) for text in sources]


# --- models of operators ------------------------------------------------------------------------------------


class Models:
    """Exact models of operators: random ones with a declared structure, and known algebras."""

    def __init__(self, rng: random.Random, size: int, scalars: Environment) -> None:
        self.rng, self.size, self.scalars = rng, size, scalars

    def number(self, real: bool = False) -> Gauss:
        first, second = self.rng.randint(-3, 3), 0 if real else self.rng.randint(-2, 2)
        return Gauss(Fraction(first), Fraction(second))

    def full(self, rows: int, columns: int, real: bool = False) -> Matrix:
        return Matrix([[self.number(real) for _ in range(columns)] for _ in range(rows)])

    def projector(self, size: int, real: bool = False) -> Matrix:
        """Give the orthogonal projector on a random line."""
        while True:
            vector = self.full(size, 1, real)
            norm = multiply(vector.adjoint(), vector)
            if not is_zero(norm):
                line = multiply(vector, vector.adjoint())
                line = line if isinstance(line, Matrix) else Matrix([[line]])
                return multiply(reciprocal(norm), line)

    def structured(self, words: frozenset[str], rows: int, columns: int) -> Matrix:
        real = "real" in words
        for _ in range(200):
            matrix = self.full(rows, columns, real)
            if rows == columns:
                if {"unitary", "hermitian"} <= words:
                    reflection = multiply(exact(2), self.projector(rows, real))
                    matrix = subtract(identity(rows), reflection)
                elif {"unitary", "antihermitian"} <= words:
                    reflection = multiply(exact(2), self.projector(rows, real))
                    matrix = multiply(IMAGINARY, subtract(identity(rows), reflection))
                elif "unitary" in words:
                    skew = subtract(matrix, matrix.adjoint())
                    if is_zero(determinant(add(skew, ONE))):
                        continue
                    product = multiply(subtract(ONE, skew), inverse(add(skew, ONE)))
                    matrix = product if isinstance(product, Matrix) else Matrix([[product]])
                elif "antihermitian" in words:
                    matrix = subtract(matrix, matrix.adjoint())
                elif "hermitian" in words:
                    matrix = add(matrix, matrix.adjoint())
                if "invertible" in words and is_zero(determinant(matrix)):
                    continue
            return matrix
        raise AssertionError(f"no matrix with {set(words)}")

    # Each method below makes the operators of one algebra.

    def pauli(self) -> list[Matrix]:
        i, o, z, m = IMAGINARY, ONE, ZERO, exact(-1)
        triple = [
            Matrix([[z, o], [o, z]]),
            Matrix([[z, multiply(m, i)], [i, z]]),
            Matrix([[o, z], [z, m]]),
        ]
        turn = self.structured(frozenset({"unitary"}), 2, 2)
        if self.size % 2:
            triple = [multiply(multiply(turn, s), turn.adjoint()) for s in triple]
        if self.size == 4:
            triple = [kron(s, identity(2)) for s in triple]
        return triple

    def spin(self) -> list[Matrix]:
        half = [multiply(exact(Fraction(1, 2)), s) for s in self.pauli()]
        if self.size == 1:
            return half
        signs = {(0, 1, 2): 1, (1, 2, 0): 1, (2, 0, 1): 1, (0, 2, 1): -1, (2, 1, 0): -1}
        signs[(1, 0, 2)] = -1
        one = [
            Matrix(
                [
                    [Gauss(Fraction(0), Fraction(-signs.get((k, a, b), 0))) for b in range(3)]
                    for a in range(3)
                ]
            )
            for k in range(3)
        ]
        if self.size < 4:
            return one
        size = half[0].shape[0]
        return [
            add(kron(h, identity(3)), kron(identity(size), o))
            for h, o in zip(half, one, strict=True)
        ]

    def spinhbar(self) -> list[Matrix]:
        return [multiply(self.scalars["hbar"], j) for j in self.spin()]

    def twospins(self) -> list[Matrix]:
        half = [multiply(exact(Fraction(1, 2)), s) for s in Models(self.rng, 2, {}).pauli()]
        return [kron(h, identity(2)) for h in half] + [kron(identity(2), h) for h in half]

    def twopauli(self) -> list[Matrix]:
        return [multiply(exact(2), s) for s in self.twospins()]

    def dirac(self) -> list[Matrix]:
        """Give gamma matrices of signature (+, -, -, -)."""
        sx, sy, sz = Models(self.rng, 2, {}).pauli()
        twist = multiply(IMAGINARY, sy)
        return [kron(sz, identity(2)), *(kron(twist, s) for s in (sx, sy, sz))]

    def euclid(self) -> list[Matrix]:
        """Give four anticommuting involutions."""
        first, *others = self.dirac()
        return [first, *(multiply(IMAGINARY, g) for g in others)]

    def fermion(self) -> list[Matrix]:
        lower = Matrix([[ZERO, ONE], [ZERO, ZERO]])
        return [lower if self.size % 2 == 0 else kron(lower, identity(2))]

    def fermions(self) -> list[Matrix]:
        lower, parity = self.fermion_pair()
        return [kron(lower, identity(2)), kron(parity, lower)]

    def fermion_pair(self) -> tuple[Matrix, Matrix]:
        lower = Matrix([[ZERO, ONE], [ZERO, ZERO]])
        return lower, Matrix([[ONE, ZERO], [ZERO, exact(-1)]])

    def projection(self) -> list[Matrix]:
        return [self.projector(self.size)]

    def resolution(self) -> list[Matrix]:
        first = self.projector(max(self.size, 2))
        return [first, subtract(ONE, first)]

    def idempotent(self) -> list[Matrix]:
        size = max(self.size, 2)
        base = self.structured(frozenset({"invertible"}), size, size)
        diagonal = identity(size).map(lambda entry: entry)
        diagonal.rows[0][0] = ZERO
        return [multiply(multiply(base, diagonal), inverse(base))]

    def involution(self) -> list[Matrix]:
        [idempotent] = self.idempotent()
        return [subtract(ONE, multiply(exact(2), idempotent))]

    def reflection(self) -> list[Matrix]:
        return [self.structured(frozenset({"unitary", "hermitian"}), self.size, self.size)]

    def unitarymatrix(self) -> list[Matrix]:
        return [self.structured(frozenset({"unitary"}), self.size, self.size)]

    def wrapped(self, value: Any) -> Matrix:
        return value if isinstance(value, Matrix) else Matrix([[value]])

    def unitket(self) -> list[Matrix]:
        [turn] = self.unitarymatrix()
        psi = Matrix([[row[0]] for row in turn.rows])
        return [psi, self.wrapped(multiply(psi, psi.adjoint()))]

    def kernel(self) -> list[Matrix]:
        column, row = self.orthogonal_pair()
        return [multiply(self.full(column.shape[0], 1), row), column]

    def eigen(self) -> list[Any]:
        """Give a Hermitian operator, an eigenvalue and a unit eigenvector."""
        [turn] = self.unitarymatrix()
        size = turn.shape[0]
        values = [self.number(real=True) for _ in range(size)]
        diagonal = Matrix(
            [[values[i] if i == j else ZERO for j in range(size)] for i in range(size)]
        )
        operator = multiply(multiply(turn, diagonal), turn.adjoint())
        return [self.wrapped(operator), values[0], Matrix([[row[0]] for row in turn.rows])]

    def degenerate(self) -> list[Any]:
        size = max(self.size, 2)
        value = self.number()
        return [
            self.full(size, size),
            multiply(value, identity(size)),
            value,
            self.full(size, 1),
        ]

    def sameeigen(self) -> list[Any]:
        """Give an operator with two eigenvectors of the same eigenvalue."""
        size, value = max(self.size, 2), self.number()
        first, second = self.full(size, 1), self.full(size, 1)
        return [multiply(value, identity(size)), value, first, value, second]

    def isometrypair(self) -> list[Matrix]:
        [isometry] = self.isometry()
        return [isometry, isometry.adjoint()]

    def pseudotriple(self) -> list[Matrix]:
        matrix, inverted = self.pseudo()
        return [matrix, inverted, inverted]

    def generalised(self) -> list[Matrix]:
        """Give A, B and C with A B A = A and A C A = A."""
        first, second = self.full(2, 3), self.full(2, 3)
        first.rows[0][0] = second.rows[0][0] = ONE
        return [Matrix([[ONE, ZERO], [ZERO, ZERO], [ZERO, ZERO]]), first, second]

    def halfreflection(self) -> list[Matrix]:
        """Give c with c adjoint(c) + adjoint(c) c = 1 that is no fermion."""
        [turn] = self.reflection()
        return [multiply(Gauss(Fraction(1, 2), Fraction(1, 2)), turn)]

    def nilpotent2(self) -> list[Matrix]:
        size = max(self.size, 2)
        column, row = self.full(size, 1), self.full(1, size)
        row.rows[0] = [ZERO] * size
        row.rows[0][0], row.rows[0][1] = column.rows[1][0], multiply(exact(-1), column.rows[0][0])
        return [multiply(column, row)]

    def nilpotent3(self) -> list[Matrix]:
        return [Matrix([[ZERO, self.number(), self.number()], [ZERO, ZERO, ONE], [ZERO] * 3])]

    def heisenberg(self) -> list[Matrix]:
        """Give two strictly triangular matrices, which commute with their commutator."""

        def triangle() -> Matrix:
            a, b, c = (self.number() for _ in range(3))
            return Matrix([[ZERO, a, b], [ZERO, ZERO, c], [ZERO, ZERO, ZERO]])

        return [triangle(), triangle()]

    def heisenberg3(self) -> list[Matrix]:
        first, second = self.heisenberg()
        return [first, second, FUNCTIONS["Commutator"](first, second)]

    def commuting(self) -> list[Matrix]:
        base = self.full(self.size, self.size)
        square = multiply(base, base)
        return [
            Matrix([[x]]) if is_scalar(x) else x
            for x in (add(base, square), subtract(square, exact(2)), subtract(base, ONE))
        ]

    def commutingherm(self) -> list[Matrix]:
        base = self.structured(frozenset({"hermitian"}), self.size, self.size)
        square = multiply(base, base)
        return [Matrix([[x]]) if is_scalar(x) else x for x in (base, subtract(square, base))]

    def normal(self) -> list[Matrix]:
        first, second = self.commutingherm()
        return [add(first, multiply(IMAGINARY, second))]

    def inversepair(self) -> list[Matrix]:
        base = self.structured(frozenset({"invertible"}), self.size, self.size)
        return [base, inverse(base)]

    def inversetriple(self) -> list[Matrix]:
        base, inverted = self.inversepair()
        return [base, inverted, inverted]

    def orthogonal_pair(self) -> tuple[Matrix, Matrix]:
        """Give a column u and a row z with z u = 0."""
        size = max(self.size, 2)
        column, row = self.full(size, 1), self.full(1, size)
        row.rows[0] = [ZERO] * size
        row.rows[0][0], row.rows[0][1] = column.rows[1][0], multiply(exact(-1), column.rows[0][0])
        return column, row

    def nullpair(self) -> list[Matrix]:
        """Give A and B with B A = 0."""
        column, row = self.orthogonal_pair()
        size = column.shape[0]
        return [multiply(column, self.full(1, size)), multiply(self.full(size, 1), row)]

    def cancel(self) -> list[Matrix]:
        """Give A, B and C with A C = B C."""
        column, row = self.orthogonal_pair()
        size = column.shape[0]
        first = self.full(size, size)
        second = add(first, multiply(self.full(size, 1), row))
        return [first, second, multiply(column, self.full(1, size))]

    def samepair(self) -> list[Matrix]:
        base = self.full(self.size, self.size)
        return [base, base]

    def zero(self) -> list[Matrix]:
        return [Matrix([[ZERO] * self.size for _ in range(self.size)])]

    def one(self) -> list[Matrix]:
        return [identity(max(self.size, 2))]

    def pseudo(self) -> list[Matrix]:
        """Give a 3x2 matrix of rank 1 or 2 and its Moore-Penrose inverse."""
        if self.size % 2:
            column, row = self.structured(frozenset(), 3, 1), self.full(1, 2)
            column.rows[0][0] = row.rows[0][1] = ONE
            matrix = multiply(column, row)
            norm = multiply(multiply(column.adjoint(), column), multiply(row, row.adjoint()))
            return [matrix, multiply(reciprocal(norm), matrix.adjoint())]
        while True:
            matrix = self.full(3, 2)
            gram = multiply(matrix.adjoint(), matrix)
            if not is_zero(determinant(gram)):
                return [matrix, multiply(inverse(gram), matrix.adjoint())]

    def isometry(self) -> list[Matrix]:
        turn = self.structured(frozenset({"unitary"}), 3, 3)
        return [Matrix([row[:2] for row in turn.rows])]

    def rotation(self) -> list[Matrix]:
        return [Matrix([[ZERO, exact(-1)], [ONE, ZERO]])]

    def scaling(self) -> list[Matrix]:
        """Give H = diag and E with [H, E] = 2E, in the two- or three-dimensional representation."""
        if self.size % 2:
            weight = Matrix([[ONE, ZERO], [ZERO, exact(-1)]])
            return [weight, Matrix([[ZERO, ONE], [ZERO, ZERO]])]
        weight = Matrix([[exact(2), ZERO, ZERO], [ZERO] * 3, [ZERO, ZERO, exact(-2)]])
        return [weight, Matrix([[ZERO, ONE, ZERO], [ZERO, ZERO, ONE], [ZERO] * 3])]

    # Models without a finite dimension.

    def lowering(self, variables: int, which: int) -> Operator:
        def down(k: tuple[int, ...]) -> Vector:
            lower = (*k[:which], k[which] - 1, *k[which + 1 :])
            return {lower: exact(k[which])} if k[which] else {}

        def up(k: tuple[int, ...]) -> Vector:
            return {(*k[:which], k[which] + 1, *k[which + 1 :]): ONE}

        return Operator(variables, down, up)

    def fock(self) -> list[Operator]:
        return [self.lowering(1, 0)]

    def focknumber(self) -> list[Operator]:
        [lower] = self.fock()
        return [lower, multiply(lower.adjoint(), lower)]

    def fock2(self) -> list[Operator]:
        return [self.lowering(2, 0), self.lowering(2, 1)]

    def shift(self) -> list[Operator]:
        return [
            Operator(1, lambda k: {(k[0] + 1,): ONE}, lambda k: {(k[0] - 1,): ONE} if k[0] else {})
        ]

    def shiftpair(self) -> list[Operator]:
        [forth] = self.shift()
        return [forth.adjoint(), forth]

    def weyls(self, variables: int) -> list[Operator]:
        hbar = self.scalars.get("hbar", ONE)
        places, momenta = [], []
        for which in range(variables):
            lower = self.lowering(variables, which)
            factor = multiply(Gauss(Fraction(0), Fraction(-1)), hbar)
            places.append(Operator(variables, lower.back, lower.back))
            step = multiply(scalar_operator(factor, variables), lower)
            momenta.append(Operator(variables, step.forth, step.forth))
        return places + momenta

    def weyl(self) -> list[Operator]:
        return self.weyls(1)

    def weyl2(self) -> list[Operator]:
        return self.weyls(2)

    def weyl3(self) -> list[Operator]:
        return self.weyls(3)

    def landau(self) -> list[Operator]:
        """Give kinetic momenta with [X, Y] = i hbar q B."""
        place, momentum = self.weyls(1)
        factor = multiply(self.scalars["q"], self.scalars["B"])
        return [multiply(factor, place), momentum]


INFINITE = {"fock", "focknumber", "fock2", "shift", "shiftpair", "weyl", "weyl2", "weyl3", "landau"}


def kron(a: Matrix, b: Matrix) -> Matrix:
    return Matrix(
        [
            [multiply_scalars(x, y) for x in first for y in second]
            for first in a.rows
            for second in b.rows
        ]
    )


# --- entries --------------------------------------------------------------------------------------------------


@dataclass
class Outcome:
    """What the samples say about an entry."""

    held: int = 0
    failed: list[str] = field(default_factory=list)
    undefined: int = 0
    skipped: int = 0
    misplaced: list[str] = field(
        default_factory=list
    )  # conditions that do not tell what is undefined


class Checker:
    """Evaluates one entry of the corpus."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.entry = entry
        self.claim = entry.get("text", entry["claim"])
        self.given = list(entry.get("given", []))
        self.assume = {
            name: Assumption.read(words) for name, words in entry.get("assume", {}).items()
        }
        self.texts = [self.claim, *self.given]
        self.rng = random.Random(entry["id"])

    def has_operators(self) -> bool:
        return any(a.kind not in {"scalar", "function"} for a in self.assume.values())

    def is_slow(self) -> bool:
        return bool(re.search(r"Integral|Limit|Derivative|oo\b", " ".join(self.texts)))

    def drawn(self, assumption: Assumption) -> list[Gauss]:
        """Give random numbers that satisfy an assumption."""

        def fraction() -> Fraction:
            if assumption.words & {"integer", "odd", "natural"}:
                return Fraction(self.rng.randint(-9, 9))
            return Fraction(self.rng.randint(-60, 60), self.rng.randint(1, 20))

        flat = assumption.words & {"real", "positive", "integer", "odd", "natural"}
        found: list[Gauss] = []
        while len(found) < 3:
            value = Gauss(fraction(), Fraction(0) if flat else fraction())
            if allowed(value, assumption):
                found.append(value)
        return found

    def scalar_points(self, limit: int) -> Iterator[Environment]:
        """Give points, special ones first, that satisfy the assumptions."""
        pools: dict[str, list[Any]] = {}
        for name, assumption in self.assume.items():
            if assumption.kind == "scalar":
                values = pool(assumption)
                pools[name] = [*values[:6], *self.drawn(assumption), *values[6:]]
            elif assumption.kind == "function":
                pools[name] = function_pool(name, assumption, self.texts)
        recipes = self.entry.get("solve", [])
        solved = {name for recipe in recipes for name in recipe}
        free = [name for name in pools if name not in solved]
        size = prod(len(pools[name]) for name in free)
        if size <= limit:
            choices: list[tuple[Any, ...]] = list(
                itertools.product(*(pools[name] for name in free))
            )
        else:
            choices = [tuple(value for _ in free) for value in ()]
            longest = max(len(pools[name]) for name in free)
            if len(free) == 1:
                choices += [(value,) for value in pools[free[0]]]
            for step in range(limit):
                if step < longest:
                    choices.append(tuple(pools[n][step % len(pools[n])] for n in free))
                choices.append(tuple(self.rng.choice(pools[name]) for name in free))
            choices = choices[:limit]
        for values in choices:
            env = dict(zip(free, values, strict=True))
            if not recipes:
                yield env
            for recipe in recipes:
                point = dict(env)
                try:
                    for name, text in recipe.items():
                        point[name] = evaluate(parse(text), point)
                except Undefined:
                    continue
                yield point

    def sizes(self, spaces: dict[str, int], name: str, size: int) -> tuple[int, int]:
        assumption = self.assume[name]
        if assumption.shape:
            return assumption.shape
        if assumption.spaces:
            return spaces[assumption.spaces[1]], spaces[assumption.spaces[0]]
        return {"ket": (size, 1), "bra": (1, size)}.get(assumption.kind, (size, size))

    def operator_points(self, rounds: int) -> Iterator[Environment]:
        scalars = list(self.scalar_points(24))
        self.rng.shuffle(scalars)
        spaces_used = sorted({s for a in self.assume.values() if a.spaces for s in a.spaces})
        for step in range(rounds):
            size = (2, 1, 3, 2, 4)[step % 5]
            env = dict(scalars[step % len(scalars)]) if scalars else {}
            models = Models(self.rng, size, env)
            for recipe in self.entry.get("model", "").split(";"):
                if recipe.strip():
                    head, *names = recipe.split()
                    values = getattr(models, head)()
                    for name, value in zip(names, values, strict=False):
                        env[name] = value
                        if isinstance(value, Matrix):
                            size = value.shape[0]
            spaces = {space: self.rng.randint(1, 4) for space in spaces_used}
            for name, assumption in self.assume.items():
                if name in env or assumption.kind in {"scalar", "function"}:
                    continue
                rows, columns = self.sizes(spaces, name, size)
                matrix = models.structured(assumption.words, rows, columns)
                env[name] = collapse(matrix)
            yield env

    def points(self) -> Iterator[Environment]:
        if not self.has_operators():
            yield from self.scalar_points(10 if self.is_slow() else 60)
            return
        heavy = any(head in self.entry.get("model", "") for head in INFINITE)
        yield from self.operator_points(5 if heavy else 10)

    def admitted(self, env: Environment) -> bool:
        """Tell whether a point satisfies assumptions and hypotheses."""
        names = self.assume.items()
        if not all(name in env and allowed(env[name], words) for name, words in names):
            return False
        try:
            return all(holds(hypothesis, env) for hypothesis in self.given)
        except Undefined:
            return False

    def run(self) -> Outcome:
        """Evaluate the claim at all sampled points."""
        outcome = Outcome()
        conditions = self.entry.get("conditions", [])
        enough = 2 if re.search(r"Integral", self.claim) else 10**6
        for env in self.points():
            if outcome.held >= enough:
                break
            if not self.admitted(env):
                outcome.skipped += 1
                continue
            try:
                true = holds(self.claim, env)
                defined = True
            except NotComputable:
                outcome.skipped += 1
                continue
            except Undefined:
                defined = False
            try:
                excluded = not all(holds(condition, env) for condition in conditions)
            except Undefined:
                excluded = True
            if excluded == defined:
                outcome.misplaced.append(show(env))
            if not defined:
                outcome.undefined += 1
            elif true:
                outcome.held += 1
            else:
                outcome.failed.append(show(env))
        return outcome

    def stated_counterexample(self) -> Environment | None:
        stated = self.entry.get("counterexample")
        if not stated:
            return None
        env: Environment = {}
        for name, text in stated.items():
            env[name] = Function.read(text) if "->" in text else evaluate(parse(text), {})
        return env

    def refuted_by(self, env: Environment) -> bool:
        """Tell whether the claim fails at a point that assumptions and hypotheses allow."""
        if not self.admitted(env):
            raise AssertionError(f"not allowed: {show(env)}")
        return not holds(self.claim, env)

    def ill_formed(self) -> bool:
        """Tell whether shapes or types do not fit, with spaces of different dimension."""
        env: Environment = {}
        models = Models(self.rng, 2, {})
        spaces = {
            a: n
            for n, a in enumerate(
                sorted({s for x in self.assume.values() if x.spaces for s in x.spaces}), 2
            )
        }
        for name, assumption in self.assume.items():
            if assumption.kind == "scalar":
                env[name] = exact(2)
            elif assumption.kind == "function":
                env[name] = function_pool(name, assumption, [])[0]
            else:
                rows, columns = self.sizes(spaces, name, 4)
                env[name] = models.structured(assumption.words, rows, columns)
        try:
            for text in self.texts:
                holds(text, env)
        except IllFormed:
            return True
        except (Undefined, NotComputable):
            return False
        return False


def check(entry: dict[str, Any]) -> str:
    """Give an empty text if the numerics confirm the truth of an entry, else what is wrong."""
    mp.dps = DIGITS
    try:
        checker = Checker(entry)
        if entry["truth"] == "ill-formed":
            return "" if checker.ill_formed() else "well-formed"
        if entry["truth"] == "false":
            env = checker.stated_counterexample()
            if env is not None:
                return "" if checker.refuted_by(env) else f"holds at {show(env)}"
            outcome = checker.run()
            return "" if outcome.failed else f"no counterexample found ({outcome.held} points held)"
        outcome = checker.run()
    except IllFormed as error:
        return "" if entry["truth"] == "ill-formed" else f"ill-formed: {error}"
    except (Undefined, NotComputable) as error:
        return f"not computable: {error!r}"
    if outcome.failed:
        return f"fails at {outcome.failed[0]}"
    needed = min(2, len(entry.get("solve", "  ")) if entry.get("assume") else 1)
    if outcome.held < needed:
        return (
            f"only {outcome.held} points ({outcome.undefined} undefined, {outcome.skipped} skipped)"
        )
    if outcome.misplaced:
        return f"conditions and definedness differ at {outcome.misplaced[0]}"
    return ""
