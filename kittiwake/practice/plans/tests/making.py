"""Plans and risks to test with."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils.timezone import now

from kittiwake.practice.plans.actions import recording as plan_actions
from kittiwake.practice.plans.models import Plan, PlanAction
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

TODAY = local_date(NOW)


def risk(
    cast: Cast, domain: str = "county_lines", child: Child | None = None, level: str = "moderate"
) -> PresentingRisk:
    child = child or cast.ash
    return risks.open_risk(
        child, domain=domain, level=level, why="Two phones", by=cast.user("worker"), at=NOW
    )


def plan(cast: Cast, child: Child | None = None, **more: object) -> Plan:
    facts = {
        "worry": "Being made to carry",
        "agreed_on": TODAY,
        "review_on": TODAY + timedelta(days=28),
        "by": cast.user("worker"),
        "at": NOW,
    }
    return writing.write_plan(child or cast.ash, **{**facts, **more})


def action(cast: Cast, of: Plan, **more: object) -> PlanAction:
    facts = {
        "what": "Collect from school",
        "who": "Aunt",
        "who_is": "network",
        "by": cast.user("worker"),
        "at": NOW,
    }
    return plan_actions.add_action(of, **{**facts, **more})


def note(cast: Cast, child: Child | None = None) -> Entry:
    """Something a plan may be because of, with a page of its own."""
    return record.enter(
        child or cast.ash,
        kind="risk.presenting_risk",
        summary="Heard",
        happened_at=now(),
        by=cast.system,
        at=NOW,
    )


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()
