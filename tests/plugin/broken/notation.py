"""The symbols of the broken folder."""

from derive import Glossary, scalar

glossary = Glossary(
    scalar("a", "a", "positive", dimension="m"),
    scalar("b", "b", "positive", dimension="m"),
    scalar("S", "S", "positive", dimension="m^2"),
)
