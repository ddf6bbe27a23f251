"""What axe finds wrong with a page. Only that is asked for: what is well, node by node, takes longer to tell than to find."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
LOADED = "() => 'axe' in window"
RUN = "(options) => axe.run(options).then(({ violations }) => violations)"


def violations(page: Page, **options: Any) -> list[dict[str, Any]]:
    """Of the page as it is now. Put into a page once, axe stays there until another is opened. `options` are axe's own, where they
    are other than WCAG's rules."""
    if not page.evaluate(LOADED):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, {**WCAG, **options})
