"""Electrons in a plane with a magnetic field across it: Landau levels and how many states they hold."""
