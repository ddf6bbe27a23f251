"""The only way it is written that there is no return interview, or none yet."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import events, rules
from kittiwake.practice.return_interviews.linked_episodes import lock, refuse_day, settle
from kittiwake.practice.return_interviews.models import NotHeld, ReturnInterview
from kittiwake.practice.return_interviews.putting_forward import team_of
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record import recording as record
from kittiwake.record.standing import must_stand
from kittiwake.ui.dates import long_date

NOT_HELD = "return_interviews.not_held"


@whole()
def record_not_held(
    episode: Episode, *, reason: str, words: str, by: User, at: datetime, until_on: date | None = None
) -> NotHeld:
    """There will be no interview, or none before a day, and the child did not refuse it. In hospital, in custody or told
    late it is put off: its clocks run again from that day. Otherwise they end as cancelled. A manager reads why.

    Refuses where an interview about this return stands, or that there will be none has been said already.
    """
    must_stand(episode)
    lock([episode])
    if episode.returned_at is None:
        raise Refused("Record their return first: they are not back from that time.")
    if ReturnInterview.objects.every_version().filter(episodes=episode).exists():
        raise Refused("An interview about this return is recorded. Strike it out first if that is wrong.")
    if NotHeld.objects.final().filter(episode=episode).exists():
        raise Refused("This has already been recorded. Open it to see what was written.")
    refuse_day(reason, until_on, episode.child, at)
    label = dict(rules.NOT_HELD)[reason]
    what = f"Return interview put off to {long_date(until_on)}" if until_on else "No return interview"
    entry = record.enter(
        episode.child,
        kind=NOT_HELD,
        summary=f"{what}: {label.lower()}",
        happened_at=at,
        by=by,
        at=at,
    )
    made = NotHeld.objects.create(entry=entry, episode=episode, reason=reason, words=words, until_on=until_on)
    if until_on is None:
        for standard in (missing.INTERVIEW_OFFER, missing.RETURN_INTERVIEW):
            clocks.cancel(standard.key, entry=episode.entry, at=at, reason=f"{label}: {words}")
    settle(episode)
    oversight.ask(entry, team=team_of(episode.child, at), by=by, at=at)
    history.write(events.NOT_HELD, made, by=by, at=at, child_id=episode.child_id)
    return made
