"""What an import refuses once it has moved on, and in which words; what it refuses changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.columns import columns_of
from kittiwake.exchange.models import Import, ImportRow
from kittiwake.exchange.rows.recording import NOT_FITTING
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, taken_in
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from tests.cast import NOW, Cast

LATER = NOW + timedelta(hours=1)


def previewed(cast: Cast, *rows: list[str]) -> Import:
    return recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=NOW)


def just_previewed(cast: Cast) -> Import:
    return previewed(cast, ASH)


def discarded(cast: Cast) -> Import:
    batch = previewed(cast, ASH)
    recording.discard(batch, by=cast.user("analyst"), at=NOW)
    return batch


def recorded(cast: Cast) -> Import:
    return taken_in(cast, ASH)


def waiting(cast: Cast) -> Import:
    """One row is new; one, of the same absence under another number, waits for a person."""
    return previewed(cast, ASH, ["MP/9/26", *ASH[1:]])


def corrects(batch: Import, **who) -> object:
    file = batch.files.get()
    return recording.correct_columns(batch, file=file, table=next(iter(columns_of(file))), columns={}, **who)


def decides_what_does_not_wait(batch: Import, **who) -> None:
    recording.decide(batch.rows.get(verdict="new"), decision="skip", child=None, **who)


def decides_without_saying_whose(batch: Import, **who) -> None:
    recording.decide(batch.rows.get(verdict="needs_person"), decision="child", child=None, **who)


def as_it_stands(batch: Import) -> tuple[object, ...]:
    batches = Import.objects.order_by("pk").values()
    return [*batches], [*ImportRow.objects.order_by("pk").values()], Episode.objects.count()


@pytest.mark.parametrize(
    ("begun", "does", "said"),
    [
        (just_previewed, recording.take_hidden, "No sheet of it is hidden"),
        (just_previewed, recording.undo, "There is nothing to undo in this import"),
        (discarded, recording.commit, "was undone or discarded. Start it again from the file"),
        (discarded, corrects, "has been recorded or discarded. Start it again from the file"),
        (recorded, corrects, "has been recorded or discarded. Start it again from the file"),
        (recorded, recording.discard, "has been recorded. Undo it instead"),
        (waiting, decides_what_does_not_wait, "does not wait for a decision"),
        (waiting, decides_without_saying_whose, "Say which child it is about"),
    ],
)
def test_it_says_what_to_do_instead_and_changes_nothing(
    cast: Cast, begun: Callable[[Cast], Import], does: Callable[..., object], said: str
) -> None:
    batch = begun(cast)
    before = as_it_stands(batch)
    with pytest.raises(Refused, match=said):
        does(batch, by=cast.user("analyst"), at=LATER)
    assert as_it_stands(batch) == before


STRANGERS = [
    [f"MP/{number}/26", name, "Ivy", f"1{number}/05/2012", *STRANGER[4:]]
    for number, name in enumerate(["WREN", "ROBIN", "MARTIN", "SWIFT", "KESTREL", "LINNET"], start=2)
]


def test_of_many_reasons_the_first_are_named_and_the_others_counted(cast: Cast) -> None:
    batch = taken_in(cast, *STRANGERS)
    for child in Child.objects.filter(forenames="Ivy"):
        keep_carer_details(child, description="Red coat", by=cast.system, at=LATER)
    with pytest.raises(Refused, match="row 2: somebody has written") as refused:
        recording.undo(batch, by=cast.user("analyst"), at=LATER)
    assert "row 6: somebody" in str(refused.value)
    assert "row 7" not in str(refused.value)
    assert "; and 1 more)" in str(refused.value)


def test_what_does_not_fit_the_record_goes_back_to_a_person_and_the_rest_stands(cast: Cast) -> None:
    batch = previewed(cast, ASH, STRANGER)
    row = batch.rows.get(line=2)
    row.facts["reference"] = "MP/" + "1" * 500
    row.save()
    assert recording.commit(batch, by=cast.user("analyst"), at=NOW) == 1
    row.refresh_from_db()
    assert (row.verdict, row.recorded_at, row.message) == ("needs_person", None, NOT_FITTING)
    assert "MP/" not in row.message  # whatever the error said of it
    assert Episode.objects.get().child.surname == "Wren"


def test_a_report_that_two_previews_would_add_is_added_once(cast: Cast) -> None:
    first, second = waiting(cast), waiting(cast)
    analyst = cast.user("analyst")
    for batch in (first, second):
        asks = batch.rows.get(verdict="needs_person")
        recording.decide(asks, decision="same_episode", child=cast.ash, by=analyst, at=NOW)
    assert recording.commit(first, by=analyst, at=NOW) == 2
    recording.commit(second, by=analyst, at=LATER)
    assert Episode.objects.get().reports.filter(withdrawn_at=None).count() == 2


def test_what_was_left_out_meanwhile_in_another_import_asks_nobody_again(cast: Cast) -> None:
    first, second = waiting(cast), waiting(cast)
    analyst = cast.user("analyst")
    asked, again = (batch.rows.get(verdict="needs_person") for batch in (first, second))
    recording.decide(asked, decision="skip", child=None, by=analyst, at=NOW)
    recording.commit(first, by=analyst, at=NOW)
    recording.decide(again, decision="child", child=cast.ash, by=analyst, at=NOW)  # an absence of its own
    recording.commit(second, by=analyst, at=LATER)
    again.refresh_from_db()
    assert (again.verdict, again.recorded_at) == ("unchanged", None)
    assert again.message.startswith("Somebody left this row out on 23 November 2026")
    assert Episode.objects.count() == 1


ANOTHER_TIME = [
    "MP/9/26",
    *STRANGER[1:4],
    "16/11/2026",
    "18:00",
    "16/11/2026",
    "19:00",
    "LOW",
    "17/11/2026",
    "06:10",
]


def test_whether_a_child_came_with_another_list_meanwhile_is_asked_of_a_person(cast: Cast) -> None:
    first, second = previewed(cast, STRANGER), previewed(cast, ANOTHER_TIME)
    analyst = cast.user("analyst")
    assert recording.commit(first, by=analyst, at=NOW) == 1
    assert recording.commit(second, by=analyst, at=LATER) == 0
    wren, asked = Child.objects.get(surname="Wren"), second.rows.get()
    assert (asked.verdict, asked.candidates) == ("needs_person", [wren.pk])
    assert asked.message.startswith("A child who is called so")
    recording.decide(asked, decision="child", child=wren, by=analyst, at=LATER)
    assert recording.commit(second, by=analyst, at=LATER) == 1
    assert [episode.child for episode in Episode.objects.all()] == [wren, wren]


def test_the_same_row_of_two_previews_is_recorded_once_and_asks_nobody(cast: Cast) -> None:
    first, second = previewed(cast, STRANGER), previewed(cast, STRANGER)
    recording.commit(first, by=cast.user("analyst"), at=NOW)
    assert recording.commit(second, by=cast.user("analyst"), at=LATER) == 0
    assert second.rows.get().verdict == "unchanged"
    assert Child.objects.filter(surname="Wren").count() == Episode.objects.count() == 1


def test_who_is_said_to_be_another_child_is_one(cast: Cast) -> None:
    first, second = previewed(cast, STRANGER), previewed(cast, ANOTHER_TIME)
    analyst = cast.user("analyst")
    recording.commit(first, by=analyst, at=NOW)
    recording.commit(second, by=analyst, at=LATER)  # asks
    recording.decide(second.rows.get(), decision="new_child", child=None, by=analyst, at=LATER)
    recording.commit(second, by=analyst, at=LATER)
    assert Child.objects.filter(surname="Wren").count() == 2
