"""What the pages of alerts show. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.council.alerts.models import Alert
from kittiwake.history.kinds import title_of
from kittiwake.outbox import letters, rules
from kittiwake.outbox.models import Message, Notice
from kittiwake.record.models import Child
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import counted, long_moment

NOT_SEEN = "A child whose record you do not see"
OWN = "Your own account"


def alerts_of(viewer: Viewer) -> QuerySet[Alert]:
    return Alert.objects.filter(user=viewer.user).order_by("-pk")


def unread(viewer: Viewer, at: datetime) -> int:
    return alerts_of(viewer).filter(read_at=None).count()


@dataclass
class ListOfAlerts:
    viewer: Viewer
    rows: Sequence[Alert]

    columns = columns("When", "What", "About", "Read")

    @cached_property
    def notices(self) -> dict[int, Notice]:
        """Of a child they see no longer there is none."""
        return Notice.objects.in_bulk([alert.notice_id for alert in self.rows])

    @cached_property
    def children(self) -> dict[int, Child]:
        ids = {notice.child_id for notice in self.notices.values() if notice.child_id}
        return self.viewer.children.in_bulk(ids) if ids else {}

    @property
    def table(self) -> list[list[Cell]]:
        return [self._row(alert) for alert in self.rows]

    def _row(self, alert: Alert) -> list[Cell]:
        what = f"{title_of(alert.what)}{' (you were on call)' if alert.is_on_call else ''}"
        read = Status("New", "blue") if alert.read_at is None else long_moment(alert.read_at)
        return [long_moment(alert.at), what, self._about(alert), read]

    def _about(self, alert: Alert) -> Cell:
        notice = self.notices.get(alert.notice_id)
        child = self.children.get(notice.child_id) if notice and notice.child_id else None
        if child:
            return TextLink(str(child), child.get_absolute_url())
        return OWN if alert.what.startswith("accounts.") else NOT_SEEN

    @property
    def newest(self) -> int:
        return max((alert.pk for alert in self.rows), default=0)

    @property
    def has_unread(self) -> bool:
        return any(alert.read_at is None for alert in self.rows)

    @property
    def has_hidden(self) -> bool:
        return any(self._about(alert) == NOT_SEEN for alert in self.rows)


@dataclass
class Undelivered:
    rows: Sequence[Message]
    at: datetime

    columns = columns("To", "What", "Since", "Why", "Again", "No more")

    @cached_property
    def users(self) -> dict[int, User]:
        return User.objects.in_bulk({message.user_id for message in self.rows})

    @property
    def table(self) -> list[list[Cell]]:
        return [self._row(message) for message in self.rows]

    def _row(self, message: Message) -> list[Cell]:
        user = self.users[message.user_id]
        return [
            f"{user.name}, {message.address or user.email}",
            letters.title_of(message.letter),
            long_moment(message.made_at),
            _why(message),
            TextLink("Try again", reverse("alerts:try_again", args=[message.pk])),
            TextLink("Leave it", reverse("alerts:leave", args=[message.pk])),
        ]

    @property
    def way(self) -> str:
        ways = {
            "smtp": "Mail goes out through your council’s mail server.",
            "notify": "Mail goes out through GOV.UK Notify.",
        }
        return ways.get(settings.MAIL_BY, "")


# What went wrong, by how its kind begins; the first that fits.
WHY = (
    ("SMTPRecipientsRefused", "The address was refused"),
    ("SMTPAuthenticationError", "The mail server does not accept our user name or password"),
    ("SMTP", "The mail server refused it"),
    ("Notify 401", "GOV.UK Notify does not accept our key"),
    ("Notify 403", "GOV.UK Notify does not accept our key"),
    ("Notify 400", "GOV.UK Notify refused the address or the template"),
    ("Notify", "GOV.UK Notify could not take it"),
)


def _why(message: Message) -> str:
    """In words, and the kind for whoever runs the machine."""
    if not message.trouble:
        return "No worker has sent it: is one running?"
    words = next((says for begins, says in WHY if message.trouble.startswith(begins)), "No server answered")
    given_up = ", given up" if message.gave_up_at else ""
    return f"{words} ({message.trouble}). Tried {counted(message.tries, 'time', 'times')}{given_up}"


def messages_undelivered(at: datetime) -> QuerySet[Message]:
    return Message.objects.undelivered(at - rules.LATE_AFTER).order_by("pk")
