"""The planted stories, with dates that count back from now. Each is told in the tour; each file tells those of one part."""

from __future__ import annotations

from datetime import datetime

from kittiwake.demo.people import Council
from kittiwake.demo.stories import (
    assessments,
    audits,
    changes_of_worker,
    documents,
    first_year,
    loop,
    panel,
    plans,
    supervision,
    transitions,
)
from kittiwake.record.models import Child


def make_stories(council: Council, at: datetime) -> Child:
    """Returns Ash, whom the loop is about."""
    ash = loop.make(council, at)
    documents.make(council, ash, at)
    panel.make(council, at)
    transitions.make(council, at)
    changes_of_worker.make(council, at)
    assessments.make(council, at)
    plans.make(council, at)
    first_year.make(council, at)
    supervision.make(council, at)
    audits.make(council, at)
    return ash
