"""The only way a return interview is written. Form, import and API all call these."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Unpack, cast

from django.db.models import F, Q

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import events, rules
from kittiwake.practice.return_interviews.facts import AccountFacts
from kittiwake.practice.return_interviews.independence import with_interviewer
from kittiwake.practice.return_interviews.linked_episodes import answered, lock, settle
from kittiwake.practice.return_interviews.models import (
    CoveredEpisode,
    NotHeld,
    ReturnInterview,
)
from kittiwake.practice.return_interviews.putting_forward import team_of
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment

INTERVIEW = "return_interviews.interview"


@whole()
def hold(
    child: Child,
    *,
    episodes: Collection[Episode],
    held: Moment,
    by: User,
    at: datetime,
    occasion: str = "",
    **account: Unpack[AccountFacts],
) -> ReturnInterview:
    """The child was listened to, about one or more returns. Stops the 72-hour clock of each, by when it was held.

    `account` are ReturnInterview's own fields, with interviewer (a Worker) or interviewer_name. Put before a manager at
    once; the draft kept for `occasion` goes in the same transaction. Refuses somebody who is not independent without a
    reason why it was them.
    """
    must_stand(*episodes)
    placed = answered(child, episodes, held, at, field="held")
    if NotHeld.objects.final().filter(episode__in=episodes).exists():
        raise Refused(
            "It was recorded that there would be no interview. Strike that out first.", field="episodes"
        )
    summary = (
        "Return interview" if len(episodes) == 1 else f"Return interview about {len(episodes)} times missing"
    )
    entry = record.enter(child, kind=INTERVIEW, summary=summary, happened_at=placed.at, by=by, at=at)
    facts = with_interviewer(child, account, placed.at)
    interview = _write(entry, placed, facts, at=at, number=1)
    _cover(interview, episodes)
    clocks.start(rules.SHARED, entry=entry, at=placed.at, time_known=placed.time_known)
    record.keep_words(entry, text=interview.own_words, said_at=placed.at)
    _put_forward(interview, by=by, at=at, occasion=occasion)
    history.write(events.HELD, interview, by=by, at=at, child_id=child.pk)
    return interview


@whole()
def rewrite(
    interview: ReturnInterview, *, by: User, at: datetime, occasion: str = "", **account: Unpack[AccountFacts]
) -> ReturnInterview:
    """The next version of an interview that was sent back, or that its writer has more to add to. Both stay.

    `account` as for `hold`; who held it, when and about which returns stays as it was unless given. Refuses to follow
    a version that has been followed already, or was struck out.
    """
    must_stand(interview)
    ReturnInterview.objects.select_for_update().get(
        pk=interview.original_id
    )  # two writers at once: one is second
    if not ReturnInterview.objects.standing().filter(pk=interview.pk).exists():
        raise Refused("There is a newer version of this interview. Open that one to add to it.")
    number = 1 + max(version.number for version in interview.all_versions())
    entry = record.enter(
        interview.child,
        kind=INTERVIEW,
        summary=f"Return interview, version {number}",
        happened_at=interview.held_at,
        by=by,
        at=at,
    )
    held = Moment(interview.held_at, interview.time_known)
    facts = with_interviewer(interview.child, {**_as_before(interview), **account}, interview.held_at)
    later = _write(entry, held, facts, at=at, number=number, version_of=interview.original)
    _cover(later, list(interview.episodes.select_related("entry")))
    if later.own_words != interview.own_words:
        record.keep_words(entry, text=later.own_words, said_at=later.held_at)
    record.inform(entry, because_of=interview.entry, how="Earlier version")
    for review in interview.entry.reviews.filter(closed_at=None):
        oversight.close(review, at=at)
    _put_forward(later, by=by, at=at, occasion=occasion)
    history.write(events.REWRITTEN, later, by=by, at=at, child_id=later.child_id)
    return later


# What a later version takes over from the one before.
CARRIED_OVER = (
    "interviewer_name",
    "interviewer",
    "independent",
    "independent_why",
    "chosen_by_child",
    "place",
    "alone",
    "who_else",
    "communication",
    "hear_back",
    "may_share",
)


def _as_before(interview: ReturnInterview) -> AccountFacts:
    return cast(AccountFacts, {name: getattr(interview, name) for name in CARRIED_OVER})


def _write(
    entry: Entry,
    held: Moment,
    facts: AccountFacts,
    *,
    at: datetime,
    number: int,
    version_of: ReturnInterview | None = None,
) -> ReturnInterview:
    return ReturnInterview.objects.create(
        entry=entry,
        child=entry.child,
        held_at=held.at,
        time_known=held.time_known,
        written_at=at,
        number=number,
        version_of=version_of,
        **facts,
    )


def _cover(interview: ReturnInterview, episodes: Collection[Episode]) -> None:
    for episode in episodes:
        CoveredEpisode.objects.create(interview=interview, episode=episode)
        settle(episode)


def _put_forward(interview: ReturnInterview, *, by: User, at: datetime, occasion: str) -> None:
    oversight.ask_at_once(interview.entry, team=team_of(interview.child, at), by=by, at=at)
    if occasion:
        drafts.forget(by, interview.child, occasion)


@whole()
def share(
    interview: ReturnInterview, *, shared_at: datetime, shared_with: str, by: User, at: datetime
) -> None:
    """What was learned was passed on, and to whom. Once a version."""
    must_stand(interview)
    if shared_at < interview.held_at:
        raise Refused("This is before the interview was held.", field="shared")
    if shared_at > at:
        raise Refused("This is in the future. Enter a time that has passed.", field="shared")
    not_yet = ReturnInterview.objects.filter(pk=interview.pk, shared_at=None)
    if not not_yet.update(shared_at=shared_at, shared_with=shared_with, edits=F("edits") + 1):
        raise Refused("This has already been recorded. Open it to see what was written.")
    interview.refresh_from_db()
    first = Entry.objects.get(pk=interview.original_id)
    clocks.stop(rules.SHARED.key, entry=first, at=shared_at, by_entry=interview.entry)
    history.write(events.SHARED, interview, by=by, at=at, child_id=interview.child_id)


@whole()
def strike_out(entry: Entry, *, reason: str, by: User, at: datetime) -> None:
    """An offer, an interview, or that there would be none, was recorded wrongly. It stays, struck through; the clocks
    it stopped or cancelled run again, due when they always were.
    """
    about = Q(offers__entry=entry) | Q(return_interviews__entry=entry) | Q(not_held__entry=entry)
    episodes = Episode.objects.filter(about).distinct().select_related("entry")
    lock(episodes)
    record.strike_out(entry, reason=reason, by=by, at=at)
    for review in entry.reviews.filter(closed_at=None):
        oversight.close(review, at=at)
    for episode in episodes.filter(not_held__entry=entry):
        for standard in (missing.INTERVIEW_OFFER, missing.RETURN_INTERVIEW):
            assert episode.returned_at is not None  # what is not held is about a return
            clocks.start(
                standard, entry=episode.entry, at=episode.returned_at, time_known=episode.returned_time_known
            )
    for episode in episodes:
        settle(episode)
    history.write(events.STRUCK_OUT, entry, by=by, at=at, child_id=entry.child_id)
