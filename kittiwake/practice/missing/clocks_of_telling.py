"""The clocks of whom to tell: from the report to the telling, one a duty. Called by recording functions only."""

from __future__ import annotations

from django.db.models import F

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode, Telling
from kittiwake.practice.missing.standing import standing_at
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock

BACK = "They were not missing any longer"


def settle(episode: Episode) -> None:
    """Make the clocks agree with how the child stood, who was told, and whether they are still missing.

    From the facts and not from the order they were recorded in: a placement that is recorded late brings its duties.
    """
    owed = {duty.key for duty in rules.whom_to_tell(standing_at(episode.child_id, episode.started_at))}
    ended_before = Clock.objects.filter(entry=episode.entry, cancelled_reason=BACK)
    ended_before.update(
        cancelled_at=None, cancelled_reason=""
    )  # they may not be back after all, or at another time
    told = {one.duty: one for one in episode.tellings.all()}
    for key, standard in rules.TOLD.items():
        if key not in owed or episode.cancelled_at:
            clocks.withdraw(standard.key, entry=episode.entry, reason="Nobody has to tell them")
            continue
        if not _has_one(episode, standard.key):
            known = episode.reported_time_known
            clocks.start(standard, entry=episode.entry, at=episode.reported_at, time_known=known)
        _end(episode, standard.key, told.get(key), by_police=key == rules.TELL_FIRST)


def _has_one(episode: Episode, key: str) -> bool:
    """One that ran, however it ended; one that was withdrawn never did."""
    return Clock.objects.filter(entry=episode.entry, key=key).exclude(cancelled_at=F("started_at")).exists()


def _end(episode: Episode, key: str, telling: Telling | None, *, by_police: bool) -> None:
    entry = episode.entry
    if telling and telling.told_at:
        clocks.stop(key, entry=entry, at=telling.told_at, by_entry=entry)
    elif telling:
        clocks.cancel(key, entry=entry, at=telling.recorded_at, reason=telling.not_told_reason[:300])
    elif by_police and (report := reported_by_police(episode)):
        clocks.stop(key, entry=entry, at=report.made_at, by_entry=entry)
    elif episode.ended_at:
        clocks.cancel(key, entry=entry, at=episode.ended_at, reason=BACK)


def reported_by_police(episode: Episode):  # type: ignore[no-untyped-def]
    """They know: it is from them that we do."""
    return episode.reports.filter(source="police", withdrawn_at=None).order_by("made_at").first()
