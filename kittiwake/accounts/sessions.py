"""Where somebody is signed in, in words they recognise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from kittiwake.accounts.models import User

# In this order: each names itself after those it descends from.
BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrom|CriOS", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android device"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("CrOS", "a Chromebook"),
    ("Linux", "Linux"),
]


@dataclass(frozen=True)
class Place:
    browser: str
    address: str
    since: datetime
    seen_at: datetime
    is_here: bool


def places(user: User, *, here: str, at: datetime) -> list[Place]:
    """The sessions still open at `at`, this one (whose key is `here`) first, then the latest."""
    live_since = at - timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    rows = UserSession.objects.filter(user=user, last_seen_at__gt=live_since).order_by("-last_seen_at")
    open_keys = set(
        Session.objects.filter(
            session_key__in=[row.session_key for row in rows], expire_date__gt=at
        ).values_list("session_key", flat=True)
    )
    open_places = [_place(row, here) for row in rows if row.session_key in open_keys]
    return sorted(open_places, key=lambda place: not place.is_here)


def browser(user_agent: str) -> str:
    """ "Edge on Windows" """
    name = next((name for sign, name in BROWSERS if re.search(sign, user_agent)), "A browser")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{name} on {system}" if system else name


def _place(row: UserSession, here: str) -> Place:
    is_here = row.session_key == here
    return Place(browser(row.user_agent), row.ip, row.created_at, row.last_seen_at, is_here)
