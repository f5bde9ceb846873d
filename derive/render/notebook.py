r"""Theorems in notebooks: HTML whose formulas MathJax sets, and the claims as one formula.

Nothing is proved for it, so no status is told.

Main results: `theorem_html`, `theorem_formula`, `mime_bundle`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from html import escape

from derive.language import syntax
from derive.language.glossary import Glossary
from derive.language.writer import write
from derive.render.prose import prose, split_math
from derive.render.symbols import assumed, put
from derive.render.terminal import statement_texts
from derive.theorem import Hypothesis, Theorem


def mime_bundle(
    theorem: Theorem, include: Collection[str] | None, exclude: Collection[str] | None
) -> dict[str, str]:
    """A theorem in the forms from which a notebook chooses one.

    Args:
        theorem: what to show.
        include, exclude: the forms that the notebook wants, and those that it does not want.

    Raises:
        TheoremError: a formula is not well formed.
    """
    forms: dict[str, Callable[[], str]] = {
        "text/plain": lambda: f"{theorem!r}\n" + "\n".join(statement_texts(theorem)),
        "text/latex": lambda: theorem_formula(theorem),
        "text/html": lambda: theorem_html(theorem),
    }
    wanted = set(include or forms) - set(exclude or ())
    return {form: made() for form, made in forms.items() if form in wanted}


def theorem_formula(theorem: Theorem) -> str:
    """The claims as one displayed formula, with its dollar signs."""
    claims = r" \\ ".join(write(claim, theorem.glossary) for claim in theorem.claims)
    if len(theorem.claims) > 1:
        claims = rf"\begin{{gathered}} {claims} \end{{gathered}}"
    return f"$$ {claims} $$"


def theorem_html(theorem: Theorem) -> str:
    """Hypotheses, claims, and the proof, which unfolds."""
    return "\n".join(_html_lines(theorem))


def _html_lines(theorem: Theorem) -> Iterator[str]:
    yield f"<div><b>{_prose(theorem.title)}</b> <code>{escape(theorem.name)}</code>"
    properties = assumed(theorem, None, _inline)
    if theorem.hypotheses or properties:
        yield "<div>Suppose:</div><ul>"
        for hypothesis in theorem.hypotheses:
            kind = f"{_prose(hypothesis.name)} ({hypothesis.kind})"
            yield f"<li>{kind}: {_hypothesis(hypothesis, theorem)}</li>"
        yield f"<li>{properties}</li>" if properties else ""
        yield "</ul><div>Then</div>"
    yield escape(theorem_formula(theorem))
    if theorem.parts:
        yield "<details><summary>Proof</summary>"
        for part in theorem.parts:
            for supposed in part.supposed:
                yield f"<div>Suppose {_hypothesis(supposed, theorem)}.</div>"
            for calculation in part.calculations:
                yield escape(_calculation(calculation, theorem.glossary))
        yield "</details>"
    yield "</div>"


def _hypothesis(hypothesis: Hypothesis, theorem: Theorem) -> str:
    citation = hypothesis.citation
    if citation is None:
        assert hypothesis.formula is not None
        return _inline(hypothesis.formula, theorem.glossary)
    cited = citation.theorem
    claims = ", ".join(_inline(claim, cited.glossary) for claim in cited.claims)
    values = put(citation, theorem, _inline)
    return f"{claims} with {values}" if values else claims


def _calculation(calculation: syntax.Calculation, glossary: Glossary) -> str:
    rows = []
    for place, step in enumerate(calculation.steps):
        left = write(step.left, glossary) if place == 0 else ""
        reason = rf" && \text{{({prose(step.reason)})}}" if step.reason else ""
        rows.append(f"{left} &{step.relation} {write(step.right, glossary)}{reason}")
    lines = " \\\\\n".join(rows)
    return rf"$$ \begin{{aligned}} {lines} \end{{aligned}} $$"


def _inline(tree: syntax.Expression | syntax.Formula, glossary: Glossary) -> str:
    return escape(f"${write(tree, glossary)}$")


def _prose(text: str) -> str:
    return "".join(escape(part) for part, _ in split_math(text))
