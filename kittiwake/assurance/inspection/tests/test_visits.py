"""Inspections and visits as they are written down, and what is next by the days that are known."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.assurance.inspection import recording, rules, settings
from kittiwake.assurance.inspection.calendar import coming, due_on
from kittiwake.assurance.inspection.models import Inspection
from kittiwake.assurance.inspection.tests.made import (
    TODAY,
    acted,
    by_at,
    day,
    held,
    raised,
    report_facts,
    visit_facts,
)
from kittiwake.assurance.letters.rules import INADEQUATE
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.limits.recording import set_limit
from tests.cast import Cast


def reported(cast: Cast, visit: Inspection, **more: Any) -> Inspection:
    recording.report(visit, **report_facts(**more), version=visit.version, **by_at(cast))
    visit.refresh_from_db()
    return visit


def test_a_visit_is_expected_announced_and_reported(council: Cast) -> None:
    visit = held(council, announced_on=None)
    assert visit.state(TODAY) == rules.EXPECTED
    recording.change(visit, **visit_facts(), version=1, **by_at(council))
    visit.refresh_from_db()
    assert visit.state(TODAY) == rules.AWAITED
    assert reported(council, visit).state(TODAY) == rules.REPORTED
    kinds = list(
        Event.objects.filter(subject="inspection.inspection").order_by("pk").values_list("what", flat=True)
    )
    assert kinds == ["inspection.expected", "inspection.announced", "inspection.reported"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"ends_on": day(41)}, "ends_on"),
        ({"announced_on": day(30)}, "announced_on"),
        ({"announced_on": day(-1), "starts_on": day(-3), "ends_on": day(-3)}, "announced_on"),
        ({"lists_given_on": day(46)}, "lists_given_on"),
        ({"lists_asked_on": day(46), "lists_given_on": day(47)}, "lists_given_on"),
        ({"lists_asked_on": day(-1)}, "lists_asked_on"),
    ],
)
def test_days_that_cannot_be_are_refused_where_they_stand(
    council: Cast, more: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        held(council, **more)
    assert refused.value.field == field
    assert not Inspection.objects.exists()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"reported_on": day(41)}, "reported_on"),
        ({"reported_on": day(-1)}, "reported_on"),
        ({"plan_sent_on": day(10)}, "plan_sent_on"),
        ({"needs_plan": True, "plan_sent_on": day(21)}, "plan_sent_on"),
    ],
)
def test_a_report_that_cannot_be_is_refused(council: Cast, more: dict[str, Any], field: str) -> None:
    visit = held(council)
    with pytest.raises(Refused) as refused:
        reported(council, visit, **more)
    assert refused.value.field == field


def test_what_nobody_announced_is_not_reported(council: Cast) -> None:
    with pytest.raises(Refused, match="announced"):
        reported(council, held(council, announced_on=None))


def test_a_reported_visit_was_announced_and_held_before(council: Cast) -> None:
    visit = reported(council, held(council))
    with pytest.raises(Refused, match="announced and held"):
        recording.change(visit, **visit_facts(announced_on=None), version=visit.version, **by_at(council))


def test_a_second_writer_is_told(council: Cast) -> None:
    visit = held(council)
    recording.change(visit, **visit_facts(inspectors=3), version=1, **by_at(council))
    with pytest.raises(Refused, match="Somebody else"):
        recording.change(visit, **visit_facts(inspectors=4), version=1, **by_at(council, "principal"))
    visit.refresh_from_db()
    assert visit.inspectors == 3


def test_one_that_did_not_take_place_stays_with_its_reason(council: Cast) -> None:
    visit = held(council, announced_on=None)
    with pytest.raises(Refused, match="why"):
        recording.call_off(visit, why=" ", version=1, **by_at(council))
    recording.call_off(visit, why="Put off by the inspectorate", version=1, **by_at(council))
    visit.refresh_from_db()
    assert visit.state(TODAY) == rules.CALLED_OFF
    with pytest.raises(Refused, match="did not take place"):
        recording.change(visit, **visit_facts(), version=2, **by_at(council))


def test_what_was_reported_took_place(council: Cast) -> None:
    visit = reported(council, held(council))
    with pytest.raises(Refused, match="took place"):
        recording.call_off(visit, why="x", version=visit.version, **by_at(council))


def whats(council: Cast) -> dict[str, Any]:
    return {each.what: each.on for each in coming(TODAY)}


def test_the_action_plan_is_due_70_working_days_after_the_letter(council: Cast) -> None:
    """Letter on 3 November 2026: the 70th working day after it, without Christmas, the Monday for Boxing Day and New Year, is 12 February 2027."""
    visit = held(council, kind=rules.STANDARD)
    reported(council, visit, overall=INADEQUATE, needs_plan=True)
    assert str(due_on(settings.ACTION_PLAN, day(20))) == "2027-02-12"
    assert whats(council)["Action plan to be sent"] == due_on(settings.ACTION_PLAN, day(20))
    recording.report(
        visit,
        **report_facts(overall=INADEQUATE, needs_plan=True, plan_sent_on=day(1)),
        version=2,
        **by_at(council),
    )
    assert "Action plan to be sent" not in whats(council)


def test_lists_are_due_two_working_days_after_they_were_asked_for(council: Cast) -> None:
    """Asked on Friday 20 November: due on Tuesday."""
    held(council, starts_on=day(-4), ends_on=day(-5), announced_on=day(3), lists_asked_on=day(3))
    assert str(whats(council)["Lists for inspectors: monitoring visit"]) == "2026-11-24"
    assert whats(council)["Monitoring visit begins"] == day(-4)


def test_what_follows_is_said_until_something_later_is_expected(council: Cast) -> None:
    held(council)
    assert settings.MONITORING.title in whats(council)
    held(council, starts_on=day(-60), ends_on=day(-61), announced_on=None)
    said = whats(council)
    assert settings.MONITORING.title not in said
    assert said["Monitoring visit expected"] == day(-60)


def test_after_inadequate_the_next_inspection_comes_sooner(council: Cast) -> None:
    reported(council, held(council, kind=rules.STANDARD), overall="good")
    assert whats(council)[settings.NEXT.title] > day(-700)
    reported(council, held(council, kind=rules.STANDARD), overall=INADEQUATE)
    assert whats(council)[settings.AGAIN.title].year == 2028


def test_a_limit_the_council_sets_moves_the_day(council: Cast) -> None:
    held(council, starts_on=day(1), ends_on=TODAY)
    assert settings.MONITORING.title not in whats(council)  # it is not over
    tomorrow = TODAY + timedelta(days=1)
    set_limit(
        settings.MONITORING, count=4, effective_from=TODAY, why="Agreed with the lead inspector",
        version=0, **by_at(council, "principal"),
    )  # fmt: skip
    limits.forget()
    said = {each.what: each.on for each in coming(tomorrow)}
    assert str(said[settings.MONITORING.title]) == "2027-03-23"


def test_actions_stand_among_what_is_next(council: Cast) -> None:
    acted(council, raised(council))
    assert whats(council)["An interviewer is free on Mondays"] == day(-30)
