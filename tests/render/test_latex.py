"""Theorems as LaTeX: what is printed, what is escaped, and that it compiles with amsmath alone."""

import subprocess

import pytest

from derive import (
    Glossary,
    Suppose,
    Theorem,
    definition,
    index,
    index_set,
    ket,
    natural,
    operator,
    scalar,
)
from derive.checking import prove
from derive.render.calculation import calculation_latex
from derive.render.latex import hypotheses_latex, proof_latex, theorem_latex
from derive.render.prose import prose
from derive.render.symbols import symbol_of

GLOSSARY = Glossary(
    scalar("a", "a", "real"),
    scalar("b", "b", "positive"),
    natural("n", "n"),
    index_set("I"),
    index("i", "i", over="I"),
    scalar("E_i", "E_{#1}", "real", slots=("I",)),
    scalar("c_n", "c_{#1}", "real", slots=("natural",)),
    scalar("f", r"f(#1,#2)", "nonzero", slots=("I", "I")),
    operator("H", r"\hat H", "hermitian"),
    ket("psi", r"|\psi\rangle"),
)
THEOREM = Theorem(
    "x.y",
    title="50% of R&D",
    source="lecture #3, p_1",
    glossary=GLOSSARY,
    given={
        "first & last": definition("a = b", "A_1"),
        "twice": r"b = \frac{1}{2} n",
    },
    claim=[r"2 a = n", "n = 2 a"],
    proof=[
        r"""
        2 a = 2 b                     % first & last
            = 2 \cdot \frac{1}{2} n   % twice
            = n                       % arithmetic
        """,
        Suppose({"more": "c_n = a"}, "c_n + a = a + a % more"),
    ],
    immediate="100% by $a = b$.",
)


def test_a_theorem():
    assert (
        theorem_latex(THEOREM, "proved", prove(THEOREM, {}))
        == r"""\paragraph{50\% of R\&D.} (lecture \#3, p\_1)
Suppose:
\begin{itemize}
  \item first \& last (definition; A\_1): $a = b$
  \item twice (law): $b = \frac{1}{2}n$
  \item $a$ real; $b$ positive; $n$ natural
\end{itemize}
Then
\begin{gather*}
  2a = n \\
  n = 2a
\end{gather*}
\emph{Remark.} 100\% by $a = b$.
\emph{Proof.}
\begin{align}
  2a &= 2b && \text{(first \& last)} \notag \\
  &= 2 \cdot \frac{1}{2}n && \text{(twice)} \notag \\
  &= n && \text{(arithmetic)}
\end{align}
Suppose $c_{n} = a$ (more).
\begin{align}
  c_{n} + a &= a + a && \text{(more)}
\end{align}
\emph{Proved from:} twice (law)."""
    )


def test_what_is_not_proved_says_so():
    assert theorem_latex(THEOREM).endswith(r"\emph{Status: undecided.}")


def test_without_hypotheses_and_proof():
    plain = Theorem("x.z", glossary=Glossary(scalar("z", "z")), claim="z = z")
    assert theorem_latex(plain) == (
        "\\paragraph{Z.}\n\\begin{gather*}\n  z = z\n\\end{gather*}\n\\emph{Status: undecided.}"
    )
    assert proof_latex(plain) == ""


def test_a_line_without_reason():
    (part,) = Theorem("x.z", glossary=GLOSSARY, claim="a = a", proof="a = a").parts
    (calculation,) = part.calculations
    assert calculation_latex(calculation, GLOSSARY) == "\\begin{align}\n  a &= a\n\\end{align}"


def test_a_cited_theorem_is_printed_with_what_is_put_into_it():
    citing = Theorem("x.z", glossary=GLOSSARY, given={"count": THEOREM.at(a="2 b")}, claim="b = b")
    cited = r"count (theorem: 50\% of R\&D): $2a = n$, $n = 2a$ with $a$ := $2b$"
    carried = r"first \& last (law): $2b = b$; twice (law): $b = \frac{1}{2}n$"
    assert hypotheses_latex(citing) == [f"{cited}; and with it: {carried}"]
    proof = prove(citing, {"x.y": prove(THEOREM, {})})
    assert hypotheses_latex(citing, proof) == hypotheses_latex(citing)


def test_what_a_theorem_says_itself_is_not_carried_along_once_more():
    given = {"same": r"b = \frac{1}{2} n", "count": THEOREM}
    citing = Theorem("x.z", glossary=GLOSSARY, given=given, claim="2 a = n")
    proof = prove(citing, {"x.y": prove(THEOREM, {})})
    for known in (None, proof):
        _, count = hypotheses_latex(citing, known)
        assert count.endswith(r"; and with it: first \& last (definition): $a = b$")
    again = Theorem(
        "x.w",
        glossary=GLOSSARY,
        given={"first": THEOREM, "second": THEOREM, "third": citing},
        claim="2 a = n",
    )
    for known in (None, prove(again, {"x.y": prove(THEOREM, {}), "x.z": proof})):
        first, second, third = hypotheses_latex(again, known)
        assert "and with it: first" in first
        assert "and with it" not in second + third


