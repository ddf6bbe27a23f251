"""Four months of supervision: mostly in time, uneven between teams, with what was said of the children on their files."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.assurance.supervision import recording, rules
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.supervision.models import ChildPart, Supervision
from kittiwake.assurance.supervision.parts import recording as parts
from kittiwake.assurance.supervision.personal import recording as personal
from kittiwake.assurance.supervision.quality import recording as quality
from kittiwake.assurance.supervision.quality.facts import Marks
from kittiwake.demo.people import Council
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import Moment, local_date

WEEKS = 16
EVERY = 28  # days
CHILDREN_EACH = 4  # of a worker's, each time: all of them come round in three months
SILENT = "Quayside team"  # its notes never mention progress
# How good each team's notes are: the middle mark of a reader.
MARKS = {"Harbour team": 3, "Lighthouse team": 3, "Marsh team": 2, SILENT: 1}
SAID = [
    ("He is in school four days of five.", "He says mornings are easier.", "Fewer calls at night."),
    (
        "She has stopped seeing the older group.",
        "She misses them and is relieved.",
        "Online contact goes on.",
    ),
    ("Nothing has changed since the move.", "They want to go home.", "Not home on Friday nights."),
    (
        "There is a new adult about the house.",
        "He does not want to talk about it.",
        "Cash that nobody explains.",
    ),
]
PROGRESS = ["The visit was made and helped.", "Half of it is done.", "The referral went in; no answer yet."]
THINKING = [
    "It may be the new coach, not our plan. Ask him what he thinks it is.",
    "We assume she chooses this. What would it look like if she could not say no?",
    "Would we be this calm if he were a girl?",
]
DIRECTIONS = [
    "Meet the coach",
    "See them alone before the holidays",
    "Ask school who collects them",
    "Ring the aunt",
]
NOTES = [
    ("wellbeing", "A heavy month. Two late nights made up this week."),
    ("workload", "One child moves to the exploitation team."),
    ("development", "Shadow a strategy meeting before Christmas."),
]


def make_supervision(council: Council, team: str, at: datetime) -> None:
    for place, worker in enumerate(council.workers[team]):
        _of_worker(council, team, worker, council.managers[team], place, at)
    service = Worker.objects.get(user__role=Role.SERVICE_MANAGER)
    _agree(council, council.managers[team], service, at)
    _hold(council, council.managers[team], service, at - timedelta(days=12), at)
    _read(council, team, at)


def _agree(council: Council, worker: Worker, supervisor: Worker, at: datetime) -> None:
    starts_on = local_date(at) - timedelta(weeks=WEEKS, days=10)
    qualified = _user(worker).role in (Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    profession = rules.SOCIAL_WORKER if qualified else rules.OTHER
    agreements.agree(
        worker, supervisor=supervisor, profession=profession, starts_on=starts_on, by=council.system, at=at
    )


def _of_worker(
    council: Council, team: str, worker: Worker, manager: Worker, place: int, at: datetime
) -> None:
    """Every four weeks, now and then missed; the children in turn."""
    _agree(council, worker, manager, at)
    children = _children_of(worker, at)
    for turn, days in enumerate(range(WEEKS * 7 - place, 2, -EVERY)):
        if council.chance.often(0.1):
            continue
        moment = at - timedelta(days=days, hours=council.chance.random.randint(0, 5))
        made = _hold(council, worker, manager, moment, at)
        for number in range(min(CHILDREN_EACH, len(children))):
            _discuss(council, team, made, children[(turn * CHILDREN_EACH + number) % len(children)], at)
        _sign(council, made, at)


def _children_of(worker: Worker, at: datetime) -> list[Child]:
    held = Allocation.objects.on(local_date(at)).filter(worker=worker, role=Allocation.LEAD)
    return [
        allocation.child
        for allocation in held.select_related("child").order_by("pk")
        if not allocation.child.restricted
    ]


def _hold(
    council: Council, worker: Worker, supervisor: Worker, moment: datetime, at: datetime
) -> Supervision:
    chance, by = council.chance, _user(supervisor)
    late = timedelta(days=chance.random.choice([0, 0, 1, 2, 3, 9]))
    return recording.hold(
        worker,
        supervisor=supervisor,
        held=Moment(moment),
        minutes=chance.random.choice([60, 75, 90, 95, 100]),
        uninterrupted=chance.often(0.8),
        by=by,
        at=min(moment + late, at),
    )


def _discuss(council: Council, team: str, supervision: Supervision, child: Child, at: datetime) -> None:
    chance, written, worker = council.chance, supervision.recorded_at, supervision.worker
    assert worker is not None
    if ChildPart.objects.filter(supervision=supervision, child=child).exists():
        return
    changed, view, risk = chance.one(SAID)
    part = parts.write_part(
        supervision,
        child,
        changed=changed,
        child_view=view if chance.often(0.7) else "",
        risk=risk,
        progress="" if team == SILENT else chance.one(PROGRESS) if chance.often(0.85) else "",
        last_direction="" if team == SILENT else chance.one(["done", "partly", "not_done"]),
        reflection=chance.one(THINKING) if chance.often(0.3 * MARKS.get(team, 2)) else "",
        decision="Keep the plan and look again next month.",
        reasons="It is beginning to help.",
        direction=chance.one(DIRECTIONS),
        owner=worker,
        due_on=local_date(written) + timedelta(days=chance.random.randint(7, 21)),
        next_on=local_date(written) + timedelta(days=EVERY),
        by=_user(supervision.supervisor),
        at=written,
    )
    if chance.often(0.85):
        action = Action.objects.get(entry=part.entry)
        done = written + timedelta(days=chance.random.randint(2, 20))
        if done < at:
            actions.complete(
                action, outcome="They know who to ring.", by=_user(supervision.supervisor), at=done
            )


def _sign(council: Council, supervision: Supervision, at: datetime) -> None:
    """Both, mostly; and something is kept between the two, written as the supervisor."""
    assert supervision.worker is not None
    written = supervision.recorded_at
    worker, supervisor = _user(supervision.worker), _user(supervision.supervisor)
    topic, words = council.chance.one(NOTES)
    with acting_as(supervisor):
        personal.note(supervision, topic=topic, words=words, by=supervisor, at=written)
    recording.sign(supervision, by=supervisor, at=written)
    if council.chance.often(0.9):
        said = {
            "wellbeing_talked": council.chance.often(0.8),
            "development_talked": council.chance.often(0.5),
        }
        recording.sign(supervision, by=worker, at=min(written + timedelta(days=1), at), **said)


def _read(council: Council, team: str, at: datetime) -> None:
    """The auditor has read some of each team's, in the last months."""
    auditor = User.objects.get(role=Role.AUDITOR)
    lately = Supervision.objects.filter(
        worker__in=council.workers[team], held_at__gte=at - timedelta(days=100), child_parts__isnull=False
    )
    for supervision in lately.distinct().order_by("pk")[:7]:
        mark = MARKS.get(team, 2)
        marks = {key: max(0, min(4, mark + council.chance.one([-1, 0, 0, 1]))) for key in _READ}
        marks["follow_through"] = 0 if team == SILENT else marks["follow_through"]
        words = "Say what came of last time." if team == SILENT else "Ask what else could explain it."
        quality.sample(
            supervision,
            marks=cast(Marks, marks),
            words=words,
            by=auditor,
            at=at - timedelta(days=council.chance.random.randint(1, 40)),
        )


_READ = ("reflection", "experience", "direction", "follow_through")


def _user(worker: Worker) -> User:
    assert worker.user is not None
    return worker.user
