"""Model Hamiltonians: chains of spins, and a charged particle on a lattice in a magnetic field.

Each is written once, as a short sum, and given as SymPy, NumPy or SciPy matrix or as linear
operator.  `chains` has the Ising, XXZ and Heisenberg chains and their symmetries, `hofstadter` the
lattice with a flux through each cell, and `gap` compares the closing of the gap of the open Ising
chain with its closed form.
"""
