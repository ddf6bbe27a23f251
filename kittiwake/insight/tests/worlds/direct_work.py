"""What is drawn beside the world of going missing: visits, sessions, placements and two young people of 17 and 18.

Rowan, placed at a distance since January, went missing in July and moved next door on 10 August; nobody has visited
since 1 October. Hazel moved four times, the last in an emergency on 3 November, because the carer asked; nobody wrote
down why two days before. Ash moved as planned; Briar stayed with the same carer when the placement changed. Ash is
visited under a child protection plan. Linden has an adviser and a worker who stays; Teasel has neither.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.out_of_area import recording as duties
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.transitions import recording as transitions
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.record import codes
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import Cast, make_child

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

DRAWN = {
    "P34": (
        1,
        5,
        1 / 5,
    ),  # nobody saw Briar by the 17th, Fern by the 16th, Clover by the 23rd; Ash: due on the 16th and made on the 13th; due on the 27th and made on the 30th
    "P34b": (2, 3, 2 / 3),
    "P48": (1, 2, 1 / 2),  # Hazel's first on the 9th; Rowan's was due on the 12th
    "P50": (1, 4, 1 / 4),  # Hazel, of Rowan, Hazel, Ash and Briar
    "P50b": (0, 4, 0.0),
    "P51": (1, 2, 1 / 2),  # Hazel's on the 3rd, not Ash's; on the 1st nobody said why, and Briar did not move
    "P52": (3, 4, 3 / 4),
    "P52b": (1, 4, 1 / 4),
    "P52c": (1, 2, 1 / 2),  # Hazel's 34 miles, Rowan's 12; of the others nobody says
    "P53": (1, 2, 1 / 2),  # Hazel's; Ash's was approved the day after
    "P54": (1, 1, 1.0),
    "P55": (1, 2, 1 / 2),
    "P55b": (1, 2, 1 / 2),
    "P55c": (2, 2, 1.0),
    "P56": (1, 2, 1 / 2),
    "P56b": (0, 1, 0.0),  # due on the 9th, made on the 12th
    "P57": (1, 2, 1 / 2),
    "P62": (2, 5, 2 / 5),
    "P83": (None, 1, 17.0),  # Briar's risk of the 3rd, and the 20th; on the 22nd they did not meet
    "P83b": (0, 2, 0.0),  # the two risks of the 2nd; the days of those of the 3rd are over in December
}


def draw(cast: Cast) -> None:
    _placements(cast)
    _visits(cast)
    _growing_up(cast)


def _day(month: int, day: int, hour: int = 10) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def _move(cast: Cast, child: Child, on: date, host: str, **more: Any) -> Move:
    return placements.place(child, starts_on=on, host_code=host, carer="Carer", by=cast.system, at=AT, **more)


def _placements(cast: Cast) -> None:
    _move(cast, cast.rowan, date(2026, 8, 10), "001", miles=12)
    for on in (date(2026, 7, 1), date(2026, 9, 1), date(2026, 11, 1)):
        _move(cast, cast.hazel, on, "000")
    hazel = _move(cast, cast.hazel, date(2026, 11, 3), "002", miles=34, is_emergency=True, why_ended="CREQB")
    _approve(cast, hazel, date(2026, 11, 3))
    duties.consult(hazel, on=date(2026, 11, 5), whom="Far Cove", words="Yes", by=cast.system, at=AT)
    duties.notify(hazel, on=date(2026, 11, 10), whom="Far Cove", by=cast.system, at=AT)
    for child in (cast.ash, cast.briar):
        _move(cast, child, date(2026, 11, 25), "000")
    ash = _move(cast, cast.ash, date(2026, 11, 27), "001", why_ended="CARPL")
    _approve(cast, ash, date(2026, 11, 28))
    duties.notify(ash, on=date(2026, 11, 27), whom="Next Bay", by=cast.system, at=AT)
    _move(cast, cast.briar, date(2026, 11, 28), "000", why_ended=codes.SAME_CARER)


def _approve(cast: Cast, move: Move, on: date) -> None:
    duties.approve(move, on=on, who="Director", role="director", why="Safe there", by=cast.system, at=AT)


def _visits(cast: Cast) -> None:
    _hold(cast, cast.hazel, _day(11, 9), kind="visit_in_care")
    _hold(cast, cast.rowan, _day(10, 1), kind="visit_in_care")
    record.start_track(cast.ash, kind="child_protection", starts_on=date(2026, 10, 1), by=cast.system, at=AT)
    _hold(cast, cast.ash, _day(11, 2), kind="visit_protection", alone=True, own_words="It is better.")
    _hold(cast, cast.ash, _day(11, 13), kind="visit_protection", alone=False)
    _hold(cast, cast.ash, _day(11, 30), kind="visit_protection", alone=True)
    _hold(cast, cast.briar, _day(11, 20), own_words="I like the boat.")
    work.hold(cast.briar, held=Moment(_day(11, 22)), worker_name="Worker", seen=False, by=cast.system, at=AT)


def _hold(cast: Cast, child: Child, held: datetime, **more: Any) -> None:
    facts = {"seen": True, "worker_name": "Worker", **more}
    work.hold(child, held=Moment(held), by=cast.system, at=AT, **facts)


def _growing_up(cast: Cast) -> None:
    linden = _leaver(cast, "Linden", date(2008, 6, 1), "criminal_exploitation")
    teasel = _leaver(cast, "Teasel", date(2009, 2, 1), "county_lines")
    by = {"by": cast.system, "at": AT}
    for child, on in ((linden, date(2026, 11, 1)), (teasel, date(2026, 4, 1))):
        transitions.agree_pathway(child, agreed_on=on, aims="A flat", took_part=True, **by)
    home = {"is_suitable": True, "council_provides": True}
    homes.live_at(linden, starts_on=date(2026, 11, 2), kind="supported", **home, **by)
    homes.live_at(
        teasel, starts_on=date(2026, 9, 1), kind="no_fixed", is_suitable=False, council_provides=False, **by
    )
    contact = {"adviser_name": "Adviser", **by}
    advisers.contact(linden, contacted=Moment(_day(11, 12)), how="visit", activity="work", **contact)
    advisers.contact(teasel, contacted=Moment(_day(9, 1)), how="phone", activity="education", **contact)
    transitions.stay(linden, worker_name="Worker", agreed_on=date(2026, 11, 1), agreed_by="Manager", **by)


def _leaver(cast: Cast, name: str, born_on: date, domain: str) -> Child:
    child = make_child(name, "Leaver", cast.north, cast.workers["worker"], born_on=born_on)
    record.start_track(child, kind="care_leaver", starts_on=date(2026, 3, 1), by=cast.system, at=AT)
    risks.open_risk(
        child, domain=domain, level="moderate", why="Debt", since_on=date(2026, 11, 2), by=cast.system, at=AT
    )
    return child
