"""Young people of 16 to 24: plans, contacts and homes of those who were in care, mostly in order and not always."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.demo.people import Council
from kittiwake.practice.transitions import recording as transitions
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.entitlement import rules as entitlement
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.record import recording as record
from kittiwake.record.ages import birthday
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment


def make_young_people(council: Council, team_name: str, children: list[Child], at: datetime) -> None:
    if council.teams[team_name].kind not in ("leaving_care", "in_care"):
        return
    for child in children:
        if child.born_on and council.today >= birthday(child.born_on, entitlement.DUTY_FROM):
            _of_young_person(council, child, team_name, at)


def _of_young_person(council: Council, child: Child, team_name: str, at: datetime) -> None:
    chance, by, today = council.chance, council.system, council.today
    leaving = council.teams[team_name].kind == "leaving_care"
    advisers = council.workers["Leaving care"]
    adviser = chance.one(advisers)
    if chance.often(0.85):
        record.allocate(
            child, team=council.teams["Leaving care"], worker=adviser, role="personal_adviser",
            starts_on=today - timedelta(days=chance.random.randint(20, 200)), by=by, at=at,
        )  # fmt: skip
    if chance.often(0.8):
        transitions.assess(
            child, assessed_on=_days_ago(today, 200, 230), home="A flat near the college", money="Help with a budget",
            skills="Cooks well", child_words="I want my own front door.", by=by, at=at,
        )  # fmt: skip
    if chance.often(0.8):
        transitions.agree_pathway(
            child, agreed_on=_days_ago(today, 10, 199), aims="Adviser and young person: a tenancy by summer",
            if_it_fails="Supported lodgings are held for three months", took_part=True, by=by, at=at,
        )  # fmt: skip
    if leaving:
        _living(council, child, adviser.name, at)
    if chance.often(0.35):
        transitions.stay(
            child,
            worker_name=chance.one(advisers).name,
            agreed_on=_days_ago(today, 5, 60),
            agreed_by="Service manager",
            by=by,
            at=at,
        )


def _days_ago(today: date, least: int, most: int) -> date:
    return today - timedelta(days=(least + most) // 2)


def _living(council: Council, child: Child, adviser: str, at: datetime) -> None:
    chance, by = council.chance, council.system
    kind = chance.one(["supported", "own", "former_carers", "family", "family", "student", "no_fixed"])
    homes.live_at(
        child, starts_on=council.today - timedelta(days=70), kind=kind, is_suitable=kind not in rules.NEVER_SUITABLE,
        council_provides=kind == "supported", by=by, at=at,
    )  # fmt: skip
    for days in (66, chance.random.randint(2, 65)):
        contacted = Moment(at - timedelta(days=days))
        how, activity = chance.one(["visit", "phone", "in_person"]), chance.one(["education", "work", "none"])
        advisers.contact(
            child,
            contacted=contacted,
            adviser_name=adviser,
            how=how,
            activity=activity,
            child_words="I am all right.",
            by=by,
            at=at,
        )
