"""The words of mails that tell somebody. They say nothing of what it is about, nor of whom: that takes signing in."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.council.alerts import rules
from kittiwake.council.alerts.daily import how_much
from kittiwake.council.alerts.models import Alert, Choice
from kittiwake.council.alerts.recipients import recipients
from kittiwake.council.on_call.queries import on_call_at
from kittiwake.outbox.letters import Answer, Letter, Mail, Wait
from kittiwake.outbox.models import Message, Notice
from kittiwake.ui.dates import counted

AT_ONCE, DAILY = "alerts.at_once", "alerts.daily"
PAGE = "alerts:alerts"
THEIRS = "Something about a child of yours cannot wait."
ON_CALL = "Something about a child cannot wait, and you are on call."
ACCOUNT = "Somebody changed something about your own account."
END = """
You are told in this way because of what you chose: sign in, and open “How you are told” to change it. Nobody reads answers
to this message. Do not write about a child in an answer, or send it on.
"""


def _at_once(message: Message, at: datetime) -> Answer:
    with acting_as_system():
        return _of_alert(message, at)


def _of_alert(message: Message, at: datetime) -> Answer:
    """Of what is so at this moment, to whoever may know it at this moment."""
    alert = Alert.objects.filter(pk=message.about_id, read_at=None).first()
    notice = Notice.objects.filter(pk=alert.notice_id).first() if alert else None
    if notice is None:
        return None
    recipient = next((to for to in recipients(notice, at) if to.user.pk == message.user_id), None)
    if recipient is None:
        return None
    choice = _choice_of(recipient.user)
    if not choice.at_once and not recipient.is_on_call:
        return None
    is_quiet = recipient.user.pk not in on_call_at(at) and rules.quiet_until(choice.quiet, at)
    if is_quiet:
        return Wait(is_quiet)
    return _mail(recipient.user, "something cannot wait", _words(notice, recipient.is_on_call))


def _words(notice: Notice, is_on_call: bool) -> str:
    if notice.child_id is None:
        return ACCOUNT
    return ON_CALL if is_on_call else THEIRS


def _daily(message: Message, at: datetime) -> Answer:
    user = User.objects.filter(pk=message.user_id).first()
    if user is None or not user.may_sign_in(at):
        return None
    with acting_as_system():
        choice = _choice_of(user)
    if not choice.daily or not (number := how_much(user, at)):
        return None
    if until := rules.quiet_until(choice.quiet, at):
        return Wait(until)
    return _mail(user, "your work today", f"{counted(number, 'thing waits', 'things wait')} for you.")


def _choice_of(user: User) -> Choice:
    return Choice.objects.filter(user=user).first() or Choice(user=user)


def _mail(user: User, subject: str, words: str) -> Mail:
    link = f"Sign in to see what it is: {settings.ADDRESS}{reverse(PAGE)}"
    return Mail(user.email, f"{settings.SERVICE_NAME}: {subject}", f"{words}\n\n{link}\n{END}")


LETTERS = [
    Letter(AT_ONCE, "Something that cannot wait", _at_once),
    Letter(DAILY, "The day’s mail", _daily),
]
