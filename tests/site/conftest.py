"""The site, built once for all processes, served on this machine, and Chromium without a network."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.site.browser import Browser

ROOT = Path(__file__).parents[2]
MINUTES = 60
WIDTHS = {"desktop": 1280, "phone": 390}

Require = Callable[[str, str], str]


def make_site(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `make site`, with this Python, into a folder of its own."""
    python = sys.executable
    words = [f"SITE={folder}", f"PYTHON={python}", f"DERIVE={python} -m derive"]
    return subprocess.run(
        ["make", "-o", "environment", "site", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=20 * MINUTES,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, require_tool: Require) -> Path:
    """The folder of the site; the first process that asks for it builds it."""
    require_tool("make", "apt-get install make")
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site.told").exists():
            made = make_site(folder)
            told = made.stdout[-4000:] + made.stderr[-4000:] if made.returncode else ""
            (shared / "site.told").write_text(told, encoding="utf-8")
    told = (shared / "site.told").read_text(encoding="utf-8")
    if told:
        pytest.fail(told, pytrace=False)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the browser tells what is missing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium(address: str, require_tool: Require) -> Iterator[Browser]:
    """A browser that reaches the site and nothing else."""
    program = require_tool("chromium", "apt-get install chromium")
    driver = require_tool("chromedriver", "apt-get install chromium-driver")
    browser = Browser(program, driver, address)
    yield browser
    browser.quit()


@pytest.fixture(params=WIDTHS)
def browser(request: pytest.FixtureRequest, chromium: Browser) -> Browser:
    """The browser, as wide as a desk and as a telephone."""
    chromium.resize(WIDTHS[request.param])
    return chromium


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of this environment are on the path, and proofs are kept beside their folder."""
    folder = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("DERIVE_STORE", raising=False)
    assert shutil.which("derive")
