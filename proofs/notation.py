"""The symbols of the lectures, each declared once; formulas print their factors in this order.

SI units.  The charge of an electron is -e with e > 0, the field is B along +z with B > 0, and
ρ_H = ρ_yx = E_y / J_x.

Main results: `glossary`.
"""

from __future__ import annotations

from derive import Glossary, index, index_set, ket, natural, operator, scalar

_numbers = (
    scalar(
        "pi", r"\pi", "positive",
        english="ratio of a circle's circumference to its diameter", chinese="圆周率", japanese="円周率",
    ),
    natural("s", "s", english="number of an orbit", chinese="轨道序号", japanese="軌道の番号"),
)

_counts = (
    scalar(
        "p", "p", "real",
        english="degeneracy of a Landau level", chinese="朗道能级的简并度", japanese="ランダウ準位の縮退度",
    ),
    scalar(
        "N", "N", "real",
        english="number of guiding centres", chinese="回旋中心的数目", japanese="中心座標の数",
    ),
    scalar(
        "N_e", "N_e", "positive",
        english="number of electrons", chinese="电子数", japanese="電子数",
    ),
    scalar(
        "N_Phi", r"N_\Phi", "positive",
        english="number of flux quanta", chinese="磁通量子数", japanese="磁束量子の数",
    ),
    scalar(
        "j", "j", "positive",
        english="filling factor", chinese="填充因子", japanese="充填率",
    ),
    scalar(
        "n", "n", "positive", dimension="1/m^2",
        english="number of electrons per area", chinese="电子面密度", japanese="電子の面密度",
    ),
)

_constants = (
    scalar(
        "m", "m", "positive", dimension="kg",
        english="mass of an electron", chinese="电子质量", japanese="電子の質量",
    ),
    scalar(
        "e", "e", "positive", dimension="C", value="1.602176634e-19",
        english="elementary charge", chinese="元电荷", japanese="電気素量",
    ),
    scalar(
        "h", "h", "positive", dimension="J s", value="6.62607015e-34",
        english="Planck constant", chinese="普朗克常量", japanese="プランク定数",
    ),
    scalar(
        "hbar", r"\hbar", "positive", dimension="J s",
        english="reduced Planck constant", chinese="约化普朗克常量", japanese="換算プランク定数",
    ),
    scalar(
        "mu_0", r"\mu_0", "positive", dimension="H/m",
        english="magnetic constant", chinese="真空磁导率", japanese="真空の透磁率",
    ),
    scalar(
        "epsilon_0", r"\varepsilon_0", "positive", dimension="F/m",
        english="electric constant", chinese="真空电容率", japanese="真空の誘電率",
    ),
    scalar(
        "c", "c", "positive", dimension="m/s", value="299792458",
        english="speed of light in vacuum", chinese="真空中光速", japanese="真空中の光速",
    ),
    scalar(
        "alpha", r"\alpha", "positive",
        english="fine-structure constant", chinese="精细结构常数", japanese="微細構造定数",
    ),
    scalar(
        "R_K", "R_K", "positive", dimension="ohm",
        english="von Klitzing constant", chinese="冯·克利青常量", japanese="フォン・クリッツィング定数",
    ),
)

_motion = (
    scalar(
        "omega_c", r"\omega_c", "positive", dimension="1/s",
        english="cyclotron frequency", chinese="回旋频率", japanese="サイクロトロン振動数",
    ),
    scalar(
        "gamma", r"\gamma", "real", dimension="1/s",
        english="scattering rate, 1/τ", chinese="散射率（弛豫时间的倒数）", japanese="散乱率（緩和時間の逆数）",
    ),
    scalar(
        "v", "v", "real", dimension="m/s",
        english="speed", chinese="速率", japanese="速さ",
    ),
    scalar(
        "v_x", "v_x", "real", dimension="m/s",
        english="drift velocity along x", chinese="沿 x 的漂移速度", japanese="x 方向のドリフト速度",
    ),
    scalar(
        "v_y", "v_y", "real", dimension="m/s",
        english="drift velocity along y", chinese="沿 y 的漂移速度", japanese="y 方向のドリフト速度",
    ),
    scalar(
        "r", "r", "positive", dimension="m",
        english="radius of the cyclotron orbit", chinese="回旋半径", japanese="サイクロトロン半径",
    ),
)

