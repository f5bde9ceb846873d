"""Plain text in the syntax of SymPy: read with Python's grammar, never evaluated.

Declared names win over built-in ones.  Every name must be declared or bound by an integral, a sum,
a product or a limit.  `1/3` and the decimal `0.1` are exact rational numbers.

Main results: `read_text`, `read_text_expression`.
"""

from __future__ import annotations

import ast
import difflib
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction

from derive.deciding.claims.expressions import (
    IMAGINARY,
    INFINITY,
    ONE,
    PI,
    Application,
    Expression,
    Relation,
    RelationKind,
    Symbol,
    add,
    call,
    multiply,
    number,
)
from derive.deciding.claims.functions import TEXT_NAMES
from derive.deciding.claims.problem import Declared
from derive.deciding.reading.building import divided, factors_of, negated, terms_of
from derive.deciding.reading.calls import CALLS
from derive.language.errors import LanguageError, Position

LONGEST_TEXT = 20_000
DEEPEST_NESTING = 100
LARGEST_TREE = 20_000
_LONGEST_NUMERAL = 4000

_CONSTANTS = {"I": IMAGINARY, "pi": PI, "E": call("exp", ONE), "oo": INFINITY}
_RELATIONS: dict[type[ast.cmpop], tuple[RelationKind, bool]] = {
    ast.Eq: ("=", False),
    ast.NotEq: ("!=", False),
    ast.GtE: (">=", False),
    ast.Gt: (">", False),
    ast.LtE: (">=", True),
    ast.Lt: (">", True),
}
_RELATION_CALLS: dict[str, tuple[RelationKind, bool]] = {
    "Eq": ("=", False),
    "Ne": ("!=", False),
    "Ge": (">=", False),
    "Gt": (">", False),
    "Le": (">=", True),
    "Lt": (">", True),
}
_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r"), " ")
_LONE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_PYTHON_WORD = re.compile(
    r"\b(?:lambda|in|is|not|and|or|if|else|for|as|from|def|class|del|None|True|False|with)\b"
)


def read_text(text: str, names: Mapping[str, Declared]) -> tuple[Relation, ...]:
    """The relations of a text: one, or more for a chain `a == b == c`.

    Raises:
        LanguageError: the text is no relation over the declared names.
    """
    reader = TextReader(text, names)
    return reader.relations(reader.parsed())


def read_text_expression(text: str, names: Mapping[str, Declared]) -> Expression:
    """The expression that a text writes.

    Raises:
        LanguageError: the text is no expression over the declared names.
    """
    reader = TextReader(text, names)
    return reader.expression(reader.parsed())


