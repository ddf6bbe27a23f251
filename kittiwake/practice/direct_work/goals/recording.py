"""What a child wants, and how near it is: the only way a goal or its scaling is written."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.direct_work import events
from kittiwake.practice.direct_work.goals import rules
from kittiwake.practice.direct_work.models import Goal, Scaling
from kittiwake.practice.placements.moments import midday
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

GOAL = "direct_work.goal"


@whole()
def set_goal(
    child: Child,
    *,
    wants: str,
    set_on: date,
    by: User,
    at: datetime,
    score: int | None = None,
    worst: str = "",
    best: str = "",
) -> Goal:
    """What the child wants to be different, in their words; with where they are now, when they said so."""
    must_be_believable(at, of=child, set_on=set_on)
    if set_on > local_date(at):
        raise Refused("This is in the future. Enter the day they set it.", field="set_on")
    moment = at if set_on == local_date(at) else midday(set_on)
    entry = record.enter(child, kind=GOAL, summary=f"Goal: {wants}", happened_at=moment, by=by, at=at)
    goal = Goal.objects.create(entry=entry, child=child, wants=wants, set_on=set_on, worst=worst, best=best)
    record.keep_words(entry, text=wants, said_at=moment, topic="a goal")
    history.write(events.GOAL_SET, goal, by=by, at=at, child_id=child.pk)
    if score is not None:
        scale(goal, score=score, on=set_on, by=by, at=at)
    return goal


@whole()
def scale(
    goal: Goal, *, score: int, on: date, by: User, at: datetime, by_child: bool = True, words: str = ""
) -> Scaling:
    """Where they put themselves, 0 to 10. Refuses a number off the scale, a day to come and a second one that day."""
    must_stand(goal)
    if wrong := rules.wrong_with_scale(score):
        raise Refused(wrong, field="score")
    if on > local_date(at):
        raise Refused("This is in the future. Enter the day they said it.", field="on")
    if on < goal.set_on:
        raise Refused(f"This is before they set the goal, on {long_date(goal.set_on)}.", field="on")
    if goal.ended_on:
        raise Refused("This goal has ended. Set a new one with them.")
    with refused_by(
        scaling_once_a_day=Refused("There is already a number for that day. Enter another day.", field="on")
    ):
        scaling = Scaling.objects.create(goal=goal, score=score, on=on, by_child=by_child, by=by, at=at)
    record.keep_words(
        goal.entry,
        text=words,
        said_at=midday(on) if on != local_date(at) else at,
        topic=goal.wants[:200],
    )
    history.write(events.SCALED, scaling, by=by, at=at, child_id=goal.child_id)
    return scaling


@whole()
def end_goal(goal: Goal, *, why: str, by: User, at: datetime) -> None:
    """Reached, changed or given up, in words. Refuses a second time."""
    must_stand(goal)
    if not Goal.objects.open().filter(pk=goal.pk).update(ended_on=local_date(at), ended_why=why):
        raise Refused("This goal has already ended. Set a new one with them.")
    goal.refresh_from_db()
    history.write(events.GOAL_ENDED, goal, by=by, at=at, child_id=goal.child_id)
