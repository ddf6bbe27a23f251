"""What a directory may do by itself. Facts in, an answer out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kittiwake.accounts.roles import NOT_PEOPLE, Role

HOUR = timedelta(hours=1)
LONGEST_TOKEN = timedelta(days=366)
FEWEST_ENDED = 5  # so many are never too many: small councils change too
MOST_ENDED = 10  # of a hundred in an hour, until a council says otherwise
# Who comes from outside has a last day, and a young person's account is given by their worker.
NEVER_BY_GROUP = {*NOT_PEOPLE, Role.CHILD, Role.PARTNER, Role.INSPECTOR}


def are_too_many(*, ended: int, of: int, most_ended: int) -> bool:
    """Whether so many ended within an hour look like a fault of the directory, and not like people who leave."""
    return ended > max(FEWEST_ENDED, of * most_ended // 100)


def groups_said(claims: Mapping[str, Any], id_token: Mapping[str, Any]) -> set[str] | None:
    """The groups the provider names; None where it did not say which.

    Too many for a token, they are named elsewhere (OpenID Connect Core 1.0, 5.6.2: "_claim_names"; Entra also writes
    "hasgroups"): that is not "in none".
    """
    for said in (id_token, claims):
        groups = said.get("groups")
        if isinstance(groups, list):
            return {str(group) for group in groups}
        if isinstance(groups, str):
            return {groups}
    for said in (id_token, claims):
        if "groups" in (said.get("_claim_names") or {}) or said.get("hasgroups"):
            return None
    return set()


def wrong_last_day(ends_on: date, *, today: date) -> str:
    """Why a token cannot work until that day, or ""."""
    if ends_on < today:
        return "The last day must be today or later"
    if ends_on > today + LONGEST_TOKEN:
        return "The last day must be within a year from now: make a new one then"
    return ""
