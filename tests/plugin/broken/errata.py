"""Errata: one that is right, and one that is wrong itself."""

from derive import Erratum

square_of_a_sum = Erratum(
    "errata.square_of_a_sum",
    assume={"x": "real"},
    written="(x + 1)**2 == x**2 + 1",
    right="(x + 1)**2 == x**2 + 2*x + 1",
)
no_error = Erratum(
    "errata.no_error",
    assume={"x": "real"},
    written="x + x == 2*x",
    right="2*x == x + x",
)
in_words = Erratum("errata.in_words", text="The name on the cover is spelt wrongly.")
