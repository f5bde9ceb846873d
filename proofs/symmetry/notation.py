"""The symbols of symmetry breaking: transformations, ground states, order parameters, fields.

Energies have a dimension; in the examples with explicit matrices the unit of energy is 1.

Main results: `glossary`.
"""

from derive import Glossary, index, index_set, ket, natural, operator, scalar, space

from ..notation import glossary as library

_shared = ("pi", "hbar", "E", "H", "O", "U", "X", "lambda_", "mu", "ket_E", "ket_v")

_numbers = (
    natural(
        "n",
        "n",
        english="n, or one less than the order",
        chinese="自然数 n，或阶数减 1",
        japanese="自然数 n、または位数より 1 小さい数",
    ),
    natural(
        "k",
        "k",
        english="number of a projector",
        chinese="投影算符的序号",
        japanese="射影演算子の番号",
    ),
    natural(
        "r", "r", english="power of a symmetry", chinese="对称操作的幂次", japanese="対称操作の冪"
    ),
    natural("q", "q", english="quotient", chinese="商", japanese="商"),
    scalar(
        "omega",
        r"\omega",
        "nonzero",
        english="root of unity",
        chinese="单位根",
        japanese="1 の冪根",
    ),
    scalar(
        "kappa",
        r"\kappa",
        english="eigenvalue of a symmetry",
        chinese="对称操作的本征值",
        japanese="対称操作の固有値",
    ),
    index_set("G"),
    index("a", "a", over="G"),
    index("b", "b", over="G"),
    scalar("x", "x", english="first component", chinese="第一分量", japanese="第一成分"),
    scalar("y", "y", english="second component", chinese="第二分量", japanese="第二成分"),
)

_energies = (
    scalar(
        "E_0",
        "E_0",
        "real",
        dimension="J",
        english="ground energy",
        chinese="基态能量",
        japanese="基底状態のエネルギー",
    ),
)

_operators = (
    operator("M", r"\hat M", english="order parameter", chinese="序参量", japanese="秩序変数"),
    operator(
        "S",
        r"\hat S",
        english="translation along x",
        chinese="沿 x 的平移",
        japanese="x 方向の並進",
    ),
    operator(
        "T",
        r"\hat T",
        english="translation along y",
        chinese="沿 y 的平移",
        japanese="y 方向の並進",
    ),
)

_states = (
    ket("g", r"|g\rangle", english="ground state", chinese="基态", japanese="基底状態"),
    ket(
        "g_",
        r"|0;#1\rangle",
        slots=("G",),
        english="ground state number a",
        chinese="第 a 个基态",
        japanese="a 番目の基底状態",
    ),
    ket(
        "w",
        r"|w\rangle",
        english="another vector",
        chinese="另一矢量",
        japanese="もう一つのベクトル",
    ),
    ket(
        "Ug",
        r"|Ug\rangle",
        english="transformed ground state",
        chinese="变换后的基态",
        japanese="変換した基底状態",
    ),
    ket(
        "s",
        r"|s\rangle",
        english="sum of two ground states",
        chinese="两个基态之和",
        japanese="二つの基底状態の和",
    ),
    ket("psi", r"|\psi\rangle", english="state", chinese="态", japanese="状態"),
    ket(
        "phi",
        r"|\phi\rangle",
        english="another state",
        chinese="另一个态",
        japanese="もう一つの状態",
    ),
)

_determinants = (
    scalar("D_S", "D_S", english="determinant of S", chinese="S 的行列式", japanese="S の行列式"),
    scalar("D_T", "D_T", english="determinant of T", chinese="T 的行列式", japanese="T の行列式"),
    scalar(
        "D_ST", "D_{ST}", english="determinant of ST", chinese="ST 的行列式", japanese="ST の行列式"
    ),
    scalar(
        "D_TS", "D_{TS}", english="determinant of TS", chinese="TS 的行列式", japanese="TS の行列式"
    ),
)

_arrows = (
    ket(
        "right",
        r"|\rightarrow\rangle",
        english="arrow to the right",
        chinese="向右的箭头",
        japanese="右向きの矢印",
    ),
    ket(
        "both",
        r"|\leftrightarrow\rangle",
        english="double arrow",
        chinese="双向箭头",
        japanese="両矢印",
    ),
)

