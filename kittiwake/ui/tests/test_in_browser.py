"""Every page of the gallery in a real browser: nothing on the console, no accessibility failure, nothing cut off."""

from __future__ import annotations

import mimetypes
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.axe import violations

CHROMIUM = shutil.which("chromium")
BUILT = Path(__file__).parents[1] / "static" / "ui" / "built" / "kittiwake.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = [
    "",
    "components/",
    "form/",
    "form/refused/",
    "lists/?page=3",
    "navigation/",
    "confirmation/",
    "conflict/",
]
PAGES += ["errors/404/", "errors/403/", "errors/500/"]

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and BUILT.exists()) and not os.environ.get("CI"),
    reason="Needs Chromium and the built front end: run script/setup.",
)


@pytest.fixture
def address(gallery) -> Iterator[str]:
    """The gallery served by Django's own test client, and the static files it asks for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/static/"):
                path = Path(finders.find(self.path.removeprefix("/static/").split("?")[0]))
                return self.answer(200, mimetypes.guess_type(path)[0], path.read_bytes())
            return self.page(gallery.get(self.path))

        def do_POST(self) -> None:
            typed = self.rfile.read(int(self.headers["Content-Length"])).decode()
            data: dict[str, list[str]] = {}
            for name, value in parse_qsl(typed, keep_blank_values=True):
                data.setdefault(name, []).append(value)
            self.page(gallery.post(self.path, data))

        def page(self, response) -> None:
            policy = {"Content-Security-Policy": response.get("Content-Security-Policy", "")}
            self.answer(response.status_code, "text/html; charset=utf-8", response.content, policy)

        def answer(
            self, status: int, kind: str | None, body: bytes, headers: dict[str, str] | None = None
        ) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": kind or "text/plain", **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/gallery/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def opened(browser: Browser, address: str, width: int = 1280, scripts: bool = True) -> tuple[Page, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    return page, said


def failures(page: Page) -> list[tuple[str, str]]:
    """What axe finds, without one that is GOV.UK Frontend's considered choice: radios that reveal a question say
    whether it is open, with an attribute that ARIA does not list for radios and that screen readers do read."""
    found = []
    for violation in violations(page):
        for node in violation["nodes"]:
            is_reveal = (
                violation["id"] == "aria-allowed-attr" and 'aria-controls="conditional-' in node["html"]
            )
            if not (is_reveal and 'type="radio"' in node["html"]):
                found.append((violation["id"], node["html"]))
    return found


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_quiet_and_fits(browser, address, path, width):
    page, said = opened(browser, address + path, width)
    assert [
        line
        for line in said
        if "the server responded with a status of 4" not in line and "of 500" not in line
    ] == []
    assert failures(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_the_error_summary_takes_you_to_what_must_be_mended(browser, address):
    page, _ = opened(browser, address + "form/refused/")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="Enter when the old gate was last seen").click()
    expect(page.locator("#id_seen_at_day")).to_be_focused()
    page.get_by_role("link", name="Select the wood").click()
    expect(page.locator("#id_wood")).to_be_focused()
    page.close()


def test_a_revealed_question_is_hidden_until_it_is_asked(browser, address):
    page, _ = opened(browser, address + "form/")
    expect(page.get_by_label("Name the wood")).to_be_hidden()
    page.get_by_label("Another wood").check()
    expect(page.get_by_label("Name the wood")).to_be_visible()
    page.close()


def test_none_unticks_the_others(browser, address):
    page, _ = opened(browser, address + "form/")
    page.get_by_label("Green").check()
    page.get_by_label("No colour, leave it bare").check()
    expect(page.get_by_label("Green")).not_to_be_checked()
    page.close()


def test_a_form_works_without_scripts(browser, address):
    page, _ = opened(browser, address + "conflict/", scripts=False)
    page.get_by_label("Note").fill("One\n\n  two")
    page.get_by_role("button", name="Save what I typed").click()
    assert page.get_by_label("Note").input_value() == "One\n\n  two"
    page.close()


def test_every_question_can_be_answered_without_scripts(browser, address):
    page, _ = opened(browser, address + "form/", scripts=False)
    expect(page.get_by_label("Name the wood")).to_be_visible()
    expect(page.get_by_label("Which tools?")).to_be_visible()
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="My gates")).to_be_visible()
    page.close()
