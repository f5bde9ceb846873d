"""Symmetries of a theory: transformations that leave every energy where it is."""
