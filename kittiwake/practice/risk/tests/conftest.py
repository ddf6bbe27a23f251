"""Pages without the way around and without collected files: these tests do without both."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _plain_pages(settings) -> None:
    settings.UI_NAVIGATION = ""
    settings.WHITENOISE_AUTOREFRESH = True
