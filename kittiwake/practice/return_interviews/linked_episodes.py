"""Which returns an offer or an interview answers, and what that does to their clocks. Called by recording only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import rules, settings
from kittiwake.practice.return_interviews.models import NotHeld, Offer, ReturnInterview
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import Moment, local_date


def lock(episodes: Iterable[Episode]) -> None:
    """Two people writing about one return at once: the second waits, and sees what the first wrote."""
    keys = [episode.pk for episode in episodes]
    list(Episode.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk").only("pk"))


def answered(
    child: Child, episodes: Collection[Episode], moment: Moment, at: datetime, *, field: str
) -> Moment:
    """The moment of an offer or interview, put in order with the returns it answers where only the day is known.

    Refuses no return at all, another child's, one that is not recorded yet, and a moment before a return or to come.
    Asked when `must_stand` has locked the episodes: two who answer one return come one after the other.
    """
    if not episodes:
        raise Refused("Select which time missing this is about.", field="episodes")
    if any(episode.child_id != child.pk for episode in episodes):
        raise Refused("Select times when this child was missing.", field="episodes")
    returns = [episode.returned_at for episode in episodes if episode.returned_at]
    if len(returns) < len(episodes):
        raise Refused("Record their return first: they are not back from that time.", field="episodes")
    placed = missing.no_earlier(moment.at, max(returns), time_known=moment.time_known)
    if placed < max(returns):
        raise Refused("This is before they came back. Leave out later times missing.", field=field)
    if placed > at:
        raise Refused("This is in the future. Enter a time that has passed.", field=field)
    return Moment(placed, moment.time_known)


def refuse_day(reason: str, until_on: date | None, child: Child, at: datetime) -> None:
    """Only what is put off has a day, and it is one to come."""
    if reason not in rules.PUT_OFF:
        if until_on is not None:
            raise Refused("Leave this empty: with this reason it is not put off.", field="until_on")
        return
    if until_on is None:
        raise Refused("Enter from which day they can be asked.", field="until_on")
    must_be_believable(at, of=child, ahead=YEAR, until_on=until_on)
    if until_on < local_date(at):
        raise Refused("This day has passed. Enter today or a later day.", field="until_on")


def settle(episode: Episode) -> None:
    """Make the episode's clocks agree with what stands: the first offer, and the first interview or counted refusal.

    From the facts and not from the order they were recorded in, so that an earlier offer that is written up later, or
    an interview that is struck out, leaves the clocks right.
    """
    made = Offer.objects.filter(episodes=episode, entry__struck_out_at=None)
    made = made.select_related("entry").only("offered_at", "answer", "entry__id")
    interviews = ReturnInterview.objects.every_version().filter(episodes=episode)
    interviews = interviews.select_related("entry").only("held_at", "entry__id")
    entries = {act.pk: act.entry for act in [*made, *interviews]}
    offers = [rules.Offered(offer.pk, offer.offered_at, offer.answer) for offer in made]
    held = [rules.Ending(interview.pk, interview.held_at) for interview in interviews]
    endings = {
        missing.INTERVIEW_OFFER: rules.first_offer(offers, held),
        missing.RETURN_INTERVIEW: _duty_met(episode, offers, held),
    }
    standing = _clocks(episode)
    for standard, ending in endings.items():
        if clock := standing.get(standard.key):
            _stop(clock, episode, ending, entries)
    _put_off(episode, standing)


def _clocks(episode: Episode) -> dict[str, Clock]:
    """The clocks of its return that stand, by standard."""
    keys = [missing.INTERVIEW_OFFER.key, missing.RETURN_INTERVIEW.key]
    standing = Clock.objects.filter(entry=episode.entry_id, key__in=keys, cancelled_at=None)
    return {clock.key: clock for clock in standing}


def _put_off(episode: Episode, standing: Mapping[str, Clock]) -> None:
    """As the newest that was said of it."""
    said = NotHeld.objects.standing().filter(episode=episode).exclude(until_on=None).order_by("pk").last()
    for standard in (missing.INTERVIEW_OFFER, missing.RETURN_INTERVIEW):
        clock = standing.get(standard.key)
        if said is None or said.until_on is None:
            if clock and clock.put_off_to:
                clocks.put_off_no_longer(standard, entry=episode.entry)
        else:
            why = f"{said.get_reason_display()}: {said.words}"
            clocks.put_off(standard, entry=episode.entry, to=said.until_on, reason=why)


def _duty_met(episode: Episode, offers: list[rules.Offered], held: list[rules.Ending]) -> rules.Ending | None:
    return rules.duty_met(offers, held, asked_often=settings.times_asked(episode.returned_at))


def _stop(clock: Clock, episode: Episode, ending: rules.Ending | None, entries: Mapping[int, Entry]) -> None:
    if ending and (clock.stopped_by_id, clock.stopped_at) == (ending.entry_id, ending.at):
        return
    if clock.stopped_by is not None:
        clocks.reopen(clock.key, entry=episode.entry, stopped_by=clock.stopped_by)
    if ending is not None:
        by_entry = entries[ending.entry_id]
        clocks.stop(clock.key, entry=episode.entry, at=ending.at, by_entry=by_entry)
