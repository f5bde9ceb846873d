"""What a document wants of the theorems that it prints.

Main results: `Style`, `PLAIN`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from derive.render.prose import prose
from derive.render.punctuation import COLON, joined
from derive.theorem import Hypothesis, Theorem
from derive.translation import LANGUAGES, Translation, translation


@dataclass(frozen=True)
class Style:
    """How theorems are printed.

    Args:
        translate: from English to the language of the document.
        unicode: whether its engine has fonts for all scripts.
        width: of a line of text, in em.
    """

    translate: Translation = field(default_factory=lambda: translation(LANGUAGES[0]))
    unicode: bool = False
    width: float = 34.5  # of article at 10pt

    def prose(self, text: str) -> str:
        """Prose of the library in the language of the document, as LaTeX."""
        return prose(self.translate(text), unicode=self.unicode)

    def theorem(self, theorem: Theorem) -> str:
        """How a theorem is called that another one cites."""
        word = self.translate("theorem")
        return joined([word, self.prose(theorem.title)], COLON, self.translate)

    def source(self, hypothesis: Hypothesis, theorem: Theorem) -> str:
        """Where a hypothesis of a theorem comes from, as LaTeX."""
        return self.prose(hypothesis.source)


PLAIN = Style()
"""In English, for any engine, as wide as the standard article."""