_fields = (
    scalar(
        "B", "B", "positive", dimension="T",
        english="magnetic flux density", chinese="磁感应强度", japanese="磁束密度",
    ),
    scalar(
        "Phi", r"\Phi", "real", dimension="Wb",
        english="magnetic flux", chinese="磁通量", japanese="磁束",
    ),
    scalar(
        "Phi_0", r"\Phi_0", "positive", dimension="Wb",
        english="flux quantum", chinese="磁通量子", japanese="磁束量子",
    ),
    scalar(
        "E_x", "E_x", "real", dimension="V/m",
        english="electric field along x", chinese="沿 x 的电场", japanese="x 方向の電場",
    ),
    scalar(
        "E_y", "E_y", "real", dimension="V/m",
        english="electric field along y", chinese="沿 y 的电场", japanese="y 方向の電場",
    ),
    scalar(
        "V_H", "V_H", "real", dimension="V",
        english="Hall voltage", chinese="霍尔电压", japanese="ホール電圧",
    ),
    scalar(
        "I_x", "I_x", "real", dimension="A",
        english="current along x", chinese="沿 x 的电流", japanese="x 方向の電流",
    ),
    scalar(
        "J_x", "J_x", "real", dimension="A/m",
        english="current density along x", chinese="沿 x 的电流密度", japanese="x 方向の電流密度",
    ),
    scalar(
        "J_y", "J_y", "real", dimension="A/m",
        english="current density along y", chinese="沿 y 的电流密度", japanese="y 方向の電流密度",
    ),
)

_lengths = (
    scalar(
        "L", "L", "positive", dimension="m",
        english="side of the sample", chinese="样品边长", japanese="試料の一辺",
    ),
    scalar(
        "ell", r"\ell", "positive", dimension="m",
        english="magnetic length", chinese="磁长度", japanese="磁気長",
    ),
    scalar(
        "x_", "x_{#1}", "real", dimension="m", slots=("natural",),
        english="guiding centre of an orbit", chinese="回旋中心", japanese="サイクロトロン運動の中心座標",
    ),
    operator(
        "x", r"\hat x", "hermitian", dimension="m",
        english="position along x", chinese="沿 x 的位置", japanese="x 方向の位置",
    ),
    scalar(
        "w", "w", "positive", dimension="m",
        english="width of the sample", chinese="样品宽度", japanese="試料の幅",
    ),
    scalar(
        "Delta_x", r"\Delta x", "positive", dimension="m",
        english="distance of neighbouring guiding centres", chinese="相邻回旋中心的间距", japanese="隣り合う中心座標の間隔",
    ),
    scalar(
        "k_y", "k_{y,#1}", "real", dimension="1/m", slots=("natural",),
        english="wave number along y", chinese="沿 y 的波数", japanese="y 方向の波数",
    ),
    scalar(
        "k_1", "k_1", "real", dimension="1/m",
        english="inner radius of a ring in k-space", chinese="k 空间朗道环的内半径", japanese="k 空間のランダウ環の内半径",
    ),
    scalar(
        "k_2", "k_2", "real", dimension="1/m",
        english="outer radius of a ring in k-space", chinese="k 空间朗道环的外半径", japanese="k 空間のランダウ環の外半径",
    ),
    scalar(
        "Delta_A", r"\Delta A", "real", dimension="1/m^2",
        english="area of a Landau ring in k-space", chinese="朗道环的面积", japanese="ランダウ環の面積",
    ),
)

_energies = (
    scalar(
        "E", "E", dimension="J",
        english="energy", chinese="能量", japanese="エネルギー",
    ),
    scalar(
        "E_1", "E_1", "real", dimension="J",
        english="energy at the inner border of a ring", chinese="朗道环内边界的能量", japanese="ランダウ環の内縁のエネルギー",
    ),
    scalar(
        "E_2", "E_2", "real", dimension="J",
        english="energy at the outer border of a ring", chinese="朗道环外边界的能量", japanese="ランダウ環の外縁のエネルギー",
    ),
    scalar(
        "Delta_E", r"\Delta E", "real", dimension="J",
        english="height of a Landau ring in energy", chinese="朗道环的能量宽度", japanese="ランダウ環のエネルギー幅",
    ),
    index_set("K"),
    index("k", "k", over="K"),
    scalar(
        "E_", "E_{#1}", dimension="J", slots=("K",),
        english="energy of an eigenstate", chinese="本征态的能量", japanese="固有状態のエネルギー",
    ),
)

