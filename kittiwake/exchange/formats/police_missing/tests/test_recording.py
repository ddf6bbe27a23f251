"""What a row of a police list puts on the record beside an episode, and what it leaves alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.formats.police_missing.tests.test_changes import AWAY, cancelled_list, decided
from kittiwake.exchange.formats.police_missing.tests.test_rows import WREN
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, piles, taken_in
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.plans.writing import recording as plans
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Identifier, Team
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast

LATER = NOW + timedelta(hours=1)
HEADINGS = "Reference,Forename,Surname,DOB,Last seen,Reported missing,Person ID,Initial risk,Current risk"
ROW = "MP/1/26,Ash,Alder,02/04/2011,20/11/2026 21:05,20/11/2026 22:10,{number},{first},{now}"


def told(cast: Cast, *, number: str = "", first: str = "", now: str = "", at=NOW) -> Import:
    text = f"{HEADINGS}\n{ROW.format(number=number, first=first, now=now)}\n"
    analyst = cast.user("analyst")
    batch = recording.preview("police-missing", [open_source(text.encode(), "l.csv")], by=analyst, at=at)
    recording.commit(batch, by=analyst, at=at)
    return batch


def numbers(child: Child) -> list[str]:
    held = Identifier.objects.filter(child=child, kind=Identifier.POLICE, ended_on=None)
    return list(held.values_list("value", flat=True))


def test_the_polices_number_of_a_known_child_is_learnt_and_is_free_again_when_undone(cast: Cast) -> None:
    batch = told(cast, number="N77")
    assert numbers(cast.ash) == ["N77"]
    recording.undo(batch, by=cast.user("analyst"), at=LATER)
    assert numbers(cast.ash) == []


@pytest.mark.parametrize(
    ("first", "now", "levels"),
    [("High", "Low", ["high", "low"]), ("High", "High", ["high"]), ("High", "", ["high"])],
)
def test_what_the_police_graded_first_and_grade_now_both_stand(
    cast: Cast, first: str, now: str, levels: list[str]
) -> None:
    told(cast, first=first, now=now)
    assert list(Episode.objects.get().grades.order_by("pk").values_list("level", flat=True)) == levels


def test_a_child_nobody_knows_is_held_at_the_front_door(cast: Cast) -> None:
    taken_in(cast, STRANGER)
    allocation = Child.objects.get(surname="Wren").allocations.get()
    assert (allocation.team, allocation.worker) == (cast.door, None)


def test_without_a_front_door_a_person_is_asked_and_nobody_is_made_nobodys_child(cast: Cast) -> None:
    """One that is closed holds nobody. What the row says is kept, and is taken once there is one."""
    Team.objects.filter(pk=cast.door.pk).update(ends_on=local_date(NOW))
    batch = taken_in(cast, STRANGER)
    assert not Child.objects.filter(surname="Wren").exists()
    (row,) = batch.rows.all()
    assert row.verdict == "needs_person"
    assert "there is no front door" in row.message
    Team.objects.filter(pk=cast.door.pk).update(ends_on=None)
    decided(cast, batch, "take")
    assert Child.objects.get(surname="Wren").allocations.get().team == cast.door


def test_an_absence_that_comes_cancelled_is_on_the_record_as_that_and_starts_no_clock(cast: Cast) -> None:
    batch = cancelled_list(cast, WREN, "Yes", 0)
    assert piles(batch) == {"new": 1}
    episode = Episode.objects.get()
    assert (episode.cancelled_at is not None, episode.returned_at) == (True, None)
    assert not Clock.objects.running().filter(key="missing.return_interview").exists()


def test_what_is_cancelled_and_came_back_ends_nothing_however_the_row_is_taken(cast: Cast) -> None:
    cancelled_list(cast, AWAY, "No", 0)
    again = cancelled_list(cast, WREN, "Yes", 1)
    decided(cast, again, "take")
    episode = Episode.objects.open().get()
    assert (episode.cancelled_at, episode.located_at, episode.returned_at) == (None, None, None)
    assert again.rows.get().recorded_at


def test_a_report_of_an_absence_that_stands_no_more_goes_back_to_a_person(cast: Cast) -> None:
    taken_in(cast, ASH)
    analyst = cast.user("analyst")
    batch = recording.preview("police-missing", [a_list(["MP/9/26", *ASH[1:]])], by=analyst, at=NOW)
    recording.decide(batch.rows.get(), decision="same_episode", child=cast.ash, by=analyst, at=NOW)
    missing.strike_out(Episode.objects.get(), reason="Another child", by=analyst, at=NOW)
    assert recording.commit(batch, by=analyst, at=LATER) == 0
    row = batch.rows.get()
    assert (row.verdict, row.decided, row.recorded_at) == ("needs_person", "", None)
    assert row.message == "No absence of theirs on the record is in that time any more. Decide again."


def test_a_grade_that_an_earlier_version_kept_by_its_name_is_put_back(cast: Cast) -> None:
    """Of rows recorded before 29 November 2026."""
    taken_in(cast, [*ASH[:9], "", ""])
    regraded = taken_in(cast, [*ASH[:8], "LOW", "", ""])
    regraded.rows.update(before={"grade": "high"})
    recording.undo(regraded, by=cast.user("analyst"), at=LATER)
    assert Episode.objects.get().grades.order_by("-since_at", "-id").first().level == "high"


def interviewed(cast: Cast, episode: Episode) -> None:
    interviews.hold(
        cast.ash, episodes=[episode], held=Moment(NOW), own_words="I went to see Dev.",
        interviewer=cast.workers["interviewer"], by=cast.user("worker"), at=NOW,
    )  # fmt: skip


def offered(cast: Cast, episode: Episode) -> None:
    facts = {"offered_by": "Interviewer", "how": "phone", "answer": "declined"}
    by = cast.user("interviewer")
    offers.offer(cast.ash, episodes=[episode], offered=Moment(NOW), by=by, at=NOW, **facts)


def planned(cast: Cast, episode: Episode) -> None:
    by, because_of = cast.user("worker"), episode.entry
    plans.write_plan(cast.ash, worry="Dev", agreed_on=NOW.date(), because_of=because_of, by=by, at=NOW)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (interviewed, "a return interview is about this episode"),
        (offered, "a return interview was offered"),
        (planned, "something was done because of it"),
    ],
)
def test_an_absence_that_others_have_gone_on_from_is_not_taken_back(cast: Cast, done, said: str) -> None:
    batch = taken_in(cast, ASH)
    done(cast, Episode.objects.get())
    with pytest.raises(Refused, match=f"row 2: {said}"):
        recording.undo(batch, by=cast.user("analyst"), at=LATER)
    assert Episode.objects.standing().count() == 1
