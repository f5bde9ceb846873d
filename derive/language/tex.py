r"""TeX source as a flat list of tokens in one normal form, without what TeX does not show.

White space, `\,`, `\left`, and braces that group nothing go; `\dfrac` is `\frac`, `\ne` is
`\neq`, `\ket{a}` is `|a\rangle`.  Braces stay where they hold an argument of more than one token,
so that `\hat{H}` and `\hat H` are the same list.  Main result: `tex_tokens`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from derive.language.errors import LanguageError, Position

MAX_CHARACTERS = 50_000
MAX_NESTING = 60

ACCENTS = frozenset(
    rf"\{name}"
    for name in "hat widehat tilde widetilde bar vec dot ddot mathrm mathbf mathcal mathbb mathsf "
    "mathit mathfrak boldsymbol operatorname text textrm underline check breve".split()
)
GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma "
    "tau upsilon phi chi psi omega"
).split()
GREEK_LETTERS = frozenset(
    rf"\{name}"
    for name in (*GREEK, *map(str.capitalize, GREEK), *"varepsilon varphi vartheta ell".split())
)
ARITY = {
    r"\frac": 2,
    r"\binom": 2,
    r"\sqrt": 1,
    r"\overline": 1,
    "^": 1,
    "_": 1,
    **dict.fromkeys(ACCENTS, 1),
}

_INVISIBLE = frozenset(
    r"\, \; \! \: \> ~ \quad \qquad \displaystyle \textstyle \limits \nolimits \left \right "
    r"\middle \big \Big \bigg \Bigg \bigl \bigr \Bigl \Bigr \biggl \biggr \Biggl \Biggr".split()
) | {"\\ ", "\\\n"}
_LEFT = frozenset(r"\left \bigl \Bigl \biggl \Biggl".split())
_RIGHT = frozenset(r"\right \bigr \Bigr \biggr \Biggr".split())
_SAME = {
    r"\dfrac": r"\frac",
    r"\tfrac": r"\frac",
    r"\dbinom": r"\binom",
    r"\tbinom": r"\binom",
    r"\lt": "<",
    r"\gt": ">",
    r"\ne": r"\neq",
    r"\leq": r"\le",
    r"\leqslant": r"\le",
    r"\geq": r"\ge",
    r"\geqslant": r"\ge",
    r"\wedge": r"\land",
    r"\implies": r"\Rightarrow",
    r"\Longrightarrow": r"\Rightarrow",
    r"\equiv": "=",
    r"\coloneqq": "=",
    r"\colon": ":",
    r"\ast": "*",
    r"\vert": "|",
    r"\mid": "|",
    r"\lvert": "|",
    r"\rvert": "|",
    r"\Vert": r"\|",
    r"\lVert": r"\|",
    r"\rVert": r"\|",
    r"\lbrace": r"\{",
    r"\rbrace": r"\}",
    r"\lbrack": "[",
    r"\rbrack": "]",
    "\N{MINUS SIGN}": "-",
}
_OPENING = frozenset({r"\lvert", r"\lVert"})
_CLOSING = frozenset({r"\rvert", r"\rVert"})
_EITHER_SIDE = frozenset(r"+ , : = < > \neq \le \ge & \\ \land \Rightarrow \to \rightarrow".split())
_BEFORE_A_SUM = _EITHER_SIDE | frozenset(r"( [ \{ \lfloor \lceil".split())
_BEHIND_A_SUM = _EITHER_SIDE | frozenset(r") ] \} } - \rfloor \rceil".split())
_KET_MACROS = frozenset({r"\ket", r"\bra", r"\braket"})
_LEXEME = re.compile(
    r"(?P<environment>\\(?:begin|end)\s*\{[A-Za-z]+\*?\})|(?P<command>\\(?:[A-Za-z]+|.|\n))"
    r"|(?P<comment>%[^\n]*)|(?P<space>\s+)|(?P<assign>:\s*=)|(?P<character>#\d|.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class TexToken:
    """One character or command; `side` tells which way a bar opens when the author said so."""

    text: str
    offset: int
    side: str = ""
    glued: bool = False
    """Whether nothing, not even a space, stands between this token and the one before."""


def tex_tokens(
    text: str, first_line: int = 1, start: int = 0, end: int | None = None
) -> list[TexToken]:
    """The tokens of a formula.

    Args:
        text: the text in which it stands.
        first_line: number of the first line of the text.
        start, end: where in the text the formula begins and ends.

    Raises:
        LanguageError: the text is too long or too deeply nested, braces do not match, or a group is
            raised to a power in a way whose look and meaning differ.
    """

    def position(offset: int) -> Position:
        return Position(text, offset, first_line)

    end = len(text) if end is None else end
    if end - start > MAX_CHARACTERS:
        raise LanguageError.at(
            position(start), f"the formula is longer than {MAX_CHARACTERS} characters"
        )
    return _Normaliser(list(_lexemes(text, start, end)), position).run()


def _lexemes(text: str, start: int, end: int) -> Iterator[TexToken]:
    side = ""
    glued = False
    for match in _LEXEME.finditer(text, start, end):
        lexeme = match[0]
        if match.lastgroup in ("comment", "space") or lexeme in _INVISIBLE:
            if lexeme in _LEFT or lexeme in _RIGHT:
                side = "left" if lexeme in _LEFT else "right"
            glued = False
            continue
        if match.lastgroup == "environment":
            lexeme = re.sub(r"\s", "", lexeme)
        elif match.lastgroup == "assign":
            lexeme = "="
        elif lexeme in _OPENING or lexeme in _CLOSING:
            side = "left" if lexeme in _OPENING else "right"
        yield TexToken(_SAME.get(lexeme, lexeme), match.start(), side, glued)
        side, glued = "", True


class _Normaliser:
    """Turns lexemes into tokens by resolving braces; recursion is as deep as the braces are."""

    def __init__(self, lexemes: list[TexToken], position: Callable[[int], Position]) -> None:
        self.lexemes = lexemes
        self.position = position
        self.place = 0

    def run(self) -> list[TexToken]:
        self.check_nesting()
        return self.sequence(closing=None)

    def check_nesting(self) -> None:
        depth = 0
        for token in self.lexemes:
            if token.text in ("{", "(", "[", r"\{", r"\lfloor", r"\lceil") or token.text.startswith(
                r"\begin"
            ):
                depth += 1
            elif token.text in (
                "}",
                ")",
                "]",
                r"\}",
                r"\rfloor",
                r"\rceil",
            ) or token.text.startswith(r"\end"):
                depth -= 1
            if depth > MAX_NESTING:
                raise LanguageError.at(
                    self.position(token.offset),
                    f"brackets are nested more than {MAX_NESTING} deep",
                    "split the formula into shorter ones",
                )

    def sequence(self, closing: TexToken | None) -> list[TexToken]:
        """Everything up to the brace that closes `closing`, or up to the end."""
        tokens: list[TexToken] = []
        awaited = 0
        in_degree = False
        while self.place < len(self.lexemes):
            token = self.lexemes[self.place]
            self.place += 1
            if token.text == "}":
                if closing is None:
                    raise LanguageError.at(self.position(token.offset), "this brace closes nothing")
                return tokens
            if token.text == "{":
                is_apart = not tokens or _stands_apart(tokens[-1], _BEFORE_A_SUM, "left")
                tokens += self.group(token, is_argument=awaited > 0, is_apart=is_apart)
                awaited = max(awaited - 1, 0)
            elif token.text in _KET_MACROS:
                tokens += self.ket_macro(token)
            else:
                in_degree = in_degree or (
                    token.text == "[" and bool(tokens) and tokens[-1].text == r"\sqrt"
                )
                if not in_degree:
                    awaited = ARITY.get(token.text, max(awaited - 1, 0))
                in_degree = in_degree and token.text != "]"
                tokens.append(token)
        if closing is not None:
            raise LanguageError.at(self.position(closing.offset), "this brace is never closed")
        return tokens

    def group(self, opening: TexToken, *, is_argument: bool, is_apart: bool) -> list[TexToken]:
        """A group in braces; `is_apart` tells that no factor or minus stands before it."""
        content = self.sequence(opening)
        following = self.lexemes[self.place] if self.place < len(self.lexemes) else None
        if following is not None and not _stands_apart(following, _BEHIND_A_SUM, "right"):
            is_apart = False
        if not is_argument and not is_apart and _is_sum(content):
            raise LanguageError.at(
                self.position(opening.offset),
                "braces do not show: a reader would take one term of the sum only",
                r"write \left( … \right) instead of { … }",
            )
        if len(content) == 1:
            return [replace(content[0], glued=False)]
        if is_argument:
            return [opening, *content, TexToken("}", self.lexemes[self.place - 1].offset)]
        if following is not None and following.text in ("^", "_") and not _is_one_atom(content):
            raise LanguageError.at(
                self.position(opening.offset),
                "braces do not show: a reader would take the power of the last symbol only",
                r"write \left( … \right) instead of { … }",
            )
        return [replace(content[0], glued=False), *content[1:]] if content else []

    def ket_macro(self, macro: TexToken) -> list[TexToken]:
        if self.place == len(self.lexemes) or self.lexemes[self.place].text != "{":
            raise LanguageError.at(
                self.position(macro.offset), f"{macro.text} needs an argument in braces"
            )
        opening = self.lexemes[self.place]
        self.place += 1
        content = self.sequence(opening)
        end = self.lexemes[self.place - 1].offset
        left = "|" if macro.text == r"\ket" else r"\langle"
        right = "|" if macro.text == r"\bra" else r"\rangle"
        return [TexToken(left, macro.offset), *content, TexToken(right, end)]


def _is_one_atom(content: list[TexToken]) -> bool:
    r"""Whether the tokens are one accented letter such as `\hat H`."""
    return len(content) == 2 and content[0].text in ACCENTS


def _stands_apart(neighbour: TexToken, texts: frozenset[str], side: str) -> bool:
    """Whether what stands beside a group leaves a sum in it whole: one of the texts, or a bar."""
    is_environment = neighbour.text.startswith((r"\begin", r"\end"))
    return neighbour.text in texts or neighbour.side == side or is_environment


def _is_sum(content: list[TexToken]) -> bool:
    depth = 0
    for token in content:
        depth += (token.text in ("{", "(", "[")) - (token.text in ("}", ")", "]"))
        if depth == 0 and token.text in ("+", "-"):
            return True
    return False


def argument_end(tokens: Sequence[TexToken], start: int, end: int) -> tuple[int, int, int]:
    """Where the TeX argument at `start` begins and ends, and where reading goes on.

    Raises:
        IndexError: there is no argument before `end`.
    """
    if start >= end:
        raise IndexError
    if tokens[start].text != "{":
        return start, start + 1, start + 1
    depth = 0
    for place in range(start, end):
        depth += {"{": 1, "}": -1}.get(tokens[place].text, 0)
        if depth == 0:
            return start + 1, place, place + 1
    raise IndexError
