"""A rectangle that is twice as long as wide: one proof that is right, and what can go wrong."""

from derive import Theorem, definition

from .notation import glossary

given = {"area": definition(r"S = a b"), "shape": r"b = 2 a"}

right = Theorem(
    "rectangles.right",
    glossary=glossary,
    given=given,
    claim=r"S = 2 a^2",
    proof=r"""
        S = a b        % area
          = 2 a^2      % shape
    """,
)
false_line = Theorem(
    "rectangles.false_line",
    glossary=glossary,
    given=given,
    claim=r"S = 3 a^2",
    proof=r"""
        S = a b        % area
          = 3 a^2      % shape
    """,
)
gap = Theorem(
    "rectangles.gap",
    glossary=glossary,
    given=given,
    claim=r"S = 2 a^2",
    proof=r"""
        S = a b        % area
          = 2 a^2      % area
    """,
)
false_claim = Theorem("rectangles.false_claim", glossary=glossary, given=given, claim=r"S = a^2")
builds_on_it = Theorem(
    "rectangles.builds_on_it",
    glossary=glossary,
    given={"lemma": false_claim},
    claim=r"2 S = 2 a^2",
)
unknown_reason = Theorem(
    "rectangles.unknown_reason",
    glossary=glossary,
    given=given,
    claim=r"S = 2 a^2",
    proof=r"""
        S = a b        % surface
          = 2 a^2      % shape
    """,
)
misread = Theorem("rectangles.misread", glossary=glossary, given=given, claim=r"S = 2 a")
