"""The made-up council has an inspection behind it and a visit to come, and its concerns stand in four states."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import rules as audit_rules
from kittiwake.assurance.audits.programmes.recording import plan_programme
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.concerns.standing import Standing
from kittiwake.assurance.inspection.models import Concern, Evidence, Inspection, SampledChild, SelfEvaluation
from kittiwake.demo.chance import Chance
from kittiwake.demo.inspections import make_inspections
from kittiwake.demo.people import make_people
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.primitives.clocks import limits
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW


@pytest.fixture
def council(db: None):
    limits.forget()
    with acting_as_system() as system:
        today = local_date(NOW)
        council = make_people(Chance(), today, scale=1)
        facts = {
            "kind": "dip",
            "title": "Winter",
            "question": "x",
            "tool": audit_rules.DIP,
            "moderated_share": 20,
        }
        plan_programme(**facts, starts_on=today, ends_on=today, by=system, at=NOW)
        team = council.teams["Harbour team"]
        child = record.add_child(forenames="Fern", surname="Marsh", by=system, at=NOW)
        record.allocate(
            child, team=team, worker=council.workers["Harbour team"][0], starts_on=today - timedelta(days=500),
            by=system, at=NOW,
        )  # fmt: skip
        away, back, heard = (Moment(NOW - timedelta(days=days)) for days in (230, 229, 228))
        episode = missing.report_past(child, reported=away, returned=back, by=system, at=NOW)
        interviews.hold(
            child, episodes=[episode], held=heard, interviewer_name="x", own_words="x", by=system, at=NOW
        )
        make_inspections(council, NOW)
        yield council


def test_the_four_concerns_stand_in_four_states(council) -> None:
    assert Inspection.objects.count() == 3
    concerns = list(Concern.objects.select_related("inspection", "owner").order_by("pk"))
    standing = Standing(concerns, Viewer(council.system), local_date(NOW))
    said = [(bool(each.closed_at), standing.broken(each)) for each in concerns]
    assert said == [
        (False, []),
        (False, [rules.LATE, rules.UNJUDGED]),
        (True, []),
        (False, [rules.WITHOUT_ACTION]),
    ]
    assert Evidence.objects.filter(kind=rules.MEASURE, measure="P11").exists()
    assert SelfEvaluation.objects.exclude(approved_at=None).count() == 1
    assert SampledChild.objects.filter(is_drawn=True).exists()
