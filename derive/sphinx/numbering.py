"""One number after the other for all theorems of a project, in the order in which it is read.

Main results: `number_targets`, `documents_in_order`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from derive.sphinx.domain import DeriveDomain
from derive.sphinx.roles import domain_of


def number_targets(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Number all targets; the result is the documents that must be written again.

    These are the ones with other numbers than before, and those that refer to something that has
    another number, title or place.
    """
    domain = domain_of(env)
    domain.numbers.clear()
    numbered = (
        target
        for docname in documents_in_order(env)
        for target in domain.targets.get(docname, ())
        if target.numbered
    )
    for number, target in enumerate(numbered, start=1):
        domain.numbers[target.docname, target.node_id] = number
    changed = []
    for docname in env.found_docs:
        now = _written(domain, docname)
        if domain.data["written"].get(docname, ()) != now:
            domain.data["written"][docname] = now
            changed.append(docname)
    return changed


def documents_in_order(env: BuildEnvironment) -> Iterator[str]:
    """All documents as the tables of contents have them, then those that are in none."""
    seen: set[str] = set()
    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in seen:
            seen.add(docname)
            yield docname
            waiting += reversed(env.toctree_includes.get(docname, []))
    yield from sorted(env.found_docs - seen)


def _written(domain: DeriveDomain, docname: str) -> tuple[object, ...]:
    """What is written of a document that depends on others: numbers, and where references lead."""
    own = [
        domain.numbers.get((docname, target.node_id)) for target in domain.targets.get(docname, ())
    ]
    found = []
    for kind, name in sorted(domain.data["mentions"].get(docname, ())):
        target = domain.find(kind, name, docname)
        place = target and (target.docname, target.node_id, target.title, domain.called(target))
        found.append((kind, name, place))
    return (*own, *found)
