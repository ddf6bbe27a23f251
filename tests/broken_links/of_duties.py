"""What being in care asks for by itself: nobody has to begin anything for it to be owed."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.duties import recording as owed
from kittiwake.practice.duties import rules as duties
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.models import Move
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans import rules as rules_of_plans
from kittiwake.practice.plans.tests import making as planning
from kittiwake.primitives.measures.links import Broken
from kittiwake.record.models import Track
from kittiwake.time.moments import Moment, local_date
from tests.broken_links.planting import DAY, LATER, Planted, Way, by
from tests.cast import NOW, Cast


def _in_care(cast: Cast) -> None:
    owed.start_track(cast.ash, kind="in_care", starts_on=local_date(NOW), **by(cast, NOW))


def _placed(cast: Cast) -> None:
    _in_care(cast)
    placements.place(
        cast.ash, starts_on=local_date(NOW), host_code="000", carer="Two carers", **by(cast, NOW)
    )


def _done(kind: str) -> Way:
    def say(cast: Cast, broken: Broken) -> Any:
        return owed.say_done(cast.ash, kind=kind, done=Moment(LATER - DAY), **by(cast))

    return say


def _plan_put_forward(cast: Cast, broken: Broken) -> None:
    kind, began = rules_of_plans.CARE, local_date(NOW)
    written = planning.plan(cast, kind=kind, started_on=began, agreed_on=began)
    planning.action(cast, written)
    plans.put_forward(written, **by(cast))


def _never_in_care(cast: Cast, broken: Broken) -> None:
    owed.take_back_track(Track.objects.get(), reason="The wrong child", **by(cast))


def _home(cast: Cast, broken: Broken) -> None:
    owed.end_track(Track.objects.get(), ends_on=local_date(LATER), **by(cast))


def _never_placed(cast: Cast, broken: Broken) -> None:
    placements.strike_out(Move.objects.get(), reason="The wrong child", **by(cast))


NOT_IN_CARE: dict[str, Way] = {"never in care": _never_in_care, "home": _home}
PLANTED = [
    Planted(
        "duties.not_done",
        _in_care,
        {"said to be done": _done(duties.OFFICER), **NOT_IN_CARE},
        about="Reviewing officer named",
    ),
    Planted(
        "placements.no_plan",
        _placed,
        {"said to be done": _done(duties.PLACEMENT_PLAN), "never placed": _never_placed, "home": _home},
    ),
    Planted(
        "plans.late",
        _in_care,
        {"put forward": _plan_put_forward, "in another system": _done(duties.CARE_PLAN), **NOT_IN_CARE},
        about="Care plan prepared",
    ),
]
