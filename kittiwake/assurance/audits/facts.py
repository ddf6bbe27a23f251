"""What an audit and a second mark say: what the forms give and recording takes."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.record.models import Worker


class AuditWords(TypedDict, total=False):
    """Audit's own texts."""

    done_with_words: str
    child_said: str
    family_said: str
    not_asked_why: str
    went_well: str


class MarkFacts(TypedDict):
    """One person's judgement of the whole."""

    overall: str
    why: str


class EscalationFacts(TypedDict, total=False):
    """Of an inadequate audit: who was told the same day, and how."""

    told: Worker | None
    told_how: str


class SettleFacts(EscalationFacts):
    """Which grade stands after a moderation."""

    grade: str
    reason: str


class AuditFacts(AuditWords, MarkFacts, EscalationFacts):
    """Without the answers to the tool."""

    done_with: str
