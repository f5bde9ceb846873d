"""Theorems for readers: in a terminal, and as LaTeX."""