def test_what_would_be_misread_is_carried_along_by_its_name():
    glossary = Glossary(
        natural("k", "k"), scalar("c_k", "c_{#1}", slots=("natural",)), scalar("a", "a")
    )
    all_equal = Theorem(
        "x.all", glossary=glossary, given={"all": r"\forall k: c_k = a"}, claim="c_0 = a"
    )
    citing = Theorem(
        "x.z", glossary=glossary, given={"first": all_equal.at(a="c_k")}, claim="c_k = c_k"
    )
    assert hypotheses_latex(citing)[0].endswith("; and with it: all (law)")


def test_families_are_assumed_with_letters_in_their_slots():
    theorem = Theorem(
        "x.z", glossary=GLOSSARY, claim=[r"E_i = E_i", "c_n = c_n", r"f(i,i) = f(i,i)"]
    )
    assert r"\item $n$ natural; $E_{i}$, $c_{n}$ real; $f(i,i)$ nonzero" in theorem_latex(theorem)


def test_a_family_without_letters_for_its_slots_is_assumed_by_name():
    glossary = Glossary(index_set("I"), scalar("E_i", "E_{#1}", "real", slots=("I",)))
    assert symbol_of(glossary["E_i"], glossary) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "50% & #1 a_b {x} ~ ^ <|> \\",
            r"50\% \& \#1 a\_b \{x\} \textasciitilde{} \textasciicircum{} \textless{}\textbar{}\textgreater{} \textbackslash{}",
        ),
        ("$a_b$ and $\\frac{1}{2}$", "$a_b$ and $\\frac{1}{2}$"),
        ("costs $5", r"costs \$5"),
        ("$5 to $6", r"\$5 to \$6"),
        (r"already \% escaped \_ \$", r"already \% escaped \_ \$"),
        (r"\$5 and $x$", r"\$5 and $x$"),
        ("$50%$", r"\$50\%\$"),
        (r"$50\%$", r"$50\%$"),
        ("$a & b$", r"\$a \& b\$"),
        (r"$\begin{bmatrix} a & b \end{bmatrix}$", r"$\begin{bmatrix} a & b \end{bmatrix}$"),
        (r"$\begin{bmatrix} a & b$", r"\$\textbackslash{}begin\{bmatrix\} a \& b\$"),
        ("${a$", r"\$\{a\$"),
        ("$a}{b$", r"\$a\}\{b\$"),
        ("$$", r"\$\$"),
        ("朗道能级 of Å", r"\derivescript{朗道能级} of Å"),
        ("ρ_xx ≥ Ωħ", r"$\rho$\_xx $\ge$ $\Omega$$\hbar$"),
        ("λ Λ ς Α", r"$\lambda$ $\Lambda$ \derivescript{ς} \derivescript{Α}"),
        ("“a” – ½ ° ± é ł", "“a” – ½ ° ± é ł"),
        ("", ""),
    ],
)
def test_prose(text, expected):
    if text == "$5 to $6":
        expected = "$5 to $6"  # a formula as far as anyone can tell; it compiles
    assert prose(text) == expected


@pytest.mark.tex
def test_it_compiles_with_amsmath_alone(tmp_path, require_tool):
    engine = require_tool("pdflatex", "apt-get install texlive-latex-base")
    nasty = [
        r"50% & #1 a_b {x} ~ ^ <|> \ $5",
        "$a_b$ $\\frac{1}{2}$",
        "$a & b$ ${a$ $a}{b$",
        "$50%$ \\%",
        "朗道能级 ρ_xx ≥ Ωħ λΛ “a” – — … ½ § ° ± µ é ł × · «»",
    ]
    theorems = [
        THEOREM,
        *(
            Theorem(
                "x.z",
                title=text,
                source=text,
                glossary=GLOSSARY,
                given={text: r"\hat H|\psi\rangle = a|\psi\rangle"},
                claim=r"\begin{bmatrix} a & b \\ b & a \end{bmatrix} = \begin{bmatrix} a & b \\ b & a \end{bmatrix}",
                proof=f"a = b % {text}",
                immediate=text,
            )
            for text in nasty
        ),
    ]
    fragment = "\n\n".join(theorem_latex(theorem) for theorem in theorems)
    (tmp_path / "fragment.tex").write_text(fragment, encoding="utf-8")
    document = (
        r"\documentclass{article}\usepackage{amsmath}\begin{document}\input{fragment}\end{document}"
    )
    (tmp_path / "main.tex").write_text(document)
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "main.tex"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-2000:]
