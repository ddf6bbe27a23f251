"""What of supervision one person may see: the rule is in reach.py. Reads only."""

from __future__ import annotations

from django.db.models import QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.supervision.models import Supervision, SupervisionAgreement
from kittiwake.assurance.supervision.models.supervisions import SupervisionQuerySet
from kittiwake.assurance.supervision.reach import Reached, WorkersOf
from kittiwake.record.models import Worker
from kittiwake.record.models.teams import DatedQuerySet


def agreements(viewer: Viewer) -> DatedQuerySet[SupervisionAgreement]:
    """Those whose dates the viewer may see."""
    return SupervisionAgreement.objects.filter(Reached(viewer.user.pk, in_group=False))


def supervisions(viewer: Viewer) -> SupervisionQuerySet:
    """Those whose dates the viewer may see: of their teams' groups as well."""
    return Supervision.objects.filter(Reached(viewer.user.pk, in_group=True))


def workers(viewer: Viewer) -> QuerySet[Worker]:
    """Those whose supervision the viewer may look after: everybody, or whom the rule of supervision.sql gives."""
    return Worker.objects.filter(WorkersOf(viewer.user.pk), ends_on=None).order_by("name", "pk")
