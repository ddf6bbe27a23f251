"""Who is told of a notice, at this moment. Asked as Kittiwake itself, as they are told and again as a mail goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from kittiwake.accounts.models import User
from kittiwake.council.on_call.queries import on_call_at
from kittiwake.history.kinds import event_kinds
from kittiwake.outbox.models import Notice


@dataclass(frozen=True)
class Recipient:
    user: User
    is_on_call: bool  # told for that alone: whose child it is, is told as theirs


def recipients(notice: Notice, at: datetime) -> list[Recipient]:
    """Whoever the event tells and may know it still, and who is on call. Nobody is told of what they did themselves."""
    kind = event_kinds().get(notice.what)
    told = kind.tells(notice, at) if kind and kind.tells else None
    if told is None:
        return []
    theirs = {pk for pk in told if _may_know(pk, notice)}
    on_call = on_call_at(at) - theirs if notice.child_id else set()
    users = User.objects.in_bulk((theirs | on_call) - {notice.by_id})
    return [Recipient(user, pk in on_call) for pk, user in sorted(users.items()) if user.may_sign_in(at)]


def _may_know(user_id: int, notice: Notice) -> bool:
    if notice.child_id is None:
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_why(%s, %s) <> 'no longer'", [user_id, notice.child_id])
        return bool(cursor.fetchone()[0])
