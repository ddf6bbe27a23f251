"""Whoever has an account is told what somebody else did to it: on their page, and by mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from kittiwake.accounts import invitations
from kittiwake.accounts.models import User
from kittiwake.outbox.letters import Letter, Mail
from kittiwake.outbox.models import Message, Notice

INVITATION, ADDRESS_CHANGED = "accounts.invitation", "accounts.address_changed"
INVITED = """You have been given an account on {service} at {council}.

Choose a password here. The link works once, for a day:

{link}

Then sign in and set up a second proof that it is you. If the link no longer works, ask whoever gave you the account.
"""
MOVED = """The address of your account on {service} at {council} was changed by a system administrator. Mail about it now goes
to another address than this one.

If you did not ask for that, ring your council's service desk today. Do not answer this message: nobody reads it.
"""


def themselves(notice: Notice, at: datetime) -> Iterable[int]:
    return [notice.subject_id]


def _invitation(message: Message, at: datetime) -> Mail | None:
    """The link is made as it is sent: what waits holds no key to an account."""
    user = User.objects.filter(pk=message.user_id).first()
    if user is None or not user.may_sign_in(at):
        return None
    words = _filled(INVITED, link=f"{settings.ADDRESS}{invitations.path_for(user)}")
    return Mail(user.email, f"Your account on {settings.SERVICE_NAME}", words)


def _address_changed(message: Message, at: datetime) -> Mail:
    """To where they had their mail until now. It goes even where the account was closed meanwhile."""
    return Mail(message.address, f"Your account on {settings.SERVICE_NAME} was changed", _filled(MOVED))


def _filled(words: str, **more: str) -> str:
    return words.format(service=settings.SERVICE_NAME, council=settings.COUNCIL_NAME, **more)


LETTERS = [
    Letter(INVITATION, "A link to choose a password with", _invitation),
    Letter(ADDRESS_CHANGED, "To an old address, that it was changed", _address_changed),
]
