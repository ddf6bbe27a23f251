"""What the forms of inspections need first."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.models import (
    Concern,
    ConcernAction,
    Evidence,
    JudgedOn,
    Judgement,
    SelfEvaluation,
)
from kittiwake.time.moments import local_date
from tests.driving.states.assurance import _somebody_to_draw
from tests.driving.states.state import State, by_and_at
from tests.driving.world import World


def _of_others(world: World) -> dict[str, Any]:
    """The concern and its actions are the service manager's."""
    owner = world.people["service_manager"].worker
    Concern.objects.update(owner=owner)
    ConcernAction.objects.update(owner=owner)
    return {}


def _judged_done(world: World) -> dict[str, Any]:
    _of_others(world)
    concern, when = world.made["inspection_concern"], by_and_at(world)
    facts = {"kind": rules.PERSON, "says": rules.FOR, "words": "x", "on": local_date(world.made.at)}
    shown = Evidence.objects.create(concern=concern, **facts, **when)
    judged = Judgement.objects.create(concern=concern, progress=rules.DONE, words="x", **when)
    JudgedOn.objects.create(judgement=judged, evidence=shown)
    ConcernAction.objects.update(dropped_at=world.made.at, dropped_why="x")
    return {}


def _closed(world: World) -> dict[str, Any]:
    Concern.objects.update(closed_at=world.made.at, closed_by=world.made.by, closed_why="x")
    return {}


def _approved(world: World) -> dict[str, Any]:
    SelfEvaluation.objects.update(approved_at=world.made.at, approved_by=world.made.by)
    return {}


STATES = {
    "inspection:finish_action": State(who="service_manager", make=_of_others),
    "inspection:set_evidence_aside": State(who="director", make=_of_others),
    "inspection:close_concern": State(who="director", make=_judged_done),
    "inspection:reopen_concern": State(make=_closed),
    "inspection:put_in_evidence": State(given=lambda world: {"kind": [rules.PERSON]}),
    "inspection:begin_self_evaluation": State(make=_approved),
    "inspection:draw_sample": State(
        make=_somebody_to_draw, given=lambda world: {"size": ["1"], "tracks": ["child_in_need"], "team": [""]}
    ),
    "inspection:fetch_pack": State(who="director"),
}
