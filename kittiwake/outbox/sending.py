"""What waits is sent: one message, one transaction. Two workers never send the same, and one that dies leaves it waiting."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction

from kittiwake.outbox import channels, recording
from kittiwake.outbox.channels import Channel, Rejected, Unreachable
from kittiwake.outbox.letters import Mail, Wait, letter_of
from kittiwake.outbox.models import Message

log = logging.getLogger(__name__)
AT_A_TIME = 500


def send_waiting(at: datetime) -> int:
    """All that is due. How many were sent. Where the server does not answer, the rest waits for the next time."""
    if not channels.is_set_up():
        return 0
    number = 0
    with channels.opened() as channel:
        for _ in range(AT_A_TIME):
            outcome = _send_next(channel, at)
            if outcome is None:
                break
            number += outcome
    return number


def _send_next(channel: Channel, at: datetime) -> int | None:
    """1 where it was sent, 0 where it was not, nothing where there is none to send or no use in going on."""
    with transaction.atomic():
        due = Message.objects.waiting().filter(next_try_at__lte=at).order_by("next_try_at", "pk")
        message = due.select_for_update(skip_locked=True).first()
        if message is None:
            return None
        try:
            with transaction.atomic():
                answer = letter_of(message).write(message, at)
        except Exception as fault:  # of ours, in one message: the others go
            return _give_back(message, fault, at)
        if isinstance(answer, Mail):
            return _post(channel, message, answer, at)
        if isinstance(answer, Wait):
            recording.put_off(message, answer.until)
        else:
            recording.nobody_to_tell(message, at=at)
        return 0


def ask_after(at: datetime) -> int:
    """What became of those that were taken. How many came back. One that nobody answers for is asked after again."""
    if not channels.says_what_became_of_it():
        return 0
    number = 0
    with channels.opened() as channel:
        for message in Message.objects.to_ask_after(at).order_by("sent_at", "pk")[:AT_A_TIME]:
            try:
                number += _ask_after(channel, message, at)
            except Unreachable:
                break
    return number


def _ask_after(channel: Channel, message: Message, at: datetime) -> int:
    try:
        if channel.has_arrived(str(message.reference)):
            recording.arrived(message, at=at)
    except Rejected as trouble:
        recording.came_back(message, str(trouble), at=at)
        log.warning("Message %s came back: %s", message.pk, trouble)
        return 1
    return 0


def _give_back(message: Message, fault: Exception, at: datetime) -> int:
    """Its words could not be made. What went wrong is said by its kind: an error's own words may quote a row."""
    kind = type(fault).__name__
    recording.failed(message, kind, is_final=False, at=at)
    log.error("Message %s could not be written: %s", message.pk, kind)
    return 0


def _post(channel: Channel, message: Message, mail: Mail, at: datetime) -> int | None:
    try:
        channel.send(mail, str(message.reference))
    except (Rejected, Unreachable) as trouble:
        is_final = isinstance(trouble, Rejected)
        recording.failed(message, str(trouble), is_final=is_final, at=at)
        # Neither the address nor what the server said of it: that may quote either.
        log.warning("Message %s was not taken: %s", message.pk, trouble)
        return 0 if is_final else None
    recording.sent(message, at=at)
    return 1
