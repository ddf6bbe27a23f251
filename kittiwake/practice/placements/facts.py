"""What is said of a move: the same types serve the form, an import and the interface for machines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Required, TypedDict

from kittiwake.record.models import Address


class PlacementFacts(TypedDict, total=False):
    """Placement's own fields, and why the one before ended."""

    why_ended: str  # codes.PLACEMENT_CHANGE
    ends_on: date | None
    end_reason: str
    urn: str
    home_name: str
    carer: str
    carer_phone: str
    address: Address | None
    miles: Decimal | None
    kind: str  # codes.PLACEMENT
    provider: str  # codes.PROVIDER
    legal_status: str  # codes.LEGAL_STATUS
    out_of_area: bool | None  # else worked out from the council it lies in
    at_a_distance: bool | None
    source: str


class MoveFacts(PlacementFacts, total=False):
    host_code: str  # the council it lies in
    arrangement: str  # rules.ARRANGEMENTS
    is_emergency: bool
    why_here: str
    child_words: str


class NewPlacement(MoveFacts, total=False):
    starts_on: Required[date]


class FewerVisits(TypedDict):
    on: date
    words: str
