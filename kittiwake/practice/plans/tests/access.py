"""Who may open the pages of safety plans."""

from __future__ import annotations

from kittiwake.accounts.models import User
from kittiwake.practice.plans import recording
from kittiwake.practice.risk import recording as risks
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.ui.dates import local_date
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("plans.safety_plan"), made.by, made.at
    made["plan"] = recording.write_plan(
        made.child, worry=word, child_version=word, agreed_on=local_date(at), by=by, at=at
    )
    made["plan_action"] = recording.add_action(
        made["plan"], what=word, who=word, who_is="network", risks=[made["risk"]], by=by, at=at
    )


def _no_reason(person: User, made: Made) -> str:
    """A plan is not kept because of something that was struck out."""
    return "hidden" if made["risk"].entry.struck_out_at else ""


def _more_actions(made: Made, more: int) -> None:
    """Each somebody else's, on their list of actions, and agreed to."""
    for number in range(more):
        by, at = made.somebody(number), made.at
        what = {"what": "x", "who": "x", "who_is": "worker", "owner": by.worker, "risks": [made["risk"]]}
        recording.add_action(made["plan"], **what, by_on=local_date(at), by=by, at=at)
        recording.agree(made["plan"], who="x", role="other", agreed=True, by=by, at=at)


def _more_risks(made: Made, more: int) -> None:
    """Some answered by an action, the others left with a reason."""
    for number in range(more):
        by, at = made.somebody(number), made.at
        domain = rules.DOMAINS[number % len(rules.DOMAINS)][0]
        if PresentingRisk.objects.filter(child=made.child, domain=domain, is_counted=True).exists():
            recording.add_action(
                made["plan"], what="x", who="x", who_is="network", risks=[made["risk"]], by=by, at=at
            )
            continue
        risk = risks.open_risk(made.child, domain=domain, level="moderate", why="x", by=by, at=at)
        recording.leave(made["plan"], risk=risk, reason="x", by=by, at=at)


BECAUSE = "?because_of={risk}"
PAGES = [
    reads("plans:safety_plan", "plans.see", pk="plan", grows=_more_actions, at_most=22),
    reads("plans:coverage", "risk.see", child_pk="child", grows=_more_risks, at_most=16),
    writes("plans:write_plan", "plans.record", child_pk="child"),
    writes("plans:keep_plan", "plans.record", child_pk="child", query=BECAUSE, unless=_no_reason),
    writes("plans:add_action", "plans.record", pk="plan"),
    writes("plans:leave_risk", "plans.record", pk="plan", risk_pk="risk"),
    writes("plans:cover", "plans.record", pk="plan", risk_pk="risk"),
    writes("plans:agree", "plans.record", pk="plan"),
    writes("plans:put_forward", "plans.record", pk="plan"),
    writes("plans:close_plan", "plans.record", pk="plan"),
    writes("plans:strike_out", "entry.strike_out", pk="plan"),
    writes("plans:drop_action", "plans.record", pk="plan_action"),
]
