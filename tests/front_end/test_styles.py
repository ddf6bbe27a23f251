from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.front_end.site import BUILT, FRONTEND, site

STYLES = (BUILT / "kittiwake.css").read_text()


@pytest.mark.parametrize("brand", ["GDS Transport", "crest", "crown", "govuk-logo", "govuk-header__"])
def test_it_shows_nothing_that_belongs_to_govuk_alone(brand: str) -> None:
    assert brand.lower() not in STYLES.lower()


def test_every_file_that_the_styles_name_is_served_beside_them() -> None:
    named = set(re.findall(r"url\(\"?([^)\"]+)", STYLES))
    assert named
    assert [name for name in named if not (BUILT / name).is_file()] == []


def test_the_council_colour_is_the_brand_colour() -> None:
    assert STYLES.rindex("--govuk-brand-colour: var(--kw-council-colour)") > STYLES.index(
        "--govuk-brand-colour: #"
    )


def test_every_class_of_ours_is_described() -> None:
    ours = set(re.findall(r"\.(kw-[a-z-]+(?:__[a-z-]+)?)", STYLES))
    described = (FRONTEND / "README.md").read_text()
    assert sorted(name for name in ours if name.split("--")[0] not in described) == []


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text()


@pytest.mark.parametrize("width", [380, 1300])
def test_our_parts_have_no_accessibility_fault(width: int) -> None:
    with sync_playwright() as playwright, site((Path(__file__).parent / "parts.html").read_text()) as address:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(address)
        page.evaluate((FRONTEND / "build" / "axe.min.js").read_text())
        checked = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
        is_too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        browser.close()
    assert [fault["help"] for fault in checked["violations"]] == []
    assert not is_too_wide
    assert len(checked["passes"]) > 10
