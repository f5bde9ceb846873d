"""Two equal masses between three springs: their sum and their difference oscillate freely."""

from derive import Theorem, law

from ..notation import glossary

normal_modes = Theorem(
    "mechanics.normal_modes",
    glossary=glossary,
    given={
        "first mass": law(r"m\partial_t^2 x_1 = -kx_1 + \kappa (x_2 - x_1)"),
        "second mass": law(r"m\partial_t^2 x_2 = -kx_2 - \kappa (x_2 - x_1)"),
    },
    claim=[
        r"\partial_t^2 (x_1 + x_2) = -\frac{k}{m} (x_1 + x_2)",
        r"\partial_t^2 (x_1 - x_2) = -\frac{k + 2\kappa}{m} (x_1 - x_2)",
    ],
)
