"""The plans that go with each child's track, looked at more often and made better in some teams than in others."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from kittiwake.demo.people import TEAMS, Council
from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.disruption.models import Concern
from kittiwake.practice.plans import parts, rules
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.reviews import recording as reviews
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.record.models import Child, Track
from kittiwake.time.moments import local_date, start_of

KIND_OF = {"child_in_need": rules.IN_NEED, "child_protection": rules.PROTECTION, "in_care": rules.CARE}
# How long after the one before each review is held, at best: days.
BETWEEN = (85, 170, 170)
DEFAULT = 0.6
PARTS = [
    "Agreed with everybody on the day, and written in the record of the meeting.",
    "As before; looked at each month.",
    "Their worker sees to it, and says so at each visit.",
]
DONE = [
    ("Sees them at home and on their own", "worker", "Every second Tuesday", False),
    ("Has them home by 9pm on school nights", "parent", "", True),
    ("Rings the worker on the day they are not in school", "school", "Each school day", False),
    ("Drives past the pier on Friday and Saturday nights", "police", "Fridays and Saturdays", True),
    ("Sits with them when they cannot sleep", "network", "When they ring", True),
]


def make_plans(council: Council, team: str, children: list[Child], at: datetime) -> None:
    today, by_key = local_date(at), {child.pk: child for child in children}
    strength = TEAMS.get(team, (DEFAULT, DEFAULT))[1]
    tracks = Track.objects.filter(kind__in=KIND_OF, ends_on=None, child__in=children).order_by("pk")
    for track in tracks.filter(starts_on__gt=today - timedelta(days=540)):
        if council.chance.often(0.5 + strength / 2):
            _make(council, by_key[track.child_id], track, strength, at)


def _make(council: Council, child: Child, track: Track, strength: float, at: datetime) -> None:
    kind, chance = KIND_OF[track.kind], council.chance
    if rules.too_young_or_old(kind, child.age_on(track.starts_on)):
        return
    plan = _write(council, child, kind, track.starts_on, strength)
    for what, who_is, when, evenings in chance.random.sample(DONE, 1 + round(strength * 3)):
        kept = when if chance.often(strength) else ""
        doing.add_action(
            plan, what=what, difference="Home at night" if chance.often(strength) else "",
            who="Named on the night", who_is=who_is, when=kept, evenings_weekends=evenings,
            by=council.system, at=start_of(track.starts_on),
        )  # fmt: skip
    if chance.often(strength):
        plans.agree(plan, who=child.first_name, role="child", answer="agrees", how="there",
                    by=council.system, at=start_of(track.starts_on))  # fmt: skip
    if kind == rules.IN_NEED:
        _look_at(council, plan, strength, local_date(at))


def _write(council: Council, child: Child, kind: str, began: date, strength: float) -> Plan:
    chance = council.chance
    said = {part.key: chance.one(PARTS) for part in parts.of(kind) if chance.often(strength)}
    words = {
        "warning_signs": "A second phone; new clothes",
        "contingency": "Ring the duty team, who ring the police",
        "child_version": "Tell me first, before you tell everybody else.",
    }
    kept: dict[str, Any] = {name: text for name, text in words.items() if chance.often(strength)}
    return writing.write_plan(
        child, kind=kind, worry="Not safe outside, and nobody at home knows why", agreed_on=began, started_on=began,
        parts=said, **kept, by=council.system, at=start_of(began),
    )  # fmt: skip


def _look_at(council: Council, plan: Plan, strength: float, today: date) -> None:
    """Reviews one after another; late more often where practice is weak."""
    assert plan.started_on is not None
    chance, held = council.chance, plan.started_on
    for days in BETWEEN:
        held += timedelta(
            days=days if chance.often(0.4 + strength / 2) else days + chance.random.randint(8, 60)
        )
        if held > today:
            return
        took_part = chance.one(["PN1", "PN1", "PN2", "PN6", "PN7"])
        reviews.record_review(plan, held_on=held, participation=took_part, outcome=rules.GOES_ON,
                              words="Everybody said what they had done.", by=council.system, at=start_of(held))  # fmt: skip


def make_tactic(
    council: Council, child: Child, at: datetime, *steps: str, asked: int, **facts: Any
) -> Concern:
    """A tactic asked for so many days ago, and its steps a week apart."""
    on = local_date(at) - timedelta(days=asked)
    concern = disruption.request(child, who="Exploitation team", on=on, by=council.system, at=at, **facts)
    for number, kind in enumerate(steps, start=1):
        day = min(on + timedelta(days=7 * number), local_date(at))
        until = day + timedelta(days=80) if kind == "granted" else None
        disruption.take_step(
            concern, kind=kind, on=day, who="Police", until_on=until, by=council.system, at=at
        )
    return concern
