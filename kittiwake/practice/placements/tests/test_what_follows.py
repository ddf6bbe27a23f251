"""What a placement leads to elsewhere: the board, what speaks against an effect, and what ends with care."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.practice.duties import rules as duties
from kittiwake.practice.placements import adverse, broken_links, recording, rules
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.out_of_area import recording as out_of_area
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

DAY = timedelta(days=1)
CAME = date(2026, 11, 16)


def by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": NOW}


def moved(cast: Cast, on: date = CAME, **more: Any) -> Move:
    facts = {"carer": "A carer", "host_code": "002", **more}
    return recording.place(cast.ash, starts_on=on, **facts, **by(cast))


def owed(days: int = 0) -> list[str]:
    """What each line says is owed, that many days on."""
    lines = broken_links.owed_and_not_done(lambda model: model.objects.all(), NOW + days * DAY)
    return [broken.about for broken in lines]


def test_what_the_other_council_is_owed_stands_on_the_board_until_both_are_done(cast: Cast) -> None:
    """Regulations 11 and 13. Approval is another line, for whoever can approve."""
    move = moved(cast)
    assert owed() == [
        "Consult the council they are placed in, Written notice to the council they are placed in"
    ]
    facts = {"on": CAME, "whom": "Far Cove", **by(cast)}
    out_of_area.consult(move, words="No objection", **facts)
    assert owed() == ["Written notice to the council they are placed in"]
    out_of_area.notify(move, **facts)
    assert owed() == []


def test_after_an_emergency_nothing_is_late_for_five_working_days(cast: Cast) -> None:
    moved(cast, on=local_date(NOW), is_emergency=True)
    assert (owed(), owed(7)) == ([], [])  # the Monday after is the fifth
    assert len(owed(8)) == 1


def test_where_they_live_no_longer_nothing_is_owed(cast: Cast) -> None:
    moved(cast)
    moved(cast, on=CAME + DAY, host_code="000")
    assert owed() == []


@pytest.mark.parametrize(
    ("why_ended", "speaks_against"), [("CREQB", True), ("ALLEG", True), ("CARPL", False), ("", False)]
)
def test_a_placement_that_broke_down_speaks_against_being_well_where_they_live(
    cast: Cast, why_ended: str, speaks_against: bool
) -> None:
    moved(cast, on=CAME - 100 * DAY)
    move = moved(cast, **({"why_ended": why_ended} if why_ended else {}))
    facts = list(adverse.unplanned(cast.ash.pk, NOW - 30 * DAY, NOW))
    assert [(fact.entry_id, fact.kind) for fact in facts] == ([(move.pk, "home")] if speaks_against else [])
    assert not list(adverse.unplanned(cast.ash.pk, NOW - 5 * DAY, NOW)), "it happened before"


def test_a_move_struck_out_speaks_against_nothing(cast: Cast) -> None:
    moved(cast, on=CAME - 100 * DAY)
    recording.strike_out(moved(cast, why_ended="CREQB"), reason="Fell through", **by(cast))
    assert not list(adverse.unplanned(cast.ash.pk, NOW - 30 * DAY, NOW))


def running(move: Move) -> set[str]:
    return set(Clock.objects.running().filter(entry=move.entry).values_list("key", flat=True))


def test_who_is_no_longer_in_care_is_owed_no_more_looking_nearer(cast: Cast) -> None:
    track = record.start_track(cast.ash, kind="in_care", starts_on=CAME - 30 * DAY, by=cast.system, at=NOW)
    move = moved(cast)
    assert rules.NEARER.key in running(move)
    record.end_track(track, ends_on=local_date(NOW) - DAY, by=cast.system, at=NOW)
    settle(cast.ash, NOW)
    assert rules.NEARER.key not in running(move)


@pytest.mark.parametrize(
    ("kind", "is_told"), [("K2", True), ("U1", False)], ids=["children’s home", "foster carer"]
)
def test_a_childrens_home_tells_of_sexual_exploitation(cast: Cast, kind: str, is_told: bool) -> None:
    """Children's Homes (England) Regulations 2015, regulation 40(4)."""
    moved(cast, kind=kind)
    risk = risks.open_risk(cast.ash, domain="sexual_exploitation", level="significant", why="x", **by(cast))
    settle(cast.ash, NOW)
    asked = Clock.objects.filter(key=duties.HOME_NOTIFIES.key, entry=risk.entry)
    assert asked.exists() == is_told


def test_the_childs_page_says_where_they_live(cast: Cast) -> None:
    moved(cast)
    assert "A carer" in signed_in(cast.user("worker")).get(cast.ash.get_absolute_url()).content.decode()
