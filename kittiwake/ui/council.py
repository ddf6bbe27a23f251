"""Whose service it is, as every page shows it. Where it is kept is not ui's to know: settings.UI_COUNCIL names who does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Council:
    """An empty value is not shown. `stylesheet` is the address of one with the council's colour."""

    name: str
    telephone: str = ""
    out_of_hours: str = ""
    address: str = ""
    stylesheet: str = ""


def council() -> Council:
    asked = getattr(settings, "UI_COUNCIL", "")
    find: Callable[[], Council] | None = import_string(asked) if asked else None
    return find() if find else known_without_asking()


def known_without_asking() -> Council:
    """For a page that may ask nothing: the one saying that the service is broken."""
    return Council(settings.COUNCIL_NAME)
