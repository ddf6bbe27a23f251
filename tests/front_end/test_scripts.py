from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.front_end.site import Answers, site

Open = Callable[..., Page]

COUNTED = """<div class="govuk-form-group govuk-character-count" data-module="govuk-character-count"
  data-maxlength="10">
  <label class="govuk-label" for="ID">Say more</label>
  <textarea class="govuk-textarea govuk-js-character-count" id="ID" rows="2" aria-describedby="ID-info"></textarea>
  <div id="ID-info" class="govuk-hint govuk-character-count__message">You can enter up to 10 characters</div>
</div>"""
DRAFT = """<form><label for="note">Note</label><input id="note" name="note">
  <p class="kw-status" role="status" data-draft-status hx-post="/draft/" hx-swap="none"
     hx-include="closest form" hx-trigger="input from:closest form"></p></form>"""
BOARD = """<p class="kw-status" data-refreshed="#board" data-refreshed-at="11:04am">Last refreshed at 11:04am</p>
  <div id="board" hx-get="/board/" hx-trigger="click">Press</div>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a page with this body. At the end its console must be empty, but for what the test expects."""
    said: list[str] = []
    expected: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    with ExitStack() as until_the_end:

        def open_it(body: str, answers: Answers | None = None, expects: tuple[str, ...] = ()) -> Page:
            expected.extend(expects)
            page.goto(until_the_end.enter_context(site(body, answers)))
            return page

        yield open_it
        page.close()
    assert [line for line in said if not any(words in line for words in expected)] == []


def test_it_starts_the_components_of_a_page(open_page: Open) -> None:
    page = open_page(COUNTED.replace("ID", "first"))
    page.fill("#first", "four")
    expect(page.locator(".govuk-character-count__status")).to_have_text("You have 6 characters remaining")


def test_it_starts_the_components_that_htmx_brings(open_page: Open) -> None:
    answers = {"/part/": (200, COUNTED.replace("ID", "second"))}
    page = open_page('<button hx-get="/part/" hx-target="#here">More</button><div id="here"></div>', answers)
    page.click("button")
    page.fill("#second", "four")
    expect(page.locator(".govuk-character-count__status")).to_have_text("You have 6 characters remaining")


def test_it_starts_a_component_that_is_itself_what_htmx_brings(open_page: Open) -> None:
    answers = {"/part/": (200, COUNTED.replace("ID", "second"))}
    page = open_page('<button hx-get="/part/" hx-target="#here">More</button><div id="here"></div>', answers)
    page.click("button")
    expect(page.locator("#here > [data-govuk-character-count-init]")).to_have_count(1)


def test_a_faulty_component_leaves_the_others_working(open_page: Open) -> None:
    faulty = '<div data-module="govuk-character-count"></div>'
    page = open_page(faulty + COUNTED.replace("ID", "first"), expects=("govuk-character-count",))
    page.fill("#first", "four")
    expect(page.locator(".govuk-character-count__status")).to_have_text("You have 6 characters remaining")


def test_it_says_when_a_draft_was_saved_by_the_servers_clock(open_page: Open) -> None:
    page = open_page(DRAFT, {"/draft/": (204, "")})
    page.fill("#note", "Seen at the park")
    expect(page.locator("[data-draft-status]")).to_have_text("Draft saved at 12:05pm")
    assert page.input_value("#note") == "Seen at the park"


def test_it_says_when_a_draft_could_not_be_saved(open_page: Open) -> None:
    page = open_page(DRAFT, {"/draft/": (500, "")}, expects=("500",))
    page.fill("#note", "Seen at the park")
    line = page.locator("[data-draft-status]")
    expect(line).to_have_text("Your draft could not be saved. What you typed is still on this page.")
    expect(line).to_have_class("kw-status kw-status--failed")
    assert page.input_value("#note") == "Seen at the park"


def test_it_says_that_the_session_is_over_and_not_that_it_was_saved(open_page: Open) -> None:
    page = open_page(DRAFT, {"/draft/": (401, "")}, expects=("401",))
    page.fill("#note", "Seen at the park")
    line = page.locator("[data-draft-status]")
    expect(line).to_contain_text("You have been signed out. What you typed is still on this page")


def test_a_draft_saved_after_a_failure_is_said_to_be_saved(open_page: Open) -> None:
    page = open_page(DRAFT, expects=("htmx:", "ERR_FAILED"))
    page.route("**/draft/", lambda route: route.abort())
    page.fill("#note", "Seen")
    expect(page.locator(".kw-status--failed")).to_have_count(1)
    page.unroute("**/draft/")
    page.route("**/draft/", lambda route: route.fulfill(status=204))
    page.fill("#note", "Seen at the park")
    expect(page.locator(".kw-status--failed")).to_have_count(0)
    expect(page.locator("[data-draft-status]")).to_contain_text("Draft saved at")


def test_it_says_when_a_board_was_refreshed(open_page: Open) -> None:
    page = open_page(BOARD, {"/board/": (200, "New")})
    page.click("#board")
    expect(page.locator("#board")).to_have_text("New")
    expect(page.locator("[data-refreshed]")).to_have_text("Last refreshed at 12:05pm")


def test_it_says_since_when_a_board_has_not_been_refreshed(open_page: Open) -> None:
    page = open_page(BOARD, {"/board/": (503, "")}, expects=("503",))
    page.click("#board")
    expect(page.locator("[data-refreshed]")).to_have_text(
        "This page could not be refreshed at 12:05pm. It shows what was known at 11:04am."
    )
