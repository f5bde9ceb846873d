r"""How an article refers to theorems, hypotheses, symbols, errata and books.

Main results: `References`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from derive.documents.contents import Contents
from derive.documents.theorems import hypothesis_label
from derive.entries import Erratum
from derive.language.writer import write
from derive.render.punctuation import COLON, joined
from derive.render.style import Style
from derive.render.symbols import symbol_of


@dataclass(frozen=True)
class PrintedErratum:
    """An erratum in pieces of LaTeX.

    Args:
        title, text: prose.
        written: the formulas that are wrong.
        right: references to theorems that say what is right.
    """

    title: str
    text: str
    written: tuple[str, ...]
    right: tuple[str, ...]


class References:
    """The references of an article.

    Args:
        contents: the lecture.
        style: of the document.
        link: a reference to a theorem; empty if the document does not print it.
    """

    def __init__(self, contents: Contents, style: Style, link: Callable[[str], str]) -> None:
        self.contents = contents
        self.style = style
        self.link = link

    def theorem(self, target: str, text: str, line: int) -> str:
        """The number of a theorem, or its title if it is not printed."""
        theorem = self.contents.outcomes[target].theorem
        if text:
            return self.linked(f"theorem:{target}", text, target)
        return self.link(target) or rf"\emph{{{self.style.prose(theorem.title)}}}"

    def hypothesis(self, target: str, text: str, line: int) -> str:
        """The name of a hypothesis.  Raises `LectureError` if there is none of that name."""
        name, _, wanted = target.partition("/")
        theorem = self.contents.outcomes[name].theorem
        try:
            label = hypothesis_label(theorem, wanted)
        except ValueError:
            known = [hypothesis.name for hypothesis in theorem.hypotheses]
            message = f"{name} has no hypothesis {wanted!r}{hint(wanted, known)}"
            raise self.contents.lecture.error(message, line) from None
        return self.linked(label, text or self.style.prose(wanted), name)

    def linked(self, label: str, text: str, theorem: str) -> str:
        """A text that leads to a label of a theorem, if the document prints that."""
        return rf"\hyperref[{label}]{{{text}}}" if self.link(theorem) else text

    def symbol(self, target: str, text: str, line: int) -> str:
        """A symbol.  Raises `LectureError` if the glossaries lack it."""
        found = self.contents.symbol(target)
        if found is None:
            raise self.contents.lecture.error(f"there is no symbol {target}", line)
        declaration, glossary = found
        symbol = symbol_of(declaration, glossary)
        return text or (f"${write(symbol, glossary)}$" if symbol else declaration.name)

    def erratum(self, target: str, text: str, line: int) -> str:
        """A footnote with an erratum."""
        told = self.erratum_text(self.contents.errata[target])
        t = self.contents.translate
        parts = [joined([rf"\emph{{{t('Erratum')}}}", told.text], COLON, t)]
        if told.right:
            see = t("See {theorems}.")
            parts.append(see.format(theorems=", ".join(told.right)))
        return rf"{text}\footnote{{{' '.join(parts)}}}"

    def cite(self, target: str, text: str, line: int) -> str:
        """A reference to the bibliography.  Raises `LectureError` if that lacks an entry."""
        known = self.contents.lecture.bibliography
        for key in (one.strip() for one in target.split(",")):
            if key not in known:
                message = f"the bibliography has no entry {key}{hint(key, known)}"
                raise self.contents.lecture.error(message, line)
        return rf"\cite{{{target}}}"

    def erratum_text(self, erratum: Erratum) -> PrintedErratum:
        """What is printed of an erratum."""
        written = [claim for claim in erratum.claims("written") if isinstance(claim, str)]
        return PrintedErratum(
            self.style.prose(erratum.title),
            self.style.prose(erratum.text),
            tuple(" ".join(claim.split()) for claim in written if "\\" in claim),
            tuple(self.theorem(one.name, "", 0) for one in erratum.theorems),
        )


def hint(word: str, known: Iterable[str]) -> str:
    """What may have been meant by a word that is not known; else what is known, if anything is."""
    known = list(known)
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; there are {', '.join(map(repr, known))}" if known else ""
