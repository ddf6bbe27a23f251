"""Whom to tell that a child is missing: from the report, one clock for each who has to know, until they are told, lawfully
are not, or the child is back.

From how the child stood as they went missing, whenever that is recorded: a placement or a legal status that is recorded
after the report brings its duties, and one that is put right takes them away.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from kittiwake.practice.missing.models import Episode, Notification
from kittiwake.practice.missing.notifications import rules
from kittiwake.practice.missing.notifications.standing import Standings
from kittiwake.primitives.clocks.duties import Act, Duty, Facts

STANDARDS = tuple(rules.NOTIFIED.values())
BACK = "They were not missing any longer"


def asked(facts: Facts) -> Iterator[Duty]:
    for episode in facts.rows(_episodes):
        recorded = {notification.duty: notification for notification in episode.notifications.all()}
        for recipient in rules.whom_to_notify(Standings.of(facts).at(episode.started_at)):
            standard = rules.NOTIFIED[recipient.key]
            owed = Duty(standard, episode.pk, episode.reported_at, episode.reported_time_known)
            by_police = recipient.key == rules.REPORTS_ITSELF
            yield _ended(owed, episode, recorded.get(recipient.key), by_police=by_police)


def _episodes() -> QuerySet[Episode]:
    episodes = Episode.objects.standing().filter(cancelled_at=None)
    return episodes.prefetch_related("notifications", "reports")


def _ended(owed: Duty, episode: Episode, notification: Notification | None, *, by_police: bool) -> Duty:
    """Who was told late was told all the same, whether or not the child was back by then."""
    if notification and notification.told_at:
        return owed.ended_by(Act(notification.told_at, episode.pk))
    if notification:
        return owed.until(notification.recorded_at, notification.not_told_reason)
    if by_police and (report := reported_by_police(episode)):
        return owed.ended_by(report)
    return owed.until(episode.ended_at, BACK)


def reported_by_police(episode: Episode) -> Act | None:
    """They know: it is from them that we do."""
    theirs = [
        report
        for report in episode.reports.all()
        if report.source == "police" and report.withdrawn_at is None
    ]
    return min((Act(report.made_at, episode.pk) for report in theirs), default=None)
