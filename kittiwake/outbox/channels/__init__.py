"""The ways out: the council's mail server, or GOV.UK Notify. Which one is the environment's to say (config/mail.py)."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from django.conf import settings

from kittiwake.outbox.letters import Mail


class Rejected(Exception):
    """This message is not taken, and will not be. Says the kind of reason and nothing of the message."""


class Unreachable(Exception):
    """Nothing is taken at present: to be tried again."""


class Channel(Protocol):
    def send(self, mail: Mail, reference: str) -> None:
        """Raises Rejected or Unreachable."""

    def has_arrived(self, reference: str) -> bool:
        """Whether what was taken under this reference was delivered; no where nobody knows. Raises Rejected where it came
        back, and Unreachable."""


def is_set_up() -> bool:
    return bool(settings.MAIL_BY and settings.ADDRESS)


def says_what_became_of_it() -> bool:
    return is_set_up() and settings.MAIL_BY == "notify"


def opened() -> AbstractContextManager[Channel]:
    from kittiwake.outbox.channels import notify, smtp

    return notify.opened() if settings.MAIL_BY == "notify" else smtp.opened()
