"""What a conference decides is on the child's tracks from the day it was held, and follows when the record is corrected."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import HELD, a_meeting, held, part_of
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Track
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

DAY = local_date(HELD)
EARLIER = DAY - timedelta(days=90)


def conference(cast: Cast, kind: str = rules.INITIAL, child: Child | None = None) -> Part:
    child = child or cast.ash
    meeting = held(cast, a_meeting(cast, child, kind=kind), came=(rules.CARE, rules.POLICE, rules.HEALTH))
    return part_of(meeting, child)


def decide(cast: Cast, part: Part, *, plan: bool | None, category: str = "EMO") -> Part:
    part.refresh_from_db()
    facts = {"plan_made": plan, "category": category if plan else ""}
    return parts.write_part(part, version=part.version, **facts, by=cast.user("worker"), at=NOW)


def on(cast: Cast, kind: str, starts_on: date = EARLIER) -> Track:
    return record.start_track(cast.ash, kind=kind, starts_on=starts_on, by=cast.system, at=NOW)


def spans(cast: Cast) -> list[tuple[str, date, date | None]]:
    """What covers a day, in the order it began."""
    rows = Track.objects.filter(child=cast.ash).order_by("starts_on", "kind")
    return [(row.kind, row.starts_on, row.ends_on) for row in rows if row.starts_on != row.ends_on]


@pytest.mark.parametrize("kind", [rules.INITIAL, rules.TRANSFER])
def test_a_plan_made_starts_child_protection_and_ends_child_in_need_that_day(cast: Cast, kind: str) -> None:
    on(cast, "child_in_need")
    decide(cast, conference(cast, kind), plan=True)
    assert spans(cast) == [("child_in_need", EARLIER, DAY), ("child_protection", DAY, None)]
    assert Track.objects.get(kind="child_protection").category == "EMO"


def test_without_a_plan_nothing_begins(cast: Cast) -> None:
    on(cast, "child_in_need")
    decide(cast, conference(cast), plan=False)
    assert spans(cast) == [("child_in_need", EARLIER, None)]


def test_saying_it_twice_starts_it_once(cast: Cast) -> None:
    part = decide(cast, conference(cast), plan=True)
    decide(cast, part, plan=True, category="NEG")
    assert spans(cast) == [("child_protection", DAY, None)]


def test_a_child_on_a_plan_already_goes_on(cast: Cast) -> None:
    on(cast, "child_protection")
    decide(cast, conference(cast, rules.TRANSFER), plan=True)
    assert spans(cast) == [("child_protection", EARLIER, None)]


def test_a_review_ends_it_or_lets_it_go_on(cast: Cast) -> None:
    on(cast, "child_protection")
    part = decide(cast, conference(cast, rules.REVIEW), plan=True)
    assert spans(cast) == [("child_protection", EARLIER, None)]
    decide(cast, part, plan=False)
    assert spans(cast) == [("child_protection", EARLIER, DAY)]
    decide(cast, part, plan=True)
    assert spans(cast) == [("child_protection", EARLIER, None)]


def test_a_review_of_a_plan_nobody_recorded_does_not_make_up_when_it_began(cast: Cast) -> None:
    decide(cast, conference(cast, rules.REVIEW), plan=True)
    assert spans(cast) == []


@pytest.mark.parametrize("mend", ["corrected", "struck out"])
def test_a_conference_recorded_wrongly_leaves_the_tracks_as_they_were(cast: Cast, mend: str) -> None:
    on(cast, "child_in_need")
    part = decide(cast, conference(cast), plan=True)
    if mend == "corrected":
        decide(cast, part, plan=False)
    else:
        recording.strike_out(part, reason="Another child", by=cast.user("worker"), at=NOW)
    assert spans(cast) == [("child_in_need", EARLIER, None)]


def test_a_plan_the_law_does_not_allow_is_refused_in_its_words_and_nothing_is_kept(cast: Cast) -> None:
    Child.objects.filter(pk=cast.ash.pk).update(born_on=date(DAY.year - 19, 1, 1))
    part = conference(cast)
    with pytest.raises(Refused, match="once they are 18"):
        decide(cast, part, plan=True)
    part.refresh_from_db()
    assert (part.plan_made, spans(cast)) == (None, [])
