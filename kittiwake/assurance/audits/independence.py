"""Who may not look at a case: whoever works it, and whoever manages the one who does. Reads only."""

from __future__ import annotations

from datetime import date

from kittiwake.accounts.models import User
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import Audit, AuditAction, Moderation
from kittiwake.record.models import Allocation, Child, Membership


def why_not_theirs(user: User, child: Child, day: date) -> str:
    """Why this person may not audit or moderate this child's record; empty where they may."""
    held = list(Allocation.objects.on(day).filter(child=child).select_related("worker"))
    if any(allocation.worker and allocation.worker.user_id == user.pk for allocation in held):
        return "They work with this child, so somebody else must look at the case."
    managed = Membership.objects.on(day).filter(worker__user=user, manages=True).values("team_id")
    lead = [allocation for allocation in held if allocation.role == Allocation.LEAD]
    if Membership.objects.filter(team__in=managed, pk__in=_memberships_of(lead, day)).exists():
        return "They manage the child’s worker, so somebody else must look at the case."
    if any(allocation.team_id in {row["team_id"] for row in managed} for allocation in lead):
        return "They manage the team that holds this child, so somebody else must look at the case."
    return ""


def _memberships_of(lead: list[Allocation], day: date) -> list[int]:
    workers = [allocation.worker_id for allocation in lead if allocation.worker_id]
    memberships = Membership.objects.on(day).filter(worker__in=workers, manages=False)
    return list(memberships.values_list("pk", flat=True))


def as_you(why_not: str) -> str:
    """The same, said to themselves."""
    return why_not.replace("They work", "You work").replace("They manage", "You manage")


def why_not_step(action: AuditAction, user: User, does: str) -> str:
    """Why somebody may not take a step of an action, on account of who they are; empty where they may. The steps are
    those of rules.DOES."""
    return rules.why_not_step(
        does,
        is_owner=action.owner.user_id == user.pk,
        is_writer=action.entry.by_id == user.pk,
        checked_evidence=_checked_evidence(action, user),
        owner=str(action.owner),
    )


def why_not_settle(moderation: Moderation, user: User, day: date) -> str:
    """Why this person may not say which grade stands; empty where they may."""
    why_not = rules.why_not_settle(
        is_blind=moderation.is_blind,
        is_marked=moderation.marked_at is not None,
        is_settled=moderation.settled_at is not None,
        is_auditor=moderation.audit.auditor_id == user.pk,
        is_moderator=moderation.moderator_id == user.pk,
    )
    return why_not or as_you(why_not_theirs(user, moderation.audit.child, day))


def why_not_say_safe(audit: Audit, user: User) -> str:
    if audit.auditor_id == user.pk:
        return "You made this audit. A manager of the child’s team says that they are safe."
    return ""


def _checked_evidence(action: AuditAction, user: User) -> bool:
    """Whether this person said, in the action's present round, that its evidence holds."""
    last = action.steps.filter(kind="checked").order_by("-pk").first()
    return last is not None and last.by_id == user.pk


def lead_of(child: Child, day: date) -> Allocation | None:
    """The lead allocation of that day, with its worker and team."""
    leads = Allocation.objects.on(day).filter(child=child, role=Allocation.LEAD)
    return leads.select_related("worker", "team").first()
