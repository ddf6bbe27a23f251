"""Audits and actions as one person may see them. Reads only."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import ActionStep, Audit, AuditAction
from kittiwake.assurance.audits.models.actions import AuditActionQuerySet
from kittiwake.assurance.audits.models.audits import AuditQuerySet
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.instruments.models import BlindMark, BlindMarkQuerySet
from kittiwake.record.models import Child


def audits(viewer: Viewer) -> AuditQuerySet:
    return viewer.see(Audit).standing()


def actions(viewer: Viewer) -> AuditActionQuerySet:
    return viewer.see(AuditAction).standing()


def to_do(viewer: Viewer) -> AuditActionQuerySet:
    """The actions somebody owns and has not said are done, each with `last`: the newest step, where one was taken."""
    newest = ActionStep.objects.filter(action=OuterRef("pk")).order_by("-pk").values("kind")[:1]
    return actions(viewer).filter(owner__user=viewer.user, done_at=None).annotate(last=Subquery(newest))


def blind_marks(viewer: Viewer) -> BlindMarkQuerySet:
    """The blind marks this person was asked for and has not made: until then those audits are kept from them."""
    return viewer.see(BlindMark).waiting(viewer.user, "audits.audit")


def to_audit_again(viewer: Viewer, child: Child) -> Audit | None:
    """The inadequate audit that waits for another look."""
    running = viewer.see(Clock).filter(
        key=rules.RE_AUDIT_DUE.key, entry__child=child, stopped_at=None, cancelled_at=None
    )
    inadequate = audits(viewer).filter(pk__in=running.values("entry_id"))
    return inadequate.select_related("entry").order_by("-entry__happened_at").first()
