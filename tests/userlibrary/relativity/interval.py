"""A Lorentz transformation keeps the interval."""

from derive import Theorem, definition, law

from ..notation import glossary

interval = Theorem(
    "relativity.interval",
    glossary=glossary,
    given={
        "time": law(r"ct' = \gamma (ct - \beta x)"),
        "place": law(r"x' = \gamma (x - \beta ct)"),
        "Lorentz factor": definition(r"\gamma^2 (1 - \beta^2) = 1"),
    },
    claim=r"(ct')^2 - (x')^2 = (ct)^2 - x^2",
    proof=r"""
        (ct')^2 - (x')^2 = \gamma^2 (ct - \beta x)^2 - \gamma^2 (x - \beta ct)^2   % time, place
                         = \gamma^2 (1 - \beta^2) \left((ct)^2 - x^2\right)
                         = (ct)^2 - x^2                                            % Lorentz factor
    """,
)
