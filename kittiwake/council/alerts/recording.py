"""The only module that writes who was told, and how they want to be."""

from __future__ import annotations

import logging
from datetime import datetime, time

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.council.alerts import letters
from kittiwake.council.alerts.models import Alert, Choice
from kittiwake.council.alerts.recipients import Recipient, recipients
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import by_itself, whole
from kittiwake.outbox import recording as outbox
from kittiwake.outbox.models import Message, Notice
from kittiwake.time.moments import local_date

log = logging.getLogger(__name__)
AT_A_TIME = 200


@whole()
def tell(at: datetime) -> int:
    """Of what happened and nobody was told of yet: on their pages, and by mail. The newest first, some at a time: how many.

    A long list that is brought in holds nobody up, nor does one notice in which a mistake of ours shows.
    """
    waiting = Notice.objects.filter(told_at=None).order_by("-pk").select_for_update(skip_locked=True)
    told = [notice for notice in waiting[:AT_A_TIME] if _tell_of(notice, at)]
    outbox.told(told, at=at)
    return len(told)


def _tell_of(notice: Notice, at: datetime) -> bool:
    try:
        with by_itself():
            for recipient in recipients(notice, at):
                _tell(notice, recipient, at)
    except Exception as fault:  # an error's own words may quote a row
        log.error("Notice %s could not be told: %s", notice.pk, type(fault).__name__)
        return False
    return True


def _tell(notice: Notice, recipient: Recipient, at: datetime) -> None:
    alert = Alert.objects.create(
        user=recipient.user, notice_id=notice.pk, what=notice.what, at=at, is_on_call=recipient.is_on_call
    )
    outbox.add(letters.AT_ONCE, recipient.user.pk, about_id=alert.pk, at=at)


@whole()
def remind(at: datetime) -> None:
    """The day's mail for everybody who may have work here. Called again the same day, it is one mail each."""
    day = local_date(at)
    staff = User.objects.filter(is_active=True).exclude(role__in=[*NOT_PEOPLE, Role.CHILD])
    for user in staff.exclude(pk__in=Choice.objects.filter(daily=False).values("user")):
        outbox.add(letters.DAILY, user.pk, at=at, once=f"{letters.DAILY}:{user.pk}:{day}")


@whole()
def mark_read(*, by: User, at: datetime, until: int) -> None:
    """All that was on the page they read; what came since is new."""
    Alert.objects.filter(user=by, read_at=None, pk__lte=until).update(read_at=at)


@whole()
def choose(
    *, at_once: bool, daily: bool, quiet_from: time | None, quiet_until: time | None, by: User
) -> None:
    """How they are told by mail. Refuses quiet hours with one end, and those that are the whole day."""
    if (quiet_from is None) != (quiet_until is None):
        missing = "quiet_from" if quiet_from is None else "quiet_until"
        raise Refused("Enter both times, or neither.", field=missing)
    if quiet_from is not None and quiet_from == quiet_until:
        raise Refused("The quiet hours must end at another time than they begin.", field="quiet_until")
    facts = {"at_once": at_once, "daily": daily, "quiet_from": quiet_from, "quiet_until": quiet_until}
    Choice.objects.update_or_create(user=by, defaults=facts)


@whole()
def try_again(message: Message, *, at: datetime) -> None:
    if not outbox.try_again(message, at=at):
        raise Refused("This has been sent meanwhile, or is sent no more. Open the list again.")


@whole()
def leave(message: Message, *, at: datetime) -> None:
    if not outbox.leave(message, at=at):
        raise Refused("This has been sent meanwhile, or is sent no more. Open the list again.")
