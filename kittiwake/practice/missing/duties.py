"""Whom to tell that a child is missing: from the report, one clock for each who has to know, until they are told, lawfully
are not, or the child is back.

From how the child stood as they went missing, whenever that is recorded: a placement or a legal status that is recorded
after the report brings its duties, and one that is put right takes them away.
"""

from __future__ import annotations

from collections.abc import Iterator

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode, Telling
from kittiwake.practice.missing.standing import Standings
from kittiwake.primitives.clocks.duties import Act, Duty, Facts

STANDARDS = tuple(rules.TOLD.values())
BACK = "They were not missing any longer"


def asked(facts: Facts) -> Iterator[Duty]:
    found = Episode.objects.standing().filter(child=facts.child, cancelled_at=None)
    standings = Standings(facts.child.pk)
    for episode in found.prefetch_related("tellings", "reports"):
        told = {one.duty: one for one in episode.tellings.all()}
        for duty in rules.whom_to_tell(standings.at(episode.started_at)):
            standard = rules.TOLD[duty.key]
            owed = Duty(standard, episode.pk, episode.reported_at, episode.reported_time_known)
            yield _ended(owed, episode, told.get(duty.key), by_police=duty.key == rules.TELL_FIRST)


def _ended(owed: Duty, episode: Episode, telling: Telling | None, *, by_police: bool) -> Duty:
    """Who was told late was told all the same, whether or not the child was back by then."""
    if telling and telling.told_at:
        return owed.ended_by(Act(telling.told_at, episode.pk))
    if telling:
        return owed.until(telling.recorded_at, telling.not_told_reason)
    if by_police and (said := said_by_police(episode)):
        return owed.ended_by(said)
    return owed.until(episode.ended_at, BACK)


def said_by_police(episode: Episode) -> Act | None:
    """They know: it is from them that we do."""
    said = [one for one in episode.reports.all() if one.source == "police" and one.withdrawn_at is None]
    return min((Act(one.made_at, episode.pk) for one in said), default=None)
