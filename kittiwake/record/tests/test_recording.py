"""What is recorded of children, their numbers, workers and tracks: who knows of it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import F

from kittiwake.history.models import Event
from kittiwake.history.refusal import Changed, Refused
from kittiwake.record import recording as record
from kittiwake.record.kinds import EntryKind, entry_kinds
from kittiwake.record.models import Allocation, Child, Entry, Identifier, Name, Placement, Track, Words
from kittiwake.record.recording import lines
from kittiwake.record.recording.changes import change_child
from kittiwake.time.moments import local_date
from tests.cast import LONG_AGO, NOW, Cast

TODAY, DAY, HOUR = local_date(NOW), timedelta(days=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def _kind_of_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(entry_kinds(), "test.note", EntryKind("test.note", "Note"))


def by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": NOW}


def noted(cast: Cast, child: Child | None = None, **more: Any) -> Entry:
    facts = {"kind": "test.note", "summary": "A note", "happened_at": NOW, **by(cast), **more}
    return record.enter(child or cast.ash, **facts)


def changed(cast: Cast, version: int = 1, **facts: Any) -> Child:
    return change_child(cast.ash, version=version, **facts, **by(cast))


def test_a_line_is_of_a_kind_that_some_area_declares(cast: Cast) -> None:
    """It would have no page, and nobody outside would be kept from it."""
    with pytest.raises(LookupError, match="No area declares"):
        noted(cast, kind="nobodys.kind")


def test_what_was_struck_out_stays_with_who_and_why_and_once(cast: Cast) -> None:
    entry = noted(cast)
    record.strike_out(entry, reason="Another child", **by(cast))
    entry.refresh_from_db()
    assert (entry.struck_out_by, entry.struck_out_reason) == (cast.user("worker"), "Another child")
    with pytest.raises(Refused, match="already been struck out"):
        record.strike_out(entry, reason="Again", **by(cast))


def test_a_number_that_cannot_be_one_is_refused_beside_its_question(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        record.identify(cast.ash, kind="nhs", value="943 476 5918", at=NOW)
    assert refused.value.field == "nhs"


def test_a_number_that_is_theirs_no_longer_is_free_for_somebody_else(cast: Cast) -> None:
    number = record.identify(cast.ash, kind="nhs", value="943 476 5919", at=NOW)
    with pytest.raises(Refused, match="Another child already has"):
        record.identify(cast.briar, kind="nhs", value="943 476 5919", at=NOW)
    record.end_number(number, ended_on=TODAY)
    assert record.identify(cast.briar, kind="nhs", value="943 476 5919", at=NOW).child == cast.briar


def test_a_worker_follows_the_one_before_and_none_who_came_later(cast: Cast) -> None:
    facts = {"team": cast.south, "worker": cast.workers["outsider"], **by(cast)}
    with pytest.raises(Refused, match="from a later day") as refused:
        record.allocate(cast.ash, starts_on=LONG_AGO - DAY, **facts)
    assert refused.value.field == "starts_on"
    record.allocate(cast.ash, starts_on=TODAY, **facts)
    ended = Allocation.objects.get(child=cast.ash, worker=cast.workers["worker"])
    assert ended.ends_on == TODAY


@pytest.mark.parametrize("start", [record.start_track])
def test_a_track_ends_on_or_after_the_day_it_began_and_once(cast: Cast, start: Callable[..., Track]) -> None:
    in_need = {"kind": "child_in_need", "starts_on": TODAY - 9 * DAY, **by(cast)}
    with pytest.raises(Refused, match="cannot end before") as refused:
        start(cast.ash, ends_on=TODAY - 10 * DAY, **in_need)
    assert refused.value.field == "ends_on"
    track = start(cast.ash, **in_need)
    with pytest.raises(Refused, match="cannot end before"):
        record.end_track(track, ends_on=TODAY - 10 * DAY, **by(cast))
    record.end_track(track, ends_on=TODAY, **by(cast))
    with pytest.raises(Refused, match="already ended"):
        record.end_track(track, ends_on=TODAY, **by(cast))


def test_a_track_from_before_tracks_had_lines_is_given_its_own(cast: Cast) -> None:
    spans = {"none": None, "ended": TODAY, "never": TODAY - 9 * DAY}
    for kind, (name, ends_on) in zip(("in_care", "early_help", "child_in_need"), spans.items(), strict=True):
        assert name
        Track.objects.create(
            child=cast.ash, kind=kind, starts_on=TODAY - 9 * DAY, ends_on=ends_on, recorded_at=NOW
        )
    for _ in range(2):
        lines.give_lines(Track.objects.filter(child=cast.ash).exclude(ends_on=F("starts_on")))
    given = Entry.objects.filter(child=cast.ash).values_list("summary", flat=True)
    assert sorted(given) == ["Early help from this day", "In care from this day"]


def test_a_child_recorded_by_mistake_is_on_the_record_no_longer(cast: Cast) -> None:
    record.identify(cast.ash, kind="nhs", value="943 476 5919", at=NOW)
    record.start_track(cast.ash, kind="child_in_need", starts_on=TODAY - DAY, **by(cast))
    record.withdraw(cast.ash, reason="Somebody's nephew", **by(cast))
    cast.ash.refresh_from_db()
    assert cast.ash.withdrawn_at == NOW
    assert cast.ash.version == 2
    for model in (Identifier, Allocation, Track):
        ends = {"ended_on": None} if model is Identifier else {"ends_on": None}
        assert not model.objects.filter(child=cast.ash, **ends).exists()
    assert Event.objects.get(what="record.child_withdrawn").changes["Reason"] == ["", "Somebody's nephew"]


def test_a_child_of_whom_something_stands_stays(cast: Cast) -> None:
    entry = noted(cast)
    with pytest.raises(Refused, match="Somebody has written about this child"):
        record.withdraw(cast.ash, reason="x", **by(cast))
    record.strike_out(entry, reason="x", **by(cast))
    record.withdraw(cast.ash, reason="x", **by(cast))


def test_a_change_says_what_it_was_and_keeps_the_former_name(cast: Cast) -> None:
    changed(cast, communication="By text")
    assert not Name.objects.filter(child=cast.ash).exists()
    child = changed(cast, 2, surname="Aspen", language="Welsh")
    assert (child.surname, child.language, child.version) == ("Aspen", "Welsh", 3)
    former = Name.objects.get(child=cast.ash)
    assert (former.forenames, former.surname) == ("Ash", "Alder")
    changes = Event.objects.filter(what="record.child_changed").latest("pk").changes
    assert changes == {"Last name": ["Alder", "Aspen"], "Language": ["", "Welsh"]}


def test_where_nothing_differs_nothing_is_changed(cast: Cast) -> None:
    assert changed(cast, surname="Alder").version == 1
    assert not Event.objects.filter(what="record.child_changed").exists()


def test_who_had_no_name_yet_has_no_former_one(cast: Cast) -> None:
    Child.objects.filter(pk=cast.ash.pk).update(forenames="", surname="")
    changed(cast, surname="Alder")
    assert not Name.objects.filter(child=cast.ash).exists()


def test_what_changed_meanwhile_is_said_from_what_it_was_to_what_it_is(cast: Cast) -> None:
    changed(cast, surname="Aspen")
    changed(cast, 2, surname="Aldous", language="Welsh")
    with pytest.raises(Changed) as refused:
        changed(cast, 1, surname="Ashe")
    assert dict(refused.value.changes) == {"Last name": ("Alder", "Aldous"), "Language": ("", "Welsh")}
    cast.ash.refresh_from_db()
    assert cast.ash.surname == "Aldous"


def test_a_version_that_nobody_ever_read_is_out_of_date(cast: Cast) -> None:
    for version in (0, 7):
        with pytest.raises(Refused, match="out of date"):
            changed(cast, version, surname="Ashe")


def test_a_birth_to_come_is_expected_or_refused(cast: Cast) -> None:
    with pytest.raises(Refused):
        changed(cast, born_on=date(2027, 3, 1), birth_is="known")


def test_a_second_worker_beside_the_first_ends_nobody(cast: Cast) -> None:
    facts = {"team": cast.south, "worker": cast.workers["outsider"], "role": "other", **by(cast)}
    record.allocate(cast.ash, starts_on=TODAY, **facts)
    assert Allocation.objects.filter(child=cast.ash, ends_on=None).count() == 2


def test_a_track_the_law_knows_not_of_this_age_is_refused_in_its_words(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        record.start_track(cast.ash, kind="in_care", starts_on=date(2011, 4, 1), **by(cast))
    assert refused.value.field == "starts_on"


def placed(cast: Cast, on: date, **more: Any) -> Placement:
    return record.place(cast.ash, starts_on=on, **more, **by(cast))


def test_a_placement_ends_the_one_before_for_its_reason_and_taken_back_lets_it_go_on(cast: Cast) -> None:
    first = placed(cast, TODAY - 9 * DAY)
    second = placed(cast, TODAY, why_ended="ALLEG")
    first.refresh_from_db()
    assert (first.ends_on, first.end_reason) == (TODAY, "ALLEG")
    record.take_back(second, reason="x", **by(cast))
    first.refresh_from_db()
    assert (first.ends_on, first.end_reason) == (None, "")
    second.refresh_from_db()
    assert second.ends_on == second.starts_on


def test_no_placement_ends_where_there_was_none_and_two_do_not_run_at_once(cast: Cast) -> None:
    with pytest.raises(Refused, match="placed nowhere before") as refused:
        placed(cast, TODAY, why_ended="ALLEG")
    assert refused.value.field == "why_ended"
    placed(cast, TODAY)
    with pytest.raises(Refused, match="already placed somewhere else"):
        placed(cast, TODAY - DAY)


def test_a_worker_taken_back_gives_the_child_back_to_the_one_before(cast: Cast) -> None:
    after = record.allocate(
        cast.ash, team=cast.south, worker=cast.workers["outsider"], starts_on=TODAY, **by(cast)
    )
    record.take_back(after, reason="x", **by(cast))
    assert Allocation.objects.on(TODAY).get(child=cast.ash).worker == cast.workers["worker"]


def test_a_track_taken_back_is_struck_through_once_and_one_reopened_goes_on(cast: Cast) -> None:
    track = record.start_track(cast.ash, kind="child_in_need", starts_on=TODAY - DAY, **by(cast))
    record.end_track(track, ends_on=TODAY, **by(cast))
    record.reopen_track(track, **by(cast))
    track.refresh_from_db()
    assert track.ends_on is None
    record.take_back(track, reason="Another child", **by(cast))
    track.entry.refresh_from_db()
    assert track.entry.struck_out_reason == "Another child"
    record.take_back(track, reason="Again", **by(cast))
    track.entry.refresh_from_db()
    assert track.entry.struck_out_reason == "Another child"


def test_what_was_planned_and_has_happened_says_so_on_its_line(cast: Cast) -> None:
    entry = noted(cast)
    record.took_place(entry, summary="x" * 400, happened_at=NOW - HOUR)
    assert (len(entry.summary), entry.happened_at) == (300, NOW - HOUR)


def test_the_childs_words_are_kept_as_they_were_said_and_silence_is_not(cast: Cast) -> None:
    entry = noted(cast)
    assert record.keep_words(entry, text=" ", said_at=NOW) is None
    words = record.keep_words(entry, text=" I hate the bus ", said_at=NOW, may_hear="")
    assert words is not None
    assert (words.text, words.may_hear) == (" I hate the bus ", Words.ANYONE)


def test_one_thing_led_to_another_is_said_once(cast: Cast) -> None:
    first, second = noted(cast), noted(cast, summary="What followed")
    link = record.inform(second, because_of=first, how="They asked")
    assert record.inform(second, because_of=first) == link
