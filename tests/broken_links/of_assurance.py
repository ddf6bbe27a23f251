"""Audits, supervision, who works with whom, and what waits for a manager."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from kittiwake.assurance.allocation.changes import recording as allocation
from kittiwake.assurance.allocation.cover.recording import be_away, be_back, name_cover
from kittiwake.assurance.allocation.handovers.recording import introduce, sign, write_note
from kittiwake.assurance.allocation.models import Away, Change
from kittiwake.assurance.allocation.tests.making import changed, now_of
from kittiwake.assurance.audits import recording as audits
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.models import Audit, AuditAction
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.supervision import recording as supervision
from kittiwake.assurance.supervision.agreements.recording import end_agreement
from kittiwake.assurance.supervision.models import SupervisionAgreement
from kittiwake.assurance.supervision.tests import scenes
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.tests import making as planning
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.claims.echoes import recording as echo_recording
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.claims.tests.made import claimed
from kittiwake.primitives.measures.links import Broken
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.broken_links.planting import DAY, LATER, Planted, by
from tests.cast import NOW, Cast, make_child

ON, TODAY = local_date(LATER), local_date(NOW)


def _audit(broken: Broken) -> Audit:
    return Audit.objects.select_related("entry").get(pk=broken.entry_id)


def _action(broken: Broken) -> AuditAction:
    return AuditAction.objects.select_related("entry").get(pk=broken.entry_id)


def _inadequate(cast: Cast) -> Audit:
    return made.audited(cast, overall=rules.INADEQUATE)


def _safe(cast: Cast, broken: Broken) -> None:
    audits.make_safe(_audit(broken), words="Placed with an aunt", **by(cast, LATER, "manager"))


def _strike_out_audit(cast: Cast, broken: Broken) -> None:
    audits.strike_out(_audit(broken), reason="The wrong child", **by(cast, LATER, "manager"))


def _again(cast: Cast, broken: Broken) -> None:
    made.audited(cast, re_audit_of=_audit(broken), at=NOW + 92 * DAY)


def _discuss(cast: Cast, broken: Broken) -> None:
    made.discussed(cast, _action(broken), LATER)


def _show_its_effect(cast: Cast, broken: Broken) -> None:
    made.confirmed(cast, _action(broken))


def _strike_out_action(cast: Cast, broken: Broken) -> None:
    doing.strike_out(_action(broken), reason="Twice", **by(cast, LATER, "manager"))


def _talk_about(cast: Cast, broken: Broken) -> None:
    met = supervision.hold(
        cast.workers["worker"], supervisor=cast.workers["manager"], held=Moment(LATER - DAY), minutes=60,
        uninterrupted=True, **by(cast, LATER, "manager"),
    )  # fmt: skip
    scenes.discuss(cast, met, Child.objects.get(pk=broken.child_id), at=LATER)


def _no_longer_supervised(cast: Cast, broken: Broken) -> None:
    end_agreement(SupervisionAgreement.objects.get(), ends_on=ON, **by(cast, LATER, "manager"))


def _directed(cast: Cast) -> None:
    scenes.agree(cast)
    scenes.discuss(cast, scenes.hold(cast), cast.ash)


def _due(cast: Cast) -> None:
    actions.raise_action(
        planning.note(cast),
        what="Ring their school",
        due_on=TODAY,
        owner=cast.workers["worker"],
        **by(cast, NOW),
    )


def _do(cast: Cast, broken: Broken) -> None:
    actions.complete(Action.objects.get(pk=broken.row_id), outcome="They know him", **by(cast))


def _drop(cast: Cast, broken: Broken) -> None:
    actions.drop(Action.objects.get(pk=broken.row_id), reason="He moved school", **by(cast))


def _nobodys(cast: Cast, days_ago: int = 0) -> Child:
    child = make_child("Hollow", "Hart", cast.north, cast.workers["worker"])
    changed(cast, child, None, starts_on=TODAY - days_ago * DAY)
    return child


def _give(cast: Cast, broken: Broken, at: Any = LATER) -> None:
    child = Child.objects.get(pk=broken.child_id)
    standing = now_of(child)
    allocation.change_worker(
        child, team=cast.north, worker=cast.workers["colleague"], starts_on=local_date(at), reason="caseload",
        instead_of=standing.pk if standing else None, **by(cast, at, "manager"),
    )  # fmt: skip


def _give_now(cast: Cast, broken: Broken) -> None:
    _give(cast, broken, NOW + timedelta(hours=2))


def _handed(cast: Cast) -> Change:
    return changed(cast, cast.ash, cast.workers["colleague"])


def _introduce(cast: Cast, broken: Broken) -> None:
    met = {
        "introduced_on": ON,
        "introduced_by": "Worker",
        "introduced_how": "At home",
        "told_on": ON,
        "told_how": "by_old",
    }
    introduce(Change.objects.get(), **met, **by(cast, LATER, "colleague"))


def _hand_over(cast: Cast, broken: Broken) -> None:
    note = {"matters": "Football", "promised": "To ring on Friday", "watch_for": "", "version": 1}
    change = write_note(Change.objects.get(), **note, **by(cast))
    change = sign(change, side="before", **by(cast))
    sign(change, side="after", **by(cast, LATER, "colleague"))


def _strike_out_change(cast: Cast, broken: Broken) -> None:
    allocation.strike_out(Change.objects.get(), reason="The wrong child", **by(cast, LATER, "manager"))


def _manager_away(cast: Cast) -> None:
    be_away(cast.workers["manager"], starts_on=TODAY, ends_on=None, **by(cast, NOW, "manager"))


def _cover(cast: Cast, broken: Broken) -> None:
    covered_by = cast.workers["service_manager"]
    name_cover(Away.objects.get(), covered_by=covered_by, **by(cast, LATER, "service_manager"))


def _back(cast: Cast, broken: Broken) -> None:
    be_back(Away.objects.get(), ends_on=ON, **by(cast, LATER, "service_manager"))


def _agree_caseload(cast: Cast, usual: int, starts_on: date) -> None:
    facts = {"protected_share": Decimal("0.9"), "weights": {}, "source": "Panel"}
    caseloads.agree_caseload(usual=Decimal(usual), starts_on=starts_on, **facts, by=cast.system, at=NOW)


def _too_many(cast: Cast) -> None:
    """Two children, of whom the restricted one stays; and the usual is two."""
    _agree_caseload(cast, 2, date(2026, 1, 1))
    supported_year.start_supported_year(
        cast.workers["worker"], starts_on=TODAY - 60 * DAY, by=cast.system, at=NOW
    )


def _give_one(cast: Cast, broken: Broken) -> None:
    _give(cast, broken._replace(child_id=cast.ash.pk))


def _more_is_usual(cast: Cast, broken: Broken) -> None:
    _agree_caseload(cast, 16, ON)


def _put_forward(cast: Cast) -> None:
    plan = planning.plan(cast)
    planning.action(cast, plan)
    plans.put_forward(plan, **by(cast, NOW))


def _decide(kind: str, cast: Cast, broken: Broken) -> None:
    review = Review.objects.get(pk=broken.row_id)
    oversight.decide(review, kind=kind, words="It says nothing of school", **by(cast, LATER, "manager"))


def _strike_out_plan(cast: Cast, broken: Broken) -> None:
    plans.strike_out(Plan.objects.get(), reason="The wrong child", **by(cast))


def _asked_about(cast: Cast) -> None:
    mine, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="AB12CDE")
    said = {"verdict": "asked", "reason": "The same plate"}
    echo_recording.decide_echo(mine, other_id=other.pk, **said, **by(cast, NOW))


def _say_of_both(verdict: str, cast: Cast, broken: Broken) -> None:
    mine = Claim.objects.get(pk=broken.row_id)
    other = Claim.objects.exclude(pk=mine.pk).get()
    said = {"verdict": verdict, "reason": "Seen on camera"}
    echo_recording.decide_echo(mine, other_id=other.pk, **said, **by(cast, LATER, "service_manager"))


def _strike_out_where_it_was_said(cast: Cast, broken: Broken) -> None:
    record.strike_out(Claim.objects.get(pk=broken.row_id).entry, reason="The wrong child", **by(cast))


PLANTED = [
    Planted(
        "claims.may_be_the_same",
        _asked_about,
        {
            "the same": partial(_say_of_both, "same"),
            "not the same": partial(_say_of_both, "different"),
            "struck out": _strike_out_where_it_was_said,
        },
        who="service_manager",
    ),
    Planted("audits.not_made_safe", _inadequate, {"safe": _safe, "struck out": _strike_out_audit}),
    Planted(
        "audits.not_audited_again",
        _inadequate,
        {"again": _again, "struck out": _strike_out_audit},
        NOW + 92 * DAY,
        "auditor",
    ),
    Planted("audits.not_discussed", made.raised, {"discussed": _discuss, "struck out": _strike_out_action}),
    Planted(
        "audits.without_effect",
        made.raised,
        {"it shows": _show_its_effect, "struck out": _strike_out_action},
    ),
    Planted(
        "supervision.not_discussed",
        scenes.agree,
        {"talked about": _talk_about, "no longer supervised": _no_longer_supervised, "another worker": _give},
    ),
    Planted("supervision.direction_late", _directed, {"done": _do, "dropped": _drop}),
    Planted("allocation.without_worker", _nobodys, {"given": _give}),
    Planted("allocation.without_worker_yet", _nobodys, {"given": _give_now}, NOW + timedelta(hours=2)),
    Planted("allocation.not_introduced", _handed, {"met": _introduce, "struck out": _strike_out_change}),
    Planted("allocation.not_handed_over", _handed, {"signed": _hand_over, "struck out": _strike_out_change}),
    Planted(
        "allocation.nobody_covers",
        _manager_away,
        {"covered": _cover, "back": _back},
        who="service_manager",
    ),
    Planted("workforce.over_cap", _too_many, {"given": _give_one, "agreed": _more_is_usual}),
    Planted(
        "oversight.waiting",
        _put_forward,
        {
            "accepted": partial(_decide, "accept"),
            "asked": partial(_decide, "question"),
            "sent back": partial(_decide, "return"),
            "struck out": _strike_out_plan,
        },
    ),
    Planted("actions.late", _due, {"done": _do, "dropped": _drop}),
]
