"""Each planted story is found by whom it is for, from their front page, by what that page and the next ones offer.

Nobody types an address and nobody reads the tour: what matters for a child has to meet whoever answers for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, filled, served

INTERVIEWER, WORKER = "Return interviewer", "Social worker, Harbour team"
HARBOUR, MARSH, QUAYSIDE = (f"Team manager, {name} team" for name in ("Harbour", "Marsh", "Quayside"))
MORE = "More"


@dataclass(frozen=True)
class Found:
    """Who finds it, by which links from their front page, what they then read, and whether it is where the tour leads."""

    who: str
    links: tuple[str, ...]
    reads: tuple[str, ...]
    there: bool = False


STORIES = {
    "60 miles away, and back this morning": Found(
        INTERVIEWER, ("Ash Alderman",), ("left", "Heard"), there=True
    ),
    "A quiet child": Found(HARBOUR, ("Wren Hollis", "Learned"), ("Golden Gull takeaway",)),
    "A plan that misses two risks": Found(
        WORKER, ("Linden Crowe", "Plans and risks"), ("No school since half-term",), there=True
    ),
    "A child not everybody may see": Found(
        HARBOUR, ("Find a child",), ("A name, also one that others call them by",), there=True
    ),
    "Missing for two days": Found(
        "Director", ("Teasel Moor", "Open the episode"), ("Open for 2 days: service manager",)
    ),
    "Four children, one arcade": Found(MARSH, ("Board", "Say who does it"), ("Jay",)),
    "Two eighteenth birthdays": Found(WORKER, (MORE, "Growing up"), ("Juniper", "Merrow"), there=True),
    "Five workers, and now none": Found(MARSH, (MORE, "Without a worker"), ("Linnet", "Teal"), there=True),
    "Somebody leaves on Monday week": Found(HARBOUR, (MORE, "Workers"), ("leav",)),
    "A risk that rose, and no meeting": Found(
        MARSH, ("Board", "Yarrow Kite"), ("Up to significant",), there=True
    ),
    "A plan that leans on a mother": Found(MARSH, ("Bracken Lowe", "Plans"), ("Child protection plan",)),
    "One child too many": Found(HARBOUR, (MORE, "Caseloads"), ("Over",), there=True),
    "A manager is away, and nobody covers": Found("Service manager", ("Say who covers",), ("cover",)),
    "Good talks, and nothing of progress": Found(
        QUAYSIDE,
        (MORE, "Supervision", "How good supervision is"),
        ("The last half year, by team",),
        there=True,
    ),
    "An audit action that changed nothing": Found(
        HARBOUR, ("Board", "See what it waits for"), ("Friday",), there=True
    ),
    "Inadequate, since yesterday": Found(MARSH, ("Say that they are safe",), ("Teasel",)),
    "A mark made blind": Found("Principal social worker", (MORE, "Audits"), ("Fennel",), there=True),
}


@pytest.fixture(scope="module")
def site(empty_database: str, static: Path) -> Iterator[Site]:
    with filled(empty_database, "tests.journeys.stories") as made, served(made, static) as site:
        yield site


@pytest.fixture(scope="module")
def people(browser: Browser, site: Site) -> Iterator[dict[str, Page]]:
    """Each at a window of their own, signed in once."""
    pages: dict[str, Page] = {}
    for who in {story.who for story in STORIES.values()}:
        page = browser.new_context().new_page()
        page.goto(f"{site.address}/personas/")
        person = page.locator("li.personas__person").filter(has=page.get_by_text(who, exact=True))
        person.get_by_role("button").click()
        page.wait_for_load_state()
        pages[who] = page
    yield pages
    for page in pages.values():
        page.context.close()


def test_every_planted_story_is_looked_for(site: Site) -> None:
    assert set(STORIES) == set(site.made)


@pytest.mark.parametrize("title", STORIES)
def test_it_is_found_from_the_front_page(site: Site, people: dict[str, Page], title: str) -> None:
    story = STORIES[title]
    page = people[story.who]
    page.goto(site.address)
    for text in story.links:
        page.get_by_role("link", name=text).first.click(timeout=5000)
        page.wait_for_load_state()
    for words in story.reads:
        expect(page.locator("main")).to_contain_text(words, timeout=3000)
    if story.there:
        assert page.url.partition("?")[0] == site.address + site.made[title]
