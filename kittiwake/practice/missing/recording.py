"""The only way a missing episode is written. Form, import and API all call these."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple, Unpack

from django.db.models import Exists, F, OuterRef

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import read_for_whole, whole
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
from kittiwake.time.moments import Moment, local_date

EPISODE = "missing.episode"
INTERVIEWERS_SEE_FOR = timedelta(days=60)
INTERVIEW = "Return interview"  # what interviewers are let in for
OVERLAPS = (
    "They were already reported missing in that time. If this is the same absence, add this report to that episode "
    "instead of starting another."
)


@whole()
@settle_once()
def report_missing(
    child: Child, *, reported: Moment, by: User, at: datetime, **facts: Unpack[ReportFacts]
) -> Episode:
    """The child is missing. Opens an episode with its first report. Refuses moments out of order, and an overlap."""
    return _report(child, reported, PastEnd(), facts, by=by, at=at)


class PastEnd(NamedTuple):
    """How an absence ended of which we hear only now."""

    located: Moment | None = None
    returned: Moment | None = None
    where: str = ""
    how: str = ""


@whole()
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
    episode = _report(child, reported, PastEnd(located, returned, where, how), facts, by=by, at=at)
    if located:
        history.write(events.LOCATED, episode, by=by, at=at, child_id=child.pk)
    if returned:
        _follow_return(episode, by=by, at=at)
    return episode


def _report(
    child: Child, reported: Moment, end: PastEnd, facts: ReportFacts, *, by: User, at: datetime
) -> Episode:
    last_seen, source, reporter = facts.get("last_seen"), facts.get("source", ""), facts.get("reporter", "")
    must_be_believable(at, of=child, last_seen=last_seen, reported=reported)
    reported = _after(last_seen.at if last_seen else None, reported)
    moments = rules.Moments(last_seen.at if last_seen else None, reported.at)
    _refuse_disorder(moments, at, field="reported")
    if wrong := rules.told_out_of_order(facts.get("told_council_at"), reported.at, at):
        raise Refused(wrong, field="told_council")
    ended = _ended(moments, end, source, at)
    summary = f"Reported missing{f' by {reporter}' if reporter else ''}"
    entry = record.enter(child, kind=EPISODE, summary=summary, happened_at=moments.started, by=by, at=at)
    episode = _open(entry, reported, ended, facts)
    said: MadeReport = {
        "source": source,
        "reporter": reporter,
        "reference": facts.get("reference", ""),
        "made_at": reported.at,
    }
    reports.begin(episode, said, facts.get("grade", ""), by=by, at=at)
    settle(child, at)
    history.write(events.REPORTED, episode, by=by, at=at, child_id=child.pk)
    return episode


def _ended(moments: rules.Moments, end: PastEnd, source: str, at: datetime) -> dict[str, object]:
    """The episode's own fields for how it ended, with what only has a day put in order with the rest."""
    ended: dict[str, object] = {}
    if end.located:
        located = _after(moments.started, end.located)
        moments = replace(moments, located=located.at)
        _refuse_disorder(moments, at, field="located")
        ended |= _located(located, source, end.where, end.how)
    if end.returned:
        returned = _after(moments.located or moments.started, end.returned)
        _refuse_disorder(replace(moments, returned=returned.at), at, field="returned")
        ended |= _returned(returned, source, end.how)
    return ended


def _located(located: Moment, source: str, where: str, how: str) -> dict[str, object]:
    return {
        "located_at": located.at,
        "located_time_known": located.time_known,
        "located_source": source,
        "located_where": where,
        "located_how": how,
    }


def _returned(returned: Moment, source: str, how: str) -> dict[str, object]:
    return {
        "returned_at": returned.at,
        "returned_time_known": returned.time_known,
        "returned_source": source,
        "returned_how": how,
    }


def _open(entry: Entry, reported: Moment, ended: dict[str, object], facts: ReportFacts) -> Episode:
    last_seen = facts.get("last_seen")
    with refused_by(**{ONE_AT_A_TIME: Refused(OVERLAPS, field="reported")}):
        return Episode.objects.create(
            entry=entry,
            child=entry.child,
            last_seen_at=last_seen.at if last_seen else None,
            last_seen_time_known=last_seen.time_known if last_seen else False,
            reported_at=reported.at,
            reported_time_known=reported.time_known,
            reported_source=facts.get("source", ""),
            reported_by=facts.get("reporter", ""),
            **{name: said for name, said in facts.items() if name in EpisodeFacts.__annotations__},
            **ended,
        )


def _after(floor: datetime | None, moment: Moment) -> Moment:
    return Moment(rules.no_earlier(moment.at, floor, time_known=moment.time_known), moment.time_known)


