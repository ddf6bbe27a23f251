"""With what the directory proves itself."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.council.directory import events, rules
from kittiwake.council.directory.models import DirectoryToken
from kittiwake.council.directory.queries import digest
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.time.moments import local_date

OFTEN = timedelta(minutes=1)


@whole()
def make_token(*, name: str, ends_on: date, by: User, at: datetime) -> str:
    """The token itself, which is kept nowhere: whoever made it copies it into the directory now."""
    wrong = rules.wrong_last_day(ends_on, today=local_date(at))
    if wrong:
        raise Refused(wrong, field="ends_on")
    made = f"kittiwake-{secrets.token_urlsafe(32)}"
    token = DirectoryToken.objects.create(name=name, digest=digest(made), at=at, by=by, ends_on=ends_on)
    changes: history.Changes = {"name": (None, name), "ends_on": (None, ends_on)}
    history.write(events.TOKEN_MADE, token, by=by, at=at, changes=changes)
    return made


@whole()
def revoke_token(token: DirectoryToken, *, by: User, at: datetime) -> None:
    """From the next request on it opens nothing."""
    if not DirectoryToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        raise Refused("Somebody else has just ended this token. Look again.")
    history.write(events.TOKEN_REVOKED, token, by=by, at=at, changes={"name": (token.name, None)})


def use_token(token: DirectoryToken, *, at: datetime) -> None:
    """That it was used, once a minute at most."""
    last = Q(used_at=None) | Q(used_at__lt=at - OFTEN)
    DirectoryToken.objects.filter(last, pk=token.pk).update(used_at=at)
