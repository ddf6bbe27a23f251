"""What a meeting agreed becomes part of a plan, and workers who have left keep nothing new."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings.parts import recording as meetings
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.practice.plans import recording
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.advice.facts import agreed_at_meetings
from kittiwake.practice.plans.models import Plan, PlanAction
from kittiwake.practice.plans.showing import PlanPage
from kittiwake.practice.plans.tests.making import TODAY, action, plan, risk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child, Worker
from tests.cast import NOW, Cast


def agreed(cast: Cast, child: Child, what: str = "Visit the car park") -> Action:
    part = part_of(held(cast, a_meeting(cast, child)), child)
    due_on, owner = TODAY + timedelta(days=7), cast.workers["worker"]
    facts = {"what": what, "why": "Seen there", "due_on": due_on, "owner": owner}
    made = meetings.decide(part, **facts, by=cast.user("worker"), at=NOW).action
    assert made is not None
    return made


def take_up(cast: Cast, made: Plan, task: Action, **more: object) -> PlanAction:
    facts = {"who": "Sam", "who_is": "worker", "by": cast.user("worker"), "at": NOW, **more}
    return doing.take_up(made, action=task, **facts)


def said(cast: Cast, made: Plan) -> str:
    return " ".join(PlanPage(made, Viewer(cast.user("worker")), NOW).weaknesses)


def test_what_a_meeting_agreed_is_missing_until_a_plan_takes_it_up(cast: Cast) -> None:
    task, made, lines = agreed(cast, cast.ash), plan(cast), risk(cast)
    assert "no plan has it: Visit the car park" in said(cast, made)
    step = take_up(cast, made, task, risks=[lines])
    assert (step.task, step.owner, step.by_on) == (task, task.owner, task.due_on)
    assert step.covers.get().risk == lines
    assert "no plan has it" not in said(cast, made)
    assert Action.objects.count() == 1
    second = plan(cast, following=1)
    assert second.actions.get().task == task
    assert not agreed_at_meetings(cast.ash).exists()


def test_taking_it_out_again_or_closing_the_plan_leaves_it_on_the_meetings_list(cast: Cast) -> None:
    task, made = agreed(cast, cast.ash), plan(cast)
    step, by = take_up(cast, made, task), {"by": cast.user("worker"), "at": NOW}
    doing.drop_action(step, reason="In the disruption plan", **by)
    assert list(agreed_at_meetings(cast.ash)) == [task]
    take_up(cast, made, task)
    recording.close_plan(made, reason="Over", **by)
    assert list(Action.objects.open()) == [task]


def test_it_refuses_what_is_finished_another_childs_or_there_already(cast: Cast) -> None:
    task, made = agreed(cast, cast.ash), plan(cast)
    with pytest.raises(Refused, match="not this child’s"):
        take_up(cast, made, agreed(cast, cast.briar))
    take_up(cast, made, task)
    with pytest.raises(Refused, match="already in the plan"):
        take_up(cast, made, task)
    done = agreed(cast, cast.ash, "Ring the school")
    actions.complete(done, outcome="Rang", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="finished"):
        take_up(cast, made, done)


def test_somebody_who_has_left_is_given_nothing_and_what_was_theirs_is_kept_and_said(cast: Cast) -> None:
    made, worker = plan(cast), cast.workers["colleague"]
    action(cast, made, owner=worker, by_on=TODAY)
    Worker.objects.filter(pk=worker.pk).update(ends_on=TODAY)
    worker.refresh_from_db()
    with pytest.raises(Refused, match="Colleague has left") as refused:
        action(cast, made, owner=worker)
    assert refused.value.field == "owner"
    second = plan(cast, following=1)
    assert second.actions.get().owner == worker
    assert "1 action belongs to somebody who has left." in said(cast, second)
