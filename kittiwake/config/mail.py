"""How mail goes out: through the council's own server, or through GOV.UK Notify. Secrets come from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

WAYS = ("smtp", "notify")


@dataclass(frozen=True)
class Notify:
    """The key of the council's service there, the template its messages are made with, and whom an answer goes to."""

    key: str = ""
    template: str = ""
    reply_to: str = ""
    url: str = "https://api.notifications.service.gov.uk"


def notify() -> Notify:
    given = {
        "key": os.environ.get("KITTIWAKE_NOTIFY_KEY", ""),
        "template": os.environ.get("KITTIWAKE_NOTIFY_TEMPLATE", ""),
        "reply_to": os.environ.get("KITTIWAKE_NOTIFY_REPLY_TO", ""),
    }
    return Notify(**{name: value for name, value in given.items() if value})


def way(*, host: str, notify: Notify) -> str:
    """Named in KITTIWAKE_MAIL, or the one there is something for; none where nothing is set up."""
    chosen = os.environ.get("KITTIWAKE_MAIL", "") or ("smtp" if host else "notify" if notify.key else "")
    if chosen and chosen not in WAYS:
        raise ImproperlyConfigured(f"KITTIWAKE_MAIL must be smtp or notify, not {chosen!r}.")
    if chosen == "smtp" and not host:
        raise ImproperlyConfigured("KITTIWAKE_MAIL=smtp needs KITTIWAKE_EMAIL_HOST.")
    if chosen == "notify" and not (notify.key and notify.template):
        raise ImproperlyConfigured("GOV.UK Notify needs KITTIWAKE_NOTIFY_KEY and KITTIWAKE_NOTIFY_TEMPLATE.")
    return chosen


def address(origins: list[str]) -> str:
    """What links in a mail begin with: KITTIWAKE_ADDRESS, or the first origin. A worker has no request to take it from."""
    named = os.environ.get("KITTIWAKE_ADDRESS", "")
    if named and not urlsplit(named).hostname:
        raise ImproperlyConfigured("KITTIWAKE_ADDRESS must be an address such as https://kittiwake.example.")
    return (named or next(iter(origins), "")).rstrip("/")
