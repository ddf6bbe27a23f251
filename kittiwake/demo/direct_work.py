"""Eighteen months of moves, visits, sessions, goals and words; teams differ in how well they do it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.demo.people import TEAMS, Council
from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.goals import recording as goals
from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.nearer_reviews import recording as nearer
from kittiwake.practice.placements.out_of_area import recording as duties
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import Moment, local_date

VISITS = {"in_care": rules.IN_CARE, "child_protection": rules.PROTECTION, "child_in_need": rules.IN_NEED}
EVERY = {rules.IN_CARE: 40, rules.PROTECTION: 12, rules.IN_NEED: 25}  # days between visits, as done
LAST = 3  # how many visits back the record goes
# How often a session has the child's own words.
WORDS = dict(zip(TEAMS, (0.85, 0.6, 0.3, 0.55), strict=True))
SAID = [
    ("I like it when you bring the cards.", "being visited"),
    ("Nobody asks me before they change things.", "plans"),
    ("He waits at the bus stop after school.", "getting home"),
    ("My gran makes it feel normal.", "family"),
    ("I do not sleep on Sundays.", "school"),
    ("If I had my phone back I would tell you more.", "online"),
    ("I want somebody to walk with me.", "getting home"),
    ("It is better than last time.", "how things are"),
]
WANTS = ["To sleep at home every night", "To be back at school", "To see my brother", "To say no and be safe"]
HOSTS = {"Saltmere": "000", "Next Bay": "001", "Far Cove": "002"}


def settle(council: Council, move: Move, at: datetime) -> None:
    """What the law asks about a placement out of our area was mostly, and not always, done."""
    chance, by, on = council.chance, council.system, move.placement.starts_on
    if not move.placement.out_of_area:
        return
    director, asked = bool(move.placement.at_a_distance), not move.owed_facts.is_exempt
    if chance.often(0.85) and asked:
        day, role = (
            on - timedelta(days=chance.random.randint(0, 6)),
            "director" if director else "nominated_officer",
        )
        duties.approve(
            move,
            on=day,
            who=chance.faker.name(),
            role=role,
            why="The nearest that could keep them safe",
            by=by,
            at=at,
        )
    if director and chance.often(0.7) and asked:
        duties.consult(
            move, on=on - timedelta(days=2), whom="Far Cove Council", words="No objection", by=by, at=at
        )
    if chance.often(0.75):
        duties.notify(move, on=on, whom="Duty desk", by=by, at=at)
    if chance.often(0.5):
        held = council.today - timedelta(days=chance.random.randint(5, 80))
        if held > on:
            nearer.review_nearer(
                move,
                held_on=held,
                decision="looking",
                why="Nothing suitable yet",
                child_words="I want to be nearer.",
                by=by,
                at=at,
            )


def make_sessions(council: Council, team_name: str, children: list[Child], at: datetime) -> None:
    for child in children:
        _of_child(council, child, team_name, at)


def _of_child(council: Council, child: Child, team_name: str, at: datetime) -> None:
    allocation = child.allocations.filter(role="lead", ends_on=None).select_related("worker").first()
    worker = allocation.worker if allocation else None
    track = child.tracks.filter(ends_on=None, kind__in=VISITS).first()
    if worker is None:
        return
    if track is not None:
        _visits(council, child, worker, VISITS[track.kind], track.starts_on, team_name, at)
    if council.chance.often(0.25):
        _direct_work(council, child, worker, team_name, at)


def see_regularly(council: Council, child: Child, team_name: str, at: datetime) -> None:
    """A child of a story is visited in care as the law asks."""
    since = child.tracks.get(kind="in_care", ends_on=None).starts_on
    _visits(council, child, council.workers[team_name][0], rules.IN_CARE, since, team_name, at)


def _visits(
    council: Council, child: Child, worker: Worker, kind: str, since: date, team_name: str, at: datetime
) -> None:
    chance, every = council.chance, EVERY[kind]
    strength = TEAMS.get(team_name.split(" 2")[0], (0.75, 0))[0]
    late = 0 if chance.often(strength) else every
    days_ago = chance.random.randint(1, every) + late
    for number in range(LAST, 0, -1):
        held = chance.evening(at - timedelta(days=days_ago + (number - 1) * every)) - timedelta(hours=2)
        if local_date(held) > since and held < at:
            alone = chance.often(strength)
            _hold(council, child, worker, held, kind, team_name, at, alone=alone)


def _hold(
    council: Council,
    child: Child,
    worker: Worker,
    held: datetime,
    kind: str,
    team_name: str,
    at: datetime,
    *,
    alone: bool,
) -> None:
    chance = council.chance
    words, topic = chance.one(SAID)
    says = chance.often(WORDS.get(team_name, 0.55))
    work.hold(
        child, held=Moment(held), kind=kind, worker_name=worker.name, worker=worker, seen=True, alone=alone,
        place=chance.one(["home", "school", "community"]), methods=[chance.one(["talking", "drawing", "cards", "mapping"])],
        tried="Cards about places and people" if chance.often(0.7) else "", change=chance.one(["better", "same", "too_soon"]),
        own_words=words if says else "", topic=topic if says else "", by=worker.user or council.system, at=max(held, min(at, held + timedelta(hours=20))),
    )  # fmt: skip


def _direct_work(council: Council, child: Child, worker: Worker, team_name: str, at: datetime) -> None:
    chance, by = council.chance, worker.user or council.system
    set_on = council.today - timedelta(days=chance.random.randint(60, 150))
    goal = goals.set_goal(
        child, wants=chance.one(WANTS), worst="Like last winter", best="Like anybody else", set_on=set_on,
        score=chance.random.randint(1, 4), by=by, at=at,
    )  # fmt: skip
    score = 3
    for weeks in (3, 6, 8):
        score = max(0, min(10, score + chance.random.randint(-1, 3)))
        day = set_on + timedelta(weeks=weeks)
        held = chance.evening(at - timedelta(days=(council.today - day).days)) - timedelta(hours=3)
        _hold(council, child, worker, held, rules.DIRECT_WORK, team_name, at, alone=True)
        goals.scale(goal, score=score, on=day, by=by, at=at)
