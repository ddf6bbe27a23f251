from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_pages(settings) -> None:
    """Without the areas above, and the way around that leads to them."""
    settings.ROOT_URLCONF = "kittiwake.primitives.claims.tests.urls"
    settings.UI_NAVIGATION = ""
