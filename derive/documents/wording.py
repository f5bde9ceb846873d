"""The words that templates print.

Main results: `words`.
"""

from __future__ import annotations

from derive.render.punctuation import BRACKETS, END
from derive.translation import Translation


def words(t: Translation) -> dict[str, str]:
    """The words of templates in the language of the document."""
    return {
        "theorem": t("Theorem"),
        "calculation": t("Calculation"),
        "remark": t("Remark"),
        "erratum": t("Erratum"),
        "proof": t("Proof"),
        "suppose": t("Suppose:"),
        "then": t("Then"),
        "stop": t(END).format(first=""),
        "note": t(BRACKETS).format(first="", second="#3"),
        "searched": t("The proof was found by search and checked."),
        "needed": t("Why is this needed?"),
        "right": t("What is right:"),
        "symbols": t("Symbols"),
        "symbol": t("Symbol"),
        "meaning": t("Meaning"),
        "unit": t("Unit"),
        "assumed": t("Assumed"),
        "references": t("References"),
        "figure": t("Figure"),
        "uses": t("Uses"),
        "used_by": t("Used by"),
        "continued": t("continued"),
    }
