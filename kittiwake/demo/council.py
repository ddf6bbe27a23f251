"""The whole council, in one transaction: it is there, or it is not."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access.identity import acting_as_system
from kittiwake.demo.assessments import make_assessments
from kittiwake.demo.audits import make_audits, name_courses
from kittiwake.demo.chance import Chance
from kittiwake.demo.changes_of_worker import make_changes
from kittiwake.demo.children import make_children
from kittiwake.demo.direct_work import make_sessions
from kittiwake.demo.episodes import make_episodes
from kittiwake.demo.meetings import make_meetings
from kittiwake.demo.people import Council, make_people
from kittiwake.demo.personas import make_personas
from kittiwake.demo.plans import make_plans
from kittiwake.demo.posts import make_staff
from kittiwake.demo.return_interviews import make_interviews
from kittiwake.demo.stories import make_stories
from kittiwake.demo.supervision import make_supervision
from kittiwake.demo.transitions import make_young_people
from kittiwake.demo.workforce import make_coming_and_going
from kittiwake.history.whole import whole
from kittiwake.time.moments import local_date


def make_council(*, scale: int, at: datetime) -> Council:
    """People, children, eighteen months of episodes and what followed, and the planted stories."""
    chance = Chance()
    with acting_as_system(), whole():
        council = make_people(chance, local_date(at), scale)
        children = make_children(council, scale, at)
        team_of = {child.pk: team for team, members in children.items() for child in members}
        episodes = make_episodes(council, children, at)
        make_interviews(council, team_of, episodes, at)
        make_assessments(council, team_of, episodes, at)
        make_sessions(council, children, at)
        make_young_people(council, children, at)
        make_meetings(council, team_of, at)
        everybody = {child.pk: child for members in children.values() for child in members}
        make_plans(council, team_of, everybody, at)
        make_staff(council, at)
        make_supervision(council, at)
        make_changes(council, children, at)
        audits = make_audits(council, at)
        make_coming_and_going(council, at)
        name_courses(audits)
        make_personas(council, make_stories(council, at))
    return council
