"""What every template knows: the service's name, whose it is, and the way around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypedDict

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from kittiwake.ui.council import council


class NavigationItem(TypedDict, total=False):
    """One item of the service navigation. `current` is this page, `active` the part of the service it is in."""

    text: str
    href: str
    current: bool
    active: bool


def service(request: HttpRequest) -> dict[str, Any]:
    """Context processor. `navigation` is asked for only when a template draws it: a fragment never does."""
    return {
        "service_name": settings.SERVICE_NAME,
        "council": SimpleLazyObject(council),
        "is_demo": settings.DEMO,
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "footer_links": getattr(settings, "UI_FOOTER_LINKS", []),
    }


def navigation(request: HttpRequest) -> Sequence[NavigationItem]:
    """The items given by the function that settings.UI_NAVIGATION names; none when it names none."""
    path = getattr(settings, "UI_NAVIGATION", "")
    items: Callable[[HttpRequest], Sequence[NavigationItem]] | None = import_string(path) if path else None
    return items(request) if items else []