_transport = (
    scalar(
        "rho_H", r"\rho_H", "real", dimension="ohm",
        english="Hall resistivity", chinese="霍尔电阻率", japanese="ホール抵抗率",
    ),
    *(
        scalar(
            f"rho_{component}", rf"\rho_{{{component}}}", "real", dimension="ohm",
            english=f"{component} component of the resistivity",
            chinese=f"电阻率张量的 {component} 分量", japanese=f"抵抗率テンソルの {component} 成分",
        )
        for component in ("xx", "xy", "yx", "yy")
    ),
    *(
        scalar(
            f"sigma_{component}", rf"\sigma_{{{component}}}", "real", dimension="S",
            english=f"{component} component of the conductivity",
            chinese=f"电导率张量的 {component} 分量", japanese=f"伝導率テンソルの {component} 成分",
        )
        for component in ("xx", "xy", "yx", "yy")
    ),
)

_units = (
    scalar("joule", r"\mathrm{J}", "positive", dimension="J", english="joule", chinese="焦耳", japanese="ジュール"),
    scalar("second", r"\mathrm{s}", "positive", dimension="s", english="second", chinese="秒", japanese="秒"),
    scalar("coulomb", r"\mathrm{C}", "positive", dimension="C", english="coulomb", chinese="库仑", japanese="クーロン"),
    scalar("ohm", r"\Omega", "positive", dimension="ohm", english="ohm", chinese="欧姆", japanese="オーム"),
)

_quantum = (
    scalar("o", "o", english="eigenvalue", chinese="本征值", japanese="固有値"),
    scalar("o_1", "o_1", english="first eigenvalue", chinese="第一个本征值", japanese="一つ目の固有値"),
    scalar("o_2", "o_2", english="second eigenvalue", chinese="第二个本征值", japanese="二つ目の固有値"),
    scalar("lambda_", r"\lambda", english="eigenvalue to the right", chinese="右本征值", japanese="右固有値"),
    scalar("mu", r"\mu", english="eigenvalue to the left", chinese="左本征值", japanese="左固有値"),
    operator(
        "H", r"\hat H", dimension="J",
        english="Hamiltonian", chinese="哈密顿量", japanese="ハミルトニアン",
    ),
    operator(
        "O", r"\hat O",
        english="measured quantity", chinese="可观测量", japanese="測定する物理量",
    ),
    operator(
        "U", r"\hat U",
        english="transformation of states", chinese="态的变换", japanese="状態の変換",
    ),
    operator(
        "X", r"\hat X",
        english="any operator", chinese="任意算符", japanese="任意の演算子",
    ),
    ket("ket_E", r"|E\rangle", english="energy eigenstate", chinese="能量本征态", japanese="エネルギー固有状態"),
    ket("ket_k", r"|#1\rangle", slots=("K",), english="eigenstate number k", chinese="第 k 个本征态", japanese="k 番目の固有状態"),
    ket("ket_o", r"|o\rangle", english="eigenvector", chinese="本征矢", japanese="固有ベクトル"),
    ket("ket_1", r"|o_1\rangle", english="first eigenvector", chinese="第一个本征矢", japanese="一つ目の固有ベクトル"),
    ket("ket_2", r"|o_2\rangle", english="second eigenvector", chinese="第二个本征矢", japanese="二つ目の固有ベクトル"),
    ket("ket_u", r"|u\rangle", english="left eigenvector", chinese="左本征矢", japanese="左固有ベクトル"),
    ket("ket_v", r"|v\rangle", english="right eigenvector", chinese="右本征矢", japanese="右固有ベクトル"),
)

glossary = Glossary(
    *_numbers,
    *_counts,
    *_constants,
    *_motion,
    *_fields,
    *_lengths,
    *_energies,
    *_transport,
    *_units,
    *_quantum,
)
"""All symbols of the library."""
