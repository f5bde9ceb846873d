"""What the lecture says wrongly or too shortly about the statistics of composites."""

from derive import Erratum

from ..sources import quantum_hall
from .exchange_sign import exchange_sign
from .multiples_of_a_composite import multiples_of_a_composite
from .no_even_denominator import no_even_denominator

half_a_turn = Erratum(
    "fractional.errata.half_a_turn",
    source=quantum_hall("A114", "EA-28"),
    text="The phase of half a turn of an electron around a flux quantum depends on the gauge.  The "
    "exchange of two equal composites is a closed path, and its sign does not; in it each pair of an "
    "electron and a flux quantum of the other counts once.  If the flux quanta around the electrons "
    "are counted too, each pair counts twice, and nothing changes the statistics.",
    right=[exchange_sign],
)
only_odd_denominators = Erratum(
    "fractional.errata.only_odd_denominators",
    source=quantum_hall("A068", "EA-29"),
    text="The ten plateaus of the lecture have odd denominators, but there are others: 5/2 and 7/2, "
    "1/4 in wide wells, 1/2 in double layers.  They are not reached from the integers by new levels, "
    "holes and attached flux.",
    right=[no_even_denominator],
    reference="R. Willett and others, Phys. Rev. Lett. 59, 1776 (1987), for 5/2",
)
fermions_without_plateau = Erratum(
    "fractional.errata.fermions_without_plateau",
    source=quantum_hall("A111 A116", "EA-30"),
    text="That fermions have no plateau is no theorem.  Fermions in no field on average are a metal, "
    "but their pairs are bosons: two electrons with four flux quanta.",
    right=[multiples_of_a_composite],
)
one_more_flux_quantum = Erratum(
    "fractional.errata.one_more_flux_quantum",
    source=quantum_hall("A115", "EA-32"),
    text="One more flux quantum is one more $-1$ for one electron only; for $p$ electrons it is "
    "$p$ more.",
    assume={"p q": "natural"},
    written="(-1)**(p*(q + 2)) == -(-1)**(p*(q + 1))",
    right=[
        "(-1)**(p*(q + 2)) == (-1)**p*(-1)**(p*(q + 1))",
        "(-1)**(1*(q + 2)) == -(-1)**(1*(q + 1))",
    ],
)
composite_fermions = Erratum(
    "fractional.errata.composite_fermions",
    source=quantum_hall("A120", "EA-31"),
    text="This paper does not prove that electrons with flux quanta exist.  It proposes composite "
    "fermions, electrons with two flux quanta each, as a theory; the composite boson with three, of "
    "which the lecture speaks, is older.",
    reference="J. K. Jain, Phys. Rev. Lett. 63, 199 (1989); S. M. Girvin and A. H. MacDonald, "
    "Phys. Rev. Lett. 58, 1252 (1987)",
)
