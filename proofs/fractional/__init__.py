"""Fractional filling: the statistics of composites of electrons and flux quanta."""
