"""The only module that writes what waits to be told and sent. Each is called inside the transaction of what it follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from kittiwake.outbox import channels, rules
from kittiwake.outbox.models import Message, Notice

KEPT = timedelta(days=90)  # for whoever asks whether they were told


def notice(notices: Iterable[Notice]) -> None:
    Notice.objects.bulk_create(notices)


def told(notices: Iterable[Notice], *, at: datetime) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(told_at=at)


def add(
    letter: str, user_id: int, *, at: datetime, about_id: int = 0, address: str = "", once: str = ""
) -> None:
    """Have it sent. Under the same `once` it is one message, however often it is asked for.

    Where no mail is set up nothing waits: what was told meanwhile on pages is not sent on the day that it is.
    """
    if not channels.is_set_up():
        return
    message = Message(
        letter=letter,
        user_id=user_id,
        about_id=about_id,
        address=address,
        once=once,
        made_at=at,
        next_try_at=at,
    )
    Message.objects.bulk_create([message], ignore_conflicts=bool(once))


def drop(letter: str, user_id: int, *, at: datetime) -> None:
    """What waits of this kind is not sent: something else stands in its place."""
    Message.objects.waiting().filter(letter=letter, user_id=user_id).update(dropped_at=at)


def sent(message: Message, *, at: datetime) -> None:
    _set(message, sent_at=at, tries=message.tries + 1, trouble="")


def nobody_to_tell(message: Message, *, at: datetime) -> None:
    _set(message, dropped_at=at)


def put_off(message: Message, until: datetime) -> None:
    _set(message, next_try_at=until)


def failed(message: Message, trouble: str, *, is_final: bool, at: datetime) -> None:
    """`trouble` is its kind. What was refused for good, or was tried for days, waits for an administrator."""
    tries = message.tries + 1
    gave_up_at = at if is_final or rules.is_given_up(message.made_at, at) else None
    _set(message, tries=tries, trouble=trouble, gave_up_at=gave_up_at, next_try_at=rules.next_try(tries, at))


def arrived(message: Message, *, at: datetime) -> None:
    _set(message, arrived_at=at)


def came_back(message: Message, trouble: str, *, at: datetime) -> None:
    """It was taken and could not be delivered after all: it waits for an administrator."""
    _set(message, sent_at=None, gave_up_at=at, trouble=trouble)


def try_again(message: Message, *, at: datetime) -> bool:
    """An administrator has mended what was wrong. Says whether it was still waiting for that."""
    waiting = Message.objects.filter(pk=message.pk, sent_at=None, dropped_at=None)
    return bool(waiting.update(gave_up_at=None, made_at=at, next_try_at=at, tries=0))


def leave(message: Message, *, at: datetime) -> bool:
    """It is not sent any more."""
    waiting = Message.objects.filter(pk=message.pk, sent_at=None, dropped_at=None)
    return bool(waiting.update(gave_up_at=None, dropped_at=at))


def clear_away(at: datetime) -> None:
    """What was sent or dropped long ago. What was not delivered stays until somebody has seen to it."""
    before = at - KEPT
    Message.objects.filter(sent_at__lt=before).delete()
    Message.objects.filter(dropped_at__lt=before).delete()


def _set(message: Message, **facts: object) -> None:
    Message.objects.filter(pk=message.pk).update(**facts)
