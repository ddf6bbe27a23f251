"""Who is let in, and for how long. Facts and a time in, an answer out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any, Literal

Reason = Literal["idle", "long", ""]
LONGEST_ACCOUNT = timedelta(days=3653)
FURTHEST_ROLE = timedelta(days=366)


def is_open(*, is_active: bool, expires_at: datetime | None, at: datetime) -> bool:
    """Whether an account may be used: not a leaver's, and not past the day it was lent until."""
    return is_active and (expires_at is None or at < expires_at)


def wrong_first_day(starts_on: date | None, *, today: date) -> str:
    """Why a role cannot begin that day, or "". A day that is over has been worked in the role they had."""
    if starts_on is None or today <= starts_on <= today + FURTHEST_ROLE:
        return ""
    if starts_on < today:
        return "The day must be today or later: until now they worked in the role they had"
    return "The day must be within a year from now"


def ended_because(*, started: float, seen: float, now: float, idle: timedelta, longest: timedelta) -> Reason:
    """Why a session is over, or "". Seconds since the epoch. OWASP ASVS 5.0.0, 7.3.1 (idle) and 7.3.2 (in any case)."""
    if now - started >= longest.total_seconds():
        return "long"
    if now - seen >= idle.total_seconds():
        return "idle"
    return ""


def asked_for_two(id_token: Mapping[str, Any]) -> bool:
    """Whether the provider says it checked a second factor: "amr" holds "mfa" (RFC 8176, section 2)."""
    methods = id_token.get("amr") or []
    return isinstance(methods, list) and "mfa" in methods


def vouched_address(claims: Mapping[str, Any], domains: Collection[str]) -> str:
    """The address a trusted provider says is really this person's, in lower case, or "".

    OpenID Connect Core 1.0, 5.1: email_verified says the provider has made sure. Some send the word "true". `domains`
    are those whose addresses only the provider itself hands out.
    """
    email = claims.get("email")
    if not isinstance(email, str) or email.count("@") != 1:
        return ""
    email = email.strip().lower()
    is_sure = claims.get("email_verified") in (True, "true")
    return email if is_sure or email.partition("@")[2] in {domain.lower() for domain in domains} else ""


def is_one_person(claims: Mapping[str, Any], id_token: Mapping[str, Any]) -> bool:
    """Whether what the provider answered later is about the person it signed in (OpenID Connect Core 1.0, 5.3.2)."""
    return not id_token or not claims or claims.get("sub") == id_token.get("sub")


def network_of(address: str) -> str:
    """What tries are counted by: an IPv4 address, or the /64 of an IPv6 one, which is one household's (RFC 6177)."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Network((parsed, 64), strict=False).network_address)
    return str(parsed)
