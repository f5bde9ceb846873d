"""`derive new`: a file to start from."""

from __future__ import annotations

import keyword
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from derive.language.glossary import Declaration, Glossary

EXAMPLES = """\b
Examples:
  derive new optics.lens          writes proofs/optics/lens.py
  derive check optics.lens        proves what stands there
"""

_NOTATION = '''"""The symbols that the theorems of this folder share, each declared once."""

from derive import Glossary, scalar

# scalar(name, LaTeX, properties, dimension in SI units); there are also natural, operator, ket,
# functional, space, index_set and index.  `derive symbols` lists what is declared.
glossary = Glossary(
{declarations}
)
'''

_THEOREM = '''"""{title}."""

from derive import {imports}
{extension}
# `derive check {name}` proves it, `derive show {name}` prints it.
{result} = Theorem(
    "{name}",
    title="{title}",
    source="",  # where it stands: a lecture, a book, a paper
    glossary=glossary,
    # What is given, by name.  A plain formula is a law; definition(…), postulate(…), cited(…),
    # experiment(…), heuristic(…) say otherwise; a theorem imported from another file can be cited.
    # The folder's own files are imported like notation above.  From the library that comes with
    # derive, for example: from proofs.landau.degeneracy import degeneracy
    given={{
        "area of a rectangle": definition(r"{area} = {first} {second}"),
        "shape": r"{second} = 2 {first}",
    }},
    claim=r"{area} = 2 {first}^2",
    # Each line says after % by which of the hypotheses it follows.
    proof=r"""
        {area} = {first} {second}  % area of a rectangle
          = 2 {first}^2  % shape
    """,
)
'''


@click.command(epilog=EXAMPLES)
@click.argument("name", metavar="NAME")
def new(name: str) -> None:
    """Write a file with a theorem that checks, to be changed into your own.

    NAME is subject.result: the file is ./proofs/subject/result.py.  The glossary,
    ./proofs/notation.py, is written too if there is none.  Nothing is overwritten.
    """
    parts = name.split(".")
    if len(parts) < 2 or not all(_is_identifier(part) for part in parts):
        raise click.BadParameter("write it like optics.lens: Python names", param_hint="NAME")
    folder = Path("proofs")
    path = folder.joinpath(*parts).with_suffix(".py")
    if path.exists():
        raise click.ClickException(f"{path} is there already")
    notation = folder / "notation.py"
    if not notation.exists():
        _create(notation, _NOTATION.format(declarations=_declared(_symbols(0))))
    _create(path, _theorem(parts, _shared_glossary(folder)))
    click.echo(f"derive check {name} proves it.")


def _is_identifier(text: str) -> bool:
    return text.isidentifier() and not keyword.iskeyword(text)


def _create(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    click.echo(f"wrote {path}")


def _shared_glossary(folder: Path) -> Glossary:
    from derive.library import NOTATION, Library

    library = Library.load(folder / NOTATION)
    if library.problems:
        raise library.problems[0]
    return library.glossary


def _symbols(attempt: int) -> list[Declaration]:
    """An area and two sides; in later attempts, with subscripts that are rarely taken."""
    from derive.language.glossary import scalar

    mark = "_{" + "0" * attempt + "}" if attempt else ""
    suffix = "_" + "0" * attempt if attempt else ""
    return [
        scalar(f"a{suffix}", f"a{mark}", "positive", dimension="m", english="short side"),
        scalar(f"b{suffix}", f"b{mark}", "positive", dimension="m", english="long side"),
        scalar(f"S{suffix}", f"S{mark}", "positive", dimension="m^2", english="area"),
    ]


def _theorem(parts: list[str], shared: Glossary) -> str:
    from derive.language.glossary import Glossary, GlossaryError

    attempt = 0
    while True:
        symbols = _symbols(attempt)
        try:
            new_ones = len(shared | Glossary(*symbols)) > len(shared)
            break
        except GlossaryError:
            attempt += 1
    dots = "." * len(parts)
    extension = f"\nfrom {dots}notation import glossary\n"
    imports = "Theorem, definition"
    if new_ones:
        imports += ", scalar"
        extension = (
            f"\nfrom {dots}notation import glossary as shared\n\n"
            f"glossary = shared.extend(\n{_declared(symbols)}\n)\n"
        )
    first, second, area = (symbol.latex for symbol in symbols)
    return _THEOREM.format(
        name=".".join(parts),
        result=parts[-1],
        title=parts[-1].replace("_", " ").capitalize(),
        imports=imports,
        extension=extension,
        first=first,
        second=second,
        area=area,
    )


def _declared(symbols: list[Declaration]) -> str:
    return "\n".join(
        f'    scalar("{s.name}", r"{s.latex}", "positive", dimension="{s.dimension}", '
        f'english="{s.english}"),'
        for s in symbols
    )
