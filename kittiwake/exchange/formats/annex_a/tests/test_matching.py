"""Ofsted's child-level lists, from preview to record to undoing. The workbook is made up."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import FILES
from kittiwake.exchange.summary import summary
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Placement, Track
from tests.cast import LONG_AGO, NOW, Cast

MADE_UP = FILES / "annex_a_made_up.xlsx"
LATER = NOW + timedelta(hours=1)


def taken_in(cast: Cast, path: Path = MADE_UP) -> Import:
    batch = recording.preview("annex-a", [open_source(path)], by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    return batch


def standing() -> dict[str, object]:
    """What the record says today of the children on it: what undoing has to bring back exactly."""
    children = Child.objects.filter(withdrawn_at=None)
    spans = {
        model.__name__: sorted(
            model.objects.filter(child__in=children)
            .exclude(ends_on__isnull=False, ends_on__lte=NOW.date())
            .values_list("child_id", "starts_on")
        )
        for model in (Track, Placement, Allocation)
    }
    return {"children": sorted(children.values_list("pk", "born_on", "sex", "ethnicity")), **spans}


def test_undoing_brings_back_the_record_as_it_was_and_it_can_be_made_again(cast: Cast) -> None:
    before = standing()
    batch = taken_in(cast)
    first = summary(batch)
    assert first["new"] > 0
    assert standing() != before
    recording.undo(batch, by=cast.user("analyst"), at=NOW)
    assert standing() == before
    again = summary(taken_in(cast))
    assert (again["new"], again["changed"]) == (first["new"], first["changed"])


def test_the_same_workbook_twice_changes_nothing(cast: Cast) -> None:
    taken_in(cast)
    before = standing()
    again = summary(taken_in(cast))
    assert (again["new"], again["changed"]) == (0, 0)
    assert standing() == before


def test_it_is_not_undone_where_somebody_has_written_about_a_child_it_brought(cast: Cast) -> None:
    batch = taken_in(cast)
    brought = batch.rows.filter(made_child=True).first()
    keep_carer_details(brought.child, description="Red coat", by=cast.system, at=LATER)
    after = standing()
    with pytest.raises(Refused, match="somebody has written about this child"):
        recording.undo(batch, by=cast.user("analyst"), at=LATER + timedelta(hours=1))
    assert standing() == after


def test_a_child_whom_we_knew_stands_as_before_once_it_is_undone(cast: Cast) -> None:
    rows = recording.preview("annex-a", [open_source(MADE_UP)], by=cast.user("analyst"), at=NOW).rows
    ended = next(row for row in rows.order_by("pk") if (row.facts.get("track") or {}).get("ends_on"))
    council_id, track = ended.facts["council_id"], ended.facts["track"]
    by = {"by": cast.system, "at": NOW}
    known = record.add_child(identifiers_={"council": council_id}, source="", sex="U", **by)
    record.start_track(
        known, kind=track["kind"], starts_on=date.fromisoformat(track["starts_on"]), source="", **by
    )
    record.allocate(known, team=cast.north, worker=cast.workers["worker"], starts_on=LONG_AGO, **by)
    before = standing()
    batch = taken_in(cast)
    assert standing() != before
    assert Track.objects.get(child=known, kind=track["kind"], starts_on=track["starts_on"]).ends_on
    recording.undo(batch, by=cast.user("analyst"), at=NOW)
    assert standing() == before
