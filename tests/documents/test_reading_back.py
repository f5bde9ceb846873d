"""What is printed is what was proved: every formula of the provided articles is read again."""

from pathlib import Path

import pytest

from derive.documents import article
from derive.documents.contents import Contents, gather
from derive.documents.lecture import provided_lectures, read_lecture
from derive.language import errors
from tests.documents.reading_back import blocks, compared

LECTURES = sorted(provided_lectures())


def failures(contents: Contents, latex: str) -> tuple[int, list[str]]:
    """How many formulas were compared, and those that do not read as what was proved."""
    found = blocks(latex)
    assert set(found) == set(contents.printed)
    count, wrong = 0, []
    for name, outcome in contents.printed.items():
        try:
            pairs = list(compared(outcome.theorem, outcome.proof, found[name]))
        except errors.LanguageError as error:
            wrong.append(f"{name}: {error}")
            continue
        count += len(pairs)
        wrong += [f"{name}: {read} is not {meant}" for read, meant in pairs if read != meant]
    return count, wrong


@pytest.mark.slow
@pytest.mark.parametrize("width", [article.WIDTH, 14.0])
@pytest.mark.parametrize("name", LECTURES)
def test_every_formula_of_an_article_reads_as_what_was_proved(
    name: str, width: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article, "WIDTH", width)
    contents = gather(read_lecture(provided_lectures()[name]), None, "ja", lambda message: None, why=False)
    latex = article.article_latex(contents, lambda picture: Path(f"{picture}.pdf"))
    count, wrong = failures(contents, latex)
    print(f"{name} at {width} em: {count} formulas of {len(contents.printed)} theorems")
    assert wrong == []
    assert count >= 2 * len(contents.printed)
    assert (r"&\quad {}" in latex) or width > 14


def test_a_formula_that_was_changed_is_found(gathered):
    contents = gathered()
    latex = article.article_latex(contents, lambda picture: Path(picture))
    assert failures(contents, latex) == (9, [])
    for old, new in [
        (r"T = \frac{2\pi}{\omega} \label", r"T = \frac{\omega}{2\pi} \label"),
        (r"3): $\omega T = 2\pi$", r"3): $\omega T = \pi$"),
        (r"with it: one turn (law): $\omega T = 2\pi$", r"with it: one turn (law): $\omega T = \pi$"),
        (r"&= \omega\nu\frac{2\pi}{\omega}", r"&= \omega\frac{2\pi}{\omega}"),
        (r"&= 2\pi\nu", r"&= \nu 2\pi"),
    ]:
        assert old in latex
        _, wrong = failures(contents, latex.replace(old, new, 1))
        assert len(wrong) == 1, old
