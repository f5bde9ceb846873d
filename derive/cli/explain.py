"""`derive explain`: how a formula is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from derive.kernel.atoms import Space
    from derive.kernel.formulas import Formula as KernelFormula
    from derive.language.glossary import Glossary
    from derive.language.lowering import Lowering
    from derive.language.syntax import Expression, Formula, Node

EXAMPLES = """\b
Examples:
  derive explain '\\frac{eB}{h} L^2'
  derive explain '\\hat H|\\psi\\rangle = E|\\psi\\rangle'
  derive explain 'A = a b' --glossary proofs/geometry
"""
_STATEMENT = re.compile(r"=|\\(neq?|leq?|geq?|Rightarrow|forall)(?![A-Za-z])|\\[lg]eqslant")


@click.command(epilog=EXAMPLES)
@click.argument("formula")
@click.option(
    "--glossary",
    "path",
    type=click.Path(exists=True, path_type=Path),
    help="The folder or file whose symbols are used, instead of ./proofs or the library.",
)
def explain(formula: str, path: Path | None) -> None:
    """Show how a formula is read: its structure, symbols, type, dimension, and kernel terms."""
    from derive.cli.output import print_table, report_problems
    from derive.cli.symbols import kind_text
    from derive.language.text_writer import write_text
    from derive.language.writer import write
    from derive.library import Library, default_folder

    library = Library.load(path or default_folder())
    report_problems([library])
    glossary = library.glossary
    tree = _read(formula, glossary)
    click.echo(f"{_heading('read as')} {write_text(tree, glossary)}")
    click.echo(f"{_heading('LaTeX')} {write(tree, glossary)}")
    click.echo(_heading("structure"))
    click.echo("\n".join(f"  {line}" for line in _structure(tree)))
    click.echo(_heading("symbols"))
    print_table(
        ["  LaTeX", "name", "kind", "dimension", "English"],
        [
            (f"  {d.latex}", d.name, kind_text(d), str(d.dimension), d.english)
            for d in (glossary[name] for name in _names(tree))
        ],
    )
    for name, text in _meaning(tree, glossary):
        click.echo(f"{_heading(name)} {text}")


def _heading(text: str) -> str:
    return click.style(f"{text}:", bold=True)


def _read(text: str, glossary: Glossary) -> Expression | Formula:
    from derive.language.reader import read_expression, read_formula

    read = read_formula if _STATEMENT.search(text) else read_expression
    return read(text, glossary)


def _structure(node: Node, depth: int = 0) -> Iterator[str]:
    """The tree, one node on a line, parts indented below."""
    yield "  " * depth + _label(node)
    for child in node.children():
        yield from _structure(child, depth + 1)


def _label(node: Node) -> str:
    from derive.language import syntax

    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(node).__name__).lower()
    match node:
        case syntax.Symbol():
            return node.name
        case syntax.Number():
            return node.text
        case syntax.Sum():
            return f"{kind} {' '.join(node.signs)}"
        case syntax.Comparison():
            return f"{kind} {' '.join(node.relations)}"
        case syntax.Root():
            return f"{kind} of degree {node.degree}"
        case syntax.Adjoint():
            return f"{kind} {node.mark}"
    return kind


def _names(tree: Node) -> list[str]:
    from derive.language import syntax

    found = (node.name for node in tree.walk() if isinstance(node, syntax.Symbol))
    return list(dict.fromkeys(found))


def _meaning(tree: Expression | Formula, glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Type, dimension and kernel terms.

    Raises:
        LanguageError: types or dimensions do not fit.
    """
    from derive.language import syntax
    from derive.language.dimensions import check_dimensions, dimension_of
    from derive.language.lowering import Lowering
    from derive.language.signature import content_of

    lowering = Lowering(glossary)
    if isinstance(tree, syntax.Formula):
        check_dimensions(tree, glossary)
        formulas = lowering.claim(tree)
        if isinstance(tree, syntax.Comparison):
            yield "dimension", str(dimension_of(tree.sides[0], glossary) or "any")
        for formula in formulas:
            yield "kernel formula", _formula_text(formula)
    else:
        dimension = dimension_of(tree, glossary)
        term = lowering.term(tree)
        yield "type", f"{_space(term.codomain)}←{_space(term.domain)}"
        yield "dimension", str(dimension or "any")
        yield "kernel term", content_of(term)
    yield from _definitions(lowering)


def _definitions(lowering: Lowering) -> Iterator[tuple[str, str]]:
    for definition in lowering.definitions:
        for formula in definition.formulas:
            yield "by definition", _formula_text(formula)


def _formula_text(formula: KernelFormula) -> str:
    from derive.kernel.formulas import Clause, Equation
    from derive.language.signature import content_of

    if isinstance(formula, Equation):
        return f"{content_of(formula.left)} = {content_of(formula.right)}"
    if not isinstance(formula, Clause):
        return f"{content_of(formula.term)} ≥ 0"
    names = ", ".join(variable.name for variable in formula.variables)
    premises = ", ".join(_formula_text(premise) for premise in formula.premises)
    arrow = f"{premises} ⇒ " if premises else ""
    return f"for all {names}: {arrow}({_formula_text(formula.conclusion)})"


def _space(space: Space) -> str:
    return "ℂ" if space.name == "C" else space.name
