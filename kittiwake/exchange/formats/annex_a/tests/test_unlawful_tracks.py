"""A list that puts a child where the law does not let them be: the row waits for a person, and says the rule."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.exchange.formats.annex_a.matching import Matcher
from kittiwake.exchange.formats.annex_a.rows import CareLeaver, EarlyHelp, InNeed, LookedAfter, ProtectionPlan
from kittiwake.exchange.models import ImportRow
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.models import Track
from tests.cast import NOW, Cast

SINCE = date(2026, 3, 2)
IN_NEED = {"started_on": SINCE, "status": "in_need_plan"}


@pytest.fixture
def protected(cast: Cast) -> str:
    record.start_track(cast.ash, kind="child_protection", starts_on=date(2026, 1, 5), by=cast.system, at=NOW)
    return cast.ash.council_id


def judged(number: int, row):
    return Matcher.beside_the_record(NOW).propose(number, row)


def test_a_plan_beside_the_one_on_the_record_needs_a_person(protected: str):
    found = judged(6, InNeed(line_number=2, child_id=protected, team="North team", **IN_NEED))
    assert found.verdict == ImportRow.NEEDS_PERSON
    assert "cannot run together" in found.message
    assert "rules 4001 and 4016" in found.message
    assert found.facts.track is None  # what else the row says may still be recorded
    assert found.candidates == [found.child_id]


@pytest.mark.parametrize(
    "row",
    [
        LookedAfter(line_number=2, child_id="", started_on=SINCE),
        EarlyHelp(line_number=2, child_id="", started_on=SINCE),
        InNeed(
            line_number=2,
            child_id="",
            started_on=date(2025, 1, 6),
            closed_on=date(2026, 1, 5),
            status="closed",
        ),
    ],
)
def test_what_may_run_beside_it_is_proposed(protected: str, row):
    from dataclasses import replace

    assert judged(8, replace(row, child_id=protected)).verdict == ImportRow.CHANGED


def test_two_rows_of_one_file_that_may_not_stand_together(cast: Cast):
    matcher, known = Matcher.beside_the_record(NOW), {"line_number": 2, "child_id": cast.briar.council_id}
    assert matcher.propose(7, ProtectionPlan(**known, started_on=SINCE)).verdict == ImportRow.CHANGED
    assert matcher.propose(6, InNeed(**known, **IN_NEED)).verdict == ImportRow.NEEDS_PERSON


def test_a_care_leaver_of_fifteen_needs_a_person(cast: Cast):
    row = CareLeaver(line_number=2, child_id=cast.ash.council_id, pathway_review_on=SINCE)
    found = judged(9, row)
    assert found.verdict == ImportRow.NEEDS_PERSON
    assert "section 23A" in found.message


def test_by_hand_it_is_refused_with_the_same_words(cast: Cast, protected: str):
    with pytest.raises(Refused, match="rules 4001 and 4016"):
        record.start_track(cast.ash, kind="child_in_need", starts_on=SINCE, by=cast.system, at=NOW)
    record.start_track(cast.ash, kind="in_care", starts_on=SINCE, by=cast.system, at=NOW)
    with pytest.raises(Refused, match="sections 23A and 23C"):
        record.start_track(cast.ash, kind="care_leaver", starts_on=SINCE, by=cast.system, at=NOW)
    with pytest.raises(Refused, match="before it starts"):
        record.end_track(Track.objects.get(kind="in_care"), ends_on=date(2026, 3, 1), by=cast.system, at=NOW)
