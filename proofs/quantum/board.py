"""Letters for the entries of small matrices, as they are written on a board.

Main results: `glossary`.
"""

from derive import Glossary, ket, operator, scalar

glossary = Glossary(
    *(
        scalar(letter, letter, english="entry of a matrix", chinese="矩阵元", japanese="行列の成分")
        for letter in "abcdefgh"
    ),
    scalar(
        "alpha", r"\alpha", english="first component", chinese="第一个分量", japanese="一つ目の成分"
    ),
    scalar(
        "beta", r"\beta", english="second component", chinese="第二个分量", japanese="二つ目の成分"
    ),
    *(
        scalar(
            f"c_{value}",
            f"c_{value}",
            english=f"coefficient of the value {value}",
            chinese=f"值 {value} 的系数",
            japanese=f"値 {value} の係数",
        )
        for value in (1, 5, 7)
    ),
    *(
        scalar(
            f"P_{value}",
            f"P_{value}",
            english=f"probability of the value {value}",
            chinese=f"值 {value} 的概率",
            japanese=f"値 {value} の確率",
        )
        for value in (1, 5, 7)
    ),
    operator(
        "O", r"\hat O", english="measured quantity", chinese="可观测量", japanese="測定する物理量"
    ),
    ket("psi", r"|\psi\rangle", english="state", chinese="态", japanese="状態"),
    *(
        ket(
            f"ket_{value}",
            rf"|{value}\rangle",
            english=f"state with the value {value}",
            chinese=f"取值 {value} 的态",
            japanese=f"値 {value} の状態",
        )
        for value in (1, 5, 7)
    ),
)
"""The letters of the lecture's computations."""
