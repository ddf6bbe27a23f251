"""What stands on a child's record against an entry as the effect of an action. Reads only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import AuditAction
from kittiwake.primitives.measures.catalogue import facts_against
from kittiwake.record.models import Entry


def against(action: AuditAction, entry: Entry, at: datetime) -> list[str]:
    """For a person to answer in words: it shows the opposite, came before the action, or was followed by the opposite."""
    facts = facts_against(action.child_id, entry.happened_at, at)
    return rules.doubts(entry.pk, entry.happened_at, since=action.begun_at, about=action.about, facts=facts)


CHOOSE_FROM = 60  # entries offered as the effect, newest first


def possible_effects(action: AuditAction, viewer: Viewer) -> Any:
    """The newest entries of the child's own record: those after this round of the action began, and some before."""
    entries = viewer.see(Entry).filter(child_id=action.child_id, struck_out_at=None)
    newest = entries.exclude(kind__startswith="audits.").order_by("-happened_at", "-pk")
    keys = list(newest.values_list("pk", flat=True)[:CHOOSE_FROM])
    return Entry.objects.filter(pk__in=keys).order_by("-happened_at", "-pk")