_temperature = (
    index_set("J"),
    index("j", "j", over="J"),
    ket(
        "e_",
        r"|#1\rangle",
        slots=("J",),
        english="excited state number j",
        chinese="第 j 个激发态",
        japanese="j 番目の励起状態",
    ),
    scalar(
        "w_",
        "w_{#1}",
        "real",
        slots=("J",),
        english="Boltzmann factor, relative to the ground state",
        chinese="相对玻尔兹曼因子",
        japanese="基底状態に対するボルツマン因子",
    ),
    scalar(
        "u",
        "u",
        "real",
        english="Boltzmann factor of the gap",
        chinese="能隙的玻尔兹曼因子",
        japanese="ギャップのボルツマン因子",
    ),
    scalar("Z", "Z", "real", english="sum of states", chinese="配分函数", japanese="分配関数"),
    operator(
        "rho", r"\hat\rho", english="thermal state", chinese="热平衡态", japanese="熱平衡状態"
    ),
    operator(
        "Pi",
        r"\hat\Pi",
        english="projector on the ground space",
        chinese="到基态空间的投影算符",
        japanese="基底状態空間への射影演算子",
    ),
)

_fields = (
    scalar(
        "N", "N", "positive", english="number of spins", chinese="自旋数", japanese="スピンの数"
    ),
    scalar(
        "epsilon",
        r"\varepsilon",
        "real",
        english="field on each spin",
        chinese="每个自旋上的场",
        japanese="スピンごとの磁場",
    ),
    scalar(
        "Delta", r"\Delta", "real", english="tunnelling", chinese="隧穿", japanese="トンネル効果"
    ),
    scalar(
        "delta_",
        r"\delta",
        "real",
        english="tunnelling per spin",
        chinese="每个自旋的隧穿",
        japanese="スピンごとのトンネル効果",
    ),
    scalar(
        "R",
        "R",
        "positive",
        english="root of the sum of squares",
        chinese="平方和的根",
        japanese="二乗和の根",
    ),
    scalar(
        "f",
        "f",
        "real",
        english="field or its energy",
        chinese="场或其能量",
        japanese="磁場またはそのエネルギー",
    ),
    scalar(
        "sigma",
        r"\langle\sigma_z\rangle",
        english="mean order",
        chinese="平均序参量",
        japanese="秩序変数の平均",
    ),
)

