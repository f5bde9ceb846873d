r"""Syntax trees to LaTeX, in the form that the author gave them.

The law of this module: reading what was written gives the same tree.  Parentheses stand where the
tree needs them and nowhere else.  Main result: `write`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from derive.language.analysis import (
    Analysis,
    Factorial,
    FunctionCall,
    Integral,
    NamedConstant,
    Reaching,
    Transpose,
    Variable,
    bound_letters,
    free_letters,
)
from derive.language.analysis_writer import (
    AnalysisWriter,
    argument,
    join,
    parenthesised,
    superscript_base,
)
from derive.language.glossary import Declaration, Glossary
from derive.language.patterns import Patterns, patterns_of
from derive.language.syntax import (
    Adjoint,
    Anticommutator,
    Blank,
    Bra,
    Clause,
    Commutator,
    Comparison,
    Delta,
    Exponential,
    Expression,
    Formula,
    Fraction,
    ImaginaryUnit,
    Matrix,
    Modulus,
    Negative,
    Norm,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sandwich,
    Sum,
    Summation,
    Symbol,
    is_mixed_number,
)
from derive.language.tex import ACCENTS, tex_tokens

_SLOT = re.compile(r"#(\d)")
_LONE_SLOT = re.compile(
    rf"([_^]|{'|'.join(re.escape(accent) for accent in sorted(ACCENTS))})\s*#(\d)"
)


def write(tree: Expression | Formula, glossary: Glossary) -> str:
    """The LaTeX of a tree, without dollar signs.

    Args:
        tree: what to write; its symbols are declared in the glossary.
        glossary: how each symbol is written.

    Raises:
        GlossaryError: a symbol of the tree is not declared.
    """
    writer = _writer(glossary, any(node == Variable("i") for node in tree.walk()))
    return writer.expression(tree) if isinstance(tree, Expression) else writer.formula(tree)


@lru_cache(maxsize=64)
def _writer(glossary: Glossary, i_is_bound: bool) -> _Writer:
    return _Writer(glossary, i_is_bound=i_is_bound)


class _Writer(AnalysisWriter):
    """Writes over one glossary; each method writes one level of the grammar."""

    def __init__(self, glossary: Glossary, *, i_is_bound: bool) -> None:
        self.glossary = glossary
        plain_i = glossary.written("i") is None and not i_is_bound
        self.imaginary_unit = "i" if plain_i else r"\mathrm{i}"
        # Any content of a natural slot counts as a match, so that no boundary is overlooked.
        self.patterns = Patterns(glossary, lambda tokens: Number("0"))
        self.longest = max((len(entry.tokens) for entry in glossary.symbols()), default=1)
        self.shapes = {entry.name: next(patterns_of(entry)).form for entry in glossary.symbols()}

    # formulas

    def formula(self, formula: Formula) -> str:
        if isinstance(formula, Comparison):
            text = self.expression(formula.sides[0])
            for _, relation, right in formula.links():
                text = f"{text} {relation} {self.expression(right)}"
            return text
        assert isinstance(formula, Clause)
        text = ""
        if formula.variables:
            variables = ", ".join(self.symbol(symbol) for symbol in formula.variables)
            text = rf"\forall {variables}: "
        if formula.premises:
            premises = ", ".join(self.simple(premise) for premise in formula.premises)
            text += rf"{premises} \Rightarrow "
        return text + self.simple(formula.conclusion)

    def simple(self, formula: Formula) -> str:
        text = self.formula(formula)
        return text if isinstance(formula, Comparison) else parenthesised(text)

    # sums and terms

    def expression(self, node: Expression) -> str:
        if isinstance(node, Negative):
            return "-" + self.term(node.body)
        if not isinstance(node, Sum):
            return self.term(node)
        pieces = [self.summand(node, place) for place in range(len(node.terms))]
        text = ("-" if node.signs[0] == "-" else "") + pieces[0]
        for sign, piece in zip(node.signs[1:], pieces[1:], strict=True):
            text += f" {sign} {piece}"
        return text

    def summand(self, node: Sum, place: int) -> str:
        """One term of a sum; in parentheses if it binds a letter that stands free behind it."""
        term = node.terms[place]
        letters = bound_letters(term) if place + 1 < len(node.terms) else frozenset()
        if letters and any(letters & free_letters(later) for later in node.terms[place + 1 :]):
            return parenthesised(self.expression(term))
        return self.term(term)

    def term(self, node: Expression) -> str:
        if isinstance(node, Sum | Negative):
            return parenthesised(self.expression(node))
        if isinstance(node, Quotient):
            return f"{self.numerator(node.numerator)}/{self.divisor(node.denominator)}"
        if isinstance(node, Reaching):
            return self.reaching(node)
        if isinstance(node, Product):
            return self.run(node, inside_sandwich=False)
        return self.bare(node) if isinstance(node, FunctionCall) else self.factor(node)

    def reaching(self, node: Expression) -> str:
        """What reaches to the end of its term."""
        return self.summation(node) if isinstance(node, Summation) else self.extending(node)

    def numerator(self, node: Expression) -> str:
        ends = node.factors[-1] if isinstance(node, Product) else node
        if isinstance(node, Quotient) or isinstance(ends, Reaching):
            return parenthesised(self.expression(node))
        if isinstance(node, Product):
            return self.run(node, inside_sandwich=False, bare_end=False)
        return self.factor(node) if isinstance(node, FunctionCall) else self.term(node)

    def divisor(self, node: Expression) -> str:
        return self.parenthesised_unless(self.is_inner(node), node)

    def parenthesised_unless(self, bare: bool, node: Expression) -> str:
        return self.factor(node) if bare else parenthesised(self.expression(node))

    def summation(self, node: Summation) -> str:
        indices = ",".join(self.symbol(index) for index in node.indices)
        if node.membership:
            over = self.glossary[self.glossary[node.indices[0].name].over]
            indices = join(indices + r"\in", over.latex)
        return join(rf"\sum_{{{indices}}}", self.term(node.body))

    # products

    def run(self, node: Product, *, inside_sandwich: bool, bare_end: bool = True) -> str:
        r"""Factors side by side; `bare_end` tells whether the last may be bare, as `\sin x`."""
        pieces: list[str] = []
        separators = ("", *node.separators)
        open_bra = inside_sandwich
        for place, factor in enumerate(node.factors):
            after_open_bra = place > 0 and self.is_bra(node.factors[place - 1]) and open_bra
            after_open_bra = after_open_bra and not pieces[-1].endswith(")")
            leads = place == 0 or separators[place] != "" or after_open_bra
            if self.is_bra(factor):
                bare = not open_bra and self.may_open(node, place)
                open_bra = open_bra or bare
            elif isinstance(factor, Reaching):
                bare = place == len(node.factors) - 1 and not inside_sandwich
                bare = bare and not (open_bra and separators[place])
            elif self.is_ket(factor):
                bare = not open_bra
            else:
                bare = self.is_inner(factor) and (leads or not self.is_numeral(factor))
            if place and not separators[place]:
                bare = bare and not is_mixed_number(node.factors[place - 1], factor)
            following = node.factors[place + 1 : place + 2]
            if isinstance(factor, Reaching) and bare:
                pieces.append(self.reaching(factor))
            elif (
                isinstance(factor, FunctionCall)
                and not inside_sandwich
                and (isinstance(following[0], FunctionCall) if following else bare_end)
            ):
                pieces.append(self.bare(factor))
            else:
                pieces.append(self.parenthesised_unless(bare, factor))
        return self.side_by_side(pieces, separators)

    def side_by_side(self, pieces: list[str], separators: Sequence[str]) -> str:
        """The pieces; one that would run into the next gets parentheses."""
        text = pieces[-1]
        for place in reversed(range(len(pieces) - 1)):
            piece, separator = pieces[place], separators[place + 1]
            if separator:
                text = f"{piece} {separator} {text}"
            else:
                text = join(parenthesised(piece) if self.crosses(piece, text) else piece, text)
        return text

    def may_open(self, node: Product, place: int) -> bool:
        """Whether a bra of a product needs no parentheses: no ket of the run would close it."""
        later = node.factors[place + 1 :]
        dotted = bool(later) and node.separators[place] != ""
        return not dotted and not any(
            self.is_ket(factor) or self.is_bra(factor) for factor in later
        )

    def crosses(self, left: str, right: str) -> bool:
        """Whether the two, side by side, show a declared symbol that reaches across."""
        before = tex_tokens(left)
        tokens = [*before, *tex_tokens(right)]
        for start in range(max(0, len(before) - self.longest), len(before)):
            match = self.patterns.longest(tokens, start, len(tokens))
            if match is not None and match.end > len(before):
                return True
        return False

    def shape(self, node: Expression) -> str:
        if isinstance(node, Bra):
            return "bra"
        return self.shapes[node.name] if isinstance(node, Symbol) else ""

    def is_bra(self, node: Expression) -> bool:
        return self.shape(node) == "bra"

    def is_ket(self, node: Expression) -> bool:
        """Whether the node is written as a ket, or as a ket with a superscript."""
        base = superscript_base(node)
        return self.shape(node if base is None else base) == "ket"

    def is_numeral(self, node: Expression) -> bool:
        base = superscript_base(node) or node
        return isinstance(base.body if isinstance(base, Factorial) else base, Number)

    def is_inner(self, node: Expression) -> bool:
        """Whether the node may stand bare between a bra and a ket, or as a divisor."""
        if isinstance(node, Sum | Negative | Product | Quotient | Reaching):
            return False
        return not self.is_bra(node) and not self.is_ket(node)

    # factors

    def factor(self, node: Expression) -> str:
        base = superscript_base(node)
        if base is None:
            return self.atom(node)
        if isinstance(node, Power):
            superscript = f"^{argument(self.expression(node.exponent))}"
        else:
            assert isinstance(node, Adjoint | Transpose)
            superscript = f"^{argument(node.mark) if node.mark.endswith('}') else node.mark}"
        written = self.base(base)
        reads_as_exponential = (
            isinstance(node, Power)
            and written == "e"
            and exponent_kind(node.exponent, self.glossary) != "power"
        )
        reads_as_exponential = reads_as_exponential or base == NamedConstant("e")
        if reads_as_exponential or self.crosses(written, superscript):
            written = parenthesised(written)
        return written + superscript

    def base(self, node: Expression) -> str:
        raisable = self.is_inner(node) or self.is_ket(node)
        needs = isinstance(node, Fraction | Power) or (
            isinstance(node, Exponential) and not node.function
        )
        needs = needs or (isinstance(node, Adjoint) and node.mark != r"\overline")
        needs = needs or isinstance(node, Transpose | FunctionCall | Integral)
        needs = needs or (isinstance(node, Symbol) and "^" in self.glossary[node.name].tokens)
        return self.parenthesised_unless(raisable and not needs, node)

    def atom(self, node: Expression) -> str:
        match node:
            case Number():
                return node.text
            case ImaginaryUnit():
                return self.imaginary_unit
            case Symbol():
                return self.symbol(node)
            case Bra():
                return join(r"\langle", self.inside_ket(node.ket)) + "|"
            case Sandwich():
                return self.sandwich(node)
            case Fraction():
                above, below = self.expression(node.numerator), self.expression(node.denominator)
                return rf"\frac{{{above}}}{{{below}}}"
            case Root():
                degree = "" if node.degree == 2 else f"[{node.degree}]"
                return rf"\sqrt{degree}{{{self.expression(node.radicand)}}}"
            case Adjoint():
                return rf"\overline{{{self.expression(node.body)}}}"
            case Exponential():
                return self.exponential(node)
            case Commutator():
                return f"[{self.expression(node.left)}, {self.expression(node.right)}]"
            case Anticommutator():
                return rf"\{{{self.expression(node.left)}, {self.expression(node.right)}\}}"
            case Modulus():
                return self.between_bars("|", node.body)
            case Norm():
                return self.between_bars(r"\|", node.body)
            case Matrix():
                return self.matrix(node)
            case Blank():
                return ""
            case Delta():
                return rf"\delta_{{{self.delta_indices(node)}}}"
            case Analysis():
                return self.analysis(node)
        raise AssertionError(f"{type(node).__name__} is not an atom")

    def between_bars(self, bar: str, body: Expression) -> str:
        content = self.expression(body)
        return rf"\left{bar}{content}\right{bar}" if "|" in content else bar + content + bar

    def exponential(self, node: Exponential) -> str:
        exponent = self.expression(node.exponent)
        if node.function:
            return r"\exp" + parenthesised(exponent)
        declared = self.glossary.written("e") is not None
        if declared and exponent_kind(node.exponent, self.glossary) != "exponential":
            return rf"\mathrm{{e}}^{argument(exponent)}"
        return f"e^{argument(exponent)}"

    def sandwich(self, node: Sandwich) -> str:
        left = self.atom(node.left)
        if node.middle is None:
            return join(left, self.inside_ket(node.right) + r"\rangle")
        if isinstance(node.middle, Product):
            middle = self.run(node.middle, inside_sandwich=True)
        else:
            middle = self.parenthesised_unless(self.is_inner(node.middle), node.middle)
        return left + middle + self.symbol(node.right)

    def matrix(self, node: Matrix) -> str:
        rows = [" & ".join(self.expression(entry) for entry in row) for row in node.rows]
        if not rows[-1]:
            rows.append("")
        body = r" \\ ".join(rows)
        return rf"\begin{{{node.brackets}}} {body} \end{{{node.brackets}}}"

    def delta_indices(self, node: Delta) -> str:
        left, right = self.symbol(node.left), self.symbol(node.right)
        together = join(left, right)
        tokens = tex_tokens(together)
        names = [
            match.pattern.declaration.name
            for match in self.patterns.indices(tokens, 0, len(tokens))
        ]
        return together if names == [node.left.name, node.right.name] else f"{left},{right}"

    def symbol(self, node: Symbol) -> str:
        return self.filled(self.glossary[node.name].latex, node.arguments)

    def inside_ket(self, node: Symbol) -> str:
        """What stands between the bar and the angle of a ket."""
        text = ""
        for token in self.glossary[node.name].tokens[1:-1]:
            text = join(text, token)
        return self.filled(text, node.arguments)

    def filled(self, latex: str, arguments: Sequence[Expression]) -> str:
        """The latex with its slots filled."""
        text = ""
        for place, piece in enumerate(_SLOT.split(_LONE_SLOT.sub(r"\1{#\2}", latex))):
            is_slot = place % 2 == 1
            text = join(text, self.expression(arguments[int(piece) - 1]) if is_slot else piece)
        return text


def exponent_kind(
    exponent: Expression, glossary: Glossary
) -> Literal["power", "exponential", "ambiguous"]:
    """How the reader takes `e^{exponent}` where a symbol e is declared."""
    nodes = list(exponent.walk())
    if any(
        isinstance(node, ImaginaryUnit | Exponential)
        or (isinstance(node, Analysis) and not isinstance(node, Factorial | Variable))
        or (isinstance(node, Symbol) and not _is_natural_or_index(glossary[node.name]))
        for node in nodes
    ):
        return "exponential"
    integral = (Number, Symbol, Sum, Negative, Product, Power)
    if all(isinstance(node, integral) and "." not in getattr(node, "text", "") for node in nodes):
        return "power"
    return "ambiguous"


def _is_natural_or_index(declaration: Declaration) -> bool:
    return declaration.is_natural or declaration.kind == "index"
