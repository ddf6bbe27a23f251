"""A session and whose it is, read in one question (SESSION_ENGINE)."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from kittiwake.accounts.models import User

# Where somebody is signed in is noted as they sign in; the session's own data name them, and the backend goes by that.
WITH_USER = """SELECT u.*, s.session_data
                 FROM django_session s
                 LEFT JOIN usersessions_usersession place ON place.session_key = s.session_key
                 LEFT JOIN accounts_user u ON u.id = place.user_id
                WHERE s.session_key = %s AND s.expire_date > %s"""


class SessionStore(db.SessionStore):
    user: User | None = None  # as they were read; whether they may come in, the backend asks

    def load(self) -> dict[str, Any]:
        user = next(iter(User.objects.raw(WITH_USER, [self.session_key, timezone.now()])), None)
        if user is None:
            return super().load()  # which says what becomes of a session that is over
        self.user = user if user.pk else None
        return self.decode(user.__dict__.pop("session_data"))
