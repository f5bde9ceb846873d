"""The environment variables that `derive` looks at, besides NO_COLOR and XDG_CACHE_HOME.

Main results: `DEBUG`, `STORE`.
"""

DEBUG = "DERIVE_DEBUG"
"""Asks for tracebacks."""

STORE = "DERIVE_STORE"
"""Names another folder for all certificates."""
