"""What a plan, or what was typed of one, comes to as facts for the advice. Reads only; judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef

from kittiwake.practice.meetings.recording import MEETING
from kittiwake.practice.plans.advice import rules as advice
from kittiwake.practice.plans.models import Covers, Plan, PlanAction, PlanAgreement
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions.models import Action, ActionQuerySet
from kittiwake.record.models import Child
from kittiwake.ui.forms import GovForm


def agreed_at_meetings(child: Child) -> ActionQuerySet:
    """What meetings about this child agreed, is still to do, and no plan in force has taken up."""
    taken = PlanAction.objects.standing().filter(task=OuterRef("pk"), plan__in=Plan.objects.current())
    agreed = Action.objects.open().filter(entry__child=child, entry__kind=MEETING)
    return agreed.filter(~Exists(taken)).select_related("owner", "team").order_by("due_on", "pk")


def facts_of(
    plan: Plan, actions: list[PlanAction], agreements: Iterable[PlanAgreement], today: date
) -> advice.Facts:
    """`actions` are the standing ones; `agreements` the newest of each person, oldest first."""
    return advice.Facts(
        words=_written(plan),
        actions=_actions(actions, today),
        answers={agreement.role: agreement.answer for agreement in agreements},
        risks=_risks(plan.child_id),
        not_taken_up=[action.what.rstrip(".") for action in agreed_at_meetings(plan.child)],
    )


def typed(form: GovForm, kind: str, review_on: date | None) -> advice.Written:
    """A form that is still being written: nothing of it is checked."""
    said = {name: str(form.data.get(name, "")) for name in form.fields}
    answers = {name.removeprefix("part_"): text for name, text in said.items() if name.startswith("part_")}
    return advice.Written(
        kind=kind,
        warning_signs=said["warning_signs"],
        contingency=said["contingency"],
        child_version=said["child_version"],
        capacity=said["capacity"],
        review_on=review_on,
        parts=answers,
    )


def _written(plan: Plan) -> advice.Written:
    return advice.Written(
        kind=plan.kind,
        warning_signs=plan.warning_signs,
        contingency=plan.contingency,
        child_version=plan.child_version,
        capacity=plan.capacity,
        review_on=plan.review_on,
        parts={part.key: part.text for part in plan.parts.all()},
    )


def _actions(actions: list[PlanAction], today: date) -> list[advice.PlannedAction]:
    covers: dict[int, set[str]] = {}
    pairs = Covers.objects.filter(plan_action__in=actions).values_list("plan_action_id", "risk__domain")
    for action_id, domain in pairs:
        covers.setdefault(action_id, set()).add(domain)
    return [
        advice.PlannedAction(
            who_is=action.who_is,
            is_timed=action.is_timed,
            evenings_weekends=action.evenings_weekends,
            says_difference=bool(action.difference),
            has_left=_has_left(action, today),
            covers=frozenset(covers.get(action.pk, ())),
        )
        for action in actions
    ]


def _has_left(action: PlanAction, today: date) -> bool:
    owner = action.owner
    return owner is not None and owner.ends_on is not None and owner.ends_on <= today


def _risks(child_id: int) -> list[str]:
    return list(PresentingRisk.objects.standing().filter(child=child_id).values_list("domain", flat=True))
