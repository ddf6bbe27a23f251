"""Decisions that wait for one person and are nobody's broken link: with how many they are, and where they are made. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kittiwake.access.readings import openings_waiting
from kittiwake.access.showing import liftings_waiting
from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.waiting.showing import WaitingPage as Audits
from kittiwake.desk.addresses import address
from kittiwake.ui.dates import counted


@dataclass(frozen=True)
class Waits:
    """One kind: who may decide it, how many wait for this person, and how it is told of one and of several."""

    may: str
    count: Callable[[Viewer, datetime], int]
    page: str
    one: str
    many: str


def _openings(viewer: Viewer, at: datetime) -> int:
    return openings_waiting(viewer).count()


def _liftings(viewer: Viewer, at: datetime) -> int:
    return len(liftings_waiting(viewer))


def _marks(viewer: Viewer, at: datetime) -> int:
    return len(Audits(viewer, at).to_moderate)


def _to_audit(viewer: Viewer, at: datetime) -> int:
    return len(Audits(viewer, at).to_audit)


def _to_check(viewer: Viewer, at: datetime) -> int:
    return len(Audits(viewer, at).to_look_at)


AUDITS = "audits:waiting"
WAITS = [
    Waits(
        Power.ANSWER_FOR_OPENINGS,
        _openings,
        "access:openings",
        "record was opened without being on the list: look at why",
        "records were opened without being on the list: look at why",
    ),
    Waits(
        Power.OVERSEE,
        _liftings,
        "access:openings",
        "restriction waits for somebody to agree that it is lifted",
        "restrictions wait for somebody to agree that they are lifted",
    ),
    Waits(Power.AUDIT, _to_audit, AUDITS, "record to audit", "records to audit"),
    Waits(Power.AUDIT, _marks, AUDITS, "mark or grade to decide", "marks or grades to decide"),
    Waits(Power.AUDIT, _to_check, AUDITS, "audit action to check", "audit actions to check"),
]


@dataclass(frozen=True)
class Decision:
    text: str
    href: str


def decisions(viewer: Viewer, at: datetime) -> list[Decision]:
    found = [(one, one.count(viewer, at)) for one in WAITS if viewer.may(one.may)]
    return [
        Decision(counted(number, one.one, one.many), address(one.page)) for one, number in found if number
    ]
