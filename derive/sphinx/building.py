"""What the extension adds to Sphinx, and what it does while a project is built.

Main results: `extend`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import is_role_registered

from derive.loading import LoadError
from derive.sphinx import html, latex, text
from derive.sphinx.bibliography import Citations, CiteRole, EntriesOnPaper, EntryList
from derive.sphinx.directives import CalculationDirective, StatusDirective, TheoremDirective
from derive.sphinx.domain import DeriveDomain
from derive.sphinx.entries import ErratumDirective, RemarkDirective, SymbolsDirective
from derive.sphinx.figures import PictureDirective
from derive.sphinx.footnotes import ErratumFootnotes
from derive.sphinx.graph import GraphDirective
from derive.sphinx.headings import NumberHeadings
from derive.sphinx.knowledge import Knowledge, find_folder, language_of
from derive.sphinx.numbering import number_targets
from derive.sphinx.pages import certificate_pages
from derive.sphinx.reasons import WhyDirective
from derive.sphinx.roles import domain_of
from derive.translation import translation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

_STATIC = Path(__file__).parent / "static"
_DIRECTIVES = {
    "derive-theorem": TheoremDirective,
    "derive-calculation": CalculationDirective,
    "derive-status": StatusDirective,
    "derive-graph": GraphDirective,
    "derive-why": WhyDirective,
    "derive-picture": PictureDirective,
    "derive-erratum": ErratumDirective,
    "derive-remark": RemarkDirective,
    "derive-symbols": SymbolsDirective,
}


def extend(app: Sphinx) -> ExtensionMetadata:
    """Add everything to an application."""
    app.require_sphinx("8.0")
    app.add_config_value("derive_proofs", None, "env", types=frozenset({str, type(None)}))
    app.add_config_value("derive_search", False, "", types=frozenset({bool}))
    app.add_domain(DeriveDomain)
    for name, directive in _DIRECTIVES.items():
        app.add_directive(name, directive)
    _add_nodes(app)
    app.add_transform(ErratumFootnotes)
    app.add_post_transform(NumberHeadings)
    app.add_latex_package("amsthm")
    app.add_css_file("derive.css")
    app.add_js_file("derive.js", loading_method="defer")
    app.connect("config-inited", _prepare)
    app.connect("builder-inited", _look_up)
    app.connect("builder-inited", _add_bibliographies, priority=900)  # after other extensions
    app.connect("env-get-outdated", _outdated)
    app.connect("env-get-updated", number_targets)
    app.connect("html-collect-pages", certificate_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _add_nodes(app: Sphinx) -> None:
    """Register the nodes with what the builders do with them."""
    kinds = dict.fromkeys([*html.VISITORS, *latex.VISITORS, *text.VISITORS])
    rooms = {"html": html.VISITORS, "latex": latex.VISITORS, "text": text.VISITORS}
    for kind in kinds:
        known: dict[str, Any] = {
            name: visitors[kind] for name, visitors in rooms.items() if kind in visitors
        }
        app.add_node(kind, **known)


def _prepare(app: Sphinx, config: Config) -> None:
    """Add the style sheet, and for LaTeX the declarations of what theorems are called."""
    config.html_static_path.append(str(_STATIC))
    t = translation(language_of(config.language))
    elements = dict(config.latex_elements)
    elements["preamble"] = latex.preamble(t) + elements.get("preamble", "")
    config.latex_elements = elements


def _look_up(app: Sphinx) -> None:
    """Load the folder of theorems."""
    config = app.config
    try:
        folder = find_folder(config.derive_proofs, Path(app.confdir))
        knowledge = Knowledge(folder, config.language, _warn)
    except LoadError as error:
        raise ExtensionError(str(error), modname="derive.sphinx") from error
    for problem in knowledge.library.problems:
        place = f"{problem.location}" if problem.location else None
        logger.warning("%s", problem.message, location=place, type="derive", subtype="load")
    if config.derive_search:
        knowledge.search()
    domain_of(app.env).knowledge = knowledge


def _add_bibliographies(app: Sphinx) -> None:
    """Add the role `cite`, and what belongs to it, unless another extension has one."""
    if is_role_registered("cite"):
        return
    app.add_role("cite", CiteRole())
    app.add_transform(EntryList)
    app.add_transform(Citations)
    app.add_post_transform(EntriesOnPaper)


def _warn(text: str) -> None:
    logger.warning("%s", text, type="derive", subtype="certificate")


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The documents that show something that has changed, or that is not as it should be."""
    domain = domain_of(env)
    return [docname for docname in env.found_docs - added if domain.is_outdated(docname)]
