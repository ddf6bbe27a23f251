"""Whom to tell that a child is missing, as the page of the episode shows it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.practice.missing.duties import reported_by_police
from kittiwake.practice.missing.models import Episode, Notification
from kittiwake.practice.missing.notifications import rules
from kittiwake.practice.missing.notifications.standing import standing_at
from kittiwake.primitives.clocks.citing import cited
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import long_moment

TOLD = Status("Told")
NOT_TOLD = Status("Not told", "yellow")
TO_DO = Status("To do", "blue")


def recipients_of(episode: Episode) -> list[rules.Recipient]:
    return rules.whom_to_notify(standing_at(episode.child_id, episode.started_at))


@dataclass
class Notifications:
    """A task list: whom to tell, under which rule, and whether it has been done."""

    episode: Episode
    may_record: bool
    at: datetime

    @property
    def tasks(self) -> list[Task]:
        return [self._task(recipient) for recipient in recipients_of(self.episode)]

    @cached_property
    def _recorded(self) -> dict[str, Notification]:
        return {notification.duty: notification for notification in self.episode.notifications.all()}

    def _task(self, recipient: rules.Recipient) -> Task:
        notification = self._recorded.get(recipient.key)
        if notification is not None:
            return _done(recipient, notification)
        if recipient.key == rules.REPORTS_ITSELF and (report := reported_by_police(self.episode)):
            return Task(recipient.who, hint=f"They reported it, {long_moment(report.at)}", status=TOLD)
        url = reverse("missing:tell", args=[self.episode.pk, recipient.key]) if self.may_record else ""
        return Task(recipient.who, url, cited(recipient.source, local_date(self.at)), TO_DO)


def _done(recipient: rules.Recipient, notification: Notification) -> Task:
    if notification.told_at is None:
        return Task(recipient.who, hint=f"Not told: {notification.not_told_reason}", status=NOT_TOLD)
    parts = [f"Told {long_moment(notification.told_at)}", notification.who, notification.how]
    return Task(recipient.who, hint=", ".join(filter(None, parts)), status=TOLD)
