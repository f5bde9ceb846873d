"""The language: how formulas are declared, read, written, weighed and lowered to the kernel.

Ground floor first: `errors`, `units`, `tex`, `functions`, `glossary`, `syntax`, `analysis`; then
`reader` (with `patterns`, `passes`, `function_lexer`, `differential_lexer`, `binder_lexer`,
`index_lexer`, `lexer`, `builder`, `parsing`, `grammar.lark`), `writer` (with `analysis_writer`),
`text_writer`, `dimensions`; then `lowering` and `lifting`, between trees and kernel terms, and
`sympy_bridge` (with `sympy_analysis`).

Importing this package imports neither Lark nor SymPy; reading imports the first, the bridge the
second.
"""

from derive.language.dimensions import DimensionError, check_dimensions, dimension_of
from derive.language.errors import LanguageError, Position
from derive.language.glossary import (
    Declaration,
    Glossary,
    GlossaryError,
    function,
    functional,
    index,
    index_set,
    ket,
    natural,
    operator,
    scalar,
    space,
)
from derive.language.lifting import Lifting
from derive.language.lowering import Definition, Lowering
from derive.language.reader import read_calculation, read_expression, read_formula
from derive.language.sympy_bridge import from_sympy, to_sympy
from derive.language.syntax import Calculation, Clause, Comparison, Expression, Formula, Step
from derive.language.text_writer import text_of_latex, write_text
from derive.language.units import Dimension
from derive.language.writer import write

__all__ = [
    "Calculation",
    "Clause",
    "Comparison",
    "Declaration",
    "Definition",
    "Dimension",
    "DimensionError",
    "Expression",
    "Formula",
    "Glossary",
    "GlossaryError",
    "LanguageError",
    "Lifting",
    "Lowering",
    "Position",
    "Step",
    "check_dimensions",
    "dimension_of",
    "from_sympy",
    "function",
    "functional",
    "index",
    "index_set",
    "ket",
    "natural",
    "operator",
    "read_calculation",
    "read_expression",
    "read_formula",
    "scalar",
    "space",
    "text_of_latex",
    "to_sympy",
    "write",
    "write_text",
]
