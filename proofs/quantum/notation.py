"""The symbols of quantum mechanics: states, physical quantities, and what is measured of them.

Eigenvectors are numbered by k, l, m from a finite set K; nothing here has a dimension.

Main results: `glossary`.
"""

from derive import Glossary, index, index_set, ket, natural, operator, scalar

from ..notation import glossary as library

_shared = ("o", "o_1", "o_2", "O", "U", "X", "ket_o", "ket_1", "ket_2", "K", "k", "ket_k")

glossary = Glossary(
    *(library[name] for name in _shared),
    index("l", "l", over="K"),
    index("m", "m", over="K"),
    natural("n", "n", english="power", chinese="幂次", japanese="冪"),
    scalar("c", "c", english="any number", chinese="任意数", japanese="任意の数"),
    scalar("d", "d", english="another number", chinese="另一个数", japanese="もう一つの数"),
    scalar(
        "o_",
        "o_{#1}",
        slots=("K",),
        english="eigenvalue number k",
        chinese="第 k 个本征值",
        japanese="k 番目の固有値",
    ),
    scalar(
        "c_",
        "c_{#1}",
        slots=("K",),
        english="coefficient of a superposition",
        chinese="叠加系数",
        japanese="重ね合わせの係数",
    ),
    scalar(
        "P_",
        "P_{#1}",
        slots=("K",),
        english="probability of a value",
        chinese="测得某值的概率",
        japanese="測定値の確率",
    ),
    scalar(
        "P_1",
        "P_1",
        english="probability of the first value",
        chinese="第一个值的概率",
        japanese="一つ目の値の確率",
    ),
    scalar(
        "P_2",
        "P_2",
        english="probability of the second value",
        chinese="第二个值的概率",
        japanese="二つ目の値の確率",
    ),
    scalar("P", "P", english="probability", chinese="概率", japanese="確率"),
    scalar("Q", "Q", english="another probability", chinese="另一概率", japanese="もう一つの確率"),
    scalar(
        "o_0",
        "o_0",
        "real",
        english="least eigenvalue",
        chinese="最小本征值",
        japanese="最小の固有値",
    ),
    scalar(
        "A_",
        "A_{#1#2}",
        slots=("K", "K"),
        english="entry of A",
        chinese="A 的矩阵元",
        japanese="A の成分",
    ),
    scalar(
        "B_",
        "B_{#1#2}",
        slots=("K", "K"),
        english="entry of B",
        chinese="B 的矩阵元",
        japanese="B の成分",
    ),
    scalar(
        "C_",
        "C_{#1#2}",
        slots=("K", "K"),
        english="entry of C",
        chinese="C 的矩阵元",
        japanese="C の成分",
    ),
    scalar(
        "v_",
        "v_{#1}",
        slots=("K",),
        english="component of a vector",
        chinese="矢量分量",
        japanese="ベクトルの成分",
    ),
    scalar(
        "w_",
        "w_{#1}",
        slots=("K",),
        english="component of its image",
        chinese="像的分量",
        japanese="像の成分",
    ),
    scalar(
        "N_",
        "N_{#1}",
        "positive",
        slots=("K",),
        english="square of the norm of eigenvector k",
        chinese="第 k 个本征矢范数的平方",
        japanese="k 番目の固有ベクトルのノルムの二乗",
    ),
    scalar(
        "s_",
        "s_{#1}",
        "real",
        slots=("K",),
        english="root of the height above the least eigenvalue",
        chinese="高出最小本征值的平方根",
        japanese="最小の固有値からの高さの平方根",
    ),
    scalar(
        "t_",
        "t_{#1}",
        slots=("K",),
        english="raised coefficient",
        chinese="加权系数",
        japanese="重みつきの係数",
    ),
    scalar(
        "N",
        "N",
        "positive",
        english="square of a norm",
        chinese="范数的平方",
        japanese="ノルムの二乗",
    ),
    operator("A", r"\hat A", english="first matrix", chinese="第一个矩阵", japanese="一つ目の行列"),
    operator(
        "B", r"\hat B", english="second matrix", chinese="第二个矩阵", japanese="二つ目の行列"
    ),
    operator("C", r"\hat C", english="product of both", chinese="两者之积", japanese="二つの積"),
    operator(
        "W", r"\hat W", english="mirror and phase", chinese="镜面与相位", japanese="鏡映と位相"
    ),
    operator("Pi", r"\hat\Pi", english="projector", chinese="投影算符", japanese="射影演算子"),
    ket("psi", r"|\psi\rangle", english="state", chinese="态", japanese="状態"),
    ket(
        "phi",
        r"|\phi\rangle",
        english="another state",
        chinese="另一个态",
        japanese="もう一つの状態",
    ),
    ket("r", r"|r\rangle", english="what is left of a state", chinese="剩余部分", japanese="残り"),
    ket("a", r"|a\rangle", english="a state", chinese="一个态", japanese="ある状態"),
    ket(
        "b",
        r"|b\rangle",
        english="a state of the same norm",
        chinese="同范数的态",
        japanese="同じノルムの状態",
    ),
    ket("w", r"|w\rangle", english="normal of a mirror", chinese="镜面法向", japanese="鏡の法線"),
    index_set("L"),
    index("j", "j", over="L"),
    ket(
        "f_",
        r"|f_{#1}\rangle",
        slots=("L",),
        english="vector of another basis",
        chinese="另一组基",
        japanese="別の基底",
    ),
)
"""The symbols of this folder; those of `proofs.notation` keep their names."""
