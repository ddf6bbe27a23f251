from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.rules import INTERVIEW_OFFER, RETURN_INTERVIEW
from kittiwake.practice.return_interviews import recording
from kittiwake.practice.return_interviews.models import NotHeld
from kittiwake.practice.return_interviews.not_held.recording import record_not_held
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.practice.return_interviews.tests.made import BACK, HOUR, a_return, an_interview, an_offer
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Words
from kittiwake.time.moments import LONDON, Moment, local
from tests.cast import NOW, Cast


@pytest.fixture
def back(cast: Cast) -> Episode:
    return a_return(cast)


def clock(episode: Episode, key: str = RETURN_INTERVIEW.key) -> Clock:
    return Clock.objects.filter(entry=episode.entry, key=key).latest("pk")


def test_an_offer_stops_the_offer_clock_and_leaves_the_interview_running(cast: Cast, back: Episode) -> None:
    made = an_offer(cast, back)
    assert clock(back, INTERVIEW_OFFER.key).stopped_at == made.offered_at == BACK + 5 * HOUR
    assert clock(back).stopped_at is None
    assert Event.objects.filter(what="return_interviews.offered").count() == 1


def test_what_the_child_said_is_kept_word_for_word(cast: Cast, back: Episode) -> None:
    made = an_offer(cast, back, answer="later", child_words="Not today. I am tired.")
    assert Words.objects.get(entry=made.entry).text == "Not today. I am tired."


def test_an_earlier_offer_written_up_later_is_still_the_first(cast: Cast, back: Episode) -> None:
    an_offer(cast, back, at=BACK + 9 * HOUR)
    earlier = an_offer(cast, back, at=BACK + 2 * HOUR, answer="no_response")
    stopped = clock(back, INTERVIEW_OFFER.key)
    assert (stopped.stopped_at, stopped.stopped_by) == (BACK + 2 * HOUR, earlier.entry)


def test_one_offer_answers_several_returns(cast: Cast) -> None:
    before, back = a_return(cast, back=BACK - timedelta(days=2)), a_return(cast)
    an_offer(cast, before, back)
    assert {clock(episode, INTERVIEW_OFFER.key).stopped_at for episode in (before, back)} == {BACK + 5 * HOUR}


def test_a_refusal_ends_the_duty_only_when_they_were_asked_before(cast: Cast, back: Episode) -> None:
    an_offer(cast, back, answer="declined")
    assert clock(back).stopped_at is None
    again = an_offer(cast, back, answer="declined", at=BACK + 24 * HOUR)
    assert clock(back).stopped_by == again.entry


def test_it_refuses_an_offer_before_they_came_back(cast: Cast, back: Episode) -> None:
    with pytest.raises(Refused, match="before they came back"):
        an_offer(cast, back, at=BACK - HOUR)
    with pytest.raises(Refused, match="in the future"):
        an_offer(cast, back, at=NOW + HOUR)


def test_it_refuses_an_offer_about_nothing_or_another_child(cast: Cast, back: Episode) -> None:
    with pytest.raises(Refused, match="which time missing"):
        an_offer(cast)
    with pytest.raises(Refused, match="this child was missing"):
        an_offer(cast, a_return(cast, child=cast.briar))


def test_an_offer_on_the_day_of_the_return_may_have_no_known_time(cast: Cast, back: Episode) -> None:
    that_day = Moment(BACK.replace(hour=0, minute=0), time_known=False)
    made = offers.offer(
        cast.ash,
        episodes=[back],
        offered=that_day,
        offered_by="Interviewer",
        how="phone",
        answer="later",
        by=cast.user("interviewer"),
        at=NOW,
    )
    assert made.offered_at == BACK
    assert not made.time_known


def test_striking_out_the_refusal_sets_the_clock_running_again(cast: Cast, back: Episode) -> None:
    an_offer(cast, back, answer="declined")
    again = an_offer(cast, back, answer="declined", at=BACK + 24 * HOUR)
    due = clock(back).due_at
    recording.strike_out(again.entry, reason="The other sister", by=cast.user("worker"), at=NOW)
    assert clock(back).stopped_at is None
    assert clock(back).due_at == due


