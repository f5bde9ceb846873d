r"""Theorems as LaTeX, to be read with `\input` by any document that uses amsmath.

A theorem is its hypotheses and claims as text, and an `align` for each calculation with the
reason on each line.  Documents take the parts that they need.

Main results: `theorem_latex`, `statement_latex`, `proof_latex`, `calculation_latex`, `prose`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from derive.checking import Proof, Status
from derive.language import syntax
from derive.language.glossary import Glossary
from derive.language.writer import write
from derive.render.symbols import assumed, put
from derive.theorem import Hypothesis, Part, Theorem

_SMALL_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega"
).split()
_CAPITAL_GREEK = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()


def _unicode(name: str) -> str:
    """What Unicode calls a Greek letter."""
    return name.upper().replace("LAMBDA", "LAMDA")


_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
_SIGNS = {
    **{
        unicodedata.lookup(f"GREEK SMALL LETTER {_unicode(name)}"): rf"\{name}"
        for name in _SMALL_GREEK
    },
    **{
        unicodedata.lookup(f"GREEK CAPITAL LETTER {_unicode(name)}"): rf"\{name}"
        for name in _CAPITAL_GREEK
    },
    "ħ": r"\hbar",
    "ℏ": r"\hbar",
    "ℓ": r"\ell",
    "∂": r"\partial",
    "∞": r"\infty",
    "∈": r"\in",
    "√": r"\surd",
    "≠": r"\neq",
    "≈": r"\approx",
    "≤": r"\le",
    "≥": r"\ge",
    "→": r"\to",
    "⇒": r"\Rightarrow",
    "⇔": r"\Leftrightarrow",
    "⟨": r"\langle",
    "⟩": r"\rangle",
    "†": r"\dagger",
    "−": "-",
}
_FOREIGN = re.compile(r"[^\x00-\xaa\xac-\xba\xbc-\u017f–—‘’“”…]+")
"""What the fonts of an engine without Unicode fonts do not have."""
FOREIGN_SCRIPT = (
    r"\providecommand{\derivescript}[1]{\ifdefined\Umathchar#1\else[\ldots]\fi}"
    " % other scripts need an engine that has them\n"
)
_MATH = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")
_ESCAPED = re.compile(r"\\([%&#_${}])")
_BRACE = re.compile(r"(?<!\\)[{}]")
_UNSAFE_IN_MATH = re.compile(r"(?<!\\)[%&#]")


def theorem_latex(
    theorem: Theorem, status: Status = "undecided", proof: Proof | None = None
) -> str:
    """A theorem with all that belongs to it.

    Args:
        theorem: what to print.
        status: what is known of it.
        proof: its proof, if it has one.

    Raises:
        TheoremError: a formula is not well formed.
    """
    parts = (
        statement_latex(theorem, proof),
        proof_latex(theorem),
        standing_latex(status, proof.premises if proof else ()),
    )
    text = "\n".join(part for part in parts if part)
    return FOREIGN_SCRIPT + text if r"\derivescript{" in text else text


def statement_latex(theorem: Theorem, proof: Proof | None = None) -> str:
    """Title, source, hypotheses, what is assumed of symbols, and claims."""
    source = f" ({prose(theorem.source)})" if theorem.source else ""
    lines = [rf"\paragraph{{{prose(theorem.title)}.}}{source}"]
    properties = assumed(theorem, proof, _math)
    if theorem.hypotheses or properties:
        lines += ["Suppose:", r"\begin{itemize}"]
        lines += [rf"  \item {hypothesis_latex(h, theorem)}" for h in theorem.hypotheses]
        lines += [rf"  \item {properties}"] if properties else []
        lines += [r"\end{itemize}", "Then"]
    claims = [write(claim, theorem.glossary) for claim in theorem.claims]
    lines += [r"\begin{gather*}", *_rows(claims), r"\end{gather*}"]
    if theorem.immediate:
        lines.append(rf"\emph{{Remark.}} {prose(theorem.immediate)}")
    return "\n".join(lines)


def hypothesis_latex(hypothesis: Hypothesis, theorem: Theorem) -> str:
    """A hypothesis: its name, what kind of thing it is, the formula, the source."""
    name, citation = prose(hypothesis.name), hypothesis.citation
    if citation is not None:
        cited = citation.theorem
        formulas = [_math(claim, cited.glossary) for claim in cited.claims]
        values = put(citation, theorem, _math)
        where = f" with {values}" if values else ""
        return f"{name} (theorem: {prose(cited.title)}): {', '.join(formulas)}{where}"
    assert hypothesis.formula is not None
    kind = (
        f"{hypothesis.kind}; {prose(hypothesis.source)}" if hypothesis.source else hypothesis.kind
    )
    return f"{name} ({kind}): {_math(hypothesis.formula, theorem.glossary)}"


def proof_latex(theorem: Theorem) -> str:
    """The calculations of the proof; without any, nothing."""
    parts = [part_latex(part, theorem) for part in theorem.parts]
    return "\n".join([r"\emph{Proof.}", *parts]) if parts else ""


def part_latex(part: Part, theorem: Theorem) -> str:
    """The calculations of a part of a proof, and what is supposed for them."""
    lines = []
    if part.supposed:
        supposed = [
            f"{_math(h.formula, theorem.glossary)} ({prose(h.name)})"
            for h in part.supposed
            if h.formula is not None
        ]
        lines.append(f"Suppose {', '.join(supposed)}.")
    lines += [calculation_latex(one, theorem.glossary) for one in part.calculations]
    return "\n".join(lines)


def calculation_latex(calculation: syntax.Calculation, glossary: Glossary) -> str:
    """A calculation as an `align` with one number, the reason on each line."""
    lines = []
    for place, step in enumerate(calculation.steps):
        left = write(step.left, glossary) if place == 0 else ""
        line = f"{left} &{step.relation} {write(step.right, glossary)}".strip()
        lines.append(line + (rf" && \text{{({prose(step.reason)})}}" if step.reason else ""))
    return "\n".join([r"\begin{align}", *_rows(lines, r" \notag"), r"\end{align}"])


def standing_latex(status: Status, premises: Iterable[Hypothesis]) -> str:
    """What is known of a theorem, and from what it is proved."""
    if status != "proved":
        return rf"\emph{{Status: {status}.}}"
    named = [f"{prose(h.name)} ({h.kind})" for h in premises if h.kind != "definition"]
    return rf"\emph{{Proved from:}} {', '.join(named) or 'definitions alone'}."


def prose(text: str) -> str:
    r"""Prose with its special characters escaped, except in formulas between dollar signs.

    Other scripts are handed to `\derivescript`, which a document with the right fonts may define.
    """
    return "".join(_prose_parts(text))


def _prose_parts(text: str) -> Iterator[str]:
    start = 0
    for match in _MATH.finditer(text):
        if _is_safe(match[1]):
            yield _escaped(text[start : match.start()])
            yield match[0]
            start = match.end()
    yield _escaped(text[start:])


def _is_safe(formula: str) -> bool:
    """Whether a formula between dollar signs leaves the text around it alone."""
    depth = 0
    for brace in _BRACE.findall(formula):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not _UNSAFE_IN_MATH.search(formula)


def _escaped(text: str) -> str:
    plain = _ESCAPED.sub(r"\1", text)
    escaped = "".join(_escaped_character(character) for character in plain)
    return _FOREIGN.sub(lambda found: rf"\derivescript{{{found[0]}}}", escaped)


def _escaped_character(character: str) -> str:
    if character in _SIGNS:
        return f"${_SIGNS[character]}$"
    return _ESCAPES.get(character, character)


def _math(tree: syntax.Expression | syntax.Formula, glossary: Glossary) -> str:
    return f"${write(tree, glossary)}$"


def _rows(lines: Sequence[str], tag: str = "") -> list[str]:
    r"""Lines of a display, each but the last with what ends a row."""
    return [f"  {line}{tag} \\\\" for line in lines[:-1]] + [f"  {line}" for line in lines[-1:]]
