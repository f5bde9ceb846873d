"""Writing expressions and relations for people: plain text that reads back, and LaTeX.

Main results: `as_text`, `as_latex`, `latex_name`.
"""

from derive.deciding.writing.latex import as_latex, latex_name
from derive.deciding.writing.text import as_text

__all__ = ["as_latex", "as_text", "latex_name"]
