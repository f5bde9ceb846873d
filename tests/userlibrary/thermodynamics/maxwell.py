"""The Maxwell relation of the internal energy."""

from derive import Theorem, cited, definition

from ..notation import glossary

maxwell = Theorem(
    "thermodynamics.maxwell",
    glossary=glossary,
    given={
        "temperature": definition(r"T = \partial_S E"),
        "pressure": definition(r"P = -\partial_V E"),
        "Schwarz": cited(r"\partial_S \partial_V = \partial_V \partial_S", "smooth functions"),
    },
    claim=r"\partial_V T = -\partial_S P",
    proof=r"""
        \partial_V T = \partial_V \partial_S E     % temperature
                     = \partial_S \partial_V E     % Schwarz
                     = -\partial_S P               % pressure
    """,
)
