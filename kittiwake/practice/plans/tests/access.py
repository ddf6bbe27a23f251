"""Who may open the pages of plans: a partner those of the kinds they work in, nobody outside the others."""

from __future__ import annotations

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.plans import recording, rules
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.coverage import recording as coverage
from kittiwake.practice.plans.reviews import recording as reviews
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.risk import rules as of_risk
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, reads, takes, writes


def make(made: Made) -> None:
    word, by, at = made.word("plans.safety_plan"), made.by, made.at
    made["plan"] = writing.write_plan(
        made.child, worry=word, child_version=word, agreed_on=local_date(at), by=by, at=at
    )
    made["plan_action"] = doing.add_action(
        made["plan"], what=word, who=word, who_is="network", risks=[made["risk"]], by=by, at=at
    )
    _plans_of_other_kinds(made)


def _plans_of_other_kinds(made: Made) -> None:
    """Some may not stand beside each other, so each is closed. Whatever the child's age is on the day of the test."""
    born_on, day = made.child.born_on, local_date(made.at)
    of_child = Child.objects.filter(pk=made.child.pk)
    of_child.update(born_on=None)
    for kind in OTHERS:
        word, by = made.word(f"plans.{kind}"), {"by": made.by, "at": made.at}
        made[kind] = writing.write_plan(
            made.child, kind=kind, worry=word, agreed_on=day, started_on=day, **by
        )
        if kind == rules.IN_NEED:
            facts = {"participation": "PN1", "outcome": "goes_on", "words": word, "held_on": day}
            made["plan_review"] = reviews.record_review(made[kind], **facts, **by)
        recording.close_plan(made[kind], reason=word, **by)
    of_child.update(born_on=born_on)


def _no_reason(person: User, made: Made) -> str:
    """A plan is not kept because of something that was struck out."""
    return "hidden" if made["risk"].entry.struck_out_at else ""


def _more_actions(made: Made, more: int) -> None:
    """Each somebody else's, on their list of actions, and agreed to."""
    for number in range(more):
        by, at = made.somebody(number), made.at
        what = {"what": "x", "who": "x", "who_is": "worker", "owner": by.worker, "risks": [made["risk"]]}
        doing.add_action(made["plan"], **what, by_on=local_date(at), by=by, at=at)
        recording.agree(made["plan"], who="x", role="partner", answer="agrees", how="call", by=by, at=at)


def _more_risks(made: Made, more: int) -> None:
    """Some answered by an action, the others left with a reason."""
    for number in range(more):
        by, at = made.somebody(number), made.at
        domain = of_risk.DOMAINS[number % len(of_risk.DOMAINS)][0]
        if PresentingRisk.objects.filter(child=made.child, domain=domain, is_counted=True).exists():
            doing.add_action(
                made["plan"], what="x", who="x", who_is="network", risks=[made["risk"]], by=by, at=at
            )
            continue
        risk = risks.open_risk(made.child, domain=domain, level="moderate", why="x", by=by, at=at)
        coverage.leave(made["plan"], risk=risk, reason="x", by=by, at=at)


OTHERS = [kind for kind, _ in rules.KINDS if kind != rules.SAFETY]
BECAUSE = "?because_of={risk}"
PAGES = [
    reads("plans:safety_plan", Power.SEE_PLANS, pk="plan", grows=_more_actions, at_most=31),
    reads("plans:coverage", Power.SEE, child_pk="child", grows=_more_risks, at_most=16),
    writes("plans:write_plan", Power.RECORD, child_pk="child"),
    writes("plans:keep_plan", Power.RECORD, child_pk="child", query=BECAUSE, unless=_no_reason),
    writes("plans:add_action", Power.RECORD, pk="plan"),
    writes("plans:leave_risk", Power.RECORD, pk="plan", risk_pk="risk"),
    writes("plans:cover", Power.RECORD, pk="plan", risk_pk="risk"),
    writes("plans:agree", Power.RECORD, pk="plan"),
    writes("plans:put_forward", Power.RECORD, pk="plan"),
    writes("plans:close_plan", Power.RECORD, pk="plan"),
    writes("plans:strike_out", Power.RECORD, pk="plan"),
    writes("plans:drop_action", Power.RECORD, pk="plan_action"),
    writes("plans:take_up_action", Power.RECORD, pk="plan"),
    writes("plans:record_review", Power.RECORD, pk="plan"),
    reads("plans:plans", Power.SEE_PLANS, child_pk="child", grows=_more_actions, at_most=12),
    reads("plans:print_plan", Power.SEE_PLANS, pk="plan"),
    reads("plans:print_plan_for_child", Power.RECORD, pk="plan"),
    takes("plans:plan_advice", Power.RECORD, child_pk="child"),
    reads("plans:plan_review", Power.SEE_PLANS, pk="plan_review"),
    writes("plans:strike_out_review", Power.RECORD, pk="plan_review"),
    *(reads(f"plans:{kind}", Power.SEE_PLANS, pk=kind) for kind in OTHERS),
]
