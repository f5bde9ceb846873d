r"""The symbols of composites of electrons and flux quanta.

A composite has p electrons and q flux quanta; a level filled to p/q holds p electrons for each q
flux quanta.  Signs are powers of -1 with natural exponents.  For composites at Z_1, Z_2 and further
ones at Z_n, the directions are u = (Z_1 - Z_2)/|Z_1 - Z_2|, a_n from Z_n to Z_1, b_n from Z_2 to Z_n,
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
        "N", "N", english="number of other composites", chinese="其他复合粒子数", japanese="他の複合粒子の数"
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
        "b_",
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

glossary = Glossary(*(library[name] for name in _shared), *_counts, *_signs)
"""The symbols of this folder; those of `proofs.notation` keep their names."""
