"""What stands on a child's record against an entry as the effect of an action. Reads only."""

from __future__ import annotations

from datetime import datetime

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import AuditAction
from kittiwake.primitives.measures.catalogue import facts_against
from kittiwake.record.models import Entry


def against(action: AuditAction, entry: Entry, at: datetime) -> list[str]:
    """For a person to answer in words: it shows the opposite, came before the action, or was followed by the opposite."""
    facts = facts_against(action.child_id, entry.happened_at, at)
    return rules.doubts(entry.pk, entry.happened_at, since=action.begun_at, about=action.about, facts=facts)
