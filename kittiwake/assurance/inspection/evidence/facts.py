"""What forms give and recording takes of evidence."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

from kittiwake.assurance.audits.models import Programme
from kittiwake.assurance.inspection.models import ConcernAction
from kittiwake.record.models import Entry


class EvidenceFacts(TypedDict):
    kind: str
    says: str
    words: str
    action: NotRequired[ConcernAction | None]
    on: NotRequired[date | None]  # of a document, or of what somebody says; today otherwise
    where: NotRequired[str]
    measure: NotRequired[str]
    programme: NotRequired[Programme | None]
    entry: NotRequired[Entry | None]
