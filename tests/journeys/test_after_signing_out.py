"""After signing out, going back shows nothing: with the browser's memory of whole pages on, as people have it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.conftest import FLAGS


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Playwright turns the memory of whole pages (the back/forward cache) off. Here it is left on."""
    chromium = shutil.which("chromium")
    assert chromium
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
        )
        yield launched
        launched.close()


def test_going_back_after_signing_out_shows_nothing(visitor, site) -> None:
    worker = visitor("worker")
    page = worker.page
    for path in (f"/children/{site.children['ash']}/", f"/children/{site.children['ash']}/chronology/"):
        page.goto(site.address + path)
        worker.sees("Ash")
    page.goto(f"{site.address}/account/logout/")
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_load_state()
    for _ in range(4):
        page.go_back()
        page.wait_for_load_state()
        assert "Alder" not in page.content()


def test_the_memory_of_whole_pages_is_on_in_this_browser(visitor, site) -> None:
    """Or the test above would prove nothing: a page that may be kept comes back as it was left."""
    page = visitor("worker").page
    page.route(
        "**/kept/*",
        lambda route: route.fulfill(body="<title>x</title><h1>Kept</h1>", content_type="text/html"),
    )
    page.goto(f"{site.address}/kept/one")
    page.evaluate("window.left = 'as it was'")
    page.goto(f"{site.address}/kept/two")
    page.go_back(wait_until="commit")  # a page that is there again is not loaded again
    assert page.evaluate("window.left") == "as it was"
