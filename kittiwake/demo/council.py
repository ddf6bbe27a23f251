"""The whole council, team by team: on each core of the machine one at a time, each team in one transaction.

Stopped in the middle, it is made afresh (cli.serving): a council counts as made when all of it is.
"""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime
from multiprocessing import get_context
from os import cpu_count

from kittiwake.access.identity import acting_as_system
from kittiwake.demo.assessments import make_assessments
from kittiwake.demo.audits import make_audits, name_courses
from kittiwake.demo.chance import SEED, Chance
from kittiwake.demo.changes_of_worker import make_changes
from kittiwake.demo.children import HAS, make_children
from kittiwake.demo.direct_work import make_sessions
from kittiwake.demo.episodes import make_episodes
from kittiwake.demo.inspections import make_inspections
from kittiwake.demo.meetings import make_meetings
from kittiwake.demo.people import Council, make_people
from kittiwake.demo.personas import make_personas
from kittiwake.demo.plans import make_plans
from kittiwake.demo.posts import make_staff
from kittiwake.demo.progress import Progress, begin_process, count_in, did
from kittiwake.demo.return_interviews import make_interviews
from kittiwake.demo.settings import say_who_we_are
from kittiwake.demo.stories import make_stories
from kittiwake.demo.supervision import make_supervision
from kittiwake.demo.transitions import make_young_people
from kittiwake.demo.workforce import make_coming_and_going
from kittiwake.history.whole import whole
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date

# A team's own stream of chance: what happens to its children is the same, whoever else is made beside them.
STREAMS = SEED * 1000
# What each part takes, so that it can be said how far we are: milliseconds, more or less.
A_CHILD, EPISODES, INTERVIEWS, WORK, PLANS = 40, 160, 120, 80, 60
SUPERVISION, AUDITS, STORIES = 3000, 8000, 12000


def make_council(*, scale: int, at: datetime) -> Council:
    """People, children, eighteen months of episodes and what followed, and the planted stories."""
    with acting_as_system(), whole():
        council = make_people(Chance(), local_date(at), scale)
        make_staff(council, at)
        say_who_we_are(at)
    context = get_context("spawn")
    done = context.Value("d")
    progress = Progress(done, _parts(council))
    count_in(done)
    with ProcessPoolExecutor(cpu_count(), context, begin_process, (done,)) as processes:
        teams = []
        for name in council.managers:
            teams.append(_begin_team(processes, council, name, at))
            progress.say()
        progress.wait_for(teams)
    _make_whole(council, at, progress)
    return council


def _parts(council: Council) -> float:
    children = sum(HAS.get(council.teams[name].kind, 0) for name in council.managers)
    of_child = A_CHILD + EPISODES + INTERVIEWS + WORK + PLANS
    return of_child * children + SUPERVISION * len(council.managers) + AUDITS + STORIES


def _begin_team(processes: ProcessPoolExecutor, council: Council, name: str, at: datetime) -> Future[None]:
    """Children are made here, one team after the other: audits draw them by their numbers."""
    with acting_as_system(), whole():
        children = make_children(council, name, at)
    did(A_CHILD * len(children))
    chance = Chance(STREAMS + list(council.managers).index(name))
    return processes.submit(make_team, replace(council, chance=chance), name, children, at)


def make_team(council: Council, name: str, children: list[Child], at: datetime) -> None:
    """What happened to the children of one team, and how it was worked with."""
    number = len(children)
    with acting_as_system(), whole():
        episodes = make_episodes(council, name, children, at)
        did(EPISODES * number)
        make_interviews(council, name, episodes, at)
        did(INTERVIEWS * number)
        make_assessments(council, name, episodes, at)
        make_sessions(council, name, children, at)
        make_young_people(council, name, children, at)
        did(WORK * number)
        make_meetings(council, name, children, at)
        make_plans(council, name, children, at)
        did(PLANS * number)
        make_supervision(council, name, at)
        make_changes(council, name, children, at)
        did(SUPERVISION)


def _make_whole(council: Council, at: datetime, progress: Progress) -> None:
    """What is of all teams: it follows when they are there."""
    with acting_as_system(), whole():
        audits = make_audits(council, at)
        make_coming_and_going(council, at)
        name_courses(audits)
        make_inspections(council, at)
        did(AUDITS)
        progress.say()
        make_personas(council, make_stories(council, at))
    progress.finish()
