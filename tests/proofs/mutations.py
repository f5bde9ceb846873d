"""Small changes to the file of a theorem, made by program from its text."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Operator = Literal[
    "sign", "exponent", "factor", "value", "order", "dagger", "index", "relation", "delete"
]
Edit = tuple[int, int, str]
"""Replace the text from one place up to another."""


@dataclass(frozen=True)
class Mutant:
    """A changed file.

    `place` is the name of the changed hypothesis, or "claim", or "proof"; `line` is where the file
    was changed, `before` and `after` are that line before and after.
    """

    operator: Operator
    place: str
    line: int
    before: str
    after: str
    text: str

    @property
    def label(self) -> str:
        return f"{self.operator} in {self.place}, line {self.line}: {self.before} => {self.after}"


@dataclass(frozen=True)
class Formula:
    """A text of the theorem: where it stands in the file, and what it is."""

    place: str
    start: int
    text: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every small change of every formula of the file, and every deletion of a hypothesis."""
    seen = {source}
    for formula in formulas(source):
        for operator, edits_of in OPERATORS.items():
            for start, end, new in edits_of(_code(formula)):
                mutant = _changed(
                    source,
                    operator,
                    formula.place,
                    (formula.start + start, formula.start + end, new),
                )
                if mutant.text not in seen:
                    seen.add(mutant.text)
                    yield mutant
    yield from deletions(source)


def formulas(source: str) -> Iterator[Formula]:
    """The claims, the hypotheses and the calculations of the theorem in a file."""
    tree = ast.parse(source)
    call = _theorem(tree)
    shared = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for keyword in call.keywords:
        if keyword.arg == "given":
            assert isinstance(keyword.value, ast.Dict)
            for key, value in zip(keyword.value.keys, keyword.value.values, strict=True):
                assert isinstance(key, ast.Constant)
                if isinstance(value, ast.Name):
                    value = shared.get(value.id, value)
                if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
                    yield _formula(source, key.value, value.args[0])
        elif keyword.arg in ("claim", "proof"):
            for node in ast.walk(keyword.value):
                if isinstance(node, ast.Constant) and re.search(r"[\\=]", node.value):
                    yield _formula(source, keyword.arg, node)


def deletions(source: str) -> Iterator[Mutant]:
    """The file without one hypothesis, which no reason mentions any more."""
    call = _theorem(ast.parse(source))
    given = next((k.value for k in call.keywords if k.arg == "given"), None)
    if not isinstance(given, ast.Dict):
        return
    for key, value in zip(given.keys, given.values, strict=True):
        assert isinstance(key, ast.Constant)
        start = _offset(source, key.lineno, key.col_offset)
        end = _offset(source, value.end_lineno or 0, value.end_col_offset or 0)
        end += len(re.match(r"\s*,?", source[end:])[0])  # type: ignore[index]
        blank = "\n" * source[start:end].count("\n")  # the lines keep their numbers
        text = source[:start] + blank + source[end:]
        lines = [_without(line, key.value) for line in text.split("\n")]
        yield Mutant("delete", key.value, key.lineno, key.value, "", "\n".join(lines))


def lines_with_reason(source: str, name: str) -> set[int]:
    """The lines of the file whose reason mentions a hypothesis."""
    return {
        number
        for number, line in enumerate(source.split("\n"), 1)
        if "%" in line and _mentions(line.rpartition("%")[2], name)
    }


def _mentions(reason: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", reason, re.IGNORECASE) is not None


def _without(line: str, name: str) -> str:
    """A line of a proof whose reason does not mention the hypothesis."""
    code, percent, reason = line.rpartition("%")
    if not percent or not _mentions(reason, name):
        return line
    quote = re.search(r'"[,\]]*\s*$', reason)
    closing = quote[0] if quote else ""
    phrases = reason.removesuffix(closing).split(",")
    kept = [phrase for phrase in phrases if not _mentions(phrase, name)]
    return f"{code}% {','.join(kept).strip()}{closing}" if kept else f"{code}{closing}"


def _theorem(tree: ast.Module) -> ast.Call:
    return next(
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Theorem"
    )


def _formula(source: str, place: str, node: ast.expr) -> Formula:
    assert isinstance(node, ast.Constant)
    start = _offset(source, node.lineno, node.col_offset)
    return Formula(place, source.index(node.value, start), node.value)


def _offset(source: str, line: int, column: int) -> int:
    """The place in the text of an AST position, whose columns count bytes."""
    lines = source.split("\n")
    before = sum(len(text) + 1 for text in lines[: line - 1])
    return before + len(lines[line - 1].encode()[:column].decode())


def _code(formula: Formula) -> str:
    """The text with its reasons blotted out."""
    return re.sub(r"%[^\n]*", lambda reason: "~" * len(reason[0]), formula.text)


def _changed(source: str, operator: Operator, place: str, edit: Edit) -> Mutant:
    start, end, new = edit
    text = source[:start] + new + source[end:]
    line = source.count("\n", 0, start) + 1
    before, after = (one.split("\n")[line - 1].strip() for one in (source, text))
    return Mutant(operator, place, line, before, after, text)


def _replace(
    pattern: str, new: str | Callable[[re.Match[str]], str]
) -> Callable[[str], Iterator[Edit]]:
    """One edit for each place where the pattern stands."""

    def edits(code: str) -> Iterator[Edit]:
        for match in re.finditer(pattern, code):
            yield (
                match.start(),
                match.end(),
                match.expand(new) if isinstance(new, str) else new(match),
            )

    return edits


def _each(*makers: Callable[[str], Iterator[Edit]]) -> Callable[[str], Iterator[Edit]]:
    def edits(code: str) -> Iterator[Edit]:
        for maker in makers:
            yield from maker(code)

    return edits


def _next(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 1}"


_CELL = r"((?:(?!\\\\|\\end|&).)+?)"
_OTHER = {"1": "2", "2": "1", "x": "y", "y": "x"}

OPERATORS: dict[Operator, Callable[[str], Iterator[Edit]]] = {
    "sign": _each(
        _replace(r"\+(?! *1\b)", "-"),
        _replace(r"(?<=[\w})]) - ", " + "),
        _replace(r"(?<![\w})^{] )(?<!\^\{)-(?=[^ ])", ""),
        _replace(r"= (?![-0])", "= -"),
    ),
    "exponent": _each(_replace(r"(\^)(\d)", _next), _replace(r"(\^\{-?)(\d+)(?=\})", _next)),
    "factor": _each(
        _replace(r"(?<![\d.^_])()([24])(?![\d.])", _next),
        _replace(r"= (-?)(?!0)", r"= \g<1>2 \\cdot "),
        _replace(r"(\d)(?= \\,? ?\\Omega)", lambda match: str((int(match[1]) + 5) % 10)),
    ),
    "value": _replace(r"= 0(?![.\d])", "= 1"),
    "order": _each(
        _replace(r"(\\hat \w)(\\hat \w)(?!_)", r"\2\1"),
        _replace(r"\[(\\hat \w),(\\hat \w)\]", r"\1\2"),
        _replace(rf"(\\begin\{{bmatrix\}}|\\\\) {_CELL} & {_CELL} (?=\\\\|\\end)", r"\1 \3 & \2 "),
    ),
    "dagger": _replace(r"\^(\\dagger|\*)", ""),
    "index": _replace(r"_([12xy])\b(?!\})", lambda match: f"_{_OTHER[match[1]]}"),
    "relation": _each(
        _replace(r"\\le\b", r"\\ge"), _replace(r"\\ge\b", r"\\le"), _replace(r"\\neq", "=")
    ),
}
