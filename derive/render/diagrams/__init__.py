"""String diagrams: terms, formulas and proofs as boxes joined by wires, as SVG and as TikZ.

A vector is a box with one leg, an operator has two, a number has none.  Reading order: `pictures`,
`trees`, `naming`, `columns`, `shapes`, `mathematics`, `layout`, `svg`, `tikz`.

References: R. Penrose, Applications of negative dimensional tensors (1971), for the notation;
B. Coecke and A. Kissinger, Picturing Quantum Processes (2017), for its use in quantum mechanics.
"""
