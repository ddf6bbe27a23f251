"""A plan written by somebody from whom a risk is kept until they have marked it: what answers the risk is not lost."""

from __future__ import annotations

from kittiwake.access.identity import acting_as
from kittiwake.practice.plans.models import Covers
from kittiwake.practice.plans.tests.making import TODAY, action, plan
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.assessments.facts import Settled
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.tests.assessed import MODERATE, assessed
from tests.cast import NOW, Cast, signed_in


def test_the_next_version_answers_the_kept_risk_too(cast: Cast) -> None:
    made, by = assessed(cast, answers=MODERATE, judged="moderate"), {"by": cast.user("worker"), "at": NOW}
    assessing.settle(made, settled=[Settled("adults", "significant", "A flat")], **by)
    risk = PresentingRisk.objects.get()
    first = plan(cast)
    action(cast, first, risks=[risk])
    marker = cast.workers["colleague"]
    assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    shown = signed_in(marker.user).get(first.get_absolute_url())
    assert shown.status_code == 200
    assert "A flat" not in shown.content.decode()
    with acting_as(marker.user):
        assert not PresentingRisk.objects.exists()
        second = writing.write_plan(
            cast.ash, worry="The same", agreed_on=TODAY, following=1, by=marker.user, at=NOW
        )
    assert Covers.objects.filter(plan_action__plan=second, risk=risk).exists()
