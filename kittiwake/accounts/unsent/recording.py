"""Keeping what somebody sent after their session was over, until they have it back. Called as that person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from cryptography.fernet import InvalidToken
from django.db import connection

from kittiwake.accounts import sealing
from kittiwake.accounts.models import Unsent, User

MOST = 20  # of one person; beyond it the oldest go
Fields = Mapping[str, Sequence[str]]


def keep(user: User, page: str, fields: Fields, *, with_files: bool, at: datetime) -> None:
    """In place of what was kept of this page before."""
    sealed = sealing.seal(json.dumps(fields), sealing.FORMS)
    facts = {"sealed": sealed, "with_files": with_files, "sent_at": at}
    Unsent.objects.update_or_create(user=user, page=page, defaults=facts)
    newest = Unsent.objects.filter(user=user).order_by("-sent_at")[:MOST]
    Unsent.objects.filter(user=user).exclude(pk__in=list(newest.values_list("pk", flat=True))).delete()


def kept(user: User, page: str, *, at: datetime) -> Unsent | None:
    since = at - timedelta(hours=Unsent.HOURS)
    return Unsent.objects.filter(user=user, page=page, sent_at__gt=since).first()


def opened(unsent: Unsent) -> dict[str, list[str]]:
    """What was typed; nothing where the key it was sealed with is gone."""
    try:
        fields: dict[str, list[str]] = json.loads(sealing.unseal(unsent.sealed, sealing.FORMS))
    except InvalidToken:
        return {}
    return fields


def forget(user: User, page: str) -> None:
    """It has been sent again, or thrown away."""
    Unsent.objects.filter(user=user, page=page).delete()


def clear_away() -> None:
    """Of whomever, what is older than it may be."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT accounts_clear_unsent()")
