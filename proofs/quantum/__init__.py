"""Quantum mechanics by addition and multiplication: eigenvalues and eigenvectors in any space."""
