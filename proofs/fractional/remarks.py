"""Pictures and models of the lecture that are no theorems: attached flux, strings, evidence."""

from derive import Remark

from ..sources import quantum_hall

attached_flux = Remark(
    "fractional.remarks.attached_flux",
    title="Electrons with flux quanta attached",
    label="heuristic",
    source=quantum_hall("A113 A114 A118", "Statistics"),
    text="An electron and its flux quanta move as one.  The amplitude of such composites is taken as "
    "that of their electrons times, for each pair, the direction between the two to the power pq.",
    shows="what follows from this for the exchange: fractional.exchange_sign",
    does_not_show="that electrons in a magnetic field form such composites",
)
fermions_and_plateaus = Remark(
    "fractional.remarks.fermions_and_plateaus",
    title="Why there is no plateau at 1/2",
    label="heuristic",
    source=quantum_hall("A111 A112 A116", "Statistics"),
    text="Bosons can condense into one state and fermions cannot, so that a plateau belongs to a "
    "boson.  The lecture takes the missing plateau at 1/2 as evidence for the picture.",
    shows="which composites are bosons: fractional.odd_denominator_rule",
    does_not_show="that bosons have a plateau, or that fermions have none",
)
strings = Remark(
    "fractional.remarks.strings",
    title="Strings of discs and arrows",
    label="definition",
    source=quantum_hall("A080 A106 A123", "Exercise 5"),
    text="A disc is an electron, an arrow a flux quantum.  The string of 1/3 is one disc on three "
    "arrows.  With one disc on two arrows it makes 2/5, with two of them 3/7: three discs on 3 + 2 + 2 "
    "arrows; with three of them 4/9: four discs on 3 + 2 + 2 + 2 arrows.",
    shows="the signs of these two: fractional.exercise; of any two strings joined: "
    "fractional.joined_composites",
)