_more = (
    operator(
        "A",
        r"\hat A",
        "hermitian",
        english="first quantity",
        chinese="第一个物理量",
        japanese="一つ目の物理量",
    ),
    operator(
        "B",
        r"\hat B",
        "hermitian",
        english="second quantity",
        chinese="第二个物理量",
        japanese="二つ目の物理量",
    ),
    operator(
        "C", r"\hat C", domain="W", english="copying machine", chinese="克隆机", japanese="複製機"
    ),
    ket(
        "psi_0",
        r"|\psi 0\rangle",
        space="W",
        english="state and blank",
        chinese="态与空白",
        japanese="状態と白紙",
    ),
    ket(
        "phi_0",
        r"|\phi 0\rangle",
        space="W",
        english="other state and blank",
        chinese="另一态与空白",
        japanese="もう一つの状態と白紙",
    ),
    ket(
        "psi_psi",
        r"|\psi\psi\rangle",
        space="W",
        english="state twice",
        chinese="两个同样的态",
        japanese="同じ状態二つ",
    ),
    ket(
        "phi_phi",
        r"|\phi\phi\rangle",
        space="W",
        english="other state twice",
        chinese="两个同样的另一态",
        japanese="もう一つの状態二つ",
    ),
    operator(
        "X_1",
        r"\hat X_1",
        english="Pauli matrix x of the first edge",
        chinese="第一条边的泡利矩阵 x",
        japanese="一つ目の辺のパウリ行列 x",
    ),
    operator(
        "X_2",
        r"\hat X_2",
        english="Pauli matrix x of the second edge",
        chinese="第二条边的泡利矩阵 x",
        japanese="二つ目の辺のパウリ行列 x",
    ),
    operator(
        "Z_1",
        r"\hat Z_1",
        english="Pauli matrix z of the first edge",
        chinese="第一条边的泡利矩阵 z",
        japanese="一つ目の辺のパウリ行列 z",
    ),
    operator(
        "Z_2",
        r"\hat Z_2",
        english="Pauli matrix z of the second edge",
        chinese="第二条边的泡利矩阵 z",
        japanese="二つ目の辺のパウリ行列 z",
    ),
    index("c", "c", over="G"),
    scalar(
        "x_",
        "x_{#1#2}",
        slots=("G", "G"),
        dimension="m",
        english="entry of the position",
        chinese="位置的矩阵元",
        japanese="位置の成分",
    ),
    scalar(
        "p_",
        "p_{#1#2}",
        slots=("G", "G"),
        dimension="kg m/s",
        english="entry of the momentum",
        chinese="动量的矩阵元",
        japanese="運動量の成分",
    ),
    scalar(
        "xp_",
        "d_{#1}",
        slots=("G",),
        dimension="J s",
        english="diagonal entry of xp",
        chinese="xp 的对角元",
        japanese="xp の対角成分",
    ),
    scalar(
        "px_",
        "d'_{#1}",
        slots=("G",),
        dimension="J s",
        english="diagonal entry of px",
        chinese="px 的对角元",
        japanese="px の対角成分",
    ),
    operator("Q", r"\hat Q", english="conserved quantity", chinese="守恒量", japanese="保存量"),
    scalar(
        "alpha",
        r"\alpha",
        "real",
        english="first mean",
        chinese="第一个平均值",
        japanese="一つ目の平均",
    ),
    scalar(
        "beta",
        r"\beta",
        "real",
        english="second mean",
        chinese="第二个平均值",
        japanese="二つ目の平均",
    ),
    scalar(
        "nu",
        r"\nu",
        "real",
        english="inverse of the first variance",
        chinese="第一方差的倒数",
        japanese="一つ目の分散の逆数",
    ),
    scalar(
        "gamma",
        r"\gamma",
        "real",
        english="twice the covariance",
        chinese="协方差的两倍",
        japanese="共分散の二倍",
    ),
    ket(
        "eta",
        r"|\eta\rangle",
        english="part orthogonal to the first deviation",
        chinese="垂直于第一偏差的部分",
        japanese="一つ目の偏差に直交する部分",
    ),
    ket(
        "chi", r"|\chi\rangle", english="a third state", chinese="第三个态", japanese="三つ目の状態"
    ),
    ket(
        "rate",
        r"|\dot\psi\rangle",
        dimension="1/s",
        english="change of the state per time",
        chinese="态的时间变化率",
        japanese="状態の時間変化率",
    ),
)

_projectors = (
    operator(
        "P_",
        r"\hat P_{#1,#2}",
        slots=("natural", "natural"),
        english="sum for a projector, as far as it goes",
        chinese="投影算符的部分和",
        japanese="射影演算子の部分和",
    ),
    operator(
        "D_",
        r"\hat D_{#1,#2}",
        slots=("natural", "natural"),
        english="sum of such sums",
        chinese="部分和之和",
        japanese="部分和の和",
    ),
    operator(
        "R_",
        r"\hat R_{#1}",
        slots=("natural",),
        english="what the sum still lacks, below the order",
        chinese="阶数以下的余项",
        japanese="位数未満での残り",
    ),
    scalar(
        "q_",
        "q_{#1}",
        slots=("natural",),
        english="inverse of 1 minus a power",
        chinese="1 减幂之差的逆",
        japanese="1 と冪の差の逆数",
    ),
    scalar(
        "t_",
        "t_{#1}",
        slots=("natural",),
        english="1 below the order, 0 beyond",
        chinese="阶数以下为 1，否则为 0",
        japanese="位数未満で 1、以上で 0",
    ),
    scalar(
        "c_",
        "c_{#1,#2}",
        slots=("natural", "natural"),
        english="sum of powers of a root of unity",
        chinese="单位根的幂和",
        japanese="1 の冪根の冪和",
    ),
)

glossary = Glossary(
    space("W"),
    *(library[name] for name in _shared),
    *_numbers,
    *_energies,
    *_operators,
    *_states,
    *_projectors,
    *_determinants,
    *_arrows,
    *_temperature,
    *_fields,
    *_more,
)
"""The symbols of this folder; those of `proofs.notation` keep their names."""
