"""Every page that can be asked for, as somebody who may open it: wide and narrow, in a real browser.

Which pages there are comes from the access matrix. A page for which nothing was made, or that nobody may open, fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import Site, Visitor, filled, served
from tests.journeys.every_page import cases


@pytest.fixture(scope="module")
def site(empty_database: str, static: Path) -> Iterator[Site]:
    """With one row of each kind."""
    with filled(empty_database, "tests.journeys.every_page") as made, served(made, static) as site:
        yield site


@pytest.fixture(scope="module")
def visitors(browser: Browser, site: Site) -> dict[str, Visitor]:
    """Whoever opens a page, each at a window of their own, signed in."""
    made = {}
    for who, cookies in site.made["cookies"].items():
        context = browser.new_context()
        context.add_cookies(
            [{"name": key, "value": value, "url": site.address} for key, value in cookies.items()]
        )
        made[who] = Visitor(context.new_page(), site)
    return made


@pytest.mark.parametrize("case", cases())
def test_it_opens_with_its_heading_and_nothing_is_wrong_with_it(
    site: Site, visitors: dict[str, Visitor], case: str
) -> None:
    if " " in case and not site.made["pages"][case]:
        return  # pages of this area are open to them, and this one is not
    assert site.made["pages"][case], "Nothing was made for it, or nobody may open it."
    who, path = site.made["pages"][case]
    visitor = visitors[who]
    visitor.said.clear()
    visitor.opens(path)
    assert visitor.page.url == site.address + path, "It led elsewhere."
