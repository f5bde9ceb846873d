"""Chromium without a network, driven by Selenium."""

from __future__ import annotations

from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

HEIGHT = 900
SECONDS = 60
OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
TYPESET = """
    const done = arguments[0];
    const ready = document.querySelector("script[src*=mathjax]")
        ? new Promise((go) => {
            const wait = () =>
                window.MathJax?.startup?.promise ? MathJax.startup.promise.then(go)
                                                 : setTimeout(wait, 10);
            wait();
          })
        : Promise.resolve();
    ready.then(() => done(true));
"""


class Browser:
    """A browser that shows pages of one site."""

    def __init__(self, program: str, driver: str, address: str) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = program
        for option in OPTIONS:
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.set_script_timeout(SECONDS)
        self.address = address
        self.width = 0

    def resize(self, width: int) -> None:
        """Make the window as wide as a device; its height is the same for all."""
        self.width = width
        size = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def open(self, page: str) -> None:
        """Show a page, and wait until its formulas are typeset."""
        self.driver.get(self.address + page)
        self.driver.execute_async_script(TYPESET)

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript."""
        return self.driver.execute_script(f"return {script}")

    def find(self, selector: str) -> WebElement:
        """The first element."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def wait(self, script: str) -> None:
        """Wait until an expression of JavaScript is true."""
        WebDriverWait(self.driver, SECONDS).until(lambda _: self.run(script))

    def errors(self) -> list[str]:
        """What the console has told since it was last asked, except mere information."""
        log: list[dict[str, str]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log if entry["level"] in ("SEVERE", "WARNING")]

    def quit(self) -> None:
        """End the browser."""
        self.driver.quit()