def test_no_interview_cancels_the_clocks_with_its_reason(cast: Cast, back: Episode) -> None:
    facts = {"reason": "left_area", "words": "Gone to Wales", "by": cast.user("interviewer"), "at": NOW}
    made = record_not_held(back, **facts)
    assert clock(back).cancelled_reason == "Moved away: Gone to Wales"
    with pytest.raises(Refused, match="already been recorded"):
        record_not_held(back, **facts)
    with pytest.raises(Refused, match="Strike that out first"):
        an_interview(cast, back)
    recording.strike_out(made.entry, reason="Home after all", by=cast.user("worker"), at=NOW)
    assert clock(back).cancelled_at is None
    assert an_interview(cast, back).entry == clock(back).stopped_by


FRIDAY = date(2026, 11, 27)


def put_off(cast: Cast, back: Episode, until: date | None = FRIDAY, reason: str = "hospital") -> NotHeld:
    facts = {"words": "On the ward", "by": cast.user("interviewer"), "at": NOW}
    return record_not_held(back, reason=reason, until_on=until, **facts)


@pytest.mark.parametrize("reason", ["hospital", "custody", "police_late"])
def test_what_cannot_be_yet_is_put_off_to_a_day_and_not_over(cast: Cast, back: Episode, reason: str) -> None:
    first = clock(back).due_at
    made = put_off(cast, back, reason=reason)
    stands = clock(back)
    assert (stands.cancelled_at, stands.stopped_at, stands.due_first_at) == (None, None, first)
    assert local(stands.due_at) == datetime(2026, 11, 30, 0, 0, tzinfo=LONDON)
    assert made.entry.reviews.filter(closed_at=None).exists(), "a manager reads it"
    assert not Clock.objects.overdue(NOW + timedelta(days=6)).filter(key=RETURN_INTERVIEW.key).exists()
    assert Clock.objects.overdue(NOW + timedelta(days=8)).filter(key=RETURN_INTERVIEW.key).exists()
    an_interview(cast, back)
    assert clock(back).stopped_at is not None


def test_it_may_be_put_off_again_and_then_be_over(cast: Cast, back: Episode) -> None:
    first = clock(back).due_at
    put_off(cast, back)
    put_off(cast, back, FRIDAY + timedelta(days=7))
    assert (clock(back).put_off_to, clock(back).due_first_at) == (date(2026, 12, 4), first)
    over = put_off(cast, back, None, reason="left_area")
    assert clock(back).cancelled_at == NOW
    recording.strike_out(over.entry, reason="Did not move", by=cast.user("worker"), at=NOW)
    assert (clock(back).cancelled_at, clock(back).put_off_to) == (None, date(2026, 12, 4))


def test_what_was_put_off_by_mistake_is_due_when_it_always_was(cast: Cast, back: Episode) -> None:
    first = clock(back).due_at
    made = put_off(cast, back)
    recording.strike_out(made.entry, reason="Another child", by=cast.user("worker"), at=NOW)
    assert (clock(back).due_at, clock(back).put_off_to) == (first, None)


@pytest.mark.parametrize(
    ("reason", "until", "words"),
    [
        ("hospital", None, "Enter from which day"),
        ("custody", FRIDAY - timedelta(days=7), "has passed"),
        ("under_age", FRIDAY, "Leave this empty"),
    ],
)
def test_the_day_it_is_put_off_to(
    cast: Cast, back: Episode, reason: str, until: date | None, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        put_off(cast, back, until, reason=reason)
    assert refused.value.field == "until_on"


def test_that_there_will_be_none_is_said_of_somebody_who_is_back_and_was_not_listened_to(
    cast: Cast, back: Episode
) -> None:
    an_interview(cast, back)
    away = missing.report_missing(
        cast.briar, reported=Moment(BACK), source="carer", by=cast.user("worker"), at=NOW
    )
    facts = {"reason": "left_area", "words": "Gone to Wales", "by": cast.user("interviewer"), "at": NOW}
    for episode, wrong in ((away, "they are not back"), (back, "An interview about this return is recorded")):
        with pytest.raises(Refused, match=wrong):
            record_not_held(episode, **facts)
    assert not NotHeld.objects.exists()
