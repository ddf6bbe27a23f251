"""An assessment of risk before a manager: what it scores, what was judged and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.primitives.oversight.overseen import Overseen
from kittiwake.record.models import Entry
from kittiwake.ui.components import SummaryRow

WRITTEN = [
    ("What the child says", "child_view"),
    ("What has happened before", "past"),
    ("What has changed", "changed"),
    ("What it means", "analysis"),
    ("Why it was judged differently", "why_different"),
]


def facts(entry: Entry, viewer: Viewer, at: datetime) -> dict[str, Any]:
    assessment = RiskAssessment.objects.select_related("completion").get(pk=entry.pk)
    levels = [
        ("What the answers add up to", assessment.scored_title),
        ("Judged to be", assessment.judged_title),
    ]
    written = [(title, getattr(assessment, name)) for title, name in WRITTEN]
    rows = [SummaryRow(title, text) for title, text in (*levels, *written) if text]
    return {"rows": rows}


def earlier(entry: Entry) -> Iterator[int]:
    assessment = RiskAssessment.objects.select_related("previous").get(pk=entry.pk)
    while assessment.previous is not None:
        assessment = assessment.previous
        yield assessment.pk


OVERSEEN = [Overseen(("risk.assessment",), "risk/_overseen.html", facts, earlier)]
