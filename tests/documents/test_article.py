"""Articles: labels and references, prose, tables, and what is said of what is not proved."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from derive.documents.article import article_latex
from derive.loading import LoadError
from derive.necessity import investigate
from derive.runner import check
from derive.store import Store
from tests.documents.conftest import LECTURE


@pytest.fixture
def article(gathered):
    def make(*arguments: str) -> str:
        return article_latex(gathered(*arguments), lambda name: Path(f"{name}.pdf"))

    return make


def test_theorems_with_labels_and_references(article):
    latex = article()
    assert r"\begin{theorem}[The period]\label{theorem:motion.period}" in latex
    assert r"\item\phantomsection\label{hypothesis:motion.period/1} one turn (law; page 3): $\omega T = 2\pi$" in latex
    assert r"T = \frac{2\pi}{\omega} \label{claim:motion.period/1}" in latex
    assert r"&= \frac{2\pi}{\omega} && \text{(\hyperref[hypothesis:motion.period/1]{one turn})} \label{calculation:motion.period/1}" in latex
    assert r"period (\hyperref[theorem:motion.period]{Theorem \ref*{theorem:motion.period}}): $T = \frac{2\pi}{\omega}$" in latex
    assert r"By \hyperref[theorem:motion.period]{Theorem \ref*{theorem:motion.period}} and \hyperref[hypothesis:motion.frequency/1]{period} one has $\omega$:" in latex
    labels = re.findall(r"\\label\{([^}]*)\}", latex)
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"\\(?:ref\*|hyperref)[\[{]([^\]}]*)[\]}]", latex)) <= set(labels)


def test_prose(article):
    latex = article()
    assert r"\title{Turning}" in latex
    assert r"\author{A. Lecturer}" in latex
    assert "\\section{Period}" in latex
    assert latex.count("Turning") == 1
    assert r"What turns \emph{once} takes a \textbf{period}.\footnote{\emph{Erratum}: The period is the inverse \& not 100\% clear. See \hyperref[theorem:motion.period]" in latex
    assert r"See \cite{book} \& more: 100\%, a\_b.\footnote{With $\omega > 0$.}" in latex
    assert "\\begin{enumerate}\n\\item first\n\\item second $\\nu$\n\\end{enumerate}" in latex
    assert "\\begin{equation*}\n\\omega = 2\\pi\\nu\n\\end{equation*}" in latex
    assert r"\bibitem{book} A. Author, \emph{A book} (2001)" in latex
    assert r"\bibitem{cited:1} B. Author, Squares (1999)" in latex


def test_symbols_with_dimensions_and_dependencies(article):
    latex = article()
    assert r"$\omega$ & angular frequency & $1/\mathrm{s}$ & positive \\" in latex
    assert r"$\nu$ & frequency & $1/\mathrm{s}$ & positive \\" in latex
    assert r"$\pi$ &" not in latex  # it has no name
    first, second = (rf"\hyperref[theorem:motion.{name}]{{Theorem \ref*{{theorem:motion.{name}}}}}" for name in ("period", "frequency"))
    assert f"{first} & \\raggedright & \\raggedright {second} \\tabularnewline" in re.sub(" +", " ", latex.replace("raggedright\\hyper", "raggedright \\hyper"))


def test_what_is_not_proved_says_so_and_has_no_sign_of_an_end(article, gathered):
    latex = article()
    assert latex.count(r"\emph{Status: undecided.}") == 2
    assert latex.count(r"\begin{proof}\renewcommand{\qedsymbol}{}") == 2
    contents = gathered()
    library = contents.libraries[0]
    names = [theorem.name for theorem in library]
    assert all(one.status == "proved" for one in check(library, Store.of(library.root), names, print))
    latex = article()
    assert "Status" not in latex
    assert r"\emph{Proved from:} one turn (law). \emph{Source:} A book, chapter 1." in latex
    assert r"\qedsymbol" not in latex


def test_why_hypotheses_are_needed(gathered):
    contents = gathered()
    library = contents.libraries[0]
    assert all(one.status == "proved" for one in check(library, Store.of(library.root), ["motion.period"], print))
    list(investigate(library, ["motion.period"], print, jobs=1, seconds=5))
    contents = gathered()
    latex = article_latex(contents, lambda name: Path(name))
    (remark,) = re.findall(r"\\begin\{remark\}\[Why is this needed\?\]\\leavevmode\n(.*?)\\end\{remark\}", latex, re.DOTALL)
    assert r"\item one turn: $\omega T = 2\pi$. Needed: take $" in remark
    assert r"Of $\pi$ the theorem uses only what is declared" in remark
    assert r"\begin{remark}" not in article_latex(replace(contents, why=False), lambda name: Path(name))


def test_other_languages(article):
    japanese = article(LECTURE, "ja")
    assert r"\newtheorem{theorem}{定理}[section]" in japanese
    assert r"\usepackage[japanese,provide=*]{babel}" in japanese
    assert "IPAexMincho" in japanese
    assert r"$T$ & 周期 &" in japanese
    chinese = article(LECTURE, "zh")
    assert r"\usepackage[chinese-simplified,provide=*]{babel}" in chinese
    assert "WenQuanYi Zen Hei" in chinese
    assert r"\usepackage{physics}" not in japanese + chinese


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{derive:hypothesis}`motion.period/one turm`", "motion.period has no hypothesis 'one turm'; did you mean 'one turn'?"),
        ("{derive:theorem}`motion.period` {derive:symbol}`omegaa`", "there is no symbol omegaa"),
        ("{cite}`none`", "the bibliography has no entry none"),
        ("{math}`x`", "there is no role math; there are derive:theorem, "),
        ("![a](b.png)", "this cannot be printed: image"),
    ],
)  # fmt: skip
def test_roles_that_lead_nowhere(article, text, message):
    with pytest.raises(LoadError) as caught:
        article(f"Text.\n\nMore {text}.\n")
    assert message in caught.value.message
    assert "turning.md:3: " in str(caught.value)


@pytest.mark.parametrize(
    ("markdown", "latex"),
    [
        ("- a\n\n  b\n- c\n", "\\begin{itemize}\n\\item a\n\nb\n\\item c\n\\end{itemize}"),
        ("> said\n", "\\begin{quote}\nsaid\n\\end{quote}"),
        ("```python\na & b\n```\n", "\\begin{verbatim}\na & b\n\\end{verbatim}"),
        ("a\\\nb\n", "a\\\\\nb"),
        ("a `b_c` [d](https://e.f/g#h_%20)\n", r"a \texttt{b\_c} \href{https://e.f/g\#h_\%20}{d}"),
        ("| a | b |\n|---|---|\n| $1$ | |\n", "\\begin{tabular}{ll}\na & b \\\\\n\\hline\n$1$ &  \\\\\n\\end{tabular}"),
        ("$$\na &= b \\\\ &= c\n$$\n", "\\begin{equation*}\n\\begin{aligned} a &= b \\\\ &= c \\end{aligned}\n\\end{equation*}"),
        ("$$\na \\\\ b\n$$\n", "\\begin{gathered} a \\\\ b \\end{gathered}"),
        ("$$\n\\begin{align} a &= b \\end{align}\n$$\n", "\n\\begin{align} a &= b \\end{align}\n"),
        ("# A\n\n## B\n\n# C\n", "\\section{A}\n\n\\subsection{B}\n\n\\section{C}"),
        ("<!-- nothing -->\n", "\\maketitle\n\n\n"),
    ],
)  # fmt: skip
def test_blocks(article, markdown, latex):
    assert latex in article(markdown)


def test_numbers_of_theorems_have_those_of_sections_if_there_are_any(article):
    assert r"\newtheorem{theorem}{Theorem}[section]" in article()
    plain = article("# A\n\n```{derive-theorem} motion.period\n```\n")
    assert r"\newtheorem{theorem}{Theorem}" + "\n" in plain
    assert "numberwithin" not in plain


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a\n\n  ```{derive-theorem} motion.period\n  ```\n", 3, "a directive cannot stand inside a list"),
        ("a[^b]\n\n[^b]: again[^b]\n", 3, "the footnote b refers to itself"),
    ],
)
def test_what_cannot_be_printed(article, text, line, message):
    with pytest.raises(LoadError) as caught:
        article(text)
    assert message in caught.value.message
    assert f"turning.md:{line}: " in str(caught.value)


@pytest.mark.parametrize(
    ("unit", "latex"),
    [
        ("ohm", r"$\Omega$"),
        ("ohm m", r"$\Omega\,\mathrm{m}$"),
        ("J s", r"$\mathrm{J}\,\mathrm{s}$"),
        ("1/m^2", r"$1/\mathrm{m}^{2}$"),
    ],
)
def test_units_of_symbols(unit, latex):
    from derive.documents.symbols import unit_latex

    assert unit_latex(unit) == latex


LEMMAS = r'''
from derive import Theorem, cited, law
from .notation import glossary

lemma = Theorem(
    "squares.lemma",
    title="A lemma",
    glossary=glossary,
    given={"square": cited(r"\nu\nu = \nu^2", "B. Author, Squares (1999), page 7")},
    claim=r"\nu\nu = \nu^2",
    immediate="the hypothesis says so",
)
twice = Theorem(
    "squares.twice",
    title="Twice",
    glossary=glossary,
    given={
        "first": lemma,
        "second": lemma.at(nu=r"\omega"),
        "third": law(r"\omega = \nu", "in theorem squares.lemma"),
        "fourth": cited(r"T T = T^2", "B. Author, Squares (1999), page 8, see motion.period"),
    },
    claim=r"\omega\omega = \nu^2",
)
'''


@pytest.fixture
def squares(article, folder):
    """The article about a theorem that cites another one twice."""
    (folder / "proofs" / "squares.py").write_text(LEMMAS, encoding="utf-8")

    def make(language: str = "en") -> str:
        names = ("squares.lemma", "squares.twice")
        blocks = "\n".join(f"```{{derive-theorem}} {name}\n```\n" for name in names)
        return article(f"# Squares\n\n{blocks}\n```{{derive-graph}}\n```\n", language)

    return make


def test_a_theorem_that_is_cited_twice_is_one_dependency(squares):
    dependencies = squares().partition(r"\begin{longtable}{lp{55mm}p{55mm}}")[2]
    used, using = (rf"\hyperref[theorem:squares.{name}]" for name in ("lemma", "twice"))
    rows = [row for row in dependencies.splitlines() if r"\tabularnewline" in row]
    assert [(row.count(used), row.count(using)) for row in rows] == [(1, 1), (1, 1)]


def test_names_of_theorems_in_sources_are_references(squares):
    latex = squares()
    assert r"third (law; in \hyperref[theorem:squares.lemma]{Theorem \ref*{theorem:squares.lemma}})" in latex
    assert r"page 8, see \emph{The period})" in latex


def test_works_stand_once_in_the_bibliography(squares):
    assert re.findall(r"\\bibitem.*", squares()) == [r"\bibitem{cited:1} B. Author, Squares (1999)"]


def test_marks_of_a_language(squares):
    assert r"\emph{Remark.} The hypothesis says so." in squares()
    chinese = squares("zh")
    assert r"（\hyperref[theorem:squares.lemma]{定理 \ref*{theorem:squares.lemma}}）：$\nu\nu = \nu^2$；随之而来的假设：平方（引用）：$\nu\nu = \nu^2$" in chinese
    assert r"\emph{注记。}The hypothesis says so。" in chinese
    assert r"\emph{状态：未定。}" in chinese
    assert r"{\bfseries}{。}" in chinese
    assert r"\thmnote{\normalfont{}（#3）}" in chinese
    assert r"\renewcommand{\proofname}{证明。}" in chinese


def test_heads_of_lists_stay_with_them(article):
    assert r"\newenvironment{hypotheses}{\@beginparpenalty=10000" in article()


def test_units_in_formulas_have_thin_spaces():
    from derive.documents.typography import with_spaced_units

    written = r"h = 6.6 \times 10^{-34}\mathrm{J}\mathrm{s} = \frac{\mathrm{J}\mathrm{s}}{\mathrm{C}^2}"
    spaced = r"h = 6.6 \times 10^{-34}\,\mathrm{J}\,\mathrm{s} = \frac{\mathrm{J}\,\mathrm{s}}{\mathrm{C}^2}"
    assert with_spaced_units(written) == spaced
