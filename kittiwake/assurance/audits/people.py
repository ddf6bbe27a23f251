"""Whom to ask about one child's audit: those who may do it and have no part in the case. Reads only."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from kittiwake.access.people import OF_RECORD, who_may
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.independence import why_not_theirs
from kittiwake.assurance.audits.models import Audit, AuditAction
from kittiwake.record.models import Child, Worker


def who_could_audit(child: Child, day: date) -> QuerySet[Worker]:
    """They are let in to the record when they are asked."""
    able = who_may(Power.AUDIT, day=day)
    taking_part = [worker.pk for worker in able if worker.user and why_not_theirs(worker.user, child, day)]
    return able.exclude(pk__in=taking_part)


def who_could_moderate(audit: Audit, asks: User, day: date) -> QuerySet[Worker]:
    """Neither made it, nor owns an action of it, nor asks."""
    owners = AuditAction.objects.standing().filter(audit=audit).values("owner")
    could = who_could_audit(audit.child, day).exclude(pk__in=owners)
    return could.exclude(user__in=[audit.auditor_id, asks.pk])


def who_could_be_told(child: Child, day: date) -> QuerySet[Worker]:
    """Of an inadequate audit: those who may say that the child is safe."""
    return who_may(Power.OVERSEE, child=child, day=day)


def who_could_act(child: Child, day: date) -> QuerySet[Worker]:
    """They say themselves that it is done."""
    return who_may(Power.ANSWER, Power.REPORT, child=child, day=day)


def with_whom(child: Child, day: date) -> QuerySet[Worker]:
    """The worker whose practice it is about: the child's own first."""
    return who_may(*OF_RECORD, child=child, day=day, without_sign_in=True)
