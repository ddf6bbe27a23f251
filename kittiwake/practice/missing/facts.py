"""What is said of an absence: the same types serve the form, an import and the interface for machines."""

from __future__ import annotations

from datetime import datetime
from typing import Required, TypedDict

from kittiwake.time.moments import Moment


class EpisodeFacts(TypedDict, total=False):
    """Episode's own fields that a report may say."""

    kind: str  # rules.KINDS
    missing_from: str
    circumstances: str
    last_seen_by: str
    last_seen_source: str
    told_council_at: datetime | None  # when the police told us, where somebody says so


class ReportFacts(EpisodeFacts, total=False):
    """A first report: who made it, and what they know."""

    last_seen: Moment | None
    source: str  # rules.SOURCES
    reporter: str
    reference: str
    grade: str  # rules.GRADES


class NewReport(ReportFacts, total=False):
    reported: Required[Moment]


class LocationFacts(TypedDict):
    located: Moment
    source: str
    where: str
    how: str


class ReturnFacts(TypedDict):
    returned: Moment
    source: str
    how: str