class TextReader:
    """Turns the syntax tree of a text into expressions.

    Args:
        text: what is read.
        names: the declared names.
    """

    def __init__(self, text: str, names: Mapping[str, Declared]) -> None:
        self.text = text
        self.names = names
        self._bound: set[str] = set()
        self._depth = 0
        self._copies = 1
        self._size = 0
        self._line = text.translate(_BLANKS).strip()
        self._indent = len(text) - len(text.lstrip())

    def parsed(self) -> ast.expr:
        """The syntax tree."""
        if len(self.text) > LONGEST_TEXT:
            raise LanguageError(f"the text is longer than {LONGEST_TEXT} characters")
        if "#" in self.text:
            raise self._error_at(self._line.index("#"), "comments are not read")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(self._line, mode="eval").body
        except SyntaxError as error:
            raise self._syntax_error(error) from None
        except (RecursionError, MemoryError):
            raise LanguageError("the text is nested too deeply") from None
        except ValueError:
            raise LanguageError("the text holds characters that cannot be read") from None

    def relations(self, node: ast.expr) -> tuple[Relation, ...]:
        """The relations that a syntax tree writes."""
        if isinstance(node, ast.Compare):
            sides = [self.expression(side) for side in (node.left, *node.comparators)]
            kinds = [type(operator) for operator in node.ops]
            if not all(kind in _RELATIONS for kind in kinds):
                raise self.error(node, "a relation is one of == != <= >= < >")
            links = zip(kinds, sides, sides[1:], strict=False)
            return tuple(_relation(*_RELATIONS[kind], a, b) for kind, a, b in links)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name in _RELATION_CALLS and name not in self.names:
                left, right = self.arguments(node, 2)
                return (_relation(*_RELATION_CALLS[name], left, right),)
        self.expression(node)
        raise self.error(node, "this is an expression, not a claim", "write for instance … == 0")

    def expression(self, node: ast.expr) -> Expression:
        """The expression that a syntax tree writes."""
        self._depth += 1
        self._size += self._copies
        if self._depth > DEEPEST_NESTING or self._size > LARGEST_TREE:
            raise self.error(node, "the text is nested too deeply or too large")
        try:
            return self._converted(node)
        finally:
            self._depth -= 1

    def arguments(self, node: ast.Call, count: int | None = None) -> list[Expression]:
        """The arguments of a call, which must be so many."""
        assert isinstance(node.func, ast.Name)
        if count is not None and len(node.args) != count:
            plural = "argument" if count == 1 else "arguments"
            raise self.error(node, f"{node.func.id} takes {count} {plural}, not {len(node.args)}")
        return [self.expression(argument) for argument in node.args]

    @contextmanager
    def binding(self, variables: list[str]) -> Iterator[None]:
        """Within it the variables need no declaration."""
        before = self._bound
        self._bound = before | set(variables)
        yield
        self._bound = before

    @contextmanager
    def copying(self) -> Iterator[None]:
        """Within it everything counts twice, since it will stand in two places."""
        self._copies *= 2
        yield
        self._copies //= 2

    def error(self, node: ast.expr, message: str, hint: str = "") -> LanguageError:
        """What is wrong with a part of the text."""
        before = self._line.encode()[: node.col_offset].decode(errors="ignore")
        return self._error_at(len(before), message, hint)

    def _error_at(self, place: int, message: str, hint: str = "") -> LanguageError:
        offset = min(self._indent + place, len(self.text))
        return LanguageError.at(Position(self.text, offset), message, hint)

    def _syntax_error(self, error: SyntaxError) -> LanguageError:
        complaint = error.msg or ""
        if not self._line:
            return LanguageError("the text is empty")
        if "limit" in complaint and "digits" in complaint:
            return LanguageError("a number has too many digits")
        if "nested" in complaint:
            return LanguageError("the text is nested too deeply")
        word = _PYTHON_WORD.search(self._line)
        hint = "write for instance a*b == b*a"
        if _LONE_EQUALS.search(self._line):
            hint = "an equation is written with =="
        elif word is not None:
            hint = f"{word[0]!r} is a word of Python and cannot be a name"
        place = max((error.offset or 1) - 1, 0)
        return self._error_at(place, "this is not plain-text syntax", hint)

    def _converted(self, node: ast.expr) -> Expression:
        match node:
            case ast.Constant():
                return self._literal(node)
            case ast.Name():
                return self._name(node)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return negated(self.expression(operand))
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.expression(operand)
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return self._sum(node)
            case ast.BinOp(op=ast.Mult() | ast.Div()):
                return self._product(node)
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return self._power(left, right)
            case ast.BinOp(op=ast.BitXor()):
                raise self.error(node, "^ is no power in plain text", "write ** for a power")
            case ast.BinOp(op=ast.MatMult()):
                raise self.error(node, "@ is not known", "write * for a product")
            case ast.Call():
                return self._call(node)
            case ast.Compare():
                raise self.error(node, "a relation stands inside an expression")
            case ast.BoolOp():
                raise self.error(node, "this joins several claims", "decide them one by one")
            case ast.Attribute():
                raise self.error(node, "attributes are not read", "write for instance adjoint(A)")
            case ast.Subscript():
                raise self.error(node, "subscripts are not read", "declare a name such as x_1")
            case ast.Tuple() | ast.List():
                raise self.error(node, "a list stands where an expression is wanted")
        raise self.error(node, "this is not plain-text syntax", "write for instance a*b == b*a")

    def _literal(self, node: ast.Constant) -> Expression:
        value = node.value
        if isinstance(value, int) and not isinstance(value, bool):
            return number(value)
        if isinstance(value, float):
            written = (ast.get_source_segment(self._line, node) or "").replace("_", "")
            exponent = re.search(r"[eE]([+-]?[0-9]+)", written)
            size = len(written) + (abs(int(exponent[1][:_LONGEST_NUMERAL])) if exponent else 0)
            if size > _LONGEST_NUMERAL:
                raise self.error(node, "a number has too many digits")
            return number(Fraction(written))
        if isinstance(value, complex):
            raise self.error(node, "the imaginary unit is written I", "write for instance 2*I")
        raise self.error(node, f"{value!r} is no expression", "write names without quotes")

    def _name(self, node: ast.Name) -> Expression:
        name = node.id
        if self._is_declared(name):
            return Symbol(name)
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        if name in TEXT_NAMES or name in CALLS:
            raise self.error(
                node, f"{name} is a function", f"write it with its argument: {name}(…)"
            )
        raise self._undeclared(node, name, "complex")

    def _is_declared(self, name: str) -> bool:
        return name in self._bound or name in self.names

    def _undeclared(self, node: ast.expr, name: str, word: str) -> LanguageError:
        hint = f'declare it: assume={{"{name}": "{word}"}}'
        known = [*self.names, *self._bound, *TEXT_NAMES, *CALLS]
        close = difflib.get_close_matches(name, known, 3)
        if close:
            hint += f", or did you mean {' or '.join(close)}?"
        return self.error(node, f"{name!r} is not declared", hint)

    def _call(self, node: ast.Call) -> Expression:
        if not isinstance(node.func, ast.Name):
            raise self.error(node, "only a name is applied to arguments", "write * for a product")
        name = node.func.id
        if node.keywords or any(isinstance(part, ast.Starred) for part in node.args):
            raise self.error(node, f"{name} takes plain arguments only")
        declared = None if name in self._bound else self.names.get(name)
        if declared is not None and declared.kind == "function":
            if not node.args:
                raise self.error(node, f"{name} needs an argument")
            return Application(name, tuple(self.arguments(node)))
        if declared is not None or name in self._bound:
            raise self.error(node, f"{name} is no function", f"write {name}*(…) for a product")
        if name in CALLS:
            return CALLS[name](self, node)
        if name in TEXT_NAMES:
            function = TEXT_NAMES[name]
            arguments = self.arguments(node, function.arity)
            if function.arity is None and len(arguments) < 2:
                raise self.error(node, f"{name} takes two arguments or more")
            return call(function.name, *arguments)
        raise self._undeclared(node, name, "function")

    def _sum(self, node: ast.expr) -> Expression:
        operands: list[tuple[bool, ast.expr]] = []
        while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            operands.append((isinstance(node.op, ast.Sub), node.right))
            node = node.left
        terms = list(terms_of(self.expression(node)))
        for subtracted, operand in reversed(operands):
            term = self.expression(operand)
            terms.append(negated(term) if subtracted else term)
        return add(*terms)

    def _product(self, node: ast.expr) -> Expression:
        operands: list[tuple[bool, ast.expr]] = []
        while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
            operands.append((isinstance(node.op, ast.Div), node.right))
            node = node.left
        factors = list(factors_of(self.expression(node)))
        for inverted, operand in reversed(operands):
            factor = self.expression(operand)
            factors = divided(factors, factor) if inverted else [*factors, factor]
        return multiply(*factors)

    def _power(self, left: ast.expr, right: ast.expr) -> Expression:
        exponent = self.expression(right)
        if isinstance(left, ast.Name) and left.id == "E" and not self._is_declared("E"):
            return call("exp", exponent)
        return call("power", self.expression(left), exponent)


def _relation(kind: RelationKind, turned: bool, left: Expression, right: Expression) -> Relation:
    return Relation(kind, right, left) if turned else Relation(kind, left, right)
