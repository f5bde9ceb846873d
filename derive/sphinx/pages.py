"""The pages of certificates: for each theorem the steps that the kernel replays, and the file.

Main results: `certificate_pages`, `certificate_page`, `has_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.osutil import relative_uri

from derive.files import write_whole
from derive.sphinx.certificates import trace
from derive.sphinx.domain import Target
from derive.sphinx.roles import domain_of

if TYPE_CHECKING:
    from jinja2 import Template
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

FOLDER = "derive-certificates"
"""The folder of certificates in the output."""

_WITHOUT_PAGES = ("epub", "singlehtml")


def certificate_page(name: str) -> str:
    """The page of the certificate of a theorem, as Sphinx names pages."""
    return f"{FOLDER}/{name}"


def has_pages(builder: Builder) -> bool:
    """Whether a builder makes pages of certificates."""
    return builder.format == "html" and builder.name not in _WITHOUT_PAGES


def certificate_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The pages that are not there yet, or of another certificate.

    The file of a certificate is written when its page is made; it tells whether the page is new.
    """
    if not has_pages(app.builder):
        return
    for target in domain_of(app.env).indexed():
        if target.kind == "theorem":
            yield from _page(app, target)


def _page(app: Sphinx, target: Target) -> Iterator[tuple[str, dict[str, Any], str]]:
    knowledge = domain_of(app.env).knowledge
    certificate = knowledge.certificate(target.name)
    file = Path(app.outdir, FOLDER, f"{target.name}.json")
    if certificate is None or (file.is_file() and file.read_text("utf-8") == certificate):
        return
    outcome = knowledge.outcome(target.name)
    if outcome.proof is None:
        return
    t, pagename = knowledge.t, certificate_page(target.name)
    here = app.builder.get_target_uri(pagename)
    back = relative_uri(here, app.builder.get_target_uri(target.docname))
    steps = trace(outcome, knowledge)
    heading = t("Certificate of {title}").format(title=target.title)
    body = _template().render(
        heading=heading,
        told=t(
            "The kernel proves {title} by these {count} steps, from what was shown before."
        ).format(title=target.title, count=len(steps)),
        theorem=target.title,
        back=f"{back}#{target.node_id}",
        file=relative_uri(here, f"{FOLDER}/{target.name}.json"),
        download=t("certificate as JSON"),
        steps=steps,
    )
    yield pagename, {"title": heading, "body": body, "parents": []}, "page.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, certificate)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader

    return Environment(loader=PackageLoader("derive.sphinx"), autoescape=True).get_template(
        "certificate.html"
    )
