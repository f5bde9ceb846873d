r"""The symbols of composites of electrons and flux quanta.

A composite has p electrons and q flux quanta; a level filled to p/q holds p electrons for each q
flux quanta.  Signs are powers of -1 with natural exponents.  For composites at Z_1, Z_2 and further
ones at Z_m, the directions are u = (Z_1 - Z_2)/|Z_1 - Z_2|, a_m from Z_m to Z_1, d_m from Z_2 to Z_m,
with the plane as complex numbers.

Main results: `glossary`.
"""

from derive import Glossary, natural, scalar

from ..notation import glossary as library

_shared = ("n", "B", "Phi_0")

_counts = (
    natural(
        "p",
        "p",
        english="number of electrons in a composite",
        chinese="复合粒子中的电子数",
        japanese="複合粒子の電子数",
    ),
    natural(
        "q",
        "q",
        english="number of flux quanta in a composite",
        chinese="复合粒子中的磁通量子数",
        japanese="複合粒子の磁束量子数",
    ),
    natural("k", "k", english="another number", chinese="另一个数", japanese="もう一つの数"),
    natural("l", "l", english="a further number", chinese="又一个数", japanese="さらに別の数"),
    natural(
        "m",
        "m",
        english="number of other composites",
        chinese="其他复合粒子数",
        japanese="他の複合粒子の数",
    ),
)

_directions = (
    scalar(
        "u",
        "u",
        english="direction from the second composite to the first",
        chinese="从第二个复合粒子到第一个的方向",
        japanese="二番目の複合粒子から一番目への向き",
    ),
    scalar(
        "a_",
        "a_{#1}",
        slots=("natural",),
        english="direction from another composite to the first",
        chinese="从另一复合粒子到第一个的方向",
        japanese="他の複合粒子から一番目への向き",
    ),
    scalar(
        "d_",
        "d_{#1}",
        slots=("natural",),
        english="direction from the second composite to another",
        chinese="从第二个复合粒子到另一个的方向",
        japanese="二番目の複合粒子から他の複合粒子への向き",
    ),
    scalar(
        "f_",
        "f_{#1}",
        slots=("natural",),
        english="factor of the flux quanta",
        chinese="磁通量子的因子",
        japanese="磁束量子の因子",
    ),
    scalar(
        "g_",
        "g_{#1}",
        slots=("natural",),
        english="factor of the flux quanta after the exchange",
        chinese="交换后磁通量子的因子",
        japanese="交換後の磁束量子の因子",
    ),
    scalar(
        "chi",
        r"\chi",
        english="factor of the electrons",
        chinese="电子的因子",
        japanese="電子の因子",
    ),
    scalar(
        "chi_",
        r"\chi'",
        english="factor of the electrons after the exchange",
        chinese="交换后电子的因子",
        japanese="交換後の電子の因子",
    ),
    scalar("psi", r"\psi", english="amplitude", chinese="振幅", japanese="振幅"),
    scalar(
        "psi_",
        r"\psi'",
        english="amplitude after the exchange",
        chinese="交换后的振幅",
        japanese="交換後の振幅",
    ),
)

_signs = (
    scalar(
        "t_",
        "t_{#1}",
        slots=("natural",),
        english="sign when one electron passes k others",
        chinese="一个电子越过 k 个电子的符号",
        japanese="電子一つが k 個の電子を越えるときの符号",
    ),
    scalar(
        "tau_",
        r"\tau_{#1,#2}",
        slots=("natural", "natural"),
        english="sign when k electrons pass l others",
        chinese="k 个电子越过 l 个电子的符号",
        japanese="k 個の電子が l 個の電子を越えるときの符号",
    ),
    scalar(
        "s_",
        "s_{#1,#2}",
        slots=("natural", "natural"),
        english="exchange sign of composites",
        chinese="复合粒子的交换符号",
        japanese="複合粒子の交換の符号",
    ),
)

_fillings = (
    scalar(
        "N",
        "N",
        "real",
        dimension="1/m^2",
        english="number of composites per area",
        chinese="复合粒子的面密度",
        japanese="複合粒子の面密度",
    ),
    scalar("nu", r"\nu", "real", english="filling factor", chinese="填充因子", japanese="充填率"),
    scalar(
        "nu_1",
        r"\nu_1",
        "real",
        english="filling factor with one more level",
        chinese="多填一个能级的填充因子",
        japanese="準位を一つ加えた充填率",
    ),
    scalar(
        "nu_2",
        r"\nu_2",
        "real",
        english="filling factor of the holes",
        chinese="空穴的填充因子",
        japanese="正孔の充填率",
    ),
    scalar(
        "nu_3",
        r"\nu_3",
        "real",
        english="filling factor with two more flux quanta for each electron",
        chinese="每个电子多两个磁通量子的填充因子",
        japanese="電子ごとに磁束量子を二つ加えた充填率",
    ),
    scalar(
        "P_",
        "P_{#1}",
        "real",
        slots=("natural",),
        english="numerator of a filling factor",
        chinese="填充因子的分子",
        japanese="充填率の分子",
    ),
    scalar(
        "Q_",
        "Q_{#1}",
        "real",
        slots=("natural",),
        english="denominator of a filling factor",
        chinese="填充因子的分母",
        japanese="充填率の分母",
    ),
    scalar(
        "K_",
        "K_{#1}",
        "real",
        slots=("natural",),
        english="half of the denominator, rounded down",
        chinese="分母的一半（舍去余数）",
        japanese="分母の半分（切り捨て）",
    ),
    scalar(
        "C_",
        "C_{#1}",
        "real",
        slots=("natural",),
        english="pairs of flux quanta that are attached to each electron",
        chinese="附加在每个电子上的磁通量子对数",
        japanese="電子ごとに付け加える磁束量子の対の数",
    ),
)

glossary = Glossary(
    *(library[name] for name in _shared), *_counts, *_directions, *_signs, *_fillings
)
"""The symbols of this folder; those of `proofs.notation` keep their names."""
