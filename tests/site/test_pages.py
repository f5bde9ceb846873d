"""Every page opens without a network and without an error, with all its formulas."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.browser import Browser
from tests.site.conftest import WIDTHS

pytestmark = [pytest.mark.site, pytest.mark.slow, pytest.mark.timeout(1200)]

PARTS = 8
"""In so many tests the pages are looked at, so that several processes share the work."""

FAULTS = """(() => {
    const of = (selector) => [...document.querySelectorAll(selector)];
    const told = [];
    const searching = of("#search-results").length;  // it gets its heading when something is found
    if (!searching && of("h1").length !== 1) told.push(`${of("h1").length} first headings`);
    if (!document.documentElement.lang) told.push("no language");
    for (const formula of of(".math"))
        if (!formula.querySelector("mjx-container svg")) told.push(`bare ${formula.textContent}`);
    for (const error of of("mjx-merror, [data-mml-node=merror]")) told.push(error.textContent);
    for (const image of of("img")) {
        if (!image.alt) told.push(`no words for ${image.src}`);
        if (image.complete && !image.naturalWidth) told.push(`broken ${image.src}`);
    }
    for (const one of performance.getEntriesByType("resource"))
        if (!one.name.startsWith(location.origin)) told.push(`asks for ${one.name}`);
    return told;
})()"""
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page(site: Path, chromium: Browser, part: int) -> None:
    wrong = {}
    for page in pages(site)[part::PARTS]:
        chromium.resize(WIDTHS["desktop"])
        chromium.open(page)
        faults = [*chromium.errors(), *chromium.run(FAULTS)]
        for device, width in WIDTHS.items():
            chromium.resize(width)
            if (overhang := chromium.run(OVERHANG)) > 1:
                faults.append(f"{overhang} pixels too wide for a {device}")
        if faults:
            wrong[page] = faults
    assert wrong == {}


def test_a_fault_is_noticed(site: Path, chromium: Browser) -> None:
    page = site / "faulty.html"
    page.write_text(
        "<html><body><h1>A</h1><h1>B</h1><img src='https://example.com/a.png'>"
        "<p class=math>x</p><p style='width: 2000px'>wide</p></body></html>"
    )
    try:
        chromium.resize(WIDTHS["phone"])
        chromium.open(page.name)
        faults = chromium.run(FAULTS)
        assert faults[:3] == ["2 first headings", "no language", "bare x"]
        assert any(fault.startswith("no words for https://example.com") for fault in faults)
        assert any(fault.startswith("asks for https://example.com") for fault in faults)
        assert any("ERR_NAME_NOT_RESOLVED" in error for error in chromium.errors())
        assert chromium.run(OVERHANG) > 1000
    finally:
        page.unlink()


def test_there_is_a_page_for_everything(site: Path) -> None:
    found = set(pages(site))
    assert {"index.html", "getting-started.html", "command-line.html", "library.html"} <= found
    for lecture in ("index", "quantum_hall", "quantum_mechanics"):
        for folder in ("lectures", "zh", "ja"):
            assert f"{folder}/{lecture}.html" in found
