"""The meetings of the drawn world, and the figure every measure of them must give.

Three strategy discussions in November: Ash's in time with everybody there, Rowan's two days late, Briar's without
health. Two initial conferences, one of them late; two review conferences, one of them late; two panels held and one
not; two looked-after reviews, one of them late and without a word of the child's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.primitives.actions import recording as actions
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import Cast

DRAWN = {
    "P27": (1, 3, 1 / 3),  # Ash's; Rowan's was late, and Briar's had no quorum
    "P28": (3, 3, 1.0),
    "P28b": (2, 3, 2 / 3),  # all but Briar's
    "P28c": (1, 2, 1 / 2),  # invited to Ash's and Rowan's, came to Rowan's
    "P29": (2, 3, 2 / 3),
    "P30": (1, 2, 1 / 2),  # Briar's came a day late
    "P31": (1, 2, 1 / 2),
    "P32": (1, 3, 1 / 3),  # Briar’s; not Fern’s by the 16th, nor Clover’s by the 23rd
    "P33": (1, 2, 1 / 2),  # Rowan's came two days late
    "P42": (2, 3, 2 / 3),  # Ash and Briar at one panel; Hazel's was not held
    "P42b": (1, 2, 1 / 2),
    "P43": (
        1,
        2,
        1 / 2,
    ),  # Ash significant in July, moderate since; Briar moderate both times; Rowan not assessed since
    "P47": (1, 2, 1 / 2),
    "P49": (1, 2, 1 / 2),
}
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ALL = (rules.CARE, rules.POLICE, rules.HEALTH)


def on(day: int, month: int = 11, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def draw(cast: Cast) -> None:
    _strategies(cast)
    _conferences(cast)
    _panels(cast)
    _reviews(cast)


def _meeting(
    cast: Cast, kind: str, asked: datetime, held: datetime, *children: Child,
    came: tuple[str, ...] = ALL, others: tuple[str, ...] = (), **more: Any,
) -> Meeting:  # fmt: skip
    meeting = recording.request_meeting(
        children, kind=kind, why="Worry", asked=Moment(asked), asked_by="Team", by=cast.system, at=AT
    )
    answers = {}
    for agency in (*came, *others):
        one = recording.invite(meeting, agency=agency, name=f"Of {agency}", by=cast.system, at=AT)
        answers[one.pk] = rules.CAME if agency in came else rules.APOLOGIES
    return recording.hold_meeting(
        meeting, held=Moment(held), answers=answers, chair="Chair", by=cast.system, at=AT, **more
    )


def _decided(cast: Cast, meeting: Meeting, child: Child, **facts: Any) -> Part:
    part = Part.objects.select_related("entry", "meeting").get(meeting=meeting, child=child)
    return parts.write_part(part, version=part.version, **facts, by=cast.system, at=AT)


def _strategies(cast: Cast) -> None:
    enquiry = {"enquiry": "joint", "enquiry_by": "The worker"}
    ash = _meeting(cast, rules.STRATEGY, on(2), on(2, hour=15), cast.ash, others=(rules.EDUCATION,))
    _decided(cast, ash, cast.ash, **enquiry)
    _meeting(cast, rules.STRATEGY, on(5), on(7), cast.rowan, came=(*ALL, rules.EDUCATION))
    _meeting(
        cast, rules.STRATEGY, on(9), on(9, hour=12), cast.briar,
        came=(rules.CARE, rules.POLICE), others=(rules.HEALTH,), went_ahead_why="In danger tonight",
    )  # fmt: skip
    october = _meeting(cast, rules.STRATEGY, on(12, 10), on(12, 10, 12), cast.briar)
    _decided(cast, october, cast.briar, **enquiry)


def _conferences(cast: Cast) -> None:
    late = _meeting(
        cast, rules.INITIAL, on(20, 10), on(3), cast.briar
    )  # 15 working days after 12 October: the 2nd
    _decided(cast, late, cast.briar, plan_made=True, category="NEG")
    in_time = _meeting(cast, rules.INITIAL, on(10), on(20), cast.ash)
    _decided(cast, in_time, cast.ash, plan_made=False)
    _meeting(cast, rules.CORE_GROUP, on(10), on(16), cast.briar)
    for child, began, reviewed in ((cast.rowan, 10, 12), (cast.hazel, 14, 13)):
        first = _meeting(cast, rules.INITIAL, on(1, 8), on(began, 8), child)
        _decided(cast, first, child, plan_made=True, category="EMO")
        review = _meeting(cast, rules.REVIEW, on(2), on(reviewed), child)
        _decided(cast, review, child, plan_made=True, category="EMO")


def _panels(cast: Cast) -> None:
    _meeting(
        cast, rules.PANEL, on(10, 8), on(20, 8), cast.ash, cast.briar, cast.rowan
    )  # three months on: 19 November
    panel = _meeting(cast, rules.PANEL, on(2), on(25), cast.ash, cast.briar)
    for child, due, done in ((cast.ash, 27, True), (cast.briar, 28, False)):
        part = Part.objects.select_related("entry", "meeting").get(meeting=panel, child=child)
        made = parts.decide(
            part, what="Visit", why="To see", owner=cast.workers["worker"], due_on=date(2026, 11, due),
            by=cast.system, at=on(25, hour=12),
        )  # fmt: skip
        if done:
            assert made.action
            actions.complete(made.action, outcome="Seen", by=cast.system, at=on(26))
    recording.request_meeting(
        [cast.hazel],
        kind=rules.PANEL,
        why="Worry",
        asked=Moment(on(2)),
        asked_by="Team",
        by=cast.system,
        at=AT,
    )


def _reviews(cast: Cast) -> None:
    """In care since 5 January: a first review, a second in May, and the one due six months after that."""
    for child, second, third, took_part in ((cast.rowan, 10, 9, "PN1"), (cast.hazel, 12, 16, "PN7")):
        for held in (on(20, 1), on(second, 5), on(third)):
            review = _meeting(cast, rules.IN_CARE, held - timedelta(days=1), held, child)
        _decided(cast, review, child, participation=took_part)
