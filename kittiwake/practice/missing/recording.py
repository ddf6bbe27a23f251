"""The only way a missing episode is written. Form, import and API all call these."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Unpack

from django.db import connection, transaction
from django.db.models import F

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import events, rules
from kittiwake.practice.missing.facts import EpisodeFacts, ReportFacts
from kittiwake.practice.missing.models import ONE_AT_A_TIME, Episode
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.practice.missing.reports.facts import MadeReport
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.duties.recording import settle, settle_once
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry, Team
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment

EPISODE = "missing.episode"
INTERVIEWERS_SEE_FOR = timedelta(days=60)
OVERLAPS = (
    "They were already reported missing in that time. If this is the same absence, add this report to that episode "
    "instead of starting another."
)


@transaction.atomic
@settle_once()
def report_missing(
    child: Child,
    *,
    reported: Moment,
    by: User,
    at: datetime,
    last_seen: Moment | None = None,
    source: str = "",
    reporter: str = "",
    reference: str = "",
    grade: str = "",
    **facts: Unpack[EpisodeFacts],
) -> Episode:
    """The child is missing. Opens an episode with its first report. Refuses moments out of order, and an overlap."""
    must_be_believable(at, of=child, last_seen=last_seen, reported=reported)
    reported = _after(last_seen.at if last_seen else None, reported)
    moments = rules.Moments(last_seen.at if last_seen else None, reported.at)
    _refuse_disorder(moments, at, field="reported")
    if wrong := rules.told_out_of_order(facts.get("told_council_at"), reported.at, at):
        raise Refused(wrong, field="told_council")
    summary = f"Reported missing{f' by {reporter}' if reporter else ''}"
    entry = record.enter(child, kind=EPISODE, summary=summary, happened_at=moments.started, by=by, at=at)
    episode = _open(entry, last_seen, reported, source, reporter, **facts)
    said: MadeReport = {
        "source": source,
        "reporter": reporter,
        "reference": reference,
        "made_at": reported.at,
    }
    reports.add_report(episode, **said, by=by, at=at)
    if grade:
        reports.record_grade(episode, level=grade, since_at=reported.at, by=by, at=at)
    settle(episode.child, at)
    history.write(events.REPORTED, episode, by=by, at=at, child_id=child.pk)
    return episode


@transaction.atomic
@settle_once()
def report_past(
    child: Child,
    *,
    reported: Moment,
    returned: Moment | None,
    by: User,
    at: datetime,
    located: Moment | None = None,
    where: str = "",
    how: str = "",
    **facts: Unpack[ReportFacts],
) -> Episode:
    """An absence of which we hear the whole at once, perhaps long after: report, location and return in one.

    As `report_missing`, `record_location` and `record_return`; overlaps are judged by when it was over.
    """
    source = facts.get("source", "")
    with _overlaps_judged_at_the_end():
        episode = report_missing(child, reported=reported, by=by, at=at, **facts)
        if located:
            record_location(episode, located=located, source=source, where=where, how=how, by=by, at=at)
        if returned:
            record_return(episode, returned=returned, source=source, how=how, by=by, at=at)
    return episode


@contextmanager
def _overlaps_judged_at_the_end() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {ONE_AT_A_TIME} DEFERRED")
        yield
        with refused_by(**{ONE_AT_A_TIME: Refused(OVERLAPS, field="reported")}):
            cursor.execute(f"SET CONSTRAINTS {ONE_AT_A_TIME} IMMEDIATE")


def _open(
    entry: Entry,
    last_seen: Moment | None,
    reported: Moment,
    source: str,
    reporter: str,
    **facts: Unpack[EpisodeFacts],
) -> Episode:
    with refused_by(**{ONE_AT_A_TIME: Refused(OVERLAPS, field="reported")}):
        return Episode.objects.create(
            entry=entry,
            child_id=entry.child_id,
            last_seen_at=last_seen.at if last_seen else None,
            last_seen_time_known=last_seen.time_known if last_seen else False,
            reported_at=reported.at,
            reported_time_known=reported.time_known,
            reported_source=source,
            reported_by=reporter,
            **facts,
        )


def _after(floor: datetime | None, moment: Moment) -> Moment:
    return Moment(rules.no_earlier(moment.at, floor, time_known=moment.time_known), moment.time_known)


def _refuse_disorder(moments: rules.Moments, at: datetime, *, field: str) -> None:
    if wrong := rules.out_of_order(moments, at):
        raise Refused(wrong, field=field)


@transaction.atomic
def record_location(
    episode: Episode,
    *,
    located: Moment,
    by: User,
    at: datetime,
    source: str = "",
    where: str = "",
    how: str = "",
) -> None:
    """Somebody knows where the child is. They are not back: the episode stays open and keeps climbing."""
    must_stand(episode)
    located = _after(episode.started_at, located)
    _refuse_disorder(
        rules.Moments(episode.last_seen_at, episode.reported_at, located.at), at, field="located"
    )
    _change_open(
        episode,
        located_at=located.at,
        located_time_known=located.time_known,
        located_source=source,
        located_where=where,
        located_how=how,
    )
    history.write(events.LOCATED, episode, by=by, at=at, child_id=episode.child_id)


@transaction.atomic
def record_return(
    episode: Episode, *, returned: Moment, by: User, at: datetime, source: str = "", how: str = ""
) -> None:
    """The child is back. Starts the clocks of offering and holding the return interview, from the return itself
    however late it is recorded, and lets the return interviewers in. Refuses a second return.
    """
    must_stand(episode)
    returned = _after(episode.located_at or episode.started_at, returned)
    moments = rules.Moments(episode.last_seen_at, episode.reported_at, episode.located_at, returned.at)
    _refuse_disorder(moments, at, field="returned")
    _open_again_for(episode, returned)
    _change_open(
        episode,
        returned_at=returned.at,
        returned_time_known=returned.time_known,
        returned_source=source,
        returned_how=how,
    )
    for standard in (rules.INTERVIEW_OFFER, rules.RETURN_INTERVIEW):
        clocks.start(standard, entry=episode.entry, at=returned.at, time_known=returned.time_known)
    settle(episode.child, at)
    _let_interviewers_in(episode, by=by, at=at)
    history.write(events.RETURNED, episode, by=by, at=at, child_id=episode.child_id)


def _open_again_for(episode: Episode, returned: Moment) -> None:
    """They were back before the birthday that closed it, and we did not know."""
    closed = Episode.objects.standing().filter(pk=episode.pk, closed_reason=rules.AT_18)
    closed.filter(closed_at__gt=returned.at).update(closed_at=None, closed_reason="")


def _change_open(episode: Episode, **fields: object) -> None:
    """Two people at once: only one return is recorded, and the second is told so."""
    if not Episode.objects.unended().filter(pk=episode.pk).update(version=F("version") + 1, **fields):
        raise Refused("This episode is already over. Open it again to see how it ended.")
    episode.refresh_from_db()


def _let_interviewers_in(episode: Episode, *, by: User, at: datetime) -> None:
    for team in Team.objects.filter(kind="return_interviews"):
        access.let_in(
            episode.child,
            team=team,
            kind=Grant.DUTY,
            reason="Return interview",
            because_of=episode.entry,
            ends_at=at + INTERVIEWERS_SEE_FOR,
            by=by,
            at=at,
        )


@transaction.atomic
def cancel(episode: Episode, *, reason: str, by: User, at: datetime) -> None:
    """They were not missing after all. Stays on the chronology with the reason; no longer counts."""
    must_stand(episode)
    _change_open(episode, cancelled_at=at, cancelled_reason=reason, is_counted=False)
    settle(episode.child, at)
    history.write(events.CANCELLED, episode, by=by, at=at, child_id=episode.child_id)


@transaction.atomic
def close(episode: Episode, *, closed_at: datetime, reason: str, by: User, at: datetime) -> None:
    """Over without a return: their 18th birthday, or their time in care ended (SSDA903)."""
    must_stand(episode)
    _change_open(episode, closed_at=closed_at, closed_reason=reason)
    settle(episode.child, at)
    history.write(events.CLOSED, episode, by=by, at=at, child_id=episode.child_id)


@transaction.atomic
def strike_out(episode: Episode, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason, its clocks cancelled, its days free again."""
    access.end_what_it_gave(episode.entry, by=by, at=at)
    record.strike_out(episode.entry, reason=reason, by=by, at=at)
    Episode.objects.filter(pk=episode.pk).update(is_counted=False)
    settle(episode.child, at)
    for standard in (rules.INTERVIEW_OFFER, rules.RETURN_INTERVIEW):
        clocks.cancel(standard.key, entry=episode.entry, at=at, reason=f"Episode struck out: {reason}")
    history.write(events.STRUCK_OUT, episode, by=by, at=at, child_id=episode.child_id)
