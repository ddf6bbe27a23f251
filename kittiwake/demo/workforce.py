"""Who was away, who left the made-up council and what they said, and what people learned together."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.leaving import recording as leaving
from kittiwake.assurance.workforce.training import recording as training
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import TEAMS, Council
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date

SEED = 13  # a stream of its own, so that who left does not move what everybody else meets
# (days ago, days away; None: still away), one worker after another.
AWAY = [(320, 4), (260, 21), (190, 3), (150, 9), (95, 2), (61, 12), (33, 5), (12, None)]
# (left so many days ago, why, in their words, what would have kept them, may it be shared?)
LEFT: list[tuple[int, list[str], str, str, bool]] = [
    (
        300, ["caseload", "support"], "Twenty-four children and supervision that was put off.",
        "Somebody to think with every month, whatever else was on fire.", True,
    ),
    (240, ["career"], "I am going to teach.", "Nothing. I was glad to be here.", True),
    (150, ["caseload", "travel"], "I was always in the car.", "Children who live near each other.", True),
    (60, ["caseload", "manager"], "I was told off for asking.", "To be asked how it was going.", False),
    (25, ["pay"], "The agency pays a third more.", "A way up that does not lead away from children.", True),
]  # fmt: skip
# (held so many days ago, title, about, what asked for it, how many of each team came)
COURSES = [
    (210, "Listening after a return", "Return interviews; the child’s own words", "Audits of the spring", 4),
    (95, "Harm outside the home: what to look for", "Exploitation; groups and places", "The exploitation panel", 3),
    (30, "Plans a child would understand", "Safety plans; plain words", "Audits of the autumn", 2),
    (-14, "Talking with adolescents who do not want to talk", "Direct work", "The practitioners’ forum", 0),
]  # fmt: skip


def make_coming_and_going(council: Council, at: datetime) -> None:
    _agree_span(council, at)
    _engage_managers(council, at)
    _absences(council, at)
    names = Chance(SEED).faker
    for number, said in enumerate(LEFT):
        _leaver(council, number, names.name(), said, at)
    for course in COURSES:
        _course(council, course, at)


def _ago(at: datetime, days: int) -> date:
    return local_date(at) - timedelta(days=days)


def _agree_span(council: Council, at: datetime) -> None:
    caseloads.agree_caseload(
        starts_on=_ago(at, 100), usual=Decimal(18), protected_share=Decimal("0.9"), most_managed=7,
        weights={"child_protection": 1.5, "care_leaver": 0.5, "early_help": 0.5},
        source="Made-up agreement of the council", by=council.system, at=at,
    )  # fmt: skip


def _engage_managers(council: Council, at: datetime) -> None:
    for number, name in enumerate(TEAMS):
        engagements.engage(
            council.managers[name],
            kind=codes.PERMANENT,
            role="3",
            fte=Decimal("0.6") if number == 0 else Decimal(1),
            starts_on=_ago(at, 900),
            qualified_on=_ago(at, 365 * (9 + number)),
            swe_number=f"SW{900 + number:010d}",
            by=council.system,
            at=at,
        )


def _absences(council: Council, at: datetime) -> None:
    workers = [worker for name in TEAMS for worker in council.workers[name]]
    for worker, (days, length) in zip(workers, AWAY, strict=False):
        back = None if length is None else _ago(at, days - length)
        absences.record_absence(
            worker, kind="SIC", starts_on=_ago(at, days), ends_on=back, by=council.system, at=at
        )


def _leaver(
    council: Council, number: int, name: str, said: tuple[int, list[str], str, str, bool], at: datetime
) -> None:
    days, reasons, words, kept, may_share = said
    by: dict[str, Any] = {"by": council.system, "at": at}
    team, left = council.teams[list(TEAMS)[number % len(TEAMS)]], _ago(at, days)
    worker = Worker.objects.create(name=name, starts_on=_ago(at, 1000), ends_on=left)
    Membership.objects.create(worker=worker, team=team, starts_on=_ago(at, 1000), ends_on=left)
    engagement = engagements.engage(
        worker, kind=codes.PERMANENT, role="5", fte=Decimal(1), starts_on=_ago(at, 1000), **by
    )
    engagements.end(engagement, ends_on=left, reason="1", **by)
    principal = Worker.objects.get(user__email="principal@saltmere.example")
    leaving.hold_exit_interview(
        worker, held_by=principal, held_on=left - timedelta(days=3), reasons=reasons, words=words,
        would_have_kept=kept, may_share=may_share, **by,
    )  # fmt: skip


def _course(council: Council, course: tuple[int, str, str, str, int], at: datetime) -> None:
    days, title, about, asked_for_by, came = course
    by: dict[str, Any] = {"by": council.system, "at": at}
    made = training.plan_course(
        title=title, about=about, asked_for_by=asked_for_by, held_on=_ago(at, days), **by
    )
    for name in TEAMS:
        places = training.ask_to_come(made, council.workers[name], **by)
        if came:
            training.came(places[:came], on=made.held_on, **by)
