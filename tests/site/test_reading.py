"""What a reader does: search, unfold a proof, follow the graph, change the language and the light."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from selenium.webdriver.common.keys import Keys

from tests.site.browser import Browser
from tests.site.conftest import WIDTHS

pytestmark = [pytest.mark.site, pytest.mark.slow, pytest.mark.timeout(1200)]

THEOREM = "theorems/quantum.orthogonality.html"


def test_search_finds_a_theorem(browser: Browser) -> None:
    browser.open("index.html")
    if browser.width == WIDTHS["phone"]:
        browser.find("label[for=__navigation].nav-overlay-icon, .mobile-header label").click()
        browser.wait("document.querySelector('input[name=q]').getBoundingClientRect().x >= 0")
    field = browser.find("input[name=q]")
    field.send_keys("eigenvectors orthogonal")
    field.submit()
    browser.wait(f"!!document.querySelector('ul.search a[href*=\"{THEOREM}\"]')")
    browser.driver.execute_script(
        "arguments[0].click()", browser.find(f"ul.search a[href*='{THEOREM}']")
    )
    browser.wait(f"location.pathname.endsWith('{THEOREM}')")
    assert browser.errors() == []


def test_a_proof_unfolds(browser: Browser) -> None:
    browser.open("lectures/quantum_hall.html")
    closed = "details.derive-proof:not([open])"
    proof = browser.find(closed)
    assert not browser.run(f"document.querySelector('{closed} ol').checkVisibility()")
    summary = proof.find_element("css selector", "summary")
    summary.send_keys(Keys.ENTER)  # as those without a mouse do
    formulas = proof.find_elements("css selector", "mjx-container svg")
    assert formulas
    assert all(one.is_displayed() and one.size["height"] > 5 for one in formulas)


def test_the_graph_leads_to_theorems(browser: Browser, site: Path) -> None:
    browser.open("library.html")
    links = browser.run(
        "[...document.querySelectorAll('svg a.derive-node')].map((one) => one.getAttribute('href'))"
    )
    assert len(links) > 100
    missing = [
        one for one in links if not (site / urldefrag(urljoin("library.html", one)).url).is_file()
    ]
    assert missing == []
    node = 'svg a.derive-node[data-name="quantum.orthogonality"]'
    browser.run(f"document.querySelector('{node}').focus()")
    preview = browser.find("#derive-preview")
    assert preview.is_displayed()
    assert "orthogonal" in preview.text
    browser.driver.execute_script(
        "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", browser.find(node)
    )
    browser.wait(f"location.pathname.endsWith('{THEOREM}')")


def test_the_same_page_in_another_language(browser: Browser) -> None:
    browser.open("lectures/quantum_hall.html")
    for language, page in (("zh", "zh/"), ("ja", "ja/"), ("en", "lectures/")):
        link = browser.find(f".site-languages a[hreflang={language}]").get_attribute("href")
        assert link == f"{browser.address}{page}quantum_hall.html"
        browser.open(link.removeprefix(browser.address))
        assert browser.run("document.documentElement.lang") == language
    assert browser.errors() == []


def test_dark_is_dark_and_can_be_read(browser: Browser) -> None:
    browser.open(THEOREM)
    browser.run("document.body.dataset.theme = 'dark'")
    colours = [
        f"getComputedStyle(document.querySelector('{one}')).{what}.match(/\\d+/g).map(Number)"
        for one, what in (("body", "backgroundColor"), (".derive-statement svg", "color"))
    ]
    ground, ink = [browser.run(colour) for colour in colours]
    assert max(ground[:3]) < 60
    assert min(ink[:3]) > 180
