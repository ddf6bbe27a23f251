"""A worker gives a child a page of their own; the child gets in from a paper, leaves quickly, and is out when it is taken away."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from tests.journeys.conftest import Visitor

ON_PAPER = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b")
TOLD = ("What is on the page", "That nobody watches the page", "How to leave the page quickly")


def test_a_child_gets_a_page_uses_it_and_loses_it(visitor, site, browser) -> None:
    ash = site.children["ash"]
    day = datetime.now(UTC) - timedelta(days=1)

    # Given a worker who has talked with a child
    worker = visitor("worker")
    worker.opens(f"/children/{ash}/own-page/new/")
    worker.is_sent_back("Give it to them")
    worker.sees("Enter when you talked with them")
    worker.enters_moment("When did you talk with them?", str(day.day), str(day.month), str(day.year), "10:00")
    for told in TOLD:
        worker.page.get_by_label(re.compile(told)).check()
    worker.types("Who else may see their post?", "Her stepfather")
    worker.types("Who else uses or looks at their phone?", "Nobody")
    worker.types("Whom do they ring when you are not there?", "0300 000 0000")
    worker.presses("Give it to them")

    # When a code is made
    worker.presses("Make the code on paper")
    worker.presses("Make the code")
    (code,) = set(ON_PAPER.findall(worker.page.content()))
    paper = worker.page.url

    # Then the child gets in with it, on their own phone
    context = browser.new_context(viewport={"width": 375, "height": 700})
    child = Visitor(context.new_page(), site)
    child.opens("/account/enter/")
    child.types("Your code", "ABCD")
    child.is_sent_back("Go on")
    child.types("Your code", code.lower())
    child.presses("Go on")
    child.sees("0300 000 0000")
    assert child.page.title() == "Home"
    assert "stepfather" not in child.page.content()
    kept = child.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    # The address of the page, which says nothing, until the tab is closed.
    assert kept == '[{},{"htmx-current-path-for-history":"/mine/"}]'

    # And is out in one click, with nothing there on the way back
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    child.page.locator(".govuk-exit-this-page__button").first.click()
    child.page.wait_for_url("https://www.bbc.co.uk/**")
    child.page.goto(f"{site.address}/mine/")
    assert child.page.url.endswith("?next=/mine/")

    # Until the worker takes it away: their next click is refused
    child.opens("/account/enter/")
    child.types("Your code", code)
    child.presses("Go on")
    worker.opens(re.sub(r"^https?://[^/]+|code/$", "", paper))
    worker.presses("Take it away now")
    worker.types("Why?", "They asked for it")
    worker.presses("Take it away")
    child.page.goto(f"{site.address}/mine/")
    assert child.page.url.endswith("?next=/mine/")
    context.close()