def _refuse_disorder(moments: rules.Moments, at: datetime, *, field: str) -> None:
    if wrong := rules.out_of_order(moments, at):
        raise Refused(wrong, field=field)


@whole()
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
    _change_open(episode, **_located(located, source, where, how))
    history.write(events.LOCATED, episode, by=by, at=at, child_id=episode.child_id)


@whole()
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
    _end(episode, returned.at, _returned(returned, source, how))
    _follow_return(episode, by=by, at=at)


def _follow_return(episode: Episode, *, by: User, at: datetime) -> None:
    standards = (rules.INTERVIEW_OFFER, rules.RETURN_INTERVIEW)
    assert episode.returned_at is not None
    clocks.start(
        *standards, entry=episode.entry, at=episode.returned_at, time_known=episode.returned_time_known
    )
    settle(episode.child, at)
    _let_interviewers_in(episode, by=by, at=at)
    history.write(events.RETURNED, episode, by=by, at=at, child_id=episode.child_id)


def _end(episode: Episode, returned_at: datetime, fields: dict[str, object]) -> None:
    """Also where they were back before the birthday that closed it, and we did not know."""
    if not _changed(episode, **fields):
        closed = Episode.objects.standing().filter(pk=episode.pk, closed_reason=rules.AT_18)
        closed.filter(closed_at__gt=returned_at).update(closed_at=None, closed_reason="")
        _change_open(episode, **fields)


def _change_open(episode: Episode, **fields: object) -> None:
    """Two people at once: only one return is recorded, and the second is told so."""
    if not _changed(episode, **fields):
        raise Refused("This episode is already over. Open it again to see how it ended.")


def _changed(episode: Episode, **fields: object) -> bool:
    open_still = Episode.objects.unended().filter(pk=episode.pk)
    if not open_still.update(version=F("version") + 1, **fields):
        return False
    # One look for the episode and what it hangs on.
    episode.refresh_from_db(from_queryset=Episode.objects.select_related("entry", "child"))
    return True


def _let_interviewers_in(episode: Episode, *, by: User, at: datetime) -> None:
    for team in read_for_whole("missing.interviewers", partial(_interviewers, at)):
        _let_in(episode, team, at + INTERVIEWERS_SEE_FOR, by=by, at=at)


def _let_in(episode: Episode, team: Team, ends_at: datetime, *, by: User, at: datetime) -> None:
    access.let_in(
        episode.child, team=team, kind=Grant.DUTY, reason=INTERVIEW, because_of=episode.entry, ends_at=ends_at, by=by, at=at
    )  # fmt: skip


@whole()
def let_late_interviewers_in(*, by: User, at: datetime) -> None:
    """A team that came after a child was back sees what is left of their time. Whom somebody took out again stays out."""
    back = Episode.objects.returned().filter(returned_at__gt=at - INTERVIEWERS_SEE_FOR)
    for team in _interviewers(at):
        without = back.exclude(Exists(Grant.objects.filter(team=team, because_of=OuterRef("entry"))))
        for episode in without.select_related("entry", "child"):
            assert episode.returned_at is not None
            _let_in(episode, team, episode.returned_at + INTERVIEWERS_SEE_FOR, by=by, at=at)


def _interviewers(at: datetime) -> list[Team]:
    return list(Team.objects.on(local_date(at)).filter(kind="return_interviews"))


@whole()
def cancel(episode: Episode, *, reason: str, by: User, at: datetime) -> None:
    """They were not missing after all. Stays on the chronology with the reason; no longer counts."""
    must_stand(episode)
    _change_open(episode, cancelled_at=at, cancelled_reason=reason, is_counted=False)
    settle(episode.child, at)
    history.write(events.CANCELLED, episode, by=by, at=at, child_id=episode.child_id)


@whole()
def close(episode: Episode, *, closed_at: datetime, reason: str, by: User, at: datetime) -> None:
    """Over without a return: their 18th birthday, or their time in care ended (SSDA903)."""
    must_stand(episode)
    _change_open(episode, closed_at=closed_at, closed_reason=reason)
    settle(episode.child, at)
    history.write(events.CLOSED, episode, by=by, at=at, child_id=episode.child_id)


@whole()
def strike_out(episode: Episode, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason, its clocks cancelled, its days free again."""
    access.end_what_it_gave(episode.entry, by=by, at=at)
    record.strike_out(episode.entry, reason=reason, by=by, at=at)
    Episode.objects.filter(pk=episode.pk).update(is_counted=False)
    settle(episode.child, at)
    for standard in (rules.INTERVIEW_OFFER, rules.RETURN_INTERVIEW):
        clocks.cancel(standard.key, entry=episode.entry, at=at, reason=f"Episode struck out: {reason}")
    history.write(events.STRUCK_OUT, episode, by=by, at=at, child_id=episode.child_id)
