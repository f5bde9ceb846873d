"""A thin lens images an object: all rays from one point meet again, whatever their angles."""

from derive import Theorem, definition, law

from ..notation import glossary

lens = Theorem(
    "optics.lens",
    glossary=glossary,
    given={
        "ray": law(
            r"""
            \begin{pmatrix} y' \\ f\theta' \end{pmatrix}
            = \begin{pmatrix} 1 & \frac{b}{f} \\ 0 & 1 \end{pmatrix}
              \begin{pmatrix} 1 & 0 \\ -1 & 1 \end{pmatrix}
              \begin{pmatrix} 1 & \frac{a}{f} \\ 0 & 1 \end{pmatrix}
              \begin{pmatrix} y \\ f\theta \end{pmatrix}
            """,
            "free flight, lens, free flight",
        ),
        "in focus": definition(r"\frac{1}{a} + \frac{1}{b} = \frac{1}{f}"),
    },
    claim=r"y' = -\frac{b}{a} y",
    proof=r"""
        y' = \left(1 - \frac{b}{f}\right) y + \left(a + b - \frac{ab}{f}\right) \theta    % ray
           = -\frac{b}{a} y                                                               % in focus
    """,
)
