"""A row that changed is a change; nobody is merged by a machine; and what was decided once is not asked again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kittiwake.access.models import Grant
from kittiwake.exchange import recording
from kittiwake.exchange.formats.police_missing.tests.test_rows import FINCH, HEADINGS, WREN, a_list
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.tests.police_lists import piles
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.closing.recording import close_at_18
from kittiwake.practice.missing.models import Episode, Grade
from kittiwake.practice.missing.rules import RETURN_INTERVIEW
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Identifier
from kittiwake.time.moments import LONDON
from tests.cast import NOW, Cast

AWAY = {**WREN, "Found": "", "Returned": "", "Risk": ""}


def taken_in(cast: Cast, *rows: dict[str, str], hours: int = 0) -> Import:
    at = NOW + timedelta(hours=hours)
    batch = recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=at)
    recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


def decided(cast: Cast, batch: Import, decision: str, **about: object) -> None:
    row = batch.rows.get(verdict="needs_person")
    recording.decide(row, decision=decision, child=about.get("child"), by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"Returned": "20/11/2026 11:00"}, "when they came back"),
        ({"Returned": "", "Found": ""}, "no longer says when they came back"),
        ({"DOB": "17/05/2011"}, "another birth date"),
        ({"Surname": "Kestrel"}, "another surname"),
        ({"Forename": "Bo", "Surname": "Kestrel", "DOB": "01/02/2010"}, "for another child"),
        ({"Last seen": "19/11/2026 12:00"}, "when they were last seen"),
    ],
)
def test_a_row_that_changed_goes_to_a_person_and_names_the_change(
    cast: Cast, change: dict[str, str], said: str
) -> None:
    taken_in(cast, WREN, FINCH)
    returned = Episode.objects.get(child__surname="Wren").returned_at
    again = taken_in(cast, {**WREN, **change}, FINCH, hours=1)
    assert piles(again) == {"unchanged": 1, "needs_person": 1}
    assert said in again.rows.get(verdict="needs_person").message
    assert Episode.objects.get(child__surname="Wren").returned_at == returned
    decided(cast, again, "skip")
    third = taken_in(cast, {**WREN, **change}, FINCH, hours=2)
    assert piles(third) == {"unchanged": 2}
    assert "left this row out" in third.rows.get(line=2).message


def test_what_is_only_new_is_recorded_and_named(cast: Cast) -> None:
    taken_in(cast, AWAY)
    again = taken_in(cast, {**WREN, "Risk": "High"}, hours=1)
    assert piles(again) == {"changed": 1}
    for word in ("they were found", "they are back", "the police grade", "how they were found"):
        assert word in again.rows.get().message
    episode = Episode.objects.get()
    assert episode.grades.get().level == "high"
    assert episode.returned_at == datetime(2026, 11, 20, 7, tzinfo=LONDON)


HEADS_CANCELLED = [*HEADINGS, "Cancelled"]


def cancelled_list(cast: Cast, row: dict[str, str], cancelled: str, hours: int) -> Import:
    text = (
        ",".join(HEADS_CANCELLED) + "\n" + ",".join([*(row.get(h, "") for h in HEADINGS), cancelled]) + "\n"
    )
    at = NOW + timedelta(hours=hours)
    source = open_source(text.encode(), "c.csv")
    batch = recording.preview("police-missing", [source], by=cast.user("analyst"), at=at)
    recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


def test_cancelled_with_a_return_starts_no_clock_and_goes_to_a_person(cast: Cast) -> None:
    cancelled_list(cast, AWAY, "No", 0)
    again = cancelled_list(cast, WREN, "Yes", 1)
    assert piles(again) == {"needs_person": 1}
    assert "cancelled" in again.rows.get().message
    assert not Clock.objects.filter(key="missing.return_interview").exists()


def test_cancelled_alone_is_a_change_and_can_be_undone(cast: Cast) -> None:
    cancelled_list(cast, AWAY, "No", 0)
    again = cancelled_list(cast, AWAY, "Yes", 1)
    assert piles(again) == {"changed": 1}
    assert Episode.objects.get().cancelled_at
    assert piles(cancelled_list(cast, AWAY, "Yes", 2)) == {"unchanged": 1}
    recording.undo(again, by=cast.user("analyst"), at=NOW + timedelta(hours=3))
    assert Episode.objects.open().get().cancelled_at is None


def test_brothers_and_sisters_under_one_reference_are_two_episodes_for_ever(cast: Cast) -> None:
    sister = {**WREN, "Forename": "May", "DOB": "01/09/2014"}
    first = taken_in(cast, WREN, sister)
    assert piles(first) == {"new": 1, "needs_person": 1}
    decided(cast, first, "new_child")
    assert Episode.objects.count() == 2
    assert piles(taken_in(cast, WREN, sister, hours=1)) == {"unchanged": 2}
    later = {**sister, "Found": "20/11/2026 06:30"}
    assert "when they were found" in taken_in(cast, WREN, later, hours=2).rows.get(line=3).message
    assert Episode.objects.count() == 2


def test_the_same_name_and_birth_date_under_two_numbers_is_put_to_a_person(cast: Cast) -> None:
    text = "Reference,Forename,Surname,DOB,Last seen,Reported missing,Returned,Person ID\n"
    text += "MP/1/26,Ivy,Wren,17/05/2012,19/11/2026 18:00,19/11/2026 19:00,20/11/2026 07:00,P1\n"
    text += "MP/2/26,Ivy,Wren,17/05/2012,21/11/2026 18:00,21/11/2026 19:00,22/11/2026 07:00,P2\n"
    source = open_source(text.encode(), "numbers.csv")
    batch = recording.preview("police-missing", [source], by=cast.user("analyst"), at=NOW)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    decided(cast, batch, "new_child")
    held = Identifier.objects.filter(kind="police", ended_on=None).values_list("value", flat=True)
    assert sorted(held) == ["P1", "P2"]
    assert Child.objects.filter(surname="Wren").count() == 2
    again = recording.preview("police-missing", [source], by=cast.user("analyst"), at=NOW)
    assert piles(again) == {"unchanged": 2}


def test_a_number_that_contradicts_the_birth_date_does_not_settle_who_it_is(cast: Cast) -> None:
    text = "Reference,Forename,Surname,DOB,Last seen,Reported missing,Person ID\n"
    row = "{},{},{},{},19/11/2026 18:00,19/11/2026 19:00,P1\n"
    one = open_source((text + row.format("MP/1/26", "Ivy", "Wren", "17/05/2012")).encode(), "one.csv")
    batch = recording.preview("police-missing", [one], by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    other = open_source((text + row.format("MP/2/26", "Bo", "Kestrel", "01/02/2010")).encode(), "two.csv")
    second = recording.preview("police-missing", [other], by=cast.user("analyst"), at=NOW)
    assert piles(second) == {"needs_person": 1}


def test_an_import_undone_leaves_no_grade_no_source_and_no_access_behind(cast: Cast) -> None:
    taken_in(cast, AWAY)
    episode = Episode.objects.get()
    before = Episode.objects.filter(pk=episode.pk).values().get()
    second = taken_in(cast, {**WREN, "Risk": "High"}, hours=1)
    assert Grant.objects.standing(NOW + timedelta(hours=2)).filter(because_of=episode.entry).exists()
    recording.undo(second, by=cast.user("analyst"), at=NOW + timedelta(hours=2))
    after = Episode.objects.filter(pk=episode.pk).values().get()
    assert {**after, "version": 0} == {**before, "version": 0}
    assert not Grade.objects.exists()
    assert not Grant.objects.standing(NOW + timedelta(hours=3)).filter(child=episode.child).exists()


def test_a_grant_ends_with_the_entry_that_was_its_cause(cast: Cast) -> None:
    taken_in(cast, WREN)
    episode = Episode.objects.get()
    assert Grant.objects.standing(NOW).filter(child=episode.child).exists()
    missing.strike_out(episode, reason="Another child", by=cast.user("analyst"), at=NOW + timedelta(hours=1))
    assert not Grant.objects.standing(NOW + timedelta(hours=2)).filter(child=episode.child).exists()


def test_what_was_struck_out_does_not_come_back_with_the_same_list(cast: Cast) -> None:
    taken_in(cast, WREN)
    episode = Episode.objects.get()
    missing.strike_out(episode, reason="Another child", by=cast.user("analyst"), at=NOW + timedelta(hours=1))
    again = taken_in(cast, WREN, hours=2)
    assert piles(again) == {"unchanged": 1}
    assert "struck out since" in again.rows.get().message


ALMOST_18 = {
    **AWAY,
    "DOB": "22/11/2008",
    "Last seen": "20/11/2026 08:00",
    "Reported missing": "20/11/2026 10:00",
}


@pytest.mark.parametrize(
    ("returned", "pile", "is_back"),
    [("21/11/2026 22:00", "changed", True), ("22/11/2026 09:00", "needs_person", False)],
)
def test_a_return_reaches_an_episode_that_a_birthday_has_closed(
    cast: Cast, returned: str, pile: str, is_back: bool
) -> None:
    """Back before the birthday, it had not ended there. Back as an adult, somebody has to look."""
    taken_in(cast, ALMOST_18, hours=-48)
    close_at_18(by=cast.system, at=NOW)
    again = taken_in(cast, {**ALMOST_18, "Returned": returned})
    assert piles(again) == {pile: 1}
    episode = Episode.objects.get()
    assert (episode.returned_at is not None, episode.closed_at is None) == (is_back, is_back)
    assert Clock.objects.running().filter(key=RETURN_INTERVIEW.key).exists() is is_back
    if is_back:
        recording.undo(again, by=cast.user("analyst"), at=NOW)
        close_at_18(by=cast.system, at=NOW)
        assert Episode.objects.get().closed_at
